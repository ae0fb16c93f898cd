"""Packs in one file: the same bytes for the same packs, the same answer, and nothing else is read."""

from __future__ import annotations

import io
import pathlib
import struct
import zipfile
from collections.abc import Callable

import pytest

from compliance.errors import PackError
from compliance.load.packs.bundle import bundle_of, files_of, read_bundle
from compliance.load.packs.knowledge import load_packs, pack_files

FILES = [("rules/a/one.yaml", b"pack: 1\n"), ("policies/two.yaml", b""), ("own/x.yaml", b"a: \xc3\xbc\n")]


def test_the_same_files_make_the_same_bytes_and_come_back() -> None:
    assert bundle_of(FILES) == bundle_of(iter(FILES))
    assert files_of(bundle_of(FILES)) == FILES


def test_bundled_packs_come_back_as_they_are(tmp_path: pathlib.Path) -> None:
    files, contents = pack_files()
    path = tmp_path / "packs.zip"
    path.write_bytes(bundle_of((shown, held) for (_, shown), held in zip(files, contents, strict=True)))
    assert load_packs(bundle=path) == load_packs()
    assert [shown for _, shown in pack_files(bundle=path)[0]] == [shown for _, shown in files]


def _zip(entries: list[tuple[str, bytes]], method: int = zipfile.ZIP_STORED, mode: int = 0o100644) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, content in entries:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.external_attr, entry.compress_type = mode << 16, method
            archive.writestr(entry, content)
    return held.getvalue()


def _longer(content: bytes) -> bytes:
    """An archive whose directory claims that a file is four gigabytes long."""
    at = content.rindex(b"PK\x01\x02")
    return content[: at + 20] + struct.pack("<II", 0xFFFFFFF0, 0xFFFFFFF0) + content[at + 28 :]


ODD: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "a text": lambda: b"pack: {id: x}\n",
    "an empty archive": lambda: _zip([]),
    "a bomb": lambda: _zip([("rules/a.yaml", bytes(10_000_000))], zipfile.ZIP_DEFLATED),
    "a name that leads out": lambda: _zip([("rules/../../a.yaml", b"")]),
    "a name from the root": lambda: _zip([("/etc/a.yaml", b"")]),
    "a name without a folder": lambda: _zip([("a.yaml", b"")]),
    "another kind of file": lambda: _zip([("rules/a.py", b"")]),
    "a hidden file": lambda: _zip([("rules/.a.yaml", b"")]),
    "a command in a name": lambda: _zip([("rules/a\n::error::b.yaml", b"")]),
    "a link": lambda: _zip([("rules/a.yaml", b"/etc/passwd")], mode=0o120777),
    "a name twice": lambda: _zip([("rules/a.yaml", b""), ("rules/a.yaml", b"")]),
    "too many": lambda: _zip([(f"rules/{number}.yaml", b"") for number in range(2_001)]),
    "one too large": lambda: _zip([("rules/a.yaml", bytes(9_000_000))]),
    "something before": lambda: b"#!/bin/sh\n" + bundle_of(FILES),
    "something after": lambda: bundle_of(FILES) + b"x",
    "cut off": lambda: bundle_of(FILES)[:-10],
    "a false length": lambda: _longer(bundle_of(FILES)),
    "a changed byte": lambda: bundle_of(FILES).replace(b"pack: 1", b"pack: 2"),
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("made", ODD.values(), ids=list(ODD))
def test_anything_else_is_refused(made: Callable[[], bytes], tmp_path: pathlib.Path) -> None:
    path = tmp_path / "packs.zip"
    path.write_bytes(made())
    with pytest.raises(PackError) as caught:
        read_bundle(path)
    assert "\n::" not in str(caught.value)


def test_every_changed_byte_is_refused_or_is_another_bundle() -> None:
    whole = bundle_of(FILES)
    for place in range(len(whole)):
        changed = whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]
        try:
            found = files_of(changed)
        except ValueError:
            continue
        assert bundle_of(found) == changed != whole


def test_a_pipe_is_no_bundle(tmp_path: pathlib.Path) -> None:
    import os

    pipe = tmp_path / "packs.zip"
    os.mkfifo(pipe)
    with pytest.raises(PackError, match="regular file"):
        read_bundle(pipe)
