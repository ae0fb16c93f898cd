"""Print a report as JUnit XML for test dashboards: a suite per release, a case per rule, source and party.

A case fails if it keeps the check from passing. It is skipped, with the reason, if it does not count or was allowed to
stay undecided. Nothing is timed, so that the same report gives the same bytes.
"""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree as ET

from compliance.errors import printable, shortened
from compliance.model.answered.report import COUNTED, Report
from compliance.model.packs.truth import Position
from compliance.render.view.card import Card
from compliance.render.view.notable import Notice, notices, place
from compliance.render.view.report_view import View
from compliance.render.view.verdict import is_screen
from compliance.render.view.words import GATE_WORD, clean, sentence

NAME_LENGTH = 500
_INVALID = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PASSED = (Position.CLEAR, Position.REMOTE, Position.ARGUABLE)
"""Positions that a gate can let through because they were decided."""


def render_junit(report: Report, view: View, source: str | None = None) -> str:
    """Return the report as JUnit XML.

    Args:
        report: The report.
        view: The same in words.
        source: How the manifest is called from the root of its repository, if that is known.
    """
    root = ET.Element("testsuites", {"name": _valid(f"compliance: {view.title}")})
    for release in view.releases:
        cards = [card for card in view.cards if clean(card.finding.release) == release.id]
        suite = _suite(root, release.name, release.id, view)
        for card in cards:
            _case(suite, card, report, source)
    known = {release.id for release in view.releases}
    strays = [card for card in view.cards if clean(card.finding.release) not in known]
    found = notices(report, view)
    if strays or found:
        suite = _suite(root, "coverage", "coverage", view)
        for card in strays:
            _case(suite, card, report, source)
        for notice in found:
            _notice(suite, notice, report, source)
    for suite in root:
        _count(suite, list(suite.iter("testcase")))
    _count(root, list(root.iter("testcase")))
    return _text(root)


def _suite(root: ET.Element, name: str, package: str, view: View) -> ET.Element:
    suite = ET.SubElement(root, "testsuite", {"name": _valid(name), "package": _valid(package)})
    properties = ET.SubElement(suite, "properties")
    told = {
        "as-of": view.as_of,
        "gate": view.verdict.gate,
        "manifest": view.manifest,
        "manifest-sha256": view.manifest_sha256,
        "tool": view.tool,
        "verdict": view.verdict.line,
        "answer": " ".join(answer.sentence for answer in view.answers),
    }
    for key, value in told.items():
        ET.SubElement(properties, "property", {"name": key, "value": _valid(value)})
    for warning in view.warnings:
        ET.SubElement(properties, "property", {"name": "warning", "value": _valid(warning)})
    return suite


def _case(suite: ET.Element, card: Card, report: Report, source: str | None) -> None:
    where = place(card.location, report, source)
    case = ET.SubElement(
        suite,
        "testcase",
        {
            "name": _valid(f"{card.title}: {card.short_subject}, {card.party} as {card.finding.party}"),
            "classname": _valid(card.rule),
            "file": _valid(printable(where.file)),
            "line": str(where.line),
            "time": "0",
        },
    )
    why = _skipped(card, report)
    if card.open:
        failure = ET.SubElement(case, "failure", {"type": card.position.value, "message": _short(card)})
        failure.text = _valid("\n".join(_details(card)))
    elif why:
        ET.SubElement(case, "skipped", {"message": _valid(f"{why} {_short(card)}")})
    else:
        ET.SubElement(case, "system-out").text = _valid(f"{card.position_word}: {card.reason}")


def _skipped(card: Card, report: Report) -> str:
    """Why a finding that is not open was not passed either; empty where it was."""
    if card.position is Position.NOT_APPLICABLE:
        return "Does not apply."
    if card.finding.force not in COUNTED:
        return f"Not counted: {card.force}."
    if not card.finding.own:
        return "Not counted: the position of another."
    if card.position is Position.CLEAR:
        return ""
    if card.state == "waived":
        return f"{card.waiver or 'Waived'}."
    if report.gate == "never":
        return "Not counted: the gate is off."
    if card.position in _PASSED:
        return ""
    decided = getattr(card.finding.readings, report.gate).decided
    if card.position is Position.NEEDS_FACTS and decided:
        return f"Undecided on a wider reading, not {GATE_WORD[report.gate]}."
    return "Allowed, as asked for."


def _short(card: Card) -> str:
    return _valid(f"{card.position_word}: {card.reason}")


def _details(card: Card) -> list[str]:
    lines = [card.subject, f"Why: {card.reason}"]
    for row in card.elements:
        cells = ", ".join(f"{cell.reading} {cell.word}" for cell in row.cells)
        lines.append(f"{'unless ' if row.exception else ''}{row.name}: {cells}. {row.sentence}")
    lines += [f"Route: {route} ({route.reach_words}; {route.depth_words})" for route in card.routes]
    lines += [f"Turns on: {text}" for text in card.turns]
    lines += [f"Asks: {item.question} {sentence(item.effect)}".rstrip() for item in card.questions]
    lines += [f"Clause: {clause.title}, {clause.locator}: {clause.version}" for clause in card.clauses]
    lines += [f"To do: {action.sentence}" for action in card.actions]
    lines += [card.waiver] if card.waiver else []
    screen = ["This asks how access was obtained."] if is_screen(card.finding) else []
    return [*lines, *screen, f"Where: {card.location or card.origin}"]


def _notice(suite: ET.Element, item: Notice, report: Report, source: str | None) -> None:
    where = place(item.location, report, source)
    case = ET.SubElement(
        suite,
        "testcase",
        {
            "name": _valid(f"{item.title}: {item.subject}"),
            "classname": item.rule,
            "file": _valid(printable(where.file)),
            "line": str(where.line),
            "time": "0",
        },
    )
    kind = item.rule.rpartition("/")[2]
    if item.counts:
        ET.SubElement(case, "failure", {"type": kind, "message": _valid(item.text)}).text = _valid(item.text)
    else:
        ET.SubElement(case, "skipped", {"message": _valid(f"Allowed, as asked for. {item.text}")})


def _count(element: ET.Element, cases: list[ET.Element]) -> None:
    numbers = {
        "tests": len(cases),
        "failures": sum(case.find("failure") is not None for case in cases),
        "errors": 0,
        "skipped": sum(case.find("skipped") is not None for case in cases),
    }
    for key, number in numbers.items():
        element.set(key, str(number))
    element.set("time", "0")


def _valid(text: str) -> str:
    """Text of characters that XML may hold, and of bearable length."""
    return _INVALID.sub("", shortened(text, NAME_LENGTH) if "\n" not in text else text)


def _text(root: ET.Element) -> str:
    ET.indent(root)
    stream = io.BytesIO()
    ET.ElementTree(root).write(stream, encoding="utf-8", xml_declaration=True)
    return stream.getvalue().decode() + "\n"
