"""Lists of software on which code rests: what they name is asked about, and is no base."""

from __future__ import annotations

import pytest

from tests.intake.conftest import Scanned

ITEMS = "- [Whisper](https://github.com/openai/whisper)\n- LLaVA\n"


def bases(scanned: Scanned, lead: str) -> tuple[set[str], set[str]]:
    """The bases of a page with such a list, and what is asked about."""
    scan = scanned({"README.md": f"# Heron track\n\nTracks birds.\n\n## About\n\n{lead}\n\n{ITEMS}"})
    return {one.name for one in scan.upstreams if one.relation == "base"}, {
        one.name for one in scan.mentioned
    }


@pytest.mark.parametrize(
    "lead",
    [
        "We build on these tools:",
        "This repository is based on the following projects:",
        "Our code builds upon several open-source repositories:",
        "The codebase is derived from:",
        "Heron track is built with:",
    ],
)
def test_what_code_rests_on_is_asked_about(scanned: Scanned, lead: str) -> None:
    assert bases(scanned, lead) == (set(), {"Whisper", "LLaVA"})


@pytest.mark.parametrize("lead", ["This work is based on the following models:", "The model is based on:"])
def test_what_weights_rest_on_is_a_base(scanned: Scanned, lead: str) -> None:
    assert bases(scanned, lead)[0] == {"Whisper", "LLaVA"}
