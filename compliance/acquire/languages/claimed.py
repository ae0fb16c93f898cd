"""What prose in scripts of its own claims: who wrote, what no model made, what was not asked, a start from nothing."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.acquire.languages.spoken import spoken
from compliance.model.declared.sighting import StatementKind


def said_in_other_scripts(text: str) -> Iterator[tuple[StatementKind, int]]:
    """What a paragraph claims by the patterns of its language, and where.

    >>> [kind for kind, _ in said_in_other_scripts("合成データは使用していません。")]
    ['people-wrote']
    """
    language = spoken(text)
    for kind, pattern in language.claims if language else ():
        for one in pattern.finditer(text):
            yield kind, one.start()


def denies_machines_there(words: str) -> bool:
    """Whether words of such a language say that no model made anything of the content."""
    language = spoken(words)
    return (
        language is not None and language.no_machine is not None and bool(language.no_machine.search(words))
    )
