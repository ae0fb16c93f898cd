"""Where facts are read: fact names to values, absent ones to questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from compliance.evaluate.context import Context
from compliance.evaluate.reaching.reach import matched, untrained
from compliance.evaluate.reaching.trained import of_others, trained_here
from compliance.model.answered.finding import MAKING, MissingFact
from compliance.model.answered.making_asked import making_question
from compliance.model.declared.lineage import Artifact, Period
from compliance.model.declared.manifest import Party, Release, Step
from compliance.model.declared.stated import plain_answer
from compliance.model.names.resolved import HOSTS
from compliance.model.packs.rule import FactEntry
from compliance.model.packs.truth import Truth
from compliance.model.words.bound import no_more_than
from compliance.values import dataclass, replace

_ABSENT: tuple[object, ...] = (None, "unknown", (), [])
"""Values that say nothing. An empty list of notices or licence copies does say something; see `_stated`."""
_LISTS_THAT_SPEAK_WHEN_EMPTY = (
    "release.notices", "release.license_copies", "release.channels_closed", "release.terms_pass_on",
)  # fmt: skip
_STEP_DEFAULTS = ("route", "plan")


@dataclass(frozen=True, slots=True)
class Known:
    """A fact with its value."""

    value: Any
    silent: bool = False
    """Nothing is stated, and the catalogue says that silence means no."""


def read(context: Context, name: str) -> Known | MissingFact:
    """The value of a fact in this context, or the question that would supply it."""
    scope, _, key = name.partition(".")
    subject, shown, finder = _SCOPES[scope](context, key)
    if (answer := f"{name}@{subject}") in context.assumed:
        return Known(context.assumed[answer])
    value = plain_answer(finder(key))
    if value == () and name in _LISTS_THAT_SPEAK_WHEN_EMPTY:
        return Known(value)
    if value not in _ABSENT:
        return Known(value)
    entry = context.knowledge.facts.get(name)
    told = _followed(entry, finder) if entry is not None else None
    if told not in _ABSENT:
        return Known(told)
    # Where absence speaks (a permission that nobody claims), only an explicit `unknown` leaves the fact open: its own,
    # or that of a fact from which it would follow.
    if entry is not None and entry.closed and told is None and not _says_unknown(context, scope, key, value):
        return Known("no", silent=True)
    words = {"provider": _party_name(context, key)} if key in OF_WHOM else {}
    if name in _FOUND and context.source is not None:
        words["why"] = _FOUND[name](context.source)
    asked = context.ask(name, subject, shown, **words)
    if name != MAKING or context.source is None:
        return asked
    making = context.source.making
    text = making_question(
        asked.question,
        shown,
        step=making.step,
        claimed=making.claimed,
        noted=making.noted,
        by_nobody=making.by_nobody,
    )
    return replace(asked, question=text)


def _followed(entry: FactEntry, finder: Finder) -> Any:
    """What other facts that are stated say of a fact that is not, `unknown` included; None where none speaks."""
    open_too = None
    for one in entry.follows:
        stated = plain_answer(finder(one.fact.partition(".")[2]))
        if stated in _ABSENT:
            open_too = stated or open_too
            continue
        if one.then is None:
            if (told := no_more_than(stated)) is not None:
                return told
        elif stated == one.is_ or (isinstance(one.is_, bool) and as_truth(stated) is Truth.of(one.is_)):
            return one.then
    return open_too


def _making(source: Artifact) -> str:
    return source.making.told_of(source.name)


_FOUND: dict[str, Callable[[Artifact], str]] = {
    MAKING: _making,
    "source.record_settled": lambda source: source.disputes,
}
"""Facts that the program finds by itself; a manifest answers them with the fields they are about. With what is told."""


def _says_unknown(context: Context, scope: str, key: str, value: object) -> bool:
    """Whether the manifest itself writes `unknown`, rather than nothing."""
    if value != "unknown":
        return False
    holders: dict[str, Step | Party | Release | None] = {
        "step": context.step,
        "party": context.party,
        "publisher": context.lineage.releaser(context.target.release),
        "release": context.target.release,
    }
    holder = holders.get(scope)
    return holder is None or key not in type(holder).model_fields or key in holder.model_fields_set


OF_WHOM = {"accepted": "accepted", "permission": "permission", "permission_of_host": "permission"}
"""Facts of a party towards somebody, with the field of the manifest that says them by the other's id."""


def source_party(context: Context, key: str = "") -> str:
    """Registry id of whoever's terms or licence govern the source: provider, else its first licence.

    A permission of the host is that of whoever sells the route, whose text stands beside that of the model's provider.
    """
    source = context.source
    if source is None:
        return "the licensor"
    if key == "permission_of_host" and source.route in HOSTS:
        return HOSTS[source.route]
    return source.provider or (source.licences[0] if source.licences else source.id)


def _party_name(context: Context, fact: str) -> str:
    """The provider's or the licence's name, for questions."""
    key, registry = source_party(context, fact), context.knowledge.registry
    if key in registry.providers:
        return registry.providers[key].name
    return registry.licences[key].title if key in registry.licences else key


Finder = Callable[[str], Any]


def _of(value: object, facts: Mapping[str, Any]) -> Finder:
    def find(key: str) -> Any:
        field = getattr(value, key, None)
        return facts.get(key, field) if field in _ABSENT else field

    return find


