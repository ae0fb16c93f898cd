"""Words of other vocabularies, and values in another form, are refused with what to write here."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.load.documents import hints
from compliance.load.documents.other_words import VOCABULARIES, _meanings, our_word
from compliance.model.declared.manifest import Access, Function, PartyKind
from compliance.model.shapes.shape import ArtifactKind, Role, StepKind, check_period
from tests.load.manifests import changed, faults


@pytest.mark.parametrize(
    ("old", "word", "meant"),
    [
        ("kind: finetune", "fine-tuning", "finetune"), ("kind: finetune", "SFT", "finetune"),
        ("kind: finetune", "instruction_tuning", "finetune"), ("kind: finetune", "DPO", "preference-tune"),
        ("kind: finetune", "RLHF", "rl"), ("kind: finetune", "quantization", "quantise"),
        ("kind: finetune", "pre-training", "pretrain"), ("kind: finetune", "deduplication", "filter"),
        ("kind: finetune", "scraping", "collect"), ("kind: finetune", "knowledge-distillation", "generate"),
        ("access: open-weights", "open-source", "open-weights"), ("access: open-weights", "SaaS", "api"),
        ("access: open-weights", "in-house", "internal"), ("kind: dataset", "corpus", "dataset"),
        ("kind: dataset", "Dataset", "dataset"), ("kind: company", "startup", "company"),
        ("kind: company", "charity", "nonprofit"),
    ],
)  # fmt: skip
def test_a_foreign_word_names_ours(old: str, word: str, meant: str) -> None:
    [fault] = faults(changed(old, f"{old.split(':')[0]}: {word}"))
    assert f"found '{word}'; did you mean '{meant}'?" in fault


@pytest.mark.parametrize(
    ("word", "meant"), [("dataset", "data"), ("generator", "teacher"), ("critic", "judge")]
)
def test_a_foreign_role_names_ours(word: str, meant: str) -> None:
    [fault] = faults(changed("data: rows", f"{word}: rows"))
    assert f"unknown key '{word}' in steps[1].inputs; did you mean '{meant}'?" == fault


def test_a_word_of_another_field_is_told_as_such() -> None:
    [fault] = faults(changed("kind: finetune", "kind: teacher"))
    assert fault.endswith("found 'teacher'; 'teacher' is a role of an input; write one that is expected")


def test_every_meaning_is_a_word_of_some_field() -> None:
    fields = (StepKind, Role, ArtifactKind, Function, Access, PartyKind)
    known = {word for each in fields for word in get_args(each)} | {
        "web", "people", "own", "third-party", "separate-licence", "other-revision", "record-wrong", "everything",
        "labels", "enterprise", "consumer", "direct", "mainland", "azure", "bedrock", "vertex", "openrouter", "api",
    }  # fmt: skip
    assert {ours for meanings in _meanings().values() for ours in meanings} - known == set()
    assert {
        word for words in VOCABULARIES.values() for word in words if our_word(word, words) != word
    } == set()


@pytest.mark.parametrize(
    ("old", "new", "advice"),
    [
        ("commercial: true", "commercial: True", "write true, in small letters and without quotes"),
        ("commercial: true", "commercial: 'false'", "write false, in small letters and without quotes"),
        ("commercial: true", "commercial: 0", "write false, in small letters and without quotes"),
        ("outputs: m}", "outputs: m, replaces: 'yes'}", "write true, in small letters and without quotes"),
        ("lineage: 1", "lineage: '1'", "write 1 without quotes"),
        ("data: rows", "data: {artifact: rows, share: 20%}", "write 0.2, without quotes"),
        ("data: rows", "data: {artifact: rows, share: '0.5'}", "write 0.5, without quotes"),
        ("data: rows", "data: {artifact: rows, share: 20}", "a share of 20 percent is 0.2"),
        ("data: rows", "data: {artifact: rows, tokens: 972 billion}", "write 972e9"),
        ("outputs: m}", "outputs: m, period: 09/2025}", "write '2025-09'"),
        ("outputs: m}", "outputs: m, period: 20250901}", "for a date, write '2025-09-01'"),
        ("outputs: m}", "outputs: m, period: 'Sept 3, 2025'}", "write '2025-09-03'"),
        ("outputs: m}", "outputs: m, period: 31.12.2025}", "write '2025-12-31'"),
        ("name: Lab,", "name: Acme, Inc.,", "a comma ends a value: write 'Acme, Inc.' in quotes"),
        ("data: rows", "data: {artifact: rows, tokens: 1,500}", "write numbers without commas"),
        (
            "data: rows",
            "data: {artifact: rows, tokens: 1,050}",
            "a comma ends a value: write numbers without commas",
        ),
        ("data: rows", "data: {artifact: rows, tokens: 1,000,000}", "write numbers without commas"),
        ("id: tune", "id: Tune It", "for instance 'tune-it'"),
        ("id: tune", "id: 北京", "use letters a to z and digits; a name can say the rest"),
        ("rows: {kind", "ряды: {kind", "use letters a to z and digits; a name can say the rest"),
        ("route: direct", "route: Azure OpenAI", "for instance 'azure-openai'"),
    ],
)
def test_a_value_in_another_form_says_how_to_write_it(old: str, new: str, advice: str) -> None:
    found = faults(changed(old, new))
    assert advice in found[0]
    assert [fault for fault in found if "^" in fault or "pattern" in fault] == [], "no patterns in messages"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("license: mit\ntags: [a]\n", "the file is no manifest; this looks like a model or dataset card"),
        (
            "---\nlicense: mit\n---\n# Title\nIt **is** `good`\n",
            "a second document starts here; this looks like a model",
        ),
        (
            "---\nbase_model: x\n---\n",
            "a second document starts here; this looks like a model or dataset card",
        ),
        ('{"model_type": "llama"}', "this looks like the configuration of a model"),
        ('{"bomFormat": "CycloneDX"}', "this looks like a bill of materials"),
        ("pack: {id: a}\nrules: []\n", "this looks like a file of rules"),
    ],
)
def test_a_document_of_another_kind_is_recognised(text: str, said: str) -> None:
    [fault] = faults(text)
    assert said in fault


values: st.SearchStrategy[Any] = st.one_of(
    st.text(max_size=15), st.integers(), st.booleans(), st.floats(allow_nan=False), st.none(),
    st.from_regex(r"[0-9]{1,4}[./ -][0-9]{1,2}([./ -][0-9]{1,4})?", fullmatch=True),
)  # fmt: skip


@given(values)
def test_hints_take_any_value_and_a_date_they_name_is_one(value: Any) -> None:
    assert hints.yes_or_no(value).startswith("write ")
    assert hints.number(value).startswith("write ")
    date = hints.date(value)
    assert date is None or check_period(date.removeprefix("write ").strip("'"))
    hints.word(value, ["finetune"])
    hints.comma(value, "x")
