"""The whole program on one page: load, resolve, evaluate, summarise. Read this first.

`lineage.yaml` -> Manifest -> Lineage -> Evaluation -> Report; renderers turn the report into bytes.
"""

from __future__ import annotations

import datetime
import pathlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from compliance.evaluate import evaluate
from compliance.load.manifest import LoadedManifest, check_manifest, load_manifest, load_waivers
from compliance.load.packs import load_packs
from compliance.load.yaml_reader import parse_yaml
from compliance.model.finding import ClauseQuote, Evaluation
from compliance.model.knowledge import Knowledge
from compliance.model.manifest import Manifest
from compliance.model.policy_text import cited_versions
from compliance.model.report import Gate, Report
from compliance.model.waiver import Waiver
from compliance.resolve import resolve
from compliance.resolve.oddities import odd_dates
from compliance.summarise import compared, quoted, summarise
from compliance.version import __version__

__all__ = [
    "check", "check_loaded", "check_text", "compared", "evaluate_manifest", "load_manifest", "load_packs",
]  # fmt: skip


def check(
    manifest: pathlib.Path | str,
    *,
    packs: Knowledge | None = None,
    as_of: datetime.date,
    waivers: pathlib.Path | None = None,
    gate: Gate = "plain",
    allowed: Sequence[str] = (),
    store: pathlib.Path | None = None,
) -> Report:
    """Check a manifest file against packs and return the finished report.

    `store` is a folder of pinned texts out of which cited clauses are quoted. Raises `InputError` for a manifest,
    waiver file or pinned text that cannot be used, `PackError` for such a pack.
    """
    knowledge = packs if packs is not None else load_packs()
    loaded = load_manifest(pathlib.Path(manifest), knowledge)
    accepted = load_waivers(waivers).waivers if waivers is not None else ()
    quotes = _quotes(store, knowledge) if store is not None else {}
    return check_loaded(loaded, knowledge, as_of, accepted, gate, tuple(allowed), quotes)


def _quotes(store: pathlib.Path, knowledge: Knowledge) -> dict[str, ClauseQuote]:
    """The words of recorded clauses by their fingerprint, from the texts pinned in a store."""
    from compliance.text.keep.pin import Store
    from compliance.text.keep.pin_quotes import pinned_quotes

    found = pinned_quotes(Store(store), cited_versions(knowledge))
    return {key: ClauseQuote(one.words, one.digest, one.captured_on) for key, one in found.items()}


def check_text(text: str, name: str, *, packs: Knowledge, as_of: datetime.date) -> Report:
    """Check a manifest given as text; `name` stands for its file in messages."""
    return check_loaded(check_manifest(parse_yaml(text, name), packs), packs, as_of)


def check_loaded(
    loaded: LoadedManifest,
    knowledge: Knowledge,
    as_of: datetime.date,
    waivers: Sequence[Waiver] = (),
    gate: Gate = "plain",
    allowed: tuple[str, ...] = (),
    quotes: Mapping[str, ClauseQuote] = MappingProxyType({}),
) -> Report:
    """The pure middle: resolve, evaluate, summarise; `quotes` are words of clauses by their fingerprint."""
    manifest = loaded.manifest
    lineage = resolve(manifest, knowledge.registry, loaded.where, loaded.used)
    told = (*loaded.warnings, *lineage.warnings, *odd_dates(manifest, as_of))
    lineage = replace(lineage, warnings=tuple(dict.fromkeys(told)))
    evaluation = quoted(evaluate(lineage, knowledge, as_of), quotes)
    return summarise(
        evaluation,
        lineage,
        waivers,
        knowledge.used,
        manifest=loaded.document.name,
        manifest_sha256=loaded.document.sha256,
        project=manifest.project.id,
        title=manifest.project.title or manifest.project.id,
        tool=f"compliance {__version__}",
        gate=gate,
        allowed=allowed,
        facts=knowledge.facts,
    )


def evaluate_manifest(manifest: Manifest, knowledge: Knowledge, as_of: datetime.date) -> Evaluation:
    """Resolve and evaluate a manifest that is already a value, without a report."""
    return evaluate(resolve(manifest, knowledge.registry), knowledge, as_of)
