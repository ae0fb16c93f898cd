"""Papers behind answers: a wrong digest is told, and no paper is needed."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from compliance.errors import InputError
from compliance.foreign_files import read_foreign
from compliance.load.manifest import evidence as evidence_module
from compliance.load.manifest.manifest import load_manifest
from compliance.model.declared.stated import plain_answer

RIGHT = hashlib.sha256(b"signed").hexdigest()
WRONG = "0" * 64


def warnings(folder: Path, evidence: str, field: str = "permission: {openai: ANSWER}") -> list[str]:
    """Warnings for a manifest whose publisher or step has an answer with this evidence."""
    answer = f"{{answer: true, evidence: [{evidence}]}}"
    publisher, step = ("", field) if field.startswith("authorised") else (f", {field}", "")
    path = folder / "m" / "lineage.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        "lineage: 1\nproject: {id: p}\n"
        f"publisher: {{name: Lab{publisher.replace('ANSWER', answer)}}}\n"
        "artifacts: {a: {kind: dataset}}\n"
        f"steps: [{{id: s, kind: collect, outputs: a{', ' + step.replace('ANSWER', answer) if step else ''}}}]\n"
        "releases: [{artifact: a}]\n"
    )
    return list(load_manifest(path).warnings)


@pytest.mark.parametrize(
    "field", ["permission: {openai: ANSWER}", "accepted: {openai: ANSWER}", "authorised: ANSWER"]
)
def test_a_file_with_another_digest_is_told_and_what_follows(tmp_path: Path, field: str) -> None:
    (tmp_path / "contract.pdf").write_bytes(b"signed")
    [warning] = warnings(tmp_path, f"{{file: ../contract.pdf, sha256: {WRONG}}}", field)
    assert f"'../contract.pdf' is not the file of the given digest (it has {RIGHT[:12]}…)" in warning
    assert warning.endswith("is taken as not known until the right file or digest is given")


@pytest.mark.parametrize(
    ("evidence", "answer"),
    [
        (f"{{file: ../contract.pdf, sha256: {WRONG}}}", "unknown"),
        (f"{{file: ../contract.pdf, sha256: {WRONG}}}, {{file: ../contract.pdf, sha256: {RIGHT}}}", "yes"),
        (f"{{file: ../missing.pdf, sha256: {WRONG}}}", "yes"),
        ("{file: ../contract.pdf}", "yes"),
        ("", "yes"),
    ],
)
def test_only_another_paper_than_the_stated_one_takes_the_answer_away(
    tmp_path: Path, evidence: str, answer: str
) -> None:
    (tmp_path / "contract.pdf").write_bytes(b"signed")
    warnings(tmp_path, evidence)
    publisher = load_manifest(tmp_path / "m" / "lineage.yaml").manifest.publisher
    assert plain_answer(publisher.permission["openai"]) == answer
    warnings(tmp_path, evidence, "authorised: ANSWER")
    (step,) = load_manifest(tmp_path / "m" / "lineage.yaml").manifest.steps
    assert plain_answer(step.authorised) == answer


@pytest.mark.parametrize(
    "evidence",
    [
        f"{{file: ../contract.pdf, sha256: {RIGHT}}}",
        f"{{file: ../missing.pdf, sha256: {WRONG}}}",
        "{file: ../contract.pdf}",
        "{signed_by: Board, date: 2025-01-05}",
        "",
    ],
)
def test_what_is_right_missing_or_without_a_digest_is_no_warning(tmp_path: Path, evidence: str) -> None:
    (tmp_path / "contract.pdf").write_bytes(b"signed")
    assert warnings(tmp_path, evidence) == []


def test_a_paper_elsewhere_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"signed")
    folder = tmp_path / "work"
    folder.mkdir()
    [warning] = warnings(folder, f"{{file: ../../secret, sha256: {WRONG}}}")
    assert "lies elsewhere and was not compared" in warning
    assert RIGHT[:12] not in warning


def test_a_folder_is_no_paper(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    [warning] = warnings(tmp_path, f"{{file: ../papers, sha256: {WRONG}}}")
    assert "is no regular file" in warning


@pytest.mark.parametrize(
    ("evidence", "said"),
    [
        ("{}", "an entry of evidence is empty"),
        (f"{{sha256: {WRONG}}}", "a digest needs its file"),
        ("{file: a, sha256: abc}", "should be a SHA-256 digest in 64 lower-case hexadecimal digits"),
        ("{fil: a}", "did you mean 'file'?"),
    ],
)
def test_evidence_says_something(tmp_path: Path, evidence: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        warnings(tmp_path, evidence)


def test_a_paper_that_is_named_again_and_again_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "contract.pdf").write_bytes(b"signed")
    names = list[str]()

    def counted(path: Path, *, limit: int) -> bytes:
        names.append(path.name)
        return read_foreign(path, limit=limit)

    monkeypatch.setattr(evidence_module, "read_foreign", counted)
    warnings(tmp_path, ", ".join([f"{{file: ../contract.pdf, sha256: {RIGHT}}}"] * 50))
    assert names == ["contract.pdf"]


@pytest.mark.parametrize(("most", "told"), [(6, 0), (5, 1), (11, 1), (12, 0)])
def test_no_more_is_read_of_all_papers_than_may_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, told: int
) -> None:
    papers = ["a.pdf"] if most < 10 else ["a.pdf", "b.pdf"]
    for name in papers:
        (tmp_path / name).write_bytes(b"signed")
    monkeypatch.setattr(evidence_module, "MAX_PAPERS", most)
    found = warnings(tmp_path, ", ".join(f"{{file: ../{name}, sha256: {RIGHT}}}" for name in papers))
    assert [line for line in found if "too large" in line] == found
    assert len(found) == told


REASON = (
    "artifacts: {a: {kind: dataset, against_record: {because: separate-licence, where: contract 7, "
    "evidence: [%s]}}}"
)


@pytest.mark.parametrize(
    ("evidence", "kept"),
    [
        (f"{{file: ../contract.pdf, sha256: {WRONG}}}", None),
        (
            f"{{file: ../contract.pdf, sha256: {WRONG}, signed_by: Them}}, {{file: ../note.txt}}",
            ("../note.txt",),
        ),
        (f"{{file: ../contract.pdf, sha256: {RIGHT}}}", ("../contract.pdf",)),
        (f"{{file: ../missing.pdf, sha256: {WRONG}}}", ("../missing.pdf",)),
        ("", ()),
    ],
)
def test_a_reason_against_the_record_rests_on_true_papers(
    tmp_path: Path, evidence: str, kept: tuple[str, ...] | None
) -> None:
    (tmp_path / "contract.pdf").write_bytes(b"signed")
    warnings(tmp_path, "")
    path = tmp_path / "m" / "lineage.yaml"
    path.write_text(path.read_text().replace("artifacts: {a: {kind: dataset}}", REASON % evidence))
    loaded = load_manifest(path)
    reason = loaded.manifest.artifacts["a"].against_record
    assert (tuple(paper.file for paper in reason.evidence) if reason else None) == kept
    assert bool(loaded.warnings) == (WRONG in evidence and "missing" not in evidence)


@pytest.mark.parametrize("field", ["permission: {openai: ANSWER}", "authorised: ANSWER"])
def test_another_paper_lends_its_signature_to_nothing(tmp_path: Path, field: str) -> None:
    (tmp_path / "contract.pdf").write_bytes(b"signed")
    warnings(
        tmp_path,
        f"{{file: ../contract.pdf, sha256: {WRONG}, signed_by: OpenAI}}, {{file: ../note.txt, signed_by: Us}}",
        field,
    )
    manifest = load_manifest(tmp_path / "m" / "lineage.yaml").manifest
    given = (
        manifest.steps[0].authorised
        if field.startswith("authorised")
        else manifest.publisher.permission["openai"]
    )
    assert [paper.signed_by for paper in given.evidence] == ["Us"]  # type: ignore[union-attr]
