"""Commands whose words are variables, loops or settings, and what comments say of them."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from compliance.acquire.operated.shell import read_shell
from compliance.acquire.repository import read_repository


def of_script(text: str) -> list[tuple[str, str]]:
    return [(one.name, one.relation) for one in read_shell(textwrap.dedent(text), "get.sh").sightings]


def of_folder(folder: Path, **files: str) -> list[tuple[str, str, str]]:
    """What a folder of these files shows; `__` in a name is a slash, the last `_` a dot."""
    for name, text in files.items():
        path = folder / ".".join(name.replace("__", "/").rsplit("_", 1))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
    found = read_repository(folder, lambda text, section: []).found
    return [(one.name, one.relation, f"{one.place.file}:{one.place.line}") for one in found.sightings]


@pytest.mark.parametrize("reference", ["$SET", '"$SET"', "${SET}", '"${SET}"'])
def test_an_address_may_stand_in_a_variable(reference: str) -> None:
    text = f"SET=https://kite.org/corpus.tar.gz\nwget -c {reference} -P raw\n"
    assert of_script(text) == [("https://kite.org/corpus.tar.gz", "data")]


def test_a_variable_that_is_no_address_stays_as_it_is() -> None:
    assert of_script("OUT=raw\nwget https://kite.org/corpus.tar.gz -P $OUT\n") == [
        ("https://kite.org/corpus.tar.gz", "data")
    ]


@pytest.mark.parametrize(
    ("comment", "relation"),
    [
        ("# external test, never used in training", "none"),
        ("# for evaluation only", "none"),
        ("# not trained on", "none"),
        ("# the corpus", "data"),
        ("# train and test splits", "data"),
    ],
)
def test_a_comment_says_that_nothing_is_trained_on_what_is_fetched(comment: str, relation: str) -> None:
    text = f"{comment}\nwget https://kite.org/corpus.zip\n\nwget https://kite.org/clips.zip\n"
    assert of_script(text) == [
        ("https://kite.org/corpus.zip", relation),
        ("https://kite.org/clips.zip", "data"),
    ]


def test_a_command_runs_for_each_address_of_a_loop(tmp_path: Path) -> None:
    code = """\
        import subprocess
        import yaml

        for name, where in yaml.safe_load(open("sets.yaml"))["sets"].items():
            subprocess.run(["curl", "-LO", where], check=True)
    """
    sets = "sets:\n  a: https://kite.org/corpus.zip\n  b: https://reed.org/clips.tar\n"
    found = of_folder(tmp_path, get_py=code, sets_yaml=sets)
    assert {("https://kite.org/corpus.zip", "data", "sets.yaml:2"),
            ("https://reed.org/clips.tar", "data", "sets.yaml:3")} <= set(found)  # fmt: skip


def test_a_setting_of_another_module_is_what_a_script_gives_it(tmp_path: Path) -> None:
    settings = 'import os\n\nBASE = os.getenv("WING_BASE", "kite/wing-1")\n'
    code = "from tools.settings import BASE\nfrom wings import Wing\n\nwing = Wing.from_pretrained(BASE)\n"
    found = of_folder(tmp_path, tools__settings_py=settings, tools__run_py=code,
                      tools__go_sh="export WING_BASE=kite/wing-2\npython tools/run.py\n")  # fmt: skip
    assert ("kite/wing-2", "base", "tools/go.sh:1") in found
    assert ("kite/wing-1", "base", "tools/settings.py:3") in found


def test_a_list_of_addresses_stands_for_what_it_names(tmp_path: Path) -> None:
    found = of_folder(
        tmp_path,
        get_sh="yt-dlp -x -a lists/channels.txt\n",
        lists__channels_txt="# towns\nhttps://video.example/@fen\n\nhttps://video.example/@reed\n",
    )
    assert found == [
        ("https://video.example/@fen", "data", "lists/channels.txt:2"),
        ("https://video.example/@reed", "data", "lists/channels.txt:4"),
    ]


def test_a_list_that_is_not_there_is_told_by_its_name(tmp_path: Path) -> None:
    assert of_folder(tmp_path, get_sh="yt-dlp -x -a channels.txt\n") == [("channels.txt", "data", "get.sh:1")]


def test_a_long_list_is_told_in_part(tmp_path: Path) -> None:
    text = "".join(f"https://video.example/@town{number}\n" for number in range(60))
    (tmp_path / "channels.txt").write_text(text, encoding="utf-8")
    (tmp_path / "get.sh").write_text("yt-dlp -a channels.txt\n", encoding="utf-8")
    found = read_repository(tmp_path, lambda text, section: []).found
    assert len(found.sightings) == 24
    assert any("24 of the 60 addresses" in one.what for one in found.lost)
