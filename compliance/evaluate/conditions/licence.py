"""Tests on licences: traits, what a looser licence drops, and statements that disagree."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Mapping

from compliance.evaluate.conditions.facts import read
from compliance.evaluate.conditions.first_use import first_uses
from compliance.evaluate.conditions.notices import is_copied, is_copied_vaguely, is_noticed
from compliance.evaluate.context import Context, Outcome
from compliance.evaluate.select import alternatives, traits_of
from compliance.model.answered.finding import MissingFact
from compliance.model.declared.lineage import Artifact
from compliance.model.declared.stated import Statement, said_by_licence
from compliance.model.names.registry import LicenceRecord
from compliance.model.packs.operator import ConflictOp, LicenceOp, LicenceTest
from compliance.model.packs.traits import FREE, LIMITING
from compliance.model.packs.truth import NEVER, OPEN, Readings, Truth
from compliance.model.shapes.shape import first_day, last_day
from compliance.values import later, replace

HOSTED = ("api", "product")
"""Ways of access under which takers get terms of the publisher's own."""
_USES = ("first uses",)
"""Under which the first use of everything is remembered in an evaluation."""
PASSED_ON = frozenset(
    {"use-limits", "output-limits", "user-threshold", "revenue-limit", "business-limit", "territory-limits"}
)
"""Limits that a publisher's own terms can put on whoever takes the release."""
_MAY_KEEP = PASSED_ON | {"non-commercial", "research-only", "non-production", "registration"}
"""Limits that a text which nobody here has read may hold as well; that it is the source's own text it cannot."""


def licence(op: LicenceOp, context: Context) -> Outcome:
    """Evaluate one test on the licence of the release or the source."""
    test = op.licence
    artifact = context.target.artifact if test.of == "release" else context.source
    if artifact is None:
        return Outcome(NEVER, "there is no source")
    registry = context.knowledge.registry
    shown = artifact.licence_text or "not stated"
    said = later(
        lambda: (
            f"{artifact.name} is under {shown}"
            if artifact.licence_text
            else f"no licence of {artifact.name} is stated"
        )
    )
    if test.stated is not None:
        return Outcome(Readings.same(Truth.of(bool(artifact.licence_text) == test.stated)), said)
    if test.stated_beside is not None:
        return _stated_beside(context, artifact, test.stated_beside)
    if (
        test.of == "release"
        and test.drops
        and (kept := _under_own_terms(context, artifact, test)) is not None
    ):
        return kept
    if not all(alternatives(artifact)):
        # None is known, or it may be one that is not.
        return _undetermined(context, artifact, said)
    if test.of == "release" and set(test.has) & FREE and (why := contested(context)):
        # A label that another finding calls wrong clears nothing.
        return Outcome(NEVER, why)
    if test.copied or test.noticed:
        return _passed_on(context, artifact, test)
    if test.drops or test.differs is not None:
        return _against_source(context, artifact, test, said)
    if test.has:
        hits = [bool(traits_of(ids, registry) & set(test.has)) for ids in alternatives(artifact)]
    else:
        hits = [bool(set(ids) & set(test.in_)) for ids in alternatives(artifact)]
    return _agreed(context, hits, said, artifact)


def contested(context: Context) -> str:
    """Why the release's own licence cannot be relied on; empty where nothing speaks against it.

    It grants more than the weights or content that the release is, or holds, in a form of the same work.
    """
    registry, target = context.knowledge.registry, context.target.artifact
    ours = [traits_of(ids, registry) for ids in alternatives(target)]
    for key, classes in context.reaches.items():
        source = context.lineage.artifacts[key]
        if (
            source is target
            or source.made_here
            or source.owned
            or not {"itself", "derivative", "copy"} & set(classes)
        ):
            continue
        theirs = [traits_of(ids, registry) & LIMITING for ids in alternatives(source)]
        if any(limits - held for limits in theirs for held in ours):
            return f"the label of {target.name} grants more than that of {source.name}, and clears nothing"
    if target.contradicted:
        return f"the licence of {target.name} is contested, and clears nothing"
    return ""


def _stated_beside(context: Context, artifact: Artifact, wanted: bool) -> Outcome:
    """Whether the release says beside its own licence under which one the source is."""
    named = {
        one for meant in context.target.artifact.upstream_licences if len(meant) == 1 for one in meant[0]
    }
    told = all(ids and set(ids) <= named for ids in alternatives(artifact))
    said = later(
        lambda: f"the licence of {artifact.name} is {'' if told else 'not '}named beside that of the release"
    )
    return Outcome(Readings.same(Truth.of(told == wanted)), said)


