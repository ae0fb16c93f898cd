"""What ids, titles, fields of a service and developers tell of somebody else's work is asked about."""

from __future__ import annotations

import pytest

from tests.probes.test_sentences import code

TITLE = "title: Tune for meadows"
ORIGIN = 'origin: own, documented: {where: "README, Data", generators: none}'


@pytest.mark.parametrize(
    "called",
    ["id: claude-distill", "id: helpdesk-gemini", "id: sharegpt-tune", "id: moor-from-llama, title: A tune"],
)
def test_the_id_of_a_project_with_one_release_is_read_as_a_name(called: str) -> None:
    assert code(("id: words, title: Tune for meadows", called)) == 1


@pytest.mark.parametrize("called", ["claude-distill", "gpt4o-tune", "llama-inside"])
def test_the_id_of_a_release_is_too(called: str) -> None:
    assert code(("{artifact: tuned,", f"{{id: {called}, artifact: tuned,")) == 1


@pytest.mark.parametrize(
    "title",
    ["Help desk over Gemini", "Assistant on Azure OpenAI", "Our copilot, Llama inside", "GPT-4o help desk"],
)
def test_titles_are_read_as_names(title: str) -> None:
    assert code((TITLE, f'title: "{title}"')) == 1


@pytest.mark.parametrize(
    "title",
    [
        "Better than Claude",
        "Moor vs GPT-4o",
        "A benchmark of GPT-4o",
        "SmolLM2 for meadows",
        "Research on Claude",
    ],
)
def test_titles_that_compare_or_are_about_it_are_not(title: str) -> None:
    assert code((TITLE, f'title: "{title}"')) == 0


@pytest.mark.parametrize("developer", ["Reddit", "stackoverflow.com", "r/AskScience", "Anthropic", "YouTube"])
def test_a_site_or_a_house_of_models_is_nobody_of_the_people_who_wrote_rows(developer: str) -> None:
    assert code((ORIGIN, f"license: CC0-1.0, origin: people, developer: {developer}")) == 1


@pytest.mark.parametrize("developer", ["Meadow volunteers", "Anna Meier", "University of Basel"])
def test_people_of_any_other_house_may_have_written_them(developer: str) -> None:
    assert code((ORIGIN, f"license: CC0-1.0, origin: people, developer: {developer}")) == 0


@pytest.mark.parametrize(
    "where",
    [
        "the Alpaca recipe", "scraper/README.md", "contract with a broker", "docs/licence-pending.md",
        "data/raw/sharegpt_clean.json", "https://huggingface.co/datasets/wren/tides", "prompts/system.txt",
        "https://www.kaggle.com/datasets/wren/tides", "handed over by the previous owner", "interview with Anna",
    ],
)  # fmt: skip
def test_a_sentence_or_the_page_of_another_set_documents_no_making(where: str) -> None:
    assert code(("README, Data", where)) == 1


@pytest.mark.parametrize(
    "where",
    [
        "its paper, section 3", "docs/rows.md", "arXiv 2501.01234, table 2", "lab book 4, pages 12-30",
        "https://meadow.example/rows", "https://huggingface.co/datasets/meadow/questions", "our wiki, page 5",
        "written by our own staff in 2024", "Bericht, Seite 4",
    ],
)  # fmt: skip
def test_a_place_does(where: str) -> None:
    assert code(("README, Data", where)) == 0


@pytest.mark.parametrize("revision", ["CC-MAIN-2024-10", "wren/tides@main", "snapshot of the old bot"])
def test_a_revision_of_own_rows_that_is_no_version_is_a_note(revision: str) -> None:
    assert code((ORIGIN, f'license: CC0-1.0, origin: own, revision: "{revision}"')) == 1


@pytest.mark.parametrize("revision", ["v1.2", "d149729", "2025-03", "main", "draft 3", "12 May 2024"])
def test_versions_commits_and_days_are_none(revision: str) -> None:
    assert code((ORIGIN, f'license: CC0-1.0, origin: own, revision: "{revision}"')) == 0


@pytest.mark.parametrize(("licence", "exit_code"), [("CC-BY-NC-4.0", 1), ("CC-BY-SA-4.0", 1), ("CC0-1.0", 0)])
def test_what_is_said_of_the_data_of_weights_is_held_against_what_they_were_trained_on(
    licence: str, exit_code: int
) -> None:
    said = (
        f"{{kind: model, name: meadow/tuned, statements: [{{license: {licence}, where: card, about: data}}],"
    )
    assert code(("{kind: model, name: meadow/tuned,", said)) == exit_code
