"""Quote the cited clauses from the pinned texts, with the digest of the text and the day on which it stood so."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from compliance.errors import InputError
from compliance.model.known.policy_text import CitedVersion, Pin, Quote
from compliance.text.keep import fingerprint
from compliance.text.keep.pin import Store

__all__ = ["pinned_quotes", "quote_of"]

_KEPT = ".quotes"
_CAPITAL = "\ue000"


def pinned_quotes(store: Store, clauses: Iterable[CitedVersion]) -> dict[str, Quote]:
    """Return the words of cited clauses by their fingerprint, from the earliest pinned text in which they stand.

    A text that was pinned for some instruments is looked through for their clauses, another for all. What was found is
    kept beside it, so that looking again takes no time.

    Raises:
        InputError: If a pinned text is damaged.
    """
    wanted: dict[str, set[str]] = {}
    for each in clauses:
        if each.version.fingerprint:
            wanted.setdefault(each.version.fingerprint, set()).add(each.instrument)
    found: dict[str, Quote] = {}
    for pin in sorted(store.pins(), key=lambda each: (each.captured_on, each.digest)):
        named = {mark for mark, instruments in wanted.items() if instruments.intersection(pin.instruments)}
        here = named if pin.instruments else set(wanted)
        for mark, (line, words) in _in(store, pin, here).items():
            found.setdefault(mark, Quote(mark, words, pin.digest, pin.captured_on, pin.origin, line))
    return found


def _in(store: Store, pin: Pin, wanted: set[str]) -> dict[str, tuple[int, str]]:
    """Where the fingerprints stand in one text: line and words; the search is thorough where it is known what it is."""
    store.read(pin)
    looked, held = _held(store, pin)
    if missing := wanted - looked:
        text = store.lines(pin)
        lines = text.split("\n")
        for mark, stand in fingerprint.find(text, missing, thorough=bool(pin.instruments)).items():
            held[mark] = (stand.line, quote_of(lines[stand.line - 1], stand.words))
        _hold(store, pin, looked | missing, held)
    return {mark: held[mark] for mark in wanted & held.keys()}


def _held(store: Store, pin: Pin) -> tuple[set[str], dict[str, tuple[int, str]]]:
    """What was looked for and found before; nothing where it is not to be trusted."""
    try:
        told: Mapping[str, Any] = json.loads(store.beside(pin, _KEPT).read_bytes())
        looked = {str(mark) for mark in told["looked"]}
        found = {str(mark): (int(line), str(words)) for mark, (line, words) in told["found"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return set(), {}
    sound = {mark: each for mark, each in found.items() if fingerprint.digest(each[1]) == mark}
    return looked - (found.keys() - sound.keys()), sound


def _hold(store: Store, pin: Pin, looked: set[str], found: Mapping[str, tuple[int, str]]) -> None:
    told = {"looked": sorted(looked), "found": found}
    try:
        store.write(store.beside(pin, _KEPT), json.dumps(told, ensure_ascii=False).encode())
    except (OSError, InputError):
        return  # it only costs time


def quote_of(line: str, words: str) -> str:
    """Return the words of a line that have a normal form, with their capital letters.

    >>> quote_of("*   You may **not** sell [Output](https://example.com).", "sell output.")
    'sell Output.'
    """
    marked = "".join(
        f"{_CAPITAL}{each}" if each != each.lower() else each for each in line.replace(_CAPITAL, "")
    )
    form = fingerprint.normalise(marked)
    at = form.replace(_CAPITAL, "").find(words)
    if at < 0:
        return words
    taken: list[str] = []
    position, capital = 0, False
    for each in form:
        if each == _CAPITAL:
            capital = True
            continue
        if at <= position < at + len(words):
            taken.append(each.upper() if capital else each)
        position, capital = position + 1, False
    return "".join(taken)
