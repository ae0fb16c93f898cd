"""Check data sets of the Data Provenance Collection, and score the findings against what its annotators found.

    python -m benchmarks.scoreboard dpi LINES.jsonl [--json] [--rows]

Each line becomes a manifest: rows mixed from one source per stated licence, from what it names as text sources and
ancestors, and from what its generating models wrote. Only `READ` goes in: golds, tags of the annotators and their
verdict among the licences never do. Nor does the data set's own name, since the registry knows some from this very
collection. It is checked twice: released for commercial use, and under the label of its hub page by somebody without
a commercial purpose, so that the label alone decides. Each in a manifest of its own.
"""

from __future__ import annotations

import argparse
import datetime
import functools
import json
import pathlib
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from compliance.errors import ComplianceError
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest
from compliance.model.answered.finding import Finding
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.truth import Truth
from compliance.pipeline import evaluate_manifest, load_packs
from compliance.resolve.licences.text import LicenceReader
from compliance.resolve.names.lookup import Names
from tools.scoreboards.dpi_figures import (
    Line,
    Said,
    classes_of_licences,
    figures,
    label_of,
    rows,
    stated,
    strictest,
    table,
)  # fmt: skip
from tools.scoreboards.releases import HALVES, half_of

PURPOSE = "Check data sets of the Data Provenance Collection, and score the findings against its annotations."
AS_OF = datetime.date(2025, 3, 25)
"""The day of the collection's snapshot."""
READ = (
    "licenses", "model_generated", "text_sources", "derived_from", "hf_yaml_license", "hf_date", "s2_date",
)  # fmt: skip
"""The fields of a line that a manifest may rest on."""
_CUSTOM = "Custom"
"""How the collection names a text that is no public licence."""
_GAPS = ("no-licence", "dataset-licence:unknown-source")
_LIMITS = ("dataset-licence:nc", "dataset-licence:custom")


def texts_of(line: Line, is_read: Callable[[str], bool]) -> list[str]:
    """The licences that a line states; for "Custom" the address of the text, where one is known to stand there."""
    found = [
        next((one["License URL"] for one in line["licenses"] if _is_custom(one, name, is_read)), name)
        for name in stated(line)
    ]
    return list(dict.fromkeys(found))


def _is_custom(entry: Mapping[str, str | None], name: str, is_read: Callable[[str], bool]) -> bool:
    address = entry.get("License URL")
    return name == _CUSTOM == entry["License"] and bool(address) and is_read(str(address))


def manifest_of(
    line: Line,
    is_service: Callable[[str], bool],
    is_read: Callable[[str], bool] = lambda _: False,
    *,
    labelled: bool = False,
) -> dict[str, Any]:
    """A line as a manifest of ours, released for commercial use or, `labelled`, under its label alone."""
    line = {key: line[key] for key in READ}
    licences = [{"license": one} for one in texts_of(line, is_read)] or [{}]
    artifacts: dict[str, Any] = {
        f"stated-{n}": {"kind": "dataset", "name": f"source {n}", **one} for n, one in enumerate(licences, 1)
    }
    named = dict.fromkeys(one for one in [*line["derived_from"], *line["text_sources"]] if one.strip())
    artifacts |= {f"named-{n}": {"kind": "dataset", "name": one} for n, one in enumerate(named, 1)}
    steps: list[dict[str, Any]] = [
        {"id": "mix", "kind": "mix", "inputs": {"data": [*artifacts]}, "outputs": "rows"}
    ]
    writers = {
        f"writer-{n}": {"kind": "service" if is_service(one) else "model", "name": one}
        for n, one in enumerate(dict.fromkeys(line["model_generated"]), 1)
    }
    if writers:
        steps.append(
            {"id": "write", "kind": "generate", "inputs": {"teacher": [*writers]}, "outputs": "rows"}
        )
    date = {"date": line["hf_date"] or line["s2_date"]} if line["hf_date"] or line["s2_date"] else {}
    label = {"commercial": False, "license": label_of(line)} if labelled else {"commercial": True}
    release = {"artifact": "rows", "access": "public", "function": "dataset", **date, **label}
    return {
        "lineage": 1, "project": {"id": "line"}, "publisher": {"name": "Whoever publishes the rows"},
        "artifacts": {**artifacts, **writers, "rows": {"kind": "dataset"}}, "steps": steps, "releases": [release],
    }  # fmt: skip


