"""Lines of models whose every size starts from the base of that size: `{size}` in a base is the name's own size."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.model.names.records import ModelEntry
from compliance.model.words.spelling import words

SIZE = "{size}"


def of_size(entry: ModelEntry, name: str | None = None) -> ModelEntry:
    """The entry as it stands for a name: its bases of the size that the name has, of every size if it has none."""
    if not _depends(entry):
        return entry
    sizes = _sizes_in(name, entry.sizes) or entry.sizes
    changed: dict[str, object] = {"base": tuple(_filled(entry.base, sizes))}
    if entry.ancestry is not None:
        steps = tuple(
            step.model_copy(
                update={"inputs": {role: tuple(_filled(given, sizes)) for role, given in step.inputs.items()}}
            )
            for step in entry.ancestry.steps
        )
        changed["ancestry"] = entry.ancestry.model_copy(update={"steps": steps})
    return entry.model_copy(update=changed)


def _depends(entry: ModelEntry) -> bool:
    steps = entry.ancestry.steps if entry.ancestry else ()
    inputs = (name for step in steps for given in step.inputs.values() for name in given)
    return any(SIZE in name for name in (*entry.base, *inputs))


def _sizes_in(name: str | None, sizes: tuple[str, ...]) -> tuple[str, ...]:
    """The listed size that stands in a name, the longest where one holds another; none where none does."""
    said = words(name or "")
    found = [size for size in sizes if _holds(said, words(size))]
    return tuple(sorted(found, key=lambda size: -len(words(size)))[:1])


def _holds(said: tuple[str, ...], size: tuple[str, ...]) -> bool:
    return any(said[place : place + len(size)] == size for place in range(len(said) - len(size) + 1))


def _filled(names: tuple[str, ...], sizes: tuple[str, ...]) -> Iterator[str]:
    filled = (name.replace(SIZE, size) for name in names for size in (sizes if SIZE in name else ("",)))
    yield from dict.fromkeys(filled)
