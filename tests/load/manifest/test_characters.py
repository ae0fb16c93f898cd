"""Hidden characters and mixed alphabets are refused; names in any script are fine."""

from __future__ import annotations

import pytest

from compliance.errors import FaultCollector
from compliance.load.documents.yaml_reader import Document
from compliance.load.manifest.characters import check_characters
from compliance.model.shapes.location import Marks


def faults(name: str, field: str = "name") -> list[str]:
    collector = FaultCollector()
    check_characters(
        Document({"artifacts": {"a": {field: name}}}, Marks("m.yaml", {}), "m.yaml", ""), collector
    )
    return [fault.what for fault in collector.faults]


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Open-Orca/Open\u200bOrca", "U+200B (zero width space)"),
        ("Open\u00adOrca", "U+00AD (soft hyphen)"),
        ("gpt\u20604", "U+2060 (word joiner)"),
        ("abc\u202edef", "U+202E (right-to-left override)"),
        ("abc\u2066def\u2069", "U+2066 (left-to-right isolate)"),
        ("vi\u200dcuna", "U+200D (zero width joiner)"),
        ("llama\u200c", "U+200C (zero width non-joiner)"),
        ("llama\ufeff", "U+FEFF (zero width no-break space)"),
        ("tag\U000e0041ged", "U+E0041 (tag latin capital letter a)"),
        ("fill\u3164er", "U+3164 (hangul filler)"),
        ("alp\u2800aca", "U+2800 (braille pattern blank)"),
        ("a\ufe0flpaca", "U+FE0F (variation selector-16)"),
    ],
)
def test_a_hidden_character_is_named(name: str, called: str) -> None:
    found = faults(name)
    assert [f"artifacts.a.name holds {called}, which nobody sees"] == found[:1]


@pytest.mark.parametrize(
    ("name", "word", "called"),
    [
        ("lmsys/vi\u0441una-13b", "vi\u0441una", "U+0441 (cyrillic small letter es)"),
        ("\u0410lpaca", "\u0410lpaca", "U+0410 (cyrillic capital letter a)"),
        ("meta/Ll\u03b1ma", "Ll\u03b1ma", "U+03B1 (greek small letter alpha)"),
        ("Полeвые", "Полeвые", "U+0065 (latin small letter e)"),
        ("\u0578rca", "\u0578rca", "U+0578 (armenian small letter vo)"),
    ],
)
def test_a_word_in_two_alphabets_is_refused(name: str, word: str, called: str) -> None:
    assert faults(name) == [
        f"artifacts.a.name: the word '{word}' holds {called} among letters of another alphabet"
    ]


@pytest.mark.parametrize("name", [
    "\U0001d4b3-model", "ﬁnetuned", "gpt-4\u2134",
    "ᴀʟᴘᴀᴄᴀ", "⒜lpaca", "🅒laude", "🅲laude", "ⓐlpaca", "a\u0336l\u0336paca",
    "v\u0332icuna", "v\u20ddicuna",
])  # fmt: skip
def test_styled_letters_are_refused(name: str) -> None:
    assert len(faults(name)) == 1


@pytest.mark.parametrize(
    "name",
    [
        "Полевые записи птиц Севана", "Союз охраны птиц Армении", "清华/ChatGLM3-6B模型", "日本語LLM", "ラマ・モデル",
        "한국어 Llama", "می\u200cخواهم", "ශ්\u200dරී", "क्\u200dष", "λ-ECLIPSE", "µTransfer", "Ünïcode naïve café",
        "Vysvětli s.r.o.", "مدل فارسی GPT", "Ελληνικό κείμενο", "👩\u200d🔬 team", "α, β and γ", "ＮＴＴ", "Ñandú 1ª",
        "⭐️ rows", "🇫🇷 rows",
        "Ọ̀rọ̀ Yorùbá", "ḥadīth", "Việt",
    ],
)  # fmt: skip
def test_names_in_any_script_are_fine(name: str) -> None:
    assert faults(name) == []


def test_free_text_may_mix_alphabets_but_hides_nothing() -> None:
    assert faults("aб", "note") == []
    assert len(faults("a\u200bb", "note")) == 1


def test_keys_are_looked_at_too() -> None:
    assert faults("x", "na\u200bme") == [
        "the key 'na\\u200bme' holds U+200B (zero width space), which nobody sees"
    ]
