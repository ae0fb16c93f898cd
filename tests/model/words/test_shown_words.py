"""Words that are owed in a notice count where they stand whole and are not denied."""

from __future__ import annotations

import pytest

from compliance.model.words.shown_words import begins_with, shows
from tests.effort import effort_below

SHOWN = (
    "Built with Llama", "BUILT WITH  LLAMA", "built\nwith Llama.", "Proudly Built with Llama 3.2", "Built with Llama-3",
    "Not endorsed by anybody. Built with Llama", "Not for sale, built with Llama", "“Built with Llama”",
    "Built with Llama's weights", "Do not remove: Built with Llama", "It keeps no logs at all and is built with Llama",
    "Built with Llama (3.2)", "Built with Llama (see NOTICE)", "Built with Llama, with refusals removed",
    "[x] Built with Llama", "Built with [Llama](https://a.example)", "Built with **Llama**", "Built with <b>Llama</b>",
    "Built with Llama. No warranty.", "Built with Llama, no warranty", "Built with Llama! Not for sale",
    "Built with Llama. Former title: Meadow", "Built with Llama (not endorsed by Meta)", "Built with Llama – by Meadow",
    "~~Built with Qwen~~ Built with Llama", "<!-- badge --> Built with Llama", "Built with Llama ~~and care~~",
    "Built with Llama, and it will be kept free", "Built with Llama. A paper will follow",
    "Built with Llama; a demo follows",
    "We will publish a paper. Built with Llama", "You must keep this notice: Built with Llama",
    "Built with Llama – you must not remove this line", "„Built with Llama“ wird auf der Seite gezeigt",
    "Built with Llama wird im Fuß angezeigt", "We are proud to be built with Llama", "Users will see: Built with Llama",
    "Das Modell wird angeboten mit dem Hinweis Built with Llama",
    "本模型 Built with Llama", "Affiché : Built with Llama",
    "It has to be kept cold; built with Llama", "Needed to add rows, so we made one: Built with Llama",
    "Built with Llama, needs 16 GB of memory", "Built with Llama (open weights)",
    "Built with Llama, in e-mail assistants", "Built with Llama (llama-3)", "Built with Llama: for review writing",
    "Built with Llama (see the model card)", "Built with Llama (owner: Meta)", "Issues go to us. Built with Llama",
    "Built with Llama. Report issues on GitHub", "Built with Llama, on the web and in mails",
)  # fmt: skip
NOT_SHOWN = (
    "Not built with Llama", "This is not built with Llama", "No longer Built with Llama",
    "It was never built with Llama",
    "It isn't built with Llama", "Built with Llamas", "Built with LlamaIndex", "Built with Llama.cpp",
    "Built with Llama-free tools", "Rebuilt with Llama", "Built without Llama", "It has not been 'built with Llama'",
    "Built with Llama (removed)", "Built with Llama [deleted]", "Built with Llama – withdrawn",
    "Built with Llama: TODO",
    "Built with Llama (notice since removed)", "Built with Llama (not applicable)", "Built with Llama was removed",
    "“Built with Llama” is no longer shown", "~~Built with Llama~~", "<s>Built with Llama</s>",
    "<!-- Built with Llama -->",
    "<!-- Built with Llama", "Removed: Built with Llama", "TODO: Built with Llama", "Formerly built with Llama",
    "Built with Llama? No.", "Is it built with Llama? It is not", "Built with Llama: no", "Built with Llama – none",
    "Built with Llama. No.", "[ ] Built with Llama", "Unlike models built with Llama",
    "Faster than any built with Llama",
    "Not: Built with Llama", "False: Built with Llama", "Neither Acme's nor built with Llama",
    "It used to be built with Llama", "Built with Llama (to be added)", "Built with Llama, n/a",
    "We will add 'Built with Llama'", "We'll put Built with Llama on the page", "Should say Built with Llama",
    "We plan to show the badge “Built with Llama” from May", "It must carry the words Built with Llama",
    "Built with Llama will be added with the next release", "'Built with Llama' – follows soon",
    "TODO add Built with Llama", "to do: put Built with Llama into the footer", "Please add Built with Llama",
    "This model will be built with Llama", "Built with Llama is still missing", "Built with Llama, coming in May",
    "„Built with Llama“ wird noch ergänzt", "Built with Llama folgt", "Hier soll „Built with Llama“ stehen",
    "Nous ajouterons « Built with Llama »", "« Built with Llama » sera ajouté", "Built with Llama, à ajouter",
    "Badge to add: Built with Llama", "Requirement: display Built with Llama", "Example: Built with Llama",
    "Meta requires us to display Built with Llama", "If needed: Built with Llama", "Built with Llama: in Arbeit",
    "Built with Llama, once counsel has approved", "Built with Llama where required", "Built with Llama — en cours",
    "Añadiremos Built with Llama", "Built with Llama se añadirá pronto", "Aggiungeremo Built with Llama",
    "将添加“Built with Llama”", "Built with Llama(待添加)", "Built with Llamaを追加予定",
    "Built with Llama (see ticket 42)", "Built with Llama (see issue #12)", "Built with Llama - JIRA LEG-17",
    "Built with Llama (#42)", "Built with Llama, tracked in PR 7", "ticket 42: Built with Llama",
    "Built with Llama (asked legal)", "Built with Llama (waiting for marketing)",
    "Built with Llama: owner Anna, due June",
    "Built with Llama (cf. e-mail of 3 May)", "Built with Llama (siehe Ticket 42)", "Built with Llama (in review)",
    "Built with Llama (backlog)", "Built with Llama (open)", "Built with Llama (proposal)",
    "Proposal: Built with Llama",
    "Built with Llama (under discussion)", "Built with Llama (voir ticket 42)", "Built with Llama (见工单42)",
)  # fmt: skip


