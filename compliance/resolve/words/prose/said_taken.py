"""Sentences that tell that rows were taken from works of others: scraped from sites, copied out of books or films.

What is called one's own, or written by people, may be one's own collection of what others published, and a note beside
it says so more often than its name. A place that is one's own (`our site`) tells nothing, whoever gathered there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.patterns import regex
from compliance.resolve.words.prose.sentences import affirmed, compared
from compliance.resolve.words.prose.taken_abroad import taken_abroad, tells_of_taking_abroad
from compliance.resolve.words.prose.telling import OUR_OWN, OUR_OWN_IN_HAN, fetches_from_site, site_words
from compliance.resolve.words.prose.works_of_others import kinds_of_work, taken_at_large

_TAKEN = (
    r"(?:web[- ]?)?(?:crawl(?:ed|ing|s)?|scrap(?:ed|ing|es?)|ripped|pirated|torrented|harvested|spidered)"
    r"|(?:found|collected|gathered|downloaded|taken|pulled|saved|mined|copied|obtained|sourced|grabbed) "
    r"(?:\w+ ){0,2}?(?:on|from|off|in|through|via) (?:the )?(?:open |public |whole )?"
    r"(?:web|internet|net|www|(?:an? )?(?:image|web|google|bing) search)"
    r"|(?:ge)?(?:crawlt\w*|scrapte?[nrs]?)|(?:aus dem|im) (?:internet|netz|web)"
    r"|(?:aspir|moissonn|crawl|scrapp)ée?s?|(?:depuis|sur|d['’]) ?internet|rastread[oa]s?|raspad[oa]s?"
    r"|(?:de|desde) internet|dal web|gecrawld\w*"
    r"|(?:from|off) (?:around |all over |across )?the (?:open |public |dark |deep |whole )?(?:web|internet)"
    r"(?! (?:team|shop|department|office|form|desk))|(?:found|gathered|picked up|sourced) online"
    r"|(?:collected|gathered|taken|pulled|saved|copied|drawn) from (?:public|open) (?:web ?)?(?:pages|profiles|posts"
    r"|sites|accounts|channels|groups|repositories)"
    r"|behind (?:an? |the )?(?:log-?in|paywall|registration)|(?:members|subscribers)['’]? area"
    r"|(?:from|out of) an? (?:data )?(?:dump|leak|breach)|(?:dumps?|leaks?) (?:that|which) circulat\w+"
    r"|(?:forks?|mirrors?|copy|copies|clones?) of (?:(?:somebody|someone)(?: else)?['’]s"
    r"|an? (?:gated|private|deleted|removed|third[- ]party|hub|foreign)) \w+"
    r"|re-?upload(?:s|ed)?|taken down by|(?:was|were|been) taken down"
    r"|(?:removed|stripped|deleted|cut) (?:off )?(?:the |all |its |their )?(?:copyright|licen[cs]e) (?:notices?"
    r"|headers?"
    r"|lines?)|(?:copyright|licen[cs]e) (?:notices?|headers?|lines?) (?:was |were |is |are )?(?:removed|stripped"
    r"|deleted)"
    r"|(?:ignor|bypass|evad|circumvent|overr)\w* (?:the |their |its |all )?(?:robots(?:\.txt)?|rate limits?|captchas?"
    r"|paywalls?|bot detection)|rotat\w+ (?:prox\w+|ips?|user[- ]agents?)|(?:trial|throwaway|burner) accounts"
    r"|(?:récupér|trouv|téléchargé|collect)\w* sur (?:le |la )?(?:web|net|toile)"
)
_WORKS = (
    r"(?:[\w-]+ )?(?:news|recipe|cooking|review|shopping|lyrics|fan|porn|stock|wiki|tube|public|other|third[- ]party)"
    r"[- ](?:web)?sites|news ?papers|magazines|dvds?|blu-?rays?|publishers|(?:news )?portals|online shops"
    r"|text ?books?|novels|films|songs|albums|movies|message boards|forums?|blogs"
    r"|(?:school|cook|comic|audio|e-?)books|atlas(?:es)?|encyclop\w+|dictionar(?:y|ies)|almanacs?|field guides?"
    r"|published (?:papers|tables|results|studies|literature|articles)|literature|\d+ (?:papers|articles|publications)"
    r"|(?:formular|gesetz|lieder|lehr|schul|märchen)buch(?! des (?:hauses|instituts))|(?:lexikon"
    r"|katalog)(?= (?:des|der|von|eines))"
    r"|zeitungen|zeitschriften|nachrichten(?:seiten|portalen?)|(?:web|internet)seiten|foren|romanen|filmen|liedern"
    r"|(?:lehr|schul|koch|hör|fach|sach)büchern|verlagen|webshops"
    r"|(?:sites|articles|journaux) (?:de |d['’])?(?:presse|information|actualités?)|journaux|manuels|romans|films"
    r"|periódicos|novelas|libros de texto|películas|foros|giornali|romanzi|jornais|krantens?"
)
_OUT_OF = r"from|off|of|out of|aus|von|des?|d['’]|depuis|dans|desde|del|da|dai|uit|van"
_OURS = regex(rf"(?<![a-z])(?:{OUR_OWN}|us|uns)(?![a-z])|{OUR_OWN_IN_HAN}", re.IGNORECASE)
"""Words that say that a place, or a work, is one's own."""
_BY_US = regex(
    r"(?<![a-z])(?:by|with|using|via|through|von|mit|par|avec|por|con)"
    r" (?:our|my|the|unsere[mnr]?|eigene[mnr]?|notre|nos"
    r"|nuestr[oa]s?) (?:own )?[\w-]+",
    re.IGNORECASE,
)
"""Who took it, or with what: whose it was is another matter."""
_ACT = regex(
    rf"(?<![^\W\d_])(?:{_TAKEN})(?![^\W\d_])(?!(?<=web) (?:page|site|server|app)s?\b)"
    r"|爬取|抓取|スクレイピング|クロール|크롤링|(?:ネット|ウェブ|インターネット)(?:上)?から",
    re.IGNORECASE,
)
_SOURCE = regex(rf"(?<![^\W\d_])(?:{_OUT_OF})\s+", re.IGNORECASE)
_NOTHING = regex(r"(?<![a-z])(?:nothing|nichts|rien|nada|niente|niets)(?![a-z])", re.IGNORECASE)
_LIKE = regex(
    r"(?:style|kind|sort|type|manner|topics?|form|format|length|look|like those)\s*$", re.IGNORECASE
)
"""Words after which a work is no source."""
_AT_ONCE = regex(rf"(?:[\w-]+\s+){{0,3}}?(?:{_WORKS})(?![^\W\d_])", re.IGNORECASE)
_HANDED = regex(
    r"(?<![^\W\d_])(?:bought|purchased|licen[cs]ed|acquired|obtained|received|donated|supplied|delivered|handed over"
    r"|shared|provided|given|taken over|inherited|left|borrowed|exported)(?: to us)?"
    r" (?:from|by|of|through) (?:(?:our|an?|the|another|one|three|two|several|some|former|friendly|photo|news|data) )*"
    r"(?:customers?|clients?|client['’]s|vendors?|vendor['’]s|suppliers?|partners?|publishers?|brokers?|agenc(?:y|ies)"
    r"|archives?|librar(?:y|ies)|museums?|(?:other )?compan(?:y|ies)|compet\w+|former employees?|broadcasters?"
    r"|providers?|authors?|photographers?|studios?|labels?)(?![^\W\d_])"
    r"|(?<![^\W\d_])(?:rows|texts|data|documents|files|images|photos|records) (?:of|from) (?:an?|the|our|another|some) "
    r"(?:customers?|clients?|vendors?|suppliers?|partners?|publishers?|competitors?)(?![^\W\d_])"
    r"|(?<![^\W\d_])(?:from|out of|off) (?:the |an? )?(?:[\w-]+ ){1,3}?(?:of|at) (?:our|an?|the|one|some|another) "
    r"(?:clients?|customers?|vendors?|suppliers?|partners?|publishers?|competitors?|sister \w+)(?![^\W\d_]|['’])"
    r"|(?<![^\W\d_])(?:an?|the|my|our|one) (?:[\w-]+ )?(?:colleague|friend|student|intern|professor|supervisor"
    r"|neighbou?r|acquaintance)(?:['’]s|s['’]) (?:[\w-]+ )?(?:thes[ie]s|dissertation|books?|essays?|papers?|blog|novel"
    r"|recipes|poems|songs|photos|project)(?![^\W\d_])"
    r"|(?<![^\W\d_])translated from the [\w-]+ (?:set|data ?set|corpus|original|edition|version|release)(?![^\W\d_])"
    r"|(?<![^\W\d_])(?:import|export|upload|delivery|handover|hand-over|load|got|get|fetch|pull)(?:ed)? (?:of |from )"
    r"(?:the |our |an? )?(?:clients?|customers?|vendors?|suppliers?|partners?|publishers?|agenc(?:y|ies))(?![^\W\d_])"
    r"|(?<![^\W\d_])(?:buy|bought|purchased?|licen[cs]e) (?:in )?(?:rows|data|texts?|images|pictures|recordings|corpora"
    r"|corpus|sets?)(?![^\W\d_])|(?<![^\W\d_])(?:ocr|asr|transcribe|scan|rip|digiti[sz]e)(?:ned|d)? (?:the |some "
    r"|old )?"
    r"(?:books|podcasts|videos|films|newspapers|magazines|broadcasts|radio|audio ?books|comics)(?![^\W\d_])"
    r"|(?<![^\W\d_])our (?:customers|clients|vendors|suppliers|partners)['’] \w+"
    r"|(?<![^\W\d_])(?:taken|pulled|exported|copied|drawn|extracted|dumped|lifted) (?:from|out of|off) (?:the "
    r"|an? |our )?"
    r"(?:[\w-]+ )?(?:vendor|supplier|customer|client|partner|employer|provider|tenant)(?:['’]s|s['’])(?![^\W\d_])"
    r"|(?<![^\W\d_])(?:copied|taken|pulled|lifted|drawn|collected|gathered|adapted|got|questions|answers|texts|pages)"
    r" (?:from|of|off|out of) (?:an? |our |the |two |several |some )?(?:competitors?|rivals?|competing"
    r"|rival)(?:['’]s?)?"
    r"(?: \w+)?(?![^\W\d_])"
    r"|(?<![^\W\d_])(?:copied|extracted|cribbed|downloaded|taken|lifted|pulled|saved) (?:\w+ ){0,3}?(?:from"
    r"|out of|off) "
    r"(?:an? |the |last year['’]s )?(?:[\w-]+ ){0,2}?(?:of (?:an? |the )?(?:another|rival|other|foreign"
    r"|stranger['’]?s?)"
    r" \w+|stranger['’]s \w+)"
    r"|(?<![^\W\d_])(?:friends?|strangers?|somebody|someone|readers?|fans?) (?:sent|gave|handed|passed|mailed"
    r"|lent|left)"
    r" (?:us|it|them|these|this)(?![^\W\d_])|(?<![^\W\d_])on loan from \w+"
    r"|(?<![^\W\d_])(?:gekauft|erhalten|lizenziert|übernommen|bekommen) von (?:einem?r? |unsere[mnr] )?(?:kunden"
    r"|lieferanten|partner|verlag|archiv|agentur)\w*"
    r"|(?<![^\W\d_])(?:uns|dem \w+|der \w+) (?:[\w-]+ ){0,3}?(?:übergeben|überlassen|anvertraut|gestiftet|geschenkt"
    r"|vermacht"
    r"|zur verfügung gestellt)(?![^\W\d_])|(?<![^\W\d_])nachl[aä]sse?n? \w+r \w+"
    r"|(?<![^\W\d_])jahrgänge (?:\d+ bis \d+ )?(?:der|des) (?!haus|instit|archiv)\w+"
    r"|(?<![^\W\d_])(?:confiée?s?|remise?s?|léguée?s?) par (?:les?|la|un|une|des) \w+"
    r"|(?<![^\W\d_])(?:cedid|donad|legad|entregad)[oa]s? por (?:el|la|los|las|una?) \w+"
    r"|(?<![^\W\d_])(?:(?:literary )?estates? of \w+|(?:entrusted|bequeathed) to (?:us|the \w+))(?![^\W\d_])"
    r"|(?<![^\W\d_])aus (?:dem|den|einem) (?:[\w-]+ )?(?:wörterbuch|lexikon|lehrbuch)\w* (?:des|der|eines|einer|von) "
    r"(?!(?:hauses|instituts)\b)\w+"
    r"|(?<![^\W\d_])von (?:einem|unserem|einer) (?:kunden|verlag|partner|dienstleister|anbieter|händler"
    r"|lieferanten|archiv) (?:gekauft|erhalten|lizenziert|übernommen|bekommen)",
    re.IGNORECASE,
)
"""What somebody else gave, sold or left."""
_HUBS = (
    r"github|gitlab|bitbucket|codeberg|sourceforge|gitee|kaggle|hugging ?face|(?:the )?hf hub|zenodo|figshare|dataverse"
    r"|archive\.org|internet archive|(?:project )?gutenberg|data\.gov(?:\.\w+)?|open ?street ?map|osm|wikidata"
    r"|wikimedia"
    r"|wikipedia|eurostat|edgar|(?:sec|10-k) filings|pubmed|arxiv|npm|pypi|crates\.io|docker ?hub|openml|uci"
    r"|papers with code|roboflow|civitai|modelscope|world bank|noaa|nasa|copernicus|usgs|uniprot|common ?voice|librivox"
    r"|openverse|europeana|(?:the )?(?:radio|television|tv)"
)
_INSTITUTIONS = (
    r"(?:(?:national|state|city|public|federal|photo|news|radio|film|university|foreign|royal|cantonal) )"
    r"(?:librar(?:y|ies)|archives?|museums?|statistics office|agenc(?:y|ies)|portals?|federations?|associations?"
    r"|leagues?"
    r"|societ(?:y|ies))|(?:met|weather|meteorological|census|survey|patent|land|norms?|standards?|statistics) (?:office"
    r"|service|bureau|registry|institute|body)|universit(?:y|ies) of|another"
    r" (?:\w+ )?(?:team|group|company|lab|university|project|department|publisher|author|artist)(?:['’]s)?"
    r"|other (?:\w+ )?(?:teams|groups|companies|labs|universities|projects|authors|artists)"
    r"|(?:suppliers?|vendors?|partners?|competitors?|compan(?:y|ies)) ?(?=\W*$|of|in|who|that)|statistical office"
    r"|open data portals?|(?:\w+ )?(?:competition|challenge|contest)s?(?: page| site)?(?=\W*$)|(?:an? )?colleagues? at"
    r"|(?:eth|epfl|mit|stanford|oxford|berkeley|cmu)(?! licen)"
)
_GOT = regex(
    r"(?<![^\W\d_])(?:from|off|out of|based on|on the basis of|aus|von|depuis|desde|(?:(?:texts|rows|data|records"
    r"|sets?|documents"
    r"|files|images|photos|exports?|dumps?|cop(?:y|ies)|mirrors?|forks?|subsets?|extracts?|excerpts?|snippets"
    r"|repositories"
    r"|pages|articles|catalogues?) of))\s+"
    rf"(?:[\w.-]+\s+){{0,5}}?(?:{_HUBS}|{_INSTITUTIONS})(?![^\W\d_])"
    r"|(?<![^\W\d_])(?:by|on|under|through) (?:an? |our |paid |annual )*subscription(?![a-z])|(?<![^\W\d_])(?:that "
    r"|which )?we"
    r" (?:subscribe to|buy in|bought|licen[cs]e from|rent)(?![a-z])|(?<![^\W\d_])(?:bought|purchased|rented|leased)"
    r" (?:from|at|in|on|through|with) (?!(?:us|order|\d))[\w'’-]+"
    r"|(?<![^\W\d_])(?:photographed|filmed|shot|scanned|taken|recorded|photos|pictures|scans|recordings) (?:in"
    r"|at) (?:the |an? )?"
    r"(?:[\w-]+ ){0,4}?(?:museums?|galler(?:y|ies)|exhibitions?|cinemas?|theat(?:er|re)s?|concerts?|librar(?:y|ies)"
    r"|archives?)(?![a-z])"
    r"|(?<![^\W\d_])(?:copy-?)?pasted (?:from|out of|off) (?!our)\w+|(?:answers|posts|pages|pictures"
    r"|texts) (?:found )?on the (?:web|net|internet)"
    r"|(?<![^\W\d_])(?:and|with|including|incl\.?) (?:all |their |its |the )*forks|forks (?:are |were )?included"
    r"|(?<![^\W\d_])(?:with|including|incl\.?|contains?|plus|and) (?:the |all |their )?(?:vendored|third[- ]party"
    r"|bundled"
    r"|external|foreign) (?:[\w-]+ ){0,2}?(?:libraries|code|files|folders|packages|dependencies|parts|content|material"
    r"|texts|images|sources|modules)"
    r"|(?<![^\W\d_])open data (?:of|from|by) (?!our)\w+ \w+|(?<![^\W\d_])(?:cloned|forked|mirrored|downloaded"
    r"|torrented)"
    r" (?:from|off|out of) [\w'’.-]+",
    re.IGNORECASE,
)
"""A hub, an archive or a house from which a thing was got that is called one's own."""
_MADE_OUT_OF = regex(
    r"(?<![^\W\d_])(?:(?:translated|adapted|retold|abridged|rewritten|reworded|modelled|built) (?:from|after|out of)"
    r"|based (?:up)?on) (?:an? |the |some |several |two )?(?:questions (?:of|from) (?:an? |the )?)?(?!own\b)"
    r"(?:[\w-]+ ){0,2}?(?:novels?|(?:board |card |video )?games?|films?|books?|songs?|plays?|comics?|exam papers?|exams"
    r"|manuals|text ?books?|encyclop\w+|dictionar(?:y|ies)|poems?|rival products?)(?![^\W\d_])"
    r"|(?<![^\W\d_])(?:ocr|scans?|photocopies|copies) of (?:some |the |old |\d+ )*(?:library|published|printed|rented"
    r"|borrowed|bought) \w+",
    re.IGNORECASE,
)
"""Works of somebody out of which rows were made anew, in other words or another form."""
_DEVICES = regex(
    r"(?<![a-z])(?:cameras?|sensors?|micro(?:phones?|scopes?)|scanners?|drones?|hardware|equipment|probes?|loggers?"
    r"|meters?"
    r"|phones?|tablets?|instruments?|seeds?|plants?|parts|materials?|paper|clothes|food)(?![a-z])",
    re.IGNORECASE,
)
"""What is bought to make rows with, or to be pictured."""
_REACH = 300
"""How many letters behind `from` are looked at, and as many as a word before it may have."""
_FIRST_WORDS = 4
"""Words after `from` among which what was taken is named."""


