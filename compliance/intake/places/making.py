"""What shows that a folder makes weights or rows, and what marks it as a program that only runs what others made."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Sequence

from compliance.acquire.beside import is_beside
from compliance.acquire.code.uses import OF_APPLICATION
from compliance.acquire.found import Found
from compliance.acquire.package import is_package
from compliance.acquire.prose.upstreams import is_guess
from compliance.acquire.walk import TextFile
from compliance.model.declared.sighting import Sighting

CARRIED = ("unknown-use", "component")
"""Uses that make nothing of weights: they are fetched, or shipped along."""
_MARKS = frozenset(
    {"cog.yaml", "chart.yaml", "docker-compose.yml", "docker-compose.yaml", "compose.yaml", "compose.yml",
     "description", "project.toml", "go.mod", "pom.xml", "build.gradle", "build.gradle.kts", "gemfile", "mix.exs",
     "package.swift", "cmakelists.txt", "description.in", "streamlit_app.py", "truss.yaml", "bentofile.yaml"}
)  # fmt: skip
"""Files of tools that pack or run programs, beside those of packages."""
_SERVES = re.compile(
    r"(?m)^\s*(?:import|from)\s+(?:gradio|streamlit|chainlit|fastapi|flask|starlette|sanic|litserve|bentoml|cog|"
    r"aiogram|discord|telegram|modal|runpod|taipy|nicegui|panel)\b|^sdk: (?:gradio|streamlit|docker)\b|"
    r"library\((?:shiny|plumber)\)"
)
"""How a file begins that answers people."""
_CALLED = re.compile(
    r"(?i)\b(?:an?|the|this|our|your)\s(?:[\w'’-]+\s){0,4}?"
    r"(?:app|application|bot|plug-?in|add-?on|command[- ]line tool|CLI)\b"
    r"(?!\s(?:data|logs?|reviews?|rows|set))"
)
"""What a page says a program is, in its opening."""
_OPENING = 800
"""Letters of a page that say what it is of."""
_GATHERS = re.compile(
    r"\.(?:to_json|to_csv|to_parquet|save_to_disk|push_to_hub|writerows?|write_jsonl|write_parquet|write_csv|to_disk)\(|"
    r"\b(?:jsonlines\.open|ShardWriter|TFRecordWriter|writeLines|write_csv|write\.csv|saveRDS|CSV\.write)\b|"
    r"""\bopen\([^()\n]*\.jsonl["'][^()\n]*["'][wax]"""
)
"""Words of code that writes rows."""
_KEEPS = re.compile(
    r"\bjson\.dump\(|\bopen\([^()\n]*,\s*(?:mode\s*=\s*)?[\"'][wax]|\.write_text\(\s*json|appendFile|writeFile|createWriteStream|"
    r"\bJSON3?\.(?:write|print)\("
)
"""Words of code that keeps something in a file, whatever it is."""
_MADE = re.compile(
    r"(?i)\b(?:(?:pre-?|fine-?|post-?)?(?:train(?:ed|ing)?|tun(?:ed|ing))|distill?(?:ed|ation)|merg(?:ed|ing)|"
    r"quanti[sz](?:ed|ation)|data ?sets?|corpus|corpora|synthe(?:tic|si[sz]ed))\b"
)
"""Words of a page's sentence that tell of making weights or rows."""
_SHOWN = re.compile(r"(?i)(?:^|/)(?:examples?|demos?|tutorials?|docs?|samples?|cookbooks?)/")
"""Folders in which a package shows how it is used."""
_CODE = frozenset(
    {".py", ".ipynb", ".r", ".jl", ".ts", ".tsx", ".js", ".mjs", ".go", ".rs", ".java", ".kt", ".scala", ".cs", ".rb",
     ".php", ".swift"}
)  # fmt: skip


def is_marked(folder: pathlib.Path, files: Sequence[TextFile]) -> bool:
    """Whether files of the folder mark it as a program: a package, containers, a server, an app of a hub."""
    if not folder.is_dir():
        return False
    at_root = {one.name.lower() for one in folder.iterdir()}
    if any(map(is_package, at_root)) or at_root & _MARKS:
        return True
    near = [one for one in files if one.name.count("/") <= 1 and not is_beside(one.name)]
    return any(
        one.path.name.lower() in _MARKS
        or _SERVES.search(one.text[:20_000])
        or (is_front(one.name) and _CALLED.search(one.text[:_OPENING]))
        for one in near
    )


def makes(found: Found, files: Sequence[TextFile]) -> bool:
    """Whether anything shows that weights or rows are made: training, rows that are written or read, words of a page.

    Args:
        found: What was read; headers of weights that lie here show nothing by themselves.
        files: The files of the folder.
    """
    told = [one for one in found.sightings if one.is_lineage and not _SHOWN.search(one.place.file)]
    files = [one for one in files if not _SHOWN.search(one.name)]
    carried = {folder for folder in found.headed if any(_loads(one, folder) for one in told)}
    return (
        found.makes_weights
        or bool(found.trained_on)
        or found.headed != carried
        or any(_shows_making(one) for one in told if one.place.file.rpartition("/")[0] not in carried)
        or _writes_rows(files, {one.place.file for one in told if _asks(one)})
    )


def is_header(file: str) -> bool:
    """Whether a file is weights that say of themselves what they are."""
    return file.lower().endswith(".gguf")


def is_front(file: str) -> bool:
    """Whether a page is the one at the top of the folder."""
    return "/" not in file and file.lower().startswith("readme")


def _shows_making(one: Sighting) -> bool:
    if is_header(one.place.file) or (one.relation in CARRIED and one.source != "data"):
        return False
    if "prose" in one.how:
        return is_front(one.place.file) and not is_guess(one) and _MADE.search(one.words) is not None
    return (
        one.source == "data"
        or one.relation in ("data", "adapter")
        or (one.source == "config" and _trains(one))
    )


def _loads(one: Sighting, folder: str) -> bool:
    """Whether code loads the weights of this folder by its path; what lies at the root is what the folder puts out."""
    return bool(folder) and _asks(one) and f"/{one.name.rstrip('/')}".endswith(f"/{folder}")


def _trains(one: Sighting) -> bool:
    """Whether a configuration names what is trained, by a format or a command that trains."""
    return one.relation == "base" and not one.how.startswith("settings")


def _asks(one: Sighting) -> bool:
    """Whether a call of code asks a model, or loads one that may write."""
    return one.source == "code" and one.relation in ("generated-by", "unknown-use") and "()" in one.how


def _writes_rows(files: Sequence[TextFile], asking: set[str]) -> bool:
    """Whether code writes rows, or what asks a model keeps in a file what it says; what answers people keeps logs."""
    for one in files:
        if one.suffix not in _CODE or is_beside(one.name) or not asking:
            continue
        answers = OF_APPLICATION.search(one.name) or _SERVES.search(one.text)
        if not answers and (_GATHERS.search(one.text) or (one.name in asking and _KEEPS.search(one.text))):
            return True
    return False
