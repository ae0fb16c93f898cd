"""Terms that somebody wrote for their own data, told by their name and by the one limit that is said of them.

`Acme speech terms: non-commercial research only` names an agreement that nobody else uses, and says what it keeps the
data to. Whatever else is said, as of models, of passing rows on, or what may not be done, leaves the text unread.
"""

from __future__ import annotations

import re

from compliance.model.words.spelling import words
from compliance.patterns import regex
from compliance.resolve.licences.text import LicenceReader, LicenceReading

_WAYS = (
    regex(r"(?P<name>[^()]+?)\s*\((?P<limit>[^()]+)\)"),
    regex(r"(?P<name>[^:]+?)\s*:\s*(?P<limit>[^:]+)"),
    regex(r"(?P<name>[^,;]+?)\s*[,;]\s*(?P<limit>.+)"),
    regex(r"(?P<name>.+?)\s+[-–—]\s+(?P<limit>.+)"),
    regex(r"(?P<limit>[^()]+?)\s*\((?P<name>[^()]+)\)"),
    regex(r"(?P<limit>.+?)\s+(?:under|by)\s+(?:the\s+|its\s+)?(?P<name>.+)"),
)
_AGREEMENTS = frozenset(
    {"agreement", "licence", "license", "terms", "conditions", "eula", "contract", "tou", "policy", "form"}
)
_SAYS_MORE = frozenset(
    {
        "no", "not", "non", "without", "except", "unless", "must", "may", "only", "redistribution", "redistribute",
        "sharing", "share", "model", "models", "weight", "weights", "derivative", "derivatives", "train", "training",
        "trained", "commercial", "attribution", "registration", "permission", "delete", "or", "and",
    }
)  # fmt: skip
_OF_MODELS = frozenset({"model", "models", "weight", "weights"})
_RECORDS = {"research-only": "research-own-words", "non-commercial": "non-commercial-own-words"}
_NOTHING_GRANTED = "proprietary"
_STRICTLY = regex(
    r"(?:strictly|solely|exclusively)\s+(?=for\b|non|research|academic)|(?<=\bfor )(?:strictly|solely)\s+",
    re.IGNORECASE,
)


def in_own_words(
    text: str, licences: LicenceReader, *, ours: bool = False, of_weights: bool = False
) -> LicenceReading | None:
    """What a text says that is a name and one limit; None where it is anything else.

    `ours` tells that they are the terms of what is put out: these may be called by the model, or grant nothing. Of
    weights of others (`of_weights`) the limit stands as it would without a name: what is made from them is theirs, too.
    """
    for way in _WAYS:
        found = way.fullmatch(text.strip().rstrip("."))
        if found and _is_a_name(found.group("name"), licences, ours or of_weights):
            limit = licences.read(_STRICTLY.sub("", found.group("limit")))
            if ours and limit.together == (_NOTHING_GRANTED,):
                return limit
            held = [one if of_weights else _RECORDS[one] for one in _RECORDS if one in limit.together]
            if held and set(limit.together) <= set(_RECORDS) and limit.says == "licence":
                return LicenceReading((held[0],), says="licence")
    return None


def _is_a_name(text: str, licences: LicenceReader, ours: bool) -> bool:
    spoken = set(words(text)) - (_OF_MODELS if ours else frozenset())
    known = licences.read(text)
    return bool(spoken & _AGREEMENTS) and not spoken & _SAYS_MORE and not known.together and len(spoken) > 1
