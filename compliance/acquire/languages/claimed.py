"""What prose in scripts of its own claims: who wrote, what no model made, what was not asked, a start from nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.acquire.languages.gloss import blocks, prose_of
from compliance.acquire.languages.spoken import spoken
from compliance.acquire.languages.vocabulary import Language
from compliance.model.declared.sighting import Statement, StatementKind
from compliance.model.shapes.location import Location


def said_in_other_scripts(text: str) -> Iterator[tuple[StatementKind, int]]:
    """What a paragraph claims by the patterns of its language, and where.

    >>> [kind for kind, _ in said_in_other_scripts("合成データは使用していません。")]
    ['people-wrote']
    """
    language = spoken(text)
    for kind, pattern in language.claims if language and language.letters else ():
        for one in pattern.finditer(text):
            yield kind, one.start()


def denies_machines_there(words: str) -> bool:
    """Whether words of such a language say that no model made anything of the content."""
    language = spoken(words)
    return (
        language is not None and language.no_machine is not None and bool(language.no_machine.search(words))
    )


_MEASURED = re.compile(
    r"(?i)\b(?:benchmark|arena|evaluation|auswertung|hörtest|testsatz|testset|évaluation|jeu de test|evaluación|"
    r"conjunto de prueba|valutazione|avaliação|mt-bench|mmlu)\w*"
)
"""Words of a sentence that tells how the work did, and not how its rows were sorted."""


def claims_of_page(text: str, name: str) -> Iterator[Statement]:
    """What a page in another language that is written in Latin letters claims, in its own words.

    Args:
        text: The page as it was written.
        name: Its file.
    """
    lines, of_page = text.split("\n"), spoken(prose_of(text))
    for start, end in blocks(lines):
        block = "\n".join(lines[start:end])
        language = spoken(block) or of_page
        if language is not None and language.letters is None:
            yield from _claimed(block, language, Location(name, start + 1, 1))


def _claimed(block: str, language: Language, place: Location) -> Iterator[Statement]:
    """The claims of one block of lines, which begins at a place."""
    plain = re.sub(r"\s", " ", block)  # a sentence goes on over the end of a line
    for kind, pattern in language.claims:
        for one in pattern.finditer(plain):
            begin = max(plain.rfind(". ", 0, one.start()), plain.rfind("; ", 0, one.start())) + 1
            until = plain.find(". ", one.end())
            words = plain[begin : until if until >= 0 else len(plain)].strip()
            if kind == "people-judged" and _MEASURED.search(words):
                continue
            line = place.line + block.count("\n", 0, one.start())
            yield Statement(kind, "", "", Location(place.file, line, 1), words[:300])
