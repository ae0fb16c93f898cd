"""What stands in no variant is looked at in the manifest as written; what stands in one needs no more."""

from __future__ import annotations

import pytest

from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import LoadedManifest, check_manifest

MANIFEST = """\
lineage: 1
project: {id: p}
publisher: {name: Meadow Lab}
artifacts:
  chat: {kind: service, name: chat-1, provider: someone}
  held: {kind: model, name: org/held}
  place: {kind: model}
  spare: {kind: model, name: org/spare}
  rows: {kind: dataset}
  m: {kind: model}
steps:
  - {id: write, kind: generate, inputs: {teacher: chat}, outputs: rows}
  - {id: tune, kind: finetune, inputs: {base: place, data: rows}, outputs: m}
releases:
  - {id: weights, artifact: m, license: MIT}
  - {id: side, artifact: rows, license: MIT}
"""
WRITE = "steps: [{id: write, kind: generate, inputs: {teacher: held}, outputs: rows}]"


def _loaded(*variants: str) -> LoadedManifest:
    text = MANIFEST + "variants:\n" + "".join(f"  {one}\n" for one in variants)
    return check_manifest(parse_yaml(text, "lineage.yaml"))


@pytest.mark.parametrize(
    ("variants", "missed"),
    [
        (["a: {leaves_out: [write]}"], "step write"),
        (["a: {leaves_out: [side]}"], "release side"),
        ([f"a: {{{WRITE}}}"], "step write"),
        (["a: {leaves_out: [write]}", f"b: {{{WRITE}}}"], "step write"),
        (["a: {artifacts: {chat: {kind: dataset, origin: own}}}"], "artifact chat"),
        (["a: {releases: [{id: weights, artifact: m, license: Apache-2.0}]}"], "release weights"),
        (["a: {leaves_out: [write, side]}"], "step write, like 1 more,"),
    ],
)
def test_what_stands_in_no_variant_makes_the_manifest_one_of_them(variants: list[str], missed: str) -> None:
    loaded = _loaded(*variants)
    assert list(loaded.manifest.variants)[-1] == "as-written"
    assert loaded.manifest.variants["as-written"].model_fields_set <= {"title"}
    (warning,) = loaded.warnings
    assert warning.startswith(f"variants: {missed} stands as it is in none of them; ")


@pytest.mark.parametrize(
    "variants",
    [
        ["a: {}", f"b: {{{WRITE}}}"],
        ["a: {leaves_out: [weights]}", "b: {leaves_out: [side]}"],
        # A release in other words holds what goes into it, and so does a step that reads it as the same.
        [
            "a: {releases: [{id: weights, artifact: m, license: nc}]}",
            "b: {leaves_out: [write, side]}",
            "c: {}",
        ],
        [
            "a: {releases: [{id: weights, artifact: m, license: nc}], leaves_out: [side]}",
            "b: {artifacts: {held: {kind: model}}}",
        ],
        [
            "a: {steps: [{id: tune, kind: finetune, inputs: {base: held, data: rows}}]}",
            f"b: {{{WRITE}}}",
        ],
        # What says the same takes nothing's place; a place that names nothing is there to be filled.
        ["a: {steps: [{id: write, kind: generate}]}"],
        ["a: {artifacts: {place: {kind: model, name: org/one}}}"],
        ["a: {artifacts: {spare: {kind: model, name: org/other}}}"],
    ],
)
def test_what_stands_in_one_of_them_needs_no_more(variants: list[str]) -> None:
    loaded = _loaded(*variants)
    assert "as-written" not in loaded.manifest.variants
    assert loaded.warnings == ()


def test_a_variant_of_that_name_keeps_it() -> None:
    loaded = _loaded("as-written: {leaves_out: [write]}")
    assert list(loaded.manifest.variants) == ["as-written", "as-written-too"]


