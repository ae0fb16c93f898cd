"""Names that code puts together, hands to classes of its own, or takes from infrastructure and command lines."""

from __future__ import annotations

import pathlib
import textwrap
from collections.abc import Mapping

import pytest

from compliance.acquire.code import read_python
from compliance.acquire.operated.azure_deployments import azure_deployments
from compliance.acquire.repository import read_repository


def seen(code: str, name: str = "work.py") -> list[tuple[str, str]]:
    return [(one.name, one.relation) for one in read_python(textwrap.dedent(code), name, {}).sightings]


def read(folder: pathlib.Path, files: Mapping[str, str]) -> dict[str, str]:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
    found = read_repository(folder, lambda text, section: []).found
    return {one.name: one.relation for one in found.sightings}


@pytest.mark.parametrize(
    "told",
    [
        'f"{VENDOR}/{NAME}"',
        'VENDOR + "/" + NAME',
        'f"openrouter/{VENDOR}/{NAME}"',
    ],
)
def test_a_name_that_is_put_together_is_seen_whole(told: str) -> None:
    code = (
        'import os\nimport requests\nVENDOR = "mistralai"\nNAME = os.getenv("N", "mistral-large-2407")\n'
        'URL = "https://openrouter.ai/api/v1/chat/completions"\n\n\n'
        f'def ask(text):\n    return requests.post(URL, json={{"model": {told}}})\n'
    )
    assert {name.removeprefix("openrouter/") for name, _ in seen(code)} == {"mistralai/mistral-large-2407"}


def test_a_name_of_which_a_part_is_not_known_is_not_made_up() -> None:
    code = (
        "from openai import OpenAI\n\n\ndef ask(size):\n"
        '    return OpenAI().chat.completions.create(model=f"gpt-{size}")\n'
    )
    assert not seen(code)


@pytest.mark.parametrize(
    ("classes", "made", "relation"),
    [
        ("class Writer(curator.LLM): ...", "Writer", "generated-by"),
        ("class Ours(curator.LLM): ...\nclass JudgeRows(Ours): ...", "JudgeRows", "judged-by"),
    ],
)
def test_a_class_of_the_work_that_descends_from_a_client_asks(
    tmp_path: pathlib.Path, classes: str, made: str, relation: str
) -> None:
    files = {
        "fen/kinds.py": f"from bespokelabs import curator\n{classes}\n",
        "fen/settings.py": 'import os\nMODEL = os.getenv("M", "deepseek-reasoner")\n',
        "fen/make.py": "from fen import settings\n"
        f"from fen.kinds import {made}\nw = {made}(model_name=settings.MODEL)\n",
    }
    assert read(tmp_path, files) == {"deepseek-reasoner": relation}


def test_a_class_that_descends_from_no_client_asks_nothing() -> None:
    assert not seen('class Net(torch.nn.Module): ...\n\nnet = Net(model_name="gpt-4o")\n')


TERRAFORM = """\
resource "azurerm_cognitive_deployment" "a" {
  name = "row-writer"
  model {
    format  = "OpenAI"
    name    = "gpt-4o-mini"
    version = "2024-07-18"
  }
}
resource "azurerm_cognitive_deployment" "b" {
  name = "chat"
  model {
    name = "gpt-4.1"
  }
}
"""
BICEP = """\
resource d 'Microsoft.CognitiveServices/accounts/deployments@2023-05-01' = {
  name: 'row-writer'
  properties: {
    model: {
      format: 'OpenAI'
      name: 'gpt-4o-mini'
      version: '2024-07-18'
    }
  }
}
"""
COMMAND = (
    "az cognitiveservices account deployment create -g g -n n \\\n  --deployment-name row-writer "
    "--model-name gpt-4o-mini --model-version 2024-07-18\n"
)


@pytest.mark.parametrize("text", [TERRAFORM, BICEP, COMMAND])
def test_a_deployment_leads_to_the_model_that_it_serves(text: str) -> None:
    assert azure_deployments(text, "infra/x")["row-writer"][0] == "azure/gpt-4o-mini-2024-07-18"


