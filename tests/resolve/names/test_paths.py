"""A folder is called as some hosts begin their model strings; a file in it is no service of theirs."""

from __future__ import annotations

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.resolve.names.paths import may_be_a_path
from compliance.resolve.names.prepared import lookups


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("models/convert-weights.py", True),
        ("models/our-net", True),
        ("gemini/Train.ipynb", True),
        ("models/gemini-2.5-pro", False),
        ("models/text-embedding-004", False),
        ("openrouter/some-net", False),
        ("some-lab/train.py", False),
        ("deepl.py", False),
    ],
)
def test_a_file_or_folder_is_told_from_a_model_of_a_host(name: str, path: bool) -> None:
    assert may_be_a_path(name, lookups(load_packs().registry).names) is path
