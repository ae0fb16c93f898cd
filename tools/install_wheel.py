"""Install a built wheel into a fresh environment outside of the checkout, and run the program there, on any system.

    python tools/install_wheel.py WHEELS FOLDER

`WHEELS` is the folder in which the wheel lies, `FOLDER` is made: the environment, and the manifests that are checked.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

EXAMPLES = {"clean": 0, "quickstart": 1}
"""Examples that are checked, with the exit code that each has."""


def command_of(environment: Path) -> Path:
    """Where an environment keeps the command of the program."""
    return environment / ("Scripts/compliance.exe" if os.name == "nt" else "bin/compliance")


def run(wheels: Path, folder: Path) -> list[str]:
    """Install and run; what was not as it should be."""
    (wheel,) = wheels.glob("*.whl")
    environment = folder / "env"
    venv.create(environment, with_pip=True)
    python = command_of(environment).with_name("python.exe" if os.name == "nt" else "python")
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", str(wheel)], check=True)
    faults = []
    for name, expected in EXAMPLES.items():
        manifest = folder / f"{name}.yaml"
        shutil.copyfile(Path("examples") / name / "lineage.yaml", manifest)
        asked = [str(command_of(environment)), "check", manifest.name, "--report", f"html={name}.html"]
        code = subprocess.run(asked, cwd=folder, check=False).returncode
        if code != expected or not (folder / f"{name}.html").is_file():
            faults.append(f"check of {name} exited with {code}, not {expected}, or wrote no page")
    return faults


if __name__ == "__main__":
    found = run(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
    sys.exit("\n".join(found))
