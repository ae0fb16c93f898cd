"""From what was seen in a folder to a draft of its manifest: artifacts, steps and releases, each with its places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compliance.intake.disagreeing.contradictions import differ
from compliance.intake.drafting.drafted import Draft, Entry, Fields
from compliance.intake.drafting.drafted_steps import INTO_MODEL, put_in, step_of
from compliance.intake.folder import Scan
from compliance.intake.naming.generic import unnamed_writers
from compliance.intake.naming.ids import GENERATED, SIGNS
from compliance.intake.places.telling import MOST_NAME
from compliance.intake.released.releases import Released
from compliance.intake.upstreams import Upstream
from compliance.model.declared.sighting import Sighting
from compliance.model.shapes.location import Location

MOST_FILES = 3
"""Files of rows that a draft names."""
_WRITES = ("generated-by",)
_SORTS = {"filtered-by": "filter", "judged-by": "judge"}


def draft_of(scan: Scan, folder: str, beside: Draft | None = None) -> Draft:
    """Make a draft of a scan.

    Args:
        scan: What was seen.
        folder: Name of the folder, for want of another.
        beside: A draft that it will be put into, whose ids it shares.
    """
    main = scan.released[0]
    bare = main.name.rsplit("/", 1)[-1]
    owner = main.publisher or (main.name.split("/")[0] if "/" in main.name else None)
    project = SIGNS.sub("-", (bare or folder).lower()).strip("-._+")[:90] or "project"
    title = (bare or folder)[:MOST_NAME]
    draft = Draft(project, title, {"name": (owner or "unknown")[:MOST_NAME]})
    if beside:
        draft.ids, draft.kinds, draft.taken = beside.ids, beside.kinds, beside.taken
    direct = [one for one in scan.upstreams if not _within(one, scan)]
    there: set[str] = set()
    for one in direct:
        entry = _upstream(one, draft)
        if entry.key not in there:
            draft.artifacts.append(entry)
            there.add(entry.key)
    unnamed = unnamed_writers(scan.found.sightings)
    rows = _rows_of(scan, direct, draft) or (GENERATED if unnamed else None)
    for released in scan.released:
        draft.artifacts.append(_released(released, draft))
    if rows not in draft.ids.values() and rows is not None:
        draft.artifacts.append(Entry(rows, {"kind": "dataset"}, _unnamed_rows(scan)))
        draft.ids[rows] = rows
    _steps(scan, direct, rows, _rows_in_files(scan, rows, draft), draft)
    if unnamed and rows:
        _write_by_some_model(unnamed, rows, draft)
    draft.releases = [_release(one, scan, draft) for one in scan.released if one.own_card or one is main]
    return draft


def _write_by_some_model(told: Sequence[Sighting], rows: str, draft: Draft) -> None:
    """A model that wrote rows and that nobody names stands in the draft without a name: the check asks which it was."""
    key = draft.id_of("unnamed-model", "model")
    places = tuple(one.place for one in told)
    draft.artifacts.append(
        Entry(key, {"kind": "model"}, f"{_at(places[0])}, “{told[0].name}”; say which", places)
    )
    fields: Fields = {"kind": "generate", "inputs": {"teacher": key}, "outputs": rows}
    # What is gathered or sorted later goes on from it.
    draft.steps.insert(0, Entry("write-by-some-model", fields, places[0].file, places))


def _unnamed_rows(scan: Scan) -> str:
    """What is said of rows without a name: the file that code writes them to, where there is just one."""
    files = sorted(scan.found.written)
    where = f"rows that code writes to {files[0]}" if len(files) == 1 else "rows that no file names"
    return f"{where}; say what they are called"


def _rows_in_files(scan: Scan, rows: str | None, draft: Draft) -> list[str]:
    """Rows without a name that training reads, as one data set: how they were made is for the check to ask.

    Where rows are made or have a card here, the files are taken to hold these.
    """
    files = dict(scan.found.trained_on)
    carded = any(one.kind == "dataset" and one.own_card for one in scan.released)
    if not files or carded or rows == GENERATED or all(one.kind != "model" for one in scan.released):
        return []
    places = tuple(files.values())
    stem = next(iter(files)).rsplit("/", 1)[-1].split(".")[0]
    key = draft.id_of(stem if len(files) == 1 and stem else "rows-in-files", "dataset")
    named = ", ".join(list(files)[:MOST_FILES]) + (" …" if len(files) > MOST_FILES else "")
    told = f"{_at(places[0])}, rows of {named}; origin: own if they are, else say who wrote them"
    draft.artifacts.append(Entry(key, {"kind": "dataset"}, told, places))
    return [key]


def _within(one: Upstream, scan: Scan) -> bool:
    """Whether a thing only went into another upstream, whose making is not this project's to tell."""
    own = {each.name for each in scan.released}
    return one.nested_in is not None and one.nested_in not in own


