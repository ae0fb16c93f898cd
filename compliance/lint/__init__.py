"""Faults of packs beyond their shape: missing situations, forbidden words, dates that cannot be."""

from __future__ import annotations

import itertools
import pathlib
import re
from collections.abc import Iterator, Sequence

from compliance.errors import ComplianceError, Fault
from compliance.evaluate.ask import IN_FORCE, LICENCE_APPLIES
from compliance.evaluate.select import selects
from compliance.lint.begun import begun
from compliance.lint.names import licence_names, names_of_two
from compliance.lint.places import placed
from compliance.lint.recalled import recalled
from compliance.lint.record_facts import record_facts
from compliance.lint.rings import rings
from compliance.lint.silent import silent
from compliance.lint.wiring import unwired
from compliance.lint.wording import besides, verdicts
from compliance.lint.written import unfinished
from compliance.load.packs.knowledge import load_packs
from compliance.load.packs.scenarios import load_scenarios
from compliance.model.declared.lineage import Artifact
from compliance.model.known.knowledge import Knowledge
from compliance.model.names.substitutes import FOUND
from compliance.model.packs.instrument import Instrument
from compliance.model.packs.operator import DefinitionOp, FactOp, LicenceOp, Selector, nodes
from compliance.model.packs.reasons import unreasoned
from compliance.model.packs.rule import Rule
from compliance.model.packs.situation import ALL_SHOWS
from compliance.model.packs.truth import Truth
from compliance.situations import files, read_situations

_OF_A_SOURCE = re.compile(r"(step|source)\.")
_OF_EVERY_RULE = {
    IN_FORCE: "its cited text being in force",
    LICENCE_APPLIES: "its source being under a licence that it reads",
}
"""Names of the elements that the program adds to rules."""


def lint_packs(extra: Sequence[pathlib.Path], situations: Sequence[pathlib.Path]) -> list[Fault]:
    """Every fault of the bundled packs and of further ones, whose situations lie under the given folders.

    Beside further packs it is not asked again whether two bundled records share a name.
    """
    try:
        packs = load_packs(extra, cache=False)
        scenarios = load_scenarios(packs, extra)
    except ComplianceError as error:
        return list(error.faults)
    rules = (*(rule for _, rule in packs.rules()), *(rule for one in scenarios for rule in one.rules))
    faults = [fault for rule in rules for fault in _rule(rule, packs)]
    faults += [fault for one in scenarios for fault in verdicts(one.id, one.texts)]
    faults += [fault for text in packs.instruments.values() for fault in _instrument(text)]
    faults += [
        *_governance(packs),
        *licence_names(packs),
        *names_of_two(packs, above=0 if extra else -1),
        *_substitutes(packs),
        *record_facts(packs),
        *rings(packs),
    ]
    faults += [*unwired(packs), *unfinished(packs), *recalled(packs), *begun(packs), *silent(packs, rules)]
    if situations:
        faults += _coverage(packs, situations)
    return placed(faults, extra)


def _rule(rule: Rule, packs: Knowledge) -> Iterator[Fault]:
    texts = (rule.title, rule.says, rule.consequence, rule.does_not_cover, rule.clear_because or "")
    yield from verdicts(rule.id, texts)
    yield from besides(rule)
    if rule.status == "withdrawn" and rule.until is None:
        yield Fault(None, f"{rule.id}: is withdrawn without a date", "give `until`")
    if rule.norm == "permission" and not rule.cites:
        yield Fault(None, f"{rule.id}: a permission must cite the clause that gives it", "add `cites`")
    if not rule.parties:
        yield Fault(
            None, f"{rule.id}: is put to nobody", "name who is bound under `parties`, or leave it out"
        )
    if not rule.what_to_do:
        yield Fault(None, f"{rule.id}: says nothing of what to do", "add `what_to_do`")
    yield from _tests(rule, packs)
    yield from _uncited(rule, packs)
    yield from _reasons(rule, packs)
    parts = (rule.about, rule.asked_if, *rule.when.values(), *rule.unless.values())
    for what in dict.fromkeys(what for part in parts for what in _free_text(part, packs)):
        yield Fault(None, f"{rule.id}: {what} goes by how something is worded", "go by what it resolves to")


