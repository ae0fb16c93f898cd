"""The recorded fingerprints are blind to markup and to nothing else."""

from __future__ import annotations

from compliance.text.keep.fingerprint import digest, find, normalise


def test_markup_does_not_count() -> None:
    assert digest("*   **You** may not “sell” [it](https://example.com).") == digest('you may not "sell" it.')


def test_words_and_punctuation_count() -> None:
    assert digest("You may not sell it.") != digest("You may sell it.")
    assert digest("You may not sell it.") != digest("You may not sell it;")


def test_a_link_without_an_end_stays() -> None:
    assert normalise("see [this](and that") == "see [this](and that"
    assert normalise("![a](b)[c](d) [e]") == "ac [e]"


def test_a_line_is_found() -> None:
    mark = digest("copy it;")
    found = find("You may not:\n\n*   sell it;\n*   copy it;\n", {mark})
    assert (found[mark].line, found[mark].whole_line) == (4, True)


def test_a_sentence_and_an_item_within_a_line_are_found() -> None:
    text = "Pay us. You may not (a) sell it; or (b) copy it. Thank you."
    marks = {
        digest(each) for each in ("You may not (a) sell it; or (b) copy it.", "copy it", "(a) sell it; or")
    }
    found = find(text, marks)
    assert set(found) == marks
    assert not any(each.whole_line for each in found.values())


def test_words_in_mid_sentence_are_found_by_a_thorough_search_only() -> None:
    mark = digest("may not sell")
    assert find("You may not sell it.", {mark}) == {}
    assert find("You may not sell it.", {mark}, thorough=True)[mark].words == "may not sell"


def test_what_is_gone_is_not_found() -> None:
    assert find("You may sell it.", {digest("You may not sell it.")}, thorough=True) == {}
