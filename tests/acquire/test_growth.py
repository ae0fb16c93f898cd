"""Reading takes work that grows with the length of a file, not with its square. The bounds are wide."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.acquire.page.markdown import Paragraph
from compliance.acquire.prose.work_forms import told_of_work
from compliance.acquire.repository import read_repository
from compliance.model.declared.sighting import Mention
from tests.effort import effort_below

FILES = {
    "loads.py": "".join(
        f'm{n} = AutoModel.from_pretrained("org/m{n}").to("cuda").eval()\n' for n in range(4_000)
    ),
    "run.sh": " ".join(["python train.py", *(f"--model org/m{n}" for n in range(4_000))]),
    "serve.sh": "".join(f"vllm serve org/m{n} --served-model-name m{n}\n" for n in range(4_000)),
}


@pytest.mark.parametrize("name", FILES)
def test_a_long_file_is_read_in_time(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(FILES[name], encoding="utf-8")
    with effort_below(800):
        found = read_repository(tmp_path, lambda _text, _section: []).found
    assert len({one.name for one in found.sightings}) == 4_000


def test_blanks_behind_a_name_are_passed_in_time() -> None:
    before, called = "This repo ports ", "org/fen"
    name = Mention(called, len(before), len(before) + len(called), "none", kind="model")
    with effort_below(200):
        assert told_of_work(name, Paragraph(f"{before}{called}{' ' * 30_000}, at last", 0, "")) is None
