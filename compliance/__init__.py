"""Check how a model or data set was made against the terms, licences and laws that may bind it.

The public interface: `check` a manifest file, `load_manifest`, `load_packs`.

>>> import datetime, compliance
>>> report = compliance.check("examples/clean/lineage.yaml", as_of=datetime.date(2025, 11, 20))
>>> report.exit_code
0
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from compliance.version import __version__

if TYPE_CHECKING:
    from compliance.pipeline import check, load_manifest, load_packs

__all__ = ["__version__", "check", "load_manifest", "load_packs"]


def __getattr__(name: str) -> Any:
    """Load the pipeline only when it is asked for."""
    if name in __all__:
        from compliance import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
