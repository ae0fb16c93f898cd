"""`compliance rules new pack|rule`: what one starts from."""

from __future__ import annotations

import datetime
import pathlib
from typing import TYPE_CHECKING, Annotated, cast

import typer

from compliance.cli.outcome.output import make_folder, say, write_files
from compliance.errors import Fault, UsageError

if TYPE_CHECKING:
    from compliance.authoring.draft import About, Answers
    from compliance.model.known.knowledge import Knowledge

NewFolder = Annotated[
    pathlib.Path, typer.Argument(metavar="FOLDER", help="A new or empty folder.", show_default=False)
]
Folder = Annotated[
    pathlib.Path,
    typer.Argument(metavar="FOLDER", help="A folder of packs, new or in use.", show_default=False),
]
_KINDS = {
    "service": "output of a hosted service",
    "weights": "weights of a model",
    "data": "rows of a data set",
}


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    new = typer.Typer(no_args_is_help=True, help="Lay out what one starts from.", rich_markup_mode=None)
    new.command(
        "pack",
        short_help="Lay out a small pack that passes lint and test.",
        epilog="Example: compliance rules new pack my-pack --name acme",
    )(new_pack)
    new.command(
        "rule",
        short_help="Draft a rule with its clause and situations.",
        epilog="Examples: compliance rules new rule my-rules · compliance rules new rule my-rules --about service "
        "--of acme --no-input",
    )(new_rule)
    app.add_typer(new, name="new")


def new_pack(
    folder: NewFolder,
    name: Annotated[
        str | None, typer.Option("--name", help="Whom it is about. [default: the folder's name]")
    ] = None,
) -> None:
    """Lay out a pack of one's own: a text, a provider, a rule and its situations, which pass lint and test."""
    from compliance.authoring.start import lay_out
    from compliance.load.packs.knowledge import load_packs

    called = name or folder.resolve().name
    if called in load_packs().registry.providers:
        what = f"the provider {called!r} stands in the bundled packs already"
        to_do = f"give another --name; for rules about it: compliance rules new rule {folder} --of {called}"
        raise UsageError(Fault(None, what, to_do))
    for path in lay_out(folder, called, _today()):
        typer.echo(str(path))
    say(f"check it: compliance rules lint --rules {folder}, compliance rules test --rules {folder}")


def new_rule(
    folder: Folder,
    rule: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Id of the rule, e.g. acme/no-training.")
    ] = None,
    about: Annotated[
        str | None, typer.Option("--about", metavar="KIND", help="service, weights or data.")
    ] = None,
    of: Annotated[
        str | None, typer.Option("--of", metavar="NAME", help="Id of the provider or licence.")
    ] = None,
    text: Annotated[
        str | None, typer.Option("--text", metavar="ID", help="Id of the text; drafted if nobody has it.")
    ] = None,
    clause: Annotated[str | None, typer.Option("--clause", metavar="ID", help="Id of the clause.")] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="What the rule is about, in a line.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="First day of the clause.")
    ] = None,
    no_input: Annotated[bool, typer.Option("--no-input", help="Ask nothing; take defaults.")] = False,
) -> None:
    """Draft a rule with its clause, names and four situations; what only a reader can say is marked TODO.

    Asks for what no option gives. Files that stand are added to.
    """
    from compliance.authoring.draft import drafted

    packs = _packs_with(folder)
    keys = ("rule", "about", "of", "text", "clause", "title", "since")
    given = dict(zip(keys, (rule, about, of, text, clause, title, since), strict=True))
    answers = _answers(given, packs, ask=not no_input)
    made = drafted(folder, answers, packs, _today())
    for path in made:
        make_folder(path.parent)
    write_files([(path, content.encode()) for path, content in made.items()])
    for path in made:
        typer.echo(str(path))
    say(
        f"write what is marked TODO, then: compliance rules lint --rules {folder}, "
        f"compliance rules test {folder} --rules {folder}"
    )


def _packs_with(folder: pathlib.Path) -> Knowledge:
    """The bundled packs and those of a folder, if it holds any. Raises `PackError` for what cannot be read."""
    from compliance.load.packs.folder import check_folder
    from compliance.load.packs.knowledge import load_packs

    if folder.is_dir():
        check_folder(folder)
    holds_packs = folder.is_dir() and any(folder.rglob("*.yaml"))
    return load_packs([folder] if holds_packs else [])


def _answers(given: dict[str, str | None], packs: Knowledge, *, ask: bool) -> Answers:
    """The options, and for what is not given the answers of a person or the defaults."""
    from compliance.authoring.draft import Answers, clauses_of, governing_text

    def told(name: str, question: str, default: str | None) -> str:
        value = given[name]
        if value is None and ask:
            value = typer.prompt(question, default=default, err=True)
        if value is None and default is None:
            raise UsageError(
                Fault(None, f"nothing says the {name} of the rule", f"give --{_OPTION.get(name, name)}")
            )
        return value if value is not None else str(default)

    about = told(
        "about",
        f"What is it about: {', '.join(f'{key} ({what})' for key, what in _KINDS.items())}",
        "service",
    )
    if about not in _KINDS:
        raise UsageError(Fault(None, f"a rule cannot be about {about!r}", f"say one of {', '.join(_KINDS)}"))
    kind = cast("About", about)
    of = told("of", "Id of the provider" if kind == "service" else "Id of the licence", None)
    text = told("text", "Id of the text", governing_text(kind, of, packs) or f"{of}/terms")
    known = clauses_of(text, packs)
    clause = told("clause", f"Id of the clause ({', '.join(known) or 'new'})", "own-use")
    rule = told("rule", "Id of the rule", f"{of}/{clause}")
    title = told("title", "What it is about, in a line", _KINDS[kind].capitalize())
    return Answers(rule, kind, of, text, clause, title, told("since", "First day of the clause", _today()))


_OPTION = {"rule": "id"}


def _today() -> str:
    return datetime.date.today().isoformat()  # noqa: DTZ011
