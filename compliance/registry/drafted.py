"""A record drafted out of a card's front matter: what the card says, and open points for what it does not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from compliance.errors import Fault, UsageError
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.model.known.knowledge import Knowledge
from compliance.model.words.spelling import slug, split_organisation
from compliance.resolve.licences.text import LicenceReader

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^#\s+([\w.-]+/[\w.-]+)\s*$", re.MULTILINE)
_HOW = {"quantized": "quantise", "merge": "merge", "adapter": "finetune", "finetune": "finetune"}
_OF_DATA = frozenset(
    {
        "dataset_info",
        "configs",
        "task_categories",
        "size_categories",
        "annotations_creators",
        "source_datasets",
    }
)
_FUNCTIONS = {
    "feature-extraction": "embedding", "sentence-similarity": "embedding", "text-classification": "classifier",
    "automatic-speech-recognition": "speech", "text-to-speech": "speech", "text-to-image": "image",
    "text-to-video": "video", "translation": "translation",
}  # fmt: skip
"""The hub's tasks to functions as the registry writes them."""
SCHEMA = "# yaml-language-server: $schema=records.schema.json\n"


@dataclass(frozen=True, slots=True)
class Card:
    """A card to draft from: its name on the hub, its file, what it says, and the day on which it is read."""

    name: str
    file: str
    front: Mapping[str, Any]
    read: str

    @property
    def source(self) -> dict[str, str]:
        """Where the record was read."""
        return {"where": f"card of {self.name} ({self.file})", "read": self.read}

    def texts(self, *keys: str) -> list[str]:
        """Values of the first of the keys that the front matter has, as texts."""
        value = next((self.front[key] for key in keys if self.front.get(key)), None)
        given = value if isinstance(value, list) else [] if value is None else [value]
        return [str(one) for one in given if isinstance(one, str | int | float)]


def read_card(text: str, file: str, name: str | None, day: str) -> Card:
    """Read a card; `name` is `org/name`, taken from the card's heading if absent.

    Raises `InputError` for front matter that cannot be read, `UsageError` where a name or the front matter is missing.
    """
    front = _FRONT.match(text)
    if front is None:
        what = f"{file} has no front matter between two lines of ---"
        raise UsageError(Fault(None, what, "give the README.md of a model or data set, as the hub has it"))
    # An empty line stands for the first ---, so that faults name the line of the card.
    data = parse_yaml(f"\n{front[1]}", file).data
    heading = _HEADING.search(text[front.end() :])
    named = name or (heading[1] if heading else "")
    organisation, bare = split_organisation(named)
    if organisation is None:
        what = f"whose {file} is cannot be told" if not named else f"{named!r} has no organisation"
        raise UsageError(Fault(None, what, "give --name org/name"))
    return Card(f"{organisation}/{bare}", file, data if isinstance(data, dict) else {}, day)


def kind_of(card: Card) -> str:
    """Whether the card speaks of a data set or a model, by the keys that it has."""
    return "dataset" if _OF_DATA & card.front.keys() and not card.front.get("pipeline_tag") else "model"


def draft(card: Card, kind: str, packs: Knowledge) -> str:
    """The record as YAML. What a person has to settle stands above it as comments."""
    import yaml

    organisation, bare = split_organisation(card.name)
    owner = packs.registry.catalogue.owner(organisation or "")
    open_points: list[str] = []
    record: dict[str, Any] = {"id": slug(bare), "names": [card.name]}
    if kind == "model":
        record |= {"family": slug(bare), "developer": owner or slug(organisation or "")}
    else:
        record |= {"publisher": owner or slug(organisation or "")}
    record |= _licence(card, kind, packs, open_points)
    record |= _making(card, kind, open_points, organisation or "")
    record |= {"source": card.source, "assurance": "secondary"}
    whole: dict[str, Any] = {}
    if owner is None:
        party = {"name": organisation, "organisations": [organisation]}
        whole["parties"] = {
            slug(organisation or ""): {**party, "source": card.source, "assurance": "secondary"}
        }
        open_points.append("party: write its full name, and its country if a source says so")
    whole[f"{kind}s"] = [record]
    notes = "".join(f"# open: {' '.join(point.split())}\n" for point in open_points)
    return SCHEMA + notes + str(yaml.safe_dump(whole, sort_keys=False, allow_unicode=True, width=110))


def _licence(card: Card, kind: str, packs: Knowledge, open_points: list[str]) -> dict[str, Any]:
    """The licence by the card's own field, or by its name or address where the field only says `other`."""
    licences = LicenceReader(packs.registry)
    said = [*card.texts("license", "licenses"), *card.texts("license_name"), *card.texts("license_link")]
    for text in said:
        reading = licences.read(text)
        if reading.together and not reading.unread:
            also = {"also_subject_to": list(reading.together[1:])} if reading.together[1:] else {}
            if also and kind == "dataset":
                open_points.append(f"licence: {text!r} names several; give those of its parts under `parts`")
                also = {}
            return {"licence": reading.together[0], **also}
    near = [one for text in said for one in licences.read(text).near]
    hint = f"; near names: {', '.join(dict.fromkeys(near))}" if near else ""
    says = f"the card says {', '.join(map(repr, said))}{hint}" if said else "the card gives none"
    open_points.append(f"licence: {says}; left out, so that it is unknown")
    return {}


def _making(card: Card, kind: str, open_points: list[str], organisation: str) -> dict[str, Any]:
    """What it was made from, as far as the card's fields say."""
    if kind == "dataset":
        given = [one for one in card.texts("source_datasets") if "/" in one]
        step: dict[str, Any] = {"kind": "mix", "inputs": {"source": given}, "by": organisation}
        open_points.append("making: write the models that generated rows as steps, or that none did")
        known = {"ancestry": _ancestry([step], card)} if given else {}
        return {**known, "making": "not-looked-up"}
    base = card.texts("base_model")
    data = card.texts("datasets")
    relation = "".join(card.texts("base_model_relation")[:1])
    how = _HOW.get(relation, "merge" if len(base) > 1 else "finetune")
    function = next((_FUNCTIONS[one] for one in card.texts("pipeline_tag") if one in _FUNCTIONS), None)
    found: dict[str, Any] = {"function": function} if function else {}
    if not base and not data:
        open_points.append("making: the card's fields name no base and no data")
        return {**found, "making": "not-looked-up"}
    open_points.append("making: the card's fields name no teachers; look into its text")
    stage = {"stage": "repack" if how == "quantise" else "tune"} if base else {}
    if not data:
        # Weights that are only stored or joined anew hide no data; a tune on data that nobody names does.
        made = "known" if how in ("quantise", "merge") else "undisclosed-by-developer"
        return {**found, **stage, "base": base, "how": how, "making": made}
    inputs = {role: names for role, names in (("base", base), ("data", data)) if names}
    step = {"kind": how if base else "train", "inputs": inputs, "by": organisation}
    return {**found, **stage, "ancestry": _ancestry([step], card), "making": "known"}


def _ancestry(steps: list[dict[str, Any]], card: Card) -> dict[str, Any]:
    return {"steps": steps, "documented_at": f"card of {card.name}", "assurance": "secondary"}
