"""Packs to start from: a folder of one's own with a text, a rule and its situations, which passes lint and test."""

from __future__ import annotations

import pathlib
import re

from compliance.errors import Fault, UsageError
from compliance.whole_files import put_files

_NAME = re.compile(r"(?!(?:null|true|false)$)[a-z][a-z0-9-]{0,63}")
"""What names a pack, its files and its provider, and is read as text where it stands alone."""

_TEXT = """\
# What a text says, in your own words: where the clause stands, since when it holds, what it asks for.
policy: 1
id: {name}/terms
title: Terms of {title}
publisher: {title}
kind: provider-terms
url: https://example.com/terms
assurance: memory
verified_on: "{day}"
evidence: Written as a start; read the real text and say where and when.
clauses:
  own-models:
    locator: "1"
    topic: train-any
    norm: prohibition
    paraphrase: What the service writes does not train models of one's own.
    versions:
      - {{from: "2026-01-01", from_basis: assumed}}
"""
_PROVIDER = """\
# Which texts govern the service, by way of access, plan and date.
providers:
  {name}:
    name: {title}
    aliases: [{name}]
    governed: [{{route: [direct], plan: [api], from: "2026-01-01", instruments: [{name}/terms]}}]
    verified_on: "{day}"
    assurance: memory
"""
_PACK = """\
# How we read it: elements that must all hold, minus exceptions. Readings that differ name the words that allow each.
pack:
  format: 2
  id: {name}
  title: Terms of {title}
  family: provider-terms:{name}
  version: "1"
  history: ["{day}: first version"]
rules:
  - id: {name}/own-models
    title: Output of {title} used to train a model
    status: in-force
    norm: prohibition
    cites: [{{instrument: {name}/terms, clause: own-models}}]
    about: {{source: {{kind: service, provider: {name}}}}}
    parties: [caller, releaser]
    when:
      output-used: {{reach: {{narrow: [student], plain: [student], broad: [student, copy, descendant, signal]}}}}
      bound: {{definition: privity/provider-terms}}
    unless:
      permitted: {{definition: permitted/by-provider}}
    says: What the service writes does not train models of one's own.
    consequence: The provider may end the access.
    what_to_do: [obtain-permission, replace-input]
    does_not_cover: Evaluation; calls that others made.
    clear_because: No output of the service trained the model.
    because:
      output-used:
        plain: "“train”: a model that was trained on what the service wrote."
        broad: "“use”: rows for training, later generations, and models that its labels shaped."
    turns: [step-role, who-agreed]
"""
_HEAD = """\
  - name: {story}
    rule: {name}/own-models
    shows: {shows}
    as_of: "2026-06-01"
    manifest:
{parties}      artifacts:
        service: {{kind: service, name: {name}-1, provider: {name}, route: direct, plan: api}}
        rows: {{kind: dataset}}
"""
_MODEL = """\
        model: {{kind: model}}
      steps:
        - {{id: write, kind: generate, inputs: {{teacher: service}}, outputs: rows, period: "2026-02"{by}}}
        - {{id: train, kind: pretrain, inputs: {{data: rows}}, outputs: model, period: "2026-03"}}
      releases: [{{artifact: model, access: open-weights, date: "2026-05-01"}}]
    expect:
      - {{source: service, party: {party}, position: {position}}}
{more}"""
_ROWS = """\
      steps:
        - {{id: write, kind: generate, inputs: {{teacher: service}}, outputs: rows, period: "{period}"}}
      releases: [{{artifact: rows, access: public, date: "2026-05-01"}}]
    expect:
      - {{source: service, position: {position}}}
"""
_OTHERS = "      parties: {other: {name: Somebody else, kind: company}}\n"


def pack_files(name: str, day: str) -> dict[str, str]:
    """Files of a pack to start from, by their place in its folder.

    Args:
        name: Id of the provider or house that the pack speaks of.
        day: The day on which it is laid out.

    Raises:
        UsageError: The name cannot be an id.
    """
    if not _NAME.fullmatch(name):
        what = f"{name!r} cannot name a pack"
        raise UsageError(
            Fault(None, what, "use up to 64 lower-case letters, digits and dashes, and no word of YAML")
        )
    words = {"name": name, "title": name.replace("-", " ").title(), "day": day}
    return {
        f"policies/{name}/terms.yaml": _TEXT.format(**words),
        "registry/providers.yaml": _PROVIDER.format(**words),
        f"rules/{name}.yaml": _PACK.format(**words),
        f"situations/{name}.yaml": "situations:\n" + _stories(name),
    }


def _stories(name: str) -> str:
    def told(story: str, shows: str, rest: str, parties: str = "", **words: str) -> str:
        return _HEAD.format(name=name, story=story, shows=shows, parties=parties) + rest.format(**words)

    caller = {"party": "bound-party", "by": "", "more": ""}
    return "".join(
        [
            told("A model trained on its own calls", "breaches", _MODEL, position="breach", **caller),
            told("Rows alone", "turns-on-a-reading", _ROWS, position="remote", period="2026-02"),
            told("Rows of the time before the text", "keeps", _ROWS, position="clear", period="2025-11"),
            told(
                "Rows that somebody else made",
                "lacks-a-fact",
                _MODEL,
                _OTHERS,
                by=", by: other",
                party="releaser",
                position="needs-facts",
                more="      - {source: service, party: bound-party, position: remote}\n",
            ),
        ]
    )


def lay_out(folder: pathlib.Path, name: str, day: str) -> list[pathlib.Path]:
    """Write a pack to start from into a folder that is new or empty. Raises `UsageError` for any other."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(Fault(None, f"{folder} is not empty", "give a new folder"))
    made = {folder / place: content.encode() for place, content in pack_files(name, day).items()}
    for path in made:
        path.parent.mkdir(parents=True, exist_ok=True)
    put_files(list(made.items()))
    return list(made)
