"""Scenarios: the bundled ones of rules/scenarios, those of further folders, and single files."""

from __future__ import annotations

import pathlib
from collections import Counter
from collections.abc import Iterator, Sequence

from compliance.errors import Fault, FaultCollector, PackError, UsageError, listed, nearest, shown
from compliance.load.documents.fact_values import wrong_value
from compliance.load.documents.validate import validate
from compliance.load.documents.yaml_reader import Document, read_yaml
from compliance.load.packs.lengths import refuse_long_lists
from compliance.load.packs.references import check_rules_beside
from compliance.model.declared.field_value import HOLDERS, with_field
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.rule import Rule
from compliance.model.packs.scenario import Change, Scenario
from compliance.model.shapes.location import Marks
from compliance.resources import rules_folder

FOLDER = "scenarios"
"""Name of the folder, in any folder of packs."""
MOST_CASES = 100
"""Cases of one scenario: each puts its rules to the manifest twice and more; the longest bundled one has 7."""
MOST_CHANGES = 100
"""Changes of one case: each is put on top of what the ones before it leave; the longest bundled case has 2."""


def load_scenarios(packs: Knowledge, extra: Sequence[pathlib.Path] = ()) -> tuple[Scenario, ...]:
    """Every scenario of the bundled rules and of further folders of packs, in their order.

    Raises `PackError` with every fault: shapes, ids given twice, rules, facts and clauses that are not there.
    """
    faults, found = FaultCollector(), dict[str, Scenario]()
    for path in _files([rules_folder(), *extra]):
        one = _read(path, packs, faults)
        if one is not None and one.id in found:
            faults.report(None, f"{path.name}: scenario {one.id!r} stands in two files", "rename one")
        elif one is not None:
            found[one.id] = one
    faults.raise_if_any(PackError)
    return tuple(sorted(found.values(), key=lambda one: (one.order, one.id)))


def load_scenario(path: pathlib.Path, packs: Knowledge) -> Scenario:
    """One scenario out of a file. Raises `PackError` with every fault."""
    faults = FaultCollector()
    one = _read(path, packs, faults)
    faults.raise_if_any(PackError)
    assert one is not None
    return one


def chosen(names: Sequence[str], known: Sequence[Scenario], packs: Knowledge) -> tuple[Scenario, ...]:
    """The scenarios of some ids and files; all that are known where none is named. Raises `UsageError`."""
    by_id = {one.id: one for one in known}
    found = []
    for name in names:
        if name in by_id:
            found.append(by_id[name])
        elif pathlib.Path(name).is_file():
            found.append(load_scenario(pathlib.Path(name), packs))
        else:
            near = nearest(name, by_id)
            advice = f"did you mean {shown(near)}?" if near else "see `compliance whatif --list`"
            of_file = ", and there is no such file" if name.endswith((".yaml", ".yml")) else ""
            raise UsageError(Fault(None, f"no scenario is called {shown(name)}{of_file}", advice))
    return tuple(found) if names else tuple(known)


def _files(folders: Sequence[pathlib.Path]) -> Iterator[pathlib.Path]:
    for folder in folders:
        yield from sorted((folder / FOLDER).glob("*.yaml"))


def _read(path: pathlib.Path, packs: Knowledge, faults: FaultCollector) -> Scenario | None:
    document = read_yaml(path, name=str(path))
    if refuse_long_lists(document, faults):
        return None
    one = validate(document, Scenario, collector=faults)
    if one is not None:
        # In full before anything else looks into its conditions: what they name has to be there, and come to an end.
        check_rules_beside(one.rules, document.marks.of, packs, faults)
        for what, advice in _faults(one, packs):
            faults.report(document.marks.of(()), f"{one.id}: {what}", advice)
    return one


def _faults(one: Scenario, packs: Knowledge) -> Iterator[tuple[str, str]]:
    rules = {rule.id for _, rule in packs.rules()} | {rule.id for rule in one.rules}
    for rule in one.rules:
        yield from _of_rule(rule, packs)
    if len(one.cases) > MOST_CASES:
        yield f"has more than {MOST_CASES} cases", "tell them in several scenarios"
    for case in one.cases[:MOST_CASES]:
        for name in case.looks_at:
            if name not in rules:
                yield f"case {case.id} looks at no rule that is loaded: {shown(name)}", "correct the id"
        if len(case.changes) > MOST_CHANGES:
            yield f"case {case.id} supposes more than {MOST_CHANGES} changes", "tell them in several cases"
        for change in case.changes[:MOST_CHANGES]:
            yield from _of_change(change, packs, rules)
    twice = [name for name, number in Counter(case.id for case in one.cases).items() if number > 1]
    if twice:
        yield f"two of its cases are called {listed(twice)}", "rename one"


def _of_rule(rule: Rule, packs: Knowledge) -> Iterator[tuple[str, str]]:
    texts = [
        packs.instruments[cite.instrument] for cite in rule.cites if cite.instrument in packs.instruments
    ]
    law = all(text.force == "in-force" for text in texts)
    if rule.status != "proposed" and not (law and rule.status == "in-force"):
        yield f"its rule {rule.id} is {rule.status}, and not all that it cites is", "let it be proposed"


def _of_change(change: Change, packs: Knowledge, rules: set[str]) -> Iterator[tuple[str, str]]:
    named = [
        *(change.enact.rules if change.enact else ()),
        *(change.listed.rules if change.listed else ()),
    ]
    for name in named:
        if name not in rules:
            yield f"no rule {shown(name)} is loaded", "correct the id"
    for name, value in change.facts.values.items() if change.facts else ():
        if name not in packs.facts:
            near = nearest(name, packs.facts)
            yield f"no fact {shown(name)} is in the catalogue", f"did you mean {shown(near)}?"
        elif wrong := wrong_value(packs.facts[name], value):
            yield f"{name}: {wrong[0]}", wrong[1]
        else:
            yield from _of_field(name, value)
    term = change.term
    if term is not None and packs.clause(term.instrument, term.clause) is None:
        yield f"no clause {term.instrument}#{term.clause} is loaded", "correct the clause"


def _of_field(name: str, value: object) -> Iterator[tuple[str, str]]:
    """What is wrong with a supposed fact that is a field of a manifest, which may ask for more than the catalogue."""
    scope, _, key = name.partition(".")
    holder = HOLDERS.get(scope)
    if holder is None or key not in holder.model_fields:
        return
    faults = FaultCollector()
    written = Document(with_field(holder, key, value), Marks(name, {}), name, "")
    validate(written, holder, collector=faults)
    yield from ((f"{name}: {fault.what}", fault.what_to_do) for fault in faults.faults)
