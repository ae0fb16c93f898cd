"""`compliance schema`."""

from __future__ import annotations

import json
import pathlib
from typing import TYPE_CHECKING, Any

import typer

from compliance.cli.outcome.output import say, write_file
from compliance.errors import Fault, UsageError
from compliance.resources import rules_folder

if TYPE_CHECKING:
    from pydantic import BaseModel


_EXAMPLES = (
    "Examples: compliance schema · compliance schema manifest > manifest.schema.json · "
    "compliance schema --check"
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("schema", epilog=_EXAMPLES, short_help="Print the JSON Schemas of all documents.")(schema)


def schema(
    name: str | None = typer.Argument(
        None,
        metavar="NAME",
        help="manifest, pack, policy, situations, waivers, report … [default: their names]",
    ),
    write: bool = typer.Option(False, "--write", help="Write all schemas to rules/_schema/ of the checkout."),
    check: bool = typer.Option(False, "--check", help="Exit 1 when a schema in rules/_schema/ is stale."),
) -> None:
    """Print, write or check the JSON Schemas of all documents."""
    texts = {key: json.dumps(value, indent=1, ensure_ascii=False) + "\n" for key, value in schemas().items()}
    folder = rules_folder() / "_schema"
    if write:
        folder.mkdir(exist_ok=True)
        for key, text in texts.items():
            write_file(folder / f"{key}.schema.json", text.encode())
        say(f"wrote {len(texts)} schemas to {folder}")
    elif check:
        stale = [key for key, text in texts.items() if _held(folder / f"{key}.schema.json") != text]
        if stale:
            say(f"stale schemas: {', '.join(stale)}; run `compliance schema --write`")
            raise typer.Exit(1)
        say(f"{len(texts)} schemas are fresh")
    elif name is None:
        typer.echo("\n".join(texts))
    elif name in texts:
        typer.echo(texts[name], nl=False)
    else:
        raise UsageError(Fault(None, f"no schema {name!r}", f"choose one of {', '.join(texts)}"))


def _held(path: pathlib.Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""


def schemas() -> dict[str, dict[str, Any]]:
    """Every schema by its name."""
    from compliance.model.answered import plan
    from compliance.model.declared import manifest
    from compliance.model.names import records, registry, substitutes
    from compliance.model.packs import instrument, rule, scenario, situation, waiver
    from compliance.render.machine.json_report import report_schema
    from compliance.render.sheet.values import KINDS, schema_of

    shapes: dict[str, type[BaseModel]] = {
        "manifest": manifest.Manifest, "waivers": waiver.Waivers, "pack": rule.Pack, "definitions": rule.Definitions,
        "facts": rule.FactCatalogue, "policy": instrument.Instrument, "relations": registry.Relations,
        "providers": records.Providers, "records": records.Records, "licences": registry.Licences,
        "situations": situation.Situations, "substitutes": substitutes.Substitutes,
        "costs": plan.Costs, "scenario": scenario.Scenario,
    }  # fmt: skip
    texts = {
        key: {"$schema": "https://json-schema.org/draft/2020-12/schema", **shape.model_json_schema()}
        for key, shape in shapes.items()
    }
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {**texts, "report": report_schema(), **{kind: {**head, **schema_of(kind)} for kind in KINDS}}
