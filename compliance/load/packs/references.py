"""Cross references of packs: clauses that exist, definitions that end, facts in the catalogue, unique ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from compliance.errors import FaultCollector, nearest
from compliance.load.documents.yaml_reader import MAX_FAULTS
from compliance.load.packs.knowledge import BUNDLED
from compliance.load.packs.records import check_records
from compliance.load.packs.rule_sizes import WrittenOut
from compliance.load.packs.taken_places import check_places
from compliance.model.known.knowledge import Knowledge
from compliance.model.names.records import Providers
from compliance.model.names.registry import Licences
from compliance.model.names.substitutes import Substitutes
from compliance.model.packs.instrument import Instrument
from compliance.model.packs.operator import DefinitionOp, FactOp, InForceOp, LicenceTest, Selector, nodes
from compliance.model.packs.rule import Definitions, FactCatalogue, FactEntry, Pack, Rule
from compliance.model.shapes.location import Path, Where
from compliance.model.shapes.shape import to_list
from compliance.model.words.places import known_place
from compliance.values import dataclass

BUILT_IN_FACTS = frozenset(
    {"source.family", "source.modality", "source.kind", "source.provider", "source.name"}
)


def check_packs(loaded: Sequence[Any], faults: FaultCollector) -> None:
    """Collect every dangling reference between the loaded documents."""
    texts = {one.value.id: one.value for one in loaded if isinstance(one.value, Instrument)}
    definitions = {
        k: v for one in loaded if isinstance(one.value, Definitions) for k, v in one.value.definitions.items()
    }
    facts = {
        k: v for one in loaded if isinstance(one.value, FactCatalogue) for k, v in one.value.facts.items()
    }
    licences = [r for one in loaded if isinstance(one.value, Licences) for r in one.value.licences]
    known = _Known(
        texts, set(definitions), facts, {r.id for r in licences}, {t for r in licences for t in r.traits}
    )
    sizes = WrittenOut(definitions)
    seen: dict[str, str] = {}
    for one in loaded:
        if isinstance(one.value, Pack):
            for n, rule in enumerate(one.value.rules):
                if rule.id in seen:
                    _report(
                        faults,
                        one,
                        ("rules", n, "id"),
                        f"rule {rule.id!r} also stands in {seen[rule.id]}",
                        "rename one",
                    )
                seen[rule.id] = one.shown
                _check_rule(rule, known, one, ("rules", n), faults)
                _check_size(rule, sizes, one, ("rules", n), faults)
        if isinstance(one.value, Definitions):
            for key, definition in one.value.definitions.items():
                _check_tree(definition.test, known, one, ("definitions", key), faults)
    _check_twice(loaded, faults)
    check_places(loaded, faults)
    check_records(loaded, known.licences, faults, BUNDLED)
    _check_ring(sizes.ring, loaded, faults)


@dataclass(frozen=True, slots=True)
class _Placed:
    """What holds rules and is no pack, by the places of its parts."""

    locate: Where


def check_rules_beside(rules: Sequence[Rule], where: Where, packs: Knowledge, faults: FaultCollector) -> None:
    """Collect what is wrong with rules that stand in no pack, such as those of a scenario, as if they stood in one."""
    if not rules:
        return
    licences = packs.registry.licences
    traits = {trait for record in licences.values() for trait in record.traits}
    known = _Known(packs.instruments, set(packs.definitions), packs.facts, set(licences), traits)
    sizes, one = WrittenOut(packs.definitions), _Placed(where)
    taken = {head.id for _, _, head in packs.heads()}
    for n, rule in enumerate(rules):
        if rule.id in taken:
            _report(faults, one, ("rules", n, "id"), f"rule {rule.id!r} stands already", "rename one")
        taken.add(rule.id)
        _check_rule(rule, known, one, ("rules", n), faults)
        _check_size(rule, sizes, one, ("rules", n), faults)


def _check_size(rule: Rule, sizes: WrittenOut, one: Any, path: Path, faults: FaultCollector) -> None:
    if large := sizes.fault(rule):
        _report(faults, one, path, large, "say it in less, or in several rules")


def _check_ring(ring: Sequence[str], loaded: Sequence[Any], faults: FaultCollector) -> None:
    """Collect a circle of definitions at the place of the first of them."""
    where = next(
        (
            one
            for one in loaded
            if ring and isinstance(one.value, Definitions) and ring[0] in one.value.definitions
        ),
        None,
    )
    if where is not None:
        what = f"definitions go round in a circle: {' -> '.join(ring)}"
        _report(faults, where, ("definitions", ring[0]), what, "break the circle")


_KEYED: dict[type, tuple[str, str]] = {
    Definitions: ("definitions", "definition"), FactCatalogue: ("facts", "fact"), Providers: ("providers", "provider"),
    Licences: ("licences", "licence"), Substitutes: ("substitutes", "substitute"),
}  # fmt: skip


def _check_twice(loaded: Sequence[Any], faults: FaultCollector) -> None:
    """No document may silently take the place of another: texts, definitions, facts, providers, licences."""
    seen: dict[tuple[str, str], str] = {}
    for one in loaded:
        for path, what, key in _ids(one.value):
            if (what, key) in seen:
                _report(
                    faults,
                    one,
                    path,
                    f"{what} {key!r} also stands in {seen[what, key]}",
                    "rename or remove one",
                )
            seen.setdefault((what, key), one.shown)


def _ids(value: Any) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    if isinstance(value, Instrument):
        yield ("id",), "instrument", value.id
    elif type(value) in _KEYED:
        field, what = _KEYED[type(value)]
        held = getattr(value, field)
        if isinstance(held, tuple):
            yield from (((field, n, "id"), what, record.id) for n, record in enumerate(held))
        else:
            yield from (((field, key), what, key) for key in held)


class _Known:
    """Names that may be referred to."""

    def __init__(
        self,
        texts: Mapping[str, Instrument],
        definitions: set[str],
        facts: Mapping[str, FactEntry],
        licences: set[str],
        traits: set[str],
    ) -> None:
        self.texts, self.definitions, self.facts = texts, definitions, facts
        self.licences, self.traits = licences, traits


def _report(faults: FaultCollector, one: Any, path: tuple[str | int, ...], what: str, advice: str) -> None:
    faults.report(one.locate(path) if one.locate else None, what, advice)


def _near(name: str, known: Iterable[str], faults: FaultCollector) -> str:
    """What to do about a name that points nowhere; of very many, what the last ones mean is not looked for."""
    near = nearest(name, known) if len(faults) < MAX_FAULTS else None
    return f"did you mean {near!r}?" if near else "add it, or correct the name"


def _check_rule(
    rule: Rule, known: _Known, one: Any, path: tuple[str | int, ...], faults: FaultCollector
) -> None:
    for n, cite in enumerate(rule.cites):
        _check_cite(cite, known, one, (*path, "cites", n), faults)
    for part in ("when", "unless"):
        for name, op in getattr(rule, part).items():
            _check_tree(op, known, one, (*path, part, name), faults)
    _check_tree(rule.about, known, one, (*path, "about"), faults)
    _check_tree(rule.asked_if, known, one, (*path, "asked_if"), faults)
    if not rule.when:
        _report(faults, one, (*path, "when"), f"rule {rule.id!r} has no element", "say when it bites")


def _check_cite(
    cite: Any, known: _Known, one: Any, path: tuple[str | int, ...], faults: FaultCollector
) -> None:
    text = known.texts.get(cite.instrument)
    if text is None:
        _report(
            faults,
            one,
            path,
            f"no instrument {cite.instrument!r} is loaded",
            _near(cite.instrument, known.texts, faults),
        )
    elif cite.clause not in text.clauses:
        advice = _near(cite.clause, text.clauses, faults)
        _report(faults, one, path, f"{cite.instrument!r} has no clause {cite.clause!r}", advice)


def _check_tree(
    tree: Any, known: _Known, one: Any, path: tuple[str | int, ...], faults: FaultCollector
) -> None:
    for node in nodes(tree):
        if isinstance(node, DefinitionOp) and node.definition not in known.definitions:
            advice = _near(node.definition, known.definitions, faults)
            _report(faults, one, path, f"no definition {node.definition!r} is loaded", advice)
        elif isinstance(node, FactOp):
            for fact in node.facts:
                if fact not in known.facts and fact not in BUILT_IN_FACTS:
                    _report(
                        faults,
                        one,
                        path,
                        f"no fact {fact!r} is in the catalogue",
                        _near(fact, known.facts, faults),
                    )
            _check_places(node, known, one, path, faults)
        elif isinstance(node, InForceOp):
            _check_cite(node.in_force, known, one, path, faults)
        elif isinstance(node, LicenceTest):
            if len(given := _tests_of(node)) != 1:
                # Of several one alone would be looked at, and none at all would never hold.
                what = f"a test of a licence gives {' and '.join(given) or 'nothing'} beside `of`"
                _report(faults, one, path, what, "give exactly one, and join several by `all` or `any`")
            _check_words(
                (*node.in_, *node.copied, *node.noticed), known.licences, "licence", one, path, faults
            )
            _check_words((*node.has, *node.drops), known.traits, "licence trait", one, path, faults)
        elif isinstance(node, Selector):
            _check_words((*node.licence, *node.not_licence), known.licences, "licence", one, path, faults)
            _check_words(node.trait, known.traits, "licence trait", one, path, faults)


def _tests_of(test: LicenceTest) -> list[str]:
    """The tests that a test of a licence gives, as they are written."""
    return [
        f"`{name.rstrip('_')}`"
        for name, value in vars(test).items()
        if name != "of" and value not in (None, ())
    ]


def _check_places(
    node: FactOp, known: _Known, one: Any, path: tuple[str | int, ...], faults: FaultCollector
) -> None:
    entry = known.facts.get(node.fact)
    if entry is None or entry.type != "places":
        return
    for word in (*to_list(node.overlaps or ()), *to_list(node.within or ())):
        if known_place(word) is None:
            _report(
                faults, one, path, f"no country or region is called {word!r}", "write an ISO code or a region"
            )


def _check_words(
    words: Iterable[str],
    known: set[str],
    what: str,
    one: Any,
    path: tuple[str | int, ...],
    faults: FaultCollector,
) -> None:
    for word in words:
        if word not in known and not any(sign in word for sign in "*?["):
            _report(faults, one, path, f"no {what} {word!r} is in the registry", _near(word, known, faults))
