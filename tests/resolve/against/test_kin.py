"""Whose silence about belonging to the publisher's group says nothing: of whoever bears its name."""

from __future__ import annotations

import pytest

from compliance.resolve.against.kin import with_kin_asked
from tests.resolve.expansion.writing_out import read

TEXT = """\
publisher: {name: OWN}
parties: {other: {name: OTHER}}
artifacts: {m: {kind: model}}
releases: [{artifact: m}]
"""


def _asked(own: str, other: str, said: str = "") -> bool:
    text = TEXT.replace("OWN", own).replace("{name: OTHER}", f"{{name: '{other}'{said}}}")
    party = with_kin_asked(read(text).manifest).parties["other"]
    return party.affiliate == "unknown" and "affiliate" in party.model_fields_set


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("Harbour Systems BV", "Harbour Labs"),
        ("Harbour Systems BV", "Harbour Systems GmbH"),
        ("Harbour Systems BV", "J. de Vries (director of Harbour Systems)"),
        ("Acme", "Acme Research Ltd."),
        ("The Acme", "the acme"),
    ],
)
def test_a_party_with_the_publishers_name_is_asked(own: str, other: str) -> None:
    assert _asked(own, other)


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("Harbour Systems BV", "Meadow Systems BV"),
        ("University of Utrecht", "University of Ghent"),
        ("Germany Analytics", "Germany Philharmonic"),
        ("Open Assistant", "Open Orca"),
        ("NLP Lab", "NLP Group"),
    ],
)
def test_what_names_of_many_share_tells_nothing(own: str, other: str) -> None:
    assert not _asked(own, other)


def test_what_is_said_holds_unless_the_whole_name_is_the_publishers() -> None:
    assert not _asked("Harbour Systems", "Harbour Labs", ", affiliate: false")
    assert not _asked("Harbour Systems", "Harbour Systems Ltd", ", affiliate: true")
    assert _asked("Harbour Systems", "Harbour Systems Ltd", ", affiliate: false")
