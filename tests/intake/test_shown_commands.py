"""Commands on pages that run the folder's own scripts: what they give these is used as the script uses it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from compliance.intake import scan_folder
from compliance.pipeline import load_packs

Folder = Callable[[Mapping[str, str]], Path]
FIRE = (
    "import fire\nfrom datasets import load_dataset\n"
    "from transformers import AutoModelForCausalLM, Trainer\n\n\n"
    "def tune(base_model: str = '', rows: str = ''):\n"
    "    model = AutoModelForCausalLM.from_pretrained(base_model)\n"
    "    Trainer(model=model, train_dataset=load_dataset(rows)).train()\n\n\n"
    "fire.Fire(tune)\n"
)
PARSED = (
    "import argparse\nfrom datasets import load_dataset\nfrom transformers import AutoModelForCausalLM, Trainer\n"
    "parser = argparse.ArgumentParser()\nparser.add_argument('--base_model')\nparser.add_argument('--rows')\n"
    "args = parser.parse_args()\nmodel = AutoModelForCausalLM.from_pretrained(args.base_model)\n"
    "Trainer(model=model, train_dataset=load_dataset(args.rows)).train()\n"
)
COMMAND = "```bash\n$ python tune.py \\\n    --base_model 'marsh/heron-3b' --rows marsh/reed-rows\n```\n"


def relations(folder: Path) -> dict[str, str]:
    return {one.name: one.relation for one in scan_folder(folder, load_packs()).upstreams}


@pytest.mark.parametrize("script", [FIRE, PARSED])
@pytest.mark.parametrize(
    "heading", ["## Training (`tune.py`)", "## Example usage: fine-tuning", "## How it was made"]
)
def test_a_command_that_trains_tells_its_base_and_its_rows(folder: Folder, script: str, heading: str) -> None:
    made = folder({"README.md": f"# Reed\n\n{heading}\n\n{COMMAND}", "tune.py": script})
    assert relations(made) == {"marsh/heron-3b": "base", "marsh/reed-rows": "data"}


@pytest.mark.parametrize(
    "heading", ["## Inference", "## Evaluation", "## Tune on your own", "## Quick start"]
)
def test_a_command_below_a_heading_of_use_tells_nothing(folder: Folder, heading: str) -> None:
    made = folder({"README.md": f"# Reed\n\n{heading}\n\n{COMMAND}", "say.py": PARSED})
    assert relations(made) == {}


def test_a_placeholder_is_no_base(folder: Folder) -> None:
    page = "# Reed\n\n## Training\n\n```\npython tune.py --base_model [MODEL] --rows <your-rows>\n```\n"
    assert relations(folder({"README.md": page, "tune.py": PARSED})) == {}
