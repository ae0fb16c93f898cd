"""Models and services that a note speaks of as being at work, whichever verb it uses: "hard ones went through ChatGPT".

What wrote is told in more words than a list of verbs holds. A service that writes and that a note of one's own rows
names is therefore taken to have been at work, unless the note denies it, sets it beside something, or speaks of a
format, a text or a subject that is called by it. A denial counts where it is about the service: in "rows that do not
parse were repaired by Claude" it is about something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.model.names.records import DatasetEntry, ModelEntry
from compliance.patterns import regex
from compliance.resolve.names.lookup import Names
from compliance.resolve.names.ordinary import is_ordinary
from compliance.resolve.words.prose.sentences import affirmed, clauses, compared, denials, says_more
from compliance.resolve.words.prose.spoken import Spoken, speaks_of
from compliance.resolve.words.prose.telling import MODELS

_HOSTS = r"openrouter|deepinfra|groqcloud|together ai|fireworks ai|(?:amazon |aws )?bedrock"
"""Those who only run what others made: in a note on rows, the way on which a model was asked."""
_WRITERS = (
    rf"(?<![a-z])(?:(?:{MODELS}|le chat|notebooklm|perplexity|grammarly|quillbot|jasper|suno|elevenlabs)[\w.-]*"
    rf"|(?:openai|anthropic)(?: api(?! (?:format|schema|clients?|compatib\w+|style|sdk)))?|{_HOSTS})(?![a-z])"
    r"|(?<![a-z])(?:from|through|via|out of|into|asked|had)(?: the| an?| our| another| some)? (?:[\w-]+ ){0,2}?"
    r"(?:(?:chat ?)?bots?|llms?|language models?|ai (?:tools?|assistants?|services?|apps?)|(?:online|web"
    r"|machine) translators?"
    r"|translation (?:services?|engines?))(?: of (?!our)(?:an?|the|another|some) [\w-]+(?: [\w-]+)?)?(?![a-z-])"
    r"|文心一言|通义千问|豆包|讯飞星火|智谱清言|腾讯元宝"
)
_NAMED = regex(_WRITERS, re.IGNORECASE)
_IS_HOST = regex(_HOSTS, re.IGNORECASE)
_PERSON = regex(r"claude|bard|jasper|gemini|grok|perplexity")
"""Words that people are called by as well: in small letters, or before a surname, they name no model."""
_SURNAME = regex(
    r"\s+(?!Haiku|Sonnet|Opus|Code|Instant|Desktop|Pro|Max|Advanced|Ultra|Flash|Nano|AI\b|API)[A-Z]\w+"
)
_PART_DENIED = regex(
    r"(?<!\w)(?:not (?:only|just|merely|all|every|always|everything)|no longer|nothing but|nicht (?:nur|alle|mehr"
    r"|immer)"
    r"|pas (?:seulement|tous|toutes|toujours)|n['’]est plus|no (?:sol[oa]|sólo|tod[oa]s)|non (?:solo|tutt[ei])"
    r"|不仅|不只|不再)(?!\w)",
    re.IGNORECASE,
)
"""What sounds like a denial, and says that it was so in part or once."""
_NOBODY = regex(
    r"(?<!\w)(?:nobody|no ?one|nowhere|niemand|personne|nadie|nessuno|ninguém|nichts)(?!\w)", re.IGNORECASE
)
_OF_THE_WHOLE = regex(
    r"(?:no|none|neither|nor|kein\w*|aucune?s?|ning[uú]n\w*|nessun\w*|nenhum\w*|geen)", re.IGNORECASE
)
"""Denials that are about the verb of their clause, and not about the word behind them alone."""
_ASIDE = regex(
    r"(?<!\w)(?:where|wherever|if|when|whenever|that|which|whose|who|what|while|because|since|for which|with"
    r"|que|qui|dont|quand|donde|che|wo|wenn|als)(?!\w)",
    re.IGNORECASE,
)
"""Words that open a clause aside, to which a denial behind them belongs."""
_GOES_ON = regex(
    r"(?<!\w)(?:was|were|is|are|got|we|they|i|staff|it|came|comes?|went|goes|which|whether|who|what|whom)(?!\w)"
    r"|^\s*\S+\s.*?(?<!\w)(?:las?|los|les|se|fueron|fue|ont|sont|wurden?|hat|haben|sind|furono|sono|vennero)(?!\w)"
    r"|的.*[由用让被请]\s*$",
    re.IGNORECASE,
)
"""Words between a denial and a name with which a clause goes on to something else."""
_DENIED_BEHIND = regex(
    r"[\w.-]*\s*(?:(?!where|if|when|that|which|what|and|or|but)[\w'’]+\s+){0,2}?"
    r"(?:not|never|no|none|nothing|nicht|nie|keine\w*|pas|jamais|nunca|非|没有|未)(?!\w)|[\w.-]*\s+\w+n['’]t(?!\w)"
    r"|[\w.-]*\s*[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af\s]{0,16}(?:てい?ない|ません|なし|않|없)",
    re.IGNORECASE,
)
_NO_WORK = regex(
    r"(?<!\w)(?:beats?|better|worse|outperform\w*|ahead of|baselines?|benchmark\w*|leaderboards?|win[- ]rates?|judg\w+"
    r"|detect\w*|(?:look|sound|read)(?:s|ed|ing)? like|suspect\w*|similar|inspired|imitat\w+|remov\w+|delet\w+|dropped"
    r"|discard\w*|thrown|filtered out|exclud\w+|left out|taken out|purged|rejected|forbid\w*|prohibit\w*"
    r"|banned|disallowed|not allowed|tested|built|deployed|about|called after|like those|gpus?|clusters?|nodes"
    r"|untersagt|verboten|entfernt"
    r"|gelöscht|über|interdit\w*|supprim\w+|à propos|prohibid\w+|eliminad\w+|sobre|plans?|planned|later|future"
    r"|before|prior to|could|might|would|will)(?!\w)|关于|删除|禁止|について|削除",
    re.IGNORECASE,
)
"""Words beside which a service is a measure, a subject, a plan, or something of which nothing stayed."""
_AFTER = regex(
    r"[\w.-]*(?:['’]s)?[- ]?(?:(?:chat|message|messages|json|batch|prompt|api|style|model"
    r"|system) )?[- ]?(?:format\w*|schema"
    r"|styles?|compatible|templates?|syntax|clients?|sdk|cookbook|reports?|papers?|tokeni[sz]ers?|terms|polic(?:y|ies)"
    r"|guidelines?|conventions?|layout|rubrics?|whisper|clip|gym|evals|licen[cs]es?|conversations about"
    r"|(?:pre)?prints?|abs)(?![a-z])",
    re.IGNORECASE,
)
"""What is called by a service and holds no word of it."""
_PAPER = regex(r"(?<!\w)arxiv(?:\.org/\w+/|[:\s]\s*)\d{4}\.\d{4,5}(?:v\d+)?", re.IGNORECASE)
"""A paper by its number, and no set of papers."""
_BEFORE = regex(
    r"(?<!\w)(?:(?:formats?|templates?|styles?|schemas?|terms|polic(?:y|ies)|licen[cs]es?|tokeni[sz]er|paper|report|format"
    r"|(?:questions|facts|texts|articles|lessons|notes|essays)) (?:of|by|from|on|used by|for)"
    r"|alternatives? to|replacements? for|modell?ed (?:on|after)|inspired by|similar to"
    r"|in the (?:manner|spirit) of)(?: the)?\s*$",
    re.IGNORECASE,
)

_CLEANED = regex(
    r"(?<!\w)(?:de-?dup\w*|decontaminat\w*|overlap\w*|cleaned of|disjoint|unlike|same (?:\w+ )?(?:schema|size"
    r"|splits?|columns"
    r"|labels|classes|questions types?)|size of|as in|like|following|after the model of|recipe)(?!\w)",
    re.IGNORECASE,
)
"""Words beside which a set is what rows were held against, or shaped by."""
_PROPER = regex(r"[A-Z0-9]")
_REACH = 200
"""How many letters before a name are looked at."""


def at_work(text: str, *, rows: bool = True) -> Iterator[str]:
    """Services that write and of which a sentence says, in any words, that they were at work.

    Who only runs models of others counts for `rows` alone: weights are also tuned and kept there.

    >>> list(at_work("rows that do not parse were repaired by Claude")), list(at_work("written without ChatGPT"))
    (['Claude'], [])
    >>> list(at_work("GPT-4 drafted most of it")), list(at_work("in the format of OpenAI, no row by ChatGPT or Gemini"))
    (['GPT-4'], [])
    """
    listed = False
    for clause in clauses(_PART_DENIED.sub(" ", text)):
        if listed and not says_more(clause):
            continue
        found = [one for one in _NAMED.finditer(clause) if _names_a_service(one, clause)]
        listed = _denied(clause, len(clause), len(clause)) if not found else False
        beside = bool(found) and (compared(clause) or _NO_WORK.search(clause) is not None)
        for one in found:
            denied = _denied(clause, one.start(), one.end())
            listed = listed or denied
            if not (denied or beside or _is_called_by(clause, one.start(), one.end())) and (
                rows or not _IS_HOST.fullmatch(one.group(0))
            ):
                yield one.group(0)


_DRAWN = regex(
    r"(?:\b(?:(?:sub)?sets?|parts?|portions?|classes|splits?|slices?|samples?|rows|images|items|excerpts?|translations?|versions?"
    r"|cop(?:y|ies)|selections?|half|fraction)\s+(?:of|from|out of)"
    r"|%\s+of"
    r"|\b(?:sampled|filtered|drawn|taken|extracted|derived|adapted|selected|curated|translated|cleaned|built|made|created|converted|distilled"
    r"|rewritten|based|collected|compiled|assembled|picked|chosen)\s+(?:\w+\s+)?(?:from|of|out of|on)"
    r"|(?:teilmenge|ausschnitt|auszug|auswahl|klassen|übersetzung)\s+(?:von|aus|des|der)|(?:extrait|sous-ensemble|traduction|partie)\s+d[eu’'])"
    r"\s*(?:the\s+)?(?:[\w'-]+\s+){0,2}[\W_]*$",
    re.IGNORECASE,
)
"""What stands before a set of which rows are part, or out of which they were made."""


def sets_at_work(text: str, names: Names, *, drawn: bool = False) -> Iterator[Spoken]:
    """Known data sets that a sentence about rows names in any words, as "4k pairs by staff and 60k from UltraFeedback".

    Names that are plain words in small letters are none; nor is a set beside which rows were compared or cleaned. With
    `drawn`, those alone of which the sentence says that the rows are part or were made of them.
    """
    for clause in affirmed(_PAPER.sub("a paper", text)):
        if compared(clause) or _NO_WORK.search(clause) or _CLEANED.search(clause):
            continue
        for one in speaks_of(clause, names):
            place = clause.find(one.text)
            if not isinstance(one.entry, DatasetEntry) or place < 0 or not _PROPER.search(one.text):
                continue
            end = place + len(one.text)
            if drawn and not _DRAWN.search(clause, 0, place):
                continue
            if not all(map(is_ordinary, one.text.split())) and not _is_called_by(clause, place, end):
                yield one


def models_at_work(text: str, names: Names) -> Iterator[Spoken]:
    """Known models that a note on rows, or on what loads models, names in any words: "with Stable Diffusion".

    A name that is one plain word may be a person's or a thing's, and counts behind a word of means alone.
    """
    for clause in affirmed(text):
        if compared(clause) or _NO_WORK.search(clause) or _CLEANED.search(clause):
            continue
        for one in speaks_of(clause, names):
            place = clause.find(one.text)
            if not isinstance(one.entry, ModelEntry) or place < 0 or not _PROPER.search(one.text):
                continue
            end = place + len(one.text)
            plain = one.text.isalpha() and (
                not _MEANS.search(clause, 0, place) or _SURNAME.match(clause, end)
            )
            if not plain and not _is_called_by(clause, place, end):
                yield one
        yield from map(Spoken, _houses(clause, names))


def told_beside(text: str) -> bool:
    """Whether a text sets what it names beside something else, or tells of it as of a subject.

    >>> told_beside("Moor against GPT-4o, a benchmark"), told_beside("A help desk on GPT-4o")
    (True, False)
    """
    return compared(text) or _NO_WORK.search(text) is not None or _A_SUBJECT.search(text) is not None


_A_SUBJECT = regex(
    r"(?<!\w)(?:research|stud(?:y|ies)|survey|evaluat\w*|analys\w+|measur\w+|attacks?|test(?:s|ing)?|tools? for"
    r"|for|about|runs?"
    r"|library|guide|tutorial|course|packages?|vs\.?|versus|against|with the token of)(?!\w)",
    re.IGNORECASE,
)
"""Words of a title that is about what it names, or about what is done with it."""


def _houses(clause: str, names: Names) -> Iterator[str]:
    """Houses that run models, and of which a clause says that something went through them or was done by them."""
    for found in _THROUGH.finditer(clause):
        word = found.group(1)
        known = names.provider(word)
        if (
            known
            and known not in _SELL_OTHER_THINGS
            and not _is_called_by(clause, found.start(1), found.end(1))
        ):
            yield word


def run_there(text: str, names: Names) -> Iterator[Spoken]:
    """Models and services of which a note on what is put up says that they run in it as well."""
    known = [*map(Spoken, at_work(text, rows=False)), *models_at_work(text, names)]
    yield from known
    for clause in affirmed(text):
        if compared(clause) or _NO_WORK.search(clause):
            continue
        yield from (
            Spoken(found.group(0))
            for found in _A_FILE.finditer(clause)
            if not any(one.text in found.group(0) or found.group(0) in one.text for one in known)
        )


_A_FILE = regex(
    r"(?<![\w./-])(?!(?:us|eu|ap|ca|sa|af|me|il|cn)-(?:\w+-)?\w+-\d)(?=[\w./-]*[a-z]{4})(?=[\w./-]*\d)"
    r"[A-Za-z][\w.]*(?:[-/][\w.]+)+(?![\w/-])"
)
"""A name with hyphens and a figure, as those of weights are; regions of clouds are spelt like one."""
_THROUGH = regex(
    r"(?<!\w)(?:by|with|using|via|through|into|from|out of|mit|durch|von|avec|par|con|por) (?:the |an? )?"
    r"([A-Z][\w.]+(?: [A-Z][\w.]+)?)"
)
_SELL_OTHER_THINGS = frozenset(
    (
        "adobe", "alibaba", "amazon", "apple", "aws", "baidu", "brave", "canva", "cloudflare", "databricks",
        "digitalocean", "duckduckgo", "github", "google", "hugging-face", "huggingface", "ibm", "meta", "microsoft",
        "nvidia", "oracle", "salesforce", "samsung", "servicenow", "snowflake", "tencent", "vercel", "yandex", "zoom",
    )
)  # fmt: skip
"""Providers that people name for machines, programs and sites as often as for models."""
_MEANS = regex(
    r"(?<!\w)(?:by|with|using|via|through|into|from|mit|durch|von|avec|par|con|por)\s+$", re.IGNORECASE
)


def _names_a_service(one: re.Match[str], clause: str) -> bool:
    """Whether a word names a service where people may bear it, too."""
    word = one.group(0)
    if not _PERSON.match(word.casefold()):
        return True
    return not word.islower() and not _SURNAME.match(clause, one.end())


def _denied(clause: str, start: int, end: int) -> bool:
    """Whether a denial is about what stands at a place of a clause."""
    before = clause[max(0, start - _REACH) : start]
    nobody = _NOBODY.search(before)
    if nobody is not None and not _ASIDE.search(before[: nobody.start()]):
        return True
    for found in denials(before):
        between = before[found.end() :]
        whole = _OF_THE_WHOLE.fullmatch(found.group(0)) is not None
        aside = _ASIDE.search(before[: found.start()]) is not None
        if not _GOES_ON.search(between) or (whole and not aside):
            return True
    return start < end and _DENIED_BEHIND.match(clause, end) is not None


def _is_called_by(clause: str, start: int, end: int) -> bool:
    """Whether a format, a text or a subject is called by the name that stands at a place of a clause."""
    return bool(_AFTER.match(clause, end) or _BEFORE.search(clause[max(0, start - _REACH) : start]))
