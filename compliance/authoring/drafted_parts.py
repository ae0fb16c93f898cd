"""The parts out of which a rule is drafted: a text with a clause, names, the rule, and four situations."""

from __future__ import annotations

TEXT = """\
# What a text says, in your own words: where the clause stands, since when it holds, what it asks for.
policy: 1
id: {text}
title: {owner}, terms
publisher: {owner}
kind: {kind}
url: https://example.com/TODO-address-of-the-text
assurance: memory
verified_on: "{day}"
evidence: "TODO: say where and when the text was read; raise `assurance` once it was."
clauses:
"""
CLAUSE = """\
  {clause}:
    locator: "TODO: section"
    topic: {topic}
    norm: prohibition
    paraphrase: "TODO: what the clause says, in your own words."
    versions:
      - {{from: "{since}", from_basis: printed}}
"""
PROVIDERS_HEAD = "# Which texts govern a service, by way of access, plan and date.\nproviders:\n"
PROVIDER = """\
  {of}:
    name: {owner}
    aliases: [{of}]
    governed: [{{route: [direct], plan: [api], from: "{since}", instruments: [{text}]}}]
    verified_on: "{day}"
    assurance: memory
"""
LICENCES_HEAD = "# Licences: the names they are met under, and the text in which they stand.\nlicences:\n"
LICENCE = """\
  - id: {of}
    title: {owner}
    instrument: {text}
    kind: {licence_kind}
    traits: []
    assurance: memory
    verified_on: "{day}"
"""
SITUATIONS_HEAD = """\
# One story that breaches the rule, one that keeps it, one that turns on a reading, one that lacks a fact.
situations:
"""
_OWNERS = {"service": "provider-terms", "weights": "model-licence", "data": "data-licence"}
_TOPICS = {"service": "train-any", "weights": "non-commercial", "data": "non-commercial"}
_PACK = """\
# How we read it: elements that must all hold, minus exceptions. Readings that differ name the words that allow each.
pack:
  format: 2
  id: {pack}
  title: "{title}"
  family: {family}
  version: "1"
  history: ["{day}: first version"]
rules:
"""
_RULE = """\
  - id: {rule}
    title: "{title}"
    status: in-force
    norm: prohibition
    cites: [{{instrument: {text}, clause: {clause}}}]
{asked}
    says: "TODO: what the clause bars, in one sentence of your own."
    consequence: "TODO: what may follow."
    what_to_do: [obtain-permission, replace-input]
    does_not_cover: "TODO: where the rule ends, honestly."
    because:
{because}
    turns: [step-role]
"""
_ASKED = {
    "service": """\
    about: {{source: {{kind: service, provider: {of}}}}}
    parties: [caller, releaser]
    when:
      output-used: {{reach: {{narrow: [student], plain: [student], broad: [student, copy, descendant, signal]}}}}
      bound: {{definition: privity/provider-terms}}
    unless:
      permitted: {{definition: permitted/by-provider}}""",
    "weights": """\
    time: release
    about: {{source: {{kind: model, licence: {of}}}}}
    parties: [releaser]
    when:
      made-from-it:
        reach: {{narrow: [derivative], plain: [derivative, student], broad: [derivative, student, descendant]}}
      commercial: {{fact: release.commercial, is: true}}""",
    "data": """\
    time: release
    about: {{source: {{kind: dataset, licence: {of}}}}}
    parties: [releaser]
    when:
      used: {{reach: {{narrow: [copy], plain: [copy, student], broad: [copy, student, descendant]}}}}
      commercial: {{fact: release.commercial, is: true}}""",
}
_ELEMENT = {"service": "output-used", "weights": "made-from-it", "data": "used"}
_BECAUSE = {
    "service": ("plain", "broad"),
    "weights": ("narrow", "plain", "broad"),
    "data": ("narrow", "plain", "broad"),
}


def words_of(about: str, of: str) -> dict[str, str]:
    """What templates need beside the answers."""
    owner = of.replace("-", " ").title()
    family = f"provider-terms:{of}" if about == "service" else f"{_OWNERS[about]}:{of}"
    kinds = {"weights": "model", "data": "data", "service": "content"}
    return {
        "owner": owner, "kind": _OWNERS[about], "topic": _TOPICS[about], "family": family, "licence_kind": kinds[about],
    }  # fmt: skip


def pack_head(words: dict[str, str]) -> str:
    """The head of a pack that holds the rule."""
    return _PACK.format(**words)


def rule(about: str, words: dict[str, str]) -> str:
    """The rule, with a place for each reason that its readings need."""
    because = "\n".join(
        [f"      {_ELEMENT[about]}:"]
        + [f'        {reading}: "TODO: the words that allow this reading."' for reading in _BECAUSE[about]]
    )
    return _RULE.format(**words, asked=_ASKED[about].format(**words), because=because)


