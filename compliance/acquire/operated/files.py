"""Files by which work is run and set up: workflows, scripts, infrastructure, settings, code of other languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from compliance.acquire.beside import beside, is_example
from compliance.acquire.code.module import Variables
from compliance.acquire.config import LOOSE, format_of, read_config
from compliance.acquire.found import Found
from compliance.acquire.operated import compiled, deployed, ini, terraform, workflow
from compliance.acquire.operated.recipe import is_plain, read_recipe
from compliance.acquire.operated.shell import SHELL, read_shell
from compliance.acquire.package import is_package, package_licence
from compliance.acquire.walk import TextFile
from compliance.model.shapes.location import Location

Environment = Mapping[str, list[tuple[str, Location, str]]]


def environment_of(file: TextFile) -> Environment:
    """What a workflow or a description of infrastructure gives environment variables."""
    if workflow.WORKFLOW.search(file.path.name):
        return workflow.environment_of(file.text, file.name)
    return terraform.environment_of(file.text, file.name) if file.suffix in terraform.SUFFIXES else {}


def read_operated(file: TextFile, variables: Variables) -> Found | None:
    """What such a file says; None where it is none of them.

    Args:
        file: The file.
        variables: What other files give environment variables.
    """
    if workflow.WORKFLOW.search(file.path.name):
        return workflow.read_workflow(file.text, file.name)
    if file.suffix in terraform.SUFFIXES:
        return terraform.read_terraform(file.text, file.name)
    if file.suffix in compiled.SUFFIXES:
        return compiled.read_compiled(file.text, file.name, variables)
    if file.suffix in ini.SUFFIXES and file.path.name != "setup.cfg":
        return read_settings(ini.read_ini(file.text), file.name)
    return read_shell(file.text, file.name) if SHELL.search(file.path.name) else None


def read_settings(tree: object, name: str) -> Found:
    """What settings of no known format name: containers, or keys whose words say what for."""
    known = format_of(tree)
    if known is not None:
        return beside_keys(tree, name, read_config(tree, name))
    if not deployed.is_deployment(tree):
        return read_recipe(tree, name)
    found = deployed.read_deployed(tree, name)
    return beside(found) if is_example(name) else found  # containers of an example run beside the work


def beside_keys(tree: object, name: str, found: Found, anyway: bool = False) -> Found:
    """What a table of keys found in settings, and what the words of further keys tell plainly.

    Args:
        tree: The settings.
        name: Their file.
        found: What the table found.
        anyway: Whether they are those of a pipeline, where their keys are of no format that is known.
    """
    if format_of(tree) not in (LOOSE if not anyway else (*LOOSE, None)):
        return found
    lines = {one.place.line for one in found.sightings}
    for one in read_recipe(tree, name).sightings:
        if one.place.line not in lines and (anyway or is_plain(one)):
            # The parameters of all steps stand in one file, so that training there says nothing of a model elsewhere.
            found.sightings.append(one if is_plain(one) else replace(one, relation="unknown-use"))
    return found


def stated_by_package(file: TextFile) -> Found:
    """The licence that a package's file states; nothing of any other file."""
    return Found(statements=package_licence(file.text, file.name) if is_package(file.name) else [])
