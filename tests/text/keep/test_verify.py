"""A cited clause is proven where its words stand in a held text; why it is not is always said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from compliance.model.known.policy_text import CitedVersion, Proof, cited_versions
from compliance.model.packs.instrument import Version
from compliance.pipeline import load_packs
from compliance.text.keep.fingerprint import digest
from compliance.text.keep.ota import Archive, collections_of
from compliance.text.keep.pin import Store
from compliance.text.keep.verify import failed, verify
from compliance.text.keep.verify_lines import Finder, searchable
from compliance.text.read.segment import segment

Record = Callable[..., str]
TERMS = "Meadow/Terms of Service.md"
RIVALS = "You may not use output to train a rival of Meadow."
TEXT = f"# Terms\n\nWelcome to Meadow. {RIVALS} Be kind.\n"


def cited(
    words: str | None, commit: str = "", *, held: bool = True, assurance: str = "full-text"
) -> CitedVersion:
    told = {"from": "2026-01-01", "held": held}
    if words:
        told["fingerprint"] = digest(words)
    if commit:
        told["capture"] = {"collection": "Org/meadow-versions", "commit": commit}
    return CitedVersion("meadow/terms", "rivals", "Meadow", Version.model_validate(told), assurance, ())


def archives(repository: Path) -> dict[str, Archive]:
    return collections_of([f"Org/meadow-versions={repository}"])


def proof(each: CitedVersion, *given: object) -> Proof:
    (found,) = verify([each], *given)  # type: ignore[arg-type]
    return found


def test_words_that_stand_at_the_capture_are_proven(repository: Path, record: Record) -> None:
    commit = record("2026-01-01", {TERMS: TEXT})
    found = proof(cited(RIVALS, commit), archives(repository))
    assert (found.state, found.reason) == ("proven", f"{TERMS}:3 at Org/meadow-versions@{commit[:10]}")


def test_words_that_do_not_stand_at_the_capture_fail(repository: Path, record: Record) -> None:
    commit = record("2026-01-01", {TERMS: TEXT})
    found = proof(cited("You may do as you like.", commit), archives(repository))
    assert found.state == "not-proven"
    assert failed([found]) == (found,)


def test_only_the_commit_of_the_capture_counts(repository: Path, record: Record) -> None:
    record("2026-01-01", {TERMS: TEXT})
    later = record("2026-02-01", {TERMS: "# Terms\n\nBe kind.\n"})
    assert proof(cited(RIVALS, later), archives(repository)).state == "not-proven"


def test_words_in_mid_sentence_are_found_by_a_thorough_search(repository: Path, record: Record) -> None:
    commit = record("2026-01-01", {TERMS: TEXT})
    each = cited("use output to train a rival", commit)
    states = [verify([each], archives(repository), thorough=how)[0].state for how in (False, True)]
    assert states == ["not-proven", "proven"]


def test_a_pinned_text_proves_without_a_collection(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    store.put(TEXT.encode(), name="terms.md", origin="file", captured_on="2026-01-01", pinned_on="2026-01-01")
    assert proof(cited(RIVALS), {}, store).state == "proven"
    assert proof(cited("Never."), {}, store).state == "no-text"


def test_a_text_pinned_for_the_instrument_has_to_hold_the_words(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    store.put(
        TEXT.encode(), name="terms.md", origin="file", captured_on="2026-01-01", pinned_on="2026-01-01",
        instruments=["meadow/terms"],
    )  # fmt: skip
    assert proof(cited("Never do this."), {}, store).state == "not-proven"


def test_what_cannot_be_shown_has_its_reason(repository: Path, record: Record) -> None:
    record("2026-01-01", {TERMS: TEXT})
    held = archives(repository)
    reasons = [
        proof(each, held).reason
        for each in (
            cited(RIVALS, "0" * 40),
            cited(RIVALS),
            cited(None, held=False),
            cited(None, assurance="secondary"),
            cited(None),
        )
    ]
    assert reasons == [
        "Org/meadow-versions does not hold commit 0000000000",
        "no capture is recorded; pin the text to prove it",
        "the text of that time is not held",
        "the clause is known at second hand (secondary)",
        "no fingerprint is recorded",
    ]
    assert (
        proof(cited(RIVALS, "0" * 40), {}).reason == "collection Org/meadow-versions is not given (--texts)"
    )


WRAPPED = "Licence\n\n1. You may not use output to train\n   a rival of Meadow. Be\n   kind.\n\n(b) Do not\nsell it.\n"


def in_repository(words: str, commit: str, path: str) -> CitedVersion:
    capture = {"collection": "Org/meadow-versions", "commit": commit, "path": path}
    told = {"from": "2026-01-01", "fingerprint": digest(words), "capture": capture}
    return CitedVersion("meadow/terms", "rivals", "Meadow", Version.model_validate(told), "full-text", ())


def test_words_of_a_file_of_a_repository_are_proven_where_its_lines_are_wrapped(
    repository: Path, record: Record
) -> None:
    commit = record("2026-01-01", {"LICENSE": WRAPPED, "other/LICENSE": "Be kind.\n"})
    for words, line in ((RIVALS, 3), ("Be kind.", 3), ("Do not sell it.", 7)):
        found = proof(in_repository(words, commit, "LICENSE"), archives(repository))
        expected = ("proven", f"LICENSE:{line} at Org/meadow-versions@{commit[:10]}")
        assert expected == (found.state, found.reason)


def test_only_the_named_file_of_a_repository_counts(repository: Path, record: Record) -> None:
    commit = record("2026-01-01", {"LICENSE": WRAPPED, "other/LICENSE": "Be kind.\n"})
    for path in ("other/LICENSE", "LICENSE.txt", "--help", "other"):
        assert proof(in_repository(RIVALS, commit, path), archives(repository)).state == "not-proven"


def test_a_wrapped_text_keeps_its_lines_and_their_number() -> None:
    shown = searchable(segment(WRAPPED)).split("\n")
    assert shown[2] == "1. You may not use output to train a rival of Meadow. Be kind."
    assert shown[3:5] == WRAPPED.split("\n")[3:5]
    assert len(shown) == len(WRAPPED.split("\n"))


def test_a_finder_says_where_words_stand_first() -> None:
    finder = Finder({digest(RIVALS)})
    assert {stand.line for stand in finder.find(f"Be kind.\n{RIVALS}\n{RIVALS}\n").values()} == {2}
    assert finder.find("") == {}


def test_the_clauses_of_a_page_can_be_looked_for() -> None:
    page = segment(f"<ul><li>{RIVALS}</li><li>Be kind.</li></ul>")
    assert RIVALS in searchable(page).split("\n")


def test_most_recorded_fingerprints_stand_in_the_bundles(shared: Path) -> None:
    texts = shared / "text"
    names = ("genai-contrib-versions", "genai-eu-versions")
    held = collections_of([f"OpenTermsArchive/{name}={texts / name}.bundle" for name in names])
    proofs = verify(cited_versions(load_packs()), held, thorough=False)
    proven = {each.cited.version.fingerprint for each in proofs if each.state == "proven"}
    assert len(proven) >= 150
    assert all(each.reason for each in proofs)
