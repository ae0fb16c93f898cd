"""Pages of the knowledge: each rule and text has one, and every link leads to a page."""

from __future__ import annotations

import posixpath
import re

from compliance.authoring.pages import index_page, pages
from compliance.load.packs.knowledge import load_packs

_LINK = re.compile(r"\]\((?!<)([^)]+)\)")


def test_every_rule_and_text_has_a_page_and_every_link_leads_to_one() -> None:
    packs = load_packs()
    made = dict(pages(packs))
    nowhere = [
        (place, address)
        for place, content in made.items()
        for address in _LINK.findall(content)
        if posixpath.normpath(posixpath.join(posixpath.dirname(place), address)) not in made
    ]
    nothing: list[object] = []

    assert 1 + len(packs.rules()) + len(packs.instruments) == len(made)
    assert nothing == nowhere


def test_the_index_names_every_rule_once() -> None:
    packs = load_packs()
    index = index_page(packs)

    assert [1] * len(packs.rules()) == [index.count(f"<code>{rule.id}</code>") for _, rule in packs.rules()]
