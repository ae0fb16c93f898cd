"""A case note or question as a manifest of the product, with the way back to nodes and step numbers."""

from __future__ import annotations

import re
from typing import Any

from benchmarks.notes.actors import Actors
from benchmarks.notes.artifacts import Artifacts, codes, codes_of, statement
from benchmarks.notes.dates import period_text
from benchmarks.notes.draft import Draft, must, slug
from benchmarks.notes.facts import apply_facts
from benchmarks.notes.lookups import Lookups
from benchmarks.notes.organisations import country_in_name, names_nobody, party_kind
from benchmarks.notes.periods import period
from benchmarks.notes.reading import NodeNote, Note, StepNote
from benchmarks.notes.releases import Purpose, Releases, access, commercial, licence_of, release_date
from benchmarks.notes.sentences import assumed_facts
from benchmarks.notes.vocabulary import kind_in_role, node_kind, role, step_kind
from benchmarks.notes.writers import add_writers
from compliance.model.shape import ArtifactKind


def draft_of(note: Note, lookups: Lookups | None = None) -> Draft:
    """Turn a note into a manifest; without look-ups nothing of the product's registry is known."""
    lookups = lookups or Lookups()
    note = _with_missing_nodes(note)
    kinds = {node.id: _kind(node, note) for node in note.nodes}
    actors = Actors(note)
    draft = Draft(note, {"lineage": 1}, {}, {}, lookups=lookups)
    for node in note.nodes:
        draft.nodes[slug(node.id, draft.nodes)] = node.id
    released = Releases(note, actors, kinds).released()
    builder = Artifacts(note, actors, kinds, released, lookups)
    draft.data |= {
        "project": _project(note, draft),
        "publisher": _publisher(note, actors),
        "parties": {},
        "artifacts": {key: builder.of(must(note, node)) for key, node in draft.nodes.items()},
    }
    draft.data["steps"] = [_step(step, draft, actors, kinds) for step in note.steps]
    add_writers(draft)
    draft.data["releases"] = _releases(draft, released, kinds)
    apply_facts(draft)
    if not draft.data["parties"]:
        del draft.data["parties"]
    return draft


def _with_missing_nodes(note: Note) -> Note:
    """The note with a node for every id that only a step mentions."""
    known = {node.id for node in note.nodes}
    added: dict[str, NodeNote] = {}
    for step in note.steps:
        uses = [(use.node, kind_in_role(role(use.role))) for use in step.inputs]
        for key, kind in (*uses, *((output, "dataset") for output in step.outputs)):
            if key not in known and key not in added:
                added[key] = NodeNote(key, kind, key, "", "", "", "", "")
    unique = {node.id: node for node in note.nodes if node.id}
    return Note(
        **{f: getattr(note, f) for f in Note.__slots__} | {"nodes": (*unique.values(), *added.values())}
    )


def _kind(node: NodeNote, note: Note) -> ArtifactKind:
    kind = node_kind(node.kind)
    if kind is None:
        roles = [role(use.role) for step in note.steps for use in step.inputs if use.node == node.id]
        kind = "service" if node.terms and not node.licence else kind_in_role(roles[0] if roles else "data")
    writers = [step.kind for step in note.steps if node.id in step.outputs]
    if kind == "service" and writers:
        # Nobody writes a service: what is put to work is a product, what is trained is a model.
        return (
            "code"
            if all(step_kind(word, ["code"], []) in ("deploy", "bundle") for word in writers)
            else "model"
        )
    return kind


def _project(note: Note, draft: Draft) -> dict[str, Any]:
    made = {"id": slug(note.id, {})}
    return {**made, "title": note.title[:300]} if note.title else made


def _publisher(note: Note, actors: Actors) -> dict[str, Any]:
    release = note.release
    made: dict[str, Any] = {"name": release.who[:300] or "releaser", "kind": party_kind(release.org_type)}
    own = (node.country for node in note.nodes if actors.is_releaser(node.developer) and codes(node.country))
    stated = codes(release.country) or country_in_name(release.who) or codes(next(own, ""))
    if stated:
        made["country"] = stated
    if stated == ["US"] and made["kind"] in ("company", "university", "nonprofit", "government"):
        made["facts"] = {"us_person": "yes"}
    return made


