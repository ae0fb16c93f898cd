"""What acts cost: by their word, by the role of what they touch, or as one act is priced by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from compliance.model.answered.plan import Act, Costs, Edit

NEVER = -1
"""Cost of an act that is out of the question."""
_UNPRICED = 50


@dataclass(frozen=True, slots=True)
class Prices:
    """A table of costs, and acts made with it."""

    costs: Costs

    def act(
        self,
        word: str,
        subject: str,
        says: str,
        edit: Edit,
        *,
        roles: Iterable[str] = (),
        times: int = 1,
        slot: str = "",
        question: bool = False,
        rank: int = 0,
    ) -> Act:
        """An act with its cost; `times` is how much of it there is, `rank` puts equals in order."""
        key = f"{word}:{subject}"
        own = self.costs.acts.get(key)
        if own == "never":
            cost = NEVER
        elif isinstance(own, int):
            cost = own
        else:
            cost = self._of(word, roles) * times + rank
        return Act(key, word, subject, says, edit, cost, slot, question)

    def _of(self, word: str, roles: Iterable[str]) -> int:
        price = self.costs.costs.get(word, _UNPRICED)
        if isinstance(price, int):
            return price
        given = [price.get(role, price["other"]) for role in roles]  # type: ignore[call-overload]
        return max(given, default=price["other"])
