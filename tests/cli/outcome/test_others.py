"""What rests on packs of a further folder is said aloud, by every command and however little it prints."""

from __future__ import annotations

import pathlib
from collections.abc import Callable

import pytest

from compliance.cli.outcome.others import say_of_warnings
from compliance.model.words.warned import of_name, of_whole
from tests.cli.conftest import Run

MANIFEST = """\
lineage: 1
project: {id: one, title: One}
publisher: {name: Meadow Lab, kind: company, country: US}
artifacts:
  base: {kind: model, name: Qwen/Qwen2.5-7B, license: Apache-2.0}
  rows: {kind: dataset, name: tatsu-lab/alpaca}
  tuned: {kind: model}
steps:
  - {id: tune, kind: finetune, inputs: {base: base, data: rows}, outputs: tuned, period: 2025-09}
releases:
  - {artifact: tuned, name: meadow/tuned-7b, date: 2025-10-01, license: Apache-2.0, access: open-weights,
     commercial: true, function: general-purpose}
"""
PARTY = "  niceco: {name: Nice Co, country: US, organisations: [%s], %s}\n"
SEEN = "source: {where: a page, read: 2026-01-01}, assurance: full-text"
RECORD = (
    "parties:\n"
    + PARTY % ("niceco", SEEN)
    + "%s:\n  - {id: nice, names: [%s], %s: niceco, licence: apache-2.0, "
    "making: known, ancestry: {steps: [{kind: collect, inputs: {source: [web pages]}, by: niceco}], "
    "documented_at: a page, assurance: full-text}, assurance: full-text%s}\n"
)
OWN = {
    "data": RECORD % ("datasets", "tatsu-lab/alpaca", "publisher", ""),
    "template": RECORD % ("datasets", "'tatsu-lab/{size}'", "publisher", ", sizes: [alpaca, else]"),
    "model": RECORD % ("models", "Qwen/Qwen2.5-7B", "developer", ", family: nice"),
}
COMMANDS = {
    "check": ["check", "lineage.yaml", "-q"],
    "plan": ["plan", "lineage.yaml"],
    "licences": ["plan", "lineage.yaml", "--licence"],
    "shares": ["shares", "lineage.yaml"],
    "disclose": ["disclose", "model-card", "lineage.yaml"],
    "recall": ["recall", "tatsu-lab/alpaca", "lineage.yaml"],
    "whatif": ["whatif", "lineage.yaml", "--exposure", "CN"],
}


@pytest.fixture
def own(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], pathlib.Path]:
    """A checkout whose folder `own` holds a registry file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "lineage.yaml").write_text(MANIFEST)
    (tmp_path / "own").mkdir()

    def write(text: str) -> pathlib.Path:
        (tmp_path / "own" / "registry.yaml").write_text(text)
        return tmp_path / "own"

    return write


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("kind", ["data", "model"])
def test_every_command_says_whose_record_it_rests_on(
    kind: str, command: str, own: Callable[[str], pathlib.Path], run: Run
) -> None:
    told = run(*COMMANDS[command], "--rules", own(OWN[kind]))
    assert told.code in (0, 1), told.err
    assert "comes from a registry file of your own, record nice" in told.err
    assert "of your own" not in run(*COMMANDS[command]).err


@pytest.mark.parametrize("kind", OWN)
def test_settings_of_a_checkout_bring_no_record_unsaid(
    kind: str, own: Callable[[str], pathlib.Path], run: Run, tmp_path: pathlib.Path
) -> None:
    own(OWN[kind])
    (tmp_path / "compliance.toml").write_text('rules = ["own"]\n')
    for quiet in (["-q"], ["-q", "-f", "json"]):
        assert "registry file of your own, record nice" in run("check", "lineage.yaml", *quiet).err
    assert "of your own" not in run("check", "lineage.yaml", "-q", "--only-named").err


@pytest.mark.parametrize("kind", OWN)
def test_no_other_warning_hides_it_on_the_first_screen(
    kind: str, own: Callable[[str], pathlib.Path], run: Run, tmp_path: pathlib.Path
) -> None:
    folder = own(OWN[kind])
    odd = MANIFEST.replace("license: Apache-2.0, access", "license: One of ours, access")
    (tmp_path / "lineage.yaml").write_text(odd)
    saved = str(tmp_path / "saved.json")
    given = ("--rules", str(folder), "--as-of", "2025-11-20", "--report", f"json={saved}")
    first = run("check", "lineage.yaml", *given).out
    again = run("report", saved).out
    for shown in (first, again):
        assert "registry file of your own, record nice" in " ".join(shown.split())
        assert "more warning" in shown


SERVED = MANIFEST.replace(
    "  rows: {kind: dataset, name: tatsu-lab/alpaca}\n",
    "  svc: {kind: service, provider: fen-works, name: fen-1}\n  rows: {kind: dataset, license: CC0-1.0}\n",
).replace(
    "steps:\n",
    "steps:\n  - {id: ask, kind: generate, inputs: {teacher: svc}, outputs: rows, period: 2025-06, by: publisher}\n",
)
OWN_RULE = """\
pack: {format: 2, id: own, title: Own, family: house-rule, version: '1', history: ['2026-11-24: first version']}
rules:
  - id: own/r
    title: Own
    status: in-force
    norm: prohibition
    about: {source: {kind: [service]}}
    parties: [releaser]
    family: provider-terms:own
    when: {f: {fact: release.commercial, is: false}}
    says: s
    consequence: c
    what_to_do: [supply-fact]
    does_not_cover: n
    clear_because: ok
