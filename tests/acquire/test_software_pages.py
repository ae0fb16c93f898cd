"""Which pages are about software that others run: what is set up, used and fetched there; a card is none."""

from __future__ import annotations

import pytest

from compliance.acquire.page.markdown import read_page
from compliance.acquire.page.software import is_of_software

INSTALL = "## Installation\n\n```\npip install fenkit\n```\n\n"


@pytest.mark.parametrize(
    "text",
    [
        f"# FenKit\n\n{INSTALL}",
        "# FenKit\n\n## Setup\n\nPython is enough.\n\n## Supported models\n\n- FenNet\n",
        "# FenKit\n\n## Quick start\n\n```bash\ngit clone https://example.org/fenkit\n```\n",
        "# 芦苇\n\n## 安装\n\n见下。\n\n## 使用\n\n见下。\n",
    ],
)
def test_what_is_set_up_and_used_is_software(text: str) -> None:
    assert is_of_software(read_page(text, "README.md"))


@pytest.mark.parametrize(
    "text",
    [
        "# FenNet\n\nWeights for reeds.\n\n## Training\n\nTrained on reeds.\n",
        "# FenNet\n\n## Usage\n\nLoad it.\n",
        f"# FenNet Model Card\n\n{INSTALL}## Usage\n\nLoad it.\n",
        f"# FenNet\n\n## Model Details\n\nSmall.\n\n{INSTALL}## Usage\n\nLoad it.\n",
    ],
)
def test_a_page_with_one_sign_and_a_card_are_none(text: str) -> None:
    assert not is_of_software(read_page(text, "README.md"))
