"""Blocks in Markdown whose content is made by a command, a file or a table, and what ought to stand in them.

A block starts with one of these comments and ends with `<!-- end -->`:

    <!-- output: ./run check FILE --as-of DATE -->
    <!-- output: ./run check FILE --as-of DATE | from: TEXT | until: TEXT -->
    <!-- file: examples/quickstart/lineage.yaml -->
    <!-- rule: microsoft/azure-competing -->
    <!-- table: relations -->

`from` is the first line shown, `until` the first one after it that is not; each is known by a text that it holds.
"""

from __future__ import annotations

import contextlib
import re
import shlex
import textwrap
from collections.abc import Iterator
from pathlib import Path

from typer.testing import CliRunner

from compliance.cli import app
from tests.docs.tables import TABLES

BLOCK = re.compile(r"^<!-- (output|file|rule|table): (.+?) -->\n.*?^<!-- end -->$", re.MULTILINE | re.DOTALL)
COLUMNS = "100"
CUT = "…"


def documents(root: Path) -> list[Path]:
    """Every Markdown file that may hold blocks."""
    guides = [path for path in sorted(root.glob("examples/**/*.md")) if path.parent.name != "report"]
    return [root / "README.md", *sorted((root / "docs").glob("*.md")), *guides]


def made_anew(text: str, root: Path) -> str:
    """The same Markdown with every block made anew."""
    return BLOCK.sub(lambda found: _block(found[1], found[2], root), text)


def _block(kind: str, what: str, root: Path) -> str:
    makers = {"output": _output, "file": _file, "rule": _rule, "table": _table}
    return f"<!-- {kind}: {what} -->\n{makers[kind](what, root)}\n<!-- end -->"


def _output(what: str, root: Path) -> str:
    command, *cuts = what.split(" | ")
    lines = run(command, root).splitlines()
    shown = "\n".join(_cut(lines, dict(cut.split(": ", 1) for cut in cuts)))
    return f"```text\n$ {command}\n{shown}\n```"


def _cut(lines: list[str], at: dict[str, str]) -> Iterator[str]:
    start = _find(lines, at["from"], 0) if "from" in at else 0
    end = _find(lines, at["until"], start + 1) if "until" in at else len(lines)
    shown = lines[start:end]
    while shown and not shown[-1].strip():
        shown.pop()
    if start:
        yield CUT
    yield from shown
    if end < len(lines):
        yield CUT


def _find(lines: list[str], text: str, after: int) -> int:
    found = next((n for n, line in enumerate(lines) if n >= after and text in line), None)
    assert found is not None, f"no line of the output holds {text!r}"
    return found


def run(command: str, root: Path) -> str:
    """Standard output of a command of the documentation, or the error that it prints instead."""
    program, *arguments = shlex.split(command)
    assert program == "./run", f"commands in the documentation start with ./run: {command}"
    environment = {"COLUMNS": COLUMNS, "NO_COLOR": "1", "TERM": "dumb"}
    with contextlib.chdir(root):
        result = CliRunner().invoke(app, arguments, env=environment, prog_name="compliance")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        return str(result.exception)
    return "\n".join(line.rstrip() for line in result.stdout.splitlines())


def _file(what: str, root: Path) -> str:
    lines = (root / what).read_text(encoding="utf-8").splitlines()
    shown = [line for line in lines if not line.startswith("# yaml-language-server")]
    return "\n".join([f"```{Path(what).suffix[1:]}", *shown, "```"])


def _table(what: str, root: Path) -> str:
    name, *arguments = what.split()
    return "\n" + "\n".join(TABLES[name](root, *arguments)) + "\n"


def _rule(what: str, root: Path) -> str:
    for path in sorted((root / "rules").rglob("*.yaml")):
        found = re.search(
            rf"^  - id: {re.escape(what)}\n(?:    .*\n|\n)*", path.read_text(encoding="utf-8"), re.MULTILINE
        )
        if found:
            return "```yaml\n" + textwrap.dedent(found[0].rstrip() + "\n") + "```"
    raise AssertionError(f"no rule {what!r}")
