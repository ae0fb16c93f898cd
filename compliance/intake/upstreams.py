"""Sightings of one thing become one upstream: what it is, what it was for, whether the documents declare it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from compliance.acquire.names import is_hub_name
from compliance.acquire.prose.upstreams import is_guess
from compliance.intake.naming.best_name import best_name, served_name
from compliance.intake.naming.families import join_editions, join_families
from compliance.intake.naming.identity import identity
from compliance.intake.naming.registry_words import RegistryWords
from compliance.intake.naming.short_names import join_short
from compliance.intake.places.telling import is_tied, tells
from compliance.intake.released.stated import Stated, apart
from compliance.model.declared.sighting import MentionRelation, Sighting
from compliance.model.shapes.shape import ArtifactKind
from compliance.model.words.spelling import words

_WEIGHT: Sequence[MentionRelation] = (
    "base", "generated-by", "data", "adapter", "filtered-by", "judged-by", "component", "unknown-use",
)  # fmt: skip
"""Where one thing was seen in several relations, the first is told."""
_COMPARED = ("compared-with", "evaluated-against")
_OWNERS = frozenset({"meta", "google", "microsoft", "alibaba", "mistralai", "the"})
"""Words before a name that only say whose it is."""
_FORMS = frozenset(
    {"b", "m", "bnb", "bit", "unsloth", "instruct", "chat", "it", "hf", "base", "gguf", "awq", "gptq", "fp", "bf",
     "mlx", "v", "reference", "k", "a", "q"}
)  # fmt: skip
"""Words of a name that say in which size and form a thing comes, and not which thing it is."""
_BEHIND_A_LABEL = re.compile(r": …”$")
"""How a sighting ends that a label makes an upstream: `Base model: NAME`. No sentence takes that back."""


@dataclass(frozen=True, slots=True)
class Upstream:
    """Something that the work was made from, with every place at which it is seen."""

    name: str
    kind: ArtifactKind | None
    relation: MentionRelation
    sightings: tuple[Sighting, ...]
    """Those by which it is an upstream; the first one is told."""
    aside: tuple[Sighting, ...] = ()
    """Where it is only compared with, denied, named for something else."""
    provider: str | None = None
    route: str | None = None
    record: str | None = None
    is_provider: bool = False
    """Whether only a provider is named, and no model of it."""
    nested_in: str | None = None
    """Another upstream that it was only used for."""
    is_told: bool = True
    """Whether anything tells that the name is one of a thing; else it is only written like one."""

    @property
    def declared(self) -> bool:
        """Whether the release's own documents name it as an upstream."""
        return any(one.source == "document" for one in self.sightings)

    @property
    def first(self) -> Sighting:
        """The sighting that is told first."""
        return self.sightings[0]


def upstreams(
    sightings: Iterable[Sighting], known: RegistryWords, own: frozenset[str], stated: Stated = frozenset()
) -> list[Upstream]:
    """Merge sightings; `own` are names, as words, of what the folder releases; not own is what is `stated`."""
    sightings = list(sightings)
    listed = {
        identity(one.name, known)
        for one in sightings
        if one.is_lineage and ("prose" not in one.how or _BEHIND_A_LABEL.search(one.how))
    }
    mine = {
        identity(one.name, known) for one in sightings if one.relation == "own-release" and not one.negated
    }
    mine -= listed
    groups: dict[tuple[str, ...], list[Sighting]] = {}
    for one in sightings:
        is_own = " ".join(words(one.name.rsplit("/", 1)[-1])) in own and (one.name, one.kind) not in stated
        if is_own or not (tells(one, known) or is_tied(one)):
            continue
        key = _service_key(one, known)
        if key not in mine:
            groups.setdefault(key, []).append(one)
    _join_bare(groups, known)
    _join_bases(groups)
    join_families(groups)
    join_editions(groups)
    join_short(groups, known)
    apart(groups)
    made = [made for key, group in groups.items() if (made := _merged(group, known)) is not None]
    compared = {identity(one.name, known) for one in sightings if one.relation in _COMPARED}
    compared -= {identity(one.name, known) for one in sightings if one.relation not in _COMPARED}
    whole = _Whole(made, known)
    placed = [
        whole.placed(place, one) for place, one in enumerate(made) if not _of_another(one, compared, known)
    ]
    return _without_bare_providers(placed)


def _of_another(one: Upstream, compared: set[tuple[str, ...]], known: RegistryWords) -> bool:
    """Whether a thing is only told to have gone into one that the work is only compared with."""
    return one.nested_in is not None and identity(one.nested_in, known) in compared


class _Whole:
    """What upstreams are called, looked up once for all that is told of one of them."""

    def __init__(self, made: Sequence[Upstream], known: RegistryWords) -> None:
        self._known = known
        self._bearers: dict[tuple[str, ...], set[int]] = {}
        for place, one in enumerate(made):
            for name in dict.fromkeys(each.name for each in one.sightings):
                self._bearers.setdefault(identity(name, known), set()).add(place)
        bases = [words(one.name.rsplit("/", 1)[-1]) for one in made if one.relation == "base"]
        self._begun = {base[:length] for base in bases for length in range(len(base) + 1)}

    def placed(self, place: int, one: Upstream) -> Upstream:
        """What is told of a thing that is neither an upstream nor a family of which one is, is told of the work."""
        if one.nested_in is None or is_hub_name(one.nested_in):
            return one
        others = self._bearers.get(identity(one.nested_in, self._known), set()) - {place}
        return one if others or words(one.nested_in) in self._begun else replace(one, nested_in=None)


