"""Work on a template of somebody else ends in a text or in a fault, whatever it does to the process it runs in."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from compliance.bounds import OutOfBoundsError
from compliance.errors import ComplianceError, Fault, InputError, Location, ResourceError
from compliance.render import done_apart as module
from compliance.render import template_bounds
from compliance.render.done_apart import done_apart, text_made_apart
from compliance.render.templating import fill

NAME = "report.md.j2"
_LISTS = (
    "{% set n = namespace(a=[], b=[]) %}{% for i in range(60) %}"
    "{% set n.a = [n.a, n.a] %}{% set n.b = [n.b, n.b] %}{% endfor %}"
)
_TUPLES = "{% set n = namespace(t=()) %}{% for i in range(60) %}{% set n.t = (n.t, n.t) %}{% endfor %}"
_DEEP = "{% for i in range(99999) %}{% set n.t = (n.t,) %}{% endfor %}"
ENDLESS = {
    "lists compared": _LISTS + "{{ n.a == n.b }}",
    "lists looked for": _LISTS + "{{ n.a in [[n.b, n.b]][0] }}",
    "a tuple as a key": _TUPLES + "{{ {n.t: 1}|length }}",
    "tuples told apart": _TUPLES + "{{ [n.t]|unique|list|length }}",
}


@pytest.mark.parametrize("body", ENDLESS.values(), ids=ENDLESS)
def test_one_operation_without_end_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    monkeypatch.setattr(template_bounds, "SECONDS", 0.5)
    monkeypatch.setattr(module, "SPARE", 1)
    (tmp_path / NAME).write_text(body)
    with pytest.raises(InputError, match=r"takes more than 0\.5 seconds"):
        fill(NAME, {}, folders=[tmp_path])


def test_a_tuple_without_end_is_a_fault_and_no_crash(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(
        "{% set n = namespace(t=()) %}" + _DEEP * 3 + "{{ {n.t: 1}|length }}", encoding="utf-8"
    )
    with pytest.raises(InputError, match="ends the process that fills it"):
        fill(NAME, {}, folders=[tmp_path])


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("{{ " + "1" * 5000 + " }}", "digits"),
        ("{{ cycler() }}", "at least one item"),
        ("{{ '%d'|format('a') }}", "number is required"),
        ("{{ 'abc'|truncate(-1) }}", "length"),
        ("{% macro m(a, a) %}{% endmacro %}", "duplicate"),
        (r"{{ 'a\ud800' }}", "half a letter"),
    ],
)
def test_what_a_library_makes_of_a_template_is_a_fault_of_the_template(
    tmp_path: Path, body: str, said: str
) -> None:
    (tmp_path / NAME).write_text(body)
    with pytest.raises(InputError, match=said):
        fill(NAME, {}, folders=[tmp_path])


@pytest.mark.parametrize("text", ["", "a\nb\r\n", "ä\U0001f600", "\ud800", "x" * 1_000_000])
def test_a_text_comes_back_as_it_was_made(text: str) -> None:
    assert text_made_apart(lambda: text, 60) == text


def test_faults_come_back_with_their_words_and_places() -> None:
    plain = InputError(Fault(None, "one", "mend it"), Fault(None, "two", ""))
    placed = InputError(Fault(Location("m.yaml", 3, 4), "here", "mend it"))
    missing = ResourceError(Fault(None, "a library is missing", "install it"))
    for error in (plain, placed, missing):
        with pytest.raises(ComplianceError) as caught:
            done_apart(_raising(error), 60)
        assert type(caught.value) is type(error)
        assert caught.value.faults == error.faults


def test_an_unforeseen_error_is_raised_with_its_own_kind() -> None:
    with pytest.raises(ZeroDivisionError):
        done_apart(_raising(ZeroDivisionError()), 60)


def test_the_work_changes_nothing_here() -> None:
    seen: list[int] = []

    def work() -> str:
        seen.append(os.getpid())
        return str(seen[0])

    assert int(text_made_apart(work, 60)) != os.getpid()
    assert seen == []


def test_a_process_that_is_ended_is_told_with_what_ended_it() -> None:
    with pytest.raises(OutOfBoundsError, match="SIGKILL"):
        done_apart(_killed, 60)


def test_who_is_interrupted_leaves_nobody_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    forked: list[int] = []
    fork = os.fork

    def told() -> int:
        forked.append(fork())
        return forked[-1]

    monkeypatch.setattr(os, "fork", told)
    before = signal.signal(signal.SIGALRM, interrupt)
    begun = time.monotonic()
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.3)
        with pytest.raises(KeyboardInterrupt):
            done_apart(_asleep, 60)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert time.monotonic() - begun < 300
    (child,) = forked
    with pytest.raises(ChildProcessError):
        os.waitpid(child, os.WNOHANG)


def test_elsewhere_than_in_the_main_thread_it_is_done_here() -> None:
    found: list[str] = []
    thread = threading.Thread(target=lambda: found.append(text_made_apart(lambda: str(os.getpid()), 60)))
    thread.start()
    thread.join()
    assert found == [str(os.getpid())]


def _raising(error: Exception) -> Callable[[], bytes]:
    def work() -> bytes:
        raise error

    return work


def _killed() -> bytes:
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


def _asleep() -> bytes:
    time.sleep(600)
    return b""


def test_what_takes_too_much_is_not_done_once_more(tmp_path: Path) -> None:
    begun = tmp_path / "begun"

    def work() -> bytes:
        with begun.open("a") as stream:
            stream.write("x")
        raise OutOfBoundsError("takes more than 600 seconds")

    with pytest.raises(OutOfBoundsError, match="takes more than 600 seconds"):
        done_apart(work, 1)
    assert begun.read_text() == "x"
