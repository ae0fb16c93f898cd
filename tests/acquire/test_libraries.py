"""Models are seen through frameworks, services, requests by hand, zoos, command lines and relative imports."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping
from pathlib import Path

import pytest

from compliance.acquire.code import gather, read_python
from compliance.acquire.config import read_config
from compliance.acquire.notebook import read_notebook
from compliance.acquire.operated.shell import read_shell
from compliance.acquire.rows.columns import read_columns
from compliance.acquire.tree import read_tree
from compliance.acquire.walk import TextFile


def seen(code: str, name: str = "scripts/build.py") -> list[tuple[str, str]]:
    return [(one.name, one.relation) for one in read_python(textwrap.dedent(code), name, {}).sightings]


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("from llama_index.llms.openai import OpenAI\nOpenAI(model='gpt-4o')", ("gpt-4o", "generated-by")),
        ("from llama_index.embeddings.openai import OpenAIEmbedding\nOpenAIEmbedding(model='text-embedding-3-small')",
         ("text-embedding-3-small", "filtered-by")),
        ("from langchain_aws import ChatBedrockConverse\nChatBedrockConverse(model='amazon.nova-pro-v1:0')",
         ("amazon.nova-pro-v1:0", "generated-by")),
        ("from langchain.chat_models import init_chat_model\ninit_chat_model('gpt-4.1')", ("gpt-4.1", "generated-by")),
        ("from pydantic_ai import Agent\njudge = Agent('openai:gpt-4o')", ("openai:gpt-4o", "judged-by")),
        ("import instructor\ninstructor.from_provider('openai/gpt-4o')", ("openai/gpt-4o", "generated-by")),
        ("import fal_client\nfal_client.run('fal-ai/flux-pro', arguments={})", ("fal-ai/flux-pro", "generated-by")),
        ("import replicate\nreplicate.predictions.create(model='org/paint')", ("org/paint", "generated-by")),
        ("import openai\nopenai.Audio.transcribe('whisper-1', f)", ("whisper-1", "generated-by")),
        ("from dashscope import Generation\nGeneration.call(model='qwen-max')", ("qwen-max", "generated-by")),
        ("from huggingface_hub import InferenceClient\nc = InferenceClient()\nc.text_to_image('x', model='org/paint')",
         ("org/paint", "generated-by")),
        ("from mlx_lm import load\nm, t = load('org/m-4bit')", ("org/m-4bit", "generated-by")),
        ("from llama_cpp import Llama\nLlama.from_pretrained(repo_id='org/m-GGUF')", ("org/m-GGUF", "generated-by")),
        ("import sglang\nsglang.Engine(model_path='org/m')", ("org/m", "generated-by")),
        ("import open_clip\nopen_clip.create_model('ViT-L-14', pretrained='openai')",
         ("openai/clip-vit-large-patch14", "filtered-by")),
        ("import open_clip\nopen_clip.create_model('hf-hub:org/clip')", ("org/clip", "filtered-by")),
        ("import open_clip\nopen_clip.create_model('ViT-L-14')", None),
        ("import timm\nbackbone = timm.create_model('resnet50.a1_in1k', pretrained=True)",
         ("timm/resnet50.a1_in1k", "unknown-use")),
        ("import timm\nbackbone = timm.create_model('resnet50.a1_in1k')", None),
        ("from ultralytics import YOLO\nYOLO('yolo11n.pt')", ("ultralytics/yolo11n", "unknown-use")),
        ("from ultralytics import YOLO\nm = YOLO('yolo11n.pt')\nm.train(data='d.yaml')",
         ("ultralytics/yolo11n", "base")),
        ("from ultralytics import YOLO\nYOLO('runs/best.pt')", None),
        ("import torch\nmos = torch.hub.load('org/mos:v1', 'strong')", ("org/mos", "unknown-use")),
        ("import kagglehub\nkagglehub.dataset_download('a/b')", ("https://www.kaggle.com/datasets/a/b", "data")),
        ("from torchvision.datasets import CelebA\nCelebA('d', split='train')", ("CelebA", "data")),
        ("from torchvision.datasets import ImageFolder\nImageFolder('d')", None),
        ("from insightface.app import FaceAnalysis\nFaceAnalysis()", ("insightface/buffalo_l", "component")),
        ("from insightface.app import FaceAnalysis\nclass Filter:\n    app = FaceAnalysis(name='antelopev2')",
         ("insightface/antelopev2", "filtered-by")),
        ("import azure.cognitiveservices.speech as sdk\nsdk.SpeechSynthesizer(speech_config=c)",
         ("Azure Speech", "generated-by")),
        ("import edge_tts\nedge_tts.Communicate('x', 'en-US-AvaNeural')", ("Azure Speech", "generated-by")),
        ("from dashscope.audio.tts_v2 import SpeechSynthesizer\nSpeechSynthesizer(voice='x')", None),
        ("import boto3\nboto3.client('textract')", ("Amazon Textract", "generated-by")),
        ("import nemo.collections.asr as a\near = a.ASRModel.from_pretrained(model_name='org/ear')\near.transcribe(x)",
         ("org/ear", "generated-by")),
        ("from functools import partial\nfrom litellm import completion\npartial(completion, model='gpt-4o')",
         ("gpt-4o", "generated-by")),
        ("from langchain_openai import AzureChatOpenAI\nAzureChatOpenAI(azure_deployment='prod', model='gpt-4o')",
         ("gpt-4o", "generated-by")),
        ("line = {'custom_id': '1', 'body': {'model': 'gpt-4o', 'messages': []}}", ("gpt-4o", "generated-by")),
        ("row = {'model': 'gpt-4o', 'score': 3}", None),
        ("U = 'https://api-inference.huggingface.co/models/org/m'", ("org/m", "generated-by")),
        ("M = 'gemini-pro'\nU = f'https://generativelanguage.googleapis.com/v1/models/{M}:generateContent'",
         ("gemini-pro", "generated-by")),
        ("import subprocess\nM = 'llama3:8b'\nsubprocess.run(['ollama', 'run', M, f'x {y}'])",
         ("llama3:8b", "generated-by")),
        ("from datasets import load_dataset\nval = load_dataset('org/aime', split='train')", ("org/aime", "none")),
    ],
)  # fmt: skip
def test_a_model_is_seen_through_its_library(code: str, wanted: tuple[str, str] | None) -> None:
    assert seen(code)[-1:] == ([wanted] if wanted else [])


def test_weights_that_are_run_are_a_model_and_no_service() -> None:
    found = read_python("from vllm import LLM\nLLM('org/own-7b')", "x.py", {})
    assert [(one.name, one.kind) for one in found.sightings] == [("org/own-7b", "model")]


@pytest.mark.parametrize(
    ("files", "trees", "wanted"),
    [
        ({"p/__init__.py": "import json\nC = json.load(open('c.json'))",
          "p/ask.py": "from . import C\nc.chat.completions.create(model=C['m'])"}, {"c.json": '{"m": "gpt-4o"}'},
         ["gpt-4o"]),
        ({"p/set.py": "class S:\n    teacher: str = 'gpt-4o'",
          "p/ask.py": "from .set import S\ns = S()\nc.chat.completions.create(model=s.teacher)"}, {}, ["gpt-4o"]),
        ({"p/ask.py": "import json\nC = json.load(open('c.json'))\nfor k in C['use']:\n    e = C['all'][k]\n"
                      "    c.chat.completions.create(model=e['m'])"},
         {"c.json": '{"use": ["a"], "all": {"a": {"m": "gpt-4o"}, "off": {"m": "gpt-4"}}}'}, ["gpt-4o"]),
        ({"p/ask.py": "def one(m):\n    c.messages.create(model=m)\ndef no(m):\n  pass\n(one if x else no)('gpt-4o')"},
         {}, ["gpt-4o"]),
        ({"p/ask.py": "class G:\n    def __init__(self, m):\n        c.messages.create(model=m)\nG('gpt-4o')"}, {},
         ["gpt-4o"]),
        ({"p/ask.py": "def one(m):\n    c.messages.create(model=m)\nT = {'a': one}\nT[k]('gpt-4o')"}, {}, ["gpt-4o"]),
    ],
)  # fmt: skip
def test_names_come_from_beside_and_by_the_keys_that_are_used(
    files: Mapping[str, str], trees: Mapping[str, str], wanted: list[str]
) -> None:  # fmt: skip
    there = gather(files.items(), {name: read_tree(text, True) for name, text in trees.items()})
    found = read_python(files["p/ask.py"], "p/ask.py", {}, elsewhere=there)
    assert list(dict.fromkeys(one.name for one in found.sightings)) == wanted


@pytest.mark.parametrize(
    ("name", "code", "relation"),
    [
        ("scripts/compare_models.py", "c.chat.completions.create(model='gpt-4o')", "none"),
        ("scripts/compare_models.py", "open('pairs.jsonl', 'w')\nc.chat.completions.create(model='gpt-4o')",
         "generated-by"),
        ("scripts/ask.py", "c.chat.completions.create(model='gpt-4o')", "generated-by"),
    ],
)  # fmt: skip
def test_what_only_compares_writes_no_rows(name: str, code: str, relation: str) -> None:
    assert seen(code, name)[0][1] == relation


def notebook(*code: str) -> list[tuple[str, str]]:
    cells = [{"cell_type": "code", "source": one.splitlines(True), "outputs": []} for one in code]
    found = read_notebook(json.dumps({"cells": cells}, indent=1), "n.ipynb", lambda text, section: [], {})
    return [(one.name, one.relation) for one in found.sightings]


def test_a_notebook_shows_what_it_prints_and_keeps_what_it_assigns() -> None:
    assert notebook("print(c.chat.completions.create(model='gpt-4o').x)") == [("gpt-4o", "none")]
    assert notebook("row = c.chat.completions.create(model='gpt-4o')\nprint(row)") == [
        ("gpt-4o", "generated-by")
    ]
    assert notebook("!kaggle datasets download -d a/b --unzip") == [
        ("https://www.kaggle.com/datasets/a/b", "data")
    ]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("x data.f=[a.parquet] actor.model.path=org/base reward_model.model.path=org/rm",
         [("org/base", "base"), ("org/rm", "judged-by")]),
        ("swift sft --model org/m --dataset 'a/b:sub#500' c/d --lora_rank 8",
         [("org/m", "base"), ("a/b", "data"), ("c/d", "data")]),
        ("python -m sglang.launch_server --model-path org/m", [("org/m", "generated-by")]),
        ("hf download --repo-type dataset org/rows --local-dir d", [("org/rows", "data")]),
        ("llama-server -hf org/m-GGUF --port 1", [("org/m-GGUF", "generated-by")]),
        ("whisper talk.mp3 --model large-v3", [("openai/whisper-large-v3", "generated-by")]),
        ("edge-tts --voice en-US-AvaNeural --text x", [("Azure Speech", "generated-by")]),
        ("llm -m gpt-4o-mini 'write' > rows.txt", [("gpt-4o-mini", "generated-by")]),
        ("openrlhf --pretrain org/sft --reward_pretrain org/rm --prompt_data org/p",
         [("org/sft", "base"), ("org/rm", "judged-by"), ("org/p", "data")]),
        ("rsync -av a/b host:/c/d", []),
    ],
)  # fmt: skip
def test_programs_are_told_what_to_run(line: str, wanted: list[tuple[str, str]]) -> None:
    assert [(one.name, one.relation) for one in read_shell(line, "run.sh").sightings] == wanted


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("a.yaml", "job: x\nconfig:\n  process:\n  - model:\n      name_or_path: org/paint\n", [("org/paint", "base")]),
        ("a.yaml", "model:\n  c: d\ncheckpointer:\n  checkpoint_dir: /tmp/x\ndataset:\n  source: org/rows\n",
         [("org/rows", "data")]),
        ("a.yaml", "model_arguments:\n  pretrained_model_name_or_path: org/paint\n", [("org/paint", "base")]),
        ("a.yaml", "teacher:\n  model: gpt-4.1\nparaphrase:\n  model: gpt-4o\n", [("gpt-4.1", "generated-by")]),
        ("a.yaml", "judge:\n  model: gpt-4.1\n", [("gpt-4.1", "judged-by")]),
        ("eval.yaml", "judge:\n  model: gpt-4.1\n", [("gpt-4.1", "none")]),
        ("a.yaml", "init_from_pretrained_model: org/ear\nmodel: {}\n", [("org/ear", "base")]),
        ("a.yaml", "model_name: org/m\ndataset_name: org/rows\n", [("org/m", "base"), ("org/rows", "data")]),
    ],
)  # fmt: skip
def test_configurations_of_more_trainers_are_read(
    name: str, text: str, wanted: list[tuple[str, str]]
) -> None:
    found = read_config(read_tree(text, False), f"conf/{name}").sightings
    assert [(one.name, one.relation) for one in found if not one.if_known] == wanted


@pytest.mark.parametrize(
    ("suffix", "text", "wanted"),
    [
        (".csv", "wav|text|asr_model\na.wav|x, y|org/ear\n", [("org/ear", "generated-by")]),
        (".csv", "id;text;captioner\n1;x,y;org/eye\n", [("org/eye", "generated-by")]),
        (".csv", "id,a|b,model\n1,x,org/m\n", [("org/m", "generated-by")]),
        (".csv", "id,synth\n1,en-US-AvaNeural\n", [("Azure Speech", "generated-by")]),
        (".csv", "id,agreed_by\n1,org/m\n", [("org/m", "judged-by")]),
    ],
)
def test_columns_are_parted_by_what_the_head_holds(
    tmp_path: Path, suffix: str, text: str, wanted: list[tuple[str, str]]
) -> None:  # fmt: skip
    file = TextFile(tmp_path / f"rows{suffix}", f"rows{suffix}", text)
    assert [(one.name, one.relation) for one in read_columns(file).sightings] == wanted
