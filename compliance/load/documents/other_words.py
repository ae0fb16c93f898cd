"""What other vocabularies call the things that a manifest has a word for.

Model cards, bills of materials, papers and everyday speech have their own words for steps, roles, functions and ways of
access. A closed field refuses them, and its message names the word that is meant here.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from typing import get_args

from compliance.model.declared.manifest import Access, Function, PartyKind
from compliance.model.shapes.shape import ArtifactKind, Role, StepKind

_TABLE = """
finetune: fine tuning, fine tune, finetuned, finetuning, sft, supervised fine tuning, supervised finetuning, tune,
  tuning, instruction tuning, instruction tune, instruct tuning, lora, qlora, peft, post training, posttraining,
  continued training, adapt, adaptation, adapter training, domain adaptation, alignment
pretrain: pre training, pre train, pretraining, continued pretraining, continual pretraining, mid training, midtraining,
  annealing, train from scratch
preference-tune: dpo, ipo, kto, orpo, simpo, preference tuning, preference optimisation, preference optimization,
  direct preference optimization, rlaif, align
rl: rlhf, ppo, grpo, rlvr, reinforcement learning, reinforce, reward tuning
train: training, fit, learn, model training
generate: generation, synthesise, synthesize, synthetic data, synthetic, synthesis, inference, sample, sampling, prompt,
  self instruct, complete, completion, distil, distill, distillation, knowledge distillation, data distillation
distil-logits: logit distillation, logits distillation, distil logit, distill logits, white box distillation, kd
rewrite: rephrase, paraphrase, translate, translating, summarise, summarize, back translation, backtranslation, edit
annotate: annotation, label, labelling, labeling, tag, tagging, caption, captioning, transcribe, transcription
convert: conversion, ocr step, parse, extract, extraction, tokenise, tokenize, embed, format, gguf conversion
collect: collection, crawl, crawling, scrape, scraping, gather, acquisition, sourcing, record, recording
mix: mixing, mixture, combine, concatenate, concat, join, blend, aggregate, compile, sampling mixture
filter: filtering, clean, cleaning, dedup, deduplicate, deduplication, decontaminate, select, selection, curate,
  curation, quality filter
judge: judging, score, scoring, rank, ranking, grade, grading, rate, critique, verify, verification, verifier, critic,
  grader, scorer, evaluator
merge: merging, model merge, slerp, ties, dare, model soup, souping, frankenmerge, passthrough
quantise: quantize, quantization, quantisation, quantized, gptq, awq, gguf, int4, int8, fp8
prune: pruning, sparsify, depth pruning
evaluate: evaluation, eval, benchmark, benchmarking, test, testing, red teaming
deploy: deployment, serve, serving, host, hosting
bundle: bundling, package, packaging, assemble
fetch: download, downloading, load, import
teacher: generator, annotator, labeler, labeller, source model, generation model, synthetic data model, oracle
base: base model, base models, parent, initial weights, init, checkpoint, backbone, foundation, foundation model,
  weights, student, initialisation, initialization, start, target
data: dataset, datasets, training data, train, train data, corpus, corpora, examples, rows, training set, sft data
source: sources, input, inputs, text, documents, raw, raw data, origin
seed: seeds, seed data, seed tasks
prompts: prompt, questions, instructions, queries
reward: reward model, preference model, rm
reference: reference model, ref, ref model, benchmark data
component: components, encoder, vision encoder, text encoder, vae, tokenizer, tokeniser, module, draft
adapter: lora adapter, delta, peft adapter, control net, controlnet
tool: tools, library, software, script, framework, code tool, program
subject: evaluated, test subject, model under test
service: hosted, hosted model, endpoint, saas, cloud, llm api, api service, machine learning service
model: weights model, llm, checkpoint model, machine learning model, machine-learning-model, neural network, lm, network
dataset: data, datasets, corpus, corpora, database, collection of data, rows, training data
code: software, library, program, repository, source code, application code, script
document: doc, docs, paper, text, book, page, article, report
general-purpose: chat, assistant, llm, general, general purpose, text generation, text-generation, conversational,
  instruct, language model, foundation model, gpai, general-text, chatbot, generative
embedding: embeddings, retrieval, sentence similarity, sentence-similarity, feature extraction, feature-extraction,
  reranker, encoder
