"""A provider's own text governs its own service from the first day on which the text is known to have stood."""

from __future__ import annotations

import datetime

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.instrument import Instrument
from compliance.model.shapes.shape import first_day

# The text is older than the service, or stood for something else before: Cloudflare and Google have it for all that
# they offer, that of Mistral was for its partners until 2025-12-11.
OLDER_TEXTS = {
    ("cloudflare", "cloudflare/self-serve-terms"),
    ("google", "google/cloud-terms"),
    ("google", "google/terms-of-service"),
    ("mistral", "mistral/commercial-terms"),
}


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    return load_packs()


def _first_words(text: Instrument) -> datetime.date:
    """First day of which words are held; a stretch whose words nobody has governs nothing by itself."""
    days = [one.start for clause in text.clauses.values() for one in clause.versions if one.held]
    return min(days, default=datetime.date.max)


def test_no_service_begins_after_the_text_that_governs_it(packs: Knowledge) -> None:
    late = set()
    for key, provider in packs.registry.providers.items():
        own = [row for row in provider.governed if "direct" in row.route]
        for text in {name for row in own for name in row.instruments}:
            begins = min(first_day(row.from_) for row in own if text in row.instruments)
            if begins > _first_words(packs.instruments[text]):
                late.add((key, text))
    assert late == OLDER_TEXTS
