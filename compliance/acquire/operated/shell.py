"""Shell scripts and files of settings: what they give environment variables, and models and sets on command lines."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from compliance.acquire.code.agents import ROWS, THING, agent
from compliance.acquire.code.purpose import meaning, words_of
from compliance.acquire.code.table import ADDRESSES, reached
from compliance.acquire.config import relation_of
from compliance.acquire.config_keys import KEYS, is_published
from compliance.acquire.found import Found
from compliance.acquire.names import (
    BY_FOLDER,
    FETCHED,
    hub_name,
    is_hub_name,
    is_local,
    is_remote,
    stored_name,
)
from compliance.acquire.operated.downloads import downloads, with_addresses
from compliance.acquire.operated.given import options
from compliance.acquire.operated.recipe import relation_by_words
from compliance.acquire.operated.relocated import relocated
from compliance.acquire.operated.remarks import only_measured
from compliance.model.declared.sighting import MentionRelation, Published, Sighting
from compliance.model.shapes.location import Location
from compliance.model.shapes.shape import ArtifactKind

SHELL = re.compile(r"(?i)(?:\.(?:sh|bash|env|slurm|sbatch|mk|ps1)$|^\.env|^dockerfile|^makefile$|^justfile$)")
"""How scripts of a shell and files of settings are called."""
_ASSIGNED = re.compile(
    r"""(?:^|\s|;)(?:export\s+|ENV\s+|ARG\s+|-e\s+)?([A-Za-z_]\w*)=("[^"\n]*"|'[^'\n]*'|[^\s;"']+)"""
)
_FETCHES = re.compile(
    r"\b(?:huggingface-cli|hf)\s+download\s+(?:--\S+(?:\s+(?:dataset|model)(?=\s))?\s+)*([\w.-]+/[\w.-]+)|\bollama\s+(?:pull|run|create)\s+([\w./:-]+)|"
    r"\bvllm\s+serve\s+([\w./-]+)|vllm\.entrypoints\S*\s.*?--model[= ]([\w./-]+)"
)
MOST_LINE = 2_000
"""Letters of a line that are looked at for programs."""
_RUNS = re.compile(
    r"\bkaggle\s+datasets\s+download\b.*?\s(?P<kaggle>[\w-]+/[\w.-]+)|"
    r"\bllama-(?:server|cli)\b.*?\s(?:-hf|--hf-repo)[= ](?P<llama_cpp>[\w./-]+)|"
    r"\bedge-tts\b.*?--voice[= ](?P<edge_tts>\S+)|"
    r"\b(?:whisper|whisperx|whisper-ctranslate2)\s(?:.*?\s)?--model[= ](?P<whisper>[a-z][\w.-]*)|"
    r"\b(?:llm|aichat|mods|sgpt|claude|gemini)\s(?:.*?\s)?(?:-m|--model)[= ](?P<prompted>[\w./:-]+)|"
    r"\bdemucs\b.*?\s(?:-n|--name)[= ](?P<demucs>[\w.-]+)|"
    r"(?:^|[\s;&(])(?P<segmenter>TotalSegmentator)\s+(?:.*?\s)?-i[= ]|"
    r"(?:^|[\s;&(])tts\s(?:.*?\s)?--model_name[= ](?P<tts>tts_models/\S+)|"
    r"\blitgpt\s+(?:finetune\w*|pretrain)\s+(?P<tuned>[\w.-]+/[\w.-]+)"
)
"""Programs that are given a model or a set by a name."""
_PROGRAMS: Mapping[str, tuple[str, MentionRelation, ArtifactKind | None]] = {
    "kaggle": ("https://www.kaggle.com/datasets/{}", "data", "dataset"),
    "llama_cpp": ("{}", "generated-by", "model"),
    "edge_tts": ("Azure Speech", "generated-by", "service"),
    "whisper": ("openai/whisper-{}", "generated-by", "model"),
    "prompted": ("{}", "generated-by", None),
    "demucs": ("{}", "generated-by", "model"),
    "segmenter": ("{}", "generated-by", "model"),
    "tts": ("{}", "generated-by", "model"),
    "tuned": ("{}", "base", "model"),
}
"""What each calls the name, and what that was for."""
_SERVES = re.compile(
    r"\b(?:sglang\.launch_server|lmdeploy\s+serve|text-generation-launcher|mlx_lm\.(?:generate|server)|"
    r"llama_cpp\.server|fastchat\.serve|lightllm\.server)"
)
"""Commands that run the weights that they are given."""
_MEASURES = re.compile(
    r"(?i)(?:^|[\s/;_.-])(?:evals?|evaluat\w*|lm[-_]eval|lighteval|bench\w*|mteb|(?<!_)score|harness)(?:$|[\s_.-])"
)
"""Commands that measure."""
_ADDRESS = re.compile(r"https?://[\w.-]+/[\w./-]*")
_BODY = re.compile(r"""["']?\bmodel(?:_id|Id)?\\?["']?\s*:\s*\\?["']([\w./:@-]{3,80})\\?["']""")
"""How the body of a request names a model."""
COMMENT = re.compile(r"(?:^|\s)#.*$")
FALLBACK = re.compile(r"\$\{\w+:?[-=]([^}]*)\}")
"""A reference to a variable with what it falls back to."""
REFERENCE = re.compile(r"\$\{?(\w+)\}?")
_PROGRAM = re.compile(r"([\w.-]+?)(?:\.(?:py|sh|jl|R|rb|js|ts|pl))(?=[\s\"']|$)|\s-m\s+([\w.]+)")
"""A script or a module that a command line runs."""
_INFERS = frozenset({"inference", "infer", "predict", "sampler"})
"""Words in the names of programs that only run the weights that they are given."""
_ANY_MODEL = frozenset(
    {"model", "model_name", "model_id", "model_path", "model_name_or_path", "hf_model", "id"}
)
"""Options that only say that a model is given: what for, the program tells."""
_NO_TOOL = ROWS | frozenset(
    {"in", "input", "out", "output", "into", "to", "dest", "target", "save", "push", "hub", "repo", "id", "name",
     "cache", "tokenizer", "processor", "benchmark", "reference"}
)  # fmt: skip
"""Words of options whose value is what a program reads or writes, and not what does its work."""
_OF_HUB = frozenset({"repo_id", "repo_ids"})
"""How an option of rows is called where the words before it say nothing."""


