"""Acts on a release itself: its licence, name, notices, access, markets and purpose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.decide.display import cited, displays
from compliance.decide.plan.prices import Prices
from compliance.decide.plan.wants import Want, values
from compliance.model.answered.finding import Finding
from compliance.model.answered.plan import Act, Add, Put
from compliance.model.declared.lineage import Artifact, Lineage
from compliance.model.declared.manifest import Release
from compliance.model.declared.stated import ReleaseTerms
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.operator import FactOp, LicenceTest
from compliance.model.packs.rule import Rule
from compliance.model.words.places import overlap

_NARROW = ("restrict-access", "change-purpose", "limit-markets")
_LABEL = ("change-licence", "change-license", "state-licence", "align-statements")


def release_acts(
    prices: Prices,
    knowledge: Knowledge,
    finding: Finding,
    rule: Rule,
    wants: Sequence[Want],
    lineage: Lineage,
) -> Iterator[Act]:
    """Acts on the release of a finding, as its rule names them under `what_to_do`."""
    words = set(finding.what_to_do)
    release = next(one for one in lineage.releases if one.key == finding.release)
    source = lineage.artifacts.get(finding.source or "")
    if "rename" in words:
        yield from _names(prices, release, wants)
    if words & set(_LABEL):
        yield from _licences(prices, knowledge, release, source, wants, lineage)
    if words & {
        "add-notice",
        "ship-licence-copy",
        "add-attribution",
        "ship-licence",
        "name-source",
        "rename",
    }:
        yield from _shipped(prices, knowledge, finding, release, source, wants)
    if "pass-on-terms" in words:
        licences = tuple(
            dict.fromkeys(one for artifact in lineage.artifacts.values() for one in artifact.licences)
        )
        yield prices.act(
            "pass-on-terms", release.key,
            f"Pass the limits of its sources on in the terms of {release.name or release.key}: {', '.join(licences)}.",
            Put("release", release.key, "terms", ReleaseTerms(passes_on=licences)),
        )  # fmt: skip
    for want in wants:
        if words & set(_NARROW):
            yield from _narrowed(prices, release, want, words)


def _names(prices: Prices, release: Release, wants: Sequence[Want]) -> Iterator[Act]:
    for want in wants:
        prefix = want.test.starts_with if isinstance(want.test, FactOp) else None
        if prefix and want.holds:
            owner, slash, name = (release.name or release.artifact).rpartition("/")
            new = f"{owner}{slash}{prefix}-{name}"
            yield prices.act(
                "rename", f"{release.key}:{prefix}", f"Let the name of the release begin with “{prefix}”: {new}.",
                Put("release", release.key, "name", new), slot=f"name:{release.key}", rank=int(" " in prefix),
            )  # fmt: skip


def _licences(
    prices: Prices,
    knowledge: Knowledge,
    release: Release,
    source: Artifact | None,
    wants: Sequence[Want],
    lineage: Lineage,
) -> Iterator[Act]:
    """The source's own licence first, then those of the list with which a test of the rule comes out as wanted."""
    own = [source.licence_text] if source is not None and source.licence_text else []
    # Where statements about the release disagree, one of them is kept.
    own += [said.license for said in lineage.artifacts[release.artifact].statements if source is None]
    held = (source.licences or sum(source.licence_options, ())) if source is not None else ()
    tests = [want for want in wants if isinstance(want.test, LicenceTest) and want.test.of == "release"]
    for rank, text in enumerate(dict.fromkeys((*own, *prices.costs.licences))):
        record = _licence_named(knowledge, text)
        fits = record is not None and record not in held
        if text not in own and not (fits and any(_suits(w, record or "", held, knowledge) for w in tests)):
            continue
        yield prices.act(
            "change-licence", f"{release.key}:{text}",
            f"Release {release.name or release.key} under {text}, in every place where its licence is named.",
            Put("release", release.key, "license", text), slot=f"license:{release.key}", rank=min(rank, 1),
        )  # fmt: skip


def _suits(want: Want, record: str, held: Sequence[str], knowledge: Knowledge) -> bool:
    """Whether a test on the licence of the release comes out as wanted with a licence."""
    test = want.test
    assert isinstance(test, LicenceTest)
    traits = _traits(knowledge, (record,))
    if test.drops:
        return bool((_traits(knowledge, held) & set(test.drops)) - traits) == want.holds
    if test.has:
        return bool(traits & set(test.has)) == want.holds
    if test.in_:
        return (record in test.in_) == want.holds
    return test.differs is not None and (record not in held) == (test.differs == want.holds)


def _traits(knowledge: Knowledge, licences: Sequence[str]) -> set[str]:
    records = knowledge.registry.licences
    return {trait for one in licences if one in records for trait in records[one].traits}


