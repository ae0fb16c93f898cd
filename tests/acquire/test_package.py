"""Under what the files of packages put what they pack."""

from __future__ import annotations

import pytest

from compliance.acquire.package import package_licence


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("pyproject.toml", '[project]\nname = "heron"\nlicense = "MIT"\n', [("MIT", 3)]),
        ("pyproject.toml", '[project]\nlicense = {text = "GPL-3.0-only"}\n', [("GPL-3.0-only", 2)]),
        ("pyproject.toml", '[project]\nlicense = {file = "LICENSE"}\n', []),
        ("pyproject.toml", '[tool.poetry]\nlicense = "Apache-2.0"\n', [("Apache-2.0", 2)]),
        (
            "pyproject.toml",
            '[project]\nclassifiers = ["License :: OSI Approved :: MIT License"]\n',
            [("MIT", 1)],
        ),
        ("setup.cfg", "[metadata]\nname = heron\nlicense = BSD-3-Clause\n", [("BSD-3-Clause", 3)]),
        ("setup.py", 'from setuptools import setup\nsetup(license="MIT")\n', [("MIT", 2)]),
        ("Cargo.toml", '[package]\nlicense = "MIT OR Apache-2.0"\n', [("MIT OR Apache-2.0", 2)]),
        ("package.json", '{"name": "x",\n "license": "ISC"}', [("ISC", 2)]),
        ("package.json", '{"license": "UNLICENSED"}', []),
        ("package.json", "{broken", []),
        ("pyproject.toml", "broken = [", []),
    ],
)
def test_a_package_states_its_licence(name: str, text: str, expected: list[tuple[str, int]]) -> None:
    told = package_licence(text, name)
    assert [one.text for one in told] == [licence for licence, _ in expected]
    assert name.endswith(".toml") or [one.place.line for one in told] == [line for _, line in expected]
