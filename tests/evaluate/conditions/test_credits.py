"""A notice credits a source where it names it as one, and under no other licence than its own."""

from __future__ import annotations

import datetime

import pytest

from compliance import pipeline
from compliance.load.packs.knowledge import load_packs
from compliance.model.words.credit import namings

MANIFEST = """\
lineage: 1
project: {{id: credits, title: Chosen rows}}
publisher: {{name: Meadow Lab, kind: company, country: CH}}
artifacts:
  rows: {{kind: dataset, name: {name}, developer: Kestrel Kitchen, origin: people, license: {licence},
    documented: {{where: "README, section 2", generators: none}}}}
  chosen: {{kind: dataset}}
steps:
  - {{id: pick, kind: filter, inputs: {{source: rows}}, outputs: chosen, period: 2026-02}}
releases:
  - {{artifact: chosen, name: meadow/chosen, date: 2026-05-20, license: {licence}, access: public, commercial: true,
     channels: [Hugging Face], markets: [CH], license_copies: [{licence}], notices: ["{notice}"]}}
"""
CREDITS = (
    "kestrel/recipes by Kestrel, CC-BY-4.0 (https://creativecommons.org/licenses/by/4.0/), filtered by us",
    "Rows of Kestrel recipes, CC BY 4.0", "Recipes (CC BY 4.0)", "recipes, licensed under CC BY 4.0", "kestrel/recipes",
    "Data: https://huggingface.co/datasets/kestrel/recipes", "the recipes dataset, Creative Commons Attribution 4.0",
    "Contains kestrel/recipes (CC-BY-4.0) and other/notes (CC0-1.0)", "other/notes (CC0); kestrel/recipes (CC BY 4.0)",
    "kestrel/recipes; our own notes on it are under MIT", "Not for sale in shops. Rows of kestrel/recipes",
    "Based on kestrel/recipes, and our code is under Apache-2.0", "Datensatz kestrel/recipes mit Dank an Kestrel",
    "Zeilen aus kestrel/recipes, CC BY 4.0", "Données : kestrel/recipes, CC BY 4.0",
    "数据来自 kestrel/recipes,CC BY 4.0",
    "kestrel/recipes (Attribution 4.0 International)",
    "from kestrel/recipes, https://creativecommons.org/licenses/by/4.0/",
    "kestrel/recipes (CC-BY)",
)  # fmt: skip
NO_CREDITS = (
    "kestrel/recipes under CC0", "kestrel/recipes by Kestrel, CC-BY-SA-4.0", "kestrel/recipes (MIT)",
    "kestrel/recipes, https://creativecommons.org/licenses/by-nc/4.0/", "kestrel/recipes is licensed under Apache 2.0",
    "kestrel/recipes (CC0-1.0) and other/notes (CC-BY-4.0)", "data: kestrel/recipes (licence unknown)",
    "We do not use kestrel/recipes by Kestrel, CC-BY-4.0", "not from kestrel/recipes", "no rows of kestrel/recipes",
    "Unlike kestrel/recipes by Kestrel (CC-BY-4.0), ours is filtered", "compare kestrel/recipes", "cf. kestrel/recipes",
    "Similar to kestrel/recipes", "better than kestrel/recipes", "kestrel/recipes was not used",
    "kestrel/recipes is excluded", "We will credit kestrel/recipes later",
    "Credit due to kestrel/recipes (to be added)",
    "kestrel/recipes is not credited here", "See also kestrel/recipes", "kestrel/recipes was our inspiration",
    "We started from kestrel/recipes but replaced it", "Evaluated on kestrel/recipes",
    "nicht aus kestrel/recipes", "Anders als kestrel/recipes", "pas de kestrel/recipes", "sin kestrel/recipes",
    "未使用 kestrel/recipes", "kestrel/recipes wird noch ergänzt", "Recipes from the web, CC-BY-4.0", "good recipes",
    "kestrel/other by Kestrel, CC-BY-4.0", "kestrel/recipes2, CC-BY-4.0",
)  # fmt: skip


def is_open(notice: str, name: str = "kestrel/recipes", licence: str = "CC-BY-4.0") -> bool:
    """Whether something is open on a release that shows a notice."""
    text = MANIFEST.format(name=name, licence=licence, notice=notice)
    day = datetime.date(2026, 11, 28)
    return bool(pipeline.check_text(text, "m.yaml", packs=load_packs(), as_of=day).exit_code)


@pytest.mark.parametrize("notice", CREDITS)
def test_a_source_that_is_named_as_one_is_credited(notice: str) -> None:
    assert not is_open(notice)


@pytest.mark.parametrize("notice", NO_CREDITS)
def test_what_is_denied_compared_or_put_under_another_licence_is_no_credit(notice: str) -> None:
    assert is_open(notice)


@pytest.mark.parametrize(
    ("licence", "said", "credited"),
    [
        ("CC-BY-SA-4.0", "CC BY-SA 4.0", True),
        ("CC-BY-SA-4.0", "CC BY 4.0", False),
        ("ODC-By-1.0", "Open Data Commons Attribution License v1.0", True),
        ("ODC-By-1.0", "ODbL", False),
        ("CC-BY-3.0", "CC BY 4.0", False),
    ],
)
def test_the_licence_beside_a_name_is_that_of_the_source(licence: str, said: str, credited: bool) -> None:
    assert is_open(f"kestrel/recipes by Kestrel, {said}", licence=licence) is not credited


@pytest.mark.parametrize(
    "name", ["kestrel/ms_coco", "kestrel/SQuAD", "Kestrel notes", "kestrel/wikitext-103"]
)
def test_a_name_that_is_no_common_word_stands_alone(name: str) -> None:
    called = name.rpartition("/")[2]
    assert list(namings(f"Rows: {called}, CC BY 4.0", name))
    assert not list(namings(f"Rows other than {called}", name))
    assert not list(namings(f"un{called}", name))


TWO_OF_ONE_MAKER = """\
lineage: 1
project: {id: credits, title: Mixed rows}
publisher: {name: Meadow Lab, kind: university, country: CH}
artifacts:
  first: {kind: dataset, name: kestrel/recipes, developer: Kestrel Kitchen, license: CC-BY-SA-3.0,
    documented: {where: paper, generators: none}}
  second: {kind: dataset, name: kestrel/menus-of-inns, developer: Kestrel Kitchen, license: CC-BY-SA-3.0,
    documented: {where: paper, generators: none}}
  out: {kind: dataset}
steps: [{id: mix, kind: mix, inputs: {data: [first, second]}, outputs: out, period: 2025-02}]
releases:
  - {artifact: out, name: meadow/mixed, date: 2025-05-20, license: CC-BY-SA-3.0, access: public, commercial: false,
     license_copies: [CC-BY-SA-3.0], notices: ["NOTICES"]}
"""


@pytest.mark.parametrize(
    ("notices", "exit_code"),
    [
        ("recipes by Kestrel Kitchen, CC BY-SA 3.0", 1),
        ("Drawn on the ovens of Kestrel Kitchen. License: CC BY-SA 3.0", 1),
        ("recipes and menus-of-inns by Kestrel Kitchen, CC BY-SA 3.0", 0),
    ],
)
def test_credit_for_one_work_of_a_maker_is_none_for_another(notices: str, exit_code: int) -> None:
    text = TWO_OF_ONE_MAKER.replace("NOTICES", notices)
    report = pipeline.check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 28))
    assert report.exit_code == exit_code
