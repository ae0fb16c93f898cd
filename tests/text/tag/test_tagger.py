"""A tag says who is bound and how, through the words over a list as well as those of the clause."""

from __future__ import annotations

from compliance.model.packs.clause_text import TaggedClause
from compliance.text import segment
from compliance.text.tag.tagger import tag


def tagged(text: str) -> list[TaggedClause]:
    return [each for each in tag(segment(text, "markdown")) if each.tags]


def test_a_lead_in_carries_its_norm_to_the_items() -> None:
    (clause,) = tagged("You may not:\n\n* decompile the app;\n* be late.\n")
    assert (clause.topics, clause.norm, clause.bound) == (("reverse-engineer",), "prohibition", "user")
    assert clause.tags[0].tier == "confirmed"


def test_a_heading_alone_makes_a_tag_to_be_reviewed() -> None:
    (clause,) = tagged("# Prohibited uses\n\n* Decompiling the app\n")
    assert (clause.norm, clause.tags[0].tier) == ("prohibition", "review")


def test_evidence_stands_where_it_says() -> None:
    (clause,) = tagged("You may not, in any country, decompile the app.")
    (evidence,) = clause.tags[0].evidence
    assert clause.clause.own[evidence.span.start : evidence.span.end] == evidence.words == "decompile"


def test_what_the_provider_promises_is_no_norm_on_the_user() -> None:
    assert tagged("We will not use your content to train any model.") == []
    assert (
        tagged("Acme shall not resell it. Acme's aims are good. Acme will not use Output to train models.")
        == []
    )


def test_a_consequence_is_no_norm() -> None:
    assert tagged("We may suspend your account if you circumvent our safeguards.") == []


def test_training_is_a_prohibition_or_a_permission() -> None:
    (no,) = tagged("You may not use output to train any AI model.")
    (yes,) = tagged("You may use output to train your own models, for instance by distillation.")
    assert (no.topics, no.norm, no.tags[0].polarity) == (("train-any",), "prohibition", "forbidden")
    assert (yes.topics, yes.norm) == (("distil-extract", "train-any"), "permission")


def test_a_defined_term_fixes_the_scope() -> None:
    (clause,) = tagged("“Reverse Engineer” means to decompile or to steal the source code of a model.")
    assert (clause.topics, clause.norm) == (("reverse-engineer",), "definition")


def test_a_defined_exception_has_the_topic_of_the_prohibition() -> None:
    text = (
        "Except for a Permitted Exception, you may not use output to develop models that compete with us.\n\n"
        "“Permitted Exception” means the use of output to (a) build an index; and (b) adapt our own models.\n"
    )
    assert [(each.topics, each.norm) for each in tagged(text)] == [
        (("train-competing",), "prohibition"),
        (("train-competing",), "exception"),
        (("train-competing",), "exception"),
    ]


def test_details_are_read() -> None:
    (clause,) = tagged(
        "Unless we agree in writing, you may not resell access if you have more than 700 million users in the "
        "United States or owe us $5,000 on 1 May 2026, see Section 4(b) and the Usage Policy."
    )
    details = clause.details
    assert [(each.kind, each.words) for each in details.thresholds] == [
        ("users", "700 million users"),
        ("place", "United States"),
        ("amount", "$5,000"),
        ("date", "1 May 2026"),
    ]
    assert details.exceptions[0].startswith("Unless we agree in writing")
    assert details.conditions[0].startswith("if you have more")
    assert details.cross_references == ("Section 4(b)", "Usage Policy")


def topics_of(text: str) -> list[tuple[str, ...]]:
    return [each.topics for each in tagged(text)]


def test_what_is_only_said_of_a_word_carries_no_norm() -> None:
    lead = "You must not:\n\n* "
    assert topics_of(f"{lead}use or share results that will be used to train AI models;\n") == [
        ("train-any",)
    ]
    assert topics_of(f"{lead}impersonate a person, or say that you represent one;\n") == [
        ("identity-region",)
    ]
    assert topics_of(f"{lead}improve products that you may make available to third parties.\n") == []


def test_what_one_agrees_that_one_will_not_do_is_forbidden() -> None:
    assert topics_of("You agree that you will not decompile the app.") == [("reverse-engineer",)]


def test_a_sentence_that_explains_a_prohibition_is_one() -> None:
    paragraph = (
        "You may not copy pages of the site by any means whatever. " + "We keep them in order for you. " * 5
    )
    assert topics_of(f"{paragraph}You must not copy them. This includes scraping the site with robots.") == [
        ("scrape-automate",)
    ]


def test_what_the_provider_does_not_allow_is_forbidden() -> None:
    assert topics_of("Meadow does not allow attempts to decompile the app.") == [("reverse-engineer",)]
    assert topics_of("Where that is needed, we may use automated tools to scan uploads.") == []
    assert topics_of("They do not use results to train their models.") == []


