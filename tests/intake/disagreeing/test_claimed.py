"""What pages claim of the making is set against what code, settings and rows show."""

from __future__ import annotations

import pytest

from compliance.intake import Scan
from tests.intake.conftest import Scanned

MODEL = "---\nlicense: mit\npipeline_tag: text-generation\n---\n# Heron\n\n"
ROWS = "---\nlicense: mit\ntask_categories:\n- text-generation\n---\n# Heron notes\n\n"
JUDGED = "id,text,judge\n1,a,claude-3-5-haiku-20241022\n"
WROTE = "id,text,rewriter\n1,a,claude-3-5-haiku-20241022\n"


def about(scan: Scan) -> list[str]:
    """What the contradictions are about."""
    return [one.about for one in scan.contradictions]


@pytest.mark.parametrize(
    "claim",
    [
        "Heron was trained from scratch on letters.",
        "No pretrained weights were used.",
        "All weights were randomly initialised.",
        "It is not derived from any other model.",
    ],
)
def test_a_start_from_nothing_is_set_against_a_base(scanned: Scanned, claim: str) -> None:
    config = "[model]\npretrained = openai-community/gpt2-large\n"
    scan = scanned({"README.md": MODEL + claim + "\n", "train.cfg": config})
    assert "from scratch" in about(scan)
    assert any(one.question.startswith("Do the weights start from nothing") for one in scan.questions)


@pytest.mark.parametrize(
    "claim",
    [
        "It was tuned rather than trained from scratch.",
        "Models trained from scratch did worse than ours.",
        "The tokenizer was trained from scratch.",
        "Heron was not trained from scratch.",
        "You can train one from scratch with our code.",
    ],
)
def test_what_is_no_claim_of_that_is_none(scanned: Scanned, claim: str) -> None:
    config = "[model]\npretrained = openai-community/gpt2-large\n"
    assert "from scratch" not in about(scanned({"README.md": MODEL + claim + "\n", "train.cfg": config}))


@pytest.mark.parametrize(
    "claim",
    [
        "Each note was rated by two human raters.",
        "A human reviewer scored every line.",
        "A panel of editors ranked the pairs.",
        "Pairs were checked by three trained annotators.",
        "Rows with low human ratings were dropped.",
    ],
)
def test_people_who_judged_are_set_against_a_model_that_did(scanned: Scanned, claim: str) -> None:
    assert about(scanned({"README.md": ROWS + claim + "\n", "data/rows.csv": JUDGED})) == [
        "who judged the rows"
    ]


def test_a_judge_that_the_page_tells_is_no_contradiction(scanned: Scanned) -> None:
    text = (
        ROWS + "Each note was rated by two human raters. Others were judged by claude-3-5-haiku-20241022.\n"
    )
    assert about(scanned({"README.md": text, "data/rows.csv": JUDGED})) == []


def test_how_the_work_did_is_no_claim_on_its_rows(scanned: Scanned) -> None:
    text = MODEL + "In our evaluation three human raters scored the outputs of the model.\n"
    assert "who judged the rows" not in about(scanned({"README.md": text, "data/rows.csv": JUDGED}))


@pytest.mark.parametrize(
    "claim",
    [
        "No labels were predicted.",
        "The set is free of synthetic text.",
        "It contains no machine-written lines.",
        "Nothing was left out; the rows hold no AI-generated text.",
    ],
)
def test_rows_without_machines_are_set_against_a_writer(scanned: Scanned, claim: str) -> None:
    assert about(scanned({"README.md": ROWS + claim + "\n", "data/rows.csv": WROTE})) == [
        "who wrote the rows"
    ]


def test_a_package_under_another_licence_differs(scanned: Scanned) -> None:
    package = '[project]\nname = "heron"\nlicense = "GPL-3.0-only"\n'
    assert about(scanned({"README.md": MODEL, "pyproject.toml": package})) == ["heron"] or any(
        one.kind == "licence"
        for one in scanned({"README.md": MODEL, "pyproject.toml": package}).contradictions
    )


def test_a_package_under_the_licence_of_the_code_does_not(scanned: Scanned) -> None:
    text = MODEL + "The code is released under the Apache-2.0 license.\n"
    package = '[project]\nname = "heron"\nlicense = "Apache-2.0"\n'
    assert not scanned({"README.md": text, "pyproject.toml": package}).contradictions


def test_a_package_alone_is_no_licence_of_the_work(scanned: Scanned) -> None:
    text = "---\npipeline_tag: text-generation\n---\n# Heron\n"
    package = '[project]\nname = "heron"\nlicense = "MIT"\n'
    assert scanned({"README.md": text, "pyproject.toml": package}).released[0].licence is None


def test_rows_that_ask_for_credit_are_not_given_to_everybody(scanned: Scanned) -> None:
    card = ROWS.replace("mit", "cc0-1.0")
    rows = "id,text,license\n1,a,cc-by-4.0\n"
    assert any("rows of" in one for one in about(scanned({"README.md": card, "data/rows.csv": rows})))
    assert about(scanned({"README.md": ROWS, "data/rows.csv": rows})) == []


def test_a_sentence_on_a_base_tells_how_that_was_made(scanned: Scanned) -> None:
    card = "---\nlicense: mit\nbase_model: EleutherAI/pythia-1b\n---\n# Heron\n\nPythia-1B was trained from scratch.\n"
    assert "from scratch" not in about(scanned({"README.md": card}))


@pytest.mark.parametrize(("denied", "told"), [("Reedly", True), ("Reedly-Mini", False), ("Kelp", False)])
def test_a_denied_set_that_no_registry_knows_is_seen_under_the_same_name(
    scanned: Scanned, denied: str, told: bool
) -> None:
    page = f"{MODEL}## Data\n\nWe did not train on the {denied} dataset.\n"
    code = 'from datasets import load_dataset\nload_dataset("kite/reedly", split="train")\n'
    scan = scanned({"README.md": page, "train.py": code})
    assert any(one.about == "kite/reedly" for one in scan.contradictions) is told


@pytest.mark.parametrize(
    ("claim", "rows", "told"),
    [
        ("We used no simulated data.", "kite/grasp-sim", True),
        ("It was trained without any simulation.", "kite/grasp_sim_v2", True),
        ("We used no simulated data.", "kite/simple-grasps", False),
        ("It saw no simulated data but kite/grasp-sim.", "kite/grasp-sim", False),
    ],
)
def test_denied_simulation_is_set_against_the_names_of_rows(
    scanned: Scanned, claim: str, rows: str, told: bool
) -> None:
    code = f'from datasets import load_dataset\nload_dataset("{rows}", split="train")\n'
    scan = scanned({"README.md": MODEL + claim + "\n", "train.py": code})
    assert ("simulated rows" in about(scan)) is told


@pytest.mark.parametrize(
    ("rows", "told"), [("kite/reed-tts", True), ("kite/synthetic-reed", True), ("kite/reed", False)]
)
def test_denied_machines_are_set_against_the_names_of_rows(scanned: Scanned, rows: str, told: bool) -> None:
    code = f'from datasets import load_dataset\nload_dataset("{rows}", split="train")\n'
    scan = scanned({"README.md": ROWS + "The corpus contains no synthetic speech.\n", "train.py": code})
    assert ("who wrote the rows" in about(scan)) is told
