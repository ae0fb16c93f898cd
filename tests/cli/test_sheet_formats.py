"""Which formats the commands over sheets take, and by which names."""

from __future__ import annotations

import pathlib

import pytest

from compliance.cli.outcome.sheets import check_formats
from compliance.errors import UsageError


def test_a_format_goes_by_its_name_and_by_the_ending_of_its_files() -> None:
    assert check_formats("md", ["md=a.md", "txt=b", "json=c"]) == (
        ("markdown", pathlib.Path("a.md")),
        ("text", pathlib.Path("b")),
        ("json", pathlib.Path("c")),
    )


@pytest.mark.parametrize(
    ("shown", "files"), [("docx", []), ("text", ["docx=a"]), ("text", ["sarif=a"]), ("text", ["md"])]
)
def test_what_is_no_format_here_is_refused(shown: str, files: list[str]) -> None:
    with pytest.raises(UsageError):
        check_formats(shown, files)
