"""What a card or README names as a starting point stands with the model that it speaks of, not with its line."""

from __future__ import annotations

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.shapes.shape import Role
from compliance.resolve.names.lookup import Names


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(load_packs().registry)


@pytest.mark.parametrize(
    ("name", "base"),
    [
        ("nitrosocke/Future-Diffusion", "stabilityai/stable-diffusion-2-base"),
        ("openai/gpt-oss-safeguard-120b", "openai/gpt-oss-120b"),
        ("JosephusCheung/ACertainThing", "JosephusCheung/ACertainModel"),
        ("WarmBloodAban/Krea2_Anything2RealCharacters-V2", "krea/Krea-2-Turbo"),
        ("IlyaGusev/saiga_llama3_8b", "meta-llama/Meta-Llama-3-8B-Instruct"),
        ("guoyww/animatediff-motion-adapter-v1-4", "CompVis/stable-diffusion-v1-4"),
        ("guoyww/animatediff-motion-adapter-v1-5-2", "runwayml/stable-diffusion-v1-5"),
        ("norallm/normistral-7b-warm", "mistralai/Mistral-7B-v0.1"),
        ("norallm/normistral-11b-warm", "mistralai/Mistral-Nemo-Base-2407"),
        ("AdaptLLM/finance-chat", "meta-llama/Llama-2-7b-chat-hf"),
        ("AdaptLLM/finance-LLM-13B", "huggyllama/llama-13b"),
        ("defog/sqlcoder2", "bigcode/starcoder"),
        ("latent-consistency/lcm-lora-ssd-1b", "segmind/SSD-1B"),
        ("MBZUAI/LaMini-GPT-774M", "openai-community/gpt2-large"),
        ("nyrahealth/faster_CrisperWhisper", "nyrahealth/CrisperWhisper"),
        ("flux1-dev-kontext_fp8_scaled.safetensors", "black-forest-labs/FLUX.1-Kontext-dev"),
        ("wan2.2_t2v_high_noise_14B_fp8_scaled.safetensors", "Wan-AI/Wan2.2-T2V-A14B"),
        ("wan2.2_i2v_low_noise_14B_fp16.safetensors", "Wan-AI/Wan2.2-I2V-A14B"),
        ("OmniAvatar/OmniAvatar-1.3B", "Wan-AI/Wan2.1-T2V-1.3B"),
        ("netflix/void-model", "alibaba-pai/CogVideoX-Fun-V1.5-5b-InP"),
        ("TinyLlama/TinyLlama-1.1B-Chat-v0.3", "TinyLlama/TinyLlama-1.1B-intermediate-step-480k-1T"),
        ("QCRI/Fanar-1-9B-Instruct", "QCRI/Fanar-1-9B"),
        ("QCRI/Fanar-1-9B", "google/gemma-2-9b"),
        ("rinna/llama-3-youko-8b-instruct", "rinna/llama-3-youko-8b"),
        ("tokyotech-llm/Swallow-7b-NVE-instruct-hf", "tokyotech-llm/Swallow-7b-NVE-hf"),
        ("tokyotech-llm/Swallow-7b-NVE-hf", "meta-llama/Llama-2-7b-hf"),
        ("hfl/chinese-alpaca-2-7b-16k", "hfl/chinese-llama-2-7b-16k"),
        ("cardiffnlp/twitter-roberta-base-sentiment", "cardiffnlp/twitter-roberta-base"),
        ("microsoft/Phi-4-reasoning-plus", "microsoft/Phi-4-reasoning"),
        ("Kingsoft-LLM/QZhou-Embedding-Zh", "Qwen/Qwen3-8B"),
    ],
)
def test_each_member_of_a_line_has_its_own_starting_point(name: str, base: str, names: Names) -> None:
    record = names.model(name)
    assert record is not None
    assert record.base == (base,)


