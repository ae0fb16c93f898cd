"""Which keys of training, merge and pipeline configurations name upstreams, and what these were for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compliance.model.declared.sighting import MentionRelation

KEYS: Mapping[str, MentionRelation] = {
    # Weights that are trained on, merged or adapted.
    "base_model": "base",
    "base_model_name_or_path": "base",
    "model_name_or_path": "base",
    "model_name": "base",
    "model_id": "base",
    "model_path": "base",
    "pretrained_model_name_or_path": "base",
    "pretrained_model": "base",
    "sft_model_path": "base",
    "restore_from_path": "base",
    "name_or_path": "base",
    "_name_or_path": "base",
    "model": "base",
    "source_model": "base",
    "student_model": "base",
    "student_model_name_or_path": "base",
    "starting_checkpoint": "base",
    "hf_model": "base",
    "hf_path": "base",
    "init_from_pretrained_model": "base",
    "checkpoint_dir": "base",
    "pretrain": "base",
    "reward_pretrain": "judged-by",
    "prompt_data": "data",
    "adapter_name_or_path": "adapter",
    "lora_model_dir": "adapter",
    "adapter_path": "adapter",
    "peft_model": "adapter",
    # Content written by models, scores, sieves.
    "teacher_model": "generated-by",
    "teacher_model_name_or_path": "generated-by",
    "teacher": "generated-by",
    "generator": "generated-by",
    "generator_model": "generated-by",
    "generation_model": "generated-by",
    "annotator": "generated-by",
    "reward_model": "judged-by",
    "reward_model_path": "judged-by",
    "reward_model_name_or_path": "judged-by",
    "path_or_dataset": "data",
    "path_or_dataset_id": "data",
    "judge": "judged-by",
    "judge_model": "judged-by",
    "llm_judge_model": "judged-by",
    "value_model_name_or_path": "judged-by",
    "filter_model": "filtered-by",
    "embedding_model": "filtered-by",
    "classifier": "filtered-by",
    # Parts that stay as they are.
    "vision_tower": "component",
    "vision_model": "component",
    "text_encoder": "component",
    "audio_encoder": "component",
    "vae": "component",
    "mm_vision_tower": "component",
    "vision_encoder": "component",
    # Rows.
    "dataset": "data",
    "datasets": "data",
    "dataset_name": "data",
    "dataset_id": "data",
    "dataset_path": "data",
    "train_dataset": "data",
    "train_datasets": "data",
    "train_dataset_name": "data",
    "train_dataset_path": "data",
    "training_dataset": "data",
    "dataset_mixer": "data",
    "dataset_mixer_list": "data",
    "dataset_mixture": "data",
    "pretraining_dataset": "data",
    "train_file": "data",
    "train_files": "data",
    "hf_hub_url": "data",
    "repo_id": "data",
    "cloud_file_name": "data",
    "data_path": "data",
    "image_dir": "data",
    "train_data_dir": "data",
    "instance_data_dir": "data",
    "folder_path": "data",
    "path": "data",
    "source": "data",
    "id": "data",
    # Looked at beside the work, or no upstream at all.
    "eval_dataset": "none",
    "test_datasets": "none",
    "eval_datasets": "none",
    "eval_dataset_name": "none",
    "eval_dataset_path": "none",
    "validation_dataset_name": "none",
    "test_dataset_name": "none",
    "dataset_mixer_eval_list": "none",
    "dataset_mixer_eval": "none",
    "hf_metadata_dataset": "none",
    "ref_model": "none",
    "tokenizer_name": "none",
    "tokenizer_name_or_path": "none",
    "tokenizer_config": "none",
    "attn_implementation": "none",
    "processor_name": "none",
}
"""Keys in lower case. A key that is not here says nothing."""
NESTED: frozenset[str] = frozenset(
    {"path", "source", "id", "name", "repo_id", "hf_hub_url", "cloud_file_name", "model", "teacher"}
)
"""Keys that count only below one that says what they are about, or in files that say it."""
UNDER: Mapping[str, MentionRelation] = {
    "datasets": "data",
    "dataset": "data",
    "pretraining_dataset": "data",
    "dataset_mixture": "data",
    "train": "data",
    "train_data": "data",
    "test_datasets": "none",
    "eval": "none",
    "evaluation": "none",
    "eval_datasets": "none",
    "validation": "none",
    "models": "base",
    "sources": "base",
    "slices": "base",
    "experts": "base",
    "model": "base",
    "model_args": "base",
    "teacher": "generated-by",
    "teachers": "generated-by",
    "teacher_model": "generated-by",
    "generator": "generated-by",
    "generation": "generated-by",
    "annotator": "generated-by",
    "captioner": "generated-by",
    "synthesis": "generated-by",
    "judges": "judged-by",
    "reward_model": "judged-by",
    "llm_judge": "judged-by",
    "judge": "judged-by",
    "tokenizer": "none",
    "processor": "none",
    "validation_dataset": "none",
    "validation_ds": "none",
    "test_dataset": "none",
    "test_ds": "none",
}
"""What names are for below a key."""
OTHERS: frozenset[MentionRelation] = frozenset({"generated-by", "judged-by"})
"""Below a key of these, whatever is called a model is a teacher or a judge, and not what is trained."""
PUBLISHES: frozenset[str] = frozenset(
    {"hub_model_id", "export_hub_model_id", "push_to_hub_model_id", "hub_repo_id"}
)
FORMATS: Mapping[str, tuple[frozenset[str], ...]] = {
    "mergekit": (frozenset({"merge_method"}), frozenset({"gate_mode", "experts"})),
    "llama-factory": (frozenset({"stage", "finetuning_type"}), frozenset({"template", "finetuning_type"}),
                      frozenset({"model_name_or_path", "template"})),
    "axolotl": (frozenset({"base_model", "datasets"}), frozenset({"base_model", "micro_batch_size"}),
                frozenset({"base_model", "pretraining_dataset"})),
    "trl": (frozenset({"model_name_or_path", "dataset_mixture"}), frozenset({"model_name_or_path", "dataset_name"})),
    "alignment-handbook": (frozenset({"model_name_or_path", "dataset_mixer", "dataset_splits"}),),
    "open-instruct": (frozenset({"model_name_or_path", "dataset_mixer"}), frozenset({"dataset_mixer_list"}),
                      frozenset({"model_name_or_path", "train_file"})),
    "adapter-config": (frozenset({"base_model_name_or_path"}),),
    "model-config": (frozenset({"architectures", "model_type"}), frozenset({"_name_or_path"})),
    "litellm": (frozenset({"model_list"}),),
    "nemo-rl": (frozenset({"policy", "data"}), frozenset({"policy", "cluster"}), frozenset({"policy", "defaults"})),
    "nemo-automodel": (frozenset({"recipe", "model"}), frozenset({"step_scheduler", "model"})),
    "nemo": (frozenset({"trainer", "exp_manager", "model"}),),
    "kohya": (frozenset({"general", "datasets"}), frozenset({"model_arguments"}), frozenset({"network_module"})),
    "ai-toolkit": (frozenset({"job", "config"}),),
    "torchtune": (frozenset({"model", "checkpointer"}),),
    "training-config": (frozenset({"model_name_or_path"}), frozenset({"base_model"}), frozenset({"model", "dataset"}),
                        frozenset({"model", "train_dataset"}), frozenset({"model", "quant_config"}),
                        frozenset({"model", "peft_config"}), frozenset({"model", "trainer"}),
                        frozenset({"dataset_mixer"}), frozenset({"dataset_mixture"}),
                        frozenset({"pretrained_model_name_or_path"}), frozenset({"model_name", "dataset_name"}),
                        frozenset({"model_name", "train_datasets"}), frozenset({"model_name", "max_seq_length"}),
                        frozenset({"model", "training"}), frozenset({"model", "train"}),
                        frozenset({"model", "optimizer"}), frozenset({"model", "lora"}), frozenset({"model", "peft"}),
                        frozenset({"init_from_pretrained_model"}), frozenset({"actor_rollout_ref"})),
    "generation-config": tuple(frozenset({one}) for one in (
        "teacher", "teachers", "judge", "judges", "generator", "generation", "annotator", "captioner", "synthesis")),
}  # fmt: skip
"""The keys, all of one set, by which a format is known; the first that fits."""
BUILT_IN: Mapping[str, str] = {
    "squad": "rajpurkar/squad",
    "gsm8k": "openai/gsm8k",
    "GSM8K": "openai/gsm8k",
    "HelpSteer3": "nvidia/HelpSteer3",
    "Tulu3Preference": "allenai/llama-3.1-tulu-3-8b-preference-mixture",
    "tulu3_sft_mixture": "allenai/tulu-3-sft-mixture",
    "OpenMathInstruct-2": "nvidia/OpenMathInstruct-2",
    "OpenR1-Math-220k": "open-r1/OpenR1-Math-220k",
    "NuminaMath-1.5": "AI-MO/NuminaMath-1.5",
    "Nemotron-Cascade-2-SFT-Math": "nvidia/Nemotron-Cascade-2-SFT-Data",
    "DAPOMath17K": "BytedTsinghua-SIA/DAPO-Math-17k",
    "DeepScaler": "agentica-org/DeepScaleR-Preview-Dataset",
    "geometry3k": "hiyouga/geometry3k",
    "refcoco": "jxu124/refcoco",
    "avqa": "gijs/avqa-processed",
}
"""Short names of data sets that NeMo RL brings, with what it loads under them (its repository, nemo_rl/data)."""


def is_published(path: Sequence[str]) -> bool:
    """Whether a name at a path of keys is what the result is published as; a policy's repository is LeRobot's word.

    >>> is_published(("hub_model_id",)), is_published(("policy", "repo_id")), is_published(("dataset", "repo_id"))
    (True, True, False)
    """
    return path[-1:] != () and (path[-1] in PUBLISHES or tuple(path[-2:]) == ("policy", "repo_id"))
