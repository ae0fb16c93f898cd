"""Names from right to left turn nothing round that stands beside them, and change no width and no line to paste."""

from __future__ import annotations

import pytest
from markupsafe import escape

from compliance.render.isolates import isolated, isolated_page


def shown(text: str) -> str:
    """A text with its frames as braces."""
    return text.replace("\u2068", "{").replace("\u2069", "}")


@pytest.mark.parametrize(
    ("text", "framed"),
    [
        ("نموذج → بيانات", "{نموذج} → {بيانات}"),
        ("شركة/نموذج-7B العربي, 2026", "{شركة/نموذج-7B العربي}, 2026"),
        ("with נתונים/שאלות-v1.2, מודל and 4 more?", "with {נתונים/שאלות-v1.2}, {מודל} and 4 more?"),
        ("What is “نموذج”?", "What is “{نموذج}”?"),
        ("日本語 → हिन्दी → olmo", "日本語 → हिन्दी → olmo"),
        ("نموذج      מודל", "{نموذج}      {מודל}"),
    ],
)
def test_a_run_of_such_words_has_a_frame_of_its_own(text: str, framed: str) -> None:
    assert framed == shown(isolated(text))


def test_a_known_name_is_framed_with_its_figures_and_brackets() -> None:
    text = "from بيانات (2024) and بيانات (2025), not بيانات"
    framed = "from {بيانات (2024)} and {بيانات (2025)}, not {بيانات}"
    assert framed == shown(isolated(text, ["بيانات (2024)", "بيانات (2025)", "olmo"]))


def test_of_a_name_that_begins_from_left_to_right_only_the_rest_is_framed() -> None:
    assert shown(isolated("of モデル نموذج.", ["モデル نموذج"])) == "of モデル {نموذج}."


def test_a_line_to_paste_stays_as_it_is() -> None:
    line = "artifacts.نموذج.license: MIT"
    assert shown(isolated(f"{line}  # clear for نموذج", (), [line])) == f"{line}  # clear for {{نموذج}}"


@pytest.mark.parametrize(
    "text", ["<b>نموذج</b>", '<a title="نموذج" href="#نموذج">x</a>', "<code>نموذج</code>"]
)
def test_of_a_page_only_texts_are_framed(text: str) -> None:
    made = shown(isolated_page(text, ["نموذج"]))
    assert made == ("<b>{نموذج}</b>" if text.startswith("<b>") else text)


def test_a_script_over_several_lines_stays_as_it_is() -> None:
    page = "<script>\nconst name = 'نموذج'\n</script><style>\n/* نموذج */</style>"
    assert page == isolated_page(page)


def test_a_name_is_looked_for_as_the_page_writes_it() -> None:
    assert shown(isolated_page("of نموذج &amp; co", ["نموذج & co"], escape)) == "of {نموذج &amp; co}"
