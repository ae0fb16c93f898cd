"""Names, dates, titles, wrapping and places of words change nothing; parties, acts and definitions do."""

from __future__ import annotations

import pytest

from compliance.text import segment
from compliance.text.compare.align import Comparison, compare

OLD = """# Terms

Acme is run by Acme Labs Inc. ("Acme").

You may not resell access to Acme. You may not use Acme Chat to train models that compete with Acme.

Acme Chat is offered as it stands. Acme may end Acme Chat at any time.

"Output" means what Acme Chat returns to you. You may not sell Output.
"""


def against(new: str, old: str = OLD) -> Comparison:
    return compare(segment(old, "markdown"), segment(new, "markdown"))


def test_a_product_that_is_renamed_throughout_says_nothing() -> None:
    found = against(OLD.replace("Acme Chat", "Acme Talk"))
    assert (found.verdict, found.topics) == ("cosmetic", ())
    assert "chat is now talk" in found.reason


def test_a_word_that_is_no_name_is_not_renamed_away() -> None:
    found = against(OLD.replace("train models that compete", "train models that flatter"))
    assert "train-competing" in found.topics


def test_another_company_is_a_change_of_parties() -> None:
    found = against(OLD.replace("Acme Labs Inc.", "Acme Ireland Limited"))
    assert (found.verdict, found.parties) == ("other-only", ("Acme Ireland Limited",))
    assert "agreed with Acme Ireland Limited" in found.reason


def test_a_company_that_is_renamed_is_the_same_party() -> None:
    found = against(OLD.replace("Acme", "Bolt"))
    assert (found.verdict, found.parties) == ("cosmetic", ())


@pytest.mark.parametrize(
    "added",
    [
        "[Help](https://example.com/help)\n\n[Imprint and contact of the makers of this page](https://example.com/i)\n",
        "Other ways to get help from other people in a few minutes\n",
        "Learn more about how we keep the meadow green for everybody who comes to visit us…\n",
        "Find details on the standards that all who guide visitors through the meadow must meet.\n",
        "Additional terms of the meadow that apply if you use certain features\n",
        "In other languages English · français · suomi · italiano · español · Deutsch\n",
    ],
)
def test_what_the_page_adds_around_the_text_says_nothing(added: str) -> None:
    assert against(f"{OLD}\n{added}").verdict == "cosmetic"


def test_a_table_of_contents_says_nothing() -> None:
    long = "How we may end what you and we have agreed on here"
    old = f"{OLD}\n## {long}\n\nAcme may end it.\n"
    assert against(old.replace("# Terms\n", f"# Terms\n\n1. {long}\n", 1), old).verdict == "cosmetic"


def test_clauses_that_go_and_come_elsewhere_with_the_same_act_are_moved() -> None:
    old = (
        "Unless we agree otherwise in writing, you must not, whatever your reasons may be, copy, download, store, "
        "keep, frame, print, hand round, sell or offer to sell all or any part of the content or the site.\n"
    )
    new = (
        "You must not, whether by yourself or through others and at any time of the day or the night:\n\n"
        "* use robots to collect pages of the site;\n"
        "* sell or offer to sell all or any part of the content or the site.\n"
    )
    assert against(new, old).topics == ("scrape-automate",)


def test_an_added_word_is_credited_to_the_topic_that_rests_on_it() -> None:
    old = "You may not copy, frame or mirror the pages, nor decompile the app or use it to harm people in any way.\n"
    assert against(old.replace("copy, frame", "scrape, copy, frame"), old).topics == ("scrape-automate",)


def test_words_written_as_one_are_no_other_words() -> None:
    old = "You may not make calls that exceed limitson the number of calls that the service sets for you.\n"
    found = against(old.replace("limitson", "limits on"), old)
    assert (found.verdict, found.topics) == (
        "clause-changed-topic-unchanged",
        (),
    ) or found.verdict == "cosmetic"