def _service_key(one: Sighting, known: RegistryWords) -> tuple[str, ...]:
    key = identity(one.name, known)
    return key if key else ("", one.name)


def _join_bare(groups: dict[tuple[str, ...], list[Sighting]], known: RegistryWords) -> None:
    """A bare name is the one of a hub that ends with it, where just one does."""
    full: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for key in groups:
        if "/" in key:
            full.setdefault(key[key.index("/") + 1 :], []).append(key)
    for key in [key for key in groups if "/" not in key]:
        found = known(groups[key][0].name)
        if found is not None and found.kind == "dataset":
            same = [one for one, group in groups.items() if one != key and known(group[0].name) == found]
            if len(same) == 1 and not (_is_listed(groups[key]) and _is_listed(groups[same[0]])):
                groups[same[0]] += groups.pop(key)
                continue
        ends = full.get(key, ())
        if len(ends) == 1:
            groups[ends[0]] += groups.pop(key)


def _is_listed(group: Sequence[Sighting]) -> bool:
    """Whether a field lists the thing: two that are listed are two, though one record holds both."""
    return any("front matter" in one.how for one in group)


def _join_bases(groups: dict[tuple[str, ...], list[Sighting]]) -> None:
    """A base that prose calls by fewer words is the one named in full, where the others only tell its form."""
    based = (key for key in groups if _is_base(groups[key]))
    bases = sorted(based, key=lambda key: -len(_spoken(groups[key])))
    for key in reversed(bases):
        said = _spoken(groups[key])
        if any("prose" not in one.how or is_hub_name(one.name) for one in groups[key]) or not said:
            continue
        for other in bases:
            more = _spoken(groups[other]) if other in groups and other != key else frozenset[str]()
            if said <= more and all(word in _FORMS or word[0].isdigit() for word in more - said):
                groups[other] += groups.pop(key)
                break


def _spoken(group: Sequence[Sighting]) -> frozenset[str]:
    return frozenset(words(group[0].name.rsplit("/", 1)[-1])) - _OWNERS


def _is_base(group: Sequence[Sighting]) -> bool:
    """Whether every sighting that makes it an upstream, and says for what, makes it a base, or a part of one."""
    relations = {one.relation for one in group if one.is_lineage}
    return relations - {"unknown-use", "component"} == {"base"}


def _merged(group: Sequence[Sighting], known: RegistryWords) -> Upstream | None:
    lineage = [one for one in group if one.is_lineage]
    if not lineage:
        return None
    told = [
        one for one in lineage if not is_guess(one)
    ]  # where words say it, what is only likely says nothing
    relation = min((one.relation for one in told or lineage), key=_WEIGHT.index)
    ordered = sorted(
        lineage, key=lambda one: (one.relation != relation, one.source == "document", one.source == "data")
    )
    name = best_name([one.name for one in ordered])
    record = known(name)
    provider, route = _endpoint(ordered, name, known)
    kind = _kind(ordered, record.kind if record else None, provider)
    nested = {one.into for one in lineage}
    nested_in = next(iter(nested)) if len(nested) == 1 and None not in nested else None
    aside = tuple(one for one in group if not one.is_lineage)
    return Upstream(
        name, kind, relation, tuple(ordered), aside, provider if kind == "service" else None,
        route if kind == "service" else None, record.record if record else None,
        record is not None and record.kind == "provider", nested_in, any(tells(one, known) for one in lineage),
    )  # fmt: skip


def _endpoint(group: Sequence[Sighting], name: str, known: RegistryWords) -> tuple[str | None, str | None]:
    providers = [known.endpoint(one.name) for one in group]
    told_route = next((one.route for one in group if one.route), None)
    route = next((told for _, told in providers if told), None) or (
        told_route if told_route != "own" else None
    )
    record = known(name)
    provider = record.provider if record and record.kind in ("service", "provider") else None
    if provider is None:
        seen = [told for told, _ in providers if told] + [one.provider for one in group if one.provider]
        provider = seen[0] if seen else None
    return provider, route


def _kind(group: Sequence[Sighting], record: str | None, provider: str | None) -> ArtifactKind | None:
    told = next((one.kind for one in group if one.kind), None)
    hosted = any(one.source in ("code", "config") and one.provider for one in group) or any(
        one.name != served_name(one.name) for one in group
    )
    if told == "model" and any(one.route == "own" for one in group):
        return "model"
    if record in ("service", "provider"):
        return "service"
    if record == "model" and told == "dataset" and all(one.relation == "data" for one in group):
        return "dataset"  # rows may be called as a family of models is
    if record == "model":
        return "service" if hosted and provider and told != "model" else "model"
    if record == "dataset":
        return "dataset"
    if told:
        return told
    if any(one.source in ("code", "config") and one.how.startswith("model of") for one in group):
        return "service"
    return "dataset" if group[0].relation == "data" else "model"


def _without_bare_providers(made: Sequence[Upstream]) -> list[Upstream]:
    """Leave out that a provider was used where a model of it is named too."""
    named = {one.provider for one in made if one.provider and not one.is_provider}
    return [one for one in made if not (one.is_provider and one.provider in named)]
