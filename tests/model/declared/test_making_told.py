"""Why a making is open tells whether the words that mislead stand in the name of a thing or beside it."""

from __future__ import annotations

import pytest

from compliance.model.declared.lineage import Making


@pytest.mark.parametrize(
    ("hints", "why", "told"),
    [
        ((), "it is open", "it is open"),
        (("claude",), "it is open", "it is open; its name holds “claude”"),
        (("gpt",), "it is open", "it is open; what is said of it, or of its project, names “gpt”"),
        (
            ("claude", "gpt"),
            "it is open",
            "it is open; its name holds “claude”; what is said of it, or of its project, names “gpt”",
        ),
        (("gpt",), "a sentence names “gpt”", "a sentence names “gpt”"),
    ],
)
def test_where_words_stand_is_told(hints: tuple[str, ...], why: str, told: str) -> None:
    assert Making("open", why, hints).told_of("meadow/claude-rows") == told
