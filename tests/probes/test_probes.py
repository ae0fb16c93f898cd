"""What must not pass does not, what is properly documented is not drowned, and no harmless-looking edit opens the gate.

`open/` and `quiet/` beside this file, and the shared probes, are small manifests with real upstream names, written
without sight of the packs; their first comment lines say why each is what it is.
"""

from __future__ import annotations

import copy
import datetime
import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.errors import ComplianceError
from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.report import Report
from compliance.model.known.knowledge import Knowledge
from compliance.pipeline import check_text

HERE = Path(__file__).parent
DAY = datetime.date(2026, 11, 20)
NOTICES = {"release.notices", "release.license_copies"}


@functools.cache
def packs() -> Knowledge:
    return load_packs()


def checked(text: str) -> Report | None:
    """The report of a manifest; None where it cannot be used, which is no clean bill either."""
    try:
        return check_text(text, "lineage.yaml", packs=packs(), as_of=DAY)
    except ComplianceError:
        return None


def paths(kind: str) -> list[Path]:
    return sorted((HERE / kind).glob("*.yaml"))


def exit_code(text: str) -> int:
    report = checked(text)
    return 2 if report is None else report.exit_code


@pytest.mark.parametrize("path", paths("open"), ids=lambda path: path.stem)
def test_what_is_unknown_contradicted_or_unlicensed_does_not_pass(path: Path) -> None:
    assert exit_code(path.read_text(encoding="utf-8")) != 0


@pytest.mark.parametrize("path", paths("quiet"), ids=lambda path: path.stem)
def test_what_is_properly_documented_passes_or_is_asked_about_notices_alone(path: Path) -> None:
    assert left_open(path) == []


def left_open(path: Path) -> list[str]:
    """What stands open beside the question which notices and licence copies ship."""
    report = checked(path.read_text(encoding="utf-8"))
    assert report is not None
    told = [
        f"{finding.rule} on {finding.source}"
        for finding in report.open_findings()
        if not finding.missing or {fact.fact for fact in finding.missing} - NOTICES
    ]
    return told + [f"not covered: {one.subject}" for one in report.not_covered]


def test_no_shared_open_probe_passes(shared: Path) -> None:
    given_ = sorted((shared / "probes" / "open").glob("*.yaml"))
    assert given_
    assert [path.stem for path in given_ if exit_code(path.read_text(encoding="utf-8")) == 0] == []


def test_no_shared_quiet_probe_is_drowned(shared: Path) -> None:
    given_ = sorted((shared / "probes" / "quiet").glob("*.yaml"))
    assert given_
    assert {path.stem: left for path in given_ if (left := left_open(path))} == {}


Edit = Callable[[dict[str, Any]], None]


def _first(data: dict[str, Any], kind: str) -> str | None:
    found = (key for key, one in data["artifacts"].items() if one["kind"] == kind)
    return next(found, None)


def add_fetch(data: dict[str, Any]) -> None:
    for key, one in list(data["artifacts"].items()):
        if one["kind"] in ("dataset", "model") and one.get("name"):
            data.setdefault("steps", []).insert(0, {"id": f"load-{key}", "kind": "fetch", "outputs": key})


def _in_place(kind: str, role: str, of: str, **further: Any) -> Edit:
    def edit(data: dict[str, Any]) -> None:
        for key, one in list(data["artifacts"].items()):
            if one["kind"] == of and one.get("name"):
                step = {"id": f"tidy-{key}", "kind": kind, "inputs": {role: key}, "outputs": key, **further}
                data.setdefault("steps", []).insert(0, step)

    return edit


def _put_first(kind: str, role: str, of: str) -> Edit:
    """Everything named of a kind goes through a step of its own before anything else is done with it."""

    def edit(data: dict[str, Any]) -> None:
        for key, one in list(data["artifacts"].items()):
            if one["kind"] != of or not one.get("name"):
                continue
            data["artifacts"][f"{key}-2"] = {"kind": of}
            for step in data.get("steps") or []:
                given = step.get("inputs") or {}
                for name, items in list(given.items()):
                    given[name] = [f"{key}-2" if item == key else item for item in _listed(items)]
            step = {"id": f"put-{key}", "kind": kind, "inputs": {role: key}, "outputs": f"{key}-2"}
            data.setdefault("steps", []).insert(0, step)

    return edit


def _listed(items: Any) -> list[Any]:
    return items if isinstance(items, list) else [items] if items else []


