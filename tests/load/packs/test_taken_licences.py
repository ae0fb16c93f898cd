"""A licence text means what it means without a further folder, whatever that folder calls its licences."""

from __future__ import annotations

import pytest

from compliance.errors import FaultCollector
from compliance.load.documents.validate import validate
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.packs.taken_licences import Known
from compliance.model.names.licence_words import Wording
from compliance.model.names.registry import LicenceRecord, Licences

_FIRST = """
words:
  dropped: [the, licence, license]
  says: {nothing: [unknown], none: [not stated], other: [proprietary, own licence], mixed: [various]}
  others: [others]
  exceptions: [Classpath-exception-2.0]
  families:
    - {aliases: [CC, Creative Commons], members: [cc-by-4.0, cc-by-nc-4.0]}
licences:
  - {id: mit, title: MIT, kind: code, traits: [permissive, notice], assurance: full-text, verified_on: 2026-01-01}
  - {id: gpl-3.0, title: GPL 3, kind: code, traits: [copyleft], assurance: full-text, verified_on: 2026-01-01}
  - {id: cc-by-4.0, title: CC BY 4.0, kind: data, traits: [attribution], assurance: full-text, verified_on: 2026-01-01}
  - {id: cc-by-nc-4.0, title: CC BY-NC 4.0, kind: data, traits: [attribution, non-commercial], assurance: full-text,
     verified_on: 2026-01-01}
"""


def _read(text: str) -> Licences:
    faults = FaultCollector()
    value = validate(parse_yaml(text, "licences.yaml"), Licences, collector=faults)
    faults.raise_if_any()
    assert value is not None
    return value


def _told(title: str, *traits: str) -> str:
    """What is said of a licence of one's own of this title."""
    first = _read(_FIRST)
    record = LicenceRecord(
        id="own-1", title=title, kind="data", traits=traits, assurance="memory", verified_on="2026-01-01"
    )
    known = Known([("first.yaml", first)], Wording([first.words]))
    return "\n".join(what for _, _, what, _ in known.troubles([record]))


@pytest.mark.parametrize(
    "title",
    [
        "unknown",
        "Unknown.",
        "not stated",
        "Proprietary",
        "own licence",
        "various",
        "Various (see card)",
        "CC",
    ],
)
def test_a_word_that_says_something_by_itself_is_no_name(title: str) -> None:
    assert "already says something" in _told(title)


@pytest.mark.parametrize(
    "title",
    [
        "MIT AND CC-BY-NC-4.0",
        "CC-BY-NC-4.0, MIT",
        "mit & cc by nc 4",
        "MIT/CC BY-NC 4.0",
        "MIT (CC-BY-NC-4.0)",
        "Either MIT or Creative Commons",
        "MIT; unknown",
        "MIT and others",
        "GPL 3 and 2",
        "GPL-3.0 WITH Classpath-exception-2.0",
        "(MIT) OR (CC-BY-NC-4.0)",
        "MIT<br>CC-BY-NC-4.0",
    ],
)
def test_an_expression_or_a_list_of_known_names_is_no_name(title: str) -> None:
    assert "is put together of names that are known" in _told(title, "non-commercial", "copyleft")


@pytest.mark.parametrize(
    "title",
    [
        "CC BY-NC 4.0 with the terms of Acme",
        "CC-BY-NC-4.0 or an Acme enterprise licence",
        "Acme terms under cc_by_nc_4.0",
        "GPL 3 with a linking exception",
    ],
)
def test_a_name_that_holds_another_asks_no_less(title: str) -> None:
    assert "and it lacks" in _told(title, "attribution")
    assert _told(title, "non-commercial", "copyleft") == ""


@pytest.mark.parametrize(
    "title",
    [
        "Acme Licence",
        "Acme Research and Commercial Licence",
        "Acme CC",
        "Acme, Inc. Licence",
        "MIT-0",
        "CC BY 4.0 Acme",
    ],
)
def test_what_nothing_else_is_called_is_a_name(title: str) -> None:
    assert _told(title, "permissive") == ""


def test_the_folder_that_words_licences_holds_to_it_itself() -> None:
    first = _read(_FIRST)
    assert not list(Known([], Wording([first.words])).troubles(first.licences))
