from __future__ import annotations

from compliance.model.answered.disclosure import Draft, Gap, Said, Topic
from compliance.render.disclosed.markdown import GAP, render_draft, render_notice


def draft(*topics: Topic) -> Draft:
    return Draft("notice", "A draft", "m", "Some form", topics)


def gap(subject: str, place: str) -> Gap:
    return Gap(f"How large is {subject}?", place, "facts: {size: 1}", subject)


def test_the_same_question_about_several_things_is_one_entry_with_every_place() -> None:
    text = render_draft(draft(Topic("1", "Size", "How large.", (), (gap("Corpus", "x"), gap("Rows", "y")))))
    assert [line.partition(GAP)[2] for line in text.splitlines() if GAP in line] == [
        " How large are Corpus and Rows? In the manifest, `facts: {size: 1}` at <code>x</code>, "
        "<code>y</code>."
    ]


def test_statements_of_one_source_share_its_footnote() -> None:
    text = render_draft(draft(Topic("1", "T", "A.", (Said("a", "x"), Said("b", "y"), Said("c", "x")))))
    marks = [line[-4:] for line in text.splitlines() if line.startswith("- ")]
    assert marks == ["[^1]", "[^2]", "[^1]"]


def test_markup_in_names_is_shown_as_text() -> None:
    assert "<script>" not in render_draft(draft(Topic("1", "T", "A.", (Said("<script>", "x"),))))


def test_a_part_of_which_nothing_is_known_says_so() -> None:
    assert "- Nothing is stated." in render_draft(draft(Topic("1", "T", "A.")))


def test_a_notice_file_holds_literal_words_once_and_the_texts_that_were_given() -> None:
    words = (
        Said("Built with X", "a", literal=True),
        Said("Built with X", "b", literal=True),
        Said("note", "c"),
    )
    assert (
        render_notice(draft(Topic("1", "T", "A.", words)), [("LICENSE", "text\n")])
        == "Built with X\n\n\nLICENSE\n=======\n\ntext\n"
    )