class Checker:
    """Checks lines against packs; lines that make the same manifest are checked once."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Prepare look-ups; `knowledge` is only read."""
        self._knowledge = knowledge
        self._names = Names(knowledge.registry)
        self._licences = LicenceReader(knowledge.registry)
        self._findings = functools.cache(self._evaluated)

    def __call__(self, line: Line) -> Said:
        """What the findings say about a line."""
        made = manifest_of(line, self._is_service, self._is_read)
        try:
            offered, labelled = self._findings(json.dumps(made)), self._under_label(line)
        except ComplianceError as error:
            return Said(fault=str(error))
        texts = {
            key: one.get("license", "") for key, one in made["artifacts"].items() if key.startswith("stated-")
        }
        per_source = (self._classes(offered, key, text) for key, text in texts.items())
        stricter = [use for key, text in texts.items() for use in self._classes(labelled, key, text)]
        return Said(
            use=strictest([strictest(uses or ["commercial"]) for uses in per_source]),
            terms=_limited(offered),
            looser=strictest(stricter) if stricter else None,
        )

    def _under_label(self, line: Line) -> tuple[Finding, ...]:
        made = manifest_of(line, self._is_service, self._is_read, labelled=True)
        return self._findings(json.dumps(made)) if label_of(line) else ()

    def _is_service(self, name: str) -> bool:
        return self._names.service(name) is not None

    def _is_read(self, address: str) -> bool:
        return self._licences.read(address).says == "licence"

    def _evaluated(self, text: str) -> tuple[Finding, ...]:
        loaded = check_manifest(parse_yaml(text, "line"), self._knowledge)
        return evaluate_manifest(loaded.manifest, self._knowledge, AS_OF).findings

    def _classes(self, findings: Sequence[Finding], source: str, text: str) -> list[str]:
        """Classes of use to which findings about a source keep a release; no finding, no limit."""
        met = {one.family for one in findings if one.source == source and one.readings.plain is not Truth.NO}
        academic = self._traits(text) & {"research-only", "agreement"}
        limits = ["academic-only" if academic else "non-commercial"] if met & {*_LIMITS} else []
        return [*limits, *(["unspecified"] if met & {*_GAPS} else [])]

    def _traits(self, text: str | None) -> frozenset[str]:
        reading = self._licences.read(text)
        return self._licences.traits([one for ids in reading.alternatives for one in ids])


def _limited(findings: Sequence[Finding]) -> bool:
    """Whether terms limit it, or may; of a time whose text nobody holds, a finding says that and claims no limit."""
    return any(
        one.family == "provider-terms:openai"
        and one.readings.broad is not Truth.NO
        and (one.readings.broad is Truth.YES or all(fact.fact != "text.held" for fact in one.missing))
        for one in findings
    )


def main(argv: Sequence[str]) -> int:
    """Run the command; 0 = every line was checked and scored, 2 = not."""
    parser = argparse.ArgumentParser(prog="benchmarks.scoreboard dpi", description=PURPOSE)
    parser.add_argument("lines", type=pathlib.Path, metavar="LINES.jsonl")
    parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
    parser.add_argument("--rows", action="store_true", help="also print each answer that differs")
    given = parser.parse_args(argv)
    try:
        lines = [
            json.loads(one) for one in given.lines.read_text(encoding="utf-8").splitlines() if one.strip()
        ]
        checker = Checker(load_packs())
    except (OSError, ValueError, ComplianceError) as error:
        print(error, file=sys.stderr)
        return 2
    said, classes = {line["uid"]: checker(line) for line in lines}, classes_of_licences(lines)
    halves = {half: [line for line in lines if half_of(line["uid"]) == half] for half in HALVES}
    told = {part: figures(some, said, classes).told() for part, some in {"whole": lines, **halves}.items()}
    differing = [*rows(lines, said, classes)] if given.rows else []
    if given.json:
        print(
            json.dumps({**told, **({"rows": differing} if given.rows else {})}, indent=1, ensure_ascii=False)
        )
    else:
        print("\n".join([*differing, *table(told)]))
    return 2 if told["whole"]["not_checked"] or not lines else 0
