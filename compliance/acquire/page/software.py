"""Whether a page is about software that others run: a library, a server, a toolkit, the code that goes with weights."""

from __future__ import annotations

import re

from compliance.acquire.page.markdown import Page

LEAST_SIGNS = 2
"""How many kinds of signs make a page one of software."""
_SETS_UP = re.compile(
    r"(?i)\binstall|\brequirements?\b|\bprerequisites?\b|\bset-?up\b|\benvironment\b|\bdependenc|\bdocker\b|\bbuild(?:ing)?\b|"
    r"安装|环境|依赖|インストール|설치"
)
"""Words of a heading over how code is put on a machine."""
_RUNS = re.compile(
    r"(?i)\busage\b|\bhow to\b|\bquick ?-?start|\bgetting started|\bcommand[ -]?line|\bcli\b|\bapi\b|\bexamples?\b|"
    r"\btutorials?\b|\bnotebooks?\b|\bdocumentation\b|\bdemos?\b|\binference\b|\bserv(?:er|ing)\b|\bsupported\b|"
    r"\bmodel zoo\b|\bfeatures\b|\bintegrations?\b|\bplugins?\b|\bfaq\b|\broad ?map\b|"
    r"使用|快速|推理|部署|教程|使い方|사용"
)
"""Words of a heading over how code is used and what it offers."""
_COMMANDS = re.compile(
    r"(?m)^\s*[$>%#]?\s*(?:sudo |!)?(?:(?:uv )?pip3? install|git clone|conda (?:create|env|install)|npm (?:i|install)|"
    r"pnpm|yarn|brew install|cargo|docker|uv (?:sync|add)|poetry|apt(?:-get)? install|make\b|cmake|go (?:get|install))"
)
"""How a line begins that puts software on a machine."""
_CARD = re.compile(
    r"(?i)\b(?:model|data ?set|data) (?:card|details|description|summary)\b|\bintended uses?\b|"
    r"\bout-of-scope\b|\bdata ?sheet\b"
)
"""Words of a heading that only a card has."""


def is_of_software(page: Page) -> bool:
    """Whether at least two of these stand on a page: how it is set up, how it is used, commands that fetch it.

    What has the headings of a card is none.

    Args:
        page: A page without the fields of a card.
    """
    titles = [one.text for one in page.headings]
    if any(_CARD.search(title) for title in (page.title, *titles)):
        return False
    signs = (
        any(_SETS_UP.search(title) for title in titles),
        any(_RUNS.search(title) for title in titles),
        any(_COMMANDS.search(code) for code, _ in page.code),
    )
    return sum(signs) >= LEAST_SIGNS
