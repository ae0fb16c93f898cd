"""Nothing that a manifest, a template or a machine does makes the PDF fetch, link or print what it should not."""

from __future__ import annotations

import builtins
import io
from pathlib import Path
from typing import Any

import pytest

from compliance.errors import ComplianceError, InputError, ResourceError
from compliance.model.answered.report import ArtifactInfo, Report, StepInfo, StepInput
from compliance.render.formats import Setting, format_of, render
from compliance.render.machine.json_report import render_json
from compliance.render.pdf.document import render_pdf
from compliance.render.view.report_view import build_view
from tests.render import factories

pypdf = pytest.importorskip("pypdf")
try:
    import weasyprint  # noqa: F401
except OSError:
    pytest.skip("Pango is not installed", allow_module_level=True)

NAMES = (
    '<img src="file:///etc/passwd">',
    '<link rel=attachment href="file:///etc/passwd">',
    "<script>alert(1)</script>",
    '<a href="javascript:alert(1)">x</a>',
    '"><iframe src="http://attacker.example/">',
    "<style>@import url(http://attacker.example/x.css)</style>",
    "{{ paper.__class__ }} {% include '/etc/passwd' %}",
    "]]><svg><image href='file:///etc/passwd'/></svg>",
)
ADDRESSES = (
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,x",
    "//host/x",
    "ftp://host/x",
    "#c1",
    "x y",
)


def hostile() -> Report:
    findings = [
        factories.finding(
            rule=f"r/{n}", title=name, source=name, source_name=name, reason=name, says=name, location=name,
            clauses=(factories.clause(title=name, paraphrase=name, url=ADDRESSES[n % len(ADDRESSES)]),),
        )
        for n, name in enumerate(NAMES)
    ]  # fmt: skip
    artifacts = tuple(
        ArtifactInfo(name, name, "dataset", name, None, "declared", name) for name in (*NAMES, "olmo")
    )
    read = tuple(StepInput(name, name, ("data",), certain=True) for name in NAMES)
    step = StepInfo(NAMES[0], NAMES[1], NAMES[2], NAMES[3], read, ("olmo",), "declared", None)
    return factories.report(
        *findings,
        title=" ".join(NAMES),
        publisher=NAMES[0],
        manifest=NAMES[1],
        artifacts=artifacts,
        steps=(step,),
    )


def made(report: Report, *templates: Path) -> Any:
    view = build_view(report)
    return pypdf.PdfReader(
        io.BytesIO(render_pdf(report, view, render_json(report, view), templates=templates))
    )


def links(reader: Any) -> list[str]:
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots") or ()]
    return [str(note["/A"]["/URI"]) for note in notes if "/URI" in note.get("/A", {})]


def text_of(reader: Any) -> str:
    return "".join("".join(page.extract_text() for page in reader.pages).split())


def test_names_are_printed_as_what_they_are() -> None:
    reader = made(hostile())
    text = text_of(reader)
    for name in NAMES:
        assert "".join(name.split()) in text
    assert list(reader.attachments) == ["report.json"]
    assert links(reader) == []


def test_names_that_steer_terminals_are_escaped() -> None:
    text = text_of(made(factories.hostile_report()))
    assert "\\x1b[31mred" in text
    assert "\u202e" not in text


def test_links_lead_to_the_web_only() -> None:
    report = factories.report(
        *(
            factories.finding(rule=f"r/{n}", clauses=(factories.clause(url=url, locator=str(n)),))
            for n, url in enumerate((*ADDRESSES, "https://example.org/terms", "HTTP://example.org/two"))
        )
    )
    assert links(made(report)) == ["https://example.org/terms", "HTTP://example.org/two"]


def template(folder: Path, body: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pdf.html.j2").write_text(
        '{% extends "bundled/pdf.html.j2" %}{% block cover %}' + body + "{% endblock %}", encoding="utf-8"
    )
    return folder


def test_a_template_may_replace_a_block_and_use_files_beside_it(tmp_path: Path) -> None:
    folder = template(tmp_path, '<p>Memo of our house <img src="logo.svg" alt="Our sign"></p>')
    logo = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    (folder / "logo.svg").write_text(logo, encoding="utf-8")
    reader = made(factories.report(), folder)
    assert "Memo of our house" in reader.pages[0].extract_text()
    assert "What was checked" in reader.pages[0].extract_text()


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "http://127.0.0.1:9/x.png", "../secret.svg", "linked.svg", "/etc/passwd"],
)
def test_a_template_gets_nothing_from_elsewhere(tmp_path: Path, address: str) -> None:
    folder = template(tmp_path / "mine", f'<img src="{address}" alt="x">')
    (tmp_path / "secret.svg").write_text("<svg/>", encoding="utf-8")
    (folder / "linked.svg").symlink_to(tmp_path / "secret.svg")
    with pytest.raises(ResourceError, match="in no template folder"):
        made(factories.report(), folder)


@pytest.mark.parametrize(
    "body",
    [
        "{{ view.nothing }}",
        "{{ ''.__class__.__mro__ }}",
        "{% include '/etc/passwd' %}",
        "{{ 1 / 0 }}",
        "{% if",
    ],
)
def test_a_mistake_in_a_template_is_told(tmp_path: Path, body: str) -> None:
    with pytest.raises(InputError, match="correct the template"):
        made(factories.report(), template(tmp_path, body))


def test_a_missing_library_gives_one_line_and_the_fix(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = builtins.__import__

    def without_pango(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.startswith("weasyprint"):
            print("-----\n\nWeasyPrint could not import some external libraries.")
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without_pango)
    with pytest.raises(ComplianceError) as caught:
        made(factories.report())
    line = str(caught.value)
    assert "\n" not in line
    assert "Pango" in line
    assert "install it: " in line
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("content", [b"p { color: red } /* \xff\xfe */", b"/*" + b" " * 1_000_001 + b"*/"])
def test_a_style_sheet_that_is_no_text_or_too_long_is_a_fault(tmp_path: Path, content: bytes) -> None:
    from compliance.render.pdf.template import folders, read_text

    (tmp_path / "pdf.css").write_bytes(content)
    with pytest.raises(InputError, match=r"pdf\.css"):
        read_text("pdf.css", folders([tmp_path]))


_LONG = "9" * 5000
STUMBLES = {
    "a counter": f"<style>body{{counter-reset:a {_LONG}}}p:before{{content:counter(a)}}</style><p>x",
    "a cell": f"<table><tr><td colspan={_LONG}>a</table>",
    "a size": '<p style="font-size:1e999px">a',
    "a selector": f"<style>{':not(' * 2000}p{')' * 2000}{{color:red}}</style><p>a",
}


@pytest.mark.parametrize("page", STUMBLES.values(), ids=STUMBLES)
def test_what_a_library_cannot_draw_is_a_fault_of_the_template(
    tmp_path: Path, page: str, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pdf.html.j2").write_text(page)
    (tmp_path / "pdf.css").write_text("")
    with pytest.raises(InputError, match="what the template prints cannot be drawn"):
        render(format_of("pdf", "--format"), hostile(), Setting(None, (tmp_path,)))
    assert capfd.readouterr().err == ""
