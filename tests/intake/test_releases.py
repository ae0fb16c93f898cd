"""What a folder releases: cards, configurations and code name one thing in several ways."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from compliance.intake import Scan

Scanned = Callable[[Mapping[str, str]], Scan]
NAME = "harbour/helpdesk-7b-lora"
README = "---\nlicense: mit\nbase_model: org/base-7b\n---\n# Help for ships\n\nA tune.\n"
CODE = "from transformers import AutoModel\nm = AutoModel.from_pretrained('org/base-7b')\n"


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("config/train.yml", f"base_model: org/base-7b\nadapter: lora\nhub_model_id: {NAME}\n"),
        ("train.py", f"{CODE}m.push_to_hub('{NAME}')\n"),
    ],
)
def test_a_titled_card_and_the_one_name_that_is_pushed_are_one_release(
    scanned: Scanned, file: str, text: str
) -> None:
    released = scanned({"README.md": README, file: text}).released
    assert [(one.name, one.licence, one.place.file) for one in released] == [(NAME, "mit", "README.md")]


def test_a_titled_card_beside_two_names_that_are_pushed_stays_one_of_its_own(scanned: Scanned) -> None:
    pushed = "m.push_to_hub('harbour/one')\nm.push_to_hub('harbour/two')\n"
    released = scanned({"README.md": README, "train.py": CODE + pushed}).released
    assert {one.name for one in released} == {"Help for ships", "harbour/one", "harbour/two"}
