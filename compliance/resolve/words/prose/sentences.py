"""What sentences of a manifest say of a thing beside its name: which models wrote it, which weights it comes from.

They are written for people: where something was read, why a statement was made. No rule reads them. But what they say
and the manifest leaves out is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.model.names.records import DatasetEntry
from compliance.model.words.spelling import key
from compliance.patterns import regex
from compliance.resolve.names.lookup import Names
from compliance.resolve.words.prose import other_tongues
from compliance.resolve.words.prose.spoken import LONGEST, Spoken, as_written, speaks_of
from compliance.resolve.words.prose.taught import teachers_in
from compliance.resolve.words.prose.telling import ANSWERS, MODELS, SOME_MACHINE

_WRITTEN = (
    r"(?:re)?written|wrote|writes?|authored|composed|drafted|generated?|produced|made|created|answered|replied"
    r"|translated"
    r"|captioned|labell?ed|annotated|transcribed|summari[sz]ed|paraphrased|rephrased|synthesi[sz]ed|distill?ed|sampled"
    r"|completed|filled in|invented|simulated|scored|rated|augmented|asked|proposed|suggested|predicted|segmented"
    r"|detected|tagged|classified|drawn|repaired|corrected|edited|revised|polished|expanded|shortened|spoken|voiced"
    r"|rendered"
)
_ENDS = (
    r"(?=\s*(?:$|[,;.:()\]/]|(?:and|or|that|which|who|from|in|on|for|to|at|with|as|then|was|were|is|are|of ours"
    r"|alone|only)\b))"
)
"""What may follow a model that is not named: `machine` is none in `by machine operators`."""
_WRITTEN_WITH = regex(
    rf"(?<![a-z])(?:by|via|using|with|through|into|asked)\s+(?:the\s+|an?\s+|our\s+)?(?:(?:teams|microsoft|ms|github"
    rf"|google"
    rf"|office|m365|adobe|openai['’]s|anthropic['’]s|xai['’]s)\s+)?((?:{MODELS})(?![a-z])[\w.-]*)"
    rf"|(?<![a-z])(?:{ANSWERS}|ratings?|scores?|feedback)\s+(?:of|from|by)\s+((?:{MODELS})(?![a-z])[\w.-]*)"
    rf"|(?<![a-z])((?:{MODELS})[\w.-]*[- ](?:{ANSWERS}|generated|written))(?![a-z])"
    rf"|(?<![a-z])(ai[- ](?:suggested[- ])?(?:{ANSWERS}|generated|written|made))(?![a-z])"
    r"|(?<![a-z])((?:machine|model|llm|bot|computer|auto|chatbot)[- ](?:generated|written|made|translated|drafted))"
    r"(?![a-z])"
    r"|(?<![a-z])(synthetic(?:ally)? (?:data|rows|generated|texts?|images?|speech|examples?|dialogues?))(?![a-z])"
    rf"|(?<![a-z])(?:{_WRITTEN})\s+(?:[\w-]+\s+){{0,2}}?(?:by|via|using|with|through|from)\s+({SOME_MACHINE}){_ENDS}"
    rf"|(?<![a-z])(?:{ANSWERS}|ratings?|scores?|feedback)\s+(?:of|from|by)\s+({SOME_MACHINE}){_ENDS}"
    rf"|(?<![a-z])({SOME_MACHINE})\s+(?:has\s+|had\s+|that\s+)?(?:wrote|generated|produced|made|answered|translated"
    r"|captioned|created|drafted)(?![a-z])"
    rf"|(?<![a-z])(?:(?:help|aid|assistance|support) of|(?:may|might|could)(?: also)? have used"
    rf"|(?:assisted|aided|helped|polished|edited|corrected|improved|proofread|reworded) (?:by|with|using))"
    rf"\s+((?:the\s+|an?\s+)?(?:{MODELS})(?![a-z])[\w.-]*|{SOME_MACHINE}){_ENDS}"
    r"|(?<![a-z])(?:may|might|could) (?:also |well )?have used ((?:ai |writing |some )?(?:assistants?|aids?|bots?))"
    r"(?![a-z])"
    r"|(?<![a-z])((?:ki|ai|llm|ia)[- ](?:gestützt\w*|unterstützt\w*|assisted|aided|supported|assistée?s?))(?![a-z])"
    r"|(?<![a-z])(?:mithilfe|mit hilfe|unter einsatz|à l['’]aide|con (?:la )?ayuda|com (?:a )?ajuda) "
    r"(?:eines? |einer |von |d['’]une? |de (?:una? |la )?)?"
    r"((?:sprachmodell|ki|chatgpt|llm|ia|modèle de langage|modelo de lenguaje)\w*)"
    r"|((?:大?语言)?模型辅助|ai\s*辅助|人工智能辅助)"
    r"|(人工智能生成|ai\s*生成|机器翻译|大?模型生成|合成数据|ai\s*が生成|生成\s*ai)"
    r"|(?<![a-z])(?:von (?:einer )?|par (?:une )?|por (?:una )?)(ki|ia)(?![a-z-])"
    rf"|({other_tongues.MACHINE_WROTE})",
    re.IGNORECASE,
)
"""A model that is said to have written something, in a sentence."""
_OF_SOMEBODY = regex(
    rf"(?<![a-z])(?:(?:{_WRITTEN})\s+(?:[\w-]+\s+){{0,2}}?(?:by|via|using|with|through|from)"
    rf"|(?:{ANSWERS}|ratings?|scores?|feedback)\s+(?:of|from|by))\s",
    re.IGNORECASE,
)
"""What stands before whoever wrote something."""
_DENIED = regex(
    r"(?<![\w-])(?:no|not|never|without|none|neither|nor|free of|instead of|rather than|exclud\w+|cannot)(?![\w-])|n't"
    rf"|没有|不含|未使用|并非|非(?=ai)|{other_tongues.DENIED}",
    re.IGNORECASE,
)
_BREAKS = regex(r"[,;:!?()\[\]|—–]+\s*|\.\s+|\s-+\s|\s(?:but|yet|while|whereas|although|though)\s")
_DOES = regex(
    rf"(?<![a-z])(?:{_WRITTEN}|by|via|using|with|through|from|on|of|is|was|are|were|it|we|they|base[ds]?|tuned?"
    rf"|fine-?tuned?"
    r"|trained|started?|weights|merged?|built|adapted|derived|quanti[sz]ed|converted|continu\w+"
    r"|initiali[sz]ed)(?![a-z])"
    rf"|{other_tongues.MADE}|{other_tongues.TRAINED}",
    re.IGNORECASE,
)
"""Words without which a clause is one more member of the list before it."""
_COMES_FROM = regex(
    r"(?<![a-z])(?:fine-?|instruct(?:ion)?-?|re-?|pre-?)?(?:tun(?:es?|ed|ing)|train(?:ed|ing)?|finetun\w+|adapt(?:s"
    r"|ed|er)?"
    r"|continu\w+|initiali[sz]\w+|start(?:s|ed|ing)?|beg[iau]n(?:s|ning)?|resum\w+|deriv\w+|based?|build|built|merg\w+|lora|qlora|quanti[sz]\w+"
    r"|prun\w+|convert\w+"
    r"|distill?\w*|teach\w*|students? of|swapp\w+|transplant\w*|graft\w*|vocabular\w+|tokeni[sz]ers?"
    r"|(?:embedding|token) (?:matrix|table|layer|rows)|checkpoints?|weights|parent|backbone|copy|copied|fork\w*"
    r"|warm)(?![a-z])"
    rf"|{other_tongues.TRAINED}",
    re.IGNORECASE,
)
"""Words of coming from weights: what else a service's word may stand for is told by them."""
_COMPARED = regex(
    r"(?<![a-z])(?:compar\w+|versus|vs|unlike|outperform\w*|against|evaluat\w+)(?![a-z])"
    rf"|{other_tongues.COMPARED}|{other_tongues.EVALUATED}",
    re.IGNORECASE,
)
"""Words that set one model beside another."""
_PAGE = regex(
    r"(?<![a-z])(?:readme|paper|report|repo|repository|blog|docs|documentation|code|source|website|page|wiki)(?![a-z])",
    re.IGNORECASE,
)
"""Words of what is written about a thing: beside them, a name may be that of the page or the program."""
_TRAINED_ON = regex(
    r"(?<![a-z])(?:pre-?|fine-?)?(?:trained|tuned|finetuned|learned)\s+(?:\w+\s+){0,4}?(?:on|with|from)\s"
    r"|(?<![a-z])(?:mixed|blended|added|plus|includ(?:es?|ed|ing)|augmented|regulari[sz]ed|replay\w*|rehears\w+"
    r"|seeded|padded"
    r"|interleaved|enriched|supplemented|topped up|complemented|extended|warmed up|combined|curriculum|first|then)\s"
    r"|(?<![a-z])(?:rows|examples|samples|data|texts|dialogues|conversations|percent|parts?|subset|split|slice|share"
    r"|pinch"
    r"|bit|portion|fraction|questions|prozent|pour ?cent|por ciento)\s+(?:of|from|de|von|aus)\s|%\s+(?:of|de|von)\s"
    r"|(?:\d\s?%|\d (?:prozent|percent))\s|(?<![a-z])(?:gemischt|beigemischt|dazu|zusätzlich"
    r"|mélangé|complété|mezclado|混入|加入)",
    re.IGNORECASE,
)
_LIMITED = regex(
    r"(?<![a-z])(?:non-?\s?commercial(?:ly)?|(?:no|not for|without) commercial (?:use|purposes?)"
    r"|research[- ](?:use[- ]|purposes? )?only"
    r"|(?:only|solely) for (?:research|academic)\w*|academic use only|cc[- ]by[- ]nc[\w.-]*)(?![a-z])"
    rf"|{other_tongues.LIMITED}",
    re.IGNORECASE,
)
_UNLIMITED = regex(
    r"(?<![a-z])(?:also|no longer|formerly|lifted|dropped|or commercial|and commercial)(?![a-z])"
    rf"|{other_tongues.UNLIMITED}",
    re.IGNORECASE,
)
_EITHER_USE = regex(
    r"commercial (?:and|or|as well as|und|et|&|/) non-?commercial"
    r"|non-?commercial (?:and|or|as well as|und|et|&|/) commercial",
    re.IGNORECASE,
)
"""Use that is let whether it is commercial or not."""
_BESIDE_HAN = regex(
    r"(?<=[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af])(?=[A-Za-z])"
    r"|(?<=[A-Za-z0-9])(?=[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af])"
)
"""Where Latin letters and East Asian ones stand side by side: words of their own."""
_NAMES = regex(r"(?:[\w.-]+/)?[A-Za-z][\w.-]*\d[\w.-]*")
"""One word that may be a whole model's name, short as its letters may be."""
_REPOSITORY = regex(
    r"(?<![\w./@:-])([A-Za-z][\w.-]+/(?![\w.-]*\.(?:md|txt|py|json|ya?ml|html?|pdf"
    r"|csv)\b)[\w.-]*[A-Za-z][\w.-]*\d[\w.-]*)(?![\w/])"
)
"""A repository's name with an organisation and a figure, which is no file's."""


