"""Every kind of input that comes from others: what it looks like, and what reads it.

A reader returns what it made or raises one of the program's own errors; anything else is a fault.
"""

from __future__ import annotations

import datetime
import functools
import io
import json
import pathlib
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

import yaml

from compliance import pipeline
from compliance.errors import FaultCollector
from compliance.model.known.knowledge import Knowledge
from tools.reliability import documents, own_packs, seeds
from tools.reliability.mutation import changed, spliced

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DAY = datetime.date(2026, 1, 1)
_TERMS = (
    "# Terms of Meadow\n\n1. **Use.** You may not use Output to train a model that competes with Meadow, except where "
    "we agree in writing.\n\n   (a) Output means what the Services return.\n   (b) You must not resell it.\n\n"
    "## Changes\n\nWe may change these terms on 1 January 2026. | a | b |\n|---|---|\n| 1 | 2 |\n"
)
_PAGE = (
    "<!doctype html><html><body><h1>Terms</h1><ol><li>You may not train.</li></ol><p>Be &amp; kind.</p>"
    "</body></html>"
)
_BILL = (
    "<bill><legis-body><section><enum>1.</enum><header>Short title</header><text>This Act.</text></section>"
    "</legis-body></bill>"
)
_CARD = (
    "---\nlicense: apache-2.0\nbase_model: Qwen/Qwen2.5-7B\ndatasets: [tatsu-lab/alpaca]\nlibrary_name: transformers\n"
    "tags: [merge]\npipeline_tag: text-generation\n---\n# meadow/grass-7b\nText.\n"
)
_SETTINGS = (
    'manifest = "lineage.yaml"\nfail-on = "plain"\nallow = ["needs-facts"]\nrules = ["a"]\nformat = "json"\n'
)
_WAIVERS = (
    "waivers:\n  - {rule: openai/competing-models, release: tuned, reason: counsel-reviewed, owner: Counsel, "
    "statement: a paper, expires: 2026-12-31}\n"
)
_NAMES = (
    "meadow-{size}[-(chat|base)][-{date}]",
    "meadow/grass-(7b|13b)[-{variant}]-v{version}",
    "grass [{number}]",
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of input."""

    name: str
    make: Callable[[Random], bytes]
    """A changed one."""
    read: Callable[[bytes], object]
    whole: bool = False
    """Whether reading goes as far as an answer, so that a whole check's number of inputs is enough."""


@functools.cache
def packs() -> Knowledge:
    """The bundled packs, loaded once."""
    return pipeline.load_packs()


def _yaml(draw: Random, tree: Any) -> bytes:
    written = json.dumps(tree, default=str, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return spliced(draw, written, 1) if draw.random() < 0.1 else written


def _texts(*texts: str) -> Callable[[Random], bytes]:
    return lambda draw: spliced(draw, draw.choice(texts).encode())


def _manifest(draw: Random) -> bytes:
    """A manifest that says something else, and half of the time what no manifest may say."""
    said = seeds.said_otherwise(draw)
    return _yaml(draw, changed(draw, said)) if draw.random() < 0.5 else _yaml(draw, said)


def _read_manifest(content: bytes) -> object:
    from compliance.load.documents.yaml_reader import parse_yaml
    from compliance.load.manifest.manifest import check_manifest

    return check_manifest(parse_yaml(content, "lineage.yaml"), packs())


def _read_waivers(content: bytes) -> object:
    from compliance.model.packs.waiver import Waivers

    return _shaped(content, Waivers)


def _shaped(content: bytes, shape: Any) -> object:
    from compliance.load.documents.validate import validate
    from compliance.load.documents.yaml_reader import parse_yaml

    faults = FaultCollector()
    value = validate(parse_yaml(content, "a.yaml"), shape, collector=faults)
    faults.raise_if_any()
    return value


def _read_settings(content: bytes) -> object:
    from compliance.config import read_settings

    return _from_file(content, "compliance.toml", read_settings)


def _read_state(content: bytes) -> object:
    from compliance.text.watch.state import load

    return _from_file(content, "state.json", lambda path: load(path, {"a": "k"}))


def _from_file(content: bytes, name: str, read: Callable[[pathlib.Path], object]) -> object:
    path = documents.folder_of(name) / name
    path.write_bytes(content)
    return read(path)


def _read_report(content: bytes) -> object:
    from compliance.render.machine.json_reader import load_json_report

    return load_json_report(content.decode("utf-8", "replace"))


@functools.cache
def _report() -> Any:
    from compliance.render.machine.json_report import render_json
    from compliance.render.view.report_view import build_view

    report = pipeline.check(ROOT / "examples/quickstart/lineage.yaml", packs=packs(), as_of=DAY)
    told = json.loads(render_json(report, build_view(report)))
    return {**told, **{name: told[name][:2] for name in ("packs", "findings", "not_put")}}


def _read_text(content: bytes) -> object:
    from compliance.text.read.segment import segment_bytes
    from compliance.text.tag.tagger import tag

    return tag(segment_bytes(content, "terms.md"))


@functools.cache
def _pdf() -> bytes:
    from pypdf import PdfWriter

    stream = io.BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(stream)
    return stream.getvalue()


def _read_card(content: bytes) -> object:
    from compliance.registry.drafted import draft, kind_of, read_card

    card = read_card(content.decode("utf-8", "replace"), "README.md", None, "2026-01-01")
    return draft(card, kind_of(card), packs())


def _read_name(content: bytes) -> object:
    from compliance.model.names.template import TemplateError, expansions, template

    text = content.decode("utf-8", "replace")[:300]
    try:
        made = template(text, {"size": ("7B", "13B"), "variant": ("chat", "base")})
        return [
            made.names(f"{name} ") for name in expansions(text, {"size": ("7B",), "variant": ("chat",)}, 5)
        ]
    except TemplateError:
        return None


def _read_template(content: bytes) -> object:
    from compliance.render.templating import fill

    return _from_file(
        content, "report.md.j2", lambda path: fill("report.md.j2", {"a": 1}, folders=[path.parent])
    )


def kinds() -> tuple[Kind, ...]:
    """Every kind of input, those that are read the most often first."""
    note = {"digest": "sha256:" + "0" * 64, "captured_on": "2026-01-01", "instruments": []}
    state = {
        "state": 2,
        "collections": {"a": {"key": "k", "after": "", "kept": [], "grades": {"other": 1}, **note}},
    }
    return (
        Kind("manifest", _manifest, _read_manifest),
        Kind("pack, text or record", own_packs.make, own_packs.read_alone),
        Kind(
            "pack beside the others, asked",
            own_packs.make,
            lambda content: own_packs.ask(content, DAY),
            whole=True,
        ),
        Kind("waivers", lambda draw: _yaml(draw, changed(draw, yaml.safe_load(_WAIVERS))), _read_waivers),
        Kind("settings", _texts(_SETTINGS), _read_settings),
        Kind("saved report", lambda draw: _yaml(draw, changed(draw, _report())), _read_report),
        Kind("text to import", _texts(_TERMS, _PAGE, _BILL), _read_text),
        Kind("PDF to import", lambda draw: spliced(draw, _pdf(), 8), _read_text),
        Kind("card", _texts(_CARD), _read_card),
        Kind("name in a record", _texts(*_NAMES), _read_name),
        Kind(
            "template", _texts("{% for a in [1] %}{{ a|e }}{% endfor %}{{ a ~ 'b' }}{# c #}"), _read_template
        ),
        Kind("notebook", documents.notebook, functools.partial(documents.read_document, "a.ipynb")),
        Kind(
            "bill of materials",
            documents.bill_of_materials,
            functools.partial(documents.read_document, "a.json"),
        ),
        Kind("code", documents.code, functools.partial(documents.read_document, "a.py")),
        Kind("packs in a file", documents.bundle, documents.read_bundle),
        Kind("signature", documents.signature, documents.read_signature),
        Kind("state of a watch", lambda draw: _yaml(draw, changed(draw, state)), _read_state),
    )
