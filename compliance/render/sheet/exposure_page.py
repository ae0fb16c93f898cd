"""The first page of exposure, an answer by itself: each origin, way in, text, reading and substitute, with its source.

What says the same is one row, over all releases; what exceeds a page is counted and named. The annex has every row.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from compliance.model.answered.exposure import Exposed, Exposure, Touching
from compliance.model.names.substitutes import FOUND, PURPOSES, Substitute
from compliance.model.packs.truth import READINGS
from compliance.render.sheet.blocks import Block, Bullets, Paragraph, Section, Table
from compliance.render.sheet.exposure_words import (
    brief,
    instead_words,
    licence_words,
    reading_of,
    remains_words,
    source_words,
    way_words,
)
from compliance.render.sheet.standings import READINGS_KEY, marks
from compliance.render.view.words import FORCE_WORD, POSITION_WORD, count, listed

T = TypeVar("T")
_ROWS = 6
_NAMED = 4
_EXAMPLES = 2
_TOLD = 14
Held = tuple[Exposure, Exposed]
Put = tuple[Exposure, Touching]


class _Sources:
    """Sources by number, in the order in which rows need them."""

    def __init__(self) -> None:
        self.told: dict[str, int] = {}

    def numbers(self, sources: Iterable[str]) -> str:
        """The numbers of some sources."""
        found = sorted({self.told.setdefault(one, len(self.told) + 1) for one in sources if one})
        runs: list[list[int]] = []
        for one in found:
            if runs and one == runs[-1][-1] + 1:
                runs[-1].append(one)
            else:
                runs.append([one])
        return ", ".join(str(run[0]) if run[0] == run[-1] else f"{run[0]}–{run[-1]}" for run in runs)


def first_page(found: Sequence[Exposure]) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """The blocks of the page, after the sentence that answers; and sources that only the annex has a place for."""
    sources = _Sources()
    blocks = [
        *_held(found, sources),
        *_texts(found, sources),
        Paragraph(remains_words(found), small=True),
        *_elsewhere(found),
    ]
    lines = tuple(f"({number}) {source}" for source, number in sources.told.items())
    many = len(lines) > _TOLD
    told = (
        f"{count(len(lines), 'source')}, each with its day, at the end of the annex"
        if many
        else "; ".join(lines)
    )
    blocks += [
        Paragraph(f"How each came in is as the manifest states its steps. Read in: {told}.", small=True),
        Paragraph(
            f"{READINGS_KEY}. That nothing was found behind a model is no proof. This is not legal advice.",
            small=True,
        ),
    ]
    return tuple(blocks), (
        (Section("Annex: sources of the first page, by number", (Bullets(lines),)),) if many else ()
    )


def _groups(items: Iterable[T], key: Callable[[T], Hashable]) -> list[list[T]]:
    found: dict[Hashable, list[T]] = {}
    for one in items:
        found.setdefault(key(one), []).append(one)
    return list(found.values())


def _held(found: Sequence[Exposure], sources: _Sources) -> Iterator[Block]:
    """What stands closest first; where there are too many rows, one for all that came in alike and is read alike."""
    held = sorted(((each, one) for each in found for one in each.exposed), key=_closeness)
    groups = _groups(held, lambda pair: (_alike(*pair), *_of(pair[1])))
    if groups[_ROWS:]:
        groups = _groups(held, lambda pair: _alike(*pair))
    rows = tuple(_held_row(group, found, sources) for group in groups)
    head = ("what it holds", "came in as", "licence", "looked at from this reading on")
    yield Table((*head, "from elsewhere, for example", "source"), rows, (8, 6, 4, 3, 6, 3))


def _closeness(pair: Held) -> tuple[int, bool]:
    reading = reading_of(pair[0], pair[1].artifact)
    return READINGS.index(reading) if reading in READINGS else len(READINGS), not pair[1].holds_it


def _alike(each: Exposure, one: Exposed) -> tuple[object, ...]:
    return one.ways, reading_of(each, one.artifact)


def _of(one: Exposed) -> tuple[object, ...]:
    return one.developer, one.country, licence_words(one), one.instead


def _held_row(group: Sequence[Held], found: Sequence[Exposure], sources: _Sources) -> tuple[str, ...]:
    each, one = group[0]
    by_maker: dict[str, list[str]] = {}
    for _, held in group:
        maker = f"of {held.developer or 'developer not known'} ({', '.join(held.country)})"
        by_maker.setdefault(maker, []).append(held.name)
    named = "\n".join(f"{_names(names)}\n{maker}" for maker, names in by_maker.items())
    if len(by_maker) > 1:
        total = len({held.name for _, held in group})
        named = f"{total}: " + "; ".join(f"{_names(names)} {maker}" for maker, names in by_maker.items())
    into = tuple(dict.fromkeys(release.name for release, _ in group))
    where = "" if len(into) == len(found) else f"\n→ {listed(into)}"
    read = [source for _, held in group for source in source_words(held)]
    examples = list(dict.fromkeys(held.instead for _, held in group if held.instead))[:_EXAMPLES]
    read += [f"{example.name}: {example.where}" for example in examples]
    return (
        f"{named}{where}",
        way_words(one),
        _names(licence_words(held) for _, held in group),
        reading_of(each, one.artifact) or "none",
        "; ".join(brief(example) for example in examples) or instead_words(one),
        sources.numbers(read),
    )


def _names(names: Iterable[str]) -> str:
    told = tuple(dict.fromkeys(names))
    more = f" and {len(told) - _NAMED} more" if len(told) > _NAMED else ""
    return f"{', '.join(told[:_NAMED])}{more}"


def _texts(found: Sequence[Exposure], sources: _Sources) -> Iterator[Block]:
    held = {one.name for each in found for one in each.exposed}
    put = [(each, text) for each in found for text in each.touching]
    groups = _groups(put, lambda pair: (pair[1].title, pair[1].force))
    rows = [
        (
            group[0][1].title,
            FORCE_WORD[group[0][1].force],
            _stands(group),
            _looks(group, held),
            sources.numbers(place for _, text in group for place in text.read_in),
        )
        for group in groups
    ]
    if rows[_ROWS:]:
        rest = "; ".join(f"{row[0]} ({row[1]}: {row[2]})" for row in rows[_ROWS:])
        rows[_ROWS:] = [(f"{count(len(rows) - _ROWS, 'further text')}: {rest}", "", "", "see the annex", "")]
    if rows:
        head = ("text, as a rule reads it", "force", "would stand", "looks at (narrow plain broad)", "source")
        yield Table(head, tuple(rows), (9, 4, 4, 9, 3))
    still = [text for each in found for text in each.untouched]
    if still:
        told = dict.fromkeys(
            f"{text.title} ({FORCE_WORD[text.force]}; {_in(text, sources)})" for text in still
        )
        yield Paragraph(f"Put, and clear on every reading: {'; '.join(told)}.", small=True)


def _in(text: Touching, sources: _Sources) -> str:
    return f"source {sources.numbers(text.read_in)}" if text.read_in else "no text cited"


def _stands(group: Sequence[Put]) -> str:
    of: dict[str, list[str]] = {}
    for each, text in group:
        of.setdefault(POSITION_WORD[text.position], []).append(each.name)
    return (
        "; ".join(of)
        if len(of) == 1
        else "; ".join(f"{word} ({listed(tuple(names))})" for word, names in of.items())
    )


def _looks(group: Sequence[Put], held: set[str]) -> str:
    by_marks: dict[str, dict[str, None]] = {}
    for each, text in group:
        names = {one.artifact: one.name for one in each.exposed}
        for touch in text.artifacts:
            by_marks.setdefault(marks(touch.readings), {})[names[touch.artifact]] = None
    told = (
        f"{_names(names) if len(names) <= _NAMED else f'{len(names)} of {len(held)}'}  {key}"
        for key, names in by_marks.items()
    )
    return "\n".join(told) or "the release as such"


def _elsewhere(found: Sequence[Exposure]) -> Iterator[Block]:
    functions = dict.fromkeys(one.function for each in found for one in each.exposed if one.kind != "dataset")
    for function in functions:
        wanted = set(PURPOSES.get(function, ()))
        models = dict.fromkeys(s for each in found for s in each.substitutes if wanted & set(s.purposes))
        if models:
            yield Paragraph(_counted(function, tuple(models)), small=True)


def _counted(function: str, models: Sequence[Substitute]) -> str:
    marked = [one for one in models if {one.weights, one.outputs} & set(FOUND)]
    unread = [one for one in models if "not-checked" in (one.weights, one.outputs) and one not in marked]
    clean = [one.name for one in models if one not in marked and one not in unread]
    named = f" ({'; '.join(clean[:_NAMED])}{' …' if clean[_NAMED:] else ''})" if clean else ""
    return (
        f"From elsewhere, for {function}, of {len(models)}: nothing of such an origin was found behind "
        f"{len(clean)}{named}; {len(unread)} were not looked up; {len(marked)} have such weights or outputs behind "
        "them. All stand in the annex."
    )
