"""Names that nothing knows, or that are written like common words, by the words that stand before them."""

import pytest

from compliance.intake.naming.registry_words import RegistryWords
from compliance.model.declared.sighting import LINEAGE
from compliance.pipeline import load_packs
from compliance.text.mention.sentence import mentions


@pytest.fixture(scope="module")
def known() -> RegistryWords:
    return RegistryWords(load_packs().registry)


@pytest.mark.parametrize(
    ("text", "name", "relation"),
    [
        ("It was fine-tuned from FenBert-unpaired on our rows.", "FenBert-unpaired", "base"),
        ("The encoder was initialised from the pre-trained MarshNet2 weights.", "MarshNet2", "base"),
        ("The model learns from paired sequences; using sequences from the Reed Sequence Bank.",
         "Reed Sequence Bank", "data"),
        ("We trained on 3M pairs from the Fen Bird Archive.", "Fen Bird Archive", "data"),
        ("A BART model finetuned on xsum.", "xsum", "data"),
        ("The checkpoint was trained on squad, then pruned.", "squad", "data"),
        ("An assistant made by fine-tuning LLaMA/Vicuna on our rows.", "Vicuna", "base"),
        ("An assistant made by fine-tuning LLaMA/Vicuna on our rows.", "LLaMA", "base"),
        ("It is tuned on GPT-generated instructions.", "GPT", "generated-by"),
        ("A finetune of stable diffusion that draws reeds.", "stable diffusion", "base"),
        ("A fine-tuned llama 2 model for reeds.", "llama 2", "base"),
        ("Its features are aligned with a frozen FenVit2 teacher.", "FenVit2", "generated-by"),
        ("It was trained on the FenProt database of sequences.", "FenProt", "data"),
        ("A fine-tuned version of fen/bert-1 on an ABCD 2018 dataset.", "ABCD 2018", "data"),
        ("Principal sources: FenVoices (37 h), ReedTalk 5 and 6 (8 h), own calls (4 h), Bogs (2 h).", "Bogs", "data"),
        ("Rows were made with a tool from 15% of the May 2022 Common Crawl snapshot.", "Common Crawl", "data"),
        ("Pretraining Stage: FEN-55K, 1 epoch", "FEN-55K", "data"),
        ("It was pre-trained on FEN-DOC (Fen et al., 2019), a set of pages.", "FEN-DOC", "data"),
        ("Trained on Reed Bank (Reed, 2020), Marsh (Ma, 2021) and FenTalk (Li, 2022).", "FenTalk", "data"),
        ("Trained on Conceptual Reeds, an image-text dataset.", "Conceptual Reeds", "data"),
        ("The posts were scraped from Fenboard, Reedit and Bogwatch.", "Bogwatch", "data"),
        ("A corpus of posts and comments from Fenboard and Reedit.", "Reedit", "data"),
        ("A textual inversion for SD 2.x that draws reeds.", "SD 2.x", "base"),
        ("A LoRA for reeds, trained on images from midjourney.", "midjourney", "generated-by"),
        ("The rows went through quality filtering with GPT-4-mini.", "GPT-4-mini", "filtered-by"),
        ("The pipeline fine-tunes OpenAI’s Whisper model on 20 hours.", "Whisper", "base"),
        ("Model weights were initialized from the FenTalk2 model made available there.", "FenTalk2", "base"),
        ("This is a random subset of the hf.co/datasets/fen/reeds corpus.", "fen/reeds", "data"),
        ("It takes Llama 3 8B and fine-tunes it on the fen/reeds-1 dataset.", "fen/reeds-1", "data"),
        ("This model takes Llama 3 8B and fine-tunes it on reeds.", "Llama 3 8B", "base"),
        ("The foundation model is Mistral-7B from Mistral.", "Mistral-7B", "base"),
        ("We tune on the basis of the pre-trained model fen/bert_L-12.", "fen/bert_L-12", "base"),
        ("It is a specialised adaptation of the fen team's FenTalk-7B model.", "FenTalk-7B", "base"),
        ("A chat model finetuned on top of fen/marsh-1.1B-step-50k.", "fen/marsh-1.1B-step-50k", "base"),
        ("This is the patched version of the original model: hf.co/fen/reed-13b-128k", "fen/reed-13b-128k", "base"),
        ("The decoder was finetuned from the original fen-f8 autoencoder.", "fen-f8", "base"),
        ("Converted from a checkpoint found in the official Google BERT repository.", "BERT", "base"),
        ("hf.co/fen/reed-small exported to the ONNX format.", "fen/reed-small", "base"),
        ("This is a RoBERTa-base model trained on tweets and finetuned for irony.", "RoBERTa-base", "base"),
        ("We used Fen-120B, which plays roles well, to score each pair.", "Fen-120B", "judged-by"),
        ("We used Fen-120B, which is good at it, to write each answer.", "Fen-120B", "generated-by"),
        ("FenInference is used as training data.", "FenInference", "data"),
        ("Finetuned for finding birds with the FenEval benchmark.", "FenEval", "data"),
        ("- Dataset used in the notebook: FU X-Reed reports and images.", "FU X-Reed", "data"),
        ("The texts were extracted from fentrials.gov, the largest register.", "fentrials.gov", "data"),
        ("Notes scraped from fensamples.com", "fensamples.com", "data"),
        ("It is a distilled version of the larger Llama-3.1-405B-Instruct model.", "Llama-3.1-405B-Instruct",
         "generated-by"),
    ],
)  # fmt: skip
def test_the_words_before_a_name_tell_that_it_is_one(
    text: str, name: str, relation: str, known: RegistryWords
) -> None:
    assert (name, relation) in {(one.name, one.relation) for one in mentions(text, known)}


