"""Run git on foreign repositories: no hooks, no network, no program that a repository names, never for long.

Only plumbing commands are to be given: they ask no pager, no editor, no filter and no signature program.
"""

from __future__ import annotations

import os
import pathlib
import subprocess

from compliance.errors import Fault, InputError, shortened

__all__ = ["git"]

TIMEOUT = 300
"""Seconds after which a single git command is given up."""
_SAFE = (
    "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "core.pager=cat",
    "-c", "core.quotePath=false", "-c", "gc.auto=0", "-c", "maintenance.auto=false", "-c", "log.showSignature=false",
)  # fmt: skip


def git(repository: pathlib.Path | None, *words: str, given: bytes = b"", files: bool = False) -> bytes:
    """Run one git command; `files` admits reading another repository or bundle of this machine.

    Raises:
        InputError: If git is not there, fails, or takes too long.
    """
    where = ("--git-dir", str(repository)) if repository else ()
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    env = kept | {
        "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C",
        "GIT_ALLOW_PROTOCOL": "file" if files else "none", "GIT_NO_REPLACE_OBJECTS": "1",
    }  # fmt: skip
    try:
        done = subprocess.run(
            ["git", *_SAFE, *where, *words],
            input=given,
            capture_output=True,
            check=False,
            timeout=TIMEOUT,
            env=env,
        )
    except FileNotFoundError:
        raise InputError(
            Fault(None, "git is not installed", "install git to read collections of texts")
        ) from None
    except subprocess.TimeoutExpired:
        what = f"git {words[0]} took longer than {TIMEOUT} seconds"
        raise InputError(Fault(None, what, "give a smaller collection")) from None
    if done.returncode:
        told = done.stderr.decode("utf-8", errors="replace").strip().splitlines()
        what = f"git {words[0]} failed: {shortened(told[0], 200) if told else 'no reason given'}"
        raise InputError(Fault(None, what, "give a whole git repository or bundle"))
    return done.stdout