def clauses(text: str) -> Iterator[str]:
    """The clauses of a sentence, whatever they deny."""
    return (clause for clause in _BREAKS.split(_BESIDE_HAN.sub(" ", text)) if clause.strip())


def affirmed(text: str) -> Iterator[str]:
    """The clauses of a sentence that deny nothing; a list goes on with what was said of its first member.

    >>> list(affirmed("tuned from Sparrow, no answers of Wren, Lark or Finch used"))
    ['tuned from Sparrow']
    """
    denied = False
    for clause in _BREAKS.split(_BESIDE_HAN.sub(" ", text)):
        if _DENIED.search(clause):
            denied = True
        elif clause.strip() and _DOES.search(clause):
            denied = False
        if clause.strip() and not denied:
            yield clause


def denials(clause: str) -> Iterator[re.Match[str]]:
    """Where words of a clause deny something."""
    return _DENIED.finditer(clause)


def says_more(clause: str) -> bool:
    """Whether a clause says something of its own, and is not one more member of a list before it."""
    return _DOES.search(clause) is not None


def compared(clause: str) -> bool:
    """Whether a clause sets one thing beside another, or measures it on one, and says nothing of where it is from."""
    return _COMPARED.search(clause) is not None


def said_to_write(text: str) -> Iterator[str]:
    """Models of which a sentence says that they wrote something; none where that is denied.

    >>> list(said_to_write("card: answers by gpt-4o-mini")), list(said_to_write("written without ChatGPT"))
    (['gpt-4o-mini'], [])
    >>> list(said_to_write("every row was written by a language model"))
    ['a language model']
    """
    for clause in affirmed(text):
        yield from (found[found.lastindex or 0] for found in _WRITTEN_WITH.finditer(clause))


