"""Code is read for what it asks, loads and publishes, through variables, options, loops and wrappers."""

from __future__ import annotations

import textwrap

import pytest

from compliance.acquire.code import read_python
from compliance.acquire.code.table import reached
from compliance.model.shapes.location import Location


def seen(code: str, name: str = "work.py", variables: object = None) -> list[tuple[str, str, int]]:
    found = read_python(textwrap.dedent(code), name, variables or {})  # type: ignore[arg-type]
    return [(one.name, one.relation, one.place.line) for one in found.sightings]


@pytest.mark.parametrize(
    "code",
    [
        'M = "gpt-4"\nc.chat.completions.create(model=M)',
        'import os\nc.chat.completions.create(model=os.getenv("M", "gpt-4"))',
        'import os\nc.chat.completions.create(model=os.environ.get("M") or "gpt-4")',
        'p.add_argument("--big-model", default="gpt-4")\nc.messages.create(model=p.parse_args().big_model)',
        'def ask(m, p):\n    return c.responses.create(model=m, input=p)\nask("gpt-4", "hello")',
        'for m in ["gpt-4"]:\n    c.chat.completions.create(model=m)',
        'MODELS = {"a": ("gpt-4", 1)}\nfor k, (m, n) in MODELS.items():\n    c.chat.completions.create(model=m)',
        'class Config:\n    model: str = "gpt-4"\nc.chat.completions.create(model=Config().model)',
        'def ask(m="gpt-4"):\n    c.chat.completions.create(model=m)',
        'S = dict(model="gpt-4")\nc.chat.completions.create(**S)',
        '[c.chat.completions.create(model=m) for m in ("gpt-4",)]',
        'from langchain_openai import ChatOpenAI\nllm = ChatOpenAI(model="gpt-4")',
        'class A:\n    model: str = field(default=os.environ.get("M", "gpt-4"))\nc.messages.create(model=A().model)',
        'class A:\n    model: str = Field("gpt-4")\nc.messages.create(model=A().model)',
        'class A:\n    model: str = field(default_factory=lambda: "gpt-4")\nc.messages.create(model=A().model)',
    ],
)
def test_a_model_is_found_through_whatever_carries_its_name(code: str) -> None:
    assert [(name, relation) for name, relation, _ in seen(code)] == [("gpt-4", "generated-by")]


def test_the_line_told_is_that_of_the_name() -> None:
    assert seen('M = "gpt-4"\n\nc.chat.completions.create(model=M)') == [("gpt-4", "generated-by", 1)]


def test_a_variable_that_a_script_sets_counts_beside_the_default() -> None:
    variables = {"TEACHER": [("claude-3-opus", Location("run.sh", 3, 1), "export TEACHER=claude-3-opus")]}
    code = 'import os\nc.chat.completions.create(model=os.environ.get("TEACHER", "gpt-4"))'
    found = read_python(code, "work.py", variables).sightings
    assert [(one.name, one.place.file) for one in found] == [
        ("gpt-4", "work.py"),
        ("claude-3-opus", "run.sh"),
    ]


@pytest.mark.parametrize(
    ("code", "relation"),
    [
        ('def judge(row):\n    return c.chat.completions.create(model="gpt-4")', "judged-by"),
        ('JUDGE_MODEL = "gpt-4"\nc.chat.completions.create(model=JUDGE_MODEL)', "judged-by"),
        ('def keep_clean(row):\n    c.chat.completions.create(model="gpt-4")', "filtered-by"),
        ('def run_benchmark():\n    c.chat.completions.create(model="gpt-4")', "none"),
        ('def write_story():\n    c.chat.completions.create(model="gpt-4")', "generated-by"),
    ],
)
def test_names_of_variables_and_functions_say_what_a_call_is_for(code: str, relation: str) -> None:
    assert [relation] == [found for _, found, _ in seen(code)]


@pytest.mark.parametrize(
    ("code", "relation"),
    [
        ('UltraFeedback(llm=OpenAILLM(model="gpt-4"))', "judged-by"),
        ('llm = OpenAILLM(model="gpt-4")\nUltraFeedback(name="x", llm=llm)', "judged-by"),
        ('TextGeneration(llm=OpenAILLM(model="gpt-4"))', "generated-by"),
        ('llm = OpenAILLM(model="gpt-4")\nTextGeneration(llm=llm)\nUltraFeedback(llm=llm)', "generated-by"),
        ('guard = ChatOpenAI(model="gpt-4")', "filtered-by"),
    ],
)
def test_what_takes_a_client_says_what_it_is_for(code: str, relation: str) -> None:
    assert [(name, said) for name, said, _ in seen(code)] == [("gpt-4", relation)]


def test_weights_that_a_trainer_gets_are_the_base() -> None:
    code = """
        from transformers import AutoModelForCausalLM, Trainer
        BASE = "org/base-7b"
        model = AutoModelForCausalLM.from_pretrained(BASE)
        other = AutoModelForCausalLM.from_pretrained("org/other-7b")
        Trainer(model=model).train()
        model.push_to_hub("me/tuned-7b")
    """
    assert seen(code) == [("org/base-7b", "base", 3), ("org/other-7b", "unknown-use", 5)]
    found = read_python(textwrap.dedent(code), "train.py", {})
    assert [(one.kind, one.name) for one in found.published] == [("model", "me/tuned-7b")]


