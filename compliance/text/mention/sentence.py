"""What the sentences of a paragraph make of the names in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from compliance.model.declared.sighting import LINEAGE, Mention, MentionRelation, Recognise
from compliance.patterns import whole_letters
from compliance.text.mention.aside import (
    asks_to_cite,
    is_only_alike,
    is_put_out_by,
    is_what_rows_are_for,
    points,
    reviews,
    tries,
)
from compliance.text.mention.chinese import told as chinese
from compliance.text.mention.denial import denied
from compliance.text.mention.features import about, headed, seen, spoken, under
from compliance.text.mention.groups import document, grouped
from compliance.text.mention.name import Name
from compliance.text.mention.names import names_in
from compliance.text.mention.patterns import NAME, lexicon
from compliance.text.mention.postpositions import told as behind
from compliance.text.mention.russian import told as russian
from compliance.text.mention.said import ruled, said_in
from compliance.text.mention.shape import is_name
from compliance.text.mention.together import settled
from compliance.text.mention.weights import share_of_upstreams, weighed

LONGEST = 6_000
"""Letters of a paragraph that are read together: all that is said of a name may be said of every other one."""
_REMARKS = frozenset(
    {"itself", "which", "a", "an", "fine-tuned", "finetuned", "distilled", "based", "trained", "built", "derived",
     "generated"}
)  # fmt: skip
"""How a remark in brackets begins that tells how the thing before it was made."""
_MAKING = frozenset(
    {"trained", "pretrained", "pre-trained", "tuned", "fine-tuned", "finetuned", "distilled", "derived"}
)
_SETS = frozenset({"dataset", "datasets", "corpus", "collection"})
"""Nouns with which a remark says that the thing before it is rows, and goes on with what those were made of."""
_FOREIGN = re.compile(r"[\u0370-\u1dff\u2e80-\ud7ff]")
"""Letters of other scripts than the Latin one."""
FOREIGN_SHARE = 0.2
_LABEL = re.compile(r"\W*([A-Za-z][\w -]{2,30}?) ?:\s")
_OF_ANOTHER = re.compile(
    r"\b(?:offers|provides|includes|releases|adds) (?:\w+ )?(?:additional|other|more|further|several|various) "
    r"(?:models?|versions|variants|checkpoints) (?:based|built) (?:up)?on\b|"
    r"\b(?:they|(?:these|existing|prior|previous|recent|many|most|several|some) (?:\w+ )?"
    r"(?:works?|approaches|methods|papers|studies)) (?:\w+ly )?"
    r"(?:use|leverage|employ|rely|prompt|distill?|fine-?tune|train)\b(?!.*\b(?:we|our|this)\b)|"
    r"^\W*(?:for )?examples? (?:\( \w+ \) )?:|^\W*(?:below|in (?:this|the following) (?:example|snippet|demo)) "
    r",? ?(?:we|i) (?:use|used|load|loaded)\b|"
    r"\b(?:underlying|original|parent|foundation|teacher|backbone) (?:[\w§.-]+ ){0,2}"
    r"(?:model|checkpoint|encoder|llm) (?:was|is|were|has been|had been) (?:\w+ )?"
    r"(?:(?:pre-?)?trained|distilled|created|developed|made)\b(?!.*\b(?:then|and we|fine-?tuned)\b)|"
    r"\b(?:checkpoints?|weights|models?|branch|files) of (?:v|version )\d[\d.]* ,? (?:which|that) (?:was|were|is)\b|"
    r"\b(?:earlier|first|older|former) (?:pilot|prototype|attempt)\b(?! (?:to|at)\b)|"
    r"\b(?:auto-?encoder|encoder|backbone|vae|vocoder|tower|tokeni[sz]er|u-?net|base model|language model) "
    r"(?:was|were|is|had been) (?:originally|initially|itself|already|previously) (?:pre-?)?trained\b"
)
"""What an example is shown with; what was done to the thing that the work starts from, by its makers."""
_TRAINS = re.compile(r"\b(?:training|fine-?tuning) and\b|\band (?:training|fine-?tuning)\b")
"""Titles over a section that tells of training as well."""
_OWN_PART = re.compile(r"(?:model|data ?set) (?:description|details|summary|information|overview)")
"""Headings of templates over what is said of the work itself."""
_OPENING = 6
"""Words that such a beginning has at most."""
_SIGNALS = {"judged-by", "filtered-by"}
"""Who scores rows so that some are kept does both; the words that say the one tie the name to the work."""
_UNDERGOES = frozenset({"underwent", "undergoes", "received"})
"""Verbs by which a sentence tells what was done to the thing that it begins with, as a verb of being does."""
_CONTRASTS = re.compile(r"(?:by|in) (?:contrast|comparison) ,?(?: the)?(?: [\w-]+){0,2}")
"""How a sentence begins that goes over to another thing than the work."""
_CALLED = re.compile(
    r"^\W*(?:this|the) (?:\w+ )?(?:model|checkpoint|network) ,? ?(?:named|called|known as)[\s\"“'`]*$"
)
"""How a sentence begins that tells of a model by its name: `This specific model, named NAME, is …`."""
_STARTS = frozenset(
    {
        "based on",
        "built on",
        "derived from",
        "tuned from",
        "fine-tuned from",
        "finetuned from",
        "distilled from",
    }
)
"""How a remark begins on the thing that an item is about, which tells from what that was made."""
_FORMS = frozenset(
    {"fine-tune", "finetune", "version", "variant", "derivative", "distillation", "quantization", "merge"}
)
"""Words for what one model is of another."""
_QUOTES = (",", '"', "“", "”", "'", "’", "``", "''")
_NOUNS = ("model", "models", "checkpoint", "weights", "dataset", "corpus")


@dataclass(frozen=True, slots=True)
class Reading:
    """One name in its sentence: what is seen of it, before anything is made of that."""

    name: Name
    seen: frozenset[str]
    """What is seen around it, as `features` puts it."""
    relation: MentionRelation | None
    """What the rules alone make of it."""
    cue: str
    place: str
    negated: bool
    of: str | None
    reviews: bool = False
    """Whether the words before it tell of a review, and nothing of writing."""
    is_foreign: bool = False
    """Whether the paragraph is in another script than the one by whose words the weights were found."""


def mentions(text: str, recognise: Recognise, section: str = "") -> list[Mention]:
    """The names of a paragraph with their relations.

    Args:
        text: The paragraph, without markup.
        recognise: Tells what a name stands for.
        section: Title of the section in which it stands.
    """
    text = whole_letters(text)
    if len(text) > LONGEST:
        return _in_pieces(text, recognise, section)
    return settled(text, [_mention(one) for one in readings(text, names_in(text, recognise), section)])


def readings(text: str, names: Sequence[Name], section: str) -> Iterator[Reading]:
    """What is seen of each name of a paragraph.

    Args:
        text: The paragraph, without markup.
        names: The names in it, in their order.
        section: Title of the section in which it stands.
    """
    groups = grouped(text, names)
    if not groups:
        return
    doc, at = document(text, groups)
    foreign = len(_FOREIGN.findall(text)) > FOREIGN_SHARE * len(text)
    place = _section(section)
    label = _LABEL.match(text)
    if label and place != "earlier" and _section(label[1]) == "earlier":
        place = "earlier"  # an item that says by itself what it tells of
    for sentence in doc.sents:
        tokens = [token.lower_ for token in sentence]
        inside = [at[sentence.start + n] for n, word in enumerate(tokens) if word == NAME]
        measures = any(name.measures for one in inside for name in groups[one].names)
        cites = bool(inside) and (asks_to_cite(" ".join(tokens)) or points(tokens) or tries(tokens))
        for where, said in (said_in(sentence, tokens, measures) if inside else {}).items():
            before, around = (
                _whose(tokens, where),
                seen(tokens, where) | ({"measuring"} if measures else set()),
            )
            of = groups[at[sentence.start + before]].names[-1].text if before is not None else None
            negated = denied(sentence, where)
            for name in groups[at[sentence.start + where]].names:
                where_told = "earlier" if cites or _told_of_others(tokens, where, name) else place
                relation, cue = ruled(said, name, where_told)
                if foreign and where_told != "earlier":
                    relation, cue = (
                        behind(text, name.end, name.known)
                        or chinese(text, name.start, name.end, name.known)
                        or russian(text, name.start, name.end, name.known)
                        or (relation, cue)
                    )
                told = around | about(name) | spoken(said, relation, where_told, name)
                told |= under(headed(section), told)
                judges = reviews(tokens, where)
                yield Reading(name, frozenset(told), relation, cue, where_told, negated, of, judges, foreign)


def _told_of_others(tokens: Sequence[str], where: int, name: Name) -> bool:
    """Whether the words before a name tell of what another thing was made with, or of who put this one out."""
    kind = name.known.kind if name.known else None
    if (kind == "provider" and is_put_out_by(tokens, where)) or (
        kind not in (None, "dataset")
        and (is_only_alike(tokens, where) or is_what_rows_are_for(tokens, where))
    ):
        return True
    return _OF_ANOTHER.search(" ".join(tokens[:where])) is not None


def _in_pieces(text: str, recognise: Recognise, section: str) -> list[Mention]:
    """What is longer than people write is read piece by piece, cut where a word ends."""
    found: list[Mention] = []
    start = 0
    while start < len(text):
        end = min(start + LONGEST, len(text))
        blank = text.rfind(" ", start + LONGEST // 2, end)
        end = blank + 1 if end < len(text) and blank > 0 else end
        read = mentions(text[start:end], recognise, section)
        found += [replace(one, start=one.start + start, end=one.end + start) for one in read]
        start = end
    return found


def _mention(read: Reading) -> Mention:
    name = read.name
    relation = (read.relation or "none") if read.is_foreign else weighed(read.seen, name, read.relation)
    if read.place == "earlier" and relation in LINEAGE:
        relation = "none"
    if name.measures and relation in LINEAGE:
        relation = "evaluated-against"
    alike = relation == read.relation or {relation, read.relation} == _SIGNALS
    cue = read.cue if alike else ""
    kind = name.known.kind if name.known else None
    if relation == "generated-by" and not cue and read.reviews:
        relation = "judged-by"
    tied = read.is_foreign and bool(cue) and kind is None and is_name(name.text)
    if tied and relation in ("data", "base"):
        kind = "dataset" if relation == "data" else "model"  # no English noun can say it there; the words do
    return Mention(
        name.text, name.start, name.end, relation, read.negated, cue, read.of, kind, name.by_noun or tied,
        share_of_upstreams(read.seen, name),
    )  # fmt: skip


def _section(title: str) -> str:
    """The kind of a section by its title, or by those above it; empty where none says anything of it."""
    for part in reversed(title.split(" / ")):
        words = " ".join(re.findall(r"[a-z]+", part.lower()))
        if _OWN_PART.fullmatch(words):
            return ""  # whatever section a template happens to put it under
        for kind, titles in lexicon().sections.items():
            if any(
                words == each or words.startswith(f"{each} ") or words.endswith(f" {each}") for each in titles
            ):
                return "" if kind == "compared" and _TRAINS.search(words) else kind
    return ""


def _told_in(remark: Sequence[str]) -> bool:
    """Whether words up to a name are a remark on making: `, a model trained on NAME`, `, a corpus of … by NAME`."""
    remark = [word for at, word in enumerate(remark) if word != "," or not _between_digits(remark, at)]
    noun = next((at for at, word in enumerate(remark) if word in _SETS), len(remark))
    if noun < len(remark) and "," not in remark[noun:]:
        return True
    return "," not in remark and not _MAKING.isdisjoint(remark)


def _between_digits(words: Sequence[str], at: int) -> bool:
    """Whether a comma only parts thousands."""
    return 0 < at < len(words) - 1 and words[at - 1].isdigit() and words[at + 1][:3].isdigit()


def _whose(tokens: Sequence[str], where: int) -> int | None:
    """The name before whose making a remark, a relative clause or a whole sentence tells."""
    for at in range(where - 1, -1, -1):
        if tokens[at] in (")", ";"):
            return None
        if tokens[at] == NAME and (_is_called(tokens, at) or _is_remarked(tokens, at, where)):
            return at
    return None


def _is_called(tokens: Sequence[str], at: int) -> bool:
    """Whether a sentence begins with words for a model, its name at a place, and goes on about that."""
    if at > _OPENING or not _CALLED.search(" ".join(tokens[:at])):
        return False
    told = [word for word in tokens[at + 1 : at + 6] if word not in (*_QUOTES, NAME)]
    return bool(told) and told[0] in lexicon().copula


def _goes_on(opening: Sequence[str], between: Sequence[str]) -> bool:
    """Whether words right behind a name tell of what it is itself a form: `fine-tune of`, `which is a version of`."""
    if len(opening) > 1 and opening[0] in _FORMS and opening[1] == "of":
        return True
    if opening[:1] != ["which"] or not set(opening[1:2]) & lexicon().copula:
        return False
    return bool(_FORMS.intersection(between)) and between[-1:] != ["on"]


def _is_remarked(tokens: Sequence[str], at: int, where: int) -> bool:
    """Whether what stands between a name and another one is told of the first."""
    opening = [word for word in tokens[at + 1 : at + 5] if word not in (NAME, *_NOUNS)]
    if len(opening) > 1 and opening[0] == "(" and opening[1] in _REMARKS:
        return True
    if _goes_on(opening, tokens[at + 1 : where]):
        return True
    if len(opening) > 1 and opening[0] == ",":
        if opening[1] in ("which", "itself") or (at <= 1 and " ".join(opening[1:3]) in _STARTS):
            return True
        if opening[1] in ("a", "an") and _told_in(tokens[at + 2 : where]):
            return True
    begins = at <= 1 or (at <= _OPENING and _CONTRASTS.fullmatch(" ".join(tokens[:at])) is not None)
    return begins and bool(opening) and (opening[0] in lexicon().copula or opening[0] in _UNDERGOES)
