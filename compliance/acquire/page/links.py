"""Links and marks of Markdown: prose without them, and what links to a hub lead to."""

from __future__ import annotations

import re

from compliance.model.words.spelling import KAGGLE, UNOWNED

_LINK = re.compile(r"!?\[([^\[\]]*)\]\(([^()\s]*(?:\([^()]*\))?[^()\s]*)(?:\s+\"[^\"]*\")?\)")
_IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()]*\)")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_SIGNS = {0x2010: "-", 0x2011: "-", 0x00AD: " ", 0xFF1A: ":", 0xFF08: "(", 0xFF09: ")", 0xFF0C: ","}
"""Hyphens that only look like one, which stand in names that somebody typeset; and signs as wide as Chinese letters."""
_EN_DASH = re.compile(r"(?<=\w)–(?=\w)")
"""Typeset within a name (`Llama 2–7B`) it is a hyphen."""
_MARK = re.compile(r"[*`]+|(?<![\w/])_+(?=\w)|(?<=\w)_+(?![\w/])")
_QUOTED = re.compile(r"(?m)^[ \t]{0,3}>[> \t]*")
"""Signs of a quotation, which stand at the beginning of each of its lines."""
_HUB = re.compile(
    r"(?:https?://)?(?:huggingface\.co|hf\.co)/(?!blog|docs|spaces|papers|collections|metrics|tasks|inference-endpoints|settings|organizations)"
)
_REPOSITORY = re.compile(
    r"(?:https?://)?(?:www\.)?(?:(?:huggingface\.co|hf\.co)/)(?:(?:datasets/|models/)?(?P<kept>(?!datasets/|models/)[\w.-]+/[\w.-]+)|datasets/(?P<set>[\w.-]+))"
    r"/?(?:viewer/[^#?]*)?(?:[#?].*)?"
)
_UNOWNED = re.compile(rf"(?:https?://)?(?:www\.)?(?:huggingface\.co|hf\.co)/(?P<kept>{UNOWNED})/?(?:[#?].*)?")
_KAGGLE = re.compile(rf"{KAGGLE}(?P<kept>[\w-]+/[\w-]+)(?:[/#?].*)?")
_PAGES = re.compile(
    r"(?:https?://)?(?:www\.)?(?:huggingface\.co|hf\.co)/(?:blog|docs|spaces|papers|collections|learn|join|tasks|metrics|inference-endpoints|settings|organizations)/"
)
_MODELSCOPE = re.compile(
    r"(?:https?://)?(?:www\.)?modelscope\.cn/(?:models/)?(?P<kept>(?:datasets/)?[\w.-]+/[\w.-]+)"
    r"(?:/(?:summary|files|quickstart))?/?"
)
"""An address of another hub, which orders its things alike."""
_STUDIOS = ("studios/", "models/", "docs/", "organization/", "papers/", "headlines/", "topic/")
"""How addresses of that hub begin that lead to no such thing."""
_HUB_FORM = re.compile(r"[\w.-]+/[\w.-]+")
_ROLE = re.compile(
    r"(?i)(?:base|parent|teacher|foundation) models?|"
    r"(?:(?:vision|image|audio|speech|text) )?(?:encoder|decoder|codec|vocoder|vae)|"
    r"(?:training|source|sft|pre-?training) (?:data ?sets?|data|corpus)"
)
"""Labels that say what a thing was for, and not what it is called."""
_ABOUT_IT = re.compile(
    r"(?i)\b(?:(?:model|data ?set) ?cards?|cards?|readme|paper|report|blog|docs|documentation|"
    r"licen[cs]e|tokeni[sz]er)\W*$"
)
"""How the label of a link ends that leads to what is written of a thing, or to a part of it, and not to the thing."""


def labels(text: str) -> dict[str, str]:
    """What links of a page call things of a hub, as far as a label always leads to the same one."""
    led: dict[str, set[str]] = {}
    for one in _LINK.finditer(text):
        of = leads_to(one[2])
        if of and not _ABOUT_IT.search(one[1]):
            led.setdefault(one[1].strip(" `*").lower(), set()).add(of)
    return {label: leads.pop() for label, leads in led.items() if len(leads) == 1}


def roles(text: str) -> tuple[tuple[str, str, int], ...]:
    """Links to things of a hub whose labels are plain words without a name, with label, address and place."""
    found = []
    for one in _LINK.finditer(text):
        label = re.sub(r"[^A-Za-z -]", "", one[1]).strip(" -")
        if _ROLE.fullmatch(label) and (leads := leads_to(one[2])):
            found.append((label, leads, one.start()))
    return tuple(found)


def leads_to(address: str) -> str:
    """What an address of a hub leads to, `datasets/` before the name of rows; empty where it is of something else."""
    if rows := _KAGGLE.fullmatch(address):
        return f"datasets/{rows['kept']}"
    if (there := _MODELSCOPE.fullmatch(address)) and not there["kept"].startswith(_STUDIOS):
        address = f"https://huggingface.co/{there['kept']}"
    found = None if _PAGES.match(address) else _REPOSITORY.fullmatch(address) or _UNOWNED.fullmatch(address)
    if found is None:
        return ""
    name: str = found["kept"] or found["set"]
    return f"datasets/{name}" if "/datasets/" in address else name


_SITE = re.compile(r"https?:|(?:www\.)?[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|org|net|gov|edu|info|io)/?$")
"""Where a link leads to something elsewhere, though the sign for the way there was left out: `fen.org`."""


def linked(text: str) -> tuple[tuple[int, int], ...]:
    """Where the labels of links stand that lead to something else than a hub.

    >>> words = "[Fen](https://fen.org) and [b](hf.co/a/b)"
    >>> [words[at:end] for at, end in linked(words)]
    ['Fen']
    """
    return tuple(
        one.span(1)
        for one in _LINK.finditer(text)
        if not one[0].startswith("!") and _SITE.match(one[2]) and not _HUB.match(one[2])
    )


def unmarked(text: str) -> str:
    """Prose with its markup as spaces, so that every word stays at its place; a link to a hub keeps its address.

    >>> unmarked("**a** [b](c)").split(), len(unmarked("**a** [b](c)"))
    (['a', 'b'], 12)
    """

    def link(one: re.Match[str]) -> str:
        label, address = one[1], one[2]
        name = leads_to(address)
        if name:
            # A label says less than the name that it links to, and there is room for it.
            plain = "/" in name and not any(letter.isdigit() or letter in "-_." for letter in name)
            if name.startswith("datasets/") or plain or "/" not in name:
                name = f"hf.co/{name}"  # plain words, with a slash or alone, are a name only as an address
            noun = _ABOUT_IT.search(label)
            name = f"{name} {noun[0]}" if noun else name
            return f" {name}".ljust(one.end() - one.start())
        if _PAGES.match(address) and _HUB_FORM.fullmatch(label.strip(" `*")):
            # An app, a paper or a collection is no model, though it is called like one.
            return " " * (one.end() - one.start())
        if _HUB.match(address) and not label.strip(" `*"):
            return " " * (one.start(2) - one.start()) + address + " " * (one.end() - one.end(2))
        before = one.start(1) - one.start()
        return " " * before + label + " " * (one.end() - one.end(1))

    text = _QUOTED.sub(lambda one: " " * len(one[0]), text)
    text = _IMAGE.sub(lambda one: " " * len(one[0]), text).translate(_SIGNS)
    text = _EN_DASH.sub("-", text)
    text = _LINK.sub(link, text)
    text = _TAG.sub(lambda one: " " * len(one[0]), text)
    return _MARK.sub(lambda one: " " * len(one[0]), text)
