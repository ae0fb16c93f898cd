"""Sentences that tell nothing of the work, whatever names stand in them: requests to cite, and who put a thing out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compliance.text.mention.patterns import NAME

_CITE = re.compile(
    r"\b(?:cite|cites|citing|acknowledge|acknowledging|credit|mention) (?:\w+ ){0,4}?(?:paper|work|us|article|authors?|"
    r"report|preprint|publication|model|data ?set|repository|project|following|it|this)\b|"
    r"\b(?:citation|acknowledge?ment|credit|attribution) (?:\w+ ){0,2}(?:is|would be|are) (?:\w+ )?"
    r"(?:appreciated|required|welcome)\b"
)
_SHOULD = re.compile(r"\b(?:please|kindly|must|should|if|when|whenever|ask|request|appreciate\w*)\b")
_WHEN = re.compile(r"\b(?:if|when|whenever|where|in case|should you)\b")
_PUT_OUT = re.compile(
    rf"(?:{NAME}|\b(?:models?|checkpoints?|networks?|systems?|architectures?|frameworks?|series|family|tools?|"
    r"library|apps?|"
    r"assistants?|chatbots?|data ?sets?|corpus|corpora|benchmarks?|project|suite)\b)"
    r"(?: (?!and\b)[\w,()-]+){0,6}? "
    r"(?:created|developed|built|made|designed|introduced|trained|open-sourced|published|released|provided|maintained)"
    r"(?: \w+ly)? by(?: the| a)?(?: \w+){0,2}$"
)
"""What stands before whoever put a thing out: `a text-to-audio model created by`."""
_ROWS = re.compile(
    r"\b(?:rows|labels|answers|responses|captions|annotations|translations|outputs|texts?)\b(?! ?-)"
)
"""What a maker's model writes, where only the maker is named."""
_ANSWERS = [
    [word]
    for word in ("responses", "answers", "replies", "outputs", "behaviour", "behavior", "conversations", "dialogue",
                 "dialogues", "text", "texts", "writes", "behaves", "talks", "chats", "sounds")
]  # fmt: skip
_FOR = re.compile(
    r"\bfor (?:use (?:in|when|with) )?(?P<trains>(?:pre-?|fine-?|post-?)?(?:train|tun|adapt)ing (?:of )?)?"
    r"(?:(?:an?|the|any|your|our|new|small|custom|of) ){0,3}$"
)
_SMALL = re.compile(
    r"(?:[\w-]+ )?"
    r"(?:loras?|lycoris|adapters?|embeddings?|controlnets?|control-nets?|hypernetworks?|fine-?tunes?)\b"
)
"""What is trained on a model, and stands behind its name."""
_LEARNS = re.compile(
    rf"{_SMALL.pattern} (?:that|which|to) (?:(?:can|will|should|is|was|to|be|meant|made) ){{0,3}}"
    r"(?:learns?|trained|taught|generates?|draws?|paints?|writes?|renders?|makes?|produces?|speaks?|reads?)\b"
)
_WHAT_IS_FOR = re.compile(
    r"\b(?:data|data ?sets?|rows|images|pictures|photos|captions?|prompts|pairs|examples|samples|corpus|"
    r"collection|clips|"
    r"recordings|texts?|instructions|conversations|dialogues|annotations)\b"
)
_USES = re.compile(r"\b(?:used|uses?|using|trained|tuned|with|by|via)\b")
"""Words by which what comes before is what the work did, and not what it is for."""
_REVIEWS = re.compile(
    r"\b(?:blind review|peer review|reviewers?|(?:reviewer|judge|grader|critic) personas?|"
    r"panel of (?:\w+ )?\w+|judges|graders|raters|jury)\b"
)
_WRITES = re.compile(
    r"\b(?:writes?|wrote|written|generat\w+|authored|authors?|drafts?|drafted|answers?|answered|rewr\w+|translat\w+|"
    r"creat\w+|produc\w+|paraphras\w+|synthesi\w+)\b"
)
"""Verbs by which what stands behind wrote something after all."""
_POINTS = re.compile(
    r"^\W*(?:please )?(?:(?:also|then|instead) )?"
    r"(?:see|check(?: out)?|visit|have a look at|take a look at|refer to|look at)"
    rf"(?: also)?(?: the| our)?(?: model| dataset)? {NAME}"
)
"""How a sentence begins that sends its readers to another thing."""
_ON_THE_WORK = re.compile(
    r"\b(?:we|our|us|i|my|was|were|been|used|base|parent|original|upstream|source|starting|backbone|teacher|"
    r"from which|on which)\b"
)
"""Words by which it tells of the work all the same."""
_TRIAL = re.compile(
    rf"^\W*(?:fine-?tuning|finetuning|training|tuning|re-?training|prompting|probing) (?:an? |the )?{NAME}"
    r"(?: (?:models?|checkpoints?))? (?:on|with) [^.;:]*?\b(?:achiev|reach|obtain|attain|outperform|surpass|scor)\w*\b"
    r".*(?:\d|\b(?:performance|scores?|results?|accuracy)\b)"
)
"""A sentence whose subject is a trial, and that tells how it came out: `Tuning A on B reaches 78 points`."""
_TO_TRAIN = re.compile(r"\bto (?:\w+ly )?(?:pre-?|fine-?)?(?:train|tune) (?:an?|the|any|your|new|other)? ?$")
_OF_PEOPLE = re.compile(r"\b(?:we|i|our|my|this|these|here)\b")
MOST_WORDS = 14