def test_code_that_asks_a_deployment_asks_its_model_alone(tmp_path: pathlib.Path) -> None:
    code = (
        "from openai import AzureOpenAI\n\n\ndef write(text):\n"
        '    return AzureOpenAI().chat.completions.create(model="row-writer", messages=[text])\n'
    )
    assert set(read(tmp_path, {"main.tf": TERRAFORM, "write.py": code})) == {"azure/gpt-4o-mini-2024-07-18"}


TRAIN = """\
from dataclasses import dataclass, field
import transformers


@dataclass
class Arguments:
    model_name_or_path: str = field(default="facebook/opt-125m")


def train():
    args, = transformers.HfArgumentParser(Arguments).parse_args_into_dataclasses()
    model = transformers.AutoModelForCausalLM.from_pretrained(args.model_name_or_path)
    transformers.Trainer(model=model).train()
"""
GIVEN = "python fen/run.py --model_name_or_path org/heron-7b --epochs 3\n"


@pytest.mark.parametrize(
    ("script", "relation"),
    [(GIVEN, "none"), (f"{GIVEN}python fen/run.py --epochs 1\n", "base"), ("echo nothing\n", "base")],
)
@pytest.mark.parametrize(
    "files",
    [
        {"fen/run.py": TRAIN + '\n\nif __name__ == "__main__":\n    train()\n'},
        {"fen/train.py": TRAIN, "fen/run.py": "from fen.train import train\n\ntrain()\n"},
    ],
)
def test_a_default_in_whose_place_every_command_puts_another_went_into_nothing(
    tmp_path: pathlib.Path, files: dict[str, str], script: str, relation: str
) -> None:
    assert read(tmp_path, {**files, "run.sh": script})["facebook/opt-125m"] == relation


@pytest.mark.parametrize(
    ("name", "code", "relation"),
    [
        ("examples/chat.py", 'import ollama\nprint(ollama.chat(model="mistral-nemo:12b"))\n', "none"),
        ("src/chat.py", 'import ollama\nprint(ollama.chat(model="mistral-nemo:12b"))\n', "generated-by"),
        ("examples/make.py",
         'import json, ollama\nr = ollama.chat(model="mistral-nemo:12b")\njson.dump(r, open("rows.json", "w"))\n',
         "generated-by"),
        ("listening_test/other.py", 'import ollama\nollama.chat(model="mistral-nemo:12b")\n', "none"),
        ("auswertung/note.py", 'import ollama\nollama.chat(model="mistral-nemo:12b")\n', "none"),
    ],
)  # fmt: skip
def test_what_an_example_or_a_test_asks_made_nothing(
    tmp_path: pathlib.Path, name: str, code: str, relation: str
) -> None:
    assert read(tmp_path, {name: code}) == {"mistral-nemo:12b": relation}


def test_a_model_that_a_script_s_own_maker_is_given_is_asked(tmp_path: pathlib.Path) -> None:
    code = (
        'import { createOpenAI } from "@ai-sdk/openai";\nimport { appendFileSync } from "node:fs";\n'
        'const writer = process.env.WRITER ?? "mistral-large-2407";\n'
        'const provider = createOpenAI({ baseURL: "https://api.mistral.ai/v1" });\n'
        "const { text } = await generateText({ model: provider(writer), prompt });\n"
        "appendFileSync('rows.jsonl', text);\n"
    )
    assert read(tmp_path, {"make/write.ts": code}) == {"mistral-large-2407": "generated-by"}


def test_code_tells_the_use_of_a_model_that_it_takes_from_settings(tmp_path: pathlib.Path) -> None:
    code = (
        'import litellm, yaml\nconf = yaml.safe_load(open("conf.yaml"))\n\n\ndef verify(row):\n'
        '    return litellm.completion(model=conf["verify"]["model"], messages=[row])\n'
    )
    files = {"verify.py": code, "conf.yaml": "verify:\n  model: openai/o3-mini-2025-01-31\n"}
    assert read(tmp_path, files) == {"openai/o3-mini-2025-01-31": "judged-by"}


def test_weights_that_are_called_after_rewards_judge() -> None:
    code = (
        "from transformers import AutoModelForSequenceClassification as A\n"
        'm = A.from_pretrained("org/Fen-Reward-8B")\nn = A.from_pretrained("org/fen-topics")\n'
    )
    assert seen(code) == [("org/Fen-Reward-8B", "judged-by"), ("org/fen-topics", "filtered-by")]
