"""Data about identifiable people, of which a note tells or for which rows are named."""

from __future__ import annotations

import pytest

from compliance.resolve.words.prose.told_of_people import named_for_people, tells_of_people
from tests.resolve.conftest import Resolve

ROWS = """\
artifacts:
  m: {{kind: model}}
  rows: {{kind: dataset, name: "{name}", license: free, origin: own, note: "{note}"{more}}}
steps: [{{id: tune, kind: finetune, inputs: {{data: rows}}, outputs: m}}]
releases: [{{artifact: m, license: free}}]
"""
PEOPLE = (
    "callers say their names and account numbers", "holds full names of customers", "medical records of 2024",
    "with phone numbers", "personal data inside", "faces of visitors", "e-mail addresses are left in",
    "personenbezogene Daten", "含个人信息",
)  # fmt: skip
NOBODY = (
    "no personal data", "names of callers were masked", "phone numbers replaced", "names of plants",
    "personal data removed", "invented names of patients", "three files", "our product names",
)  # fmt: skip
CALLED = (
    "Patient records", "CVs by applicants", "Krankenakten 2024", "病历", "Smart meter readings of 4000 households",
    "Serum values of trial participants", "Passport photos", "Iris scans, second visit", "Chest X-rays from two wards",
    "Call centre recordings of May", "Loan applications, 2019 to 2023", "Bodycam footage", "GPS traces of couriers",
    "Visages de bénévoles", "Kundengespräche", "指紋データ", "Photos of volunteers", "Voter lists",
    "Two million Bluesky posts", "Tweets on trains", "App store reviews", "Voices of podcasters", "Comments by readers",
    "Dialect recordings of the north", "Oral histories of miners", "Podcasts in Welsh", "TV debates of 2024",
    "Subtitled broadcasts of regional television", "Terrestrial television streams", "Radio programmes of the 1990s",
    "Japanese speech from television", "Utterances from public radio", "Broadcast speech, 40 hours",
    "YouTube videos on knitting", "Speech recordings, eight hours",
    "Recordings of three narrators", "Studio speech by two voice actors", "Readings by a newsreader",
    "Videos of deaf signers", "Sentences recorded by a professional announcer",
)  # fmt: skip
CALLED_OTHERWISE = (
    "Invented patient records", "Records of rainfall", "Readings of our own halls", "Samples of steel",
    "Portraits of horses", "Synthetic faces", "Fingerprints of browser engines", "Iris flowers", "Court tennis scores",
    "CT scans of fossils in rock", "Anonymised bank transactions", "Search engine manuals", "Faces of polyhedra",
    "Posts of fences", "Commented code", "Peer review guidelines",
    "Radio recordings of pulsars", "Recordings of pumps", "Lecture halls in plan", "Accent colours", "Video codecs",
    "Synthetic speech recordings", "TV sets by size", "Broadcasts over a bus",
    "Television sets by size", "Radio spectra", "Broadcast intervals of beacons", "Radio streams of packets per node",
    "Recordings by our microphones", "Readings of meters", "Photos by our drones", "Recordings of synthetic narrators",
)  # fmt: skip


@pytest.mark.parametrize("note", PEOPLE)
def test_data_about_people_of_which_a_note_tells_is_asked_about(note: str, resolved: Resolve) -> None:
    assert tells_of_people(note)
    assert (
        resolved(ROWS.format(name="Hill rows", note=note, more="")).artifacts["rows"].facts["personal_data"]
        == "unknown"
    )
    told = resolved(ROWS.format(name="Hill rows", note=note, more=", facts: {personal_data: false}"))
    assert told.artifacts["rows"].facts["personal_data"] != "unknown"


@pytest.mark.parametrize("note", NOBODY)
def test_notes_that_tell_of_nobody_ask_nothing(note: str, resolved: Resolve) -> None:
    assert not tells_of_people(note)
    assert not resolved(ROWS.format(name="Hill rows", note=note, more="")).artifacts["rows"].facts


@pytest.mark.parametrize("origin", ["own", "people", "web", "third-party"])
@pytest.mark.parametrize("name", CALLED)
def test_rows_that_are_about_people_by_what_they_are_are_asked_about(
    name: str, origin: str, resolved: Resolve
) -> None:
    assert named_for_people(name)
    text = ROWS.format(name=name, note="three files", more="").replace("origin: own", f"origin: {origin}")
    found = resolved(text)
    assert found.artifacts["rows"].facts["personal_data"] == "unknown"
    assert any("`personal_data` is taken as not known" in line for line in found.warnings)
    denied = text.replace("origin:", "facts: {personal_data: false}, origin:")
    assert resolved(denied).artifacts["rows"].facts["personal_data"] != "unknown"


@pytest.mark.parametrize("name", CALLED_OTHERWISE)
def test_rows_about_nobody_are_not(name: str, resolved: Resolve) -> None:
    assert (
        "personal_data"
        not in resolved(ROWS.format(name=name, note="three files", more="")).artifacts["rows"].facts
    )
