"""The lines of the manifest that answer a missing fact, and where they go."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable, Mapping, Sequence

from compliance.model.answered.finding import Duty, Finding, MissingFact
from compliance.model.answered.report import AnswerLine
from compliance.model.declared.answerable import answerable
from compliance.model.declared.lineage import ADDED, Lineage
from compliance.model.declared.lineage import Artifact as Resolved
from compliance.model.declared.manifest import Artifact, Party, Release, Step
from compliance.model.packs.rule import FactEntry
from compliance.model.shapes.shape import Shape
from compliance.model.words.placeholder import FILL_IN
from compliance.patterns import regex
from compliance.summarise.making_lines import told_elsewhere
from compliance.summarise.step_inputs import inputs_of_step
from compliance.values import replace

Facts = Mapping[str, FactEntry]
_PLAIN = regex(r"[A-Za-z][\w./+-]*( [\w./+-]+)*")
_WORDS_OF_YAML = {"true", "false", "yes", "no", "on", "off", "null", "none", "y", "n"}
_EXAMPLES = {
    "license": "Apache-2.0",
    "date": "2026-01-15",
    "period": "2026-01",
    "released": "2026-01",
    "country": "US",
    "markets": "[US]",
    "developer": "Example Lab",
    "name": "example/name",
    "serves": "example/name",
    "documented": '{where: "its card, section Data", generators: none}',
    "against_record": '{because: other-revision, where: "its card at commit 1a2b3c4"}',
}
"""What could stand in fields that only the reader can fill in."""
_OF_TYPE = {"number": "1000", "date": "2026-01", "places": "[US]"}
"""The same by type of a fact."""
_WRITTEN = {
    "documented": f"{{where: {FILL_IN}, generators: {FILL_IN}}}",
    "against_record": f"{{because: other-revision, where: {FILL_IN}}}",
    "terms": "{passes_on: []}",
}
"""Answers of several parts."""
_FIELD_OF = {
    "making_explained": "documented",
    "record_settled": "against_record",
    "licence_says": "license",
    "terms_pass_on": "terms",
}
"""Facts that the program finds out of a field of another name."""


def lines_for(missing: MissingFact, lineage: Lineage, facts: Facts) -> tuple[AnswerLine, ...]:
    """The line that states one missing fact; none where the manifest has no single place for it."""
    scope, _, key = missing.fact.partition(".")
    if missing.fact in ("step.role", "step.one_of"):
        return inputs_of_step(missing, lineage)
    if scope in ("source", "model"):
        return _of_artifact(missing, key, lineage, facts)
    if scope == "release":
        if key == "grant_shown" and not _names_licence(missing.subject, lineage):
            # The usual answer is a licence; a release that says that it has none can only show a grant.
            key = "license"
        if key == "license" and (released := _licensed(missing.subject, lineage)):
            # What is asked is the licence under which the released thing itself stands.
            return _of_artifact(replace(missing, subject=released), key, lineage, facts)
        place = ("releases", missing.subject)
        line = _line(place, Release, key, missing, facts, lineage.locations.get(f"release:{missing.subject}"))
        return (_believable(line, missing, lineage),)
    if scope == "step" and missing.subject in lineage.steps and ADDED not in missing.subject:
        place = ("steps", missing.subject)
        return (_line(place, Step, key, missing, facts, lineage.locations.get(f"step:{missing.subject}")),)
    if scope == "step" and key == "period" and ADDED in missing.subject:
        # What only the registry tells of has no step here: it had happened when its result came out.
        made = replace(missing, fact="source.released", subject=missing.subject.rpartition(ADDED)[0])
        return _of_artifact(made, "released", lineage, facts)
    if scope in ("party", "publisher"):
        return _of_party(missing, key, lineage, facts)
    return ()


def _believable(line: AnswerLine, missing: MissingFact, lineage: Lineage) -> AnswerLine:
    value, *options = answerable(missing.fact, (line.value, *line.options), lineage, missing.subject)
    return replace(line, value=value, options=tuple(options))


def disputed_entry(missing: MissingFact, lineage: Lineage, facts: Facts) -> str:
    """The entry of which the registry says otherwise, where its reason against the record is what answers a fact."""
    paths = [line.path for line in lines_for(missing, lineage, facts)]
    found = next((path[1] for path in paths if path[0] == "artifacts" and path[-1] == "against_record"), "")
    return found if found in lineage.artifacts else ""


def _of_artifact(missing: MissingFact, key: str, lineage: Lineage, facts: Facts) -> tuple[AnswerLine, ...]:
    artifact = lineage.artifacts.get(missing.subject)
    if artifact is None or "/" in missing.subject:
        return ()
    if missing.of_base:
        return _base(artifact.making.step, lineage)
    if key == "license" and (service := _nameless(artifact, lineage)):
        if "#" in service.id:
            # One entry stands for several services, which need not run the same.
            return ()
        # A licence of weights that nobody names would stand for nothing: what the service runs comes first.
        missing, key, artifact = replace(missing, subject=service.id), "serves", service
    if key == "license" and artifact.contradicted:
        key = "record_settled"
    if ADDED not in missing.subject:
        entry = missing.subject.partition("#")[0]
        location = lineage.locations.get(f"artifact:{entry}") or artifact.location
        if key == "making_explained" and (account := artifact.making.account):
            # A work under its own name is not “not from” what that name says: who made it comes first.
            return (AnswerLine(("artifacts", entry, "developer"), FILL_IN, (), location, account),)
        line = _line(("artifacts", entry), Artifact, key, missing, facts, location)
        line = _believable(line, missing, lineage)
        making = artifact.making
        if key == "making_explained" and (
            making.noted or making.program or making.answer or making.by_nobody
        ):
            return told_elsewhere(artifact, line, lineage)
        if key == "making_explained" and artifact.making.hints:
            ruled_out = ", ".join(yaml_text(word) for word in artifact.making.hints)
            value, example = (
                f"{text[:-1]}, not_from: [{ruled_out}]}}" for text in (line.value, line.example)
            )
            line = replace(line, value=value, example=example)
        return (line,)
    # An ancestor that only the registry names gets an entry of its own, by the same name.
    told = _line((), Artifact, key, missing, facts, None)
    entry = _new_key(artifact.name, lineage)
    value, *options = (_entry(artifact, told.path, text) for text in (told.value, *told.options))
    example = _entry(artifact, told.path, told.example) if told.example else ""
    return (AnswerLine(("artifacts", entry), value, tuple(options), None, example),)


def _nameless(weights: Resolved, lineage: Lineage) -> Resolved | None:
    """The service that runs some weights, where only its own name is known of them."""
    service = lineage.artifacts.get(weights.id.rpartition(ADDED)[0]) if weights.hosted else None
    return service if service and service.name == weights.name else None


def _new_key(name: str, lineage: Lineage) -> str:
    """A key for an artifact of that name that no artifact of the manifest has."""
    key = re.sub(r"[^a-z0-9._+]+", "-", name.lower()).strip("-._+") or "x"
    return (
        key
        if key not in lineage.artifacts
        else next(one for one in (f"{key}-{n}" for n in itertools.count(2)) if one not in lineage.artifacts)
    )


def _entry(artifact: Resolved, path: tuple[str, ...], value: str) -> str:
    """A whole entry with one answer in it."""
    inner = f"{path[0]}: {value}" if len(path) == 1 else f"facts: {{{path[1]}: {value}}}"
    return f"{{kind: {artifact.kind}, name: {yaml_text(artifact.name)}, {inner}}}"


def _base(step: str, lineage: Lineage) -> tuple[AnswerLine, ...]:
    """The weights from which a step starts, as an entry and as its input."""
    entry = f"base-of-{step}"
    return (
        AnswerLine(
            ("artifacts", entry),
            f"{{kind: model, name: {FILL_IN}}}",
            (),
            None,
            "{kind: model, name: example/name}",
        ),
        AnswerLine(("steps", step, "inputs", "base"), entry, (), lineage.locations.get(f"step:{step}")),
    )


def _licensed(key: str, lineage: Lineage) -> str:
    """The artifact of a release whose own licence is asked: it is others' work, or the release states one already."""
    release = next((one for one in lineage.releases if one.key == key), None)
    if release is None or release.artifact not in lineage.artifacts:
        return ""
    others = not lineage.artifacts[release.artifact].made_here
    return release.artifact if release.license or others else ""


