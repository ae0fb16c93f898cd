"""Cards, configurations, columns, scripts and bills of materials: what each says of upstreams, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.acquire.bom.croissant import read_croissant
from compliance.acquire.bom.cyclonedx import read_cyclonedx
from compliance.acquire.bom.spdx import read_spdx
from compliance.acquire.card import read_card
from compliance.acquire.config import format_of, read_aliases, read_config, read_gateway
from compliance.acquire.foreign import foreign_format
from compliance.acquire.found import Found
from compliance.acquire.gateway import through
from compliance.acquire.modelfile import read_modelfile
from compliance.acquire.operated.shell import read_shell, variables_of
from compliance.acquire.page.links import unmarked
from compliance.acquire.page.markdown import read_page
from compliance.acquire.prose.licence_words import licence_said, people_said
from compliance.acquire.prose.upstreams import MOST_PROSE
from compliance.acquire.rows.columns import read_columns
from compliance.acquire.tree import read_tree
from compliance.acquire.walk import TextFile
from compliance.intake.folder import prose_reader
from compliance.intake.naming.registry_words import RegistryWords
from compliance.model.declared.sighting import Mention, Sighting
from compliance.model.shapes.location import Location
from compliance.pipeline import load_packs


def silent(text: str, section: str) -> list[Mention]:
    """A reader of prose that finds nothing."""
    return []


def told(found: Found) -> list[tuple[str, str, int]]:
    return [(one.name, one.relation, one.place.line) for one in found.sightings]


CARD = """\
---
license: other
license_name: llama3.1
base_model:
  - org/base-7b
datasets: [org/rows, other/rows]
pipeline_tag: text-generation
---
# me/tuned-7b

