"""Reports written by hand: a full one after OLMo 3, small ones for single points, and a hostile one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from compliance.model.answered.finding import (
    Answered,
    ClauseInForce,
    ElementResult,
    Finding,
    MissingFact,
    NotCovered,
    Turn,
    WaiverState,
)
from compliance.model.answered.report import Question, ReleaseInfo, Report
from compliance.model.declared.route import Hop, Route
from compliance.model.known.knowledge import PackUsed
from compliance.model.packs.truth import NEVER, Position, Readings, Truth, position_of, position_range

NO, MAYBE, YES = Truth.NO, Truth.UNKNOWN, Truth.YES
BREACHING = Readings.same(YES)
ARGUABLE = Readings(NO, YES, YES)
REMOTE = Readings(NO, NO, YES)
UNDECIDED = Readings(NO, MAYBE, YES)
HOSTILE = "[red]x[/] \x1b[31mred\x1b[0m \u202egnp.exe\n\tnext \x9b2J"

CHANNEL = MissingFact("source.route", "gpt-4.1", "Which channel served GPT-4.1: direct, Azure, a gateway?")
PERIOD = MissingFact("step.period", "flashcards", "When did the step flashcards happen?")
ACCEPTED = MissingFact(
    "party.accepted",
    "ai2/reddit",
    "Has Allen Institute for AI itself accepted the terms of Reddit for this purpose?",
)

DIRECT = Route(
    "student",
    (
        Hop("reason", ("outputs",), "gpt-4.1", "dolmino"),
        Hop("", ("data",), "dolmino", "dolmino"),
        Hop("anneal", ("trained-on",), "dolmino", "olmo"),
    ),
    depth=1,
)
OCR = Route(
    "descendant",
    (
        Hop("label", ("outputs",), "gpt-4o", "ocr-mix"),
        Hop("tune-ocr", ("trained-on",), "ocr-mix", "olmocr"),
        Hop("transcribe", ("outputs",), "olmocr", "science"),
        Hop("mix", ("data",), "science", "dolma"),
        Hop("pretrain", ("trained-on",), "dolma", "olmo"),
    ),
    depth=2,
)
JUDGED = Route(
    "signal",
    (Hop("score", ("signal",), "llama-3.1", "finemath"), Hop("pretrain", (), "finemath", "olmo")),
    depth=0,
    certain=False,
)


def clause(**changes: Any) -> ClauseInForce:
    """The competing-models clause of the services agreement."""
    value = ClauseInForce(
        instrument="openai/services-agreement",
        clause="competing-models",
        title="OpenAI Services Agreement",
        locator="section 3.3 (e)",
        status="held",
        version_from="2025-05-31",
        version_to=None,
        assurance="full-text",
        verified_on="2026-11-20",
        paraphrase="Customers may not use output to develop models that compete with the provider.",
        fingerprint="sha256:" + "0a" * 32,
        url="https://openai.example/services-agreement",
    )
    return replace(value, **changes)


def finding(readings: Readings = ARGUABLE, **changes: Any) -> Finding:
    """A finding on outputs of GPT-4.1 in OLMo 3 whose position follows from its readings."""
    low, high = position_range(readings)
    value = Finding(
        rule="openai/competing-models",
        title="Output used to develop models that compete with OpenAI",
        family="provider-terms:openai",
        norm="prohibition",
        force="in-force",
        party="bound-party",
        party_name="Allen Institute for AI",
        release="olmo",
        source="gpt-4.1",
        source_name="gpt-4.1-2025-04-14",
        position=position_of(readings),
        low=low,
        high=high,
        readings=readings,
        own=True,
        elements=(
            ElementResult(
                "output-used", False, BREACHING, "content written by gpt-4.1 trained olmo directly"
            ),
            ElementResult("bound", False, BREACHING, "Allen Institute for AI made the calls"),
            ElementResult(
                "competes",
                False,
                readings,
                "a general-purpose model with open weights, offered by nobody as a service",
            ),
            ElementResult(
                "classifier-exception",
                True,
                NEVER,
                "olmo is neither a classifier nor an embedding, and is published",
            ),
        ),
        routes=(DIRECT,),
        steps=("reason",),
        clauses=(clause(),),
        reason="whether a freely published research model competes is read differently",
        says="Output may not be used to develop models that compete with OpenAI.",
        consequence="The account may be suspended or closed; the provider may claim breach of contract.",
        what_to_do=("obtain-permission", "replace-input", "restrict-access"),
        does_not_cover="Azure OpenAI, Bedrock and gateways; how the account was obtained.",
        location="lineage.yaml:12:3",
    )
    return replace(value, **changes)


def arguable() -> Finding:
    """The finding on which reasonable readers part."""
    return finding(
        turn_words=("compete-meaning", "who-agreed"),
        turns_on=(Turn("reading", ("competes",), Position.CLEAR),),
    )


def waiting() -> Finding:
    """A finding that waits for two facts."""
    return finding(
        UNDECIDED,
        rule="reddit/content-licence",
        title="Reddit content reworked into training items",
        family="dataset-licence:unknown-source",
        party="releaser",
        source="reddit",
        source_name="PushShift Reddit dump 2023-03",
        missing=(ACCEPTED, PERIOD),
        answers=(
            Answered(ACCEPTED, Position.REMOTE, Position.ARGUABLE),
            Answered(PERIOD, Position.NEEDS_FACTS, Position.NEEDS_FACTS),
        ),
        turns_on=(Turn("fact", (ACCEPTED.key,), Position.REMOTE),),
        elements=(
            ElementResult("content-used", False, BREACHING, "rows of reddit were reworked into dolmino"),
            ElementResult("bound", False, UNDECIDED, "nothing says who accepted the terms", (ACCEPTED,)),
        ),
        clauses=(
            clause(
                instrument="reddit/user-agreement",
                title="Reddit User Agreement",
                locator="section 5",
                status="continuity",
                version_from="2023-09-12",
                version_to="2024-08-16",
                assurance="quoted",
                verified_on="2026-02",
                url=None,
                fingerprint=None,
                note="The capture of 2023-09 lacks its last page.",
            ),
        ),
        reason="it is not stated who accepted the terms",
        what_to_do=("supply-fact", "drop-input", "ask-a-librarian"),
        location="lineage.yaml:21:3",
    )


def remote() -> Finding:
    """The finding on the transcripts, two generations away."""
    return finding(
        REMOTE,
        source="gpt-4o",
        source_name="gpt-4o-2024-08-06",
        routes=(OCR,),
        stopped=("second generation: outside the plain reading",),
        turn_words=("outputs-vs-weights",),
        reason="what GPT-4o wrote reaches the model only through what another model wrote",
        location="lineage.yaml:8:3",
    )


def cleared() -> Finding:
    """A finding on which nothing bites."""
    return finding(
        NEVER,
        rule="meta/llama-3.1/name-prefix",
        title="Name of a model improved with Llama outputs",
        family="model-licence:llama3.1+",
        norm="obligation",
        party="releaser",
        source="llama-3.1",
        source_name="Llama-3.1-70B-Instruct",
        routes=(JUDGED,),
        reason="no output of Llama is in the data; it scored pages only",
        origin="resolved",
        location=None,
    )


def screened(readings: Readings = NEVER, **changes: Any) -> Finding:
    """A finding of the access screen."""
    values: dict[str, Any] = {
        "rule": "access/identity",
        "title": "Access under a false identity",
        "family": "access:abuse",
        "norm": "screen",
        "elements": (),
        "routes": (),
        "clauses": (),
        "reason": "nothing stated speaks of a false identity",
        "what_to_do": ("none",),
    }
    return finding(readings, **(values | changes))


def report(*findings: Finding, **changes: Any) -> Report:
    """A report on OLMo 3 with these findings."""
    value = Report(
        tool="compliance 0.1.0",
        as_of=dt.date(2026, 11, 24),
        manifest="examples/olmo3/lineage.yaml",
        manifest_sha256="5e" * 32,
        project="olmo-3",
        title="Olmo 3 base",
        publisher="Allen Institute for AI",
        releases=(
            ReleaseInfo(
                "olmo", "olmo", "allenai/Olmo-3-1025-7B", "2025-11-20", "Apache-2.0", "open-weights",
                "general-purpose", evaluated=True,
            ),
        ),
        findings=findings,
        not_covered=(),
        questions=(),
        packs=(
            PackUsed("openai", "2026.11", "rules/openai/competing-models.yaml", "ab" * 32, 1),
            PackUsed("openai/services-agreement", "1", "policies/openai/agreement.yaml", "cd" * 32, 0),
        ),
        warnings=(),
        rules_asked=7,
    )  # fmt: skip
    return replace(value, **changes)


def olmo_report() -> Report:
    """The full example: one finding of every kind."""
    bill = finding(
        BREACHING,
        rule="us/hr-8283/listing",
        title="Entity that distils from a US model may be listed",
        force="proposed",
        reason="the bill speaks of models improved by outputs of a US model",
    )
    user = finding(
        REMOTE,
        party="downstream-user",
        party_name="a user of olmo",
        own=False,
        reason="who only runs the finished model has agreed to nothing",
    )
    waived = finding(
        rule="microsoft/azure-openai",
        title="Azure OpenAI output used to train a competing model",
        source="azure",
        source_name="Azure OpenAI gpt-4.1",
        waiver=WaiverState(
            "written-permission", "Letter of 2025-06-01.", "legal@ai2", "2027-01-01", active=True
        ),
    )
    wait = waiting()
    return report(
        arguable(),
        waived,
        wait,
        remote(),
        cleared(),
        finding(
            NEVER,
            source="qwen",
            source_name="Qwen3-32B",
            reason="a model of another provider wrote this",
            routes=(),
        ),
        screened(),
        screened(rule="access/region", title="Access from an unsupported region", source="azure"),
        bill,
        user,
        not_covered=(
            NotCovered(
                "pushshift",
                "PushShift dump",
                "no record of its terms is loaded",
                "lineage.yaml:21:3",
                ("olmo",),
            ),
        ),
        questions=(
            Question(ACCEPTED, (wait.identity,), 1),
            Question(CHANNEL, (arguable().identity, user.identity), 1),
            Question(PERIOD, (wait.identity,), 0),
        ),
        warnings=("the waiver of meta/llama-3.1/name-prefix matches nothing",),
    )


def hostile_report() -> Report:
    """A report whose every free text tries to steer a terminal or a markup language."""
    missing = MissingFact("step.period", HOSTILE, HOSTILE)
    value = finding(
        UNDECIDED,
        title=HOSTILE,
        party_name=HOSTILE,
        source=HOSTILE,
        source_name=HOSTILE,
        release=HOSTILE,
        elements=(ElementResult(HOSTILE, False, UNDECIDED, HOSTILE, (missing,)),),
        missing=(missing,),
        answers=(Answered(missing, Position.CLEAR, Position.BREACH),),
        turn_words=(HOSTILE,),
        turns_on=(Turn("reading", (HOSTILE,), Position.CLEAR),),
        routes=(Route("copy", (Hop(HOSTILE, ("outputs",), HOSTILE, HOSTILE),), 1),),
        stopped=(HOSTILE,),
        clauses=(clause(title=HOSTILE, locator=HOSTILE, note=HOSTILE, url=HOSTILE, paraphrase=HOSTILE),),
        reason=HOSTILE,
        says=HOSTILE,
        consequence=HOSTILE,
        what_to_do=(HOSTILE,),
        does_not_cover=HOSTILE,
        location=HOSTILE,
        waiver=WaiverState(HOSTILE, HOSTILE, HOSTILE, HOSTILE, active=False),
    )
    return report(
        value,
        replace(value, party="releaser", own=False),
        replace(value, family="access:abuse", norm="screen", rule="access/identity"),
        replace(value, force="proposed"),
        title=HOSTILE,
        project=HOSTILE,
        publisher=HOSTILE,
        manifest=HOSTILE,
        releases=(
            ReleaseInfo(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, evaluated=True),
        ),
        not_covered=(NotCovered(HOSTILE, HOSTILE, HOSTILE, HOSTILE, (HOSTILE,)),),
        questions=(Question(missing, (value.identity,), 1),),
        packs=(PackUsed(HOSTILE, HOSTILE, HOSTILE, HOSTILE, 3),),
        warnings=(HOSTILE,),
    )
