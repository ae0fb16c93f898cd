"""Model and data-set cards: front matter by a table, prose sentence by sentence."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

from compliance.acquire.config import format_of, read_config
from compliance.acquire.copies import of_copies
from compliance.acquire.found import Found, told_twice
from compliance.acquire.languages.claimed import claims_of_page
from compliance.acquire.languages.gloss import in_english
from compliance.acquire.languages.quoted import as_written
from compliance.acquire.listing.fenced import of_code
from compliance.acquire.named import licences, named
from compliance.acquire.names import is_hub_name, squeezed
from compliance.acquire.page.markdown import Page, read_page
from compliance.acquire.page.opening import lies_with_rows, opening
from compliance.acquire.page.software import is_of_software
from compliance.acquire.page.titles import called_by_file, says_nothing, title_of
from compliance.acquire.prose.headed import guessed
from compliance.acquire.prose.upstreams import ReadProse, is_guess, read_prose
from compliance.acquire.rows.dates import of_fields
from compliance.acquire.tree import UnreadableError, earlier, line_of, read_yaml, texts
from compliance.acquire.twice import Twice
from compliance.model.declared.sighting import Lost, MentionRelation, Published, Sighting, Statement
from compliance.model.shapes.location import Location
from compliance.model.shapes.shape import ArtifactKind

_RECIPES = ("mergekit", "axolotl")
"""Formats of which cards show what made the thing, and not what readers may do."""
_KEY = re.compile(r"(?m)^\s*(?:base_model|merge_method|models|slices)\s*:")
MOST_RECIPE = 20_000
"""The most characters of a block of code that is read as a recipe."""
FIELDS: Mapping[str, MentionRelation] = {
    "base_model": "base",
    "base_models": "base",
    "duplicated_from": "base",
    "datasets": "data",
    "dataset": "data",
    "train_datasets": "data",
    "source_datasets": "data",
    "models": "component",
    "teacher_model": "generated-by",
    "teacher_models": "generated-by",
    "reward_model": "judged-by",
    "draft_model": "none",
    "metrics_datasets": "none",
}
"""Front matter: field to what the things that it names were for the card's own artifact."""
RELATIONS: Mapping[str, MentionRelation] = dict.fromkeys(
    ("adapter", "finetune", "merge", "quantized"), "base"
)
_DATASET_FIELDS = frozenset(
    {"task_categories", "size_categories", "annotations_creators", "language_creators", "source_datasets",
     "dataset_info", "pretty_name", "configs", "multilinguality", "task_ids", "viewer"}
)  # fmt: skip
_MODEL_FIELDS = frozenset(
    {"base_model", "base_models", "pipeline_tag", "library_name", "model-index", "datasets", "base_model_relation",
     "inference", "widget", "model_name", "metrics"}
)  # fmt: skip
FUNCTIONS = {
    "text-generation": "general-purpose", "image-text-to-text": "general-purpose", "conversational": "general-purpose",
    "text-classification": "classifier", "token-classification": "classifier", "feature-extraction": "embedding",
    "sentence-similarity": "embedding", "translation": "translation", "image-to-text": "ocr",
    "automatic-speech-recognition": "speech-recognition", "text-to-speech": "speech", "text-to-image": "image",
    "image-classification": "classifier", "text-to-video": "video", "text-ranking": "classifier",
}  # fmt: skip
_NOT_A_NAME = frozenset(
    {"train", "test", "validation", "original", "extended", "modified", "augmented", "translated", "none", "unknown",
     "other", "n/a", "[more information needed]"}
)  # fmt: skip
_OTHER = re.compile(r"(?i)other-(?P<name>.+)")
"""How a card says that rows come from others than those of the hub; often it only says of what kind they are."""
_KNOWN_ELSEWHERE = frozenset({"license_name", "license_link"})


