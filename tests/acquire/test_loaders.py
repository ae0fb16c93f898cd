"""What a loader, a client or a column is for, by what it is called and by what is done with it."""

from __future__ import annotations

import pathlib
import textwrap

import pytest

from compliance.acquire.code import read_python
from compliance.acquire.operated.shell import read_shell
from compliance.acquire.rows.columns import read_columns
from compliance.acquire.walk import TextFile


def seen(code: str, name: str = "work.py") -> list[tuple[str, str]]:
    return [(one.name, one.relation) for one in read_python(textwrap.dedent(code), name, {}).sightings]


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ('from faster_whisper import WhisperModel\nWhisperModel("large-v3")',
         ("openai/whisper-large-v3", "generated-by")),
        ('import whisper\near = whisper.load_model("small")', ("openai/whisper-small", "generated-by")),
        ('from x import WhisperModel\nWhisperModel("distil-large-v3")',
         ("distil-whisper/distil-large-v3", "generated-by")),
        ('from x import EncoderClassifier\nEncoderClassifier.from_hparams(source="org/voices")',
         ("org/voices", "filtered-by")),
        ('from x import EncoderDecoderASR\nEncoderDecoderASR.from_hparams(source="org/ear")',
         ("org/ear", "generated-by")),
        ('from transformers import pipeline\np = pipeline("image-classification", model="org/m")',
         ("org/m", "filtered-by")),
        ('from transformers import pipeline\np = pipeline("text-generation", model="org/m")',
         ("org/m", "generated-by")),
        ('from diffusers import FluxPipeline\nFluxPipeline.from_pretrained("org/paint")',
         ("org/paint", "generated-by")),
        ('from t import AutoModelForObjectDetection as A\nx = A.from_pretrained("org/boxes")',
         ("org/boxes", "filtered-by")),
        ('import tensorflow_datasets as tfds\ntfds.load("c4")', ("c4", "data")),
        ('from lerobot import LeRobotDataset\nLeRobotDataset("org/arm")', ("org/arm", "data")),
        ('from lerobot import MultiLeRobotDataset\nMultiLeRobotDataset(["org/arm"])', ("org/arm", "data")),
        ('import cohere\nco = cohere.ClientV2()\nco.chat(model="command-r-plus")',
         ("command-r-plus", "generated-by")),
        ('import voyageai\nv = voyageai.Client()\nv.rerank("q", [], model="rerank-2")',
         ("rerank-2", "filtered-by")),
        ('import deepl\ndeepl.Translator("key")', ("DeepL", "generated-by")),
        ('import boto3\nboto3.client("polly")', ("Amazon Polly", "generated-by")),
        ('import boto3\nboto3.client("s3")', None),
        ('from x import FlagModel\nminer = FlagModel("org/m3")', ("org/m3", "unknown-use")),
        ('import bigvgan\nVOCODER = "org/v"\nbigvgan.BigVGAN.from_pretrained(VOCODER)', ("org/v", "component")),
    ],
)  # fmt: skip
def test_a_loader_tells_what_it_loads_and_for_what(code: str, wanted: tuple[str, str] | None) -> None:
    assert seen(code) == ([wanted] if wanted else [])


@pytest.mark.parametrize(
    ("rest", "relation"),
    [
        ("out = m.generate(**x)\nopen('rows.jsonl', 'w').write(out)", "generated-by"),
        ("p = m(**x).logits.softmax(0)", "filtered-by"),
        ("m(**x).loss.backward()", "base"),
        ("print(m)", "unknown-use"),
    ],
)
def test_weights_are_what_is_done_with_them(rest: str, relation: str) -> None:
    load = 'm = AutoModelForSeq2SeqLM.from_pretrained("org/m").cuda().eval()'
    code = f"from t import AutoModelForSeq2SeqLM\n{load}\n{rest}"
    assert seen(code) == [("org/m", relation)]


@pytest.mark.parametrize(
    ("use", "relation"),
    [
        ("Trainer(train_dataset=a, eval_dataset=b)", "none"),
        ("Trainer(train_dataset=a, eval_dataset=b.select(range(9)))", "none"),
        ("Trainer(train_dataset=b, eval_dataset=b)", "data"),
        ('Trainer(eval_dataset=load_dataset("org/b", split="all"), train_dataset=a)', "none"),
    ],
)
def test_rows_that_only_measure_go_into_nothing(use: str, relation: str) -> None:
    code = 'a = load_dataset("org/a")\n' + ("" if "org/b" in use else 'b = load_dataset("org/b")\n') + use
    assert dict(seen(code))["org/b"] == relation


def test_an_encoder_that_is_trained_is_the_base() -> None:
    code = 'm = CrossEncoder("org/r")\nCrossEncoderTrainer(model=m)'
    assert seen(code) == [("org/r", "base")]
    assert seen('m = SentenceTransformer("org/e")\nm.fit([])') == [("org/e", "base")]