def asks_to_cite(sentence: str) -> bool:
    """Whether a sentence only tells readers when to cite the work: what they use then is theirs.

    >>> asks_to_cite("please cite our paper when fen-7b is used to produce a report .")
    True
    >>> asks_to_cite("the answers cite our paper and were written by fen-7b .")
    False
    """
    return bool(_CITE.search(sentence) and _SHOULD.search(sentence) and _WHEN.search(sentence))


def is_only_alike(tokens: Sequence[str], where: int) -> bool:
    """Whether a model is named for what its answers are like: `it filters responses like NAME`.

    >>> is_only_alike("it gives answers like §name§ .".split(), 4), is_only_alike("from models like §name§".split(), 3)
    (True, False)
    """
    return tokens[where - 1 : where] == ["like"] and tokens[where - 2 : where - 1] in _ANSWERS


def is_put_out_by(tokens: Sequence[str], where: int) -> bool:
    """Whether the words before the name of a maker only tell who put out the thing that they speak of.

    >>> is_put_out_by("fen is a text-to-audio model created by §name§ .".split(), 7)
    True
    >>> is_put_out_by("the labels of the dataset were created by §name§ .".split(), 8)
    False
    """
    said = " ".join(tokens[max(0, where - MOST_WORDS) : where])
    return _ROWS.search(said) is None and _PUT_OUT.search(said) is not None


def points(tokens: Sequence[str]) -> bool:
    """Whether a sentence only sends its readers to another thing, and tells nothing of how the work was made.

    >>> points("check out §name§ , a writer tuned on §name§ .".split())
    True
    >>> points("see §name§ for the base model .".split()), points("see how we used §name§ .".split())
    (False, False)
    """
    said = " ".join(tokens)
    return _POINTS.match(said) is not None and _ON_THE_WORK.search(said) is None


def tries(tokens: Sequence[str]) -> bool:
    """Whether a sentence only tells how a trial came out, by no one's model that it names as the work.

    >>> tries("fine-tuning §name§ on §name§ achieves 78.92 % f1 .".split())
    True
    >>> tries("fine-tuning §name§ on §name§ gave our model .".split())
    False
    """
    said = " ".join(tokens)
    return _TRIAL.match(said) is not None and _OF_PEOPLE.search(said) is None


def is_what_rows_are_for(tokens: Sequence[str], where: int) -> bool:
    """Whether a model is only told as what rows are made for: `images for a NAME lora that learns to generate …`.

    >>> is_what_rows_are_for("images for a §name§ lora that learns to paint".split(), 3)
    True
    >>> is_what_rows_are_for("images drawn by §name§ for a lora".split(), 3)
    False
    >>> is_what_rows_are_for("all pairs put together to fine-tune §name§".split(), 6)
    True
    """
    before = f"{' '.join(tokens[max(0, where - MOST_WORDS) : where])} "
    if (end := _TO_TRAIN.search(before)) is not None and _OF_PEOPLE.search(before) is None:
        given = before[: end.start()]
        return _WHAT_IS_FOR.search(given) is not None and _USES.search(given) is None
    said = _FOR.search(before)
    if said is None:
        return False
    behind = " ".join(tokens[where + 1 : where + 6])
    rows = _WHAT_IS_FOR.search(before, 0, said.start()) is not None and not _USES.search(
        before, 0, said.start()
    )
    learns = _LEARNS.match(behind) is not None
    return learns or (rows and (said["trains"] is not None or _SMALL.match(behind) is not None))


def reviews(tokens: Sequence[str], where: int) -> bool:
    """Whether the words before a model tell of a review that it held: `five reviewer personas , one model ( NAME )`.

    >>> reviews("five reviewer personas , one model ( §name§ ) kept half".split(), 7)
    True
    >>> reviews("reviews written by §name§".split(), 3)
    False
    """
    said = list(_REVIEWS.finditer(" ".join(tokens[max(0, where - MOST_WORDS) : where])))
    return bool(said) and _WRITES.search(said[-1].string, said[-1].end()) is None
