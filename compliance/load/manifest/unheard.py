"""What stands in a manifest and in none of its variants.

Where alternatives are given, each is looked at and the manifest without any of them is not. A step, a release or an
artifact that every variant leaves out or says otherwise would be looked at nowhere, nor would what goes into a release
where each variant lacks one of the two or the way between them. What the writer knows would be passed over; so the
manifest as written becomes one alternative more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from compliance.model.declared.manifest import Artifact, Manifest, Release, Step, Variant
from compliance.values import dataclass

AS_WRITTEN = "as-written"
"""Name of the alternative that changes nothing."""
_Node = tuple[str, str]
"""A step, an artifact or a release, and its id."""
_Way = tuple[_Node, str]
"""What goes into something, and as what."""
_ORDER = ("step", "release", "artifact")
_SAYS_NOTHING = frozenset({"kind", "note", "tokens"})
"""Fields that tell neither which thing an artifact is nor where it comes from."""


def with_what_no_variant_has(manifest: Manifest) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest, with itself among its variants where something stands in none of them; and a warning."""
    missed = tuple(_unheard(manifest)) if manifest.variants else ()
    if not missed:
        return manifest, ()
    name = AS_WRITTEN
    while name in manifest.variants:
        name += "-too"
    (which, what), more = missed[0], f", like {len(missed) - 1} more," if len(missed) > 1 else ""
    warning = f"variants: {which}{more} {what}; the manifest as written is one more ({name})"
    variants = {**manifest.variants, name: Variant(title="As written")}
    return manifest.model_copy(update={"variants": variants}), (warning,)


def _unheard(manifest: Manifest) -> Iterator[tuple[str, str]]:
    """What is looked at nowhere, by itself or together with a release that it goes into, and so in words."""
    written = _Seen.of(manifest, Variant())
    others = [_Seen.of(manifest, one) for one in manifest.variants.values()]
    if any(not one.other and one.into == written.into for one in others):
        return
    telling = [
        node for node in written.nodes() if node[0] != "artifact" or _says_what(manifest.artifacts[node[1]])
    ]
    alone = [node for node in telling if all(node in one.other for one in others)]
    yield from ((" ".join(node), "stands as it is in none of them") for node in alone)
    if alone:
        return
    releases = [("release", release.key) for release in manifest.releases]
    apart = dict(_lead_to(written.into, releases))
    for one in others:
        for node, bits in _lead_to(_both(written.into, one.into), releases).items():
            if node not in one.other or node[0] == "release":
                apart[node] &= ~bits
    for node in telling:
        if bits := apart.get(node, 0):
            release = releases[(bits & -bits).bit_length() - 1]
            yield " ".join(node), f"goes into {' '.join(release)} in none of them"


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a variant makes of what the manifest says."""

    other: frozenset[_Node]
    """What it leaves out or says otherwise."""
    into: Mapping[_Node, frozenset[_Way]]
    """What goes into what."""

    @classmethod
    def of(cls, manifest: Manifest, variant: Variant) -> _Seen:
        """The manifest in the words of a variant."""
        out = set(variant.leaves_out)
        before = {step.id: step for step in manifest.steps}
        steps = _overlaid(before, {step.id: step for step in variant.steps}, out)
        named = {release.key: release for release in manifest.releases}
        releases = _overlaid(named, {release.key: release for release in variant.releases}, out)
        artifacts = {**manifest.artifacts, **variant.artifacts}
        fresh = {key for key, step in steps.items() if before.get(key) != step}
        written = {key for step in manifest.steps for key in step.outputs}
        other = {("step", key) for key, step in before.items() if steps.get(key) != step}
        other |= {("release", key) for key, one in named.items() if releases.get(key) != one}
        other |= {("artifact", key) for key, one in manifest.artifacts.items() if artifacts[key] != one}
        other |= {("artifact", key) for name in fresh for key in steps[name].outputs if key not in written}
        into = {node: frozenset(ways) for node, ways in _ways(artifacts, steps, releases, fresh).items()}
        return cls(frozenset(other), into)

    def nodes(self) -> Sequence[_Node]:
        """What takes part: steps, releases, and the artifacts that one of these or a part names."""
        named = {before for ways in self.into.values() for before, _ in ways}
        part = [node for node, ways in self.into.items() if node[0] != "artifact" or node in named or ways]
        return sorted(part, key=lambda node: _ORDER.index(node[0]))


_E = TypeVar("_E", Step, Release)


def _overlaid(before: Mapping[str, _E], given: Mapping[str, _E], out: set[str]) -> dict[str, _E]:
    """Entries as a variant has them; what it does not say it takes over."""
    kept = {key: entry for key, entry in before.items() if key not in out}
    for key, entry in given.items():
        said = {field: getattr(entry, field) for field in entry.model_fields_set}
        kept[key] = kept[key].model_copy(update=said) if key in kept else entry
    return kept


def _ways(
    artifacts: Mapping[str, Artifact],
    steps: Mapping[str, Step],
    releases: Mapping[str, Release],
    fresh: set[str],
) -> dict[_Node, set[_Way]]:
    """What goes into what; where a step that is not the manifest's discards what was held, nothing earlier does."""
    into: dict[_Node, set[_Way]] = {}
    for key, artifact in artifacts.items():
        into["artifact", key] = {(("artifact", part.of), artifact.kind) for part in artifact.parts if part.of}
    for key, step in steps.items():
        into["step", key] = {
            (("artifact", name), f"{step.kind}/{role}")
            for role, given in step.inputs.items()
            for item in given
            for name in item.named
        }
        for written in step.outputs:
            if step.replaces and key in fresh:
                into["artifact", written] = set()
            into["artifact", written].add((("step", key), artifacts[written].kind))
    for key, release in releases.items():
        into["release", key] = {(("artifact", release.artifact), release.hands_out)}
    return into


def _both(
    one: Mapping[_Node, frozenset[_Way]], other: Mapping[_Node, frozenset[_Way]]
) -> Mapping[_Node, frozenset[_Way]]:
    return {node: ways & other[node] for node, ways in one.items() if node in other}


def _lead_to(into: Mapping[_Node, frozenset[_Way]], releases: Sequence[_Node]) -> Mapping[_Node, int]:
    """The releases that each thing goes into, one bit for each of them."""
    found = {one: 1 << n for n, one in enumerate(releases) if one in into}
    order, more = _downstream_first(into, releases), True
    while more:  # once more for each loop within loops, where a step writes what it reads
        more = False
        for node in order:
            bits = found[node]
            for before, _ in into.get(node, ()):
                if bits & ~found.get(before, 0):
                    found[before] = found.get(before, 0) | bits
                    more = True
    return found


def _downstream_first(into: Mapping[_Node, frozenset[_Way]], releases: Sequence[_Node]) -> Sequence[_Node]:
    done: list[_Node] = []
    seen: set[_Node] = set()
    for release in releases:
        waiting = [(release, iter(into.get(release, ())))] if release in into else []
        while waiting:
            ahead = next((one for one, _ in waiting[-1][1] if one not in seen), None)
            if ahead is None:
                done.append(waiting.pop()[0])
            else:
                seen.add(ahead)
                waiting.append((ahead, iter(into.get(ahead, ()))))
    return tuple(reversed(done))


def _says_what(artifact: Artifact) -> bool:
    """Whether an artifact tells which thing it is, or anything of where it comes from.

    One that does not is a place for what the variants put there.
    """
    said = type(artifact).model_fields
    return any(
        getattr(artifact, field) != said[field].get_default(call_default_factory=True)
        for field in artifact.model_fields_set - _SAYS_NOTHING
    )