@pytest.mark.parametrize(
    ("variants", "apart"),
    [
        # Each of the two stands in one variant, and both in none.
        (["a: {leaves_out: [write]}", "b: {leaves_out: [side]}"], ("step write", "release side")),
        (
            ["a: {leaves_out: [write]}", "b: {artifacts: {chat: {kind: dataset, origin: own}}}"],
            ("artifact chat", "release weights"),
        ),
        (["a: {leaves_out: [write]}", "b: {leaves_out: [tune, side]}"], ("step write", "release weights")),
        # Both stand, and the way between them does not.
        (["a: {steps: [{id: tune, kind: evaluate}]}", f"b: {{{WRITE}}}"], ("step write", "release weights")),
        (
            ["a: {steps: [{id: tune, kind: finetune, inputs: {reference: rows}}]}", f"b: {{{WRITE}}}"],
            ("step write", "release weights"),
        ),
        (
            ["a: {releases: [{id: side, artifact: rows, hands_out: labels}]}", f"b: {{{WRITE}}}"],
            ("step write", "release side"),
        ),
        (
            [
                "a: {leaves_out: [weights], releases: [{id: more, artifact: rows}]}",
                "b: {artifacts: {rows: {kind: document, origin: own}}}",
            ],
            ("step write", "release weights"),
        ),
        (
            [
                "a: {leaves_out: [weights]}",
                "b: {steps: [{id: again, kind: collect, inputs: {source: spare}, outputs: rows, replaces: true}]}",
            ],
            ("step write", "release weights"),
        ),
    ],
)
def test_what_goes_into_a_release_stands_together_with_it_somewhere(
    variants: list[str], apart: tuple[str, str]
) -> None:
    (warning,) = _loaded(*variants).warnings
    assert warning.startswith(f"variants: {apart[0]}")
    assert f" goes into {apart[1]} in none of them; " in warning


@pytest.mark.parametrize(
    ("said", "thing"),
    [
        ("documented: {where: 'https://example.org/a', generators: [gpt-4o]}", True),
        ("parts: [{name: rows, license: CC-BY-NC-4.0}]", True),
        ("statements: [{license: CC-BY-NC-4.0}]", True),
        ("developer: Someone", True),
        ("country: CN", True),
        ("origin: web", True),
        ("facts: {model.parameters: 7e9}", True),
        ("origin: unknown", False),
        ("tokens: 5e9", False),
        ("note: chosen later", False),
    ],
)
def test_whatever_tells_of_a_thing_makes_it_more_than_a_place_for_others(said: str, thing: bool) -> None:
    text = MANIFEST.replace("place: {kind: model}", f"place: {{kind: model, {said}}}")
    other = "variants: {a: {artifacts: {place: {kind: model, name: org/own, origin: own}}}}"
    loaded = check_manifest(parse_yaml(text + other, "lineage.yaml"))
    assert ("as-written" in loaded.manifest.variants) == thing


def test_a_part_takes_part() -> None:
    text = MANIFEST.replace("base: place", "base: whole").replace(
        "place: {kind: model}",
        "place: {kind: model, origin: web}\n  whole: {kind: model, parts: [{name: one, of: place}]}",
    )
    other = "variants: {a: {artifacts: {place: {kind: model, name: org/own, origin: own}}}}"
    (warning,) = check_manifest(parse_yaml(text + other, "lineage.yaml")).warnings
    assert warning.startswith("variants: artifact place stands as it is in none of them; ")


def test_what_a_variant_begins_to_write_is_not_what_stood_there() -> None:
    text = MANIFEST.replace("place: {kind: model}", "place: {kind: model, name: org/place}")
    other = "variants: {a: {steps: [{id: make, kind: pretrain, inputs: {data: spare}, outputs: place}]}}"
    (warning,) = check_manifest(parse_yaml(text + other, "lineage.yaml")).warnings
    assert warning.startswith("variants: artifact place stands as it is in none of them; ")


def test_long_ways_are_followed_in_any_order() -> None:
    steps = [
        f"  - {{id: s{n}, kind: filter, inputs: {{source: a{n}}}, outputs: a{n + 1}}}" for n in range(300)
    ]
    artifacts = [f"  a{n}: {{kind: dataset}}" for n in range(301)]
    head = (
        "lineage: 1\nproject: {id: p}\npublisher: {name: Meadow Lab}\nartifacts:\n  more: {kind: dataset}\n"
    )
    text = head + "\n".join(artifacts) + "\nsteps:\n" + "\n".join(reversed(steps))
    text += "\nreleases: [{id: last, artifact: a300}, {id: first, artifact: more}]\n"
    text += "variants:\n  a: {leaves_out: [last]}\n  b: {artifacts: {a1: {kind: document}}}\n"
    loaded = check_manifest(parse_yaml(text, "lineage.yaml"))
    (warning,) = loaded.warnings
    assert warning.startswith("variants: step s0 goes into release last in none of them; ")
