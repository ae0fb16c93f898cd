"""What is called one's own and bears the name of what others publish is asked about, or taken for what it tells."""

from __future__ import annotations

import pytest

from compliance.resolve.words.prose.works_of_others import kinds_of_work, taken_at_large, takers
from tests.resolve.conftest import Resolve

TEXT = """\
artifacts:
  m: {{kind: model}}
  rows: {{kind: dataset, name: "{name}", license: free, origin: own, documented: {{where: notes, generators: none}}}}
steps: [{{id: tune, kind: finetune, inputs: {{data: rows}}, outputs: m}}]
releases: [{{artifact: m, license: free}}]
"""
TAKEN = (
    "web crawl 2025", "Our crawl of the German web", "Photos found on the web", "E-books collected from the internet",
    "Images from Google", "Recipes copied from cookbooks", "Press releases of other companies", "Poems of living poets",
    "Gecrawlte Artikel", "Bilder aus dem Internet", "pages web aspirées", "páginas web rastreadas", "爬取的网页",
    "웹 크롤링 데이터", "Club games, bought from a dealer", "Manuals of our house and of the makers of our valves",
    "Questions from a tenants' forum", "Modèles d'actes rédigés par d'autres études", "Consultas de un foro",
    "Respuestas cedidas por otra asociación", "Schriftsätze der Kanzlei und der Gegenseiten", "他社のFAQ",
    "Ripped CDs", "Firmware, decompiled", "Chats from a leaked dump", "E-books, DRM removed", "Essays behind a paywall",
    "News recorded off the radio", "Recipes from around the internet", "Jokes from all over the web",
)  # fmt: skip
KINDS = (
    "Newspaper archive", "Novels (epub)", "Manga panels", "Podcast transcripts", "Stock photos", "Film scripts",
    "PubMed abstracts", "ISO standards", "forum posts 2019-2024", "Zeitungsartikel", "articles de presse", "电影字幕",
    "ニュース記事", "Desktop wallpapers", "Job ads of 2025", "Vacancies", "Stellenanzeigen", "Offres d'emploi",
    "招聘信息", "Real estate listings", "Press releases", "Exam papers", "Memes",
    "Leaf photos, on backgrounds from Unsplash", "API schemas of RapidAPI", "丁香园和好大夫的问答",
    "Issues from GitHub", "Games from the national federation",
    "Blu-ray extras", "Kindle editions", "Concert broadcasts", "Standards documents on valves",
    "Patent abstracts", "Dictionary entries", "Amazon product descriptions", "Hacker News threads", "Usenet posts",
    "ACL papers", "Indeed postings", "Board game rulebooks", "Court filings", "SEC filings", "Kaggle notebooks",
    "SAT questions", "USMLE items", "Game ROM texts", "HathiTrust pages", "C4 sample", "LAION subset",
    "Past papers of the county board", "Specimen papers", "Examination papers 2019", "Study guides",
)  # fmt: skip
OURS = (
    "Our product pages", "Our own news articles written by staff", "Unsere Webseiten", "Our forum posts by staff",
    "Recordings of our meetings", "Support tickets", "Notes on crawling robots", "Fotos unserer Wiesen", "nos romans",
    "Notebook entries", "Photos for the web shop", "Letters from the north", "自社のニュース記事", "Comical jokes",
    "A novel way to mow", "Rows of the web team",
    "Texts of the authors", "Preguntas de otros años", "textes d'autres années", "Rezepte für andere Tage",
    "Questions of our forum", "Issues of our GitHub", "Rows for other days",
    "Our job ads", "Own wallpapers, drawn by staff", "Stellenanzeigen unserer Firma", "Questions about wallpapers",
    "Our concert broadcasts", "Drips of water", "Notes on leaks in valves", "Our annual reports",
    "Dictionary entries by our lexicographers", "Board game nights", "Questions about dictionaries",
    "Our past papers, set by our teachers", "Papers of the past by our staff",
)  # fmt: skip


@pytest.mark.parametrize("name", TAKEN)
def test_what_was_crawled_or_copied_holds_works_of_others(name: str, resolved: Resolve) -> None:
    assert resolved(TEXT.format(name=name)).artifacts["rows"].origin == "web"


@pytest.mark.parametrize("name", KINDS)
def test_kinds_of_work_that_others_publish_are_asked_about(name: str, resolved: Resolve) -> None:
    found = resolved(TEXT.format(name=name)).artifacts["rows"]
    assert (found.origin, found.making.state) == ("own", "open")


@pytest.mark.parametrize("name", OURS)
def test_what_is_told_to_be_ours_is_ours(name: str, resolved: Resolve) -> None:
    assert not taken_at_large(name)
    assert not kinds_of_work(name)
    found = resolved(TEXT.format(name=name)).artifacts["rows"]
    assert (found.origin, found.making.state) == ("own", "known")


@pytest.mark.parametrize(
    ("tool", "state"), [("scrapy 2.11", "open"), ("pandas", "known"), ("our crawler", "open")]
)
def test_a_program_that_takes_from_pages_is_asked_what_it_took(
    tool: str, state: str, resolved: Resolve
) -> None:
    assert bool(takers(tool)) is (state == "open")
    found = resolved(
        f"""\
artifacts:
  m: {{kind: model}}
  tool: {{kind: code, name: {tool}, license: MIT}}
  rows: {{kind: dataset, name: Meadow texts, origin: own, documented: {{where: notes, generators: none}}}}
steps:
  - {{id: gather, kind: collect, inputs: {{tool: tool}}, outputs: rows}}
  - {{id: tune, kind: finetune, inputs: {{data: rows}}, outputs: m}}
releases: [{{artifact: m, license: free}}]
"""
    )
    assert found.artifacts["rows"].making.state == state


def test_a_source_that_is_named_behind_the_rows_accounts_for_them(resolved: Resolve) -> None:
    found = resolved(
        """\
artifacts:
  m: {kind: model}
  papers: {kind: document, name: The Hill Gazette, origin: third-party, license: free}
  rows: {kind: dataset, name: Newspaper articles, origin: own, documented: {where: notes, generators: none}}
steps:
  - {id: gather, kind: collect, inputs: {source: papers}, outputs: rows}
  - {id: tune, kind: finetune, inputs: {data: rows}, outputs: m}
releases: [{artifact: m, license: free}]
"""
    )
    assert found.artifacts["rows"].making.state == "known"


@pytest.mark.parametrize(
    ("licence", "page", "state"),
    [
        ("Public Domain", ", documented: {where: README, generators: none}", "known"),
        ("public-domain", ', documented: {where: "README, list of the 31 books", generators: none}', "known"),
        ("Public Domain", "", "open"),
        ("CC-BY-4.0", ", documented: {where: README, generators: none}", "open"),
    ],
)
def test_works_that_are_free_of_rights_may_be_whose_they_are(
    licence: str, page: str, state: str, resolved: Resolve
) -> None:
    text = (
        TEXT.format(name="Novels of the last century but one")
        .replace(", documented: {where: notes, generators: none}", page)
        .replace("license: free, origin: own", f"license: {licence}, origin: people")
    )
    assert resolved(text).artifacts["rows"].making.state == state
