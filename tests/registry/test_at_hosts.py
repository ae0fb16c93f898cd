"""Whose the model is behind a string of a host, and what strings, paths and files of makers mean."""

from __future__ import annotations

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.registry.shown import Lookup, Shown


@pytest.fixture(scope="module")
def lookup() -> Lookup:
    return Lookup(load_packs())


def _service(lookup: Lookup, name: str) -> Shown:
    return lookup.show(name, "service")


@pytest.mark.parametrize(
    ("name", "provider", "developer"),
    [
        ("replicate/black-forest-labs/flux-1.1-pro", "replicate", "Black Forest Labs"),
        ("fal-ai/veo3", "fal", "Google"),
        ("fal-ai/flux-pro/kontext/max", "fal", "Black Forest Labs"),
        ("fal-ai/flux/dev/redux", "fal", "Black Forest Labs"),
        ("deepseek-v3.2-maas", "google", "DeepSeek"),
        ("OpenAI", "openai", "OpenAI"),
        ("gpt-realtime-2.1-mini", "openai", "OpenAI"),
    ],
)
def test_who_runs_it_and_who_made_it_are_told_apart(
    name: str, provider: str, developer: str, lookup: Lookup
) -> None:
    shown = _service(lookup, name)
    assert (shown.provider, shown.developer) == (provider, developer)


@pytest.mark.parametrize("name", ["openrouter/someone/unknown-model-x", "fal-ai/some-lab/new-thing"])
def test_a_host_has_made_nothing_that_no_record_knows(name: str, lookup: Lookup) -> None:
    shown = _service(lookup, name)
    assert shown.provider is not None
    assert shown.developer is None


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("fal-ai/flux/dev", "black-forest-labs/FLUX.1-dev"),
        ("kimi-k2-thinking-maas", "moonshotai/Kimi-K2-Thinking"),
        ("inference.flux.schnell.txt2img.v2", "black-forest-labs/FLUX.1-schnell"),
    ],
)
def test_a_string_of_a_host_shows_the_weights_that_it_runs(name: str, record: str, lookup: Lookup) -> None:
    assert _service(lookup, name).base == (record,)


@pytest.mark.parametrize(
    ("name", "licence"),
    [
        ("tts_models/multilingual/multi-dataset/xtts_v2", "coqui-cpml"),
        ("tts_models/en/vctk/fast_pitch", "cc-by-nc-nd-4.0"),
        ("vocoder_models/de/thorsten/hifigan_v1", "apache-2.0"),
        ("yolov12s-seg.pt", "agpl-3.0"),
        ("dfine_x_obj2coco.pth", "apache-2.0"),
        ("sam2.1_hiera_large.pt", "apache-2.0"),
        ("MACE-OFF23", "research-own-words"),
        ("Depth Pro", "apple-ascl"),
    ],
)
def test_paths_and_files_of_makers_have_the_licence_that_they_give(
    name: str, licence: str, lookup: Lookup
) -> None:
    assert lookup.show(name, "model").licence == licence


@pytest.mark.parametrize(
    "name",
    ["anima", "lens", "infinity", "sonic", "state", "foundry", "musk", "uma", "void-model", "d-fine-dining"],
)
def test_an_ordinary_word_is_nobodys_page(name: str, lookup: Lookup) -> None:
    shown = lookup.show(name, "model")
    assert (shown.id, shown.base) == (None, ())


@pytest.mark.parametrize(
    ("name", "developer", "provider"),
    [
        ("bedrock:anthropic.claude-3-haiku-20240307-v1:0", "Anthropic", "anthropic"),
        ("bedrock_converse:us.anthropic.claude-opus-5", "Anthropic", "anthropic"),
        ("azure:gpt-4o", "OpenAI", "openai"),
        ("azure_openai:gpt-4.1-mini", "OpenAI", "openai"),
        ("google_vertexai:gemini-2.5-flash", "Google", "google"),
        ("google-genai:gemini-1.5-pro", "Google", "google"),
        ("openrouter:anthropic/claude-sonnet-4.5", "Anthropic", "anthropic"),
        ("heroku:claude-4-sonnet", "Anthropic", "heroku"),
        ("gateway/openai:gpt-5", "OpenAI", "openai"),
        ("vercel:anthropic/claude-opus-4.1", "Anthropic", "anthropic"),
        ("cerebras:gpt-oss-120b", "OpenAI", "cerebras"),
        ("together:meta-llama/Llama-3.3-70B-Instruct-Turbo", "Meta", "together"),
        ("groq:acme/private-model", None, "groq"),
    ],
)
def test_a_colon_after_a_host_reads_as_a_slash(
    name: str, developer: str | None, provider: str, lookup: Lookup
) -> None:
    shown = _service(lookup, name)
    assert (shown.developer, shown.provider) == (developer, provider)


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("mistral:7b", "mistral-7b"),
        ("yi:34b", "yi"),
        ("llama3.1:8b", "llama-3.1"),
        ("snowflake:arctic", "arctic"),
    ],
)
def test_a_size_after_a_makers_name_is_a_tag_of_weights(name: str, record: str, lookup: Lookup) -> None:
    assert (lookup.show(name).kind, lookup.show(name).id) == ("model", record)


@pytest.mark.parametrize(
    ("name", "developer", "licence", "base"),
    [
        (
            "ICTNLP/LLaMA-Omni2-7B-Bilingual",
            "ICTNLP",
            "non-commercial-own-words",
            ("Qwen/Qwen2.5-7B-Instruct",),
        ),
        ("BytedTsinghua-SIA/DAPO-Qwen-32B", "BytedTsinghua-SIA", None, ("Qwen/Qwen2.5-32B",)),
        ("openbmb/VisRAG-Ret", "Tsinghua University", None, ("openbmb/MiniCPM-V-2",)),
        ("CypressYang/SongBloom_long", "CypressYang (Tencent AI Lab)", "non-commercial-own-words", ()),
        ("apple/MobileCLIP2-S4", "Apple", "apple-amlr", ()),
        ("UsefulSensors/moonshine-tiny-ja", "Useful Sensors", "non-commercial-own-words", ()),
        ("tencent/HunyuanVideo-Foley", "Tencent", "hunyuan-community", ()),
        ("HeartMuLa/HeartMuLa-oss-3B-happy-new-year", "HeartMuLa", "apache-2.0", ()),
    ],
)
def test_what_a_makers_page_says_of_weights_stands(
    name: str, developer: str, licence: str | None, base: tuple[str, ...], lookup: Lookup
) -> None:
    shown = lookup.show(name, "model")
    assert (shown.developer, shown.licence, shown.base) == (developer, licence, base)


@pytest.mark.parametrize(
    "name",
    [
        "hibiki",
        "flow state",
        "numb3rs",
        "lemonade",
        "orbit 2",
        "smart turn",
        "open dialog",
        "mobile actions",
        "kairos",
    ],
)
def test_a_word_by_which_something_goes_is_no_record_by_itself(name: str, lookup: Lookup) -> None:
    assert lookup.show(name).id is None


@pytest.mark.parametrize(
    "name", ["kcz358/OVOBench", "lmms-lab-audio/ClothoAQA", "nvidia/SPEED-Bench", "CritPt-Benchmark/CritPt"]
)
def test_sets_that_programs_of_evaluation_load_are_known_without_a_licence(name: str, lookup: Lookup) -> None:
    shown = lookup.show(name, "dataset")
    assert shown.id is not None
    assert shown.licence is None
