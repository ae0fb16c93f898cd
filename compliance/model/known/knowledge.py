"""Everything that the packs and the registry know, as one value: what evaluation reads beside the lineage."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from compliance.model.names.catalogue import Catalogue
from compliance.model.names.records import Provider, RoutePrefix
from compliance.model.names.registry import LicenceRecord, LicenceWords, Relations
from compliance.model.names.substitutes import Substitutes
from compliance.model.packs import operator
from compliance.model.packs.costs import Costs
from compliance.model.packs.instrument import Clause, Instrument
from compliance.model.packs.rule import Definition, FactEntry, Pack, Rule, RuleHead, RulesOnDemand, heads_of
from compliance.values import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class PackUsed:
    """One loaded file of rules or texts."""

    id: str
    version: str
    path: str
    sha256: str
    rules: int


@dataclass(frozen=True, slots=True)
class Registry:
    """What names resolve to."""

    relations: Relations
    providers: Mapping[str, Provider]
    licences: Mapping[str, LicenceRecord]
    catalogue: Catalogue
    """Records of models, data sets and services, and who makes them."""
    routes: tuple[RoutePrefix, ...] = ()
    words: tuple[LicenceWords, ...] = field(default=())
    """How licence texts are worded, one value per file that says so."""
    licence_keys: Mapping[str, str] | None = None
    """Names of licences as they are compared, to ids of licences; None where they are to be made out of the records."""
    substitutes: tuple[Substitutes, ...] = ()
    """Models that could take the place of others, one value per file."""
    set_words: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)
    """Licence to the words that its text sets literally, each behind the field in which it stands."""
    own_providers: tuple[str, ...] = ()
    """Ids of the providers that files of further folders speak of."""
    own_licences: tuple[str, ...] = ()
    """Ids of the licences of further folders."""
    own_routes: tuple[str, ...] = ()
    """Prefixes of the routes of further folders."""
    own_substitutes: tuple[str, ...] = ()
    """Names of the substitutes of further folders."""

    @property
    def without_own_prefixes(self) -> Registry:
        """The registry as model strings are read without the providers and routes of further folders."""
        return replace(
            self,
            providers={key: one for key, one in self.providers.items() if key not in self.own_providers},
            routes=tuple(one for one in self.routes if one.prefix not in self.own_routes),
            own_providers=(),
            own_routes=(),
        )

    @property
    def bundled(self) -> Registry:
        """The registry without what files of further folders say; itself where there are none."""
        catalogue = self.catalogue.bundled
        if catalogue is self.catalogue and not (self.own_providers or self.own_routes or self.own_licences):
            return self
        names = self.licence_keys
        return replace(
            self.without_own_prefixes,
            catalogue=catalogue,
            licences={key: one for key, one in self.licences.items() if key not in self.own_licences},
            licence_keys=names and {name: one for name, one in names.items() if one not in self.own_licences},
            set_words={key: one for key, one in self.set_words.items() if key not in self.own_licences},
            own_licences=(),
        )


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Loaded packs, texts, definitions, fact catalogue and registry."""

    packs: tuple[Pack, ...]
    instruments: Mapping[str, Instrument]
    definitions: Mapping[str, Definition]
    facts: Mapping[str, FactEntry]
    registry: Registry
    used: tuple[PackUsed, ...]
    costs: tuple[Costs, ...] = ()
    """What changes cost, one value per file; a later one goes before an earlier one."""
    supposed: frozenset[tuple[str, str]] = frozenset()
    """Clauses, as instrument and name, that a scenario takes to be in force."""

    @property
    def of_bundled_names(self) -> Knowledge | None:
        """The same with the bundled registry alone; None where no file of a further folder says anything of names."""
        bundled = self.registry.bundled
        return None if bundled is self.registry else replace(self, registry=bundled)

    def clause(self, instrument: str, clause: str) -> Clause | None:
        """The clause record, or None where the texts hold none."""
        record = self.instruments.get(instrument)
        return record.clauses.get(clause) if record else None

    def nodes(self, *tests: object) -> Iterator[object]:
        """Every value of some tests, and of the definitions that they use."""
        waiting, seen = list(tests), set[str]()
        while waiting:
            for node in operator.nodes(waiting.pop()):
                yield node
                if isinstance(node, operator.DefinitionOp) and node.definition not in seen:
                    seen.add(node.definition)
                    waiting.append(self.definitions[node.definition].test)

    def rules(self) -> tuple[tuple[Pack, Rule], ...]:
        """Every rule with its pack, in the order of the files."""
        return tuple((pack, rule) for pack in self.packs for rule in pack.rules)

    def heads(self) -> Iterator[tuple[Pack, int, RuleHead]]:
        """The head of every rule with its pack and number there, in the order of the files."""
        for pack in self.packs:
            for number, head in enumerate(heads_of(pack.rules)):
                yield pack, number, head

    def named(self, ids: Collection[str]) -> Iterator[tuple[Pack, Rule]]:
        """The rules of some ids with their packs, in the order of the files."""
        for pack in self.packs:
            rules: Sequence[Rule] = pack.rules
            if isinstance(rules, RulesOnDemand):
                rules = [rules[number] for number, head in enumerate(rules.heads) if head.id in ids]
            yield from ((pack, rule) for rule in rules if rule.id in ids)

    def find_rule(self, rule_id: str) -> tuple[Pack, Rule] | None:
        """A rule by its id, or by one that it had."""
        found = next(self.named((rule_id,)), None)
        if found is not None:
            return found
        formerly = (head.id for _, _, head in self.heads() if rule_id in head.formerly)
        return next((one for now in formerly for one in self.named((now,))), None)
