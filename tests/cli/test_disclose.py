from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Outcome

Run = Callable[..., Outcome]
FORMS = ("ab-2013", "eu-summary", "model-card", "notice", "attribution", "questionnaire", "fact-sheet")


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_drafted_for_every_release(run: Run, repo_root: Path, form: str) -> None:
    found = run("disclose", form, repo_root / "examples/olmo-3/lineage.yaml", "--as-of", "2025-11-20")
    assert (found.code, found.out.count("*Draft, not published.")) == (0, 2)


def test_a_notice_takes_full_texts_from_the_files_that_are_given(run: Run, project: Path) -> None:
    (project / "LICENSE-x").write_text("the whole text\n", encoding="utf-8")
    run("disclose", "notice", "--plain", "--licence-texts", "LICENSE-x", "--out", "NOTICE")
    assert "the whole text" in (project / "NOTICE").read_text(encoding="utf-8")


def test_a_draft_is_written_as_a_page_where_the_name_of_the_file_says_so(run: Run, project: Path) -> None:
    for name in ("draft.pdf", "draft.html", "draft.md"):
        assert run("disclose", "ab-2013", "--out", name, "--as-of", "2026-02-01").code == 0
    heads = [(project / f"draft.{suffix}").read_bytes()[:5] for suffix in ("pdf", "html", "md")]
    assert heads == [b"%PDF-", b"<!doc", b"# Tra"]


@pytest.mark.parametrize(
    "given",
    [
        ("poem",), ("ab-2013", "--release", "none"), ("notice", "--licence-texts", "nowhere"),
        ("notice", "--plain", "--licence-texts", "nowhere"), ("ab-2013", "--licence-texts", "lineage.yaml"),
        ("ab-2013", "--plain"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_refused(run: Run, project: Path, given: tuple[str, ...]) -> None:
    assert run("disclose", *given).code == 2


@pytest.mark.parametrize("form", ["eu-summary", "ab-2013", "questionnaire"])
def test_a_page_and_what_is_said_of_it_count_the_same_questions(run: Run, repo_root: Path, form: str) -> None:
    found = run("disclose", form, repo_root / "examples/olmo-3/lineage.yaml", "--as-of", "2025-11-20")
    told = sum(int(number) for number in re.findall(r"content, (\d+) questions? open", found.out))
    assert f"open questions: {told}" in found.err
