"""Licences that are one to a rule: it asks for traits, and of these they have the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from compliance.model.answered.plan import Act, OpenItem, Put
from compliance.model.declared.lineage import Lineage
from compliance.model.declared.manifest import Manifest
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs import operator
from compliance.model.packs.rule import Rule
from compliance.model.packs.traits import FREE, LIMITING

_NAMED = frozenset({"licence", "not_licence", "trait", "unlicensed", "contradicted"})


@dataclass(slots=True)
class Labels:
    """Tells which licences of a release come to the same under a rule."""

    manifest: Manifest
    knowledge: Knowledge
    known: set[str] = field(default_factory=set)
    """Releases of things of which the registry knows a licence, which speaks up where another one is stated."""
    _asked: dict[str, frozenset[str] | None] = field(default_factory=dict)
    _records: dict[str, str] = field(default_factory=dict)

    def add(self, lineage: Lineage) -> None:
        """Take in what a lineage tells of what is released."""
        for release in lineage.releases:
            artifact = lineage.artifacts[release.artifact]
            if artifact.resolved or artifact.contradictions or artifact.licence_options:
                self.known.add(release.key)

    def alike(self, act: Act, item: OpenItem, others: Iterable[Act]) -> frozenset[str]:
        """Of other acts those that give the same release a licence which comes to the same for an open item."""
        own = self._of(act, item)
        return frozenset(one.key for one in others if own is not None and own == self._of(one, item))

    def unmoved(self, item: OpenItem, others: Iterable[Act]) -> frozenset[str]:
        """Acts that give a release a licence which comes to the same as the one that it states."""
        release = next((one for one in self.manifest.releases if one.key == item.release), None)
        if release is None or release.statements or not release.license:
            return frozenset()
        entry = self.manifest.artifacts[release.artifact]
        if entry.statements or entry.license is not None:
            return frozenset()
        own = self._signature(release.key, release.license, item)
        return frozenset(one.key for one in others if own is not None and own == self._of(one, item))

    def _of(self, act: Act, item: OpenItem) -> object:
        edit = act.edit
        if not isinstance(edit, Put) or edit.scope != "release" or edit.field != "license":
            return None
        return self._signature(edit.subject, str(edit.value), item)

    def _signature(self, release: str, text: str, item: OpenItem) -> object:
        """What a rule sees of a licence; None where it may see which one it is."""
        record = self._record(text)
        asked = self._traits_asked(item.rule)
        if release != item.release or record is None or asked is None or (asked and release in self.known):
            return None
        return (release, asked & set(self.knowledge.registry.licences[record].traits))

    def _traits_asked(self, rule: str) -> frozenset[str] | None:
        if rule not in self._asked:
            held = self.knowledge.find_rule(rule)
            self._asked[rule] = _traits_of(held[1], self.knowledge) if held else None
        return self._asked[rule]

    def _record(self, text: str) -> str | None:
        if not self._records:
            for key, record in self.knowledge.registry.licences.items():
                for name in (record.spdx, key):
                    if name:
                        self._records[name.lower()] = key
        return self._records.get(text.lower())


def _traits_of(rule: Rule, knowledge: Knowledge) -> frozenset[str] | None:
    """Traits of the release's licence that a rule asks for; None where it asks which licence that is."""
    if rule.about.release is not None and _NAMED & rule.about.release.model_fields_set:
        return None
    traits: set[str] = set()
    for node in knowledge.nodes(rule.asked_if, *rule.when.values(), *rule.unless.values()):
        if isinstance(node, operator.LineageOp) and _NAMED & node.lineage.from_.model_fields_set:
            return None
        if isinstance(node, operator.FactOp) and node.fact == "release.license":
            return None
        if isinstance(node, operator.LicenceTest) and node.of == "release":
            if node.in_ or node.copied or node.noticed or node.differs is not None:
                return None
            traits |= {*node.has, *node.drops}
            traits |= LIMITING if set(node.has) & FREE else set()
    return frozenset(traits)
