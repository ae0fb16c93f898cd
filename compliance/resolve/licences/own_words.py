"""Terms that somebody wrote for their own data, told by their name and by the one limit that is said of them.

`Acme speech terms: non-commercial research only` names an agreement that nobody else uses, and says what it keeps the
data to. Whatever else is said, as of models, of passing rows on, or what may not be done, leaves the text unread.
"""

from __future__ import annotations

from compliance.model.spelling import words
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
_RECORDS = {"research-only": "research-own-words", "non-commercial": "non-commercial-own-words"}


def in_own_words(text: str, licences: LicenceReader) -> LicenceReading | None:
    """What a text says that is a name and one limit; None where it is anything else."""
    for way in _WAYS:
        found = way.fullmatch(text.strip().rstrip("."))
        if found and _is_a_name(found.group("name"), licences):
            limit = licences.read(found.group("limit"))
            held = [_RECORDS[one] for one in _RECORDS if one in limit.together]
            if held and set(limit.together) <= set(_RECORDS) and limit.says == "licence":
                return LicenceReading((held[0],), says="licence")
    return None


def _is_a_name(text: str, licences: LicenceReader) -> bool:
    spoken = set(words(text))
    known = licences.read(text)
    return bool(spoken & _AGREEMENTS) and not spoken & _SAYS_MORE and not known.together and len(spoken) > 1