def read_card(text: str, name: str, prose: ReadProse) -> Found:
    """What a card says: its own artifact, licence, upstreams by front matter and by prose."""
    read = in_english(text)
    page, found = read_page(read, name), Found()
    front, *earlier_fronts = _fronts(page, name, found)
    called, said = opening(page, lambda words: any(one.kind and not one.by_noun for one in prose(words, "")))
    kind = kind_of(front)
    if kind and not (_DATASET_FIELDS | _MODEL_FIELDS) & front.keys():
        kind = "dataset" if lies_with_rows(name) else said or kind
    if kind is None and (title := _title(page) or called):
        found.titles.append((title, Location(name, page.title_line, 1)))
    found.makes_weights = kind is None and said == "model"
    if kind_of(front) is None and is_of_software(page):
        found.software.add(name)
    if kind is not None:
        found.published.append(_published(kind, front, page, name, called))
    _fields(front, page, name, found)
    _predictions(front, name, found)
    for before in earlier_fronts:
        told = Found()
        _fields(before, page, name, told)
        _licences(before, name, told)
        found.add_earlier(told)
    if kind == "model":
        _configurations(page, name, found)
    _licences(front, name, found)
    own = _title(page)
    own = "" if _is_upstream(own, front) else own
    found.figures += of_fields(front, name)
    read_prose(page, name, prose, found, own, kind == "model")
    found.sightings += of_code(page, name, prose, own)
    of_copies(page.title, found)
    if kind == "model" and not any(one.relation == "base" and not is_guess(one) for one in found.sightings):
        found.sightings += guessed(page, name, prose)
    as_written(found, text, read)
    found.statements += claims_of_page(text, name)
    return found


def _title(page: Page) -> str:
    title = title_of(page.title)
    return "" if says_nothing(title) else title


def _is_upstream(title: str, front: Mapping[str, Any]) -> bool:
    """Whether a heading calls the page like the rows or weights that its fields say its own come from: it was copied.

    >>> _is_upstream("FenQA", {"source_datasets": ["extended|org/fenqa"]}), _is_upstream("Reed", {})
    (True, False)
    """
    same = {_letters(_bare(one)) for one in names_of(front, "source_datasets")}
    same |= {_letters(one) for one in names_of(front, "base_model") if one == title}
    return bool(title) and _letters(title) in same


def _letters(name: str) -> str:
    return squeezed(name.rpartition("/")[2])


def _fields(front: Mapping[str, Any], page: Page, name: str, found: Found) -> None:
    """The upstreams that fields name."""
    for field, relation in FIELDS.items():
        if is_unread(front, field):
            what = f"front matter, {field}, holds no name that can be read"
            place = Location(name, line_of(front[field], page.front_line), 1)
            found.lost.append(Lost(place, what))
            unnamed = f"{field} without a name"
            found.sightings.append(Sighting(unnamed, relation, place, "document", "front matter"))
        if field == "source_datasets" and texts(front.get(field)) and not any(names_of(front, field)):
            of_own = [one for one in texts(front.get(field)) if one.lower() == "original"]
            place = Location(name, line_of(front[field], page.front_line), 1)
            found.statements += [Statement("denial", field, one, place, f"{field}: {one}") for one in of_own]
        for value in names_of(front, field):
            kind_of_work = _kind_of_work(front) if relation == "base" else ""
            how = f"front matter, {field}{f' ({kind_of_work})' if kind_of_work else ''}"
            kinds: Mapping[str, ArtifactKind] = {"data": "dataset", "base": "model", "component": "model"}
            place = Location(name, line_of(value), 1)
            bare = _bare(value)
            found.sightings.append(
                Sighting(bare, relation, place, "document", how, f"{field}: {value}", kinds.get(relation))
            )


def _kind_of_work(front: Mapping[str, Any]) -> str:
    """The kind of relation to its base that a card names; who quantised it, where it names them, has done just that."""
    told = next(iter(texts(front.get("base_model_relation"))), "")
    return told or ("quantized" if any(texts(front.get("quantized_by"))) else "")


def _predictions(front: Mapping[str, Any], name: str, found: Found) -> None:
    """The model whose answers rows of predictions are, as those who evaluate models note it."""
    told = front.get("eval_info")
    model = told.get("model") if isinstance(told, dict) else None
    if isinstance(model, str) and is_hub_name(model):
        place = Location(name, line_of(model), 1)
        how = "front matter, eval_info.model"
        found.sightings.append(
            Sighting(model, "generated-by", place, "document", how, f"model: {model}", "model")
        )


def _configurations(page: Page, name: str, found: Found) -> None:
    """The recipe that a model's card shows: the merge or the training run that made it."""
    for text, line in page.code:
        if not _KEY.search(text):
            continue
        if len(text) > MOST_RECIPE:
            found.lost.append(
                Lost(Location(name, line, 1), "a block of code is too long to be read as a recipe")
            )
            continue
        twice: Twice = []
        try:
            trees = read_yaml(textwrap.dedent(text), line, twice)
        except UnreadableError:
            continue
        if any(format_of(tree) in _RECIPES for tree in trees):
            found.lost += told_twice(twice, name)
        for each in (trees, *earlier(textwrap.dedent(text), False, twice, line)):
            told = Found()
            for tree in each:
                if format_of(tree) in _RECIPES:
                    sightings = read_config(tree, name).sightings
                    told.sightings += [replace(one, source="document") for one in sightings]
            found.add_earlier(told)