def _tests(rule: Rule, packs: Knowledge) -> Iterator[Fault]:
    for name in sorted(rule.when.keys() & rule.unless.keys()):
        yield Fault(None, f"{rule.id}: {name!r} stands in `when` and in `unless`", "give each its own name")
    for name, meant in _OF_EVERY_RULE.items():
        if name in {*rule.when, *rule.unless}:
            what = f"{rule.id}: {name!r} is what stands for {meant}"
            yield Fault(None, what, "call the element otherwise")
    for name, op in (*rule.when.items(), *rule.unless.items()):
        for what in dict.fromkeys(_asks_what_is_stated(op, packs)):
            yield Fault(
                None,
                f"{rule.id} {name}: {what} moves a decided position when a fact is added",
                "put it into `asked_if`",
            )
    if rule.about.release is not None:
        tests = (rule.asked_if, *rule.when.values(), *rule.unless.values())
        for fact in sorted({fact for op in tests for fact in _facts(op, packs) if _OF_A_SOURCE.match(fact)}):
            yield Fault(
                None,
                f"{rule.id}: is asked of a release and reads {fact}, which no release has",
                "ask it of a source, or read a fact of the release",
            )


def _reasons(rule: Rule, packs: Knowledge) -> Iterator[Fault]:
    """Where the readings of an element part, the words of the text that allow each of them are named."""
    if rule.status in ("draft", "withdrawn"):
        return
    for name, readings in unreasoned(rule, packs.definitions):
        what = f"{rule.id} {name}: no words of the text are named for the {' and '.join(readings)} reading"
        yield Fault(None, what, "add them to `because`, of the rule or of the definition")


_LICENCE_TEXTS = frozenset({"model-licence", "data-licence", "code-licence"})


def _uncited(rule: Rule, packs: Knowledge) -> Iterator[Fault]:
    """A licence that the rule speaks of, of whose text it cites nothing, would never be asked."""
    source = rule.about.source
    cited = {cite.instrument for cite in rule.cites}
    kinds = {packs.instruments[text].kind for text in cited}
    if (
        rule.status == "withdrawn"
        or source is None
        or not (source.licence or source.trait)
        or not cited
        or not kinds <= _LICENCE_TEXTS
    ):
        return
    for record in packs.registry.licences.values():
        named = [
            Artifact(record.id, kind, record.title, licences=(record.id,))
            for kind in source.kind or ("model",)
        ]
        meant = any(selects(source, one, packs.registry) is Truth.YES for one in named)
        if meant and record.instrument and record.instrument not in cited:
            what = f"{rule.id}: speaks of the licence {record.id} and cites no clause of {record.instrument}"
            yield Fault(None, what, "cite the clause, or leave the licence out")


_WORDED = frozenset(
    {
        "source.license",
        "release.license",
        "release.license_copies",
        "source.name",
        "release.name",
        "source.developer",
    }
)


def _free_text(op: object, packs: Knowledge) -> Iterator[str]:
    """Tests that look for words in names or licence fields. A name's set beginning is what some licences ask for."""
    for where, node in _parts(op, packs):
        if isinstance(node, FactOp) and node.fact in _WORDED:
            begins = node.starts_with is not None and node.fact != "release.name"
            if node.contains is not None or begins:
                yield f"`{'contains' if node.contains is not None else 'starts_with'}` of {node.fact}{where}"
        if isinstance(node, Selector):
            globs = [one for one in (*node.name, *node.developer) if any(sign in one for sign in "*?[")]
            yield from (f"the pattern {one!r}{where}" for one in globs)