def writers_in(text: str, names: Names) -> Iterator[Spoken]:
    """What a sentence says to have written something: words of models, and any model that is known by its name."""
    yield from map(Spoken, said_to_write(text))
    for named in _in_brackets(text):
        spoken = speaks_of(named, names)
        yield from (one for one in spoken if _is_model(one) and len(key(one.text)) * 2 > len(key(named)))
    for clause in affirmed(text):
        yield from map(Spoken, () if compared(clause) else teachers_in(clause))
        for behind in _behind_somebody(clause):
            yield from (one for one in speaks_of(behind, names) if _is_model(one))
        if other_tongues.says_made(clause):
            yield from (one for one in speaks_of(clause, names) if one.entry is None or _is_model(one))


def _behind_somebody(clause: str) -> Iterator[str]:
    """What stands behind words of whose something is: all of it once, and of each further one what a name may be.

    Whatever stands in the rest behind a later one was read behind the first, but for a name that begins in the midst of
    another: reading every rest to its end would take the square of the clause.
    """
    for place, found in enumerate(_OF_SOMEBODY.finditer(clause)):
        rest = clause[found.end() :]
        yield " ".join(rest.split(None, LONGEST)[:LONGEST]) if place else rest


_IN_BRACKETS = regex(r"([^(),;:.!?]{3,80})\(([^()]{2,40})\)")
_AT_WORK = regex(
    rf"(?<![a-z])(?:{ANSWERS}|{_WRITTEN}|assistants?|assistenten|assistent|bots?|tools?|systems?|services?|programs?"
    rf"|machines?"
    r"|models?|systeme?s?|dienste?s?|werkzeug\w*|outils?|antworten|réponses)(?![a-z])",
    re.IGNORECASE,
)
"""Words of what wrote, or of what it wrote, behind which brackets name it."""


