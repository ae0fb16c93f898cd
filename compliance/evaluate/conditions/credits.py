"""Whether notices credit a source: by its name, and under no other licence than its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from compliance.evaluate.context import Context
from compliance.evaluate.select import alternatives
from compliance.model.declared.lineage import Artifact
from compliance.model.names.licence_words import Wording, address, keys_of, named_by
from compliance.model.words.credit import Named, namings
from compliance.patterns import regex

_READS = ("licences in credits",)
"""Under which the table of names of licences is remembered in an evaluation."""
_WORD = regex(r"https?://[^\s)\]>,;]+|[^\s()\[\],;:\"“”]+|[()\[\],;:]")
_LONGEST = 9
"""Words of the longest name of a licence that is looked for."""
_FAR = 24
"""Words behind a name among which its licence is looked for."""
_APART = regex(
    r"(?:and|&|we|our|ours|this|these|model|weights|code|releases?|released|but|while|whereas|which|und|wir"
    r"|uns\w*|dies\w*|"
    r"modell\w*|gewichte|aber|et|nous|notre|ce|cette|mais|mod[eè]l[eo]\w*|y|nuestr\w+|pero|e|ma|questo|en|ons|onze)"
)
"""Words behind which it is something else that a licence is named of."""
_NONE = regex(
    r"(?:licen[cs]e|lizenz|licencia)\W{0,3}(?:is |ist |:)?\s*"
    r"(?:unknown|unclear|not (?:known|stated|given)|none|tbd|\?|unbekannt|unklar|inconnue|desconocida)"
    r"|(?:no|without(?: a)?|ohne|keine|unknown|unclear|unbekannte) (?:licen[cs]e|lizenz)|unlicen[cs]ed"
)


def credited(notices: Sequence[str], name: str, context: Context) -> bool:
    """Whether some notice names the source as one; a licence that stands beside the name has to be the right one."""
    source = context.source
    owners = _owners(source) if source is not None else ()
    return any(
        source is None or _fits(one, source, context)
        for notice in notices
        for one in namings(notice, name, owners)
    )


def _owners(source: Artifact) -> tuple[str, ...]:
    account = source.name.rpartition("/")[0]
    return tuple(filter(None, (source.developer, source.provider, account)))


def _fits(said: Named, source: Artifact, context: Context) -> bool:
    """Whether the licence that stands beside a name is one that the source may be under; none does no harm."""
    if _NONE.search(said.after[: _LONGEST * 8]):
        return False
    names, licences = _names(context), context.knowledge.registry.licences
    told = next(names.behind(said.after), None)
    if told is None:
        return True
    right = {one for ids in alternatives(source) for one in ids}
    held = [licences[one] for one in right if one in licences]
    near = {one for record in held for one in (*record.members, record.adds_to)}
    members = licences[told].members if told in licences else ()
    return not right or told in right | near or not right.isdisjoint(members)


class _Names:
    """Names of licences as they stand in sentences."""

    def __init__(self, wording: Wording, keys: Mapping[str, str]) -> None:
        self._key, self._keys = wording.key, keys

    def behind(self, text: str) -> Iterator[str]:
        """The licences that are named behind a source, the nearest first, up to where something else is spoken of."""
        words = _WORD.findall(text)[:_FAR]
        here = 0
        while here < len(words):
            size, found = self._at(words, here)
            if found is None and _APART.fullmatch(words[here]):
                return
            if found is not None:
                yield found
            here += size

    def _at(self, words: Sequence[str], here: int) -> tuple[int, str | None]:
        """How many words of the text are the longest name that begins there, and whose it is."""
        place = address(words[here])
        if place is not None and (name := named_by(place)):
            return 1, self._keys.get(self._key(name))
        for size in range(min(_LONGEST, len(words) - here), 0, -1):
            found = self._keys.get(self._key(" ".join(words[here : here + size])))
            if found is not None and (size > 1 or _is_marked(words, here)):
                return size, found
        return 1, None


def _is_marked(words: Sequence[str], here: int) -> bool:
    """Whether one word stands as the name of a licence: with a figure, behind a bracket or beside its word."""
    if any(letter.isdigit() for letter in words[here]) or "-" in words[here]:
        return True
    before = words[here - 1] if here else ""
    after = words[here + 1] if here + 1 < len(words) else ""
    return (
        before in ("(", "[", ",", ":", "under", "unter", "sous")
        or "licen" in before + after
        or "lizenz" in before + after
    )


def _names(context: Context) -> _Names:
    known = context.memory.standings
    if _READS not in known:
        registry = context.knowledge.registry
        wording = Wording(registry.words)
        keys = registry.licence_keys
        known[_READS] = _Names(
            wording, keys_of(registry.licences.values(), wording) if keys is None else keys
        )
    names: _Names = known[_READS]
    return names
