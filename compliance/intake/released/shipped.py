"""Which licence texts and notices a folder ships: what a release hands out beside the thing itself."""

from __future__ import annotations

from collections.abc import Iterable

from compliance.acquire.walk import TextFile
from compliance.model.declared.sighting import Statement
from compliance.model.known.knowledge import Registry

_PAGES = (".md", ".markdown", ".txt", ".rst")
MOST = 280


def copies(statements: Iterable[Statement]) -> tuple[str, ...]:
    """Licences whose text, or a file that puts the release under them, lies in the folder."""
    files = ("licen", "copying", "unlicense")
    told = [one.text for one in statements if one.place.file.rsplit("/", 1)[-1].lower().startswith(files)]
    return tuple(dict.fromkeys(told))


def notices(files: Iterable[TextFile], registry: Registry) -> tuple[str, ...]:
    """Lines of the folder's pages that hold a notice which some licence asks for."""
    asked = (record.notice for record in registry.licences.values() if record.notice)
    wanted = {tuple(word.lower() for word in words) for words in asked}
    found: dict[str, None] = {}
    for file in files:
        name = file.path.name.lower()
        if file.suffix not in _PAGES and not name.startswith("notice"):
            continue
        held = _held(file.text.lower(), wanted)
        for line in file.text.splitlines() if held else ():
            if _held(line.lower(), held):
                found[line.strip(" #>*_-|`")[:MOST]] = None
    return tuple(one for one in found if one)


def _held(text: str, notices: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The notices of which a text has every word."""
    return [words for words in notices if all(word in text for word in words)]
