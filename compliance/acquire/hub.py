"""Cards and small configurations of a hub, through huggingface_hub: at one revision, without a token, nothing else."""

from __future__ import annotations

import importlib
import os
import pathlib
import re
from dataclasses import dataclass
from typing import Any, Literal

from compliance.errors import Fault, UsageError
from compliance.model.declared.sighting import Lost

FILES = ("README.md", "config.json", "adapter_config.json", "LICENSE", "mergekit_config.yml")
"""What is fetched, where it is there; never weights, rows or code."""
PREFIX = "hf:"
_NAME = re.compile(r"\w[\w.-]*(?:/\w[\w.-]*)?", re.ASCII)
_MODEL, _SET = "model", "dataset"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A model or data set of a hub at one revision."""

    name: str
    kind: Literal["model", "dataset"]
    revision: str
    files: tuple[tuple[str, pathlib.Path], ...]
    """Name in the repository, and where it lies now."""
    gated: bool = False
    lost: tuple[Lost, ...] = ()


@dataclass(frozen=True, slots=True)
class Missing:
    """Why a model or data set could not be had."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Hub:
    """A hub at an address, or what its local cache holds."""

    endpoint: str
    offline: bool = False

    def fetch(
        self, name: str, kind: Literal["model", "dataset"], revision: str | None = None
    ) -> Fetched | Missing:
        """One repository's cards and configurations at its newest or a named revision; no token is sent.

        Raises `UsageError` where huggingface_hub is not installed.
        """
        library = _library()
        if not _NAME.fullmatch(name):
            return Missing(name, "no name of a hub; write hf:org/name, or hf:datasets/org/name")
        if self.offline:
            return self._cached(library, name, kind, revision)
        try:
            interface = library.HfApi(endpoint=self.endpoint, token=False)
            told = interface.repo_info(name, repo_type=kind, revision=revision, timeout=20)
            there = {one.rfilename for one in told.siblings or ()}
            files = [
                (file, self._download(library, name, kind, str(told.sha), file))
                for file in FILES
                if file in there
            ]
        except (OSError, ValueError, library.errors.HfHubHTTPError, _transport(library)) as error:
            return Missing(name, _reason(library, error))
        return Fetched(name, kind, str(told.sha), tuple(files), bool(told.gated))

    def _download(self, library: Any, name: str, kind: str, revision: str, file: str) -> pathlib.Path:
        path = library.hf_hub_download(
            name, file, repo_type=kind, revision=revision, token=False, endpoint=self.endpoint,
            local_files_only=self.offline,
        )  # fmt: skip
        return pathlib.Path(path)

    def _cached(
        self, library: Any, name: str, kind: Literal["model", "dataset"], revision: str | None
    ) -> Fetched | Missing:
        held = revision or _newest(library, name, kind)
        files: list[tuple[str, pathlib.Path]] = []
        for file in FILES if held else ():
            try:
                files.append((file, self._download(library, name, kind, held, file)))
            except (OSError, ValueError):
                continue
        if not files:
            return Missing(name, "the local cache does not hold it")
        # A cached file lies below the revision that it was fetched at.
        return Fetched(name, kind, files[0][1].parent.name, tuple(files))


def _newest(library: Any, name: str, kind: str) -> str:
    """The revision of a repository that the local cache took last; empty where it holds none."""
    cache = pathlib.Path(library.constants.HF_HUB_CACHE)
    repositories = library.scan_cache_dir(cache).repos if cache.is_dir() else ()
    held = [
        revision
        for one in repositories
        if one.repo_id == name and one.repo_type == kind
        for revision in one.revisions
    ]
    return str(max(held, key=lambda one: one.last_modified).commit_hash) if held else ""


def _transport(library: Any) -> type[Exception]:
    """What the library's own client raises where nobody answers."""
    kind: type[Exception] = getattr(library.errors, "HTTPError", OSError)
    return kind


def hub_of_environment(*, offline: bool) -> Hub:
    """The hub that `HF_ENDPOINT` names, else the usual one."""
    return Hub(os.environ.get("HF_ENDPOINT", "https://huggingface.co").rstrip("/"), offline)


def asked_of(text: str) -> tuple[str, Literal["model", "dataset"], str | None]:
    """Name, kind and revision that an argument such as `hf:datasets/org/name@revision` asks for.

    >>> asked_of("hf:org/name@abc"), asked_of("hf:datasets/org/rows")
    (('org/name', 'model', 'abc'), ('org/rows', 'dataset', None))
    """
    name, _, revision = text.removeprefix(PREFIX).partition("@")
    kind: Literal["model", "dataset"] = "dataset" if name.startswith("datasets/") else "model"
    return name.removeprefix("datasets/").removeprefix("models/"), kind, revision or None


def _library() -> Any:
    try:
        library = importlib.import_module("huggingface_hub")
        # Parts that nobody imported yet are no attributes of it.
        for part in ("constants", "errors"):
            importlib.import_module(f"huggingface_hub.{part}")
        return library
    except ImportError:
        advice = "install compliance[hub], or import the card as a file"
        raise UsageError(
            Fault(None, "a hub is read only where huggingface_hub is installed", advice)
        ) from None


def _reason(library: Any, error: Exception) -> str:
    """Why it could not be had, without what an error message may carry of addresses and requests."""
    errors = library.errors
    for kind, words in (
        (errors.GatedRepoError, "it is gated, and no token is sent"),
        (errors.RepositoryNotFoundError, "the hub has no such repository, or it is private"),
        (errors.RevisionNotFoundError, "it has no such revision"),
        (errors.LocalEntryNotFoundError, "the hub cannot be reached"),
    ):
        if isinstance(error, kind):
            return words
    status = getattr(getattr(error, "response", None), "status_code", None)
    return f"the hub answers {status}" if status else "the hub cannot be reached"
