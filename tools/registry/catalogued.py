"""Draft records of data sets that catalogues list and the registry does not know by the name that people write.

    python -m tools.registry.catalogued CHECKOUTS SOURCES WORDS

CHECKOUTS holds the catalogues, each under `owner_name`; SOURCES the drawn tables; WORDS has an ordinary word a line. A
name of ordinary words is left out, for a sentence may well hold it and mean no data set. A licence on which catalogues
differ, or which is not read, stays unknown; a licence that one of them gives is `secondary`.
"""

from __future__ import annotations

import pathlib
import re
import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Registry
from compliance.model.words.spelling import key, split_organisation
from compliance.resolve.licences.text import LicenceReader
from compliance.resolve.names.lookup import Names
from tools.registry.catalogues import Listed, cards, entries, loaders, tables
from tools.registry.naming import slug
from tools.registry.tables import CARDS_2022
from tools.registry.writing import write

READ = "2026-11-30"
_GROUPS = ("0-9a-b", "c-f", "g-k", "l-n", "o-s", "t-z")
_LEAST_LETTERS = 5
"""Letters of a word that is nobody else's; shorter ones need a digit or a capital inside."""
_LONGEST = 60
_HOLD_OTHERS = ("arbml", "bigbio", "community-datasets")
"""Organisations of a hub that hold what others published."""
_SEACROWD = "loaders of SEACrowd/seacrowd-datahub at 960a3711"
_OF_THE_TRADE = frozenset(
    (
        "ai", "arabic", "asr", "bahasa", "bert", "bioner", "biomass", "blog", "chatgpt", "clickbait", "commonsense",
        "coreference", "covid", "darija", "dataset", "datasets", "diacritization", "egypt", "egyptian", "emoji",
        "facebook", "filipino", "google", "gpt", "hadith", "hansard", "hashtag", "hebrew", "identifikasi", "indonesia",
        "indonesian", "kannada", "keyframes", "keyword", "korean", "landsat", "lebanese", "lexicon", "llm", "malay",
        "malaysia", "malaysian", "moroccan", "morocco", "multilabel", "multilingual", "myanmar", "nasa", "ner", "news",
        "newsgroup", "newswire", "nli", "nlp", "ontology", "openai", "parallel", "paraphrased", "pos", "qatari",
        "quran", "reddit", "sentinel", "spotting", "tatabahasa", "thai", "translated", "treebank", "tts", "tunisian",
        "tweet", "tweets", "twitter", "urdu", "wiki", "wikinews", "wikipedia", "wordnet", "youtube",
    )
)  # fmt: skip
"""What many a set is about, or from: such words tell none apart."""
_MEAN_OTHERS = frozenset(
    (
        "absher", "alexandria", "attica", "barasa", "baybayin", "caffe", "cardio", "carma", "casablanca",
        "coronavirus", "cryptonite", "diwan", "ehsan", "flambe", "ilist", "kawat", "laila", "limit", "linnaeus",
        "linto", "lisan", "marsa", "mirna", "murad", "mypos", "mysentence", "openslr", "rasam", "sanad", "seahorse",
        "serag", "shami", "tarab", "vicon", "wasil", "weathub",
    )
)  # fmt: skip
"""Names of sets that places, people, programs or things bear as well."""
_COPIES = frozenset(("enwik8", "winomt"))
"""Names under which catalogues list a copy of their own, with the terms of that and not of the work itself."""


def spoken(listed: Listed) -> list[str]:
    """The ways in which a name of a catalogue is written in sentences.

    >>> spoken(Listed("SWAHBES: Benchmark Set (SWB-2)", "a list"))
    ['SWAHBES: Benchmark Set', 'SWB-2', 'SWAHBES']
    """
    bracket = re.search(r"\(([^()]+)\)\s*$", listed.name)
    whole = listed.name[: bracket.start()].strip() if bracket else listed.name.strip()
    names = [whole, *([bracket[1].strip()] if bracket else ())]
    if ":" in whole or " – " in whole or " - " in whole:
        names.append(re.split(r":| [–-] ", whole)[0].strip())
    return [*dict.fromkeys([*names, *([listed.short] if "_" in listed.short else ())])]


