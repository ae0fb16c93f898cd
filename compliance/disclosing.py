"""Drafts for publication: the pipeline's lineage and report, put into the forms that ask for them."""

from __future__ import annotations

from compliance.decide.disclose import draft
from compliance.errors import Fault, UsageError
from compliance.model.answered.disclosure import Draft, FormName
from compliance.planning import Question


def drafts(question: Question, form: FormName, releases: tuple[str, ...] = ()) -> tuple[Draft, ...]:
    """One draft for every release, or for those that are named. Raises `UsageError` for one that is not there."""
    lineage, report = question.judge(question.loaded.manifest)
    known = {release.key for release in lineage.releases}
    for name in releases:
        if name not in known:
            raise UsageError(
                Fault(None, f"there is no release {name!r}", f"choose one of {', '.join(known)}")
            )
    chosen = [release.key for release in lineage.releases if not releases or release.key in releases]
    return tuple(draft(form, lineage, report, question.knowledge, key) for key in chosen)
