"""Providers whose output a note finds in a set of data, without a node for the service that wrote it."""

from __future__ import annotations

import re

from benchmarks.notes.draft import Draft

_OUTPUTS_IN = re.compile(
    r"\b([A-Z][\w.-]*(?: [A-Z0-9][\w.-]*)?) (?:model )?(?:outputs?|completions|answers|replies)\b (?:among|"
    r"inside|in) (?:them|it)|"
    r"\b(?:outputs?|completions|answers|replies) (?:of|from) ([A-Z][\w.-]*)\b",
)


def add_writers(draft: Draft) -> None:
    """Put a service before each unwritten data set whose licence text says that its outputs are in it."""
    written = {key for step in draft.data["steps"] for key in step.get("outputs", ())}
    for key, node_id in list(draft.nodes.items()):
        node, artifact = draft.node(key), draft.data["artifacts"][key]
        match = _OUTPUTS_IN.search(node.licence)
        if match is None or artifact["kind"] != "dataset" or key in written:
            continue
        maker = match[1] or match[2]
        service = f"{key}.writer"
        draft.nodes[service] = node_id
        draft.data["artifacts"][service] = {
            "kind": "service", "name": f"{maker} models", "developer": maker, "route": "direct", "plan": "unknown",
        }  # fmt: skip
        outsider = "makers-of-the-rows"
        draft.data["parties"].setdefault(outsider, {"name": "makers of the rows"})
        step = {
            "id": f"{service}-step",
            "kind": "generate",
            "inputs": {"teacher": [service]},
            "outputs": [key],
            "by": outsider,
        }
        draft.data["steps"].insert(0, step)
