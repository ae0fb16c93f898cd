"""What options of a program fall back to: typer, click, argparse, classes of settings."""

from __future__ import annotations

import pytest

from compliance.acquire.code import read_python
from compliance.model.shapes.location import Location

TYPER = """\
import typer
from openai import OpenAI
app = typer.Typer()
@app.command()
def write(model: str = typer.Option("quill-2", envvar="WRITER")):
    open("rows.txt", "w").write(str(OpenAI().chat.completions.create(model=model, messages=[])))
"""
ANNOTATED = TYPER.replace(
    'model: str = typer.Option("quill-2", envvar="WRITER")',
    'model: Annotated[str, typer.Option(envvar="WRITER")] = "quill-2"',
)
CLICK = """\
import click
from openai import OpenAI
@click.command()
@click.option("-m", "--model-id", "model", envvar="WRITER", default="quill-2")
def write(model):
    open("rows.txt", "w").write(str(OpenAI().chat.completions.create(model=model, messages=[])))
"""
SETTINGS = """\
from openai import OpenAI
from pydantic_settings import BaseSettings, SettingsConfigDict
class Made(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="WRI")
    ter: str = "quill-2"
made = Made()
open("rows.txt", "w").write(str(OpenAI().chat.completions.create(model=made.ter, messages=[])))
"""
ALIAS = SETTINGS.replace('ter: str = "quill-2"', 'ter: str = Field("quill-2", alias="WRITER")')


def names(
    code: str, variables: dict[str, list[tuple[str, Location, str]]] | None = None
) -> set[tuple[str, str]]:
    """Names with their relations."""
    return {(one.name, one.relation) for one in read_python(code, "make/write.py", variables or {}).sightings}


@pytest.mark.parametrize("code", [TYPER, ANNOTATED, CLICK, SETTINGS, ALIAS])
def test_a_default_counts_beside_what_the_environment_gives(code: str) -> None:
    given = {"WRITER": [("quill-9", Location(".env", 1, 1), "WRITER=quill-9")]}
    assert names(code) == {("quill-2", "generated-by")}
    assert names(code, given) == {("quill-2", "generated-by"), ("quill-9", "generated-by")}


UNUSED = """\
import argparse
p = argparse.ArgumentParser()
p.add_argument("--{option}", default="{value}")
args = p.parse_args()
{use}
"""


@pytest.mark.parametrize(
    ("option", "value", "expected"),
    [
        ("annotator", "heron/reed-3b", {("heron/reed-3b", "generated-by")}),
        ("rater", "heron/critic-2b", {("heron/critic-2b", "judged-by")}),
        ("model", "heron/some-2b", {("heron/some-2b", "unknown-use")}),
        ("train-data", "heron/rows", {("heron/rows", "data")}),
        ("baseline", "heron/rival-7b", {("heron/rival-7b", "none")}),
        ("output-model", "heron/made-7b", set()),
        ("model-type", "heron2", set()),
        ("model", "hf-internal-testing/tiny-random-x", set()),
    ],
)
def test_an_option_that_no_known_call_takes_is_told_by_its_name(
    option: str, value: str, expected: set[tuple[str, str]]
) -> None:
    use = f"own.run(args.{option.replace('-', '_')})"
    assert names(UNUSED.format(option=option, value=value, use=use)) == expected


def test_an_option_that_nothing_reads_is_none() -> None:
    assert names(UNUSED.format(option="annotator", value="heron/reed-3b", use="")) == set()
