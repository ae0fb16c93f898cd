"""Score what is read of folders, sentences and configurations against keys that people wrote.

    python -m benchmarks.scoreboard folders DIR | sentences FILE.yaml | configs DIR [--rows]

Sentences and configurations fall into two halves by their digest, as manifests do: one is worked on, one only measured.
"""

from __future__ import annotations

import argparse
import pathlib
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from compliance.acquire.config import read_aliases, read_config
from compliance.acquire.names import is_hub_name, is_local
from compliance.acquire.tree import UnreadableError, read_tree
from compliance.intake import Scan, scan_folder
from compliance.intake.folder import prose_reader
from compliance.intake.naming.identity import identity
from compliance.intake.naming.registry_words import RegistryWords
from compliance.intake.upstreams import Upstream
from compliance.pipeline import load_packs
from tools.scoreboards.releases import HALVES, half_of

WORDS = {"base": "derived-from", "adapter": "derived-from"}
"""Our words for relations to those of the sentences' keys."""
NO_NAMES = ("attn_implementation", "deepspeed", "export_dir", "fsdp_config", "chat_template")


def ratio(good: int, of: int) -> str:
    """A share as it is printed."""
    return f"{good}/{of} = {good / of:.3f}" if of else "0/0"


def main_folders(argv: Sequence[str]) -> int:
    """Scan each folder that has a key beside it."""
    given, known = _arguments("folders", argv), RegistryWords(load_packs().registry)
    counts: Counter[str] = Counter()
    for path in sorted(given.source.glob("*.expected.yaml")):
        key = yaml.safe_load(path.read_text(encoding="utf-8"))
        scan = scan_folder(path.with_name(path.name.removesuffix(".expected.yaml")), load_packs())
        for row in score_folder(scan, key, known, counts):
            print(f"{key['release']}: {row}") if given.rows else None
    for what in ("found", "relation", "declared", "contradictions", "questions"):
        print(f"{what:15} {ratio(counts[what], counts[f'{what} of'])}")
    print(f"{'false lineage':15} {counts['false']} of {counts['false of']}")
    return 0 if counts else 2


def score_folder(scan: Scan, key: Any, known: RegistryWords, counts: Counter[str]) -> Iterator[str]:
    """Count what was found of a key, and tell what was not."""
    for want in key["artifacts"]:
        if want.get("level") == "stretch":
            continue
        found: list[Any] = [one for one in scan.upstreams if _same(one, want["name"], known)]
        found += [one for one in scan.released if one.name == want["name"]]
        relation = getattr(found[0], "relation", want["relation"]) if found else None
        counts.update(
            {"found of": 1, "found": bool(found), "relation of": 1, "declared of": "lenient" not in want}
        )
        right = relation in (want["relation"], *want.get("accept", ()))
        declared = bool(found) and getattr(found[0], "declared", True) == want["declared"]
        counts.update({"relation": right, "declared": declared and "lenient" not in want})
        if not (right and declared):
            yield f"{want['id']} {want['name']}: {relation}, declared right: {declared}"
    edges = {(each.place.file, each.place.line): one for one in scan.upstreams for each in one.sightings}
    for wrong in key["not_lineage"]:
        file, _, line = wrong["where"].partition(":")
        one = edges.get((file, int(line))) if line.isdigit() else None
        counts.update({"false of": 1, "false": one is not None and _named(one, wrong["name"])})
        if one is not None and _named(one, wrong["name"]):
            yield f"{wrong['id']} {wrong['name']} became an edge"
    for what, said in (("contradictions", scan.contradictions), ("questions", scan.questions)):
        for want in key[what]:
            hit = any(_meets(want, one) for one in said)
            counts.update({f"{what} of": 1, what: hit})
            if not hit:
                yield f"{want['id']} {want.get('ask') or want.get('why')}: not told"


def _same(one: Upstream, name: str, known: RegistryWords) -> bool:
    mine = identity(one.name, known)
    return mine == identity(name, known) or any(
        identity(each.name, known) == identity(name, known) for each in one.sightings
    )


def _named(one: Upstream, names: str) -> bool:
    spelled = one.name.lower().replace("-", "").replace(" ", "")
    return any(
        each.strip().lower().replace("-", "").replace(" ", "") in spelled for each in re.split(r"[,/]", names)
    )


