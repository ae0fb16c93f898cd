"""A published name of which the end is not spoken: `Phi-3.5 vision` is `Phi-3.5-vision-instruct`, and no other.

Whoever speaks of a model leaves out how it was trained, a date, or a size where there is but one. Which member is meant
may then be open; where every name that goes on so is of one record, nothing that the registry holds depends on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from compliance.model.names.catalogue import Catalogue, Located
from compliance.model.names.records import ModelEntry
from compliance.model.names.template import head, may_fit, template
from compliance.model.words.spelling import key, split_organisation
from compliance.patterns import regex
from compliance.resolve.names.ordinary import is_coined
from compliance.resolve.names.published import as_key, is_dated, published, unversioned

_UNSAID = regex(r"(?:(?:\d+(?:\.\d+)*|[abekmtx]|base|chat|hf|instruct|it|preview|pt|text) )*")
"""What may be left out at the end. Any number may: so another version that goes on like this one keeps both open."""
_SIZE = regex(r"(?<= )\d+(?:\.\d+)? [bm] ")
_FEWEST = 2
"""Words that a spoken name needs: one alone is that of a line, whose members have more in their names."""


def short_for(spoken: tuple[str, ...], catalogue: Catalogue, maker: str | None = None) -> Located | None:
    """The one record whose published names go on as a bare name begins; its maker's, where it is told.

    Where nobody is told, the maker of the line by whose name it begins is asked; where no line is known by such a name,
    a coined word and a size are enough, if a single maker that is more than an account has names which begin so. Where
    several records go on so, it is the line's own record that leaves open what they differ in, if there is one.
    """
    if len(unversioned(spoken)) < _FEWEST or _is_kept_apart(spoken, catalogue):
        return None
    going_on = _going_on(spoken, catalogue)
    lines = [one for one in _lines(catalogue, spoken) if maker in (None, _developer(one))]
    makers = {maker} if maker else {_developer(one) for one in lines}
    if not makers and is_coined(spoken[0]) and _SIZE.search(as_key(spoken)):
        makers = {party for party in going_on if not _is_account(party, catalogue)}
    found = going_on.get(makers.pop() or "", []) if len(makers) == 1 else []
    return found[0] if len(found) == 1 else _open_line(lines) if found else None


def _is_kept_apart(spoken: tuple[str, ...], catalogue: Catalogue) -> bool:
    """Whether a record says of the whole bare name that it is another's: it is then no beginning of a longer one."""
    name = as_key(spoken)
    beginning = catalogue.beginning("model", spoken[0])
    return any(key(split_organisation(text)[1]) == name for one in beginning for text in one.entry.excluded)


def _open_line(lines: list[Located]) -> Located | None:
    """The record of a line that leaves open what its members differ in, where there is one."""
    leaving_open = [one for one in lines if getattr(one.entry, "licences_of_versions", ())]
    return leaving_open[0] if len(leaving_open) == 1 else None


def _developer(one: Located) -> str | None:
    return getattr(one.entry, "developer", None)


def others_differ(one: Located, spoken: tuple[str, ...], catalogue: Catalogue) -> bool:
    """Whether its maker has a name that goes on as a bare name begins under another licence than the record's."""
    entry = one.entry
    if not isinstance(entry, ModelEntry) or entry.licence is None:
        return False
    theirs = _going_on(spoken, catalogue).get(entry.developer, [])
    return any(getattr(other.entry, "licence", None) != entry.licence for other in theirs)


def _going_on(spoken: tuple[str, ...], catalogue: Catalogue) -> dict[str, list[Located]]:
    """By maker of names that begin as a bare name does, the records in which nothing of weight follows."""
    asked = unversioned(spoken)
    found: dict[str, list[Located]] = {}
    for one in catalogue.beginning("model", spoken[0]):
        if isinstance(one.entry, ModelEntry) and (left := list(_unsaid(one.entry, asked))):
            theirs = found.setdefault(one.entry.developer, [])
            theirs += [one] if any(map(_UNSAID.fullmatch, left)) else []
    return found


def _lines(catalogue: Catalogue, spoken: tuple[str, ...]) -> list[Located]:
    """The records by whose alias a bare name begins; those of the longest such alias."""
    name = as_key(spoken)
    lines: dict[int, list[Located]] = {}
    for one in catalogue.beginning("model", spoken[0]):
        fitting = (alias for alias in one.entry.aliases if may_fit(alias, spoken))
        begun = max((template(alias, one.entry.slots).begun(name) for alias in fitting), default=0)
        lines.setdefault(begun, []).append(one)
    longest = max(lines, default=0)
    return lines[longest] if longest else []


def _is_account(maker: str, catalogue: Catalogue) -> bool:
    party = catalogue.party(maker)
    return party is None or party.is_account


def _unsaid(entry: ModelEntry, asked: tuple[str, ...]) -> Iterator[str]:
    """What follows in each name that the record publishes and that begins so; what is packed anew publishes none."""
    told = as_key(asked)
    for text in () if entry.stage == "repack" else entry.names:
        if _may_begin(text, asked):
            yield from (name[len(told) :] for name in published(entry, text) if name.startswith(told))


def _may_begin(text: str, asked: tuple[str, ...]) -> bool:
    """Whether the plain beginning of a template may be that of the name; cheap, and never wrongly no."""
    begins = unversioned(head(text))
    return is_dated(begins) or all(one == other for one, other in zip(begins, asked, strict=False))
