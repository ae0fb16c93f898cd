"""`report.json` → Report: the strict inverse of `json_report.py`, so that a report can be rendered again."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from compliance.errors import Fault, InputError, shown
from compliance.model.answered.annex import Annex, Bar
from compliance.model.answered.finding import (
    Answered,
    ClauseInForce,
    ClauseQuote,
    Duty,
    ElementResult,
    Finding,
    Limit,
    MissingFact,
    NotCovered,
    NotPut,
    Turn,
    WaiverState,
)
from compliance.model.answered.report import (
    AnswerLine,
    ArtifactInfo,
    Brought,
    Question,
    ReleaseInfo,
    Report,
    StepInfo,
    StepInput,
)
from compliance.model.answered.since import Point, Since
from compliance.model.declared.route import Hop, Route
from compliance.model.known.knowledge import PackUsed
from compliance.model.packs.truth import Readings, Truth
from compliance.model.shapes.location import path_words
from compliance.render.machine.finding_shape import (
    AskedPart,
    ClausePart,
    ElementPart,
    FindingPart,
    RoutePart,
    ThreeReadings,
)
from compliance.render.machine.report_shape import (
    SCHEMA_VERSION,
    AnnexPart,
    QuestionPart,
    ReportPart,
    SincePart,
    StepPart,
    UncoveredPart,
)
from compliance.render.machine.warning_shape import read_warnings

SAME = (
    "rule", "title", "family", "norm", "force", "party", "party_name", "own", "release", "source", "position",
    "source_name", "assurance", "reason", "says", "consequence", "does_not_cover", "location", "origin",
)  # fmt: skip
"""Fields of a finding that stand in the JSON as they are."""


LIFTS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""By version, what makes a report of it one of the next: whatever a saved report was written by, it stays readable."""


class ReportFormatError(InputError, ValueError):
    """A text is not a report of the version that this program reads."""


def load_json_report(text: str, file: str = "report.json") -> Report:
    """Read a report that `render_json` wrote.

    Args:
        text: The JSON.
        file: Its name, for messages.

    Raises:
        ReportFormatError: If it is no JSON, of another version or shape, or contradicts itself.
    """
    shape = _shape(text, file)
    try:
        report = _report(shape)
    except ValueError as error:
        raise _error(file, str(error)) from None
    stated = (shape.verdict.exit_code, [finding.open for finding in shape.findings])
    if stated != (report.exit_code, [report.is_open(finding) for finding in report.findings]):
        raise _error(file, "what it says is open does not follow from its findings")
    return report


def _error(file: str, *what: str) -> ReportFormatError:
    to_do = "write the report again with 'compliance check --format json'"
    first, *rest = (Fault(None, f"{file}: {words}", to_do) for words in what)
    return ReportFormatError(first, *rest)


def _shape(text: str, file: str) -> ReportPart:
    try:
        data = json.loads(text, object_pairs_hook=_without_doubles)
    except (ValueError, RecursionError) as error:
        raise _error(file, f"not JSON that can be read: {error}") from None
    version = data.get("schema_version") if isinstance(data, dict) else None
    if type(version) is not int or not (version == SCHEMA_VERSION or version in LIFTS):
        if version is None:
            raise _error(file, "no JSON report of this program, as it says no schema_version")
        known = ", ".join(map(str, sorted({*LIFTS, SCHEMA_VERSION})))
        raise _error(file, f"schema_version is {shown(version)}, and this program reads version {known}")
    try:
        if version != SCHEMA_VERSION:
            while data["schema_version"] in LIFTS:
                data = LIFTS[data["schema_version"]](data)
            text = json.dumps(data)
        return ReportPart.model_validate_json(text, strict=True)
    except ValidationError as error:
        faults = [f"{path_words(fault['loc'])}: {fault['msg']}" for fault in error.errors()]
        raise _error(file, *faults) from None


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return value


