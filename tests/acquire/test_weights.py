"""Headers of weights: what they say of licence, bases and data, read within bounds whatever the file holds."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import pytest

from compliance.acquire.found import Found
from compliance.acquire.repository import read_repository
from compliance.acquire.weights.gguf import read_gguf
from compliance.acquire.weights.safetensors import read_safetensors
from compliance.intake.documents import import_documents
from compliance.model.declared.sighting import Mention
from compliance.pipeline import load_packs


def silent(text: str, section: str) -> list[Mention]:
    """A reader of prose that finds nothing."""
    return []


def safetensors(path: Path, metadata: dict[str, str] | None, tensors: int = 3) -> Path:
    header: dict[str, object] = {} if metadata is None else {"__metadata__": metadata}
    header |= {f"w{n}": {"dtype": "F16", "shape": [1], "data_offsets": [0, 2]} for n in range(tensors)}
    content = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(content)) + content + b"\0" * 64)
    return path


def text(value: str) -> bytes:
    return struct.pack("<Q", len(value.encode())) + value.encode()


def gguf(path: Path, pairs: dict[str, object]) -> Path:
    content = b"GGUF" + struct.pack("<IQQ", 3, 0, len(pairs))
    for key, value in pairs.items():
        content += text(key)
        if isinstance(value, str):
            content += struct.pack("<I", 8) + text(value)
        elif isinstance(value, list):
            content += struct.pack("<IIQ", 9, 8, len(value)) + b"".join(map(text, value))
        else:
            content += struct.pack("<II", 4, value)
    path.write_bytes(content)
    return path


def told(found: Found) -> list[tuple[str, str, str]]:
    return [(one.name, one.relation, one.source) for one in found.sightings]


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        ({"format": "pt"}, []),
        (None, []),
        ({"base_model": "org/base-7b"}, [("org/base-7b", "base", "weights")]),
        ({"ss_sd_model_name": "sd_xl_base_1.0.safetensors"}, [("sd_xl_base_1.0", "base", "weights")]),
        ({"ss_sd_model_name": "/opt/me/model.safetensors"}, []),
        ({"modelspec.merged_from": "a-7b, b-7b"}, [("a-7b", "base", "weights"), ("b-7b", "base", "weights")]),
        ({"sd_merge_models": '{"1f": {"name": "v1-5.ckpt"}}'}, [("v1-5", "base", "weights")]),
        ({"dataset": "org/rows"}, [("org/rows", "data", "weights")]),
        ({"base_model": "None"}, []),
    ],
)
def test_metadata_of_safetensors_names_bases_and_data(
    tmp_path: Path, metadata: dict[str, str] | None, expected: list[object]
) -> None:
    assert expected == told(
        read_safetensors(safetensors(tmp_path / "m.safetensors", metadata), "m.safetensors")
    )


def test_metadata_of_safetensors_states_a_licence(tmp_path: Path) -> None:
    path = safetensors(tmp_path / "m.safetensors", {"modelspec.license": "CC-BY-NC-4.0"}, 2_000)
    found = read_safetensors(path, "m.safetensors")
    assert [(one.about, one.text) for one in found.statements] == [("weights", "CC-BY-NC-4.0")]


@pytest.mark.parametrize(
    "content",
    [b"", b"\x01", struct.pack("<Q", 2**60) + b"{}", struct.pack("<Q", 50) + b"{}", struct.pack("<Q", 2) + b"{]",
     struct.pack("<Q", 19) + b'{"__metadata__": {"']
)  # fmt: skip
def test_a_broken_header_is_told_and_never_read_beyond_its_bounds(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "m.safetensors"
    path.write_bytes(content)
    found = read_safetensors(path, "m.safetensors")
    assert (found.sightings, len(found.lost)) == ([], 0 if content.endswith(b"{]") else 1)


PAIRS: dict[str, object] = {
    "general.architecture": "llama",
    "general.name": "Tuned 7B",
    "general.license": "apache-2.0",
    "general.base_model.count": 2,
    "general.base_model.0.name": "Base 7B",
    "general.base_model.0.organization": "Org",
    "general.base_model.0.repo_url": "https://huggingface.co/org/base-7b",
    "general.base_model.1.name": "Other 7B",
    "general.base_model.1.organization": "Some Org",
    "general.datasets": ["org/rows", "org/more"],
    "tokenizer.ggml.tokens": [f"t{n}" for n in range(500)],
    "general.tags": ["a"],
}


def test_a_gguf_header_names_its_own_licence_bases_and_data(tmp_path: Path) -> None:
    found = read_gguf(gguf(tmp_path / "m.gguf", PAIRS), "m.gguf")
    expected = [
        ("org/rows", "data", "weights"), ("org/more", "data", "weights"),
        ("org/base-7b", "base", "weights"), ("Some-Org/Other-7B", "base", "weights"),
    ]  # fmt: skip
    assert expected == told(found)
    assert [(one.name, one.licence) for one in found.published] == [("Tuned 7B", "apache-2.0")]
    assert found.lost == []


@pytest.mark.parametrize("cut", [3, 10, 24, 60, 200, 900])
def test_a_gguf_header_that_ends_early_is_told(tmp_path: Path, cut: int) -> None:
    path = gguf(tmp_path / "m.gguf", PAIRS)
    path.write_bytes(path.read_bytes()[:cut])
    assert len(read_gguf(path, "m.gguf").lost) == 1


@pytest.mark.parametrize(
    "pair",
    [struct.pack("<I", 8) + struct.pack("<Q", 2**62), struct.pack("<IIQ", 9, 4, 2**61),
     struct.pack("<IIQ", 9, 8, 2**40), struct.pack("<I", 99), struct.pack("<IIQ", 9, 9, 5)],
)  # fmt: skip
def test_hostile_sizes_end_the_reading(tmp_path: Path, pair: bytes) -> None:
    path = tmp_path / "m.gguf"
    path.write_bytes(b"GGUF" + struct.pack("<IQQ", 3, 0, 2) + text("general.name") + pair)
    assert len(read_gguf(path, "m.gguf").lost) == 1


def test_weights_of_a_folder_are_seen_and_declare_nothing(tmp_path: Path) -> None:
    gguf(tmp_path / "m.gguf", PAIRS)
    for number in range(55):
        safetensors(tmp_path / f"s{number:02}.safetensors", {"base_model": "org/shard-base"})
    found = read_repository(tmp_path, silent).found
    assert {"org/shard-base", "org/base-7b"} <= {one.name for one in found.sightings}
    assert {"weights"} == {one.source for one in found.sightings}
    assert [one.what for one in found.lost] == ["only 50 of 55 files of the kind .safetensors were looked at"]


def test_a_file_of_weights_can_be_imported_by_itself(tmp_path: Path) -> None:
    scan = import_documents([gguf(tmp_path / "m.gguf", PAIRS)], load_packs())
    assert ([("model", "Tuned 7B")], {"org/base-7b", "org/rows", "org/more", "Some-Org/Other-7B"}) == (
        [(one.kind, one.name) for one in scan.released],
        {one.name for one in scan.upstreams},
    )
