"""Addresses of ModelScope name things as those of the larger hub do."""

from __future__ import annotations

import pytest

from compliance.acquire.names import hub_name
from tests.intake.conftest import Scanned

MODEL = "---\nlicense: mit\npipeline_tag: text-generation\n---\n# Heron\n\n"


@pytest.mark.parametrize(
    ("sentence", "name", "relation"),
    [
        ("It was tuned from [Egret](https://modelscope.cn/models/kite/egret-7b).", "kite/egret-7b", "base"),
        ("It was tuned on [Reeds](https://www.modelscope.cn/datasets/kite/reeds).", "kite/reeds", "data"),
        ("It was tuned on [Reeds](https://modelscope.cn/datasets/kite/reeds/summary).", "kite/reeds", "data"),
    ],
)
def test_links_name_what_they_lead_to(scanned: Scanned, sentence: str, name: str, relation: str) -> None:
    scan = scanned({"README.md": MODEL + sentence + "\n"})
    assert [(one.name, one.relation) for one in scan.upstreams] == [(name, relation)]


@pytest.mark.parametrize(
    ("line", "name", "relation"),
    [
        ("git clone https://www.modelscope.cn/kite/egret-7b.git", "kite/egret-7b", "unknown-use"),
        ("git clone https://www.modelscope.cn/datasets/kite/reeds.git", "kite/reeds", "data"),
        ("wget https://modelscope.cn/datasets/kite/reeds/resolve/master/a.jsonl", "kite/reeds", "data"),
    ],
)
def test_commands_fetch_from_it(scanned: Scanned, line: str, name: str, relation: str) -> None:
    scan = scanned({"README.md": MODEL, "get.sh": f"{line}\n"})
    assert [(one.name, one.relation) for one in scan.upstreams] == [(name, relation)]


def test_an_address_stands_for_its_name() -> None:
    assert hub_name("https://modelscope.cn/models/kite/egret-7b/files") == "kite/egret-7b"
    assert hub_name("https://modelscope.cn/docs") is None


def test_its_other_pages_name_nothing(scanned: Scanned) -> None:
    text = "Try it in [our studio](https://modelscope.cn/studios/kite/egret-demo).\n"
    assert not scanned({"README.md": MODEL + text}).upstreams
