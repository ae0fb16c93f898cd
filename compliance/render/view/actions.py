"""What can be done about a finding: in a sentence, in a few words for tables, and who can do it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from compliance.model.answered.finding import Duty, Finding
from compliance.render.view.words import clean, count, listed, sentence
from compliance.values import dataclass, replace

Who = Literal["engineer", "counsel", "provider"]
WHO: tuple[Who, ...] = ("engineer", "counsel", "provider")


@dataclass(frozen=True, slots=True)
class _Remedy:
    sentence: str
    short: str
    who: Who


def _of(sentence: str, short: str, who: Who) -> _Remedy:
    return _Remedy(sentence, short, who)


_REMEDIES: dict[str, _Remedy] = {
    "obtain-permission": _of(
        "Ask the provider or rights holder for written permission, and keep it.", "get written permission", "provider"
    ),
    "replace-input": _of(
        "Replace the input by one whose terms allow this, and make what depends on it again.", "replace the input",
        "engineer",
    ),
    "drop-input": _of(
        "Leave the input out, and make what depends on it again.", "leave the input out", "engineer"
    ),
    "restrict-access": _of("Keep the release internal, or narrow who gets it.", "narrow who gets it", "engineer"),
    "change-licence": _of(
        "Release under a licence that keeps what the source's licence demands; “compliance plan --licence” says which.",
        "choose a licence that fits", "counsel",
    ),
    "rename": _of("Change the release's name to what the licence demands.", "change the name", "engineer"),
    "add-notice": _of(
        "Show the notice that the text demands, word for word.", "show the notice that is asked for", "engineer"
    ),
    "add-attribution": _of("Credit the source as its licence asks.", "credit the source", "engineer"),
    "name-source": _of(
        "Name the source and its licence with the release, as the licence asks.", "credit the source", "engineer"
    ),
    "change-purpose": _of(
        "Keep the release to purposes that the text allows.", "keep to the purposes allowed", "counsel"
    ),
    "ship-licence": _of("Ship a copy of the licence with the release.", "ship the licence text", "engineer"),
    "pass-on-terms": _of(
        "Pass the source's conditions on to whoever takes the release.", "pass the conditions on", "counsel"
    ),
    "supply-fact": _of("State the missing fact in the manifest.", "state the missing fact", "engineer"),
    "state-licence": _of(
        "State one licence for the release, in every place where it is named.", "state one licence", "engineer"
    ),
    "align-statements": _of(
        "Make the statements about the licence agree, in every place where they stand.", "make the statements agree",
        "engineer",
    ),
    "ask-publisher": _of(
        "Ask the publisher of the source which statement holds, and keep the answer.", "ask the source's publisher",
        "provider",
    ),
    "disclose": _of("Publish what the text asks to be disclosed.", "publish what has to be disclosed", "engineer"),
    "document": _of(
        "Write down and keep what the text asks to be documented.", "write the documentation", "engineer"
    ),
    "non-commercial-release": _of(
        "Offer the release for non-commercial use only.", "offer it for non-commercial use only", "counsel"
    ),
    "limit-markets": _of(
        "Do not offer the release in the markets that the text speaks of.", "leave out those markets", "counsel"
    ),
    "limit-use": _of(
        "Do not use the release for the purposes that the text speaks of.", "leave out those uses", "counsel"
    ),
    "use-other-route": _of(
        "Use the provider's service through a channel whose terms allow this use.", "use a channel that allows it",
        "engineer",
    ),
    "ask-counsel": _of("Put the question to counsel, with this finding.", "ask counsel", "counsel"),
    "watch": _of("Nothing to do now; watch how the text develops.", "watch the text", "counsel"),
    "none": _of("Nothing to do.", "nothing to do", "engineer"),
}  # fmt: skip
_WHOM = "the provider or rights holder"
_SAME = {
    "change-license": "change-licence", "ship-licence-copy": "ship-licence", "state-fact": "supply-fact",
}  # fmt: skip
_FACT = ("supply-fact", "state-fact")
_OF_DUTIES = {
    "rename": ("name-prefix",),
    "add-notice": ("notice", "credit"),
    "name-source": ("credit", "notice"),
    "add-attribution": ("credit", "notice"),
    "ship-licence": ("licence-copy",),
    "ship-licence-copy": ("licence-copy",),
}
"""Actions that are told in literal words, with the kinds of duties that tell them."""
_OWED = {
    "notice": ("show", "notice"),
    "credit": ("credit", "source"),
    "licence-copy": ("ship", "licence text"),
}
_SAME_LICENCE = ("change-licence", "change-license")
_UNDER = ", and see that the licence fits"
"""How a licence is told beside words that are owed: it takes the place of none of them."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that would help: its name, the sentence, a few words for tables, and who can do it."""

    id: str
    sentence: str
    short: str
    who: Who


