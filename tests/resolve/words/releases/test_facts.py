"""Closed facts of which a note tells are not known, and asked; where nothing tells of them, silence still means no."""

from __future__ import annotations

import pytest

from compliance.resolve.words.releases.facts import acts_told
from tests.resolve.conftest import Resolve

TEXT = """\
artifacts:
  wren: {{kind: service, name: wren-1, provider: house}}
  m: {{kind: model}}
  asked: {{kind: dataset, name: Hill questions, origin: own}}
  rows: {{kind: dataset}}
steps:
  - {{id: write, kind: generate, inputs: {{teacher: wren, prompts: asked}}, outputs: rows, note: "{note}"{more}}}
  - {{id: tune, kind: finetune, inputs: {{data: rows}}, outputs: m}}
releases: [{{artifact: m, license: free}}]
"""
ROWS = """\
artifacts:
  m: {{kind: model}}
  rows: {{kind: dataset, name: "{name}", license: free, origin: own, note: "{note}"{more}}}
steps: [{{id: tune, kind: finetune, inputs: {{data: rows}}, outputs: m}}]
releases: [{{artifact: m, license: free}}]
"""
ACTS = (
    ("run with the API key of a client, who does not know", "credentials_unauthorised"),
    ("with a key found on GitHub", "credentials_unauthorised"),
    ("mit dem Schlüssel eines Kunden" , "credentials_unauthorised"),
    ("over a friend's account", "credentials_unauthorised"),
    ("spread over twelve trial accounts because of the rate limit", "limits_evaded"),
    ("rotating keys to get round the rate limit", "limits_evaded"),
    ("with several e-mail addresses", "limits_evaded"),
    ("called through a VPN", "location_masked"), ("via residential proxies", "location_masked"),
    ("after the ban, with a new account", "ban_evaded"), ("our first account was suspended in May", "ban_evaded"),
    ("signed up as a student", "false_identity"), ("under an invented company", "false_identity"),
    ("with a jailbreak", "safeguards_bypassed"), ("it prints its hidden reasoning", "safeguards_bypassed"),
    ("prompts that bypass the refusals", "safeguards_bypassed"), ("safety filters were tricked", "safeguards_bypassed"),
    ("watermarks were cropped", "marks_removed"), ("C2PA removed from all images", "marks_removed"),
    ("to reconstruct the embedding matrix by reverse engineering", "extracts_model"),
    ("to clone the model", "extracts_model"),
)  # fmt: skip
NO_ACTS = (
    "900 million tokens were drawn", "200 tokens per row",
    "temperature 0.7, three tries each", "no jailbreak was used", "within the rate limit", "with our company VPN",
    "tested against jailbreaks", "rate limit raised by the provider", "with the key of our project",
    "one account of the company", "watermarks were kept", "answers to questions on proxies", "called from Bern",
    "refusals were left out of the rows", "with two keys",
)  # fmt: skip


@pytest.mark.parametrize(("note", "fact"), ACTS)
def test_how_a_service_was_used_is_asked_where_a_note_tells(note: str, fact: str, resolved: Resolve) -> None:
    assert fact in dict(acts_told(note))
    found = resolved(TEXT.format(note=note, more=""))
    assert found.steps["write"].facts[fact] == "unknown"
    assert any(f"`{fact}` is taken as not known" in line for line in found.warnings)
    denied = resolved(TEXT.format(note=note, more=f", facts: {{{fact}: false}}"))
    assert denied.steps["write"].facts[fact] != "unknown"


@pytest.mark.parametrize("note", NO_ACTS)
def test_other_notes_leave_silence_to_mean_no(note: str, resolved: Resolve) -> None:
    assert not list(acts_told(note))
    assert not resolved(TEXT.format(note=note, more="")).steps["write"].facts


def test_a_step_without_a_service_is_not_asked(resolved: Resolve) -> None:
    found = resolved(
        ROWS.format(name="Hill rows", note="three files", more="").replace(
            "outputs: m}", 'outputs: m, note: "through a VPN"}'
        )
    )
    assert not found.steps["tune"].facts


