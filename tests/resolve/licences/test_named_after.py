"""A licence that is called after the thing itself is the one that its record knows; anything more is not read."""

from __future__ import annotations

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.lineage import Artifact
from compliance.model.declared.manifest import Manifest
from compliance.resolve import resolve
from compliance.resolve.licences.named_after import is_called_after
from compliance.resolve.licences.text import LicenceReader

KIMI, DEEPSEEK = "moonshotai/Kimi-K2.5", "deepseek-ai/DeepSeek-V3"


def _base(name: str, licence: str) -> Artifact:
    step = {"id": "tune", "kind": "finetune", "inputs": {"base": "base", "data": "own"}, "outputs": "m"}
    manifest = Manifest.model_validate(
        {
            "lineage": 1, "project": {"id": "p"}, "publisher": {"name": "Lab"},
            "artifacts": {
                "base": {"kind": "model", "name": name, "license": licence},
                "own": {"kind": "dataset", "origin": "own"}, "m": {"kind": "model"},
            },
            "steps": [step], "releases": [{"artifact": "m", "access": "open-weights"}],
        }
    )  # fmt: skip
    return resolve(manifest, load_packs().registry).artifacts["base"]


@pytest.mark.parametrize(
    ("name", "licence", "known"),
    [
        (KIMI, "Kimi K2.5 License", "kimi-k2-mit"),
        (KIMI, "Modified MIT License of Kimi K2.5", "kimi-k2-mit"),
        (DEEPSEEK, "DeepSeek-V3 License", "deepseek-1.0"),
        ("tencent/Hunyuan-A13B-Instruct", "Tencent Hunyuan A13B License", "hunyuan-community"),
        ("zai-org/GLM-4.5", "GLM-4.5's own licence", "mit"),
    ],
)
def test_it_is_the_licence_that_the_record_knows(name: str, licence: str, known: str) -> None:
    found = _base(name, licence)
    assert not [one for one in found.contradictions if one.field == "licence"]
    assert found.licences == (known,)


@pytest.mark.parametrize(
    ("name", "licence"),
    [
        (KIMI, "Kimi K2.5 non-commercial license"),
        (KIMI, "Kimi K2.5 enterprise agreement"),
        (KIMI, "Kimi K2.6 License"),
        (KIMI, "Moonshot agreement"),
        ("zai-org/GLM-4.5", "Modified MIT License of GLM-4.5"),
    ],
)
def test_another_version_and_words_of_more_are_not_read(name: str, licence: str) -> None:
    assert [one for one in _base(name, licence).contradictions if one.field == "licence"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("meadow/Lark-V3-0324", "Lark-V3 License"),
        ("meadow/Lark-7B", "Lark License"),
        (None, "Lark 3 License"),
    ],
)
def test_a_shorter_version_may_be_another_things(name: str | None, text: str) -> None:
    assert not is_called_after(text, name, ("mit",), LicenceReader(load_packs().registry))
