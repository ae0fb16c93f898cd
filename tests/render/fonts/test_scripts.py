"""Names in other scripts are set in fonts of packages, and where nobody has a font, script and package are named."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pikepdf
import pytest

from compliance.render.fonts import scripts, system
from compliance.render.fonts.faces import FACES, find, font_faces, installed
from compliance.render.pdf import document

NAMES = {
    "Chinese": "通义千问", "Japanese": "かなモデル", "Korean": "한국어 모델", "Arabic": "نموذج", "Devanagari": "मॉडल",
}  # fmt: skip


def test_every_script_has_a_font_that_is_installed_here() -> None:
    assert [one.name for one in scripts.SCRIPTS if not installed(one.face)] == []


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_font_is_taken_for_a_script_that_is_there(name: str) -> None:
    (script,) = (one for one in scripts.SCRIPTS if one.name == name)
    assert script.face in scripts.needed(f"model {NAMES[name]} 7b")


def test_no_font_is_taken_for_names_in_latin_greek_or_cyrillic() -> None:
    assert scripts.needed("Olmo · модель · μοντέλο → ● ✓") == ()


def test_a_font_whose_file_has_brackets_has_an_address_that_finds_it() -> None:
    (face,) = scripts.needed(NAMES["Devanagari"])
    (address,) = re.findall(r"fonts/[^']*Devanagari[^']*", font_faces([face]))
    assert "[" not in address
    path = find(address, [face])
    assert path is not None
    assert path.is_file()
    assert find(address) is None


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_script_that_nobody_can_set_is_told_with_its_package(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking = tuple(replace(one, face=replace(one.face, package="no_such_font")) for one in scripts.SCRIPTS)
    monkeypatch.setattr(scripts, "SCRIPTS", lacking)
    monkeypatch.setattr(system, "has", lambda character: False)
    (told,) = scripts.unset(NAMES[name][0])
    (script,) = (one for one in lacking if one.name == name)
    assert name in told
    assert script.package in told


def test_nothing_is_told_where_the_system_has_a_font(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = tuple(replace(one, face=replace(one.face, package="no_such_font")) for one in scripts.SCRIPTS)
    monkeypatch.setattr(scripts, "SCRIPTS", lacking)
    monkeypatch.setattr(system, "has", lambda character: True)
    assert scripts.unset("".join(NAMES.values())) == ()


def test_scripts_that_one_package_sets_are_told_together(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = tuple(replace(one, face=replace(one.face, package="no_such_font")) for one in scripts.SCRIPTS)
    monkeypatch.setattr(scripts, "SCRIPTS", lacking)
    monkeypatch.setattr(system, "has", lambda character: False)
    told = scripts.unset("".join(NAMES.values()))
    assert [one.split(" is installed")[0] for one in told] == [
        "no font for Japanese, Korean, Chinese", "no font for Arabic", "no font for Devanagari",
    ]  # fmt: skip


def test_a_system_without_fontconfig_has_no_font(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "LIBRARIES", ("libno-such-library.so",))
    system._library.cache_clear()
    system.has.cache_clear()
    try:
        assert not system.has("ไ")
    finally:
        system._library.cache_clear()
        system.has.cache_clear()


@pytest.mark.skipif(system._library() is None, reason="there is no Fontconfig")
def test_the_system_is_asked_for_the_letter_itself() -> None:
    assert not system.has("\U000e0fff")


def test_a_page_embeds_them() -> None:
    with pikepdf.open(io.BytesIO(document.draw_page(f"<p>{NAMES['Devanagari']}</p>"))) as pdf:
        fonts = [
            str(one.BaseFont)
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and "/BaseFont" in one
        ]
    assert any("Report-Devanagari" in name for name in fonts)


def test_the_fonts_of_the_report_are_not_among_those_of_scripts() -> None:
    assert not {face.family for face in FACES} & {one.face.family for one in scripts.SCRIPTS}
