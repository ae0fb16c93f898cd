"""The public summary of training content that article 53 of the EU AI Act asks for, by the sections of its template."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from compliance.decide.disclose.answers import (
    Answers,
    all_of,
    kinds_of,
    of_publisher,
    of_release,
    of_source,
    place_of,
    sized,
    vague,
)
from compliance.decide.disclose.machine_written import is_synthetic, synthetic
from compliance.decide.disclose.material import Data, Material
from compliance.model.answered.disclosure import Draft, Gap, Said, Topic
from compliance.model.words.placeholder import THE_PUBLISHER

_BASIS = (
    "Commission template for the public summary of training content, C(2025) 8311, sections 1 to 3; wording ours, "
    "ranges and thresholds are to be taken from the template"
)


def europe(material: Material) -> Draft:
    """Draft the summary, with what is missing asked."""
    return Draft(
        "eu-summary",
        f"Public summary of training content: {material.name}",
        material.release.key,
        _BASIS,
        tuple(_topic(*part, material) for part in _PARTS),
        (
            "A summary is updated when more data is trained on: look at it again every six months.",
            "Models placed on the market before 2025-08-02 need one from 2027-08-02 on.",
            "Synthetic data made by or for the provider goes under 2.5; a third party's set stays under 2.1 or 2.2.",
        ),
    )


def _or_none(answers: Answers, what: str) -> Answers:
    """The answers; where there are none, that the manifest names nothing of the kind."""
    said, gaps = answers
    return answers if said or gaps else ((Said(f"None: {what}.", "manifest"),), ())


def _topic(
    number: str, title: str, asks: str, answer: Callable[[Material], Answers], material: Material
) -> Topic:
    said, gaps = answer(material)
    return Topic(number, title, asks, said, gaps, vague(said))


def _provider(material: Material) -> Answers:
    publisher = material.lineage.releaser(material.release)
    country = ", ".join(publisher.country)
    named: Answers = ((Said(f"{publisher.name}{f' ({country})' if country else ''}", "publisher"),), ())
    nobody: Answers = (
        (),
        (Gap("Who provides it, by the name that it bears in law?", "publisher", "name: …"),),
    )
    told = [
        nobody if publisher.name == THE_PUBLISHER else named,
        of_publisher(material, "publisher.contact", "Contact: {value}"),
        of_publisher(material, "publisher.eu_representative", "Representative in the EU named: {value}"),
    ]
    if publisher.facts.get("eu_representative") in (True, "yes"):
        told.append(of_publisher(material, "publisher.eu_representative_contact", "Representative: {value}"))
    return all_of(told)


def _model(material: Material) -> Answers:
    release, gaps = material.release, list[Gap]()
    place = material.lineage.locations.get(f"release:{release.key}", "release")
    said = [Said(material.name, place)]
    if release.date:
        said.append(Said(f"Put out on {release.date}", place))
    else:
        gaps.append(
            Gap("When was it placed on the Union market?", f"releases, {release.key}", "date: 2026-01-01")
        )
    foreign = [base for base in material.bases.values() if not base.made_here]
    said += [Said(f"Builds on the weights of {base.name} ({base.developer or 'developer not stated'})", place_of(base))
             for base in foreign]  # fmt: skip
    linked = (
        of_release(material, "release.dependencies_noted", "Its summary: {value}") if foreign else ((), ())
    )
    return all_of([(tuple(said), tuple(gaps)), linked])


def _overall(material: Material) -> Answers:
    kinds = dict.fromkeys(one.artifact.modality for one in material.own() if one.artifact.modality)
    modality = (
        ((Said(f"Modalities: {', '.join(kinds)}", "registry"),), ())
        if kinds
        else of_release(material, "release.modalities", "Modalities: {value}")
    )
    types = [of_source(material, one, "source.data_types", "holds {value}") for one in material.own()]
    facts = (("release.data_until", "Data collected until {value}"), ("release.languages", "Languages: {value}"),
             ("release.data_characteristics", "Other characteristics: {value}"),
             ("release.trains_on", "Goes on learning from new data: {value}"))  # fmt: skip
    sizes = [_size(material, one) for one in material.own()]
    return all_of([modality, *sizes, *types, *(of_release(material, fact, words) for fact, words in facts)])


def _size(material: Material, data: Data) -> Answers:
    one = data.artifact
    if one.tokens is not None:
        return (Said(f"{one.name}: {sized(one)}", place_of(one)),), ()
    return of_source(material, data, "source.data_points")


def _is_crawled(data: Data) -> bool:
    """Whether it comes from the web and is not a set that others put together and that anybody can get."""
    return data.artifact.origin == "web" and data.artifact.facts.get("public") not in ("yes", True)


def _by_whom(material: Material, data: Data) -> Gap:
    """The question on which it turns whether a crawl belongs under 2.3 or, as Common Crawl does, under 2.1."""
    one, provider = data.artifact, material.lineage.releaser(material.release).name
    return Gap(
        f"Did {provider}, or somebody for it, crawl {one.name}? A set of others that anybody can get stands under 2.1.",
        one.location or f"artifacts.{one.id}",
        "facts: {public: true}",
        one.name,
    )


def _public(material: Material) -> Answers:
    found = _listed(
        material,
        (data for data in _remaining(material) if data.artifact.facts.get("public") not in ("no", False)),
    )
    return _or_none(found, "every set is named under another part")


def _licensed(material: Material) -> Answers:
    kept = [data for data in _closed(material) if _bought(data) is not False]
    paid = [of_source(material, data, "source.purchased", "licensed for pay: {value}") for data in kept]
    told = all_of([_listed(material, kept), *paid])
    return _or_none(told, "no closed set is said to be licensed from its owners for pay")


def _private(material: Material) -> Answers:
    kept = [data for data in _closed(material) if _bought(data) is False]
    holds = [of_source(material, data, "source.data_types", "holds {value}") for data in kept]
    told = all_of([_listed(material, kept), *holds])
    return _or_none(told, "no set is said to come from others who do not license it for pay")


def _closed(material: Material) -> Iterable[Data]:
    return (data for data in _remaining(material) if data.artifact.facts.get("public") in ("no", False))


def _bought(data: Data) -> bool | None:
    """Whether a set was bought or licensed for pay, if that is said."""
    value = data.artifact.facts.get("purchased")
    return None if value in (None, "unknown") else value in ("yes", True)


def _remaining(material: Material) -> Iterable[Data]:
    return (data for data in material.own() if not _is_crawled(data) and not is_synthetic(data))


def _listed(material: Material, sets: Iterable[Data]) -> Answers:
    found = []
    for data in sets:
        writers = ", ".join(one.name for one in data.writers.values())
        licence = f", {data.artifact.licence_text}" if data.artifact.licence_text else ""
        text = f"{data.artifact.name}{licence}{f'; written by {writers}' if writers else ''}"
        asked = of_source(material, data, "source.public", "open to anybody: {value}")
        found += [((Said(text, place_of(data.artifact)),), asked[1]), kinds_of(material, data)]
    return all_of(found)


def _crawled(material: Material) -> Answers:
    crawls = [data for data in material.own() if _is_crawled(data)]
    facts = (("source.crawler", "crawler {value}"), ("source.crawl_purpose", "purpose: {value}"),
             ("source.crawl_conduct", "conduct: {value}"),
             ("source.collected", "collected {value}"), ("source.data_types", "holds {value}"),
             ("source.main_domains", "main domains {value}"))  # fmt: skip
    named = tuple(Said(data.artifact.name, place_of(data.artifact)) for data in crawls)
    told = all_of(
        [
            (
                named,
                tuple(
                    _by_whom(material, data) for data in crawls if data.artifact.facts.get("public") is None
                ),
            ),
            *(of_source(material, d, fact, words) for d in crawls for fact, words in facts),
            *(kinds_of(material, data) for data in crawls),
        ]
    )
    return _or_none(told, "no set is said to be crawled from the web")


def _users(material: Material) -> Answers:
    used = of_release(material, "release.user_data_used", "Data of users was used: {value}")
    if material.release.facts.get("user_data_used") not in ("yes", True):
        return used
    kinds = of_release(material, "release.user_data_services", "Services and kinds of data: {value}")
    return all_of([used, kinds])


def _rights(material: Material) -> Answers:
    return all_of(
        [
            of_publisher(material, "publisher.signed_gpai_code", "Signed the code of practice: {value}"),
            of_release(material, "release.copyright_policy", "Policy for EU copyright law: {value}"),
            of_release(material, "release.reservation_measures"),
        ]
    )


_PARTS: tuple[tuple[str, str, str, Callable[[Material], Answers]], ...] = (
    ("0", "Version of the summary", "Its version, and the day on which it was last changed.",
     lambda m: of_release(m, "release.summary_version")),
    ("1.1", "Provider", "Who provides the model, how to reach it, and its representative.", _provider),
    ("1.2", "Model", "Names of the versions, models it builds on, day of placing on the market.", _model),
    ("1.3", "Modalities, size and character of the data", "Kinds of data, size of each in ranges, types of content, "
     "latest day of collection, languages.", _overall),
    ("2.1", "Data sets open to the public", "The large ones by name and address, the others in words.", _public),
    ("2.2.1", "Closed data sets under licence", "Licensed for pay by those who hold the rights, and kinds of data.",
     _licensed),
    ("2.2.2", "Closed data sets of others", "Known ones by name, the others in words, and kinds of data.", _private),
    ("2.3", "Data crawled from the web", "Crawlers, their purpose and conduct, period, content, main domains, kinds "
     "of data.", _crawled),
    ("2.4", "Data of users", "From using the model, and from other services of the provider.", _users),
    ("2.5", "Machine-written data", "Whether made by or for the provider, kinds of data, models on the market by "
     "name, the provider's own in words.", synthetic),
    ("2.6", "Other sources", "What fits under none of these, such as data made by hand.",
     lambda m: _or_none((tuple(Said(f"{d.artifact.name}: the provider's own", place_of(d.artifact))
                               for d in m.own() if d.artifact.origin in ("own", "people") and not d.writers), ()),
                        "no set is said to be the provider's own or made by people")),
    ("3.1", "Reservations of rights", "Measures to find and keep them; the code of practice.", _rights),
    ("3.2", "Illegal content", "Measures to keep it out or take it out.",
     lambda m: of_release(m, "release.illegal_content_measures")),
    ("3.3", "Other information", "What else is to be known of how the data was processed; left to the provider.",
     lambda m: ((Said("Nothing is stated; the template leaves it open.", "manifest"),), ())),
)  # fmt: skip
