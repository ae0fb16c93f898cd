"""Names are followed out of a module: into configurations that it loads, and into other modules of its folder."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from compliance.acquire.repository import read_repository
from compliance.acquire.toml import read_toml

ASKS = "from openai import OpenAI\nOpenAI().chat.completions.create(model={name}, messages=[])\n"


def seen(folder: Path, **files: str) -> list[tuple[str, str, str]]:
    """What a folder of these files shows; `__` in a name is a slash, the last `_` a dot."""
    for name, text in files.items():
        path = folder / ".".join(name.replace("__", "/").rsplit("_", 1))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
    found = read_repository(folder, lambda text, section: []).found
    return [(one.name, one.relation, f"{one.place.file}:{one.place.line}") for one in found.sightings]


@pytest.mark.parametrize(
    "code",
    [
        'import yaml\nCFG = yaml.safe_load(open("conf/gen.yaml"))\n'
        + ASKS.format(name='CFG["writer"]["model"]'),
        'import yaml\nwith open("conf/gen.yaml") as fh:\n    cfg = yaml.safe_load(fh)\n'
        + ASKS.format(name='cfg.get("writer").get("model", None)'),
        "import yaml, pathlib\nHERE = pathlib.Path(__file__).parent\n"
        'cfg = yaml.safe_load((HERE / "conf" / "gen.yaml").read_text())["writer"]\n'
        + ASKS.format(name='cfg["model"]'),
        'from omegaconf import OmegaConf\ncfg = OmegaConf.load("conf/gen.yaml")\n'
        + ASKS.format(name="cfg.writer.model"),
        "import yaml, argparse\np = argparse.ArgumentParser()\n"
        'p.add_argument("--config", default="conf/gen.yaml")\n'
        "cfg = yaml.safe_load(open(p.parse_args().config))\n" + ASKS.format(name='cfg["writer"]["model"]'),
        "import yaml\ndef load(path):\n    with open(path) as fh:\n        return yaml.safe_load(fh)\n"
        'cfg = load("conf/gen.yaml")\n' + ASKS.format(name='cfg["writer"]["model"]'),
        "import yaml, sys\ncfg = yaml.safe_load(open(sys.argv[1]))\n"
        + ASKS.format(name='cfg["writer"]["model"]'),
        "import hydra\n@hydra.main(config_path='conf', config_name='gen')\ndef main(cfg):\n"
        + textwrap.indent(ASKS.format(name="cfg.writer.model"), "    "),
    ],
)
def test_settings_that_code_loads_name_what_it_asks(tmp_path: Path, code: str) -> None:
    found = seen(tmp_path, make_py=code, conf__gen_yaml="# settings\nwriter:\n  model: gpt-4.1\n")
    assert ("gpt-4.1", "generated-by", "conf/gen.yaml:3") in found
    assert any(name == "gpt-4.1" and place.startswith("make.py:") for name, _, place in found)


def test_settings_in_toml_and_in_json_know_their_lines(tmp_path: Path) -> None:
    code = """
        import json, tomllib
        a = tomllib.load(open("a.toml", "rb"))
        b = json.load(open("b.json"))
        from datasets import load_dataset
        load_dataset(a["rows"]["hub"])
        load_dataset(b["rows"])
    """
    found = seen(
        tmp_path,
        make_py=code,
        a_toml='[other]\nx = 1\n[rows]\nhub = "org/first"\n',
        b_json='{\n"rows": "org/second"}',
    )
    assert ("org/first", "data", "a.toml:4") in found
    assert ("org/second", "data", "b.json:2") in found


def test_a_json_that_is_not_named_is_no_setting(tmp_path: Path) -> None:
    code = "import json, sys\nrow = json.loads(sys.stdin.read())\n" + ASKS.format(name='row["model"]')
    assert seen(tmp_path, make_py=code, results_json='{"model": "gpt-4.1"}') == []


def test_the_default_of_an_interpolated_setting_is_its_value(tmp_path: Path) -> None:
    code = """
        import yaml
        from transformers import AutoModelForCausalLM, Trainer
        cfg = yaml.safe_load(open("c.yaml"))
        model = AutoModelForCausalLM.from_pretrained(cfg["start"])
        Trainer(model=model).train()
    """
    found = seen(tmp_path, train_py=code, c_yaml="start: ${oc.env:START,org/base-7b}\n")
    assert ("org/base-7b", "base", "c.yaml:1") in found


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ('TEACHER = "gpt-4.1"\n', "from settings import TEACHER\n" + ASKS.format(name="TEACHER")),
        ('TEACHER = "gpt-4.1"\n', "import settings\n" + ASKS.format(name="settings.TEACHER")),
        (
            'class C:\n    teacher: str = "gpt-4.1"\nc = C()\n',
            "from settings import c\n" + ASKS.format(name="c.teacher"),
        ),
        ('T = {"a": {"name": "gpt-4.1"}}\n', "from settings import T\n" + ASKS.format(name='T["a"]["name"]')),
        (
            "from openai import OpenAI\ndef ask(p, model):\n"
            "    return OpenAI().responses.create(model=model, input=p)\n",
            'from settings import ask\nask("hello", model="gpt-4.1")\n',
        ),
        (
            'def models():\n    return {"big": "gpt-4.1"}\n',
            "from src.settings import models\n" + ASKS.format(name='models()["big"]'),
        ),
        (
            "from dataclasses import dataclass\n@dataclass\nclass Engine:\n    kind: str\n    model: str\n"
            'ENGINES = {"big": Engine("api", "gpt-4.1")}\n',
            "from settings import ENGINES\nimport sys\ne = ENGINES[sys.argv[1]]\n"
            + ASKS.format(name="e.model"),
        ),
    ],
)
def test_other_modules_of_the_folder_name_what_is_asked(tmp_path: Path, settings: str, code: str) -> None:
    found = seen(tmp_path, src__settings_py=settings, src__make_py=code)
    assert ("gpt-4.1", "generated-by") in {(name, relation) for name, relation, _ in found}


def test_the_client_of_another_module_tells_whose_endpoint_is_asked(tmp_path: Path) -> None:
    (tmp_path / "api.py").write_text(
        'from openai import OpenAI\nclient = OpenAI(base_url="https://api.deepseek.com")\n', encoding="utf-8"
    )
    (tmp_path / "make.py").write_text(
        'from api import client\nclient.chat.completions.create(model="deepseek-chat")\n', encoding="utf-8"
    )
    found = read_repository(tmp_path, lambda text, section: []).found.sightings
    assert [(one.name, one.provider) for one in found] == [("deepseek-chat", "deepseek")]


def test_modules_that_hand_names_round_in_circles_end(tmp_path: Path) -> None:
    many = "\n".join(f"self.x{n} = self.x{n + 1} or self.x{(n * 7) % 60}" for n in range(60))
    code = f"class A:\n    def f(self):\n{textwrap.indent(many, '        ')}\n" + ASKS.format(name="A().x0")
    assert (
        seen(
            tmp_path,
            a_py="from b import y as x\n" + ASKS.format(name="x"),
            b_py="from a import x as y\n",
            c_py=code,
        )
        == []
    )


def test_what_is_no_toml_is_no_settings() -> None:
    assert read_toml("a = [") is None
    assert read_toml('a = "x"\n[b]\nc = ["y", "x"]') == {"a": "x", "b": {"c": ["y", "x"]}}


def test_a_size_of_batches_is_no_training(tmp_path: Path) -> None:
    settings = "asr:\n  batch_size: 16\n  align_model: kite/reed-align\n  checkpoint: kite/reed-b\n"
    found = seen(tmp_path, **{"conf.yaml": settings})
    assert {one[:2] for one in found} == {("kite/reed-align", "filtered-by"), ("kite/reed-b", "unknown-use")}


def test_a_setting_that_asks_the_environment_is_what_a_script_gives_it(tmp_path: Path) -> None:
    code = "from omegaconf import OmegaConf\ncfg = OmegaConf.load('conf/gen.yaml')\n"
    settings = "writer:\n  model: ${oc.env:WRITER,quill-1}\n"
    found = seen(
        tmp_path,
        conf__gen_yaml=settings,
        make_py=code + ASKS.format(name="cfg.writer.model"),
        run_sh="export WRITER=quill-9\npython make.py\n",
    )
    assert {("quill-1", "generated-by"), ("quill-9", "generated-by")} == {one[:2] for one in found}
