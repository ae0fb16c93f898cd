"""Kernels by their names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from compliance.errors import Fault, UsageError
from compliance.fleet.extras import need

KERNELS = ("numpy", "numba", "duckdb", "spark")


def kernel_of(name: str) -> Callable[[Any, Any], Any]:
    """The kernel of a name. Raises `UsageError` for another word, or where its library is missing."""
    need("numpy")
    if name == "numpy":
        from compliance.kernels.numpy_kernel import reach

        return reach
    raise UsageError(Fault(None, f"--kernel {name!r} is none", f"choose one of {', '.join(KERNELS)}"))
