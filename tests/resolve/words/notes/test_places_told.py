"""Where it is documented that no model wrote rows: places are known as such, sentences are not taken for one."""

from __future__ import annotations

import pytest

from compliance.model.declared.lineage import TO_BE_NAMED
from compliance.model.declared.manifest import Artifact
from compliance.model.declared.stated import Documentation
from compliance.resolve.words.notes.places_told import is_place, sentence_for_a_place


@pytest.mark.parametrize(
    "where",
    [
        "https://example.org/data", "README.md", "docs/rows.md", "our paper, appendix B", "data set card, section 2",
        "dataset card; arXiv 2303.04137, section on PushT", "Nature 637, 319 (2025), Methods", "Hersbach et al. 2020",
        "README, section Rendering", "Smith and Jones (2021)", "Proceedings of the ACL 2023, section 3",
        "Müller et al., 2022, table 2", "ICASSP 2024", "Scientific Data 9, 112 (2022)", "Zenodo record 123456",
        "Journal of Open Source Software 7 (2022)", "field notes of 2022", "the data set's README",
        "company wiki, page ‘How we recorded’", "ethics approval 2023-114", "internal wiki, page Recordings",
        "project handbook, chapter 4", "README, section How it was written", "page How the rows were recorded",
        "how they were measured, README", "report LT-2025-31, section 2", "contracts 2025-7 and 2025-8",
        "contract V-2025-114", "agreement no. 2025/3, on assignment of all rights", "README, list of the 31 books",
        "inventory of works, sheet 2", "Bericht QS-2024-11", "README, Quellen", "README, Labels", "README.md, Autoría",
        "datasheet.md, Collection", "README, データ", "README, section Données", "data/README.md, Field work",
        "dataset card, revision 8c2d", "card at 0f3c9ae", "README, commit 9c1", "README, rev. 51aa",
        "dataset card, 3f786850e387550fdab836ed7e6dc881de23001b", "README, section How it is made",
        "README, avsnitt Inspelning", "README, rozdział Nagrania", "README, раздел Записи", "README, chapitre Voix",
        "README，数据来源", "README「収録」の節", "README、収録方法", "README 第3節", "data card，第二章",
        "README（数据采集）", "README, データの由来", "README, hoofdstuk Opnames",
        "README, bölüm Kayıtlar", "README, kapitola Data", "README, bagian Rekaman",
    ],
)  # fmt: skip
def test_a_place_is_known_as_one(where: str) -> None:
    assert is_place(where)


@pytest.mark.parametrize(
    "where",
    [
        "README，网上转载", "README「クロール」の節", "README, 从论坛收集", "README、本からの抜粋", "README，合成数据",
        "README, 인터넷에서", "網から", "README, avsnitt Genererat", "README, avsnitt Från nätet",
        "README, rozdział Tłumaczenia z książki",
        "README, kapitola Překlad", "README, afsnit Kopier", "README, розділ Записи з форумів", "avsnitt",
        "README, section How it is generated", "README, hoofdstuk Opnames van anderen", "avsnitt av kollegan",
        "the Alpaca recipe, adapted", "read aloud from a bestseller", "written with a model in 2023", "mostly ours",
        "answers by the chat program 2023", "contract with a broker", "scraper/README.md", "the filled blanks 2024",
        "Synthetic rows 2024", "section written by a model", "leaked dump 2021", "permission assumed 2024",
        "copied, 2022", "Tales of the Fens 2001", "chapter Synthetic rows", "section Scraped pages",
        "page the model filled in",
        "journal of a customer we copied", "section How it was scraped", "report LT-2025-31 on the crawl",
        "agreement with a broker", "list of the sites that we crawled", "section How it was written by Claude",
        "section Translation", "README, copied", "contract, Random House", "README, Wattpad", "README, ChatGPT",
        "README, Von Freunden", "README, Übersetzungen", "README, Traducción", "README, section Génération",
        "README, 翻訳", "README, Kopien aus Foren", "website, Fandom", "card, revision added", "README, revision fed",
        "the Alpaca recipe at 8c2d", "card, revision of Alpaca",
    ],
)  # fmt: skip
def test_a_sentence_is_no_place(where: str) -> None:
    assert not is_place(where)


def test_only_the_very_words_of_a_plan_stand_for_a_page_that_is_to_be_named() -> None:
    said = {
        where: sentence_for_a_place(_documented(where))
        for where in (TO_BE_NAMED, "to be named", "see rows.new soon")
    }
    assert said == {TO_BE_NAMED: "", "to be named": "to be named", "see rows.new soon": "see rows.new soon"}


def _documented(where: str) -> Artifact:
    page = Documentation(where=where, generators=())
    return Artifact(kind="dataset", origin="own", documented=page)


def test_a_heading_that_says_no_more_than_the_name_of_the_rows_is_a_place() -> None:
    assert is_place("README, section Translation", called="Translations by our staff")
    assert is_place("README, section Paraphrases", called="Paraphrases by our teachers")
    assert not is_place("README, section Translation", called="Sums by our staff")
    assert not is_place("README, section Crawl", called="Translations by our staff")
