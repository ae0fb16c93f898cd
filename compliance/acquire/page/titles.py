"""What the heading of a page calls the thing that it is about."""

from __future__ import annotations

import pathlib
import re

from compliance.acquire.names import is_hub_name

_CALLED = re.compile(r"(?i)^(?:(?:model|data(?:set)?) card|datasheet)(?: for| of)?[\s:–-]*")
_NUMBERED = re.compile(
    r"^(?:\d{1,2}[.)]\s+)?(?:(?i:an )?(?i:introduction|overview) (?:of|to)\s+)?(?=[A-Z])|^\d{1,2}[.)]\s+"
)
"""How a heading begins that is the first of a numbered page."""
_NUMBER = re.compile(r"\s*\**[\d.,]+(?:\s?[%±][\d.,\s]*)?\**\s*")
_RESULTS = re.compile(
    r"(?i)\b(?:results?|baselines?|evaluations?|benchmarks?|performance|leaderboard|comparison)\b"
)
"""Headings over what was measured."""
_NOTICE = re.compile(
    r"(?i)\b(?:new(?:er)?|latest|updated|next) (?:versions?|models?|releases?)\b|\b(?:moved|migrated) to\b|"
    r"\b(?:deprecated|superseded|replaced|outdated|archived)\b"
)
"""A heading that tells of another thing, which took this one's place."""
_ADDRESSED = re.compile(
    r"(?i)^\W*(?:(?:our|we|you)\b.*\b(?:is|are|was|were|has|have|will|can)\b|we'(?:ve|re|ll)\b|"
    r"(?:please|join|check out|visit|follow|try|welcome to|read|see|looking for|want|download|install|how to|get)\b"
    r".*\s)"
)
"""A heading that speaks to readers, and names nothing: `Our next model is out!`."""
_ESCAPED = re.compile(r"\\(?=[_*`#~-])")
_MADE_OF = re.compile(
    r"(?i)^\W*(?:(?:model|checkpoint|weights|data ?set)\s+)?(?:(?:further|then|was|is)\s+)?"
    r"(?:fine-?tuned|adapted|distilled|quanti[sz]ed|converted|exported|ported|compiled|pruned|trained|translated|merged)\b"
)
"""What follows a name in a heading that tells what was made of it: `The X model fine-tuned for …` is about another."""
_MADE_FROM = re.compile(
    r"(?i)\b(?:original|base|source|parent|foundation) (?:model|checkpoint|weights|data ?set)\W*$|"
    r"\b(?:fine-?tuned?|tuned?|distilled|quanti[sz](?:ed|ation)|converted|conversion|derived|pruned|trained|based|merged?|"
    r"adapter|lora|version|variant)\b(?: \w+){0,3} (?:of|from|on|upon|for)\W*(?:the\W+)?$"
)
"""What stands before a name in a heading that tells what the work was made from."""
_PATCH = re.compile(r"/\d{1,4}(?:[pP]|[xX]\d+|@\d+)?$|^\d+/")
"""How a word ends that beside others is how a thing is built or counted, and no name of a hub: `ViT-L/16`."""
_SENTENCE = re.compile(r"\s+(?:is|are)\s+(?:a|an|the|our)\s")
MOST_TITLE = 50
"""A longer heading that is a sentence names the thing before its verb."""
_TAGLINE = re.compile(
    r"^(?!(?i:update|version|release|part|step|phase|stage|chapter|lesson|exercise|lab|section|appendix|note)\b)"
    r"(?P<name>[\w.+-]+(?: [\w.+-]+)?)\s*(?::|\s[–—])\s+(?=(?:\S+\s+){2,}\S)"
)
"""A name before what a heading tells of it: `Fen-7B: a small model of marshes`."""
_NAMELIKE = re.compile(r"[A-Z]{2}|[a-z][A-Z]|\d|\w-\w")
"""How a name looks that is no common word."""
_SHORT_FOR = re.compile(r"(?:\S+\s+){3,}\((?P<name>[A-Z][\w.-]*[A-Z\d][\w.-]*)\)")
"""A name in brackets behind what it is short for: `A Notebook of Marsh Birds (MarshNotes)`."""
_FILLED_IN = re.compile(r"\W*\{+[\w ]+\}+\W*|\W*<[\w ]+>\W*")
"""A place in a template that nobody filled in: `{MODEL_NAME}`."""
_PAGE = re.compile(r"(?i)read_?me|card|data_?sheet|^(?:index|about|model|dataset|description|info)$")
"""What a file is called that is a page about what lies beside it."""
_CARD = re.compile(r"(?i)(?<=\S)\s+(?:(?:model|data ?set) card|read ?me|introduction|overview)\W*$")
_NO_TITLES = frozenset(
    {"about", "abstract", "background", "bias", "changelog", "citation", "contents", "data", "dataset",
     "dataset card", "dataset description", "dataset details", "dataset information", "dataset name",
     "dataset summary", "demo", "description", "disclaimer", "download", "edit", "evaluation", "example", "examples",
     "features", "getting started", "highlights", "how to use", "important", "info", "information", "install",
     "installation", "intended use", "intended uses", "intro", "introduction", "key features", "license",
     "limitations", "model", "model card", "model description", "model details", "model id", "model information",
     "model name", "model overview", "model summary", "news", "note", "overview", "purpose", "quick start",
     "quickstart", "readme", "release notes", "requirements", "results", "summary", "table of contents",
     "training", "training data", "training details", "update", "updates", "uploaded finetuned model",
     "uploaded model", "usage", "use", "uses", "warning", "what is this", "what's new"}
)  # fmt: skip
"""Headings that templates bring, and that name nothing."""

