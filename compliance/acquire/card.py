"""Model and data-set cards: front matter by a table, prose sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Literal

from compliance.acquire.found import Found
from compliance.acquire.licence_words import licence_said, people_said
from compliance.acquire.markdown import Page, Paragraph, read_page
from compliance.acquire.names import is_hub_name
from compliance.acquire.tables import told
from compliance.acquire.tree import UnreadableError, line_of, mappings, read_yaml, texts
from compliance.model.location import Location
from compliance.model.shape import ArtifactKind
from compliance.model.sighting import LINEAGE, Lost, Mention, MentionRelation, Published, Sighting, Statement

ReadProse = Callable[[str, str], list[Mention]]
"""Finds the mentions of a paragraph in a section of the given title."""
FIELDS: Mapping[str, MentionRelation] = {
    "base_model": "base",
    "base_models": "base",
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
RELATIONS: Mapping[str, MentionRelation] = {
    "adapter": "base",
    "finetune": "base",
    "merge": "base",
    "quantized": "base",
}
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
    "automatic-speech-recognition": "speech", "text-to-speech": "speech", "text-to-image": "image",
    "image-classification": "classifier", "text-to-video": "video", "text-ranking": "classifier",
}  # fmt: skip
_NOT_A_NAME = frozenset({"original", "none", "unknown", "other", "n/a", "[more information needed]"})
_KNOWN_ELSEWHERE = frozenset({"license_name", "license_link"})
_SHORT = 240
MOST_PROSE = 10_000
"""The most characters of a paragraph that are read; people write no longer ones."""
_INGREDIENTS = re.compile(
    r"(?i)^\W*(?:(?:pre-?|post-?|mid-?)?training|sft|rl|fine-?tuning|source|our)?\s*"
    r"(?:data(?:sets?)?|corpus|corpora|mix(?:ture)?|sources?|data (?:mix(?:ture)?|sources?|composition))\W*$"
)
"""Headings over tables of what a thing was trained on or put together from."""
_ABOUT_DATA = re.compile(r"(?i)\b(?:data(?:sets?)?|corpus|corpora)\b")
_TRAINING = re.compile(r"(?i)\b(?:pre-?|fine-?)?(?:train(?:ing)?|tuning)\b(?! (?:accuracy|time|loss|speed))")
"""Words of a row by which a set went in, under a heading that speaks of data."""
_MEASURED = re.compile(
    r"(?i)\b(?:evaluations?|results?|benchmarks?|comparisons?|performance|leaderboard|metrics|ablations?)\b"
)
"""Sections whose tables tell how things of others did."""
_BASE_ROW = re.compile(
    r"(?i)^\W*(?:base(?: model)?|foundation model|modelo base|modèle de base|basismodell|"
    r"基座模型|基础模型|基底模型)\W*;\W*"
)
"""How a row of a table begins that tells the base, whatever it notes beside."""
_CALLED = re.compile(r"(?i)^(?:(?:model|data(?:set)?) card|datasheet)(?: for| of)?[\s:–-]*")
_NO_TITLES = frozenset(
    {
        "model name",
        "model id",
        "uploaded model",
        "uploaded finetuned model",
        "model card",
        "dataset name",
        "model",
        "dataset",
        "overview",
        "model description",
        "model details",
        "introduction",
    }
)
"""Headings that templates bring, and that name nothing."""


def read_card(text: str, name: str, prose: ReadProse) -> Found:
    """What a card says: its own artifact, licence, upstreams by front matter and by prose."""
    page, found = read_page(text, name), Found()
    front = _front(page, name, found)
    kind = kind_of(front)
    if kind is None and page.title and not _says_nothing(_title(page.title)):
        found.titles.append((_title(page.title), Location(name, page.title_line, 1)))
    if kind is not None:
        found.published.append(_published(kind, front, page, name))
    for field, relation in FIELDS.items():
        for value in _names(front.get(field)):
            # A kind of relation that the card names is told on; what it makes of weights is the same.
            kind_of_work = (
                next(iter(texts(front.get("base_model_relation"))), "") if relation == "base" else ""
            )
            how = f"front matter, {field}{f' ({kind_of_work})' if kind_of_work else ''}"
            upstream: ArtifactKind | None = {"data": "dataset", "base": "model", "component": "model"}.get(
                relation
            )  # type: ignore[assignment]
            place = Location(name, line_of(value), 1)
            named = str(value).split("|")[-1]
            found.sightings.append(
                Sighting(named, relation, place, "document", how, f"{field}: {value}", upstream)
            )
    _licences(front, name, found)
    read_prose(page, name, prose, found)
    return found


def kind_of(front: Mapping[str, Any]) -> Literal["model", "dataset"] | None:
    """Whether the fields are those of a model's or of a data set's card; None where they are of neither."""
    of_data, of_model = len(_DATASET_FIELDS & front.keys()), len(_MODEL_FIELDS & front.keys())
    if not of_data and not of_model:
        return "model" if "license" in front or "tags" in front else None
    return "dataset" if of_data > of_model else "model"


def _says_nothing(title: str) -> bool:
    return " ".join(title.lower().split()) in _NO_TITLES


def _title(heading: str) -> str:
    """What a heading calls the thing: the hub's name in it, if it has just one, else its words."""
    names = [word for word in heading.replace("`", " ").split() if is_hub_name(word)]
    return names[0] if len(names) == 1 else _CALLED.sub("", heading).strip()


