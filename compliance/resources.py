"""Find the data that ships with the program: rules, policies and templates.

An installed package carries it inside itself; in a checkout it lies beside the package, where people edit it.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from compliance.errors import Fault, ResourceError

_PACKAGE = Path(__file__).resolve().parent


def rules_folder() -> Path:
    """Return the folder of the rule packs that ship with the program.

    Raises:
        ResourceError: If it is missing.
    """
    return _folder("rules")


def policies_folder() -> Path:
    """Return the folder of the instruments and the registry that ship with the program.

    Raises:
        ResourceError: If it is missing.
    """
    return _folder("policies")


def templates_folder() -> Path:
    """Return the folder of the templates that ship with the program.

    Raises:
        ResourceError: If it is missing.
    """
    return _folder("templates")


def compiled_folder() -> Path:
    """Return the folder beside the program's own code in which it notes what it compiled; it may not exist."""
    return _PACKAGE / "_compiled"


def code_folders(*packages: str) -> list[Path]:
    """Return the folders of some of the program's own packages."""
    return [_PACKAGE / name for name in packages]


def code_digest(*packages: str) -> str:
    """Return a digest over the code of some of the program's own packages."""
    digest = hashlib.sha256()
    for folder in code_folders(*packages):
        for path in sorted(folder.glob("*.py")):
            content = path.read_bytes()
            digest.update(f"{folder.name}/{path.name} {len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


def _folder(name: str) -> Path:
    packaged = _PACKAGE / "_data"
    home = packaged if packaged.is_dir() else _PACKAGE.parent
    folder = home / name
    if folder.is_dir():
        return folder
    raise ResourceError(
        Fault(
            None,
            f"the folder '{name}', which ships with the program, is not at {folder}",
            "install the program again, or run it from a complete checkout",
        )
    )
