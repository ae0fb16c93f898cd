"""Reasons why a manifest says otherwise than the registry, and which of them settle it.

What a licensor said of its own work is shown by the licensor: its card, its licence file, a commit of its repository,
a letter or contract of its. What others say of it, or our own papers, show nothing.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from compliance.model.declared.manifest import Artifact, Manifest
from compliance.model.declared.stated import AgainstRecord
from compliance.model.shapes.shape import first_day
from compliance.model.words.places import known_place
from compliance.model.words.spelling import words
from compliance.patterns import regex
from compliance.resolve.against.contradiction import same_party
from compliance.resolve.licences.signatures import signs
from compliance.resolve.names.lookup import Names

_ADDRESS = regex(r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}/\S*", flags=2)
_WHERE_ANYBODY_WRITES = regex(
    r"(?:^|[/.])(?:(?:\w+\.)?(?:reddit|redd|twitter|discord|discordapp|stackoverflow|stackexchange|quora|medium|"
    r"substack|youtube|youtu|linkedin|facebook|instagram|threads|tiktok|bsky|mastodon|ycombinator|lobste|lemmy|slack|"
    r"telegram|weibo|zhihu|v2ex|tieba|csdn|juejin|wikipedia|wikia|fandom|pastebin|blogspot|tumblr)\.\w+|x\.com|t\.me|"
    r"t\.co|dev\.to)(?:[/:?#]|$)|/(?:discussions?|issues|comments|forums?|threads?|wiki|posts)(?:[/?#]|$)"
    r"|//(?:forums?|community|discuss|blog)\.",
    flags=2,
)
"""Forums and social sites, and the pages of repositories on which anybody writes."""
_OF_A_LICENSOR = frozenset(
    ("addendum", "agreement", "card", "commit", "contract", "copying", "letter", "licence", "license", "licensing",
     "notice", "order", "readme", "repository", "revision", "tag")
)  # fmt: skip
"""Words for what a licensor hands out or signs."""
_FROM_ELSEWHERE = frozenset(
    ("blog", "blogpost", "chat", "colleague", "discord", "fair", "forum", "heard", "internal", "internally", "memo",
     "minutes", "note", "post", "reddit", "reseller", "rumour", "said", "slack", "talk", "thread", "told", "tweet",
     "wiki", "wikipedia", "youtube")
)  # fmt: skip
"""Words for what others say, and for our own papers."""
_AGREED = frozenset({"addendum", "agreement", "contract", "letter", "order"})
_NOT_IN_FORCE = frozenset(
    ("draft", "evaluation", "expired", "lapsed", "nda", "negotiated", "negotiation", "negotiations", "offer", "pending",
     "proposal", "proposed", "quote", "terminated", "trial", "unsigned", "withdrawn")
)  # fmt: skip
"""Words for a paper that grants nothing for good: it is to come, is over, or was for looking alone."""
_DAY = regex(r"(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?!\d)")
_WHOSE = regex(
    r"\b(?:with|of|by|from)\s+(?:the\s+)?((?:[A-Z][\w&.-]*\s*)+)"
    r"|((?:[A-Z][\w&.-]*\s+)*[A-Z][\w&.-]*)['\u2019]s?\b"
)
"""The parties that a paper is said to be of."""
_MONTH = regex(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*", flags=2)
_REPOSITORY = regex(
    r"(?:\b(?:card|readme|licen[cs]e(?: (?:file|text))?|commit|repository|revision|tag|copy|mirror)"
    r"\s+(?:of|in|at|from)\s+(?:the\s+)?"
    r"|(?:huggingface\.co|hf\.co|github\.com|gitlab\.com|modelscope\.cn|gitee\.com)/(?:(?:datasets|models|spaces)/)?)"
    r"([\w-]+)/([\w.-]*[\w-])",
    flags=2,
)
"""A repository under an account, as a card or commit is said to be of."""
_FILE = regex(r"\w[/.]\w*[a-z]\w|\w/\w", flags=2)


def without_weak_reasons(manifest: Manifest, names: Names) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest without reasons against the record that settle nothing, and what is said of each."""
    told: list[str] = []
    artifacts = dict(manifest.artifacts)
    for key, artifact in manifest.artifacts.items():
        given = artifact.against_record
        if given is None or _shows(given, artifact, names):
            continue
        told.append(
            f"artifact {key}: against_record names {given.where!r}, which shows nothing that its licensor said; it "
            "settles nothing: name the card or licence file at a revision, or a dated paper that the developer signed"
        )
        artifacts[key] = artifact.model_copy(update={"against_record": None})
    return (manifest.model_copy(update={"artifacts": artifacts}) if told else manifest), tuple(told)


