"""Whether a licence text is an identifier or an expression of the SPDX list."""

from __future__ import annotations

import functools
from typing import Any


@functools.cache
def _licensing() -> Any:
    from license_expression import get_spdx_licensing

    return get_spdx_licensing()


def is_spdx(text: str) -> bool:
    """Whether a text is one identifier of the SPDX list, as it is written there.

    >>> is_spdx("Apache-2.0"), is_spdx("llama3.1"), is_spdx("MIT OR Apache-2.0")
    (True, False, False)
    """
    return text in _licensing().known_symbols


def is_expression(text: str) -> bool:
    """Whether a text is an expression of such identifiers."""
    return not _licensing().validate(text).errors
