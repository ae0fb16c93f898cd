"""What a licence text leads to in a whole check: a text that is not read never ends clean, a spelling never matters."""

from __future__ import annotations

import datetime
import functools

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.report import Report
from compliance.model.known.knowledge import Knowledge
from compliance.pipeline import check_text

WEIGHTS = """
lineage: 1
project: {id: p}
publisher: {name: Meadow Lab, kind: university, country: EC}
parties: {maker: {name: Skua Models, kind: company, country: DK}}
artifacts:
  texts: {kind: dataset, name: Texts by the staff of Skua, license: CC0-1.0, origin: people}
  base: {kind: model, name: skua/lark, license: "LICENCE"}
  rows: {kind: dataset, name: Rows of our own, license: CC0-1.0, origin: own}
  out: {kind: model}
steps:
  - {id: make, kind: pretrain, inputs: {data: texts}, outputs: base, by: maker, period: 2025-01}
  - {id: tune, kind: STEP, inputs: {base: base, DATA: rows}, outputs: out, period: 2025-09}
releases:
  - {artifact: out, name: meadow/lark-answers, date: 2025-10-10, license: "RELEASE", access: open-weights,
     commercial: true, function: task-model, markets: [EC], EXTRA}
"""
ROWS = """
lineage: 1
project: {id: p}
publisher: {name: Meadow Lab, kind: university, country: EC}
artifacts:
  theirs: {kind: dataset, name: Field notes of a guild, license: "LICENCE", origin: people}
  out: {kind: dataset}
steps:
  - {id: mix, kind: mix, inputs: {data: theirs}, outputs: out, period: 2025-09}
releases:
  - {artifact: out, name: meadow/notes, date: 2025-10-10, license: "RELEASE", access: public,
     commercial: true, markets: [EC], EXTRA}
"""


@functools.cache
def _packs() -> Knowledge:
    return load_packs()


def _check(story: str, licence: str, release: str, extra: str, step: str = "finetune") -> Report:
    data = "data" if step == "finetune" else "source"
    text = (
        story.replace("STEP", step)
        .replace("DATA", data)
        .replace("LICENCE", licence)
        .replace("RELEASE", release)
    )
    return check_text(
        text.replace("EXTRA", extra), "m.yaml", packs=_packs(), as_of=datetime.date(2026, 11, 20)
    )


UNREAD = [
    "not Apache-2.0",
    "Apache-2.0-NC",
    "MIT-style",
    "MIT with conditions",
    "public domain except the cover",
    "CC0-1.0 AND LicenseRef-Addendum",
    "CC-BY-4.0 for the text, the rest reserved",
    "Partner schedule P-17",
    "EPL-3.7",
    "Zebra",
    "MIT or custom",
    "Apache-2.0 or see licence",
    "MIT or an Acme enterprise licence",
    "CC-BY-4.0, or a commercial licence",
]


@pytest.mark.parametrize("story", [WEIGHTS, ROWS], ids=["weights", "rows"])
@pytest.mark.parametrize("licence", [*UNREAD, "unknown", "none", "other", "mixed", "cc", "GPL", "Llama"])
def test_a_licence_that_is_not_read_or_not_said_never_ends_clean(story: str, licence: str) -> None:
    extra = "notices: [Field notes of a guild], license_copies: [MIT, Apache-2.0, CC0-1.0]"
    assert _check(story, licence, "Apache-2.0", extra).exit_code == 1


@pytest.mark.parametrize("licence", ["Aquila License", "LPPL-1.3c", "NVIDIA Community Model License"])
def test_a_licence_without_a_rule_is_not_covered(licence: str) -> None:
    found = _check(WEIGHTS, licence, "Apache-2.0", "license_copies: [MIT], notices: []")
    assert [one.subject for one in found.not_covered] == ["base"]


@pytest.mark.parametrize(
    ("licence", "copy"),
    [
        ("Apache License, Version 2.0", "Apache-2.0"),
        ("the MIT Licence", "MIT License text"),
        ("BSD 3-Clause", "New BSD"),
        ("ISC", "ISC"),
        ("https://opensource.org/licenses/MIT", "MIT"),
        ("BSD-2-Clause OR GPL-3.0", "BSD 2-Clause"),
        ("CC0 1.0", "MIT"),
        ("Unlicense", "MIT"),
        ("zlib", "zlib License"),
    ],
)
def test_free_weights_whose_text_goes_along_end_clean(licence: str, copy: str) -> None:
    found = _check(WEIGHTS, licence, "Apache-2.0", f"notices: [], license_copies: [{copy}]")
    assert ([one.why for one in found.not_covered], found.exit_code) == ([], 0)


