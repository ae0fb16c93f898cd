"""A mutation run over packs: every unit, what was kept of earlier runs, and the survivors that are accounted for."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from compliance import situations
from compliance.authoring import excused, kept, record
from compliance.authoring.mutate import Outcome, outcome, units
from compliance.errors import ComplianceError
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.situation import Situation, Survivor


@dataclass(frozen=True, slots=True)
class MutationRun:
    """What came of it."""

    mutants: int
    explained: tuple[tuple[str, str, str], ...]
    """Rule or definition, fault and reason of each survivor that the files of situations list."""
    unexplained: tuple[tuple[str, str], ...]
    """Rule or definition, and the fault that nothing noticed."""
    stale: tuple[tuple[str, str], ...]
    """Listed survivors that are no survivors any more."""
    anew: int = 0
    """Rules and definitions that were run, and not taken from an earlier run."""
    record: str = ""
    """What came of each, to be committed."""

    @property
    def killed(self) -> int:
        """Mutants that a situation noticed."""
        return self.mutants - len(self.explained) - len(self.unexplained)

    @property
    def share(self) -> float:
        """Killed mutants in per cent of those that can be: all without a listed reason why nothing notices them."""
        can_be = self.mutants - len(self.explained)
        return 100 * self.killed / can_be if can_be else 0.0


def run(
    packs: Knowledge,
    places: Sequence[pathlib.Path],
    *,
    wanted: Sequence[str] = (),
    cache: pathlib.Path | None = None,
    recorded: pathlib.Path | None = None,
) -> MutationRun:
    """Break the rules of some packs and see what their situations notice.

    Args:
        packs: The packs.
        places: Files and folders of situations.
        wanted: Ids of rules and definitions, or beginnings of them; all if empty.
        cache: File in which outcomes are kept from run to run; None keeps nothing.
        recorded: A record whose outcomes hold as long as the contents are those that it was made for.
    """
    stories, listed = _stories(places)
    held = {**(kept.read(cache) if cache else {}), **(record.read(recorded) if recorded else {})}
    common = kept.common_digest(packs) if cache else ""
    faults = record.faults_digest()
    found: dict[str, Outcome] = {}
    told: dict[str, Outcome] = {}
    had: dict[str, tuple[str, ...]] = {}
    anew = 0
    for unit in units(packs, wanted):
        had[unit.name] = tuple(mutant.what for mutant in unit.mutants)
        key, lasting = (kept.digest(unit, stories, packs, one) for one in (common, faults))
        known = held.get(lasting) or (held.get(key) if cache else None)
        anew += known is None
        found[key] = told[lasting] = known or outcome(unit, stories, packs)
    if cache:
        kept.write(cache, ({**held, **found} if wanted else found).items())
    names = {one.name for one in told.values()}
    before = record.read(recorded) if recorded and wanted else {}
    others = {key: one for key, one in before.items() if one.name not in names}
    judged = _judged(tuple(told.values()), had, listed)
    return replace(judged, anew=anew, record=record.written({**others, **told}))


def _stories(places: Sequence[pathlib.Path]) -> tuple[dict[str, list[Situation]], list[Survivor]]:
    stories: dict[str, list[Situation]] = {}
    listed: list[Survivor] = []
    for path in situations.files(places):
        try:
            held, _ = situations.read_situations(path)
        except ComplianceError:
            continue  # `rules test` reports files that cannot be read
        listed += held.survives
        for story in held.situations:
            stories.setdefault(story.rule, []).append(story)
    return stories, listed


def _judged(
    outcomes: tuple[Outcome, ...], had: Mapping[str, Sequence[str]], listed: Sequence[Survivor]
) -> MutationRun:
    survived = {(one.name, fault) for one in outcomes for fault in one.survivors}
    meant = [
        (one.of, fault, f"{one.kind}: {one.why}")
        for one in listed
        for fault in excused.named(one, had.get(one.of, ()))
    ]
    told = {(name, fault): why for name, fault, why in meant if (name, fault) in survived}
    return MutationRun(
        mutants=sum(one.mutants for one in outcomes),
        explained=tuple((*one, why) for one, why in sorted(told.items())),
        unexplained=tuple(sorted(survived - told.keys())),
        stale=tuple((name, fault) for name, fault, _ in meant if (name, fault) not in survived),
    )


def lines(result: MutationRun) -> Iterator[str]:
    """What a run has to say, survivors without a reason first."""
    for name, fault in result.unexplained:
        yield f"unnoticed  {name}: {fault}"
    for name, fault in result.stale:
        yield f"listed as unnoticed, and noticed now  {name}: {fault}"
    for name, fault, why in result.explained:
        yield f"unnoticed with a reason  {name}: {fault} ({why})"
