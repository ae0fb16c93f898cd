"""Adding a fact never flips a position that was decided.

A manifest is thinned: some of its facts are left out or written as unknown. Where the thin one is decided, the full one
says the same; where it is not, the full one lies within its range. Outside the law, and said so where they are defined:

- facts of which the catalogue says that their absence says no (`closed`), `known`, `licence: {stated}` and `conflict`,
  which ask what is stated and not what is so;
- rules that are only asked where a fact is stated (`asked_if`): before it is, they say nothing;
- structure and identity, which are required: artifacts, steps, names, providers, licences of sources, countries;
- the release date: a release without one is taken to be made on the as-of day.
"""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from compliance.evaluate import evaluate
from compliance.model.answered.finding import Evaluation, Finding
from compliance.model.declared.manifest import Manifest
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.truth import SCALE, Position
from compliance.resolve import resolve
from tests.evaluate.world import AS_OF, world
from tests.strategies import manifest_data, rules

Path = tuple[str | int, ...]
_OF_RELEASE = ("function", "access", "commercial", "markets", "notices", "license_copies")


def facts_of(data: dict[str, Any], closed: frozenset[str]) -> list[Path]:
    """Where the manifest states facts that it could have left out."""
    found: list[Path] = []
    publisher: Path = ("publisher",)
    found += [(*publisher, key) for key in ("kind",) if key in data["publisher"]]
    for place, holder in (
        (publisher, data["publisher"]),
        *((("parties", key), party) for key, party in data["parties"].items()),
    ):
        found += [(*place, "accepted", key) for key in holder.get("accepted", {})]
        found += [
            (*place, "facts", key)
            for key in holder.get("facts", {})
            if not {f"publisher.{key}", f"party.{key}"} & closed
        ]
    for key, artifact in data["artifacts"].items():
        found += [("artifacts", key, name) for name in ("route", "plan", "released") if name in artifact]
        found += [
            ("artifacts", key, "facts", name)
            for name in artifact.get("facts", {})
            if f"source.{name}" not in closed
        ]
    for n, step in enumerate(data["steps"]):
        found += [("steps", n, name) for name in ("period", "route", "plan") if name in step]
        found += [("steps", n, "facts", name) for name in step["facts"] if f"step.{name}" not in closed]
    for n, release in enumerate(data["releases"]):
        found += [("releases", n, name) for name in _OF_RELEASE if name in release]
        found += [
            ("releases", n, "facts", name) for name in release["facts"] if f"release.{name}" not in closed
        ]
    return found


def thinned(data: dict[str, Any], left_out: list[Path]) -> dict[str, Any]:
    """The manifest without these facts."""
    thin = copy.deepcopy(data)
    for path in left_out:
        holder: Any = thin
        for part in path[:-1]:
            holder = holder[part]
        del holder[path[-1]]
    return thin


@st.composite
def pairs(
    draw: st.DrawFn, closed: frozenset[str] = frozenset({"step.incident"})
) -> tuple[Manifest, Manifest, Any]:
    """A full manifest, a thin one, and what was left out."""
    data = draw(manifest_data())
    facts = facts_of(data, closed)
    left_out = draw(st.lists(st.sampled_from(facts), unique=True, min_size=1, max_size=6)) if facts else []
    return Manifest.model_validate(data), Manifest.model_validate(thinned(data, left_out)), left_out


def by_key(found: Evaluation) -> dict[tuple[str, ...], Finding]:
    return {(f.rule, f.release, f.source or "", f.party, f.party_name): f for f in found.findings}


def flips(full: Manifest, thin: Manifest, knowledge: Knowledge) -> list[str]:
    """Findings in which the full manifest contradicts the thin one."""
    of_full, of_thin = (
        by_key(evaluate(resolve(one, knowledge.registry), knowledge, AS_OF)) for one in (full, thin)
    )
    only_if_asked = {rule.id for _, rule in knowledge.rules() if rule.asked_if is not None}
    found = []
    for key in sorted(of_full.keys() | of_thin.keys()):
        if key not in of_thin and key[0] in only_if_asked:
            continue
        before, after = ends(of_thin.get(key)), ends(of_full.get(key))
        if not (before[0] <= after[0] <= after[1] <= before[1]):
            found.append(f"{key}: {words(before)} without the facts, {words(after)} with them")
    return found


def ends(finding: Finding | None) -> tuple[int, int]:
    """Lowest and highest position; a text that did not govern is no finding, and as good as clear."""
    low, high = (finding.low, finding.high) if finding else (Position.CLEAR, Position.CLEAR)
    return SCALE.index(low), SCALE.index(high)


def words(positions: tuple[int, int]) -> str:
    return " to ".join(dict.fromkeys(SCALE[n] for n in positions))


@given(pairs(), st.lists(rules(stated=False), min_size=1, max_size=6))
def test_adding_facts_never_flips_a_decided_position(
    pair: tuple[Manifest, Manifest, Any], given_rules: list[dict[str, Any]]
) -> None:
    full, thin, _ = pair
    assert flips(full, thin, world(*given_rules)) == []
