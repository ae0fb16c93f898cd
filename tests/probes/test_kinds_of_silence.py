"""What titles, names, notes, channels and notices tell, and no field says, is asked about; what is honest is not."""

from __future__ import annotations

import datetime

import pytest

from compliance import pipeline
from compliance.load.packs.knowledge import load_packs
from tests.probes.test_sentences import MANIFEST as SMALL
from tests.probes.test_sentences import ROWS, code, noted

NAME = "name: meadow/questions"
TITLE = "title: Tune for meadows"
BASE = "name: HuggingFaceTB/SmolLM2-1.7B"
CHANNELS = "channels: [Hugging Face], markets: [CH]"
ACCESS = "access: open-weights, commercial: true"


def checked(text: str) -> int:
    """The exit code of a manifest."""
    day = datetime.date(2026, 11, 28)
    return pipeline.check_text(text, "m.yaml", packs=load_packs(), as_of=day).exit_code


def written(text: str, *changes: tuple[str, str]) -> str:
    """A manifest with some words of it changed."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(
    "note",
    [
        "rows 1-500 by hand, the rest expanded automatically",
        "augmented with back-translation",
        "labelled by the previous version of the product",
        "pre-labelled, then corrected by two colleagues",
        "masks proposed by the annotation tool",
        "written with suggestions switched on",
        "translated in a CAT tool, then post-edited",
        "voices cloned with consent",
        "replies logged from the old system",
        "automatisch paraphrasiert",
        "cleaned with an LLM",
        "answers were suggested by an assistant",
        "written by interns, some with AI help",
        "prompts by staff, answers from the API",
        "answers came from the playground",
        "bootstrapped from a bigger model",
        "silver data",
        "seeds by hand, rest automatic",
        "sampled 8 times per prompt",
        "temperature 0.7, top-p 0.9",
        "best of 16 by reward",
        "an LLM filled in missing fields",
        "half synthetic",
        "bulk of it is model output",
        "summaries by an AI service",
    ],
)
def test_acts_of_machines_without_a_name_are_asked_about(note: str) -> None:
    assert code(noted(note)) == 1


@pytest.mark.parametrize(
    "note",
    [
        "labelled automatically by folder name",
        "cleaned with a script",
        "corrected by two editors",
        "distilled water, measured twice",
        "best of 3 takes kept",
        "sampled 8 times per day",
        "the rest automatic by the logger",
        "top shelf, 20 degrees",
        "numbered automatically by the database",
        "generated automatically by our billing system",
        "the previous version of the handbook",
        "questions about back-translation for a course",
        "no back-translation, nothing pre-labelled",
        "read aloud by the first speaker",
        "rule-based augmentation: synonyms swapped from a list of ours",
    ],
)
def test_what_rules_records_and_people_do_is_not(note: str) -> None:
    assert code(noted(note)) == 0


@pytest.mark.parametrize(
    "note",
    [
        "sheet music, typed by Ana", "lyrics sung by a choir", "screenshots of web shops",
        "faces cut out of press photos",
        "exams of former years of the ministry", "weather from the met office",
        "news tickers that we get by subscription",
        "standards bought from the norms office",
        "all of it, forks included",
        "photographed in the galleries of three museums",
        "pull requests of the community", "comments under our videos", "chat logs of the hotline",
        "talks by visiting professors", "job ads that employers sent us", "scripts pasted from answers on the net",
        "ethics vote pending", "colleagues did not object", "callers were told it is recorded for quality",
    ],
)  # fmt: skip
def test_works_of_others_and_what_they_were_asked_for_are_asked_about(note: str) -> None:
    assert code(noted(note)) == 1


@pytest.mark.parametrize(
    "note",
    [
        "questions on sheet music by our teachers", "screenshots of our own app", "edits by our staff",
        "commits by our engineers", "exam questions that we set ourselves", "taken with two cameras bought in 2020",
        "everyone was asked and agreed in writing", "our news feed, by the press office", "issues of our own magazine",
    ],
)  # fmt: skip
def test_works_of_ones_own_are_not(note: str) -> None:
    assert code(noted(note)) == 0


@pytest.mark.parametrize(
    "name",
    [
        "CCTV of the lobby", "ECGs of our clinic", "Support tickets 2019-2024", "Call recordings", "Payroll of 2024",
        "Fingerprints of employees", "Job interviews", "Handwriting of 300 writers", "Keystroke timings of clerks",
        "Poems by Szymborska", "Harry Potter chapters", "IKEA manuals", "Bible verses in Twi", "WordPress plug-ins",
        "Code of three clients",
        "Visitor photographs at the gate", "Scans of driving licences", "Opera recordings", "Frames of The Simpsons",
        "Own FAQ, etc.", "FAQ of our shop and a few others", "Radio plays of the 1970s",
    ],
)  # fmt: skip
def test_names_of_own_rows_that_tell_of_others_are_asked_about(name: str) -> None:
    assert code((NAME, f'name: "{name}"')) == 1


@pytest.mark.parametrize(
    "name",
    [
        "X-rays of castings", "Portraits of cows", "Heart rate of dogs", "Voices of birds", "Interviews, invented",
        "Songs of Bern", "Recipes of our canteen", "Smart meter of the factory", "Source code of our server",
        "Labels and scores", "Tickets invented by staff", "Solutions to our exercises",
    ],
)  # fmt: skip
def test_names_of_things_are_not(name: str) -> None:
    assert code((NAME, f'name: "{name}"')) == 0


@pytest.mark.parametrize(
    ("revision", "exit_code"),
    [
        ("v2, after the ChatGPT rewrite", 1),
        ("as of May, cleaned with an LLM", 1),
        ("v2, spelling corrected by staff", 0),
        ("main at 4f2a", 0),
    ],
)
def test_a_revision_in_words_is_read_as_a_note_is(revision: str, exit_code: int) -> None:
    assert code((NAME, f'{NAME}, revision: "{revision}"')) == exit_code


def test_people_in_rows_can_be_denied() -> None:
    told = 'name: "Support tickets"'
    assert code((NAME, told)) == 1
    assert code((NAME, f"{told}, facts: {{personal_data: false}}")) == 0


@pytest.mark.parametrize(
    ("channels", "title", "market", "exit_code"),
    [
        ("Texas school districts", "Tune for meadows", "US-TX", 1),
        ("desktops", "Helpdesk for the Kansas Department of Revenue", "US-KS", 1),
        ("desktops", "Questions about Texas school law", "US-TX", 0),
        ("app", "Mental health coach", "US-UT", 1),
        ("app", "Recipe coach", "US-UT", 0),
    ],
)
def test_uses_are_asked_about_where_a_law_turns_on_them(
    channels: str, title: str, market: str, exit_code: int
) -> None:
    told = (
        (BASE, "name: Qwen/Qwen2.5-7B"),
        (TITLE, f"title: {title}"),
        (CHANNELS, f"channels: [{channels}], markets: [{market}]"),
        (ACCESS, "access: product, commercial: true"),
    )
    assert code(*told) == exit_code
    # What several releases share is told of each that is no set of rows.
    rows = "  - {artifact: rows, license: CC0-1.0, access: public, commercial: true, function: dataset}\n"
    assert checked(written(SMALL, *told) + rows) == exit_code
    if exit_code:
        facts = "facts: {state_body_use: false, regulated_service: false}, channels:"
        assert checked(written(SMALL, *told, ("channels:", facts))) == 0


@pytest.mark.parametrize(
    ("note", "exit_code"),
    [
        ("captchas solved by a service", 1),
        ("DRM of the e-books removed", 1),
        ("login wall got round", 1),
        ("through the app with a forged signature", 1),
        ("robots.txt kept", 0),
        ("no captcha solved", 0),
    ],
)
def test_ways_round_walls_are_asked_about(note: str, exit_code: int) -> None:
    told = ((CHANNELS, "channels: [Hugging Face], markets: [US]"),)
    step = f"steps:\n  - {{id: get, kind: collect, outputs: rows, note: {note}}}"
    assert code(*told, ("steps:", step)) == exit_code


@pytest.mark.parametrize(
    ("note", "exit_code"),
    [
        ("wrong answers went back into a second round of tuning", 1),
        ("its rows were added to the training set afterwards", 1),
        ("failures were used for fine-tuning as well", 1),
        ("early stopping on it", 0),
        ("hyperparameters tuned on it", 0),
        ("its rows were kept out of training", 0),
    ],
)
def test_what_was_measured_and_trained_on_is_asked_about(note: str, exit_code: int) -> None:
    bench = "artifacts:\n  bench: {kind: dataset, name: Hard questions, license: proprietary}"
    step = f"releases:\n- {{id: ev, kind: evaluate, inputs: {{subject: tuned, data: bench}}, note: {note}}}"
    text = written(SMALL, ("artifacts:", bench), ("releases:", step))
    text = text.replace("releases:\n- {id: ev", "  - {id: ev").replace(
        "}\n  - {artifact: tuned", "}\nreleases:\n  - {artifact: tuned"
    )
    assert checked(text) == exit_code


@pytest.mark.parametrize(
    ("step", "exit_code"),
    [
        ("distil-claude", 1),
        ("sft-on-gpt4-answers", 1),
        ("dpo-claude-pairs", 1),
        ("tune-vs-gpt-4o", 0),
        ("second-tune", 0),
    ],
)
def test_ids_of_steps_that_train_are_read(step: str, exit_code: int) -> None:
    assert code(("id: tune,", f"id: {step},")) == exit_code


@pytest.mark.parametrize(
    ("name", "licence", "exit_code"),
    [
        ("Llama 3.1 tokenizer", "llama3.1", 1),
        ("google/gemma-2-9b tokenizer", "gemma", 1),
        ("Qwen2.5 tokenizer", "Apache-2.0", 0),
        ("Meadow tokenizer", "Apache-2.0", 0),
    ],
)
def test_tokenizers_are_under_the_licence_of_their_weights(name: str, licence: str, exit_code: int) -> None:
    tool = f"artifacts:\n  tok: {{kind: code, name: {name}, license: {licence}}}"
    assert code(("artifacts:", tool), ("data: rows}", "data: rows, tool: tok}")) == exit_code


@pytest.mark.parametrize(
    ("name", "exit_code"),
    [
        ("Label Studio with GPT-4 backend", 1),
        ("Balabolka with Ivona voices", 1),
        ("Podcast Enhance", 1),
        ("DeepL add-in for Word", 1),
        ("Praat", 0),
        ("GPT-2 tokenizer", 0),
        ("OpenAI evals format", 0),
    ],
)
def test_programs_called_after_a_model_are_asked_for_it(name: str, exit_code: int) -> None:
    tool = f"artifacts:\n  tool: {{kind: code, name: {name}, license: Apache-2.0}}\n  made: {{kind: dataset}}"
    step = "steps:\n  - {id: make, kind: convert, inputs: {tool: tool, source: rows}, outputs: made}"
    told = (
        ("artifacts:", tool),
        ("steps:", step),
        ("data: rows}, outputs: tuned", "data: made}, outputs: tuned"),
    )
    assert code(*told) == exit_code


@pytest.mark.parametrize(
    ("where", "exit_code"),
    [
        ("card as remembered, since deleted", 1),
        ("a card to be written", 1),
        ("told by the author at a conference", 1),
        ("we think the authors typed it", 1),
        ("assurance of the seller", 1),
        ("dataset card, section Collection", 0),
        ("talk of the authors, slides at example.org/talk.pdf", 0),
    ],
)
def test_hearsay_is_no_documentation(where: str, exit_code: int) -> None:
    rows = written(SMALL, ("origin: own", "license: CC0-1.0, origin: third-party"), (ROWS, where))
    assert checked(rows) == exit_code


@pytest.mark.parametrize(
    ("note", "exit_code"),
    [
        ("authorisation asked for on 3 May", 1),
        ("they told us on the phone that it is fine", 1),
        ("researcher access programme, for evaluation", 1),
        ("our reseller agreed by e-mail", 1),
        ("verbal OK at the booth", 1),
        ("letter of 3 May, kept in the safe", 0),
    ],
)
def test_half_authorisations_are_not_known(note: str, exit_code: int) -> None:
    service = (
        "artifacts:\n  svc: {kind: service, name: gpt-4o, provider: openai, route: direct, plan: api}\n"
        "  made: {kind: dataset}"
    )
    step = (
        "steps:\n  - {id: make, kind: generate, inputs: {teacher: svc, prompts: rows},\n"
        "     outputs: made, period: 2026-01,\n"
        f"     authorised: true, note: {note!r}, documented: {{where: docs/make.md, generators: none}}}}"
    )
    told = (
        ("artifacts:", service),
        ("steps:", step),
        ("data: rows}, outputs: tuned", "data: made}, outputs: tuned"),
    )
    assert code(*told) == exit_code


@pytest.mark.parametrize(
    ("notice", "exit_code"),
    [
        ("Contains data of the Alpine Club, CC BY-SA 4.0", 1),
        ("Hut database, ODbL 1.0", 1),
        ("Includes the Foo parser, GPL-3.0", 1),
        ("Meadow questions, CC BY 4.0", 0),
        ("Apache-2.0", 0),
    ],
)
def test_licences_in_notices_stand_behind_a_release_or_are_asked_about(notice: str, exit_code: int) -> None:
    assert code(("notices: [Apache-2.0]", f'notices: ["{notice}"]')) == exit_code


@pytest.mark.parametrize(
    ("title", "exit_code"),
    [("With rows that GPT-4 wrote", 1), ("Started from Llama 3.1 instead", 1), ("With a second epoch", 0)],
)
def test_titles_of_variants_are_read(title: str, exit_code: int) -> None:
    assert checked(f"{SMALL}variants:\n  a: {{title: As planned}}\n  b: {{title: {title}}}\n") == exit_code


@pytest.mark.parametrize(
    "channel", ["servers of our partner Harbour GmbH", "kiosk", "intranet, open to visitors"]
)
def test_what_others_reach_is_not_internal(channel: str) -> None:
    service = (
        "artifacts:\n  svc: {kind: service, name: gpt-4o, provider: openai, route: direct, plan: api}\n"
        "  made: {kind: dataset}"
    )
    step = (
        "steps:\n  - {id: make, kind: generate, inputs: {teacher: svc, prompts: rows},\n"
        "     outputs: made, period: 2026-01}"
    )
    told = [
        ("artifacts:", service),
        ("steps:", step),
        ("data: rows}, outputs: tuned", "data: made}, outputs: tuned"),
    ]
    told += [
        ("function: general-purpose", "function: classifier"),
        (ACCESS, "access: internal, commercial: true"),
    ]
    assert code(*told, (CHANNELS, "channels: [intranet], markets: [CH]")) == 0
    assert code(*told, (CHANNELS, f'channels: ["{channel}"], markets: [CH]')) == 1


def test_a_note_of_a_licence_with_limits_is_held_against_what_is_stated() -> None:
    assert (
        code(
            ("name: meadow/tuned,", "name: meadow/tuned, origin: own, note: some GPL parts,"),
        )
        == 1
    )
    assert code(("name: meadow/tuned,", "name: meadow/tuned, origin: own, note: no GPL parts,")) == 0
