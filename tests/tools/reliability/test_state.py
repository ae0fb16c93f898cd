"""Figures of several runs add up, each run has other inputs, and what was tried enough leaves its time to others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.reliability import fuzz
from tools.reliability.runs import CHECKS, Tally
from tools.reliability.state import ENOUGH, State

_FEW = Tally("card", 3, 1, 2, 0, None, 0.5, {"KeyError at a.py:1": 1}, [b"a"])
_MORE = Tally("card", 4, 2, 1, 1, None, 0.2, {"KeyError at a.py:1": 2, "TypeError at b.py:2": 1}, [b"b"])


def test_figures_of_runs_add_up_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    State().begun().with_(_FEW, 1.5).write(path)
    State.read(path).begun().with_(_MORE, 2).write(path)
    found = State.read(path)
    assert (found.runs, found.minutes) == (2, 3.5)
    assert found.tallies["card"] == Tally(
        "card", 7, 3, 3, 1, None, 0.5, {"KeyError at a.py:1": 3, "TypeError at b.py:2": 1}, []
    )


@pytest.mark.parametrize(("one", "other", "both"), [(None, None, None), (0, None, 0), (1, 2, 3)])
def test_false_cleans_are_counted_only_where_they_were_looked_for(
    one: int | None, other: int | None, both: int | None
) -> None:
    assert Tally("a", false_clean=one).and_(Tally("a", false_clean=other)).false_clean == both


def test_no_file_is_a_first_run(tmp_path: Path) -> None:
    assert State.read(tmp_path / "none.json") == State.read(None) == State()


def test_runs_with_a_state_differ_and_leave_out_what_was_tried_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds: list[tuple[str, int, float]] = []

    def kind(one: object, seconds: float, seed: int, most: int) -> Tally:
        name = one.name  # type: ignore[attr-defined]
        seeds.append((name, seed, seconds))
        return Tally(name, most if name == "card" else 1)

    def checks(seconds: float, seed: int, most: int) -> tuple[Tally, ...]:
        seeds.append(("checks", seed, seconds))
        return tuple(Tally(name, most) for name in CHECKS)

    monkeypatch.setattr(fuzz, "run_kind", kind)
    monkeypatch.setattr(fuzz, "run_checks", checks)
    path = tmp_path / "state.json"
    given = fuzz.arguments(
        ["--state", str(path), "--seed", "7", "--minutes", "1", "--kind", "card", "--kind", "code"]
    )
    fuzz._run(given)
    assert [(name, seed) for name, seed, _ in seeds[:3]] == [("card", 7), ("code", 7), ("checks", 7)]
    assert [round(seconds) for *_, seconds in seeds] == [1, 1, 1, 24, 36, 60]
    assert {name for name, *_ in seeds[3:]} == {"code"}
    assert len({seed for _, seed, _ in seeds[2:]}) == 4
    seeds.clear()
    state = fuzz._run(given)
    assert {name for name, *_ in seeds} == {"code"}
    assert state.tallies["code"].inputs == 8
    assert state.tallies["card"].inputs == ENOUGH


def test_inputs_that_went_wrong_are_kept_as_soon_as_their_kind_was_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kind(one: object, seconds: float, seed: int, most: int) -> Tally:
        return Tally("card", 1, samples=[str(seed).encode()])

    monkeypatch.setattr(fuzz, "run_kind", kind)
    monkeypatch.setattr(fuzz, "run_checks", lambda *_: tuple(Tally(name, 1) for name in CHECKS))
    for seed in ("7", "8"):
        fuzz._run(
            fuzz.arguments(["--keep", str(tmp_path), "--seed", seed, "--minutes", "0", "--kind", "card"])
        )
    kept = {path.read_bytes() for path in tmp_path.iterdir()}
    assert {b"7", b"8"} <= kept
