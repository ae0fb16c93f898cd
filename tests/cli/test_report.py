"""A saved report is printed again in any format, and files are written whole, all of them or none."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from compliance.render import formats

from .conftest import Run

DAY = ("--as-of", "2025-10-01")
TEXTS = ("text", "json", "markdown", "html", "sarif", "junit", "github", "svg", "mermaid")


@pytest.fixture(autouse=True)
def _not_on_github(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


@pytest.fixture
def saved(run: Run, pack: Callable[[str], Path], project: Path) -> Path:
    """A report with an open finding."""
    assert run("check", *DAY, "--rules", pack("arguable"), "--report", "json=saved.json", "-q").code == 1
    return project / "saved.json"


@pytest.mark.parametrize("name", TEXTS)
def test_a_saved_report_prints_what_the_check_printed(
    run: Run, pack: Callable[[str], Path], saved: Path, name: str
) -> None:
    checked = run("check", *DAY, "--rules", pack("arguable"), "--format", name)
    printed = run("report", "saved.json", "--format", name)
    assert printed.out == checked.out != ""
    assert (checked.code, printed.code, printed.err) == (1, 0, "")


def test_reading_it_is_enough_for_0_unless_the_verdict_is_asked_for(
    run: Run, saved: Path, project: Path
) -> None:
    assert run("report", saved, "-q").code == 0
    assert run("report", saved, "-q", "--exit-code").code == 1
    assert run("check", *DAY, "--report", "json=clean.json", "-q").code == 0
    assert run("report", "clean.json", "-q", "--exit-code").code == 0


def test_nothing_but_the_saved_report_is_needed(run: Run, saved: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere" / "r.json"
    elsewhere.parent.mkdir()
    saved.rename(elsewhere)
    (tmp_path / "lineage.yaml").unlink()
    assert run("report", elsewhere, "-f", "sarif").code == 0


def test_a_report_can_come_through_standard_input(
    run: Run, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(saved.read_bytes()))
    monkeypatch.setattr(sys, "stdin", stream)
    assert run("report", "-", "-f", "json").out == saved.read_text()


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (None, "cannot read bad.json: no such file or directory"),
        (b"", "bad.json: not JSON that can be read"),
        (b"\xff\xfe", "cannot read bad.json: it is not text in UTF-8"),
        (b"[]", "bad.json: no JSON report of this program, as it says no schema_version"),
        (b'{"bomFormat": "CycloneDX"}', "bad.json: no JSON report of this program"),
        (b'{"schema_version": 1}', "bad.json: tool: Field required"),
        (b"[" * 100_000, "bad.json: not JSON that can be read"),
    ],
)
def test_what_is_no_report_exits_with_2_and_writes_nothing(
    run: Run, project: Path, content: bytes | None, what: str
) -> None:
    if content is not None:
        (project / "bad.json").write_bytes(content)
    outcome = run("report", "bad.json", "--report", "sarif=out.sarif")
    assert (outcome.code, outcome.out) == (2, "")
    assert what in outcome.err
    assert not (project / "out.sarif").exists()


def test_a_report_that_contradicts_itself_is_refused(run: Run, saved: Path) -> None:
    data = json.loads(saved.read_text())
    data["verdict"]["exit_code"] = 0
    saved.write_text(json.dumps(data))
    assert run("report", saved).code == 2


def test_many_reports_are_written_in_one_run(run: Run, saved: Path, project: Path) -> None:
    options = [part for name in TEXTS for part in ("--report", f"{name}=out-{name}")]
    outcome = run("report", saved, "-q", *options)
    assert outcome.code == 0
    assert outcome.err.splitlines() == [f"wrote out-{name}" for name in TEXTS]
    for name in TEXTS:
        assert (project / f"out-{name}").read_bytes()
    assert (project / "out-json").read_bytes() == saved.read_bytes()


def test_where_one_renderer_fails_none_of_the_files_is_written(
    run: Run, saved: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = project / "templates"
    templates.mkdir()
    (templates / "report.md.j2").write_text("\n{{ view.nothing }}")
    (project / "one.sarif").write_text("earlier")
    before = sorted(path.name for path in project.iterdir())
    arguments = ("--report", "sarif=one.sarif", "--report", "markdown=two.md", "--template", templates)
    outcome = run("report", saved, *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"{templates / 'report.md.j2'}:2: ")
    assert (project / "one.sarif").read_text() == "earlier"
    assert sorted(path.name for path in project.iterdir()) == before


def test_where_one_place_cannot_be_written_none_of_the_files_is(run: Run, saved: Path, project: Path) -> None:
    outcome = run("report", saved, "--report", "sarif=one.sarif", "--report", "junit=no/such/two.xml")
    assert (outcome.code, outcome.out) == (2, "")
    assert (
        outcome.err
        == "cannot write no/such/two.xml: no such file or directory; make its folder first, or give another place\n"
    )
    assert not (project / "one.sarif").exists()


@pytest.mark.parametrize(
    "targets", [["a.json", "a.json"], ["a.json", "./a.json"], ["saved.json"], ["link.json"]], ids=str
)
def test_no_file_is_written_twice_or_while_it_is_read(
    run: Run, saved: Path, project: Path, targets: list[str]
) -> None:
    (project / "link.json").symlink_to("saved.json")
    content = saved.read_bytes()
    options = [part for target in targets for part in ("--report", f"json={target}")]
    outcome = run("report", "saved.json", *options)
    assert (outcome.code, outcome.out) == (2, "")
    assert "it is read, or written by another --report" in outcome.err
    assert saved.read_bytes() == content


def test_the_manifest_is_never_replaced(run: Run, project: Path) -> None:
    content = (project / "lineage.yaml").read_bytes()
    assert run("check", *DAY, "--report", "json=lineage.yaml").code == 2
    assert (project / "lineage.yaml").read_bytes() == content


def test_a_device_can_be_written(run: Run, saved: Path) -> None:
    assert run("report", saved, "-q", "--report", "sarif=/dev/null", "--report", "json=/dev/null").code == 0


def test_templates_are_asked_for_if_known(run: Run, saved: Path, project: Path) -> None:
    for name, text in (("one", "{{ view.title }} 1"), ("two", "{{ view.title }} 2")):
        (project / name).mkdir()
        (project / name / "report.md.j2").write_text(text)
    outcome = run("report", saved, "-f", "markdown", "--template", "one", "--template", "two")
    assert (outcome.code, outcome.out) == (0, "clean 1\n")
    checked = run("check", *DAY, "-f", "markdown", "--template", "two")
    assert (checked.code, checked.out) == (0, "clean 2\n")


def test_a_folder_of_templates_that_is_not_there_exits_with_2(run: Run, saved: Path) -> None:
    for command in (("report", saved), ("check",)):
        outcome = run(*command, "--template", "nowhere")
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err == "--template nowhere is no folder; name a folder of templates\n"


def test_a_format_that_is_no_text_is_not_printed_to_a_terminal(
    run: Run, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda stream: True, raising=False)
    outcome = run("report", saved, "-f", "pdf")
    assert (outcome.code, outcome.out) == (2, "")
    assert "write --report pdf=report.pdf" in outcome.err


def test_a_pdf_goes_to_a_file_byte_for_byte(
    run: Run, saved: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = b"%PDF-1.7\n\x00\xff"
    fake = formats.Format("pdf", ".pdf", "bytes", True, lambda report, view, setting: made)
    monkeypatch.setattr(formats, "FORMATS", {**formats.FORMATS, "pdf": fake})
    assert run("report", saved, "-q", "--report", "pdf=r.pdf").code == 0
    assert (project / "r.pdf").read_bytes() == made


def test_on_github_what_is_printed_are_annotations(
    run: Run, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert run("report", saved).out == run("report", saved, "-f", "github").out
    assert run("report", saved, "-f", "text").out.startswith("clean, of Meadow Lab")
    assert run("report", saved, "-q").out.startswith("Open: ")
    assert run("check", *DAY).out.startswith("::group::")


def test_the_manifest_is_called_from_the_root_of_the_repository(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch, pack: Callable[[str], Path]
) -> None:
    rules = pack("breach")
    deep = project / "models" / "one"
    deep.mkdir(parents=True)
    (project / "lineage.yaml").rename(deep / "lineage.yaml")
    (project / "models" / "link.yaml").symlink_to("one/lineage.yaml")
    for folder, name in (
        ("models", "one/lineage.yaml"),
        ("models/one", "lineage.yaml"),
        ("models", "link.yaml"),
    ):
        monkeypatch.chdir(project / folder)
        outcome = run("check", name, *DAY, "--rules", rules, "-f", "sarif")
        results = json.loads(outcome.out)["runs"][0]["results"]
        places = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results}
        assert places == {"models/one/lineage.yaml"}


def test_on_github_what_is_wrong_in_a_manifest_is_an_annotation(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    manifest = project / "lineage.yaml"
    manifest.write_text(
        manifest.read_text(encoding="utf-8").replace("releases:", "releazes:"), encoding="utf-8"
    )
    ended = run("check", *DAY)
    assert ended.code == 2
    assert ended.out.startswith("::error file=")
    assert "releazes" in ended.out
    assert "releazes" in ended.err
    assert run("check", *DAY, "-q").out == run("check", *DAY, "-f", "text").out == ""
