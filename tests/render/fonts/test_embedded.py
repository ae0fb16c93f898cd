"""A page carries the fonts of names in other scripts, cut to what it shows; where they lack, the warning names them."""

from __future__ import annotations

import base64
import io
import re

import pytest
from fontTools.ttLib import TTFont

from compliance.render.fonts import scripts, system
from compliance.render.fonts.embedded import carried
from compliance.render.sheet.blocks import Paragraph, Sheet
from compliance.render.sheet.page import as_page

NAMES = {
    "Chinese": "通义千问", "Japanese": "かなモデル", "Korean": "한국어 모델", "Arabic": "نموذج", "Devanagari": "मॉडल",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(NAMES))
def test_the_font_that_comes_along_has_every_letter_and_little_else(name: str) -> None:
    rules, families = carried(NAMES[name])
    (script,) = (one for one in scripts.SCRIPTS if one.name == name)
    assert families == (script.face.family,)
    (data,) = re.findall(r"base64,([^)]+)\)", rules)
    font = TTFont(io.BytesIO(base64.b64decode(data)))
    letters = {ord(one) for one in NAMES[name] if one != " "}
    held = set(font.getBestCmap())
    assert letters <= held
    assert len(held) <= len(letters) + 2  # a mark that letters are put together of
    assert carried(NAMES[name])[0] == rules


def test_a_page_in_latin_carries_none() -> None:
    assert carried("olmo → dolma · ●") == ("", ())


def test_a_page_of_sheets_carries_them_and_names_them_first() -> None:
    page = as_page([Sheet(f"What if {NAMES['Korean']}", (Paragraph("x"),), ())])
    assert "@font-face{font-family:'Report East'" in page
    assert "body{font-family:'Report East',serif}" in page


def test_a_script_without_a_package_of_ours_is_told_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "has", lambda character: False)
    (told,) = scripts.unset("โมเดล olmo")
    assert "no font for Thai" in told
    assert scripts.NOTO in told
