"""No file names a machine or a package registry, and every YAML file names its schema."""

from __future__ import annotations

import re
from pathlib import Path

# Each is written so that this file does not match itself.
MACHINE_PATH = re.compile(r"(?:^|[^A-Za-z0-9_.])/(?:work|root|home/[a-z]+)/")
REGISTRY_HOST = re.compile(
    "|".join(
        re.escape(".".join(labels))
        for labels in [
            ("pypi", "org"),
            ("pythonhosted", "org"),
            ("npmjs", "org"),
            ("npmjs", "com"),
            ("deb", "debian", "org"),
            ("security", "debian", "org"),
            ("archive", "ubuntu", "com"),
        ]
    )
)
MODELINE = re.compile(r"# yaml-language-server: \$schema=\S+")


def _matches(root: Path, files: list[Path], pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in files:
        try:
            lines = (root / path).read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        found += [f"{path}:{number}" for number, line in enumerate(lines, 1) if pattern.search(line)]
    return found


def test_no_file_names_a_package_registry(repo_root: Path, project_files: list[Path]) -> None:
    assert _matches(repo_root, project_files, REGISTRY_HOST) == []


def test_no_file_names_a_path_of_a_machine(repo_root: Path, project_files: list[Path]) -> None:
    assert _matches(repo_root, project_files, MACHINE_PATH) == []


def test_every_yaml_file_names_its_schema_first(repo_root: Path, project_files: list[Path]) -> None:
    ours = [
        path
        for path in project_files
        if path.suffix in {".yaml", ".yml"} and path.parts[0] in {"examples", "policies", "rules"}
    ]
    assert ours
    without = [
        str(path)
        for path in ours
        if not MODELINE.match((repo_root / path).read_text(encoding="utf-8").partition("\n")[0])
    ]
    assert without == []
