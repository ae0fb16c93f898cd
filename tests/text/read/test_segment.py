"""Every format is cut into the same clauses, and each clause knows where it stands."""

from __future__ import annotations

import contextlib
import io
import os

import pytest

from compliance.errors import InputError
from compliance.model.packs.clause_text import SegmentedText
from compliance.text import segment, segment_bytes


def read(text: SegmentedText) -> list[tuple[tuple[str, ...], tuple[str, ...], str]]:
    return [(each.numbers, each.lead_ins, each.own) for each in text.clauses]


def test_an_item_continues_the_words_over_its_list() -> None:
    text = segment(
        "You may not:\n\n*   sell access;\n    *   in any way, including:\n        1.  for money\n*   copy it.\n"
    )
    assert read(text)[1:] == [
        (("*",), ("You may not:",), "sell access;"),
        (("*", "*"), ("You may not:", "sell access;"), "in any way, including:"),
        (("*", "*", "1."), ("You may not:", "sell access;", "in any way, including:"), "for money"),
        (("*",), ("You may not:",), "copy it."),
    ]


def test_lists_of_another_style_at_the_same_indentation_stand_under_each_other() -> None:
    text = segment("(a) You may not:\n\n(i) sell it;\n\n(ii) rent it.\n\n(b) You must pay.\n", "markdown")
    assert [each.numbers for each in text.clauses] == [("(a)",), ("(a)", "(i)"), ("(a)", "(ii)"), ("(b)",)]


def test_an_item_that_is_numbered_by_its_parent_stands_under_it() -> None:
    text = segment(
        "10.  Email.\n\n*   10.1 We write.\n\n11.  You agree not to:\n\n*   11.1 sell it;\n", "markdown"
    )
    assert text.clauses[-1].lead_ins == ("You agree not to:",)


def test_an_enumeration_within_the_line_needs_no_space_before_it() -> None:
    text = segment(
        "The customer shall not:(a) sell it;(b) rent it, whether (i) whole or (ii) in part.", "markdown"
    )
    assert read(text) == [
        ((), (), "The customer shall not:"),
        (("(a)",), ("The customer shall not:",), "sell it;"),
        (("(b)",), ("The customer shall not:",), "rent it, whether"),
        (("(b)", "(i)"), ("The customer shall not:", "rent it, whether"), "whole or"),
        (("(b)", "(ii)"), ("The customer shall not:", "rent it, whether"), "in part."),
    ]


def test_a_reference_to_a_section_is_no_enumeration() -> None:
    text = segment("Subject to Section 5(a) and clause (b), one person(s) may enter.", "markdown")
    assert len(text.clauses) == 1


def test_a_long_paragraph_is_cut_into_sentences_and_a_short_one_is_not() -> None:
    short = "You must pay. You must not copy it, e.g. by hand."
    assert len(segment(short, "markdown").clauses) == 1
    long = f"{short} {'It goes on and on with more words. ' * 6}"
    assert [each.own for each in segment(long, "markdown").clauses][:2] == [
        "You must pay.",
        "You must not copy it, e.g. by hand.",
    ]


def test_a_span_is_exact() -> None:
    source = "# Use\n\n  *   **(a)** Do not “sell” [it](https://example.com/x).\n"
    text = segment(source)
    (clause,) = text.clauses
    assert text.quote(clause) == "*   **(a)** Do not “sell” [it](https://example.com/x)."
    assert (clause.line, clause.column, clause.path) == (3, 3, ("Use",))
    assert clause.own == 'Do not "sell" it.'


def test_an_id_survives_moving_and_renumbering() -> None:
    one = segment("# A\n\n3. You may not sell it.\n\n4. You may not copy it.\n")
    other = segment("# B\n\n7. You may not copy it.\n\n# C\n\n8. You may not sell it.\n")
    assert {each.id for each in one.clauses} == {each.id for each in other.clauses}


def test_equal_clauses_have_different_ids() -> None:
    text = segment("Pay now.\n\nPay now.\n", "markdown")
    assert len({each.id for each in text.clauses}) == 2


def test_tables_and_quotations_are_read() -> None:
    text = segment("| Plan | Limit |\n|---|---|\n| API | 100 calls |\n\n> You may not sell it.\n", "markdown")
    assert [(each.kind, each.lead_ins, each.own) for each in text.clauses][2:] == [
        ("cell", ("Plan",), "API"),
        ("cell", ("Limit",), "100 calls"),
        ("paragraph", (), "You may not sell it."),
    ]


def test_plain_text_has_headings_and_wrapped_lines() -> None:
    text = segment(
        "TERMS\n\n1. Restrictions\n\nYou agree that you\nwill not:\n  (a) sell it;\n  (b) copy it.\n2. Fees\nYou pay.\n"
    )
    assert [(each.path[-1], each.lead_ins, each.own) for each in text.clauses] == [
        ("1. Restrictions", (), "You agree that you will not:"),
        ("1. Restrictions", ("You agree that you will not:",), "sell it;"),
        ("1. Restrictions", ("You agree that you will not:",), "copy it."),
        ("2. Fees", (), "You pay."),
    ]


