"""Weights and rows that a script fetches into a folder of its own, and later calls by that folder."""

from __future__ import annotations

import re

_FETCHED = re.compile(
    r"\b(?:huggingface-cli|hf)\s+download\s+(?P<options>(?:--\S+(?:\s+(?:dataset|model)(?=\s))?\s+)*)"
    r"(?P<name>[\w.-]+/[\w.-]+)\s(?P<rest>[^;&|\n]*)|"
    r"\bgit\s+clone\s+(?:--\S+\s+)*https://(?:huggingface\.co|hf\.co)/(?P<cloned>(?:datasets/)?[\w.-]+/[\w.-]+)\s+(?P<into>[\w./$~-]+)"
)
MOST = 24
"""Folders that are kept in mind."""
_INTO = re.compile(r"--local[-_]dir[= ][\"']?([^\s\"']+)")


def relocated(text: str) -> str:
    """The script with the hub's name in the place of each folder into which a line before fetched it."""
    folders: dict[str, str] = {}
    lines = text.split("\n")
    for number, line in enumerate(lines):
        for folder, name in folders.items():
            line = re.sub(rf"(?<![\w./-]){re.escape(folder)}/?(?=[\s\"']|$)", name, line)
        lines[number] = line
        for one in _FETCHED.finditer(line):
            into = _INTO.search(one["rest"] or one["options"] or "")
            folder = (into[1] if into else one["into"] or "").removeprefix("./").rstrip("/")
            if folder and "/" in folder and len(folders) < MOST:
                folders[folder] = (one["name"] or one["cloned"]).removeprefix("datasets/")
    return "\n".join(lines)
