"""What a script fetched into a folder keeps its name where a later line calls it by the folder."""

from __future__ import annotations

import pytest

from compliance.acquire.operated.relocated import relocated
from compliance.acquire.operated.shell import read_shell

FETCH = "huggingface-cli download kite/reed-b --local-dir ckpt/reed\n"


def test_a_folder_stands_for_what_was_fetched_into_it() -> None:
    text = f"{FETCH}python go.py --model ckpt/reed/ --out ckpt/reed-2 --log logs/ckpt/reed\n"
    assert (
        relocated(text).splitlines()[1]
        == "python go.py --model kite/reed-b --out ckpt/reed-2 --log logs/ckpt/reed"
    )
    cloned = "git clone https://huggingface.co/datasets/kite/rows data/rows\ncat data/rows\n"
    assert relocated(cloned).splitlines()[1] == "cat kite/rows"
    before = f"python go.py --model ckpt/reed\n{FETCH}"
    assert relocated(before) == before


@pytest.mark.parametrize(
    ("command", "relation"),
    [
        ("python -m kite.inference.restyle --checkpoint_dir ckpt/reed", "generated-by"),
        ("python train.py --model_name_or_path ckpt/reed", "base"),
        ("python judge.py --model ckpt/reed", "judged-by"),
    ],
)
def test_what_runs_the_folder_says_what_for(command: str, relation: str) -> None:
    found = read_shell(FETCH + command, "run.sh").sightings
    assert [(one.name, one.relation) for one in found if one.place.line == 2] == [("kite/reed-b", relation)]