@pytest.mark.parametrize(
    ("name", "bases"),
    [
        ("acme/wan2.2-t2v-ours", ("Wan 2.2",)),
        ("acme/qwen2.5-t2i-x", ("Qwen2.5",)),
        ("acme/wan2.2-i2v-ours", ("Wan 2.2",)),
        ("acme/llama-3-t-tuned", ("llama",)),
    ],
)
def test_what_becomes_what_is_no_unit_of_the_number_before_it(
    name: str, bases: tuple[str, ...], names: Names
) -> None:
    assert names.derived_from(name) == bases


@pytest.mark.parametrize(
    ("name", "base"),
    [
        ("acme/whisper-large-v3-turbo-mine", "openai/whisper-large-v3-turbo"),
        ("acme/Qwen-Image-Edit-2509-lora", "Qwen/Qwen-Image-Edit-2509"),
        ("acme/glm-4-9b-chat-1m-q4", "zai-org/glm-4-9b-chat-1m"),
        ("acme/whisper-large-v3-mine", "openai/whisper-large-v3"),
    ],
)
def test_the_longest_member_of_a_line_that_stands_in_a_name_is_its_base(
    name: str, base: str, names: Names
) -> None:
    assert names.derived_from(name) == (base,)


@pytest.mark.parametrize(
    ("name", "base"),
    [
        ("KoboldAI/LLaMA2-13B-Tiefighter", "Undi95/Xwin-MLewd-13B-V0.2"),
        ("PlanTL-GOB-ES/longformer-base-4096-bne-es", "PlanTL-GOB-ES/roberta-base-bne"),
        ("FredZhang7/distilgpt2-stable-diffusion-v2", "FredZhang7/distilgpt2-stable-diffusion"),
        ("Systran/faster-whisper-tiny.en", "openai/whisper-tiny.en"),
        ("NbAiLab/nb-bert-base-ner", "NbAiLab/nb-bert-base"),
        ("jarradh/llama2_70b_chat_uncensored", "meta-llama/Llama-2-70b-hf"),
    ],
)
def test_a_base_that_the_card_tells_goes_before_one_that_the_name_shows(
    name: str, base: str, names: Names
) -> None:
    record = names.model(name)
    assert record is not None
    assert record.base[0] == base


@pytest.mark.parametrize(
    "name",
    [
        "norallm/normistral-7b-scratch",
        "norallm/norbloom-7b-scratch",
        "amd/AMD-Llama-135m",
        "bertin-project/bertin-roberta-base-spanish",
    ],
)
def test_what_was_trained_from_scratch_beside_them_has_none(name: str, names: Names) -> None:
    record = names.model(name)
    assert record is not None
    assert (record.stage, record.base) == ("foundation", ())


def test_forms_that_came_after_a_change_of_licence_have_the_later_one_alone(names: Names) -> None:
    first, later = names.model("facebook/dinov2-base"), names.model("facebook/dinov2-with-registers-base")
    assert first is not None
    assert later is not None
    assert [span.licence for span in first.licences] == ["cc-by-nc-4.0", "apache-2.0"]
    assert (later.licence, later.licences) == ("apache-2.0", ())


def test_a_set_that_a_model_wrote_by_its_row_says_so(names: Names) -> None:
    record = names.dataset("slovak-nlp/slovak-sts-synthetic")
    assert record is not None
    assert record.ancestry is not None
    assert [step.kind for step in record.ancestry.steps] == ["generate"]


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("ByteDance/Sa2VA-4B", "facebook/sam2-hiera-large"),
        ("internlm/Intern-S1-mini", "InternViT"),
        ("facebook/Perception-LM-8B", "facebook/PE-Core-G14-448"),
        ("NousResearch/Hermes-2-Theta-Llama-3-8B", "meta-llama/Meta-Llama-3-8B-Instruct"),
        ("visheratin/MC-LLaVA-3b", "google/siglip-so400m-patch14-384"),
        ("cognitivecomputations/laserxtral", "WizardLM/WizardMath-7B-V1.1"),
        ("OpenPipe/mistral-ft-optimized-1218", "Q-bert/MetaMath-Cybertron-Starling"),
        ("oobabooga/CodeBooga-34B-v0.1", "WizardLM/WizardCoder-Python-34B-V1.0"),
        ("clip-italian/clip-italian", "openai/clip-vit-base-patch32"),
    ],
)
def test_a_part_of_another_model_that_the_maker_names_is_among_the_bases(
    name: str, part: str, names: Names
) -> None:
    record = names.model(name)
    assert record is not None
    assert part in record.base