@pytest.mark.parametrize(
    "licence", ["Apache-2.0", "MIT", "BSD", "ISC", "CC-BY-4.0", "ODC-By", "zlib", "MPL-2.0"]
)
@pytest.mark.parametrize("story", [WEIGHTS, ROWS], ids=["weights", "rows"])
def test_notices_and_copies_are_all_that_is_asked_of_open_licences(story: str, licence: str) -> None:
    found = _check(story, licence, licence, "channels: [Zenodo]")
    asked = {fact.fact for one in found.findings if one.missing for fact in one.missing}
    assert found.exit_code == 1
    assert asked <= {"release.notices", "release.license_copies"}
    assert asked


@pytest.mark.parametrize("licence", ["Apache-2.0", "MIT", "BSD", "ISC", "CC-BY-4.0", "ODC-By", "MPL-2.0"])
@pytest.mark.parametrize("story", [WEIGHTS, ROWS], ids=["weights", "rows"])
def test_what_is_stated_to_be_left_out_is_a_missed_duty(story: str, licence: str) -> None:
    found = _check(story, licence, licence, "notices: [], license_copies: []")
    assert {"breach"} == {
        str(one.position) for one in found.findings if one.position in ("breach", "needs-facts")
    }


def test_a_text_that_speaks_of_source_is_missed_beside_rows_alone() -> None:
    """The zlib licence asks that its notice stays in source distributions; weights are none on the plain reading."""
    left_out = "notices: [], license_copies: []"
    assert _check(ROWS, "zlib", "zlib", left_out).exit_code == 1
    assert "breach" not in {str(one.position) for one in _check(WEIGHTS, "zlib", "zlib", left_out).findings}


@pytest.mark.parametrize("licence", ["Apache-2.0", "MIT", "BSD-3-Clause", "CC-BY-4.0", "Gemma", "llama3.1"])
def test_nothing_is_owed_for_what_stays_inside(licence: str) -> None:
    text = WEIGHTS.replace("access: open-weights", "access: internal")
    found = _check(text, licence, licence, "channels: [intranet]")
    asked = {fact.fact for one in found.findings for fact in one.missing}
    assert {"release.notices", "release.license_copies"}.isdisjoint(asked)


@pytest.mark.parametrize(
    ("step", "release", "position"),
    [
        ("quantise", "Apache-2.0", "arguable"),
        ("quantise", "MIT", "clear"),
        ("finetune", "Apache-2.0", None),
        ("prune", "BSD-3-Clause", "arguable"),
    ],
)
def test_another_permissive_label_is_a_question_of_the_same_work_only(
    step: str, release: str, position: str | None
) -> None:
    found = _check(WEIGHTS, "MIT", release, "notices: [], license_copies: [MIT]", step)
    labels = [str(one.position) for one in found.findings if one.rule == "labels/permissive-relabelled"]
    assert labels == ([position] if position else [])


@pytest.mark.parametrize(
    "licence",
    ["CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "MRL", "FAIR NC", "FLUX.1 [dev] Non-Commercial License", "CPML"],
)
def test_non_commercial_weights_put_out_again_for_commerce_are_open_without_a_step(licence: str) -> None:
    text = f"""
lineage: 1
project: {{id: p}}
publisher: {{name: Meadow Lab, kind: university, country: EC}}
artifacts: {{theirs: {{kind: model, name: skua/lark, license: "{licence}"}}}}
releases:
  - {{artifact: theirs, name: meadow/lark, date: 2025-12-10, license: "{licence}", access: open-weights,
     commercial: true, function: image, markets: [EC], notices: [lark], license_copies: ["{licence}"]}}
"""
    found = check_text(text, "m.yaml", packs=_packs(), as_of=datetime.date(2026, 11, 20))
    assert "breach" in {str(one.position) for one in found.findings if one.party != "downstream-user"}
    assert found.exit_code == 1