def _in_brackets(text: str) -> Iterator[str]:
    """What stands in brackets behind words of what wrote something, where those words deny and compare nothing."""
    for found in _IN_BRACKETS.finditer(text):
        said, named = found.groups()
        if _AT_WORK.search(said) and not _DENIED.search(said) and not compared(said):
            yield named


def weights_in(text: str, names: Names, *, told_so: bool = False) -> Iterator[Spoken]:
    """Known models of which a sentence about a model speaks: where its weights may come from, and sets that trained it.

    A word that is a service's as well counts beside words of tuning, merging and the like, and so does every name where
    it must be `told_so`.
    """
    for clause in affirmed(text):
        comes_from = _COMES_FROM.search(clause) is not None
        trained = _TRAINED_ON.search(clause) is not None
        if compared(clause) or ((told_so or _PAGE.search(clause)) and not (comes_from or trained)):
            continue
        found = speaks_of(clause, names)
        models = [one for one in found if _is_model(one) and (comes_from or not told_so)]
        known = [one for one in models if comes_from or names.model_entry(one.text) is one.entry]
        known += [one for one in found if isinstance(one.entry, DatasetEntry) and trained]
        known += _short_sets(clause, known, names) if trained else []
        for word in _NAMES.findall(clause) if comes_from or not told_so else ():
            entry = names.model_entry(word)
            if entry is not None and all(one.entry is not entry for one in known):
                known.append(Spoken(as_written(word, clause), entry))
        yield from known
        said = "".join(one.text for one in known)
        yield from (
            Spoken(name)
            for name in (_REPOSITORY.findall(clause) if comes_from else ())
            if not _holds(name, said)
        )


def _short_sets(clause: str, known: list[Spoken], names: Names) -> list[Spoken]:
    """Sets whose names are too short to be told among other words, and that one word of a clause is."""
    held = ((word, names.entry("dataset", None, word)) for word in _NAMES.findall(clause))
    found = [Spoken(as_written(word, clause), one.entry) for word, one in held if one is not None]
    return [one for one in found if all(one.entry is not other.entry for other in known)]


def _is_model(one: Spoken) -> bool:
    return one.entry is not None and not isinstance(one.entry, DatasetEntry)


def _holds(name: str, said: str) -> bool:
    """Whether the last part of a repository's name is among what was told already."""
    return bool(said) and name.rpartition("/")[2] in said


def limits_in(text: str) -> Iterator[str]:
    """Words by which a sentence keeps a thing to use that is not commercial, or to research.

    >>> list(limits_in("trained on read books, no commercial use")), list(limits_in("commercial use allowed"))
    (['no commercial use'], [])
    """
    for clause in _BREAKS.split(_EITHER_USE.sub("any", text)):
        if _UNLIMITED.search(clause) is None:
            yield from (found.group(0) for found in _LIMITED.finditer(clause))
