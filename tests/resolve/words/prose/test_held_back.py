"""Terms that no free licence has, and doubts about rights, are asked about where sentences tell of them."""

from __future__ import annotations

import pytest

from compliance.resolve.words.prose.held_back import (
    doubts_in,
    kept_to,
    known_whole,
    over_in,
    terms_beside,
    terms_in,
)
from tests.resolve.conftest import Resolve

TEXT = """\
artifacts:
  m: {{kind: model}}
  rows: {{kind: dataset, name: hill/words, license: {license}, {more}note: "{note}",
    documented: {{where: "the card, section 2", generators: none{denied}}}}}
steps: [{{id: tune, kind: finetune, inputs: {{data: rows}}, outputs: m}}]
releases: [{{artifact: m, license: free}}]
"""
TERMS = (
    "do not redistribute", "received under NDA", "confidential", "access on request, no sharing", "not for production",
    "for internal use only", "evaluation licence", "no AI training", "only for members of the consortium",
    "delete after the project",
    "valid until 31 December 2025", "ask the author before commercial use", "see the DUA",
    "vertraulich, nicht weitergeben", "usage interne", "仅限内部",
    "got before the public release and under other conditions", "its card lists an acceptable use policy",
)  # fmt: skip
DOUBTS = (
    "origin unknown", "licence pending", "to be cleared with counsel", "permission asked, no answer yet", "leaked rows",
    "found on a torrent", "from an older set whose origin nobody knows", "rights not cleared",
    "converted from an unknown "
    "checkpoint", "merged with something we no longer remember", "Herkunft unklar", "origine inconnue", "来源不明",
    "probably a tune of something else", "looks like a fork of another set", "licence to be checked",
    "legal has not signed off", "do not ship before counsel looks", "not sure we may use this",
    "contains client secrets", "the client asked us not to share", "GDPR requests pending",
    "consent forms are missing", "two authors objected", "our lawyer is still looking at it",
    "the publisher never answered our mail", "we hope it is fine to use",
    "since withdrawn by its maker", "the repository was taken down in June", "retracted in 2019",
    "the set is no longer online", "withdrawn from the hub by the authors",
)  # fmt: skip
NEITHER = (
    "free to share", "commercial use allowed", "no longer under NDA", "not confidential", "nothing of unknown origin",
    "must be cited", "read on 3 May", "the licence is clear", "sources are listed in table 2", "no leaked rows in it",
    "questions on confidentiality", "rows of unknown origin were removed",
    "shared on the hub", "open source", "checked by legal", "counsel has signed off", "we may use everything in it",
    "consent forms are kept on file", "the owners agreed", "licence checked in March",
    "events recalled by their grandparents", "consent can be withdrawn by the speaker",
    "the bill was withdrawn in parliament", "retracted papers were left out", "the page is online",
)  # fmt: skip


def _state(resolved: Resolve, note: str, more: str = "", denied: str = "", licence: str = "MIT") -> str:
    text = TEXT.format(note=note, more=more, denied=denied, license=licence)
    return resolved(text).artifacts["rows"].making.state


@pytest.mark.parametrize("note", TERMS)
def test_terms_that_a_free_licence_lacks_are_asked_about(note: str, resolved: Resolve) -> None:
    assert list(terms_in(note))
    assert _state(resolved, note) == "open"
    assert _state(resolved, note, licence="'Hill data agreement'") == "known"


@pytest.mark.parametrize("note", DOUBTS)
@pytest.mark.parametrize("more", ["", "origin: own, "])
def test_doubts_about_rights_are_asked_about(note: str, more: str, resolved: Resolve) -> None:
    assert list(doubts_in(note))
    assert _state(resolved, note, more) == "open"


@pytest.mark.parametrize("note", NEITHER)
def test_what_is_neither_is_not(note: str, resolved: Resolve) -> None:
    assert not [*terms_in(note), *doubts_in(note)]
    assert _state(resolved, note) == "known"


def test_what_one_keeps_of_ones_own_binds_nobody_else(resolved: Resolve) -> None:
    assert _state(resolved, "for internal use only", "origin: own, ") == "known"


def test_the_words_are_said_to_mislead(resolved: Resolve) -> None:
    assert _state(resolved, "a set of confidential memos", denied=", not_from: [confidential]") == "known"


@pytest.mark.parametrize(
    ("stated", "known"),
    [
        (["Apache-2.0"], True), (["CC-BY-SA-4.0", None], True), (["CC0-1.0", "MIT"], True), (["CC-BY-ND-4.0"], True),
        (["CC-BY-NC-4.0"], True), (["proprietary"], False), ([None], False), (["MIT", "Hill terms"], False),
    ],
)  # fmt: skip
def test_whose_texts_everybody_knows(stated: list[str | None], known: bool) -> None:
    assert known_whole(stated) is known


@pytest.mark.parametrize(
    ("text", "stated", "told"),
    [
        ("do not redistribute it in any way", "CC-BY-NC-SA-4.0", True),
        ("models trained on it may not be published", "CC-BY-NC-4.0", True),
        ("for internal use only", "CC-BY-NC-SA-4.0", True),
        ("under NDA", "CC-BY-NC-ND-4.0", True),
        ("not for model training", "Creative Commons Attribution-NonCommercial 4.0", True),
        ("for personal use only", "CC-BY-NC-4.0", False),
        ("educational use", "CC-BY-NC-4.0", False),
        ("no derivatives", "CC-BY-NC-ND-4.0", False),
        ("for personal use only", "CC-BY-4.0", True),
    ],
)
def test_a_text_that_keeps_back_commerce_has_no_other_terms(text: str, stated: str, told: bool) -> None:
    assert bool(list(terms_beside(text, [stated]))) is told


@pytest.mark.parametrize(
    "text",
    [
        "read by an actress, contract 2025-14 allows a use in our own announcements only",
        "the consent form covers research at our institute only",
        "the agreement with the union is limited to tests",
        "the release form does not cover passing the voice on",
        "Einwilligung gilt nur für die Studie",
        "le contrat couvre uniquement nos annonces",
        "el consentimiento cubre solo la investigación",
    ],
)
def test_what_an_agreement_is_kept_to_is_heard(text: str) -> None:
    assert list(kept_to(text))


@pytest.mark.parametrize(
    "text",
    [
        "the contract with the actress allows every use",
        "recorded only with consent",
        "the works agreement covers training and release",
        "the consent covers not only research",
        "Vertrag mit der Sprecherin deckt jede Nutzung",
        "only staff wrote them, under their contracts",
    ],
)
def test_an_agreement_on_every_use_keeps_nothing_back(text: str) -> None:
    assert list(kept_to(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "contract 2025-14, which she revoked in February",
        "two of them withdrew their consent in May",
        "the licence of the archive expired in 2024",
        "Einwilligung im Mai widerrufen",
        "autorisation expirée",
    ],
)
def test_an_agreement_that_is_over_is_heard(text: str) -> None:
    assert list(over_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "nobody has withdrawn the consent",
        "consent can be withdrawn at any time",
        "the speaker withdrew his consent and his clips were deleted",
        "the contract of the writer ended in March",
        "the licence was renewed",
        "Einwilligung wurde nicht widerrufen",
    ],
)
def test_an_agreement_that_holds_is_not(text: str) -> None:
    assert list(over_in(text)) == []