def test_weights_that_are_put_out_again_are_the_base_and_rows_stay_rows() -> None:
    code = """
        model = AutoModelForCausalLM.from_pretrained("org/base-7b")
        tok = AutoTokenizer.from_pretrained("org/base-7b")
        rows = load_dataset("org/rows")
        model.merge_and_unload().push_to_hub("me/tuned-7b")
        tok.push_to_hub("me/tuned-7b")
        rows["train"].push_to_hub("me/my-rows")
    """
    assert ("org/base-7b", "base", 2) in seen(code)
    assert ("org/base-7b", "none", 3) in seen(code)
    found = read_python(textwrap.dedent(code), "push.py", {}).published
    assert [(one.kind, one.name) for one in found if one.place.line != 6] == [
        ("model", "me/tuned-7b"),
        ("dataset", "me/my-rows"),
    ]


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ('SFTConfig(output_dir="out", hub_model_id="me/thing")', "model"),
        ('HfApi().create_repo("me/thing")', "model"),
        ('HfApi().create_repo("me/thing", repo_type="dataset")', "dataset"),
        ('api.upload_folder(folder_path=".", repo_id="me/thing")', "model"),
        ('d = Dataset.from_list(rows)\nd.push_to_hub("me/thing")', "dataset"),
        ('t = SFTTrainer(model=m)\nt.push_to_hub("me/thing")', "model"),
    ],
)
def test_what_is_put_out_is_of_the_kind_that_its_making_tells(code: str, kind: str) -> None:
    found = read_python(code, "push.py", {}).published
    assert [(kind, "me/thing")] == [(one.kind, one.name) for one in found]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('load_dataset("org/rows")', [("org/rows", "data")]),
        ('TESTS = ["org/exam"]\nfor t in TESTS:\n    load_dataset(t)', [("org/exam", "none")]),
        ('load_dataset("json", data_files="rows.json")', []),
        ('load_dataset("data/rows")', []),
        ('hf_hub_download(repo_id="org/rows", repo_type="dataset")', [("org/rows", "data")]),
        ('SentenceTransformer("org/embedder")', [("org/embedder", "filtered-by")]),
        ('AutoTokenizer.from_pretrained("org/base")', [("org/base", "none")]),
        ('AutoModelForCausalLM.from_pretrained("./out/step-100")', []),
    ],
)
def test_rows_and_weights_are_told_apart_from_tests_and_own_files(
    code: str, expected: list[tuple[str, str]]
) -> None:
    assert expected == [(name, relation) for name, relation, _ in seen(code)]


def test_rows_that_are_written_say_who_wrote_them_and_for_which_set() -> None:
    code = """
        PARTS = {"a": ("org/rows", "text-davinci-003", "cc-by-nc-4.0")}
        for key, (path, teacher, terms) in PARTS.items():
            out({"id": key, "source": path, "teacher": teacher, "license": terms})
    """
    found = read_python(textwrap.dedent(code), "build.py", {})
    assert [(one.name, one.into) for one in found.sightings] == [("text-davinci-003", "org/rows")]
    assert [(one.about, one.text, one.place.line) for one in found.statements] == [
        ("rows", "cc-by-nc-4.0", 2)
    ]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://me.openai.azure.com/", ("openai", "azure")),
        ("https://openrouter.ai/api/v1", (None, "openrouter")),
        ("https://open.bigmodel.cn/api/paas/v4", ("zai", "mainland")),
        ("https://api.z.ai/api/paas/v4", ("zai", "direct")),
        ("https://api.moonshot.cn/v1", ("moonshot", "mainland")),
        ("https://api.moonshot.ai/v1", ("moonshot", "direct")),
        ("https://dashscope.aliyuncs.com/compatible-mode/v1", ("alibaba", "mainland")),
        ("https://dashscope-intl.aliyuncs.com/compatible-mode/v1", ("alibaba", "direct")),
        ("https://ark.cn-beijing.volces.com/api/v3", ("bytedance", "mainland")),
        ("https://api.minimaxi.com/v1", ("minimax", "mainland")),
        ("https://api.minimax.io/v1", ("minimax", "direct")),
        ("http://localhost:8000/v1", (None, "own")),
        ("http://gateway.example:4000", (None, "own")),
    ],
)
def test_an_address_tells_the_route(address: str, expected: tuple[str | None, str | None]) -> None:
    assert expected == reached(address)


def test_a_client_with_an_address_is_not_its_library_s_provider() -> None:
    code = 'from openai import OpenAI\nc = OpenAI(base_url="https://api.deepseek.com")\nc.chat.completions.create(model="m-1")'
    found = read_python(code, "work.py", {}).sightings
    assert [(one.provider, one.route) for one in found] == [("deepseek", "direct")]


@pytest.mark.parametrize(
    "code", ["def (", "x = " + "(" * 300, "\0", "a = a\nf(model=a)\nc.messages.create(model=a)"]
)
def test_code_that_cannot_be_read_is_told_and_nothing_more(code: str) -> None:
    found = read_python(code, "work.py", {})
    assert found.sightings == []
