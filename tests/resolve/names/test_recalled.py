"""A licence that somebody only remembers clears nothing; one that limits still bites."""

from __future__ import annotations

from typing import Any

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.lineage import Artifact
from compliance.model.declared.manifest import Manifest
from compliance.model.known.knowledge import Registry
from compliance.model.names.catalogue import Catalogue
from compliance.model.names.records import Records
from compliance.resolve import resolve

PARTY = {"name": "Meadow", "organisations": ["meadow"], "source": {"where": "its page", "read": "2026-01-01"}}


def _found(licence: str, assurance: str, **stated: str) -> Artifact:
    """What is known of meadow/grass, whose record is so licensed and so well known."""
    entry: dict[str, Any] = {
        "id": "grass",
        "names": ["meadow/grass"],
        "family": "grass",
        "developer": "meadow",
    }
    records = Records.model_validate(
        {
            "parties": {"meadow": {**PARTY, "assurance": "secondary"}},
            "models": [{**entry, "licence": licence, "assurance": assurance}],
        }
    )
    bundled = load_packs().registry
    registry = Registry(
        relations=bundled.relations,
        providers={},
        catalogue=Catalogue.of(records),
        licences=bundled.licences,
        words=bundled.words,
    )
    manifest = Manifest.model_validate(
        {
            "lineage": 1,
            "project": {"id": "p"},
            "publisher": {"name": "Lab"},
            "artifacts": {
                "base": {"kind": "model", "name": "meadow/grass", **stated},
                "m": {"kind": "model"},
            },
            "steps": [{"id": "t", "kind": "finetune", "inputs": {"base": "base"}, "outputs": ["m"]}],
            "releases": [{"artifact": "m"}],
        }
    )
    return resolve(manifest, registry, lambda path: None).artifacts["base"]


@pytest.mark.parametrize("licence", ["apache-2.0", "mit", "cc-by-4.0", "cc0-1.0", "cc-by-sa-4.0", "gpl-3.0"])
def test_a_grant_from_memory_leaves_open_whether_it_holds(licence: str) -> None:
    found = _found(licence, "memory")
    assert (found.licences, found.licence_options) == ((), ((licence,), ()))


@pytest.mark.parametrize("licence", ["cc-by-nc-4.0", "llama2", "gemma", "openrail++-m"])
def test_a_licence_that_limits_holds_from_memory_too(licence: str) -> None:
    assert _found(licence, "memory").licences == (licence,)


@pytest.mark.parametrize("assurance", ["secondary", "quoted", "full-text"])
def test_a_free_licence_that_stands_somewhere_holds(assurance: str) -> None:
    assert _found("apache-2.0", assurance).licences == ("apache-2.0",)


def test_what_the_manifest_says_settles_it() -> None:
    found = _found("apache-2.0", "memory", license="Apache-2.0")
    assert (found.licences, found.licence_options) == (("apache-2.0",), ())
