"""A bill of materials of this program: what its locked packages are, as CycloneDX 1.6.

    python -m tools.own_bom [--check]

Written from requirements/runtime.lock alone, so that the same lock gives the same bytes. A lock holds digests of every
file that may be installed and no licences; those stand with the packages.
Exit codes: 0 written, or fresh; 1 stale.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from compliance.version import __version__

ROOT = Path(__file__).parents[1]
LOCK, BOM = ROOT / "requirements" / "runtime.lock", ROOT / "requirements" / "runtime.cdx.json"
_PACKAGE = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)(?: ; (.+?))? \\$", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def bom(lock: str) -> dict[str, Any]:
    """The bill of materials of a lock."""
    components = list(_components(lock))
    own = f"pkg:pypi/compliance@{__version__}"
    digest = hashlib.sha256(f"{own}\n{lock}".encode()).digest()
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.UUID(bytes=digest[:16], version=4)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": "compliance",
                "version": __version__,
                "purl": own,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
            }
        },
        "components": components,
        "dependencies": [{"ref": own, "dependsOn": [one["bom-ref"] for one in components]}],
    }


def _components(lock: str) -> Iterator[dict[str, Any]]:
    parts = list(_PACKAGE.finditer(lock))
    for number, found in enumerate(parts):
        end = parts[number + 1].start() if number + 1 < len(parts) else len(lock)
        name, version, marker = found.groups()
        purl = f"pkg:pypi/{name}@{quote(version, safe='.')}"
        files = _HASH.findall(lock[found.end() : end])
        told = [{"name": "requirement:marker", "value": marker}] if marker else []
        told += [{"name": "requirement:sha256", "value": digest} for digest in files]
        yield {
            "type": "library",
            "bom-ref": purl,
            "name": name,
            "version": version,
            "purl": purl,
            "properties": told,
        }


def main(arguments: Sequence[str]) -> int:
    """Write the bill of materials, or see whether the one that lies there is fresh."""
    content = json.dumps(bom(LOCK.read_text("utf-8")), indent=1) + "\n"
    if "--check" in arguments:
        return int(not BOM.is_file() or BOM.read_text("utf-8") != content)
    BOM.write_text(content, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
