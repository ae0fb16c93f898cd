"""What a checked fleet comes to, counted: positions, whom they concern, chains, lost names, licences by relation."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from compliance.compile.digest import NOT_COVERED
from compliance.fleet.drift import DRIFTS, Drift, along
from compliance.fleet.explain import readings_of
from compliance.fleet.extras import need
from compliance.fleet.identities import Identities
from compliance.fleet.rows import ArtifactRow
from compliance.fleet.standing import Standing, aside, standing
from compliance.fleet.store import Store
from compliance.kernels.graph import in_circles
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.truth import Position, position_of

WORDS = (Position.BREACH, Position.ARGUABLE, Position.NEEDS_FACTS, Position.NOT_COVERED, Position.REMOTE)
NOT_CHECKED = "not-checked"
_MOST = 15


class Counted(NamedTuple):
    """One line of a table: what is counted, in how many releases each position stands."""

    name: str
    beside: str
    positions: tuple[int, ...]

    @property
    def whole(self) -> int:
        """All together."""
        return sum(self.positions)


class Chain(NamedTuple):
    """A release with the heaviest point that reaches it from furthest away."""

    release: str
    position: str
    title: str
    through: tuple[str, ...]
    rules: int


class Overview(NamedTuple):
    """Everything that the page shows."""

    as_of: str
    version: int
    artifacts: int
    edges: int
    rules: int
    releases: Mapping[str, int]
    """Releases by their heaviest position; `clear` for those without any, `not-checked` for those not asked since."""
    pending: Standing
    """What was not asked of the fleet as it stands."""
    aside: int
    """Releases that texts reach which are not in force: bills and guidance, which are not counted."""
    by_rule: tuple[Counted, ...]
    by_family: tuple[Counted, ...]
    by_provider: tuple[Counted, ...]
    by_developer: tuple[Counted, ...]
    by_licence: tuple[Counted, ...]
    by_month: tuple[Counted, ...]
    chains: tuple[Chain, ...]
    lost: tuple[tuple[str, int], ...]
    circles: tuple[tuple[str, ...], ...]
    drift: tuple[Drift, ...]
    making: int
    """Releases of which nothing is open but how something upstream was made."""
    drifts: tuple[str, ...] = DRIFTS
    words: tuple[str, ...] = WORDS


def overview(store: Store, knowledge: Knowledge, as_of: datetime.date) -> Overview:
    """Count what the last check of a store came to."""
    pending = standing(store, knowledge, as_of)
    out = aside(knowledge)
    _words(store, out)
    identities = Identities(knowledge, as_of)
    titles = {NOT_COVERED: ("A name that nobody knows stands upstream", "not-covered")}
    titles |= {rule.id: (rule.title, (rule.family or pack.pack.family)) for pack, rule in knowledge.rules()}
    by_rule = _counted(store, "rule")
    artifacts, edges = store.counts()
    of_release = f"LEFT JOIN ({store.current('artifacts')}) a ON a.n = worded.n"
    sources = _sources(store, identities)
    return Overview(
        as_of.isoformat(), store.version, artifacts, edges, int(store.one("SELECT count(*) FROM asked")),
        _releases(store, pending), pending, _reached(store, out),
        tuple(one._replace(name=titles.get(one.name, (one.name, ""))[0], beside=one.name) for one in by_rule[:30]),
        _grouped(by_rule, lambda rule: titles.get(rule, ("", "gone"))[1]),
        _by(store, sources, 0), _by(store, sources, 1), _by(store, sources, 2),
        _counted(store, _months(store), of_release, "what"),
        _chains(store, titles), _lost(store, identities), _circles(store),
        along(store, knowledge), _only_making(store),
    )  # fmt: skip


def _words(store: Store, out: Sequence[str]) -> None:
    """A table of all positions that count with the place of their word; `out` are rules that do not."""
    told = [(code, WORDS.index(position_of(readings_of(code)))) for code in range(1, 27) if _is_open(code)]
    values = ", ".join(f"({code}, {place})" for code, place in told)
    store.connection.execute(
        "CREATE OR REPLACE TEMP TABLE worded AS SELECT positions.* EXCLUDE party, "
        f"CASE rule WHEN '{NOT_COVERED}' THEN {WORDS.index(Position.NOT_COVERED)} ELSE word END AS word FROM positions "
        f"JOIN (VALUES {values}) AS w(code, word) ON w.code = positions.readings WHERE NOT list_contains(?, rule)",
        [list(out)],
    )


def _reached(store: Store, out: Sequence[str]) -> int:
    """Releases that rules reach which do not count."""
    codes = [code for code in range(1, 27) if _is_open(code)]
    query = (
        "SELECT count(DISTINCT n) FROM positions WHERE list_contains(?, rule) AND list_contains(?, readings)"
    )
    return int(store.one(query, [list(out), codes]))


def _is_open(code: int) -> bool:
    return position_of(readings_of(code)) in WORDS


def _counted(store: Store, what: str, join: str = "", order: str = "") -> tuple[Counted, ...]:
    """Releases by some value and position."""
    columns = ", ".join(f"count(DISTINCT worded.n) FILTER (word = {place})" for place in range(len(WORDS)))
    heaviest = "3 DESC, 4 DESC, 5 DESC, 6 DESC, 7 DESC, what"
    rows = store.all(
        f"SELECT {what} AS what, '', {columns} FROM worded {join} GROUP BY ALL ORDER BY {order or heaviest}"
    )
    return tuple(Counted(str(name), beside, tuple(counts)) for name, beside, *counts in rows)


def _grouped(rows: Sequence[Counted], key: object) -> tuple[Counted, ...]:
    sums: dict[str, Counter[int]] = {}
    for one in rows:
        counts = sums.setdefault(key(one.name), Counter())  # type: ignore[operator]
        for place, count in enumerate(one.positions):
            counts[place] += count
    found = [Counted(name, "", tuple(counts[n] for n in range(len(WORDS)))) for name, counts in sums.items()]
    return tuple(sorted(found, key=lambda one: (tuple(-n for n in one.positions), one.name))[:_MOST])


def _months(store: Store) -> str:
    """The month of a release as a column; where there are many months, those before the last dozen by their years."""
    dated = "regexp_full_match(left(released, 7), '[0-9]{4}-[0-9]{2}')"
    months = (
        f"SELECT DISTINCT left(released, 7) FROM ({store.current('artifacts')}) WHERE {dated} ORDER BY ALL"
    )
    held = [month for (month,) in store.all(months)]
    since = held[-12][:4] if len(held) > 2 * 12 else ""
    return f"coalesce(left(a.released, if(a.released < '{since}', 4, 7)), 'no date')"


def _by(store: Store, sources: Mapping[int, _Source], place: int) -> tuple[Counted, ...]:
    names = {n: one[place] for n, one in sources.items() if one[place]}
    if not names:
        return ()
    given = need("pyarrow").table({"source": list(names), "name": list(names.values())})
    store.connection.register("of_sources", given)
    found = _counted(store, "s.name", "JOIN of_sources s ON s.source = worded.source")
    store.connection.unregister("of_sources")
    return found[:_MOST]


class _Source(NamedTuple):
    provider: str | None
    developer: str | None = None
    licence: str | None = None


def _sources(store: Store, identities: Identities) -> dict[int, _Source]:
    """Whose everything is that a hit comes from."""
    found: dict[int, _Source] = {}
    rows = store.all(
        "SELECT s.source, names.id, coalesce(a.kind, e.kind, 'service'), a.licence "
        "FROM (SELECT DISTINCT source FROM worded) s "
        f"JOIN names ON names.n = s.source LEFT JOIN ({store.current('artifacts')}) a ON a.n = s.source "
        "LEFT JOIN (SELECT source, min(parent_kind) AS kind FROM edges GROUP BY source) e ON e.source = s.source"
    )
    for n, key, kind, stated in rows:
        for one in (kind, "model", "dataset"):
            identified = identities.of(ArtifactRow(key, one), made="", declared=False)
            if identified.record is not None:
                break
        facts = identities.sources.values[identified.source].artifact  # type: ignore[attr-defined]
        if facts.provider:
            # A service has terms, which are no licence of what it writes.
            found[n] = _Source(facts.provider)
            continue
        organisation = key.partition("/")[0] if "/" in key else None
        known = identities.owner(organisation)[1] if organisation else None
        licence = stated or " and ".join(facts.licences) or "none stated"
        found[n] = _Source(None, facts.developer or known or organisation, licence)
    return found


def _releases(store: Store, pending: Standing) -> dict[str, int]:
    asked = "WHERE n NOT IN (SELECT n FROM pending)"
    rows = dict(
        store.all(
            f"SELECT word, count(*) FROM (SELECT n, min(word) AS word FROM worded {asked} GROUP BY n) GROUP BY word"
        )
    )
    told = {str(word): int(rows.get(place, 0)) for place, word in enumerate(WORDS)}
    put_out = f"SELECT count(*) FROM ({store.current('artifacts')}) WHERE put_out IS DISTINCT FROM 'no'"
    waiting = int(store.one(f"{put_out} AND n IN (SELECT n FROM pending)"))
    rest = int(store.one(put_out)) - sum(told.values()) - waiting
    # A rule that was not asked of all clears nobody.
    clear = 0 if pending.rules else rest
    return {**told, "clear": clear, NOT_CHECKED: waiting + rest - clear}


def _only_making(store: Store) -> int:
    asked = "SELECT n FROM worded GROUP BY n HAVING bool_and(rule IN ('gaps/undisclosed-upstream'))"
    return int(store.one(f"SELECT count(*) FROM ({asked})"))


def _chains(store: Store, titles: Mapping[str, tuple[str, str]]) -> tuple[Chain, ...]:
    """The releases with the most points, the heaviest first, one for each rule and owner."""
    rows = store.all(
        "WITH heavy AS (SELECT n, min(word) AS word, count(*) AS rules FROM worded GROUP BY n) "
        "SELECT r.id, w.word, w.rule, s.id, e.id, h.rules FROM heavy h JOIN worded w ON w.n = h.n AND w.word = h.word "
        "JOIN names r ON r.n = w.n JOIN names s ON s.n = w.source JOIN names e ON e.n = w.entry "
        "QUALIFY row_number() OVER (PARTITION BY w.n ORDER BY (w.entry <> w.n) DESC, w.rule) = 1 "
        "ORDER BY h.word, (w.entry <> w.n) DESC, h.rules DESC, r.id LIMIT 200"
    )
    found: dict[tuple[str, str], Chain] = {}
    for release, word, rule, source, entry, rules in rows:
        through = tuple(dict.fromkeys((source, entry, release)))
        chain = Chain(release, str(WORDS[word]), titles.get(rule, (rule, ""))[0], through, rules)
        found.setdefault((rule, release.partition("/")[0]), chain)
    return tuple(found.values())[:_MOST]


def _lost(store: Store, identities: Identities) -> tuple[tuple[str, int], ...]:
    """Names that things are made from, that nobody put out, and that the registry does not know."""
    rows = store.all(
        f"SELECT names.id, min(parent_kind), count(DISTINCT target) FROM ({store.current('edges')}) e "
        "JOIN names ON names.n = e.source "
        f"WHERE e.source NOT IN (SELECT n FROM ({store.current('artifacts')})) "
        "GROUP BY names.id ORDER BY 3 DESC, 1 LIMIT 400"
    )
    unknown = (
        (key, int(count)) for key, kind, count in rows
        if identities.of(ArtifactRow(key, kind or "model"), made="", declared=False).record is None
    )  # fmt: skip
    return tuple(unknown)[:_MOST]


def _circles(store: Store) -> tuple[tuple[str, ...], ...]:
    """What is said to be made from each other, the most things first, and then what is made from itself."""
    np = need("numpy")
    held = store.columns(f"SELECT source, target FROM ({store.current('edges')})")
    count = int(store.one("SELECT count(*) FROM names"))
    circle = in_circles(count, held["source"], held["target"])
    inside = np.flatnonzero(circle >= 0)
    if not len(inside):
        return ()
    listed = ", ".join(map(str, inside.tolist()))
    names = dict(store.all(f"SELECT n, id FROM names WHERE n IN ({listed})"))
    found: dict[int, list[str]] = {}
    for n in inside.tolist():
        found.setdefault(int(circle[n]), []).append(names[n])
    return tuple(
        sorted((tuple(sorted(members)) for members in found.values()), key=lambda one: (-len(one), one))
    )
