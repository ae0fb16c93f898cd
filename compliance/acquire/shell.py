"""Shell scripts and files of settings: what they give environment variables, and models and sets on command lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.acquire.code.purpose import meaning
from compliance.acquire.config_keys import KEYS
from compliance.acquire.found import Found
from compliance.acquire.names import hub_name, is_hub_name, is_local
from compliance.model.location import Location
from compliance.model.sighting import Published, Sighting

_ASSIGNED = re.compile(
    r"""(?:^|\s|;)(?:export\s+|ENV\s+|ARG\s+|-e\s+)?([A-Za-z_]\w*)=("[^"\n]*"|'[^'\n]*'|[^\s;"']+)"""
)
_DEFAULT = re.compile(r"^\$\{\w+:?[-=]([^}]*)\}$")
_OPTION = re.compile(r"""--([A-Za-z][\w-]*)[= ]+("[^"\n]*"|'[^'\n]*'|[^\s"']+)""")
_COMMENT = re.compile(r"(?:^|\s)#.*$")
_REFERENCE = re.compile(r"\$\{?(\w+)\}?")


def variables_of(text: str, name: str) -> dict[str, list[tuple[str, Location, str]]]:
    """What a script or a settings file gives to variables: value, place, line."""
    found: dict[str, list[tuple[str, Location, str]]] = {}
    for number, line in _lines(text):
        for one in _ASSIGNED.finditer(line):
            value = one[2].strip("\"'")
            default = _DEFAULT.match(value)
            value = (default[1] if default else value).strip()
            if value and "$" not in value:
                found.setdefault(one[1], []).append(
                    (value, Location(name, number, one.start(1) + 1), line.strip())
                )
    return found


def read_shell(text: str, name: str) -> Found:
    """Names of models and data sets on the command lines of a script."""
    found = Found()
    local = variables_of(text, name)
    about = meaning(reversed(name.split("/")), ("none",))
    for number, line in _lines(text):
        for one in _OPTION.finditer(line):
            key, value = one[1].replace("-", "_").lower(), one[2].strip("\"'")
            reference = _REFERENCE.fullmatch(value)
            given = [told for told, _, _ in local.get(reference[1], ())] if reference else [value]
            for told in given:
                _option(key, told, Location(name, number, 1), line.strip(), about is not None, found)
    return found


def _option(key: str, value: str, place: Location, line: str, aside: bool, found: Found) -> None:
    if key in ("hub_model_id", "push_to_hub_model_id", "export_hub_model_id") and is_hub_name(value):
        found.published.append(Published("model", value, place))
        return
    relation = KEYS.get(key)
    told = hub_name(value)
    if relation is None or told is None or is_local(value):
        return
    kind = "dataset" if relation == "data" else "model"
    how = f"command line, --{key}"
    found.sightings.append(
        Sighting(told, "none" if aside else relation, place, "config", how, line[:200], kind)  # type: ignore[arg-type]
    )


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        yield number, _COMMENT.sub("", line)