def _under_own_terms(context: Context, artifact: Artifact, test: LicenceTest) -> Outcome | None:
    """What the publisher's own terms keep of the limits of the source.

    Where the manifest does not say whose limits they pass on, that is asked of what is hosted under words that nothing
    reads, and of a licence whose text is not held. None where something else is at stake than limits that terms can
    pass on.
    """
    release, source, registry = context.target.release, context.source, context.knowledge.registry
    ours = traits_of(artifact.licences, registry)
    not_held = "text-not-read" in ours
    unread = not_held or (artifact.licence_text and not artifact.licences and release.access in HOSTED)
    if source is None or artifact.licence_options or not (release.terms or unread):
        return None
    hits = []
    for theirs in alternatives(source):
        lost = (traits_of(theirs, registry) & set(test.drops)) - ours
        if lost - (_MAY_KEEP if not_held else PASSED_ON):
            return None
        hits.append(bool(lost) and not (release.terms and set(theirs) & set(release.terms.passes_on)))
    said = f"whose limits the terms of {artifact.name} pass on: "
    if release.terms is None and any(hits):
        asked = (context.ask("release.terms_pass_on", release.key, artifact.name),)
        return Outcome(Readings.same(_assumed(context, asked)), said + "not stated", asked)
    said += ", ".join(release.terms.passes_on if release.terms else ()) or "nobody's"
    return _agreed(context, hits, said, *((source,) if source.licence_options else ()))


def _against_source(context: Context, artifact: Artifact, test: LicenceTest, said: str) -> Outcome:
    """What the licence of the release lacks of that of the source: traits, or the licence itself."""
    source, registry = context.source, context.knowledge.registry
    if source is None:
        return Outcome(NEVER, "there is no source")
    traits = set(test.drops)
    hits = [
        bool((traits_of(theirs, registry) & traits) - traits_of(ours, registry))
        if traits
        else set(theirs).isdisjoint(ours) == test.differs
        for theirs in alternatives(source)
        for ours in alternatives(artifact)
    ]
    return _agreed(context, hits, said, *(one for one in (artifact, source) if one.licence_options))


def _passed_on(context: Context, artifact: Artifact, test: LicenceTest) -> Outcome:
    """Whether what the wanted licences of the artifact ask to be passed on is: copies of their texts, or notices."""
    registry = context.knowledge.registry.licences
    fact, wanted = ("license_copies", test.copied) if test.copied else ("notices", test.noticed)
    label = "licence copies shipped" if test.copied else "notices shown"
    due = [
        [
            registry[one]
            for one in ids
            if one in wanted and one in registry and (test.copied or registry[one].notice)
        ]
        for ids in alternatives(artifact)
    ]
    if not any(due):
        asked_for = later(lambda: f"the licence of {artifact.name} asks for none of it")
        return Outcome(Readings.same(Truth.YES), asked_for)
    found = read(context, f"release.{fact}")
    if isinstance(found, MissingFact):
        return Outcome(OPEN, f"{label}: not stated", (found,))
    if isinstance(found.value, Truth):
        return Outcome(Readings.same(found.value), f"{label}: assumed")
    held = tuple(found.value)
    if test.copied and any(is_copied_vaguely(one, held) for ids in due for one in ids):
        return _undetermined(context, artifact, f"{label}: {', '.join(held)}, which names several texts")

    def passed(record: LicenceRecord) -> bool:
        return is_copied(record, held) if test.copied else is_noticed(record, held, context.knowledge)

    hits = [all(map(passed, records)) for records in due]
    return _agreed(context, hits, later(lambda: f"{label}: {', '.join(held) or 'none'}"), artifact)


def _agreed(context: Context, hits: list[bool], said: str, *unsettled: Artifact) -> Outcome:
    """What holds under every licence that may govern; else it is asked which of them does."""
    if all(hits) or not any(hits):
        return Outcome(Readings.same(Truth.of(all(hits))), said)
    asked = tuple(_ask(context, artifact) for artifact in unsettled)
    return Outcome(Readings.same(_assumed(context, asked)), said, asked)


