"""What is seen around a name in a sentence, as words that a weight can stand for."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from compliance.text.mention import clauses
from compliance.text.mention.frames import frames
from compliance.text.mention.name import Name
from compliance.text.mention.patterns import NAME, lexicon
from compliance.text.mention.said import Said

_NEAR = ((2, "1"), (5, "2"))
"""Words up to so far away, and the sign of that distance; of those farther off only the side counts."""
_FARTHEST = 18
_STEM = re.compile(r"(?:isations?|izations?|ations?|ings?|ers?|ed|es|s|e)$")
_SKIPPED = frozenset(
    {"the", "a", "an", "our", "their", "its", "this", "that", "both", "`", "*", '"', "“", "”", "'", "’"}
)
_SIZED = re.compile(r"(?i)[0-9]b")
_FORMS = {
    "rows": re.compile(
        r"(?i)(?<![a-z])\d+(?:\.\d+)?k(?![a-z])|data(?:set|mix)?\b|corpus|corpora|\bsets?\b|"
        r"(?:^|[-_/ ])(?:sft|dpo|orpo|rlhf|pairs?|prompts?|instructions?|instruct[-_]\d+k|conversations?|"
        r"dialog(?:ue)?s?|preferences?|feedback|traces?|trajectories|q\W?a|\w*quad|alpaca|sharegpt|wiki(?:pedia|text)?|"
        r"crawl|c4|web|papers|books?|news|reviews|collection|filtered|cleaned|dedup\w*|train|splits?)"
        r"(?:[-_ ]?v?\d[\w.]*)?$"
    ),
    "measure": re.compile(
        r"(?i)bench(?:mark)?s?\b|eval\b|leaderboard|\barena\b|\b(?:mmlu|gsm8k|mteb|glue|helm)\b"
    ),
    "model": re.compile(
        r"(?i)\d+(?:\.\d+)?[bm]\b|-(?:base|chat|instruct|it|lora|gguf|gptq|awq|large|small|mini|tiny|medium|xl|vae|"
        r"merge\w*|encoder|classifier|reranker|embed\w*)\b|\b(?:bert|llama|gpt|t5|clip|vit|lora|vae|encoder|decoder|"
        r"classifier|model|tagger|reranker|embedder|detector)\b"
    ),
}
"""What the form of a name says that it is: rows, something to measure by, or weights; the first that fits."""
_WITH_TITLE = ("-1", "+1", "gov", "cue", "kind", "at ", "form")
_PARTS = frozenset({"(", ")", ":", "|", "-", "–", "—", ",", ".", "/"})


def stem(word: str) -> str:
    """A word without its ending, so that forms of one verb fall together.

    >>> stem("generated"), stem("generates"), stem("generating")
    ('generat', 'generat', 'generat')
    """
    if word == NAME or len(word) < 5:
        return word
    short = _STEM.sub("", word)
    return short if len(short) >= 3 else word


@functools.cache
def _classes() -> Mapping[str, tuple[str, ...]]:
    """Classes of each word: those of the lexicon and of the verbs of the frames."""
    found: dict[str, list[str]] = {}
    for name, words in lexicon().classes.items():
        for word in words:
            found.setdefault(word, []).append(name)
    for word, kind in frames().verbs.items():
        found.setdefault(word, []).append(f"v-{kind}")
    return {word: tuple(names) for word, names in found.items()}


def _of(word: str) -> tuple[str, ...]:
    """The classes of a word; `machine-translated` has those of `translated`."""
    return _classes().get(word) or _classes().get(word.rpartition("-")[2], ())


def seen(tokens: Sequence[str], where: int) -> set[str]:
    """What is seen around the name at a position."""
    first, last = clauses.begin(tokens, where), clauses.end(tokens, where)
    found = {"all"}
    found.update(_side(tokens, where, range(where - 1, -1, -1), "<", first))
    found.update(_side(tokens, where, range(where + 1, len(tokens)), ">", last - 1))
    found.update(_beside(tokens, where, first, last))
    found.update(_whole(tokens, where))
    return found


def _side(tokens: Sequence[str], where: int, places: Iterable[int], sign: str, border: int) -> Iterator[str]:
    for at in itertools.islice(places, _FARTHEST):
        distance, word = abs(at - where), tokens[at]
        outside = at < border if sign == "<" else at > border
        marks = ["", *(["x"] if outside else [mark for limit, mark in _NEAR if distance <= limit][:1])]
        for told in (stem(word), *(f"<{each}>" for each in _of(word))):
            yield from (f"{sign}{mark}{told}" for mark in marks)


def _beside(tokens: Sequence[str], where: int, first: int, last: int) -> Iterator[str]:
    """The words next to the name, the word that links it, and the nearest verbs on both sides."""
    left = [word for word in tokens[max(0, where - 4) : where] if word not in _SKIPPED]
    right = [word for word in tokens[where + 1 : where + 5] if word not in _SKIPPED]
    yield f"-1 {stem(left[-1]) if left else '^'}"
    yield f"+1 {stem(right[0]) if right else '$'}"
    yield f"-2 {' '.join(stem(word) for word in left[-2:]) or '^'}"
    yield f"+2 {' '.join(stem(word) for word in right[:2]) or '$'}"
    yield f"-+ {stem(left[-1]) if left else '^'} {stem(right[0]) if right else '$'}"
    link = next(
        (at for at in range(where - 1, max(first, where - 7) - 1, -1) if tokens[at] in frames().links), None
    )
    before = where if link is None else link
    verb = next((at for at in range(before - 1, first - 1, -1) if _kinds(tokens[at])), None)
    for kind in _kinds(tokens[verb]) if verb is not None else ("",):
        yield f"gov {kind} {tokens[link] if link is not None else ''}"
    after = next((at for at in range(where + 1, last) if _kinds(tokens[at])), None)
    if after is not None:
        passive = any(word in lexicon().copula for word in tokens[where + 1 : after])
        purpose = any(word in ("to", "for") for word in tokens[where + 1 : after])
        for kind in _kinds(tokens[after]):
            yield f"does {kind} {'passive' if passive else 'to' if purpose else ''} {'^' if verb is None else ''}"


def _kinds(word: str) -> tuple[str, ...]:
    return tuple(each for each in _of(word) if each not in ("links", "copula", "rows", "content", "outputs"))


def _whole(tokens: Sequence[str], where: int) -> Iterator[str]:
    """What is true of the sentence and of the name's place in it."""
    yield f"at {min(where, 3)}"
    yield f"left {min(len(tokens) - where - 1, 3)}"
    if where and "(" in tokens[:where] and ")" not in tokens[:where][-tokens[:where][::-1].index("(") :]:
        yield "bracketed"
    words = set(tokens)
    for word in ("we", "our", "you", "your", "can", "if", "|", "this", "not", "support"):
        if word in words:
            yield f"has {word}"
    if words & lexicon().measuring:
        yield "measuring"
    opening = [word for word in tokens[:where] if word not in _PARTS and word not in _SKIPPED][:1]
    yield f"opens {stem(opening[0]) if opening else '^'}"
    yield f"names {min(tokens.count(NAME), 3)}"
    yield f"nth {min(tokens[:where].count(NAME), 2)}"


