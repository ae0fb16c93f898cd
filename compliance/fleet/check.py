"""Every rule asked of every release of a store, batch by batch; what is finished is kept, whatever happens.

What nothing has changed is not asked again: a rule whose texts, definitions and registry are the same is put only to
what was made, at any remove, from artifacts that changed.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from compliance.compile.digest import NOT_COVERED, digests
from compliance.compile.program import compile_packs
from compliance.fleet.answers import Answered, Kernel, answers, batches, hits_of, not_covered
from compliance.fleet.extras import need
from compliance.fleet.loaded import load
from compliance.fleet.progress import Progress
from compliance.fleet.standing import changed_since, keep_day
from compliance.fleet.store import Store
from compliance.model.known.knowledge import Knowledge

WORD_RULES = 100
"""The most rules of a batch: what is lost when a process is killed."""
_MOST = 0.5
"""Part of the artifacts from which on everything is asked anew: less is not quicker."""


class Checked(NamedTuple):
    """What a check did."""

    rules: int
    """Rules that were asked of all."""
    again: int
    """Rules that were only asked of what had changed."""
    changed: int
    """Artifacts that a change could reach."""
    written: int


def check(
    store: Store, knowledge: Knowledge, as_of: datetime.date, kernel: Kernel, say: Callable[[str], None]
) -> Checked:
    """Ask what was not asked yet of the store as it stands."""
    keep_day(store, as_of)
    wanted = digests(knowledge, as_of)
    held = {rule: (digest, version) for rule, digest, version in store.all("SELECT * FROM asked")}
    for rule in held.keys() - wanted.keys():
        _forget(store, rule)
    version = store.version
    old = {rule: held[rule][1] for rule, digest in wanted.items() if rule in held and held[rule][0] == digest}
    whole = [rule for rule in wanted if rule not in old]
    running = _Running(store, knowledge, as_of, kernel, wanted, Progress("rules", len(wanted), say))
    again = changed = 0
    for since in sorted({one for one in old.values() if one < version}):
        rules = [rule for rule, one in old.items() if one == since]
        count = changed_since(store, since)
        if count > _MOST * max(store.counts()[0], 1):
            whole += rules
            continue
        again, changed = again + len(rules), max(changed, count)
        running.run(rules, version, "changed")
    running.run(whole, version)
    return Checked(len(whole), again, changed, running.written)


def _forget(store: Store, rule: str) -> None:
    store.connection.execute("BEGIN")
    store.connection.execute("DELETE FROM positions WHERE rule = ?", [rule])
    store.connection.execute("DELETE FROM asked WHERE rule = ?", [rule])
    store.connection.execute("COMMIT")


class _Running:
    """Asks rules and writes what they come to, each batch whole or not at all."""

    def __init__(
        self, store: Store, knowledge: Knowledge, as_of: datetime.date, kernel: Kernel, digests: Mapping[str, str],
        progress: Progress,
    ) -> None:  # fmt: skip
        self.store, self.knowledge, self.as_of, self.kernel = store, knowledge, as_of, kernel
        self.digests, self.progress = digests, progress
        self.written = self.done = 0

    def run(self, rules: Sequence[str], version: int, within: str | None = None) -> None:
        """Ask rules of all releases, or of those in a table."""
        if not rules:
            return
        fleet = load(self.store, self.knowledge, self.as_of, within)
        program = compile_packs(self.knowledge, self.as_of, fleet.columns, frozenset(rules))
        compiled = {one.id for one in program.rules} | {NOT_COVERED}
        self._finish([rule for rule in rules if rule not in compiled], version, within, ())
        if NOT_COVERED in rules:
            self._finish([NOT_COVERED], version, within, (not_covered(fleet, self.kernel),))
        for batch in batches(program, program.rules, WORD_RULES):
            found = answers(fleet, program, batch, self.kernel)
            self._finish([rule.id for rule in batch.rules], version, within, tuple(found))

    def _finish(
        self, rules: Sequence[str], version: int, within: str | None, found: Sequence[Answered]
    ) -> None:
        run = self.store.connection.execute
        only = f" AND n IN (SELECT n FROM {within})" if within else ""
        run("BEGIN")
        for rule in rules:
            run(f"DELETE FROM positions WHERE rule = ?{only}", [rule])
            run("INSERT OR REPLACE INTO asked VALUES (?, ?, ?)", [rule, self.digests[rule], version])
        for one in found:
            self.written += _put(self.store, one, only)
        run("COMMIT")
        self.done += len(rules)
        self.progress.at(self.done, f"; {self.written:,} positions")


def _put(store: Store, one: Answered, only: str) -> int:
    np, arrow = need("numpy"), need("pyarrow")
    verdicts = one.verdicts
    staged: dict[str, Any] = {
        "n": verdicts.node, "readings": verdicts.readings.astype(np.uint8), "hit": hits_of(verdicts.hit),
        "source": one.source, "entry": one.entry,
    }  # fmt: skip
    store.connection.register("staged", arrow.table(staged))
    store.connection.execute(
        f"INSERT INTO positions SELECT ?, n, ?, readings, hit, source, entry FROM staged WHERE true{only}",
        [one.rule.id, one.rule.party],
    )
    store.connection.unregister("staged")
    return len(verdicts.node)
