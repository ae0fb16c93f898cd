"""Patterns of words, of which only those are tried on a sentence that has the words they cannot do without."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.tokens import Span
    from spacy.vocab import Vocab


class Patterns:
    """Matchers of one pattern each; of hundreds a sentence has the words of a few."""

    def __init__(self, vocab: Vocab) -> None:
        """None yet; `vocab` is the language's."""
        self._vocab = vocab
        self._by_word: dict[str, list[tuple[tuple[frozenset[str], ...], str, Matcher]]] = defaultdict(list)

    def add(self, key: str, pattern: list[dict[str, Any]]) -> None:
        """One pattern, as `patterns.tokens` makes it, under a key."""
        from spacy.matcher import Matcher

        matcher = Matcher(self._vocab)
        matcher.add(key, [pattern])
        needed = sorted((words for one in pattern if (words := _needed(one))), key=len)
        for word in needed[0]:
            self._by_word[word].append((tuple(needed[1:]), key, matcher))

    def __call__(self, sentence: Span, words: Sequence[str]) -> Iterator[tuple[str, int, int]]:
        """Key, start and end of every match.

        Args:
            sentence: The sentence.
            words: Its tokens in small letters.
        """
        said = frozenset(words)
        for word in said:
            for needed, key, matcher in self._by_word.get(word, ()):
                if not any(said.isdisjoint(one) for one in needed):
                    for _, start, end in matcher(sentence):
                        yield key, start, end


def _needed(token: dict[str, Any]) -> frozenset[str]:
    """The words of which one must stand at a token's place; none for a gap."""
    told = token["LOWER"]
    if "OP" in token:
        return frozenset()
    return frozenset((told,) if isinstance(told, str) else told["IN"])
