"""The first page of exposure is one page, and an answer by itself."""

from __future__ import annotations

import datetime
import io
import re
from pathlib import Path
from typing import Any

import pytest

from compliance import pipeline
from compliance.load.documents.yaml_reader import Document
from compliance.load.manifest.manifest import LoadedManifest, check_manifest, load_manifest
from compliance.model.known.knowledge import Knowledge
from compliance.model.shapes.location import Marks
from compliance.render.pdf.document import draw_page
from compliance.render.sheet.blocks import Bullets, Paragraph, Sheet, Table
from compliance.render.sheet.exposure import exposure_sheet
from compliance.render.sheet.page import as_page

DAY = datetime.date(2026, 11, 26)
ORIGINS = ("CN", "HK", "MO")
EXAMPLES = ("olmo-3", "nemotron-nano", "company-on-qwen")
DATED = re.compile(r"\d{4}-\d{2}")
OTHERS = (
    "deepseek-ai/DeepSeek-V3", "THUDM/glm-4-9b-chat", "baichuan-inc/Baichuan2-13B-Chat", "MiniMaxAI/MiniMax-M1-80k",
    "tencent/Hunyuan-A13B-Instruct", "Qwen/Qwen2.5-Coder-32B-Instruct", "Qwen/Qwen2.5-72B-Instruct", "Qwen/Qwen3-32B",
)  # fmt: skip


def many(packs: Knowledge) -> LoadedManifest:
    """A release that starts from weights of one origin and learned from eight more."""
    data: dict[str, Any] = {
        "lineage": 1,
        "project": {"id": "many"},
        "publisher": {"name": "Lab", "kind": "company", "country": "US"},
        "artifacts": {
            "base": {"kind": "model", "name": "Qwen/Qwen2.5-7B"},
            **{f"t{number}": {"kind": "model", "name": name} for number, name in enumerate(OTHERS)},
            "rows": {"kind": "dataset"},
            "out": {"kind": "model"},
        },
        "steps": [
            {
                "id": "write",
                "kind": "generate",
                "inputs": {"teacher": [f"t{number}" for number in range(len(OTHERS))]},
                "outputs": "rows",
            },
            {"id": "tune", "kind": "finetune", "inputs": {"base": "base", "data": "rows"}, "outputs": "out"},
        ],
        "releases": [
            {"artifact": "out", "name": "lab/out", "access": "open-weights", "function": "general-purpose"}
        ],
    }
    return check_manifest(Document(data, Marks("many.yaml", {}), "many.yaml", ""), packs)


@pytest.fixture(scope="module")
def sheets(packs: Knowledge, repo_root: Path) -> dict[str, Sheet]:
    """Sheets of three examples and of a release of many origins."""
    loaded = {name: load_manifest(repo_root / f"examples/{name}/lineage.yaml", packs) for name in EXAMPLES}
    loaded["many"] = many(packs)
    return {
        name: exposure_sheet(pipeline.exposure(one, packs, DAY, ORIGINS), ORIGINS, name, DAY.isoformat())
        for name, one in loaded.items()
    }


def pages(sheet: Sheet) -> list[str]:
    """The words of each page of its PDF."""
    pypdf = pytest.importorskip("pypdf")
    document = pypdf.PdfReader(io.BytesIO(draw_page(as_page([sheet]))))
    return [" ".join(page.extract_text().split()) for page in document.pages]


def held(sheet: Sheet) -> Table:
    """The table of what is held."""
    return next(block for block in sheet.lead if isinstance(block, Table))


def sources(sheet: Sheet) -> list[str]:
    """The numbered sources of the first page, on it or in the annex."""
    listed = [
        block.items for section in sheet.sections for block in section.blocks if isinstance(block, Bullets)
    ]
    annex = [items for items in listed if items and items[0].startswith("(1) ")]
    on_page = next(b.text for b in sheet.lead if isinstance(b, Paragraph) and "Read in: " in b.text)
    return list(annex[0]) if annex else re.split(r"; (?=\(\d+\) )", on_page.partition("Read in: ")[2])


@pytest.mark.parametrize("name", ["olmo-3", "nemotron-nano", "many"])
def test_the_answer_is_one_page_and_the_annex_begins_on_the_second(
    sheets: dict[str, Sheet], name: str
) -> None:
    printed = pages(sheets[name])
    assert "Nothing binds today" in printed[0]
    assert "This is not legal advice" in printed[0]
    assert next(number for number, page in enumerate(printed) if "Annex: " in page) == 1


@pytest.mark.parametrize("name", [*EXAMPLES, "many"])
def test_each_origin_has_way_licence_reading_substitute_and_dated_sources(
    sheets: dict[str, Sheet], name: str
) -> None:
    numbers = {int(one.partition(")")[0].strip("( ")) for one in sources(sheets[name])}
    assert set(range(1, len(numbers) + 1)) == numbers
    assert [one for one in sources(sheets[name]) if not DATED.search(one)] == []
    assert all(all(cell for cell in row) for row in held(sheets[name]).rows)


def test_many_origins_are_folded_and_each_is_named_with_its_maker(sheets: dict[str, Sheet]) -> None:
    rows = held(sheets["many"]).rows
    assert rows[0][:2] == ("Qwen/Qwen2.5-7B\nof Alibaba (CN)", "weights")
    assert [name for name in OTHERS if name not in rows[1][0]] == []
    assert rows[1][0].startswith("8: ")


def test_what_the_annex_says_of_a_record_has_the_day_on_which_it_was_read(sheets: dict[str, Sheet]) -> None:
    annex = next(block for block in sheets["olmo-3"].sections[0].blocks if isinstance(block, Table))
    assert [
        row[1] for row in annex.rows if not re.search(r"registry record .* read \d{4}-\d{2}-\d{2}", row[1])
    ] == []
