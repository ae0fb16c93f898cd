"""A host of weights that is named by itself names no model; a maker's own endpoint on others' weights names theirs."""

from __future__ import annotations

import datetime

import pytest

from compliance import pipeline
from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.report import Report
from compliance.resolve.names.lookup import Names

MANIFEST = """\
lineage: 1
project: {{id: p}}
publisher: {{name: Berlin Search Lab, kind: company, country: DE}}
artifacts:
  pages: {{kind: dataset, origin: own, name: product manuals of our own}}
  service: {{kind: service, name: {name}, plan: api, route: direct}}
  rows: {{kind: dataset, name: our rows}}
  out: {{kind: model, name: ours}}
steps:
  - {{id: write, kind: generate, inputs: {{teacher: service, prompts: pages}}, outputs: rows, period: 2026-08}}
  - {{id: train, kind: pretrain, inputs: {{data: rows}}, outputs: out, period: 2026-08}}
releases:
  - {{artifact: out, date: 2026-10-01, license: Apache-2.0, access: open-weights, commercial: true,
     function: general-purpose, license_copies: [Apache-2.0], notices: [notice], markets: [US]}}
"""


def _checked(name: str) -> Report:
    text = MANIFEST.format(name=name)
    return pipeline.check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 1))


@pytest.mark.parametrize(
    ("name", "host"),
    [
        ("Groq API", "groq"),
        ("GroqCloud", "groq"),
        ("Nous Portal", "nous"),
        ("Cerebras Inference", "cerebras"),
        ("SambaNova Cloud", "sambanova"),
        ("OVHcloud AI Endpoints", "ovhcloud"),
        ("compound-beta", None),
        ("gpt-4o", None),
        ("llama-3.3-70b-versatile", None),
    ],
)
def test_a_host_alone_is_some_model_that_nobody_names(name: str, host: str | None) -> None:
    assert Names(load_packs().registry).unnamed_of(name) == host


@pytest.mark.parametrize("name", ["Groq API", "Nous Portal", "Groq", "Together AI"])
def test_what_a_host_ran_is_asked(name: str) -> None:
    report = _checked(name)
    assert report.exit_code == 1
    assert "gaps/undisclosed-upstream" in {finding.rule for finding in report.open_findings()}


@pytest.mark.parametrize(
    "name", ["llama3-groq-70b-8192-tool-use-preview", "llama3-groq-8b-8192-tool-use-preview"]
)
def test_a_maker_s_own_endpoint_on_weights_of_others_is_under_their_licence_too(name: str) -> None:
    assert any(finding.rule == "model-licences/output-ban" for finding in _checked(name).open_findings())
