"""What is asked of weights that somebody else runs names the weights, and no licence that came along."""

import datetime
import pathlib

import pytest

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


def _licence_questions(folder: pathlib.Path, api: str) -> list[str]:
    path = folder / "lineage.yaml"
    path.write_text(_TEXT.format(api=api), encoding="utf-8")
    report = check(path, as_of=datetime.date(2026, 11, 1))
    return [one.missing.question for one in report.questions if one.missing.fact == "source.license"]


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
