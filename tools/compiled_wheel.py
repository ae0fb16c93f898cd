"""Build hook of hatch: a wheel carries its packs compiled, with their digest beside the code that believes it.

Who installs it into a place that the program may not write to would otherwise read every pack anew in every run.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_COMPILE = """
import pathlib, sys
from compliance.load.packs import kept, knowledge
kept.compiled_folder = lambda: pathlib.Path(sys.argv[1])
knowledge.load_packs()
"""


class CompiledPacks(BuildHookInterface[Any]):
    """Compiles the packs of the source tree, and puts what comes out of it into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled packs to a wheel; an editable one reads and compiles the checkout itself."""
        if version == "editable":
            return
        self._made = tempfile.TemporaryDirectory()
        folder = Path(self._made.name)
        # pip keeps what a build requires in a folder that its own process alone knows of.
        known = os.pathsep.join([self.root, *filter(None, sys.path)])
        environment = os.environ | {"XDG_CACHE_HOME": str(folder), "PYTHONPATH": known}
        command = [sys.executable, "-c", _COMPILE, str(folder / "noted")]
        subprocess.run(command, cwd=self.root, env=environment, check=True)
        for path in (*(folder / "noted").glob("noted-*"), *(folder / "compliance").iterdir()):
            build_data["force_include"][str(path)] = f"compliance/_compiled/{path.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was made on the way."""
        if version != "editable":
            self._made.cleanup()
