"""Documents after the first, values that stand twice, recipes and tables of a card: read, or told."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.intake.documents import import_documents
from compliance.intake.folder import Scan, scan_files
from compliance.pipeline import load_packs

_RECIPE = "base_model: org/base-7b\ndatasets:\n  - path: org/rows\n    type: alpaca\n"


def _scan(path: Path, text: str) -> Scan:
    path.write_text(text, encoding="utf-8")
    return import_documents([path], load_packs())


def _names(scan: Scan) -> set[tuple[str, str]]:
    return {(one.name, one.relation) for one in scan.upstreams}


_BOTH = {("org/base-7b", "base"), ("org/rows", "data")}


@pytest.mark.parametrize(
    ("before", "lost"),
    [
        ("", 0),
        ("note: for readers\n---\n", 1),
        ("---\n---\n", 0),
        ("base_model: org/base-7b\n---\n", 0),
    ],
)
def test_a_later_document_of_a_file_counts(tmp_path: Path, before: str, lost: int) -> None:
    scan = _scan(tmp_path / "train.yaml", before + _RECIPE)
    assert _names(scan) == _BOTH
    assert len(scan.lost) == lost


def test_a_later_document_counts_in_a_folder_too(tmp_path: Path) -> None:
    (tmp_path / "train.yaml").write_text(f"note: for readers\n---\n{_RECIPE}", encoding="utf-8")
    assert _names(scan_files(tmp_path, load_packs())) == _BOTH


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("README.md", "---\nbase_model: org/a\nbase_model: org/b\n---\n# mine\n", 3),
        ("train.yaml", f"{_RECIPE}base_model: org/other\n", 5),
        ("dvc.json", '{"stages": {"a": {"cmd": "x", "deps": ["s3://a/b"],\n"deps": ["s3://c/d"]}}}', 2),
        (
            "README.md",
            f"---\nlicense: mit\n---\n# mine\n\n```yaml\n{_RECIPE}base_model: org/other\n```\n",
            11,
        ),
    ],
)
def test_what_stands_twice_is_told(tmp_path: Path, name: str, text: str, line: int) -> None:
    told = [(one.place.line, one.what.split(" ", 1)[1]) for one in _scan(tmp_path / name, text).lost]
    assert (line, "is given twice; the values are read beside each other") in told


def test_the_same_value_twice_is_no_loss(tmp_path: Path) -> None:
    text = "---\nbase_model: org/a\nbase_model: org/a\n---\n# mine\n"
    assert not _scan(tmp_path / "README.md", text).lost


@pytest.mark.parametrize(
    "block",
    [
        f"```yaml\n{_RECIPE}```",
        f"~~~\n{_RECIPE}~~~",
        "- so:\n\n  ```yaml\n" + "".join(f"  {line}\n" for line in _RECIPE.splitlines()) + "  ```",
        f"<details>\n\n```yaml\n{_RECIPE}```\n\n</details>",
    ],
)
def test_a_recipe_in_a_block_of_code_is_read(tmp_path: Path, block: str) -> None:
    text = f"---\nlicense: mit\n---\n# mine\n\nTrained with axolotl.\n\n{block}\n"
    assert _names(_scan(tmp_path / "README.md", text)) == _BOTH


@pytest.mark.parametrize("edge", ["", "|"])
@pytest.mark.parametrize("head", ["Property | Value", "Base model | org/base-7b"])
def test_a_table_needs_no_outer_bars(tmp_path: Path, edge: str, head: str) -> None:
    rows = [head, "--- | ---", "Base model | org/base-7b", "Training data | tatsu-lab/alpaca"]
    table = "\n".join(f"{edge} {row} {edge}".strip() for row in rows)
    scan = _scan(tmp_path / "README.md", f"---\nlicense: mit\n---\n# mine\n\n{table}\n")
    assert ("org/base-7b", "base") in _names(scan)
    assert ("tatsu-lab/alpaca", "data") in _names(scan)


@pytest.mark.parametrize("value", ["org/thing", "[org/thing]", "https://huggingface.co/org/thing"])
def test_a_copy_is_made_from_what_it_copies(tmp_path: Path, value: str) -> None:
    scan = _scan(tmp_path / "README.md", f"---\nlicense: mit\nduplicated_from: {value}\n---\n# mine\n")
    assert [one.name.removeprefix("https://huggingface.co/") for one in scan.upstreams] == ["org/thing"]


@pytest.mark.parametrize(
    "text",
    ["FROM org/base-7b\n", '  from "org/base-7b"\n', "# note\nFrom\t'org/base-7b'\nADAPTER org/rows\n"],
)
def test_a_modelfile_may_quote_and_indent(tmp_path: Path, text: str) -> None:
    assert ("org/base-7b", "base") in _names(_scan(tmp_path / "Modelfile", text))