def _names_licence(key: str, lineage: Lineage) -> bool:
    """Whether a release says anything of its licence, that it has none too."""
    return any(one.key == key and one.license for one in lineage.releases)


def _of_party(missing: MissingFact, key: str, lineage: Lineage, facts: Facts) -> tuple[AnswerLine, ...]:
    name, _, whose = missing.subject.partition(":")
    place = _party_place(name, lineage)
    if place is None:
        return ()
    key = "permission" if key == "permission_of_host" else key
    if key in ("accepted", "permission") and whose in lineage.artifacts:
        # Whose terms those are is not known: that comes first.
        return _of_artifact(MissingFact("source.license", whose, missing.question), "license", lineage, facts)
    if key in ("accepted", "permission"):
        return (AnswerLine((*place, key, whose), "true", ("false",)),) if whose else ()
    return (_line(place, Party, key, missing, facts, None),)


def _party_place(name: str, lineage: Lineage) -> tuple[str, ...] | None:
    if name in ("publisher", lineage.publisher.name):
        return ("publisher",)
    return next(
        (
            ("parties", key)
            for key, party in lineage.parties.items()
            if party.name == name and ADDED not in key
        ),
        None,
    )


def _line(
    place: tuple[str, ...],
    shape: type[Shape],
    key: str,
    missing: MissingFact,
    facts: Facts,
    location: str | None,
) -> AnswerLine:
    """A field of an entry, or one of its further facts."""
    field = _FIELD_OF.get(key, key)
    path = (*place, field) if field in shape.model_fields else (*place, "facts", field)
    entry = facts.get(missing.fact)
    value, options = _value(field, entry)
    example = _EXAMPLES.get(field) or (_OF_TYPE.get(entry.type, "as it is") if entry else "as it is")
    return AnswerLine(path, value, options, location, example if FILL_IN in value else "")