def _meets(want: Any, one: Any) -> bool:
    """Whether what is told is of the kind wanted and meets at least half of the files, two if there are two."""
    places = [say["where"] for say in want["says"]] if "says" in want else want["where"]
    files = {re.split(r"[:#]", each)[0] for each in places}
    mine = {each.place.file for each in one.said} if "says" in want else {each.file for each in one.places}
    enough = (
        len(files & mine) >= max(min(2, len(files)), len(files) / 2) if "says" in want else bool(files & mine)
    )
    return enough and want.get("kind", "") == getattr(one, "kind", "")


def main_sentences(argv: Sequence[str]) -> int:
    """Read each sentence."""
    given, read = _arguments("sentences", argv), prose_reader(RegistryWords(load_packs().registry))
    told = {half: Counter[str]() for half in HALVES}
    for one in yaml.safe_load(given.source.read_text(encoding="utf-8")):
        found, counts = read(one["text"], one.get("section_hint") or ""), told[half_of(one["id"])]
        lineage = any(mention.is_lineage for mention in found)
        counts.update({(lineage, bool(one["counts_as_lineage"])): 1})  # type: ignore[dict-item]
        for want in one["mentions"]:
            plain = re.sub(r"\W", "", want["model"].lower())
            hits = [m for m in found if (w := re.sub(r"\W", "", m.name.lower())) in plain or plain in w]
            right = any(
                (WORDS.get(m.relation, m.relation) == want["relation"] and m.negated == want["negated"])
                or (m.negated and want["negated"]) or "none" == m.relation == want["relation"] for m in hits
            )  # fmt: skip
            counts.update(
                {"of": 1, "right": right, "negated": want["negated"] and any(m.is_lineage for m in hits)}
            )
            if given.rows and not right and half_of(one["id"]) == "work":
                print(one["id"], one["text"], want, hits)
    for half, counts in told.items():
        tp, fp, fn = counts[(True, True)], counts[(True, False)], counts[(False, True)]  # type: ignore[index]
        f1 = 2 * tp / (2 * tp + fp + fn) if tp else 0.0
        shares = f"relation {ratio(counts['right'], counts['of'])}, lineage F1 {f1:.3f}"
        print(f"{half:8} {shares}, negated counted {counts['negated']}")
    return 0


def main_configs(argv: Sequence[str]) -> int:
    """Read each configuration; the names wanted are all that look like a hub's in lines that are no comment."""
    given = _arguments("configs", argv)
    paths = [one for one in sorted(given.source.rglob("*")) if one.suffix in (".yaml", ".yml")]
    info = next(iter(given.source.rglob("dataset_info.json")), None)
    aliases = read_aliases(read_tree(info.read_text(encoding="utf-8"), True), info.name) if info else {}
    for half in HALVES:
        counts: Counter[str] = Counter()
        for path in (one for one in paths if half_of(one.relative_to(given.source).as_posix()) == half):
            text = path.read_text(encoding="utf-8")
            counts["files"] += 1
            try:
                found = read_config(read_tree(text, False), path.name, aliases)
            except UnreadableError:
                continue
            counts["parsed"] += 1
            names = {one.name for one in found.sightings} | {one.name for one in found.published}
            for wanted in _hub_names(text):
                counts.update({"of": 1, "named": wanted in names})
                print(f"{path}: {wanted}") if given.rows and half == "work" and wanted not in names else None
        parsed, named = ratio(counts["parsed"], counts["files"]), ratio(counts["named"], counts["of"])
        print(f"{half:8} parsed {parsed}, recall {named}")
    return 0


def _hub_names(text: str) -> Iterator[str]:
    for line in re.sub(r"(?m)(?:^|\s)#.*$", "", text).splitlines():
        key = line.split(":")[0].strip(" -\"'")
        for one in re.findall(r"(?<![\w./-])([A-Za-z0-9][\w.-]+/[A-Za-z0-9][\w.-]+)(?![\w/])", line):
            if is_hub_name(one) and not is_local(one) and not key.endswith("_dir") and key not in NO_NAMES:
                yield one


def _arguments(board: str, argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=f"benchmarks.scoreboard {board}")
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("--rows", action="store_true", help="also print what was missed")
    given = parser.parse_args(argv)
    if not given.source.exists():
        print(f"{given.source}: no such file or folder", file=sys.stderr)
        raise SystemExit(2)
    return given
