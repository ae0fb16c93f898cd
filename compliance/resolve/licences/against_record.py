"""How the licence that a manifest states stands to those under which the record of the name was put out, and when."""

from __future__ import annotations

import datetime
import re
from typing import Literal

from compliance.model.declared.manifest import Artifact as Declared
from compliance.model.names.resolved import DatasetRecord, ModelRecord
from compliance.model.shapes.shape import first_day
from compliance.resolve.licences.named_after import is_called_after
from compliance.resolve.licences.text import LicenceReader
from compliance.values import dataclass

Standing = Literal["silent", "agrees", "differs", "settled"]
_CUSTOM = frozenset(
    {"custom", "use-limits", "user-threshold", "revenue-limit", "gated", "research-only", "non-production"}
)
"""Traits of licences that people file under "other"."""
DESCRIPTIONS = frozenset({"non-commercial", "research-only", "public-domain"})
"""Licences that stand for words about them, such as "for research only", and for no text."""
_MIXED = frozenset({"mixed", "ambiguous", "source-terms"})


@dataclass(frozen=True, slots=True)
class Recorded:
    """The licences under which a name was put out, as far as its record knows them."""

    held: tuple[str, ...]
    """Up to the day that counts, the one that held then last."""
    later: tuple[str, ...] = ()
    """From a later day on: who took the thing before had another, and may or may not have this one too."""
    beside: tuple[str, ...] = ()
    """Stated at another place, or holding as well."""
    dated: bool = False
    """Whether there is a day that counts."""

    @property
    def known(self) -> tuple[str, ...]:
        """Every one of them, the one that held on the day that counts last."""
        return tuple(dict.fromkeys([*self.beside, *self.later, *self.held]))


def recorded_licences(
    record: ModelRecord | DatasetRecord, declared: Declared, used: str | None = None
) -> Recorded:
    """The licences of a record, on the day the thing came out by the manifest, else on that of its first use there."""
    stated = tuple(getattr(record, "also_stated", ()))
    if not record.licences:
        return Recorded((record.licence,) if record.licence else (), beside=stated)
    day = _day(declared.released or used)
    spans = sorted(record.licences, key=lambda span: first_day(span.from_))
    held = [span.licence for span in spans if day is None or first_day(span.from_) <= day]
    held = held or [spans[0].licence]
    reaching = [span.licence for span in spans if span.reaches_back and span.licence not in held]
    beside, held = (tuple(held), reaching[-1:]) if reaching else ((), held)
    later = tuple(span.licence for span in spans if span.licence not in (*held, *beside))
    return Recorded(tuple(held), later, (*stated, *beside), day is not None)


def _day(text: str | None) -> datetime.date | None:
    return first_day(text.partition("/")[0]) if text else None


def stated_licence(
    declared: Declared, record: ModelRecord | DatasetRecord, used: str | None, licences: LicenceReader
) -> tuple[Standing, str]:
    """How a declared licence stands to the record, and what the record knows, in words."""
    recorded = recorded_licences(record, declared, used)
    known = tuple(dict.fromkeys([*recorded.known, *getattr(record, "also_subject_to", ())]))
    if not recorded.known:
        return "silent", " or ".join(known)
    standing = licence_against_record(declared, known, licences)
    if standing == "agrees" and _of_another_day(declared, recorded, known, licences):
        held = recorded.held[-1]
        others = [one for one in known if one != held]
        return "differs", f"{held} at that time ({', '.join(others)} at others)"
    return standing, " or ".join(known)


def _of_another_day(
    declared: Declared, recorded: Recorded, known: tuple[str, ...], licences: LicenceReader
) -> bool:
    """Whether the stated licence is one that the thing stood under at another time than that of its first use.

    Who names a revision may have an older text; a later one nobody has before its day.
    """
    if not recorded.dated or declared.released or len(recorded.known) == 1:
        return False
    other = recorded.later if declared.revision else (*recorded.held[:-1], *recorded.later)
    at_the_time = tuple(one for one in known if one not in other)
    return licence_against_record(declared, at_the_time, licences) == "differs"


def licence_against_record(declared: Declared, known: tuple[str, ...], licences: LicenceReader) -> Standing:
    """How a declared licence stands to those that the record of the name knows."""
    reading = licences.read(declared.license)
    if reading.says == "nothing" or _is_its_own(declared, known, licences):
        return "silent"
    if settles(declared):
        return "settled"
    if reading.says in ("other", "elsewhere", "mixed"):
        return (
            "agrees"
            if licences.traits(known) & (_MIXED if reading.says == "mixed" else _CUSTOM)
            else "differs"
        )
    held = {member for one in known for member in licences.stated_as(one)}
    meant = [set(ids) for ids in reading.alternatives]
    if reading.unread:
        # A sentence that keeps a thing to research says what the record's word for it does, at more length.
        meant = [ids for ids in meant if ids and ids | set(known) <= DESCRIPTIONS]
    return "agrees" if any(_agree(ids, held, set(known), licences) for ids in meant) else "differs"


def _is_its_own(declared: Declared, known: tuple[str, ...], licences: LicenceReader) -> bool:
    """Whether the licence that is stated is no more than that of the thing itself, which the record knows."""
    reading = licences.read(declared.license)
    unread = bool(reading.unread) and not reading.alternatives
    return unread and is_called_after(declared.license or "", declared.name, known, licences)


def recalled_otherwise(
    declared: Declared, record: ModelRecord | DatasetRecord, licences: LicenceReader
) -> str | None:
    """The licences of a name whose own licence nobody read or named a version of, where the manifest states another."""
    recalled = record.licence_recalled
    known = (recalled,) if recalled else getattr(record, "licences_of_versions", ())
    if not known or licence_against_record(declared, known, licences) not in ("differs", "settled"):
        return None
    return f"{recalled}, as recalled" if recalled else f"{' or '.join(known)}, by version"


def settles(declared: Declared) -> bool:
    """Whether the manifest says why its own word holds, with something that others can look up."""
    return declared.against_record is not None and declared.against_record.can_be_looked_up


def _agree(said: set[str], held: set[str], known: set[str], licences: LicenceReader) -> bool:
    """Whether licences that are said to hold together may be the recorded ones, or those and more."""
    if not said:
        return False
    told, held_so = (licences.traits(tuple(one)) - {"custom"} for one in (said, known))
    if said | known <= DESCRIPTIONS and (told <= held_so or held_so <= told):
        return True  # whoever said “non-commercial” may have left out that it is for research
    for words, others in ((said, known), (known, said)):
        # Words for a kind of licence agree with every licence of that kind, whoever used them.
        if len(words) == 1 and words <= DESCRIPTIONS:
            return licences.traits(tuple(words)) - {"custom"} <= licences.traits(tuple(others))
    if len(said) == 1 and any(versions_of_one(next(iter(said)), one, licences) for one in known):
        return True
    vague = len(said) == 1 and bool({member for one in said for member in licences.members(one)} & held)
    return said <= held or known <= said or vague


def versions_of_one(one: str, other: str, licences: LicenceReader) -> bool:
    """Whether two licences are versions of one text that grant and ask the same."""
    stems = {re.sub(r"(-before)?[-v]?\d[\d.]*(-ported)?$", "", licence) for licence in (one, other)}
    # Sites moved from one version of such a licence to the next; works under a model licence have one version each.
    return len(stems) == 1 and one.startswith("cc-") and licences.traits((one,)) == licences.traits((other,))