@pytest.mark.parametrize(
    ("note", "held"),
    [("the best 200 of the first version were kept", True), ("200 lines reused", True),
     ("nothing of the first version was kept", False), ("written anew", False)],
)  # fmt: skip
def test_what_a_note_says_was_kept_is_not_replaced(note: str, held: bool, resolved: Resolve) -> None:
    again = f'  - {{id: anew, kind: mix, inputs: {{data: asked}}, outputs: rows, replaces: true, note: "{note}"}}\n'
    text = TEXT.format(note="three tries", more="").replace("  - {id: tune", f"{again}  - {{id: tune")
    found = resolved(text)
    assert any("still there" in line for line in found.warnings) is held
    assert found.steps["anew"].replaces is not held


@pytest.mark.parametrize(
    ("note", "asked"),
    [("it also rewrote answers that scored below 3", True), ("low ones were improved by the same model", True),
     ("the judge then corrected them", True), ("it scored each answer", False), ("it never rewrote any", False)],
)  # fmt: skip
def test_what_measures_and_wrote_is_asked_what_it_was(note: str, asked: bool, resolved: Resolve) -> None:
    text = (
        TEXT.format(note=note, more="")
        .replace("generate", "annotate")
        .replace("teacher: wren", "judge: wren")
    )
    found = resolved(text)
    assert ("unknown" in found.steps["write"].inputs) is asked
    assert any("its note tells of" in line for line in found.warnings) is asked


OTHERS = """\
artifacts:
  m: {{kind: model}}
  base: {{kind: model, name: hill/base, license: free, {told},
    documented: {{where: "the card", generators: none}}{more}}}
  rows: {{kind: dataset, license: free, origin: own}}
steps: [{{id: tune, kind: finetune, inputs: {{base: base, data: rows}}, outputs: m}}]
releases: [{{artifact: m, license: free}}]
"""
CHANGES = (
    "the commit before it was relicensed", "from before the change of licence", "taken under the earlier terms",
    "the licence changed to Apache in May 2025, our copy is from March", "downloaded before the move to Apache",
    "it was CC-BY-NC when we downloaded it", "only the preview, whose terms differ", "then still non-commercial",
    "formerly under a research licence", "vor dem Lizenzwechsel geladen", "the license got updated last week",
)  # fmt: skip
NO_CHANGES = (
    "licence read on 3 May", "its licence never changed", "taken after it was relicensed", "switched to bf16",
    "original licence file kept", "files moved to data", "renamed columns and updated license headers",
    "still under Apache-2.0", "converted from the original MIT checkpoint", "previous version of the card",
)  # fmt: skip


@pytest.mark.parametrize("field", ["note", "revision"])
@pytest.mark.parametrize("words", CHANGES)
def test_a_change_of_terms_is_asked_where_words_tell(words: str, field: str, resolved: Resolve) -> None:
    found = resolved(OTHERS.format(told=f'{field}: "{words}"', more=""))
    assert found.artifacts["base"].facts["licence_changed"] == "unknown"
    assert any("`licence_changed` is taken as not known" in line for line in found.warnings)


@pytest.mark.parametrize("words", NO_CHANGES)
def test_other_words_on_a_licence_tell_of_no_change(words: str, resolved: Resolve) -> None:
    found = resolved(OTHERS.format(told=f'note: "{words}"', more=""))
    assert "licence_changed" not in found.artifacts["base"].facts


@pytest.mark.parametrize(
    "settled",
    [
        ", facts: {licence_changed: false}",
        ", facts: {copy_licence_settled: true}",
        ", statements: [{license: free, where: card, date: 2025-03}]",
        ", origin: own",
    ],
)
def test_a_change_that_is_settled_is_not_asked_again(settled: str, resolved: Resolve) -> None:
    found = resolved(OTHERS.format(told='note: "before it was relicensed"', more=settled))
    assert found.artifacts["base"].facts.get("licence_changed") != "unknown"
