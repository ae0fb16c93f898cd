"""Tables of what an application takes by default, and run-in heads that are labels."""

from __future__ import annotations

import pytest

from compliance.acquire.card import read_card
from compliance.acquire.page.titles import with_labels
from compliance.model.declared.sighting import Mention


def _silent(text: str, section: str) -> list[Mention]:
    return []


def taken(head: str, row: str) -> list[tuple[str, str]]:
    """What a table with this head and this row names, and for what."""
    rule = "|".join("---" for _ in head.split("|"))
    found = read_card(f"# Reed desk\n\n| {head} |\n|{rule}|\n| {row} |\n", "README.md", _silent)
    return [(one.name, one.relation) for one in found.sightings]


@pytest.mark.parametrize(
    ("head", "row", "name"),
    [
        ("Part | Default", "Chat | `gemma3:4b`", "gemma3:4b"),
        ("Task | Default model | Notes", "Embeddings | fen-embed-text | small", "fen-embed-text"),
        ("Feature | Ships with", "Search | marsh/heron-rank", "marsh/heron-rank"),
        ("Component | Default | Change", "Voice | en_GB-alba-medium (Piper) | env", "en_GB-alba-medium"),
    ],
)
def test_what_a_part_takes_by_default_is_loaded(head: str, row: str, name: str) -> None:
    assert taken(head, row) == [(name, "component")]


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Setting | Default", "Chat model | fen-chat-4b"),
        ("Part | Default", "Language | en_GB"),
        ("Part | Default", "Chat | auto"),
        ("Part | Default", "Port | http-8080"),
        ("Part | Default", "Embeddings | ./models/fen-embed"),
        ("Part | Size", "Chat | fen-chat-4b"),
    ],
)
def test_a_default_that_names_no_model_is_none(head: str, row: str) -> None:
    assert taken(head, row) == []


@pytest.mark.parametrize(
    "text",
    [
        "**Base model.** acme/wader, as it is.",
        "- __Base model.__ acme/wader\n- Size: small",
        "Heron is small.\n\n**Base model.** acme/wader and nothing else.",
    ],
)
def test_a_run_in_head_that_ends_with_a_full_stop_is_a_label(text: str) -> None:
    found = read_card(f"# Heron\n\n{text}\n", "README.md", _silent)
    assert [(one.name, one.relation) for one in found.sightings] == [("acme/wader", "base")]


@pytest.mark.parametrize(
    "text",
    [
        "**Base model.**",
        "**It was fun to make this one with all of you.** See",
        "A **base model.** Here",
        "**v2.** It",
    ],
)
def test_other_words_in_bold_stay_as_they_are(text: str) -> None:
    assert with_labels(text) == text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("## Default models\n\n- Chat: `fen3:4b`\n- **Search**: marsh/heron-rank\n", {"fen3:4b", "marsh/heron-rank"}),
        ("On first start it downloads these models:\n\n* `fen3.2:3b` for chat\n* marsh/vec-3, small\n",
         {"fen3.2:3b", "marsh/vec-3"}),
        ("## Bundled models\n\n- See the notes: models-page\n- Port: 8080\n- our favourites\n", set()),
        ("## Supported models\n\n- Chat: `fen3:4b`\n", set()),
    ],
)  # fmt: skip
def test_a_list_of_what_is_taken_by_default_is_loaded(text: str, names: set[str]) -> None:
    found = read_card(f"# Reed desk\n\nAn assistant.\n\n{text}", "README.md", _silent)
    assert {one.name for one in found.sightings if one.relation == "component"} == names
