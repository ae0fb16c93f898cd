"""What a folder releases: cards, configurations and code name one thing in several ways."""

from __future__ import annotations

import json

import pytest

from tests.intake.conftest import Scanned

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


@pytest.mark.parametrize(
    ("written", "drafted"),
    [
        ("2025-03-01", "2025-03-01"),
        ("2025-03-01T10:00:00Z", "2025-03-01"),
        ("2025-03", "2025-03"),
        ("soon", None),
        ("- x", None),
        ("2025-13-01", None),
        ("2025-01/2025", None),
    ],
)
def test_a_release_has_a_day_or_none(scanned: Scanned, written: str, drafted: str | None) -> None:
    told = {
        "@type": "sc:Dataset", "conformsTo": "http://mlcommons.org/croissant/1.0", "name": "harbour-logs",
        "datePublished": written,
    }  # fmt: skip
    assert [one.date for one in scanned({"croissant.json": json.dumps(told)}).released] == [drafted]


def test_a_work_that_licenses_its_weights_puts_out_a_model(scanned: Scanned) -> None:
    page = "# Reed net\n\n## Licence\n\nCode and weights: Apache-2.0.\n"
    assert (
        scanned({"docs/README.md": page, "LICENSE": "Apache License\nVersion 2.0\n"}).released[0].kind
        == "model"
    )
