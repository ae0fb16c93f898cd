"""A collection of recorded texts behind the version endpoints of an Open Terms Archive engine.

It is asked only where somebody names its address. Nothing is sent but the names of documents, redirects are not
followed, and what comes back is text that is read, never run.
"""

from __future__ import annotations

import datetime
import json
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from typing import IO, Any

from compliance.errors import Fault, InputError, shortened
from compliance.text.keep.recorded import LARGEST, Commit, Step, is_document

__all__ = ["Engine", "is_address"]

PAGE = 500
"""How many versions the engine lists at most in one answer."""
SECONDS = 30
"""After how many seconds an answer is given up."""
_ADDRESS = re.compile(r"https?://[^\s/?#]+", re.IGNORECASE)
_ID = re.compile(r"[\w.:@-]{1,200}")


def is_address(text: str) -> bool:
    """Tell whether a place is the address of an engine rather than a path.

    >>> is_address("http://127.0.0.1:3000/v1"), is_address("genai.bundle")
    (True, False)
    """
    return _ADDRESS.match(text) is not None


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """An answer that sends elsewhere is an error: only the address that was given is asked."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> None:
        """Follow nothing."""


class Engine:
    """One collection, read version by version; each is a step of one document."""

    def __init__(self, name: str, address: str) -> None:
        """Take the name of the collection and the address under which its endpoints lie."""
        self.name = name
        self._address = address.rstrip("/")
        self._open = urllib.request.build_opener(_NoRedirect)
        self._steps: list[Step] = []
        self._read: dict[str, bytes] = {}

    def commits(self) -> list[Commit]:
        """Return every version, the one before it, and its time, the oldest first."""
        steps = self._all()
        before = ["", *(step.commit for step in steps)]
        return [(s.commit, b, int(s.when.timestamp())) for s, b in zip(steps, before, strict=False)]

    def steps(self, commits: Sequence[Commit]) -> Iterator[Step]:
        """Yield the changes that some versions are, in their order."""
        known = {step.commit: step for step in self._all()}
        yield from (known[commit] for commit, _, _ in commits if commit in known)

    def read(self, objects: Sequence[str]) -> dict[str, bytes]:
        """Return the contents of versions; those that are not held or too large are left out."""
        for name in dict.fromkeys(objects):
            if name and name not in self._read and _ID.fullmatch(name):
                told = self._get(f"/version/{urllib.parse.quote(name, safe='')}", missing=True)
                content = told.get("content") if told else None
                if isinstance(content, str):
                    self._read[name] = content.encode("utf-8", errors="replace")
        return {name: self._read[name] for name in objects if name in self._read}

    def files(self, commit: str = "HEAD") -> dict[str, str]:
        """Return every document that stood at a version, with its version."""
        found: dict[str, str] = {}
        for step in self._all():
            found[step.path] = step.new
            if step.commit == commit:
                break
        return found

    def _all(self) -> list[Step]:
        if not self._steps:
            last: dict[str, str] = {}
            for told in sorted(self._listed(), key=lambda each: (each["fetchDate"], each["id"])):
                path = f"{told['serviceId']}/{told['termsType']}.md"
                when = datetime.datetime.fromisoformat(told["fetchDate"].replace("Z", "+00:00"))
                if is_document(path):
                    self._steps.append(Step(told["id"], when, path, last.get(path, ""), told["id"]))
                    last[path] = told["id"]
        return self._steps

    def _listed(self) -> Iterator[Mapping[str, str]]:
        offset, count = 0, 1
        while offset < count:
            told = self._get(f"/versions?limit={PAGE}&offset={offset}") or {}
            page, whole = told.get("data"), told.get("count")
            if not isinstance(page, list) or not isinstance(whole, int):
                raise self._wrong("it lists no versions")
            if not page:
                return
            if not all(map(_is_version, page)):
                raise self._wrong("it lists a version without an id, a service, a type or a day")
            yield from page
            offset, count = offset + len(page), whole

    def _get(self, path: str, *, missing: bool = False) -> Mapping[str, Any] | None:
        try:
            with self._open.open(f"{self._address}{path}", timeout=SECONDS) as answer:
                content = answer.read(LARGEST + 1)
        except urllib.error.HTTPError as error:
            if missing and error.code in (404, 410):
                return None
            raise self._wrong(f"it answers {error.code} to {path}") from None
        except (OSError, ValueError) as error:
            raise self._wrong(shortened(str(error))) from None
        if len(content) > LARGEST:
            return None if missing else {}
        try:
            told = json.loads(content)
        except (ValueError, RecursionError):
            told = None
        if not isinstance(told, dict):
            raise self._wrong(f"its answer to {path} is no JSON object")
        return told

    def _wrong(self, what: str) -> InputError:
        advice = "give the address of the collection API of an engine from version 15 on"
        return InputError(
            Fault(None, f"the engine at {shortened(self._address)} cannot be read: {what}", advice)
        )


def _is_version(each: object) -> bool:
    if not isinstance(each, dict):
        return False
    told = [each.get(key) for key in ("id", "serviceId", "termsType", "fetchDate")]
    if not all(isinstance(one, str) and 0 < len(one) <= 200 for one in told) or not _ID.fullmatch(each["id"]):
        return False
    try:
        datetime.datetime.fromisoformat(each["fetchDate"].replace("Z", "+00:00"))
    except ValueError:
        return False
    return not any(sign in f"{each['serviceId']}{each['termsType']}" for sign in "/\\\0\n")
