"""Names find their records as a whole; a name that nobody knows finds none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Registry
from compliance.model.names.catalogue import Catalogue
from compliance.model.names.records import Records
from compliance.resolve.names.lookup import Names


@pytest.fixture
def names(registry: Registry) -> Names:
    return Names(registry)


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("lab/cub-7b", "cub"),
        ("LAB/CUB", "cub"),
        ("lab-two/cub_7B", "cub"),
        ("lab/cub-7b-GPTQ-Int4", "cub"),
        ("lab/cub-7b@0a1b2c3", "cub"),
        ("https://huggingface.co/lab/cub-7b", "cub"),
        ("home: cub-7b", "cub"),
        ("cub 7b", "cub"),
        ("lab/grown", "bear"),
        ("Bear", "bear"),
        ("cub", None),
        ("grown", None),
        ("lab/cub-seven", None),
        ("lab/my-cub-7b", None),
        ("lab/cub-7b-tuned", None),
        ("my/lab/cub", None),
        ("acme/cub-7b", None),
        ("cub-7b-GPTQ-Int4", None),
        ("acme/Bear", None),
        ("lab/", None),
        ("", None),
        (" / ", None),
    ],
)
def test_a_model_name_means_a_record_as_a_whole_or_not_at_all(
    names: Names, name: str, record: str | None
) -> None:
    found = names.model(name)
    assert record == (found.id if found else None)


def test_services_and_data_sets_have_their_own_records(names: Names) -> None:
    service, dataset = names.service("Talk-4"), names.dataset("kin/rows")
    assert service is not None
    assert dataset is not None
    assert (service.family, dataset.id) == ("talk-family", "rows")
    assert (names.service("lab/cub"), names.dataset("kin/rows-2")) == (None, None)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("talk-4", ("talk-line", "talk", None, None)),
        ("talk-4-2025-01-31", ("talk-line", "talk", None, None)),
        ("Talk app", ("talk-line", "talk", None, None)),
        ("talk/talk-4", ("talk-line", "talk", None, None)),
        ("Talk Labs talk-4", ("talk-line", "talk", None, None)),
        ("talk-4 (API)", ("talk-line", "talk", None, None)),
        ("talk-4 API", ("talk-line", "talk", None, None)),
        ("Talk app batch API", ("talk-line", "talk", None, None)),
        ("talk-4:free", ("talk-line", "talk", None, None)),
        ("cloud/talk-4", ("talk-line", "talk", "cloud", None)),
        ("talk-4 via cloud", ("talk-line", "talk", "cloud", None)),
        ("talk-cloud/lab/cub-7b", (None, "talk", None, "lab/cub-7b")),
        ("talk-cloud/anything", (None, "talk", None, None)),
        ("cloud/lab/cub-7b", (None, "chat", "cloud", "lab/cub-7b")),
        ("lab/cub-7b (Talk Labs)", (None, "talk", None, "lab/cub-7b")),
    ],
)
def test_a_model_string_tells_whose_endpoint_it_calls(
    names: Names, name: str, meant: tuple[str | None, ...]
) -> None:
    found = names.service(name)
    assert found is not None
    assert meant == (found.id, found.provider, found.route, found.model)


@pytest.mark.parametrize(
    "name",
    ["lab/cub-7b", "smalltalk", "talk of the town", "my talk-4 clone", "talk-4 (by hand)", "talk-x", ""],
)
def test_a_string_that_nobody_declares_calls_nobody(names: Names, name: str) -> None:
    assert names.service(name) is None


@pytest.mark.parametrize(
    ("texts", "provider"),
    [
        (("Talk",), "talk"),
        (("TALK LABS",), "talk"),
        (("talk-3",), "talk"),
        (("chat/unheard-of",), "chat"),
        (("small talk and chat",), None),
        (("talk-3 turbo",), None),
        (("chatter",), None),
        (("smalltalk",), None),
        ((None, "chat"), "chat"),
        (("nobody", "chat"), "chat"),
        (("chat", "talk"), "chat"),
        ((), None),
    ],
)
def test_a_provider_is_named_exactly_earlier_texts_first(
    names: Names, texts: tuple[str | None, ...], provider: str | None
) -> None:
    assert provider == names.provider(*texts)


@pytest.mark.parametrize(
    ("name", "bases", "how", "developer"),
    [
        ("acme/my-cub-7b-tuned", ("lab/cub-7B",), "finetune", None),
        ("my-cub-7b-tuned", ("lab/cub-7B",), "finetune", None),
        ("kin/cub-7b-tuned", ("lab/cub-7B",), "finetune", "Kin"),
        ("acme/cub-7b", ("lab/cub-7B",), "quantise", None),
        ("acme/cub-7b-GGUF", ("lab/cub-7B",), "quantise", None),
        ("boxes/cub-7b-anything", ("lab/cub-7B",), "quantise", "Boxes"),
    ],
)
def test_a_name_that_holds_a_known_one_is_derived_from_it(
    names: Names, name: str, bases: tuple[str, ...], how: str, developer: str | None
) -> None:
    found = names.derivative(name)
    assert found is not None
    assert (bases, how, developer) == (found.bases, found.how, found.developer)
    assert (bases, None) == (names.derived_from(name), names.model(name))


@pytest.mark.parametrize(
    "name", ["lab/cub-7b", "acme/cubic-7b", "acme/cub-70-beds", "acme/teddy-bear", "acme/x", ""]
)
def test_a_name_that_holds_none_shows_no_base(names: Names, name: str) -> None:
    assert names.derived_from(name) == ()


@pytest.mark.parametrize(
    ("name", "kind", "members"),
    [
        ("lab/cub / lab/grown", "model", ("lab/cub", "lab/grown")),
        ("talk-3, talk-4 and chatter", "service", ("talk-3", "talk-4", "chatter")),
        ("talk-3 and 4", "service", ("talk-3", "talk-4")),
        ("kin/rows and ring/a", "dataset", ("kin/rows", "ring/a")),
        ("kin/rows and similar", "dataset", ()),
        ("questions and answers", "dataset", ()),
        ("lab/cub", "model", ()),
    ],
)
def test_a_text_that_lists_several_names_gives_each(
    names: Names, name: str, kind: str, members: tuple[str, ...]
) -> None:
    assert members == names.members(name, kind)


def test_near_names_are_told_nearest_first(names: Names) -> None:
    assert names.near("lab/cubs", "model")[0] == "lab/cub"
    assert names.near("zzzz", "model") == ()


@pytest.mark.parametrize(
    ("party", "answer"),
    [
        ({"name": "hub-user", "organisations": ["hub-user"]}, True),
        ({"name": "hub-user", "organisations": ["hub-user"], "country": "CA"}, False),
        ({"name": "hub-user", "organisations": ["hub-user"], "aliases": ["Jo Meadow"]}, False),
        ({"name": "Jo Meadow", "organisations": ["hub-user"]}, False),
    ],
)
def test_a_party_that_is_called_like_its_account_is_known_by_nothing_else(
    registry: Registry, party: dict[str, object], answer: bool
) -> None:
    told = {**party, "source": {"where": "its page", "read": "2026-01-31"}, "assurance": "secondary"}
    parties = Catalogue.of(Records.model_validate({"parties": {"one": told}}))
    assert answer == Names(replace(registry, catalogue=parties)).is_account(str(party["name"]))


@pytest.fixture(scope="module")
def bundled() -> Names:
    return Names(load_packs().registry)


@pytest.mark.parametrize(
    ("name", "kind", "meant"),
    [
        ("Alpakka", "dataset", "tatsu-lab/alpaca"),
        ("open orka", "dataset", "Open Orca"),
        ("wild chat", "dataset", "allenai/WildChat"),
        ("Mistrall-7B", "model", "Mistral 7B"),
        ("Qwen2,5-7B", "model", "Qwen/Qwen2.5-7B"),
        ("deepseak-r1", "model", "deepseek-ai/DeepSeek-R1"),
        ("Claud 3.5 Sonnet", "service", "claude-3.5-sonnet"),
        ("gpt-4oo", "service", "gpt-4o"),
        ("meta-lama/Llama-3.1-8B", "model", "meta-llama/Llama-3.1-8B"),
        ("tatsulab/alpaca", "dataset", "tatsu-lab/alpaca"),
    ],
)
def test_a_slip_is_asked_about_and_never_taken_for_a_name(
    bundled: Names, name: str, kind: str, meant: str
) -> None:
    assert bundled.misspelt(name, kind)[0] == meant
    assert (bundled.model(name), bundled.dataset(name), bundled.service(name)) == (None, None, None)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Mistral-9B", "model"),
        ("Qwen2.5-8B", "model"),
        ("alpaca-de", "dataset"),
        ("books", "dataset"),
        ("our base", "model"),
        ("teacher", "service"),
        ("acme/alpacca", "dataset"),
        ("acme/alpaca", "dataset"),
        ("unsloth/Llama-3.1-8B", "model"),
        ("", "model"),
    ],
)
def test_another_size_another_part_and_plain_words_are_no_slips(bundled: Names, name: str, kind: str) -> None:
    assert bundled.misspelt(name, kind) == ()


@pytest.mark.parametrize(
    ("name", "members"),
    [
        ("Alpaca plus ShareGPT", ("Alpaca", "ShareGPT")),
        ("Alpaca & Dolly", ("Alpaca", "Dolly")),
        ("a mix of Alpaca, Dolly and ShareGPT", ("Alpaca", "Dolly", "ShareGPT")),
        ("our notes plus ShareGPT", ("our notes", "ShareGPT")),
        ("50% Alpaca, 50% own dialogues", ("Alpaca", "own dialogues")),
        ("our Q&A, 12,000 rows", ()),
        ("1,000 rows of Alpaca", ()),
        ("Alpaca, cleaned", ()),
        ("C++ code and docs", ()),
    ],
)
def test_what_was_put_together_is_each_of_its_members(
    bundled: Names, name: str, members: tuple[str, ...]
) -> None:
    assert bundled.members(name, "dataset") == members
