"""By what two names that are seen in a folder are one thing's."""

from __future__ import annotations

import re

from compliance.acquire.names import is_remote
from compliance.intake.naming.best_name import served_name
from compliance.intake.naming.registry_words import RegistryWords
from compliance.model.words.spelling import words

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{8}|(?<=-)\d{6}\b|(?<=-)0\d{3}\b|\b\d{2}-\d{4}$")
_DEPLOYED = re.compile(r"-v\d+:\d+(?::\d+k)?$|:(?:free|beta|latest|extended)$")
_REGION = re.compile(r"^(?:us|eu|apac|global|jp|au|ca)\.")
_FILLERS = frozenset(
    {"latest", "v", "@", "the", "on", "api", "through", "via", "model", "models", "preview", "anthropic", "openai",
     "google", "azure", "vertex", "ai"}
)  # fmt: skip
_CALLED_TOO = re.compile(r"(?P<name>[^()]{3,80}?) ?\((?P<short>[\w.-]{2,20})\)")
"""A name with its short form in brackets."""


def identity(name: str, known: RegistryWords) -> tuple[str, ...]:
    """By what two names are the same: whose service, or which organisation, and the words without dates and routes."""
    if (called := _CALLED_TOO.fullmatch(name.strip())) and known(name) is None:
        name = called["short"] if known(called["short"]) else called["name"]
    record = known(name)
    bare = _REGION.sub("", name.strip().lower())
    served = known(served_name(name))
    hosted = served is None or served.kind == "model"
    if (
        record is not None
        and record.kind in ("service", "provider")
        and not (hosted and "/" in served_name(name))
    ):
        spoken = words(_DATE.sub("", _DEPLOYED.sub("", bare.rsplit("/", 1)[-1])))
        parts = [part for word in spoken for part in word.split(".")]
        return (record.provider or "", *sorted(part for part in parts if part not in _FILLERS))
    if is_remote(name):
        return ("", name)
    return _without_maker(words(served_name(bare).split("@")[0]))


def _without_maker(spelled: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name but for the maker's before it, with which Llama was called at first."""
    at = spelled.index("/") + 1 if "/" in spelled else 0
    return (*spelled[:at], *spelled[at + 1 :]) if spelled[at : at + 2] == ("meta", "llama") else spelled
