"""`compliance registry`: names that are known, names that are nobody's, lists, edges and drafts."""

from __future__ import annotations

import csv
import json
import random
import sys
from pathlib import Path
from typing import Any

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.registry.shown import KINDS, Lookup

from .conftest import Run
from .invented import DERIVED, NEAR, NONSENSE, OWN_LINES

FIELDS = [
    "name", "kind", "id", "licence", "developer", "country", "provider", "base", "ancestry", "instruments", "assurance",
    "source", "covered",
]  # fmt: skip

OWN = """\
parties:
  meadow: {name: Meadow Lab, organisations: [meadow], source: {where: its page, read: "2026-01-31"},
           assurance: secondary}
datasets:
  - {id: our-alpaca, names: [tatsu-lab/alpaca], publisher: meadow, licence: cc-by-4.0, assurance: secondary,
     source: {where: a letter, read: "2026-01-31"}}
models:
  - {id: ring-one, names: [meadow/ring-one], family: ring, developer: meadow, base: [meadow/ring-two],
     assurance: memory, source: {where: ours, read: "2026-01-31"}}
  - {id: ring-two, names: [meadow/ring-two], family: ring, developer: meadow, base: [meadow/ring-one, meadow/lost],
     assurance: memory, source: {where: ours, read: "2026-01-31"}}
"""


@pytest.fixture(scope="module")
def lookup() -> Lookup:
    return Lookup(load_packs())


@pytest.fixture
def own(project: Path) -> Path:
    """A folder of packs with a registry file of one's own."""
    folder = project / "house"
    (folder / "registry").mkdir(parents=True)
    (folder / "registry" / "ours.yaml").write_text(OWN)
    return folder


def _shown(run: Run, *arguments: object) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("registry", "show", *arguments, "--json").out.splitlines()]


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Qwen/Qwen2.5-7B", "model", {"id": "qwen2.5", "licence": "apache-2.0", "country": "CN", "covered": True}),
        ("Qwen/Qwen2.5-3B", None, {"id": "qwen2.5-3b", "kind": "model", "licence": "qwen-research"}),
        ("tatsu-lab/alpaca", None, {"id": "alpaca", "kind": "dataset", "licence": "cc-by-nc-4.0"}),
        ("gpt-4o", "service", {"id": "gpt-4o", "provider": "openai", "licence": None, "covered": True}),
        ("MIT", None, {"id": "mit", "kind": "licence", "instruments": ["mit/mit"]}),
        ("MIT", "model", {"id": None, "kind": "model", "licence": None, "covered": False}),
        ("Qwen/anything-at-all", "service", {"id": None, "provider": "alibaba"}),
    ],
)  # fmt: skip
def test_a_known_name_shows_its_record(
    run: Run, name: str, kind: str | None, expected: dict[str, Any]
) -> None:
    found = _shown(run, name, *(["--kind", kind] if kind else []))
    assert [list(one)[: len(FIELDS)] for one in found] == [FIELDS]
    assert expected == {key: found[0][key] for key in expected}


def test_a_derivative_shows_its_base_and_nothing_of_its_own(run: Run) -> None:
    (found,) = _shown(run, "acme/my-qwen3-8b-finetune")
    assert tuple(found[key] for key in ("id", "licence", "developer", "country")) == (None, None, None, None)
    assert (found["base"], found["covered"]) == (["Qwen/Qwen3-8B"], False)
    assert [(one["documented_at"], one["assurance"]) for one in found["ancestry"]] == [("its name", "memory")]


@pytest.mark.parametrize(
    ("name", "members"),
    [("Llama 2 / Llama 3", ["Llama 2", "Llama 3"]), ("GPT-4 and Claude 3", ["GPT-4", "Claude 3"])],
)
def test_a_compound_name_lists_its_members(run: Run, name: str, members: list[str]) -> None:
    (found,) = _shown(run, name)
    assert (None, members) == (found["id"], found["members"])