def said_taken(text: str) -> Iterator[str]:
    """Words of a sentence that tell that a thing was taken from works or sites of others.

    >>> list(said_taken("scraped from news sites")), list(said_taken("scraped from our own site"))
    (['scraped', 'from news sites'], [])
    >>> list(said_taken("texts of 40 newspapers")), list(said_taken("no text of newspapers"))
    (['of 40 newspapers'], [])
    """
    yield from taken_abroad(text)
    for clause in affirmed(text):
        if compared(clause) or _NOTHING.search(clause):
            continue
        spoken = _BY_US.sub(" ", clause)
        yield from (
            act.group(0) for act in _ACT.finditer(spoken) if not _is_ours(spoken[act.start() :], text)
        )
        yield from _sources(spoken)
        yield from (word for word in site_words(clause) if fetches_from_site(word))
        yield from (found.group(0) for found in _HANDED.finditer(spoken))


def said_got(text: str) -> Iterator[str]:
    """Words of a sentence that tell from which hub or house of others a thing came that is called one's own.

    >>> list(said_got("taken from Kaggle")), list(said_got("kept on GitHub")), list(said_got("from our GitHub"))
    (['from Kaggle'], [], [])
    """
    for clause in affirmed(text):
        if compared(clause) or _NOTHING.search(clause):
            continue
        if not (_OURS.search(clause) or _DEVICES.search(clause)):
            named = (one for pattern in (_GOT, _MADE_OUT_OF) for one in pattern.finditer(clause))
            found = (one for one in named if not _LIKE.search(_before(clause, one)))
            yield from (one.group(0).strip() for one in found)


