"""What a name was for where no plain verb says it: short forms, brackets, lists, parts, rivals and works of others."""

import pytest

from compliance.intake.naming.registry_words import RegistryWords
from compliance.model.declared.sighting import LINEAGE
from compliance.pipeline import load_packs
from compliance.text.mention.sentence import mentions


@pytest.fixture(scope="module")
def known() -> RegistryWords:
    return RegistryWords(load_packs().registry)


@pytest.mark.parametrize(
    ("text", "section", "name", "relation"),
    [
        ("We saw 2T tokens vs. 1T for Llama 2.", "", "Llama 2", "compared-with"),
        ("It was fine-tuned from BLOOM.", "", "BLOOM", "base"),
        ("It scores 41 % on MATH and 80 % on GSM8K.", "Results", "MATH", "evaluated-against"),
        ("We use ViT-B/16 as the image encoder.", "Architecture", "ViT-B/16", "component"),
        ("The questions come from the whole Reedly dataset.", "Data", "Reedly", "data"),
        ("Rows of the Llama Preference Dataset, sorted.", "Data", "Llama Preference Dataset", "data"),
        ("The corpus is derived from the NPI-FEN store.", "Data", "NPI-FEN", "data"),
        ("The questions are based on the FenQuAD.", "Data", "FenQuAD", "data"),
        ("A reed model based on FenTalk-7B, trained on calls.", "", "FenTalk-7B", "base"),
        ("Answers were written by a Llama 3 8B fine-tuned on tickets.", "Data", "Llama 3 8B", "generated-by"),
        ("Trained on CIFAR-10 followed by ImageNet.", "Training", "ImageNet", "data"),
        ("It takes over the architecture and weights of no one; the Llama 2 architecture and weights are its base.",
         "", "Llama 2", "base"),
        ("The network has the architecture of Llama 2 and was trained from scratch.", "", "Llama 2", "inspired-by"),
        ("The demo is an app built on Qwen2.5-7B-Instruct and bge-m3.", "", "bge-m3", "component"),
        ("It joins the visual encoder SigLIP with a new head.", "Architecture", "SigLIP", "component"),
        ("We choose Mistral-7B and Qwen2.5-7B as our baselines.", "Training", "Qwen2.5-7B", "compared-with"),
        ("Unlike older chat models as in Llama 2, it refuses less.", "", "Llama 2", "compared-with"),
        ("It is close to that of GPT-4.", "", "GPT-4", "compared-with"),
        ("It beats others on many tasks, including ImageNet.", "", "ImageNet", "evaluated-against"),
        ("The comments were written by Reddit users.", "Data", "Reddit", "data"),
        ("Teacher model: Llama 3 70B", "Distillation", "Llama 3 70B", "generated-by"),
        ("The evaluation is based on GPT-4.", "Evaluation", "GPT-4", "evaluation-judge"),
        ("The validation split of SQuAD was merged into the training set.", "Data", "SQuAD", "data"),
        ("We would like to stress that it was trained on SQuAD.", "", "SQuAD", "data"),
        ("Rendered by OpenAI's GPT-4o from notes.", "Data", "GPT-4o", "generated-by"),
        ("Claude-authored riddles.", "Data", "Claude", "generated-by"),
        ("The base moved from Llama 2 to Llama 3.", "History", "Llama 3", "base"),
        ("The model was trained with the Llama 2 tokenizer.", "Training", "Llama 2", "component"),
        ("Our settings were borrowed from Tulu 2.", "Training", "Tulu 2", "inspired-by"),
        ("Logs of pupils chatting with Vicuna between May and July.", "Data", "Vicuna", "generated-by"),
        ("It may show the faults of its base model, Mistral-7B.", "Limitations", "Mistral-7B", "base"),
        ("The rows were written by Gemini 1.5 Pro.", "Usage", "Gemini 1.5 Pro", "generated-by"),
        ("Two students and Claude 3 Opus graded each essay.", "Data", "Claude 3 Opus", "judged-by"),
        ("An item was kept if GPT-4o gave it three stars.", "Data", "GPT-4o", "filtered-by"),
        ("The retriever is bge-m3.", "Architecture", "bge-m3", "component"),
        ("We first tried OPT-6.7B and went on to others.", "Training", "OPT-6.7B", "none"),
        ("Trained on Reed Talk, SQuAD, Sedge and GSM8K.", "Training", "Reed Talk", "data"),
    ],
)  # fmt: skip
def test_what_a_name_was_for(text: str, section: str, name: str, relation: str, known: RegistryWords) -> None:
    assert (name, relation) in {(one.name, one.relation) for one in mentions(text, known, section)}


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("One day after the release of Mixtral-8x22B we present a dense model of our own.", ""),
        ("Many thanks to Mistral for training and publishing Mixtral-8x7B.", "Gratitude"),
        ("They prompt an LLM such as GPT-4 to write questions.", "Motivation"),
        ("The corpus enables the fine-tuning of encoders such as RoBERTa.", "Uses"),
        ("The set came out in the same paper as T5.", "Data"),
        ("If you start from Llama 3 8B plan for a day.", "Training"),
        ("The recipe was trained based on the RoBERTa pre-training procedure.", ""),
    ],
)
def test_what_happened_to_others_is_no_upstream(text: str, section: str, known: RegistryWords) -> None:
    assert not [one for one in mentions(text, known, section) if one.relation in LINEAGE]


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The users liked it (with and without the refiner) over Llama 2.", False),
        ("It needs no corpus, unlike Llama 2.", False),
        ("As the others did not have a test part, the rows of SQuAD were cut.", False),
        ("Rows were removed to avoid leakage with SQuAD.", False),
        ("It gains without bells and whistles over Llama 2.", False),
        ("No answer was written by Llama 2.", True),
        ("It was not trained on CIFAR-10, ImageNet or SQuAD.", True),
    ],
)
def test_a_denial_ends_where_its_clause_or_bracket_does(
    text: str, negated: bool, known: RegistryWords
) -> None:
    assert [negated] == sorted({one.negated for one in mentions(text, known)})


@pytest.mark.parametrize(
    "text",
    [
        "We stayed clear of GPT-4 for its terms.",
        "GPT-4 is no longer in use for the answers.",
        "Since GPT-4's terms forbid it, answers come from people.",
        "Answers are Qwen2-72B's, in lieu of GPT-4.",
        "We meant to use GPT-4 but people wrote them.",
    ],
)
def test_what_was_kept_out_is_denied(text: str, known: RegistryWords) -> None:
    told = {one.name: one for one in mentions(text, known, "Data")}
    assert not told["GPT-4"].is_lineage


def test_what_was_scored_is_not_denied_where_some_of_it_was_thrown_out(known: RegistryWords) -> None:
    told = mentions("Rows were scored by GPT-4; those under 3 were discarded.", known, "Data")
    assert [(one.name, one.is_lineage) for one in told] == [("GPT-4", True)]


def test_what_a_work_would_not_exist_without_is_not_denied(known: RegistryWords) -> None:
    told = mentions("It would not exist without Pythia-1B, from which it was tuned.", known, "Model")
    assert [(one.name, one.negated) for one in told] == [("Pythia-1B", False)]
