"""A product that holds weights may say that a machine answers; what it was made from is asked about as before."""

from __future__ import annotations

import pytest

from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.manifest import Manifest
from compliance.resolve import resolve
from tests.resolve.expansion.writing_out import HEAD

PRODUCT = """\
artifacts:
  pen: {kind: model, name: mistralai/Mistral-7B-Instruct-v0.3, license: Apache-2.0}
  shell: {kind: code, name: lab/shell, license: proprietary, origin: own}
  lore: {kind: dataset, name: Lore of the house, license: proprietary, origin: own}
  app: {kind: service}
steps:
  - {id: put-up, kind: deploy, inputs: {component: [pen, shell]}, outputs: app}
releases: [{artifact: app, access: product, notices: ["NOTICE"]}]
"""


def state(notice: str, text: str = PRODUCT) -> str:
    """What is known of the making of the product that shows a notice."""
    data = parse_yaml(f"{HEAD}publisher: {{name: Lab}}\n{text.replace('NOTICE', notice)}", "m.yaml").data
    return resolve(Manifest.model_validate(data), load_packs().registry).artifacts["app"].making.state


@pytest.mark.parametrize(
    "notice",
    [
        "Answers are written by AI and may be wrong.", "Pictures are made by AI", "This text is AI-generated",
        "Antworten werden von einer KI geschrieben", "Les réponses sont écrites par une IA", "Drafted by an AI model",
    ],
)  # fmt: skip
def test_a_notice_that_a_machine_answers_is_of_the_weights_that_are_put_up(notice: str) -> None:
    assert state(notice) == "known"


@pytest.mark.parametrize(
    "notice",
    [
        "Answers are written by ChatGPT", "The documents were written by AI", "Trained on AI-generated text",
        "Its data is AI-generated", "Answers by Gemini are written by AI",
    ],
)  # fmt: skip
def test_what_names_another_model_or_tells_of_the_making_is_asked_about(notice: str) -> None:
    assert state(notice) == "open"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("mistralai/Mistral-7B-Instruct-v0.3", "sentence-transformers/all-mpnet-base-v2"),
        ("component: [pen, shell]", "component: shell"),
        (
            "kind: deploy, inputs: {component: [pen, shell]}",
            "kind: bundle, inputs: {component: pen, data: lore}",
        ),
        ("app: {kind: service}", "app: {kind: dataset}"),
    ],
)
def test_where_no_weights_write_or_rows_go_out_with_them_a_notice_may_be_of_anything(
    old: str, new: str
) -> None:
    assert old in PRODUCT
    assert state("The text is AI-generated", PRODUCT.replace(old, new)) != "known"