def _front(page: Page, name: str, found: Found) -> Mapping[str, Any]:
    if not page.front.strip():
        return {}
    try:
        documents = read_yaml(page.front, page.front_line)
    except UnreadableError as error:
        found.lost.append(Lost(Location(name, 1, 1), f"front matter cannot be read: {error}"))
        return {}
    return next((one for one in documents if isinstance(one, dict)), {})


def _names(value: object) -> list[str]:
    named = [
        *texts(value),
        *(each for one in mappings(value) for each in texts(one.get("name") or one.get("id"))),
    ]
    return [one for one in named if one.strip() and one.strip().lower() not in _NOT_A_NAME]


def _published(
    kind: Literal["model", "dataset"], front: Mapping[str, Any], page: Page, name: str
) -> Published:
    named = next(
        (one for field in ("model_name", "pretty_name", "name") for one in texts(front.get(field))), ""
    )
    title = _title(page.title)
    place = Location(name, page.title_line if page.title else 1, 1)
    licence = licence_of(front)
    pipeline = next(iter(texts(front.get("pipeline_tag"))), "")
    return Published(
        kind, named if _says_nothing(title) else title or named, place, licence,
        Location(name, line_of(front.get("license") or front.get("license_name")), 1) if licence else None,
        function="dataset" if kind == "dataset" else FUNCTIONS.get(pipeline),
    )  # fmt: skip


def licence_of(front: Mapping[str, Any]) -> str | None:
    """The licence of a card: where it says `other`, the name or address that it gives beside."""
    said = texts(front.get("license"))
    if said and said[0].lower() not in ("other", "unknown"):
        return " AND ".join(said) if len(said) > 1 else str(said[0])
    beside = [*texts(front.get("license_name")), *texts(front.get("license_link"))]
    return str(beside[0]) if beside else str(said[0]) if said else None


def _licences(front: Mapping[str, Any], name: str, found: Found) -> None:
    licence = licence_of(front)
    if licence:
        line = line_of(front.get("license") or front.get("license_name"))
        found.statements.append(
            Statement("licence", "", licence, Location(name, line, 1), f"license: {licence}")
        )


def read_prose(page: Page, name: str, prose: ReadProse, found: Found) -> None:
    """The sentences of a page: upstreams, licences, who wrote the rows."""
    for paragraph in page.paragraphs:
        if len(paragraph.text) > MOST_PROSE:
            place = Location(name, page.lines.location(paragraph.start).line, 1)
            found.lost.append(
                Lost(place, f"of a paragraph only the first {MOST_PROSE:,} characters were read")
            )
            paragraph = replace(paragraph, text=paragraph.text[:MOST_PROSE])
        for mention in _with_lead(paragraph, prose):
            place = page.lines.location(paragraph.start + mention.start)
            relation = _in_table(mention, paragraph) or mention.relation
            words = _sentence(paragraph.text, mention.start)
            how = f"prose, “{_squeezed(mention.cue)}”" if mention.cue else "prose"
            found.sightings.append(
                Sighting(mention.name, relation, Location(name, place.line, place.column), "document", how, words,
                         into=mention.of, negated=mention.negated)
            )  # fmt: skip
        for about, licence, at in licence_said(paragraph.text):
            place = page.lines.location(paragraph.start + at)
            found.statements.append(
                Statement(
                    "licence", about, licence, Location(name, place.line, 1), _sentence(paragraph.text, at)
                )
            )
        for kind, at in people_said(paragraph.text):
            place = page.lines.location(paragraph.start + at)
            found.statements.append(
                Statement(kind, "", "", Location(name, place.line, 1), _sentence(paragraph.text, at))
            )


