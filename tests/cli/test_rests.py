"""What lets a release pass with something open is named by all that tells how it stands: each command, each output."""

from __future__ import annotations

import html
import json
import pathlib
import re
from collections.abc import Iterator

import pytest

from tests.cli.conftest import Run

MANIFEST = """\
lineage: 1
project: {id: one, title: One}
publisher: {name: Meadow Lab, kind: company, country: UY}
artifacts:
  encoder: {kind: model, name: EleutherAI/pythia-1b, license: Apache-2.0%s}
  leaves: {kind: dataset, %s}
  damage: {kind: model}
%ssteps:
%s  - {id: fit, kind: train, inputs: {base: encoder, data: leaves}, outputs: damage, period: 2025-10}
releases:
  - {artifact: damage, name: coop-norte/leaf-damage, date: 2025-11-18, license: Apache-2.0, access: open-weights,
     commercial: true, function: classifier, channels: [Hugging Face], markets: [UY], notices: [],
     license_copies: [Apache-2.0]}
"""
ROWS = "name: %s, license: CC0-1.0, origin: %s, documented: true, facts: {personal_data: false}"
SERVICE = "  gen: {kind: service, name: mygen/writer-2, route: direct, plan: api}\n"
WRITES = "  - {id: g, kind: generate, inputs: {teacher: gen}, outputs: leaves, period: 2025-09}\n"
ASKED = MANIFEST % ("", ROWS % ("claude-fans/leaf-photos", "people"), "", "")
"""A manifest that is asked how its rows were made."""
OTHER = MANIFEST % (", developer: Foo Works", ROWS % ("Leaves of our own", "own"), "", "")
"""A manifest that names another developer than the record."""
SERVED = MANIFEST % ("", "name: leafnotes", SERVICE, WRITES)
"""A manifest with a service of which no text speaks."""
WAIVER = (
    "waivers:\n  - {rule: %s, release: damage, reason: accepted-risk, statement: Counsel read it., "
    "owner: Board of ours, expires: 2027-01-01}\n"
)
PROVIDER = (
    "providers:\n  foox: {name: foox co, aliases: [Foo Works, EleutherAI], assurance: memory, "
    "verified_on: '2026-01-01'}\n"
)
BASES: dict[str, tuple[str, dict[str, str], tuple[str, ...], str]] = {
    "a waiver": (OTHER, {"waivers.yaml": WAIVER}, (), "accepted by a waiver|waived by board|1 waived"),
    "settings that allow": (ASKED, {"compliance.toml": "allow = ['needs-facts']\n"}, (), "opens the gate"),
    "settings without a gate": (OTHER, {"compliance.toml": "fail-on = 'never'\n"}, (), "opens the gate"),
    "an option that allows": (ASKED, {}, ("--allow", "needs-facts"), "allow"),
    "an option that allows names": (SERVED, {}, ("--allow", "not-covered,needs-facts"), "allow"),
    "an option without a gate": (OTHER, {}, ("--fail-on", "never"), "never|gate off|gate is off"),
    "a registry of one's own": (OTHER, {"own/r.yaml": PROVIDER}, ("--rules", "own"), "file of your own"),
    "a registry in settings": (
        OTHER,
        {"own/r.yaml": PROVIDER, "compliance.toml": "rules = ['own']\n"},
        (),
        "file of your own",
    ),
}
"""By what it passes: the manifest, files beside it, options of `check`, and what tells of it."""
PLANNED = ("a waiver", "an option that allows", "a registry of one's own")
"""What a plan heeds, which knows no settings."""
FORMS = (
    "text", "json", "markdown", "html", "sarif", "junit", "github", "gitlab", "csv", "svg", "mermaid",
)  # fmt: skip
AS_OF = ("--as-of", "2026-01-01")


