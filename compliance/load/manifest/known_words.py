"""Words of a manifest that are closed by what the packs know: routes, plans, providers and licences, facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from compliance.errors import FaultCollector, listed, nearest, shown
from compliance.load.documents.fact_values import wrong_value
from compliance.load.documents.other_words import our_word
from compliance.load.manifest.entries import Placed, entries
from compliance.model.declared.manifest import Artifact, Manifest, Party, Publisher, Step
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.rule import FactEntry
from compliance.model.shapes.location import Path, Where
from compliance.values import dataclass, field

_ROUTES = ("direct", "mainland", "azure", "bedrock", "vertex", "openrouter")
_PLANS = ("api", "consumer", "enterprise")


@dataclass(frozen=True, slots=True)
class KnownWords:
    """What the loaded packs know by name."""

    facts: Mapping[str, FactEntry] = field(default_factory=dict)
    routes: tuple[str, ...] = _ROUTES
    plans: tuple[str, ...] = _PLANS
    granters: Mapping[str, str] = field(default_factory=dict)
    """Names of whoever gives terms or licences, lower-case, to the id by which answers about them stand."""
    ids: frozenset[str] = frozenset()
    """Ids of providers, licences and instruments."""

    @classmethod
    def of(cls, packs: Knowledge) -> KnownWords:
        """The words of loaded packs; those of the packs that were asked for last are kept."""
        if not _last or _last[0][0] is not packs:
            _last[:] = [(packs, cls._gathered(packs))]
        return _last[0][1]

    @classmethod
    def _gathered(cls, packs: Knowledge) -> KnownWords:
        registry = packs.registry
        rows = [row for provider in registry.providers.values() for row in provider.governed]
        named: dict[str, str] = {}
        for key, licence in registry.licences.items():
            named |= {text.lower(): key for text in (licence.spdx, licence.title) if text}
        for key, provider in registry.providers.items():
            named |= {text.lower(): key for text in (*provider.aliases, provider.name)}
        return cls(
            facts=packs.facts,
            routes=tuple(dict.fromkeys((*_ROUTES, *(route for row in rows for route in row.route)))),
            plans=tuple(dict.fromkeys((*_PLANS, *(plan for row in rows for plan in row.plan)))),
            granters=named,
            ids=frozenset((*registry.providers, *registry.licences, *packs.instruments)),
        )

    def check(self, manifest: Manifest, where: Where, faults: FaultCollector) -> None:
        """Collect every word that nothing knows, with the one that may be meant."""
        for placed in entries(manifest):
            self._check_facts(placed, where, faults)
            if isinstance(placed.entry, Party):
                for field_ in ("accepted", "permission"):
                    self._check_ids(placed, (field_,), getattr(placed.entry, field_), where, faults)
            elif isinstance(placed.entry, Artifact | Step):
                self._check_word(placed, "route", self.routes, where, faults)
                self._check_word(placed, "plan", self.plans, where, faults)
            elif placed.entry.terms:
                passed_on = placed.entry.terms.passes_on
                self._check_ids(placed, ("terms", "passes_on"), passed_on, where, faults)

    def _check_word(
        self, placed: Placed, key: str, known: tuple[str, ...], where: Where, faults: FaultCollector
    ) -> None:
        word = getattr(placed.entry, key)
        if word not in (None, "unknown", *known):
            meant = our_word(word, known) or nearest(word, known)
            advice = f"did you mean {shown(meant)}?" if meant else f"known are {listed(known)}"
            faults.report(where((*placed.path, key)), f"no {key} is called {shown(word)}", advice)

    def _check_ids(
        self, placed: Placed, at: Path, words: Iterable[str], where: Where, faults: FaultCollector
    ) -> None:
        for n, word in enumerate(words):
            if self.ids and word not in self.ids:
                place = where((*placed.path, *at, word if at[-1] != "passes_on" else n))
                what = f"{shown(word)} under {at[0]} is no provider, licence or instrument that is known"
                faults.report(place, what, self._meant(word))

    def _meant(self, word: str) -> str:
        by_name = self.granters.get(word.lower())
        meant = by_name or nearest(word, self.ids)
        if meant is None and (near := nearest(word, self.granters)):
            meant = self.granters[near]
        return f"did you mean {shown(meant)}?" if meant else "give the id of a provider or licence"

    def _check_facts(self, placed: Placed, where: Where, faults: FaultCollector) -> None:
        if not self.facts or not placed.entry.facts:
            return
        known = {
            key: entry
            for scope in reversed(_scopes(placed.entry))
            for name, entry in self.facts.items()
            for holder, _, key in [name.partition(".")]
            if holder == scope
        }
        for key, value in placed.entry.facts.items():
            place = (*placed.path, "facts", key)
            if key not in known:
                meant = nearest(key, known)
                advice = (
                    f"did you mean {meant!r}?"
                    if meant
                    else "see `compliance rules facts` for the facts rules ask"
                )
                faults.report(where(place), f"unknown fact {key!r}", advice)
            elif wrong := wrong_value(known[key], value):
                faults.report(where(place), f"{key}: {wrong[0]}", wrong[1])


def _scopes(entry: object) -> tuple[str, ...]:
    """Whose facts an entry may state, the closest first."""
    if isinstance(entry, Publisher):
        return "publisher", "party"
    if isinstance(entry, Artifact):
        return "source", "model"
    if isinstance(entry, Party):
        # Who puts a release out is asked what a publisher is.
        return "party", "publisher"
    return ("step" if isinstance(entry, Step) else "release",)


_last: list[tuple[Knowledge, KnownWords]] = []
