"""What a rule looks at, and so which acts can move its answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from compliance.decide.plan.edits import entry_of, touched_by
from compliance.model.answered.plan import Act, Add, Drop, OpenItem, Put, Replace
from compliance.model.declared.lineage import ADDED, Lineage
from compliance.model.declared.manifest import Manifest
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs import operator
from compliance.model.packs.rule import Rule

_LICENCE_FIELDS = ("license", "statements")
_REMADE = ("route", "plan", "license", "origin", "against_record")
"""Fields of an artifact on which the texts that govern it, or what is known of its making, may hang."""
_SELECTED = {
    "origin": {"origin"},
    "route": set[str](),
    "plan": set[str](),
    "license": {"licence", "not_licence", "trait", "unlicensed", "contradicted"},
    "against_record": {
        "licence", "not_licence", "trait", "unlicensed", "contradicted", "kind", "provider", "developer", "country",
    },
}  # fmt: skip
"""Field of an artifact to the fields of selectors by which it is chosen because of it; any where it is not listed."""
ANY = "*"
_ITS_OWN_AND_THE_RECORDS = 2
_MAKING = {"source.making_explained", "source.documented", "source.origin"}


@dataclass(frozen=True, slots=True)
class Reads:
    """The facts, licences and routes that a rule asks for."""

    facts: frozenset[str]
    others: frozenset[str]
    """Kinds of artifacts that it looks at beside its own source; `ANY` where it may be any."""
    licence: bool
    """Whether it looks at the licence of the release."""
    making: bool = False
    """Whether it looks at how its source was made."""
    selected: frozenset[str] = frozenset()
    """By which fields it chooses the other artifacts that it looks at."""


def reads_of(rule: Rule, knowledge: Knowledge) -> Reads:
    """Everything that a rule asks for, definitions included."""
    nodes = tuple(knowledge.nodes(rule.asked_if, *rule.when.values(), *rule.unless.values()))
    facts: set[str] = set()
    selected: set[str] = set()
    others: set[str] = set()
    licence = False
    for node in nodes:
        if isinstance(node, operator.FactOp):
            facts |= set(node.facts)
        elif isinstance(node, operator.LineageOp):
            others |= set(node.lineage.from_.kind) or {ANY}
            selected |= node.lineage.from_.model_fields_set
        elif isinstance(node, operator.LicenceTest):
            facts |= {"release.license_copies"} if node.copied else set()
            facts |= {"release.notices"} if node.noticed else set()
            # The label of the release clears nothing where that of what it holds says otherwise.
            others |= {ANY} if node.of == "release" and node.has else set()
            licence = licence or node.of == "release" or bool(node.drops) or node.differs is not None
            licence = licence or node.stated_beside is not None
        elif isinstance(node, operator.ConflictOp):
            licence = licence or node.conflict == "release"
    selector = rule.about.source
    making = bool(_MAKING & facts) or (selector is not None and selector.unexplained is not None)
    licence = licence or "release.licence_says" in facts
    return Reads(frozenset(facts), frozenset(others), licence, making, frozenset(selected))


class Reach:
    """Which entries of the manifest lie behind each release, and between a source and a release."""

    def __init__(self, manifest: Manifest, licences: Collection[str] = ()) -> None:
        """Start without a lineage; all that are added count together. `licences` are the ids that are known."""
        self._manifest = manifest
        self.licences = frozenset(licences)
        self._touched: dict[str, frozenset[str]] = {}
        self._before: dict[str, set[str]] = {}
        self._after: dict[str, set[str]] = {}
        self.releases: dict[str, str] = {}
        self.optional: dict[str, set[str]] = {}
        """Artifacts of which it is not settled under which licence they stand, with those licences."""
        self.keys: dict[str, set[str]] = {}
        self.silence_passes = False
        """Whether a missing fact counts as settled."""
        self._kinds: dict[str, set[str]] = {}
        self._around: dict[tuple[str, str], frozenset[str]] = {}
        self._behind: dict[str, frozenset[str]] = {}

    @property
    def extent(self) -> int:
        """How much is known, which never becomes less."""
        held: tuple[dict[str, set[str]], ...] = (
            self._before, self._after, self._kinds, self.keys, self.optional
        )  # fmt: skip
        return len(self.releases) + sum(len(each) + sum(map(len, each.values())) for each in held)

    def add(self, lineage: Lineage) -> None:
        """Take the edges of a further lineage in."""
        extent = self.extent
        self._take_in(lineage)
        if self.extent != extent:
            self._around.clear()
            self._behind.clear()

    def _take_in(self, lineage: Lineage) -> None:
        for edge in lineage.edges:
            source, target = (entry_of(lineage.versions[node][0]) for node in (edge.source, edge.target))
            self._before.setdefault(target, set()).add(source)
            self._after.setdefault(source, set()).add(target)
        self.releases |= {release.key: entry_of(release.artifact) for release in lineage.releases}
        for key, artifact in lineage.artifacts.items():
            self._kinds.setdefault(entry_of(key), set()).add(artifact.kind)
            names = {artifact.provider or "", *artifact.licences, *sum(artifact.licence_options, ())}
            self.keys.setdefault(entry_of(key), set()).update(names)
            if len(artifact.licence_options) == _ITS_OWN_AND_THE_RECORDS and artifact.contradicted:
                # Whatever the release names, it chooses nothing between the manifest's word and the record's.
                continue
            if artifact.licence_options:
                self.optional.setdefault(key, set()).update(*artifact.licence_options)
            elif " or " in (artifact.licence_text or "").lower():
                # A choice that the release has made may be made otherwise.
                self.optional.setdefault(key, set()).update(self.licences)

    def touched(self, edit: Drop | Replace) -> frozenset[str]:
        """What an act on an artifact may cut off from a release."""
        if isinstance(edit, Replace):
            return frozenset((edit.artifact,))
        if edit.artifact not in self._touched:
            self._touched[edit.artifact] = touched_by(self._manifest, edit.artifact)
        return self._touched[edit.artifact]

    def target(self, release: str) -> str:
        """The entry of what is released, or of what a party handed on as if it were a release."""
        return self.releases.get(release, entry_of(release))

    def behind(self, release: str) -> frozenset[str]:
        """Everything that goes into a release, itself included."""
        if release not in self._behind:
            self._behind[release] = _closure(self.target(release), self._before)
        return self._behind[release]

    def through(self, source: str, release: str) -> frozenset[str]:
        """What lies behind or after a source on its ways to a release."""
        start = entry_of(source)
        if (start, release) not in self._around:
            around = _closure(start, self._after) | _closure(start, self._before)
            self._around[start, release] = (around & self.behind(release)) | {start}
        return self._around[start, release]

    def through_any(self, kinds: Collection[str], release: str) -> frozenset[str]:
        """What lies behind or after anything of some kinds on its ways to a release."""
        behind = self.behind(release)
        if ANY in kinds:
            return behind
        # What is released holds itself, whatever goes into it; of what is made in turns an earlier state goes in too.
        target = self.target(release)
        once = sum(target in step.outputs for step in self._manifest.steps) <= 1
        others = behind - {target} if once else behind
        meant = (entry for entry in others if not self._kinds.get(entry, {ANY}).isdisjoint({*kinds, ANY}))
        return frozenset[str]().union(*(self.through(entry, release) for entry in meant))


def _closure(start: str, onward: Mapping[str, set[str]]) -> frozenset[str]:
    seen, waiting = {start}, [start]
    while waiting:
        fresh = onward.get(waiting.pop(), set()) - seen
        seen |= fresh
        waiting += fresh
    return frozenset(seen)


def bears_on(act: Act, item: OpenItem, reads: Reads | None, reach: Reach) -> bool:
    """Whether an act may move an open item: never False where it can."""
    edit = act.edit
    released = frozenset((reach.target(item.release),))
    if isinstance(edit, Drop | Replace):
        touched = reach.touched(edit)
        through = reach.through(item.source, item.release) if item.source else released
        if reads is None or not reads.others or not touched.isdisjoint(through):
            return not touched.isdisjoint(through)
        # What comes in its place may be of a kind that the rule looks at.
        new = isinstance(edit, Replace) and edit.entry.kind in reads.others
        wide = reach.behind(item.release) if new else reach.through_any(reads.others, item.release)
        return not touched.isdisjoint(wide)
    if isinstance(edit, Add):
        beside = edit.field == "license_copies" and not _may_be_due(act, item, reach)
        return not beside and _of_release(edit.release, edit.field, edit.words, item, reads, reach)
    if edit.scope == "release":
        return _of_release(edit.subject, edit.field, (edit.value,), item, reads, reach)
    if edit.scope == "artifact" and (edit.field in _REMADE or edit.field == "documented"):
        return _of_artifact(edit, item, reads, reach)
    if edit.scope == "step" and edit.field == "documented":
        return reads is None or reads.making
    return reads is not None and _of_facts(edit, item, reads, reach)


def _may_be_due(act: Act, item: OpenItem, reach: Reach) -> bool:
    """Whether a copy of a licence may be one that a source asks for: the copy of another says nothing of it."""
    # Where silence is let pass, copies of anything bring up those that are not among them.
    if not item.source or item.source in reach.optional or reach.silence_passes:
        return True
    licence = act.key.rpartition(":")[2]
    return licence in reach.keys.get(entry_of(item.source), ())


def _of_artifact(edit: Put, item: OpenItem, reads: Reads | None, reach: Reach) -> bool:
    """What an artifact is said to be bears on items of that artifact, and of what is known to lie behind it."""
    if reads is not None and reads.others and edit.subject in reach.behind(item.release):
        chosen_by = _SELECTED.get(edit.field)
        if chosen_by is None or chosen_by & reads.selected:
            return True
    if not item.source or entry_of(item.source) != edit.subject:
        return False
    known_past = item.source != edit.subject
    return edit.field != "documented" or known_past or reads is None or reads.making


def _of_release(
    release: str, field: str, words: tuple[object, ...], item: OpenItem, reads: Reads | None, reach: Reach
) -> bool:
    chooses = field in ("license", "license_copies")
    if chooses and item.source and (options := reach.optional.get(item.source)):
        named = {str(word).lower() for word in words}
        if not named <= reach.licences or named & options:
            return True
    # What is known to lie behind what is released stands under licences of its own.
    if chooses and ADDED not in item.source and entry_of(item.source) == reach.releases.get(release):
        return True
    if release != item.release or reads is None:
        return False
    if field in _LICENCE_FIELDS and reads.licence:
        return True
    name = {"terms": "terms_pass_on"}.get(field, field)
    return f"release.{name}" in reads.facts


def _of_facts(edit: Put, item: OpenItem, reads: Reads, reach: Reach) -> bool:
    if edit.scope == "publisher":
        asked = {f"publisher.{edit.field}", f"party.{edit.field}"} & reads.facts
        named = not edit.key or not item.source or edit.key in reach.keys.get(entry_of(item.source), ())
        return bool(asked) and (named or edit.key == item.source)
    if edit.scope == "artifact":
        of_source = item.source and entry_of(item.source) == edit.subject
        of_model = reach.releases.get(item.release) == edit.subject
        return bool(
            (of_source and f"source.{edit.field}" in reads.facts)
            or (of_model and f"model.{edit.field}" in reads.facts)
        )
    return f"step.{edit.field}" in reads.facts
