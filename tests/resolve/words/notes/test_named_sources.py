"""Names of somebody that stand where a source stands in a note, and names that stand there and give nothing."""

from __future__ import annotations

import pytest

from compliance.resolve.words.notes.named_sources import named_fed, named_sources

OURS = ("Meadow Lab", "meadow/questions")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("15 minutes, joined with Meteoblue temperatures", "Meteoblue"),
        ("15 minutes, with EPEX spot prices", "EPEX"),
        ("15 minutes, ERA5 reanalysis beside it", "ERA5"),
        ("15 Minuten, dazu Wetter vom DWD", "DWD"),
        ("gaps filled by TimeGPT", "TimeGPT"),
        ("our SCADA and that of Stadtwerke Bruck", "Stadtwerke Bruck"),
        ("written by the service department, with the data sheets of Siemens motors", "Siemens"),
        ("she read articles of Der Standard", "Der Standard"),
        ("written by colleagues, planner prompts copied from AutoGPT", "AutoGPT"),
        ("measured in our lab; structures from the AlphaFold Server", "AlphaFold Server"),
        ("sequences and optima out of BRENDA", "BRENDA"),
        ("half of the variants were designed by ESM3", "ESM3"),
        ("40k shots in 2025 and 2k from Cognex", "Cognex"),
        ("simulated with assets of Objaverse", "Objaverse"),
        ("scheduler ported from Taskwarrior", "Taskwarrior"),
        ("40k shots and dents found on Roboflow Universe", "Roboflow Universe"),
        ("taken by our nurses and by the Inselspital", "Inselspital"),
        ("taken by our nurses, masks by MedSAM", "MedSAM"),
        ("données de capteurs, cours depuis EDF", "EDF"),
    ],
)
def test_a_name_that_stands_where_a_source_stands_is_told(text: str, name: str) -> None:
    assert name in list(named_sources(text, OURS))


@pytest.mark.parametrize(
    "text",
    [
        "recorded in Vienna by two engineers",
        "marked in CVAT by two operators",
        "exported from Jira",
        "from our SAP, 2019 to 2025",
        "from the notebook of our chemist Dr. Weber",
        "from January to May 2025",
        "by Anna Meier and Ben Roth",
        "31 speakers from Bern",
        "shots from the Graz plant",
        "from Switzerland and Austria",
        "kept in Git LFS under data/",
        "stored as JSON, one object a line",
        "rows written by Meadow Lab",
        "questions on the products of Bosch and Siemens",
        "not taken from BRENDA",
        "compared with ERA5 reanalysis",
        "deduplicated against rows from BRENDA",
        "in the style of articles of Der Standard",
        "aus dem Archiv des Hauses, von Frau Keller getippt",
        "written by the Sales team",
        "published on our site by the HR office",
        "kept by the Data Protection Officer",
        "labels checked by the QA team of Meadow Lab",
    ],
)
def test_a_name_that_gives_no_rows_tells_nothing(text: str) -> None:
    assert list(named_sources(text, OURS)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("small U-Net, first on MVTec AD", "MVTec AD"),
        ("head of two layers, warmed up on the Meltome Atlas", "Meltome Atlas"),
        ("random weights, first on LJSpeech, then on the takes", "LJSpeech"),
        ("co-trained with BridgeData V2", "BridgeData V2"),
        ("SpecAugment and noise from MUSAN", "MUSAN"),
    ],
)
def test_names_behind_words_of_training_are_rows(text: str, name: str) -> None:
    assert name in list(named_fed(text))


@pytest.mark.parametrize(
    "text",
    [
        "trained on LUMI with 8 GPUs",
        "trained on AWS with two A100",
        "first on January rows",
        "then on our own SE2 lines",
        "not trained on MVTec AD",
        "evaluated on MVTec AD",
        "seeded with 42, with BOS and EOS",
        "first on 2k rows, then on 8k",
    ],
)
def test_machines_times_and_measures_are_not(text: str) -> None:
    assert list(named_fed(text)) == []


def test_the_writers_alone_are_told_of_where_people_wrote_it() -> None:
    text = "readings from Kaggle, gaps filled by TimeGPT"
    assert list(named_sources(text, (), wrote=True)) == ["TimeGPT"]
