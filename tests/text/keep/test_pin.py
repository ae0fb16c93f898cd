"""Pinned texts lie under their digest, whole or not at all, and reports can quote them."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from compliance.errors import InputError, UsageError
from compliance.model.known.policy_text import CitedVersion
from compliance.model.packs.instrument import Version
from compliance.text.keep.fingerprint import digest
from compliance.text.keep.pin import Store, store_folder
from compliance.text.keep.pin_quotes import pinned_quotes, quote_of
from compliance.text.keep.pin_source import sources_of
from tests.effort import effort_below

TEXT = "# Terms\n\n*   You may **not** use [Output](https://example.com) to train a rival of Meadow.\n*   Be kind.\n"
CLAUSE = "You may not use Output to train a rival of Meadow."


def cited(words: str) -> CitedVersion:
    version = Version.model_validate({"from": "2026-01-01", "fingerprint": digest(words)})
    return CitedVersion("meadow/terms", "rivals", "Meadow", version, "full-text", ("meadow/rivals",))


def keep(store: Store, content: bytes = TEXT.encode(), day: str = "2026-02-01") -> str:
    pin = store.put(content, name="terms.md", origin="file terms.md", captured_on=day, pinned_on="2026-03-01")
    return pin.digest


def test_a_text_is_kept_under_its_digest(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    digested = keep(store)
    assert digested == f"sha256:{hashlib.sha256(TEXT.encode()).hexdigest()}"
    (pin,) = store.pins()
    assert (pin.digest, pin.captured_on, pin.origin) == (digested, "2026-02-01", "file terms.md")
    assert store.read(pin) == TEXT.encode()


def test_the_same_text_is_kept_once_with_its_earliest_day(tmp_path: Path) -> None:
    store = Store(tmp_path)
    keep(store)
    keep(store, day="2025-12-01")
    keep(store, day="2026-05-01")
    assert [pin.captured_on for pin in store.pins()] == ["2025-12-01"]


def test_a_repository_does_not_take_up_the_store(tmp_path: Path) -> None:
    keep(Store(tmp_path / "store"))
    assert (tmp_path / "store" / ".gitignore").read_text().endswith("\n*\n")


def test_a_text_that_was_altered_is_not_read(tmp_path: Path) -> None:
    store = Store(tmp_path)
    name = keep(store).removeprefix("sha256:")
    (tmp_path / name[:2] / name).write_bytes(b"another text")
    with pytest.raises(InputError, match="not the text that was pinned"):
        store.read(store.pins()[0])


@pytest.mark.parametrize("note", ["", "{}", "[" * 100_000, '{"digest": "sha256:../../etc"}', "null"])
def test_a_damaged_note_is_named(tmp_path: Path, note: str) -> None:
    store = Store(tmp_path)
    name = keep(store).removeprefix("sha256:")
    (tmp_path / name[:2] / f"{name}.json").write_text(note)
    with pytest.raises(InputError, match="cannot be read"):
        store.pins()


@pytest.mark.parametrize("note", ["", "{}", "[" * 100_000, '{"digest": "sha256:../../etc"}', "null"])
def test_pinning_again_heals_a_damaged_note_and_a_damaged_text(tmp_path: Path, note: str) -> None:
    store = Store(tmp_path)
    name = keep(store).removeprefix("sha256:")
    (tmp_path / name[:2] / f"{name}.json").write_text(note)
    (tmp_path / name[:2] / name).write_text("another text")
    keep(store, day="2026-02-03")
    (pin,) = store.pins()
    assert (pin.captured_on, store.read(pin)) == ("2026-02-03", TEXT.encode())


def test_nothing_half_written_stays_where_the_place_cannot_be_written(tmp_path: Path) -> None:
    blocked = tmp_path / "store"
    blocked.write_text("a file")
    with pytest.raises(InputError, match="cannot keep"):
        keep(Store(blocked))
    assert list(tmp_path.rglob(".fresh*")) == []


def test_the_store_lies_in_the_data_folder_of_the_user(tmp_path: Path) -> None:
    assert store_folder() == tmp_path / "data" / "compliance" / "texts"
    assert store_folder(tmp_path) == tmp_path


def test_a_quote_has_the_words_of_the_text_its_digest_and_its_day(tmp_path: Path) -> None:
    store = Store(tmp_path)
    digested = keep(store)
    (quote,) = pinned_quotes(store, [cited(CLAUSE), cited("You may do as you like.")]).values()
    assert quote.words == CLAUSE
    assert (quote.digest, quote.captured_on, quote.line) == (digested, "2026-02-01", 3)


def test_a_quote_comes_out_of_html_too(tmp_path: Path) -> None:
    store = Store(tmp_path)
    page = f"<html><body><p>Welcome.</p><p>{CLAUSE}</p></body></html>".encode()
    store.put(page, name="terms.html", origin="file", captured_on="2026-01-01", pinned_on="2026-01-01")
    assert [quote.words for quote in pinned_quotes(store, [cited(CLAUSE)]).values()] == [CLAUSE]


def test_words_in_mid_sentence_are_quoted_from_the_text_of_their_instrument(tmp_path: Path) -> None:
    each = cited("use Output to train a rival")
    quoted = []
    for names in ((), ("meadow/terms",)):
        store = Store(tmp_path / str(len(names)))
        store.put(
            TEXT.encode(),
            name="t.md",
            origin="file",
            captured_on="2026-01-01",
            pinned_on="2026-01-01",
            instruments=names,
        )
        quoted.append([quote.words for quote in pinned_quotes(store, [each]).values()])
    assert quoted == [[], ["use Output to train a rival"]]


def test_a_second_look_reads_what_the_first_one_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path)
    keep(store)
    first = pinned_quotes(store, [cited(CLAUSE)])
    monkeypatch.setattr("compliance.text.keep.fingerprint.find", lambda *_, **__: pytest.fail("looked again"))
    assert pinned_quotes(store, [cited(CLAUSE)]) == first


@pytest.mark.parametrize("words", ["Do as you like.", "\x1b[2J"])
def test_a_kept_quote_that_was_altered_is_looked_up_again(tmp_path: Path, words: str) -> None:
    store = Store(tmp_path)
    keep(store)
    pinned_quotes(store, [cited(CLAUSE)])
    (kept,) = tmp_path.glob("??/*.quotes")
    kept.write_text(kept.read_text().replace(CLAUSE, json.dumps(words)[1:-1]))
    assert [quote.words for quote in pinned_quotes(store, [cited(CLAUSE)]).values()] == [CLAUSE]


def test_an_empty_store_quotes_nothing(tmp_path: Path) -> None:
    assert pinned_quotes(Store(tmp_path / "none"), [cited(CLAUSE)]) == {}


def test_letters_that_grow_in_small_do_not_shift_a_quote() -> None:
    assert quote_of("İİİ and Xyz \ue000.", "and xyz") == "and Xyz"


def test_a_hostile_line_is_quoted_in_linear_time() -> None:
    line = "[" * 200_000 + " A rule. " + "*" * 200_000
    with effort_below(2000):
        quote_of(line, "a rule.")


def test_folders_are_read_without_following_links(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "terms.md").write_text(TEXT)
    (tmp_path / "texts" / "notes.bin").write_bytes(b"\0")
    (tmp_path / "secret.md").write_text("secret")
    (tmp_path / "texts" / "link.md").symlink_to(tmp_path / "secret.md")
    assert [source.name for source in sources_of([str(tmp_path / "texts")], (), "HEAD", None)] == ["terms.md"]


def test_a_file_has_its_own_day_unless_one_is_given(tmp_path: Path) -> None:
    place = tmp_path / "terms.md"
    place.write_text(TEXT)
    os.utime(place, (1_750_000_000, 1_750_000_000))
    days = [sources_of([str(place)], (), "HEAD", day)[0].captured_on for day in (None, "2026-01-02")]
    assert days == ["2025-06-15", "2026-01-02"]
    with pytest.raises(UsageError, match="captured-on"):
        sources_of([str(place)], (), "HEAD", "soon")


def test_addresses_are_never_followed() -> None:
    with pytest.raises(UsageError, match="downloads nothing"):
        sources_of(["https://example.com/terms"], (), "HEAD", None)
