"""Papers behind permissions: of our own side, of after what they permit, or of before there was anything to permit.

A permission is the provider's or the licensor's to give. Where every paper named for one is of somebody else, is dated
later than what rests on it, or is older than the service that was used under it, the answer is not known.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from compliance.model.declared.manifest import Artifact, Manifest, Party, Step
from compliance.model.declared.stated import Answered, Evidence, Witnessed
from compliance.model.names.records import Provider
from compliance.model.shapes.shape import first_day, last_day
from compliance.patterns import regex
from compliance.resolve.against.contradiction import same_party
from compliance.resolve.licences.signatures import signs
from compliance.resolve.names.lookup import Names
from compliance.values import dataclass

_AnyParty = TypeVar("_AnyParty", bound=Party)


@dataclass(frozen=True, slots=True)
class _Permitted:
    """What a permission is for: whose it is to give, and between which days it can have been given."""

    givers: tuple[str, ...]
    latest: datetime.date | None = None
    """The last day on which something rests on it."""
    newest: tuple[str, str] | None = None
    """The newest service that is used under it and when it came; None where that is known of none."""


def without_weak_papers(manifest: Manifest, names: Names) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest with permissions unknown whose papers cannot give them, and what is said of each."""
    told: list[str] = []
    given = _Giving(manifest, names, told)
    own = [manifest.publisher.name]
    publisher = given.party(manifest.publisher, own, "publisher")
    parties = {
        key: given.party(party, [*own, party.name], f"parties.{key}")
        for key, party in manifest.parties.items()
    }
    steps = tuple(given.step(step, own) for step in manifest.steps)
    if not told:
        return manifest, ()
    return manifest.model_copy(update={"publisher": publisher, "parties": parties, "steps": steps}), tuple(
        told
    )


def without_papers_to_come(manifest: Manifest, as_of: datetime.date) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest with answers unknown whose papers all bear a day after that of the report, and what is said."""
    told: list[str] = []

    def held(answer: Answered, of: str) -> Answered:
        if not isinstance(answer, Witnessed) or answer.answer != "yes" or not answer.evidence:
            return answer
        if not all(paper.date and first_day(paper.date) > as_of for paper in answer.evidence):
            return answer
        told.append(f"every paper for {of} is dated after {as_of}; whether it is held is taken as not known")
        return "unknown"

    def of_party(party: _AnyParty, path: str) -> _AnyParty:
        found = {
            name: {key: held(answer, f"{path}.{name}.{key}") for key, answer in getattr(party, name).items()}
            for name in ("permission", "accepted")
        }
        return party.model_copy(update=found) if told else party

    publisher = of_party(manifest.publisher, "publisher")
    parties = {key: of_party(party, f"parties.{key}") for key, party in manifest.parties.items()}
    steps = tuple(
        step.model_copy(update={"authorised": held(step.authorised, f"steps.{step.id}.authorised")})
        for step in manifest.steps
    )
    if not told:
        return manifest, ()
    return manifest.model_copy(update={"publisher": publisher, "parties": parties, "steps": steps}), tuple(
        told
    )


class _Giving:
    """The permissions of a manifest, held against what is used under them."""

    def __init__(self, manifest: Manifest, names: Names, told: list[str]) -> None:
        self._manifest, self._names, self._told = manifest, names, told
        days = [release.date for release in manifest.releases]
        self._released = max(last_day(day) for day in days if day) if all(days) else None
        """The last day on which something is released; None where a release has no date."""

    def party(self, party: _AnyParty, own: Sequence[str], path: str) -> _AnyParty:
        """A party, with permissions unknown that its papers cannot give."""
        weak: dict[str, Answered] = {}
        for key, answer in party.permission.items():
            provider = self._names.provider_record(key)
            givers = (provider.name, *provider.aliases, key) if provider else ()
            theirs = (
                artifact
                for artifact in self._manifest.artifacts.values()
                if provider and self._provider(artifact) == provider
            )
            permitted = _Permitted(givers, self._released, self._newest(theirs))
            if why := _weak(answer, own, permitted, self._names):
                self._told.append(
                    f"the permission from {key} under {path}: {why}; whether it is held is taken as not known"
                )
                weak[key] = "unknown"
        return party.model_copy(update={"permission": {**party.permission, **weak}}) if weak else party

    def step(self, step: Step, own: Sequence[str]) -> Step:
        """A step, with an authorisation unknown that its papers cannot give."""
        by = self._manifest.parties.get(step.by or "")
        latest = last_day(step.period.rpartition("/")[2]) if step.period else self._released
        used = [
            self._manifest.artifacts[item.artifact]
            for given in step.inputs.values()
            for item in given
            if item.artifact
        ]
        providers = [self._provider(artifact) for artifact in used]
        givers = tuple(name for known in providers if known for name in (known.name, *known.aliases))
        permitted = _Permitted(givers, latest, self._newest(used))
        why = _weak(step.authorised, [*own, by.name] if by else own, permitted, self._names) or _unsaid(step)
        if not why:
            return step
        self._told.append(f"step {step.id}: it is said to be authorised, but {why}; taken as not known")
        return step.model_copy(update={"authorised": "unknown"})

    def _provider(self, artifact: Artifact) -> Provider | None:
        return self._names.provider_record(artifact.provider or self._names.provider(artifact.name))

    def _newest(self, artifacts: Iterable[Artifact]) -> tuple[str, str] | None:
        """The service among some that came last, and when."""
        return max(self._dated(artifacts), key=lambda one: first_day(one[1]), default=None)

    def _dated(self, artifacts: Iterable[Artifact]) -> Iterator[tuple[str, str]]:
        for artifact in artifacts:
            if artifact.kind != "service" or artifact.name is None:
                continue
            record = self._names.service(artifact.name)
            since = artifact.released or (record.released if record else None)
            if since:
                yield artifact.name, since


def _unsaid(step: Step) -> str:
    """Why a step's own note speaks against an authorisation in writing for what it did; empty where it does not."""
    answer = step.authorised.answer if isinstance(step.authorised, Witnessed) else step.authorised
    told = _HALF.search(step.note or "") if answer == "yes" else None
    return f"its note tells of {told.group(0)!r}" if told else ""


