"""JavaScript and TypeScript are read for the models that their clients are given."""

from __future__ import annotations

import pytest

from compliance.acquire.operated.script import read_script
from compliance.model.shapes.location import Location

WRITES = "\nfs.appendFileSync('rows.jsonl', text)\n"


def seen(code: str, name: str = "gen/make.mjs") -> list[tuple[str, str, str | None]]:
    return [(one.name, one.relation, one.provider) for one in read_script(code, name, {}).sightings]


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("import OpenAI from 'openai'\nawait c.chat.completions.create({ model: 'gpt-4o', messages })",
         ("gpt-4o", "generated-by", "openai")),
        ("import Anthropic from '@anthropic-ai/sdk'\nconst M = process.env.M ?? 'claude-3-opus-20240229'\n"
         "c.messages.create({ model: M })", ("claude-3-opus-20240229", "generated-by", "anthropic")),
        ("const { fal } = require('@fal-ai/client')\nfal.subscribe('fal-ai/flux-pro', { input })",
         ("fal-ai/flux-pro", "generated-by", "fal")),
        ("import { anthropic } from '@ai-sdk/anthropic'\ngenerateText({ model: anthropic('claude-3-opus-20240229') })",
         ("claude-3-opus-20240229", "generated-by", "anthropic")),
        ("import OpenAI from 'openai'\nnew OpenAI({ baseURL: 'https://api.together.xyz/v1' })\nc.x({ model: 'a/b' })",
         ("a/b", "generated-by", "together")),
        ("fetch('https://api.openai.com/v1/responses', { body: JSON.stringify({ model: 'gpt-4o' }) })",
         ("gpt-4o", "generated-by", "openai")),
        ("import OpenAI from 'openai'\nasync function judge(row) {\n  c.x({ model: 'gpt-4o' }) }",
         ("gpt-4o", "judged-by", "openai")),
        ("import OpenAI from 'openai'\n// c.x({ model: 'gpt-4o' })", None),
        ("import car from 'cars'\nnew Car({ model: 'T-1' })", None),
    ],
)  # fmt: skip
def test_a_client_is_given_a_model(code: str, wanted: tuple[str, str, str | None] | None) -> None:
    assert seen(code + WRITES) == ([wanted] if wanted else [])


@pytest.mark.parametrize(
    ("name", "head", "is_application"),
    [
        ("web/route.ts", "", True),
        ("gen/x.ts", "import express from 'express'\n", True),
        ("gen/x.ts", "", False),
    ],
)
def test_what_writes_no_file_may_only_answer_people(name: str, head: str, is_application: bool) -> None:
    code = f"{head}import OpenAI from 'openai'\nc.x({{ model: 'gpt-4o' }})\n"
    (one,) = read_script(code, name, {}).sightings
    assert one.relation == "unknown-use"
    assert ("in an application" in one.how) == is_application


def test_the_environment_gives_a_model() -> None:
    told = {"M": [("gpt-4", Location(".env", 2, 1), "M=gpt-4")]}
    code = "import OpenAI from 'openai'\nconst M = process.env.M || 'gpt-4o'\nc.x({ model: M })" + WRITES
    found = read_script(code, "gen/x.ts", told).sightings
    assert [(one.name, one.place.file) for one in found] == [("gpt-4o", "gen/x.ts"), ("gpt-4", ".env")]


def test_comments_and_empty_lines_move_no_place() -> None:
    head = 'import OpenAI from "openai";\n\n\n// a remark\n\n  // another\n'
    text = head + 'rows(new OpenAI(), { model: "gpt-4o-mini" });\n'
    assert [(one.name, one.place.line) for one in read_script(text, "make.ts", {}).sightings] == [
        ("gpt-4o-mini", 7)
    ]
