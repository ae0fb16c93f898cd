"""Documents of others out of which manifests are drafted, and packs that others give out."""

from __future__ import annotations

import atexit
import functools
import json
import os
import pathlib
import tempfile
from random import Random
from typing import Any

from compliance import pipeline
from compliance.errors import Fault, PackError
from compliance.load.packs.bundle import bundle_of, files_of
from tools.reliability.mutation import changed, spliced

_NOTEBOOK: dict[str, Any] = {
    "nbformat": 4,
    "cells": [
        {"cell_type": "markdown", "source": ["# Rows\n", "Written by GPT-4o, filtered with Llama-3.1-8B.\n"]},
        {
            "cell_type": "code",
            "source": "from openai import OpenAI\nm = 'gpt-4o'\n"
            "OpenAI().chat.completions.create(model=m, messages=[])\n%time x\n",
            "outputs": [{"data": {"text/plain": ["model='gpt-4o-2024-08-06'"]}}],
        },
    ],
}
_BOM: dict[str, Any] = {
    "bomFormat": "CycloneDX",
    "specVersion": "1.6",
    "metadata": {"component": {"type": "machine-learning-model", "bom-ref": "m", "name": "meadow/grass-7b"}},
    "components": [
        {
            "type": "data",
            "bom-ref": "d",
            "name": "tatsu-lab/alpaca",
            "licenses": [{"license": {"id": "MIT"}}],
        },
        {"type": "machine-learning-model", "bom-ref": "b", "name": "Qwen/Qwen2.5-7B", "components": []},
    ],
    "dependencies": [{"ref": "m", "dependsOn": ["b", "d"]}],
}
_CODE = (
    "import os\nfrom openai import OpenAI\nMODEL = os.environ.get('M', 'gpt-4o')\n"
    "def rows(model=MODEL):\n    return OpenAI().chat.completions.create(model=model, messages=[])\n"
    "from transformers import AutoModelForCausalLM as A\nA.from_pretrained('Qwen/Qwen2.5-7B')\n"
)
_SIGNATURE = (
    "untrusted comment: a\nRURaaBCNNhuHllSBYlEVKL2MlESUYqGh9rixOi4Lfp6yOYcxvYfJCc+5aHLpuwYMYH5YRPPQ266L/B7um42MyDibXUtv"
    "SSijigk=\ntrusted comment: packs\nEJufxL15bgSghPZtghX7bk0dx3UANJbG0XYqgroy/UiKERTKgizKy6FcaDg/waEPfkolo0XNtH4mGAMR"
    "R5s6BQ==\n"
)
_KEY = "RWRaaBCNNhuHlsvbVZ/Rg4rXWIF2pBh0AlLeu4P5VoLFdsD098m1njvS"


_MEMORY = pathlib.Path("/dev/shm")
"""Where a file is written twenty times as fast as on a disk; a file that is read a million times should stand there."""
_KEPT: list[Any] = []


@functools.cache
def _packs() -> Any:
    return pipeline.load_packs()


def notebook(draw: Random) -> bytes:
    """A notebook, changed in its structure or its bytes."""
    return _json(draw, _NOTEBOOK)


def bill_of_materials(draw: Random) -> bytes:
    """A bill of materials, changed likewise."""
    return _json(draw, _BOM)


def code(draw: Random) -> bytes:
    """A program, spliced."""
    return spliced(draw, _CODE.encode(), 6)


def bundle(draw: Random) -> bytes:
    """Packs in a file, spliced."""
    return spliced(draw, bundle_of([("rules/a.yaml", b"pack: 1\n"), ("policies/b.yaml", b"policy: 1\n")]), 3)


def signature(draw: Random) -> bytes:
    """A signature, spliced."""
    return spliced(draw, _SIGNATURE.encode(), 3)


def _json(draw: Random, tree: Any) -> bytes:
    content = json.dumps(changed(draw, tree)).encode()
    return spliced(draw, content, 3) if draw.random() < 0.3 else content


def read_document(name: str, content: bytes) -> object:
    """What a draft of a manifest would be made of."""
    from compliance.intake.folder import scan_files

    folder = folder_of(name)
    (folder / name).write_bytes(content)
    return scan_files(folder, _packs(), known=_words())


@functools.cache
def folder_of(name: str) -> pathlib.Path:
    """A folder that holds one file of that name, the same one as long as the program runs."""
    home = _MEMORY if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK) else None
    folder = tempfile.TemporaryDirectory(prefix="fuzz-", dir=home)
    atexit.register(folder.cleanup)
    return pathlib.Path(folder.name)


def _words() -> Any:
    """Look-ups in the registry; new ones now and then, since they keep what they were asked."""
    from compliance.intake.naming.registry_words import RegistryWords

    if not _KEPT or _KEPT[0] > 2_000:
        _KEPT[:] = [0, RegistryWords(_packs().registry)]
    _KEPT[0] += 1
    return _KEPT[1]


def read_bundle(content: bytes) -> object:
    """The files of a bundle."""
    try:
        return files_of(content)
    except ValueError as error:
        raise PackError(Fault(None, str(error), "")) from None


def read_signature(content: bytes) -> object:
    """What a signature of something else says."""
    from compliance.load.updating.minisign import public_key, verify

    return verify(b"packs", content.decode("utf-8", "replace"), public_key(_KEY))
