"""What sentences tell of where rows were taken from is asked about, where they are called one's own or people's."""

from __future__ import annotations

import pytest

from compliance.resolve.words.prose.said_taken import said_got, said_taken
from tests.resolve.conftest import Resolve

TEXT = """\
artifacts:
  m: {{kind: model}}
  rows: {{kind: dataset, name: Meadow questions, license: free, origin: {origin}, note: "{note}",
    documented: {{where: "{where}", generators: none}}}}
steps: [{{id: tune, kind: finetune, inputs: {{data: rows}}, outputs: m}}]
releases: [{{artifact: m, license: free}}]
"""
TAKEN = (
    "texts of 40 German newspapers from their sites, 2010-2024", "scraped from news sites with Scrapy",
    "downloaded from the web in March", "taken from textbooks of three publishers", "crawled from recipe sites",
    "ripped from DVDs that we own", "transcripts of podcasts", "photos found through an image search",
    "collected by our team from newspapers", "we scraped 200 shops with our crawler", "dialogues out of novels",
    "threads from Reddit, cleaned", "Texte aus Zeitungen", "von Nachrichtenseiten heruntergeladen",
    "gescrapt, aus dem Internet", "extrait de sites de presse", "artículos de periódicos", "爬取自新闻网站",
    "darunter die Jahrgänge 1990 bis 2020 der Serbske Nowiny", "Nachlässe sorbischer Schriftsteller, uns anvertraut",
    "mit Beispielen aus dem Wörterbuch des Domowina-Verlags", "textes confiés par les familles",
    "textos cedidos por la editorial", "estates of poets", "rare types scanned out of an atlas",
    "half of them out of the supplements of 40 papers", "from published tables", "abgetippt aus dem Formularbuch",
    "pulled from our competitors' help pages", "downloaded with yt-dlp", "off the dark web", "gathered online",
    "collected from public profiles", "from the members' area of a portal", "from a dump that circulates",
    "mirror of a gated repository", "fork of somebody's set", "re-upload", "same as the set that was taken down",
    "licence header stripped", "removed copyright notices", "we ignored robots.txt", "bypassed the rate limit",
    "through trial accounts", "taken from the old vendor's manuals", "taken from a customer's database",
    "a friend sent us these", "on loan from the archive", "von einem Dienstleister gekauft",
    "récupéré sur le web", "ネットから集めた", "cribbed from last year's exam of another school",
    "downloaded as a zip from a stranger's blog", "extracted from a firmware of a rival device",
)  # fmt: skip
OURS = (
    "Aufgaben, dem Team erklärt", "aus dem Wörterbuch des Hauses", "Ausgaben unserer Programme",
    "written by our staff in March", "nichts aus dem Internet", "nothing from the web", "exported from our own wiki",
    "from our own news site",
    "crawled from our intranet",
    "our own podcasts, transcribed by hand", "not scraped from the web", "no text of newspapers or novels",
    "written by hand in the style of novels", "evaluated on newspapers", "README of 3 May",
    "unsere Seiten, gescrapt von uns",
    "copied from the web page of the project", "data sheet, section 2",
    "aus unseren Zeitschriften", "the web team wrote them",
    "from a list of our products", "from the papers on the desk of our chief", "taken with a camera on the meadow",
    "copy of the internal wiki", "dump of the ticket database of 2024", "copyright headers are kept",
    "rate limits of our own API were raised", "pages of our website", "exported from our ticket system",
    "collected in a survey with signed forms", "customers signed a release form",
)  # fmt: skip


@pytest.mark.parametrize("told", TAKEN)
@pytest.mark.parametrize("origin", ["own", "people"])
def test_rows_taken_from_works_of_others_are_asked_about(told: str, origin: str, resolved: Resolve) -> None:
    assert list(said_taken(told))
    noted = resolved(TEXT.format(note=told, where="our notes", origin=origin)).artifacts["rows"]
    read = resolved(TEXT.format(note="as planned", where=told, origin=origin)).artifacts["rows"]
    assert (noted.making.state, read.making.state) == ("open", "open")


