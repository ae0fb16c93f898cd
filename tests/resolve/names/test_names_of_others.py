"""Names that are nobody's record take none; what others made of a model has it for a base and nothing else of it."""

from __future__ import annotations

import pathlib

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.manifest import Artifact
from compliance.resolve.licences.against_record import licence_against_record, recorded_licences
from compliance.resolve.licences.text import LicenceReader
from compliance.resolve.names.lookup import Names
from compliance.resolve.words.prose.spoken import whole_service

HERE = pathlib.Path(__file__).parent


def _table(file: str) -> list[tuple[str, str]]:
    """Rows of two columns; lines that begin with `# ` tell what they are."""
    lines = (HERE / file).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("# ")]
    return [(first, second) for first, second in rows]


INVENTED = [name for _, name in _table("invented_names.tsv")]
PRIVATE = [name for kind, name in _table("invented_names.tsv") if kind == "private"]
TUNES = _table("tunes_by_others.tsv")


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(load_packs().registry)


def test_there_are_a_hundred_of_them() -> None:
    assert len(set(INVENTED)) == len(INVENTED) >= 100


@pytest.mark.parametrize("name", INVENTED)
def test_a_name_that_is_nobody_s_record_takes_none(names: Names, name: str) -> None:
    assert (names.model(name), names.dataset(name)) == (None, None)


@pytest.mark.parametrize("name", PRIVATE)
def test_a_private_derivative_shows_a_base_and_belongs_to_nobody_known(names: Names, name: str) -> None:
    found = names.derivative(name)
    assert found is not None
    assert found.bases
    assert found.developer is None


@pytest.mark.parametrize(("name", "base"), TUNES)
def test_what_others_made_of_a_model_has_it_for_a_base_and_is_not_its_developer_s(
    names: Names, name: str, base: str
) -> None:
    record, shown, parent = names.model(name), names.derivative(name), names.model(base)
    bases = record.base if record else names.derived_from(name)
    assert any(_same(names, one, base) for one in bases)
    developer = record.developer if record else shown.developer if shown else None
    assert parent is None or developer != parent.developer
    assert record is not None or shown is not None


def _same(names: Names, one: str, other: str) -> bool:
    """Whether two names mean the same record, or are the same but for the organisation."""
    known = names.model(one), names.model(other)
    if known[0] is not None and known[1] is not None:
        return known[0].id == known[1].id
    return one.rpartition("/")[2].lower() == other.rpartition("/")[2].lower()


def test_a_licence_that_is_stated_at_another_place_is_no_contradiction(names: Names) -> None:
    reader = LicenceReader(load_packs().registry)
    record = names.model("openai/whisper-small")
    assert record is not None
    told = [
        licence_against_record(
            Artifact(kind="model", name="openai/whisper-small", license=text),
            recorded_licences(record, Artifact(kind="model")).known,
            reader,
        )
        for text in ("MIT", "Apache-2.0", "GPL-3.0")
    ]
    assert (record.licence, told) == ("mit", ["agrees", "agrees", "differs"])


@pytest.mark.parametrize(
    ("text", "provider", "family", "route"),
    [
        ("ft:gpt-4.1-nano-2025-04-14:meadow::Bx12", "openai", "gpt-4.1", None),
        ("FT:gpt-3.5-turbo-0613:meadow:helper:9xYz", "openai", "gpt-3.5", None),
        ("openai/ft:gpt-4o-2024-08-06:meadow::1", "openai", "gpt-4o", None),
        ("davinci:ft-meadow-2023-01-02-03-04-05", "openai", "gpt-3", None),
        ("ft:gpt-9-of-tomorrow:meadow::1", "openai", None, None),
        ("ft:mistral-small-latest:meadow:20250101:ab", "mistral", "mistral-api", None),
        ("gpt-4o-mini-2024-07-18.ft-0123456789abcdef", "openai", "gpt-4o", "azure"),
        ("gpt-35-turbo-0613.ft-0123456789abcdef-meadow", "openai", "gpt-3.5", "azure"),
    ],
)
def test_a_tune_that_its_provider_hosts_is_a_service_of_that_provider(
    names: Names, text: str, provider: str, family: str | None, route: str | None
) -> None:
    service = names.service(text)
    assert service is not None
    assert (service.provider, service.family, service.route) == (provider, family, route)
    hosted = whole_service(text, names)
    assert hosted is not None


@pytest.mark.parametrize(
    "text", ["ft-gpt-4o", "meadow/smollm2.ft-chat", "SmolLM2-1.7B.ft-0123456789abcdef", "ft:SmolLM2-1.7B"]
)
def test_names_of_tuned_weights_are_no_service(names: Names, text: str) -> None:
    assert names.service(text) is None


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("tatsu-lab/alpaca (first 1000 rows, train split)", "alpaca"),
        ("nvidia/Llama-Nemotron-Post-Training-Dataset (science subset)", "llama-nemotron-post-training"),
        ("nvidia/Llama-Nemotron-Post-Training-Dataset [chat part]", "llama-nemotron-post-training"),
        ("tatsu-lab/alpaca (our translation, train split)", None),
        ("tatsu-lab/alpaca (cleaned)", None),
        ("acme/rows-of-nobody (test split)", None),
    ],
)
def test_a_bracket_that_names_a_part_leaves_the_set_known(
    names: Names, name: str, record: str | None
) -> None:
    found = names.dataset(name)
    assert (found.id if found else None) == record


@pytest.mark.parametrize(
    ("name", "derived"),
    [
        ("nvidia/Llama-Nemotron-Post-Training-Dataset (all but code)", False),
        ("acme/Llama-3-8B-dialogue-dataset", False),
        ("acme/Mistral-7B-corpus v2", False),
        ("acme/Llama-3-8B-dataset-tuned", True),
        ("acme/my-Llama-3-8B (chat)", True),
    ],
)
def test_a_name_of_rows_is_no_model_tuned_from_a_word_in_it(names: Names, name: str, derived: bool) -> None:
    assert bool(names.derived_from(name)) is derived


@pytest.mark.parametrize(
    ("name", "bases"),
    [
        ("acme/wan2.2-prompt-enhancer", None),
        ("acme/FLUX.1-dev-prompts-upsampler", None),
        ("acme/sdxl-prompt-expander-v2", None),
        ("acme/qwen2.5-7b-prompt-enhancer", ("Qwen/Qwen2.5-7B",)),
        ("acme/llama-3.1-8b-flux-prompt-upsampler", ("meta-llama/Llama-3.1-8B",)),
        ("acme/wan2.2-prompted-lora", ("Wan 2.2",)),
    ],
)
def test_what_writes_prompts_for_a_model_of_pictures_is_not_made_of_it(
    names: Names, name: str, bases: tuple[str, ...] | None
) -> None:
    shown = names.derivative(name)
    assert (shown.bases if shown else None) == bases


def test_a_size_that_a_line_does_not_have_is_no_member_of_it(names: Names) -> None:
    assert names.model("Qwen/Qwen3.8-27B") is not None
    assert names.model("Qwen/Qwen3.8-9B") is None


def test_a_name_that_is_offered_for_a_slip_has_no_places_left_open(names: Names) -> None:
    assert names.near("claude-sonet-4-5", "service") == ("claude-sonnet-4.5", "claude-3.5-sonnet-v2")
