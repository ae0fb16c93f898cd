"""What a title, or a fact in words, says that weights learned from: “Pythia on tweets”, “learned from patient letters”.

The name of weights and the ids of their steps are read for works of others; a title tells the same in a sentence, in
which as much may be a subject. So it counts where a word says that something was read, or behind the small words that
stand before what was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.patterns import regex
from compliance.resolve.words.names.known_titles import known_titles
from compliance.resolve.words.names.works_of_persons import works_of_persons
from compliance.resolve.words.notes.named_sources import titled_works
from compliance.resolve.words.prose.said_taken import told_of_others
from compliance.resolve.words.prose.sentences import affirmed, compared
from compliance.resolve.words.prose.told_of_people import named_for_people

_LEARNT = regex(
    r"(?<![a-z])(?:(?:fine-?|pre-?|post-?)?(?:trained|tuned|training|tuning)|learn(?:s|ed|t|ing)?|raised|grown|fed"
    r"|cloned|taught|schooled|imitat\w+|(?:speak|writ|talk|sound|sing|paint|draw)(?:s|ing)? like|voices? of|trainiert"
    r"|gelernt|entraînée?|entrenad[oa])(?![a-z])",
    re.IGNORECASE,
)
"""Words that say that a thing learned: all that stands beside them may be what it learned from."""
_READS = regex(r"(?<![a-z])(?:reads|read|has read|grew up)(?![a-z])", re.IGNORECASE)
"""The same of works; of bodies and papers it tells what the thing is for."""
_LIKE = regex(r"(?<=speak|write|sound|paint)(?:s|ing)? like(?![a-z])|(?<=ing) like(?![a-z])", re.IGNORECASE)
_BEHIND = regex(r"(?<![a-z])(?:on|from|out of|aus|auf|sur|depuis|desde|sobre)\s", re.IGNORECASE)
"""Small words before what was read."""
_SUBJECT = regex(
    r"(?<![a-z])(?:for|about|detect\w*|classif\w*|search\w*|find\w*|rank\w*|sort\w*|answers? (?:to|on)"
    r"|questions (?:on|about))(?![a-z])[^,;:()]*",
    re.IGNORECASE,
)
"""What a thing is for, or does, up to the next break."""


def learned_from(text: str, ours: tuple[str, ...] = ()) -> Iterator[str]:
    """Works of others and data about people of which a title says that weights learned from them.

    >>> list(learned_from("Pythia on tweets")), list(learned_from("Pythia for tweets"))
    (['tweets'], [])
    >>> list(learned_from("A voice cloned from podcasts")), list(learned_from("A detector of court rulings"))
    (['from podcasts', 'cloned from podcasts', 'podcasts'], [])
    """
    for clause in affirmed(_SUBJECT.sub(" ", text)):
        learnt, behind = _LEARNT.search(clause), _BEHIND.search(clause)
        told = clause if learnt or _READS.search(clause) else clause[behind.end() :] if behind else ""
        if told and not compared(_LIKE.sub(" ", clause)):
            yield from works_in(told, ours, people=learnt is not None or behind is not None)


def works_in(text: str, ours: tuple[str, ...] = (), *, people: bool = True) -> Iterator[str]:
    """Works of others, and data about `people`, of which words tell, whatever they say of them.

    >>> list(works_in("tweets of 2020")), list(works_in("our measurements"))
    (['tweets'], [])
    """
    about = (named_for_people(text), *works_of_persons(text)) if people else ()
    told = (*told_of_others(text), *known_titles(text), *titled_works(text, ours), *filter(None, about))
    yield from dict.fromkeys(told)
