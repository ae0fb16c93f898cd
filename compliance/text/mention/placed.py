"""Names that nothing knows, by their place in the grammar: behind the verb and the word that ties them to the work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compliance.text.mention.called import Called, is_of_people, says_kind
from compliance.text.mention.leads import LEADS, STARTS, Kind, Plain
from compliance.text.mention.shape import NAME, goes_on, is_name, is_plain

_PURPOSE = (
    r"(?:generate|caption|annotate|label|translate|rewrite|rephrase|describe|create|write|synthesi[sz]e|transcribe|"
    r"filter|score|judge|rate|segment|produce|answer|extract|select|rank|classify)\b"
)
_USE = (
    r"\b(?:us(?:e|ed|es|ing)|utili[sz](?:e|ed|es|ing)|leverag(?:e|ed|es|ing)|employ(?:s|ed|ing)?|adopt(?:s|ed|ing)?|"
    r"prompt(?:s|ed|ing)?|ask(?:ed)?|takes?|choose|chose)"
)
_AROUND: Sequence[tuple[re.Pattern[str], Kind]] = (
    (
        re.compile(
            rf"{_USE} (?:a |the |our )?(?:pre-?trained )?(?P<name>[A-Z][\w.+-]*(?: [A-Z\d][\w./+-]*){{0,3}}) "
            r"as (?:a|an|the|our|its)\b(?! (?:\w+ ){0,2}(?:format|template|style|interface|metric|optimi[sz]er|"
            r"framework|tool|library|objective|loss)\b)"
        ),
        "model",
    ),
    (
        re.compile(
            rf"(?i:{_USE} (?:the )?)(?P<name>[A-Z][\w.-]*\w(?: [A-Z\d][\w.-]*){{0,2}}) to (?:\w+ly )?{_PURPOSE}"
        ),
        "model",
    ),
    (
        re.compile(
            r"\b(?i:using|with|from|on|of|upon) (?i:the|a|an) (?P<name>[A-Z][\w.-]*)"
            r"(?= (?i:pre-?trained|foundation) (?i:model|checkpoint|weights|encoder|backbone|network)\b)"
        ),
        "model",
    ),
    (
        re.compile(
            r"\b(?P<name>[a-z][a-z\d]+(?:_[a-z\d]+)+)(?= (?:data ?set|corpus)\b)|"
            r"\b(?:data ?set|corpus) (?P<behind>[a-z][a-z\d]+(?:_[a-z\d]+)+)"
        ),
        "dataset",
    ),
    (
        re.compile(
            r"\b(?:sourced|taken|drawn|sampled|derived|collected|extracted|obtained|built|trained) (?:from|on|of) "
            r"(?:the )?[`\"“ ]*(?P<name>[a-z][a-z\d]*(?:_[a-z\d]+)*_(?:data_?sets?|corpus))\b"
        ),
        "dataset",
    ),
    (
        re.compile(
            r"\b(?i:translated) (?i:by|with|using|via|in) (?:the )?"
            r"(?P<name>[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,2} (?:Translator|Translate|NMT|MT))\b"
        ),
        "model",
    ),
    (re.compile(r"\bby (?P<who>[\w-]+) on (?:the )?(?P<name>(?P=who)/[\w.-]*\w)(?= data ?set\b)"), "dataset"),
)
"""Names with words on both sides: `use FenVLM to caption every picture`, `the fen_birds dataset`."""
_SEVERAL = re.compile(
    r"\b(?i:concatenation|combination|union|merge|mix(?:ture)?|aggregation|composed|"
    r"consists?|made up|built|trained|tuned)\b"
    r"[^.()]{0,60}\b(?i:sources|data ?sets|corpora|collections)\s*\((?P<list>[^()]{3,300})\)"
)
"""Sources that a bracket tells behind how many there are: `the concatenation of 3 sources (Fen, Reed and Bog)`."""
_EACH = re.compile(r"[A-Z][\w.-]*(?: [A-Z\d][\w.-]*){0,3}")
_PARTED = re.compile(r"\s*(?:,|;|&|\band\b)\s*(?:and\s+)?")
_ADAPTS = re.compile(
    r"(?i)\b(?:loras?|lycoris|embeddings?|textual inversions?|hypernetworks?|dreambooth)\b[^.]{0,60}$"
)
"""What is trained on a model, and not on rows."""
_OF_ROWS = re.compile(
    r"(?i)(?:^|[.:;]\s)(?!(?:[^.;]*\W)?(?:models?|networks?|llms?|checkpoints?|weights|we|i|"
    r"(?:pre-?|fine-?)?(?:train|tun)(?:ed|ing(?! (?:and \w+ )?(?:data|sets?|splits?|corpus)\b)|e))\b)"
    r"[^.;]*\b(?:data ?sets?|corpus|corpora|data|database|collection|benchmark|treebank|lexicon|recordings|"
    r"questions|articles|sentences|words|texts?|images|annotations)\b[^.;]{0,60}$"
)
"""What is told to start from another thing, where that is rows: `the dataset is derived from NAME`."""
_OTHER_BEHIND = re.compile(
    r" (?:framework|library|libraries|toolkit|toolbox|package|repo|repository|code|codebase|script|scripts|"
    r"notebook|pipeline|"
    r"app|platform|engine|server|API|license|licence|format|interface|conference|workshop|team|GPUs?|TPUs?|hardware|"
    r"cluster|VMs?|machines?|instances?|nodes?|tasks?|objectives?|loss|tokens|family|series|paper|plugin|"
    r"extension|UI|WebUI|website|tagging|tags|scheme|encoding|notation|tokenization|metrics?|scores?|"
    r"et al)\b|\(\w*\)? et al|'s? "
)
"""What stands after a name of something else than rows or weights."""
_OTHER_LAST = re.compile(
    r"\b(?:Demo|WebUI|UI|App|Playground|Leaderboard|Notebook|Colab|Tutorial|Guide|Toolkit|Framework|Library|API|Gallery)$"
)
"""The last word of such a name."""
_MODEL_BEHIND = re.compile(r" (?:\w+ )?(?:model|checkpoint|weights|architecture|backbone)\b(?! (?:data|out))")
_ROWS_BEHIND = re.compile(
    r" (?:\w+ )?(?:data(?:set|base)?s?|corpus|corpora|benchmark|split|subset|collection|portion|archive|treebank)\b"
)
"""Nouns behind a name that say of what kind it is, whatever the words before it say."""
_QUAD = re.compile(r"QuAD\b")
"""How sets of questions and answers are called."""
_ENDS = re.compile(
    r"\s*(?:$|[.,;:()\[|/\n]|(?:and|or|using|with|for|by|via|which|that|as|to|then|but|while|"
    r"from|in|on|at|over|between|since|during|is|are|was|were)\b)"
)
"""Where a phrase ends, or goes on with another thing."""
_NEXT = re.compile(
    r"(?: ?\([^()]{0,80}\))? ?(?:,|/|&|\+|,? and|,? or|,? as well as) ?(?:the |on |and )?[`\"“*]*"
)
"""What stands between two of these."""
_ENDS_BEFORE = re.compile(
    r"(?:^|[\s(`\"“:])(?P<name>[A-Z][\w.+-]*\w(?: [A-Z\d][\w.+-]*\w)?)(?: ?\([^()]{0,40}\))?"
    r"(?: ?, ?(?:and )?| and | ?/ ?| & )$"
)
"""A name, and what stands between it and the next."""
_BEGINS_LIST = re.compile(r"(?i)\b(?:including|such as|like|from|on|of|namely|e\.g\.)[\s,]+(?:the )?$")
"""Words behind which a list begins."""
MOST_MEMBERS = 16
SHORT = 100
"""How far back what is trained is looked for."""


def placed(text: str) -> Iterator[Called]:
    """Names by the words that tie them, those of a list each by itself.

    >>> words = "Fine-tuned on FenQA and ReedSum, initialised from Bog-Former-L; captions generated by MireVLM."
    >>> [(words[one.start : one.end], one.kind) for one in placed(words)]
    [('FenQA', 'dataset'), ('ReedSum', 'dataset'), ('Bog-Former-L', 'model'), ('MireVLM', 'model')]
    """
    yield from dict.fromkeys(_placed(text))


def _placed(text: str) -> Iterator[Called]:
    """The same, once for each of the words that tie a name."""
    for lead in LEADS:
        for one in lead.words.finditer(text):
            left = max(0, one.start() - SHORT)
            adapts = lead is LEADS[0] and _ADAPTS.search(text, left, one.start())
            of_rows = lead is STARTS and _OF_ROWS.search(text, left, one.start())
            titled = lead.plain == "end" and one[0].split()[-1][:1].isupper()
            yield from _members(
                text,
                one.end(),
                "model" if adapts else "dataset" if of_rows else lead.kind,
                "noun" if titled else lead.plain,
            )
    for around, kind in _AROUND:
        for one in around.finditer(text):
            group = "name" if one["name"] else "behind"
            if one[group][0].islower() or "/" in one[group] or is_name(one[group]):
                yield Called(one.start(group), one.end(group), kind)
    for several in _SEVERAL.finditer(text):
        yield from _each(text, *several.span("list"))


def beside(text: str, known: Sequence[tuple[int, int, str]]) -> Iterator[Called]:
    """Names that go on a list in which known ones stand, of their kind: `MNIST, CIFAR-10 and FENSB`.

    Args:
        text: The paragraph.
        known: Where the known names begin and end, and of what kind they are.
    """
    for start, end, kind in known:
        told: Kind = "dataset" if kind == "dataset" else "model"
        further = _NEXT.match(text, end)
        if kind in ("dataset", "model", "service") and further:
            # A word that only has a capital goes on a list of rows where its phrase ends with it.
            yield from _members(text, further.end(), told, "end" if told == "dataset" else "noun")
        if kind in ("dataset", "model", "service"):
            yield from _before(text, start, told)


def _before(text: str, start: int, kind: Kind) -> Iterator[Called]:
    """The members of a list that stand before a place."""
    for _ in range(MOST_MEMBERS):
        left = max(0, start - 60)
        one = _ENDS_BEFORE.search(text, left, start)
        listed = (
            one is not None
            and kind == "dataset"
            and is_plain(one["name"])
            and _BEGINS_LIST.search(text, left, one.start("name"))
        )
        if one is None or not (is_name(one["name"]) or listed):
            return
        start = one.start("name")
        yield Called(start, one.end("name"), kind)


def _members(text: str, at: int, kind: Kind, plain: Plain = "noun") -> Iterator[Called]:
    """The names of a list that begins at a place, as far as each is written as one."""
    for count in range(MOST_MEMBERS):
        one = NAME.match(text, at)
        if one is None:
            return
        end = one.end() - (text[one.end() - 1] in ".-")
        rows, weights = _ROWS_BEHIND.match(text, end), _MODEL_BEHIND.match(text, end)
        ends = plain == "end" or count > 0
        called = is_plain(text[at:end]) and (rows or (plain and weights) or (ends and _ENDS.match(text, end)))
        going = count > 0 and goes_on(text[at:end])
        if not (is_name(text[at:end]) or called or going) or (plain == "rows" and not rows):
            return
        if _OTHER_BEHIND.match(text, end) or _OTHER_LAST.search(text, at, end):
            return
        yield Called(
            at, end, "dataset" if rows or _QUAD.search(text, at, end) else "model" if weights else kind
        )
        further = _NEXT.match(text, end)
        if further is None:
            return
        at = further.end()


def _each(text: str, at: int, end: int) -> Iterator[Called]:
    """The names of a list, where it holds two and more and nothing but names."""
    found: list[Called] = []
    while at < end:
        one = _EACH.match(text, at, end)
        if one is None or all(says_kind(word) or is_of_people(word) for word in one[0].split()):
            return
        found.append(Called(one.start(), one.end(), "dataset"))
        parted = _PARTED.match(text, one.end(), end)
        if parted is None and one.end() < end:
            return
        at = parted.end() if parted else end
    yield from found if len(found) > 1 else ()
