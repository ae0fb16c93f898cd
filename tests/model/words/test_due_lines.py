"""A line that a licence sets counts where it stands whole, under its own version and owner."""

from __future__ import annotations

import pytest

from compliance.model.words.due_lines import gives
from tests.effort import effort_below

OF_LLAMA = "Llama 3.1 is licensed under the Llama 3.1 Community License"
LLAMA = f"{OF_LLAMA}, Copyright © Meta Platforms, Inc. All Rights Reserved."
STABILITY = (
    "This Stability AI Model is licensed under the Stability AI Community License, Copyright © Stability AI Ltd. "
    "All Rights Reserved"
)
OF_H3 = "MiniMax H3 is licensed under the MiniMax H3 Community License Agreement"
H3 = f"{OF_H3}, Copyright © 2026 MiniMax. All Rights Reserved."
GEMMA = "Gemma is provided under and subject to the Gemma Terms of Use found at ai.google.dev/gemma/terms"
OF_GROK = "This product includes materials licensed under the xAI Community License"
GROK = f"{OF_GROK}. All rights reserved. Copyright © xAI"
FALCON = "[name of work] is built using Falcon LLM technology from the Technology Innovation Institute"

GIVEN = [
    (LLAMA, LLAMA),
    (LLAMA, LLAMA.upper()),
    (LLAMA, f"{OF_LLAMA}. (c) 2024 Meta Platforms, Inc."),
    (LLAMA, "Llama 3.1 is licensed\nunder the Llama-3.1 Community Licence;\nCopyright (C) 2024-26 Meta Platforms"),
    (LLAMA, f"See NOTICE: {OF_LLAMA}, Copyright by Meta Platforms, Inc."),
    (LLAMA, "**Llama 3.1** is licensed under the [Llama 3.1 Community License](a.md), © Meta Platforms, Inc."),
    (STABILITY, "This Stability AI Model is licensed under the Stability AI Community License, Copyright Stability AI"),
    (H3, f"{OF_H3}, Copyright © 2026, 2027 MiniMax."),
    (GEMMA, "Gemma is provided under and subject to the Gemma Terms of Use found at https://ai.google.dev/gemma/terms."),
    (GROK, f"{GROK} 2026."),
    (GROK, f"{OF_GROK}; copyright 2026 xAI."),
    (FALCON, "Foo-7B is built using Falcon LLM technology from the Technology Innovation Institute."),
]  # fmt: skip
OTHER = [
    (LLAMA, OF_LLAMA),
    (LLAMA, f"{OF_LLAMA}, Copyright © Acme"),
    (LLAMA, f"{OF_LLAMA}, Copyright © Metallica Platforms, Inc."),
    (LLAMA, f"{OF_LLAMA}, Copyright © Acme and Meta Platforms, Inc."),
    (LLAMA, LLAMA.replace("3.1", "3.2")),
    (LLAMA, LLAMA.replace("3.1", "3")),
    (LLAMA, f"It is untrue that {LLAMA}"),
    (LLAMA, LLAMA.replace("is licensed", "is not licensed")),
    (LLAMA, f"~~{LLAMA}~~"),
    (LLAMA, f"{LLAMA} (removed)"),
    (LLAMA, f"Not: {LLAMA}"),
    (STABILITY, STABILITY.replace("Ltd.", "Institute").replace("Copyright © Stability AI", "Copyright © Acme")),
    (GEMMA, "Gemma is provided under and subject to the Gemma Terms of Use"),
    (GROK, f"{OF_GROK}. All rights reserved."),
    (FALCON, "Foo-7B is not built using Falcon LLM technology from the Technology Innovation Institute"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "text"), GIVEN)
def test_other_spellings_of_a_line_are_the_line(line: str, text: str) -> None:
    assert gives([text], line)


@pytest.mark.parametrize(("line", "text"), OTHER)
def test_a_line_that_is_short_of_words_or_says_others_is_none(line: str, text: str) -> None:
    assert not gives([text], line)


def test_a_line_may_be_given_in_two_notices_and_is_not_denied_by_the_one_before() -> None:
    assert gives([f"{OF_LLAMA},", "© Meta Platforms, Inc."], LLAMA)
    assert gives(["There is no warranty, and not", LLAMA], LLAMA)


def test_a_notice_of_any_length_is_read_once() -> None:
    with effort_below(60):
        assert not gives([f"{OF_LLAMA}, Copyright © " * 5_000], LLAMA)