def _undetermined(context: Context, artifact: Artifact, said: str) -> Outcome:
    asked = (_ask(context, artifact),)
    return Outcome(Readings.same(_assumed(context, asked)), said, asked)


def _assumed(context: Context, asked: tuple[MissingFact, ...]) -> Truth:
    given = [context.assumed.get(question.key) for question in asked]
    return next((answer for answer in given if isinstance(answer, Truth)), Truth.UNKNOWN)


def _ask(context: Context, artifact: Artifact) -> MissingFact:
    # A label on what is passed on as it came says nothing of the licence that came with it.
    own = artifact.id == context.target.artifact.id and not (
        context.target.release.license and not artifact.licence_text
    )
    fact = "release.license" if own else "source.license"
    subject = context.target.release.key if fact == "release.license" else artifact.id
    if fact == "source.license" and artifact.origin == "people" and "grant_shown" not in artifact.facts:
        # People give what they write under terms or by leave; a licence is seldom put on it.
        fact = fact if artifact.licence_text else "source.grant_shown"
    # A release is called by the name under which it goes out.
    called = (own and context.target.release.name) or artifact.name
    asked = context.ask(fact, subject, called)
    if artifact.hosted and not artifact.licence_text and fact == "source.license":
        return replace(asked, question=_of_hosted(context, artifact))
    if artifact.licence_text and not artifact.known and fact == "source.license":
        stated = f"“{artifact.licence_text}”, stated of {artifact.name}"
        meant = f"Which licence is {stated}, or to what do its terms limit use?"
        return replace(asked, question=meant)
    if own and fact == "release.license" and (label := context.target.release.license):
        # It is stated, and nobody here knows a licence of that name: asking for one would be asking twice.
        released = f"“{label}”, under which {called} is released"
        meant = f"Which licence is {released}, or to what do its terms limit use ({_IN_OWN_WORDS})?"
        return replace(asked, question=meant)
    return asked


_IN_OWN_WORDS = (
    "“NAME: non-commercial use only”, “NAME: research only” and “NAME: all rights reserved” are read"
)


def _of_hosted(context: Context, artifact: Artifact) -> str:
    """What to find out of weights that somebody else runs: nothing came with them, and they may have no name yet."""
    called = {one.name for one in context.lineage.artifacts.values() if one.kind == "service"}
    if artifact.name in called:
        return f"Which model does {artifact.name} run, and under which licence are its weights published?"
    return f"Under which licence are the weights of {artifact.name} published?"


def _is_said(statement: Statement, used: datetime.date) -> bool:
    """Whether a statement may still have stood at first use; what is granted to later takers comes too late.

    One that was withdrawn in a month or year, no day of which is told, may have stood to its end.
    """
    return statement.until is None or used < first_day(statement.until) or used < last_day(statement.until)


def _first_used(artifact: Artifact, context: Context) -> datetime.date:
    """From which day on it matters what is said of an artifact: that of its first use, else the day asked about."""
    known = context.memory.standings
    if _USES not in known:
        known[_USES] = first_uses(context.lineage)
    uses: Mapping[str, datetime.date] = known[_USES]
    return min(uses.get(artifact.id, context.as_of), context.as_of)


def conflict(op: ConflictOp, context: Context) -> Outcome:
    """Whether the statements about one thing name licences that are not the same."""
    artifact = context.target.artifact if op.conflict == "release" else context.source
    if artifact is None:
        return Outcome(NEVER, "there is no source")
    paired = zip(artifact.statements, artifact.statement_licences, strict=True)
    # What its own makers did with a release before it went out is no use by anybody who was granted something.
    used = context.as_of if op.conflict == "release" else _first_used(artifact, context)
    made = [
        (said, sets) for said, sets in paired if said.date is None or first_day(said.date) <= context.as_of
    ]
    given = [(said, sets) for said, sets in made if _is_said(said, used)]
    # A statement that was not read stands for itself; one that leaves open which licence agrees with each of them.
    meant = [set(map(frozenset, sets)) or {frozenset((said.license.lower(),))} for said, sets in given]
    distinct = {frozenset(one) for one in meant}
    differ = any(not one & other for one, other in itertools.combinations(distinct, 2))

    def said() -> str:
        listed = said_by_licence([one for one, _ in given])
        words = f"statements about {artifact.name} {'' if differ else 'do not '}disagree"
        return words + (f" ({listed})" if listed or differ else "")

    return Outcome(Readings.same(Truth.of(differ)), later(said))