def _licence_named(knowledge: Knowledge, text: str) -> str | None:
    """The licence that a text of our own list names, by id or SPDX id."""
    for key, record in knowledge.registry.licences.items():
        if text.lower() in (key.lower(), (record.spdx or "").lower()):
            return key
    return None


def _shipped(
    prices: Prices,
    knowledge: Knowledge,
    finding: Finding,
    release: Release,
    source: Artifact | None,
    wants: Sequence[Want],
) -> Iterator[Act]:
    """Notices and licence copies that the rule asks for, in the words that texts and registry record."""
    records = knowledge.registry.licences
    held = [*source.licences, *sum(source.licence_options, ())] if source is not None else []
    for want in wants:
        if isinstance(want.test, LicenceTest):
            for one in (key for key in held if key in want.test.copied and key in records):
                yield prices.act(
                    "ship-licence-copy", f"{release.key}:{one}",
                    f"Ship a copy of {records[one].title} with {release.name or release.key}.",
                    Add(release.key, "license_copies", (records[one].spdx or one,)),
                )  # fmt: skip
    notices = _notices(knowledge, finding, source, held, wants)
    if notices:
        shown = "; ".join(f"“{words}”" for words in notices)
        yield prices.act(
            "add-notice", f"{release.key}:{source.id if source else 'release'}",
            f"Show with {release.name or release.key}: {shown}.",
            Add(release.key, "notices", notices),
        )  # fmt: skip


def _notices(
    knowledge: Knowledge,
    finding: Finding,
    source: Artifact | None,
    held: Sequence[str],
    wants: Sequence[Want],
) -> tuple[str, ...]:
    """Words to be shown: those that the cited clauses set first, then what the rule looks for and these do not hold."""
    asked: list[str] = []
    for want in wants:
        test = want.test
        if isinstance(test, LicenceTest):
            records = [knowledge.registry.licences[one] for one in held if one in test.noticed]
            asked += [words for record in records for words in record.notice]
        elif test.fact == "release.notices" and want.holds and _matters(want, held):
            asked += [test.contains] if test.contains and _may_be_due(test.contains, held, knowledge) else []
            asked += [f"Contains or was made from {source.name}"] if test.mentions and source else []
    if not asked:
        return ()
    set_words = tuple(displays(cited(finding.clauses), knowledge))
    found = [one.words for one in set_words]
    # Of words that a text leaves a choice of, one is enough.
    held = [*found, *(words for one in set_words for words in one.alternatives)]
    found += [words for words in asked if not any(_plain(words) in _plain(one) for one in held)]
    return tuple(dict.fromkeys(found))


def _matters(want: Want, held: Sequence[str]) -> bool:
    """Whether what a rule that serves many licences asks is asked of one that the source has."""
    return not want.only_of or bool(set(want.only_of).intersection(held))


def _may_be_due(words: str, held: Sequence[str], knowledge: Knowledge) -> bool:
    """Whether words of a rule that serves many licences are those of one that the source has, or of none."""
    registry = knowledge.registry
    ours = {
        each for one in held if one in registry.licences for each in (one, *registry.licences[one].members)
    }
    setting = {
        licence
        for licence, given in registry.set_words.items()
        if any(_plain(words) in _plain(line) for _, line in given)
    }
    return not setting or bool(setting & ours)


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


def _narrowed(prices: Prices, release: Release, want: Want, words: set[str]) -> Iterator[Act]:
    test = want.test
    if not isinstance(test, FactOp):
        return
    named = release.name or release.key
    if test.fact == "release.access" and "restrict-access" in words:
        for value in values(want, None):
            if value not in (release.access, "open-weights", "public"):
                yield prices.act(
                    "restrict-access", f"{release.key}:{value}", f"Offer {named} as {value} only.",
                    Put("release", release.key, "access", value), slot=f"access:{release.key}",
                    rank=("api", "gated", "product", "internal").index(str(value)),
                )  # fmt: skip
    elif test.fact == "release.commercial" and test.is_ is not None and want.holds != test.is_:
        yield prices.act(
            "change-purpose", f"{release.key}:non-commercial", f"Offer {named} for non-commercial use only.",
            Put("release", release.key, "commercial", "no"),
        )  # fmt: skip
    elif test.fact == "release.markets" and "limit-markets" in words and test.overlaps and not want.holds:
        left = tuple(
            place for place in release.markets if not overlap([place.lower()], _lower(test.overlaps))
        )
        if left and left != release.markets:
            yield prices.act(
                "limit-markets", f"{release.key}:{'+'.join(test.overlaps)}",
                f"Do not offer {named} in {', '.join(test.overlaps)}.",
                Put("release", release.key, "markets", left), slot=f"markets:{release.key}",
            )  # fmt: skip


def _lower(places: Sequence[str]) -> list[str]:
    return [place.lower() for place in places]