def about(name: Name) -> set[str]:
    """What is known of the name itself."""
    kind = "generic" if name.is_generic else name.known.kind if name.known else "unknown"
    form = next((told for told, pattern in _FORMS.items() if pattern.search(name.text)), "plain")
    return {
        f"kind {kind}", f"hub {'/' in name.text}", f"sized {bool(_SIZED.search(name.text))}", f"form {form}",
        f"kind {kind} form {form}",
    }  # fmt: skip


def headed(title: str) -> set[str]:
    """The words of the title of a section."""
    return {f"sec {stem(word)}" for word in re.findall(r"[a-z]{3,}", title.lower().rpartition(" / ")[2])}


def under(titles: set[str], told: Collection[str]) -> set[str]:
    """The words of a title, each alone and with what is seen next to the name: a verb says other things elsewhere."""
    beside = [one for one in told if one.startswith(_WITH_TITLE)]
    return titles | {f"{title} & {one}" for title in titles for one in beside}


def spoken(said: Said, relation: str | None, place: str, name: Name) -> set[str]:
    """What frames, cues and rules make of the name: each is one voice among others."""
    kind = name.known.kind if name.known else None
    found = {f"cue {cue}" for cue, _ in said.cues}
    found |= {f"frame {said.frame}", f"rule {relation}", f"rule {said.strength} {relation}"}
    found |= {f"cue {kind} {cue}" for cue, _ in said.cues[:2]}
    found |= {f"frame {kind} {said.frame}"} if said.frame else set()
    found |= {f"rule {kind} {relation}", f"place {place}", f"place {place} {relation}"}
    return found | ({"possible"} if said.possible else set())