def kind_of(front: Mapping[str, Any]) -> Literal["model", "dataset"] | None:
    """Whether the fields are those of a model's or of a data set's card; None where they are of neither.

    >>> kind_of({"pipeline_tag": "text-generation"}), kind_of({"sdk": "gradio", "license": "mit", "models": ["a/b"]})
    ('model', None)
    """
    if "sdk" in front and {"app_file", "sdk_version", "emoji", "app_port", "license"} & front.keys():
        return None  # an application of a hub, which has a card of its own form
    of_data, of_model = len(_DATASET_FIELDS & front.keys()), len(_MODEL_FIELDS & front.keys())
    if {"widget", "inference"} & front.keys():
        return "model"  # only what answers has an example to answer, whatever was copied from the card of its rows
    of_data = 0 if _DATASET_FIELDS & front.keys() == {"viewer"} else of_data  # a switch of the hub's page
    if not of_data and not of_model:
        return "model" if "license" in front or "tags" in front else None
    return "dataset" if of_data > of_model else "model"


def _fronts(page: Page, name: str, found: Found) -> list[Mapping[str, Any]]:
    """The fields of a card, and once more with each earlier value of fields that are given several times."""
    if not page.front.strip():
        return [{}]
    twice: Twice = []
    try:
        documents = read_yaml(page.front, page.front_line, twice)
    except UnreadableError as error:
        found.lost.append(Lost(Location(name, 1, 1), f"front matter cannot be read: {error}"))
        return [{}]
    found.lost += told_twice(twice, name)
    read = [documents, *earlier(page.front, False, twice, page.front_line)]
    return [next((one for one in each if isinstance(one, dict)), {}) for each in read]


def names_of(front: Mapping[str, Any], field: str) -> list[str]:
    """The names that a field of a card gives, in whatever form."""
    return [one for one in named(front.get(field)) if _bare(one).lower() not in _NOT_A_NAME]


def _bare(value: str) -> str:
    """What a value names behind the hub's words for how rows come from others.

    >>> _bare("extended|squad"), _bare("extended|other"), _bare("extended|other-MS-Reed"), _bare("extended|other-web")
    ('squad', 'other', 'MS-Reed', 'other')
    """
    first, _, bare = str(value).strip().rpartition("|")
    other = _OTHER.fullmatch(bare.strip()) if first else None
    if other is None:
        return bare.strip()
    written = any(letter.isupper() or letter.isdigit() for letter in other["name"])
    return other["name"] if written else "other"


def is_unread(front: Mapping[str, Any], field: str) -> bool:
    """Whether a field says something, and no name can be read in it."""
    return front.get(field) not in (None, "", [], {}) and not named(front.get(field))


def _published(
    kind: Literal["model", "dataset"], front: Mapping[str, Any], page: Page, name: str, begins: str
) -> Published:
    fields = (one for field in ("model_name", "pretty_name", "name") for one in texts(front.get(field)))
    called = next(fields, begins)
    title = _title(page)
    place = Location(name, page.title_line if page.title else 1, 1)
    licence = licence_of(front)
    pipeline = next(iter(texts(front.get("pipeline_tag"))), "")
    return Published(
        kind, called if _is_upstream(title, front) else title or called or called_by_file(name), place, licence,
        Location(name, line_of(front.get("license") or front.get("license_name")), 1) if licence else None,
        function="dataset" if kind == "dataset" else FUNCTIONS.get(pipeline),
    )  # fmt: skip


def licence_of(front: Mapping[str, Any]) -> str | None:
    """The licence of a card: where it says `other`, the name or address that it gives beside."""
    said = licences(front.get("license"))
    if said and said[0].lower() not in ("other", "unknown"):
        return " AND ".join(said) if len(said) > 1 else str(said[0])
    beside = [*licences(front.get("license_name")), *licences(front.get("license_link"))]
    return str(beside[0]) if beside else str(said[0]) if said else None


def _licences(front: Mapping[str, Any], name: str, found: Found) -> None:
    licence = licence_of(front)
    if front.get("license") not in (None, "", [], {}) and not licence:
        what = "front matter, license, holds no name that can be read"
        found.lost.append(Lost(Location(name, line_of(front["license"]), 1), what))
    if licence:
        line = line_of(front.get("license") or front.get("license_name"))
        found.statements.append(
            Statement("licence", "", licence, Location(name, line, 1), f"license: {licence}")
        )