_FOREIGN_NO_TITLES = frozenset(
    {"inhalt", "inhaltsverzeichnis", "einleitung", "einführung", "überblick", "übersicht", "beschreibung",
     "modell", "modellbeschreibung", "modellkarte", "contenido", "contenidos", "índice", "introducción",
     "descripción", "resumen", "modelo", "descripción del modelo", "conteúdo", "introdução", "descrição", "resumo",
     "sommaire", "contenu", "table des matières", "présentation", "résumé", "modèle", "description du modèle",
     "indice", "introduzione", "descrizione", "modello", "giới thiệu", "mục lục", "目录", "目錄", "简介", "簡介",
     "介绍", "介紹", "声明", "聲明", "前言", "概述", "模型介绍", "模型简介", "模型描述", "模型", "数据集",
     "数据集描述", "数据集介绍", "使用说明", "使用方法", "目次", "概要", "はじめに", "説明", "モデル",
     "モデル概要", "목차", "소개", "개요", "모델", "모델 설명", "содержание", "оглавление", "введение", "описание",
     "модель", "описание модели"}
)  # fmt: skip
"""The like in other languages."""
_RUN_IN = re.compile(
    r"(?m)^(?P<before>[ \t>]*(?:[-*+•][ \t]+)?(?P<bold>\*{2,3}|__)[A-Z][A-Za-z/&-]*(?:[ -][A-Za-z/&-]+){0,3})\."
    r"(?P<behind>(?P=bold)[ \t]+(?=\S))"
)
"""A head in bold with which a paragraph begins and that ends with a full stop: `**Training data.** Fen notes`."""
_UNDER = re.compile(r"=+|-{2,}")
MOST_HEADING = 100
"""A longer line above a rule is a paragraph."""
_QUOTED = re.compile(r"(?m)^[ \t]*>(?=[ \t>]*(?:[-*+•][ \t]|\d+[.)][ \t]|\|))[ \t>]*")
"""The signs of a quotation before an item or a row."""


