"""Usage terms in Croissant and DCAT: codes of the Data Use Ontology, policies in ODRL. What these limit is stated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from compliance.acquire.found import Found
from compliance.acquire.tree import line_of, mapping, texts
from compliance.model.declared.sighting import Lost, Statement
from compliance.model.shapes.location import Location

FIELDS = ("usageInfo", "sc:usageInfo", "schema:usageInfo", "cr:consentCode", "consentCode", "duo:consentCode",
          "odrl:hasPolicy", "hasPolicy", "obo:DUO_0000010")  # fmt: skip
_DUO = re.compile(r"(?i)\bDUO[_:](0{3}\d{4})\b")
_CODES: Mapping[str, str] = {
    "0000004": "no restriction", "0000006": "health, medical or biomedical research", "0000007": "one disease",
    "0000010": "one disease or group that is named beside it",
    "0000011": "population origins or ancestry research", "0000012": "a kind of research",
    "0000014": "research on one kind of thing", "0000015": "no development of methods",
    "0000016": "genetic studies", "0000018": "non-commercial use by organisations not for profit",
    "0000019": "publication required", "0000020": "collaboration required", "0000021": "approval of ethics required",
    "0000022": "some regions", "0000024": "not before a date", "0000025": "until a date", "0000026": "named users",
    "0000027": "one project", "0000028": "one institution", "0000029": "results are to be returned",
    "0000042": "general research", "0000043": "clinical care", "0000044": "no research on ancestry",
    "0000045": "organisations not for profit", "0000046": "non-commercial use",
}  # fmt: skip
"""Codes with what they limit the use to, in our words."""
_NON_COMMERCIAL = frozenset({"0000018", "0000046"})
_FREE = "0000004"
_FORBIDS = ("odrl:prohibition", "prohibition", "http://www.w3.org/ns/odrl/2/prohibition")
_COMMERCE = re.compile(r"(?i)\b(?:odrl:|[\w/#:.-]*[/#])?(?:commercial(?:ize|ise|use)?|sell)$")
_DEEP = 12


def read_usage(told: Mapping[str, Any], name: str, found: Found) -> None:
    """Take what a data set's usage terms say: non-commercial is a statement of licence, the rest is told as lost."""
    for field in FIELDS:
        if field not in told:
            continue
        _codes(told[field], name, found)
        for rule in _rules(told[field], 0):
            actions = [one for value in rule.values() for one in _texts(value, 0)]
            if any(_COMMERCE.search(one) for one in actions):
                _state("ODRL, prohibition of commercial use", line_of(rule), name, found)
        if not _understood(told[field]):
            what = f"{field} is left out: terms of use that a manifest has no word for"
            found.lost.append(Lost(Location(name, line_of(told[field]), 1), what))


def _texts(node: Any, depth: int) -> Iterator[str]:
    """Every text within a value."""
    if depth > _DEEP:
        return
    yield from texts(node)
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for one in inner:
        if isinstance(one, dict | list):
            yield from _texts(one, depth + 1)
        elif isinstance(one, str) and isinstance(node, dict):
            yield one


def _codes(value: Any, name: str, found: Found) -> None:
    seen: set[str] = set()
    for text in _texts(value, 0):
        for code in _DUO.findall(text):
            if code in seen or code == _FREE:
                continue
            seen.add(code)
            meant = _CODES.get(code, "a use that is not known here")
            if code in _NON_COMMERCIAL:
                _state(f"DUO:{code}, {meant}", line_of(text), name, found)
            else:
                what = f"DUO:{code} ({meant}) has no place here"
                found.lost.append(Lost(Location(name, line_of(text), 1), what))


def _state(words: str, line: int, name: str, found: Found) -> None:
    found.statements.append(Statement("licence", "", "non-commercial", Location(name, line, 1), words))


def _rules(node: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    """Every prohibition within a policy."""
    if depth > _DEEP:
        return
    if isinstance(node, list):
        for one in node:
            yield from _rules(one, depth + 1)
    for key, value in mapping(node).items():
        if key in _FORBIDS:
            yield from (
                one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)
            )
        else:
            yield from _rules(value, depth + 1)


def _understood(value: Any) -> bool:
    """Whether the terms are nothing but codes, or hold a prohibition that was stated."""
    told = list(_texts(value, 0))
    return any(_DUO.search(one) for one in told) or any(
        _COMMERCE.search(one) for rule in _rules(value, 0) for one in _texts(rule, 0)
    )