def test_an_unknown_name_is_not_known_and_shows_near_ones(run: Run) -> None:
    outcome = run("registry", "show", "tatsu-lab/alpacca", "MIT")
    assert outcome.code == 1
    assert "not known" in outcome.out
    assert "tatsu-lab/alpaca" in outcome.out
    assert run("registry", "show", "MIT").code == 0


def test_a_kind_that_there_is_not_is_refused(run: Run) -> None:
    assert [run("registry", verb, "x", "--kind", "car").code for verb in ("show", "find")] == [2, 2]


def test_a_hundred_invented_names_take_no_record(lookup: Lookup) -> None:
    names = [name for name, _ in DERIVED] + [*OWN_LINES, *NEAR, *NONSENSE]
    assert len(set(names)) == 100
    taken = [
        (name, kind) for name in names for kind in (None, *KINDS) if lookup.show(name, kind).id is not None
    ]
    assert taken == []


@pytest.mark.parametrize(("name", "base"), DERIVED)
def test_an_invented_derivative_has_its_base_alone(lookup: Lookup, name: str, base: str) -> None:
    found = lookup.show(name)
    assert ((base,), None, None, None) == (found.base, found.licence, found.developer, found.country)


def test_private_lines_of_unknown_owners_have_a_base_and_neither_licence_nor_developer(
    lookup: Lookup,
) -> None:
    found = [lookup.show(name) for name in OWN_LINES]
    assert [one.name for one in found if not one.base or one.licence or one.developer] == []


def test_a_hundred_real_derivatives_have_their_base_and_are_not_its_developers(
    shared: Path, lookup: Lookup
) -> None:
    table = shared / "sources" / "fboulnois+llm-leaderboard-csv" / "open_llm_leaderboard.tsv"
    with table.open(encoding="utf-8", newline="") as stream:
        rows = {
            row["name"]: row["base"] for row in csv.DictReader(stream, delimiter="\t") if "/" in row["base"]
        }
    others = sorted(n for n, b in rows.items() if n.split("/")[0].lower() != b.split("/")[0].lower())
    drawn = random.Random(20261126).sample(others, 100)
    wrong = []
    for name in drawn:
        found, base = lookup.show(name, "model"), lookup.show(rows[name], "model")
        bases = [lookup.show(one, "model") for one in found.base]
        same = any(one.name == rows[name] or (one.id and one.id == base.id) for one in bases)
        if not same and found.id is None:
            wrong.append((name, rows[name], found.base))
        if found.developer and found.developer == base.developer:
            wrong.append((name, "developer", (found.developer,)))
        if found.id is None and found.licence:
            wrong.append((name, "licence", (found.licence,)))
    assert wrong == []


def test_words_find_the_records_in_whose_names_they_all_occur(run: Run) -> None:
    found = run("registry", "find", "alpaca", "cleaned", "--kind", "dataset", "--json")
    rows = [json.loads(line) for line in found.out.splitlines()]
    assert "alpaca-cleaned" in [row["id"] for row in rows]
    for row in rows:
        said = " ".join((row["id"], row["owner"], *row["names"])).lower()
        assert all(word in said for word in ("alpaca", "cleaned"))
    assert run("registry", "find", "no-such-word-anywhere").out == ""


@pytest.mark.parametrize("kind", ["model", "dataset", "service", "licence", "provider"])
def test_a_list_holds_every_record_of_its_kind(run: Run, kind: str) -> None:
    registry = load_packs().registry
    held = {
        "licence": list(registry.licences),
        "provider": list(registry.providers),
        "model": [one.entry.id for one in registry.catalogue.all("model")],
        "dataset": [one.entry.id for one in registry.catalogue.all("dataset")],
        "service": [one.entry.id for one in registry.catalogue.all("service")],
    }
    rows = [json.loads(line) for line in run("registry", "list", "--kind", kind, "--json").out.splitlines()]
    assert sorted(held[kind]) == [row["id"] for row in rows]
    assert len(run("registry", "list", "--kind", kind).out.splitlines()) == len(rows)


