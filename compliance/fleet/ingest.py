"""What files say of a fleet: hub dumps and rows in JSONL, CSV and Parquet, and folders of manifests."""

from __future__ import annotations

import hashlib
import json
import pathlib
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TextIO, get_args

from compliance.errors import Fault, InputError, Location, UsageError, listed
from compliance.fleet import hub
from compliance.fleet.extras import need
from compliance.fleet.manifests import manifest_rows
from compliance.fleet.progress import Progress
from compliance.fleet.rows import ARTIFACT_COLUMNS, EDGE_COLUMNS, ArtifactRow, EdgeRow, Row
from compliance.fleet.store import Store
from compliance.model.known.knowledge import Knowledge
from compliance.model.shapes.shape import ArtifactKind
from compliance.patterns import whole_letters

_CHUNK = 50_000
_OTHER_NAMES = {
    "source": "parent", "parent_name": "parent", "target": "child", "license": "licence", "date": "released",
}  # fmt: skip
_TABLES = {".csv": "read_csv(?, all_varchar = true)", ".parquet": "read_parquet(?)"}


def ingest(store: Store, place: pathlib.Path, knowledge: Knowledge, say: Callable[[str], None]) -> int:
    """Take one file or folder of manifests in; returns the number of the version.

    Raises `UsageError` for a place that is none of these, `InputError` for a line that cannot be read. Then nothing
    of it is taken in.
    """
    if place.is_dir():
        return store.ingest(manifest_rows(place, knowledge), str(place), "")
    if not place.is_file():
        raise UsageError(Fault(None, f"there is no {place}", "give a file, or a folder of manifests"))
    digest = hashlib.sha256(place.read_bytes()).hexdigest() if place.stat().st_size < 2**30 else ""
    if place.suffix in _TABLES:
        return store.ingest(_of_table(store, place), str(place), digest)
    with place.open(encoding="utf-8", errors="replace") as lines:
        return store.ingest(_of_lines(lines, place, say), str(place), digest)


def _of_lines(lines: TextIO, place: pathlib.Path, say: Callable[[str], None]) -> Iterator[Sequence[Row]]:
    progress, chunk = Progress(place.name, None, say), list[Row]()
    for number, text in enumerate(lines, 1):
        if not text.strip():
            continue
        try:
            record = json.loads(text, object_pairs_hook=_once)
            if "\\ud" in text.lower():
                record = _whole(record)
            if not isinstance(record, dict):
                raise ValueError("not an object")
        except _TwiceError as error:
            raise InputError(Fault(Location(str(place), number, 1), str(error), "say it once")) from None
        except (ValueError, RecursionError):
            fault = Fault(
                Location(str(place), number, 1), "this line is no JSON object", "write one object a line"
            )
            raise InputError(fault) from None
        chunk += hub.rows(record) if hub.is_hub_record(record) else _plain(record, place, number)
        if len(chunk) >= _CHUNK:
            yield chunk
            chunk = []
            progress.at(number)
    yield chunk


class _TwiceError(ValueError):
    """A key that one object gives two values."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object in which no value takes another's place."""
    made = dict(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _TwiceError(f"{twice!r} is given twice")
    return made


def _whole(value: Any) -> Any:
    """What was read, without half a letter anywhere in it."""
    if isinstance(value, dict):
        return {whole_letters(key): _whole(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_whole(one) for one in value]
    return whole_letters(value) if isinstance(value, str) else value


def _plain(record: dict[str, Any], place: pathlib.Path, number: int) -> Iterator[Row]:
    """A line that is a row itself: an edge where it names a parent, else an artifact."""
    given = {key: value for key, value in record.items() if value is not None}
    for other, name in _OTHER_NAMES.items():
        if other in given:
            given.setdefault(name, given[other])
    if "parent" in given and "child" in given:
        # A parent's id in the registry is not its name; the name says which artifact it is.
        given["parent"] = record.get("parent_name") or given["parent"]
        for parent in _several(given["parent"]):
            one = {**given, "parent": _name(parent, "parent", place, number)}
            for name in ("parent_kind", "child_kind"):
                one[name] = str(one[name]).strip().lower() if name in one else None
            one["child"] = _name(given["child"], "child", place, number)
            told = zip(EDGE_COLUMNS, _DEFAULTS, strict=True)
            yield EdgeRow(*(_text(one.get(name)) or default for name, default in told))  # type: ignore[arg-type]
        return
    if "id" not in given:
        what = "this line names neither an artifact (`id`) nor an edge (`child`, `parent`)"
        raise InputError(Fault(Location(str(place), number, 1), what, "see docs/fleet.md for the columns"))
    given["id"] = _name(given["id"], "id", place, number)
    given["kind"] = _kind(given.get("kind", "model"), place, number)
    for name, between in (("licence", " AND "), ("statements", "\n")):
        if isinstance(given.get(name), list):
            given[name] = between.join(filter(None, map(_text, given[name])))
    yield ArtifactRow(*(_text(given.get(name)) for name in ARTIFACT_COLUMNS))  # type: ignore[arg-type]


def _several(value: object) -> list[object]:
    """One value, or those of a list."""
    return value if isinstance(value, list) and value else [value]


def _name(value: object, column: str, place: pathlib.Path, number: int) -> str:
    """A name, which is a text or a number. Raises `InputError` where it is none."""
    text = _text(value)
    if not text:
        what = f"{column} is no name"
        raise InputError(Fault(Location(str(place), number, 1), what, "write a text"))
    return text


def _kind(value: object, place: pathlib.Path, number: int) -> str:
    """A kind in lower case. Raises `InputError` for a word that is none: rules are put by it."""
    kind = str(value).strip().lower()
    if kind not in get_args(ArtifactKind):
        what, advice = (
            f"{str(value)[:40]!r} is no kind of thing",
            f"choose one of {listed(get_args(ArtifactKind))}",
        )
        raise InputError(Fault(Location(str(place), number, 1), what, advice))
    return kind


_DEFAULTS: tuple[str | None, ...] = ("", "", None, "other", "unknown", None, None, None, None)


def _text(value: object) -> str | None:
    if value is None or isinstance(value, list | dict):
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace") or None
    return str(value) or None


def _refuse_doubles(names: Sequence[str], place: pathlib.Path) -> None:
    """Raises `InputError` for a column that stands twice, which a reader of tables numbers."""
    known = {*ARTIFACT_COLUMNS, *EDGE_COLUMNS, *_OTHER_NAMES} & set(names)
    for name in names:
        first, _, number = name.rpartition("_")
        if first in known and number.isdigit():
            raise InputError(
                Fault(Location(str(place), 1, 1), f"column {first!r} stands twice, as {name!r}", "rename one")
            )


def _of_table(store: Store, place: pathlib.Path) -> Iterator[Sequence[Row]]:
    duckdb = need("duckdb")
    reading = store.connection.cursor()
    try:
        # In a name that is looked up as a pattern, each of its signs stands for itself.
        literal = re.sub(r"([*?\[])", r"[\1]", str(place))
        found = reading.execute(f"SELECT * FROM {_TABLES[place.suffix]}", [literal])
        names = [one[0] for one in found.description]
        _refuse_doubles(names, place)
        while rows := found.fetchmany(_CHUNK):
            records = (dict(zip(names, row, strict=True)) for row in rows)
            yield [made for number, one in enumerate(records, 1) for made in _plain(one, place, number)]
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise InputError(
            Fault(Location(str(place), 1, 1), f"cannot be read: {reason}", "give a table")
        ) from None