_GRANT = (
    r"(?:authori[sz]\w+|permission|approval|leave|consent|agreement|access|programme|program|licen[cs]e|waiver"
    r"|exception|allow\w*"
    r"|grant\w*|genehmigung|erlaubnis|autorisation)"
)
_HALF = regex(
    rf"(?<![a-z])(?:verbal\w*|oral(?:ly)?|mündlich\w*|handshake|informal\w*|hinted"
    rf"|{_GRANT} (?:[\w-]+ ){{0,3}}?(?:asked|applied|requested|pending|outstanding|expected|promised"
    rf"|awaited|under review"
    r"|not yet|in progress|to follow|beantragt|angefragt|demandée?)"
    rf"|(?:asked|applied|waiting|hoping|requested|await\w*) (?:for )?(?:the |an? |their |its )?(?:[\w-]+ )?{_GRANT}"
    rf"|{_GRANT},? (?:is |was |given |granted |holds )?(?:only )?(?:for|covers|limited to) (?:the )?(?:evaluation"
    rf"|research|test\w*|internal|academic|trials?"
    r"|demo\w*|pilot|teaching)|(?:said|told (?:us|me)|agreed|confirmed|allowed"
    r"|permitted) (?:[\w'’]+ ){0,4}?(?:on the phone|by phone|verbally|orally"
    r"|in a (?:call|chat|meeting)|at the conference|on (?:twitter|x|discord|slack|reddit|the forum))"
    r"|(?:resellers?|distributors?|agency|partners?|sales \w+|account manager|colleagues?|customers?|clients?|friends?"
    r"|consultants?) "
    r"(?:\w+ )?(?:agreed|allowed|said|says|confirmed|permitted|approved|thinks?)"
    r"|(?:on the phone|by phone|verbally|orally|mündlich|telefonisch) (?:[\w'’]+ ){0,3}?(?:said|told|agreed|confirmed"
    r"|allowed|permitted|that|it|zugesagt|erlaubt))"
    r"(?![a-z])",
    re.IGNORECASE,
)
"""What was only asked for, is kept to some use, or was never written."""


def _weak(answer: Answered, own: Sequence[str], permitted: _Permitted, names: Names) -> str:
    """Why no paper behind an answer can give the permission; empty where one can, or none is named."""
    if not isinstance(answer, Witnessed) or answer.answer != "yes" or not answer.evidence:
        return ""
    faults = [_fault(paper, own, permitted, names) for paper in answer.evidence]
    return "" if not all(faults) else "; ".join(dict.fromkeys(faults))


def _fault(paper: Evidence, own: Sequence[str], permitted: _Permitted, names: Names) -> str:
    if paper.date and permitted.latest and first_day(paper.date) > permitted.latest:
        return f"the paper is dated {paper.date}, after what rests on it"
    if paper.date and permitted.newest and last_day(paper.date) < first_day(permitted.newest[1]):
        name, since = permitted.newest
        return (
            f"the paper is dated {paper.date}, and {name} came in {since}: an older paper does not show that it speaks "
            "of it; name one of a later day"
        )
    givers = permitted.givers
    if paper.signed_by is None or signs(paper.signed_by, givers):
        return ""
    if any(same_party(paper.signed_by, one, names) for one in own):
        return f"the paper is signed by {paper.signed_by}, who cannot give it"
    if givers:
        return (
            f"the paper is signed by {paper.signed_by}, who is not {givers[0]}; name both if it was for them"
        )
    return ""
