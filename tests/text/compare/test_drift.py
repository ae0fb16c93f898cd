"""Between two versions, moves and spelling stay silent, substance is loud, and the rules that cite it are named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from compliance.errors import UsageError
from compliance.model.known.policy_text import CitedVersion, DocumentChange, by_fingerprint
from compliance.model.packs.instrument import Version
from compliance.text.compare.drift import document_change, word_changes
from compliance.text.compare.drift_sources import drifted, two_versions
from compliance.text.keep.fingerprint import digest
from compliance.text.keep.ota import collections_of
from compliance.text.keep.pin import Store
from compliance.text.keep.verify_lines import Finder
from compliance.text.read.segment import segment
from tests.effort import effort_below

Record = Callable[..., str]
TERMS = "Meadow/Terms of Service.md"
RIVALS = "You may not use output to train models that compete with Meadow."
ANY = "You may not use output to train any model."
SECTION = "\n\nSection {n} says that the meadow closes at hour {n} and opens on the next day."
FILLER = "".join(SECTION.format(n=n) for n in range(12))


def cited(
    words: str, key: str = "rivals", commit: str = "", instrument: str = "meadow/terms"
) -> CitedVersion:
    told = {"from": "2026-01-01", "fingerprint": digest(words)}
    if commit:
        told["capture"] = {"collection": "meadow-versions", "commit": commit}  # type: ignore[assignment]
    return CitedVersion(
        instrument, key, "Meadow", Version.model_validate(told), "full-text", ("meadow/rivals",)
    )


def change(old: str, new: str, *known: CitedVersion) -> DocumentChange:
    marks = by_fingerprint(known)
    return document_change(segment(old), segment(new), marks, Finder(marks.keys()))


def test_a_changed_clause_names_its_topic_and_the_rules_that_cite_it() -> None:
    found = change(f"# Terms\n\n{RIVALS}{FILLER}", f"# Terms\n\n{ANY}{FILLER}", cited(RIVALS))
    assert found.verdict == "substantive"
    assert [(each.name, each.rules, each.recorded) for each in found.cited] == [
        ("meadow/terms#rivals", ("meadow/rivals",), False)
    ]
    loud = [each for each in found.changes if each.loud]
    assert [(each.rules, each.cited) for each in loud][:1] == [(("meadow/rivals",), ("meadow/terms#rivals",))]


def test_new_words_that_are_recorded_are_said_to_be() -> None:
    found = change(f"{RIVALS}{FILLER}", f"{ANY}{FILLER}", cited(RIVALS), cited(ANY))
    assert [each.recorded for each in found.cited] == [True]


def test_a_clause_that_moved_within_its_document_changes_nothing() -> None:
    found = change(f"{RIVALS}{FILLER}", f"{FILLER}\n\n{RIVALS}", cited(RIVALS))
    assert (found.verdict, found.topics, found.cited) == ("cosmetic", (), ())


def test_word_changes_put_together_give_both_wordings() -> None:
    old, new = "You may sell it today or later.", "You may never sell it today."
    runs = word_changes(old, new)
    assert " ".join(each.words for each in runs if each.kind != "added") == old
    assert " ".join(each.words for each in runs if each.kind != "removed") == new


def test_very_long_wordings_are_not_compared_word_by_word() -> None:
    runs = word_changes("a " * 50_000, "b " * 50_000)
    assert [each.kind for each in runs] == ["removed", "added"]


def test_a_broken_capture_is_called_one() -> None:
    found = change(f"# Terms\n\n{RIVALS}{FILLER * 5}", "Loading, please wait.")
    assert (found.verdict, bool(found.reason)) == ("artefact", True)


def test_two_versions_are_files_or_commits(repository: Path, record: Record, tmp_path: Path) -> None:
    first, second = (record(f"2026-0{n}-01", {TERMS: text}) for n, text in ((1, RIVALS), (2, ANY)))
    old, new = two_versions(first, second, [f"m={repository}"], TERMS)
    assert (old.content, new.content, new.captured_on) == (RIVALS.encode(), ANY.encode(), "2026-02-01")
    (tmp_path / "a.md").write_text(RIVALS)
    assert (
        two_versions(str(tmp_path / "a.md"), str(tmp_path / "a.md"), (), None)[0].content == RIVALS.encode()
    )
    with pytest.raises(UsageError, match="one collection"):
        two_versions(first, second, [f"m={repository}"], None)
    with pytest.raises(UsageError, match="holds no"):
        two_versions(first, second, [f"m={repository}"], "Meadow/Other.md")


def test_a_clause_drifts_when_the_newest_text_lacks_its_words(
    repository: Path, record: Record, tmp_path: Path
) -> None:
    first = record("2026-01-01", {TERMS: f"# Terms\n\n{RIVALS}\n\nYou may read all of it.{FILLER}"})
    record("2026-02-01", {TERMS: f"# Terms\n\n{ANY}\n\nYou may read all of it.{FILLER}"})
    known = [cited(RIVALS, commit=first), cited("You may read all of it.", "reading", first)]
    found, looked = drifted(
        known, collections_of([f"meadow-versions={repository}"]), Store(tmp_path / "none")
    )
    assert looked == 2
    assert [(each.name, each.rules) for each in found] == [("meadow/terms#rivals", ("meadow/rivals",))]
    assert ANY in {change.new for change in found[0].changes}


def test_a_broken_newest_capture_is_called_one(repository: Path, record: Record, tmp_path: Path) -> None:
    first = record("2026-01-01", {TERMS: f"# Terms\n\n{RIVALS}{FILLER}"})
    record("2026-02-01", {TERMS: "Loading, please wait."})
    held = collections_of([f"meadow-versions={repository}"])
    (found,), _ = drifted([cited(RIVALS, commit=first)], held, Store(tmp_path / "none"))
    assert found.broken == "one of the captures is all but empty"


def test_pinned_texts_drift_too(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    for day, text in (("2026-01-01", RIVALS), ("2026-02-01", ANY)):
        store.put(
            text.encode(),
            name="terms.md",
            origin="file",
            captured_on=day,
            pinned_on=day,
            instruments=["meadow/terms"],
        )
    found, looked = drifted([cited(RIVALS), cited(RIVALS, instrument="other/terms")], {}, store)
    assert looked == 1
    assert [each.where for each in found] == ["terms.md, pinned, of 2026-02-01"]


@pytest.mark.parametrize(
    "piece",
    ["You may not do it. ", "(a) you shall not sell; ", "a b ", "[](", "\u200b*", "* item\n"],
    ids=repr,
)
def test_a_hostile_text_is_compared_in_linear_time(piece: str) -> None:
    known = [cited(RIVALS)]
    change(RIVALS, ANY, *known)
    with effort_below(10_000):
        change(piece * 5_000, f"x {piece}" * 5_000, *known)
