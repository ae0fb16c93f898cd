"""Look a folder over together with the manifest that lies in it."""

from __future__ import annotations

import pathlib
from collections.abc import Callable
from dataclasses import replace

from compliance.intake.against.manifest import against_manifest
from compliance.intake.folder import Scan, scan_files
from compliance.intake.naming.registry_words import RegistryWords
from compliance.model.known.knowledge import Knowledge


def scan_folder(
    folder: pathlib.Path,
    knowledge: Knowledge,
    progress: Callable[[int, int], None] | None = None,
    known: RegistryWords | None = None,
) -> Scan:
    """Read a folder, put together what its files say, and tell where its manifest says otherwise.

    Args:
        folder: The folder.
        knowledge: The packs.
        progress: Called with the number of files read, and of all.
        known: Look-ups that were made before.
    """
    known = known or RegistryWords(knowledge.registry)
    scan = scan_files(folder, knowledge, progress, known)
    otherwise = against_manifest(folder, scan, knowledge, known)
    return replace(scan, contradictions=(*scan.contradictions, *otherwise)) if otherwise else scan