def underlined(words: str, rule: str) -> int:
    r"""The level of the heading that a line is by the rule beneath it; 0 where it is none.

    >>> underlined("Heron Notes\n", "====="), underlined("Data\n", "---"), underlined("It was made by us.\n", "---")
    (1, 2, 0)
    """
    told = words.strip()
    single = "\n" not in told and 0 < len(told) <= MOST_HEADING and "|" not in told
    if not single or told.endswith((".", ":", ",", ";")) or not _UNDER.fullmatch(rule):
        return 0
    return 1 if rule[0] == "=" else 2


def with_labels(text: str) -> str:
    """A page whose run-in heads end with a colon, as other labels do; every word stays at its place.

    >>> with_labels("**Base model.** Fen 2"), with_labels("**Base model** is Fen 2.")
    ('**Base model:** Fen 2', '**Base model** is Fen 2.')
    """
    return _RUN_IN.sub(r"\g<before>:\g<behind>", text)


def as_told(text: str) -> str:
    """A page with its run-in heads as labels, and its quoted lists and tables as plain ones."""
    return with_labels(unquoted(text))


def unquoted(text: str) -> str:
    r"""A page whose lists and tables in quotations are lists and tables; every word stays at its place.

    >>> unquoted("> - Fen 2\n> It sang.")
    '  - Fen 2\n> It sang.'
    """
    return _QUOTED.sub(lambda one: one[0].replace(">", " "), text)


def unescaped(words: str) -> str:
    r"""The words of a heading as they are shown, where signs are kept from marking by a stroke before them.

    >>> unescaped("fen\\_small")
    'fen_small'
    """
    return _ESCAPED.sub("", words)


def says_nothing(title: str) -> bool:
    """Whether a heading is one that templates bring, and names no thing.

    >>> says_nothing("Model description"), says_nothing("Fen-7B")
    (True, False)
    """
    plain = " ".join(re.findall(r"[\w']+", title.lower()))
    return plain in _NO_TITLES | _FOREIGN_NO_TITLES or _FILLED_IN.fullmatch(title) is not None


def title_of(heading: str) -> str:
    """What a heading calls the thing: the hub's name in it, if it has just one, else its words."""
    if _NOTICE.search(heading) or _ADDRESSED.match(heading):
        return ""
    words_of = heading.replace("`", " ").split()
    names = [
        word for word in words_of if is_hub_name(word) and not (len(words_of) > 1 and _PATCH.search(word))
    ]
    if len(names) == 1 and _MADE_FROM.search(heading.partition(names[0])[0]):
        return ""
    if len(names) == 1:
        behind = re.sub(r"&\w+;|\[[^]]*\]|/[^/\s]+/", " ", heading.replace("`", " ").partition(names[0])[2])
        return "" if _MADE_OF.match(behind) else names[0]
    words = " ".join(_CARD.sub("", _CALLED.sub("", _NUMBERED.sub("", heading))).split())
    if (
        (named := _TAGLINE.match(words))
        and _NAMELIKE.search(named["name"])
        and not says_nothing(named["name"])
    ):
        return named["name"]
    if short := _SHORT_FOR.fullmatch(words):
        return short["name"]
    return _SENTENCE.split(words)[0] if len(words) > MOST_TITLE else words


def is_scored(last: str, section: str) -> bool:
    """Whether a row of a table stands among results and gives what it names a number.

    >>> is_scored(" 31.4 ", "Model / Baselines"), is_scored(" 52,002 ", "Training data"), is_scored(" rows ", "Results")
    (True, False, False)
    """
    return bool(_NUMBER.fullmatch(last) and _RESULTS.search(section))


def called_by_file(place: str) -> str:
    """What a page without a title is called by the file or folder that it is: nothing for a card at the root.

    >>> called_by_file("cards/fen_notes-2.md"), called_by_file("fen-2/README.md"), called_by_file("README.md")
    ('fen_notes-2', 'fen-2', '')
    """
    path = pathlib.PurePosixPath(place.replace("\\", "/"))
    stem = path.parent.name if _PAGE.search(path.stem) else path.stem
    return stem if any(map(str.isalnum, stem)) else ""
