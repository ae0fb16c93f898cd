"""The shape of `report.json`, version 1: closed, described, and the source of the published schema."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from pydantic import Field

from compliance.model.answered.annex import AnnexKey
from compliance.model.answered.report import Gate
from compliance.model.packs.truth import Position
from compliance.render.machine.finding_shape import AskedPart, BarPart, FindingPart, Number, Part
from compliance.render.machine.warning_shape import WarningPart
from compliance.render.view.actions import Who
from compliance.render.view.answer import AnswerKind

SCHEMA_VERSION = 1


class ArtifactPart(Part):
    """An artifact of the lineage."""

    id: str = Field(description="Artifact id.")
    name: str = Field(description="Name as published.")
    kind: str = Field(description="service, model, dataset, code or document.")
    license: str | None = Field(description="Licence as stated or known.")
    access: str | None = Field(description="Provider, route and plan of a service.")
    origin: Literal["declared", "resolved"] = Field(description="Stated in the manifest, or known ancestry.")
    location: str | None = Field(description="file:line:column in the manifest.")


class StepInputPart(Part):
    """What a step read."""

    artifact: str = Field(description="Artifact id.")
    role: str = Field(description="Role of the input.")
    relations: list[str] = Field(description="What the step made of it; empty for no lineage or not settled.")
    certain: bool = Field(description="Whether the relation is settled.")


class StepPart(Part):
    """A step of the lineage."""

    id: str = Field(description="Step id.")
    kind: str = Field(description="Kind of the step.")
    by: str = Field(description="Who performed it.")
    period: str | None = Field(description="When, as stated.")
    inputs: list[StepInputPart] = Field(description="What it read.")
    outputs: list[str] = Field(description="Artifact ids that it wrote.")
    origin: Literal["declared", "resolved"] = Field(description="Stated in the manifest, or known ancestry.")
    location: str | None = Field(description="file:line:column in the manifest.")


class LineagePart(Part):
    """The lineage that was evaluated, known ancestry included."""

    artifacts: list[ArtifactPart] = Field(description="In the order of the manifest.")
    steps: list[StepPart] = Field(description="In the order in which they happened.")


class ManifestPart(Part):
    """The file that was checked."""

    path: str = Field(description="Path as it was given.")
    sha256: str = Field(description="Digest of its bytes.")


class ReleasePart(Part):
    """What is put out."""

    id: str = Field(description="Release id.")
    artifact: str = Field(description="Artifact id.")
    name: str = Field(description="Name as published.")
    date: str | None = Field(description="Date of release; null: not stated.")
    license: str | None = Field(description="Licence as stated; null: not stated.")
    access: str = Field(description="How others get at it.")
    function: str = Field(description="What it is for.")
    evaluated: bool = Field(description="Whether a loaded rule could be put to it.")


class CountsPart(Part):
    """Numbers of findings; positions are the publisher's own, rules in force, without the access screen."""

    open: Number = Field(description="Findings that keep the check from passing.")
    breach: Number = Field(description="Likely to breach.")
    arguable: Number = Field(description="Reasonable readers part.")
    needs_facts: Number = Field(description="A missing fact decides.")
    remote: Number = Field(description="The broadest reading only.")
    not_covered: Number = Field(description="Findings without a text.")
    clear: Number = Field(description="No reading bites.")
    not_applicable: Number = Field(description="The rule does not reach the release or party.")
    waived: Number = Field(description="Waived, and the waiver counts.")
    screen: Number = Field(description="Answers of the access screen.")
    screen_open: Number = Field(description="Those that are open.")
    if_enacted: Number = Field(description="Under proposed law or other rules not in force.")
    others: Number = Field(description="Positions of others than the publisher.")
    uncovered_names: Number = Field(description="Entries of not_covered.")


