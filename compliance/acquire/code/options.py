"""Defaults of what a program is told: options of typer and click, classes of settings that the environment fills."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

_SETTINGS = ("BaseSettings", "Settings", "EnvConfig", "EnvSettings", "DynaconfSettings")
"""Classes whose fields the environment fills, and what is made of them."""
_ALIASES = ("alias", "validation_alias", "env")
_OPTIONS = ("click.option", "click.argument", "option", "argument", "asyncclick.option", "rich_click.option")


def is_settings(node: ast.ClassDef) -> bool:
    """Whether a class is filled from the environment."""
    bases = [one.attr if isinstance(one, ast.Attribute) else getattr(one, "id", "") for one in node.bases]
    return any(one.endswith(_SETTINGS) for one in bases)


def prefix_of(node: ast.ClassDef) -> str:
    """What the variables of such a class begin with: the `env_prefix` of its configuration."""
    for one in ast.walk(node):
        if isinstance(one, ast.keyword) and one.arg == "env_prefix" and isinstance(one.value, ast.Constant):
            return str(one.value.value)
        if (
            isinstance(one, ast.Assign)
            and isinstance(one.value, ast.Constant)
            and any(isinstance(each, ast.Name) and each.id == "env_prefix" for each in one.targets)
        ):
            return str(one.value.value)
    return ""


def field_of(node: ast.AnnAssign, prefix: str) -> ast.expr | None:
    """What a field of such a class is given: its variable of the environment, and its default."""
    if not isinstance(node.target, ast.Name):
        return node.value
    variable = f"{prefix}{node.target.id}".upper()
    if isinstance(node.value, ast.Call):
        given = {one.arg: one.value for one in node.value.keywords}
        named = next((given[one] for one in _ALIASES if one in given), None)
        if isinstance(named, ast.Constant) and isinstance(named.value, str):
            variable = named.value
    return from_environment(variable, node.value, node)


def from_environment(variable: str, default: ast.expr | None, at: ast.AST) -> ast.Call:
    """The call that asks the environment for a variable, with what it falls back to."""
    called = ast.Attribute(ast.Name("os", ast.Load()), "getenv", ast.Load())
    call = ast.Call(called, [ast.Constant(variable), *([default] if default is not None else [])], [])
    return ast.fix_missing_locations(ast.copy_location(call, at))


def clicked(
    node: ast.FunctionDef | ast.AsyncFunctionDef, names: Mapping[int, str]
) -> Iterator[tuple[str, ast.expr]]:
    """The parameters of a function to which decorators give defaults, or a variable of the environment.

    Args:
        node: The function.
        names: For each decorator, by its position, the dotted name of what it calls.
    """
    for position, one in enumerate(node.decorator_list):
        if not isinstance(one, ast.Call) or not names.get(position, "").endswith(_OPTIONS):
            continue
        given = {each.arg: each.value for each in one.keywords}
        parameter = _parameter([each.value for each in one.args if isinstance(each, ast.Constant)])
        default, variable = given.get("default"), given.get("envvar")
        if parameter and isinstance(variable, ast.Constant) and isinstance(variable.value, str):
            yield parameter, from_environment(variable.value, default, one)
        elif parameter and default is not None:
            yield parameter, default


def _parameter(words: list[object]) -> str | None:
    """The parameter that an option fills: the word without hyphens, else the longest of its spellings."""
    told = [one for one in words if isinstance(one, str)]
    plain = next((one for one in told if not one.startswith("-")), None)
    longest = max(told, key=len, default="").split("/")[0].lstrip("-").replace("-", "_")
    return plain or longest or None


def annotated(node: ast.arg, default: ast.expr) -> ast.expr:
    """The default of a parameter, with the variable that `Annotated[str, Option(envvar=…)]` names."""
    for one in ast.walk(node.annotation) if node.annotation is not None else ():
        if isinstance(one, ast.keyword) and one.arg == "envvar" and isinstance(one.value, ast.Constant):
            return from_environment(str(one.value.value), default, default)
    return default
