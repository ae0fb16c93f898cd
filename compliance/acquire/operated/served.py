"""Names under which a server of one's own serves weights: what calls of such a name reach is known by its command."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

from compliance.acquire.gateway import OWN, Gateway
from compliance.acquire.names import folder_name, hub_name, is_local
from compliance.acquire.operated.azure_deployments import azure_deployments
from compliance.model.shapes.location import Location

_WORTH = re.compile(
    r"--served-model-name|served_model_name|llama-server\b.*--alias|\bollama\s+(?:create|cp)\b"
)
_TOKEN = re.compile(r"""[^\s"',\[\]\\]+""")
_SERVED = ("--served-model-name", "--served_model_name", "--alias")
_MODEL = ("--model", "--model-path", "--model_path", "--model-id", "-m", "--model-tag", "-hf", "--hf-repo")
_REFERENCE = re.compile(r"\$[({]{0,2}(\w+)(?::?[-=]([\w./:-]+))?[)}]{0,2}")
MOST_NAMES = 500
"""The most names of one file."""
_NEAR = 40
"""Words of a command line between the two names, at most."""
Variables = Mapping[str, Sequence[tuple[str, Location, str]]]


def served_names(text: str, name: str, variables: Variables) -> Gateway:
    """The names that a file gives what is served: weights that a server of one's own runs, deployments of Azure.

    Args:
        text: The file: a script, a workflow, a configuration of containers.
        name: Its path.
        variables: What names of the environment stand for.
    """
    found = azure_deployments(text, name)
    if not _WORTH.search(text):
        return found
    tokens = list(_tokens(text))
    for at, (word, _) in enumerate(tokens):
        if (option := word.partition("=")[0]) not in _SERVED:
            continue
        if len(found) >= MOST_NAMES:
            break
        aliases = [word.partition("=")[2]] if "=" in word else list(_until_option(tokens[at + 1 :]))
        for model, line in _models(tokens, at):
            weights = _weights(model, variables)
            for alias in (
                _spelled_out(one, variables) for one in aliases[: 1 if option == "--alias" else None]
            ):
                if weights and alias not in ("", weights):
                    found[alias] = (f"hosted_vllm/{weights}", OWN, Location(name, line, 1))
    return found


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    """The words of a text without the signs of lists, each with its line."""
    for number, line in enumerate(text.splitlines(), 1):
        for one in _TOKEN.finditer(line):
            if one[0] not in ("-", "|", ">", "&"):
                yield one[0], number


def _until_option(tokens: Sequence[tuple[str, int]]) -> Iterator[str]:
    """The values of an option, which end with the line or where the next option begins; at least one."""
    line = tokens[0][1] if tokens else 0
    for count, (word, at) in enumerate(tokens):
        if word.startswith("-") or word.endswith(":") or (count and at != line):
            return
        yield word


def _models(tokens: Sequence[tuple[str, int]], at: int) -> Iterator[tuple[str, int]]:
    """The model of the command in which the option at a position stands: the nearest one, before or after."""
    before = ((tokens, each) for each in range(at - 1, max(at - _NEAR, 0) - 1, -1))
    after = ((tokens, each) for each in range(at + 1, min(at + _NEAR, len(tokens))))
    for way in (before, after):
        ours = itertools.takewhile(lambda one: one[0][one[1]][0].partition("=")[0] not in _SERVED, way)
        for _, each in ours:
            if told := _model_at(tokens, each):
                yield told
                return


def _model_at(tokens: Sequence[tuple[str, int]], at: int) -> tuple[str, int] | None:
    """The model that an option, or the word behind `serve`, gives."""
    word, line = tokens[at]
    option, _, value = word.partition("=")
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if option in _MODEL:
        return (value, line) if value else following
    serves = word == "serve" and at > 0 and tokens[at - 1][0].endswith("vllm")
    return following if serves and following and not following[0].startswith("-") else None


def _spelled_out(word: str, variables: Variables) -> str:
    """A word of a command line, or what the variable stands for that it asks for; empty where nothing tells."""
    if (one := _REFERENCE.fullmatch(word)) is None:
        return word
    given = variables.get(one[1], ())
    return given[0][0] if given else one[2] or ""


def _weights(model: str, variables: Variables) -> str | None:
    """The weights that a word of a command line stands for."""
    model = _spelled_out(model, variables)
    if is_local(model):
        return folder_name(model)
    return hub_name(model)
