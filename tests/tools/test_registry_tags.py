"""A hub's tags give a record to what people use, and to nothing that few fetch or that shows its base by itself."""

from __future__ import annotations

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.registry.shown import Lookup
from tools.registry.tags import Tagged, read, record, wanted


@pytest.fixture(scope="module")
def lookup() -> Lookup:
    return Lookup(load_packs())


def _row(
    name: str = "meadow/Owlet-9B",
    bases: str = "",
    likes: str = "900",
    downloads: str = "",
    licence: str = "mit",
) -> dict[str, str]:
    return {
        "name": name,
        "licence": licence,
        "bases": bases,
        "day": "2026-01-31",
        "downloads": downloads,
        "likes": likes,
    }


def test_bases_stand_apart_from_what_was_done_with_them() -> None:
    (one,) = read([_row(bases="a/b|finetune:a/b|meadow/Owlet-9B")])
    assert one == Tagged("meadow/Owlet-9B", "mit", ("a/b",), frozenset({"finetune"}), "2026-01-31", 0, 900)


@pytest.mark.parametrize(
    ("row", "enters"),
    [
        (_row(), True),
        (_row(bases="a/b|finetune:a/b"), True),
        (_row(likes="3"), False),
        (_row(likes="3", downloads="90000"), False),
        (_row(likes="9", downloads="2000"), True),
        (_row(licence=""), False),
        (_row(bases="a/b|quantized:a/b"), True),
        (_row(bases="a/b|quantized:a/b", likes="9", downloads="2000"), False),
        (_row(bases="a/b|adapter:a/b", likes="9", downloads="2000"), False),
        (_row(bases="a/b|quantized:a/b", likes="9", downloads="9000"), True),
        (_row("meadow/Owlet-9B-GGUF", downloads="9000"), False),
        (_row("meadow/Owlet-9B-GGUF", "a/b|quantized:a/b", "9", "9000"), True),
        (_row("Qwen/Qwen2.5-7B"), False),
        (_row("meadow/my-qwen3-8b-tuned"), False),
    ],
)
def test_a_model_enters_that_people_use_and_the_registry_lacks(
    row: dict[str, str], enters: bool, lookup: Lookup
) -> None:
    assert enters == bool(wanted(read([row]), lookup))


def test_what_many_build_on_enters(lookup: Lookup) -> None:
    rows = [_row(likes="0"), *(_row(f"meadow/Owl-{n}", "meadow/Owlet-9B", "0") for n in range(4))]
    assert [one.name for one in wanted(read(rows), lookup)] == ["meadow/Owlet-9B"]


@pytest.mark.parametrize(("bases", "bare"), [("", []), ("a/b|merge:a/b", ["Owlet-9B"])])
def test_a_tune_does_not_take_its_bare_name(bases: str, bare: list[str]) -> None:
    (one,) = read([_row(bases=bases)])
    assert record(one, "mit", "meadow", {"where": "a list", "read": "2026-01-31"})["except"] == bare


@pytest.mark.parametrize(
    ("bases", "repacks", "stage", "how"),
    [
        ("a/b|finetune:a/b", False, "tune", None),
        ("a/b|finetune:a/b", True, "repack", "quantise"),
        ("a/b|quantized:a/b", False, "repack", "quantise"),
        ("a/b|adapter:a/b", False, "tune", None),
        ("", False, None, None),
    ],
)
def test_what_is_packed_anew_is_a_copy_whatever_its_tag_says(
    bases: str, repacks: bool, stage: str | None, how: str | None
) -> None:
    (one,) = read([_row(bases=bases)])
    drafted = record(one, "mit", "meadow", {"where": "a list", "read": "2026-01-31"}, repacks)
    assert (drafted["stage"], drafted["how"]) == (stage, how)


def test_a_name_that_few_like_means_nothing_without_its_organisation() -> None:
    (one,) = read([_row(likes="9", downloads="2000")])
    drafted = record(one, "mit", "meadow", {"where": "a list", "read": "2026-01-31"})
    assert (drafted["except"], drafted["within"]) == (["Owlet-9B"], [])
