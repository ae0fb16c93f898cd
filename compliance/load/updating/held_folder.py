"""One run at a time in a folder of state: what is read there is what is written on, and not what another run left."""

from __future__ import annotations

import contextlib
import os
import pathlib
from collections.abc import Iterator

from compliance.errors import Fault, UsageError


@contextlib.contextmanager
def held(folder: pathlib.Path) -> Iterator[None]:
    """Hold a folder, where the system can; the end of a run, however it comes, lets go of it.

    Raises `UsageError` where another run holds it.
    """
    try:
        import fcntl

        opened = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield  # whoever writes says why it cannot
        return
    try:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            to_do = "wait for it to end, and look once more at what is in effect"
            raise UsageError(Fault(None, f"another run is writing in {folder}", to_do)) from None
        except OSError:
            pass  # a file system without locks
        yield
    finally:
        os.close(opened)