@pytest.mark.parametrize("told", OURS)
def test_places_and_works_of_ones_own_are_not(told: str, resolved: Resolve) -> None:
    assert not list(said_taken(told))
    found = resolved(TEXT.format(note=told, where="our notes", origin="own")).artifacts["rows"]
    assert found.making.state == "known"


@pytest.mark.parametrize("name", ["Newspaper articles", "Novels (epub)", "Film scripts"])
def test_works_that_others_publish_are_asked_about_where_people_wrote_them(
    name: str, resolved: Resolve
) -> None:
    text = TEXT.format(note="as planned", where="our notes", origin="people")
    assert resolved(text.replace("Meadow questions", name)).artifacts["rows"].making.state == "open"


def test_the_words_are_said_to_mislead(resolved: Resolve) -> None:
    text = TEXT.format(note="transcripts of podcasts", where="our notes", origin="own")
    denied = text.replace("generators: none", "generators: none, not_from: [of podcasts]")
    assert resolved(denied).artifacts["rows"].making.state == "known"


def test_a_step_tells_it_and_a_source_that_is_named_accounts_for_it(resolved: Resolve) -> None:
    text = """\
artifacts:
  m: {kind: model}
  pages: {kind: document, name: Pages of the Hill Gazette, origin: ORIGIN, license: free,
    documented: {where: notes, generators: none}}
  rows: {kind: dataset, name: Meadow texts, documented: {where: notes, generators: none}}
steps:
  - {id: gather, kind: collect, inputs: {source: pages}, outputs: rows, note: scraped from news sites}
  - {id: tune, kind: finetune, inputs: {data: rows}, outputs: m}
releases: [{artifact: m, license: free}]
"""
    states = [
        resolved(text.replace("ORIGIN", origin)).artifacts["rows"].making.state
        for origin in ("own", "third-party")
    ]
    assert states == ["open", "known"]


GOT = (
    "4000 repositories cloned from GitHub", "files from permissive GitHub repositories", "downloaded from Kaggle",
    "from Hugging Face, filtered", "taken from Zenodo", "from archive.org", "from Project Gutenberg",
    "open data of the city", "from data.gov", "texts of the national library", "pulled from npm packages",
    "snippets from GitLab", "our repositories, with vendored third-party libraries",
    "got from the university of Bern", "an export of OpenStreetMap",
    "forked from another team's repository", "copied from the competition page", "recorded off the radio",
    "from a USB stick of a supplier", "based on Wikipedia", "extracted from EDGAR filings",
    "the set of a colleague at ETH", "OCR of library books", "scans of old printed catalogues",
    "translated from a Japanese novel", "adapted from a board game", "based on exam papers of the ministry",
    "based on questions of a rival product",
)  # fmt: skip
KEPT = (
    "from our GitHub", "our repositories on GitHub", "kept on GitHub", "put up on Hugging Face and Zenodo",
    "sent to ETH for review", "from our GitLab server", "texts of our national branch", "nothing from Kaggle",
    "not from Hugging Face", "exported from our system", "compared with rows from Zenodo",
    "based on the house rules of the institute", "scans of our own delivery notes", "based on our manuals",
    "not based on any novel", "translated by staff",
)  # fmt: skip


@pytest.mark.parametrize("told", GOT)
def test_what_is_called_own_and_came_from_a_hub_or_house_is_asked_about(told: str, resolved: Resolve) -> None:
    assert [*said_got(told), *said_taken(told)]
    found = resolved(TEXT.format(note=told, where="our notes", origin="own")).artifacts["rows"]
    assert found.making.state == "open"


@pytest.mark.parametrize("told", KEPT)
def test_where_ones_own_is_kept_tells_nothing(told: str, resolved: Resolve) -> None:
    assert not list(said_got(told))
    found = resolved(TEXT.format(note=told, where="our notes", origin="own")).artifacts["rows"]
    assert found.making.state == "known"


def test_what_people_wrote_may_come_from_a_hub(resolved: Resolve) -> None:
    found = resolved(
        TEXT.format(note="downloaded from Kaggle", where="our notes", origin="people")
    ).artifacts["rows"]
    assert found.making.state == "known"
