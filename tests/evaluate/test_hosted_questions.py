"""What is asked of weights that somebody else runs names the weights, and no licence that came along."""

import datetime
import pathlib

import pytest

from compliance.model.answered.report import Question
from compliance.pipeline import check

_TEXT = """\
lineage: 1
project: {{id: one, title: One}}
publisher: {{name: Us, kind: company}}
artifacts:
  api: {{{api}}}
  rows: {{kind: dataset}}
  model: {{kind: model}}
steps:
  - {{id: write, kind: generate, inputs: {{teacher: api}}, outputs: rows, period: 2024-01}}
  - {{id: train, kind: pretrain, inputs: {{data: rows}}, outputs: model, period: 2024-02}}
releases:
  - {{artifact: model, name: us/model, date: 2024-03, license: MIT, access: open-weights, commercial: true}}
"""


def _asked(folder: pathlib.Path, api: str) -> list[Question]:
    path = folder / "lineage.yaml"
    path.write_text(_TEXT.format(api=api), encoding="utf-8")
    report = check(path, as_of=datetime.date(2026, 11, 1))
    return [one for one in report.questions if one.missing.fact == "source.license"]


def _licence_questions(folder: pathlib.Path, api: str) -> list[str]:
    return [one.missing.question for one in _asked(folder, api)]


@pytest.mark.parametrize(
    ("api", "expected"),
    [
        ("kind: service, name: Some Host API, provider: together, plan: api",
         "Which model does Some Host API run, and under which licence are its weights published?"),
        ("kind: service, name: Their API, provider: together, plan: api, serves: somelab/some-model",
         "Under which licence are the weights of somelab/some-model published?"),
        ("kind: model, name: somelab/some-model", "Which licence or terms came with somelab/some-model?"),
    ],
)  # fmt: skip
def test_a_hosted_model_is_asked_about_by_its_weights(
    tmp_path: pathlib.Path, api: str, expected: str
) -> None:
    """A service runs weights of some model; what is run by oneself came with something."""
    assert _licence_questions(tmp_path, api) == [expected]


@pytest.mark.parametrize(
    ("api", "expected"),
    [
        ("kind: service, name: Some Host API, provider: together, plan: api",
         [("artifacts", "api", "serves")]),
        ("kind: service, name: Some Host API, provider: together, license: MIT",
         [("artifacts", "api", "serves")]),
        ("kind: service, names: [Some Host API, Other API], provider: together, plan: api", []),
        ("kind: service, name: Their API, provider: together, plan: api, serves: somelab/some-model",
         [("artifacts", "somelab-some-model")]),
        ("kind: model, name: somelab/some-model", [("artifacts", "api", "license")]),
    ],
)  # fmt: skip
def test_the_line_under_it_is_the_one_that_answers(
    tmp_path: pathlib.Path, api: str, expected: list[tuple[str, ...]]
) -> None:
    """What a service runs is stated of the service; a licence is one of weights that have a name."""
    assert [line.path for one in _asked(tmp_path, api) for line in one.lines] == expected


def test_saying_what_is_run_settles_it(tmp_path: pathlib.Path) -> None:
    """Once known weights are named, nobody asks under which licence they are."""
    api = (
        "kind: service, name: Some Host API, provider: together, plan: api, serves: Qwen/Qwen2.5-7B-Instruct"
    )
    assert _asked(tmp_path, api) == []