def tells_apart(name: str, words: Collection[str]) -> bool:
    """Whether a name holds something that no ordinary sentence holds, and means one set by it.

    >>> [one for one in ("SciERC", "ARC", "news_tweets", "XQuAD-R", "id_stance") if tells_apart(one, {"stance"})]
    ['SciERC', 'XQuAD-R']
    """
    if not 3 < len(name) <= _LONGEST or name.count(" ") > 5 or name.lower() in _MEAN_OTHERS | _COPIES:
        return False
    said = re.findall(r"[^\W_]+", name)
    return any(_coined(one, words) for one in said)


def _coined(word: str, words: Collection[str]) -> bool:
    low = word.lower()
    if (
        not word.isascii()
        or low in _OF_THE_TRADE
        or word.isdigit()
        or re.fullmatch(r"v?\d\w?|\d+[a-z]+", low)
    ):
        return False
    plain = {
        low,
        low.removesuffix("s"),
        low.removesuffix("es"),
        low.removesuffix("ed"),
        low.removesuffix("ing"),
    }
    if len(word) >= _LEAST_LETTERS and not plain & set(words):
        return True
    return len(word) > 3 and re.search(r"[a-z][A-Z]|[A-Z]{2,}[a-z]+[A-Z]|[A-Za-z]\d", word) is not None


class Cataloguing:
    """One run: the registry as it stands, and the sets that it lacks."""

    def __init__(self, registry: Registry, words: Collection[str]) -> None:
        """Prepare look-ups; `registry` is only read."""
        self._catalogue = registry.catalogue
        self._names = Names(registry)
        self._reader = LicenceReader(registry)
        self._words = words
        self._ids = {one.entry.id for one in registry.catalogue.all("dataset")}
        self._parties = self._named_parties()
        self._added: set[str] = set()
        published = (name for one in registry.catalogue.all("dataset") for name in one.entry.names)
        self._published = {key(split_organisation(name)[1]) for name in published}

    def _named_parties(self) -> dict[str, str]:
        held: dict[str, str] = {}
        for one in self._catalogue.all("dataset"):
            owner = getattr(one.entry, "publisher", "")
            if party := self._catalogue.party(owner):
                held |= {key(name): owner for name in (party.name, *party.aliases, *party.organisations)}
        return held

    def missing(self, listed: Iterable[Listed]) -> list[list[Listed]]:
        """Entries that nothing in the registry is called like, those of one name together."""
        together: dict[str, list[Listed]] = defaultdict(list)
        for one in listed:
            names = self._usable(one)
            if names:
                together[key(names[0])].append(one)
        return [same for _, same in sorted(together.items()) if any(self._licence(one) for one in same)]

    def _usable(self, one: Listed) -> list[str]:
        """Names that tell the set apart; none where the registry knows any of them."""
        names = [name for name in spoken(one) if tells_apart(name, self._words)]
        told = [*spoken(one), *filter(None, (one.short, one.hub))]
        return [] if any(self._known(name) or key(name) in self._published for name in told) else names

    def _known(self, name: str) -> bool:
        look_ups = (self._names.dataset, self._names.model, self._names.service)
        return any(found(name) is not None for found in look_ups) or bool(
            self._names.members(name, "dataset")
        )

    def _licence(self, one: Listed) -> str | None:
        reading = self._reader.read(one.licence)
        return reading.together[0] if len(reading.together) == 1 and not reading.unread else None

    def records(self, missing: Sequence[Sequence[Listed]]) -> dict[str, dict[str, Any]]:
        """Sections of files by group of letters."""
        files: dict[str, dict[str, Any]] = {}
        taken: set[str] = set()
        for same in missing:
            names = [
                name
                for name in dict.fromkeys(name for one in same for name in self._usable(one))
                if key(name) not in taken
            ]
            hubs = sorted({one.hub for one in same if one.hub})
            claimed = {key(part) for hub in hubs for part in (hub, split_organisation(hub)[1])}
            if not names or claimed & taken:
                continue
            taken |= {key(name) for name in names} | claimed
            file = files.setdefault(_group(names[0]), {"parties": {}, "datasets": []})
            file["datasets"].append(self._record(names, hubs, same, file["parties"]))
        return dict(sorted(files.items()))

    def _record(
        self, names: list[str], hubs: list[str], same: Sequence[Listed], parties: dict[str, Any]
    ) -> dict[str, Any]:
        said = {found for one in same if (found := self._licence(one))}
        said = {one for one in said if not any(other.startswith(f"{one}-") for other in said)}
        source = next(one for one in same if self._licence(one)).catalogue
        record: dict[str, Any] = {
            "id": self._id(names[0]),
            "names": hubs,
            "aliases": names,
            "publisher": self._party(names[0], same, parties),
            "licence": said.pop() if len(said) == 1 else None,
            "source": {"where": source, "read": READ},
            "assurance": "secondary",
        }
        if said:
            record["note"] = "Lists contradict each other on its licence."
        return record

    def _party(self, name: str, same: Sequence[Listed], parties: dict[str, Any]) -> str:
        organisation = next((split_organisation(one.hub)[0] for one in same if one.hub), None)
        owner = (
            self._catalogue.owner(organisation) if organisation and organisation not in _HOLD_OTHERS else None
        )
        said = next((one.held_by for one in same if one.held_by), "") or f"Authors of {name}"
        said = re.split(r"[;,(]", said)[0].strip()
        said = f"Authors of {name}" if said.lower() in ("", "multiple institutions") else said
        known = owner or self._parties.get(key(said))
        if known:
            return known
        party = f"{slug(said)}-sets"
        if party not in self._added:
            self._added.add(party)
            source = {"where": same[0].catalogue, "read": READ}
            parties[party] = {"name": said, "source": source, "assurance": "secondary"}
        return party

    def _id(self, name: str) -> str:
        wanted = slug(name)
        for tried in (wanted, f"{wanted}-set", *(f"{wanted}-set-{number}" for number in range(2, 99))):
            if tried not in self._ids:
                self._ids.add(tried)
                return tried
        raise ValueError(f"no id is left for {wanted}")


