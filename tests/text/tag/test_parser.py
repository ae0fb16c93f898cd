"""A parser of the reader's own may question a tag and never adds or drops one; here it is trained on four sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from compliance.errors import InputError
from compliance.model.packs.clause_text import Tag, TaggedClause
from compliance.text import segment
from compliance.text.tag.parser import load_parser, reviewed
from compliance.text.tag.tagger import tag

SENTENCES = [
    (["You", "may", "not", "scrape", "the", "service"], [3, 3, 3, 3, 5, 3], "nsubj aux neg ROOT det dobj"),
    (["We", "may", "not", "scrape", "the", "page"], [3, 3, 3, 3, 5, 3], "nsubj aux neg ROOT det dobj"),
    (["You", "must", "not", "copy", "the", "service"], [3, 3, 3, 3, 5, 3], "nsubj aux neg ROOT det dobj"),
    (["We", "will", "copy", "the", "page"], [2, 2, 2, 4, 2], "nsubj aux ROOT det dobj"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A spaCy pipeline with a parser, in a folder."""
    spacy = pytest.importorskip("spacy")
    from spacy.training import Example

    spacy.util.fix_random_seed(1)
    nlp: Any = spacy.blank("en")
    nlp.add_pipe("parser", config={"min_action_freq": 1})
    examples = [
        Example.from_dict(spacy.tokens.Doc(nlp.vocab, words=words), {"heads": heads, "deps": labels.split()})
        for words, heads, labels in SENTENCES
    ]
    nlp.initialize(lambda: examples)
    for _ in range(30):
        nlp.update(examples)
    place = tmp_path_factory.mktemp("pipeline")
    nlp.to_disk(place)
    return place


def _sure(words: str) -> TaggedClause:
    """A clause with one sure tag on all its words, whatever the patterns say of it."""
    (clause,) = tag(segment(words))
    (model,) = (one for each in tag(segment("You may not scrape the service.")) for one in each.tags)
    evidence = (type(model.evidence[0])(words, type(model.evidence[0].span)(0, len(words))),)
    sure = Tag(model.topic, model.norm, model.polarity, "user", "confirmed", model.pattern, evidence)
    return TaggedClause(clause.clause, "prohibition", "user", (sure,), clause.details)


def test_what_the_provider_does_is_set_to_be_reviewed(folder: Path) -> None:
    parser = load_parser(folder)
    theirs, ours = reviewed(
        [_sure("We may not scrape the page"), _sure("You may not scrape the service")], parser
    )
    assert ([t.tier for t in theirs.tags], [t.tier for t in ours.tags]) == (["review"], ["confirmed"])


def test_no_tag_comes_or_goes(folder: Path) -> None:
    tagged = tag(segment("You may not scrape the service. We will copy the page."))
    seen = reviewed(tagged, load_parser(folder))
    assert [each.topics for each in seen] == [each.topics for each in tagged]


def test_a_folder_without_a_pipeline_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no spaCy pipeline"):
        load_parser(tmp_path)
    with pytest.raises(InputError, match="there is no folder"):
        load_parser(tmp_path / "nothing")


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(InputError, match="has no parser"):
        load_parser(tmp_path)
