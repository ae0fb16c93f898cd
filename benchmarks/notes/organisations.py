"""Who is who: whether two names mean the same body, what kind of body it is, and where it sits."""

from __future__ import annotations

import re

from compliance.model.manifest import PartyKind

NOBODY = {
    "", "unknown", "various", "n/a", "none", "not stated", "public", "crowd", "several", "mixed", "others", "anyone",
}  # fmt: skip
"""Words that name nobody."""

GENERIC: dict[str, tuple[str, ...]] = {
    "person": ("individual", "developer", "author", "user", "person", "asker", "researcher", "student", "hobbyist",
               "engineer", "contributor"),
    "academia": ("university", "lab", "academic", "consortium", "institute", "academia", "researchers"),
    "company": ("company", "firm", "startup", "business", "vendor", "corporation"),
    "community": ("community", "volunteer", "members"),
    "team": ("team", "group"),
    "state": ("government", "ministry", "agency", "authority"),
    "authors": ("authors",),
    "maintainer": ("maintainer", "packager"),
    "course": ("course", "teacher", "school"),
}  # fmt: skip
"""Placeholders for names, by what they stand for."""

OTHERS = re.compile(
    r"third[- ]part(y|ies)|\bothers?\b|other (team|people|part|group|author|lab)|site users|original authors|"
    r"crowd|dataset owner|"
    r"\bvarious\b|public\b"
)
"""Names that can only mean somebody else."""

_STOP = {
    "the", "of", "and", "for", "in", "at", "a", "an", "by", "et", "al", "inc", "ltd", "ai", "open", "small", "large",
    "any", "other", "univ", "team", "labs", "lab", "research", "project", "models", "model", "partners", "via", "us",
    "hf", "own", "original", "independent",
}  # fmt: skip
_ALIASES = {
    "ai2": "allen institute", "allenai": "allen institute", "thunlp": "tsinghua", "hf": "hugging face",
    "huggingface": "hugging face", "huggingfaceh4": "hugging face h4", "ukp": "ukp", "princeton-nlp": "princeton",
    "meta-llama": "meta", "facebook": "meta", "tatsu-lab": "stanford tatsu", "deepmind": "google",
}  # fmt: skip

KINDS: tuple[tuple[str, PartyKind], ...] = (
    (r"non-?profit|foundation|charity|ngo", "nonprofit"),
    (r"compan|startup|corporat|firm|business|enterprise", "company"),
    (r"government|public body|ministry|agency|state", "government"),
    (r"universit|academ|institute of|college|research lab", "university"),
    (r"individual|person|hobby|developer|researcher", "individual"),
    (r"communit|volunteer|collective", "community"),
)
ADJECTIVES = {
    "korean": "KR", "brazilian": "BR", "chinese": "CN", "french": "FR", "german": "DE",
    "japanese": "JP", "indian": "IN", "american": "US", "british": "GB", "canadian": "CA", "us": "US",
    "u.s.": "US", "uk": "GB", "european": "EU", "italian": "IT", "spanish": "ES", "dutch": "NL",
    "swiss": "CH", "israeli": "IL", "russian": "RU", "vietnamese": "VN",
}  # fmt: skip
_NOWHERE = {
    "",
    "unknown",
    "various",
    "international",
    "worldwide",
    "n/a",
    "any",
    "global",
    "mixed",
    "several",
    "none",
}


def countries(text: str) -> list[str]:
    """The countries that a text names, as they are written there.

    >>> countries("US/France"), countries("various")
    (['US', 'France'], [])
    """
    parts = [part.strip() for part in re.split(r"[/,;]|\band\b", re.sub(r"\(.*?\)", "", text))]
    return [part for part in parts if part.lower() not in _NOWHERE]


def country_in_name(text: str) -> list[str]:
    """The code of the country that a name's adjective gives away, such as `Korean company`."""
    return [ADJECTIVES[word] for word in re.findall(r"[a-z.]+", text.lower()) if word in ADJECTIVES]


def party_kind(text: str) -> PartyKind:
    """What kind of body a word for it means; the first word counts where several are joined.

    >>> party_kind("nonprofit lab"), party_kind("company+academic"), party_kind("any")
    ('nonprofit', 'company', 'unknown')
    """
    for part in re.split(r"[+/,]| and ", text.lower()):
        for pattern, kind in KINDS:
            if re.search(pattern, part):
                return kind
    return "unknown"


def names_nobody(text: str) -> bool:
    """Whether a text leaves open who is meant."""
    return re.sub(r"\(.*?\)", "", text).strip().lower() in NOBODY


def classes(text: str) -> set[str]:
    """The placeholders that a text uses, by what they stand for."""
    lowered = text.lower()
    return {
        name
        for name, given in GENERIC.items()
        for word in given
        if re.search(rf"\b{word}s?\b|\b{word[:-1]}ies\b", lowered)
    }


def is_placeholder(text: str) -> bool:
    """Whether a text describes somebody without naming them."""
    plain = " ".join(word for word in text.split() if word.lower() not in ADJECTIVES)
    return bool(classes(plain)) and (
        (plain == plain.lower() and not re.search(r"\d", plain)) or all(map(classes, _significant(plain)))
    )


def _significant(text: str) -> set[str]:
    lowered = text.lower()
    for alias, full in _ALIASES.items():
        lowered = re.sub(rf"(?<![a-z0-9]){alias}(?![a-z0-9])", f"{alias} {full}", lowered)
    found = set(re.findall(r"[a-z0-9]+", lowered))
    joined = re.sub(r"[^a-z0-9]", "", text.lower())
    return {word for word in found if word not in _STOP and len(word) > 1} | ({joined} if joined else set())


def same_body(one: str, other: str) -> bool:
    """Whether two names mean the same body, or near enough: they share a word that names.

    >>> same_body("Hugging Face", "Hugging Face H4"), same_body("Ai2", "Allen Institute for AI")
    (True, True)
    >>> same_body("Stanford", "LMSYS (UC Berkeley and partners)")
    False
    """
    shared = {word for word in _significant(one) & _significant(other) if not classes(word)}
    return bool(shared)
