"""The first line of a manifest, by which editors complete and check its fields, where a schema lies in reach."""

from __future__ import annotations

import os
import pathlib

_PLACES = ("manifest.schema.json", "rules/_schema/manifest.schema.json")
"""Where a schema may lie: beside the manifest or above it, under the name that the documentation gives it."""
_MODELINE = "# yaml-language-server: $schema={}\n"
_ADVICE = (
    "# For help in an editor: write the schema beside this file, compliance schema manifest > manifest.schema.json,\n"
    f"# and begin the file with `{_MODELINE.format(_PLACES[0]).strip()}`.\n"
)


def editor_line(folder: pathlib.Path) -> str:
    """The line that names the schema as seen from a manifest in a folder, or how to get one.

    It is looked for upwards as far as the root of the repository; paths of this machine's own are not written down.
    """
    start = folder.resolve()
    for above in (start, *start.parents):
        for place in _PLACES:
            if (above / place).is_file():
                return _MODELINE.format(pathlib.Path(os.path.relpath(above / place, start)).as_posix())
        if (above / ".git").exists():
            break
    return _ADVICE
