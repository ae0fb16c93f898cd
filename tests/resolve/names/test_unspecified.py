"""What says only that a member is not told is no part of a name, and no second name beside it."""

from __future__ import annotations

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.resolve.names.lookup import Names
from compliance.resolve.names.unspecified import line_alone

LINES = {
    "Qwen family, size not said": "Qwen",
    "Qwen series": "Qwen",
    "the Pythia line": "Pythia",
    "Gemma (version unknown)": "Gemma",
    "Gemma [some version]": "Gemma",
    "Llama 3, size not given": "Llama 3",
    "Phi; which one is not known": "Phi",
    "Mistral, unknown version": "Mistral",
    "Falcon - exact size not recorded": "Falcon",
    "Falcon of unknown size": "Falcon",
    "Yi, size?": "Yi",
    "Qwen2.5 family (size unspecified)": "Qwen2.5",
}


@pytest.mark.parametrize(("name", "line"), LINES.items())
def test_the_line_is_left(name: str, line: str) -> None:
    assert line_alone(name) == line


@pytest.mark.parametrize(
    "name",
    ["Qwen", "Qwen2.5-7B, DPO", "family", "Modern Family", "Lark, unknown", "Qwen, Llama", "Gemma (tuned)",
     "Lark (size matters)", "Qwen-family-tune", "Time Series Transformer"],
)  # fmt: skip
def test_what_names_more_than_a_line_is_left_as_it_is(name: str) -> None:
    assert line_alone(name) in (
        None,
        "Modern",
    )  # a mere family is a line; whether it is known is asked of the registry


@pytest.mark.parametrize("name", [name for name in LINES if not name.startswith("Mistral")])
def test_a_line_takes_the_record_of_its_bare_name(name: str) -> None:
    names = Names(load_packs().registry)
    found, bare = names.model(name), names.model(LINES[name])
    assert found is not None
    assert bare is not None
    assert found.id == bare.id
    assert names.members(name, "model") == ()
    assert names.derivative(name) is None


@pytest.mark.parametrize("name", ["Skua family, size not said", "Modern Family", "Qwen tune, size not said"])
def test_an_unknown_line_stays_unknown(name: str) -> None:
    assert Names(load_packs().registry).model(name) is None


def test_a_service_goes_by_its_line_as_well() -> None:
    found = Names(load_packs().registry).service("GPT-4, exact version not recorded")
    assert found is not None
    assert found.provider == "openai"