def _with_lead(paragraph: Paragraph, prose: ReadProse) -> list[Mention]:
    """The mentions of a paragraph; a name that begins an item of a list gets what the words before the list say."""
    found = prose(paragraph.text, paragraph.section)
    if paragraph.columns:
        return [_under_lead(one, paragraph, prose) for one in found]
    first = next((one for one in found if one.relation == "none" and not one.cue and not one.negated), None)
    if (
        not paragraph.lead
        or first is None
        or re.search(r"\w", paragraph.text[: first.start].strip(" 0123456789.)"))
    ):
        return found
    said = re.sub(r"(?i)\bfollowing\b ?", "", paragraph.lead)
    for lead in (f"{said[:-1]} ", f"{said} "):
        item = paragraph.text[first.start :]
        for one in prose(lead + item, paragraph.section):
            if one.start == len(lead) and one.relation != "none":
                said_of = replace(one, start=first.start, end=first.end)
                return [said_of if each is first else each for each in found]
    return found


def _under_lead(mention: Mention, paragraph: Paragraph, prose: ReadProse) -> Mention:
    """A mention in a row of a table, with what the words before the table say of each of its things."""
    is_thing = "/" in mention.name or paragraph.columns[0][0] <= mention.start < paragraph.columns[0][1]
    if not paragraph.lead or not is_thing or mention.relation != "none" or mention.cue or mention.negated:
        return mention
    said = prose(f"{paragraph.lead[:-1]} {mention.name}", paragraph.section)[-1:]
    return replace(mention, relation=said[0].relation, cue=said[0].cue) if said else mention


def _in_table(mention: Mention, paragraph: Paragraph) -> MentionRelation | None:
    """What a table makes of a name: what its header says, else what rows of its kind do; None outside of tables."""
    said = told(paragraph.text, paragraph.columns, mention.start)
    fits = mention.kind is None or (said == "data") == (mention.kind == "dataset")
    if said is not None and fits and not _MEASURED.search(paragraph.section):
        return said
    if paragraph.lead and mention.relation in LINEAGE:
        return mention.relation
    return _of_cell(mention, paragraph) if paragraph.is_cell else None


def _of_cell(mention: Mention, paragraph: Paragraph) -> MentionRelation:
    """What a table makes of a name: it compares, unless heading or row say that it lists data sets that went in."""
    row = _BASE_ROW.match(paragraph.text)
    if row and mention.start == row.end() and mention.kind in (None, "model"):
        return "base"
    heading = paragraph.section.rsplit(" / ", 1)[-1]
    listed = _ABOUT_DATA.search(heading) and _TRAINING.search(paragraph.text)
    went_in = _INGREDIENTS.search(heading) or listed
    return "data" if went_in and mention.kind in (None, "dataset") else "compared-with"


def _squeezed(words: str) -> str:
    return " ".join(words.replace("§name§", "…").split())


def _sentence(text: str, at: int) -> str:
    """The sentence around a place, on one line and shortened."""
    start = max(text.rfind(end, 0, at) + 1 for end in (". ", ".\n", "? ", "! "))
    stop = min(
        (found.start() + 1 for found in re.finditer(r"[.?!](?=\s|$)", text[at:])), default=len(text) - at
    )
    words = re.sub(r"\bhf\.co/(?:datasets/)?", "", " ".join(text[start : at + stop].split()))
    return words if len(words) <= _SHORT else words[: _SHORT - 1] + "…"
