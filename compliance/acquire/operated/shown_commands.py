"""Commands that pages show for running the scripts of a folder, where these are said to make something."""

from __future__ import annotations

import re

_FENCE = re.compile(r"^\s*(?:`{3,}|~{3,})")
_HEADING = re.compile(r"^#{1,6}\s+(?P<text>.+)")
_OF_USE = re.compile(
    r"(?i)\b(?:infer\w*|demos?|evaluat\w*|benchmark\w*|deploy\w*|serv(?:e|ing|er)|usage|tests?|testing|gradio|chat|"
    r"web ?ui|results?|customi[sz]\w*|your own|contribut\w*|export\w*|convert\w*|judg\w*|"
    r"\w+-?bench|answers?|predict\w*|quick ?start|play\w*)\b"
)
"""Headings below which readers are shown what they may do with the finished work."""
_OF_MAKING = re.compile(
    r"(?i)\b(?:re)?train\w*|\b(?:fine-?)?tun(?:e|ing)\b|\breproduc\w*|\bdata\b|\bdistil\w*"
)
"""Headings below which the work is made."""
_SCRIPT_OF_USE = re.compile(
    r"(?i)[\w./-]*?(?:infer|eval|test|demo|chat|serve|app|cli|predict|bench|export|convert|play|gradio|web|api|"
    r"sampl|score|compare|visuali|plot|example)\w*\.py\b"
)
"""Scripts that by their names make nothing of what they are given."""


def shown_commands(page: str) -> str:
    r"""A page with only the lines of its blocks of code that run scripts to make the work; the others are empty.

    >>> shown_commands("# Training\n~~~\npython tune.py --base fen/heron-3b\n~~~\n").split("\n")[2]
    'python tune.py --base fen/heron-3b'
    >>> shown_commands("# Inference\n~~~\npython say.py --base fen/heron-3b\n~~~\n").strip()
    ''
    """
    kept, within, heading = [], False, ""
    for line in page.splitlines():
        if _FENCE.match(line):
            within = not within
            kept.append("")
            continue
        if not within and (told := _HEADING.match(line)):
            heading = told["text"]
        of_use = _OF_USE.search(heading) and not _OF_MAKING.search(heading)
        kept.append(re.sub(r"^\s*[$>]\s+", "", line) if within and not of_use else "")
    return _without_use("\n".join(kept))


def _without_use(text: str) -> str:
    """The lines without commands of scripts that by their names only use, test or show the work."""
    kept, skips = [], False
    for line in text.split("\n"):
        skips = skips or _SCRIPT_OF_USE.search(line) is not None
        kept.append("" if skips else line)
        skips = skips and line.endswith("\\")
    return "\n".join(kept)
