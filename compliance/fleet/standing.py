"""How far the positions of a store stand for it as it is: the day they hold for, and what was not asked since."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from compliance.compile.digest import digests
from compliance.errors import Fault, UsageError
from compliance.fleet.store import Store
from compliance.model.answered.report import COUNTED
from compliance.model.known.knowledge import Knowledge

_DAY = "as_of"


class Standing(NamedTuple):
    """What the last check left unasked; the table `pending` of the store holds the artifacts."""

    rules: int
    """Rules that were never asked of the whole fleet as they now are."""
    artifacts: int
    """Artifacts that something changed, at any remove, since the rules were asked."""


def checked_day(store: Store, asked: datetime.date | None, today: datetime.date) -> datetime.date:
    """The day for which the positions of a store hold; today where it was never checked.

    Raises `UsageError` where another one is asked for: positions of one day do not stand for another.
    """
    held = store.one("SELECT value FROM meta WHERE key = ?", [_DAY])
    if held is None:
        return asked or today
    day = datetime.date.fromisoformat(held)
    if asked is not None and asked != day:
        what = f"the store was checked as of {day}, not as of {asked}"
        raise UsageError(
            Fault(None, what, f"leave --as-of out, or run `compliance fleet check --as-of {asked}` first")
        )
    return day


def keep_day(store: Store, as_of: datetime.date) -> None:
    """Note the day for which positions are about to be written."""
    store.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", [_DAY, as_of.isoformat()])


def standing(store: Store, knowledge: Knowledge, as_of: datetime.date) -> Standing:
    """What the positions of a store do not stand for, and the table `pending` of artifacts that were not asked."""
    held = {rule: (digest, version) for rule, digest, version in store.all("SELECT * FROM asked")}
    wanted = digests(knowledge, as_of)
    current = [held[rule][1] for rule, digest in wanted.items() if rule in held and held[rule][0] == digest]
    since = min(current, default=store.version)
    changed = changed_since(store, since)
    store.connection.execute("CREATE OR REPLACE TEMP TABLE pending AS SELECT n FROM changed")
    return Standing(len(wanted) - len(current), changed)


def changed_since(store: Store, version: int) -> int:
    """Make the table `changed` of all that a change since a version can reach; how many these are."""
    moved = f"(since > {version} OR (until > {version} AND until <= {store.version}))"
    # What is only spoken of is taken for what its children say that it is.
    kinds = "SELECT source, min(parent_kind) AS kind FROM edges WHERE {} GROUP BY source"
    before, now = (
        kinds.format(f"since <= {version} AND until > {version}"),
        kinds.format(f"until > {store.version}"),
    )
    store.ahead(
        "changed",
        f"SELECT n FROM artifacts WHERE {moved} UNION SELECT target FROM edges WHERE {moved} UNION "
        f"SELECT b.source FROM ({before}) b JOIN ({now}) w ON w.source = b.source WHERE b.kind IS DISTINCT FROM w.kind",
    )
    return int(store.one("SELECT count(*) FROM changed"))


def aside(knowledge: Knowledge) -> tuple[str, ...]:
    """Rules of texts that are not in force: bills and guidance, which count for nothing."""
    return tuple(rule.id for _, rule in knowledge.rules() if rule.status not in COUNTED)
