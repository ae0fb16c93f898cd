"""Versions of packages that lists pin and that notebooks show."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice

from compliance.acquire.tree import mappings
from compliance.acquire.walk import TextFile
from compliance.model.declared.sighting import Claim

PACKAGE = "version of "
_PIN = re.compile(r"(?m)^\s*([A-Za-z][\w.-]*)(?:\[[^\]]*\])?\s*==\s*(\d[\w.]*)")
_SHOWN = re.compile(r"(?<![\w/.-])([A-Za-z][\w-]+)[ =:]+v?(\d+\.\d+(?:\.\d+)?)(?![\w.]*\d)")
MOST_VERSIONS = 200
"""Of more versions in one file the first are looked at."""


def of_packages(file: TextFile) -> Iterator[Claim]:
    """The versions that a list of packages pins, and those that a notebook or a page shows."""
    if re.search(r"requirements[\w.-]*\.txt$", file.path.name):
        found: Iterator[re.Match[str]] = _PIN.finditer(file.text)
    elif file.suffix == ".ipynb":
        found = _SHOWN.finditer(_outputs(file.text))
    else:
        return
    for name, told in dict.fromkeys((one[1].lower(), one[2]) for one in islice(found, MOST_VERSIONS)):
        value, place = version(told), file.place(max(0, file.text.find(told)))
        yield Claim(f"{PACKAGE}{name}", value, value, place, f"{name} {told}", "", "config")


def version(text: str) -> float:
    """The first three parts of a version as one number.

    >>> version("4.46.3") == version("4.46.3.post1"), version("4.46") < version("4.46.3")
    (True, True)
    """
    parts = [int(one) for one in re.findall(r"\d{1,6}", text)[:3]]
    return float(sum(one * 10_000.0 ** (2 - at) for at, one in enumerate(parts)))


def _outputs(text: str) -> str:
    """What the cells of a notebook printed."""
    try:
        cells = json.loads(text).get("cells", [])
    except (ValueError, AttributeError, RecursionError):
        return ""
    told = list[str]()
    for cell in mappings(cells):
        for output in mappings(cell.get("outputs")):
            said = output.get("text")
            told += [said] if isinstance(said, str) else [one for one in said or () if isinstance(one, str)]
    return "\n".join(told)
