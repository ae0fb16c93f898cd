"""Gather what every file of a folder claims: pages, lists of changes, settings, logs, rows and lists of packages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from compliance.acquire.beside import is_beside, is_example
from compliance.acquire.claims.amounts import ROWS, amounts_said
from compliance.acquire.claims.counts import counts_of
from compliance.acquire.claims.making import making_run, making_said, making_set
from compliance.acquire.claims.offers import offers_said
from compliance.acquire.claims.packages import of_packages
from compliance.acquire.claims.rows import LANGUAGE, of_rows
from compliance.acquire.claims.sentences import sentences_of
from compliance.acquire.claims.settings import of_code, of_log, of_tree, splits_of
from compliance.acquire.claims.stances import stances_said
from compliance.acquire.claims.versions import left_out, of_fields, of_history
from compliance.acquire.toml import read_toml
from compliance.acquire.tree import UnreadableError, line_of, mapping, mappings, read_yaml, texts
from compliance.acquire.walk import TextFile
from compliance.model.declared.sighting import Claim
from compliance.model.shapes.location import Location

_PAGES = frozenset({".md", ".markdown", ".rst"})
_BARE_PAGES = frozenset({"README", "NOTICE", "DATASHEET", "CHANGELOG", "CHANGES"})
_MANIFESTS = frozenset({"lineage.yaml", "waivers.yaml", "compliance.toml"})
MOST_LETTERS = 120_000
"""Of a longer page the beginning is looked at."""


def claims_of(files: Sequence[TextFile], trees: Mapping[str, object]) -> list[Claim]:
    """What the files of a folder claim of single properties of the work.

    Args:
        files: The files as text.
        trees: Those of them that are YAML or JSON, as data.
    """
    told: list[Claim] = []
    for file in files:
        if is_beside(file.name) or is_example(file.name) or file.name in _MANIFESTS:
            continue
        told += _of_file(file, trees)
    return told


def _of_file(file: TextFile, trees: Mapping[str, object]) -> Iterator[Claim]:
    if file.suffix in _PAGES or file.path.name.upper() in _BARE_PAGES:
        yield from of_page(file)
        return
    yield from of_packages(file)
    yield from of_log(file)
    yield from of_code(file)
    yield from of_rows(file)
    yield from making_run(file)
    tree = read_toml(file.text) if file.suffix == ".toml" else trees.get(file.name)
    if file.suffix == ".cff":
        tree = _first(file.text)
    yield from of_tree(tree, file.name)
    yield from of_fields(mapping(tree), file.name)
    yield from counts_of(tree, file.name)
    yield from making_set(mapping(tree), file.name)


def of_page(file: TextFile) -> Iterator[Claim]:
    """What a page says in its fields and in its sentences."""
    text = file.text[:MOST_LETTERS]
    if text.startswith("---"):
        yield from _of_front(text, file.name)
    yield from of_history(file)
    for sentence in sentences_of(text):
        place = Location(file.name, sentence.line, 1)
        for one in amounts_said(sentence.words, sentence.heading):
            for of in dict.fromkeys((one.of, "")) if one.about == ROWS else (one.of,):
                yield Claim(one.about, one.low, one.high, place, sentence.words, of)
        for about, holds in (
            *stances_said(sentence.words),
            *offers_said(sentence.words),
            *making_said(sentence.words),
        ):
            yield Claim(about, float(holds), float(holds), place, sentence.words)
        yield from left_out(sentence, file.name)


def _of_front(text: str, name: str) -> Iterator[Claim]:
    """The splits and the languages that the fields of a card give."""
    end = text.find("\n---", 3)
    front = mapping(_first(text[3:end])) if end > 0 else {}
    for one in mappings(front.get("dataset_info")):
        yield from splits_of(one, name)
    for told in texts(front.get("language")):
        yield Claim(LANGUAGE, 0.0, 0.0, Location(name, line_of(told), 1), f"language: {told}", str(told))


def _first(text: str) -> object:
    try:
        return next(iter(read_yaml(text, 1)), None)
    except UnreadableError:
        return None