def _upstream(one: Upstream, draft: Draft) -> Entry:
    kind = one.kind or "model"
    fields: Fields = {"kind": kind, "name": one.name}
    if kind == "service":
        fields |= {key: value for key, value in (("provider", one.provider), ("route", one.route)) if value}
    licences = {each.licence for each in one.sightings if each.licence}
    if len(licences) == 1 and len(licence := licences.pop()) <= MOST_NAME:
        fields["license"] = licence
    return Entry(draft.id_of(one.name, kind), fields, _seen(one), tuple(each.place for each in one.sightings))


def _seen(one: Upstream) -> str:
    first = one.first
    declared = "" if one.declared else "not declared in any document; "
    return f"{declared}{first.place.file}:{first.place.line}, {first.how}"


def _released(one: Released, draft: Draft) -> Entry:
    fields: Fields = {"kind": one.kind, "name": one.name[:MOST_NAME]}
    if not one.own_card and one.licence is None:
        return Entry(draft.id_of(one.name, one.kind), fields, f"own data set, {_at(one.place)}", (one.place,))
    return Entry(draft.id_of(one.name, one.kind), fields, _at(one.place), (one.place,))


def _at(place: Location) -> str:
    return f"{place.file}:{place.line}"


def _rows_of(scan: Scan, direct: Sequence[Upstream], draft: Draft) -> str | None:
    """Id of the data set that what writes and sorts rows goes into: an own one, or one that nobody named."""
    own = [one for one in scan.released if one.kind == "dataset"]
    if own:
        return draft.id_of(own[0].name, "dataset")
    wants = any(one.relation in (*_WRITES, *_SORTS) for one in direct)
    return GENERATED if wants else None


def _steps(
    scan: Scan, direct: Sequence[Upstream], rows: str | None, in_files: Sequence[str], draft: Draft
) -> None:
    models = [one for one in scan.released if one.kind == "model"]
    into_rows = [one for one in direct if rows and _goes_into_rows(one, bool(models), scan)]
    if rows:
        _make_rows(into_rows, rows, draft)
    if models:
        rest = [one for one in direct if one not in into_rows]
        own = [draft.id_of(one.name, "dataset") for one in scan.released if one.kind == "dataset"] or (
            [rows] if rows else []
        )
        _make_model(models[0], rest, [*own, *in_files], draft)
        for other in models[1:]:
            _further(other, models[0], draft)
    elif scan.found.is_program:
        put_in(scan.released[0], direct, draft, scan.found.headed)


def _goes_into_rows(one: Upstream, is_model: bool, scan: Scan) -> bool:
    """Whether a thing went into rows, and not straight into weights."""
    if one.relation in (*_WRITES, *_SORTS):
        return True
    if one.relation != "data":
        return not is_model
    if not is_model:
        return True
    own = {each.name for each in scan.released if each.kind == "dataset"}
    if one.nested_in in own:
        return True
    shown = [each for each in one.sightings if each.source != "document"]
    # A script that trains nothing gathers rows; a configuration and a card's list name what is trained on.
    return bool(shown) and all(
        each.source == "code" and each.how.startswith("load_dataset") and not _trains(each.place.file, scan)
        for each in shown
    )


def _trains(file: str, scan: Scan) -> bool:
    return any(
        each.place.file == file and each.relation in ("base", "adapter") and each.is_lineage
        for one in scan.upstreams
        for each in one.sightings
    )


