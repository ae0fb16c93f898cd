"""A description tells no model from another; a name does, however plain."""

from __future__ import annotations

import pytest

from compliance.resolve.names.described import only_described


@pytest.mark.parametrize(
    "name",
    ["a strong model", "an open LLM", "the teacher", "LLM judge", "GPT-4-class system", "some vision language models",
     "frontier-grade assistant", "large language model"],
)  # fmt: skip
def test_a_description_names_nothing(name: str) -> None:
    assert only_described(name)


@pytest.mark.parametrize(
    "name", ["sparrow", "Sparrow", "gpt-4o", "Foo large", "the Falcon model", "qwen2.5 7b", "xx-7B"]
)
def test_a_name_is_a_name(name: str) -> None:
    assert not only_described(name)
