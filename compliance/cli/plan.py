"""`compliance plan`."""

from __future__ import annotations

import pathlib
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.cli.check import Allow, FailOn, WaiverFile, day, one_of
from compliance.cli.chosen.manifests import one_manifest
from compliance.cli.chosen.options import AsOf, Manifest, RulesFolders
from compliance.cli.outcome.others import say_of_files, say_of_others, say_of_passed
from compliance.cli.outcome.output import columns, say, write_file
from compliance.errors import Fault, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from compliance.model.answered.plan import Costs, Planning
    from compliance.planning import Question
    from compliance.render.explain.rule import Section

_EXAMPLES = (
    "Examples: compliance plan lineage.yaml · compliance plan --fail-on broad --alternatives 3 · "
    "compliance plan --apply planned.yaml · compliance plan --licence"
)
Alternatives = Annotated[
    int,
    typer.Option(
        "--alternatives", metavar="N", min=1, max=9, help="How many plans to look for, the cheapest first."
    ),
]
NoAnswers = Annotated[
    bool,
    typer.Option("--no-answers", help="Only what can be done, whatever the missing facts turn out to be."),
]
CostFile = Annotated[
    pathlib.Path | None,
    typer.Option("--costs", metavar="FILE", help="Costs of your own, over those of the packs."),
]
Apply = Annotated[
    pathlib.Path | None,
    typer.Option(
        "--apply",
        metavar="FILE",
        help="Write the manifest as the cheapest plan leaves it; answers stay open.",
    ),
]
Licence = Annotated[
    bool,
    typer.Option(
        "--licence", "--license", help="Instead: which licences each release can carry, and why not."
    ),
]
Explain = Annotated[bool, typer.Option("--explain", help="Say what every act is for.")]
Format = Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="text, markdown or json.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("plan", epilog=_EXAMPLES, short_help="Find the cheapest changes that settle what is open.")(
        plan
    )


def plan(
    manifest: Manifest = None,
    as_of: AsOf = None,
    fail_on: FailOn = None,
    allow: Allow = None,
    alternatives: Alternatives = 2,
    no_answers: NoAnswers = False,
    costs: CostFile = None,
    apply: Apply = None,
    licence: Licence = False,
    explain: Explain = False,
    format_: Format = "text",
    rules: RulesFolders = None,
    waivers: WaiverFile = None,
) -> None:
    """Find the cheapest changes after which nothing is open, or the licences that a release can carry.

    Exits with 0 where a plan, or a licence for every release, was found, and with 1 where there is none.
    """
    shown = one_of("--format", format_, ("text", "markdown", "json"))
    question, table = _question(manifest, as_of, fail_on, allow or [], costs, rules or [], waivers)
    say_of_others(question.loaded, question.knowledge, question.as_of)
    say_of_files(question.knowledge)  # what changes cost is said in no warning
    from compliance import planning

    questions = planning.by_variant(question)
    for name, asked in questions.items():
        if asked.waivers or asked.allowed or asked.gate == "narrow":
            say_of_passed(asked.judge(asked.loaded.manifest)[1], name)
    if licence:
        raise typer.Exit(_licences(question, table, shown))
    if apply is not None and len(questions) > 1:
        what = "--apply writes one manifest, and this one has variants"
        raise UsageError(Fault(None, what, "write the variant that is meant into a manifest of its own"))
    found = {
        name: planning.find_plans(one, table, alternatives=alternatives, answers=not no_answers)
        for name, one in questions.items()
    }
    _print(found, shown, explain)
    for name, one in found.items():
        if apply is not None and one.plans:
            _write(questions[name], one, apply)
    raise typer.Exit(0 if any(one.plans or not one.open for one in found.values()) else 1)


def _question(
    manifest: pathlib.Path | None, as_of: str | None, fail_on: str | None, allow: list[str],
    costs: pathlib.Path | None, rules: list[pathlib.Path], waivers: pathlib.Path | None,
) -> tuple[Question, Costs]:  # fmt: skip
    from compliance import planning
    from compliance.load.manifest.manifest import load_manifest
    from compliance.load.packs.costs import load_costs
    from compliance.load.packs.knowledge import load_packs

    path = one_manifest(manifest)
    gate = one_of("--fail-on", fail_on or "plain", ("narrow", "plain", "broad"))
    words = [word for item in allow for word in item.split(",")]
    named = [] if words == ["none"] else words
    allowed = tuple(one_of("--allow", word, ("needs-facts", "not-covered", "making")) for word in named)
    beside = path.parent / "waivers.yaml"
    held = waivers or (beside if beside.is_file() else None)
    packs = load_packs(rules)
    question = planning.Question(
        load_manifest(path, packs),
        packs,
        day(as_of),
        gate,  # type: ignore[arg-type]
        allowed,
        planning.accepted(held, packs),
    )
    return question, load_costs(packs, costs)


def _print(found: Mapping[str, Planning], shown: str, explain: bool) -> None:
    if shown == "json":
        from compliance.render.planned.machine import plans_json

        typer.echo(plans_json(found), nl=False)
        return
    from compliance.render.planned.pages import variant_sections

    _tell(variant_sections(found, explain=explain), shown)


def _tell(sections: tuple[Section, ...], shown: str) -> None:
    if shown == "markdown":
        from compliance.render.planned.markdown import render_sections

        typer.echo(render_sections(sections), nl=False)
    else:
        from compliance.render.explain.rule import render_explanation

        typer.echo(render_explanation(sections, columns()), nl=False)


def _licences(question: Question, table: Costs, shown: str) -> int:
    from compliance import planning

    outcomes = planning.find_licences(question, table)
    if shown == "json":
        from compliance.render.planned.machine import licences_json

        typer.echo(licences_json(outcomes), nl=False)
    else:
        from compliance.render.planned.pages import licence_sections

        _tell(licence_sections(outcomes), shown)
    carried = {one.release for one in outcomes if question.gate in one.readings}
    return 0 if carried == {one.release for one in outcomes} else 1


def _write(question: Question, found: Planning, target: pathlib.Path) -> None:
    from compliance.decide.plan import written

    if target.exists():
        what = f"{target} is there already"
        raise UsageError(Fault(None, what, "name a file that does not exist yet; nothing is overwritten"))
    write_file(target, written(question.loaded.manifest, found.plans[0]).encode())
    say(f"wrote the manifest as planned to {target}")
