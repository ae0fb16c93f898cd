"""What a release says to be in it and is not behind it leaves its making open; what is there does not."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest
from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.lineage import Making
from compliance.resolve import resolve

PACKS = load_packs()
PYTHIA = {"kind": "model", "name": "EleutherAI/pythia-1.4b", "license": "Apache-2.0"}
LLAMA = (
    "Llama 3.1 is licensed under the Llama 3.1 Community License, Copyright © Meta Platforms, Inc. "
    "All Rights Reserved."
)


def made(base: dict[str, Any] = PYTHIA, publisher: str = "Acme Ltd", **release: Any) -> Making:
    """The making of a tune of a base that is released in a certain way."""
    rows = {"kind": "dataset", "name": "Acme exercises", "origin": "own"}
    document = {
        "lineage": 1,
        "project": {"id": "tutor"},
        "publisher": {"id": "acme", "name": publisher, "kind": "company", "country": "US"},
        "artifacts": {"base": base, "rows": rows, "tuned": {"kind": "model"} | release.pop("tuned", {})},
        "steps": [
            {
                "id": "tune",
                "kind": "finetune",
                "inputs": {"base": "base", "data": "rows"},
                "outputs": ["tuned"],
            }
        ],
        "releases": [{"artifact": "tuned", "name": "acme/tutor-1b", "license": "Apache-2.0"} | release],
    }
    text = yaml.safe_dump(document, sort_keys=False, allow_unicode=True)
    return (
        resolve(check_manifest(parse_yaml(text, "lineage.yaml"), PACKS).manifest, PACKS.registry)
        .artifacts["tuned"]
        .making
    )


NOT_BEHIND = [
    {"notices": ["Built with Llama"]},
    {"notices": ["BUILT-WITH-LLAMA"]},
    {"notices": ["Built on meta-llama/Llama-3.1-8B weights"]},
    {"notices": [LLAMA]},
    {"notices": ["Distributed under the Llama 3.1 Community License"]},
    {"notices": ["Gemma is provided under and subject to the Gemma Terms of Use found at ai.google.dev/gemma/terms"]},
    {"notices": ["See https://ai.google.dev/gemma/terms"]},
    {"notices": ["Powered by Stability AI"]},
    {"notices": ["Powered by OpenAI"]},
    {"notices": ["Built with Qwen"]},
    {"notices": ["Built with DeepSeek"]},
    {"notices": ["Kimi K2"]},
    {"notices": ["Foo is built using Falcon LLM technology from the Technology Innovation Institute"]},
    {"notices": ["A Llama-3.1-based tutor"]},
    {"notices": ["Base model: Qwen/Qwen2.5-7B"]},
    {"notices": ["LoRA adapter for meta-llama/Llama-3.1-8B"]},
    {"notices": ["Fine-tuned from somebody/mystery-13b"]},
    {"notices": ["Merged from Pythia-1.4B and Llama-3.2-1B"]},
    {"license_copies": ["Apache-2.0", "llama3.1"]},
    {"license_copies": ["Apache-2.0", "CC-BY-NC-4.0"]},
    {"license": "llama3.1"},
    {"terms": {"passes_on": ["gemma"]}},
    {"statements": [{"license": "llama3.1", "where": "card", "about": "upstream"}]},
    {"statements": [{"license": "Apache-2.0", "where": "card: built with Llama 3.1"}]},
    {"name": "acme/EXAONE-tutor"},
    {"name": "acme/HyperCLOVA X tutor"},
    {"name": "acme/Solar-10.7B-tutor"},
    {"tuned": {"documented": {"where": "https://acme.example: derived from Llama 3.1", "generators": "none"}}},
]  # fmt: skip


@pytest.mark.parametrize("release", NOT_BEHIND, ids=str)
def test_what_is_shown_and_is_not_behind_it_is_asked(release: dict[str, Any]) -> None:
    assert made(**release).state == "open"


HARMLESS = [
    {"notices": ["Based on Pythia 1.4B by EleutherAI, Apache-2.0"]},
    {"notices": ["Fine-tuned from EleutherAI/pythia-1.4b with LoRA by Acme"]},
    {"notices": ["Not built with Llama", "Built with Llama? No.", "No Llama weights are in it"]},
    {"notices": ["Built with PyTorch and Hugging Face Transformers", "Built with LlamaIndex"]},
    {"notices": ["Converted to GGUF with llama.cpp", "Trained with DeepSpeed on 8 NVIDIA A100 GPUs"]},
    {"notices": ["Based on the architecture of Llama", "Trained on sentences about Gemma, a village"]},
    {"notices": ["Initialised from EleutherAI's Pythia-1.4B, which was trained on The Pile"]},
    {"notices": ["Made with care for train/test splits and input/output pairs", "Powered by AWS"]},
    {"license_copies": ["Apache-2.0", "MIT", "BSD-3-Clause"]},
    {"license": "creativeml-openrail-m", "license_copies": ["creativeml-openrail-m"]},
    {"name": "acme/llamada-7b"},
    {"name": "acme/Solaris-1b"},
    {"name": "acme/Solar-forecast"},
]  # fmt: skip


@pytest.mark.parametrize("release", HARMLESS, ids=str)
def test_words_that_claim_nothing_leave_the_making_as_it_is(release: dict[str, Any]) -> None:
    assert made(**release).state == "known"


BEHIND = [
    ("meta-llama/Llama-3.1-8B", {"notices": [LLAMA, "Built with Llama"], "license_copies": ["llama3.1"]}),
    ("meta-llama/Llama-3.1-8B", {"notices": ["Built with Llama 3"], "license": "llama3.1"}),
    ("meta-llama/Llama-2-7b-hf", {"notices": ["Built with Llama"]}),
    ("lmsys/vicuna-7b-v1.5", {"notices": ["Built with Llama 2"], "license_copies": ["llama2"]}),
    ("NousResearch/Hermes-3-Llama-3.1-8B", {"notices": [LLAMA], "name": "acme/Llama-tutor"}),
    ("google/gemma-2-9b", {"notices": ["See the Gemma Terms of Use"], "license": "gemma"}),
    ("Qwen/Qwen2.5-72B", {"notices": ["Built with Qwen"], "license_copies": ["qwen"]}),
    ("LGAI-EXAONE/EXAONE-3.5-2.4B-Instruct", {"name": "acme/EXAONE-tutor"}),
    ("maker/source", {"notices": ["Powered by Stability AI"], "licence": "stability-community"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "release"), BEHIND, ids=str)
def test_what_is_there_may_be_shown_more_than_it_has_to_be(name: str, release: dict[str, Any]) -> None:
    told = dict(release)
    base = {"kind": "model", "name": name} | ({"license": told.pop("licence")} if "licence" in told else {})
    assert not made(base, **told).claimed


def test_another_version_than_the_one_behind_it_is_asked() -> None:
    base = {"kind": "model", "name": "meta-llama/Llama-2-7b-hf"}
    assert made(base, notices=[LLAMA]).claimed
    assert made(base, notices=["Built with Llama 3.1"]).claimed


def test_who_wrote_a_text_may_put_its_words_on_what_they_make() -> None:
    assert not made(publisher="Meta", notices=[LLAMA, "Built with Llama"], license="llama3.1").claimed


def test_words_that_are_said_to_mislead_are_asked_no_more() -> None:
    page = {"where": "https://acme.example/card", "generators": "none", "not_from": ["Llama"]}
    assert made(notices=["Built with Llama"], tuned={"documented": page}).state == "known"
    assert made(notices=["Built with Qwen"], tuned={"documented": page}).state == "open"
