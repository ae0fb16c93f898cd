"""A permission under a licence is each licensor's own: papers of one say nothing for the works of another."""

from __future__ import annotations

import pytest

from tests.resolve.conftest import Resolve

TEXT = """\
publisher: {{name: Pub, permission: {{{licence}: {answer}}}}}
artifacts:
  a: {{kind: model, name: kestrel/wren, {first}license: "{stated}"}}
  b: {{kind: model, name: hill/creek, {second}license: "{stated}"}}
  m: {{kind: model}}
steps: [{{id: put, kind: merge, inputs: {{base: [a, b]}}, outputs: m}}]
releases: [{{artifact: m}}]
"""


def _held(resolved: Resolve, signed: str, first: str = "Kestrel", second: str = "Hill") -> bool:
    """Whether the permission still stands with papers signed so."""
    papers = ", ".join(f"{{signed_by: '{one}'}}" for one in signed.split(";"))
    answer = f"{{answer: true, evidence: [{papers}]}}"
    developers = [f"developer: {one}, " if one else "" for one in (first, second)]
    text = TEXT.format(
        licence="free", answer=answer, stated="free", first=developers[0], second=developers[1]
    )
    found = resolved(text)
    told = [one for one in found.warnings if one.startswith("the permission under free")]
    held = found.publisher.permission["free"] != "unknown"
    assert held is not bool(told)
    return held


@pytest.mark.parametrize(
    ("signed", "held"),
    [
        ("Kestrel;Hill", True), ("Kestrel and Hill", True), ("Kestrel GmbH;Hill Inc.", True), ("the licensor", True),
        ("Kestrel", False), ("Hill", False), ("Creative Commons", False), ("Kestrel, for Hill", False),
    ],
)  # fmt: skip
def test_each_licensor_gives_its_own(signed: str, held: bool, resolved: Resolve) -> None:
    assert _held(resolved, signed) is held


@pytest.mark.parametrize(
    ("signed", "held"),
    [("Jane Doe", True), ("Kestrel", False), ("Kestrel;Jane Doe", True), ("Kestrel;Hill", True)],
)
def test_behind_an_account_anybody_may_sign_but_the_owner_of_another(
    signed: str, held: bool, resolved: Resolve
) -> None:
    assert _held(resolved, signed, first="", second="") is held


@pytest.mark.parametrize("answer", ["true", "{answer: true}", "{answer: true, evidence: [{file: a.pdf}]}"])
def test_an_answer_without_a_signature_is_believed(answer: str, resolved: Resolve) -> None:
    text = TEXT.format(licence="free", answer=answer, stated="free", first="", second="")
    assert resolved(text).publisher.permission["free"] != "unknown"
