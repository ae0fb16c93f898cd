"""From folders and foreign documents to manifests, and back: introduces readers, registry and text to each other."""

from compliance.intake.folder import Scan
from compliance.intake.whole_folder import scan_folder

__all__ = ["Scan", "scan_folder"]