def _publisher(context: Context, key: str) -> tuple[str, str, Finder]:
    lineage = context.lineage
    releaser = lineage.releaser(context.target.release)
    # Who takes somebody else's release is asked about itself.
    whose = context.party if context.role == "recipient" and context.party is not None else releaser
    subject = "publisher" if whose is lineage.publisher else whose.name
    return subject, whose.name, _of(whose, whose.facts)


def _party(context: Context, key: str) -> tuple[str, str, Finder]:
    party = context.party
    name = party.name if party else "whoever takes the release"
    subject = "publisher" if party is context.lineage.publisher else name
    if key not in OF_WHOM:
        return subject, name, _of(party, party.facts if party else {})
    whose = source_party(context, key)

    def find(_: str) -> Any:
        answers: Mapping[str, object] = getattr(party, OF_WHOM[key], {})
        licences = context.source.licences if context.source and key != "permission_of_host" else ()
        names = [whose, *licences]
        given = [plain_answer(answers[n]) for n in names if n in answers]
        return next((answer for answer in given if answer != "unknown"), given[0] if given else None)

    return f"{subject}:{whose}", name, find


def _release(context: Context, key: str) -> tuple[str, str, Finder]:
    release, artifact = context.target.release, context.target.artifact
    # An artifact without a name goes by its id in the manifest, which nobody else ever sees.
    named = artifact.name if artifact.name != artifact.id else None
    says = context.lineage.licence_says.get(release.key, artifact.licence_says)
    derived = {
        "kind": artifact.kinds if len(artifact.kinds) > 1 else artifact.kind,
        "offered_as": artifact.facts.get("offered_as", artifact.kind),
        "name": release.name or named,
        "modality": artifact.modality,
        "licence_says": says,
    }

    def find(wanted: str) -> Any:
        if wanted == "function" and artifact.kinds[-1] in _FUNCTION_OF_KIND:
            return _FUNCTION_OF_KIND[artifact.kind]
        value = getattr(release, wanted, None)
        if wanted == "license_copies" and value:
            return context.lineage.licence_copies.get(release.key, value)
        if value not in _ABSENT:
            return value
        if wanted in _ABSENT_TUPLES and value is not None:
            return value
        return release.facts.get(wanted, derived.get(wanted))

    return release.key, release.name or artifact.name, find


_ABSENT_TUPLES = ("notices", "license_copies", "terms_pass_on")
_FUNCTION_OF_KIND = {"dataset": "dataset", "code": "application", "document": "application"}
"""Only a model's function has to be said; of the rest it follows from what they are, whatever is said."""


def _source(context: Context, key: str) -> tuple[str, str, Finder]:
    source = context.source
    if source is None:
        return "source", "the source", lambda _: None
    step = context.step

    def find(wanted: str) -> Any:
        override = getattr(step, wanted, None) if wanted in _STEP_DEFAULTS and step else None
        if override not in _ABSENT:
            return override
        if wanted == "license":
            return source.licence_text
        if f"source.{wanted}" in _FOUND:
            return True if found_settled(source, wanted) else None
        if wanted == "same_work":
            entry, lineage = context.entry, context.lineage
            return "yes" if entry is None or untrained(lineage, entry, context.target.node) else "no"
        if wanted == "matched":
            met = context.entry is not None and matched(context.lineage, context.entry, context.target.node)
            return "yes" if met else "no"
        if wanted == "trained_here":
            return "yes" if trained_here(context) else "no"
        if wanted == "of_others":
            return "yes" if of_others(context) else "no"
        return _of(source, source.facts)(wanted)

    return source.id, source.name, find


def found_settled(source: Artifact, key: str) -> bool:
    """Whether nothing is open about what the program finds by itself of an artifact."""
    return not source.contradicted if key == "record_settled" else source.making.state != "open"


def _step(context: Context, key: str) -> tuple[str, str, Finder]:
    step = context.step
    if step is None:
        return "step", "the step", lambda _: None

    def find(wanted: str) -> Any:
        if wanted == "role":
            return context.entry.role if context.entry else None
        if wanted == "period":
            return context.step_period() if step.period else None
        return _of(step, step.facts)(wanted)

    return step.id, f"step {step.id}", find


def _model(context: Context, key: str) -> tuple[str, str, Finder]:
    artifact = context.target.artifact
    return artifact.id, artifact.name, _of(artifact, artifact.facts)


_SCOPES: dict[str, Callable[[Context, str], tuple[str, str, Finder]]] = {
    "publisher": _publisher,
    "party": _party,
    "release": _release,
    "source": _source,
    "step": _step,
    "model": _model,
}


def as_truth(value: object) -> Truth | None:
    """Truth of a yes-no value; None where it is no yes-no value."""
    if isinstance(value, Truth):
        return value
    if isinstance(value, bool):
        return Truth.of(value)
    return (
        {"yes": Truth.YES, "no": Truth.NO, "unknown": Truth.UNKNOWN}.get(value)
        if isinstance(value, str)
        else None
    )


def as_period(value: object) -> Period | None:
    """Days that a date fact names; None where it names none."""
    if isinstance(value, Period):
        return value
    try:
        return Period.of(str(value))
    except ValueError:
        return None