classifier: classification, text classification, text-classification, token classification, token-classification,
  moderation, guard, guardrail, detector, ner, sentiment
translation: translator, mt, machine translation
speech: tts, text to speech, text-to-speech, audio, voice, music
speech-recognition: asr, speech recognition, automatic-speech-recognition, speech to text, speech-to-text
image: text to image, text-to-image, image generation, diffusion, image-to-image
video: text to video, text-to-video, video generation
vision: object detection, object-detection, image classification, image-classification, segmentation, multimodal
reward: reward model, reward-model, preference model
task-model: task, specialised, specialized, summarization, tabular, other task
application: app, software, tool, product, programme
open-weights: open, open source, open-source, opensource, open weight, openweights, weights, public weights,
  downloadable, huggingface, hugging face, hf, released weights
gated: on request, request, restricted, access request, gated weights, registration, controlled
api: hosted, service, endpoint, rest, cloud, saas, api only
product: app, application, commercial product, website, on device, embedded, closed
internal: private, in house, inhouse, none, not released, proprietary, unreleased
public: published, open data, open dataset, download, website download, free
company: startup, start up, corporation, corporate, business, enterprise, industry, gmbh, inc, ltd, firm, vendor
university: academia, academic, school, research institute, institute, college, lab, research
nonprofit: non profit, ngo, foundation, charity, association, not for profit, verein
government: public sector, state, agency, ministry, public body, municipality
individual: person, hobbyist, researcher, private person, developer, independent
community: open source community, collective, volunteers, group, oss, project
web: crawl, internet, scraped, common crawl, scrape, online
people: human, humans, crowd, crowdworkers, crowdsourced, annotators, manual, human written
own: internal, in house, inhouse, self, proprietary, first party, ours
third-party: third party, vendor, bought, purchased, licensed, external, partner
separate-licence: contract, licence, license, separate license, commercial licence
other-revision: revision, version, older version, newer version
record-wrong: wrong, error, mistake, registry wrong
everything: all, full, rows, whole
labels: label, annotations, labels only, annotations only
enterprise: business, team, teams, corporate, enterprise agreement, provisioned
consumer: app, chat, free, plus, pro, personal, web app, chatgpt, subscription, max
direct: native, own api, first party, provider, self, official
mainland: mainland china, china, domestic
azure: azure openai, azure-openai, microsoft, azure ai foundry, foundry
bedrock: aws, amazon, aws bedrock, amazon bedrock, aws-bedrock
vertex: gcp, google cloud, vertex ai, vertex-ai, google vertex
openrouter: router, gateway, open router
"""

VOCABULARIES: dict[str, Sequence[str]] = {
    "kind of step": get_args(StepKind),
    "role of an input": get_args(Role),
    "kind of artifact": get_args(ArtifactKind),
    "function of a release": get_args(Function),
    "way of access": get_args(Access),
    "kind of party": get_args(PartyKind),
}


def _fold(word: str) -> str:
    return " ".join(re.split(r"[\s_\-]+", word.strip().casefold()))


@functools.cache
def _meanings() -> dict[str, tuple[str, ...]]:
    """Foreign word to the words of ours that it may stand for."""
    found: dict[str, list[str]] = {}
    for ours, foreign in re.findall(r"^([a-z-]+): (.+(?:\n  .+)*)", _TABLE, re.MULTILINE):
        for word in foreign.split(","):
            found.setdefault(_fold(word), []).append(ours)
    return {word: tuple(ours) for word, ours in found.items()}


def our_word(word: str, known: Iterable[str]) -> str | None:
    """The known word that says what a foreign one says elsewhere, if there is one.

    >>> our_word("Fine-Tuning", ["train", "finetune"]), our_word("dataset", ["data", "base"]), our_word("x", ["y"])
    ('finetune', 'data', None)
    """
    allowed = set(known)
    folded = _fold(word)
    same = next((each for each in allowed if _fold(each) == folded), None)
    return same or next((ours for ours in _meanings().get(folded, ()) if ours in allowed), None)


def kind_of_word(word: str) -> str | None:
    """What a word is in a manifest, where it belongs to another field.

    >>> kind_of_word("teacher"), kind_of_word("zebra")
    ('a role of an input', None)
    """
    return next((f"a {name}" for name, words in VOCABULARIES.items() if word in words), None)
