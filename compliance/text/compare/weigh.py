"""Weigh what changed in a clause: whether it says something else, and on which topics."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from compliance.model.packs.clause_text import Tag, TaggedClause, Topic
from compliance.text.compare.canonical import tokens, weight
from compliance.text.compare.page import binds, invites, is_of_the_page, only_points
from compliance.text.compare.parties import introduces_party
from compliance.text.read.sentences import sentence_starts

__all__ = ["Change", "Entry", "changed", "moved", "redefined", "single"]

FEW = 3
"""Up to how many changed words a clause of no topic says the same, if none of them turns it."""
SMALL = 8
"""Under how many words a clause that came or went says nothing by itself."""
TELLING = 2
"""From how many words that tell something on a changed clause says something else."""
STEM = 5
"""How many letters of a word are compared for that."""
SAME_ACT = 0.6
"""From which share of the words on which a topic rests two clauses speak of the same act."""

_OURS = frozenset({"our", "we", "us", "ours"})
_FORMERLY = frozenset({"formerly", "previously", "known", "as", "now", "called", "name"})
_ENDING = re.compile(r"(?:([b-df-hj-np-tv-z])\1)?(?:ing|ed|es|s|e)\Z|([b-df-hj-np-tv-z])\2\Z")
_FORMS = frozenset(
    {
        "may", "must", "shall", "will", "not", "cannot", "are", "is", "be", "prohibited", "forbidden", "from", "to",
        "do", "don't", "agree", "agrees", "you", "and",
    }
)  # fmt: skip
"""Words by which a norm is put, while the norm itself is compared."""
_IDLE = frozenset(
    {
        "that", "this", "these", "those", "such", "with", "from", "into", "through", "here", "there", "which", "when",
        "where", "your", "their", "also", "then", "than", "upon", "under", "within", "including", "please", "help",
        "page", "link", "click", "opens", "window", "section", "following", "above", "below", "have", "been", "will",
        "applicable", "respective", "certain", "services", "service",
    }
)  # fmt: skip
"""Words that tell nothing by themselves."""

ChangeKind = Literal["added", "removed", "changed", "redefined"]
"""`redefined`: the same words, under another definition of a term they use."""


@dataclass(frozen=True, slots=True)
class Change:
    """One clause that is not the same in both versions."""

    kind: ChangeKind
    old: TaggedClause | None
    new: TaggedClause | None
    removed_words: tuple[str, ...]
    added_words: tuple[str, ...]
    topics: tuple[Topic, ...]
    """The topics whose substance the change touches."""
    matters: bool
    """Whether it changes what the text says, on any topic."""

    @property
    def tagged(self) -> bool:
        """Whether either version speaks of a topic."""
        return any(side is not None and bool(side.tags) for side in (self.old, self.new))


@dataclass(frozen=True, slots=True)
class Entry:
    """A clause with its words that count."""

    tagged: TaggedClause
    words: tuple[str, ...]
    """Those of its lead-ins and its own."""
    own: tuple[str, ...]
    above: bool = False
    """Whether it stands above everything that both versions have, where a page greets and warns."""


def single(
    kind: Literal["added", "removed"],
    entry: Entry,
    elsewhere: Collection[Topic],
    titles: Collection[tuple[str, ...]],
) -> Change:
    """A clause that came or went; not on a topic whose words stand in the other version, cut in another way.

    A line of a table of contents has the words of one of the titles.
    """
    topics = tuple(topic for topic in entry.tagged.topics if topic not in elsewhere)
    own = entry.tagged.clause.own
    idle = only_points(own) or is_of_the_page(entry.tagged.clause) or entry.own in titles
    idle = idle or (entry.above and not binds(own))
    matters = bool(topics) or (len(entry.own) >= SMALL and not idle)
    if kind == "added":
        return Change(kind, None, entry.tagged, (), entry.own, topics, matters)
    return Change(kind, entry.tagged, None, entry.own, (), topics, matters)


def changed(old: Entry, new: Entry, names: Collection[str] = ()) -> Change:
    """Weigh the difference between two versions of a clause; a change counts for every topic of its sentence.

    `names` are what renamed companies and products are called now and were before; "our" may stand for them.
    """
    before, after = Counter(old.words), Counter(new.words)
    gone, come = tuple((before - after).elements()), tuple((after - before).elements())
    known = set(names) | {f"{name}'s" for name in names}
    if names and set(gone) <= known and set(come) <= (_FORMERLY | known if gone == () else _OURS):
        gone, come = (), ()
    if _says_it_again(old.tagged, new.tagged, gone, come):
        return Change("changed", old.tagged, new.tagged, gone, come, (), False)
    only = set(old.tagged.topics) ^ set(new.tagged.topics)
    turned = weight(gone) != weight(come) or _weighty(gone) != _weighty(come)
    many = len(gone) + len(come)
    differing = {topic for topic in only if _rests_on(topic, old, new, {*gone, *come})}
    topics = set(differing)
    if turned or (old.tagged.norm != new.tagged.norm and many) or many > FEW:
        both = set(old.tagged.topics) & set(new.tagged.topics)
        led_alike = old.words[: -len(old.own)] == new.words[: -len(new.own)]
        topics |= {topic for topic in both if not (led_alike and _said_alike(old.tagged, new.tagged, topic))}
    sides = (old.tagged.clause, new.tagged.clause)
    short = len(new.own) < SMALL or all(invites(each.own) for each in sides)
    page = short and all(map(is_of_the_page, sides))
    matters = bool(topics) or (not page and (turned or many > 2 * FEW or _told(gone, come) >= TELLING))
    return Change("changed", old.tagged, new.tagged, gone, come, tuple(sorted(topics)), matters)


def _says_it_again(old: TaggedClause, new: TaggedClause, gone: Sequence[str], come: Sequence[str]) -> bool:
    """Tell whether a norm is only put in another form: `may not: sell` and `are prohibited from: selling`."""
    if not gone or not come or old.norm != new.norm or old.norm == "none" or old.topics != new.topics:
        return False
    forms = [
        Counter(
            _ENDING.sub(lambda found: found.group(1) or found.group(2) or "", each)
            for each in words
            if each not in _FORMS
        )
        for words in (gone, come)
    ]
    return forms[0] == forms[1]


def _told(gone: Sequence[str], come: Sequence[str]) -> int:
    """How many words that tell something came or went, other forms of the same word aside."""
    stems = [
        [word[:STEM] for word in words if len(word) > FEW and word not in _IDLE] for words in (gone, come)
    ]
    one, other = Counter(stems[0]), Counter(stems[1])
    return max((one - other).total(), (other - one).total())


def _weighty(words: Iterable[str]) -> set[str]:
    return {word for word in words if weight((word,))}


def _rests_on(topic: Topic, old: Entry, new: Entry, words: set[str]) -> bool:
    """Tell whether some changed words are among those by which one version speaks of a topic, or turn its norm."""
    side = old.tagged if topic in old.tagged.topics else new.tagged
    found = {
        word
        for tag in side.tags
        if tag.topic == topic
        for each in tag.evidence
        for word in tokens(each.words)
    }
    return bool(found & words) or bool(_weighty(words)) or len(words) > FEW


def _said_alike(old: TaggedClause, new: TaggedClause, topic: Topic) -> bool:
    """Tell whether the sentence that speaks of a topic is the same in two versions of a clause."""
    sentences = []
    for each in (old, new):
        place = next(tag.evidence[0].span.start for tag in each.tags if tag.topic == topic)
        starts = [*sentence_starts(each.clause.own), len(each.clause.own)]
        at = max(bisect_right(starts, place) - 1, 0)
        sentences.append(tokens(each.clause.own[starts[at] : starts[min(at + 1, len(starts) - 1)]]))
    several = len(sentence_starts(old.clause.own)) > 1 or len(sentence_starts(new.clause.own)) > 1
    return several and sentences[0] == sentences[1]


def moved(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Take back the topics of clauses that went, or lost them, while another clause came to forbid the same act."""
    kept: dict[int, set[Topic]] = {}
    for one, topic in _only_on(changes, "old"):
        for other, same in _only_on(changes, "new"):
            if topic != same or one.old is None or other.new is None:
                continue
            if _same_act(_tag(one.old, topic), _tag(other.new, topic)):
                kept.setdefault(id(one), set()).add(topic)
                kept.setdefault(id(other), set()).add(topic)
    return tuple(_without(each, kept[id(each)]) if id(each) in kept else each for each in changes)


