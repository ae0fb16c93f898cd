"""Which things of a note are released, under what, how, and what for."""

from __future__ import annotations

import re

from benchmarks.notes import functions, licences
from benchmarks.notes.actors import Actors
from benchmarks.notes.dates import date_text
from benchmarks.notes.reading import NodeNote, Note, StepNote
from benchmarks.notes.vocabulary import node_kind, role, step_kind
from compliance.model.manifest import Access, Function
from compliance.model.shape import ArtifactKind

KINDS: tuple[tuple[str, ArtifactKind], ...] = (
    (r"data ?set|corpus|\bdata\b|rows", "dataset"),
    (r"model|weights|adapter|checkpoint|lora|embedding", "model"),
    (
        r"code|package|service|saas|\bbot\b|website|product|app\b|application|software|library|tool|plugin|"
        r"installer|system|notebook",
        "code",
    ),
    (r"paper|docs?\b|document|report|book|video|image|content|course", "document"),
)
ACCESS: tuple[tuple[str, Access], ...] = (
    (r"gated|on request|request form", "gated"),
    (r"^internal|not (released|published|distributed)|internal use", "internal"),
    (
        r"inside (the |an? )?app|in[- ]app|via app|app store|installer|browser|bundled|product|inside",
        "product",
    ),
    (r"weights|hugging ?face|modelscope|download|github|\bhub\b|civitai|open", "open-weights"),
    (r"\bapi\b|hosted|service|inference host|saas", "api"),
    (r"public", "open-weights"),
    (r"repository|code|dataset|paper|notebook|source|binaries", "public"),
)
"""`open-weights` means `public` for things that are no models; what is only `public` says nothing of weights."""
_LINEAGE_ENDS = ("evaluate", "other", "fetch")


def wanted_kinds(text: str) -> set[ArtifactKind]:
    """Kinds of things that a release's kind names.

    >>> sorted(wanted_kinds("model+dataset")), sorted(wanted_kinds("app bundling weights"))
    (['dataset', 'model'], ['code'])
    """
    lowered = text.lower()
    if re.search(
        r"\b(app|package|installer|library|tool|system)\b.*\b(bundl|ship|includ|with|fetch)", lowered
    ):
        return {"code"}
    return {kind for pattern, kind in KINDS if re.search(pattern, lowered)}


class Releases:
    """Finds what is released among the nodes of a note."""

    def __init__(self, note: Note, actors: Actors, kinds: dict[str, ArtifactKind]) -> None:
        """`kinds` are the artifact kinds by node id."""
        self.note, self.actors, self.kinds = note, actors, kinds
        self.steps = [step for step in note.steps if step.outputs]

    def released(self) -> list[str]:
        """Ids of the released nodes, in the order of the note; empty where the note has none."""
        wanted = wanted_kinds(self.note.release.kind)
        own = [key for key in self.kinds if self._own(key)]
        ends = self._ends(own)
        found = [key for key in ends if self.kinds[key] in wanted]
        if "dataset" in wanted:
            found += [
                key
                for key in own
                if self.kinds[key] == "dataset" and key not in found and self._is_offered(key)
            ]
        if not found:
            found = [key for key in self._named() if not wanted or self.kinds[key] in wanted]
        if not found:
            found = (
                [k for k in self._ends(self._written()) if self.kinds[k] in wanted]
                or [k for k in ends if not self._is_read(k)]
                or self._ends(self._written())
            )
        found = self._as_named(found)
        order = list(self.kinds)
        return sorted(dict.fromkeys(found), key=order.index)

    def _written(self) -> list[str]:
        return [
            key
            for key in self.kinds
            if self.kinds[key] != "service" and any(key in s.outputs for s in self.steps)
        ]

    def _own(self, key: str) -> bool:
        if self.kinds[key] == "service":
            return False
        writers = [step for step in self.steps if key in step.outputs]
        if writers:
            return any(self.actors.of_step(step) is None for step in writers)
        node = self.note.node(key)
        wanted = wanted_kinds(self.note.release.kind)
        return (
            node is not None
            and self.kinds[key] in wanted
            and not self._is_read(key)
            and self.actors.is_releaser(node.developer)
        )

    def _is_read(self, key: str) -> bool:
        return any(use.node == key for step in self.note.steps for use in step.inputs)

    def _is_offered(self, key: str) -> bool:
        """A data set on the way to a model is offered too, unless the note says that it is not."""
        node = self.note.node(key)
        silent = node is not None and re.search(r"not released|internal|private", node.licence, re.IGNORECASE)
        return not silent

    def _ends(self, keys: list[str]) -> list[str]:
        """Those of the given nodes from which no other one of the same kind is made by the releaser."""
        used: set[str] = set()
        for step in self.steps:
            kind = self._step_kind(step)
            if kind in _LINEAGE_ENDS or (self.actors.of_step(step) is not None and any(map(self._own, keys))):
                continue
            for use in step.inputs:
                made = [
                    o
                    for o in step.outputs
                    if o in keys and o != use.node and self.kinds[o] == self.kinds.get(use.node)
                ]
                if made and role(use.role) not in ("judge", "filter", "reward", "reference", "subject"):
                    used.add(use.node)
        return [key for key in keys if key not in used]

    def _step_kind(self, step: StepNote) -> str:
        outputs = [self.kinds.get(key, "dataset") for key in step.outputs]
        return step_kind(step.kind, outputs, [role(use.role) for use in step.inputs])

    def _named(self) -> list[str]:
        name = self.note.release.name.lower()
        found = []
        for node in self.note.nodes:
            bare = re.sub(r"\s*\(.*?\)", "", node.name).strip().lower()
            inside = len(bare) > 2 and re.search(rf"(?<![a-z0-9]){re.escape(bare)}(?![a-z0-9])", name)
            if inside and self.kinds[node.id] != "service":
                found.append(node.id)
        return found

    def _as_named(self, found: list[str]) -> list[str]:
        """Of each kind, those that the release's name names, where it names any."""
        named = [key for key in self._named() if key in found]
        kinds = {self.kinds[key] for key in named}
        return [key for key in found if key in named or self.kinds[key] not in kinds]