def _value(field: str, entry: FactEntry | None) -> tuple[str, tuple[str, ...]]:
    """A possible answer, and the others; a placeholder where any of many would be a guess."""
    if field in _WRITTEN:
        return _WRITTEN[field], ()
    if field in _EXAMPLES or entry is None:
        return FILL_IN, ()
    if entry.type == "yes-no":
        return "true", ("false",)
    if entry.type == "word" and entry.words:
        return entry.words[0], entry.words[1:]
    return "[]" if entry.type == "words" else FILL_IN, ()


def lines_of_duties(release: str, findings: Iterable[Finding], lineage: Lineage) -> tuple[AnswerLine, ...]:
    """What has to ship with a release, beside what already does, as its two lists."""
    owed = list(dict.fromkeys(duty for finding in findings for duty in finding.duties))
    stated = next((one for one in lineage.releases if one.key == release), None)
    location = lineage.locations.get(f"release:{release}")
    lines = []
    for field, kinds in (("license_copies", ("licence-copy",)), ("notices", ("notice", "credit"))):
        held = list(getattr(stated, field, None) or ())
        due = [_pasted(duty) for duty in owed if duty.kind in kinds and duty.state != "shown"]
        if due:
            words = ", ".join(yaml_text(word) for word in dict.fromkeys((*held, *due)))
            lines.append(AnswerLine(("releases", release, field), f"[{words}]", (), location))
    return tuple(lines)


def _pasted(duty: Duty) -> str:
    return duty.paste or duty.words[0]


def yaml_text(text: str) -> str:
    """A text as YAML on one line, in quotes where it needs them.

    >>> yaml_text("Apache-2.0"), yaml_text("a: b"), yaml_text("yes")
    ('Apache-2.0', '"a: b"', '"yes"')
    """
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS_OF_YAML:
        return text
    return json.dumps(text, ensure_ascii=False)


def joined(lines: Sequence[Sequence[AnswerLine]]) -> tuple[AnswerLine, ...]:
    """The lines of several facts, each once."""
    return tuple(dict.fromkeys(_of_manifest(line) for each in lines for line in each))


def _of_manifest(line: AnswerLine) -> AnswerLine:
    """A line about an entry as a variant has it: what the manifest says of the entry holds in every variant."""
    kind, entry, *fields = line.path if len(line.path) > 1 else (*line.path, "")
    if kind not in ("artifacts", "steps", "releases") or "@" not in entry:
        return line
    value = re.sub(r"@[\w.-]+(?=[\],}]|$)", "", line.value) if fields[:1] == ["inputs"] else line.value
    return replace(line, path=(kind, entry.partition("@")[0], *fields), value=value)
