"""A column that code fills with the model that it asks holds who wrote the rows."""

from __future__ import annotations

from tests.intake.conftest import ROWS, Scanned

ASKS = (
    "import argparse, json\nfrom openai import OpenAI\n"
    "def say(model, text):\n"
    "    return OpenAI().chat.completions.create(model=model, messages=[{'role': 'user', 'content': text}])\n"
    "p = argparse.ArgumentParser()\np.add_argument('--reviewer', default='gpt-4o-mini')\na = p.parse_args()\n"
    "print(json.dumps({'text': say(a.reviewer, 'x'), 'reviewer': a.reviewer}))\n"
)
LINES = '{"text": "a", "reviewer": "gpt-4o-mini"}\n{"text": "b", "reviewer": "claude-3-5-haiku-20241022"}\n'


def relations(scanned: Scanned, files: dict[str, str]) -> dict[str, str]:
    """What each upstream of a folder was for."""
    return {one.name: one.relation for one in scanned({"README.md": ROWS, **files}).upstreams}


def test_what_the_code_asks_to_write_says_what_its_column_holds(scanned: Scanned) -> None:
    told = relations(scanned, {"make.py": ASKS, "rows.jsonl": LINES})
    assert told == {"gpt-4o-mini": "generated-by", "claude-3-5-haiku-20241022": "generated-by"}


def test_without_such_code_a_column_is_what_it_is_called(scanned: Scanned) -> None:
    lines = LINES.replace("claude-3-5-haiku-20241022", "anthropic/claude-3.5-haiku")
    for files in ({}, {"make.py": ASKS.replace("reviewer", "writer")}):
        told = relations(scanned, {"rows.jsonl": lines, **files})
        assert {told[name] for name in told if "claude" in name} == {"judged-by"}