class AnswerPart(Part):
    """The answer for one release, in words."""

    release: str = Field(description="Release id.")
    kind: AnswerKind = Field(
        description="`as-stated`: may go out; `once`: when words are shown or shipped; `unknown`: facts are missing; "
        "`not-as-stated`: something stands against it on the gate's reading."
    )
    sentence: str = Field(description="The answer in one sentence.")
    limits: str = Field(description="What the sentence leaves open; empty where nothing is.")


class VerdictPart(Part):
    """The answer."""

    exit_code: Literal[0, 1] = Field(
        description="0: all was evaluated and nothing is open on the gate's reading."
    )
    line: str = Field(description="The numbers in one line.")
    answers: list[AnswerPart] = Field(default=[], description="The answer for each release.")
    gate: Gate = Field(description="Reading on which findings count.")
    allowed: list[str] = Field(description="Positions that do not fail the check, as asked for.")
    rules_asked: Number = Field(description="Rules that were put to at least one release.")
    counts: CountsPart = Field(description="Numbers of findings.")


class UncoveredPart(Part):
    """Something in the lineage of which no loaded rule or text speaks."""

    subject: str = Field(description="Artifact id.")
    name: str = Field(description="Its name.")
    why: str = Field(description="What is missing.")
    location: str | None = Field(description="file:line:column in the manifest.")
    releases: list[str] = Field(description="Releases behind which it stands.")
    cause: str = Field(default="", description="What it comes from, as for findings.")


class CausePart(Part):
    """Findings and uncovered names that one act or one answer would settle."""

    key: str = Field(description="Kind, upstream and release.")
    position: Position = Field(description="The heaviest position among them.")
    open: bool = Field(description="Whether it keeps the check from passing.")
    findings: Number = Field(description="Number of findings.")
    uncovered: Number = Field(description="Number of uncovered names.")
    title: str = Field(default="", description="What it is.")
    subject: str = Field(default="", description="Upstreams and releases, in short.")
    why: str = Field(default="", description="Why it stands open, in a dozen words at most.")
    reading: str = Field(default="", description="On whose reading.")
    do: str = Field(default="", description="What to do, in a few words.")
    who: list[Who] = Field(default=[], description="Who can do it.")
    location: str | None = Field(default=None, description="file:line:column in the manifest.")


class LimitPart(Part):
    """Something that the program cannot know and asks nobody about."""

    kind: Literal["making", "text", "origin", "record", "ancestry"] = Field(
        description="`making`: undisclosed; `text`: not held by the packs; `origin`: pending texts on origin; "
        "`record`: known from a list, at second hand or from memory alone; `ancestry`: known to stand behind something "
        "from memory or by a name alone."
    )
    subjects: list[str] = Field(description="What it concerns.")
    sentence: str = Field(description="The limit in words.")


class FindingReference(Part):
    """Which finding."""

    rule: str = Field(description="Rule id.")
    release: str = Field(description="Release id.")
    source: str | None = Field(description="Artifact id of the source.")
    party: str = Field(description="Whose position.")


class LinePart(Part):
    """A line of the manifest that answers a question."""

    path: list[str] = Field(description="Keys from the top; of steps and releases, the id of the entry.")
    value: str = Field(description="A possible answer as YAML; with a placeholder where any text will do.")
    options: list[str] = Field(description="Further possible answers; empty where any text will do.")
    location: str | None = Field(description="file:line:column of the entry that it belongs to.")
    example: str = Field(default="", description="The value with something in its placeholder's stead.")


class BroughtPart(Part):
    """A point that stands open once a question is answered, and did not before."""

    answers: list[str] = Field(description="Answers that bring it; empty for the lines as they stand.")
    title: str = Field(description="What it is, in words.")
    position: Position = Field(description="Its position.")


class QuestionPart(AskedPart):
    """A missing fact and the findings that wait for it; the most useful question comes first."""

    settles: Number = Field(description="Findings that this answer alone can settle.")
    findings: list[FindingReference] = Field(description="Findings that wait for it.")
    lines: list[LinePart] = Field(default=[], description="What to write into the manifest.")
    brings: list[BroughtPart] = Field(default=[], description="What answers that help bring in turn.")
    untried: bool = Field(
        default=False,
        description="Whether that was not looked at, since trying answers on so many findings takes long.",
    )


