"""Rows are known to be written by a model alone where every step that writes them says so."""

import pytest

from compliance.model.declared.manifest import Manifest
from compliance.resolve.lineage.machine_made import FACT, with_rows_of_models

_ARTIFACTS = {
    "writer": {"kind": "service", "name": "gpt-4o", "provider": "openai"},
    "weights": {"kind": "model", "name": "a-model"},
    "script": {"kind": "code", "name": "a-script"},
    "seeds": {"kind": "dataset", "origin": "people"},
    "essays": {"kind": "dataset", "origin": "people"},
    "found": {"kind": "dataset"},
    "first": {"kind": "dataset"},
    "rows": {"kind": "dataset"},
}
_WRITE = {
    "id": "write",
    "kind": "generate",
    "inputs": {"teacher": "writer", "seed": "seeds"},
    "outputs": ["rows"],
}
_FIRST = {**_WRITE, "id": "first", "outputs": ["first"]}


def _manifest(*steps: object, **said: object) -> Manifest:
    rows = {"kind": "dataset", **said}
    return Manifest.model_validate(
        {
            "lineage": 1,
            "project": {"id": "one", "title": "One"},
            "publisher": {"id": "us", "name": "Us"},
            "artifacts": {**_ARTIFACTS, "rows": rows},
            "steps": list(steps),
            "releases": [{"artifact": "rows", "name": "rows"}],
        }
    )


def _found(*steps: object, **said: object) -> object:
    return with_rows_of_models(_manifest(*steps, **said)).artifacts["rows"].facts.get(FACT)


def _step(kind: str, name: str = "next", **inputs: object) -> dict[str, object]:
    return {"id": name, "kind": kind, "inputs": inputs, "outputs": ["rows"]}


@pytest.mark.parametrize(
    "steps",
    [
        (_WRITE,),
        (_step("generate", tool="weights"),),
        (_step("generate", teacher="writer", seed="essays", judge="weights"),),
        (_FIRST, _step("generate", teacher="writer", prompts="first")),
        (_FIRST, _step("rewrite", teacher="weights", source="first")),
        (_FIRST, _step("mix", data="first")),
        (_FIRST, _step("convert", tool="writer", source="first")),
        (_WRITE, _step("filter", data="rows", judge="weights")),
        (_WRITE, _step("generate", teacher="weights", data="rows")),
    ],
)
def test_models_alone_wrote_them(steps: tuple[object, ...]) -> None:
    """Seeds ask for rows, prompts of a model are a model's, choices and scores leave out rows: none is of people."""
    assert _found(*steps) == "yes"


@pytest.mark.parametrize(
    "steps",
    [
        (),
        (_step("rewrite", teacher="writer", source="essays"),),
        (_step("convert", tool="writer", source="essays"),),
        (_step("generate", teacher="writer", prompts="essays"),),
        (_step("annotate", teacher="writer", data="found"),),
        (_step("mix", data="found"),),
        (_FIRST, _step("mix", data=["first", "essays"])),
        (_WRITE, _step("mix", data="essays")),
        (_step("generate", tool="script"),),
        (_step("generate", seed="seeds"),),
        (_step("collect"),),
        (_step("filter", data="rows"),),
        (_step("filter", data="rows", judge="weights"),),
        (_FIRST | {"inputs": {"data": "rows"}, "kind": "mix"}, _step("mix", data="first")),
    ],
)
def test_somebody_else_may_have_written_some(steps: tuple[object, ...]) -> None:
    """Rows of people that went in, an unnamed writer or a program, and rows that nothing here wrote, show nothing."""
    assert _found(*steps) is None


@pytest.mark.parametrize("origin", ["people", "web", "own", "third-party"])
def test_an_origin_that_is_stated_stands(origin: str) -> None:
    """What is said about where rows come from is not set aside by a step that writes some of them."""
    assert _found(_WRITE, origin=origin) is None


@pytest.mark.parametrize("said", [False, "unknown"])
def test_what_is_stated_stands(said: object) -> None:
    """A manifest that says otherwise, or that it is not known, is believed."""
    before = _manifest(_WRITE, facts={FACT: said})
    assert with_rows_of_models(before).artifacts["rows"].facts == before.artifacts["rows"].facts


def test_what_is_stated_counts_for_what_is_made_of_it() -> None:
    """Rows that are mixed out of rows that are said to be a model's are a model's."""
    manifest = _manifest(_step("mix", data="found"))
    found = manifest.artifacts["found"].model_copy(update={"facts": {FACT: True}})
    manifest = manifest.model_copy(update={"artifacts": {**manifest.artifacts, "found": found}})
    assert with_rows_of_models(manifest).artifacts["rows"].facts[FACT] == "yes"
