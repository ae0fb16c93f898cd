"""Fill templates: bundled ones, and those in a user's folders that replace them or override their blocks.

A template of a user stands in a folder under the name of the bundled one. It may begin with
`{% extends "bundled/NAME" %}` and override blocks, or replace the whole. Templates run in a sandbox and within
bounds, every value that they print is escaped, and a name that is not there is a fault.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from compliance.bounds import OutOfBoundsError
from compliance.errors import ComplianceError, Fault, InputError, UsageError, shortened
from compliance.render.done_apart import text_made_apart
from compliance.render.template_bounds import bounded, checked, counted, harden, users_loader, worded
from compliance.resources import templates_folder

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment

BUNDLED = "bundled"
"""What the name of a bundled template begins with where a template of a user extends it."""
MESSAGE_LENGTH = 300


def check_folders(folders: Sequence[Path]) -> None:
    """Make sure that every folder of a user's templates is there and replaces something. Raises `UsageError`."""
    home = templates_folder()
    known = sorted(str(path.relative_to(home)) for path in home.rglob("*") if _is_template(path))
    faults = []
    for folder in folders:
        if not folder.is_dir():
            faults.append(Fault(None, f"--template {folder} is no folder", "name a folder of templates"))
        elif not any((folder / name).is_file() for name in known):
            what = f"--template {folder} holds no template of a known name"
            faults.append(Fault(None, what, f"known names are {', '.join(known)}"))
    if faults:
        raise UsageError(*faults)


def fill(
    name: str,
    values: Mapping[str, Any],
    *,
    folders: Sequence[Path] = (),
    escape: Callable[[str], str] | None = None,
    filters: Mapping[str, Callable[..., Any]] | None = None,
) -> str:
    """Return a template filled with values, once; see `prepared`."""
    return prepared(name, folders=folders, escape=escape, filters=filters)(values)


def prepared(
    name: str,
    *,
    folders: Sequence[Path] = (),
    escape: Callable[[str], str] | None = None,
    filters: Mapping[str, Callable[..., Any]] | None = None,
) -> Callable[[Mapping[str, Any]], str]:
    """Return what fills a template with values.

    Args:
        name: File name of the template.
        folders: Folders of a user's templates; the first that holds the name wins.
        escape: Makes text harmless for the format; without it, text is escaped for HTML.
        filters: Further filters, by name.

    Raises:
        InputError: If a template cannot be read or filled, with its place; the function returned raises it too.
    """
    environment = _environment(folders, escape)
    environment.filters.update(filters or {})
    with _told(folders):
        template = _read_apart(environment, name) if folders else environment.get_template(name)

    def filled(values: Mapping[str, Any]) -> str:
        with _told(folders):
            return _filled_apart(template, values, folders) if folders else template.render(values)

    return filled


def _read_apart(environment: SandboxedEnvironment, name: str) -> Template:
    """A template of a user, once it is known that reading it comes to an end."""
    with counted() as seconds:

        def read() -> Template:
            with bounded(seconds):
                return environment.get_template(name)

        text_made_apart(lambda: str(read()), seconds)
        return read()


def _filled_apart(template: Template, values: Mapping[str, Any], folders: Sequence[Path]) -> str:
    """What a template of a user prints, each of whose faults is told with its place."""
    with counted() as seconds:

        def filled() -> str:
            with _told(folders), bounded(seconds):
                return checked(template.render(values))

        return text_made_apart(filled, seconds)


@contextlib.contextmanager
def _told(folders: Sequence[Path]) -> Iterator[None]:
    """Turn what goes wrong in a template into an error with its place; what goes wrong elsewhere stays.

    Beside a template of a user nothing else is done, so that whatever goes wrong there is its fault.
    """
    from jinja2 import TemplateError

    try:
        yield
    except ComplianceError:
        raise
    except (TemplateError, OutOfBoundsError) as error:
        raise InputError(_fault(error, folders)) from None
    except Exception as error:
        if not folders and _place(error.__traceback__, folders) is None:
            raise
        raise InputError(_fault(error, folders)) from None


def _environment(folders: Sequence[Path], escape: Callable[[str], str] | None) -> SandboxedEnvironment:
    from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from markupsafe import Markup

    def printed(value: Any) -> Any:
        value = worded(value) if folders else value
        if escape is None or hasattr(value, "__html__"):
            return value
        return Markup(escape(str(value)))  # what `escape` returns is harmless

    bundled = FileSystemLoader(templates_folder())
    users = [users_loader(folder) for folder in folders]
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([*users, bundled, PrefixLoader({BUNDLED: bundled})]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=printed if escape is not None or folders else None,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        cache_size=0,
        optimized=False,  # folding constants takes the cube of how deep they stand: 4 s for 660 letters
    )
    if folders:
        harden(environment)
    return environment


def _is_template(path: Path) -> bool:
    return path.is_file() and path.name != "README.md"


def _fault(error: Exception, folders: Sequence[Path]) -> Fault:
    from jinja2 import TemplateNotFound, TemplateSyntaxError

    where = _place(error.__traceback__, folders)
    if isinstance(error, TemplateSyntaxError):
        where = f"{error.filename or error.name}:{error.lineno}"
    message = shortened(" ".join((str(error.args[0]) if error.args else "").split()), MESSAGE_LENGTH)
    if isinstance(error, TemplateNotFound):
        message = f"there is no template {message!r}"
    what = f"{where or 'template'}: {message or type(error).__name__}"
    return Fault(None, what, "correct the template, or leave out --template")


def _place(trace: TracebackType | None, folders: Sequence[Path]) -> str | None:
    """File and line of the innermost template that was being filled."""
    roots = tuple(f"{root}{os.sep}" for root in (templates_folder(), *folders))
    place = None
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(roots):
            place = f"{file}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
