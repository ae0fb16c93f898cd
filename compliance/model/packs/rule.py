"""Our machine-readable reading of clauses: packs, rules, shared definitions and the fact catalogue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Literal

from compliance.model.packs.operator import FactName, FactOp, Op, PartyRole, Selector, nodes
from compliance.model.shapes.lean import AfterValidator, Field, model_validator
from compliance.model.shapes.on_demand import EachOnDemand
from compliance.model.shapes.shape import DateText, Id, Name, PathId, Shape, StepKind, Text
from compliance.values import dataclass

Family = Annotated[str, Field(pattern=r"^[a-z-]+(:[a-z0-9.+-]+)?$")]


class Cite(Shape):
    """A clause that the rule reads."""

    instrument: PathId
    clause: Id


class Reasons(Shape):
    """Which words of the text allow each reading, where readings differ."""

    narrow: Text | None = None
    plain: Text | None = None
    broad: Text | None = None

    def of(self) -> tuple[tuple[str, str], ...]:
        """The reasons that are given, by reading."""
        given = (("narrow", self.narrow), ("plain", self.plain), ("broad", self.broad))
        return tuple((reading, reason) for reading, reason in given if reason)


class Besides(Shape):
    """What is said where the source is under one of some texts of many that the rule reads."""

    of: Annotated[tuple[PathId, ...], Field(min_length=1)] = Field(
        description="The texts, of those that the rule cites."
    )
    says: Text | None = None
    consequence: Text | None = None
    does_not_cover: Text | None = None
    clear_because: Text | None = None
    because: dict[Id, Reasons] = Field(
        default_factory=dict,
        description="Element to the words of these texts that allow each of its readings.",
    )


class About(Shape):
    """What the rule is asked of: each matching upstream artifact, or each release as such."""

    source: Selector | None = None
    release: Selector | None = None
    used_in: tuple[StepKind, ...] = Field(
        default=(),
        description="Also asked where a step of these kinds reads the source though nothing of it reaches the release, "
        "as when software makes the user's machine fetch weights.",
    )

    @model_validator(mode="after")
    def _one_anchor(self) -> About:
        if (self.source is None) == (self.release is None):
            raise ValueError("give one of source and release")
        return self


class Rule(Shape):
    """One rule: elements that must all hold, minus exceptions, for one norm."""

    id: PathId
    formerly: tuple[PathId, ...] = Field(
        default=(), description="Ids that it had. Waivers that use one still match, and are told the new one."
    )
    title: Name
    status: Literal["draft", "in-force", "proposed", "withdrawn", "soft-law"]
    until: DateText | None = Field(default=None, description="Date of withdrawal.")
    family: Family | None = Field(default=None, description="Overrides the pack's family.")
    by_licence: bool = Field(
        default=False,
        description="Findings belong to the family of the source's licence, where a rule serves several.",
    )
    norm: Literal["prohibition", "obligation", "permission", "screen"]
    cites: tuple[Cite, ...] = ()
    time: Literal["step", "release", "as-of"] = Field(
        default="step", description="Which date the clause must meet."
    )
    about: About
    parties: tuple[PartyRole, ...] = ("releaser",)
    asked_if: Op | None = Field(
        default=None,
        description="The rule is put only where this may hold; elsewhere nothing is said, neither clear nor open. "
        "The one place for `known`: a rule about facts that most projects do not have.",
    )
    when: dict[Id, Op]
    unless: dict[Id, Op] = Field(default_factory=dict)
    says: Text
    consequence: Text
    what_to_do: tuple[Name, ...]
    does_not_cover: Text
    clear_because: Text | None = Field(default=None, description="Reason printed when nothing bites.")
    because: dict[Id, Reasons] = Field(
        default_factory=dict,
        description="Element to the words that allow each of its readings; those of its definition otherwise.",
    )
    besides: tuple[Besides, ...] = Field(
        default=(),
        description="What is true of some of the texts alone, in sentences that follow those above where the source "
        "is under one of them, and are left out elsewhere.",
    )
    turns: tuple[Id, ...] = Field(default=(), description="Controlled words for what answers turn on.")


@dataclass(frozen=True, slots=True)
class RuleHead:
    """What tells whether a rule has to be looked at at all, so that most of them need not be read."""

    id: str
    title: str
    status: str
    formerly: tuple[str, ...]
    source: Selector | None
    """What it is asked of; None where that are releases."""
    trigger: tuple[str, ...] | None
    """The facts that its trigger looks at; None where it has none."""

    @classmethod
    def of(cls, rule: Rule) -> RuleHead:
        """The head of a rule at hand."""
        facts = {node.fact for node in nodes(rule.asked_if) if isinstance(node, FactOp)}
        trigger = None if rule.asked_if is None else tuple(sorted(facts))
        return cls(rule.id, rule.title, rule.status, rule.formerly, rule.about.source, trigger)


class RulesOnDemand(EachOnDemand[Rule]):
    """Rules that are read when they are first asked for; their heads are at hand."""

    __slots__ = ("heads",)

    def __init__(
        self,
        places: Sequence[Sequence[int]],
        read: Callable[[Sequence[int]], Rule],
        heads: Sequence[RuleHead],
    ) -> None:
        """Take the places of the rules, what reads one there, and their heads."""
        super().__init__(places, read)
        self.heads = heads


def heads_of(rules: Sequence[Rule]) -> Sequence[RuleHead]:
    """The heads of some rules."""
    return rules.heads if isinstance(rules, RulesOnDemand) else [RuleHead.of(rule) for rule in rules]


FORMAT = 2
"""The format in which packs are written now; `rules migrate` brings older ones to it."""


def _can_be_read(given: int) -> int:
    if given > FORMAT:
        raise ValueError(f"this program reads packs up to format {FORMAT}; use a newer version of it")
    return given


class PackHead(Shape):
    """Identity of a pack."""

    format: Annotated[int, Field(ge=1), AfterValidator(_can_be_read)] = Field(
        default=1,
        description=f"Number of the format in which the pack is written; {FORMAT} at present.",
    )
    id: Id
    title: Name
    family: Family
    version: Name
    history: tuple[Name, ...] = ()


class Pack(Shape):
    """`rules/**/*.yaml`: a pack of rules."""

    pack: PackHead
    rules: Annotated[tuple[Rule, ...], Field(min_length=1)]


class Definition(Shape):
    """A shared element, written once, with the reason why other readings fold into these three."""

    title: Name
    test: Op
    folds: Text
    because: Reasons | None = Field(
        default=None, description="Words of the texts that allow each reading; a rule may give its own."
    )


class Definitions(Shape):
    """`rules/definitions/*.yaml`."""

    definitions: dict[PathId, Definition]


class Following(Shape):
    """What one fact says of another: that it has a value, or that it is a number that is no larger."""

    fact: FactName = Field(description="The fact that is looked at; of the same subject.")
    is_: bool | str | None = Field(default=None, alias="is", description="The value at which it speaks.")
    then: bool | str | None = Field(default=None, description="What it then says of this fact.")

    @model_validator(mode="after")
    def _whole(self) -> Following:
        if (self.is_ is None) is not (self.then is None):
            raise ValueError(
                "give `is` and `then` together, or neither where the fact is a number that is no smaller"
            )
        return self


class FactEntry(Shape):
    """One fact that rules may ask, its type and the question that is put when it is missing."""

    type: Literal["yes-no", "word", "words", "places", "number", "date", "text"]
    question: Text = Field(description="With {subject} for what is asked about.")
    in_product: Text | None = Field(
        default=None,
        description="The question where a step puts a product up; {inputs} stands for what went in in no settled role.",
    )
    of_model: Text | None = Field(
        default=None,
        description="The question where the subject is a model, if other words fit weights than rows or code.",
    )
    with_mainland: Text | None = Field(
        default=None,
        description="The question about a service whose provider has a platform for mainland China beside its own.",
    )
    label: Name | None = Field(default=None, description="The fact in a few words, for tables.")
    words: tuple[Name, ...] = ()
    found: bool = Field(
        default=False,
        description="Found by the program out of other fields; a manifest cannot state it under `facts`.",
    )
    follows: tuple[Following, ...] = Field(
        default=(), description="What other facts of the same subject, as stated, say of this one."
    )
    closed: bool = Field(
        default=False,
        description="A yes-no fact whose absence says no: a permission or an incident that nobody claims. "
        "Written as `unknown` it is asked like any other.",
    )
    doable: bool = Field(
        default=False,
        description="A yes-no fact that whoever publishes can bring about: something to show, to write down or to "
        "arrange, rather than a circumstance. Plans propose it.",
    )


class FactCatalogue(Shape):
    """`rules/definitions/facts.yaml`: every fact by name."""

    facts: dict[FactName, FactEntry]