def _commands(options: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield ("check", *AS_OF, *options, "-q", "--report", "json=saved.json")
    yield ("check", *AS_OF, *options, "-f", "svg")
    for form in FORMS:
        yield ("report", "saved.json", "--exit-code", "-f", form)
    yield ("report", "saved.json", "--exit-code", "-q")
    for form in ("text", "json"):
        yield ("compare", "open.json", "saved.json", "--exit-code", "-f", form)


@pytest.mark.parametrize("basis", BASES)
def test_no_output_ends_in_0_and_leaves_unsaid_on_what(
    basis: str, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    manifest, files, options, named = BASES[basis]
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "lineage.yaml").write_text(manifest)
    alone = run("check", *AS_OF, "-q", "--report", "json=open.json")
    assert alone.code == 1
    rules = [
        one["rule"] for one in json.loads((tmp_path / "open.json").read_text())["findings"] if one["open"]
    ]
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text % rules[0] if "%s" in text else text)
    plan = ("plan", *AS_OF, *options)
    unsaid = []
    for command in (*_commands(options), *([plan] if basis in PLANNED else [])):
        told = run(*command)
        assert told.code == 0, (command, told)
        said = html.unescape(re.sub("<style.*?</style>|<[^>]*>", " ", told.out, flags=re.DOTALL)) + told.err
        if not re.search(named, f"{' '.join(said.split())} {told.out}", re.IGNORECASE):
            unsaid.append(" ".join(command))
    assert unsaid == []


