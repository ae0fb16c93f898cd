"""What people outside a house wrote is known as such by the words of the manifest, unless it denies it."""

from __future__ import annotations

import pytest

from compliance.resolve.words.names.works_of_persons import FACT, works_of_persons
from tests.resolve.conftest import Resolve

TEXT = """\
artifacts:
  m: {{kind: model}}
  rows: {{kind: dataset, name: "{name}", license: free, origin: {origin}, note: "{note}"{more}}}
steps: [{{id: tune, kind: finetune, inputs: {{data: rows}}, outputs: m}}]
releases: [{{artifact: m, license: free}}]
"""
THEIRS = (
    "Essays of students", "Essays of students, collected with an app", "Prompts of our users", "User prompts",
    "Chats of users with our helpdesk", "Customer conversations", "Support tickets of customers", "Pupils' homework",
    "Exam answers of candidates", "Voice messages of users", "Selfies of users", "Comments of visitors",
    "Uploads of members", "Diaries of patients", "Theses of students", "Customers' reviews",
    "Customer reviews of shoes",
    "Product reviews", "Hotel reviews", "User-generated content", "each link leads to a photo that a member put up",
    "typed by our users", "Letters to the editor", "Photos uploaded by guests",
    "Aufsätze von Schülern", "Eingaben unserer Nutzer", "Kundenrezensionen", "Rédactions d'élèves", "Avis clients",
    "Leaf photos that farmers sent through the app", "Modules that customers sent us for support",
    "E-mails of customers and answers of our staff", "Questions of users and our answers",
    "患者在公众号的提问和员工的回答", "お客様からの問い合わせメールと回答",
    "Redacciones de alumnos", "Reseñas de clientes", "学生作文", "用户提示词", "商品评论", "ユーザーの投稿",
    "Essays of our second-year students", "Texts by first year pupils", "Reviews by our long-standing customers",
    "Essays of year ten with marks", "Homework by tenth graders", "Stories of first-years", "Drawings of grade four",
    "Story drafts by seventh graders", "Entries of our guest book", "Absence notes from parents",
    "Trip reports of our club's members", "Transcripts of our podcast with guests", "Entries to our haiku contest",
    "Ideas from the suggestion box of our shop", "Answers of applicants",
    "Tickets from our hosted help desk", "Chats with the new customer hotline", "Poems by our sixth formers",
    "Questions of evening-class learners", "Drawings by school children", "Prompts of beta users",
)  # fmt: skip
OURS = (
    "Essays by annotators", "Questions by volunteers", "Answers of paid writers", "Essays about students",
    "Prompts written by annotators", "Student loans", "User interface questions", "Questions for students",
    "User manuals", "User stories", "Client library", "Customer support answers by staff", "Code reviews",
    "Peer reviews",
    "Our own product reviews", "Customer FAQ", "User prompts invented by our staff", "Mock chats of customers",
    "Letters written by our students for the project", "Texts written by members of the group",
    "Leaf photos that our field officers sent", "Tickets that our engineers entered", "Reports that staff sent",
    "Questions by annotators and answers of staff", "Essays of students, paid by us",
    "Photos of rooms for guests", "Pictures of card readers", "Photos of ceiling fans", "Images of solar collectors",
    "Translations of user manuals", "Texts of our product user guides", "Messages by simulated bank customers",
    "Drawings by our staff for school children", "Texts from laws on tenants",
    "Reports by our staff for members", "Notes of our gardeners on visitors", "Ideas from our design team",
    "Entries of our own glossary", "Drafts of the teachers", "Rules of the poetry contest",
    "Reports of year two of the trial", "Answers of our help desk staff", "Texts on year ten of the war",
    "Kundenhandbuch", "Exam questions written by our teachers", "Student records template",
)  # fmt: skip


def _known(
    resolved: Resolve, name: str, origin: str = "people", note: str = "three files", more: str = ""
) -> bool:
    lineage = resolved(TEXT.format(name=name, origin=origin, note=note, more=more))
    told = any("works of people outside the house" in line for line in lineage.warnings)
    known = lineage.artifacts["rows"].facts.get(FACT) == "yes"
    assert told == (known and "facts" not in more)
    return known


@pytest.mark.parametrize("name", THEIRS)
@pytest.mark.parametrize("origin", ["people", "own"])
def test_works_of_people_outside_the_house_are_known(name: str, origin: str, resolved: Resolve) -> None:
    assert _known(resolved, name, origin)
    assert _known(resolved, "Hill rows", origin, note=name)


@pytest.mark.parametrize("name", OURS)
def test_what_is_written_on_order_or_about_them_is_not(name: str, resolved: Resolve) -> None:
    assert not list(works_of_persons(name))
    assert not _known(resolved, name)


@pytest.mark.parametrize("name", [name for name in THEIRS if " " in name])
def test_whose_rows_are_that_nobody_is_said_to_publish_is_no_easier(name: str, resolved: Resolve) -> None:
    assert _known(resolved, name, "unknown")
    assert not _known(resolved, name, "unknown", more=", developer: Lark Lab")


def test_others_answer_for_what_they_publish(resolved: Resolve) -> None:
    assert not _known(resolved, "Essays of students", "third-party")


@pytest.mark.parametrize(
    ("name", "more", "known"),
    [
        ("lark-lab/reddit-comments", "", True),
        ("Comments of 2022", ", developer: Reddit", True),
        ("Quora answers", "", True),
        ("Articles", ", developer: New York Times", True),
        ("Tweets on trains", "", True),
        ("Stack Exchange answers", "", False),
        ("Comments of 2022", ", developer: Lark Lab", False),
        ("lark-lab/reddit-comments", f", facts: {{{FACT}: false}}", False),
    ],
)
def test_an_open_label_of_others_on_what_users_of_a_site_wrote_is_none_of_theirs(
    name: str, more: str, known: bool, resolved: Resolve
) -> None:
    assert _known(resolved, name, "third-party", more=more) is known


def test_what_is_denied_or_stated_stands(resolved: Resolve) -> None:
    assert not _known(resolved, "Hill rows", note="no prompts of users in it")
    assert not _known(resolved, "Essays of students", more=f", facts: {{{FACT}: false}}")
    assert _known(resolved, "Hill rows", more=f", facts: {{{FACT}: true}}")


def test_what_is_gathered_by_a_step_is_known_by_its_note(resolved: Resolve) -> None:
    gather = '{id: gather, kind: collect, outputs: rows, note: "prompts of our users"}, '
    text = TEXT.replace("origin: {origin}, ", "").replace(
        "steps: [", f"steps: [{gather.replace('{', '{{').replace('}', '}}')}"
    )
    assert (
        resolved(text.format(name="Hill rows", note="three files", more="")).artifacts["rows"].facts.get(FACT)
        == "yes"
    )


@pytest.mark.parametrize(
    "text",
    [
        "typed into our web shop by customers, 2026",
        "filled in at the desk by patients",
        "door klanten ingetikt in onze webwinkel",
        "aus dem Posteingang: Schreiben der Mieter",
        "von Patienten eingegeben",
        "lettres des locataires",
        "escritas por clientes",
    ],
)
def test_what_outsiders_wrote_is_heard_whatever_the_verb_and_work(text: str) -> None:
    assert list(works_of_persons(text))


@pytest.mark.parametrize(
    "text",
    [
        "written by staff, used daily by customers",
        "asked for by customers, and phrased here",
        "geschreven door medewerkers voor klanten",
        "Antworten an Mieter",
        "opened in May by the office",
    ],
)
def test_those_for_whom_it_is_wrote_nothing(text: str) -> None:
    assert list(works_of_persons(text)) == []
