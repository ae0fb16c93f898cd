"""Check a folder of manifests, each at its own day, and score the findings against a folder of keys.

    python -m benchmarks.scoreboard releases MANIFESTS KEYS [--json] [--rows] [--half work|measure]

The first comment lines of a manifest say what the check needs beside it: `# as-of:` the day to check at,
`# publisher-is:` whether its publisher is the `asker` of the keys or the `original` one, `# release-node:` the nodes
that are released. Keys belong to the manifest of the same file name. Neither waivers nor settings are read.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import itertools
import json
import pathlib
import re
import sys
from collections.abc import Sequence

from compliance.errors import ComplianceError
from compliance.load.documents.yaml_reader import read_yaml
from compliance.load.manifest.manifest import check_manifest
from compliance.model.declared.lineage import Artifact
from compliance.model.known.knowledge import Knowledge
from compliance.pipeline import check_loaded, load_packs
from compliance.resolve import resolve
from tools.scoreboards.predictions import Subject, predictions
from tools.scoreboards.release_figures import Checked, figures
from tools.scoreboards.release_table import rows, table
from tools.scoreboards.scorer import load_scorer

PURPOSE = "Check manifests, and score the findings against keys."
HALVES = ("work", "measure")
_HEAD = re.compile(r"# *([a-z-]+): *(.*?) *")


def half_of(ident: str) -> str:
    """The half to which an id belongs, by its digest: one is worked on, the other only measured."""
    return HALVES[int(hashlib.sha256(ident.encode()).hexdigest()[0], 16) % 2]


def head_of(text: str) -> dict[str, str]:
    """What the comment lines at the top of a manifest say."""
    lines = itertools.takewhile(lambda line: line.startswith("#"), text.splitlines())
    return {match[1]: match[2] for line in lines if (match := _HEAD.fullmatch(line))}


def check_one(path: pathlib.Path, knowledge: Knowledge) -> Checked:
    """Check one manifest at the day of its head; a fault is part of the answer."""
    try:
        head = head_of(path.read_text(encoding="utf-8"))
        as_of = datetime.date.fromisoformat(head.get("as-of", "no `# as-of:` line"))
        loaded = check_manifest(read_yaml(path, name=path.name), knowledge)
        report = check_loaded(loaded, knowledge, as_of)
        lineage = resolve(loaded.manifest, knowledge.registry)
    except (OSError, ValueError, ComplianceError) as error:
        return Checked(fault=str(error))
    providers = {key: artifact.provider for key, artifact in lineage.artifacts.items()}
    nodes = tuple(re.findall(r"[^,\s]+", head.get("release-node", "")))
    families = {key: family for key, one in lineage.artifacts.items() if (family := _family(one, knowledge))}
    subject = Subject(loaded.manifest, providers, nodes, families)
    return Checked(head.get("publisher-is", "asker"), predictions(subject, report), subject, report)


def _family(artifact: Artifact, knowledge: Knowledge) -> str | None:
    """The family of the rules that speak of the licence of an artifact by its name."""
    sources = ((rule.family or pack.pack.family, rule.about.source) for pack, rule in knowledge.rules())
    spoken = (family for family, one in sources if one and set(artifact.licences) & set(one.licence))
    return next(spoken, None) if artifact.kind == "model" and artifact.licences else None


def arguments(argv: Sequence[str]) -> argparse.Namespace:
    """Parse the command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.scoreboard releases", description=PURPOSE)
    parser.add_argument("manifests", type=pathlib.Path, metavar="MANIFESTS")
    parser.add_argument("keys", type=pathlib.Path, metavar="KEYS")
    parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
    parser.add_argument("--rows", action="store_true", help="also print each key and each alarm left over")
    parser.add_argument("--half", choices=HALVES, help="look at this half of the ids alone")
    return parser.parse_args(argv)


def main(argv: Sequence[str]) -> int:
    """Run the command; 0 = every id was checked and scored, 2 = not."""
    given = arguments(argv)
    for folder in (given.manifests, given.keys):
        if not any(folder.glob("*.yaml")):
            print(f"{folder}: no such folder, or no YAML file in it", file=sys.stderr)
            return 2
    try:
        scorer, knowledge = load_scorer(), load_packs()
    except (FileNotFoundError, ComplianceError) as error:
        print(error, file=sys.stderr)
        return 2
    records = [one for one in scorer.load_folder(given.keys) if given.half in (None, half_of(one["id"]))]
    paths = {path.stem: path for path in sorted(given.manifests.glob("*.yaml"))}
    wanted = [ident for ident in paths if given.half in (None, half_of(ident))]
    checked = {ident: check_one(paths[ident], knowledge) for ident in wanted}
    for record in records:
        checked.setdefault(record["id"], Checked(fault="no manifest"))
    first = figures(scorer, records, checked)
    halves = {}
    for half in () if given.half else HALVES:
        mine = {ident: one for ident, one in checked.items() if half_of(ident) == half}
        halves[half] = figures(scorer, [record for record in records if record["id"] in mine], mine)
    lines = [*rows(scorer, records, checked)] if given.rows else []
    if given.json:
        beside = {"halves": halves, "rows": lines}
        told = {**first, **{name: value for name, value in beside.items() if value}}
        print(json.dumps(told, indent=1, ensure_ascii=False))
    else:
        print("\n".join([*lines, *table({given.half or "whole": first, **halves})]))
    return 2 if first["not_checked"] else 0
