"""Characters that make two different names look the same: none may stand in a manifest.

A name in any one script is fine. What is refused are characters that nobody sees (zero-width spaces, soft hyphens,
marks that turn the direction of text), words that mix the alphabets whose letters look alike, and Latin letters in
mathematical or other styled forms: in rings and boxes, as small capitals, struck through or underlined by a mark.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from compliance.errors import FaultCollector, shown
from compliance.load.documents.yaml_reader import Document
from compliance.model.shapes.location import Path, path_words
from compliance.patterns import regex

_JOINERS = "\u200c\u200d"
"""Belong to the spelling of words in Arabic and Indic scripts, and to emoji; elsewhere they are hidden."""
_HIDDEN = regex(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
    "|(?<=[A-Za-z])[\ufe00-\ufe0f]"
)
_STYLED = regex(
    r"(?:NEGATIVE |CROSSED NEGATIVE )?(?:CIRCLED|SQUARED|PARENTHESIZED) LATIN .*|LATIN LETTER SMALL CAPITAL .*"
)
"""Letters in another form which is not taken for the letter by whatever compares texts."""
_DRAWN_OVER = (
    "\u0305\u0332\u0333\u0334\u0335\u0336\u0337\u0338\u20d2\u20d3\u20d8\u20dd\u20de\u20e3\u20e5\u20e6\u20eb"
)
"""Marks that strike a letter through, underline or enclose it, and hardly belong to the spelling of any language."""
_WORD = regex(r"[^\W\d_]+")
_ALIKE = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC")
"""Alphabets with letters that cannot be told from those of another."""
_FREE_TEXT = ("note", "title", "where", "signed_by", "notices")
"""Fields that readers read and no rule or registry compares; here only hidden characters are refused."""


def check_characters(document: Document, faults: FaultCollector) -> None:
    """Collect every hidden character, and every word of a name that mixes alphabets."""
    for path, text, is_key in _texts(document.data, ()):
        if text.isascii():
            continue
        place = document.marks.of(path) if is_key else document.marks.value_of(path)
        where = f"the key {shown(text)}" if is_key else path_words(path)
        for hidden in dict.fromkeys(_hidden(text)):
            faults.report(place, f"{where} holds {_called(hidden)}, which nobody sees", "remove it")
        if any(part in _FREE_TEXT for part in path):
            continue
        if mixed := _mixed(text):
            word, letter = f"the word {shown(mixed[0])}", _called(mixed[1])
            what = f"{where}: {word} holds {letter} among letters of another alphabet"
            faults.report(place, what, "write the word in one alphabet")
        if styled := next((letter for letter in text if _is_styled(letter)), None):
            what = f"{where} holds {_called(styled)}, a styled form of a letter"
            plain = unicodedata.normalize("NFKC", text)
            faults.report(place, what, f"write {shown(plain)}" if plain != text else "write the plain letter")


def _texts(node: object, path: Path) -> Iterator[tuple[Path, str, bool]]:
    if isinstance(node, str):
        yield path, node, False
    elif isinstance(node, dict):
        for key, value in node.items():
            yield (*path, key), key, True
            yield from _texts(value, (*path, key))
    elif isinstance(node, list):
        for n, value in enumerate(node):
            yield from _texts(value, (*path, n))


def _hidden(text: str) -> Iterator[str]:
    for found in _HIDDEN.finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        if not (found[0] in _JOINERS and before and _joins(before[-1]) and (not after or _joins(after[0]))):
            yield found[0]


def _joins(character: str) -> bool:
    """Whether a joiner may stand beside a character: not beside letters that are never joined."""
    name = unicodedata.name(character, "")
    if not character.isalpha():
        return unicodedata.category(character)[0] in "MS"
    return not name.startswith(
        (*_ALIKE, "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "HEBREW", "GEORGIAN", "THAI")
    )


def _mixed(text: str) -> tuple[str, str] | None:
    """The first word with letters of two alphabets that look alike, and a letter of the rarer one."""
    for word in _WORD.findall(text):
        of: dict[str, list[str]] = {}
        for letter in word:
            alphabet = unicodedata.name(letter, "").partition(" ")[0]
            if alphabet in _ALIKE:
                of.setdefault(alphabet, []).append(letter)
        if len(of) > 1:
            return word, min(of.values(), key=len)[0]
    return None


def _is_styled(letter: str) -> bool:
    """Whether a character is another form of Latin letters; the wide forms of East Asian text are usual there."""
    name = unicodedata.name(letter, "")
    if ord(letter) < 0x250 or name.startswith("FULLWIDTH"):
        return False
    if letter in _DRAWN_OVER or _STYLED.fullmatch(name):
        return True
    if not letter.isalpha():
        return False
    plain = unicodedata.normalize("NFKC", letter)
    return plain.isascii() and plain.isalpha()


def _called(character: str) -> str:
    name = unicodedata.name(character, "a control character").lower()
    return f"U+{ord(character):04X} ({name})"
