"""Faults in the sentences of rules: verdicts, and words on texts or elements that a rule does not have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from compliance.errors import Fault
from compliance.model.packs.rule import Rule

_FORBIDDEN = re.compile(
    r"\b(illegal(ly)?|unlawful(ly)?|legal(ly)? ok|safe to|distillation attacks?)\b", re.IGNORECASE
)


def verdicts(name: str, texts: Iterable[str]) -> Iterator[Fault]:
    """Words that are a verdict, which no rule gives."""
    for found in filter(None, map(_FORBIDDEN.search, texts)):
        what = f"{name}: the word {found.group()!r} is a verdict that no rule gives"
        yield Fault(None, what, "say what the text says")


def besides(rule: Rule) -> Iterator[Fault]:
    """What is said of single texts: in no verdicts, of texts that the rule reads, and of its own elements."""
    cited = {cite.instrument for cite in rule.cites}
    for one in rule.besides:
        words = [text for reasons in one.because.values() for _, text in reasons.of()]
        told = [text for text in (one.says, one.consequence, one.does_not_cover, one.clear_because) if text]
        yield from verdicts(rule.id, (*told, *words))
        for text in one.of:
            if text not in cited:
                yield Fault(
                    None,
                    f"{rule.id}: `besides` speaks of {text}, which is not cited",
                    "cite it, or leave it out",
                )
        for name in one.because:
            if name not in rule.when and name not in rule.unless:
                yield Fault(
                    None,
                    f"{rule.id}: `besides` gives words for {name}, which is no element",
                    "name an element",
                )
        if not told and not words:
            yield Fault(
                None, f"{rule.id}: `besides` says nothing of {', '.join(one.of)}", "say it, or leave it out"
            )
