"""Names under which an account of Azure serves models: code asks by the deployment, infrastructure tells the model."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.acquire.gateway import Gateway
from compliance.model.shapes.location import Location

_WORTH = re.compile(
    r"azurerm_cognitive_deployment|CognitiveServices/accounts/deployments|cognitiveservices account deployment create"
)
_HEAD = re.compile(
    r"resource\s+\"azurerm_cognitive_deployment\"|Microsoft\.CognitiveServices/accounts/deployments"
)
_GIVEN = re.compile(r"""^\s*["']?(?P<key>name|version)["']?\s*[=:]\s*["'](?P<value>[\w./-]{1,100})["']""")
_MODEL = re.compile(r"""^\s*["']?model["']?\s*(?:[=:]\s*)?\{""")
_COMMAND = re.compile(r"cognitiveservices account deployment create(?P<rest>(?:[^\n]*\\\n)*[^\n]*)")
_OPTION = re.compile(
    r"--(?P<key>deployment-name|model-name|model-version)[ =]+[\"']?(?P<value>[\w./-]{1,100})"
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")
MOST_LINES = 40
"""Lines of a deployment at most."""


def azure_deployments(text: str, name: str) -> Gateway:
    """The deployments that a file sets up, by their names.

    Args:
        text: The file: Terraform, Bicep, a template of ARM, a script.
        name: Its path.
    """
    if not _WORTH.search(text):
        return {}
    told = (*_described(text.splitlines()), *_commanded(text))
    return {
        deployment: (_in_full(model, version), None, Location(name, line, 1))
        for deployment, model, version, line in told
        if deployment != model
    }


def _described(lines: list[str]) -> Iterator[tuple[str, str, str, int]]:
    """Deployment, model, version and line of every block that describes one."""
    for start in (at for at, line in enumerate(lines) if _HEAD.search(line)):
        deployment, model, version, line, within = "", "", "", start + 1, False
        for number, words in enumerate(lines[start + 1 : start + MOST_LINES], start + 2):
            if _HEAD.search(words):
                break
            within = within or _MODEL.match(words) is not None
            given = _GIVEN.match(words)
            if given is None:
                continue
            if not within and given["key"] == "name":
                deployment = deployment or given["value"].rsplit("/", 1)[-1]
            elif within and given["key"] == "name" and not model:
                model, line = given["value"], number
            elif within and given["key"] == "version":
                version = version or given["value"]
        if deployment and model:
            yield deployment, model, version, line


def _commanded(text: str) -> Iterator[tuple[str, str, str, int]]:
    """The same of every command that makes one."""
    for one in _COMMAND.finditer(text):
        given = {each["key"]: each["value"] for each in _OPTION.finditer(one["rest"])}
        if "deployment-name" in given and "model-name" in given:
            line = text.count("\n", 0, one.start()) + 1
            yield given["deployment-name"], given["model-name"], given.get("model-version", ""), line


def _in_full(model: str, version: str) -> str:
    """A model as the route calls it, with the day of its version where it has one."""
    dated = f"-{version}" if _DAY.match(version) and not model.endswith(version) else ""
    return f"azure/{model}{dated}"
