"""Others' works, and what the manifest itself puts up or calls, in the name of what is called our own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from compliance.model.declared.manifest import ROWS, Artifact
from compliance.model.declared.stated import Documentation
from compliance.model.words.spelling import key as spelt
from compliance.model.words.spelling import spaced, split_organisation
from compliance.patterns import regex
from compliance.resolve.lineage.ancestry import Expanded
from compliance.resolve.words.names.known_titles import known_titles
from compliance.resolve.words.names.papers_of_houses import papers_of_houses
from compliance.resolve.words.notes.beside import described
from compliance.resolve.words.notes.named_sources import titled_works
from compliance.resolve.words.notes.unread import is_ours
from compliance.resolve.words.prose.said_taken import said_got, said_taken, told_of_others
from compliance.resolve.words.prose.spoken import Spoken, as_written
from compliance.resolve.words.prose.telling import maker_words, site_words
from compliance.resolve.words.prose.works_of_others import kinds_of_work, words_of_others, works_noted


def others_named(key: str, full: Expanded, house: str, put_out: Iterable[str] = ()) -> Iterator[Spoken]:
    """Others' works in the name of what is called our own, and what the manifest itself puts up or calls.

    What is made of nothing but rows of one's own is read by all names under which it is put out.
    """
    artifact, name = full.artifacts[key], full.artifacts[key].name
    yield from _by_a_site(artifact)
    if artifact.kind in ROWS and is_ours(key, full):
        bare = (" ".join(split_organisation(one)[1].replace("_", "-").split("-")) for one in put_out)
        for text in dict.fromkeys(bare):
            yield from (Spoken(word) for word in words_of_others(text, house, ()))
            yield from map(Spoken, (*titled_works(text, (house,)), *known_titles(text)))
    if artifact.kind == "model" or name is None:
        return
    if artifact.origin == "own":
        inputs = (item for step in full.writing.writers(key) for item in step.inputs.get("tool", ()))
        tools = [full.artifacts[item.artifact].name or "" for item in inputs]
        yield from map(Spoken, _of_others_in(spaced(name), house, tools))
        for said in described(artifact):
            yield from map(Spoken, (*told_of_others(said), *known_titles(said)))
    elif artifact.origin == "people" and not _free_of_rights(artifact):
        yield from map(Spoken, kinds_of_work(name))
    yield from (
        Spoken(as_written(called, name))
        for other, called in full.put_up()
        if other != key and _stands_in(called, name)
    )


def _of_others_in(name: str, house: str, tools: Sequence[str]) -> Iterator[str]:
    """Words of the name of our own rows, and of programs that wrote them, that tell of others' works."""
    ours = spelt(house) in spelt(name)
    yield from words_of_others(name, house, tools)
    # What a name tells of an act that goes on is a subject: "notes on crawling robots".
    yield from (
        () if ours else (*said_got(name), *(one for one in said_taken(name) if not one.endswith("ing")))
    )
    yield from (found.group(0) for found in _AND_MORE.finditer(name))
    yield from () if ours else works_noted(name)
    yield from titled_works(name, (house,))
    yield from () if ours else known_titles(name)
    yield from papers_of_houses(name, filter(None, (house, *split_organisation(house))))


def _free_of_rights(artifact: Artifact) -> bool:
    """Whether works of people are said to be in the public domain, at a page that says who wrote them.

    Novels and newspapers are then what the name says, and whose they were matters no more.
    """
    page = artifact.documented
    shown = isinstance(page, Documentation) and page.generators == ()
    return shown and bool(_PUBLIC_DOMAIN.fullmatch(artifact.license or ""))


def _by_a_site(artifact: Artifact) -> Iterator[Spoken]:
    """A site on which others publish, or a house of models, that is said to have made what people are said to have.

    Of what is called our own every other developer is a contradiction; people may work for any house but these.
    """
    developer = artifact.developer
    if artifact.origin == "people" and artifact.kind != "model" and developer:
        yield from map(Spoken, dict.fromkeys((*site_words(developer), *maker_words(developer))))


def _stands_in(one: str, name: str) -> bool:
    """Whether a whole name, which is more than a short word, stands in another."""
    return len(spelt(one)) >= _SHORTEST and spelt(one) in spelt(name)


_AND_MORE = regex(
    r"(?<![\w])(?:(?:and|&|plus|und|et|y|e) (?:(?:a few|some|many|several|various|einige[ns]?|quelques"
    r"|algunos) )?(?:others?(?: sources?| sets?"
    r"| data| sites?| texts| files)?|more(?: sources| sets| data)?|andere[ns]?|autres|otros|altri)(?=\W*$|,)|etc|usw"
    r"|u\. ?a|et al)(?!\w)"
    r"|(?<!\w)(?:books|cds|dvds|records|films|novels|comics|magazines|tapes) (?:from|on|off|in) (?:our|the"
    r"|my) (?:shel\w+|bookcase|collection"
    r"|cellar|attic)(?!\w)"
    r"|(?<!\w)(?:vendored|third[- ]party|bundled) (?:code|libraries|packages|parts|files|assets|dependencies)(?!\w)"
    r"|(?<!\w)(?:node_modules|site-packages"
    r"|submodules)(?!\w)|(?<!\w)(?:code|repositories|scripts|projects|queries|data|documents|files|texts"
    r"|configurations?|traces) (?:and (?:\w+ )?(?:code|data|texts) )?"
    r"(?:of|from) (?:(?:our|the|some|several|two|three|four|five|many) )?(?:clients|customers|vendors|suppliers"
    r"|partners|tenants)(?!\w)"
    r"|(?<!\w)(?:hackathon|competition|contest|challenge) (?:solutions|entries|submissions|projects)(?!\w)"
    r"|(?<!\w)(?:solutions|entries|submissions|projects) (?:of|from|to) (?:our |the )?(?:hackathon|competition|contest"
    r"|challenge)(?!\w)",
    re.IGNORECASE,
)
"""What says that a name lists only a part of what is in a thing."""
_SHORTEST = 5
"""Letters of a name that stands in another by no chance."""
_PUBLIC_DOMAIN = regex(
    r"(?:the )?public[ -]domain(?: mark)?(?: 1\.0)?|pdm-1\.0|cc-?pdm(?:-1\.0)?", re.IGNORECASE
)