def _report(shape: ReportPart) -> Report:
    return Report(
        tool=shape.tool,
        as_of=shape.as_of,
        manifest=shape.manifest.path,
        manifest_sha256=shape.manifest.sha256,
        project=shape.project,
        title=shape.title,
        publisher=shape.publisher,
        releases=tuple(ReleaseInfo(**release.model_dump()) for release in shape.releases),
        findings=tuple(_finding(finding) for finding in shape.findings),
        not_covered=tuple(_uncovered(item) for item in shape.not_covered),
        questions=tuple(_question(question) for question in shape.questions),
        packs=tuple(PackUsed(**pack.model_dump()) for pack in shape.packs),
        warnings=read_warnings(shape.warnings, shape.warning_kinds),
        rules_asked=shape.verdict.rules_asked,
        gate=shape.verdict.gate,
        allowed=tuple(shape.verdict.allowed),
        annexes=tuple(_annex(one) for one in shape.annexes),
        limits=tuple(Limit(one.kind, tuple(one.subjects), one.sentence) for one in shape.limits),
        not_put=tuple(NotPut(one.rule, one.title, tuple(one.triggers)) for one in shape.not_put),
        artifacts=tuple(ArtifactInfo(**artifact.model_dump()) for artifact in shape.lineage.artifacts),
        steps=tuple(_step(step) for step in shape.lineage.steps),
        since=_since(shape.since) if shape.since else None,
    )


def _since(part: SincePart) -> Since:
    points = tuple(
        Point(one.cause, one.release, one.position, one.title, one.upstream) for one in part.points
    )
    return Since(part.name, part.as_of, points, part.packs_changed, part.tool, part.gate)


def _clause(part: ClausePart) -> ClauseInForce:
    quote = ClauseQuote(**part.quote.model_dump()) if part.quote else None
    return ClauseInForce(**part.model_dump(exclude={"quote"}), quote=quote)


def _step(part: StepPart) -> StepInfo:
    inputs = tuple(StepInput(i.artifact, i.role, tuple(i.relations), i.certain) for i in part.inputs)
    return StepInfo(
        part.id, part.kind, part.by, part.period, inputs, tuple(part.outputs), part.origin, part.location
    )


def _finding(part: FindingPart) -> Finding:
    return Finding(
        **part.model_dump(include=set(SAME)),
        low=part.range.low,
        high=part.range.high,
        readings=_readings(part.readings),
        elements=tuple(_element(element) for element in part.elements),
        turns_on=tuple(Turn(turn.kind, tuple(turn.names), turn.to, turn.how) for turn in part.turns_on),
        turn_words=tuple(part.turn_words),
        missing=tuple(_missing(missing) for missing in part.missing),
        answers=tuple(
            Answered(_missing(missing), missing.if_for, missing.if_against, tuple(missing.by_value.items()))
            for missing in part.missing
            if missing.if_for is not None and missing.if_against is not None
        ),
        routes=tuple(_route(route) for route in part.routes),
        steps=tuple(part.steps),
        stopped=tuple(part.stopped),
        portions=tuple(Bar(one.label, one.low, one.high, one.words) for one in part.portions),
        clauses=tuple(_clause(clause) for clause in part.clause),
        what_to_do=tuple(part.what_to_do),
        duties=tuple(Duty(d.kind, tuple(d.words), d.of, d.state, d.paste) for d in part.duties),
        everywhere=part.everywhere,
        cause=part.cause,
        waiver=WaiverState(**part.waiver.model_dump()) if part.waiver else None,
    )


def _readings(part: ThreeReadings) -> Readings:
    truths = [Truth[word.upper()] for word in (part.narrow, part.plain, part.broad)]
    if truths != sorted(truths):
        raise ValueError("a wider reading says less than a narrower one")
    return Readings(*truths)


def _missing(part: AskedPart) -> MissingFact:
    return MissingFact(part.fact, part.subject, part.question, part.label)


def _element(part: ElementPart) -> ElementResult:
    missing = tuple(_missing(item) for item in part.missing)
    because = tuple(part.because.items())
    return ElementResult(part.name, part.exception, _readings(part.readings), part.sentence, missing, because)


def _route(part: RoutePart) -> Route:
    hops = tuple(Hop(hop.step, tuple(hop.relations), hop.source, hop.target) for hop in part.hops)
    return Route(part.reach, hops, part.depth, part.certain)


def _uncovered(part: UncoveredPart) -> NotCovered:
    return NotCovered(part.subject, part.name, part.why, part.location, tuple(part.releases), part.cause)


def _annex(part: AnnexPart) -> Annex:
    bars = tuple(Bar(one.label, one.low, one.high, one.words) for one in part.bars)
    return Annex(part.key, part.title, tuple(part.lines), bars, part.command)


def _question(part: QuestionPart) -> Question:
    identities = tuple((item.rule, item.release, item.source or "", item.party) for item in part.findings)
    lines = (AnswerLine(tuple(x.path), x.value, tuple(x.options), x.location, x.example) for x in part.lines)
    brings = (Brought(tuple(x.answers), x.title, x.position) for x in part.brings)
    return Question(_missing(part), identities, part.settles, tuple(lines), tuple(brings), part.untried)
