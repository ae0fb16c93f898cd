"""Go, Rust, Java, Kotlin, Scala, C#, Swift, Ruby, PHP, R, Julia: which models code asks through the usual clients."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compliance.acquire.code.agents import agent, is_aside
from compliance.acquire.code.module import Variables
from compliance.acquire.code.purpose import meaning
from compliance.acquire.code.table import ADDRESSES, reached
from compliance.acquire.code.uses import IN_APPLICATION, OF_APPLICATION, PURPOSES
from compliance.acquire.found import Found
from compliance.acquire.names import hub_name, is_hub_name, is_local, is_placeholder
from compliance.acquire.operated.clients_elsewhere import CLIENTS, LOADS
from compliance.model.declared.sighting import MentionRelation, Sighting
from compliance.model.shapes.location import Location

SUFFIXES = frozenset(
    {".go", ".rs", ".java", ".kt", ".kts", ".scala", ".cs", ".swift", ".rb", ".php", ".r", ".jl", ".ex", ".exs", ".clj",
     ".lua", ".pl", ".dart"}
)  # fmt: skip
MOST_LINE = 2_000
MOST_VALUES = 24
"""The most texts that one name of a file is taken to stand for."""
_REMARK = re.compile(r"^\s*(?://|\*|/\*|#(?![\[!])|--\s).*$")
_TEXT = r'"(?P<{0}>[^"\n$]{{2,120}})"'
_ASSIGNED = re.compile(
    r"\b(?P<key>[A-Za-z_]\w*)\s*(?::\s*&?(?:'static )?[\w.<>?]+\s*)?(?::=|=|<-)\s*(?P<value>[^=\n].*)$"
)
"""What a name is given, on one line."""
_ENVIRONMENT = re.compile(
    r"""(?:[Gg]etenv|[Gg]et_env|env::var|LookupEnv|GetEnvironmentVariable|ENV\.fetch|getOrDefault|Sys\.getenv|"""
    r"""System\.get_env|environment)\s*(?:\(|\[)?\s*["'](?P<name>[A-Za-z_]\w*)["']|ENV\[\s*["'](?P<item>\w+)["']"""
)
_STRING = re.compile(r"\"([^\"\n]{2,120})\"|'([^'\n]{2,120})'")
_FORM = re.compile(r"[A-Za-z0-9][\w.@:/-]*")
"""How a model's name is written."""
_SINK = re.compile(
    r"(?i)(?:(?<![\w])(?:[\w]+\.)?(?:chat_?|deployment_?|embedding_?)?model(?:_?id|_?name|_?uri)?[\"']?\s*(?:=>|:|=|\()\s*)"
    r"(?:&|\*|new\s+|Some\()?(?:\"(?P<text>[^\"\n$]{2,120})\"|'(?P<single>[^'\n$]{2,120})'|\$?(?P<name>[A-Za-z_][\w.]*(?:::\w+)*))"
)
"""Where a model is given: a field, an option or a method that is called so."""
_FIRST = re.compile(
    r"(?:GenerativeModel|GenerationRequest::new|ChatMessageRequest::new|from_pretrained|ChatClient|EmbeddingClient|ModelId|"
    r"GetChatClient|[gG]etGenerativeModel|generativeModel)"
    r"\(\s*&?(?:\"(?P<text>[^\"\n$]{2,120})\"|(?P<name>[A-Za-z_][\w.]*))"
)
"""Calls that are given the model first."""
_FUNCTION = re.compile(r"\b(?:func|fn|def|fun|function|class|struct|void|Task)\s+(?:\([^)]*\)\s*)?(\w+)")
_ADDRESS = re.compile(r"""["'](https?://[\w./:-]+)["']""")
_SERVES = re.compile(
    r"net/http\"|gin-gonic|labstack/echo|gofiber|actix_web|axum::|rocket::|warp::|springframework\.web|io\.ktor\.server|"
    r"javax?\.servlet|AspNetCore|WebApplication|Sinatra|ActionController|play\.api\.mvc|Vapor"
)
_WRITES = re.compile(
    r"os\.(?:WriteFile|Create|OpenFile)|ioutil\.WriteFile|fs::write|File::create|OpenOptions|Files\.(?:write|newBufferedWriter)|"
    r"FileWriter|PrintWriter|BufferedWriter|\.writeText\(|\.appendText\(|File\.(?:Write|Append|open|write)|StreamWriter|"
    r"file_put_contents|fwrite|writeLines|write\.csv|write_csv|CSV\.write|fmt\.Fprint|"
    r"\b[Oo]ut\.(?:append|write)|csv::Writer|json\.NewEncoder|to_writer"
)
_PREFIX = re.compile(r"^(?:Chat|Completion|Embedding)?Models?[._]?|^Model(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class _Given:
    """A text that may be a model's name, where it stands, and the names through which it came."""

    text: str
    place: Location
    words: str
    trail: tuple[str, ...] = ()


def read_compiled(text: str, name: str, variables: Variables) -> Found:
    """What code of another language asks and loads, where it brings in a client that is known.

    Args:
        text: The code.
        name: Its file.
        variables: What other files of the folder give environment variables.
    """
    found = Found()
    lines = [_REMARK.sub("", line[:MOST_LINE]) for line in text.splitlines()]
    plain = "\n".join(lines)
    endpoints = [told for part, told in CLIENTS.items() if part in plain]
    addresses = [one for one in _ADDRESS.findall(plain) if any(part in one for part in ADDRESSES)]
    _loads(lines, name, found)
    if not endpoints and not addresses:
        return found
    endpoint = (
        reached(addresses[0]) if addresses else endpoints[0] if len(set(endpoints)) == 1 else (None, None)
    )
    constants = _constants(lines, name, variables)
    answers = OF_APPLICATION.search(name) is not None or _SERVES.search(plain) is not None
    writes = _WRITES.search(plain) is not None
    around: tuple[str, ...] = ()
    for number, line in enumerate(lines, 1):
        if told := _FUNCTION.search(line):
            around = (told[1], *around[:1])
        for given in _named(line, number, name, constants):
            relation, how = _use((*given.trail, *around, *_parts(name)), writes, answers)
            where = (given.place, Location(name, number, 1))
            for place in dict.fromkeys(where):
                found.sightings.append(
                    Sighting(given.text, relation, place, "code", how, given.words, provider=endpoint[0],
                             route=endpoint[1])
                )  # fmt: skip
    return found


def _parts(name: str) -> tuple[str, ...]:
    """The names of a file and of the folders above it, the nearest first."""
    return tuple(
        reversed([part for part in name.rsplit(".", 1)[0].split("/") if part not in ("src", "main", "java")])
    )


def _use(names: tuple[str, ...], writes: bool, answers: bool) -> tuple[MentionRelation, str]:
    """What a model was asked for, by the names around; an application that writes nothing only answers people."""
    said = meaning(names, PURPOSES) or agent(names)
    said = "none" if is_aside(names[-1:]) else said
    if not writes and (answers or said not in PURPOSES):
        return (
            "none" if said == "none" else "unknown-use"
        ), f"model of a client{IN_APPLICATION if answers else ''}"
    return said if said in PURPOSES else "generated-by", "model of a client"


def _constants(lines: list[str], name: str, variables: Variables) -> dict[str, list[_Given]]:
    """What the names of a file stand for, by what it says and by what the environment gives; of each, the first few."""
    made: dict[str, list[_Given]] = {}
    for number, line in enumerate(lines, 1):
        one = _ASSIGNED.search(line)
        if one is None or len(made.get(one["key"], ())) >= MOST_VALUES:
            continue
        told = list(_told(one, Location(name, number, 1), line.strip()[:200], variables))
        if alias := re.fullmatch(r"[&*]?([A-Za-z_]\w*)(?:\.clone\(\))?[;,]?", one["value"].strip()):
            told += made.get(alias[1], [])
        if told:
            made[one["key"]] = [*made.get(one["key"], []), *told][:MOST_VALUES]
    return made


def _told(one: re.Match[str], place: Location, words: str, variables: Variables) -> Iterator[_Given]:
    """The texts that a line gives a name: literals, and what other files give the variable that it asks for."""
    environment = _ENVIRONMENT.search(one["value"])
    variable = (environment["name"] or environment["item"]) if environment else None
    trail = (one["key"], variable or "")
    for text in (a or b for a, b in _STRING.findall(one["value"])):
        if text != variable and _FORM.fullmatch(text):
            yield _Given(text, place, words, trail)
    for value, where, said in variables.get(variable or "", ()):
        yield _Given(value, where, said, trail)


def _named(line: str, number: int, name: str, constants: dict[str, list[_Given]]) -> Iterator[_Given]:
    """The models that a line hands to a client, each at the place of its name."""
    for one in (*_SINK.finditer(line), *_FIRST.finditer(line)):
        told = one.groupdict()
        text = told.get("text") or told.get("single")
        given = [_Given(text, Location(name, number, 1), line.strip()[:200])] if text else []
        if reference := told.get("name"):
            last = re.split(r"[.:]+", reference)[-1]
            given = constants.get(reference, []) or constants.get(last, [])
            spelled = _spelled(last) if not given and last != reference else None
            given = given or (
                [_Given(spelled, Location(name, number, 1), line.strip()[:200])] if spelled else []
            )
        yield from {each.text: each for each in reversed(given) if _is_model(each.text)}.values()


def _is_model(text: str) -> bool:
    fits = _FORM.fullmatch(text) is not None and not text.startswith("http")
    named = any(map(str.isdigit, text)) or is_hub_name(text) or "-" in text
    return fits and named and not is_local(text) and not is_placeholder(text)


def _spelled(constant: str) -> str | None:
    """The model that a constant of a client's own stands for, as such constants are called.

    >>> _spelled("GPT4oMini"), _spelled("GPT_4O_MINI"), _spelled("GPT3Dot5Turbo"), _spelled("Role")
    ('gpt-4o-mini', 'gpt-4o-mini', 'gpt-3.5-turbo', None)
    """
    bare = _PREFIX.sub("", constant).replace("Dot", ".")
    if not any(map(str.isdigit, bare)):
        return None
    parts = re.findall(r"[A-Z]{2,}(?![a-z])|\d+(?:\.\d+)*o?|[A-Z]?[a-z]+|[A-Z]\d*", bare.replace("_", "-"))
    joined = "-".join(parts).lower()
    return re.sub(r"(?<=\d)-o\b", "o", re.sub(r"\bo-(\d)", r"o\1", joined))


def _loads(lines: list[str], name: str, found: Found) -> None:
    """Weights and rows that libraries of a hub fetch by name."""
    for number, line in enumerate(lines, 1):
        for pattern, kind in LOADS:
            for one in pattern.finditer(line):
                told = hub_name(one["name"])
                if told is None or is_local(told):
                    continue
                names = (line.split("=")[0][-60:], *_parts(name))
                said = meaning(names, ("none", "filtered-by", "judged-by"))
                usual: MentionRelation = "data" if kind == "dataset" else "unknown-use"
                relation = said if said and (said == "none" or kind == "model") else usual
                how = "fetched by a library of a hub"
                place, words = Location(name, number, 1), line.strip()[:200]
                found.sightings.append(Sighting(told, relation, place, "code", how, words, kind))  # type: ignore[arg-type]
