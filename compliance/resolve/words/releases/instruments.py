"""Instruments that are said to have only measured, where a note or the name of what came out tells that they wrote.

A judge that gives scores leaves no words of its own. Critiques, rationales and explanations are words of whoever gave
them, and what the instrument was is then asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from compliance.model.declared.manifest import ROWS, Artifact, Step
from compliance.model.declared.stated import Documentation
from compliance.model.words.spelling import spaced
from compliance.patterns import regex
from compliance.resolve.lineage.writing import reads
from compliance.resolve.words.prose.sentences import affirmed

_WROTE = regex(
    r"(?<![a-z])(?:it|they|(?:the|our) (?:judge|filter|model|service|teacher|llm|tool)|which) (?:also |then "
    r"|sometimes |even )*"
    r"(?:(?:re)?wrote|rephrased|reworded|generated|completed|drafted|answered|filled in|repaired|improved|shortened"
    r"|translated|corrected|edited)(?![a-z])|(?<![a-z])(?:rewritten|reworded|corrected|completed|improved|repaired) by"
    r" (?:it|the same|the judge|the model)(?![a-z])",
    re.IGNORECASE,
)
"""What says that what measures wrote as well."""
_IN_WORDS = regex(
    r"(?<![^\W\d_])(?:critiques?|criticisms?|rationales?|explanations?|justifications?|feedback|remarks"
    r"|(?:comments|reasons|reviews) (?:by|of|from)|with (?:[\w-]+ )?(?:comments|reasons)|summaries|captions"
    r"|descriptions|translations|paraphrases|rewrites|rewordings|transcripts|(?:summari[sz]|translat|paraphras|caption|rephras|rewrit"
    r"|shorten|simplif)(?:ed|ten|ied)|in (?:plain (?:words|language)|english|french|german|spanish|italian|portuguese"
    r"|dutch|polish|turkish|arabic|hindi|chinese|japanese|korean|russian)|zusammenfassungen|übersetzungen|résumés"
    r"|(?:written|worded|drafted|phrased) by|begründung(?:en)?|kritiken"
    r"|erklärungen|critiques écrites|explications|explicaciones)(?![^\W\d_])"
    r"(?! (?:scores?|ratings?|labels?|ranks?|ranking|grades?|lengths?|classes))",
    re.IGNORECASE,
)
"""What a name calls rows that hold sentences on other rows, and no figures."""
_MEASURING = ("judge", "filter", "reward", "reference")
_LABELS = ("annotate", "judge", "filter")
_SPEAKS = ("model", "service")


def with_writers(step: Step, artifacts: Mapping[str, Artifact], warned: list[str]) -> Step:
    """A step that measures, of which it is told that the instrument wrote too: what it was is taken as not known."""
    signs = [
        role
        for role, given in step.inputs.items()
        if role in _MEASURING
        and any(one.artifact in artifacts and artifacts[one.artifact].kind in _SPEAKS for one in given)
    ]
    told = next(_told(step, artifacts), "") if step.kind in _LABELS and signs else ""
    if not told:
        return step
    warned.append(
        f"step {step.id}: {told}; what its {' and '.join(signs)} was is taken as not known: list it as `teacher` too "
        "where it wrote what stays"
    )
    moved = tuple(one for role in signs for one in step.inputs[role])
    kept = {role: given for role, given in step.inputs.items() if role not in signs}
    return step.model_copy(update={"inputs": {**kept, "unknown": (*kept.get("unknown", ()), *moved)}})


def _told(step: Step, artifacts: Mapping[str, Artifact]) -> Iterator[str]:
    """What tells that the instrument of a step wrote: its note, or the name of rows that it did not read as such."""
    noted = next(filter(None, map(_WROTE.search, affirmed(step.note or ""))), None)
    if noted is not None:
        yield f"its note tells of {noted.group(0)!r}"
    if step.kind == "filter":
        return
    read = " ".join(spaced(f"{key} {_name(key, artifacts)}") for key in reads(step)).casefold()
    for key in step.outputs:
        if key not in artifacts or artifacts[key].kind not in ROWS:
            continue
        for called in (_name(key, artifacts), key):
            found = _IN_WORDS.search(spaced(called))
            if found and found.group(0).casefold() not in f"{read} {_ruled_out(artifacts[key])}":
                yield f"what it writes is called {found.group(0)!r} (`not_from` there says where that misleads)"


def _ruled_out(rows: Artifact) -> str:
    """Words of a name that are said to mislead."""
    page = rows.documented
    return " ".join(page.not_from if isinstance(page, Documentation) else ()).casefold()


def _name(key: str, artifacts: Mapping[str, Artifact]) -> str:
    return (artifacts[key].name if key in artifacts else None) or key
