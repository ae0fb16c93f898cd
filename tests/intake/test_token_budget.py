"""For how many tokens a page says that the work was trained, against what its settings have."""

from __future__ import annotations

import pytest

from tests.intake.conftest import MODEL, Scanned


def differs(scanned: Scanned, page: str, **settings: str) -> bool:
    """Whether the amounts of training are told to differ."""
    files = {f"{name}.yaml": text for name, text in settings.items()}
    scan = scanned({"README.md": MODEL + page + "\n", **files})
    return any(one.kind == "size" and one.about == "tokens of training" for one in scan.contradictions)


@pytest.mark.parametrize(
    ("page", "setting"),
    [
        ("We pretrained it further for 62B tokens of code.", "total_tokens: 41B\n"),
        ("The model was trained on 3 trillion tokens.", "data:\n  train_tokens: 1.5T\n"),
        ("Continued pretraining on about 500 million tokens followed.", "token_budget: 300_000_000\n"),
    ],
)
def test_other_amounts_of_training_are_told(scanned: Scanned, page: str, setting: str) -> None:
    assert differs(scanned, page, mix=setting)


@pytest.mark.parametrize(
    ("page", "settings"),
    [
        ("We pretrained it further for 40B tokens of code.", {"mix": "total_tokens: 41e9\n"}),
        ("FenCoder was trained on 3T tokens.", {"mix": "total_tokens: 41B\n"}),
        ("We pretrained it for 62B tokens.", {"one": "total_tokens: 41B\n", "two": "total_tokens: 21B\n"}),
        (
            "We pretrained it for 41B tokens. Then we trained it on 21B tokens.",
            {"mix": "total_tokens: 62B\n"},
        ),
        ("We pretrained it for 62B tokens.", {"mix": "max_tokens: 4096\n"}),
    ],
)
def test_rounding_other_models_and_stages_are_no_difference(
    scanned: Scanned, page: str, settings: dict[str, str]
) -> None:
    assert not differs(scanned, page, **settings)
