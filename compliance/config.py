"""Settings of a project: `[tool.compliance]` in pyproject.toml, or compliance.toml."""

from __future__ import annotations

import pathlib
import tomllib
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from compliance.errors import Fault, UsageError, shown

Allowed = Literal["needs-facts", "not-covered", "making"]


ReportFormat = Literal[
    "auto", "text", "json", "markdown", "html", "pdf", "sarif", "junit", "github", "svg", "mermaid",
]  # fmt: skip
"""`auto`: annotations in a GitHub workflow, else text."""


def _strings(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


class Settings(BaseModel):
    """What may be set for `check`; options on the command line win."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    manifest: str = "lineage.yaml"
    fail_on: Literal["narrow", "plain", "broad", "never"] = Field(default="plain", alias="fail-on")
    allow: Annotated[tuple[Allowed, ...], BeforeValidator(_strings)] = ()
    rules: Annotated[tuple[str, ...], BeforeValidator(_strings)] = ()
    waivers: str | None = None
    format: ReportFormat = "auto"


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
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(
            Fault(None, f"{path} cannot be read: {shown(str(error))}", "correct it, or use --no-config")
        ) from None
