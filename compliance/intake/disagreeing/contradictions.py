"""Statements of a folder that cannot all be true: of licences, of lineage, lists, amounts, times."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from compliance.acquire.found import Found
from compliance.acquire.names import is_hub_name, is_remote
from compliance.intake.disagreeing.agreement import disagreements
from compliance.intake.disagreeing.claimed import claimed
from compliance.intake.disagreeing.figures import differing_figures
from compliance.intake.disagreeing.refuted import is_denied, refuted
from compliance.intake.disagreeing.release_days import differing_days
from compliance.intake.disagreeing.sizes import differing_sizes
from compliance.intake.disagreeing.statements import Contradiction, distinct, named, said_by, shown_by
from compliance.intake.naming.generic import is_generic
from compliance.intake.naming.registry_words import RegistryWords
from compliance.intake.released.releases import Released
from compliance.intake.upstreams import Upstream
from compliance.model.declared.sighting import Sighting, Statement

_SPLIT = re.compile(
    r"(?i)\b(?:test|evaluation|held-?out|validation) (?:splits?|sets?|portions?|rows|parts?) (?:of|"
    r"from)(?: the)?[\s\W]*$"
)
"""How words end before the name of a set of which they speak of the rows for tests alone."""
_VERSION = re.compile(r"-\d+(?:\.\d+)*$")
_IN_LIST = re.compile(r"(?i)^prose, “training (?:data(?: ?sets?)?|corpus|corpora|\w+ ?: …)”$")
"""How things are told to be seen that a page lists as what the work was trained on."""
_LIST_FIELDS = ("datasets", "dataset", "source_datasets", "isBasedOn", "train_datasets")


def contradictions(
    found: Found, released: Sequence[Released], upstream: Sequence[Upstream], known: RegistryWords
) -> list[Contradiction]:
    """Everything in a folder that disagrees with itself, or with the terms of an upstream."""
    return [
        *_licences(released, known),
        *_upstream_terms(found, released, upstream, known),
        *_own_rows(released, known),
        *_no_restrictions(found, upstream, known),
        *_denials(found, upstream, known),
        *claimed(found, upstream, known),
        *_bases(_in_full(upstream, known)),
        *_incomplete(found, upstream),
        *_no_sources(found, upstream),
        *differing_figures(found),
        *differing_days(found.statements, found.claims),
        *differing_sizes(found, released),
        *disagreements(found),
        *refuted(found, released, upstream, known),
    ]


def _licences(released: Sequence[Released], known: RegistryWords) -> Iterator[Contradiction]:
    """Several licences for one thing."""
    for one in released:
        kinds: dict[frozenset[str], list[Statement]] = {}
        for each in one.statements:
            read = (
                frozenset({"non-commercial"}) if each.text == "non-commercial" else known.licences(each.text)
            )
            if read:
                kinds.setdefault(read, []).append(each)
        said = {ids: told for ids, told in kinds.items() if not _follows(ids, kinds, known)}
        if len(said) > 1:
            ordered = [each for told in kinds.values() for each in told]
            names = " and ".join(sorted({told[0].text for told in said.values()}))
            yield Contradiction(
                "licence", one.name, tuple(map(said_by, ordered)), f"licences that differ: {names}"
            )


def _follows(ids: frozenset[str], kinds: Iterable[frozenset[str]], known: RegistryWords) -> bool:
    """Whether a statement only says in other words what another one says."""
    if "non-commercial" in ids:
        return any("non-commercial" in known.limits(" AND ".join(other)) for other in kinds if other != ids)
    return any(ids < other or (ids != other and ids == _unversioned(other)) for other in kinds)


def _unversioned(ids: frozenset[str]) -> frozenset[str]:
    """Licences without their versions: who leaves the version out names no other one."""
    return frozenset(_VERSION.sub("", one) for one in ids)


def _upstream_terms(
    found: Found, released: Sequence[Released], upstream: Sequence[Upstream], known: RegistryWords
) -> Iterator[Contradiction]:
    """Limits on what went in that the release's own licence leaves out."""
    main = released[0]
    mine = known.limits(main.licence or "")
    stated = tuple(map(said_by, main.statements))
    if not stated or not main.licence:
        return
    rows = [one for one in found.statements if one.about == "rows" or _is_of_rows(one, released)]
    for one in upstream:
        if one.relation not in ("data", "base", "adapter", "generated-by", "component") or one.nested_in:
            continue
        near = [
            row
            for row in rows
            if row.place.line == one.first.place.line and row.place.file == one.first.place.file
        ]
        limits = _limits_of(one, known) | {limit for row in near for limit in known.limits(row.text)}
        missing = (
            limits
            - mine
            - ({"copyleft", "no-redistribution", "no-derivatives"} if one.kind != "dataset" else set())
        )
        if one.relation in ("base", "adapter") and _leaves_out_uses(one, main.licence, known):
            missing |= {"uses that are forbidden"}
        if missing:
            said = (*stated, *map(said_by, distinct(one.sightings)), *map(said_by, near))
            limiting = ", ".join(sorted(missing))
            why = f"{one.name} is under limits ({limiting}) that {main.licence} leaves out"
            yield Contradiction("licence", one.name, said, why)
    loose = [row for row in rows if known.left_out(row.text, main.licence)]
    if loose:
        said = (*stated, *map(said_by, loose))
        yield Contradiction(
            "licence", f"rows of {main.name}", said, "rows carry limits that the release leaves out"
        )