@pytest.mark.parametrize(
    "text",
    [
        "It was fine-tuned from scratch.",
        "It is based on phi and built on solar power.",
        "We show the text in the public domain/CC0.",
        "It leaves out repetitive/non-informative lines.",
        "An adapter for SDXL-related models.",
        "It was derived from English and French texts.",
        "It was trained on code, and tuned on chat.",
        "We trained with the Adam optimiser on pages of the United Kingdom.",
        "The train/test split is 80/20, and input/output pairs are kept.",
        "It was converted to PyTorch from the original JAX checkpoints.",
        "Images were made with Clip skip 2 and Hires Fix.",
        "The set holds hand-written/machine-checked rows, and X-rated/NFSW content.",
        "It is fine-tuned/tweaked to tell reeds from rushes.",
        "It was pretrained on TPUv3 (Jouppi et al., 2017) and on A100 (Nvidia, 2020).",
        "Pages were crawled from German sites and from English ones.",
    ],
)
def test_common_words_are_no_names(text: str, known: RegistryWords) -> None:
    assert [one.name for one in mentions(text, known)] == []


@pytest.mark.parametrize(
    ("section", "text", "name"),
    [
        ("", "Heron is the private ChatGPT alternative.", "ChatGPT"),
        ("", "An open GPT-4 competitor from the fens.", "GPT-4"),
        ("", "Nobody can tell how GPT-Neo will respond to such prompts.", "GPT-Neo"),
        ("", "It was trained on C4, sometimes referred to as the Colossal corpus.", "Colossal"),
        ("Next Steps", "Proceed to phase 1 and train Llama-3.2-8B on these rows.", "Llama-3.2-8B"),
        ("Future work", "Fine-tune Mistral-7B on these rows.", "Mistral-7B"),
        ("", "The autoencoder was originally trained on OpenImages.", "OpenImages"),
        (
            "",
            "The underlying fen-MiniLM model was made by Fen and was distilled from XLM-RoBERTa-large.",
            "XLM-RoBERTa-large",
        ),
        ("", "Vicuna v1.5 is fine-tuned from other weights.", "Vicuna v1.5"),
        ("", "More tuning on open instructions yields Llama-3-Reed-8B.", "Llama-3-Reed-8B"),
    ],
)
def test_what_is_rivalled_planned_or_called_otherwise_is_no_upstream(
    section: str, text: str, name: str, known: RegistryWords
) -> None:
    (one,) = [one for one in mentions(text, known, section) if one.name == name]
    assert one.relation not in LINEAGE


@pytest.mark.parametrize(
    "text",
    ["The first half holds RedPajama ArXiv.", "We draw on RedPajama Wikipedia, and on RedPajama Books3."],
)
def test_a_part_of_a_named_set_is_that_set(text: str, known: RegistryWords) -> None:
    assert {one.name for one in mentions(text, known)} == {"RedPajama"}


def test_what_a_system_holds_wrote_nothing(known: RegistryWords) -> None:
    (one,) = mentions("This system is composed of an ECAPA-TDNN model.", known)
    assert (one.name, one.cue) == ("ECAPA-TDNN", "")


@pytest.mark.parametrize("rows", ["training set", "original training corpus", "pre-training mixture"])
def test_whose_training_rows_are_meant_is_no_base(rows: str, known: RegistryWords) -> None:
    assert mentions(f"We meant to fine-tune on the Stable Diffusion {rows}.", known) == []


@pytest.mark.parametrize(
    ("text", "subject", "name"),
    [
        ("By contrast, Multilingual BERT was trained on Wikipedia.", "BERT", "Wikipedia"),
        ("In comparison, the larger Falcon-40B was trained on RefinedWeb.", "Falcon-40B", "RefinedWeb"),
    ],
)
def test_another_thing_that_a_sentence_goes_over_to_has_its_own_rows(
    text: str, subject: str, name: str, known: RegistryWords
) -> None:
    assert {one.of for one in mentions(text, known) if one.name == name} == {subject}


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("No COCO image is redistributed here.", False),
        ("COCO images are not bundled.", False),
        ("No COCO image was used.", True),
    ],
)
def test_what_is_not_passed_on_may_have_gone_in(text: str, negated: bool, known: RegistryWords) -> None:
    assert [one.negated for one in mentions(text, known)] == [negated]


def test_the_maker_beside_its_model_is_not_told(known: RegistryWords) -> None:
    assert [one.name for one in mentions("We fine-tuned OpenAI's Whisper model.", known)] == ["Whisper"]
