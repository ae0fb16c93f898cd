"""Exports against the schemas and models of their standards, as the standards' own packages carry them."""

from __future__ import annotations

import datetime
import importlib
import io
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from compliance.errors import UsageError
from compliance.export.croissant import croissant
from compliance.export.cyclonedx import Version, cyclonedx
from compliance.export.digests import digests
from compliance.export.in_toto import PREDICATE, in_toto
from compliance.export.prov import prov
from compliance.export.spdx import spdx
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest
from compliance.model.declared.manifest import Manifest
from compliance.pipeline import check, load_packs

DAY = datetime.date(2025, 11, 20)
ROWS = """\
lineage: 1
project: {id: rows}
publisher: {name: Meadow}
artifacts:
  gpt: {kind: service, name: gpt-4o-2024-08-06, provider: openai}
  judge: {kind: model, name: Qwen/Qwen2.5-7B, license: Apache-2.0}
  alpaca: {kind: dataset, name: tatsu-lab/alpaca, license: CC-BY-NC-4.0}
  seeds: {kind: dataset}
  rows: {kind: dataset, name: meadow/rows, license: MIT OR Apache-2.0}
steps:
  - {id: gather, kind: mix, inputs: {data: alpaca}, outputs: seeds}
  - {id: write, kind: generate, inputs: {teacher: gpt, source: seeds}, outputs: rows}
  - {id: grade, kind: judge, inputs: {judge: judge, data: rows}, outputs: rows}
releases:
  - {artifact: rows, date: 2025-10-01}
"""


def manifests(root: Path) -> Iterator[Manifest]:
    for path in sorted(root.glob("examples/*/lineage.yaml")):
        yield check_manifest(parse_yaml(path.read_text(encoding="utf-8"), path.name)).manifest
    yield rows()


def rows() -> Manifest:
    return check_manifest(parse_yaml(ROWS, "rows.yaml")).manifest


@pytest.mark.parametrize("version", ["1.6", "1.7"])
def test_boms_follow_the_schema_of_their_version_strictly(repo_root: Path, version: Version) -> None:
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    validator = JsonStrictValidator(SchemaVersion.from_version(version))
    for one in manifests(repo_root):
        bom, _ = cyclonedx(one, version)
        assert (bom["specVersion"], validator.validate_str(json.dumps(bom))) == (version, None)


def test_a_bom_that_breaks_the_schema_is_refused_by_it() -> None:
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    bom, _ = cyclonedx(rows(), "1.7")
    bom["metadata"]["component"]["type"] = "weights"
    assert JsonStrictValidator(SchemaVersion.V1_7).validate_str(json.dumps(bom)) is not None


def test_spdx_documents_fit_the_model_and_refer_to_nothing_that_is_missing(repo_root: Path) -> None:
    from spdx_python_model import v3_0_1

    for one in manifests(repo_root):
        document, _ = spdx(one, DAY)
        objects = v3_0_1.SHACLObjectSet()
        v3_0_1.JSONLDDeserializer().read(io.BytesIO(json.dumps(document).encode()), objects)
        assert set() == objects.missing_ids
        packages = [
            *objects.foreach_type(v3_0_1.ai_AIPackage),
            *objects.foreach_type(v3_0_1.dataset_DatasetPackage),
        ]
        kinds = [each.kind for each in one.artifacts.values() if each.kind in ("model", "dataset")]
        assert len(kinds) == len(packages)


def test_prov_documents_are_read_whole_by_the_library_of_the_standard(repo_root: Path) -> None:
    from prov.model import ProvDocument

    for one in manifests(repo_root):
        document, _ = prov(one)
        read = ProvDocument.deserialize(content=json.dumps(document), format="json")
        wanted = sum(len(records) for key, records in document.items() if key != "prefix")
        assert wanted == len(list(read.get_records()))


def _croissant_library() -> Any:
    """The library of the standard; what it needs comes as source alone, so that only CI has to have it."""
    return (
        importlib.import_module("mlcroissant") if os.environ.get("CI") else pytest.importorskip("mlcroissant")
    )