@pytest.fixture
def rested(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    """A checkout whose manifest passes beside a registry file of its own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "lineage.yaml").write_text(OTHER)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "r.yaml").write_text(PROVIDER)
    return tmp_path


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_a_recall_in_a_saved_report_says_on_what_that_rests(
    rested: pathlib.Path, run: Run, form: str
) -> None:
    run("check", *AS_OF, "--rules", "own", "-q", "--report", "json=saved.json")
    told = run("recall", "licence:gemma", "saved.json", "-f", form)
    assert (told.code, told.err.count("without what a registry file of your own says")) == (0, 1)


@pytest.mark.parametrize("form", ["csv", "github", "gitlab", "junit", "mermaid", "sarif", "svg"])
def test_what_shows_no_earlier_report_says_with_which_a_check_compares(
    rested: pathlib.Path, run: Run, form: str
) -> None:
    assert run("check", *AS_OF, "-q", "--report", "json=earlier.json").code == 1
    told = run("check", *AS_OF, "--since", "earlier.json", "-f", form)
    assert (told.code, told.err.count("1 as before, compared with earlier.json")) == (0, 1)


@pytest.mark.parametrize("loud", [(), ("-q",), ("-v",)])
def test_a_check_says_once_with_which_earlier_report_it_compares(
    rested: pathlib.Path, run: Run, loud: tuple[str, ...]
) -> None:
    assert run("check", *AS_OF, "-q", "--report", "json=earlier.json").code == 1
    told = run("check", *AS_OF, "--since", "earlier.json", *loud)
    said = " ".join(f"{told.out} {told.err}".split())
    assert (told.code, said.count("1 as before, compared with earlier.json")) == (0, 1)


def test_a_saved_report_printed_quietly_says_with_which_earlier_one_it_was_compared(
    rested: pathlib.Path, run: Run
) -> None:
    assert run("check", *AS_OF, "-q", "--report", "json=earlier.json").code == 1
    run("check", *AS_OF, "--since", "earlier.json", "-q", "--report", "json=later.json")
    assert "1 as before, compared with earlier.json" in run("report", "later.json", "-q").err


@pytest.mark.parametrize(
    ("gate", "told"),
    [(("--fail-on", "never"), "1 settled"), (("--fail-on", "broad"), "1 as before"), ((), "1 as before")],
)
def test_a_comparison_under_another_gate_says_that_the_gate_moved(
    rested: pathlib.Path, run: Run, gate: tuple[str, ...], told: str
) -> None:
    assert run("check", *AS_OF, "-q", "--report", "json=earlier.json").code == 1
    ran = run("check", *AS_OF, "--since", "earlier.json", *gate, "-q", "--report", "json=later.json")
    assert told in ran.err
    assert ("Its gate was another (plain, nothing allowed)" in ran.err) == bool(gate)
    again = run("report", "later.json", "-q")
    assert ("Its gate was another (plain, nothing allowed)" in again.err) == bool(gate)


def test_an_earlier_report_that_says_nothing_of_its_gate_is_read(rested: pathlib.Path, run: Run) -> None:
    run("check", *AS_OF, "-q", "--report", "json=earlier.json")
    run("check", *AS_OF, "--since", "earlier.json", "-q", "--report", "json=later.json")
    saved = json.loads((rested / "later.json").read_text())
    del saved["since"]["gate"]
    (rested / "later.json").write_text(json.dumps(saved))
    assert "1 as before, compared with earlier.json" in " ".join(run("report", "later.json").out.split())


OWN_SET = (
    "parties:\n  niceco: {name: Nice Co, country: US, organisations: [niceco], "
    "source: {where: a page, read: 2026-01-01}, assurance: full-text}\n"
    "datasets:\n  - {id: nice, names: [niceco/leaves], publisher: niceco, licence: cc0-1.0, "
    "making: from-scratch-or-people, assurance: full-text, source: {where: a page, read: 2026-01-01}}\n"
)


def test_the_first_check_of_a_draft_says_on_what_it_rests(tmp_path: pathlib.Path, run: Run) -> None:
    (tmp_path / "release").mkdir()
    card = "---\nlicense: apache-2.0\ndatasets:\n- niceco/leaves\n---\n# Leaves\n"
    (tmp_path / "release" / "README.md").write_text(card)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "r.yaml").write_text(OWN_SET)
    drafted = ("init", "--no-input", tmp_path / "release", *AS_OF)
    beside = run(*drafted, "--rules", tmp_path / "own")
    assert "Open: 1 line not filled in" in beside.err, "nobody is named yet who publishes it"
    assert "registry file of your own, record nice" in beside.err
    alone = run(*drafted)
    assert ("Open: " in alone.err, "of your own" in alone.err) == (True, False)


def test_a_plan_takes_back_what_is_allowed_as_a_check_does(rested: pathlib.Path, run: Run) -> None:
    (rested / "lineage.yaml").write_text(ASKED)
    told = run("plan", *AS_OF, "--allow", "none")
    assert "Nothing is open" not in told.out
    assert (told.code, told.err) == (run("plan", *AS_OF).code, "")


@pytest.mark.parametrize(
    "more", [("-q",), ("-f", "svg"), ("-f", "csv"), ("-f", "text"), ("--only-named", "-q")]
)
def test_settings_that_name_another_manifest_than_the_usual_one_say_so(
    rested: pathlib.Path, run: Run, more: tuple[str, ...]
) -> None:
    (rested / "other.yaml").write_text(OTHER.replace(", developer: Foo Works", ""))
    (rested / "compliance.toml").write_text("manifest = 'other.yaml'\n")
    told = run("check", *AS_OF, *more)
    said = "lineage.yaml was not read: the file compliance.toml names the manifest"
    # A drawing keeps it inside as well, since it is handed on without what was printed beside it.
    times = 2 if "svg" in more else 1
    assert (told.code, " ".join((told.out + told.err).lower().split()).count(said)) == (0, times)
    assert said not in run("check", "other.yaml", *AS_OF, *more).err


@pytest.mark.parametrize(
    "named", ["lineage.yaml", "./lineage.yaml", "other.yaml", "gone.yaml", "dangling.yaml"]
)
def test_settings_that_pass_no_manifest_over_say_nothing(rested: pathlib.Path, run: Run, named: str) -> None:
    (rested / "dangling.yaml").symlink_to("nowhere.yaml")
    (rested / "compliance.toml").write_text(f"manifest = '{named}'\n")
    if named == "other.yaml":
        (rested / "lineage.yaml").rename(rested / named)
    told = run("check", *AS_OF, "-q")
    assert (told.code, "was not read" in told.err) == (
        1 if "lineage" in named or named == "other.yaml" else 2,
        False,
    )
