"""Under what the files of packages (`pyproject.toml`, `setup.cfg`, `Cargo.toml`, `package.json`) put what they pack."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from compliance.acquire.operated.ini import read_ini
from compliance.acquire.toml import read_toml
from compliance.acquire.tree import Placed, UnreadableError, line_of, mapping, read_json
from compliance.model.declared.sighting import Statement
from compliance.model.shapes.location import Location

PACKAGE = "package"
"""What such a licence is said of: the package, which may hold the code alone."""
_FILES = frozenset({"pyproject.toml", "setup.cfg", "cargo.toml", "package.json", "composer.json", "setup.py"})
_CLASSIFIER = re.compile(r"License :: OSI Approved :: (?P<name>.+)")

_GIVEN = re.compile(r"""\blicense\s*=\s*["']([^"'\n]{2,60})["']""")


def is_package(name: str) -> bool:
    """Whether a file is one of a package, at the root of the folder.

    >>> is_package("Cargo.toml"), is_package("viewer/package.json")
    (True, False)
    """
    return name.lower() in _FILES


def package_licence(text: str, name: str) -> list[Statement]:
    """The licence that a package's file states."""
    licence = _called(text) if name == "setup.py" else _stated(_tree(text, name))
    if not licence or licence.strip().upper() in ("UNLICENSED", "PROPRIETARY"):
        return []
    place = Location(name, line_of(licence) if isinstance(licence, Placed) else 1, 1)
    return [Statement("licence", PACKAGE, str(licence), place, f"license: {licence}")]


def _called(text: str) -> Placed | None:
    """The licence that a call of `setup` is given."""
    told = _GIVEN.search(text)
    return Placed.at(told[1], text.count("\n", 0, told.start()) + 1) if told else None


def _tree(text: str, name: str) -> Mapping[str, Any]:
    if name.lower().endswith(".cfg"):
        return read_ini(text)
    if name.lower().endswith(".toml"):
        return read_toml(text) or {}
    try:
        return mapping(read_json(text))
    except UnreadableError:
        return {}


def _stated(tree: Mapping[str, Any]) -> str | None:
    """The licence in the place where each kind of file has it; a file of terms that is only named states none."""
    poetry = mapping(mapping(tree.get("tool")).get("poetry"))
    for part in (
        mapping(tree.get("project")),
        poetry,
        mapping(tree.get("metadata")),
        mapping(tree.get("package")),
        tree,
    ):
        told = part.get("license") or part.get("licence")
        told = mapping(told).get("text") or mapping(told).get("type") if isinstance(told, dict) else told
        if (
            isinstance(told, str)
            and told.strip()
            and "\n" not in told.strip()
            and not told.lower().startswith("file:")
        ):
            return told
        classifiers = part.get("classifiers")
        for one in classifiers if isinstance(classifiers, list) else ():
            if isinstance(one, str) and (found := _CLASSIFIER.match(one)):
                name = found["name"].removesuffix(" License")
                return Placed.at(name, one.line) if isinstance(one, Placed) else name
    return None
