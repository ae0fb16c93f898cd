"""Alternatives: each has its own releases, and shares with the others what none of them changes."""

from __future__ import annotations

from compliance.resolve.expansion import written_out
from tests.resolve.expansion.writing_out import lineage, out, reaches, read

TEXT = """\
artifacts:
  chat: {kind: service, name: one-chat-1}
  held: {kind: model, name: base/nc}
  seeds: {kind: dataset}
  extra: {kind: dataset}
  rows: {kind: dataset}
  m: {kind: model}
steps:
  - {id: clean, kind: filter, inputs: {data: seeds}, outputs: seeds}
  - {id: write, kind: generate, inputs: {teacher: chat, seed: seeds}, outputs: rows, period: 2025-01}
  - {id: gather, kind: collect, inputs: {source: extra}, outputs: extra}
  - {id: tune, kind: finetune, inputs: {data: [rows, extra]}, outputs: m}
releases:
  - {id: weights, artifact: m, license: free, commercial: true}
  - {id: side, artifact: seeds}
variants:
  hosted: {}
  local: {steps: [{id: write, kind: generate, inputs: {teacher: held, seed: seeds}}]}
"""


def test_every_variant_has_every_release() -> None:
    manifest = out(TEXT)
    assert [(each.key, each.artifact) for each in manifest.releases] == [
        ("weights@hosted", "m@hosted"), ("side@hosted", "seeds"), ("weights@local", "m@local"), ("side@local", "seeds"),
    ]  # fmt: skip
    assert manifest.variants == {}


def test_what_no_variant_changes_is_shared_and_the_rest_repeated() -> None:
    manifest = out(TEXT)
    assert list(manifest.artifacts) == [
        "chat", "held", "seeds", "extra", "rows@hosted", "m@hosted", "rows@local", "m@local",
    ]  # fmt: skip
    assert [step.id for step in manifest.steps] == [
        "clean", "write@hosted", "write@local", "gather", "tune@hosted", "tune@local",
    ]  # fmt: skip


def test_each_variant_reaches_its_own_release_only() -> None:
    found = lineage(TEXT)
    table = {
        (key, name): set(reaches(found, key, f"m@{name}"))
        for key in ("chat", "held")
        for name in ("hosted", "local")
    }
    assert table == {
        ("chat", "hosted"): {"student"}, ("chat", "local"): set(),
        ("held", "hosted"): set(), ("held", "local"): {"student"},
    }  # fmt: skip


def test_a_step_or_release_keeps_what_the_variant_does_not_say() -> None:
    text = TEXT.replace("hosted: {}", "hosted: {releases: [{id: weights, artifact: m, license: nc}]}")
    manifest = out(text)
    assert {step.id: step.period for step in manifest.steps if step.id.startswith("write")} == {
        "write@hosted": "2025-01", "write@local": "2025-01",
    }  # fmt: skip
    assert [(r.license, r.commercial) for r in manifest.releases if r.artifact.startswith("m")] == [
        ("nc", "yes"), ("free", "yes"),
    ]  # fmt: skip


def test_an_artifact_takes_anothers_place_as_a_whole() -> None:
    text = TEXT.replace(
        "hosted: {}", "hosted: {artifacts: {chat: {kind: model, name: base/free}}}\n  plain: {}"
    )
    artifacts = out(text.replace("name: one-chat-1", "name: one-chat-1, license: nc")).artifacts
    assert (artifacts["chat@hosted"].license, artifacts["chat@plain"].license) == (None, "nc")


def test_steps_and_releases_may_be_left_out_and_added() -> None:
    text = TEXT.replace(
        "hosted: {}", "hosted: {leaves_out: [side, gather], steps: [{id: more, kind: judge, outputs: m}]}"
    )
    manifest = out(text)
    assert [each.key for each in manifest.releases] == ["weights@hosted", "weights@local", "side@local"]
    assert [step.id for step in manifest.steps if "gather" in step.id or "more" in step.id] == [
        "more@hosted",
        "gather@local",
    ]


def test_entries_stand_where_the_variant_or_the_manifest_has_them() -> None:
    found = lineage(TEXT)
    assert {key: found.locations[f"step:{key}"] for key in ("write@hosted", "write@local", "tune@local")} == {
        "write@hosted": "m.yaml:13:5", "write@local": "m.yaml:21:19", "tune@local": "m.yaml:15:5",
    }  # fmt: skip
    assert found.locations["release:weights@local"] == "m.yaml:17:5"


def test_places_within_an_entry_are_found_too() -> None:
    loaded = read(TEXT)
    manifest, where = written_out(loaded.manifest, loaded.where, {})
    n = [step.id for step in manifest.steps].index("tune@local")
    assert str(where(("steps", n, "inputs", "data", 1))) == "m.yaml:15:54"


def test_short_forms_within_variants_are_written_out() -> None:
    names = "local: {artifacts: {chat: {kind: service, names: [one-chat-1, one-chat-2]}}}"
    manifest = out(TEXT[: TEXT.index("  local:")] + f"  {names}\n")
    assert [key for key in manifest.artifacts if key.startswith("chat")] == [
        "chat@hosted",
        "chat@local#1",
        "chat@local#2",
    ]


def test_what_takes_part_in_another_variant_only_is_not_repeated() -> None:
    manifest = out(TEXT.replace("hosted: {}", "hosted: {leaves_out: [write]}"))
    assert "rows@hosted" in manifest.artifacts
    text = TEXT.replace(
        "hosted: {}", "hosted: {leaves_out: [gather, tune], releases: [{id: weights, artifact: seeds}]}"
    )
    copied = [key for key in out(text).artifacts if key.endswith("@hosted") and "#" not in key]
    assert copied == ["rows@hosted"]
    assert [w for w in lineage(text).warnings if "hosted" in w] == []