Weights are under Apache-2.0.
"""


def test_front_matter_with_the_line_ends_of_windows_is_read() -> None:
    found = read_card(CARD.replace("\n", "\r\n"), "README.md", silent)
    assert told(found) == told(read_card(CARD, "README.md", silent))


def test_a_fence_that_begins_within_another_ends_none() -> None:
    page = read_page("```python\na = 1\n\n```python\nb = 2\n```\nAfterwards.\n", "README.md")
    assert [one.text.strip() for one in page.paragraphs] == ["Afterwards."]


def test_signs_as_wide_as_chinese_letters_are_read() -> None:
    found = read_card(
        "# 模型\n\n基座模型：Qwen2.5-7B\n", "README.md", prose_reader(RegistryWords(load_packs().registry))
    )
    assert told(found) == [("Qwen2.5-7B", "base", 3)]


def test_a_set_that_only_its_noun_tells_is_an_upstream_where_words_say_so() -> None:
    text = "# Tuned\n\nIt was fine-tuned on the Ravenna 2021 dataset, and not on the Plover dataset.\n"
    found = read_card(text, "README.md", prose_reader(RegistryWords(load_packs().registry)))
    assert [(one.name, one.kind) for one in found.sightings if one.is_lineage] == [
        ("Ravenna 2021", "dataset")
    ]


def test_front_matter_names_upstreams_with_their_lines() -> None:
    found = read_card(CARD, "README.md", silent)
    assert told(found) == [("org/base-7b", "base", 5), ("org/rows", "data", 6), ("other/rows", "data", 6)]


def test_a_card_s_licence_is_that_of_its_own_thing() -> None:
    found = read_card(CARD, "README.md", silent)
    assert [(p.kind, p.name, p.licence) for p in found.published] == [("model", "me/tuned-7b", "llama3.1")]
    assert [(s.about, s.text) for s in found.statements] == [("", "llama3.1"), ("weights", "Apache-2.0")]


@pytest.mark.parametrize(
    ("front", "kind"),
    [
        ("base_model: org/x", "model"),
        ("size_categories: [1K<n<10K]", "dataset"),
        ("source_datasets: [original, extended|org/rows]", "dataset"),
        ("license: mit", "model"),
    ],
)
def test_fields_tell_whether_it_is_a_model_s_card_or_a_set_s(front: str, kind: str) -> None:
    found = read_card(f"---\n{front}\n---\n# thing\n", "README.md", silent)
    assert [kind] == [one.kind for one in found.published]


def test_extended_sets_are_sources_and_originals_are_not() -> None:
    text = "---\nsource_datasets:\n- original\n- extended|org/rows\n---\n"
    assert told(read_card(text, "README.md", silent)) == [("org/rows", "data", 4)]


def test_the_models_that_a_space_runs_are_parts_of_it() -> None:
    card = "---\nsdk: gradio\nmodels: [org/speech-82m]\n---\n# Demo\n"
    assert told(read_card(card, "README.md", silent)) == [("org/speech-82m", "component", 3)]


def test_broken_front_matter_is_told_and_the_prose_still_read() -> None:
    found = read_card("---\na: [b\n---\n# T\n\nUnder MIT License.\n", "README.md", silent)
    assert [one.what.split(":")[0] for one in found.lost] == ["front matter cannot be read"]
    assert [one.text for one in found.statements] == ["MIT"]


def test_prose_keeps_its_place_and_code_is_no_prose() -> None:
    page = read_page(
        "# T\n\nOne **two**\nthree.\n\n```\nGPT-4\n```\n\n## Data\n- item\n\n| a | b |\n|---|---|\n", "R.md"
    )
    assert (page.title, page.title_line) == ("T", 1)
    expected = [("One two three.", "T", 3), ("- item", "Data", 11), ("a : b", "Data", 13)]
    shown = [
        (" ".join(p.text.split()), p.section, page.lines.location(p.start).line) for p in page.paragraphs
    ]
    assert expected == shown
    assert [code for code, _ in page.code] == ["GPT-4\n"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("of [this set](https://huggingface.co/datasets/org/rows) alone", "of hf.co/datasets/org/rows alone"),
        ("of [it](https://huggingface.co/datasets/org/rows-2) alone", "of hf.co/datasets/org/rows-2 alone"),
        ("of [C4](https://huggingface.co/datasets/c4) alone", "of hf.co/datasets/c4 alone"),
        ("the [hub](https://huggingface.co/models?search=x)", "the hub"),
        ("a [post](https://huggingface.co/blog/name)", "a post"),
        ("the [Heron model card](https://huggingface.co/org/heron-7b)", "the org/heron-7b model card"),
        ("![x](y.png) **bold** <b>tag</b>", "bold tag"),
    ],
)
def test_a_link_to_a_hub_is_the_name_that_it_links_to(text: str, expected: str) -> None:
    shown = unmarked(text)
    assert (" ".join(shown.split()), len(shown)) == (expected, len(text))


@pytest.mark.parametrize(("caption", "read"), [("Use with Heron-7B", 0), ("Why did you use Heron-7B?", 1)])
def test_a_caption_of_what_folds_away_is_no_prose_unless_it_asks(caption: str, read: int) -> None:
    page = read_page(f"# T\n\n<details>\n\n<summary><b>{caption}</b></summary>\n\n</details>\n", "R.md")
    assert len([one for one in page.paragraphs if "Heron" in one.text]) == read


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "## Audio\n| key | Upstream corpus |\n|---|---|\n| a | [x](https://hf.co/datasets/acme/speech-x) |",
            "data",
        ),
        ("## Runs\n| Run | Base model | lr |\n|---|---|---|\n| 1 | acme/base-7b | 2e-5 |", "base"),
        (
            "## Steps\n| Model | Role | Cost |\n|---|---|---|\n| acme/big-70b | Teacher for traces | 3 |",
            "generated-by",
        ),
        ("## Steps\n| Split | Judge | n |\n|---|---|---|\n| hard | acme/big-70b | 3 |", "judged-by"),
        (
            "It is a merge of:\n\n| Source | Weight | Note |\n|---|---|---|\n| acme/one-7b | 0.5 | calm |",
            "base",
        ),
        (
            "## Results\n| Split | Base model | n |\n|---|---|---|\n| hard | acme/big-70b | 3 |",
            "compared-with",
        ),
        ("## Sizes\n| Model | Layers | n |\n|---|---|---|\n| acme/big-70b | 80 | 3 |", "compared-with"),
    ],
)
def test_the_header_of_a_table_says_what_stands_in_its_columns(table: str, expected: str) -> None:
    read = prose_reader(RegistryWords(load_packs().registry))
    assert {one.relation for one in read_card(f"# Work\n\n{table}\n", "README.md", read).sightings} == {
        expected
    }


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("`source` | string | by hand, or GPT-4.1-mini", {"generated-by"}),
        ("`judge` | string | for instance GPT-4.1-mini", {"judged-by"}),
        ("`text` | string | what GPT-4.1-mini got", {"none"}),
    ],
)
def test_a_field_of_rows_says_what_a_model_in_its_description_was_for(row: str, expected: set[str]) -> None:
    table = f"| Field | Type | Description |\n|---|---|---|\n| {row} |"
    read = prose_reader(RegistryWords(load_packs().registry))
    assert {
        one.relation for one in read_card(f"# Rows\n\n{table}\n", "README.md", read).sightings
    } == expected


def test_a_column_that_tells_of_a_row_s_thing_holds_no_further_one() -> None:
    table = "| Dataset | Domain |\n|---|---|\n| Common Voice | Narrated Wikipedia | x |"
    read = prose_reader(RegistryWords(load_packs().registry))
    found = read_card(f"# Work\n\n## Data\n\nIt was trained on:\n\n{table}\n", "README.md", read)
    assert {one.name for one in found.sightings if one.is_lineage} == {"Common Voice"}


def test_lists_of_references_are_no_prose() -> None:
    page = read_page(
        "# T\n\n[3]: Sanh et al. DistilBERT, a distilled version of BERT.\n\nIt reads pages.\n", "R.md"
    )
    assert [" ".join(one.text.split()) for one in page.paragraphs] == ["It reads pages."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Weights and code are under Apache-2.0.", {("weights", "Apache-2.0"), ("code", "Apache-2.0")}),
        ("The data may be used for non-commercial purposes.", {("data", "non-commercial")}),
        ("CC BY 4.0.", {("", "CC BY 4.0")}),
        ("The base model is not under Apache-2.0.", set()),
        ("We like mittens.", set()),
    ],
)  # fmt: skip
def test_prose_says_what_is_under_which_licence(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected == {(about, licence) for about, licence, _ in licence_said(text)}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Answers were written in-house by our support team.", ["people-wrote"]),
        ("Volunteers wrote the larger part.", ["people-wrote"]),
        ("It has 6,000 sentences that we wrote for rare intents.", ["people-wrote"]),
        ("We wrote all 300 questions ourselves.", ["people-wrote"]),
        ("Our two editors wrote the captions.", ["people-wrote"]),
        ("We wrote the scripts ourselves.", []),
        ("The model wrote the captions.", []),
        ("Have third parties imposed restrictions? No.", ["no-restrictions"]),
        ("Answers were written by a model.", []),
    ],
)
def test_prose_says_that_people_wrote_or_nobody_limits(text: str, kinds: list[str]) -> None:
    assert kinds == [kind for kind, _ in people_said(text)]


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("base_model: org/b\ndatasets:\n  - path: org/d\n    type: x\ntest_datasets:\n  - path: org/t\n", "axolotl",
         [("org/b", "base", 1), ("org/d", "data", 3), ("org/t", "none", 6)]),
        ("model_name_or_path: org/b\ndataset_mixer:\n  org/d: 1.0\n  org/e: 0.5\ndataset_splits: [a]\n",
         "alignment-handbook", [("org/b", "base", 1), ("org/d", "data", 3), ("org/e", "data", 4)]),
        ("dataset_mixer_list: [org/d, 1.0, org/e, 1.0]\nmodel_name_or_path: org/b\n", "open-instruct",
         [("org/d", "data", 1), ("org/e", "data", 1), ("org/b", "base", 2)]),
        ("model_name_or_path: org/b\ndataset_mixture:\n  datasets:\n    - id: org/d\n      weight: 0.5\n", "trl",
         [("org/b", "base", 1), ("org/d", "data", 4)]),
        ("merge_method: slerp\nslices:\n  - sources:\n      - model: org/a\n      - model: org/b\nbase_model: org/a\n",
         "mergekit", [("org/a", "base", 4), ("org/b", "base", 5), ("org/a", "base", 6)]),
        ("peft_type: LORA\nbase_model_name_or_path: org/b\n", "adapter-config", [("org/b", "base", 2)]),
        ("model_name_or_path: saves/sft\ntemplate: qwen3\nreward_model: org/r\n",
         "llama-factory", [("org/r", "judged-by", 3)]),
    ],
)  # fmt: skip
def test_configurations_name_weights_and_rows(
    text: str, known: str, expected: list[tuple[str, str, int]]
) -> None:
    tree = read_tree(text, False)
    assert known == format_of(tree)
    assert expected == told(read_config(tree, "c.yaml"))


def test_an_alias_of_a_data_set_stands_for_what_dataset_info_says_with_its_share() -> None:
    info = '{"mix": {"hf_hub_url": "org/rows"}, "own": {"file_name": "own.json"}, "idle": {"hf_hub_url": "org/idle"}}'
    aliases = read_aliases(read_tree(info, True), "data/dataset_info.json")
    text = "stage: sft\nfinetuning_type: full\ndataset: own,mix\ninterleave_probs: 0.75,0.25\n"
    found = read_config(read_tree(text, False), "sft.yaml", aliases)
    shown = {(one.name, one.share) for one in found.sightings}
    assert {("org/rows", 0.25), ("own.json", 0.75)} == shown


def test_a_gateway_s_names_stand_for_what_it_serves() -> None:
    text = (
        "model_list:\n- model_name: big\n  litellm_params: {model: azure/x, api_base: https://me.openai.azure.com}\n"
        "  model_info: {base_model: azure/gpt-4.1-2025-04-14}\n"
        "- model_name: weak\n  litellm_params: {model: huggingface/org/w, api_base: http://own:80}\n"
    )
    gateway = read_gateway(read_tree(text, False), "g.yaml")
    calls = [
        Sighting(name, "generated-by", Location("a.py", 1, 1), "code", "model of c()")
        for name in ("big", "weak", "other")
    ]
    expected = {("azure/gpt-4.1-2025-04-14", None), ("org/w", "model"), ("other", None)}
    assert expected == {(one.name, one.kind) for one in through(calls, gateway)}


def test_columns_tell_who_wrote_judged_and_licensed_rows() -> None:
    text = (
        '{"id": 1, "meta": {"generator": "gpt-4o"}, "judge": "j-1", "license": "cc-by-4.0", "text": "model: gpt-3"}\n'
        '{"id": 2, "meta": {"generator": "human"}, "judge": "j-1", "license": "cc-by-4.0"}\nnot json\n'
    )
    found = read_columns(TextFile(Path("rows.jsonl"), "data/rows.jsonl", text))
    assert told(found) == [("gpt-4o", "generated-by", 1), ("j-1", "judged-by", 1)]
    assert [(one.about, one.text) for one in found.statements] == [("rows", "cc-by-4.0")]


def test_columns_of_scores_are_no_upstreams() -> None:
    text = '[\n{"model": "gpt-4o", "score": 8},\n{"model": "org/ours", "score": 7}\n]'
    found = read_columns(TextFile(Path("scores.json"), "eval/scores.json", text))
    assert told(found) == [("gpt-4o", "none", 2), ("org/ours", "none", 3)]


def test_a_column_of_many_values_is_no_column_of_models() -> None:
    text = "model,text\n" + "".join(f"m{n},x\n" for n in range(60))
    assert told(read_columns(TextFile(Path("rows.csv"), "rows.csv", text))) == []


def test_scripts_give_variables_and_name_models_on_command_lines() -> None:
    text = 'export T="${T:-gpt-4}"\nBASE=org/b\ntrain --model_name_or_path $BASE --dataset_name org/d # --x org/x\n'
    assert {k: v[0][0] for k, v in variables_of(text, "run.sh").items()} == {"T": "gpt-4", "BASE": "org/b"}
    assert told(read_shell(text, "run.sh")) == [("org/b", "base", 3), ("org/d", "data", 3)]


def test_scripts_fetch_and_serve() -> None:
    text = (
        "huggingface-cli download org/rows --repo-type dataset\nhf download org/w --local-dir w\n"
        "git clone https://huggingface.co/org/v.git\nvllm serve org/t\nollama pull llama3.1:8b\n"
    )
    expected = [
        ("org/rows", "data", 1), ("org/w", "unknown-use", 2), ("org/v", "unknown-use", 3), ("org/t", "generated-by", 4),
        ("llama3.1:8b", "generated-by", 5),
    ]  # fmt: skip
    assert told(read_shell(text, "run.sh")) == expected


def test_a_modelfile_names_base_and_adapter() -> None:
    text = "# x\nFROM llama3.1:8b\nADAPTER ./lora.gguf\nADAPTER org/lora\n"
    assert told(read_modelfile(text, "Modelfile")) == [("llama3.1:8b", "base", 2), ("org/lora", "adapter", 4)]


def test_cyclonedx_names_data_and_ancestors() -> None:
    bom = """{"bomFormat": "CycloneDX", "components": [
      {"type": "machine-learning-model", "group": "me", "name": "m", "licenses": [{"license": {"id": "MIT"}}],
       "pedigree": {"ancestors": [{"type": "machine-learning-model", "name": "org/b"}]},
       "modelCard": {"modelParameters": {"datasets": [{"ref": "d1"}, {"type": "dataset", "name": "org/e"}]},
                     "considerations": {}}},
      {"type": "data", "bom-ref": "d1", "name": "org/d"}]}"""
    tree = read_tree(bom, True)
    found = read_cyclonedx(tree, "bom.json", silent)
    assert foreign_format(tree) == "cyclonedx"
    assert {("org/d", "data", 6), ("org/e", "data", 4), ("org/b", "base", 3)} == set(told(found))
    assert [(one.name, one.licence) for one in found.published] == [("me/m", "MIT")]
    assert [one.what for one in found.lost] == ["modelCard.considerations has no place here"]


def test_spdx_relationships_make_upstreams_and_licences() -> None:
    graph = """{"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
      {"type": "ai_AIPackage", "spdxId": "m", "name": "me/m"},
      {"type": "dataset_DatasetPackage", "spdxId": "d", "name": "org/d"},
      {"type": "ai_AIPackage", "spdxId": "b", "name": "org/b"},
      {"type": "simplelicensing_LicenseExpression", "spdxId": "l", "simplelicensing_licenseExpression": "MIT"},
      {"type": "Relationship", "spdxId": "r1", "relationshipType": "trainedOn", "from": "m", "to": ["d"]},
      {"type": "Relationship", "spdxId": "r2", "relationshipType": "ancestorOf", "from": "b", "to": ["m"]},
      {"type": "Relationship", "spdxId": "r3", "relationshipType": "hasDeclaredLicense", "from": "m", "to": ["l"]}]}"""
    tree = read_tree(graph, True)
    found = read_spdx(tree, "s.json", silent)
    assert foreign_format(tree) == "spdx"
    assert {("org/d", "data", 3), ("org/b", "base", 4)} == set(told(found))
    assert [(one.name, one.licence) for one in found.published] == [("me/m", "MIT")]


def test_croissant_names_sources_tools_and_agents() -> None:
    text = """{"@context": {"cr": "x"}, "@type": "sc:Dataset", "conformsTo": "http://mlcommons.org/croissant/1.1",
      "name": "rows", "url": "https://huggingface.co/datasets/me/rows",
      "license": "https://choosealicense.com/licenses/odc-by/",
      "isBasedOn": ["https://huggingface.co/datasets/org/d"],
      "rai:machineAnnotationTools": ["org/c"], "rai:dataBiases": "none",
      "prov:wasGeneratedBy": {"prov:description": "Answers", "prov:wasAssociatedWith":
        {"@type": "prov:SoftwareAgent", "name": "gpt-4o"}}}"""
    tree = read_tree(text, True)
    found = read_croissant(tree, "c.json", silent)
    assert foreign_format(tree) == "croissant"
    assert told(found) == [("org/d", "data", 4), ("org/c", "filtered-by", 5), ("gpt-4o", "generated-by", 7)]
    assert [(one.name, one.licence) for one in found.published] == [("me/rows", "odc-by")]
    assert [one.what for one in found.lost] == ["rai:dataBiases has no place here"]


@pytest.mark.parametrize(
    ("heading", "relation"),
    [("Training Data", "data"), ("Datasets", "data"), ("Data mixture", "data"), ("Results", "compared-with"),
     ("Evaluation data", "compared-with")],
)  # fmt: skip
def test_a_table_lists_what_went_in_where_its_heading_says_so(heading: str, relation: str) -> None:
    def reader(text: str, section: str) -> list[Mention]:
        at = text.find("org/rows-1")
        return [Mention("org/rows-1", at, at + 10, "none")] if at >= 0 else []

    text = f"# T\n\n## {heading}\n\n| Source | Pairs | Language |\n|---|---|---|\n| org/rows-1 | 4 | en |\n"
    assert [relation] == [one.relation for one in read_card(text, "README.md", reader).sightings]


@pytest.mark.parametrize(
    ("row", "relation"),
    [("| org/rows-1 | train | Training and a first test |", "data"),
     ("| org/rows-1 | test | Last test |", "compared-with")],
)  # fmt: skip
def test_a_row_about_data_says_by_its_own_words_whether_it_went_in(row: str, relation: str) -> None:
    def reader(text: str, section: str) -> list[Mention]:
        at = text.find("org/rows-1")
        return [Mention("org/rows-1", at, at + 10, "none")] if at >= 0 else []

    text = f"# T\n\n## Data pipeline\n\n| Set | Split | Role |\n|---|---|---|\n{row}\n"
    assert [relation] == [one.relation for one in read_card(text, "README.md", reader).sightings]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("It is the union of two sets:\n\n- [a](https://huggingface.co/datasets/org/rows-1)\n", "data"),
        (
            "Para entrenar usamos los siguientes datasets:\n- [a](https://huggingface.co/datasets/org/rows-1)\n",
            "data",
        ),
        ("We fine-tuned two models:\n1. org/rows-1\n", "base"),
        ("It beats the following models:\n* `org/rows-1`\n", "compared-with"),
        ("It is the union of two sets:\n\n- see org/rows-1\n", "none"),
        ("It is the union of two sets:\n\n- x\n\nDone.\n\n- org/rows-1\n", "none"),
        ("It is the union of two sets:\n\n## Next\n\n- org/rows-1\n", "none"),
    ],
)
def test_a_name_that_begins_an_item_gets_what_the_words_before_the_list_say(text: str, relation: str) -> None:
    read = prose_reader(RegistryWords(load_packs().registry))
    told = [one.relation for one in read_card(f"# T\n\n{text}", "README.md", read).sightings]
    assert [relation] == told


def test_a_split_behind_the_name_of_a_set_and_a_typeset_dash_are_no_part_of_it() -> None:
    read = prose_reader(RegistryWords(load_packs().registry))
    text = "# T\n\nTrained on `org/rows-1:train`. It is a fine-tune of **LLaMA 2–7B**.\n"
    assert [one.name for one in read_card(text, "R.md", read).sightings] == ["org/rows-1", "LLaMA 2-7B"]


def test_of_a_paragraph_beyond_reason_only_the_beginning_is_read() -> None:
    lengths: list[int] = []

    def reader(text: str, section: str) -> list[Mention]:
        lengths.append(len(text))
        return []

    found = read_card(f"# T\n\n{'GPT-4 ' * 50_000}\n", "README.md", reader)
    assert (lengths, [one.place.line for one in found.lost]) == ([MOST_PROSE], [3])


def test_a_row_of_results_with_one_number_is_compared_and_a_row_of_sources_is_read() -> None:
    page = "## Baselines\n\n| model | WER |\n|---|---|\n| kite/reed, tuned on it | 31.4 |\n\n## Data\n\n"
    page += "| set | rows |\n|---|---|\n| kite/rows | 52,002 |\n"
    assert [one.is_cell for one in read_page(page, "README.md").paragraphs if "kite/" in one.text] == [
        True,
        False,
    ]