def test_edges_lead_from_records_to_what_they_were_made_from(run: Run) -> None:
    outcome = run("registry", "export", "--edges")
    edges = [json.loads(line) for line in outcome.out.splitlines()]
    parents = {
        edge["parent"] for edge in edges if (edge["child_kind"], edge["child"]) == ("dataset", "alpaca")
    }
    assert "text-davinci-003" in parents or any("davinci" in str(parent) for parent in parents)
    assert f"{len(edges)} edges, 0 cycles" in outcome.err


def test_cycles_and_unknown_parents_are_told(run: Run, own: Path) -> None:
    outcome = run("registry", "export", "--edges", "--rules", own, "--output", "edges.jsonl")
    assert (outcome.code, outcome.out) == (0, "")
    assert "cycle: model ring-one <- model ring-two <- model ring-one\n" in outcome.err
    assert "unknown parent: meadow/lost (of model ring-two)\n" in outcome.err
    assert len(Path("edges.jsonl").read_text().splitlines()) > 100


def test_parquet_is_refused_where_its_library_is_absent(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    outcome = run("registry", "export", "--edges", "--output", project / "edges.parquet")
    assert (outcome.code, (project / "edges.parquet").exists()) == (2, False)
    assert "pyarrow" in outcome.err


def test_an_export_of_nothing_is_refused(run: Run) -> None:
    assert run("registry", "export").code == 2


def test_an_own_record_wins_and_says_so(run: Run, own: Path) -> None:
    (found,) = _shown(run, "tatsu-lab/alpaca", "--rules", own)
    assert (found["id"], found["own"]) == ("our-alpaca", True)
    assert "from a registry file of yours" in run("registry", "show", "tatsu-lab/alpaca", "--rules", own).out


def test_a_drafted_record_can_be_used(run: Run, project: Path) -> None:
    card = project / "README.md"
    card.write_text(
        "---\nlicense: apache-2.0\nbase_model: Qwen/Qwen2.5-7B\ndatasets: [tatsu-lab/alpaca]\n---\n# Grass\n"
    )
    drafted = run("registry", "add", card, "--name", "meadow/grass-7b", "--as-of", "2026-01-31")
    assert (drafted.code, drafted.err) == (0, "")
    folder = project / "house" / "registry"
    folder.mkdir(parents=True)
    (folder / "grass.yaml").write_text(drafted.out)
    (found,) = _shown(run, "meadow/grass-7b", "--rules", folder.parent)
    assert (found["id"], found["licence"], found["base"]) == ("grass-7b", "apache-2.0", ["Qwen/Qwen2.5-7B"])
    assert (found["assurance"], found["source"]["read"], found["own"]) == ("secondary", "2026-01-31", True)


@pytest.mark.parametrize(
    "text", ["# Grass\n", "---\nlicense: mit\n---\n", "---\nlicense: [mit\n---\n# meadow/grass\n"]
)
def test_a_card_that_cannot_be_read_is_refused(run: Run, project: Path, text: str) -> None:
    (project / "README.md").write_text(text)
    assert run("registry", "add", project / "README.md").code == 2
    assert run("registry", "add", project / "none.md").code == 2


@pytest.mark.parametrize(
    ("name", "members"),
    [
        ("Llama 3.x Community License", ("llama3", "llama3.1", "llama3.2", "llama3.3")),
        ("Apache-2.0 AND MIT", ("apache-2.0", "mit")),
        ("GPL", ("gpl-2.0", "gpl-2.0-or-later", "gpl-3.0")),
    ],
)
def test_a_licence_text_that_may_mean_several_shows_each(
    lookup: Lookup, name: str, members: tuple[str, ...]
) -> None:
    shown = lookup.show(name)
    assert ("licence", None, members) == (shown.kind, shown.id, shown.members)


@pytest.mark.parametrize("name", ["not Apache-2.0", "Apache-2.0 AND something of ours", "was MIT"])
def test_a_licence_text_that_is_not_read_shows_nothing(lookup: Lookup, name: str) -> None:
    shown = lookup.show(name, "licence")
    assert (shown.id, shown.members) == (None, ())
