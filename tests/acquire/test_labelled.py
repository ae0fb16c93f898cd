"""A label tells of the names of a hub behind it what they were for, though nobody knows them."""

from __future__ import annotations

import pytest

from compliance.acquire.card import read_card
from compliance.acquire.listing.labelled import labelled
from compliance.acquire.page.markdown import read_page
from compliance.model.declared.sighting import Mention


def _silent(text: str, section: str) -> list[Mention]:
    return []


def _told(text: str) -> list[tuple[str, str]]:
    found = read_card(text, "README.md", _silent)
    return [(one.name, one.relation) for one in found.sightings if one.is_lineage]


_FORMS = [
    "# Heron\n\n| Property | Value |\n|---|---|\n| Size | 7B |\n| {label} | {value} |\n",
    "# Heron\n\n| | |\n|---|---|\n| **{label}** | {value} |\n",
    "# Heron\n\n- **{label}:** {value}\n- Size: 7B\n",
    "# Heron\n\n{label}: {value}\n",
    "# Heron\n\n| Size | {label} | Note |\n|---|---|---|\n| 7B | {value} | none |\n",
    "# Heron\n\n| {label} | Size |\n|---|---|\n| {value} | 7B |\n",
]


@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize(
    ("label", "value", "expected"),
    [
        ("Training data", "fen/notes", [("fen/notes", "data")]),
        ("Training datasets", "fen/notes, mire/calls (cc-by) and fen/reeds", [
            ("fen/notes", "data"), ("mire/calls", "data"), ("fen/reeds", "data")]),
        ("Base model", "`acme/wader`", [("acme/wader", "base")]),
        ("Fine-tuned from", "[wader](https://huggingface.co/acme/wader)", [("acme/wader", "base")]),
        ("Teacher", "acme/big", [("acme/big", "generated-by")]),
        ("Training data", "300k/400k rows", []),
        ("Training data", "train/test", []),
        ("Training data", "what people wrote, and/or drew", []),
        ("Languages", "fen/notes", []),
    ],
)  # fmt: skip
def test_a_label_says_what_the_names_behind_it_were_for(
    form: str, label: str, value: str, expected: list[tuple[str, str]]
) -> None:
    assert expected == _told(form.format(label=label, value=value))


@pytest.mark.parametrize("section", ["Evaluation", "Results", "Related models", "Benchmarks"])
def test_labels_below_other_headings_tell_of_other_things(section: str) -> None:
    assert _told(f"# Heron\n\n## {section}\n\n| | |\n|---|---|\n| Dataset | fen/notes |\n") == []


def test_a_row_of_many_names_tells_each_once() -> None:
    names = [f"fen/rows-{number}" for number in range(400)]
    page = read_page(f"# Heron\n\n- Training data: {', '.join(names)}\n", "README.md")
    assert names == [one.name for paragraph in page.paragraphs for one in labelled(paragraph)]


@pytest.mark.parametrize("label", ["Speech", "Text", "Images"])
def test_content_among_inputs_is_rows_where_a_name_follows(label: str) -> None:
    assert _told(f"# Heron\n\n## Inputs\n\n- **{label}:** fen/notes\n") == [("fen/notes", "data")]
    assert _told(f"# Heron\n\n## Inputs\n\n- **{label}:** 16 kHz or 224/224\n") == []
    assert _told(f"# Heron\n\n## Outputs\n\n- **{label}:** fen/notes\n") == []