@pytest.mark.parametrize("text", SHOWN)
def test_words_that_stand_whole_are_shown(text: str) -> None:
    assert shows(text, "built with llama")


@pytest.mark.parametrize("text", NOT_SHOWN)
def test_words_that_are_denied_or_go_on_are_not_shown(text: str) -> None:
    assert not shows(text, "built with llama")


def test_what_is_denied_once_and_said_once_is_shown() -> None:
    assert shows("Not built with Llama 2. Built with Llama 3", "built with llama")


@pytest.mark.parametrize(
    ("text", "owed"),
    [
        ("Kimi K2.5", "kimi k2."),
        ("Not endorsed, warranted, or guaranteed by the original right-holder", "not endorsed, warranted"),
        ("See https://coqui.ai/cpml.txt", "coqui.ai/cpml"),
        ("worldwide", "worldwide"),
    ],
)
def test_words_owed_may_begin_and_end_with_any_sign(text: str, owed: str) -> None:
    assert shows(text, owed)


@pytest.mark.parametrize("owed", ["", " ", "\n\t", "\u3000"])
@pytest.mark.parametrize("text", ["", "Built with Llama", " "])
def test_no_words_are_shown_nowhere(text: str, owed: str) -> None:
    assert not shows(text, owed)


def test_a_notice_of_any_length_is_read_once() -> None:
    with effort_below(60):
        assert not shows("not built with llama " * 20_000, "built with llama")


@pytest.mark.parametrize(
    "text",
    ["Built with Llama", "Built with Llama 3.1", "Built with Llama-3.1-8B",
     "Built with Llama 70B", "Built with Llama 3",
     "Built with Llama 2 and Llama 3.1", "Built with Llama. 2 of us wrote it"],
)  # fmt: skip
def test_words_may_be_followed_by_their_own_version_or_a_size(text: str) -> None:
    assert shows(text, "built with llama", ["3.1"])


@pytest.mark.parametrize(
    "text",
    ["Built with Llama 2", "Built with Llama-2-7b", "Built with Llama v2",
     "Built with Llama2", "Built with Llama (3.2)"],
)  # fmt: skip
def test_words_with_another_version_behind_them_are_others(text: str) -> None:
    assert not shows(text, "built with llama", ["3.1"])


@pytest.mark.parametrize(
    ("name", "prefix"),
    [("Llama", "Llama"), ("acme/llama-tutor", "Llama"), ("Llama_3-x", "Llama_3"), ("LlamaTutor-7b", "Llama"),
     ("LLaMATutor", "Llama"), ("Llama3.2-x", "Llama"), ("Llama-3-8B-x", "Llama-3"), ("glm-4v-9b", "glm-4"),
     ("Solar10B", "Solar"), ("HyperCLOVA X Tutor", "HyperCLOVA X")],
)  # fmt: skip
def test_a_name_begins_with_a_word_that_ends_there(name: str, prefix: str) -> None:
    assert begins_with(name, prefix)


@pytest.mark.parametrize(
    ("name", "prefix"),
    [("Llamada-7b", "Llama"), ("llamatutor", "Llama"), ("Tutor-Llama", "Llama"), ("Llama/tutor", "Llama"),
     ("Llama-3.1-x", "Llama-3"), ("Llama-30B", "Llama-3"), ("Llama-3b-x", "Llama-3"), ("GLM-4.5-air", "glm-4"),
     ("Solaris-7b", "Solar"), ("EXAONEs", "EXAONE"), ("HyperCLOVA Xtra", "HyperCLOVA X")],
)  # fmt: skip
def test_a_name_that_begins_with_a_longer_word_does_not(name: str, prefix: str) -> None:
    assert not begins_with(name, prefix)