def without_reasons_to_come(manifest: Manifest, as_of: datetime.date) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest without reasons against the record that rest on days to come alone, and what is said of each."""
    told: list[str] = []
    artifacts = dict(manifest.artifacts)
    for key, artifact in manifest.artifacts.items():
        given = artifact.against_record
        days = _days(given) if given else []
        if not days or min(map(first_day, days)) <= as_of:
            continue
        told.append(
            f"artifact {key}: what against_record names is dated after {as_of}; it settles nothing yet"
        )
        artifacts[key] = artifact.model_copy(update={"against_record": None})
    return (manifest.model_copy(update={"artifacts": artifacts}) if told else manifest), tuple(told)


def _days(given: AgainstRecord) -> list[str]:
    """The days that a reason and its papers name."""
    return [*_DAY.findall(given.where), *(paper.date for paper in given.evidence if paper.date)]


def _shows(given: AgainstRecord, artifact: Artifact, names: Names) -> bool:
    licensors = tuple(dict.fromkeys(_licensors(artifact, names)))
    papers = [paper for paper in given.evidence if paper.file or paper.signed_by]
    signed = [
        paper for paper in papers if not (paper.signed_by and licensors) or signs(paper.signed_by, licensors)
    ]
    return bool(signed) or _place_shows(given, licensors, names, unsigned=not papers)


def _licensors(artifact: Artifact, names: Names) -> Iterator[str]:
    """The names of whoever the registry says a thing is of."""
    name = artifact.name or ""
    record = names.model(name) or names.dataset(name) if name else None
    if record is not None:
        yield from names.called(record.maker)
    service = names.service(name) if name else None
    whose = names.provider_record(service.provider if service else artifact.provider)
    if whose is not None:
        yield from (whose.name, *whose.aliases)


def _place_shows(given: AgainstRecord, licensors: tuple[str, ...], names: Names, *, unsigned: bool) -> bool:
    """Whether `where` leads to something of a licensor; `unsigned` where no paper says who signed."""
    where = given.where.strip()
    looked_up = given.model_copy(update={"evidence": ()}).can_be_looked_up
    named = not _PAGE.search(where) and (names.model(where) or names.dataset(where))
    if not looked_up or named or _of_others(where, licensors, names):
        return False
    addresses = _ADDRESS.findall(where)
    if addresses:
        return not any(_WHERE_ANYBODY_WRITES.search(one) for one in addresses)
    said = set(words(where))
    if said & (_FROM_ELSEWHERE | _NOT_IN_FORCE):
        return False
    if said & _AGREED or not said & _OF_A_LICENSOR:
        # A house and a day alone name no paper: an offer has both.
        paper = bool(said & _AGREED) or bool(_FILE.search(where))
        return unsigned and paper and _theirs(where, licensors, names) is not False
    return True


def _of_others(where: str, licensors: tuple[str, ...], names: Names) -> bool:
    """Whether all repositories that a text names stand under accounts of others than the licensors."""
    accounts = [account for account, _ in _REPOSITORY.findall(where)]
    return bool(accounts and licensors) and not any(
        same_party(account, one, names) or (len(one) >= _TELLING and one.casefold() in account.casefold())
        for account in accounts
        for one in licensors
    )


_PAGE = regex(r"/(?:-/)?(?:tree|blob|resolve|raw)/")
"""What stands in the address of a page or file of a repository, which shows more than its name does."""
_TELLING = 4
"""Letters of a licensor's name that stand in an account by no chance: `QwenLM` is an account of Qwen."""


def _theirs(where: str, licensors: tuple[str, ...], names: Names) -> bool | None:
    """Whether the parties that a text names are licensors; None where it names nobody, or no licensor is known."""
    found = [(one or other).strip() for one, other in _WHOSE.findall(where)]
    parties = [one for one in found if not (_MONTH.fullmatch(one) or known_place(one))]
    if not parties or not licensors:
        return None
    return any(same_party(party, one, names) for party in parties for one in licensors)
