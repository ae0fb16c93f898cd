"""Defaults of a configuration, and commands that put others in their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acquire.test_composed import named, read

CONFIG = {
    "conf/run.yaml": "defaults:\n  - trunk: fen\n  - _self_\nsteps: 3\n",
    "conf/trunk/fen.yaml": "base_checkpoint: marsh/fen-net\n",
    "conf/trunk/reed.yaml": "base_checkpoint: marsh/reed-net\n",
}


def is_base(tmp_path: Path, name: str, more: dict[str, str]) -> bool:
    """Whether a folder of the configuration and of further files shows these weights as a base."""
    return (name, "base") in named(read(tmp_path, CONFIG | more))


@pytest.mark.parametrize(
    "more",
    [
        {"run.sh": "python -m fen.train trunk=reed\n"},
        {"run.sh": 'torchrun --nproc_per_node 8 \\\n  train.py \\\n  steps=9 trunk=reed "$@"\n'},
        {"Makefile": "all:\n\tpython train.py trunk=reed && python train.py trunk=reed,sedge -m\n"},
        {"go.py": 'import subprocess\nsubprocess.run(["python", "train.py", "trunk=reed"])\n'},
        {"run.sh": "python train.py trunk=reed\npython show.py out/last\n"},
        {
            "run.sh": "python train.py trunk=reed\npython evaluate.py steps=9\n",
            "evaluate.py": "import hydra\n@hydra.main(config_path='conf', config_name='run')\ndef main(cfg): ...\n",
        },
        {"run.sh": "# python train.py\npython train.py trunk=reed\n"},
    ],
)
def test_a_default_that_every_command_overrides_made_nothing(tmp_path: Path, more: dict[str, str]) -> None:
    assert not is_base(tmp_path, "marsh/fen-net", more)
    assert is_base(tmp_path, "marsh/reed-net", more)


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"README.md": "Run `python train.py steps=4`.\n"},
        {"run.sh": "python train.py trunk=reed\n", "again.sh": "python train.py steps=9\n"},
        {
            "run.sh": "python train.py trunk=reed\npython tune.py steps=9\n",
            "tune.py": "import hydra\n@hydra.main(config_path='conf', config_name='run')\ndef main(cfg): ...\n",
        },
        {"run.sh": "python train.py trunk=$TRUNK\n"},
        {"run.sh": "python train.py trunk=fen,reed -m\n"},
        {"run.sh": "python train.py trunk.width=4\n"},
        {"notes.txt": "What if trunk=reed were tried?\n"},
    ],
)
def test_a_default_that_any_command_leaves_went_in(tmp_path: Path, more: dict[str, str]) -> None:
    assert is_base(tmp_path, "marsh/fen-net", more)


def test_the_name_of_a_part_that_is_chosen_is_no_upstream(tmp_path: Path) -> None:
    text = "defaults:\n  - policy: fen2_2b\n  - _self_\nsteps: 3\n"
    assert not read(tmp_path, {"conf/run.yaml": text}).sightings
