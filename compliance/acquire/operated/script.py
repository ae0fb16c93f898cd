"""JavaScript and TypeScript: which models a script asks through the usual clients, and whether an application does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from compliance.acquire.code.module import Variables
from compliance.acquire.code.purpose import meaning
from compliance.acquire.code.table import ADDRESSES, reached
from compliance.acquire.code.uses import IN_APPLICATION, OF_APPLICATION, PURPOSES
from compliance.acquire.found import Found
from compliance.acquire.names import is_local, is_placeholder
from compliance.model.declared.sighting import MentionRelation, Sighting
from compliance.model.shapes.location import Location

SUFFIXES = frozenset({".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".tsx"})
MOST_LINE = 2_000
"""A longer line was written by a machine."""
_CLIENTS: Mapping[str, tuple[str | None, str | None]] = {
    "openai": ("openai", "direct"),
    "@ai-sdk/openai": ("openai", "direct"),
    "@langchain/openai": ("openai", "direct"),
    "@ai-sdk/azure": ("openai", "azure"),
    "@anthropic-ai/sdk": ("anthropic", "direct"),
    "@ai-sdk/anthropic": ("anthropic", "direct"),
    "@langchain/anthropic": ("anthropic", "direct"),
    "@google/genai": ("google", "direct"),
    "@google/generative-ai": ("google", "direct"),
    "@ai-sdk/google": ("google", "direct"),
    "@google-cloud/vertexai": ("google", "vertex"),
    "@mistralai/mistralai": ("mistral", "direct"),
    "@aws-sdk/client-bedrock-runtime": (None, "bedrock"),
    "@huggingface/inference": ("huggingface", "direct"),
    "@fal-ai/client": ("fal", "direct"),
    "groq-sdk": ("groq", "direct"),
    "together-ai": ("together", "direct"),
    "cohere-ai": ("cohere", "direct"),
    "replicate": ("replicate", "direct"),
    "ollama": (None, "own"),
    "@huggingface/transformers": (None, "own"),
    "@xenova/transformers": (None, "own"),
}
"""Packages that ask models: whose endpoint, and by which route."""
_IMPORTED = re.compile(r"""(?:\bfrom\s+|\brequire\(\s*|\bimport\(\s*)["']([@\w./-]+)["']""")
_CONSTANT = re.compile(
    r"""\b(?:const|let|var)\s+(\w+)(?:\s*:\s*\w+)?\s*=\s*(?:process\.env\.(\w+)\s*(?:(?:\?\?|\|\|)\s*)?)?(?:["'`]([^"'`$]{2,120})["'`])?"""
)
_MODEL = re.compile(r"""\b(?:model|modelId|modelName|model_id)\s*:\s*(?:["'`]([^"'`$]{2,120})["'`]|(\w+))""")
_BY_MAKER = re.compile(r"""\bmodel\s*:\s*\w+(?:\.\w+)?\(\s*(?:["'`]([^"'`$]{2,120})["'`]|(\w+))\s*[,)]""")
"""A model that is made of its name on the spot: `model: provider(NAME)`."""
_FIRST = re.compile(
    r"""\b(?:fal\.(?:subscribe|run|stream|queue\.submit)|replicate\.run|(?:openai|anthropic|google|mistral|groq|azure|bedrock))"""
    r"""\(\s*(?:["'`]([^"'`$]{2,120})["'`]|(\w+))"""
)
"""Calls that are given the model first."""
_ADDRESS = re.compile(r"""\b(?:baseURL|baseUrl|basePath|endpoint|host)\s*:\s*["'`](https?://[^"'`]+)["'`]""")
_FETCHED = re.compile(r"""["'`](https?://[\w./-]+)""")
_SERVES = re.compile(
    r"(?:express|next(?:/.*)?|hono|fastify|koa|react|vue|svelte|@nestjs/.*|discord\.js|telegraf)"
)
"""Packages with which an application answers people."""
_COMMENT = re.compile(r"(?m)^[^\S\n]*(?://|\*|/\*).*$")
"""Lines that are comments; the line itself stays, so that places stay true."""
_FUNCTION = re.compile(r"\b(?:function\s+(\w+)|(?:const|let)\s+(\w+)\s*=\s*(?:async\s*)?\()")
_WRITES = re.compile(
    r"\b(?:write|append)File(?:Sync)?\b|\bcreateWriteStream\b|\bBun\.write\b|\bstdout\.write\b"
)


def read_script(text: str, name: str, variables: Variables) -> Found:
    """What a script asks, where it brings in a client that is known.

    Args:
        text: The script.
        name: Its file.
        variables: What other files of the folder give environment variables.
    """
    found = Found()
    plain = _COMMENT.sub("", text)
    imported = _IMPORTED.findall(plain)
    clients = [_CLIENTS[one] for one in imported if one in _CLIENTS]
    fetched = [one for one in _FETCHED.findall(plain) if any(part in one for part in ADDRESSES)]
    if not clients and not fetched:
        return found
    address = _ADDRESS.search(plain)
    endpoint = clients[0] if len(set(clients)) == 1 else (None, None)
    if address or fetched:
        endpoint = reached(address[1] if address else fetched[0])
    constants = _constants(plain, name, variables)
    around: tuple[str, ...] = (name.rsplit("/", 1)[-1].split(".")[0],)
    answers = OF_APPLICATION.search(name) is not None or any(map(_SERVES.fullmatch, imported))
    for number, line in enumerate(plain.splitlines(), 1):
        if told := _FUNCTION.search(line):
            around = (told[1] or told[2], *around[-1:])
        for value, place in _named(line, number, name, constants):
            relation, how = _use(around, plain, answers)
            words = line.strip()[:200]
            found.sightings.append(
                Sighting(value, relation, place, "code", how, words, provider=endpoint[0], route=endpoint[1])
            )
    return found


def _named(
    line: str, number: int, name: str, constants: Mapping[str, list[tuple[str, Location]]]
) -> Iterator[tuple[str, Location]]:
    """The models that a line hands to a client, each at the place of its name, and once."""
    told: dict[tuple[str, Location], None] = {}
    for one in (
        each for pattern in (_MODEL, _BY_MAKER, _FIRST) for each in pattern.finditer(line[:MOST_LINE])
    ):
        given = [(one[1], Location(name, number, 1))] if one[1] else constants.get(one[2], [])
        for value, place in given:
            if not is_local(value) and not is_placeholder(value) and " " not in value:
                told.setdefault((value, place))
    yield from told


def _constants(text: str, name: str, variables: Variables) -> dict[str, list[tuple[str, Location]]]:
    """What the names of a script stand for, by what it says and by what the environment gives."""
    made: dict[str, list[tuple[str, Location]]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        for one in _CONSTANT.finditer(line[:MOST_LINE]):
            if one[3]:
                made.setdefault(one[1], []).append((one[3], Location(name, number, 1)))
            given = variables.get(one[2] or "", ())
            made.setdefault(one[1], []).extend((value, place) for value, place, _ in given)
    return made


def _use(around: tuple[str, ...], text: str, answers: bool) -> tuple[MentionRelation, str]:
    """What a model was asked for, by the names around; an application that writes no file only answers people."""
    said = meaning(around, PURPOSES)
    if _WRITES.search(text) is None:
        beside = IN_APPLICATION if answers else ""
        return ("none" if said == "none" else "unknown-use"), f"model of a script's client{beside}"
    return said or "generated-by", "model of a script's client"