def _limits_of(one: Upstream, known: RegistryWords) -> set[str]:
    """The limits of an upstream's licence that count for what it was used for."""
    limits = {limit for text in known.known_licence_ids(one.name) for limit in known.limits(text)}
    if one.relation == "generated-by":
        # Of what weights wrote only this limit on their use is told; the rest is for the rules.
        limits &= {"non-commercial"} if one.kind == "model" else set()
    if one.relation == "component":
        limits &= {"non-commercial", "research-only"} if one.kind == "model" else set()
    return limits


def _leaves_out_uses(one: Upstream, licence: str, known: RegistryWords) -> bool:
    """Whether weights were put out under terms that forbid uses, which the release's own licence leaves out."""
    told = known.known_licence_ids(one.name)
    return bool(told) and all(known.leaves_out_uses(text, licence) for text in told)


def _is_of_rows(one: Statement, released: Sequence[Released]) -> bool:
    """Whether a licence is said to be that of data, where a folder puts out weights alone: they were made from it."""
    return one.kind == "licence" and one.about == "data" and all(each.kind == "model" for each in released)


def _own_rows(released: Sequence[Released], known: RegistryWords) -> Iterator[Contradiction]:
    """Rows with a card of their own beside weights, under limits that the licence of the weights leaves out."""
    main, *others = released
    for one in others if main.kind == "model" and main.licence else ():
        if one.kind != "dataset" or not one.own_card or not one.licence or one.differing:
            continue
        missing = known.limits(one.licence) - known.limits(main.licence or "")
        if missing:
            said = (*map(said_by, main.statements), *map(said_by, one.statements))
            limiting = ", ".join(sorted(missing))
            why = f"{one.name} is under limits ({limiting}) that {main.licence} leaves out"
            yield Contradiction("licence", one.name, said, why)


def _no_restrictions(
    found: Found, upstream: Sequence[Upstream], known: RegistryWords
) -> Iterator[Contradiction]:
    """A statement that nobody else limits the use, against rows or sources that do."""
    for one in found.statements:
        if one.kind != "no-restrictions":
            continue
        rows = [each for each in found.statements if each.about == "rows" and known.limits(each.text)]
        sources = [
            each
            for each in upstream
            if any(known.limits(text) for text in known.known_licence_ids(each.name))
        ]
        if rows or sources:
            said = (said_by(one), *map(said_by, rows), *(said_by(each.first) for each in sources))
            yield Contradiction(
                "licence", "terms of others", said, "rows or sources come with terms of their own"
            )


