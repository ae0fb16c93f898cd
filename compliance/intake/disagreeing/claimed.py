"""What a folder's pages claim of its making against what code, settings and rows show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compliance.acquire.found import Found
from compliance.acquire.names import letters
from compliance.acquire.prose.licence_words import denies_machines, hosted_denied
from compliance.intake.disagreeing.statements import Contradiction, refuted_by
from compliance.intake.naming.registry_words import RegistryWords
from compliance.intake.upstreams import Upstream
from compliance.model.declared.sighting import Sighting, Statement, StatementKind
from compliance.patterns import regex

_WRITTEN = regex(
    r"(?i)\b(?:generated|wrote|written|produced|made|created|outputs?|synthesi[sz]ed|answers?|responses?|"
    r"completions?|translations?|captions?|transcripts?)\b"
)
"""Words of a denial that speak of content alone, and of no judge or sieve."""
_SIMULATED = frozenset(
    {"sim", "simulated", "simulation", "simulator", "rendered", "mujoco", "gazebo", "carla", "isaacsim"}
)
"""Words in the names of rows that a simulator made."""
_SYNTHETIC = frozenset({"synthetic", "synthetics", "synth", "tts", "generated", "artificial"})
"""Words in the names of rows that a model made."""
_CONTENT = frozenset(
    {"description", "caption", "query", "querie", "question", "answer", "response", "instruction", "prompt", "summary",
     "summarie", "translation", "transcript", "dialogue", "conversation", "storie", "story", "review", "comment",
     "explanation", "solution", "rationale", "title", "label", "annotation", "completion", "replie", "reply"}
)  # fmt: skip
"""Words for what somebody writes, as they stand without the sign of the plural."""
WRITERS, JUDGES, SCRATCH, HOSTED, SIMULATED = (
    "who wrote the rows",
    "who judged the rows",
    "from scratch",
    "hosted models",
    "simulated rows",
)
"""What such contradictions are about."""


def claimed(found: Found, upstream: Sequence[Upstream], known: RegistryWords) -> Iterator[Contradiction]:
    """Claims that what is seen refutes: of people who wrote or judged, of hosted models, of a start from nothing."""
    yield from _people(found, upstream)
    yield from _judges(found, upstream)
    yield from _scratch(found, upstream)
    yield from _hosted(found, upstream, known)
    yield from _simulated(found, upstream)


def _is_told_beside(writer: Upstream, said: Statement) -> bool:
    """Whether documents tell of a writer beside people; where no model is said to have written, the same document."""
    if not denies_machines(said.words):
        return writer.declared and not any(_of_the_same(said, one) for one in writer.sightings)
    return any(one.source == "document" and one.place.file == said.place.file for one in writer.sightings)


def _of_the_same(said: Statement, one: Sighting) -> bool:
    """Whether another page tells of the very things of which a claim speaks that a model wrote them."""
    elsewhere = one.source == "document" and "prose" in one.how and one.place.file != said.place.file
    return elsewhere and bool(_things(said.words) & _things(one.words))


def _things(words: str) -> set[str]:
    """The kinds of content that words name, each by its singular."""
    return {one.removesuffix("s") for one in re.findall(r"[a-z]+", words.lower())} & _CONTENT


def _once(statements: Sequence[Statement], kind: StatementKind) -> list[Statement]:
    """Statements of a kind, of several on a line the first."""
    mine = [one for one in statements if one.kind == kind]
    return list({(one.place.file, one.place.line): one for one in reversed(mine)}.values())[::-1]


def _people(found: Found, upstream: Sequence[Upstream]) -> Iterator[Contradiction]:
    """Rows that people are said to have written, and that a model wrote."""
    wrote = [one for one in upstream if one.relation == "generated-by" and not one.nested_in]
    for one in _once(found.statements, "people-wrote"):
        writers = [each for each in wrote if not _is_told_beside(each, one)]
        if denies_machines(one.words):
            writers += [each for each in _rows_called(_SYNTHETIC, upstream) if not _is_told_beside(each, one)]
        if writers:
            yield refuted_by(writers, one, WRITERS, "said to be written by people")


def _judges(found: Found, upstream: Sequence[Upstream]) -> Iterator[Contradiction]:
    """Rows that people are said to have judged, where a model did of which no page tells."""
    judged = [one for one in upstream if _judges_rows(one) and not one.nested_in and not one.declared]
    for one in _once(found.statements, "people-judged"):
        if judged:
            yield refuted_by(judged, one, JUDGES, "said to be judged by people")


def _judges_rows(one: Upstream) -> bool:
    return any(each.relation == "judged-by" for each in one.sightings)


def _scratch(found: Found, upstream: Sequence[Upstream]) -> Iterator[Contradiction]:
    """Weights that are said to start from nothing, and for which a base is seen."""
    bases = [one for one in upstream if one.relation in ("base", "adapter") and not one.nested_in]
    for one in _once(found.statements, "from-scratch"):
        others = [] if any(_speaks_of(one, each) for each in bases) else bases
        if others:
            yield refuted_by(others, one, SCRATCH, "said to start from no weights")


def _speaks_of(said: Statement, base: Upstream) -> bool:
    """Whether a sentence names a base: then it is that one of which it tells how it was made."""
    return letters(base.name.rsplit("/", 1)[-1]) in letters(said.words)


def _hosted(found: Found, upstream: Sequence[Upstream], known: RegistryWords) -> Iterator[Contradiction]:
    """No hosted model is said to have had a part, and one wrote rows; open weights that others host are none."""
    hosted = [
        one
        for one in upstream
        if one.relation in ("generated-by", "judged-by", "filtered-by")
        and one.kind == "service"
        and not (one.declared or one.nested_in)
        and (record := known(one.name.rsplit("/", 1)[-1])) is not None
        and record.kind == "service"
    ]
    for one in found.statements:
        only_writers = _WRITTEN.search(hosted_denied(one.words)) is not None
        asked = [each for each in hosted if each.relation == "generated-by" or not only_writers]
        if one.kind == "denial" and not one.about and asked:
            yield refuted_by(asked, one, HOSTED, "hosted models are denied")


def _simulated(found: Found, upstream: Sequence[Upstream]) -> Iterator[Contradiction]:
    """Nothing is said to come from a simulator, and rows are used whose name says that they do."""
    for one in _once(found.statements, "no-simulation"):
        rows = [each for each in _rows_called(_SIMULATED, upstream) if not _speaks_of(one, each)]
        if rows:
            yield refuted_by(rows, one, SIMULATED, "simulated rows are denied")


def _rows_called(spoken: frozenset[str], upstream: Sequence[Upstream]) -> list[Upstream]:
    """The rows that went in whose name holds one of the words."""
    return [
        one
        for one in upstream
        if one.relation == "data" and not one.nested_in and not spoken.isdisjoint(_words_of(one.name))
    ]


def _words_of(name: str) -> set[str]:
    """The words of the last part of a name or an address."""
    return set(re.split(r"[^a-z]+", name.rstrip("/").rpartition("/")[2].lower()))