def access(note: Note, kind: ArtifactKind) -> Access:
    """How others get at a released thing of this kind."""
    for channel in (*note.release.channels, *([note.release.kind] if not note.release.channels else [])):
        lowered = channel.lower()
        if re.fullmatch(r"none|not distributed|internal", lowered):
            return "internal"
        for pattern, word in ACCESS if not lowered.startswith("none") else ():
            if re.search(pattern, lowered):
                if word == "public" and kind == "model":
                    continue
                return "public" if word == "open-weights" and kind != "model" else word
    return "unknown"


def commercial(note: Note) -> str:
    """Whether the release is commercial, as a manifest says it."""
    return {"true": "yes", "yes": "yes", "false": "no", "no": "no"}.get(
        note.release.commercial.lower(), "unknown"
    )


def licence_of(note: Note, node: NodeNote, kind: ArtifactKind) -> list[licences.Said]:
    """What the release's own statements say of a released node, the governing one first."""
    said = licences.split_licence(note.release.licence)
    mine, beside = licences.about(said, kind)
    if mine and " OR " in mine[0].licence and licences.split_licence(node.licence):
        mine = []
    for text in note.release.others:
        more, apart = licences.about(licences.split_licence(text), kind)
        mine, beside = mine + more, beside + apart
    return [one for n, one in enumerate(mine) if n == 0 or one.where != "earlier"] + beside


class Purpose:
    """What a released node is for."""

    def __init__(self, note: Note, kinds: dict[str, ArtifactKind]) -> None:
        """`kinds` are the artifact kinds by node id."""
        self.note, self.kinds = note, kinds

    def of(self, node: NodeNote, stated: str | None) -> Function:
        """The function, from the most particular words to the least; `stated` comes from the note's assumptions."""
        kind = self.kinds[node.id]
        if kind == "dataset":
            return "dataset"
        if kind in ("code", "document"):
            return "application"
        release = self.note.release
        for text in (node.name, f"{release.name} {release.purpose} {release.kind}"):
            if (found := functions.narrow(text)) is not None:
                return found
        if stated is not None:
            return stated  # type: ignore[return-value]
        own = f"{node.name} {release.name} {release.purpose}"
        if functions.is_general(own):
            return "general-purpose"
        for found in (functions.narrow(self.note.title), functions.narrow_model(self._question())):
            if found is not None:
                return found
        return self._by_lineage(node, own)

    def _by_lineage(self, node: NodeNote, own: str) -> Function:
        if functions.is_llm(own) or self._descends(node.id, ("base", "component"), set()):
            return "general-purpose"
        if functions.is_general(self.note.title) or self._descends(
            node.id, ("base", "component", "data", "teacher"), set()
        ):
            return "general-purpose"
        return "unknown"

    def _question(self) -> str:
        """The question's first sentence, where it says what the thing is."""
        return re.split(r"(?<=[.?!])\s", self.note.question)[0]

    def _descends(self, key: str, roles: tuple[str, ...], seen: set[str]) -> bool:
        """Whether a language model for general use stands behind a node in one of the roles."""
        seen.add(key)
        for step in self.note.steps:
            for use in step.inputs if key in step.outputs else ():
                if use.node in seen or role(use.role) not in roles:
                    continue
                node = self.note.node(use.node)
                if node and node_kind(node.kind) in ("model", "service") and functions.is_llm(node.name):
                    return True
                if self._descends(use.node, roles, seen):
                    return True
        return False


def release_date(note: Note) -> str | None:
    """The release date as the manifest writes it; None where it is planned or not said."""
    return date_text(note.release.date)
