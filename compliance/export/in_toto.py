"""An in-toto statement that binds the result of a check to the files of a release, for others to sign."""

from __future__ import annotations

from collections import Counter
from typing import Any

from compliance.export.digests import Digests
from compliance.model.answered.further import of_further
from compliance.model.answered.report import Report

STATEMENT = "https://in-toto.io/Statement/v1"
PREDICATE = "urn:lineage:check-result:v1"


def in_toto(report: Report, files: Digests) -> dict[str, Any]:
    """The statement: its subject has the digest that model signing gives the same files.

    Args:
        report: The finished check.
        files: The digests of what is released.
    """
    told = of_further(report.warnings)
    return {
        "_type": STATEMENT,
        "subject": [{"name": files.name, "digest": {"sha256": files.root}}],
        "predicateType": PREDICATE,
        "predicate": {
            "tool": report.tool,
            "asOf": report.as_of.isoformat(),
            "gate": {"reading": report.gate, "allowed": sorted(report.allowed)},
            "result": _result(report),
            "manifest": {
                "name": report.manifest.rsplit("/", 1)[-1],
                "digest": {"sha256": report.manifest_sha256},
            },
            "releases": [
                {"id": one.id, "name": one.name, "license": one.license, "evaluated": one.evaluated}
                for one in report.releases
            ],
            "packs": [
                {"id": one.id, "version": one.version, "digest": {"sha256": one.sha256}}
                for one in report.packs
            ],
            **({"restsOnFurtherPacks": list(told)} if told else {}),
            "serialization": {
                "method": "files",
                "hash_type": "sha256",
                "allow_symlinks": False,
                "ignore_paths": list(files.ignored),
            },
            "resources": [
                {"name": name, "algorithm": "sha256", "digest": digest} for name, digest in files.files
            ],
        },
    }


def _result(report: Report) -> dict[str, Any]:
    """Whether the gate was passed, and how many findings stand in which position."""
    positions = Counter(finding.position.value for finding in report.findings)
    return {
        "passed": report.exit_code == 0,
        "open": len(report.open_findings()),
        "notCovered": len(report.not_covered),
        "questions": len(report.questions),
        "positions": dict(sorted(positions.items())),
    }
