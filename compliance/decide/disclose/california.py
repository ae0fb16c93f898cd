"""The page that California's AB 2013 asks for: twelve topics on the data of a generative system."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from compliance.decide.disclose.answers import (
    Answers,
    all_of,
    of_release,
    of_source,
    place_of,
    sized,
    vague,
)
from compliance.decide.disclose.material import Data, Material
from compliance.model.answered.disclosure import Draft, Gap, Said, Topic

_CLEANS = ("filter", "judge", "convert", "annotate", "mix")
_BASIS = (
    "California Civil Code 3110-3111 (AB 2013), in force since 2026-01-01; its twelve topics, known from published "
    "copies of the section, not verified against the official code"
)


def california(material: Material) -> Draft:
    """Draft the page, with what is missing asked."""
    topics = tuple(
        _topic(number, title, asks, answer(material))
        for number, (title, asks, answer) in enumerate(_TOPICS, 1)
    )
    return Draft(
        "ab-2013",
        f"Training data of {material.name}",
        material.release.key,
        _BASIS,
        topics,
        (
            "Due on the developer's website before the system, or a change in substance, is open to Californians.",
            "Systems, and changes in substance, that came out from 2022 on are meant; not those solely for security "
            "and integrity, for operating aircraft, or for defence and open to a federal body alone (3111(b)).",
            "A tune answers for its own data; what stands behind its base is told as far as known.",
        ),
    )


def _topic(number: int, title: str, asks: str, answer: Answers) -> Topic:
    said, gaps = answer
    return Topic(f"3111(a)({number})", title, asks, said, gaps, vague(said))


def _each(material: Material, fact: str, words: str = "{value}") -> Answers:
    return all_of(of_source(material, data, fact, words) for data in material.own())


def _sources(material: Material) -> Answers:
    said = [_owner(data) for data in material.sources()]
    said += [
        Said(
            f"Weights of {base.name} ({base.developer or 'developer not stated'}); their data is for whoever made them "
            "to tell.",
            place_of(base),
        )
        for base in material.bases.values()
        if not base.made_here
    ]
    if not said:
        return (), (Gap("What was it trained on?", "steps", "inputs: {data: …}"),)
    return tuple(said), tuple(_whose(data) for data in material.own() if _unowned(data))


def _unowned(data: Data) -> bool:
    """Whether nothing says whose a set is or where it comes from."""
    one = data.artifact
    return not (one.developer or data.writers or one.made_here or one.origin != "unknown")


def _whose(data: Data) -> Gap:
    return Gap(
        f"Whose is {data.artifact.name}, or where does it come from?",
        data.artifact.location or f"artifacts.{data.artifact.id}",
        "developer: … or origin: web",
        data.artifact.name,
    )


def _owner(data: Data) -> Said:
    artifact = data.artifact
    writers = ", ".join(one.name for one in data.writers.values())
    owner = artifact.developer and f" of {artifact.developer}"
    origin = {"web": ", from the web", "people": ", written by people", "own": ", the developer's own"}
    written = f", written by {writers}" if writers else ""
    through = f" (behind the weights of {data.through})" if data.through else ""
    return Said(
        f"{artifact.name}{owner or ''}{origin.get(artifact.origin, '')}{written}{through}", place_of(artifact)
    )


def _numbers(material: Material) -> Answers:
    return all_of(_number(material, data) for data in material.own())


def _number(material: Material, data: Data) -> Answers:
    said, gaps = of_source(material, data, "source.data_points")
    tokens = data.artifact.tokens
    if tokens is not None and not said:
        return (Said(f"{data.artifact.name}: {sized(data.artifact)}", place_of(data.artifact)),), ()
    return said, gaps


def _rights(material: Material) -> Answers:
    found = []
    for data in material.own():
        said, gaps = of_source(material, data, "source.protected_works", "holds protected works: {value}")
        found.append(((*_licence(data), *said), gaps))
    return all_of(found)


def _licence(data: Data) -> tuple[Said, ...]:
    licence = data.artifact.licence_text
    return (
        (Said(f"{data.artifact.name}: stated licence {licence}", place_of(data.artifact)),) if licence else ()
    )


def _cleaning(material: Material) -> Answers:
    used = [data for data in material.data.values() if not data.through]
    found = [said for data in used for said in _steps(data)]
    # What went into a set that was cleaned afterwards was cleaned with it.
    cleaned = {key for data in used if any(_steps(data)) for key in (data.artifact.id, *data.parts)}
    left = [
        of_source(material, data, "source.processing")
        for data in material.own()
        if data.artifact.id not in cleaned
    ]
    return all_of([(tuple(dict.fromkeys(found)), ()), *left])


def _steps(data: Data) -> Iterator[Said]:
    for step in data.made_by.values():
        if step.kind in _CLEANS:
            tools = ", ".join(one.name for one in data.shapers.values())
            note = (
                f": {step.note}" if step.note else f", with {tools}" if tools and step.kind != "mix" else ""
            )
            yield Said(f"{data.artifact.name}: step {step.id} ({step.kind}){note}", f"step {step.id}")


def _collected(material: Material) -> Answers:
    return all_of(
        of_source(material, data, fact, words)
        for data in material.own()
        for fact, words in (
            ("source.collected", "collected {value}"),
            ("source.collection_goes_on", "collection goes on: {value}"),
        )
    )


def _first_used(material: Material) -> Answers:
    return all_of(_first(material, data) for data in material.own())


def _first(material: Material, data: Data) -> Answers:
    said, gaps = of_source(material, data, "source.first_used", "first used {value}")
    periods = sorted(step.period for step in data.used_in.values() if step.period)
    if said or not periods:
        return said, gaps
    text = f"{data.artifact.name}: read by steps of {', '.join(dict.fromkeys(periods))}"
    return (Said(text, f"steps {', '.join(data.used_in)}"),), ()


def _synthetic(material: Material) -> Answers:
    writing = [data for data in material.sources() if data.writers]
    asked = tuple(
        Gap(
            f"Did a model write or label any of {data.artifact.name}?",
            data.artifact.location or f"artifacts.{data.artifact.id}",
            "documented: {where: …, generators: none}",
            data.artifact.name,
        )
        for data in material.own()
        if not data.writers and _writers_not_said(data)
    )
    if not writing and not material.teachers:
        none = Said("No step and no record says that a model wrote data for it.", "manifest")
        return () if asked else (none,), asked
    told = [
        Said(f"{data.artifact.name} was written by {', '.join(one.name for one in data.writers.values())}",
             place_of(data.artifact))
        for data in writing
    ]  # fmt: skip
    told += [Said(f"Trained on outputs of {one.name}", place_of(one)) for one in material.teachers.values()]
    why, gaps = of_release(material, "release.synthetic_purpose", "Purpose: {value}")
    return (Said("Machine-written data was used.", "manifest"), *told, *why), (*gaps, *asked)


def _writers_not_said(data: Data) -> bool:
    """Whether it is not known if a model wrote a set; that it is documented does not say what is documented."""
    one = data.artifact
    if one.making.state == "open":
        return True
    named = one.documentation is not None and one.documentation.generators is not None
    return one.documented == "yes" and not named and one.origin not in ("people", "own")


_TOPICS: tuple[tuple[str, str, Callable[[Material], Answers]], ...] = (
    ("Sources or owners", "Where the data sets come from, or whose they are.", _sources),
    ("How the data serves the purpose", "What each set is for, given what the system is meant for.",
     lambda m: all_of([of_release(m, "release.intended_purpose", "The system is meant for {value}"),
                       _each(m, "source.furthers_purpose")])),
    ("Number of data points", "How many, in ranges; estimates for sets that grow.", _numbers),
    ("Types of data points", "The labels used, or what unlabelled data is like.",
     lambda m: _each(m, "source.data_types")),
    ("Copyright, trademarks, patents", "Whether any of it is protected, or all is in the public domain.", _rights),
    ("Bought or licensed", "Whether the developer bought or licensed the sets.",
     lambda m: _each(m, "source.purchased", "bought or licensed for pay: {value}")),
    ("Personal information", "Whether the sets hold personal information as California defines it.",
     lambda m: _each(m, "source.personal_data", "data about identifiable people: {value}")),
    ("Aggregate consumer information", "Whether the sets hold it as California defines it.",
     lambda m: _each(m, "source.aggregate_consumer_data", "aggregate consumer information: {value}")),
    ("Cleaning and processing", "What was changed in the sets, and what for.", _cleaning),
    ("Time of collection", "The period in which data was collected, and whether collection goes on.", _collected),
    ("First use", "When the sets were first used in development.", _first_used),
    ("Machine-written data", "Whether synthetic data was or is used; what it was needed for may be said.", _synthetic),
)  # fmt: skip