class PackPart(Part):
    """A loaded file of rules or texts."""

    id: str = Field(description="Id of the pack or instrument.")
    version: str = Field(description="Its version.")
    path: str = Field(description="Where it was loaded from.")
    sha256: str = Field(description="Digest of its bytes.")
    rules: Number = Field(description="Rules in it.")


class NotPutPart(Part):
    """A rule that was put to nothing."""

    rule: str = Field(description="Rule id.")
    title: str = Field(description="Title of the rule.")
    triggers: list[str] = Field(description="Facts that would put it, in a few words each.")


class PointPart(Part):
    """A cause as it stood open for one release."""

    cause: str = Field(description="Kind and upstream.")
    release: str = Field(description="Release id.")
    position: Position = Field(description="Its heaviest position.")
    title: str = Field(description="What it is.")
    upstream: str | None = Field(default=None, description="The upstream's name; absent in older reports.")


class SincePart(Part):
    """An earlier report with which this one was compared; only what is new or heavier fails the check."""

    name: str = Field(description="The earlier report's file.")
    as_of: dt.date = Field(description="Its date.")
    points: list[PointPart] = Field(description="What stood open then.")
    packs_changed: Number = Field(description="Loaded files that differ between the two.")
    tool: str = Field(description="The program that wrote it, where that is another version.")
    gate: str = Field(default="", description="What it let pass, where that is something else than now.")


class AnnexPart(Part):
    """A short part on plans, scenarios, exposure or shares."""

    key: AnnexKey = Field(description="Which it is.")
    title: str = Field(description="Its title.")
    lines: list[str] = Field(description="What there is to say.")
    bars: list[BarPart] = Field(description="Shares.")
    command: str = Field(description="What prints it at length.")


class ReportPart(Part):
    """A compliance report. It is not legal advice."""

    schema_version: Literal[1] = Field(description="Version of this shape.")
    tool: str = Field(description="Program and version.")
    as_of: dt.date = Field(description="The date for which it was asked.")
    manifest: ManifestPart = Field(description="Which file was checked, byte for byte.")
    project: str = Field(description="Project id.")
    title: str = Field(description="Project title.")
    publisher: str = Field(description="Who puts the releases out.")
    releases: list[ReleasePart] = Field(description="In the order of the manifest.")
    verdict: VerdictPart = Field(description="Whether the check passes, and the numbers.")
    findings: list[FindingPart] = Field(
        description="In order of weight; proposed law is marked by its force."
    )
    not_covered: list[UncoveredPart] = Field(description="What no loaded rule or text speaks of.")
    causes: list[CausePart] = Field(
        default=[], description="What the unsettled findings of the publisher come from."
    )
    questions: list[QuestionPart] = Field(description="Ranked.")
    limits: list[LimitPart] = Field(default=[], description="What cannot be known and is not asked.")
    not_put: list[NotPutPart] = Field(description="Rules that nothing in the manifest triggers.")
    lineage: LineagePart = Field(description="What the findings were evaluated on.")
    packs: list[PackPart] = Field(description="What was loaded, with digests.")
    packs_digest: str = Field(
        default="",
        description="One digest for all of them; `rules bundle` prints it for the bundle that holds them.",
    )
    warnings: list[str] = Field(description="What the reader should know about this run.")
    warning_kinds: list[WarningPart] | None = Field(
        default=None, description="Those of a kind that is never left out; absent in older reports."
    )
    disclaimers: list[str] = Field(description="What the report is not.")
    since: SincePart | None = Field(default=None, description="The earlier report, where one was given.")
    annexes: list[AnnexPart] = Field(default=[], description="What was asked for beside; counts for nothing.")


def report_schema() -> dict[str, Any]:
    """Return the JSON schema (draft 2020-12) of `report.json`."""
    schema = ReportPart.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "compliance report"}