def _group(name: str) -> str:
    letter = name[0].lower()
    return next((one for one in _GROUPS[1:] if one[0] <= letter <= one[-1]), _GROUPS[0])


def listed_in(checkouts: pathlib.Path, sources: pathlib.Path) -> Iterator[Listed]:
    """Entries of every catalogue that is at hand."""
    yield from cards(sources / "huggingface+datasets/hf_cards_2022.tsv", CARDS_2022)
    sea, bio = "SEACrowd_seacrowd-datahub", "bigscience-workshop_biomedical"
    yield from loaders(
        checkouts / sea, "seacrowd/sea_datasets/*/*.py", "loaders of SEACrowd/seacrowd-datahub at 960a3711"
    )
    yield from loaders(
        checkouts / bio, "bigbio/hub/hub_repos/*/*.py", "loaders of bigscience-workshop/biomedical at 9133277"
    )
    yield from tables(
        checkouts / "torchgeo_torchgeo/docs/api/datasets", "tables of torchgeo/torchgeo at 65507dcbc"
    )
    yield from entries(checkouts / "ARBML_masader/datasets", "entries of ARBML/masader at 8f8e2644")


def main(arguments: Sequence[str]) -> None:
    """Write the drafted files anew."""
    checkouts, sources, words = map(pathlib.Path, arguments)
    folder = pathlib.Path("policies/registry/datasets")
    for old in folder.glob("catalogued-*.yaml"):
        old.unlink()
    ordinary = frozenset(words.read_text(encoding="utf-8").lower().split())
    cataloguing = Cataloguing(load_packs(cache=False).registry, ordinary)
    head = [
        "Drafted by tools/registry/catalogued.py out of catalogues; a licence needs a card before it is relied on."
    ]
    files: Mapping[str, Mapping[str, Any]] = cataloguing.records(
        cataloguing.missing(listed_in(checkouts, sources))
    )
    for group, sections in files.items():
        write(folder / f"catalogued-{group}.yaml", head, sections)


if __name__ == "__main__":
    main(sys.argv[1:])
