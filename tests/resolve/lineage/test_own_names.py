"""What a publisher makes under the name of a known work: whose it is, the name alone does not tell."""

from __future__ import annotations

import datetime

import pytest

from compliance import pipeline
from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.report import Report
from compliance.model.words.placeholder import FILL_IN

MANIFEST = """\
lineage: 1
project: {{id: p}}
publisher: {{name: {publisher}, kind: company, country: DE}}
{parties}artifacts:
  pages: {{kind: dataset, origin: own, name: product manuals of our own}}
  {base}out: {{kind: model, name: {name}{developer}}}
steps:
  - {{id: train, kind: {kind}, inputs: {{data: pages{start}}}, outputs: out, period: 2023-06{by}}}
releases:
  - {{artifact: out, name: {name}, date: 2026-10-01, license: Apache-2.0, access: open-weights, commercial: true,
     function: embedding, license_copies: [Apache-2.0], notices: [notice]}}
"""
ACCOUNTS = ["avsolatorio/NoInstruct-small-Embedding-v0", "axiotic/ogma-base"]
"""Works of makers of whom no more is known than an account on a hub."""


def _checked(
    name: str, developer: str = "", publisher: str = "Berlin Search Lab", base: str = "", by: str = ""
) -> Report:
    text = MANIFEST.format(
        name=name,
        publisher=publisher,
        developer=f", developer: {developer}" if developer else "",
        base=f"base: {{kind: model, name: {base}}}\n  " if base else "",
        start=", base: base" if base else "",
        kind="finetune" if base else "pretrain",
        parties=f"parties: {{other: {{name: {by}}}}}\n" if by else "",
        by=", by: other" if by else "",
    )
    return pipeline.check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 1))


def _asks_how(report: Report) -> bool:
    return any("does not fit the steps" in one.missing.question for one in report.questions)


@pytest.mark.parametrize("name", ACCOUNTS)
def test_a_name_under_an_account_asks_and_tells_how_its_own_maker_says_so(name: str) -> None:
    report = _checked(name)
    account = name.partition("/")[0]
    assert report.exit_code == 1
    assert any(f"`developer: {account}` says so" in one.missing.question for one in report.questions)
    assert not _asks_how(_checked(name, account))


@pytest.mark.parametrize("name", ACCOUNTS)
def test_the_line_for_it_is_its_developer_and_not_that_it_is_from_elsewhere(name: str) -> None:
    account = name.partition("/")[0]
    lines = [line for one in _checked(name).questions for line in one.lines]
    (whose,) = (line for line in lines if line.path == ("artifacts", "out", "developer"))
    assert (whose.value, whose.example) == (FILL_IN, account)
    assert not any("not_from" in line.value for line in lines)
    # Whoever calls itself something else as its developer is asked how it was made, as before.
    others = [line for one in _checked(name, "acme").questions for line in one.lines]
    assert any("not_from" in line.value for line in others)
    assert not any("developer" in line.path for line in others)


def test_several_that_are_asked_together_each_tell_it() -> None:
    """What stands in one question for all of them names the developer of each."""
    text = MANIFEST.format(
        name=ACCOUNTS[0], publisher="Lab", developer="", base="", start="", kind="pretrain", parties="", by=""
    )
    text = text.replace("data: pages}", "data: [pages, more]}").replace(
        "  out:", "  more: {kind: dataset, name: harvested pairs, license: CC0-1.0}\n  out:"
    )
    report = pipeline.check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 1))
    asked = next(one.missing.question for one in report.questions if " come about" in one.missing.question)
    assert f"if it is that very work, `developer: {ACCOUNTS[0].partition('/')[0]}` says so" in asked


@pytest.mark.parametrize(
    ("name", "developer"),
    [
        ("meta-llama/Meta-Llama-3-8B", ""),
        ("meta-llama/Meta-Llama-3-8B", "Meta"),
        ("acme/my-llama-3-8b", "meta-llama"),
        ("acme/mistral-7b", "Mistral AI"),
        ("acme/my-llama-3-8b", "acme"),
        ("jinaai/jina-reranker-v2-base-multilingual", "jinaai"),
        ("jinaai/jina-embeddings-v2-base-de", "jinaai"),
    ],
)
def test_a_known_house_did_not_make_what_the_publisher_made(name: str, developer: str) -> None:
    report = _checked(name, developer)
    assert report.exit_code == 1
    assert _asks_how(report)
    assert not any("says so" in one.missing.question for one in report.questions)


@pytest.mark.parametrize(
    ("name", "publisher", "by"),
    [
        ("jinaai/jina-embeddings-v2-base-en", "Jina AI", ""),
        ("jinaai/jina-embeddings-v2-base-en", "Berlin Search Lab", "Jina AI"),
        ("acme/my-llama-3-8b", "Meta", ""),
    ],
)
def test_its_own_maker_is_not_asked(name: str, publisher: str, by: str) -> None:
    assert not _asks_how(_checked(name, publisher=publisher, by=by))


def test_steps_that_start_where_the_record_starts_are_the_work_itself() -> None:
    assert not _asks_how(_checked("simplescaling/s1-32B", "s1 authors", base="Qwen/Qwen2.5-32B-Instruct"))
    assert _asks_how(_checked("simplescaling/s1-32B", "s1 authors"))


ROWS = """\
lineage: 1
project: {{id: p}}
publisher: {{name: {publisher}, kind: company, country: DE}}
artifacts:
  pages: {{kind: dataset, origin: own, name: product manuals of our own}}
  out: {{kind: dataset, name: {name}}}
steps:
  - {{id: gather, kind: collect, inputs: {{data: {source}}}, outputs: out, period: 2026-01}}
releases:
  - {{artifact: out, date: 2026-10-01, license: CC0-1.0, access: public, function: dataset}}
"""


@pytest.mark.parametrize(
    ("name", "publisher"),
    [
        ("facebook/xnli", "Meta"),
        ("LibrAI/do-not-answer", "LibrAI"),
        ("Salesforce/blip3-ocr-200m", "Salesforce"),
    ],
)
def test_a_known_set_is_its_publisher_s_and_nobody_else_s(name: str, publisher: str) -> None:
    def asks(who: str) -> bool:
        text = ROWS.format(name=name, publisher=who, source="pages")
        return _asks_how(
            pipeline.check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 1))
        )

    assert asks("Berlin Search Lab")
    assert not asks(publisher)
    assert not asks(f"{publisher} / University of Nowhere authors")