def _make_rows(into: Sequence[Upstream], rows: str, draft: Draft) -> None:
    writers = [one for one in into if one.relation in _WRITES]
    sources = [one for one in into if one.relation not in (*_WRITES, *_SORTS)]
    inputs: dict[str, list[str]] = {}
    if writers:
        inputs["teacher"] = [_id(one, draft) for one in writers]
    if sources:
        inputs["source" if writers else "data"] = [_id(one, draft) for one in sources]
    if inputs:
        kind = "generate" if writers else "mix"
        draft.steps.append(
            step_of("write-rows" if writers else "gather-rows", kind, inputs, rows, [*writers, *sources])
        )
    for relation, kind in _SORTS.items():
        sorters = [one for one in into if one.relation == relation]
        if sorters:
            inputs = {kind: [_id(one, draft) for one in sorters], "data": [rows]}
            draft.steps.append(step_of(f"{kind}-rows", kind, inputs, rows, sorters))


def _make_model(model: Released, rest: Sequence[Upstream], own: Iterable[str], draft: Draft) -> None:
    """The steps that make the weights: put together or converted first, where that is done, then trained."""
    inputs: dict[str, list[str]] = {}
    for one in rest:
        inputs.setdefault(INTO_MODEL.get(one.relation, "data"), []).append(_id(one, draft))
    output, kind = draft.id_of(model.name, "model"), _kind_of_step(rest)
    rows = inputs.pop("data", [])
    rows += [one for one in own if one not in rows]
    order = ("base", "adapter", "component", "unknown")
    weights: dict[str, object] = {role: inputs[role] for role in order if role in inputs}
    if kind in ("merge", "quantise"):
        if weights:
            called = "put-together" if kind == "merge" else kind
            parts = [one for one in rest if one.relation != "data"]
            draft.steps.append(step_of(called, kind, weights, output, parts))
        if rows:
            draft.steps.append(step_of("train", "finetune", {"data": rows}, output, rest))
        return
    if len(inputs.get("base", ())) > 1 and differ(rest):
        # Two files name two bases of one model: it was one of them.
        weights["base"] = {"one_of": inputs["base"]}
    if weights or rows:
        draft.steps.append(
            step_of("train", kind, {**weights, **({"data": rows} if rows else {})}, output, rest)
        )


def _kind_of_step(rest: Sequence[Upstream]) -> str:
    how = " ".join(each.how for one in rest for each in one.sightings)
    bases = [one for one in rest if one.relation == "base"]
    if "mergekit" in how or "base_model (merge)" in how:
        return "merge"
    if "base_model (quantized)" in how or "Modelfile" in how:
        return "quantise" if "quantized" in how else "merge"
    return "finetune" if bases or any(one.relation == "adapter" for one in rest) else "train"


def _further(model: Released, main: Released, draft: Draft) -> None:
    """Another model of the folder; what it was made from is asked, as nothing tells it apart."""
    inputs = {"unknown": [draft.id_of(main.name, "model")]}
    entry = step_of(
        f"make-{draft.id_of(model.name, 'model')}", "other", inputs, draft.id_of(model.name, "model"), []
    )
    draft.steps.append(Entry(entry.key, entry.fields, "say how it was made", entry.places))


def _id(one: Upstream, draft: Draft) -> str:
    return draft.id_of(one.name, one.kind or "model")


def _release(one: Released, scan: Scan, draft: Draft) -> Entry:
    fields: Fields = {"artifact": draft.id_of(one.name, one.kind), "name": one.name[:MOST_NAME]}
    for key, value in (("date", one.date), ("license", one.licence), ("function", one.function)):
        if value and len(value) <= MOST_NAME:
            fields[key] = value
    others = one.differing
    if others:
        fields["statements"] = [
            {"license": each.text[:MOST_NAME], "where": f"{each.place.file}, line {each.place.line}"}
            for each in others
        ]
    if one is scan.released[0] and scan.notices is not None and scan.copies is not None:
        # The folder is what is handed out; what it does not hold is said to be absent, for a person to confirm.
        fields["notices"] = list(scan.notices)
        fields["license_copies"] = list(scan.copies)
        if one.kind == "code":
            fields["facts"] = {"source_terms_noted": False}
    return Entry(draft.id_of(one.name, one.kind), fields, _at(one.place), (one.place,))
