"""Kernels by their names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from compliance.errors import Fault, UsageError
from compliance.fleet.extras import need

KERNELS = ("numpy", "numba", "duckdb", "spark")


def kernel_of(name: str, master: str = "local[*]") -> Callable[[Any, Any], Any]:
    """The kernel of a name; `master` is the Spark that `spark` runs on.

    Raises `UsageError` for another word, or where its library is missing.
    """
    need("numpy")
    if name == "numpy":
        from compliance.kernels.numpy_kernel import reach

        return reach
    if name == "numba":
        need("numba")
        from compliance.kernels.numba_kernel import reach as compiled

        return compiled
    if name in ("duckdb", "spark"):
        from compliance.fleet.relations import kernel_in

        return kernel_in(name, master)
    raise UsageError(Fault(None, f"--kernel {name!r} is none", f"choose one of {', '.join(KERNELS)}"))
