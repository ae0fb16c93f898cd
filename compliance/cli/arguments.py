"""The arguments of the command that runs most, `check`, as they are mostly written.

Typer says what the arguments are, helps, and tells mistakes; loading it takes longer than a check. So what is plainly
right is read here, into what typer would make of it, and everything else is left to typer. A test holds the two
against each other.
"""

from __future__ import annotations

import os
import pathlib
from collections.abc import Sequence
from typing import Any

from compliance.cli.checking import Request

_FLAGS = {
    "--no-config": "no_config", "--only-named": "only_named", "--no-cache": "no_cache", "--scan": "scan",
    "--quiet": "quiet", "-q": "quiet",
}  # fmt: skip
_COUNTED = {"--verbose": 1, "-v": 1, "-vv": 2}
_WORDS = {
    "--as-of": "as_of",
    "--fail-on": "fail_on",
    "--format": "format_",
    "-f": "format_",
    "--packs": "packs",
}
_FILES = {"--waivers": "waivers", "--since": "since", "--store": "store", "--config": "config"}
_MANY_WORDS = {"--allow": "allow", "--report": "report", "--with": "with_"}
_MANY_FILES = {"--template": "template", "--rules": "rules"}
_VALUED = _WORDS | _FILES | _MANY_WORDS | _MANY_FILES


def check_asked(arguments: Sequence[str]) -> Request | None:
    """What the arguments after `check` ask for; None where typer has to look at them."""
    if os.name == "nt" or "_COMPLIANCE_COMPLETE" in os.environ:
        return None
    said: dict[str, Any] = {}
    manifests: list[pathlib.Path] = []
    waiting = list(reversed(arguments))
    while waiting:
        word = waiting.pop()
        name, sign, value = word.partition("=")
        if word in _FLAGS:
            said[_FLAGS[word]] = True
        elif word in _COUNTED:
            said["verbose"] = said.get("verbose", 0) + _COUNTED[word]
        elif name in _VALUED and (not sign or name.startswith("--")):
            if not sign:
                value = waiting.pop() if waiting else ""
            if not value or value.startswith("-"):
                return None
            _put(said, name, value)
        elif not word or word.startswith("-"):
            return None
        else:
            manifests.append(pathlib.Path(word))
    return Request(tuple(manifests), **said)


def _put(said: dict[str, Any], option: str, value: str) -> None:
    one = pathlib.Path(value) if option in _FILES or option in _MANY_FILES else value
    name = _VALUED[option]
    said[name] = (*said.get(name, ()), one) if option in _MANY_WORDS or option in _MANY_FILES else one