def test_a_verb_goes_on_with_the_subject_before_a_thing() -> None:
    lead = "Meadow keeps it. Meadow's aims are good. "
    sentence = "Meadow will hold data for the services, and will not use output to train AI models."
    assert topics_of(f"{lead}{sentence}") == []


def test_what_others_are_let_do_is_no_resale() -> None:
    text = (
        "You will not, and will not allow any third party to, use the service to develop a competing service."
    )
    assert topics_of(text) == [("compete",)]


def test_what_the_provider_undertakes_by_name_binds_it_alone() -> None:
    named = "Meadow may do so. Meadow shall be fair."
    lead = "Meadow agrees, whoever made it, not to license anything for use"
    assert topics_of(f"{named}\n\n{lead}\n\n* in datasets utilised by generative AI programs;\n") == []
    promise = "Meadow will not use, and will not permit others to use, songs to train AI models."
    assert topics_of(f"{named} {promise}") == []
    assert (
        topics_of("Data that is not personal may be used by us without restriction for model training.") == []
    )


def test_roles_of_those_who_are_bound_are_no_names_of_the_provider() -> None:
    text = "Publisher shall pay. Publisher may leave. Publisher's pages stay. Publisher will not decompile the app."
    assert topics_of(text) == [("reverse-engineer",)]


def test_a_prohibition_that_is_said_twice_is_one() -> None:
    lead = "You agree that you shall not (and you agree not to let anybody else):\n\n"
    assert topics_of(f"{lead}* decompile any portion of the site;\n") == [("reverse-engineer",)]


def test_what_an_exception_speaks_of_bars_nothing_of_the_rule() -> None:
    text = "You agree not to frame, rent or sell the site, except that this does not apply to your own user content."
    assert topics_of(text) == [("resale-access",)]


def test_that_nothing_is_affected_is_no_prohibition() -> None:
    assert topics_of("The foregoing will not affect what you chose about model training.") == []


def test_a_title_within_the_line_says_nothing_itself() -> None:
    lead = "You must not do any of the following:\n\n"
    text = f"{lead}* **Derivation of Source Code**. Do not decompile any of our programs.\n"
    assert topics_of(text) == [("reverse-engineer",)]


def test_an_item_that_is_a_sentence_of_its_own_is_not_forbidden_by_its_list() -> None:
    text = "Features:\n\n* Your ability to use the box outside the United States may be limited.\n"
    assert topics_of(text) == []


def test_what_may_be_used_is_no_name_of_whoever_acts() -> None:
    text = "Meadow offers it. Meadow's aims are good. Meadow may not be used to harass or impersonate people."
    assert topics_of(text) == [("identity-region",)]


def test_those_who_are_named_after_and_are_bound_too() -> None:
    text = "Teams pay. Teams may leave. Teams may stay. Users and Teams must not circumvent any rate limit."
    assert topics_of(text) == [("bypass-safeguards",)]


def test_paragraphs_that_end_like_items_are_the_list_of_the_words_over_them() -> None:
    text = (
        "**While you use the app, you may not:**\n\nbe late;\n\n_crawl any page;_\n\n"
        "pose as somebody else; or\n\nresell it.\n\nYou may scrape a pan."
    )
    assert [(each.clause.own, each.topics) for each in tagged(text)][:3] == [
        ("crawl any page;", ("scrape-automate",)),
        ("pose as somebody else; or", ("identity-region",)),
        ("resell it.", ("resale-access",)),
    ]


def test_paragraphs_after_a_colon_that_are_sentences_stand_alone() -> None:
    text = "You must not forget what follows:\n\nCrawlers visit every page.\n\nOur guides are free."
    assert all(each.lead_ins == () for each in segment(text, "markdown").clauses)


def test_a_verdict_on_what_somebody_does_forbids_it() -> None:
    for verdict in (
        "is not considered an acceptable use",
        "counts as misuse",
        "is deemed to be a breach of this agreement",
        "amounts to a serious violation",
        "is grounds for immediate termination",
    ):
        (clause,) = tagged(f"Using output to train an AI model {verdict}.")
        assert (clause.topics, clause.norm) == (("train-any",), "prohibition")


def test_those_who_are_bound_are_no_provider_because_they_act_often() -> None:
    for who in ("Buyers", "Dealers", "Drivers"):
        bound = f"{who} may bid. {who} must pay. All {who.lower()} are equal. {who} may not resell access to the site."
        assert [each.topics for each in tagged(bound)] == [("resale-access",)]
    assert tagged("Sparks may bid. Sparks must pay. Sparks may not resell access to the site.") == []