def own_program(role: str) -> Edit:
    """A program of the publisher's own beside every step."""

    def edit(data: dict[str, Any]) -> None:
        data["artifacts"]["ourcode"] = {
            "kind": "code", "name": "our scripts", "origin": "own", "license": "Apache-2.0",
        }  # fmt: skip
        for step in data.get("steps") or []:
            if role == "tool" and step["kind"] in ("generate", "rewrite"):
                continue  # A program of one's own may write by rule, which its documentation tells.
            given = step.setdefault("inputs", {})
            given[role] = [*_listed(given.get(role)), "ourcode"]

    return edit


def backwards(data: dict[str, Any]) -> None:
    data.get("steps", []).reverse()


def add_label(data: dict[str, Any]) -> None:
    for release in data["releases"]:
        release["statements"] = [{"license": "Apache-2.0", "where": "card", "about": "code"}]


def _markets(*words: str) -> Edit:
    def edit(data: dict[str, Any]) -> None:
        for release in data["releases"]:
            release["markets"] = list(dict.fromkeys([*release.get("markets", []), *words]))

    return edit


def add_unused(data: dict[str, Any]) -> None:
    data["artifacts"]["spare"] = {
        "kind": "dataset",
        "name": "Spare rows",
        "license": "CC0-1.0",
        "origin": "own",
    }


def _permission(field: str, *names: str) -> Edit:
    def edit(data: dict[str, Any]) -> None:
        data["publisher"][field] = {**dict.fromkeys(names, True), **(data["publisher"].get(field) or {})}

    return edit


def add_note(data: dict[str, Any]) -> None:
    for one in data["artifacts"].values():
        one["note"] = "Checked by us and fine."


def documented(data: dict[str, Any]) -> None:
    for one in data["artifacts"].values():
        one.setdefault("documented", True)


def third_party(data: dict[str, Any]) -> None:
    for one in data["artifacts"].values():
        one.setdefault("origin", "third-party")


def add_evaluation(data: dict[str, Any]) -> None:
    subject = data["releases"][0]["artifact"]
    data.setdefault("steps", []).append({"id": "measure", "kind": "evaluate", "inputs": {"subject": subject}})


def other_party(data: dict[str, Any]) -> None:
    data["parties"] = {**data.get("parties", {}), "helper": {"name": "A helper", "kind": "company"}}


def late_collection(data: dict[str, Any]) -> None:
    for key, one in list(data["artifacts"].items()):
        if one["kind"] == "dataset" and one.get("name"):
            data.setdefault("steps", []).append({"id": f"gather-{key}", "kind": "collect", "outputs": key})


EDITS: dict[str, Edit] = {
    "add a fetch step": add_fetch,
    "filter rows in place": _in_place("filter", "source", "dataset"),
    "convert rows in place": _in_place("convert", "source", "dataset"),
    "quantise weights in place": _in_place("quantise", "base", "model"),
    "collect after the use": late_collection,
    "add a label": add_label,
    "add a market": _markets("US"),
    "add two markets": _markets("JP", "BR"),
    "add an unused artifact": add_unused,
    "a permission for another licence": _permission("permission", "flux-1-dev-nc", "deepseek"),
    "acceptance of another text": _permission("accepted", "deepseek", "llama2"),
    "add a note": add_note,
    "call it documented": documented,
    "call it third-party": third_party,
    "add an evaluation": add_evaluation,
    "add a party": other_party,
    "mix rows first": _put_first("mix", "data", "dataset"),
    "filter rows first": _put_first("filter", "data", "dataset"),
    "convert rows first": _put_first("convert", "source", "dataset"),
    "collect rows first": _put_first("collect", "source", "dataset"),
    "quantise weights first": _put_first("quantise", "base", "model"),
    "convert weights first": _put_first("convert", "base", "model"),
    "merge weights first": _put_first("merge", "base", "model"),
    "a program that helps": own_program("tool"),
    "a program that teaches": own_program("teacher"),
    "list the steps backwards": backwards,
}


@settings(max_examples=120, deadline=None, derandomize=True, database=None)
@given(st.sampled_from(paths("open")), st.sampled_from(sorted(EDITS)))
def test_no_harmless_looking_edit_opens_the_gate(path: Path, edit: str) -> None:
    data = copy.deepcopy(yaml.safe_load(path.read_text(encoding="utf-8")))
    EDITS[edit](data)
    assert exit_code(yaml.safe_dump(data, allow_unicode=True, sort_keys=False)) != 0
