"""What takes the place of a bundle that is in effect."""

from __future__ import annotations

import json
import pathlib

import pytest

from compliance.load.minisign import PublicKey
from compliance.load.updates import Update, Updates


def _update(content: bytes, comment: str = "a comment") -> Update:
    return Update(content, "a signature", comment, PublicKey(b"12345678", b"k" * 32))


@pytest.mark.parametrize("noted", [True, False], ids=["dated", "undated"])
@pytest.mark.parametrize("harm", ["as it is", "gone", "altered"])
def test_a_bundle_that_cannot_be_verified_is_healed_by_another(
    tmp_path: pathlib.Path, harm: str, noted: bool
) -> None:
    updates = Updates(tmp_path)
    first, second = _update(b"old", "2026-01-02" if noted else "a comment"), _update(b"new")
    updates.take(first)
    held = tmp_path / f"{first.digest}.packs"
    if harm == "gone":
        held.unlink()
    elif harm == "altered":
        held.write_bytes(b"else")
    updates.take(second)
    assert updates.state().taken == (first.digest, second.digest)
    assert (tmp_path / f"{second.digest}.packs").read_bytes() == b"new"
    assert json.loads((tmp_path / "state.json").read_text())["taken"] == [first.digest, second.digest]
