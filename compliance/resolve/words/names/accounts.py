"""Whether something behind an artifact is what the artifact's name or a sentence beside it speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable

from compliance.model.declared.manifest import ROWS
from compliance.model.declared.manifest import Artifact as Declared
from compliance.model.words.spelling import key as spelt
from compliance.model.words.spelling import split_organisation, words
from compliance.patterns import regex
from compliance.resolve.lineage.ancestry import Expanded, record_of
from compliance.resolve.lineage.writing import reads
from compliance.resolve.names.lookup import Names
from compliance.resolve.names.related import related
from compliance.resolve.words.prose.spoken import Spoken
from compliance.resolve.words.prose.telling import MODELS, fetches_from_site


def accounting(one: Spoken, full: Expanded, names: Names) -> Callable[[str], bool]:
    """Tell of artifacts, by their keys, whether one is what is spoken of."""
    return lambda item: accounts_for(full.artifacts[item], one, names)


def accounts_for(item: Declared, one: Spoken, names: Names) -> bool:
    """Whether something behind an artifact is what the artifact's name speaks of."""
    name = item.name or ""
    if item.kind == "code" and fetches_from_site(one.text):
        return False
    if spelt(one.text) in spelt(name) or _is_its_source(one, item):
        return True
    spoken_of = getattr(one.entry, "provider", None) or names.provider(one.text)
    if spoken_of and spoken_of in (item.provider, names.provider(name)):
        return item.kind != "model" or _may_be_weights(one, name)
    if one.entry is None:
        return False
    records = [record_of(item, names), *(names.model(base) for base in names.derived_from(name) if name)]
    return any(record is not None and related(record, one.entry) for record in records)


def called_beside(key: str, one: Spoken, full: Expanded, names: Names) -> bool:
    """Whether a program is called after the very service or weights that it is put up with: "gpt-researcher".

    The rest of its name is to say what the program does. "gpt-4o-tools" may be what that model wrote, and a sentence
    beside it ("written with GPT-4o") tells so whatever it calls.
    """
    artifact = full.artifacts[key]
    if artifact.kind != "code" or not _is_named_for_work(artifact.name or "", one.text):
        return False
    meant = accounting(one, full, names)
    steps = (step for step in full.writing.readers(key) if step.kind in _PUTS_UP)
    beside = (item for step in steps for item in reads(step) if item != key)
    return any(full.artifacts[item].kind in ("service", "model") and meant(item) for item in beside)


def _is_named_for_work(name: str, model: str) -> bool:
    """Whether a program is called by a model and by words for what a program of that kind does, and no others."""
    rest = words(re.sub(re.escape(model), " ", split_organisation(name)[1], flags=re.IGNORECASE))
    return bool(rest) and all(word in _DOES for word in rest)


_PUTS_UP = ("deploy", "bundle", "fetch")
"""Kinds of step that put a program together with what it calls or loads."""
_DOES = frozenset(
    {
        "agent", "app", "assistant", "auto", "bot", "bridge", "chat", "chatbot", "cli", "client", "copilot", "desktop",
        "engineer", "extension", "gateway", "local", "mobile", "pilot", "plugin", "proxy", "researcher", "reviewer",
        "router", "server", "shell", "terminal", "translator", "ui", "web", "webui", "wrapper",
    }
)  # fmt: skip
"""Words for programs that hand on to a model what they are asked. None of them tells what a model wrote."""


def _is_its_source(one: Spoken, item: Declared) -> bool:
    """Whether what a sentence says rows come from is what they are called by, or whoever made them.

    A credit ("texts by the contributors of Wikipedia") names what stands in the manifest already.
    """
    behind = words(_BEFORE_A_SOURCE.sub("", one.text))
    if item.kind not in ROWS or one.entry is not None or len("".join(behind)) < _TELLING:
        return False
    called = (words(name) for name in (item.name, item.developer) if name)
    return any(set(behind) <= set(name) for name in called)


def _may_be_weights(one: Spoken, name: str) -> bool:
    """Whether a word of a house may mean weights of its: its own name may, that of another of its models does not.

    Whoever runs `openai/whisper-small` has said nothing of GPT-4o by that.
    """
    if one.entry is None and not _IS_A_MODEL.fullmatch(one.text):
        return _IS_HOSTED.search(one.text) is None
    telling = (word for word in words(one.text) if not word.isdigit() and not _SIZE.fullmatch(word))
    own, run_together = words(name), spelt(name)
    return all(word in own or (len(word) > 2 and word in run_together) for word in telling)


_TELLING = 4
"""Letters from which on a word tells whose something is."""
_BEFORE_A_SOURCE = regex(
    r"^(?:[\w-]+ ){0,3}?(?:of|from|off|by|on|in|aus|von|vom|der|des|de|du|depuis|del|da|dal|van|uit) (?:the |an? )?",
    re.IGNORECASE,
)
"""What stands before a source in a sentence, and is no name."""
_SIZE = regex(r"\d+[bm]")
_IS_A_MODEL = regex(rf"(?:{MODELS})[\w.-]*", re.IGNORECASE)
_IS_HOSTED = regex(r"\bapi$", re.IGNORECASE)
