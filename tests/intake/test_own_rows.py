"""Rows that a folder holds beside its weights: their card, their columns, and what a page lists of them."""

from __future__ import annotations

from tests.intake.conftest import Scanned

WEIGHTS = "---\nlicense: apache-2.0\nlibrary_name: transformers\n---\n\n# Fen Hand\n\nA policy.\n"
ROWS = "---\nlicense: {}\ntask_categories: [robotics]\n---\n\n# Fen shelves\n\nEpisodes.\n"


def test_limits_of_rows_beside_weights_differ_from_the_licence_of_these(scanned: Scanned) -> None:
    scan = scanned({"README.md": WEIGHTS, "rows/README.md": ROWS.format("cc-by-nc-4.0")})
    told = [one for one in scan.contradictions if one.kind == "licence"]
    assert [one.about for one in told] == ["Fen shelves"]
    assert {one.place.file for one in told[0].said} == {"README.md", "rows/README.md"}


def test_rows_without_limits_differ_in_nothing(scanned: Scanned) -> None:
    scan = scanned({"README.md": WEIGHTS, "rows/README.md": ROWS.format("cc0-1.0")})
    assert not [one for one in scan.contradictions if one.kind == "licence"]


def test_what_a_notice_says_of_data_is_told_of_what_the_weights_were_made_from(scanned: Scanned) -> None:
    notice = "Contains data of the Marsh Board licensed under CC BY-SA 4.0.\n"
    scan = scanned({"README.md": WEIGHTS, "NOTICE": notice})
    assert any(one.kind == "licence" and "rows" in one.about for one in scan.contradictions)


def test_a_list_of_training_data_that_leaves_a_set_out_is_told(scanned: Scanned) -> None:
    page = "# Fen\n\n## Training data\n\n| source | years |\n|---|---|\n| FENR5 | 2019 |\n"
    code = "from datasets import load_dataset\nload_dataset('marsh/more-rows')\n"
    scan = scanned({"MODEL_CARD.md": page, "fit.py": code})
    assert any(one.kind == "completeness" and "marsh/more-rows" in one.why for one in scan.contradictions)


def test_a_column_of_writers_takes_over_and_one_of_origins_tells_who_wrote(scanned: Scanned) -> None:
    rows = '{"text": "a", "writer": "DrugBank", "text_from": "whisper-large-v3"}\n' * 2
    scan = scanned({"README.md": "# Fen pairs\n\nPairs.\n", "rows.jsonl": rows})
    told = {one.name: one.relation for one in scan.upstreams}
    assert told == {"DrugBank": "data", "whisper-large-v3": "generated-by"}
