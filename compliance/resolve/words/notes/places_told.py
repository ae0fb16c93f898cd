"""Where it is documented that no model wrote rows of one's own: a place, or a sentence that tells more than one.

`documented` with a place closes what a note leaves open, since somebody can look there. A sentence in the place of it
("the recipe of Alpaca, adapted") may tell of anything, as a note may, and no list of words hears everything. So a
place is made of kinds of page, numbers, days, titles of a few words, addresses and files whose names tell of no act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compliance.model.declared.lineage import TO_BE_NAMED
from compliance.model.declared.manifest import Artifact
from compliance.model.declared.stated import Documentation
from compliance.model.names.records import DatasetEntry
from compliance.model.words.spelling import key as spelt
from compliance.patterns import regex
from compliance.resolve.names.lookup import Names
from compliance.resolve.words.notes.places_abroad import with_plain_marks
from compliance.resolve.words.notes.plain import is_plain, made_of
from compliance.resolve.words.prose.spoken import Spoken, speaks_of
from compliance.resolve.words.prose.telling import site_words

_PAGE = (
    r"read ?me|(?:model |data ?set |data )?cards?|(?:data ?)?sheets?|(?:white ?)?papers?|pre-?prints?|articles?"
    r"|(?:(?:technical|annual|project|lab(?:oratory)?) )?reports?|appendi(?:x|ces)|supplements?|annex(?:es)?"
    r"|docs|documentation|document|handbook|notes?|note ?books?|log ?books?|lab ?books?|diary|journal|wiki"
    r"|blog(?: ?posts?)?|(?:web ?|home ?)?(?:pages?|sites?)|repository|repo|files?|folder|logs?|protocols?"
    r"|catalogue|catalog|register|contracts?|agreements?|invoices?|orders?|minutes"
    r"|memo|thesis|dissertation|chapters?"
    r"|sections?|sec|§+|paragraphs?|tables?|figures?|fig|lines?|columns?|slides?|change ?log|(?:release )?notes"
    r"|(?:internal|company|supplementary) (?:wiki|pages?|handbook|materials?|documents?)|intranet"
    r"|minutes of the meeting"
    r"|hugging ?face|github|gitlab|zenodo|osf|figshare|confluence|sharepoint|records?"
    r"|(?:field|recording|collection|data) (?:notes|plans?)|lab note ?books?|(?:ethics )?approvals?|tickets?|issues?"
    r"|project|team|internal|company|employment|consent forms?|plans?"
    r"|poster|annotation guide(?:lines?)?|guidelines|statement|description"
    r"|abschnitte?|kapitel|seiten?|anhang|tabellen?|bericht|datenblatt|protokolle?|heft|rechnung|vertrag|blatt"
    r"|(?:lists?|index|inventory|bibliography)(?: of (?:the |all |our )?(?:\d+ )?(?:books|works|titles|sources|files"
    r"|texts|recordings|authors|images|photographs|drawings|speakers|writers|contributors))?"
    r"|annexe|rapport|tableau|fiche|anexo|informe|tabla|ficha|sección|capítulo|página"
)
_TITLE = (
    r"data ?sets?|data|rows|corpus|training|collection|collecting|recordings?|sources?|making|methods?|methodology"
    r"|annotation|labell?ing|overview|introduction|background|details|composition|provenance|origin|curation|content"
    r"|statistics|ethics|measurements?|participants|speakers|writers|photographs|drawings|work|writing"
    r"|how (?:it|they|we|these|this|the (?:rows|data|set)) (?:was|were|is|are|made|make|wrote|write|did) ?"
    r"(?:made|written|recorded|collected|drawn|measured|photographed|built|annotated|labelled|them|it|this)?"
    r"|what is in it"
    r"|(?:assignments?|transfer|cession) of (?:all |the |every |exclusive )?rights"
    r"|daten|herkunft|aufnahmen|erhebung|messungen|entstehung"
)
_FILED = (
    r"(?:(?:technical |test |lab |internal )?reports?|contracts?|agreements?|invoices?|orders?|protocols?|minutes"
    r"|tickets?|bericht|vertrag|protokoll|rechnung|dossier|rapport|contrat|informe|contrato)"
    r" (?:no\.? ?|nr\.? ?)?[a-z]{1,6}[ /-]?\d[\d./-]*[a-z]?"
)
"""A paper by the mark under which it is filed."""
_SMALL = r"the|its?|our|this|of|on|in|at|and|under|to|see|version|revision|number|no|nr|der|des|im|in der|und|unser\w*"
_NUMBER = r"(?:v|n|p|pp|s|r|data-?)?\.? ?\d[\d.,:/–-]*[a-z]?|[a-z]|[ivx]{1,5}"
_MONTH = (
    r"january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?|januar|februar|märz|mai|juni|juli|oktober|dezember"
)
_ADDRESS = r"(?:https?://|www\.)[^\s,;]+|[\w.-]+\.[a-z]{2,}/[^\s,;]*|(?:[\w-]+/)*[\w.-]+\.[a-z]{2,5}|(?:[\w.-]+/)+[\w.-]*"
_COMMIT = r"(?:(?:revision|rev\.?|commit|hash|at) (?=[a-f]*\d)[0-9a-f]{3,64}|(?=[a-f]*\d)[0-9a-f]{7,64})"
"""A version of a page by its digest, which has a digit in it where it is told from a word."""
_PAPER = r"(?:arxiv|doi|isbn|hal|ssrn|acl)[:\s]*\d[\w./-]*"
_CITED = regex(
    r"(?<![\w’'-])[A-ZÀ-Ž][\w’'-]+(?:,? et al\.?|(?: and| &) [A-ZÀ-Ž][\w’'-]+),? \(?(?:19|20)\d\d[a-z]?(?!\d)\)?"
)
"""Several authors with a year, as works are cited."""
_JOURNAL = (
    r"(?:proceedings|proc\.?|transactions|journal|annals|findings|advances) (?:of|on|in) "
    r"(?:the )?(?:(?!an? |we |our |my |their |his |her )[\w-]+ ){0,4}?[\w-]+(?= ?[\d,(;.]|$)"
    r"|nature(?: (?:methods|communications|medicine|biotechnology|machine intelligence))?|science|cell|(?:the )?lancet"
    r"|plos (?:one|biology|computational biology)|pnas|scientific (?:data|reports)|bioinformatics|elife|jmlr|tmlr|tacl"
    r"|ieee \w+|neurips|nips|icml|iclr|acl|emnlp|naacl|eacl|coling|lrec|cvpr|iccv|eccv|interspeech|icassp|kdd|aaai"
    r"|ijcai|chi"
)
"""Where papers stand: journals and meetings."""
_SMALL_ABROAD = (
    r"by|with|from|out|via|using|after|mit|von|aus|nach|durch|avec|par|de|des|du|d|con|da|dal|por|del|com"
    r"|med|av|af|fra|från|met|van|uit|z|ze|od|przez|iz|ile|ur|od|из|от|с|від|з|από|με|dari|oleh|từ|bằng|kutoka"
)
"""Words that tell by whom, with what or out of what, in the languages of the parts below and in ours."""
_HEADED = (
    r"(?:(?:sections?|chapters?|appendix|pages?|tabs?|abschnitt|kapitel|seite|sección|sezione|seção|apartado|capítulo)"
    r"(?: (?:on|about|of|zu|über))? "
    r"[“‘'\"]?[^\W\d_][\w-]*(?: (?!by\b|with\b|from\b|out\b)[^\W\d_][\w-]*){0,2}"
    r"|(?:secção|capitolo|rubrique|chapitre|avsnitt|afsnit|hoofdstuk|paragraaf|sectie|rozdział|sekcja|kapitola|oddíl"
    r"|část|fejezet|szakasz|secțiunea|capitolul|odjeljak|odsek|poglavje|luku|osio|peatükk|jaotis|nodaļa|sadaļa|skyrius"
    r"|skirsnis|kafli|bölüm|раздел|глава|розділ|секция|поглавље|ενότητα|κεφάλαιο|bab|bagian|phần|chương|mục|sehemu)"
    rf" [“‘'\"„«]?(?!(?:{_SMALL_ABROAD})\b)[^\W\d_][\w-]*(?: (?!(?:{_SMALL_ABROAD})\b)[^\W\d_][\w-]*)?)"
    r"[”’'\"»]?(?= ?[,;.)]|$)"
)
"""A part of a page by its heading of up to three words, in any language."""
_DOCUMENTATION = regex(
    r"(?:(?:the |our |its )?(?:read ?me|(?:model |data ?set |data )?cards?|data ?sheets?|datenblatt|documentation|docs)"
    r"|(?:[\w-]+/)*(?:read ?me|[\w.-]+)\.(?:md|rst|txt|adoc|html?|pdf|docx?|odt))",
    re.IGNORECASE,
)
"""A page that its own house writes about what it puts out; a contract or a site may be followed by whose it is."""
_BY_OR_WITH = regex(rf"(?<!\w)(?:{_SMALL_ABROAD})(?!\w)", re.IGNORECASE)
_MOST_WORDS = 2
"""Of how many words a heading is that nothing but a comma sets behind its page."""
_PART = regex(
    rf"(?:{_HEADED}|{_FILED}|{_JOURNAL}|{_PAPER}|{_COMMIT}|{_ADDRESS}|{_PAGE}|{_TITLE}|{_SMALL}|{_MONTH}|{_NUMBER})(?:['’]s?)?(?![\w'’])",
)
_BETWEEN = regex(r"(?:\s*[,;:.()“”‘’'\"#&/–—-]+\s*|\s+)+")
_AN_ADDRESS = regex(_ADDRESS)
_A_HEADING = regex(_HEADED)
_ACT = regex(
    r"scrap|crawl|harvest|spider|prompt|distil|synth|generat(?!ors?-none)|augment|paraphras|translat|rewrit|llm|pending"
    r"|(?<![a-z])(?:bought|purchased|from[ _-](?:(?:the|our|a)[ _-])?(?:client|customer|vendor|partner|supplier"
    r"|publisher"
    r"|forum|web|book)s?|forums?|cook-?books?|news-?papers?)(?![a-z])"
    r"|licen[cs]|leak|rip(?:s|ped)?(?![a-z])|dump|mirror|pirat|backup|teacher|(?<![a-z])(?:ocr|asr|tts|zendesk|intercom"
    r"|freshdesk)(?![a-z])"
    r"|[üu]e?bersetz|tradu[czçt]|vertaal|перев[ое]д|翻[译訳譯]|번역|gener(?:ier|eer)|génér|genera[cçz]|генер|生成|생성"
    r"|generer|genero[wv]|generir|tłumacz|přelo[žz]|překlad|övers[aä]t|overs[aæe]t|fordít|çevir|käännö|переклад|μετάφρα"
    r"|terjemah|(?<![a-z])kopi(?:er|or|a)|másol|kopyala|копи"
    r"|sint[eé]ti|s[iy]ntet|синтет|合成|합성|kopie|copi[aé]|爬|抓取|[从從]|(?<!自)由(?!来)|から|より|による"
    r"|에서|[网網]|ネット|ウェブ|인터넷|转载|轉載|転載|抄|复制|複製|복사|парсинг|크롤|クロール"
    r"|(?<![a-z])(?:web|internet|online|external|outside|foreign|third[ _-]party|customers?|partners?)[ _-]"
    r"(?:sources?|pages?|data|texts?|exports?|chats?|mails?|tickets?|feeds?)(?![a-z])"
)
"""Words in an address or a heading that tell of how a thing was got or made, or of what is not settled."""
_OF_A_HUB = regex(
    r"(?:huggingface\.co|hf\.co|modelscope\.(?:cn|ai))/datasets/([\w.-]+)/([\w.-]+)"
    r"|kaggle\.com/(?:datasets/)?([\w-]+)/([\w-]+)"
)
"""A page of rows on a hub: the account, and what it calls them."""


_REPOSITORY = regex(
    r"(?:github\.com|gitlab\.com|codeberg\.org|gitee\.com|raw\.githubusercontent\.com)/(?!orgs/|users/)([\w.-]+)/([\w.-]+)"
)
"""A repository: the account, and what it calls it."""
_PUBLISHES_PAPERS = frozenset(
    (
        "arxiv",
        "springer",
        "elsevier",
        "sciencedirect",
        "jstor",
        "acl anthology",
        "medium",
        "substack",
        "genius",
        "fandom",
    )
)
"""Sites on which people also write of their own rows, and words that stand in addresses for something else."""


def sentence_for_a_place(artifact: Artifact) -> str:
    """What stands where a place should, of rows that no model is said to have written; empty where it is a place.

    Where the same entry says by what its name misleads, somebody has answered already; what a plan supposes names its
    place later.
    """
    page, rows = artifact.documented, artifact.kind not in ("model", "service")
    if not isinstance(page, Documentation) or page.generators or page.not_from:
        return ""
    called = artifact.name or ""
    place = is_place(page.where, of_rows=rows, called=called)
    named = page.where == TO_BE_NAMED or place or is_plain(page.where)
    return "" if named else page.where


def is_place(where: str, *, of_rows: bool = True, called: str = "") -> bool:
    """Whether nothing is said but where to look; a page on weights may have any act in its address, as their names do.

    A heading that tells of no other act than what the rows are `called` by says nothing that is not looked at there.

    >>> is_place("README, section Training data"), is_place("docs/rows.md"), is_place("arXiv 2501.01234, table 2")
    (True, True, True)
    >>> is_place("Hersbach et al. 2020"), is_place("Nature 637, 319 (2025)"), is_place("README, section Plants")
    (True, True, True)
    >>> is_place("the Alpaca recipe"), is_place("scraper/README.md"), is_place("contract with a broker")
    (False, False, False)
    >>> is_place("https://huggingface.co/lark/distil-lark", of_rows=False)
    True
    >>> is_place("README, section How it was written"), is_place("report LT-2025-31, section 2")
    (True, True)
    >>> is_place("README, list of the 31 books"), is_place("list of the sites that we crawled")
    (True, False)
    >>> is_place("dataset card, revision 8c2d"), is_place("card at 0f3c9ae"), is_place("card, revision added")
    (True, True, False)
    >>> is_place("section Translation", called="Translations by our staff"), is_place("section Translation")
    (True, False)
    """
    text = _with_heading_named(_CITED.sub("paper", with_plain_marks(where))).lower()
    addresses = (one.group(0) for one in _AN_ADDRESS.finditer(text))
    headings = (_without_acts_of(called, one.group(0)) for one in _A_HEADING.finditer(text))
    return not (of_rows and any(map(_tells_more, (*addresses, *headings)))) and made_of(text, _PART, _BETWEEN)


def _with_heading_named(where: str) -> str:
    """A place in which the heading behind a page is called one: as a heading, it begins with no small letter.

    >>> _with_heading_named("README, Quellen"), _with_heading_named("README, copied")
    ('README, section Quellen', 'README, copied')
    """
    page, comma, heading = where.rpartition(",")
    words = heading.split()
    # What is written with capitals inside is called by a name, and small words between tell by whom or with what.
    titled = all(word.isalpha() and word[1:] == word[1:].lower() for word in words)
    if not comma or not titled or not 1 <= len(words) <= _MOST_WORDS or _BY_OR_WITH.search(heading):
        return where
    is_heading = not words[0][0].islower() and _DOCUMENTATION.fullmatch(page.strip())
    return f"{page}, section {' '.join(words)}" if is_heading else where


def _without_acts_of(called: str, heading: str) -> str:
    """A heading without the acts of which the name of what it is about speaks as well."""
    name = called.lower()
    return _ACT.sub(lambda act: "" if act.group(0) in name else act.group(0), heading)


def _tells_more(told: str) -> bool:
    """Whether an address or a heading tells of an act, or leads to a site on which others publish.

    >>> [_tells_more(one) for one in ("https://stackoverflow.com/questions", "https://arxiv.org/abs/2501.01234")]
    [True, False]
    """
    return bool(_ACT.search(told) or set(site_words(told)) - _PUBLISHES_PAPERS)


def sets_in_addresses(where: str, names: Names) -> Iterator[Spoken]:
    """Known data sets of which an address or a file speaks, however they are spelt there; a hub's page by its name.

    >>> from compliance.pipeline import load_packs
    >>> from compliance.resolve.names.prepared import lookups
    >>> names = lookups(load_packs().registry).names
    >>> [one.text for one in sets_in_addresses("data/raw/sharegpt_clean.json", names)]
    ['sharegpt']
    """
    for found in _AN_ADDRESS.finditer(where.lower()):
        hub = _OF_A_HUB.search(found.group(0))
        told = hub.group(hub.lastindex or 0) if hub else found.group(0)
        parts = [part for part in told.split("/") if part and not part.endswith(":")]
        for part in parts if hub else parts[1 if "://" in told else 0 :]:
            bare = part.rsplit(".", 1)[0].replace("_", " ").replace("-", " ")
            yield from (one for one in speaks_of(bare, names) if isinstance(one.entry, DatasetEntry))


def rows_of_others_at(where: str, house: Sequence[str]) -> Iterator[Spoken]:
    """Rows on a hub's page under an account that is called by nothing of the house: the page is about these.

    >>> [one.text for one in rows_of_others_at("https://www.kaggle.com/datasets/wren/tides", ["Meadow Lab"])]
    ['wren/tides']
    >>> list(rows_of_others_at("https://huggingface.co/datasets/meadow-lab/tides", ["Meadow Lab"]))
    []
    """
    for found in (*_OF_A_HUB.finditer(where), *_REPOSITORY.finditer(where)):
        account, name = (one for one in found.groups() if one)
        letters = spelt(account)
        if not any(letters in spelt(one) or (one and spelt(one) in letters) for one in house):
            yield Spoken(f"{account}/{name}")
