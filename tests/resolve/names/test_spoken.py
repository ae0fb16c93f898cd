"""A line of models and a size, as people speak of its members."""

from __future__ import annotations

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.resolve.names.lookup import Names


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(load_packs().registry)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("OLMo 2 7B", "allenai/OLMo-2-1124-7B"),
        ("OLMo 2 32B", "allenai/OLMo-2-0325-32B"),
        ("Falcon 3 10B Instruct", "tiiuae/Falcon3-10B-Instruct"),
        ("EXAONE 3.5 7.8B", "LGAI-EXAONE/EXAONE-3.5-7.8B-Instruct"),
        ("MiniCPM-V 2.6", "openbmb/MiniCPM-V-2_6"),
        ("OpenELM 1.1B", "apple/OpenELM-1_1B"),
    ],
)
def test_a_line_and_one_of_its_sizes_is_the_record_of_that_size(names: Names, name: str, plain: str) -> None:
    found, meant = names.model_entry(name), names.model_entry(plain)
    assert meant is not None
    assert found is meant


@pytest.mark.parametrize(
    "name",
    [
        "OLMo 2 9B", "Falcon 3 180B", "OLMo 2 7B legal", "OLMo 2 7B x", "Falcon 3 10B v2", "acme/Falcon 3 10B",
        "EXAONE 3.5 7.9B", "my OLMo 2 7B",
    ],
)  # fmt: skip
def test_a_size_that_no_name_of_the_record_tells_is_nobodys(names: Names, name: str) -> None:
    assert names.model_entry(name) is None
