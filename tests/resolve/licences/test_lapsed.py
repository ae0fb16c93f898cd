"""A statement that was withdrawn before the first use is told."""

import datetime
import pathlib

import pytest

from compliance.pipeline import check

_TEXT = """\
lineage: 1
project: {{id: one, title: One}}
publisher: {{name: Us, kind: company}}
artifacts:
  rows: {{kind: dataset, name: somebody/rows, license: MIT, statements: [{said}]}}
  model: {{kind: model}}
steps:
  - {{id: train, kind: pretrain, inputs: {{data: rows}}, outputs: model{period}}}
releases:
  - {{artifact: model, name: us/model, license: MIT, access: open-weights, commercial: false{date}}}
"""


def _told(folder: pathlib.Path, said: str, period: str = "", date: str = "") -> list[str]:
    path = folder / "lineage.yaml"
    path.write_text(_TEXT.format(said=said, period=period, date=date), encoding="utf-8")
    report = check(path, as_of=datetime.date(2026, 11, 1))
    return [line for line in report.warnings if "was withdrawn by" in line]


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("{license: MIT, where: card, until: 2023-09}", {"period": ", period: 2024-01/2024-02"}),
        ("{license: MIT, where: README, date: 2023-01, until: 2023-12-31}", {"period": ", period: 2024"}),
        ("{license: CC-BY-4.0, about: data, until: 2022}", {"date": ", date: 2023-03-01"}),
    ],
)
def test_what_had_been_withdrawn_before_the_first_use_is_told(
    tmp_path: pathlib.Path, said: str, when: dict[str, str]
) -> None:
    """Whatever it granted, and whether the use has a date or only what was made of it."""
    (line,) = _told(tmp_path, said, **when)
    assert line.startswith("artifact rows: ")


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("{license: MIT, where: card}", {"period": ", period: 2024-01"}),
        ("{license: MIT, where: card, until: 2024-06}", {"period": ", period: 2024-01/2024-12"}),
        ("{license: MIT, where: card, until: 2023-09}", {}),
    ],
)
def test_what_stood_then_or_may_have_stood_is_not(
    tmp_path: pathlib.Path, said: str, when: dict[str, str]
) -> None:
    """A statement still made, one withdrawn later, and a use that nobody dates."""
    assert _told(tmp_path, said, **when) == []