"""


@pytest.mark.parametrize("command", ["check", "plan", "licences", "disclose", "whatif"])
def test_every_command_that_asks_rules_says_which_source_only_such_a_rule_speaks_of(
    command: str, own: Callable[[str], pathlib.Path], run: Run, tmp_path: pathlib.Path
) -> None:
    (tmp_path / "lineage.yaml").write_text(SERVED)
    (tmp_path / "own" / "pack.yaml").write_text(OWN_RULE)
    told = run(*COMMANDS[command], "--rules", tmp_path / "own")
    assert told.code in (0, 1), told.err
    assert "no bundled rule speaks, only rule own/r of a further folder" in told.err


SUBSTITUTES = """\
origins: [CN]
verified_on: 2026-01-01
evidence: Made for the tests.
substitutes:
"""
SUBSTITUTE = (
    "  - {{id: own-{n}, name: '{name}', purposes: [general-purpose], size: small, developer: Own, licence: mit, "
    "weights: none-found, outputs: none-found, where: a page, assurance: full-text}}\n"
)


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("Own 7B",), "that file: Own 7B"),
        (("gpt-4o", "Own 7B"), "that file: gpt-4o, Own 7B"),
        (tuple(f"Own {n}B" for n in range(1, 9)), "Own 5B and 3 more"),
        (("::error::x",), "that file: ::error::x"),
    ],
)
def test_substitutes_of_ones_own_are_told(
    run: Run, own: Callable[[str], pathlib.Path], names: tuple[str, ...], told: str
) -> None:
    folder = own(SUBSTITUTES + "".join(SUBSTITUTE.format(n=n, name=one) for n, one in enumerate(names)))
    done = run(*COMMANDS["whatif"], "--rules", str(folder))
    assert done.code == 0
    assert told in done.err
    assert not [line for line in done.err.splitlines() if line.startswith("::")]


@pytest.mark.parametrize("name", ["Phi-4 mini", "phi 4-MINI", "Apertus 8B"])
def test_no_substitute_of_ones_own_takes_the_name_of_a_bundled_one(
    run: Run, own: Callable[[str], pathlib.Path], name: str
) -> None:
    folder = own(SUBSTITUTES + SUBSTITUTE.format(n=1, name=name))
    done = run(*COMMANDS["whatif"], "--rules", str(folder))
    assert done.code == 2
    assert "own/registry.yaml:5:" in done.err
    assert "already means the substitute" in done.err


def test_of_thousands_of_names_the_first_are_told_and_how_many_more_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    names = tuple(of_name(f"name {number}: known from a file of your own") for number in range(3_000))
    say_of_warnings((*names[:10], of_whole("the whole answer"), "odd"), names)
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].endswith("the whole answer")
    assert sum("known from a file of your own" in line for line in lines) == 20
    assert "and 2,980 more warnings of this kind" in lines[-1]
    assert len(lines) == 22


def test_as_many_as_are_told_are_told_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    say_of_warnings(tuple(of_name(f"name {number}: known") for number in range(20)))
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 20
    assert "more" not in lines[-1]
