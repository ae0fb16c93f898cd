"""The scoreboard of names compares licences as they are read, and counts what nobody explained as wrong."""

from __future__ import annotations

import pathlib

import pytest

from compliance.pipeline import load_packs
from tools.scoreboards import names


@pytest.fixture(scope="module")
def scorer() -> names.Scorer:
    return names.Scorer(load_packs())


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("m\tQwen/Qwen2.5-7B\tapache-2.0\tCN", "agrees"),
        ("m\tQwen/Qwen2.5-7B\tApache License 2.0", "agrees"),
        ("m\tQwen/Qwen2.5-7B\tmit|apache-2.0", "agrees"),
        ("m\tQwen/Qwen2.5-7B\tmit", "differs"),
        ("m\tacme/my-qwen3-8b-finetune\tapache-2.0", "known, no text"),
        ("m\tacme/grass-and-hay\tapache-2.0", "not known"),
        ("s\tgpt-4o\topenai", "agrees"),
        ("s\tgpt-4o\tanthropic", "differs"),
        ("s\tgemma-3-27b-it\tgoogle", "known, no text"),
        ("d\ttatsu-lab/alpaca\tcc-by-nc-4.0", "agrees"),
        ("d\tstanfordnlp/SHP\tunstated", "agrees"),
    ],
)
def test_a_name_is_compared_with_what_a_list_says(scorer: names.Scorer, line: str, outcome: str) -> None:
    (read,) = names.read_list(f"# a comment\n{line}\n")
    assert outcome == scorer.row(read).outcome


def test_a_difference_is_wrong_until_somebody_says_who_is_right(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked, explained = tmp_path / "list.tsv", tmp_path / "explained.tsv"
    asked.write_text("m\tQwen/Qwen2.5-7B\tmit\tUS\nm\tQwen/Qwen2.5-3B\tqwen-research\n", encoding="utf-8")
    names.main([str(asked), "--explained", str(explained)])
    before = capsys.readouterr().out
    explained.write_text("m\tQwen/Qwen2.5-7B\tlist wrong\tits card\n", encoding="utf-8")
    names.main([str(asked), "--explained", str(explained), "--rows"])
    after = capsys.readouterr().out
    assert "wrong           1/2" in before
    assert "other country   1/2" in before
    assert "wrong           0/2" in after
    assert "list wrong: its card" in after


def test_every_difference_from_the_shared_list_is_explained_and_few_are_ours(
    shared: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = shared / "coverage" / "names_dev.tsv"
    assert names.main([str(listed)]) == 0
    told = dict(line.rsplit(None, 3)[0::3] for line in capsys.readouterr().out.splitlines())
    assert float(told["resolved"]) >= 0.95
    assert float(told["wrong"]) <= 0.01
    assert float(told["unexplained"]) == 0
