"""Property tests of shares run the same examples every time; see `tests/evaluate/conftest.py`."""

from __future__ import annotations

from tests.evaluate import conftest as conftest