def _only_on(changes: Iterable[Change], side: Literal["old", "new"]) -> list[tuple[Change, Topic]]:
    """Return the changes by which a topic went from a clause, or came to one, each with the topic."""
    found: list[tuple[Change, Topic]] = []
    for each in changes:
        old, new = (set(one.topics) if one else set() for one in (each.old, each.new))
        only = old - new if side == "old" else new - old
        found.extend((each, topic) for topic in each.topics if topic in only)
    return found


def _tag(side: TaggedClause, topic: Topic) -> Tag:
    return next(tag for tag in side.tags if tag.topic == topic)


def _same_act(one: Tag, other: Tag) -> bool:
    words = [
        Counter(word[:STEM] for each in tag.evidence for word in tokens(each.words)) for tag in (one, other)
    ]
    common = (words[0] & words[1]).total()
    return one.norm == other.norm and common >= SAME_ACT * max(words[0].total(), words[1].total())


def _without(change: Change, topics: set[Topic]) -> Change:
    left = tuple(topic for topic in change.topics if topic not in topics)
    return Change(
        change.kind, change.old, change.new, change.removed_words, change.added_words, left, change.matters
    )


def redefined(
    changes: Sequence[Change], tagged: Iterable[TaggedClause], before: Mapping[str, int]
) -> Iterator[Change]:
    """Clauses on a topic whose own words stayed while a term that they use came to mean something else.

    A term counts where it is written as defined, and not where it names the service as a whole, its parties or the
    text itself: who is bound and to what is told by the definition's own change. A definition that only leaves out
    what the older text did not know changes no clause: the thing it leaves out was never meant.
    """
    terms = {
        term: change
        for change in changes
        if change.kind == "changed" and change.old and change.new and _reaches(change, before)
        if not introduces_party(change.new.clause.own)
        for term in set(change.old.details.defined_terms) & set(change.new.details.defined_terms)
        if _WHOLE.fullmatch(term) is None
    }
    touched = {change.new.clause.own for change in changes if change.new}
    for each in tagged if terms else ():
        if not each.topics or each.clause.own in touched:
            continue
        for term, change in terms.items():
            if re.search(rf"(?<!\w){re.escape(term)}(?!\w)", each.clause.text):
                gone, come = change.removed_words, change.added_words
                yield Change("redefined", each, each, gone, come, each.topics, True)
                break


def _reaches(change: Change, before: Mapping[str, int]) -> bool:
    """Tell whether a changed definition can change what a clause with its term says."""
    gone, come = change.removed_words, change.added_words
    if not (change.matters or len(gone) + len(come) > FEW):
        return False
    told = [word for word in come if not weight((word,)) and len(word) > FEW and word not in _LEAVING_OUT]
    fresh = [word for word in told if not before.get(word)]
    leaves_out = bool(_LEAVING_OUT & set(come)) and not gone
    return not (leaves_out and fresh and len(told) - len(fresh) <= 2)


_WHOLE = re.compile(
    r"(?:the |our |your )?(?:(?:\w+ )?(?:services?|sites?|websites?|platforms?|products?|apps?|applications?|software|"
    r"agreement|terms|polic(?:y|ies)|licen[cs]e)|customers?|users?|end users?|clients?|you|we|us|our|company|parties|"
    r"party|affiliates?|subscribers?|members?)",
    re.IGNORECASE,
)
_LEAVING_OUT = frozenset({"excluding", "except", "exclude", "excludes", "excluded", "other", "apart"})
