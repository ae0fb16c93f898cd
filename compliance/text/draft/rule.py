"""A skeleton of a rule for a clause: its elements follow the tags, and whoever reads the text completes it."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from compliance.errors import Fault, UsageError, shortened
from compliance.model.packs.clause_text import TaggedClause
from compliance.model.packs.instrument import Instrument
from compliance.model.packs.rule import FORMAT
from compliance.model.packs.situation import ALL_SHOWS

__all__ = ["Draft", "draft_of_record", "draft_of_text", "rule_yaml", "situations_yaml"]

_TODO = "To be written in words of your own"
_REACH = {
    "reach": {
        "narrow": ["student"], "plain": ["student", "copy"], "broad": ["student", "copy", "descendant", "signal"],
    }
}  # fmt: skip
_BOUND = {"definition": "privity/provider-terms"}
_ELEMENTS: Mapping[str, Mapping[str, Any]] = {
    "train-competing": {
        "output-used": _REACH, "bound": _BOUND, "competes": {"definition": "competes/general-purpose"},
    },
    "train-any": {"output-used": _REACH, "bound": _BOUND, "trains": {"definition": "any-model/own"}},
    "compete": {"bound": _BOUND, "competes": {"definition": "competes/similar-function"}},
    "distil-extract": {"output-used": _REACH, "bound": _BOUND, "trains": {"definition": "any-model/trained"}},
    "bypass-safeguards": {"bound": _BOUND, "bypassed": {"fact": "step.safeguards_bypassed", "is": True}},
    "identity-region": {
        "bound": _BOUND,
        "access": {
            "any": [
                {"fact": "step.false_identity", "is": True}, {"fact": "step.ban_evaded", "is": True},
                {"fact": "step.location_masked", "is": True},
            ]
        },
    },
}  # fmt: skip
_SAME_TOPIC = {
    "scrape-automated": "scrape-automate", "account-identity": "identity-region", "region-access": "identity-region",
    "resale": "resale-access",
}  # fmt: skip
_NORMS = frozenset(("prohibition", "obligation", "permission"))


@dataclass(frozen=True, slots=True)
class Draft:
    """What a skeleton is made of."""

    instrument: str
    clause: str
    """Id of the clause record, or empty where there is none yet."""
    title: str
    provider: str
    norm: str
    topics: tuple[str, ...]
    says: str
    notes: tuple[str, ...]
    """What was seen in the text, for comments over the rule."""


def draft_of_record(
    text: Instrument, key: str, tagged: Sequence[TaggedClause], providers: Collection[str]
) -> Draft:
    """Draft a rule for a recorded clause, with the tags of its words where its text is held.

    Raises:
        UsageError: If the text has no such clause.
    """
    clause = text.clauses.get(key)
    if clause is None:
        what = f"{text.id} has no clause {shortened(key)!r}"
        raise UsageError(Fault(None, what, f"choose one of {', '.join(sorted(text.clauses)[:20]) or 'none'}"))
    found = tuple(sorted({topic for each in tagged for topic in each.topics}))
    topics = found or (_SAME_TOPIC.get(clause.topic, clause.topic),)
    notes = (f"recorded as {clause.topic}, {clause.norm}, at {clause.locator}", *_seen(tagged))
    owner = text.id.partition("/")[0]
    return Draft(
        text.id, key, f"{clause.topic} in {text.title}"[:300], owner if owner in providers else "", clause.norm, topics,
        clause.paraphrase, notes,
    )  # fmt: skip


def draft_of_text(tagged: TaggedClause, origin: str, provider: str = "") -> Draft:
    """Draft a rule for a clause of a text that is not recorded yet."""
    notes = (f"read at {origin}, line {tagged.clause.line}", *_seen([tagged]))
    says = f"{_TODO}: what the clause says."
    return Draft(
        "", "", "A clause that is not recorded yet", provider, tagged.norm, tagged.topics, says, notes
    )


def _seen(tagged: Sequence[TaggedClause]) -> list[str]:
    notes = []
    for each in tagged:
        notes += [f"tag {one.topic}: {one.norm}, binds the {one.bound} ({one.tier})" for one in each.tags]
        notes += [
            f"exception: {len(words.split())} words, to be modelled under unless"
            for words in each.details.exceptions
        ]
        notes += [f"condition: {len(words.split())} words" for words in each.details.conditions]
        notes += [f"threshold, {one.kind}: {one.words}" for one in each.details.thresholds]
    return notes


def rule_yaml(draft: Draft) -> str:
    """Return the pack that holds the drafted rule; nothing in it is ever in force by itself."""
    name = (
        re.sub(r"[^a-z0-9]+", "-", f"{draft.instrument} {draft.clause}".lower()).strip("-")
        or "unrecorded-clause"
    )
    pack = {
        "format": FORMAT,
        "id": f"draft-{name}"[:100],
        "title": f"Draft: {draft.title}"[:300],
        "family": f"provider-terms:{draft.provider}" if draft.provider else "provider-terms",
        "version": "0",
        "history": ["0: drafted from the tags, not read yet"],
    }
    notes = "".join(f"# {shortened(note, 200)}\n" for note in draft.notes)
    head = "# A draft: complete it, write its situations, then set the status. It is not put to any release as it is.\n"
    told = {"pack": pack, "rules": [_rule(draft, name)]}
    return head + notes + yaml.safe_dump(told, sort_keys=False, allow_unicode=True, width=110)


def _rule(draft: Draft, name: str) -> dict[str, Any]:
    norm = (
        draft.norm if draft.norm in _NORMS and (draft.clause or draft.norm != "permission") else "prohibition"
    )
    rule: dict[str, Any] = {"id": f"draft/{name}", "title": draft.title, "status": "draft", "norm": norm}
    if draft.clause:
        rule["cites"] = [{"instrument": draft.instrument, "clause": draft.clause}]
    source = {"kind": "service", **({"provider": draft.provider} if draft.provider else {})}
    return rule | {
        "about": {"source": source},
        "parties": ["caller", "releaser"],
        "when": _when(draft.topics),
        "unless": {"permitted": {"definition": "permitted/by-provider"}},
        "says": draft.says,
        "consequence": f"{_TODO}: what the text lets the provider do.",
        "what_to_do": ["obtain-permission", "replace-input", "supply-fact"],
        "does_not_cover": f"{_TODO}: what the clause leaves free.",
    }


def _when(topics: Sequence[str]) -> dict[str, Any]:
    when: dict[str, Any] = {}
    for topic in topics:
        when.update(_ELEMENTS.get(topic, {}))
    if not when:
        when = {"bound": _BOUND}
    unknown = [topic for topic in topics if topic not in _ELEMENTS]
    if unknown:
        why = f"the elements of {', '.join(unknown)} are to be written"
        when["to-complete"] = {"always": "unknown", "because": why[:300]}
    copied: dict[str, Any] = json.loads(json.dumps(when))  # so that no anchor is written
    return copied


def situations_yaml(draft: Draft, as_of: str) -> str:
    """Return the situations that have to be completed before the rule may leave its draft."""
    name = yaml.safe_load(rule_yaml(draft))["rules"][0]["id"]
    source = {
        "kind": "service",
        "name": "to be named",
        **({"provider": draft.provider} if draft.provider else {}),
    }
    stories = [
        {
            "name": f"To be completed: one that {shows}",
            "rule": name,
            "shows": shows,
            "as_of": as_of,
            "manifest": {
                "artifacts": {"api": dict(source), "rows": {"kind": "dataset"}, "m": {"kind": "model"}},
                "steps": [
                    {"id": "gen", "kind": "generate", "inputs": {"teacher": "api"}, "outputs": ["rows"]},
                    {"id": "tune", "kind": "finetune", "inputs": {"data": "rows"}, "outputs": ["m"]},
                ],
                "releases": [{"artifact": "m", "date": as_of}],
            },
            "expect": [{"source": "api", "position": _EXPECTED[shows]}],
        }
        for shows in ALL_SHOWS
    ]
    return yaml.safe_dump({"situations": stories}, sort_keys=False, allow_unicode=True, width=110)


_EXPECTED = {
    "breaches": "breach", "keeps": "clear", "turns-on-a-reading": "arguable", "lacks-a-fact": "needs-facts",
}  # fmt: skip
