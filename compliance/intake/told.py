"""What a scan says, in lines that people read and in plain data for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from compliance.errors import printable, shortened
from compliance.intake.against.compared import Compared, Differing
from compliance.intake.asked import Asked
from compliance.intake.disagreeing.statements import Contradiction
from compliance.intake.folder import Scan
from compliance.intake.released.releases import Released
from compliance.intake.upstreams import Upstream
from compliance.model.shapes.location import Location

_PLACES = 4
_WORDS: dict[str, str] = {
    "base": "its weights are built upon",
    "adapter": "its weights are built upon",
    "component": "a part of it",
    "data": "its rows go in",
    "generated-by": "wrote rows",
    "filtered-by": "sorted rows out",
    "judged-by": "judged rows",
    "unknown-use": "used, for what is not said",
}


def lines(scan: Scan, compared: Compared | None) -> Iterator[str]:
    """The whole scan; against a manifest where there is one."""
    for one in scan.released:
        yield f"releases {one.kind} {printable(one.name)}{f', {printable(one.licence)}' if one.licence else ''}"
    undeclared = compared.undeclared if compared else [one for one in scan.upstreams if not one.declared]
    declared = compared.both if compared else [one for one in scan.upstreams if one.declared]
    where = "in the manifest" if compared else "in a document of the release"
    yield from _section(f"Seen, and not declared {where}", map(_upstream, undeclared))
    yield from _section(f"Seen, and declared {where}", map(_upstream, declared))
    if compared:
        yield from _section("Mentioned, and not in the manifest", map(_upstream, compared.mentioned))
    if compared:
        yield from _section(
            "Declared, and not seen in the folder", [[f"  {printable(one)}"] for one in compared.unseen]
        )
        yield from _section("Licences that differ from the manifest's", map(_differing, compared.licences))
    yield from _section("Statements that disagree", map(_contradiction, scan.contradictions))
    yield from _section("To answer", map(_asked, scan.questions))
    yield from unread(scan)


def unread(scan: Scan) -> Iterator[str]:
    """What could not be read, or only in part."""
    lost = [[f"  {_at(one.place)}: {printable(one.what)}"] for one in scan.lost]
    yield from _section("Not read, or left out", lost)


def _section(title: str, entries: Iterable[list[str]]) -> Iterator[str]:
    told = list(entries)
    if told:
        yield ""
        yield f"{title} · {len(told)}"
        for entry in told:
            yield from entry


def _at(place: Location) -> str:
    return f"{printable(place.file)}:{place.line}"


def _upstream(one: Upstream) -> list[str]:
    told = [f"  {printable(one.name)}: {_WORDS[one.relation]}{_through(one)}"]
    shown = list({_at(each.place): each for each in one.sightings}.items())
    for at, each in shown[:_PLACES]:
        told.append(f"    {at}  {shortened(each.words or each.how, 90)}")
    if len(shown) > _PLACES:
        told.append(f"    and at {len(shown) - _PLACES} more places")
    return told


def _through(one: Upstream) -> str:
    ways = [word for word in (one.provider, one.route) if word]
    nested = f" (within {printable(one.nested_in)})" if one.nested_in else ""
    return f", through {' / '.join(ways)}{nested}" if ways else nested


def _differing(one: Differing) -> list[str]:
    said = f"{_at(one.statement.place)} says {printable(one.statement.text)}"
    return [f"  {printable(one.name)}: the manifest says {printable(one.declared)}, {said}"]


def _contradiction(one: Contradiction) -> list[str]:
    told = [f"  {one.kind}: {printable(one.why)}"]
    shown = list({_at(said.place): said for said in one.said}.items())
    told += [f"    {at}  {shortened(said.words, 90)}" for at, said in shown[:_PLACES]]
    return told


def _asked(one: Asked) -> list[str]:
    places = ", ".join(dict.fromkeys(_at(place) for place in one.places[:_PLACES]))
    return [f"  {printable(one.question)}", f"    {printable(shortened(one.because, 90))} ({places})"]


def as_data(scan: Scan, compared: Compared | None) -> dict[str, object]:
    """The scan as plain data; lists are in the order in which they are told."""
    return {
        "releases": [_release(one) for one in scan.released],
        "upstreams": [
            _plain(one, None if compared is None else one in compared.both) for one in scan.upstreams
        ],
        "mentioned": [
            _plain(one, None if compared is None else one not in compared.mentioned) for one in scan.mentioned
        ],
        "contradictions": [
            {
                "kind": one.kind,
                "about": one.about,
                "why": one.why,
                "says": [_said(s.place, s.words) for s in one.said],
            }
            for one in scan.contradictions
        ],
        "questions": [
            {
                "about": one.about,
                "ask": one.question,
                "because": one.because,
                "where": list(map(_at, one.places)),
            }
            for one in scan.questions
        ],
        "lost": [_said(one.place, one.what) for one in scan.lost],
    }


def _release(one: Released) -> dict[str, object]:
    return {"name": one.name, "kind": one.kind, "licence": one.licence, "where": _at(one.place)}


def _said(place: Location, words: str) -> dict[str, str]:
    return {"where": _at(place), "words": words}


def _plain(one: Upstream, declared: bool | None) -> dict[str, object]:
    return {
        "name": one.name,
        "kind": one.kind,
        "relation": one.relation,
        "provider": one.provider,
        "route": one.route,
        "declared_in_documents": one.declared,
        "within": one.nested_in,
        "in_manifest": declared,
        "seen": [
            {
                **_said(each.place, each.words),
                "how": each.how,
                "source": each.source,
                "relation": each.relation,
            }
            for each in one.sightings
        ],
    }
