"""What the words of a thing's name can speak against: how the thing is said to be made."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.model.declared.manifest import Artifact as Declared
from compliance.model.names.records import ServiceEntry
from compliance.model.names.resolved import DatasetRecord, ModelRecord
from compliance.model.words.spelling import split_organisation
from compliance.resolve.names.lookup import Names
from compliance.resolve.words.names.called import is_of_a_model
from compliance.resolve.words.prose.spoken import Spoken, as_written, speaks_of
from compliance.resolve.words.prose.telling import maker_words

_KINDS = ("lm", "lms", "llm", "llms", "vlm", "vlms", "slm", "slms")
"""What weights are by themselves, and rows are not."""


def spoken_in_name(
    name: str, artifact: Declared, record: ModelRecord | DatasetRecord | None, made: bool, names: Names
) -> Iterator[Spoken]:
    """What of a name's words can speak against how the artifact is said to be made."""
    bases = names.derivative(name) if artifact.kind == "model" else None
    if made and artifact.kind == "model":
        pairs = zip(bases.bases, bases.words, strict=True) if bases else ()
        yield from (
            Spoken(as_written(said, name), names.model_entry(base))
            for base, said in pairs
            if any(word.isalpha() and len(word) > 2 for word in said.split())
        )
        known = names.model_entry(name)
        yield from [Spoken(split_organisation(name)[1], known)] if known else []
        yield from (one for one in map(Spoken, maker_words(name)) if not one.at_large)
        yield from (one for one in speaks_of(name, names) if is_of_a_model(one))
        return
    own = names.dataset_entry(name) if made else None
    yield from [Spoken(split_organisation(name)[1], own)] if own else []
    for one in speaks_of(name, names):
        if one.entry is None and _is_of_itself(one.text, artifact, names):
            continue
        # What a model comes from by its name stands behind it already, where no step says otherwise.
        told = one.entry is None or isinstance(one.entry, ServiceEntry)
        if (told or (record is None and bases is None)) and not _serves_it(one, artifact, record, names):
            yield one


def _serves_it(
    one: Spoken, artifact: Declared, record: ModelRecord | DatasetRecord | None, names: Names
) -> bool:
    """Whether it is the service by which a developer offers these very weights, of others, under the same name."""
    if not isinstance(one.entry, ServiceEntry) or not isinstance(record, ModelRecord):
        return False
    whole = one.text == split_organisation(artifact.name or "")[1]
    theirs = artifact.origin not in ("own", "people")
    return whole and theirs and one.entry.provider == names.provider(record.developer)


def makers_in_name(artifact: Declared, key: str, names: Names) -> tuple[str, ...]:
    """Words of a name that tell of makers of models, other than whose weights these are by their account."""
    found = maker_words(artifact.name or key)
    return tuple(word for word in found if not _is_of_itself(word, artifact, names))


def _is_of_itself(word: str, artifact: Declared, names: Names) -> bool:
    return _is_whose_it_is(word, artifact, names) or _is_what_it_is(word, artifact)


def _is_what_it_is(word: str, artifact: Declared) -> bool:
    """Whether a word in the name of weights only says of which kind they are: `llm-jp/llm-jp-3-1.8b`."""
    return artifact.kind == "model" and word.casefold() in _KINDS


def _is_whose_it_is(word: str, artifact: Declared, names: Names) -> bool:
    """Whether a word in the name of others' weights is the known house under whose account they stand.

    That weights under `Qwen/` are Qwen's says nothing of what wrote their data. Of rows it may: whoever offers a model
    writes rows with it.
    """
    account = split_organisation(artifact.name or "")[0]
    if not account or artifact.kind != "model" or artifact.origin in ("own", "people"):
        return False
    owner = names.party(account)
    return owner is not None and names.party(word) == owner
