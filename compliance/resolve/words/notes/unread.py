"""Prose in a lineage that answers nothing: notes and revisions that tell more than plain words can, and stand alone.

No rule reads a note, and no list of words hears everything that one may tell. So whatever stands beside what a release
is made of, or beside a step that makes it, is open until it is answered: by `documented` at the thing or at the step.
"""

from __future__ import annotations

from collections.abc import Iterator

from compliance.model.declared.lineage import TO_BE_NAMED, Noted
from compliance.model.declared.manifest import Artifact, Step
from compliance.model.declared.noted import note_alone
from compliance.model.declared.stated import Documentation
from compliance.resolve.lineage.ancestry import Expanded
from compliance.resolve.lineage.documented import closes
from compliance.resolve.lineage.unplain import shown
from compliance.resolve.lineage.writing import reads
from compliance.resolve.names.described import named_without_account
from compliance.resolve.names.lookup import Names
from compliance.resolve.words.notes.places_told import is_place, sentence_for_a_place
from compliance.resolve.words.notes.plain import is_plain, is_version
from compliance.resolve.words.notes.plain_steps import WRITE_NOTHING, is_plain_of, is_plain_revision

_NO_ROWS = ("model", "service")
_OF_THE_HOUSE = ("own", "people")
_CHOSEN_OR_LABELLED = ("annotate", "filter", "judge")
_GOES_IN = ("base", "adapter", "component", "data", "source", "teacher", "seed", "prompts", "unknown")
"""Roles of what a note may name: of what only judged or measured, the name could tell that it did more."""


def unread(key: str, full: Expanded, names: Names) -> tuple[Noted, ...]:
    """What is noted of an artifact, and of the steps that write it, and that neither is plain nor answered."""
    if key in full.added:
        return ()
    artifact, writers = full.artifacts[key], full.writing.writers(key)
    if not (
        artifact.note
        or artifact.revision
        or any(step.note or isinstance(step.documented, Documentation) for step in writers)
    ):
        return ()
    content = artifact.kind not in _NO_ROWS
    rows = content and is_ours(key, full)
    answered = closes(artifact.documented)
    found = () if answered else (Noted(shown(one)) for one in _beside(key, artifact, ours=rows))
    # Who wrote rows, their own documentation says; which weights went into others, the step alone.
    told = () if content and answered else (_of_step(step, full, names, ours=rows) for step in writers)
    return tuple(dict.fromkeys([*found, *filter(None, told)]))


def _beside(key: str, artifact: Artifact, *, ours: bool) -> Iterator[str]:
    """The note and the revision of an artifact, where they are more than plain."""
    note, revision = note_alone(artifact.note), artifact.revision or ""
    called = {one: artifact.kind in _NO_ROWS for one in (key, artifact.name) if one}
    # Who of a house wrote rows by hand tells of nothing more, whosever house it is.
    plain = note is None or (artifact.kind not in _NO_ROWS and is_plain(note))
    if note and not plain and (ours or not is_plain_of(note, "", called)):
        yield note
    if not (is_version(revision) if ours else is_plain_revision(revision)):
        yield f"revision: {revision}"


def _of_step(step: Step, full: Expanded, names: Names, *, ours: bool) -> Noted | None:
    """What a note on a step leaves open, or the sentence where the place of its documentation should be."""
    page = step.documented
    if isinstance(page, Documentation) and closes(page):
        named = page.where == TO_BE_NAMED or is_place(page.where, of_rows=ours)
        if not page.generators and not named:
            return Noted(shown(page.where), step.id, placed=True)
        if not any(map(names.unnamed_of, page.generators or ())):
            return None
    # What is fetched is judged as what it is; only of what is one's own, fetching may be all that is told.
    if not step.note or (step.kind == "fetch" and not ours):
        return None
    # Who of the house labelled or chose rows tells of nothing more, whosever rows they are.
    plain = (ours or step.kind in _CHOSEN_OR_LABELLED) and is_plain(step.note)
    if not plain and (not ours or step.kind in WRITE_NOTHING):
        plain = is_plain_of(step.note, step.kind, _named(step, full))
    return None if plain else Noted(shown(step.note), step.id)


def _named(step: Step, full: Expanded) -> dict[str, bool]:
    """Ids and names of what goes into a step and comes out of it, and whether each may write rows."""
    read = [item.artifact for role, given in step.inputs.items() if role in _GOES_IN for item in given]
    return {
        name: full.artifacts[key].kind in _NO_ROWS
        for key in (*read, *step.outputs)
        if key in full.artifacts
        for name in (key, full.artifacts[key].name)
        if name
    }


def sentence_as_place(key: str, full: Expanded) -> str:
    """The sentence where a place should stand that answers for rows of one's own, or for a note.

    Whose rows are takes the whole way behind them, so it is looked at where there is a sentence alone.
    """
    artifact = full.artifacts[key]
    said = sentence_for_a_place(artifact)
    return said if said and (is_ours(key, full) or any(_beside(key, artifact, ours=False))) else ""


def is_ours(key: str, full: Expanded) -> bool:
    """Whether rows are said to be one's own or people's, or are made of nothing but such rows."""
    said = full.artifacts[key].origin
    if said != "unknown":
        return said in _OF_THE_HOUSE

    def of_others(item: str) -> bool:
        one = full.artifacts[item]
        made_here = one.origin == "unknown" and bool(full.writing.writers(item))
        return one.kind in _NO_ROWS or not (one.origin in _OF_THE_HOUSE or made_here)

    writers = full.writing.writers(key)
    if not writers and full.artifacts[key].kind not in _NO_ROWS:
        # Whose rows are that nobody published is not said; they are no easier to answer for than one's own.
        return named_without_account(full.artifacts[key].name) and not full.artifacts[key].developer
    made = any(any(reads(step)) for step in writers)
    return made and not full.writing.some_behind_ever(key, of_others, "what is not of the house")
