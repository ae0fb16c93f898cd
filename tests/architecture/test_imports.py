"""Starting the program and checking a manifest loads no heavy library."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

HEAVY = {"duckdb", "numpy", "pyarrow", "pyspark", "spacy", "weasyprint"}

_PROGRAM = """
import json, pathlib, sys
target, *arguments = sys.argv[1:]
sys.argv = ["compliance", *arguments]
code = None
if arguments:
    from compliance.cli import main
    try:
        code = main()
    except SystemExit as end:
        code = end.code
else:
    import compliance
loaded = sorted({name.partition(".")[0] for name in sys.modules})
pathlib.Path(target).write_text(json.dumps({"code": code, "loaded": loaded}))
"""


def _loaded(root: Path, target: Path, *arguments: str) -> tuple[int | None, set[str]]:
    """Run the program in its own process; return its exit code and the top-level modules it had loaded."""
    outcome = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(target), *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 0, outcome.stderr
    report = json.loads(target.read_text())
    return report["code"], set(report["loaded"])


def test_importing_the_package_loads_no_heavy_library(repo_root: Path, tmp_path: Path) -> None:
    _, loaded = _loaded(repo_root, tmp_path / "loaded.json")
    assert "compliance" in loaded
    assert loaded & HEAVY == set()


def test_checking_a_manifest_loads_no_heavy_library(repo_root: Path, tmp_path: Path) -> None:
    manifest = "examples/quickstart/lineage.yaml"
    code, loaded = _loaded(repo_root, tmp_path / "loaded.json", "check", manifest)
    assert code in (None, 0, 1), "the check itself could not run"
    assert loaded & HEAVY == set()
