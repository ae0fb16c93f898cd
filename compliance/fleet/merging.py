"""How rows that are taken in become a new version: what they tell anew replaces what stood, what they repeat stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.fleet.rows import ARTIFACT_COLUMNS

if TYPE_CHECKING:
    from compliance.fleet.store import Store

OPEN = 2**31 - 1
"""Version until which a row stands that nothing has replaced."""
FACTS = ARTIFACT_COLUMNS[1:]
_FACTS = ", ".join(FACTS)
_EDGE = 'source, target, parent_kind, step, role, period, "by", relation'
_NOW = """
CREATE OR REPLACE TEMP TABLE now AS SELECT * EXCLUDE line, coalesce(kind = 'dataset', false) AS data FROM new_artifacts
QUALIFY row_number() OVER (PARTITION BY id, data ORDER BY line DESC) = 1
"""
_NAMED = """
CREATE OR REPLACE TEMP TABLE named AS SELECT id, data FROM now
UNION SELECT child, child_kind = 'dataset' FROM new_edges WHERE child_kind IS NOT NULL
UNION SELECT parent, parent_kind = 'dataset' FROM new_edges WHERE parent_kind IS NOT NULL
"""
_SETTLED = """
UPDATE names SET data = said.data FROM (SELECT id, bool_and(data) AS data FROM named GROUP BY id) AS said
WHERE names.id = said.id AND names.data IS NULL
"""
"""What nothing was said of is what is now said of it."""
_UNTOLD = """
SELECT id, NULL::BOOLEAN AS data FROM (SELECT child AS id FROM new_edges UNION SELECT parent FROM new_edges)
WHERE id NOT IN (SELECT id FROM names)
"""
_MEANT = """
CREATE OR REPLACE TEMP TABLE meant AS
SELECT id, data, n FROM names WHERE data IS NOT NULL
UNION ALL SELECT id, NULL, min_by(n, coalesce(data, false)::INTEGER) FROM names GROUP BY id
"""
"""Which artifact an id means: where it is said, that of the kind; else a model rather than a data set."""
_TOLD = f"""
CREATE OR REPLACE TEMP TABLE told AS SELECT names.n, {_FACTS} FROM now JOIN names USING (id, data)
EXCEPT SELECT n, {_FACTS} FROM artifacts WHERE until = {OPEN}
"""
_DRAWN = """
CREATE OR REPLACE TEMP TABLE drawn AS
SELECT DISTINCT p.n AS source, c.n AS target, parent_kind, coalesce(step, 'other') AS step,
  coalesce(role, 'unknown') AS role, period, "by", relation
FROM new_edges
JOIN meant p ON p.id = parent AND p.data IS NOT DISTINCT FROM (parent_kind = 'dataset')
JOIN meant c ON c.id = child AND c.data IS NOT DISTINCT FROM (child_kind = 'dataset')
"""
_CHILDREN = """
CREATE OR REPLACE TEMP TABLE children AS SELECT n FROM now JOIN names USING (id, data) UNION SELECT target FROM drawn
"""
_GONE = f"""
CREATE OR REPLACE TEMP TABLE gone AS
SELECT e FROM edges WHERE until = {OPEN} AND target IN (SELECT n FROM children) AND NOT EXISTS (
  SELECT 1 FROM drawn d WHERE d.source = edges.source AND d.target = edges.target AND d.step = edges.step
  AND d.role = edges.role AND d.parent_kind IS NOT DISTINCT FROM edges.parent_kind
  AND d.period IS NOT DISTINCT FROM edges.period AND d."by" IS NOT DISTINCT FROM edges."by"
  AND d.relation IS NOT DISTINCT FROM edges.relation)
"""
_FRESH = f"""
INSERT INTO edges SELECT (SELECT coalesce(max(e), -1) FROM edges)
  + row_number() OVER (ORDER BY target, source, step, role, period, "by", parent_kind, relation), {_EDGE}, ?, {OPEN}
FROM (SELECT {_EDGE} FROM drawn EXCEPT SELECT {_EDGE} FROM edges WHERE until = {OPEN})
"""


def merge(store: Store, version: int) -> None:
    """Make the staged rows the given version: facts of an artifact, and all that it was made from, as told last."""
    run = store.connection.execute
    run(_NOW)
    run(_NAMED)
    run(_SETTLED)
    store.name("SELECT id, data FROM named")
    store.name(_UNTOLD)
    run(_MEANT)
    run(_TOLD)
    run(f"UPDATE artifacts SET until = ? WHERE until = {OPEN} AND n IN (SELECT n FROM told)", [version])
    run(f"INSERT INTO artifacts SELECT n, {_FACTS}, ?, {OPEN} FROM told", [version])
    run(_DRAWN)
    run(_CHILDREN)
    run(_GONE)
    run("UPDATE edges SET until = ? WHERE e IN (SELECT e FROM gone)", [version])
    run(_FRESH, [version])