def test_html_is_read_with_the_place_of_every_word() -> None:
    source = (
        "<html><head><title>x</title></head><body><h2>Use</h2><p>You &amp; yours may not:</p>"
        "<ol><li>sell <b>it</b>;</li><li>copy it.</li></ol><script>var p = '<p>no</p>';</script></body></html>"
    )
    text = segment(source)
    assert [(each.numbers, each.own) for each in text.clauses] == [
        ((), "You & yours may not:"),
        (("1.",), "sell it;"),
        (("2.",), "copy it."),
    ]
    assert text.quote(text.clauses[1]) == "sell <b>it</b>;"
    assert text.clauses[1].path == ("Use",)


def test_a_bill_is_read_by_its_parts() -> None:
    source = (
        "<bill><form><official-title>A BILL</official-title></form><legis-body><section><enum>2.</enum>"
        "<header>Ban</header><subsection><enum>(a)</enum><header>In general</header><text>No person may&mdash;</text>"
        "<paragraph><enum>(1)</enum><text>extract weights; or</text></paragraph>"
        "<paragraph><enum>(2)</enum><text>sell outputs.</text></paragraph></subsection></section></legis-body></bill>"
    )
    text = segment(source)
    assert text.format == "bill-xml"
    assert read(text)[1:] == [
        (("(a)", "(1)"), ("In general. No person may-",), "extract weights; or"),
        (("(a)", "(2)"), ("In general. No person may-",), "sell outputs."),
    ]
    assert text.clauses[0].path == ("2. Ban",)


def test_a_pdf_that_holds_nothing_is_refused() -> None:
    pytest.importorskip("pypdf")
    with pytest.raises(InputError, match="cannot be read"):
        segment_bytes(b"%PDF-1.7\nnothing", "terms.pdf")


def test_a_pdf_is_read_page_by_page() -> None:
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter()
    writer.add_blank_page(width=100, height=100)
    held = io.BytesIO()
    writer.write(held)
    text = segment_bytes(held.getvalue(), "empty.pdf")
    assert (text.format, text.clauses) == ("pdf", ())


def test_a_pdf_keeps_its_headings_bullets_and_wrapped_lines() -> None:
    drawn = _drawn_pdf(
        "<h1>Terms of Meadow</h1><p>Read them with care.</p><h2>3. Restrictions</h2>"
        "<p>You may not, and you may not allow others to:</p><ul><li>"
        + "use what the service writes to build a model that competes with it, " * 3
        + "ever;</li><li>decompile the app.</li></ul><p>(a) We keep logs. (b) You keep your password.</p>"
    )
    clauses = segment_bytes(drawn, "terms.pdf").clauses
    lead = ("You may not, and you may not allow others to:",)
    wrapped = "use what the service writes to build a model that competes with it, " * 3 + "ever;"
    assert [(each.own, each.lead_ins[:1]) for each in clauses][-4:-2] == [
        (wrapped, lead),
        ("decompile the app.", lead),
    ]
    assert [each.own for each in clauses][-2:] == ["We keep logs.", "You keep your password."]
    assert clauses[-4].path[-1] == "3. Restrictions"


def _drawn_pdf(html: str) -> bytes:
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            import weasyprint
    except OSError:
        if os.environ.get("CI"):
            raise
        pytest.skip("drawing a PDF to read needs Pango, which is not installed")
    return bytes(weasyprint.HTML(string=html).write_pdf())


def test_a_paragraph_that_begins_an_enumeration_is_cut_where_it_goes_on() -> None:
    text = segment("(a) Meadow keeps logs. (b) You must not share your password.\n", "markdown")
    assert [(each.own, each.numbers[-1]) for each in text.clauses] == [
        ("Meadow keeps logs.", "(a)"),
        ("You must not share your password.", "(b)"),
    ]


WRAPPED = """The services are offered as they stand, and the keeper of the meadow answers for nothing

that others did with them. You may not reveal the keys of your account to anyone who is not

a member of your team.

You must not:

1. create derivative works of any portion of the services, use the services to

create or enhance a competing service, or

2. sell access to the services in any way or fraudulently create an account that is not

your own.
"""


def test_lines_with_blank_lines_between_them_are_joined() -> None:
    text = segment(WRAPPED * 4, "markdown")
    owns = [each.own for each in text.clauses[:4]]
    assert owns[0].endswith("to anyone who is not a member of your team.")
    assert owns[2] == (
        "create derivative works of any portion of the services, use the services to create or enhance a competing "
        "service, or"
    )
    assert text.clauses[2].lead_ins == ("You must not:",)


def test_paragraphs_that_stand_alone_are_not_joined() -> None:
    text = segment(
        "Whole paragraphs stand on one line here, and each ends\n\nwith its own sense.\n", "markdown"
    )
    assert len(text.clauses) == 2


def test_an_item_that_forbids_leads_the_items_after_it() -> None:
    text = "* Be kind.\n* Do no harm. For example, you may not:\n\n* decompile the app;\n* resell access;\n"
    found = segment(text, "markdown").clauses
    lead = ("Do no harm. For example, you may not:",)
    assert [each.lead_ins for each in found] == [(), (), lead, lead]


def test_sentences_without_a_space_between_them_are_cut_where_a_new_one_clearly_begins() -> None:
    text = (
        "It ends when you take your story away.Will your stories be printed?We never print your stories for anyone, "
        "and we keep no copies of them. Names such as Meadow.Com and Node.Js are one word, and so they stay one word "
        "in a paragraph of more than forty-five words, which this one is by the time that it ends here."
    )
    assert [each.own[:12] for each in segment(text, "markdown").clauses] == [
        "It ends when",
        "Will your st",
        "We never pri",
        "Names such a",
    ]
