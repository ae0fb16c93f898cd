"""What a step gathers by addresses, by search terms or with a program that takes from pages is asked."""

from __future__ import annotations

import pytest

from tests.probes.test_kinds_of_silence import checked, written
from tests.resolve.words.names.test_in_ids import ROWS

STEP = "{id: tidy, kind: filter, inputs: {source: drafts}"
DRAFTS = "name: Meadow drafts, origin: own"
CODE = ("  out: {kind: dataset}", "  t: {kind: code, name: TOOL, license: MIT}\n  out: {kind: dataset}")


def gathered(name: str, kind: str = "collect", tool: str = "") -> int:
    used = ", tool: t" if tool else ""
    step = (STEP, f"{{id: gather, kind: {kind}, inputs: {{source: drafts{used}}}")
    text = written(ROWS, step, (DRAFTS, f'name: "{name}", origin: own'))
    return checked(written(text, CODE, ("TOOL", f'"{tool}"')) if tool else text)


@pytest.mark.parametrize(
    "name",
    ["list of addresses", "sitemap of 300 shops", "our search terms", "Our keywords", "URLs", "channel ids", "DOIs"],
)  # fmt: skip
def test_what_stands_at_addresses_is_nobodys_own_by_the_list(name: str) -> None:
    assert gathered(name) == 1


@pytest.mark.parametrize("name", ["Meadow drafts", "our drafts", "Links between plants, drawn by staff"])
@pytest.mark.parametrize("kind", ["filter", "convert"])
def test_rows_that_lead_nowhere_are_gathered_as_they_are(name: str, kind: str) -> None:
    assert gathered(name, kind) == 0


@pytest.mark.parametrize("tool", ["scrapy", "playwright", "SerpAPI client"])
@pytest.mark.parametrize("kind", ["collect", "convert"])
def test_programs_that_take_from_pages_tell_of_pages(tool: str, kind: str) -> None:
    assert gathered("Meadow drafts", kind, tool) == 1


@pytest.mark.parametrize(
    ("tool", "code"),
    [("our labelling agent", 1), ("SillyTavern", 1), ("Whisper script", 1), ("LLM runner", 1), ("Open WebUI", 1),
     ("user agent parser", 0), ("pandas", 0), ("CVAT", 0), ("Label Studio", 0)],
)  # fmt: skip
def test_a_program_that_hands_on_is_no_tool_that_works_by_itself(tool: str, code: int) -> None:
    assert gathered("Meadow drafts", "convert", tool) == code
