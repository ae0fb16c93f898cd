"""Settings of a project: `[tool.compliance]` in pyproject.toml, or compliance.toml."""

from __future__ import annotations

import os
import pathlib
from typing import Annotated, Any, ClassVar, Literal, cast

from compliance.errors import Fault, UsageError, shortened, shown
from compliance.foreign_files import home_of, read_foreign, reason_of
from compliance.model.shapes.lean import BeforeValidator, Field, Lean
from compliance.model.words.warned import of_whole

LARGEST = 1_000_000
"""Bytes up to which a file of settings is read."""
MOST_POINTS = 500
"""Points in a line: a key in more parts than that takes time in the square of them."""
Allowed = Literal["needs-facts", "not-covered", "making"]


ReportFormat = Literal[
    "auto", "text", "json", "markdown", "html", "pdf", "sarif", "junit", "github", "svg", "mermaid",
]  # fmt: skip
"""`auto`: annotations in a GitHub workflow, else text."""


def _strings(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


class Settings(Lean):
    """What may be set for `check`; options on the command line win."""

    model_config: ClassVar = {"frozen": True, "extra": "forbid", "populate_by_name": True}

    manifest: str = "lineage.yaml"
    fail_on: Literal["narrow", "plain", "broad", "never"] = Field(default="plain", alias="fail-on")
    allow: Annotated[tuple[Allowed, ...], BeforeValidator(_strings)] = ()
    rules: Annotated[tuple[str, ...], BeforeValidator(_strings)] = ()
    waivers: str | None = None
    format: ReportFormat = "auto"


def opened(settings: Settings, name: str, *, reading: bool, words: bool) -> str | None:
    """Say how settings open the gate wider than it is by itself, so that a report shows who did; None if they do not.

    Args:
        settings: The settings in force.
        name: What the report calls their file.
        reading: Whether the gate's reading is theirs and not an option's.
        words: Whether what may pass is theirs and not an option's.
    """
    parts = []
    if reading and settings.fail_on in ("narrow", "never"):
        parts.append(f"fail-on: {settings.fail_on}")
    if words and settings.allow:
        parts.append(f"allow: {', '.join(settings.allow)}")
    return of_whole(f"The file {name} opens the gate: it sets {' and '.join(parts)}") if parts else None


def check_inside(settings: Settings, path: pathlib.Path) -> None:
    """Make sure that settings name nothing outside of the repository, or the folder, that their file belongs to.

    Raises:
        UsageError: With everything that lies elsewhere.
    """
    home = os.path.realpath(home_of(path))
    named = {"manifest": (settings.manifest,), "waivers": (settings.waivers or "",), "rules": settings.rules}
    faults = [
        Fault(
            None,
            f"{path}: {key}: {shown(text)} lies elsewhere",
            "keep it in the repository, or name it by an option",
        )
        for key, texts in named.items()
        for text in texts
        if "\0" in text or not pathlib.Path(os.path.realpath(path.parent / text)).is_relative_to(home)
    ]
    if faults:
        raise UsageError(*faults)


def find_settings(start: pathlib.Path) -> tuple[Settings, pathlib.Path | None]:
    """Settings that hold in a folder, and the file they come from; looks upwards as far as the repository's root.

    Raises `UsageError` for a file that cannot be read, and for unknown keys.
    """
    for folder in (start, *start.parents):
        own, shared = folder / "compliance.toml", folder / "pyproject.toml"
        if own.is_file():
            return read_settings(own), own
        if shared.is_file() and "compliance" in _tools(shared):
            return read_settings(shared), shared
        if (folder / ".git").exists():
            break
    return Settings(), None


def read_settings(path: pathlib.Path) -> Settings:
    """Settings of one file. Raises `UsageError` with every fault."""
    table = _tools(path).get("compliance", {}) if path.name == "pyproject.toml" else _parsed(path)
    settings = _settings(path, table)
    check_inside(settings, path)
    return settings


def _settings(path: pathlib.Path, table: object) -> Settings:
    from compliance.model.shapes.quick import Misfit, read

    try:
        return cast("Settings", read(Settings, table))
    except Misfit:
        from pydantic import ValidationError
    try:
        return Settings.model_validate(table)
    except ValidationError as error:
        known = ", ".join(field.alias or name for name, field in Settings.model_fields.items())
        faults = [
            Fault(
                None,
                f"{path}: {'.'.join(str(p) for p in e['loc'])}: {e['msg']}",
                f"known settings are {known}",
            )
            for e in error.errors()
        ]
        raise UsageError(*faults) from None


def _tools(path: pathlib.Path) -> dict[str, Any]:
    table = _parsed(path).get("tool", {})
    return table if isinstance(table, dict) else {}


def _parsed(path: pathlib.Path) -> dict[str, Any]:
    try:
        content = read_foreign(path, limit=LARGEST, home=home_of(path))
        if any(line.count(b".") > MOST_POINTS for line in content.splitlines()):
            raise ValueError(f"a line holds more than {MOST_POINTS} points")
        import tomllib

        return tomllib.loads(content.decode())
    except (OSError, ValueError, RecursionError) as error:  # what is no TOML is a ValueError too
        what = f"{path} cannot be read: {shortened(reason_of(error))}"
        raise UsageError(Fault(None, what, "correct it, or use --no-config")) from None
