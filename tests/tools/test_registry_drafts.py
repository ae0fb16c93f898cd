"""Drafts out of lists hold what the registry lacks, and no licence that the lists do not agree on."""

from __future__ import annotations

import pytest

from compliance.load.packs.knowledge import load_packs
from tools.registry.draft import Drafted, Drafting
from tools.registry.naming import stem
from tools.registry.tables import Row


def _drafts(*rows: Row, kind: str = "models") -> list[Drafted]:
    return Drafting(load_packs().registry, kind, {"owls": "meadow"}).drafts(rows)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("ruri-v3-reranker-310m", "ruri"),
        ("sarashina2.2-3b-instruct-v0.1", "sarashina2.2"),
        ("calm3-22b-chat", "calm3"),
        ("owl-large-en", "owl"),
        ("7b-owl", "7-b"),
    ],
)
def test_a_line_is_named_by_the_words_that_its_names_share(name: str, line: str) -> None:
    assert line == stem(name)


def test_what_the_registry_holds_is_not_drafted_again() -> None:
    assert _drafts(Row("Qwen/Qwen2.5-7B", "apache-2.0", "a list")) == []


def test_a_name_that_only_seems_to_hold_a_base_is_not_drafted() -> None:
    assert _drafts(Row("meadow/my-qwen3-8b-owl", "mit", "a list")) == []


def test_a_base_that_the_list_names_is_kept() -> None:
    (one,) = _drafts(Row("meadow/my-qwen3-8b-owl", "mit", "a list", base="Qwen/Qwen3-8B"))
    assert (one.base, one.licence) == (("Qwen/Qwen3-8B",), "mit")


@pytest.mark.parametrize(
    ("licences", "licence", "disputed"),
    [
        (("mit", "MIT License"), "mit", False),
        (("mit", "other"), "mit", False),
        (("mit", "apache-2.0"), None, True),
        (("other", ""), None, False),
        (("a licence of our own",), None, False),
    ],
)
def test_a_licence_is_drafted_where_the_lists_that_name_one_agree(
    licences: tuple[str, ...], licence: str | None, disputed: bool
) -> None:
    (one,) = _drafts(*(Row("meadow/Owlet-7B", text, f"list {n}") for n, text in enumerate(licences)))
    assert (licence, disputed) == (one.licence, one.licence_disputed)


def test_weights_that_are_only_stored_otherwise_are_not_drafted() -> None:
    assert _drafts(Row("meadow/Owlet-7B-GGUF", "mit", "a list")) == []


def test_a_data_set_without_organisation_is_drafted_under_its_present_one() -> None:
    drafts = _drafts(Row("owls", "mit", "a list"), Row("nobodys", "mit", "a list"), kind="datasets")
    assert [one.name for one in drafts] == ["meadow/owls"]


def test_lines_of_one_organisation_stand_under_one_party() -> None:
    rows = [Row(f"meadow/Owlet-{size}", "mit", "a list", "2025-06") for size in ("1B", "7B")]
    drafting = Drafting(load_packs().registry, "models", {})
    ((_, file),) = drafting.records(drafting.drafts(rows)).items()
    assert list(file["parties"]) == ["meadow"]
    assert [one["names"] for one in file["models"]] == [["meadow/Owlet-1B", "meadow/Owlet-7B"]]
