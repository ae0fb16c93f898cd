"""The rules of a report as SARIF reporting descriptors: what a rule says, what to do, on which text it rests."""

from __future__ import annotations

import re
from typing import Any

from compliance.errors import shortened
from compliance.model.answered.finding import Finding
from compliance.model.answered.report import COUNTED, Report
from compliance.render.markdown_text import escape, link
from compliance.render.view.card import Card
from compliance.render.view.evidence import ClauseLine
from compliance.render.view.report_view import View
from compliance.render.view.words import clean, closed

RULES = 25_000
"""Rules of a run that GitHub takes."""
NAME_LENGTH = 255
DESCRIPTION_LENGTH = 1_024
HELP_LENGTH = 8_000
TAGS = 10
"""Tags of a rule that GitHub shows; it takes twice as many."""
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:/[A-Za-z0-9._~/%?=&+,;@!-]*)?")
_PRECISION = {"full-text": "high", "quoted": "medium"}
_OWN = (
    (
        "compliance/not-covered",
        "Name of which no loaded rule or text speaks",
        "Something in the lineage has no terms, licence or rule in the loaded packs; that is no clearance.",
        "State its licence or its provider in the manifest, load a pack that covers it, or allow it with "
        "--allow not-covered.",
    ),
    (
        "compliance/not-evaluated",
        "Release that no loaded rule could be put to",
        "Nothing was checked for the release, so nothing can be said of it.",
        "Load packs that cover what it was made from.",
    ),
)


def rules_of(report: Report, view: View) -> list[dict[str, Any]]:
    """Return every rule that was asked, whatever it found, by id; GitHub closes an alert only of a rule it knows."""
    first: dict[str, Card] = {}
    for card in sorted(view.cards, key=lambda card: (card.finding.rule, card.finding.identity)):
        first.setdefault(card.rule, card)
    rules = [_descriptor(card, report) for card in first.values()]
    rules += [_own(*words) for words in _OWN]
    notable = {"compliance/not-covered", "compliance/not-evaluated"}
    rules.sort(key=lambda rule: (rule["id"] not in notable, rule["id"]))
    return sorted(rules[:RULES], key=lambda rule: str(rule["id"]))


def _descriptor(card: Card, report: Report) -> dict[str, Any]:
    finding = card.finding
    plain, marked = _help(card)
    descriptor: dict[str, Any] = {
        "id": card.rule,
        "name": shortened(card.title, NAME_LENGTH),
        "shortDescription": {"text": shortened(card.title, DESCRIPTION_LENGTH)},
        "fullDescription": {"text": shortened(card.says or card.title, DESCRIPTION_LENGTH)},
        "help": {"text": plain, "markdown": marked},
        "defaultConfiguration": {"level": "warning" if finding.force in COUNTED else "note"},
        "properties": {
            "tags": _tags(finding),
            "precision": _PRECISION.get(finding.assurance, "low"),
            "problem.severity": "warning" if finding.force in COUNTED else "recommendation",
        },
    }
    addresses = [clause.url for clause in card.clauses if clause.url and _ADDRESS.fullmatch(clause.url)]
    if addresses:
        descriptor["helpUri"] = addresses[0]
    return descriptor


def _own(rule: str, title: str, meaning: str, to_do: str) -> dict[str, Any]:
    return {
        "id": rule,
        "name": title,
        "shortDescription": {"text": title},
        "fullDescription": {"text": meaning},
        "help": {"text": f"{meaning} {to_do}", "markdown": f"{escape(meaning)}\n\n{escape(to_do)}"},
        "defaultConfiguration": {"level": "warning"},
        "properties": {"tags": ["coverage"], "precision": "high", "problem.severity": "warning"},
    }


def _tags(finding: Finding) -> list[str]:
    words = (finding.family, finding.norm, finding.force, finding.assurance)
    return list(dict.fromkeys(shortened(clean(word), 100) for word in words if word))[:TAGS]


def _help(card: Card) -> tuple[str, str]:
    """The same as plain text and as Markdown."""
    parts = [
        ("Says", card.says),
        ("At stake", card.consequence),
        ("Not about", card.does_not_cover),
        ("What it is", f"{card.norm}, {card.force}; {card.assurance}"),
    ]
    parts = [(label, closed(text)) for label, text in parts if text]
    actions = [action.sentence for action in card.actions]
    plain = [f"{label}: {text}" for label, text in parts]
    marked = [f"**{label}.** {escape(text)}" for label, text in parts]
    plain += [f"Text: {_clause(clause)}" for clause in card.clauses]
    marked += [
        f"**Text.** {link(clause.title, clause.url)}, {escape(_rest(clause))}" for clause in card.clauses
    ]
    if actions:
        plain.append(f"To do: {' '.join(actions)}")
        marked.append("**To do.**\n\n" + "\n".join(f"- {escape(action)}" for action in actions))
    return _cut("\n".join(plain)), _cut("\n\n".join(marked))


def _clause(clause: ClauseLine) -> str:
    return f"{clause.title}, {_rest(clause)}"


def _rest(clause: ClauseLine) -> str:
    return f"{clause.locator}: {clause.version}; {clause.assurance}, {clause.verified}."


def _cut(text: str) -> str:
    """Whole lines of a long text, so that no markup is cut in two."""
    if len(text) <= HELP_LENGTH:
        return text
    kept = text[:HELP_LENGTH].rpartition("\n")[0]
    return f"{kept}\n…" if kept else shortened(text, DESCRIPTION_LENGTH)
