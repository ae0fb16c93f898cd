"""The bill of materials of the program names what is locked, is fresh, and is what CycloneDX says it is."""

from __future__ import annotations

import json

import pytest

from tools.own_bom import BOM, LOCK, bom, main


def test_it_is_fresh() -> None:
    assert main(["--check"]) == 0, "run `python -m tools.own_bom`"


def test_it_names_every_locked_package_with_its_files() -> None:
    lock = LOCK.read_text("utf-8")
    locked = {
        line.split()[0] for line in lock.splitlines() if "==" in line and not line.startswith((" ", "#"))
    }
    held = bom(lock)["components"]
    assert {f"{one['name']}=={one['version']}" for one in held} == locked
    assert sum(p["name"] == "requirement:sha256" for one in held for p in one["properties"]) == lock.count(
        "--hash="
    )
    assert all(any(p["name"] == "requirement:sha256" for p in one["properties"]) for one in held)


def test_packages_apart_by_platform_both_stand() -> None:
    lock = "".join(f"x=={n} ; os == '{n}' \\\n    --hash=sha256:{n * 64}\n" for n in "12")
    assert [one["purl"] for one in bom(lock)["components"]] == ["pkg:pypi/x@1", "pkg:pypi/x@2"]


def test_it_keeps_to_the_schema() -> None:
    schema = pytest.importorskip("cyclonedx.validation.json")
    versions = pytest.importorskip("cyclonedx.schema")
    found = schema.JsonStrictValidator(versions.SchemaVersion.V1_6).validate_str(BOM.read_text("utf-8"))
    assert found is None


def test_it_lists_dependencies_that_are_there() -> None:
    held = json.loads(BOM.read_bytes())
    refs = {one["bom-ref"] for one in held["components"]}
    assert set(held["dependencies"][0]["dependsOn"]) == refs