@pytest.mark.filterwarnings("ignore")
def test_croissant_documents_are_valid_by_the_library_of_the_standard() -> None:
    mlcroissant = _croissant_library()
    document, lost = croissant(rows(), DAY)
    issues = mlcroissant.Dataset(jsonld=document).metadata.ctx.issues
    assert (set(), []) == (issues.errors, lost)


@pytest.mark.filterwarnings("ignore")
def test_a_croissant_document_of_another_type_is_refused_by_it() -> None:
    mlcroissant = _croissant_library()
    document, _ = croissant(rows(), DAY)
    with pytest.raises(mlcroissant.ValidationError):
        mlcroissant.Dataset(jsonld={**document, "@type": "sc:CreativeWork"})


def test_croissant_needs_one_data_set_to_tell_of() -> None:
    text = ROWS.replace("{artifact: rows, date: 2025-10-01}", "{artifact: tuned}").replace(
        "  seeds:", "  tuned: {kind: model}\n  seeds:"
    )
    several = check_manifest(parse_yaml(text, "x.yaml")).manifest
    with pytest.raises(UsageError, match="several"):
        croissant(several, DAY)
    with pytest.raises(UsageError, match="no data set 'nothing'"):
        croissant(several, DAY, "nothing")
    document, lost = croissant(several, DAY, "seeds")
    assert ([one["name"] for one in document["prov:wasDerivedFrom"]], len(lost)) == (["tatsu-lab/alpaca"], 3)


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "rel"
    for name, text in {
        "lineage.yaml": ROWS, "sub/a/x": "a\n", "sub-b": "b\n", "sub/z": "c\n", ".gitignore": "g\n", ".git/HEAD": "h\n",
    }.items():  # fmt: skip
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def statement(folder: Path) -> dict[str, Any]:
    report = check(folder / "lineage.yaml", packs=load_packs(), as_of=DAY)
    return in_toto(report, digests(folder))


def test_statements_are_read_by_the_library_of_the_standard_and_bind_result_and_files(released: Path) -> None:
    from google.protobuf.json_format import ParseDict
    from in_toto_attestation.v1.statement import Statement
    from in_toto_attestation.v1.statement_pb2 import Statement as Message

    made = statement(released)
    message = ParseDict(made, Message())
    Statement.copy_from_pb(message).validate()
    assert (message.predicate_type, message.subject[0].name) == (PREDICATE, "rel")
    assert made["predicate"]["result"] != {"passed": False, "open": 6}
    assert made["predicate"]["result"]["passed"] is False
    assert [one["name"] for one in made["predicate"]["resources"]] == [
        "lineage.yaml",
        "sub/a/x",
        "sub/z",
        "sub-b",
    ]


def test_the_root_digest_is_the_one_of_model_signing(tmp_path: Path) -> None:
    # Drawn with model-signing 1.1.1 from these three files.
    for name, text in {"config.json": "{}", "data/a.bin": "a", "data-b": "b"}.items():
        (tmp_path / "m" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "m" / name).write_text(text, encoding="utf-8")
    assert digests(tmp_path / "m").root == "9d329aadce81e5768c81ff91ecf646e3e1d19bb54d3df30c698a54afc6359152"


def test_a_changed_added_or_renamed_file_changes_the_root(released: Path, tmp_path: Path) -> None:
    folder = tmp_path / "m"
    (folder / "d").mkdir(parents=True)
    (folder / "d" / "a").write_text("1", encoding="utf-8")
    first = digests(folder).root
    (folder / "d" / "a").write_text("2", encoding="utf-8")
    second = digests(folder).root
    (folder / "b").write_text("2", encoding="utf-8")
    third = digests(folder)
    assert len({first, second, third.root}) == 3
    assert second == digests(folder, [folder / "b"]).root
    assert "b" in digests(folder, [folder / "b"]).ignored


def test_links_and_empty_folders_have_no_digest(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no file"):
        digests(tmp_path)
    with pytest.raises(UsageError, match="does not exist"):
        digests(tmp_path / "none")
    (tmp_path / "loop").symlink_to(tmp_path)
    with pytest.raises(UsageError, match="is a link"):
        digests(tmp_path)
