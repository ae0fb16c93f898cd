"""Explain one rule: what it says, which texts it reads, what it asks on each reading, and where it ends."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from compliance.model.packs.instrument import Clause, Instrument, Version
from compliance.model.packs.operator import Op
from compliance.model.packs.reasons import reasons_of
from compliance.model.packs.rule import Cite, Definition, FactEntry, Pack, Reasons, Rule
from compliance.render.explain.facts import selector_words
from compliance.render.explain.operators import DATE_PHRASE, PARTY_PHRASE, THREE, describe
from compliance.render.view import words
from compliance.render.view.actions import action
from compliance.render.view.evidence import version_words
from compliance.render.view.words import clean, sentence

STATUS_WORD = {
    "draft": "Draft: not yet reviewed.",
    "in-force": "In force.",
    "proposed": "Proposed law: it is shown in the section “If enacted” and never fails a check.",
    "withdrawn": "Withdrawn.",
    "soft-law": "Guidance: it binds nobody by itself.",
}
BASIS_WORD = {
    "printed": "",
    "recorded": "date from a record of changes",
    "earliest-capture": "date of the earliest capture; it may be older",
    "or-earlier": "or earlier",
    "assumed": "date assumed",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an explanation; a lead, if it has one, stands in front."""

    text: str
    lead: str = ""
    indent: int = 0


_EXCEPTIONS = (
    Line("Where the rule is read broadly its exceptions are read narrowly, and the other way round."),
)


@dataclass(frozen=True, slots=True)
class Section:
    """One titled part of an explanation."""

    title: str
    lines: tuple[Line, ...]


def explain_rule(
    rule: Rule,
    pack: Pack,
    instruments: Mapping[str, Instrument],
    definitions: Mapping[str, Definition],
    *,
    facts: Mapping[str, FactEntry] | None = None,
    as_of: dt.date | None = None,
) -> tuple[Section, ...]:
    """Put a rule into words.

    Args:
        rule: The rule.
        pack: The pack that it belongs to.
        instruments: The texts, by id.
        definitions: The shared definitions, by id.
        facts: The fact catalogue, if the questions are to be shown in its words.
        as_of: The date from which the age of records is told; None leaves ages out.
    """

    def elements(ops: Mapping[str, Op]) -> tuple[Line, ...]:
        return tuple(
            line
            for name, op in ops.items()
            for line in _element(name, op, definitions, facts or {}, reasons_of(rule, name, definitions, ()))
        )

    sections = (
        Section("What it says", (Line(clean(rule.says)),)),
        Section("Standing", tuple(_standing(rule, pack))),
        Section("Of single texts", tuple(_of_single_texts(rule, instruments))),
        Section("Who and what is asked", tuple(_asked(rule))),
        Section("It bites where all of these hold", elements(rule.when)),
        Section("Unless", (*elements(rule.unless), *_EXCEPTIONS[: bool(rule.unless)])),
        Section("Texts", tuple(line for cite in rule.cites for line in _text(cite, instruments, as_of))),
        Section("What may follow", (Line(clean(rule.consequence)),)),
        Section("What to do", tuple(Line(action(item).sentence, "·") for item in rule.what_to_do)),
        Section("What it does not cover", (Line(clean(rule.does_not_cover)),)),
        Section("What answers turn on", tuple(Line(sentence(words.turn_phrase(w)), "·") for w in rule.turns)),
        Section("Note", (Line(words.DISCLAIMERS[0]),)),
    )
    title = Section(f"{clean(rule.id)}: {clean(rule.title)}", ())
    return (title, *(section for section in sections if section.lines))


def _of_single_texts(rule: Rule, instruments: Mapping[str, Instrument]) -> Iterator[Line]:
    """What the rule says of some of its texts alone, under the titles of these."""
    for one in rule.besides:
        titles = dict.fromkeys(instruments[key].title if key in instruments else key for key in one.of)
        said = (
            one.says or "",
            f"What may follow: {one.consequence}" if one.consequence else "",
            f"Not covered: {one.does_not_cover}" if one.does_not_cover else "",
            f"Clear because: {one.clear_because}" if one.clear_because else "",
        )
        yield Line(clean(": ".join(filter(None, ("; ".join(titles), " ".join(filter(None, said)))))), "·")
        for name, reasons in one.because.items():
            for reading, told in reasons.of():
                yield Line(f"{clean(name).replace('-', ' ')}: {clean(told)}", f"{reading:<6}", 1)