def _step(step: StepNote, draft: Draft, actors: Actors, kinds: dict[str, ArtifactKind]) -> dict[str, Any]:
    roles = [role(use.role) for use in step.inputs]
    kind = step_kind(step.kind, [kinds[key] for key in step.outputs], roles)
    key = slug(f"step-{step.n}", draft.steps)
    draft.steps[key] = step.n
    made: dict[str, Any] = {"id": key, "kind": kind}
    inputs: dict[str, list[str]] = {}
    for use, word in zip(step.inputs, roles, strict=True):
        inputs.setdefault(word, []).append(draft.artifact_of(use.node))
    if inputs:
        made["inputs"] = inputs
    outputs = [key for key in step.outputs if kinds[key] != "service"]
    if outputs:
        made["outputs"] = [draft.artifact_of(output) for output in outputs]
    if (maker := actors.of_step(step)) is not None:
        made["by"] = _party(maker, draft)
    if (days := period(step, draft.note, kinds)) is not None:
        made["period"] = period_text(days)
    if "by" in made and re.search(
        r"\bcommissioned|on (its|their|the releaser's) (order|behalf)", step.note, re.IGNORECASE
    ):
        made["commissioned"] = "yes"
    return {**made, "note": step.note[:4000]} if step.note else made


def _party(name: str, draft: Draft) -> str:
    if name not in draft.parties:
        key = slug(name, {**draft.data["parties"], "publisher": {}})
        draft.parties[name] = key
        draft.data["parties"][key] = {"name": name[:300], "kind": party_kind(name)}
    return draft.parties[name]


def _releases(draft: Draft, released: list[str], kinds: dict[str, ArtifactKind]) -> list[dict[str, Any]]:
    note = draft.note
    stated = {fact.fact: fact.value for fact in assumed_facts(note.assumed) if fact.scope == "release"}
    purpose = Purpose(note, kinds)
    made = []
    for node_id in released:
        node, kind = must(note, node_id), kinds[node_id]
        one: dict[str, Any] = {"artifact": draft.artifact_of(node_id)}
        if node.name:
            one["name"] = node.name[:300]
        said = licence_of(note, node, kind)
        governing = [item for item in said if item.about not in ("upstream",) and item in said[:1]]
        if governing and _speaks_of(governing[0].about, kind):
            one["license"] = governing[0].licence[:300]
            said = said[1:]
        elif "license" in draft.data["artifacts"][one["artifact"]]:
            one["license"] = draft.data["artifacts"][one["artifact"]]["license"]
        if said:
            one["statements"] = [statement(item) for item in said]
        if any(item.about == "upstream" and item.where == "note" for item in said):
            one["facts"] = {"source_terms_noted": "yes"}
        function = stated.get("function")
        one |= {
            "access": access(note, kind),
            "commercial": commercial(note),
            "function": purpose.of(node, str(function) if function else None),
        }
        made.append(one | _common(note))
    return made or [_bare_release(draft)]


def _speaks_of(about: str, kind: ArtifactKind) -> bool:
    return about == "this" or about == {"model": "weights", "dataset": "data", "code": "code"}.get(kind)


def _common(note: Note) -> dict[str, Any]:
    made: dict[str, Any] = {}
    if (date := release_date(note)) is not None:
        made["date"] = date
    if note.release.channels:
        made["channels"] = [channel[:300] for channel in note.release.channels]
    if note.release.markets:
        made["markets"] = codes_of(note.release.markets)
    return made


def _bare_release(draft: Draft) -> dict[str, Any]:
    """A release of which no node is part: a paper, scores, a page."""
    key = slug("release", draft.data["artifacts"])
    name = draft.note.release.name or draft.note.title or draft.note.id
    draft.data["artifacts"][key] = {"kind": "document", "name": name[:300]}
    who = draft.note.release.who
    if who and not names_nobody(who):
        draft.data["artifacts"][key]["developer"] = who[:300]
    made = {
        "artifact": key,
        "name": name[:300],
        "access": access(draft.note, "document"),
        "commercial": commercial(draft.note),
    }
    return made | _common(draft.note)
