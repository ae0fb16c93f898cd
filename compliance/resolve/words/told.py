"""What names, notes and sentences say of how an artifact came to be, and nothing behind it accounts for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from compliance.model.declared.lineage import STAND_IN
from compliance.model.declared.manifest import ROWS, Manifest, Release
from compliance.model.declared.manifest import Artifact as Declared
from compliance.model.declared.stated import Documentation
from compliance.model.names.records import ModelEntry, ServiceEntry
from compliance.model.names.resolved import DatasetRecord, ModelRecord
from compliance.model.words.spelling import key as spelt
from compliance.model.words.spelling import split_organisation
from compliance.resolve.lineage.ancestry import Expanded
from compliance.resolve.lineage.drawn import is_drawn, is_made_at_large
from compliance.resolve.lineage.making import Told
from compliance.resolve.lineage.resting import Resting
from compliance.resolve.lineage.writing import is_work_here
from compliance.resolve.names.lookup import Names
from compliance.resolve.names.related import goes_by
from compliance.resolve.words.names.accounts import accounting, accounts_for, called_beside
from compliance.resolve.words.names.called import sets_called
from compliance.resolve.words.names.in_ids import told_in_heads, told_in_ids
from compliance.resolve.words.names.others_named import others_named
from compliance.resolve.words.names.spoken_in_name import makers_in_name, spoken_in_name
from compliance.resolve.words.names.untuned import packed_as, untuned
from compliance.resolve.words.names.whose import is_called, is_itself, parties_named, performers
from compliance.resolve.words.notes.answers_told import writers_beside
from compliance.resolve.words.notes.beside import (
    labels,
    learned,
    notes,
    put_out_as,
    ruled_out,
    sentences,
    shared_titles,
    shown,
    shows_at_work,
    titles,
)
from compliance.resolve.words.notes.fed import fed_told
from compliance.resolve.words.notes.gathered import gathered_at
from compliance.resolve.words.notes.named_sources import sources_told
from compliance.resolve.words.notes.own_rows import of_ours, sets_noted
from compliance.resolve.words.notes.started import started_told
from compliance.resolve.words.prose.machine_acts import acts_on_rows, machine_acts, services_in_id
from compliance.resolve.words.prose.mentioned import at_work, models_at_work, run_there
from compliance.resolve.words.prose.said_taken import said_copied, said_got, said_taken, tells_of_taking
from compliance.resolve.words.prose.sentences import weights_in, writers_in
from compliance.resolve.words.prose.spoken import Spoken, against, speaks_of
from compliance.resolve.words.prose.taught import taught_at_large, teachers_in
from compliance.resolve.words.prose.telling import maker_words
from compliance.resolve.words.prose.works_of_others import tells_of_others_at_large, works_noted
from compliance.resolve.words.terms import limits_told
from compliance.values import replace


def told_of(
    key: str,
    full: Expanded,
    manifest: Manifest,
    names: Names,
    record: ModelRecord | DatasetRecord | None,
    resting: Resting,
) -> Told:
    """What the artifact's name speaks of, and what of it nothing that the manifest says accounts for.

    Added ancestors are as the registry says, and so is whatever carries a record of which the making is known; how
    weights that are released were made, steps of the manifest tell before a record of their name.
    """
    artifact = full.artifacts[key]
    releases = resting.releases(key)
    documented = artifact.documented if isinstance(artifact.documented, Documentation) else None
    generators = (documented.generators if documented else None) or ()
    alone = tuple(one for one in generators if names.unnamed_of(one))
    told = Told(makers_in_name(artifact, key, names), released=bool(releases), providers=alone)
    made = any(map(is_work_here, full.writing.writers(key)))
    ours = made and artifact.kind == "model" and bool(releases)
    known = record is not None and record.making != "not-looked-up" and not ours
    if key in full.added or known:
        return told
    if artifact.kind == "service":
        said = [one for text in notes(key, full) for one in run_there(text, names)]
        denied = ruled_out(key, full)
        return replace(told, weights=against(_unmet(said, key, full, names, resting), denied, (), own=True))
    told = replace(told, limits=limits_told(key, full, releases))
    if artifact.kind == "model":
        weights = _weights_told(key, full, manifest, names, resting)
        told = replace(told, weights=weights or started_told(key, full))
    if artifact.kind != "code" and artifact.origin != "third-party":
        told = replace(told, weights=(*told.weights, *fed_told(key, full)))
    return _told_in_words(key, told, full, manifest, names, record, resting)


def _told_in_words(
    key: str,
    told: Told,
    full: Expanded,
    manifest: Manifest,
    names: Names,
    record: ModelRecord | DatasetRecord | None,
    resting: Resting,
) -> Told:
    """What names and sentences say wrote the artifact, where nothing says outright who did."""
    artifact, releases = full.artifacts[key], resting.releases(key)
    made = any(map(is_work_here, full.writing.writers(key)))
    called = dict.fromkeys([artifact.name or key, *put_out_as(releases)])
    written = (*called, *labels(manifest, releases))
    spoken = [one for name in written for one in spoken_in_name(name, artifact, record, made, names)]
    heads = tuple(titles(manifest, releases))
    spoken += others_named(key, full, manifest.publisher.name, (*put_out_as(releases), *heads))
    spoken += [Spoken(word) for name in called for word in teachers_in(name)]
    said = _said_elsewhere(key, full, releases, names, resting)
    said += [one for text in heads for one in _said_in_title(text, names)]
    shared = [one for text in shared_titles(manifest, releases) for one in writers_in(text, names)]
    said += _behind_no_release(shared, full, names, resting)
    untold = _unmet(said, key, full, names, resting)
    unmet = [
        one for one in _unmet(spoken, key, full, names, resting)
        if not (is_itself(one, called, key, full, names, resting) or called_beside(key, one, full, names))
    ]  # fmt: skip
    sets = _unmet(_sets_named(key, called, heads, full, manifest, names), key, full, names, resting)
    accounts = [split_organisation(name)[0] for name in called]
    makers, ours = _makers(key, unmet, full, manifest, names)
    denied, ids = ruled_out(key, full), parties_named((*makers, *accounts), names)
    borrowed = [one for one in unmet if made and is_called(one, called, names)]
    rest = [one for one in unmet if one not in borrowed]
    # Whose a known name is goes by the publisher's own word, not by the account with which that name begins.
    taken = against(borrowed, denied, ours, own=True)
    return replace(
        told,
        account=next((one for one in accounts if one and taken and names.is_account(one)), ""),
        against=(*against(rest, denied, ids, own=artifact.origin == "own"), *taken),
        elsewhere=(*against(untold, denied, ids, own=False), *against(sets, denied, ids, own=True)),
    )


def _said_in_title(text: str, names: Names) -> list[Spoken]:
    """What a title calls the writer or the teacher of what goes out, named or not."""
    return [*writers_in(text, names), *(Spoken(words, act=True) for words in taught_at_large(text))]


def _sets_named(
    key: str, called: Iterable[str], heads: Iterable[str], full: Expanded, manifest: Manifest, names: Names
) -> Iterator[Spoken]:
    """Sets and houses that notes, names and titles tell to be behind rows."""
    yield from sets_noted(key, full, names, (manifest.publisher.name, *called))
    yield from sets_called(key, called, heads, full, names)
    yield from map(Spoken, sources_told(key, full, manifest.publisher.name))
    yield from told_in_ids(key, full, names) if full.artifacts[key].kind != "model" else ()


def _makers(
    key: str, spoken: Iterable[Spoken], full: Expanded, manifest: Manifest, names: Names
) -> tuple[list[str], set[str]]:
    """Who may have made an artifact, by name, and the parties that are meant, those of known models among them.

    A known house did not make what the publisher's own steps made, whoever is written as its developer; who is behind
    an account on a hub, the developer alone tells.
    """
    developer = full.artifacts[key].developer
    made = any(map(is_work_here, full.writing.writers(key)))
    said = [developer] if developer and (not made or names.is_account(developer)) else []
    makers = [manifest.publisher.name, *said, *performers(key, full, manifest)]
    houses = {
        getattr(one.entry, "developer", None) or getattr(one.entry, "publisher", None) for one in spoken
    }
    ours = {one for one in houses if one and any(goes_by(word, names.called(one)) for word in makers)}
    return makers, parties_named(makers, names) | ours


def _said_elsewhere(
    key: str, full: Expanded, releases: Sequence[Release], names: Names, resting: Resting
) -> list[Spoken]:
    """What sentences beside the name say wrote it."""
    texts = (*sentences(full.artifacts[key], releases), *notes(key, full))
    said = [one for text in texts for one in writers_beside(text, key, full, releases, names)]
    said += [Spoken(word) for one in releases for text in shown(one) for word in at_work(text, rows=False)]
    rows = full.artifacts[key].kind != "model"
    said += [Spoken(word) for text in of_ours(key, full) for word in at_work(text, rows=rows)]
    said += [one for text in of_ours(key, full) for one in models_at_work(text, names) if rows]
    said += [Spoken(words, act=True) for text in of_ours(key, full) for words in machine_acts(text) if rows]
    if full.artifacts[key].origin == "third-party":
        said += [Spoken(words) for text in texts for words in said_copied(text)]
    elif full.artifacts[key].kind != "model" and full.artifacts[key].origin != "web":
        said += [Spoken(words) for text in texts for words in said_taken(text)]
    if full.artifacts[key].origin == "own" and full.artifacts[key].kind != "model":
        said += [Spoken(words) for text in texts for words in (*said_got(text), *works_noted(text))]
    said += [
        one
        for release in releases
        for text in shows_at_work(release)
        for one in models_at_work(text, names)
        if one.entry is not None
    ]
    said += map(Spoken, gathered_at(key, full))
    if full.artifacts[key].kind == "code":
        said += [Spoken(one.function, act=True) for one in releases if one.function in _DONE_BY_MODELS]
    if full.artifacts[key].kind != "model":
        # What an id speaks of at large is a subject as often as a writer; a plan calls a stand-in by what it replaces.
        ids = (*(() if key.endswith(STAND_IN) else (key,)), *(step.id for step in full.writing.writers(key)))
        said += [one for text in ids for one in speaks_of(text, names) if _stands_for_nothing_else(one)]
    return [*said, Spoken(resting.told_of_data[key])] if key in resting.told_of_data else said


_DONE_BY_MODELS = (
    "general-purpose", "embedding", "translation", "speech", "speech-recognition", "image", "video", "vision", "ocr",
)  # fmt: skip
"""Functions of a release that a program has by some model, which is to be named."""


def _stands_for_nothing_else(one: Spoken) -> bool:
    """Whether a word in an id is no subject, and no plain word after which a service happens to be called."""
    plain = isinstance(one.entry, ServiceEntry) and one.text.isalpha() and not maker_words(one.text)
    return not one.at_large and not plain


def _weights_told(
    key: str, full: Expanded, manifest: Manifest, names: Names, resting: Resting
) -> tuple[str, ...]:
    """Other models of which sentences about a model speak, and that nothing behind it is."""
    artifact = full.artifacts[key]
    said = [one for text in sentences(artifact, ()) for one in weights_in(text, names)]
    releases = resting.releases(key)
    told_so = (*notes(key, full), *titles(manifest, releases))
    said += [one for text in told_so for one in weights_in(text, names, told_so=True)]
    shared = shared_titles(manifest, releases)
    tuned = [one for text in shared for one in weights_in(text, names, told_so=True)]
    said += _behind_no_release(tuned, full, names, resting)
    steps = (step.id for step in full.writing.writers(key))
    said += [
        one
        for text in (key, *steps)
        for one in weights_in(text, names)
        if isinstance(one.entry, ModelEntry) or (text != key and _stands_for_nothing_else(one))
    ]
    put_out, own_name = tuple(put_out_as(releases)), (artifact.name,) if artifact.name else ()
    heads = (*titles(manifest, releases), *learned(releases))
    called = [spelt(name) for name in (artifact.name or key, *put_out)]
    others = [one for one in said if all(spelt(one.text) not in name for name in called)]
    parties = (manifest.publisher.name, artifact.developer, split_organisation(artifact.name or key)[0])
    others += [Spoken(words, act=True) for text in notes(key, full) for words in acts_on_rows(text)]
    others += [Spoken(word) for step in full.writing.writers(key) for word in services_in_id(step.id)]
    others += (
        *told_in_ids(key, full, names, put_out),
        *told_in_heads(key, heads, full, names, manifest.publisher.name),
        *map(Spoken, untuned(key, (*own_name, *put_out, *titles(manifest, releases)), full)),
    )
    unmet = _unmet(others, key, full, names, resting)
    # Whoever wrote a set that is named: here it is asked what stands behind the weights.
    unmet += map(Spoken, packed_as(key, put_out, full, names))
    return against(unmet, ruled_out(key, full), parties_named(parties, names), own=True)


def _unmet(said: Iterable[Spoken], key: str, full: Expanded, names: Names, resting: Resting) -> list[Spoken]:
    """What of it nothing behind the artifact accounts for."""
    told = _generators(full.artifacts[key])
    return [
        one
        for one in said
        if not (told and one.at_large)
        and not (is_made_at_large(one.text) and is_drawn(key, full, names))
        and not any(accounts_for(other, one, names) for other in told)
        and not resting.some_behind(key, one.as_key, _behind(one, full, names, resting))
    ]


def _behind_no_release(
    said: Iterable[Spoken], full: Expanded, names: Names, resting: Resting
) -> list[Spoken]:
    """What of a title that several releases share nothing behind any of them accounts for."""
    return [one for one in said if not resting.behind_any(one.as_key, _behind(one, full, names, resting))]


def _behind(one: Spoken, full: Expanded, names: Names, resting: Resting) -> Callable[[str], bool]:
    """Whether an artifact accounts for what is spoken of, as a question to be put to what stands behind a thing."""
    if one.entry is None and (tells_of_others_at_large(one.text) or tells_of_taking(one.text)):
        return lambda item: _is_of_others(full.artifacts[item])
    if one.act and one.text in _DONE_BY_MODELS:
        return resting.does_its_work
    if one.at_large and is_made_at_large(one.text):
        return lambda item: resting.at_work(item) or is_drawn(item, full, names)
    return resting.at_work if one.at_large else accounting(one, full, names)


def _is_of_others(item: Declared) -> bool:
    return item.origin != "own" and item.kind in ROWS


def _generators(artifact: Declared) -> list[Declared]:
    """The models that are documented to have written an artifact."""
    page = artifact.documented
    named = page.generators if isinstance(page, Documentation) else None
    return [Declared(kind="model", name=name) for name in named or ()]