def _denials(found: Found, upstream: Sequence[Upstream], known: RegistryWords) -> Iterator[Contradiction]:
    """A document denies what code, rows or another document show."""
    denied: dict[tuple[str, int], list[Sighting]] = {}
    for one in found.sightings:
        if one.negated and one.source == "document" and not is_generic(one.name):
            denied.setdefault((one.place.file, one.place.line), []).append(one)
    for denials in denied.values():
        denials = [one for one in denials if not _of_a_split(one)]
        seen = [one for one in upstream if any(is_denied(each.name, one, known) for each in denials)]
        if seen:
            said = (said_by(denials[0]), *shown_by(seen))
            names = " and ".join(dict.fromkeys(each.name for each in denials))
            yield Contradiction("lineage", named(seen), said, f"{names} is denied, {named(seen)} is seen")


def _of_a_split(denial: Sighting) -> bool:
    """Whether it is rows of a set's tests that are denied, and not the set."""
    return _SPLIT.search(denial.words.partition(denial.name)[0]) is not None


def _in_full(upstream: Sequence[Upstream], known: RegistryWords) -> list[Upstream]:
    """Bases that prose calls by a plain name as a hub calls them, where no other one may have been made from them."""
    hubs = [one.name for one in upstream if one.relation == "base" and is_hub_name(one.name)]

    def full(one: Upstream) -> str | None:
        if one.relation != "base" or one.nested_in or is_hub_name(one.name) or not hubs:
            return None
        told = known.published_name(one.name)
        return told if told and not any(known.is_from(each, told) for each in hubs) else None

    return [replace(one, name=full(one) or one.name) for one in upstream]


def _bases(upstream: Sequence[Upstream]) -> Iterator[Contradiction]:
    """Weights for which two files name different bases."""
    if differ(upstream):
        bases = [
            one for one in upstream if one.relation == "base" and not one.nested_in and is_hub_name(one.name)
        ]
        said = shown_by(bases)
        yield Contradiction(
            "identity", "base model", said, f"bases that differ: {', '.join(one.name for one in bases)}"
        )


def differ(upstream: Sequence[Upstream]) -> bool:
    """Whether two files, or the fields of a page and its prose, name bases that have none in common.

    Several in one file are parts of one making.
    """
    told: dict[tuple[str, bool], set[str]] = {}
    for one in upstream:
        for each in one.sightings:
            if (
                each.relation == "base"
                and is_hub_name(one.name)
                and "mergekit" not in each.how
                and not each.into
            ):
                told.setdefault((each.place.file, "prose" in each.how), set()).add(one.name)
    if not told or frozenset.intersection(*map(frozenset, told.values())):
        return False
    sets = list(dict.fromkeys(map(frozenset, told.values())))
    return any(not first & second for at, first in enumerate(sets) for second in sets[at + 1 :])


def _incomplete(found: Found, upstream: Sequence[Upstream]) -> Iterator[Contradiction]:
    """A document lists data sets, or the models that were merged, and others are used."""
    lists = (
        (_LIST_FIELDS, "data", 1, "list of data sets"),
        (("base_model",), "base", 2, "list of merged models"),
    )
    for fields, relation, several, what in lists:
        listed = [
            one for one in found.sightings if one.source == "document" and any(f in one.how for f in fields)
        ]
        left_out = [
            one for one in upstream if one.relation == relation and not one.declared and not one.nested_in
        ]
        if relation == "data" and not listed:
            listed = [one for one in found.sightings if one.source == "document" and _IN_LIST.search(one.how)]
            left_out = [one for one in left_out if not is_remote(one.name)]
        if len(listed) >= several and left_out:
            said = (*map(said_by, listed), *shown_by(left_out))
            yield Contradiction("completeness", what, said, f"not listed: {named(left_out)}")


def _no_sources(found: Found, upstream: Sequence[Upstream]) -> Iterator[Contradiction]:
    """A card says that its rows come from no other set, and others are loaded."""
    others = [one for one in upstream if one.relation == "data" and not one.declared and not one.nested_in]
    for one in found.statements:
        if one.kind == "denial" and one.about == "source_datasets" and others:
            said = (said_by(one), *shown_by(others))
            yield Contradiction("completeness", "list of data sets", said, f"not listed: {named(others)}")