def action(name: str) -> Action:
    """Put one action into words; one without words of its own is shown by its name.

    >>> action("rename").short, action("ask-a-librarian").sentence
    ('change the name', 'Ask a librarian.')
    """
    remedy = _REMEDIES.get(_SAME.get(name, name))
    if remedy is None:
        words = clean(name).replace("-", " ")
        return Action(clean(name), sentence(words), words, "engineer")
    return Action(clean(name), remedy.sentence, remedy.short, remedy.who)


def actions_of(finding: Finding) -> tuple[Action, ...]:
    """What would change where a finding stands: no fact that is not missing, and no words that are shown already."""
    owed = [duty for duty in finding.duties if duty.state != "shown"]
    kinds = {duty.kind for duty in owed}
    met = {duty.kind for duty in finding.duties} - kinds
    names = [
        name
        for name in finding.what_to_do
        if not (name in _FACT and not finding.missing)
        and not (name in _OF_DUTIES and kinds.intersection(_OF_DUTIES[name]))
        and not (name in _OF_DUTIES and met and not kinds.intersection(_OF_DUTIES[name]))
    ]
    literal = tuple(_literal(duty) for duty in _strictest(owed))
    return (*literal, *(_named(action(name), finding) for name in names))


def _named(one: Action, finding: Finding) -> Action:
    """An action that says whom to ask: whoever stands behind the source, which is named."""
    name = finding.source_name or finding.source
    if not name or _WHOM not in one.sentence:
        return one
    hosted = finding.family.startswith("provider-terms")
    whom = f"{'the provider' if hosted else 'whoever holds the rights in'}{' of' if hosted else ''} {clean(name)}"
    return replace(one, sentence=one.sentence.replace(_WHOM, whom))


def owed_of(findings: Sequence[Finding]) -> tuple[Action, ...]:
    """What some findings want shown, shipped or named and is not there, each literally and once."""
    owed = [duty for one in findings for duty in one.duties if duty.state != "shown"]
    told = [_literal(duty) for duty in _strictest(owed)]
    return tuple({(one.id, one.short): one for one in told}.values())


def _strictest(owed: Sequence[Duty]) -> list[Duty]:
    """What is owed; one name that begins as the strictest text asks serves those that leave more of a choice."""
    names = [set(duty.words) for duty in owed if duty.kind == "name-prefix"]
    return [
        duty for duty in owed if duty.kind != "name-prefix" or not any(one < set(duty.words) for one in names)
    ]


def _literal(duty: Duty) -> Action:
    """A duty in its own words."""
    words = listed([f"“{clean(word)}”" for word in duty.words], "or")
    told = {
        "notice": f"show {words}",
        "credit": f"credit {words}",
        "name-prefix": f"let the name begin with {words}",
        "licence-copy": f"ship a copy of the {clean(duty.words[0])}",
    }[duty.kind]
    of = f", for {clean(duty.of)}" if duty.of and duty.kind != "credit" else ""
    open_ = "not there yet" if duty.state == "missing" else "not stated whether it is there"
    return Action(duty.kind, f"{told[:1].upper()}{told[1:]}{of} ({open_}).", told, "engineer")


def told_short(actions: Sequence[Action], most: int = 2, owed: Sequence[Action] = ()) -> str:
    """The first actions in a few words; of what is `owed` all is to be done: one in its words, more as numbers.

    >>> told_short([action("rename"), action("replace-input"), action("ask-counsel")])
    'change the name, or replace the input'
    >>> told_short([action("change-licence")], owed=[Action("licence-copy", "", "ship a copy of the Y", "engineer")])
    'ship a copy of the Y, and see that the licence fits'
    >>> told_short([action("change-licence"), action("replace-input"), action("change-purpose")])
    'keep to the purposes allowed, under a licence that fits, or replace the input'
    """
    if not owed:
        return ", or ".join(dict.fromkeys(_alone(one, actions) for one in actions[:most]))
    kinds = dict.fromkeys(one.id for one in owed)
    told = owed[0].short
    if len(owed) > 1:
        told = listed([_together([one for one in owed if one.id == kind], kind) for kind in kinds])
    rest = [one for one in actions if one.id not in kinds][: most - 1]
    return told + "".join(_UNDER if one.id in _SAME_LICENCE else f", or {one.short}" for one in rest)


def _alone(one: Action, actions: Sequence[Action]) -> str:
    """A few words for one action; where the purpose counts as well, another licence alone does not help."""
    bound = one.id in _SAME_LICENCE and any(other.id == "change-purpose" for other in actions)
    return "keep to the purposes allowed, under a licence that fits" if bound else one.short


def _together(owed: Sequence[Action], kind: str) -> str:
    """What is owed of one kind: its words, or how many of them there are."""
    do, what = _OWED.get(kind, ("", ""))
    return f"{do} {count(len(owed), what)}" if what else listed([one.short for one in owed])


def who_can(actions: Sequence[Action]) -> tuple[Who, ...]:
    """Who can do any of it, in a fixed order."""
    doing = {one.who for one in actions}
    return tuple(who for who in WHO if who in doing)