def _before(clause: str, found: re.Match[str]) -> str:
    """The end of what stands before a place in a clause."""
    return clause[max(0, found.start() - _REACH) : found.start()]


def told_of_others(text: str) -> tuple[str, ...]:
    """Words that tell of works, sites or houses of others: by an act, by a source, or by what the thing is.

    >>> told_of_others("scraped tweets"), told_of_others("our measurements")
    (('scraped', 'tweets'), ())
    """
    told = (said_taken, said_got, taken_at_large, site_words, kinds_of_work)
    return tuple(dict.fromkeys(word for each in told for word in each(text)))


def said_copied(text: str) -> Iterator[str]:
    """Words of a sentence that tell that somebody took it by a program or a copy, whoever publishes it now.

    >>> list(said_copied("scraped from shops")), list(said_copied("texts of novels"))
    (['scraped'], [])
    """
    return (words for words in said_taken(text) if _ACT.fullmatch(words))


def _is_ours(taken: str, text: str) -> bool:
    """Whether what was taken is one's own: by the place that is named behind it, or by the text where none is."""
    return _OURS.search(taken if _SOURCE.search(taken) else _BY_US.sub(" ", text)) is not None


def _sources(clause: str) -> Iterator[str]:
    """The works or sites of others out of which a clause says that something came."""
    for found in _SOURCE.finditer(clause):
        rest = clause[found.end() : found.end() + _REACH]
        if _OURS.search(rest) or _LIKE.search(_before(clause, found)):
            continue
        named = _AT_ONCE.match(rest)
        near = " ".join(rest.split()[:_FIRST_WORDS])
        if named is not None:
            yield found.group(0) + named.group(0)
        elif kinds_of_work(near) or site_words(near) or taken_at_large(near):
            yield found.group(0) + near


def tells_of_taking(words: str) -> bool:
    """Whether words tell that something was taken from others, and not whose it is."""
    return bool(
        _ACT.fullmatch(words)
        or tells_of_taking_abroad(words)
        or (_SOURCE.match(words) and not site_words(words))
        or _HANDED.search(words)
        or _GOT.fullmatch(words)
        or _MADE_OUT_OF.fullmatch(words)
    )
