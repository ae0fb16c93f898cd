"""How large rules are once their definitions are written out: a few lines can stand for more than can be evaluated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from compliance.model.packs.operator import DefinitionOp, nodes
from compliance.model.packs.rule import Besides, Rule

__all__ = ["DEEPEST", "MOST_BESIDES", "MOST_PARTS", "WrittenOut"]

MOST_PARTS = 20_000
"""How many parts a rule's conditions may have with its definitions written out; the largest bundled rule has 1,108."""
DEEPEST = 50
"""How many definitions may stand for each other in a row."""
MOST_BESIDES = 100_000
"""How many letters a rule may say of single texts; a finding holds all that concern its source, beside what every text
shares. The largest bundled rule has some 1,400."""


class WrittenOut:
    """Measures conditions, each definition once."""

    def __init__(self, definitions: Mapping[str, Any]) -> None:
        """Take every definition that is loaded."""
        self._definitions = definitions
        self._measured: dict[str, tuple[int, int]] = {}
        self.ring: tuple[str, ...] = ()
        """Definitions that go round in a circle, if some do."""
        for key in definitions:
            self._of(key, ())

    def fault(self, rule: Rule) -> str | None:
        """What is wrong with the size of a rule, or None."""
        trees = (*rule.when.values(), *rule.unless.values(), rule.about, rule.asked_if)
        sizes = [self._measure(tree, ()) for tree in trees]
        if sum(parts for parts, _ in sizes) > MOST_PARTS:
            return f"rule {rule.id!r} has more than {MOST_PARTS:,} parts with its definitions written out"
        if max(depth for _, depth in sizes) > DEEPEST:
            return f"rule {rule.id!r} needs more than {DEEPEST} definitions in a row"
        if sum(map(_letters, rule.besides)) > MOST_BESIDES:
            return f"rule {rule.id!r} says more than {MOST_BESIDES:,} letters of single texts under `besides`"
        return None

    def _of(self, key: str, above: tuple[str, ...]) -> tuple[int, int]:
        """Parts and depth of a definition; one that stands for itself is noted and counts as nothing."""
        if key in above:
            self.ring = self.ring or (*above[above.index(key) :], key)
            return 0, 0
        if key not in self._measured:
            if len(above) > DEEPEST:
                return 0, DEEPEST + 1  # whoever needs it needs too many
            found = self._definitions.get(key)
            self._measured[key] = self._measure(found.test, (*above, key)) if found is not None else (0, 0)
        return self._measured[key]

    def _measure(self, tree: Any, above: tuple[str, ...]) -> tuple[int, int]:
        parts, deepest = 0, 0
        for node in nodes(tree):
            parts += 1
            if isinstance(node, DefinitionOp):
                inner, depth = self._of(node.definition, above)
                parts, deepest = parts + inner, max(deepest, depth + 1)
        return min(parts, MOST_PARTS + 1), deepest


def _letters(one: Besides) -> int:
    """How many letters are said of single texts, in sentences and in words that allow readings."""
    told = (one.says, one.consequence, one.does_not_cover, one.clear_because)
    words = (text for reasons in one.because.values() for _, text in reasons.of())
    return sum(len(text) for text in (*told, *words) if text)