def test_a_clause_of_a_topic_that_changes_in_other_words_is_told_apart() -> None:
    old = "You may not scrape, copy or republish the pages of the site by any automated means at all.\n"
    assert against(old.replace("republish", "reprint"), old).verdict == "clause-changed-topic-unchanged"


def test_an_exclusion_of_a_new_thing_redefines_nothing() -> None:
    old = '"Output" means the text that the service returns.\n\nYou may not use Output to train rival models of ours.\n'
    new = old.replace("returns.", "returns, excluding Meadowpedia.")
    assert [each.kind for each in against(new, old).changes if each.kind == "redefined"] == []


def test_the_name_of_the_service_is_not_redefined_for_every_clause() -> None:
    old = (
        '"Services" means the app and the site that we run.\n\nYou may not scrape the Services with robots.\n'
    )
    new = old.replace(
        "and the site", "the site, the kiosk in the hall, the hotline, the shop and the printed book"
    )
    assert against(new, old).topics == ()


def test_figures_written_otherwise_are_the_same() -> None:
    old = (
        "We are liable for no more than US$1,000 in all, whatever happens to you in the U.S. or elsewhere.\n"
    )
    new = "We are liable for no more than USD 1 000 in all, whatever happens to you in the US or elsewhere.\n"
    assert against(new, old).verdict == "cosmetic"


@pytest.mark.parametrize(
    ("old", "new"), [("1,000", "2,000"), ("may end", "may not end"), ("monthly", "other")]
)
def test_a_word_or_figure_that_turns_a_clause_is_substance(old: str, new: str) -> None:
    text = "We pay 1,000 points in monthly parts, and we may end the programme with all its parts.\n"
    assert against(text.replace(old, new), text).verdict == "other-only"


def test_what_belongs_to_a_renamed_company_is_renamed_too() -> None:
    more = "You may not use Acme's open code to circumvent any rate limit. Ask Acme. Thank Acme."
    assert against((OLD + more).replace("Acme", "Bolt"), OLD + more).verdict == "cosmetic"


def test_a_sentence_that_went_is_no_title_for_its_aside() -> None:
    went = "We shall delete the account of any person who is under the age of eighteen years.\n"
    assert against(OLD, f"{OLD}\n{went}").verdict == "other-only"


def test_a_norm_in_another_form_is_the_same_norm() -> None:
    old = "You may not:\n\n* resell, lease or modify any of our services;\n"
    new = "You are prohibited from:\n\n* reselling, leasing or modifying any of our services;\n"
    assert against(new, old).topics == ()
    assert against(new.replace("leasing", "renting"), old).topics == ("resale-access",)
    assert against(new.replace("prohibited from", "permitted to"), old).topics == ("resale-access",)


def test_an_act_that_moved_into_a_clause_that_changed_went_nowhere() -> None:
    old = (
        "* Our policy, which sets out on which terms we keep any personal data about you that we collect from you or "
        "that you provide to us when you visit the pages. By visiting them, you consent to such processing, and you "
        "promise that all data provided by you is accurate;\n* You may not resell access.\n"
    )
    new = (
        "* Our policy explains how we collect and keep personal data about you when you visit the pages. "
        "You must ensure that all the personal data you provide to us is accurate;\n* You may not resell access.\n"
    )
    went = old.replace(
        "promise that all data provided by you is accurate", "wish that we are kind to the ducks"
    )
    assert against(new, old).topics == ()
    assert against(went, old).topics == ("identity-region",)


@pytest.mark.parametrize(
    "shown", ["[email protected]", "[help@acme.example](mailto:help@acme.example)", "ask@acme.example"]
)
def test_another_address_to_write_to_says_nothing(shown: str) -> None:
    old = "# Terms\n\nWrite to desk@acme.example to end your account, and we will end it within a week.\n"
    assert against(old.replace("desk@acme.example", shown), old).verdict == "cosmetic"
