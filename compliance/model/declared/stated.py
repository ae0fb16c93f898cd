"""What a manifest says about things, and on what it rests: answers with evidence, statements, documentation, parts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Any, Literal

from compliance.model.shapes.lean import BeforeValidator, Field, model_validator
from compliance.model.shapes.shape import (
    Answer,
    ArtifactKind,
    DateText,
    Name,
    Shape,
    YesNo,
    first_day,
    last_day,
    to_list,
)
from compliance.model.words.bound import bound
from compliance.model.words.placeholder import stands_for_an_answer
from compliance.model.words.silence import tells_nothing
from compliance.patterns import regex


class Evidence(Shape):
    """A paper behind an answer."""

    file: Name | None = Field(default=None, description="Where it lies, from the manifest's folder.")
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = Field(
        default=None, description="Digest of the file; compared where the file is there."
    )
    signed_by: Name | None = None
    date: DateText | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Evidence:
        if not self.model_fields_set:
            raise ValueError("an entry of evidence is empty; name a file, who signed it, or its date")
        if self.sha256 is not None and self.file is None:
            raise ValueError("a digest needs its file; add `file`")
        return self


class Witnessed(Shape):
    """An answer together with the papers behind it."""

    answer: YesNo
    evidence: tuple[Evidence, ...] = ()


Answered = YesNo | Witnessed
"""`true`, `false`, `unknown`, or `{answer, evidence}`."""


def plain_answer(value: object) -> object:
    """The bare answer of one that may come with evidence; anything else as it is."""
    return value.answer if isinstance(value, Witnessed) else value


class Statement(Shape):
    """One thing said about an artifact's licence, where and when."""

    license: Name = Field(description="The licence as it is stated there, e.g. `MIT` or `research only`.")
    where: Name = Field(default="unstated place", description="Card tag, README, LICENSE file, paper …")
    about: Literal["this", "code", "data", "weights", "upstream"] = Field(
        default="this",
        description="What the statement speaks of; statements about other parts do not contradict.",
    )
    date: DateText | None = Field(default=None, description="Since when it is said.")
    until: DateText | None = Field(
        default=None, description="When it was withdrawn, corrected or replaced by another."
    )

    @model_validator(mode="after")
    def _in_order(self) -> Statement:
        if self.date and self.until and first_day(self.date) > last_day(self.until):
            raise ValueError("the statement ends before it was made; correct `date` or `until`")
        return self


def _to_generators(value: Any) -> Any:
    if isinstance(value, str):
        return {"none": (), "unknown": None}.get(value, (value,))
    return value


_NO_PLACE = regex(
    r"[\W_]*|x+|(?:coming )?soon|pending|unknown|none|no|n/?a|nowhere|somewhere|missing"
    r"|unpublished|(?:not|never)(?: yet)? \w+|see (?:above|below)"
    r"|trust (?:me|us)|(?:by |from )?(?:us|me|we|ourselves|myself)|yes|true|ok(?:ay)?|sure|of course|obvious(?:ly)?"
    r"|(?:everybody|everyone) knows(?: it)?|(?:common|general) knowledge"
    r"|(?:as )?(?:stated|claimed|said|believed|assumed)"
    r"|(?:we|they) (?:know|say|said|believe|checked)(?: so| it)?|(?:my|our|their) word(?: for it)?|self[- ]evident",
    re.IGNORECASE,
)
"""Words that stand where a place should, and name none: for none, or for somebody's word alone."""


_HEARSAY = regex(
    r"(?<![a-z])(?:(?:as|what|if) (?:i|we|they|she|he) (?:remember|recall|understand|heard)|from memory|(?:as "
    r"|was )?remembered"
    r"|since (?:deleted|removed)|(?:to be|will be|being) (?:written|published|added|made)|planned|(?:i|we"
    r"|they) (?:think|guess|assume"
    r"|suppose|believe|heard|were told|hope)|(?:was |were |as )?told (?:us |me )?(?:by|at|on|in|so)|hearsay"
    r"|(?:assurances?|promises?|words?|claims?) (?:of|by|from) (?:the |their |our )?\w+|rumou?rs?"
    r"|(?:chat|conversation|phone call|talk(?:ed)?) with"
    r"|personal"
    r" communication|word of mouth|(?:by|on the|over the) phone|(?:in|at|over|during) (?:an? |the )?(?:conversation"
    r"|talk|lunch|dinner"
    r"|coffee|call|conference|meet-?up)|slides? (?:\w+ ){0,4}?(?:showed|shown|seen)|(?:seen|shown) (?:once|at"
    r"|in a talk)|verbally|presumably|probably|apparently|gehört|vermutlich|mündlich"
    r"|d['’]après ce que"
    r"|probablement)(?![a-z])",
    re.IGNORECASE,
)
"""Words of memory, plans and hearsay: what they tell stands nowhere, unless an address or a number is beside them."""


