"""Short names that sentences and rows use are what a hub's name says in full."""

from __future__ import annotations

import pytest

from tests.intake.conftest import Scanned


@pytest.mark.parametrize(
    ("said", "full"),
    [
        ("ESM-2", "facebook/esm2_t33_650M_UR50D"),
        ("ProtBert", "Rostlab/prot_bert_bfd"),
        ("NLLB-200", "facebook/nllb-200-distilled-600M"),
    ],
)
def test_a_short_name_is_the_one_of_its_record(scanned: Scanned, said: str, full: str) -> None:
    files = {
        "README.md": f"---\nlicense: mit\npipeline_tag: fill-mask\n---\n# Heron\n\nHeron was fine-tuned from {said}.\n",
        "train.cfg": f"[model]\npretrained = {full}\n",
    }
    upstream = scanned(files).upstreams
    assert [one.name for one in upstream] == [full]
    assert upstream[0].declared


def test_another_generation_is_another_thing(scanned: Scanned) -> None:
    files = {
        "README.md": "---\nlicense: mit\npipeline_tag: fill-mask\n---\n# Heron\n\nHeron was fine-tuned from ESM-1b.\n",
        "train.cfg": "[model]\npretrained = facebook/esm2_t33_650M_UR50D\n",
    }
    assert len(scanned(files).upstreams) == 2


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("https://fen.example/files/FEN-Grasp.tar.gz", ["FEN-Grasp"]),
        ("https://fen.example/files/fen_grasp.zip", ["FEN-Grasp"]),
        ("https://fen.example/data/reed.zip", ["FEN-Grasp", "https://fen.example/data/reed.zip"]),
    ],
)
def test_a_file_that_is_fetched_is_the_set_that_is_called_so(
    scanned: Scanned, address: str, names: list[str]
) -> None:
    card = "---\nlicense: mit\npipeline_tag: robotics\ndatasets: [FEN-Grasp]\n---\n# Heron\n"
    scan = scanned({"README.md": card, "get.sh": f"wget {address} -P corpus\n"})
    assert sorted(one.name for one in scan.upstreams) == names
    assert any(one.kind == "completeness" for one in scan.contradictions) is (len(names) > 1)
