"""Say in plain English what a rule asks of facts, licences and artifacts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from compliance.model.packs.operator import FactOp, LicenceTest, Selector
from compliance.model.packs.rule import FactEntry
from compliance.render.view.words import clean, listed


def fact_words(op: FactOp, facts: Mapping[str, FactEntry]) -> str:
    """Return a comparison of a fact in words."""
    entry = facts.get(op.fact)
    if isinstance(op.is_, bool) and entry is not None:
        owner = op.fact.partition(".")[0]
        question = clean(
            entry.question.replace("{subject}", f"the {owner}").replace("{provider}", "the provider")
        )
        return f"“{question}” is answered {_value(op.is_)}"
    name = _name(op.fact)
    if op.at:
        name += f" as of {op.day or _name(op.at)}"
    return f"{name} {_comparison(op)}"


def _comparison(op: FactOp) -> str:
    if op.over is not None or op.under is not None:
        return (
            f"is over {_amount(op.over, op)}" if op.over is not None else f"is under {_amount(op.under, op)}"
        )
    if op.known is not None:
        return "is known" if op.known else "is not known"
    told = (
        (op.is_, "is {}"),
        (op.in_, "is {}"),
        (op.contains, "contains {}"),
        (op.mentions and _name(op.mentions), "mentions {}"),
        (op.overlaps, "include {}"),
        (op.within, "hold nothing but {}"),
        (op.starts_with, "starts with {}"),
        (op.before, "is before {}"),
        (op.since, "is on or after {}"),
    )
    given, phrase = next((value, phrase) for value, phrase in told if value is not None)
    if op.mentions is not None:
        return phrase.format(given)
    return phrase.format(_values(given) if isinstance(given, tuple) else _value(given))


def _amount(side: object, op: FactOp) -> str:
    factor = "" if op.times == 1 else f"{_value(op.times)} times "
    return factor + (_name(side) if isinstance(side, str) else _value(side))


def _name(fact: str) -> str:
    owner, _, name = fact.partition(".")
    return f"the {owner}'s {clean(name).replace('_', ' ').replace('.', ' ')}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:,}"
    text = clean(str(value))
    return f"“{text}”" if " " in text else text


def _values(values: Iterable[object]) -> str:
    told = [_value(value) for value in values]
    return f"{'one of ' if len(told) > 1 else ''}{', '.join(told)}"


def licence_words(test: LicenceTest) -> str:
    """Return a test on a licence in words."""
    whose = f"the licence of the {test.of}"
    parts = []
    if test.has:
        parts.append(f"{whose} has the trait {_values(test.has)}")
    if test.in_:
        parts.append(f"{whose} is {_values(test.in_)}")
    if test.drops:
        parts.append(f"{whose} lacks what the source's licence has: {_values(test.drops)}")
    if test.differs is not None:
        parts.append(f"{whose} is {'not ' if test.differs else ''}that of the source")
    if test.copied:
        parts.append(f"a copy of the licence of the {test.of} is shipped, where it is {_values(test.copied)}")
    if test.noticed:
        parts.append(
            f"the notices of the licence of the {test.of} are shown, where it is {_values(test.noticed)}"
        )
    if test.stated is not None:
        parts.append(f"a licence of the {test.of} is {'' if test.stated else 'not '}stated")
    if test.stated_beside is not None:
        parts.append(f"the release does {'' if test.stated_beside else 'not '}name {whose} beside its own")
    return " and ".join(parts) or f"{whose} is asked about"


def selector_words(selector: Selector) -> str:
    """Return which artifacts are meant, in words."""
    kind = listed([f"a {kind}" for kind in selector.kind], "or") or "anything"
    of = (
        (selector.provider, "of the provider {}"),
        (selector.developer, "developed by {}"),
        (selector.country, "from {}"),
        (selector.family, "of the family {}"),
        (selector.licence, "under the licence {}"),
        (selector.not_licence, "not under {}"),
        (selector.trait, "whose licence has the trait {}"),
        (selector.name, "named {}"),
        (selector.origin, "whose origin is {}"),
    )
    parts = [phrase.format(_values(values)) for values, phrase in of if values]
    if selector.unlicensed is not None:
        parts.append("without any licence or terms" if selector.unlicensed else "with some licence or terms")
    if selector.unexplained is not None:
        parts.append(f"of which it is {'not ' if selector.unexplained else ''}known what it was made from")
    if selector.contradicted is not None:
        parts.append(
            f"of which the manifest and the registry say {'different things' if selector.contradicted else 'the same'}"
        )
    if selector.own:
        parts.append("(made by the publisher itself or not)")
    return " ".join([kind, *parts])