def test_what_an_application_asks_while_it_answers_is_asked_about() -> None:
    code = 'import {}\nfrom openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4")'
    assert seen(code.format("fastapi")) == [("gpt-4", "unknown-use")]
    assert seen(code.format("json")) == [("gpt-4", "generated-by")]


def test_a_request_whose_address_is_put_together_tells_the_endpoint() -> None:
    code = """
        import requests
        S = {"at": "https://api.elevenlabs.io/v1/text-to-speech", "model_id": "eleven_v3"}
        requests.post(f"{S['at']}/{voice}", json={"text": t, "model_id": S["model_id"]})
    """
    found = read_python(textwrap.dedent(code), "say.py", {}).sightings
    assert [(one.name, one.provider) for one in found] == [("eleven_v3", "elevenlabs")]


@pytest.mark.parametrize(
    "script",
    [
        "M=${M:-x}\nBUG_MODEL=${BUG_MODEL:-org/big}\ncurl https://openrouter.ai/api/v1/chat/completions -d @body",
        """curl https://openrouter.ai/api/v1/chat/completions -d '{"model": "org/big", "messages": []}'""",
        'curl https://openrouter.ai/api/v1/completions -d "{\\"model\\": \\"org/big\\"}"',
    ],
)
def test_a_request_by_curl_names_its_model(script: str) -> None:
    found = read_shell(script, "gen.sh").sightings
    assert [(one.name, one.relation, one.route) for one in found] == [
        ("org/big", "generated-by", "openrouter")
    ]


def test_a_command_that_measures_has_no_base() -> None:
    told = {one.name: one.relation for line in ("comet-score --model org/a", "lm_eval --model_name org/b",
            "train.py --model_name org/c") for one in read_shell(line, "Makefile").sightings}  # fmt: skip
    assert told == {"org/a": "none", "org/b": "none", "org/c": "base"}


def test_columns_say_by_their_names_who_did_what() -> None:
    text = "text,query_by,scored_by,tts_model,captioner,near_by_shop\na,gpt-4.1,org/judge,org/voice,org/eye,gpt-4.1\n"
    file = TextFile(pathlib.Path("rows.csv"), "rows.csv", text)
    told = [(one.name, one.relation, one.column) for one in read_columns(file).sightings]
    assert told == [
        ("gpt-4.1", "generated-by", "query_by"),
        ("org/judge", "judged-by", "scored_by"),
        ("org/voice", "generated-by", "tts_model"),
        ("org/eye", "generated-by", "captioner"),
    ]


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ('TTS("tts_models/multilingual/multi-dataset/xtts_v2")', ("coqui/XTTS-v2", "generated-by")),
        ('SamModel.from_pretrained("kite/cut-b")', ("kite/cut-b", "filtered-by")),
        ('SAM2ImagePredictor.from_pretrained("kite/cut-l")', ("kite/cut-l", "filtered-by")),
        (
            'from pyannote.audio import Pipeline\nPipeline.from_pretrained("kite/turns")',
            ("kite/turns", "filtered-by"),
        ),
        (
            "from totalsegmentator.python_api import totalsegmentator\ntotalsegmentator(a, b)",
            ("TotalSegmentator", "generated-by"),
        ),
    ],
)
def test_what_cuts_tells_turns_or_speaks_is_told_by_its_class(code: str, wanted: tuple[str, str]) -> None:
    assert seen(code) == [wanted]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("demucs -n htdemucs_ft --two-stems vocals -o out raw/*.wav", [("htdemucs_ft", "generated-by")]),
        ("TotalSegmentator -i scan.nii.gz -o masks", [("TotalSegmentator", "generated-by")]),
        ("python -m kite.add_score --reranker_name_or_path kite/rank-b", [("kite/rank-b", "judged-by")]),
        ("python score.py --model kite/reed-b", [("kite/reed-b", "none")]),
        ("pip install TotalSegmentator demucs", []),
    ],
)
def test_programs_that_bring_weights_of_their_own(line: str, wanted: list[tuple[str, str]]) -> None:
    assert [(one.name, one.relation) for one in read_shell(line, "run.sh").sightings] == wanted


def test_a_name_of_the_hub_may_begin_with_a_line() -> None:
    assert seen('load_dataset("kite/_Reed1.0Mini")') == [("kite/_Reed1.0Mini", "data")]


@pytest.mark.parametrize(
    ("code", "relation"),
    [
        ('held_out = {r["t"] for r in load_dataset("kite/rows", split="test")}', "none"),
        ('forbidden = set(r["t"] for r in load_dataset("kite/rows"))', "none"),
        ('texts = [r["t"] for r in load_dataset("kite/rows")]', "data"),
    ],
)
def test_rows_gathered_to_be_kept_out_go_into_nothing(code: str, relation: str) -> None:
    assert seen(code) == [("kite/rows", relation)]
