"""Records are found by the words with which their names begin; no second word passes over one that has such a name."""

from __future__ import annotations

import itertools

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.names.catalogue import Catalogue, Kind, first_words
from compliance.model.names.records import ModelEntry, Records
from compliance.model.names.template import expansions
from compliance.model.words.spelling import words


def entry(*names: str) -> ModelEntry:
    """A model under some names."""
    return ModelEntry(id="one", names=names, family="marmot", developer="lab", assurance="memory")


def test_what_must_follow_a_first_word_is_told_where_every_name_says_it() -> None:
    assert first_words(entry("lab/Marmot-2.5-{size}", "lab/Marmot-Chat")) == {"marmot": ("2.5", "chat")}
    assert first_words(entry("lab/Marmot-2", "lab/Marmot[-{size}]")) == {"marmot": ()}
    assert first_words(entry("lab/(marmot|hare)-2")) == {"hare": (), "marmot": ()}


@pytest.mark.parametrize(
    ("second", "found"), [("2.5", 1), ("2", 1), ("chat", 1), (None, 1), ("25", 0), ("hare", 0)]
)
def test_a_number_may_be_met_up_to_its_dot(second: str | None, found: int) -> None:
    held = Catalogue.of(Records(models=(entry("lab/Marmot-2.5-7B", "lab/Marmot-Chat"),)))
    assert len(list(held.fitting("model", "marmot", second))) == found


def test_no_name_of_a_bundled_record_is_passed_over() -> None:
    catalogue = load_packs().registry.catalogue
    kinds: tuple[Kind, ...] = ("model", "dataset", "service")
    for kind in kinds:
        for located in itertools.islice(catalogue.all(kind), 0, None, 4):
            for text in (*located.entry.names, *located.entry.aliases)[:3]:
                for name in expansions(text, located.entry.slots, 2):
                    said = words(name)
                    second = said[1] if len(said) > 1 else None
                    fitting = [one.entry for one in catalogue.fitting(kind, said[0], second)]
                    assert any(one is located.entry for one in fitting), (text, name)