class Documentation(Shape):
    """That it is disclosed what something was made from, where, and which models wrote content of it."""

    where: Name = Field(description="The page, paper or file that says it.")
    generators: Annotated[
        tuple[Name, ...] | None,
        BeforeValidator(_to_generators, json_schema_input_type=Literal["none", "unknown"] | list[Name]),
    ] = Field(
        default=None, description="Models that wrote content of it, by name; `none` where there are none."
    )
    not_from: Annotated[
        tuple[Name, ...], BeforeValidator(to_list, json_schema_input_type=Name | list[Name])
    ] = Field(
        default=(),
        description="What its name, or what its release shows, speaks of, and of which nothing is in it.",
    )

    @property
    def names_a_place(self) -> bool:
        """Whether `where` says anything of where it is documented, rather than that it is nowhere, or still to be."""
        said = self.where.strip(" .!\u2026")
        if tells_nothing(said) or (_HEARSAY.search(said) and not _FINDABLE.search(said)):
            return False
        return _NO_PLACE.fullmatch(said) is None and not stands_for_an_answer(said, within=False)


_FINDABLE = regex(r"\d|\w/\w|\w\.\w\w")
_FRONT_PAGE = regex(
    r"(?:\w+://)?(?:www\.)?(?:huggingface\.co|hf\.co|github\.com|gitlab\.com|modelscope\.cn|kaggle\.com)"
    r"(?:/(?:datasets|models|spaces))?/[^/\s]+(?:/[^/\s]+)?(?:/(?:-/)?(?:tree|blob|resolve)(?:/(?:main|master|head"
    r"|latest))?)?/*",
    re.IGNORECASE,
)
"""A repository's front page, as it stands today: what the record was read from shows nothing against it."""


class AgainstRecord(Shape):
    """Why the manifest says otherwise than the registry; something that others can look up has to show it."""

    because: Literal["separate-licence", "other-revision", "record-wrong"]
    where: Name = Field(
        description="What shows it, and where it can be looked up: an address, a file, a commit, a contract's number."
    )
    evidence: tuple[Evidence, ...] = Field(default=(), description="Papers that show it.")

    @property
    def can_be_looked_up(self) -> bool:
        """Whether what shows it is something that others can find: an address, a file, a number, a date, a paper.

        The front page of a repository is none: it shows what is said today, which the record has read.
        """
        told = _FRONT_PAGE.fullmatch(self.where.strip()) is None and _FINDABLE.search(self.where) is not None
        return bool(self.evidence) or told


class Part(Shape):
    """A part of a model, dataset or bundle that has a licence or an origin of its own."""

    name: Name = Field(description="The part as it is called or published: a VAE, a tokenizer, a subset.")
    of: Name | None = Field(
        default=None, description="Id of the artifact that it was taken from, where that is listed."
    )
    kind: ArtifactKind | None = Field(default=None, description="The whole's kind where absent.")
    license: Name | None = None
    share: Annotated[float, Field(gt=0, le=1, strict=True)] | None = Field(
        default=None, description="Share of the whole, above 0 and up to 1."
    )


class Used(Shape):
    """The manifest of another project, and which of its releases an artifact is."""

    manifest: Name = Field(description="Path from the folder of this manifest.")
    release: Name | None = Field(default=None, description="Id of the release; needed if it has several.")


def _as_id(value: Any) -> Any:
    """An id as ids are spelt: whoever writes `CC-BY-NC-4.0` means the licence of that id."""
    return value.lower() if isinstance(value, str) else value


TermsId = Annotated[Name, BeforeValidator(_as_id)]
"""The id of a licence, a provider or an instrument, however its letters are written."""


class ReleaseTerms(Shape):
    """What our own terms for a release say."""

    passes_on: tuple[TermsId, ...] = Field(
        description="Licences or providers whose limits on use the release's own terms pass on."
    )


def _is_amount(value: Any) -> Any:
    bound(value if isinstance(value, str | int | float) else "")
    return value


Amount = Annotated[int | float | str, BeforeValidator(_is_amount)]
"""A number, or a bound on one; see `compliance.model.words.bound`."""

__all__ = [
    "AgainstRecord", "Amount", "Answer", "Answered", "Documentation", "Evidence", "Part", "ReleaseTerms", "Statement",
    "Used", "Witnessed", "plain_answer",
]  # fmt: skip


def said_by_licence(given: Iterable[Statement]) -> str:
    """What is said of a licence and where, each licence once: where a line is cut, what differs stands at its head.

    >>> card, paper = Statement(license="MIT", where="card"), Statement(license="MIT", where="paper")
    >>> said_by_licence([card, paper]), said_by_licence([card, paper, Statement(license="GPL-3.0", where="LICENSE")])
    ('card, paper: MIT', 'MIT: card, paper; GPL-3.0: LICENSE')
    """
    places: dict[str, list[str]] = {}
    for one in given:
        places.setdefault(one.license, []).append(one.where)
    told = {said: ", ".join(dict.fromkeys(where)) for said, where in places.items()}
    if len(told) == 1:
        return "".join(f"{where}: {said}" for said, where in told.items())
    return "; ".join(f"{said}: {where}" for said, where in told.items())