_STORY = """\
  - name: {name}
    rule: {rule}
    shows: {shows}
    as_of: "{day}"
    manifest:
{manifest}
    expect:
{expect}
"""
_SERVICE = "        source: {{kind: service, name: {of}-1, provider: {of}, route: direct, plan: api}}"
_MODEL = "        source: {{kind: model, name: maker/source, license: {of}}}"
_ROWS = "        source: {{kind: dataset, name: maker/rows, license: {of}}}"
_RELEASE = '      releases: [{{artifact: {artifact}, access: {access}, date: "{day}"{commercial}}}]'
_COMMERCIAL, _FREE, _UNSAID = ", commercial: true", ", commercial: false", ""
_WRITE = '        - {{id: write, kind: generate, inputs: {{teacher: source}}, outputs: rows, period: "{when}"{by}}}'
_TRAIN = '        - {{id: train, kind: pretrain, inputs: {{data: {data}}}, outputs: model, period: "{when}"}}'
_TUNE = '        - {{id: tune, kind: finetune, inputs: {{base: source}}, outputs: model, period: "{when}"}}'
_MIX = '        - {{id: mix, kind: mix, inputs: {{data: source}}, outputs: set, period: "{when}"}}'


def stories(about: str, words: dict[str, str]) -> str:
    """Four situations of the rule, which come out as they say."""
    tell = {"service": _of_service, "weights": _of_weights, "data": _of_data}[about]
    return "".join(
        _STORY.format(name=name, shows=shows, manifest=manifest, expect=expect, **words)
        for name, shows, manifest, expect in tell(words)
    )


def _manifest(source: str, made: str, steps: list[str], words: dict[str, str], **more: str) -> str:
    """A manifest out of lines; `made` lists what the steps make, as `name: kind`."""
    told = {"when": words["day"], "by": "", "commercial": _UNSAID, **more}
    lines = [told["parties"]] if "parties" in told else []
    lines += ["      artifacts:", source]
    lines += [
        f"        {name}: {{{{kind: {kind}}}}}"
        for name, kind in (one.split(": ") for one in made.split(", "))
    ]
    lines += ["      steps:", *steps, _RELEASE]
    return "\n".join(lines).format(**{**words, **told})


_Told = list[tuple[str, str, str, str]]


def _expect(position: str, party: str = "") -> str:
    return f"      - {{source: source, {f'party: {party}, ' if party else ''}position: {position}}}"


def _of_service(words: dict[str, str]) -> _Told:
    both = [_WRITE, _TRAIN]
    student = {"artifact": "model", "access": "open-weights", "data": "rows"}
    rows = {"artifact": "rows", "access": "public"}
    others = "      parties: {{other: {{name: Somebody else, kind: company}}}}"
    made = "rows: dataset, model: model"
    theirs = _manifest(_SERVICE, made, both, words, **student, by=", by: other", parties=others)
    expected = "\n".join([_expect("needs-facts", "releaser"), _expect("remote", "bound-party")])
    before = _manifest(
        _SERVICE, "rows: dataset", [_WRITE], {**words, "day": words["since"]}, **rows, when="2000-01-01"
    )
    return [
        ("A model trained on its own calls", "breaches", _manifest(_SERVICE, made, both, words, **student),
         _expect("breach", "bound-party")),
        ("Rows alone", "turns-on-a-reading", _manifest(_SERVICE, "rows: dataset", [_WRITE], words, **rows),
         _expect("remote")),
        ("Rows of the time before the text", "keeps", before, _expect("clear")),
        ("Rows that somebody else made", "lacks-a-fact", theirs, expected),
    ]  # fmt: skip


def _of_weights(words: dict[str, str]) -> _Told:
    tuned = {"artifact": "model", "access": "open-weights"}

    def tune(commercial: str) -> str:
        return _manifest(_MODEL, "model: model", [_TUNE], words, **tuned, commercial=commercial)

    taught = _manifest(
        _MODEL,
        "rows: dataset, model: model",
        [_WRITE, _TRAIN],
        words,
        **tuned,
        data="rows",
        commercial=_COMMERCIAL,
    )
    return [
        ("A commercial tune", "breaches", tune(_COMMERCIAL), _expect("breach")),
        ("A tune for no commercial purpose", "keeps", tune(_FREE), _expect("clear")),
        ("A commercial student", "turns-on-a-reading", taught, _expect("arguable")),
        ("A tune whose purpose is not stated", "lacks-a-fact", tune(_UNSAID), _expect("needs-facts")),
    ]


def _of_data(words: dict[str, str]) -> _Told:
    def mixed(commercial: str) -> str:
        rows = {"artifact": "set", "access": "public", "commercial": commercial}
        return _manifest(_ROWS, "set: dataset", [_MIX], words, **rows)

    trained = _manifest(
        _ROWS, "model: model", [_TRAIN], words, artifact="model", access="open-weights", data="source",
        commercial=_COMMERCIAL,
    )  # fmt: skip
    return [
        ("Its rows in a commercial set", "breaches", mixed(_COMMERCIAL), _expect("breach")),
        ("Its rows in a set for no commercial purpose", "keeps", mixed(_FREE), _expect("clear")),
        ("A commercial model trained on it", "turns-on-a-reading", trained, _expect("arguable")),
        ("A set whose purpose is not stated", "lacks-a-fact", mixed(_UNSAID), _expect("needs-facts")),
    ]