def variables_of(text: str, name: str) -> dict[str, list[tuple[str, Location, str]]]:
    """What a script or a settings file gives to variables: value, place, line."""
    found: dict[str, list[tuple[str, Location, str]]] = {}
    for number, line in _lines(text):
        for one in _ASSIGNED.finditer(line):
            value = one[2].strip("\"'")
            default = FALLBACK.fullmatch(value)
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
    _asked(text, name, about is not None, found)
    above, measured = "", only_measured(text)
    for number, line in _lines(relocated(text)):
        place = Location(name, number, 1)
        read_command(line, place, about is not None, found, local, above)
        aside = about is not None or number in measured
        found.sightings += downloads(with_addresses(line, local), above, place, aside)
        above = f"{above}{line[:-1]} "[-MOST_LINE:] if line.endswith("\\") else ""
    return found


def read_command(
    line: str,
    place: Location,
    aside: bool,
    found: Found,
    local: Mapping[str, list[tuple[str, Location, str]]] | None = None,
    above: str = "",
) -> None:
    """What one command line names.

    Args:
        line: The command with its options.
        place: Where it stands.
        aside: Whether it is about what is only measured, so that nothing of it went in.
        found: Where what it names is added.
        local: What variables stand for.
        above: The lines before it that it goes on.
    """
    _fetched(line, place, aside, found)
    _called(line, place, aside, found)
    head = (above + line)[: 2 * MOST_LINE]
    serves = _SERVES.search(head) is not None
    for option, value, start in options(line):
        key = option.replace("-", "_").lower()
        before = head[: len(above) + start]
        measures, programs = _run_before(before)
        reference = REFERENCE.fullmatch(value)
        given = [told for told, _, _ in (local or {}).get(reference[1], ())] if reference else [value]
        for told in given:
            for_what = _for_what(key, programs, serves)
            _option(key, told, place, line.strip(), aside or measures, found, for_what)


@functools.lru_cache(maxsize=4)
def _run_before(text: str) -> tuple[bool, list[str]]:
    """Whether the words before an option measure, and the last program among them.

    Behind what is looked at of a line these are the same words for every option, of which there may be thousands.
    """
    programs = [one[1] or one[2] for one in _PROGRAM.finditer(text)][-1:]
    return _MEASURES.search(text) is not None, programs


def _for_what(key: str, programs: list[str], serves: bool) -> MentionRelation | None:
    """What an option's value is for: by the option, and of any model by the program that is given it."""
    relation = relation_of(key.split(".")) if "." in key else KEYS.get(key)
    infers = not _INFERS.isdisjoint(words_of("".join(programs))) and meaning(programs, ("base",)) is None
    if relation == "base" and (serves or infers):
        return "generated-by"
    is_any = (relation == "base" and key in _ANY_MODEL) or (relation is None and key in THING)
    if is_any:
        said = meaning(programs, ("base", "none", "filtered-by", "judged-by", "generated-by"))
        return said or agent(programs) or relation or "unknown-use"
    if "." not in key:
        return relation or agent([key]) or _of_sieve(key, programs)
    rows: MentionRelation | None = "data" if key.rsplit(".", 1)[-1] in _OF_HUB else None
    return relation or relation_by_words(key.split(".")) or rows


