"""Which papers can give a permission: those of whoever may give it, from before what rests on it."""

from __future__ import annotations

import datetime

import pytest

from compliance.model.known.knowledge import Registry
from compliance.resolve.licences.papers import without_papers_to_come, without_weak_papers
from compliance.resolve.names.lookup import Names
from tests.resolve.expansion.writing_out import read

TEXT = """\
artifacts:
  chat: {kind: service, name: talk-1, provider: talk}
  rows: {kind: dataset}
  m: {kind: model}
steps:
  - {id: write, kind: generate, inputs: {teacher: chat}, outputs: rows, period: 2025-02, authorised: STEP}
  - {id: train, kind: finetune, inputs: {data: rows}, outputs: m}
releases: [{artifact: m, date: 2025-04-01}]
"""
GIVEN = {
    "{signed_by: Talk Ltd}": True,
    "{signed_by: 'J. Doe, Talk'}": True,
    "{signed_by: Talk and Pub}": True,
    "{signed_by: the provider, date: 2025-02}": True,
    "{date: 2025-01-31}": True,
    "{file: a.pdf}": True,
    "{signed_by: 'Talk, L.L.C.'}": True,
    "{signed_by: Talk Labs Ireland Limited}": True,
    "{signed_by: 'J. Doe, Head of Legal, Talk (DE)'}": True,
    "{signed_by: Pub}": False,
    "{signed_by: somebody else}": False,
    "{signed_by: 'Shop GmbH, reseller of Talk products'}": False,
    "{signed_by: 'Shop GmbH, reseller of Other, Talk and more'}": False,
    "{signed_by: 'Shop GmbH (Talk partner)'}": False,
    "{signed_by: 'Pub, for the Talk project'}": False,
    "{signed_by: our provider of cloud seats}": False,
    "{signed_by: Small Talk Ltd}": False,
    "{signed_by: Talk Ltd (unsigned draft)}": False,
    "{signed_by: 'Talk Ltd, pending'}": False,
    "{signed_by: 'requested; Talk Ltd'}": False,
    "{signed_by: 'Pub; not Talk Ltd'}": False,
    "{signed_by: Talk Ltd, date: 2026}": False,
    "{date: 2025-05-01}": False,
}


@pytest.fixture
def names(registry: Registry) -> Names:
    return Names(registry)


def _answers(paper: str, names: Names, answer: str = "true") -> tuple[str, str]:
    """What is left of an authorisation and of a permission with such a paper behind them."""
    papers = f"{{answer: {answer}, evidence: [{paper}]}}"
    publisher = f"publisher: {{name: Pub, permission: {{talk: {papers}}}}}\n"
    given = read(publisher + TEXT.replace("STEP", papers)).manifest
    weighed, told = without_weak_papers(given, names)
    left = weighed.steps[0].authorised, weighed.publisher.permission["talk"]
    assert len(told) == sum(one == "unknown" for one in left)
    return tuple(one if isinstance(one, str) else one.answer for one in left)  # type: ignore[return-value]


@pytest.mark.parametrize(("paper", "holds"), GIVEN.items())
def test_a_permission_is_the_provider_s_to_give_and_comes_first(
    paper: str, holds: bool, names: Names
) -> None:
    assert _answers(paper, names) == (("yes", "yes") if holds else ("unknown", "unknown"))


def test_one_good_paper_is_enough(names: Names) -> None:
    assert _answers("{signed_by: Pub}, {signed_by: Talk}", names) == ("yes", "yes")


@pytest.mark.parametrize("answer", ["false", "unknown"])
def test_what_is_not_claimed_needs_no_paper(answer: str, names: Names) -> None:
    assert "yes" not in _answers("{signed_by: Pub}", names, answer)


@pytest.mark.parametrize(
    ("dated", "stands"),
    [
        ("2024-05-31", False), ("2023", False), ("2024-06-01", True), ("2024-06", True), ("2024", True),
        ("2025-01", True),
    ],
)  # fmt: skip
def test_a_paper_from_before_the_service_came_does_not_speak_of_it(
    dated: str, stands: bool, names: Names
) -> None:
    paper = f"{{answer: true, evidence: [{{signed_by: Talk, date: {dated}}}]}}"
    text = f"publisher: {{name: Pub, permission: {{talk: {paper}}}}}\n{TEXT.replace('STEP', paper)}"
    given = read(text.replace("provider: talk}", 'provider: talk, released: "2024-06-01"}')).manifest
    weighed, told = without_weak_papers(given, names)
    assert (weighed.publisher.permission["talk"] != "unknown") is stands
    assert (weighed.steps[0].authorised != "unknown") is stands
    assert len(told) == (0 if stands else 2)
    assert all("talk-1 came in 2024-06-01" in line for line in told)


def test_an_older_paper_beside_a_later_one_is_no_fault(names: Names) -> None:
    papers = "{answer: true, evidence: [{signed_by: Talk, date: 2020}, {signed_by: Talk, date: 2025-01}]}"
    text = f"publisher: {{name: Pub, permission: {{talk: {papers}}}}}\n{TEXT.replace('STEP', papers)}"
    given = read(text.replace("provider: talk}", 'provider: talk, released: "2024-06-01"}')).manifest
    assert without_weak_papers(given, names) == (given, ())


@pytest.mark.parametrize(
    ("papers", "held"),
    [
        ("{date: 2025-05-02}", False),
        ("{date: 2026}", False),
        ("{signed_by: Talk Ltd, date: 2025-06}, {date: 2027}", False),
        ("{date: 2025-05-01}", True),
        ("{date: 2025}", True),
        ("{date: 2027}, {signed_by: Talk Ltd}", True),
        ("{file: a.pdf}", True),
    ],
)
def test_a_paper_of_a_day_that_has_not_come_shows_nothing(papers: str, held: bool) -> None:
    said = f"{{answer: true, evidence: [{papers}]}}"
    parties = f"parties: {{sister: {{name: Sister, affiliate: true, accepted: {{talk: {said}}}}}}}\n"
    publisher = f"publisher: {{name: Pub, permission: {{talk: {said}}}}}\n"
    given = read(publisher + parties + TEXT.replace("STEP", said)).manifest
    left, told = without_papers_to_come(given, datetime.date(2025, 5, 1))
    answers = (
        left.steps[0].authorised,
        left.publisher.permission["talk"],
        left.parties["sister"].accepted["talk"],
    )
    assert [one != "unknown" for one in answers] == [held] * 3
    assert len(told) == (0 if held else 3)
    assert (left is given) is held
