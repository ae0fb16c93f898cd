"""A channel that names a place says that something is offered there, whatever the markets list."""

from __future__ import annotations

import pytest

from compliance.resolve.words.releases.markets_told import places_told
from tests.resolve.conftest import Resolve

TEXT = """\
artifacts: {{m: {{kind: model, origin: own}}}}
releases: [{{artifact: m, markets: {markets}, channels: ["{channel}"]}}]
"""


@pytest.mark.parametrize(
    ("channel", "codes"),
    [
        ("customers in Iran", ["IR"]), ("our shop in Shanghai", ["CN"]), ("Taobao", ["CN"]), ("amazon.de", ["DE"]),
        ("Russian app stores", ["RU"]), ("schools across France", ["FR"]), ("California schools", ["US-CA"]),
        ("WeChat mini program", ["CN"]), ("resellers for South Korea", ["KR"]),
        ("customers, not in China", []), ("worldwide, except in Cuba", []), ("Chinese poems page", []),
        ("own website", []), ("Hugging Face", []), ("newsletter in English", []), ("App Store", []),
        ("our stand at the fair", []),
    ],
)  # fmt: skip
def test_places_are_told_by_names_cities_and_shops(channel: str, codes: list[str]) -> None:
    assert [code for code, _ in places_told(channel)] == codes


@pytest.mark.parametrize(
    ("markets", "channel", "seen"),
    [
        ("[DE]", "customers in Iran", ("DE", "IR")), ("[EU]", "schools across France", ("EU",)),
        ("[worldwide]", "Taobao", ("worldwide",)), ("[]", "Taobao", ()),
    ],
)  # fmt: skip
def test_a_place_joins_the_markets_that_are_stated(
    resolved: Resolve, markets: str, channel: str, seen: tuple[str, ...]
) -> None:
    found = resolved(TEXT.format(markets=markets, channel=channel))
    assert found.releases[0].markets == seen
    assert any("markets leave out" in line for line in found.warnings) == (len(seen) > 1)
