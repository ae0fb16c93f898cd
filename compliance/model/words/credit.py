"""Where a text names a thing as a source: by its name, and neither denied, compared nor taken for a common word."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from compliance.model.words.shown_words import as_shown, stands
from compliance.patterns import regex
from compliance.values import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """What stands before and behind the name of a source, in the clause that names it."""

    before: str
    after: str


_DENIED = (
    r"nicht|kein\w*|ohne|anders als|gegensatz zu|verglichen mit|vergleich\w* mit|statt|sans|pas|aucun\w*"
    r"|contrairement [aà]"
    r"|compar[ée]e?s? [aà]|au lieu de|sin|ning[uú]n\w*|a diferencia de|comparad[oa] con|non|senza|nessun\w*"
    r"|diversamente da"
    r"|sem|não|nenhum\w*|geen|niet|zonder|inte|utan|ikke|ej|bez|без|не|nie"
)
_COMPARED = (
    r"unlike|compare|compares|compared|comparing|comparison|comparable|vs|versus|cf|like|similar|inspired"
    r"|modelled|modeled"
    r"|better|worse|larger|smaller|harder|easier|beats|contrast|alternative|successor|confused|mistaken"
    r"|independent|rival"
    r"|exclud\w+|except|avoid\w*|replac\w+|instead|opposed|free of|disjoint|decontaminated|deduplicated against"
    r"|anywhere|see also|evaluated|tested|benchmarked"
)
_LIMIT = r"(?:[ \"'“„«(–—-]+[^\s.,;:!?()]+){0,3}[ \"'“„«(–—-]*$"
_BEFORE = regex(rf"(?<![\w-])(?:{_DENIED}|{_COMPARED})\.?(?![\w-]){_LIMIT}")
_BEFORE_CJK = regex(r"(?:不|没|沒|無|无|未|非|相比|替代|與|不同于)[^，。；,.;]{0,8}$")
_AFTER = regex(
    r"[\"'”“»)\]]{0,2}[, ]*(?:(?:itself|was|were|is|are|has been|wurden?|ist|sind|n['’]est|n['’]a"
    r"|no se) )*(?:(?:not|never|nicht|"
    r"pas|no|non)(?: \w+)? (?:used|included|credited|part|taken|touched|contained|needed|verwendet|enthalten|benutzt"
    r"|utilis\w+|us\w+)"
    r"|excluded|(?:our |the |an )?inspiration|but (?:\w+ )?(?:replaced|removed|dropped)|left out|filtered out"
    r"|replaced|inclus pas|ausgeschlossen|for comparison|as (?:a )?(?:comparison"
    r"|baseline)"
    r"|zum vergleich|(?:is|ist) nicht)(?!\w)|[^，。；]{0,4}(?:未使用|没有使用|除外|不使用)"
)
_SET = regex(
    r"[\"'”“»)\]]{0,2} ?(?:data ?-?sets?|corpus|corpora|collection|benchmark|daten\w*|korpus|jeu de)(?!\w)"
)
_UNDER = regex(
    r"[\"'”“»]{0,2} ?(?:[,(\[:–—-] ?|(?:is |are )?(?:licen[cs]ed )?under )(?:licen|lizen|cc|odc|odbl|mit|bsd|apache)"
)
_ACCOUNT = regex(r"(?:https?://)?(?:[\w.-]+/)+$")
_END = regex(r"[;!?\n]|(?<!\bcf)(?<!\bvs)\.(?=\s|$)")
_VERSION = regex(r"(?<=\w{4})[ _-]v\d+(?:\.\d+)*$", re.IGNORECASE)
_NEAR = 80


def namings(text: str, name: str, owners: Collection[str] = ()) -> Iterator[Named]:
    """The clauses of a text that name a thing as a source.

    A name of one common word counts where the text shows that it is one: beside its account or an owner of it, spelt
    with capitals as a name is, as a data set, or with its licence right behind it.

    >>> len(list(namings("Rows of hill/notes by Hill, CC BY 4.0", "hill/notes", ["Hill"])))
    1
    >>> [len(list(namings(said, "hill/notes"))) for said in ("Unlike hill/notes", "no hill/notes", "our notes")]
    [0, 0, 0]

    Which version it is need not be said.

    >>> len(list(namings("Weights by Meadow, HayNet (CC BY 4.0)", "meadow/HayNet v2.4")))
    1
    """
    called = _VERSION.sub("", name.rsplit("/", 1)[-1].strip())
    held = as_shown(text)
    for found in re.finditer(re.escape(" ".join(called.lower().split())), held) if called else ():
        start, end = found.start(), found.end()
        account = _ACCOUNT.search(held, max(0, start - _NEAR), start)
        begins = account.start() if account else start
        before = _clause_before(held[:begins])
        after = held[end:]
        if (
            stands(held, begins, end)
            and not _is_denied(before, after)
            and not held[end : end + 1].isalnum()
            and (not _is_common(name) or _is_a_name(account is not None, after, text, called, owners))
        ):
            border = _END.search(after)
            yield Named(before, after[: border.start()] if border else after)


def _clause_before(text: str) -> str:
    """The end of a text from where its last clause begins."""
    return _END.split(text[-3 * _NEAR :])[-1]


def _is_denied(before: str, after: str) -> bool:
    return any((_BEFORE.search(before), _BEFORE_CJK.search(before), _AFTER.match(after)))


def _is_common(name: str) -> bool:
    """Whether a name is, without its account, one word of small letters: many texts hold it that mean no such thing."""
    account, _, called = name.rpartition("/")
    return bool(account) and called.isalpha() and called.islower() and called.isascii()


def _is_a_name(account: bool, after: str, text: str, called: str, owners: Collection[str]) -> bool:
    if account or _SET.match(after) or _UNDER.match(after):
        return True
    written = re.findall(re.escape(called), text, re.IGNORECASE)
    if any(one[1:] != one[1:].lower() for one in written):
        return True
    said = text.casefold()
    return any(owner and owner.casefold() in said for owner in owners)
