"""The two examples on models from China: their pages on origin are fresh, complete and neutral."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.examples.conftest import ROOT, run_command

DAY = ("--as-of", "2026-11-26")
NAMES = ("nemotron-nano", "company-on-qwen")
JUDGING = re.compile(
    r"\b(illegal|unlawful|stol[e]n|steal\w*|theft|threat\w*|danger\w*|risky|rogue|should|must|recommended)\b",
    re.I,
)


def page(name: str, form: str) -> str:
    """The page on origin of an example."""
    return run_command("whatif", "--exposure", "CN", f"examples/{name}/lineage.yaml", "-f", form, *DAY)


@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_what_the_program_prints(name: str, request: pytest.FixtureRequest) -> None:
    path, text = ROOT / f"examples/{name}/report/exposure.md", page(name, "markdown")
    if request.config.getoption("--update-golden", default=False):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), "if the change is meant, run with --update-golden"


@pytest.mark.parametrize("name", NAMES)
def test_what_binds_is_said_before_anything_else(name: str) -> None:
    lines = page(name, "text").splitlines()
    assert lines[1].startswith("Nothing binds today")


@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_judges_or_advises(name: str) -> None:
    assert JUDGING.findall(page(name, "text")) == []


@pytest.mark.parametrize("name", NAMES)
def test_each_artifact_has_origin_source_way_and_reading_and_each_text_what_was_read(name: str) -> None:
    for release in json.loads(page(name, "json"))["exposures"]:
        assert release["exposed"]
        for one in release["exposed"]:
            assert one["developer"]
            assert one["country"]
            assert one["ways"]
            assert re.search(r"\d{4}-\d{2}-\d{2}", one["known_from"])
        looked_at = {touch["artifact"] for text in release["touching"] for touch in text["artifacts"]}
        assert looked_at <= {one["artifact"] for one in release["exposed"]}
        left = [one["ways"] for one in release["exposed"] if one["artifact"] not in looked_at]
        assert all(ways == ["later generation"] for ways in left)
        assert all("verified" in place for text in release["touching"] for place in text["read_in"])
        assert all(text["read_in"] for text in release["touching"])
        assert release["substitutes"]
        assert all(one["where"] and one["assurance"] for one in release["substitutes"])


def ways(name: str, release: str) -> dict[str, Any]:
    """Name of each artifact to how it came in."""
    found = json.loads(page(name, "json"))["exposures"]
    return {
        one["name"]: one["ways"] for each in found if each["release"] == release for one in each["exposed"]
    }


def test_the_company_holds_qwen_weights_and_outputs_of_two_others() -> None:
    assert ways("company-on-qwen", "assistant") == {
        "Qwen/Qwen2.5-32B": ["weights"],
        "deepseek-ai/DeepSeek-V3": ["outputs"],
        "kimi-k2-0905-preview": ["outputs"],
    }


def test_the_model_learned_from_fewer_of_them_than_the_set_holds() -> None:
    model, rows = ways("nemotron-nano", "nano-8b"), ways("nemotron-nano", "post-training-set")
    assert {name for name in set(rows) - set(model) if rows[name] == ["outputs"]} == {
        "Qwen/Qwen2.5-7B", "Qwen/Qwen2.5-Math-7B-Instruct", "Qwen/Qwen2.5-Coder-32B-Instruct"
    }  # fmt: skip


def test_the_pages_lie_where_the_guide_says(repo_root: Path) -> None:
    text = (repo_root / "docs" / "whatif.md").read_text(encoding="utf-8")
    assert all(f"examples/{name}/report/exposure.md" in text for name in NAMES)
