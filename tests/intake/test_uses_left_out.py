"""Weights whose terms forbid uses, put out again under a licence that forbids none."""

from __future__ import annotations

import pytest

from tests.intake.conftest import Scanned

BASES = ("bigcode/starcoder2-3b", "stabilityai/stable-diffusion-xl-base-1.0")


def licences_told(scanned: Scanned, licence: str, base: str) -> list[str]:
    """What the contradictions of licences of a model on this base are about."""
    card = f"---\nlicense: {licence}\nbase_model: {base}\n---\n# marsh/heron\n"
    return [one.about for one in scanned({"README.md": card}).contradictions if one.kind == "licence"]


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("licence", ["apache-2.0", "mit"])
def test_forbidden_uses_are_left_out_by_a_licence_without_any(
    scanned: Scanned, base: str, licence: str
) -> None:
    assert licences_told(scanned, licence, base) == [base]


@pytest.mark.parametrize(
    ("licence", "base"),
    [
        ("bigcode-openrail-m", "bigcode/starcoder2-3b"),
        ("openrail++", "stabilityai/stable-diffusion-xl-base-1.0"),
        ("other", "bigcode/starcoder2-3b"),
        ("marsh-terms-1", "bigcode/starcoder2-3b"),
        ("apache-2.0", "Qwen/Qwen2.5-7B"),
    ],
)
def test_terms_that_pass_them_on_or_that_nobody_knows_are_no_contradiction(
    scanned: Scanned, licence: str, base: str
) -> None:
    assert licences_told(scanned, licence, base) == []