@pytest.mark.parametrize(
    ("model", "teacher"),
    [
        ("microsoft/Phi-4-reasoning", "o3-mini"),
        ("prompthero/openjourney", "Midjourney"),
        ("cognitivecomputations/dolphin-2.9-llama3-70b", "gpt-4"),
    ],
)
def test_whose_answers_a_model_learned_from_stands_in_its_ancestry(
    model: str, teacher: str, names: Names
) -> None:
    record = names.model(model)
    assert record is not None
    assert record.ancestry is not None
    assert [step.inputs["teacher"] for step in record.ancestry.steps] == [(teacher,)]


@pytest.mark.parametrize(
    ("model", "rows"),
    [
        ("Open-Orca/OpenOrca-Preview1-13B", "Open-Orca/OpenOrca"),
        ("mosaicml/mpt-30b-chat", "anon8231489123/ShareGPT_Vicuna_unfiltered"),
        ("TRI-ML/prismatic-vlms", "liuhaotian/LLaVA-Instruct-150K"),
    ],
)
def test_sets_that_a_card_names_stand_in_the_ancestry_of_a_tuned_model(
    model: str, rows: str, names: Names
) -> None:
    record = names.model(model)
    assert record is not None
    assert record.ancestry is not None
    assert any(rows in step.inputs["data"] for step in record.ancestry.steps)


def test_a_recogniser_of_faces_makes_no_pictures(names: Names) -> None:
    record = names.model("fal/AuraFace-v1")
    assert record is not None
    assert record.function == "vision"


@pytest.mark.parametrize(
    ("rows", "judge"),
    [
        ("Magpie-Align/Magpie-Pro-300K-Filtered", "sfairXC/FsfairX-LLaMA3-RM-v0.1"),
        ("microsoft/NextCoderDataset", "gpt-4o"),
        ("TIGER-Lab/VisualWebInstruct", "gemini-1.5-flash"),
        ("laion/laion-coco", "openai/clip-vit-large-patch14"),
        ("BramVanroy/ultra_feedback_dutch_cleaned", "gpt-4-1106-preview"),
    ],
)
def test_who_rates_or_chooses_the_rows_stands_beside_who_wrote_them(
    rows: str, judge: str, names: Names
) -> None:
    record = names.dataset(rows)
    assert record is not None
    assert record.ancestry is not None
    assert any(judge in step.inputs.get("judge", ()) for step in record.ancestry.steps)


@pytest.mark.parametrize(
    ("rows", "role", "part"),
    [
        ("argilla/dpo-mix-7k", "data", "argilla/ultrafeedback-binarized-preferences-cleaned"),
        ("Congliu/Chinese-DeepSeek-R1-Distill-data-110k", "prompts", "m-a-p/COIG-CQIA"),
        ("arbml/CIDAR", "source", "mlabonne/alpagasus"),
        ("alisawuffles/WANLI", "seed", "nyu-mll/multi_nli"),
        ("FreedomIntelligence/MMLU_Arabic", "teacher", "gpt-3.5-turbo"),
        ("TurkuNLP/squad_v2_fi", "tool", "DeepL"),
    ],
)
def test_what_a_page_tells_after_the_short_description_stands_in_the_ancestry(
    rows: str, role: Role, part: str, names: Names
) -> None:
    record = names.dataset(rows)
    assert record is not None
    assert record.ancestry is not None
    assert any(part in step.inputs.get(role, ()) for step in record.ancestry.steps)
