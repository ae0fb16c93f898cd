"""Read a whole folder: what each file is, which reader takes it, and what one file says of another."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from compliance.acquire.beside import beside, is_beside
from compliance.acquire.bom.openlineage import looks_like_events, read_event_lines
from compliance.acquire.card import read_card
from compliance.acquire.claims import claims_of
from compliance.acquire.code import gather, read_python
from compliance.acquire.code.elsewhere import Elsewhere
from compliance.acquire.config import Aliases, format_of, lost_of, read_aliases, read_config, read_gateway
from compliance.acquire.foreign import foreign_format, read_foreign
from compliance.acquire.found import Found, told_twice
from compliance.acquire.gateway import Gateway, through
from compliance.acquire.licence_file import STATING, read_citation, read_licence_file, read_stated
from compliance.acquire.modelfile import read_modelfile
from compliance.acquire.notebook import read_notebook
from compliance.acquire.operated.arguments import arguments_of, followed
from compliance.acquire.operated.batches import spelled_out
from compliance.acquire.operated.charts import chart_folders, deployed, is_of_chart
from compliance.acquire.operated.chosen import never_chosen
from compliance.acquire.operated.configured import with_settings
from compliance.acquire.operated.deployed import environment_of as environment_of_containers
from compliance.acquire.operated.files import (
    beside_keys,
    environment_of,
    read_operated,
    read_settings,
    stated_by_package,
)
from compliance.acquire.operated.ini import SUFFIXES as SECTIONS
from compliance.acquire.operated.ini import read_ini
from compliance.acquire.operated.replaced_defaults import without_replaced
from compliance.acquire.operated.script import SUFFIXES, read_script
from compliance.acquire.operated.served import served_names
from compliance.acquire.operated.shell import SHELL, variables_of
from compliance.acquire.pipelines.mlflow import read_parameter
from compliance.acquire.pipelines.monai import DATA_LICENCES, read_data_licences
from compliance.acquire.prose.token_budget import budgets_set
from compliance.acquire.prose.upstreams import ReadProse
from compliance.acquire.rows.binary import MOST, READERS
from compliance.acquire.rows.columns import read_columns
from compliance.acquire.rows.dates import counted
from compliance.acquire.toml import read_toml
from compliance.acquire.tree import UnreadableError, earlier, read_trees
from compliance.acquire.twice import Twice
from compliance.acquire.walk import MAX_FILES, TextFile, files_of, paths_of
from compliance.model.declared.sighting import Lost
from compliance.model.shapes.location import Location

_LICENCE = re.compile(r"(?i)^(?:licen[cs]e|copying|unlicense)(?:[-.].*)?$")
_TALK = re.compile(
    r"(?i)^(?:contributing|code_of_conduct|security|changelog|changes|history|releasing|todo|roadmap|ideas|wishlist|backlog|plans?|next_steps)\b"
)
_TREES = frozenset({".yaml", ".yml", ".json", ".jsonld"})
_TREES_BY_NAME = frozenset({"MLmodel", "dvc.lock"})
_PARAMETERS = frozenset({"params.yaml", "params.json"})
_TWO_ROWS = re.compile(r"\s*\{[^\n]*\}[ \t\r]*\n\s*\{[^\n]*\}[ \t\r]*(?:\n|$)")
_RUN = re.compile(r"(?:^|/)mlruns/")
_LISTS = frozenset({".txt", ".list", ".lst", ".tsv", ".csv"})
_ROWS = frozenset({".jsonl", ".ndjson", ".csv", ".tsv"})
_MANIFESTS = frozenset({"lineage.yaml", "waivers.yaml", "compliance.toml"})


@dataclass(slots=True)
class Repository:
    """What a folder says, gathered in two rounds: first what gives names their meaning, then everything else."""

    folder: pathlib.Path
    found: Found = field(default_factory=Found)
    variables: dict[str, list[tuple[str, Location, str]]] = field(default_factory=dict)
    aliases: Aliases = field(default_factory=dict)
    gateway: Gateway = field(default_factory=dict)
    trees: dict[str, object] = field(default_factory=dict)
    further: dict[str, list[object]] = field(default_factory=dict)
    """Documents of a file after its first one."""
    earlier: dict[str, list[object]] = field(default_factory=dict)
    """Documents with the earlier values of keys that stand twice."""
    files: list[TextFile] = field(default_factory=list)
    unchosen: frozenset[str] = frozenset()
    """Configurations that are parts of which others are chosen."""
    charts: frozenset[str] = frozenset()
    """Folders in which charts of Helm lie."""
    elsewhere: Elsewhere = field(default_factory=Elsewhere)
    """What code takes from configurations and other modules."""


def read_repository(
    folder: pathlib.Path, prose: ReadProse, progress: Callable[[int, int], None] | None = None
) -> Repository:
    """Read every file of a folder that may say something of upstreams.

    Args:
        folder: The folder.
        prose: Finds mentions in prose.
        progress: Called with the number of files read, and of all.
    """
    repository = Repository(folder)
    repository.files = list(files_of(folder, repository.found.lost))
    repository.charts = chart_folders(one.name for one in repository.files)
    for file in repository.files:
        _meanings(file, repository)
    repository.files = with_settings(repository.files, repository.trees)
    for file in repository.files:
        if not is_beside(file.name) and file.suffix not in _ROWS:
            repository.gateway.update(served_names(file.text, file.name, repository.variables))
    repository.unchosen = never_chosen(repository.files, repository.trees)
    repository.elsewhere = _together(repository)
    for count, file in enumerate(repository.files, 1):
        try:
            found = _read(file, repository, prose)
            found.add(stated_by_package(file))
            aside = is_beside(file.name) or file.name in repository.unchosen
            repository.found.add(beside(found) if aside else found)
        except RecursionError:
            repository.found.lost.append(Lost(Location(file.name, 1, 1), "nested too deeply, so not read"))
        if progress is not None:
            progress(count, len(repository.files))
    repository.found.claims += claims_of(repository.files, repository.trees)
    _binaries(paths := list(islice(paths_of(folder), MAX_FILES)), repository)
    _without_own(paths, repository.found)
    seen = without_replaced(repository.found.sightings, repository.files, repository.elsewhere)
    lists = {one.name: one.text for one in repository.files if one.suffix in _LISTS}
    told = spelled_out(through(followed(seen), repository.gateway), lists, repository.found.lost)
    repository.found.sightings = list(told)
    return repository


def _without_own(paths: Sequence[pathlib.Path], found: Found) -> None:
    """Take out files of rows that lie here or are written here: others tell where these come from."""
    there = {path.name.lower() for path in paths} | found.written
    found.reads = [one for one in found.reads if one[0].rsplit("/", 1)[-1].lower() not in there]
    found.trained_on = [
        one for one in found.trained_on if one[0].rsplit("/", 1)[-1].lower() not in found.written
    ]


def _together(repository: Repository) -> Elsewhere:
    """What the modules of a folder take from each other and from its configurations."""
    code = ((one.name, one.text) for one in repository.files if one.suffix == ".py")
    settings = repository.trees | {
        one.name: tree for one in repository.files if one.suffix == ".toml" and (tree := read_toml(one.text))
    }
    sections = {
        one.name: read_ini(one.text)
        for one in repository.files
        if one.suffix in SECTIONS and not is_beside(one.name)
    }
    mine = {
        name: tree
        for name, tree in settings.items()
        if isinstance(tree, dict)
        and name not in repository.unchosen
        and not is_beside(name)
        and not foreign_format(tree)
    }
    return gather(
        (one for one in code if not is_beside(one[0])), mine, sections, arguments_of(repository.files)
    )


def _binaries(paths: Sequence[pathlib.Path], repository: Repository) -> None:
    """Read headers of weights and columns of rows, of a bounded number of files of each kind."""
    for suffix, read in READERS.items():
        mine = [path for path in paths if path.suffix.lower() == suffix]
        for path in mine[:MOST]:
            name = path.relative_to(repository.folder).as_posix()
            found = read(path, name)
            repository.found.add(beside(found) if is_beside(name) else found)
        if len(mine) > MOST:
            place = Location(mine[MOST].relative_to(repository.folder).as_posix(), 1, 1)
            what = f"only {MOST} of {len(mine)} files of the kind {suffix} were looked at"
            repository.found.lost.append(Lost(place, what))


def _meanings(file: TextFile, repository: Repository) -> None:
    """Take what other files need: variables, aliases of data sets, names of a gateway."""
    if SHELL.search(file.path.name):
        for variable, values in variables_of(file.text, file.name).items():
            repository.variables.setdefault(variable, []).extend(values)
    _in_environment(environment_of(file), repository)
    if not _is_tree(file) or file.name in _MANIFESTS:
        return
    twice: Twice = []
    try:
        trees = read_trees(file.text, file.suffix in (".json", ".jsonld"), twice)
    except UnreadableError as error:
        if not _has_lines_of_rows(file):
            of_template = ", as a template that is not filled in" if "{{" in file.text else ""
            what = f"cannot be read{of_template}: {error}"
            repository.found.lost.append(Lost(Location(file.name, 1, 1), what))
        return
    repository.found.lost += told_twice(twice, file.name)
    tree = next(iter(trees), None)
    repository.trees[file.name] = tree
    repository.further[file.name] = trees[1:]
    documents = earlier(file.text, file.suffix in (".json", ".jsonld"), twice)
    repository.earlier[file.name] = [one for each in documents for one in each if isinstance(one, dict)]
    for one in trees:
        _in_environment(environment_of_containers(one, file.name), repository)
    if file.path.name == "dataset_info.json":
        repository.aliases = {**repository.aliases, **read_aliases(tree, file.name)}
    elif format_of(tree) == "litellm":
        repository.gateway.update(read_gateway(tree, file.name))


def _in_environment(given: Mapping[str, list[tuple[str, Location, str]]], repository: Repository) -> None:
    """Note what a file gives environment variables."""
    for variable, values in given.items():
        repository.variables.setdefault(variable, []).extend(values)


def _has_lines_of_rows(file: TextFile) -> bool:
    """Whether a file of JSON holds one row a line, and is no one document."""
    return file.suffix == ".json" and bool(_TWO_ROWS.match(file.text))


def _is_tree(file: TextFile) -> bool:
    """Whether a file is YAML or JSON: by its suffix, or by a name that its tool gives it."""
    return file.suffix in _TREES or file.path.name in _TREES_BY_NAME or file.suffix == ".dvc"


def _read(file: TextFile, repository: Repository, prose: ReadProse) -> Found:
    name = file.path.name
    if _RUN.search(file.name) and file.path.parent.name == "params":
        return read_parameter(file.text, file.name)
    if (stated := _stated(file)) is not None:
        return stated
    if file.suffix in (".md", ".markdown", ".rst") or name.upper() in ("README", "NOTICE", "DATASHEET"):
        return Found() if _TALK.match(name) else read_card(file.text, file.name, prose)
    if file.suffix == ".py":
        return read_python(file.text, file.name, repository.variables, elsewhere=repository.elsewhere)
    if file.suffix == ".ipynb":
        return read_notebook(file.text, file.name, prose, repository.variables, repository.elsewhere)
    if name.lower().startswith("modelfile"):
        return read_modelfile(file.text, file.name)
    if (operated := read_operated(file, repository.variables)) is not None:
        return operated
    if file.suffix in _ROWS:
        events = read_event_lines(file.text, file.name, prose) if looks_like_events(file.text) else None
        return events or read_columns(file)
    return _tree(file, repository, prose)


def _stated(file: TextFile) -> Found | None:
    """What a file says that tells of nothing but licences; None of any other file."""
    if _LICENCE.match(file.path.name):
        return read_licence_file(file)
    if DATA_LICENCES.match(file.path.name):
        return read_data_licences(file.text, file.name)
    return read_citation(file) if file.suffix == ".cff" else None


def _tree(file: TextFile, repository: Repository, prose: ReadProse) -> Found:
    if file.suffix in SUFFIXES:
        return read_script(file.text, file.name, repository.variables)
    if file.suffix == ".toml":
        return _settings(read_toml(file.text), file, repository)
    found = _of_tree(repository.trees.get(file.name), file, repository, prose)
    for one in repository.further.get(file.name, ()):
        if isinstance(one, dict):
            found.add(_of_tree(one, file, repository, prose))
    for one in repository.earlier.get(file.name, ()):
        found.add_earlier(_of_tree(one, file, repository, prose))
    return found


def _settings(tree: object, file: TextFile, repository: Repository) -> Found:
    if format_of(tree) is None and file.path.name not in _PARAMETERS:
        return read_settings(tree, file.name)
    found = read_config(tree, file.name, repository.aliases, file.path.name in _PARAMETERS)
    found = beside_keys(tree, file.name, found, file.path.name in _PARAMETERS)
    if format_of(tree) not in (None, "litellm", "model-config"):
        found.lost += lost_of(tree, file.name)
    return found


def _of_tree(tree: object, file: TextFile, repository: Repository, prose: ReadProse) -> Found:
    if tree is None and file.name not in repository.trees and _has_lines_of_rows(file):
        return read_columns(replace(file, path=file.path.with_suffix(".jsonl")))
    if tree is None or file.path.name == "dataset_info.json":
        return Found()
    if foreign_format(tree):
        return read_foreign(tree, file.name, prose)
    if isinstance(tree, list):
        return read_columns(file)
    found = _settings(tree, file, repository)
    if is_of_chart(file.name, repository.charts):
        return deployed(found, tree, file.name)
    found.figures += budgets_set(tree, file.name)
    if file.path.name in STATING:
        found.add(read_stated(tree, file.name))
        found.figures += counted(tree, file.name)
    return found