def _of_sieve(key: str, programs: list[str]) -> MentionRelation | None:
    """What a program that sorts out or judges does with a thing that no word of an option tells, unless it is rows."""
    return None if _NO_TOOL.intersection(words_of(key)) else meaning(programs, ("filtered-by", "judged-by"))


def _called(line: str, place: Location, aside: bool, found: Found) -> None:
    """Models that programs of the command line are told to run, and sets that they fetch."""
    for one in _RUNS.finditer(line[:MOST_LINE]):
        kind, name = one.lastgroup or "", one[one.lastgroup or 0].strip("\"'")
        told, relation, what = _PROGRAMS[kind]
        given = told.format(name)
        if not is_local(given) and "$" not in given:
            said: MentionRelation = "none" if aside else relation
            found.sightings.append(
                Sighting(
                    given, said, place, "code", f"model of {kind} on a command line", line.strip()[:200], what
                )
            )


def _asked(text: str, name: str, aside: bool, found: Found) -> None:
    """Models that requests made by hand name, in their bodies or by a variable, and whose endpoint is asked."""
    address = next((one[0] for _, line in _lines(text) for one in _ADDRESS.finditer(line)), None)
    if address is None or not any(part in address for part in ADDRESSES):
        return
    local = variables_of(text, name)
    given = [(one[1], number, line) for number, line in _lines(text) for one in _BODY.finditer(line)]
    told = [
        (value, place, line)
        for key, values in local.items()
        if "model" in key.lower()
        for value, place, line in values
    ]
    told += [(value, Location(name, number, 1), line.strip()) for value, number, line in given]
    provider, route = reached(address)
    for value, place, line in told:
        if not is_local(value) and " " not in value:
            said = meaning([*_names_of(line), *reversed(name.split("/"))], ("filtered-by", "judged-by"))
            relation: MentionRelation = "none" if aside else said or "generated-by"
            how = f"model of a request to {address.split('/')[2]}"
            found.sightings.append(
                Sighting(value, relation, place, "code", how, line[:200], provider=provider, route=route)
            )


def _names_of(line: str) -> list[str]:
    return [one[1] for one in _ASSIGNED.finditer(line)]


def _fetched(line: str, place: Location, aside: bool, found: Found) -> None:
    """What a command line fetches or serves: rows, weights nobody says for what, a model that is asked."""
    seen: list[tuple[str, MentionRelation, str]] = []
    for one in _FETCHES.finditer(line):
        name = one[1] or one[2] or one[3] or one[4]
        rows = one[1] and re.search(r"--repo-type[= ]dataset", line)
        seen.append(
            (name, "data" if rows else "unknown-use" if one[1] else "generated-by", one[0].split()[0])
        )
    seen += [
        (one["name"], "data" if one["kind"] else "unknown-use", "address of a file")
        for one in FETCHED.finditer(line)
    ]
    for name, relation, how in seen:
        if not is_local(name):
            kind = "dataset" if relation == "data" else "model"
            told: MentionRelation = "none" if aside else relation
            found.sightings.append(Sighting(name, told, place, "config", how, line.strip()[:200], kind))  # type: ignore[arg-type]


def _option(
    key: str,
    value: str,
    place: Location,
    line: str,
    aside: bool,
    found: Found,
    relation: MentionRelation | None,
) -> None:
    if is_published(key.split(".")) and is_hub_name(value):
        found.published.append(Published("model", value, place))
        return
    told = hub_name(re.split(r"[#:](?!/)", value)[0] if relation == "data" else value)
    if relation is not None and told is None and is_remote(value) and not value.startswith("http"):
        _stored(key, value, place, line, "none" if aside else relation, found)
    if relation is None or told is None or is_local(value):
        return
    kind = "dataset" if relation == "data" else "model"
    how = f"command line, --{key}"
    found.sightings.append(
        Sighting(told, "none" if aside else relation, place, "config", how, line[:200], kind)  # type: ignore[arg-type]
    )


def _stored(
    key: str, address: str, place: Location, line: str, relation: MentionRelation, found: Found
) -> None:
    """What lies in a store elsewhere: rows under their address, weights under the hub's name with which it ends."""
    how = f"command line, --{key}"
    if relation == "data":
        found.sightings.append(Sighting(address, relation, place, "config", how, line[:200], "dataset"))
    elif name := stored_name(address):
        found.sightings.append(
            Sighting(name, relation, place, "config", f"{how}{BY_FOLDER}", line[:200], "model", if_known=True)
        )


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        yield number, COMMENT.sub("", line)
