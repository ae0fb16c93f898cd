"""`compliance policy`: what a maintainer can ask of recorded and held texts, and the exit codes."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from compliance.text.keep.fingerprint import digest

TERMS = "Meadow/Terms of Service.md"
RIVALS = "You may not use output to train models that compete with Meadow."
ANY = "You may not use output to train any machine learning model."
FILLER = "".join(
    f"\n\nSection {n} says that the meadow closes at hour {n} and opens on the next day." for n in range(12)
)
POLICY = """\
policy: 1
id: meadow/terms
title: Meadow Terms
publisher: Meadow
kind: provider-terms
assurance: full-text
verified_on: "2026-01-05"
evidence: Read in full.
clauses:
  rivals:
    locator: "1"
    topic: train-competing
    norm: prohibition
    paraphrase: Output does not teach rivals.
    versions:
      - {{from: "2026-01-01", fingerprint: "{mark}", capture: {{collection: meadow, commit: "{commit}"}}}}
"""


class Outcome(Protocol):
    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def meadow(tmp_path: Path) -> Path:
    """A collection with two versions of a text, and a pack that cites the older one."""
    place = tmp_path / "meadow-versions"
    first = ""
    for day, words in (("2026-01-01", RIVALS), ("2026-02-01", ANY)):
        (place / "Meadow").mkdir(parents=True, exist_ok=True)
        (place / TERMS).write_text(f"# Terms\n\n{words}{FILLER}\n")
        first = first or commit(place, day)
    commit(place, "2026-02-01")
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "terms.yaml").write_text(POLICY.format(mark=digest(RIVALS), commit=first))
    return place


def commit(place: Path, day: str) -> str:
    when = {f"GIT_{who}_DATE": f"{day}T12:00:00+00:00" for who in ("AUTHOR", "COMMITTER")}
    env = {**os.environ, **when, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}
    who = ("-c", "user.name=Meadow", "-c", "user.email=meadow@example.com")
    for words in (("init", "-q"), ("add", "-A"), (*who, "commit", "-q", "-m", "x"), ("rev-parse", "HEAD")):
        done = subprocess.run(["git", "-C", place, *words], check=True, capture_output=True, env=env)
    return done.stdout.decode().strip()


def options(place: Path) -> tuple[str, ...]:
    return ("--rules", str(place.parent / "pack"), "--texts", f"meadow={place}")


def test_list_names_texts_with_their_age(run: Run) -> None:
    outcome = run("policy", "list", "openai/", "--as-of", "2026-12-01")
    assert outcome.code == 0
    assert "openai/terms-of-use-2023" in outcome.out
    assert "2026-08-22 (101 days)" in outcome.out


def test_show_gives_versions_and_the_rules_that_cite(run: Run) -> None:
    outcome = run("policy", "show", "openai/terms-of-use-2023")
    assert outcome.code == 0
    assert "#competing-models  train-competing, prohibition" in outcome.out
    assert "cited by openai/competing-models" in outcome.out
    missing = run("policy", "show", "openai/terms-of-use-2032")
    assert (missing.code, "did you mean openai/terms-of-use-2023?" in missing.err) == (2, True)


def test_import_prints_clauses_with_their_tags(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "terms.md"
    place.write_text(f"# Terms\n\n{RIVALS}\n\nBe kind.\n")
    outcome = run("policy", "import", place)
    assert outcome.code == 0
    assert "2 clauses, 1 on a topic" in outcome.out
    assert "train-competing (prohibition, user" in outcome.out
    assert not (tmp_path / "data").exists()


def test_of_a_large_collection_the_documents_are_listed_first(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "texts"
    for number in range(25):
        (place / "Meadow").mkdir(parents=True, exist_ok=True)
        (place / "Meadow" / f"Terms {number}.md").write_text(RIVALS)
    commit(place, "2026-01-01")
    outcome = run("policy", "import", place)
    assert len(outcome.out.splitlines()) == 25
    assert "1 on a topic" in run("policy", "import", place, "--document", "Meadow/Terms 7.md").out


def test_import_refuses_an_address(run: Run) -> None:
    outcome = run("policy", "import", "https://example.com/terms")
    assert (outcome.code, outcome.out) == (2, "")
    assert "this program downloads nothing; save the page to a file" in outcome.err


def test_import_keeps_a_text_when_asked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "terms.txt").write_text(RIVALS)
    run("policy", "import", tmp_path / "terms.txt", "--pin")
    assert len(list((tmp_path / "data" / "compliance" / "texts").glob("??/*.json"))) == 1


def test_a_pinned_text_is_quoted_with_its_digest_and_day(run: Run, meadow: Path, tmp_path: Path) -> None:
    assert run("policy", "pin", "--cited", *options(meadow)).code == 0
    outcome = run("policy", "show", "meadow/terms", "--rules", tmp_path / "pack")
    assert f"captured 2026-01-01: “{RIVALS}”" in outcome.out


def test_pin_wants_to_know_what(run: Run) -> None:
    assert run("policy", "pin").code == 2
    assert run("policy", "pin", "x.md", "--instrument", "no/such").code == 2


def test_verify_exits_1_only_for_a_text_that_is_held(run: Run, meadow: Path, tmp_path: Path) -> None:
    outcome = run("policy", "verify", *options(meadow))
    assert outcome.code == 0
    assert f"proven          meadow/terms#rivals 2026-01-01: {TERMS}:3 at meadow@" in outcome.out
    pack = tmp_path / "pack" / "terms.yaml"
    pack.write_text(pack.read_text().replace(digest(RIVALS), digest("Other words.")))
    outcome = run("policy", "verify", *options(meadow), "--json")
    assert outcome.code == 1
    states = {each["clause"]: each["state"] for each in json.loads(outcome.out)["proofs"]}
    assert states["meadow/terms#rivals"] == "not-proven"


def test_diff_exits_1_where_a_cited_clause_changed(run: Run, meadow: Path, tmp_path: Path) -> None:
    outcome = run("policy", "diff", "HEAD", "HEAD", *options(meadow), "--document", TERMS)
    assert (outcome.code, outcome.out.split(";")[0]) == (0, "cosmetic: the same words, wherever they stand")
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(f"# Terms\n\n{RIVALS}{FILLER}\n")
    new.write_text(f"# Terms\n\n{ANY}{FILLER}\n")
    outcome = run("policy", "diff", old, new, "--rules", tmp_path / "pack")
    assert outcome.code == 1
    assert "CITED  meadow/terms#rivals no longer stands" in outcome.out
    assert "{+any+}" in outcome.out or "{+any machine learning" in outcome.out


def test_drift_names_what_no_longer_stands(run: Run, meadow: Path) -> None:
    outcome = run("policy", "drift", *options(meadow))
    assert outcome.code == 1
    assert "meadow/terms#rivals (since 2026-01-01) no longer stands in" in outcome.out


def test_watch_writes_markdown_and_json_and_goes_on(run: Run, meadow: Path, tmp_path: Path) -> None:
    words = ("policy", "watch", *options(meadow), "--since", "2026-01-01", "--until", "2026-12-31")
    state, report = tmp_path / "state.json", tmp_path / "report.json"
    outcome = run(*words, "--state", state, "--report", report)
    assert outcome.code == 1
    assert "## 2026-02-01 Meadow/Terms of Service.md: a cited clause changed" in outcome.out
    assert "meadow: 2 of 2 commits, 2 alarms" in outcome.err
    again = run(*words, "--state", state, "--json")
    assert again.err == ""
    assert json.loads(again.out) == json.loads(report.read_text())


def test_watch_needs_a_collection_and_a_day(run: Run, meadow: Path) -> None:
    assert run("policy", "watch", "--since", "2026-01-01").code == 2
    assert run("policy", "watch", *options(meadow)).code == 2
    assert run("policy", "watch", *options(meadow), "--since", "soon").code == 2
    assert run("policy", "watch", "--texts", "meadow=/nowhere", "--since", "2026-01-01").code == 2


def test_a_draft_is_a_pack_that_loads(run: Run, tmp_path: Path) -> None:
    outcome = run("policy", "draft", "openai/terms-of-use-2023#competing-models")
    assert "status: draft" in outcome.out
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "draft.yaml").write_text(outcome.out)
    assert run("rules", "lint", "--rules", tmp_path / "drafts").code == 0
    assert (
        "shows: lacks-a-fact" in run("policy", "draft", "openai/terms-of-use-2023#human", "--situations").out
    )
    assert run("policy", "draft", "openai/terms-of-use-2023").code == 2
