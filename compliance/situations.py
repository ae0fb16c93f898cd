"""Run situations: each is a small manifest, and the findings of its rule must stand where the story says."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from compliance.errors import Fault, FaultCollector, InputError, UsageError
from compliance.evaluate import evaluate
from compliance.load.documents.validate import validate
from compliance.load.documents.yaml_reader import Document, read_yaml
from compliance.load.manifest.manifest import check_manifest
from compliance.load.packs.folder import check_folder
from compliance.model.answered.finding import Finding
from compliance.model.declared.lineage import Lineage
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.rule import Pack, Rule
from compliance.model.packs.situation import Expected, Situation, Situations
from compliance.model.packs.truth import Position
from compliance.model.shapes.location import Location, Marks
from compliance.model.shapes.shape import last_day
from compliance.resolve import resolve
from compliance.resources import rules_folder

OF_A_PACK = "situations"
"""Name of the folder within a folder of packs in which its situations lie."""
NOT_PUT = "not-put"
_SILENT = (Position.CLEAR, Position.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Result:
    """How one situation came out."""

    name: str
    rule: str
    shows: str
    place: Location
    faults: tuple[str, ...]


def folder(given: pathlib.Path | None) -> pathlib.Path:
    """The folder of situations: the given one, or tests/rules beside the bundled rules."""
    return given if given is not None else rules_folder().parent / "tests" / "rules"


def files(places: Sequence[pathlib.Path]) -> Iterator[pathlib.Path]:
    """The situation files under some files and folders; of a folder of packs those in its `situations/`.

    Raises `UsageError` where one is missing, `PackError` where a folder holds what cannot be read without harm.
    """
    for place in places:
        if not place.exists():
            raise UsageError(Fault(None, f"there is no {place}", "give a file or a folder of situations"))
        if place.is_dir():
            check_folder(place)
        folder_of_packs = place / OF_A_PACK
        root = folder_of_packs if folder_of_packs.is_dir() else place
        yield from sorted(root.rglob("*.yaml")) if root.is_dir() else [root]


def of_packs(folders: Sequence[pathlib.Path]) -> list[pathlib.Path]:
    """The folders of situations that lie in folders of packs."""
    return [folder / OF_A_PACK for folder in folders if (folder / OF_A_PACK).is_dir()]


def read_situations(path: pathlib.Path) -> tuple[Situations, Document]:
    """Read one file. Raises `InputError` with all faults."""
    document, faults = read_yaml(path, name=str(path)), FaultCollector()
    value = validate(document, Situations, collector=faults)
    faults.raise_if_any()
    assert value is not None
    return value, document


def run_file(path: pathlib.Path, packs: Knowledge) -> list[Result]:
    """Run every situation of a file. Raises `InputError` for a file that cannot be read."""
    stories, document = read_situations(path)
    results = []
    for n, story in enumerate(stories.situations):
        place = document.marks.of(("situations", n, "name"))
        results.append(Result(story.name, story.rule, story.shows, place, tuple(run(story, packs))))
    return results


def run(story: Situation, packs: Knowledge) -> list[str]:
    """Faults of one situation; empty when it is as written."""
    tested = packs.find_rule(story.rule)
    if tested is None:
        return [f"no rule {story.rule!r} is loaded"]
    try:
        lineage = lineage_of(story, packs)
    except InputError as error:
        return [f"manifest: {fault.what}; {fault.what_to_do}" for fault in error.faults]
    return faults_of(story, lineage, alone(packs, *tested))


def alone(packs: Knowledge, pack: Pack, rule: Rule) -> Knowledge:
    """The packs with one rule, so that no other has a say."""
    return replace(packs, packs=(pack.model_copy(update={"rules": (rule,)}),))


def lineage_of(story: Situation, packs: Knowledge) -> Lineage:
    """The lineage that a situation tells of. Raises `InputError` for a manifest that cannot be read."""
    document = Document(completed(story.manifest), Marks("manifest", {}), "manifest", "")
    return resolve(check_manifest(document, packs).manifest, packs.registry)


def faults_of(story: Situation, lineage: Lineage, only: Knowledge) -> list[str]:
    """Where the findings of the situation's rule, the only one in `only`, stand elsewhere than it says."""
    evaluation = evaluate(lineage, only, last_day(story.as_of))
    found = [finding for finding in evaluation.findings if finding.rule == story.rule]
    faults: list[str] = []
    told: list[Finding] = []
    for expected in story.expect:
        matches = [f for f in found if _meant(expected, f)]
        if expected.position == NOT_PUT:
            faults += [f"is put: {_list(matches)}"] if matches else []
            told += matches
            continue
        if not matches and (expected.position not in _SILENT or expected.readings):
            faults.append(f"no finding for {_name(expected)}; found {_list(found)}")
        for finding in matches:
            told.append(finding)
            faults += _differences(expected, finding)
    faults += [f"unexpected: {_list([f])}" for f in found if f not in told and f.position not in _SILENT]
    return faults


def completed(manifest: dict[str, object]) -> dict[str, object]:
    """A situation's manifest with its head filled in."""
    publisher = {"name": "Lab", "kind": "company", "country": ["US"]}
    return {"lineage": 1, "project": {"id": "situation"}, "publisher": publisher, **manifest}


def _meant(expected: Expected, finding: Finding) -> bool:
    pairs = (
        (expected.source, finding.source),
        (expected.release, finding.release),
        (expected.party, finding.party),
    )
    return all(wanted in (None, given) for wanted, given in pairs)


def _name(expected: Expected) -> str:
    return " ".join(str(x) for x in (expected.source, expected.release, expected.party) if x) or "the rule"


def _list(findings: Sequence[Finding]) -> str:
    lines = [
        f"{f.source}/{f.release}/{f.party}: {f.position} ({', '.join(f.readings.words().values())})"
        for f in findings
    ]
    return "; ".join(lines) or "nothing"


def _differences(expected: Expected, finding: Finding) -> Iterator[str]:
    who = f"{finding.source}/{finding.release}/{finding.party}"
    if expected.position is not finding.position:
        yield f"{who}: {finding.position}, not {expected.position} ({finding.reason})"
    readings = tuple(finding.readings.words().values())
    if expected.readings is not None and expected.readings != readings:
        yield f"{who}: readings {', '.join(readings)}, not {', '.join(expected.readings)}"
    if expected.turns_on is not None:
        turns = {name for turn in finding.turns_on for name in turn.names}
        lacking = [name for name in expected.turns_on if name not in turns]
        if lacking:
            yield f"{who}: does not turn on {', '.join(lacking)}; turns on {', '.join(sorted(turns)) or 'nothing'}"
    if expected.missing is not None:
        asked = {fact.fact for fact in finding.missing}
        if asked != set(expected.missing):
            yield f"{who}: asks {', '.join(sorted(asked)) or 'nothing'}, not {', '.join(expected.missing) or 'nothing'}"