def render_explanation(sections: tuple[Section, ...], width: int = 100) -> str:
    """Return an explanation as plain text of the given width."""
    blocks = []
    for section in sections:
        lines = [line for item in section.lines for line in _wrapped(item, width)]
        blocks.append("\n".join([section.title, *lines]))
    return "\n\n".join(blocks) + "\n"


def _wrapped(line: Line, width: int) -> list[str]:
    indent = " " * (2 + 2 * line.indent)
    first = f"{indent}{line.lead} " if line.lead else indent
    return textwrap.wrap(
        line.text,
        max(width, 40),
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_on_hyphens=False,
    )


def _standing(rule: Rule, pack: Pack) -> Iterator[Line]:
    until = f" Until {clean(rule.until)}." if rule.until else ""
    yield Line(f"{STATUS_WORD[rule.status]}{until}")
    yield Line(
        f"{sentence(words.NORM_WORD[rule.norm])} The text counts as it stood {DATE_PHRASE[rule.time]}."
    )
    family = clean(rule.family or pack.pack.family)
    yield Line(
        f"Pack {clean(pack.pack.id)} {clean(pack.pack.version)}, {clean(pack.pack.title)}; family {family}."
    )


def _asked(rule: Rule) -> Iterator[Line]:
    about = rule.about
    if about.source is not None:
        yield Line(f"Once for each source behind a release that is {selector_words(about.source)}.")
    elif about.release is not None:
        yield Line(f"Once for each release that is {selector_words(about.release)}.")
    yield Line(f"Of {words.listed([PARTY_PHRASE[party] for party in rule.parties])}.")


def _element(
    name: str,
    op: Op,
    definitions: Mapping[str, Definition],
    facts: Mapping[str, FactEntry],
    reasons: Reasons,
) -> Iterator[Line]:
    title = clean(name).replace("-", " ")
    told = [describe(op, reading, definitions, facts) for reading in THREE]
    if len(set(told)) == 1:
        yield Line(f"{title}: {told[0]}", "·")
    else:
        yield Line(title, "·")
        for reading, text in zip(THREE, told, strict=True):
            yield Line(text, f"{reading:<6}", 1)
            yield from (
                Line(clean(words), "rests on", 2) for given, words in reasons.of() if given == reading
            )
    definition = definitions.get(getattr(op, "definition", ""))
    if definition is not None:
        yield Line(f"{clean(definition.title)}. {clean(definition.folds)}", "why   ", 1)


def _text(cite: Cite, instruments: Mapping[str, Instrument], as_of: dt.date | None) -> Iterator[Line]:
    reference = f"{clean(cite.instrument)}#{clean(cite.clause)}"
    instrument = instruments.get(cite.instrument)
    if instrument is None:
        yield Line(f"{reference}: the text is not held.", "·")
        return
    clause = instrument.clauses.get(cite.clause)
    head = f"{clean(instrument.title)} ({words.FORCE_WORD[instrument.force]})"
    if clause is None:
        yield Line(f"{head}: no clause {clean(cite.clause)} is recorded.", "·")
        return
    known = f"{words.ASSURANCE_WORD[instrument.assurance]}, {words.age_words(instrument.verified_on, as_of)}"
    yield Line(f"{head}, {clean(clause.locator)}: {clean(clause.paraphrase)}", "·")
    yield Line(f"{reference}; {known}" + (f"; {clean(instrument.url)}" if instrument.url else ""), indent=1)
    yield from _timeline(clause)
    if clause.ambiguities:
        yield Line(f"Not settled: {clean(clause.ambiguities)}", indent=1)


def _timeline(clause: Clause) -> Iterator[Line]:
    for version in sorted(clause.versions, key=lambda version: version.start):
        yield Line(_version(version), "-", 1)


def _version(version: Version) -> str:
    notes = [
        BASIS_WORD[version.from_basis],
        "" if version.held else words.CLAUSE_STATUS["not-held"],
        words.ASSURANCE_WORD[version.assurance] if version.assurance else "",
        clean(version.note or ""),
    ]
    told = "; ".join(note for note in notes if note)
    return version_words(version.from_, version.to) + (f" ({told})" if told else "")
