"""A report of hundreds of artifacts and dozens of findings stays legible on paper."""

from __future__ import annotations

import re
from dataclasses import replace

import factories
import pytest

from compliance.model.finding import Finding, Hop, Route
from compliance.model.report import ArtifactInfo, Report, StepInfo, StepInput
from compliance.render.pdf_content import build_paper
from compliance.render.view import build_view

SOURCES = 5
RULES = 12
LONG = "organization-with-a-very-long-name/dataset-with-an-even-longer-name-and-no-blank-anywhere-in-it-v2025"


def finding(rule: int, source: int, *, clear: bool) -> Finding:
    name = f"source-{source}-{LONG}"
    hops = [Hop(f"make-{n}", ("outputs",), name if n == 0 else f"part-{n}", f"part-{n + 1}") for n in range(6)]
    return factories.finding(
        factories.NEVER if clear else factories.ARGUABLE,
        rule=f"provider/terms-of-service/rule-number-{rule}",
        title=f"Rule {rule} on what may be made from the outputs",
        source=name,
        source_name=name,
        routes=(Route("student", (*hops, Hop("train", ("trained-on",), "part-6", "olmo")), 6),),
    )


def long_report() -> Report:
    """200 artifacts, 100 steps and 60 findings that need a look, beside 60 that are clear."""
    findings = [
        finding(rule, source, clear=clear)
        for clear in (False, True)
        for rule in range(RULES)
        for source in range(SOURCES)
    ]
    artifacts = tuple(
        ArtifactInfo(f"part-{n}", f"{LONG}-{n}", "dataset", "Apache-2.0", None, "declared", None) for n in range(200)
    )
    steps = tuple(
        StepInfo(
            f"make-{n}", "generate", "Allen Institute for AI", "2025", (StepInput(f"part-{n}", "data", ("data",), True),),
            (f"part-{n + 1}", f"part-{n + 100}" if n else "part-199"), "declared", None,
        )
        for n in range(100)
    )  # fmt: skip
    return factories.report(*findings, artifacts=artifacts, steps=steps)
