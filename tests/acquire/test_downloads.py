"""Files that are fetched by an address are rows, weights, or software that says nothing."""

from __future__ import annotations

import pytest

from compliance.acquire.code import read_python
from compliance.acquire.operated.recipe import read_recipe
from compliance.acquire.operated.shell import read_shell
from compliance.acquire.tree import read_tree


def of_line(line: str) -> list[tuple[str, str]]:
    return [(one.name, one.relation) for one in read_shell(line, "get.sh").sightings]


@pytest.mark.parametrize(
    ("line", "name", "relation"),
    [
        ("wget -c https://kite.org/x/corpus-2.tar -P raw", "https://kite.org/x/corpus-2.tar", "data"),
        (
            "wget http://www.openslr.org/resources/0/reed.tgz",
            "http://www.openslr.org/resources/0/reed.tgz",
            "data",
        ),
        (
            "curl -L https://kite.org/f/JN3/download -o kite.zip",
            "https://kite.org/f/JN3/download",
            "unknown-use",
        ),
        ("wget https://kite.org/nets/reed_b.pth", "https://kite.org/nets/reed_b.pth", "unknown-use"),
        ("aws s3 sync s3://kite/corpus/2024 raw/", "s3://kite/corpus/2024", "data"),
        ("gsutil -m cp -r gs://kite/episodes/7 .", "gs://kite/episodes/7", "data"),
        ("mkdir a && wget https://kite.org/scans.zip && unzip a", "https://kite.org/scans.zip", "data"),
        ("wget \\\n  https://kite.org/reviews.csv.gz", "https://kite.org/reviews.csv.gz", "data"),
        ("yt-dlp https://video.example/@reed -x", "https://video.example/@reed", "data"),
        ("yt-dlp -x --batch-file channels.txt", "channels.txt", "data"),
        ("wget https://kite.org/corpus/test.zip", "https://kite.org/corpus/test.zip", "none"),
    ],
)
def test_what_a_command_line_fetches(line: str, name: str, relation: str) -> None:
    assert of_line(line) == [(name, relation)]


@pytest.mark.parametrize(
    "line",
    [
        "aws s3 cp out/rows.parquet s3://kite/corpus/rows.parquet",
        "curl -X POST https://kite.org/hooks/data.json -d @corpus.json",
        "curl -sSf https://kite.org/install.sh | sh",
        "wget https://github.com/kite/tool/archive/refs/tags/v1.0.tar.gz",
        "wget https://repo.anaconda.com/data/Mini-Linux-x86_64.tar.gz",
        "curl -s http://localhost:8000/v1/models",
    ],
)
def test_what_is_sent_or_is_software_is_no_upstream(line: str) -> None:
    assert of_line(line) == []


@pytest.mark.parametrize(
    ("code", "name", "relation"),
    [
        ('import pandas\npandas.read_parquet("s3://kite/logs/2024/")', "s3://kite/logs/2024/", "data"),
        ('import pandas as p\np.read_csv("https://kite.org/a.zip")', "https://kite.org/a.zip", "data"),
        ('U = "https://kite.org/clips.tar"\nimport wget\nwget.download(U)', "https://kite.org/clips.tar", "data"),
        ('from torch.hub import load_state_dict_from_url as l\nl("https://kite.org/n.pth")', "https://kite.org/n.pth",
         "unknown-use"),
        ('import pandas\npandas.read_csv("hf://datasets/kite/reed/a.csv")', "kite/reed", "data"),
        ('import pandas\ndef evaluate():\n    pandas.read_csv("https://kite.org/a.csv")', "https://kite.org/a.csv",
         "none"),
    ],
)  # fmt: skip
def test_what_code_fetches(code: str, name: str, relation: str) -> None:
    found = read_python(code, "load.py", {}).sightings
    assert [(one.name, one.relation) for one in found] == [(name, relation)]


def test_code_that_reads_a_page_or_its_own_file_fetches_nothing() -> None:
    code = 'import pandas\npandas.read_csv("data/a.csv")\npandas.read_json("https://kite.org/config.json")\n'
    assert read_python(code, "load.py", {}).sightings == []


@pytest.mark.parametrize(
    ("key", "address", "told"),
    [
        ("pretrained_url", "https://kite.org/nets/reed.pt", ("base", "model")),
        ("weights_url", "https://kite.org/nets/reed.safetensors?download=1", ("unknown-use", "model")),
        ("corpus", "https://kite.org/corpus.zip", ("data", "dataset")),
        ("eval_data", "https://kite.org/corpus.zip", None),
        ("docs", "https://kite.org/corpus.zip", None),
        ("dataset", "https://kite.org/about", None),
        ("pretrained_url", "https://kite.org/install.sh", None),
    ],
)
def test_settings_name_files_by_their_address(key: str, address: str, told: tuple[str, str] | None) -> None:
    found = read_recipe(read_tree(f"{key}: {address}\n", is_json=False), "conf.yaml").sightings
    assert [(one.name, one.relation, one.kind) for one in found if one.is_lineage] == (
        [(address, *told)] if told else []
    )
