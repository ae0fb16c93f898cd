"""Words right beside a name that make it longer, another thing's, or nothing that went in."""

from __future__ import annotations

import pytest

from compliance.acquire.page.markdown import Paragraph
from compliance.acquire.prose.plain_bases import plain_base
from compliance.acquire.prose.whole_names import as_it_stands
from compliance.model.declared.sighting import Mention, MentionRelation
from tests.effort import effort_below


def seen(
    text: str, name: str, relation: MentionRelation = "base", *, by_noun: bool = True, kind: str = "model"
) -> Mention:
    at = text.index(name)
    mention = Mention(name, at, at + len(name), relation, False, "based on §name§", None, kind, True)
    return as_it_stands(mention, text)


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("taken from the Moor Parallel Corpus v1.0.", "Moor Parallel", "Moor Parallel Corpus v1.0"),
        ("and the Bittern Structural Database, too", "Bittern Structural", "Bittern Structural Database"),
        ("on the Fen Bird dataset", "Fen Bird", "Fen Bird"),
        ("on the FenQA Corpus", "FenQA", "FenQA"),
    ],
)
def test_a_noun_with_a_capital_belongs_to_a_name_of_several_words(text: str, name: str, whole: str) -> None:
    assert seen(text, name, "data", kind="dataset").name == whole


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Labels are based on the MLReeds taxonomy of hazards.", "MLReeds"),
        ("Its answers are based on the Fenrule constitution.", "Fenrule"),
        ("Checkpoints are available in the HF hf.co/fenlab/Heron repository.", "fenlab/Heron"),
        ("This will be better in the next version of Heron.", "Heron"),
        ("DeBERTa is the base model for Heron Guard.", "Heron Guard"),
    ],
)
def test_what_is_no_thing_or_another_one_is_no_base(text: str, name: str) -> None:
    assert seen(text, name).relation == "none"


def test_what_a_model_is_based_on_is_its_base_whatever_follows() -> None:
    assert (
        seen("Heron is based on the `t5-3b` model and was trained on text.", "t5-3b", "own-release").relation
        == "base"
    )
    assert seen("The t5-3b model was trained on text.", "t5-3b", "own-release").relation == "own-release"


def test_a_paper_is_no_set() -> None:
    assert seen("Reed and Moor, arXiv Preprint 2021", "arXiv", "data").relation == "none"


def test_a_run_of_blanks_takes_no_time() -> None:
    text = f"This is a Heron{' ' * 3_000}."
    mention = Mention("Heron", 10, 15, "none", False, "", None, "model", False)
    with effort_below(20):
        assert plain_base(mention, Paragraph(text, 0, "")) == ""


def test_a_bracket_may_say_how_rows_are_called() -> None:
    seen_in = seen("Models pretrained on a web dataset (FEN-1689M):", "FEN-1689M", "generated-by")
    assert (seen_in.relation, seen_in.cue) == ("data", "pretrained on a web dataset")


def test_machines_are_no_rows() -> None:
    assert seen("training in 8-A100-40G/8-A6000", "8-A100-40G/8-A6000", "data").relation == "none"
    assert seen("training on FenQA/ReedQA", "FenQA/ReedQA", "data").relation == "data"
