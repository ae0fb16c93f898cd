"""A line of models and a member, as people speak of it: `OLMo 2 7B`, `Falcon 3 10B Instruct`, `SAM 2.1 large`."""

from __future__ import annotations

from compliance.model.names.catalogue import Catalogue, Located
from compliance.model.names.records import ModelEntry
from compliance.model.names.template import may_fit, template
from compliance.model.words.spelling import key, split_organisation, words
from compliance.patterns import regex
from compliance.resolve.names.published import as_key, published, unversioned
from compliance.resolve.names.shortened import others_differ, short_for

_SIZE = r"(?:\d+ x )?\d+(?:\.\d+)? [bmt] (?:a \d+(?:\.\d+)? b )?"
_GRADE = r"(?:(?:tiny|nano|mini|small|medium|base|large|xlarge|xl|xxl|huge|giant) )(?:plus )?"
_TRAINED = r"(?:(?:base|chat|instruct|it|python|preview) )?"
_MEMBER = regex(rf"(?:{_SIZE}{_TRAINED}|{_GRADE})(?:v \d+(?:\.\d+)? )?")
"""What may follow the name of a line: a size and for what the member was trained, or a word for a size; a version."""


def member(name: str, catalogue: Catalogue) -> Located | None:
    """The one record of models that a bare name means as a line and one of its members, or by its beginning."""
    organisation, bare = split_organisation(name)
    spoken = words(bare) if organisation is None else ()
    if not spoken:
        return None
    near = catalogue.fitting("model", spoken[0], spoken[1]) if len(spoken) > 1 else ()
    found = [one for one in near if isinstance(one.entry, ModelEntry) and is_member(one.entry, spoken)]
    if not found:
        return short_for(spoken, catalogue)
    told = len(found) == 1 and not others_differ(found[0], spoken, catalogue)
    return found[0] if told else None


def is_member(entry: ModelEntry, spoken: tuple[str, ...]) -> bool:
    """Whether a bare name is an alias of the record and a size that one of its names tells.

    The size and the word behind it have to stand in the record's own names: a size that it has no name of is that of
    another record, or of nobody's, and so is whatever else follows.
    """
    name = key(" ".join(spoken))
    for alias in entry.aliases:
        if not may_fit(alias, spoken):
            continue
        told = spoken[template(alias, entry.slots).begun(name) :]
        if told != spoken and _MEMBER.fullmatch(as_key(told)):
            return any(
                _holds(one, unversioned(told)) for text in entry.names for one in published(entry, text)
            )
    return False


def _holds(name: str, told: tuple[str, ...]) -> bool:
    """Whether a name, as a key, has the words of a size and each word that follows."""
    written = f" {name}"
    size = tuple(word for word in told if not word.isalpha() or len(word) == 1)
    rest = (word for word in told if word.isalpha() and len(word) > 1)
    return f" {as_key(size)}" in written and all(f" {word} " in written for word in rest)
