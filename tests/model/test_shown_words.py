"""Words that are owed in a notice count where they stand whole and are not denied."""

from __future__ import annotations

import pytest

from compliance.model.shown_words import shows
from tests.effort import effort_below

SHOWN = (
    "Built with Llama", "BUILT WITH  LLAMA", "built\nwith Llama.", "Proudly Built with Llama 3.2", "Built with Llama-3",
    "Not endorsed by anybody. Built with Llama", "Not for sale, built with Llama", "“Built with Llama”",
    "Built with Llama's weights", "Do not remove: Built with Llama", "It keeps no logs at all and is built with Llama",
    "Built with Llama (3.2)", "Built with Llama (see NOTICE)", "Built with Llama, with refusals removed",
    "Built with Llama. Former title: Meadow", "Built with Llama (not endorsed by Meta)", "Built with Llama – by Meadow",
    "~~Built with Qwen~~ Built with Llama", "<!-- badge --> Built with Llama", "Built with Llama ~~and care~~",
)  # fmt: skip
NOT_SHOWN = (
    "Not built with Llama", "This is not built with Llama", "No longer Built with Llama",
    "It was never built with Llama",
    "It isn't built with Llama", "Built with Llamas", "Built with LlamaIndex", "Built with Llama.cpp",
    "Built with Llama-free tools", "Rebuilt with Llama", "Built without Llama", "It has not been 'built with Llama'",
    "Built with Llama (removed)", "Built with Llama [deleted]", "Built with Llama – withdrawn",
    "Built with Llama: TODO",
    "Built with Llama (notice since removed)", "Built with Llama (not applicable)", "Built with Llama was removed",
    "“Built with Llama” is no longer shown", "~~Built with Llama~~", "<s>Built with Llama</s>",
    "<!-- Built with Llama -->",
    "<!-- Built with Llama", "Removed: Built with Llama", "TODO: Built with Llama", "Formerly built with Llama",
    "It used to be built with Llama", "Built with Llama (to be added)", "Built with Llama, n/a",
)  # fmt: skip


@pytest.mark.parametrize("text", SHOWN)
def test_words_that_stand_whole_are_shown(text: str) -> None:
    assert shows(text, "built with llama")


@pytest.mark.parametrize("text", NOT_SHOWN)
def test_words_that_are_denied_or_go_on_are_not_shown(text: str) -> None:
    assert not shows(text, "built with llama")


def test_what_is_denied_once_and_said_once_is_shown() -> None:
    assert shows("Not built with Llama 2. Built with Llama 3", "built with llama")


@pytest.mark.parametrize(
    ("text", "owed"),
    [
        ("Kimi K2.5", "kimi k2."),
        ("Not endorsed, warranted, or guaranteed by the original right-holder", "not endorsed, warranted"),
        ("See https://coqui.ai/cpml.txt", "coqui.ai/cpml"),
        ("worldwide", "worldwide"),
    ],
)
def test_words_owed_may_begin_and_end_with_any_sign(text: str, owed: str) -> None:
    assert shows(text, owed)


def test_a_notice_of_any_length_is_read_once() -> None:
    with effort_below(60):
        assert not shows("not built with llama " * 20_000, "built with llama")
