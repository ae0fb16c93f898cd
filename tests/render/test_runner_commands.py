"""Each format says the same after it was made harmless to GitHub's runners."""

from __future__ import annotations

import html
import json
import xml.etree.ElementTree as ET

import pytest

from compliance.render.formats import FORMATS
from compliance.render.runner_commands import GUARDS

EVIL = ("##[error]x", "a\\##[b]", "::c\n ::d", "###[e]", "##[##[f]]")


def test_every_format_of_text_has_its_guard() -> None:
    assert {name for name, form in FORMATS.items() if form.kind == "text"} == set(GUARDS)


@pytest.mark.parametrize("name", ["json", "sarif"])
def test_json_means_the_same(name: str) -> None:
    for indent in (None, 1):
        made = GUARDS[name](json.dumps({each: [each] for each in EVIL}, indent=indent))
        assert json.loads(made) == {each: [each] for each in EVIL}
        assert "##[" not in made


@pytest.mark.parametrize("name", ["junit", "svg", "html"])
def test_markup_means_the_same(name: str) -> None:
    element = ET.Element("a", {"b": " ".join(EVIL)})
    element.text = "\n".join(EVIL)
    made = GUARDS[name](ET.tostring(element, encoding="unicode"))
    read = ET.fromstring(made)
    assert (read.text, html.unescape(read.attrib["b"])) == (
        element.text,
        element.attrib["b"].replace("\n", "\n"),
    )
    assert "##[" not in made
    assert not any(line.lstrip().startswith("::") for line in made.splitlines())


def test_a_page_keeps_its_style_and_script_and_its_data_stays_json() -> None:
    style, script = "<style>\n::before{}</style>", '<script>a = "##[x]";\n</script>'
    page = f'{style}\n::p##[q]<script type="application/json">["##[y]"]</script>{script}'
    made = GUARDS["html"](page)
    assert made.startswith(style)
    assert made.endswith(script)
    assert '["\\u0023#[y]"]' in made
    assert "\n&#58;:p&#35;#[q]" in made


@pytest.mark.parametrize("name", ["text", "markdown", "mermaid"])
def test_plain_lines_are_parted(name: str) -> None:
    assert GUARDS[name]("a ::b\n  ::c##[d]\r::e") == "a ::b\n  : :c# #[d]\r: :e"