def _parts(op: object, packs: Knowledge) -> Iterator[tuple[str, object]]:
    """Every value of a test and of the definitions that it uses, each with the name of its definition."""
    seen: set[str] = set()
    waiting: list[tuple[str, object]] = [("", op)]
    while waiting:
        where, tree = waiting.pop()
        for node in nodes(tree):
            yield where, node
            if isinstance(node, DefinitionOp) and node.definition not in seen:
                seen.add(node.definition)
                waiting.append((f" of {node.definition}", packs.definitions[node.definition].test))


def _asks_what_is_stated(op: object, packs: Knowledge) -> Iterator[str]:
    for where, node in _parts(op, packs):
        if isinstance(node, FactOp) and node.known is not None and not packs.facts[node.fact].closed:
            yield f"`known` of {node.fact}{where}"
        if isinstance(node, LicenceOp) and node.licence.stated is not None:
            yield f"`stated`{where}"


def _facts(op: object, packs: Knowledge) -> Iterator[str]:
    for _, node in _parts(op, packs):
        if isinstance(node, FactOp):
            yield from node.facts


def _instrument(text: Instrument) -> Iterator[Fault]:
    for key, clause in text.clauses.items():
        spans = sorted((v.start, v.end) for v in clause.versions)
        for start, end in spans:
            if start >= end:
                yield Fault(None, f"{text.id} {key}: a version ends before it starts", "correct the dates")
        for (_, end), (start, _) in itertools.pairwise(spans):
            if start < end:
                yield Fault(
                    None,
                    f"{text.id} {key}: two versions overlap at {start}",
                    "let one end where the next starts",
                )
        for version in clause.versions:
            if not version.held and version.fingerprint:
                yield Fault(
                    None,
                    f"{text.id} {key}: a text that is not held has a fingerprint",
                    "remove one of the two",
                )


def _governance(packs: Knowledge) -> Iterator[Fault]:
    for key, provider in packs.registry.providers.items():
        for row in provider.governed:
            for name in row.instruments:
                if name not in packs.instruments:
                    yield Fault(
                        None,
                        f"provider {key}: no instrument {name!r} is loaded",
                        "add it, or correct the name",
                    )
    for licence in packs.registry.licences.values():
        if licence.instrument and licence.instrument not in packs.instruments:
            what = f"licence {licence.id}: no instrument {licence.instrument!r} is loaded"
            yield Fault(None, what, "add it, or correct the name")


def _substitutes(packs: Knowledge) -> Iterator[Fault]:
    """Licences that are named are in the registry, others say why not, and marks say what stands behind."""
    for file in packs.registry.substitutes:
        for one in file.substitutes:
            if one.licence is not None and one.licence not in packs.registry.licences:
                what = f"substitute {one.id}: no licence {one.licence!r} is in the registry"
                yield Fault(None, what, "add it, or correct the name")
            if one.licence is None and one.licence_note is None:
                what = f"substitute {one.id}: says nothing of its licence"
                yield Fault(None, what, "add `licence`, or a `licence_note`")
            if {one.weights, one.outputs} & set(FOUND) and one.behind is None:
                what = f"substitute {one.id}: is marked, and does not say for what"
                yield Fault(None, what, "say in `behind` what stands behind it")


def _coverage(packs: Knowledge, folders: Sequence[pathlib.Path]) -> Iterator[Fault]:
    shown: dict[str, set[str]] = {}
    for path in files(folders):
        try:
            stories, _ = read_situations(path)
        except ComplianceError as error:
            yield from error.faults
            continue
        for story in stories.situations:
            shown.setdefault(story.rule, set()).add(story.shows)
        for exemption in stories.exempt:
            shown.setdefault(exemption.rule, set()).add(exemption.shows)
    for _, rule in packs.rules():
        lacking = [kind for kind in ALL_SHOWS if kind not in shown.get(rule.id, set())]
        if lacking and rule.status != "draft":
            what = f"{rule.id}: no situation that {', '.join(lacking)}"
            yield Fault(None, what, "write it in tests/rules, or exempt it there with the reason")
