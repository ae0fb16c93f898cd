"""Words of a name that tell of works of others at large: what was crawled, scraped or copied, books, films, newspapers.

What is called one's own and bears such a name may be one's own collection of what others wrote. Beside a word that says
whose they are (`our`, `staff`, `unsere`), kinds of work tell nothing; that something was crawled, or found on the web,
tells it still.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compliance.model.words.spelling import key as spelt
from compliance.patterns import regex
from compliance.resolve.words.prose.sentences import affirmed, compared
from compliance.resolve.words.prose.taken_abroad import taken_abroad, tells_of_taking_abroad
from compliance.resolve.words.prose.telling import OUR_OWN, OUR_OWN_IN_HAN, site_words

_TAKEN = (
    r"(?:web|site|internet|net|html|page|news)[- ]?(?:crawls?|scrapes?|scraping)|(?:crawls?|scrapes?) of"
    r"|crawled|scraped"
    r"|(?:found|collected|gathered|downloaded|taken|pulled|saved|harvested|mined|copied) (?:on|from|off|in) "
    r"(?:the )?(?:open |public |whole )?(?:web|internet|net|www|online|websites?|other (?:sites|pages|websites))"
    r"|(?:from|of|off) (?:around |all over |across )?the (?:\w+ )?(?:web"
    r"|internet)(?! (?:team|shop|department|office))"
    r"|(?:from|by|of) (?:google|bing|baidu|yandex|duckduckgo)(?: images| search)?"
    r"|(?:google|bing|baidu|yandex|image|web|search)[- ](?:image[- ]|engine[- ])?(?:search )?results"
    r"|html of \w+ \w+|web[- ]?text|internet[- ]?(?:text|pictures|images|photos)"
    r"|(?:of|by|from) (?:others|other (?:people|companies|authors|artists|makers|publishers|websites|sites"
    r"|vendors)|third parties"
    r"|strangers|publishers|(?:a|the|their) publisher|manufacturers|living (?:artists|poets|authors|painters)"
    r"|(?:known|famous|popular|well-known) (?:artists|authors|singers|writers))"
    r"|(?:copied|typed|cut|ripped|extracted|lifted|clipped|sampled|retyped) (?:out )?(?:from|off"
    r"|of)(?= (?!our\b|us\b))"
    r"|(?:bought|purchased|licen[cs]ed|borrowed) (?:from|off|of) (?!(?:our|us)\b)\w+"
    r"|(?:from|off|of) (?:an?|the|two|several|some) (?:[\w'’-]+ ){0,2}?forums?"
    r"|(?:of|from|by) the (?:makers?|vendors?|manufacturers?|suppliers?|opponents?|other side|opposing part(?:y|ies))"
    r"|ripped|rips of|decompiled|disassembled|leaked|drm[- ]free|drm (?:\w+ )?(?:removed|stripped|broken)"
    r"|(?:without|removed|stripped) drm|behind an? (?:login|log-in|paywall)"
    r"|(?:recorded|captured) (?:off|from) (?:the )?(?:tv|television|radio|air|streams?|screen)"
    r"|pirated|torrent\w*|libgen|z-?library|sci-?hub|books3|bookcorpus|anna['’]s archive|piratebay"
    # German, French, Spanish, Italian, Portuguese, Dutch
    r"|(?:ge)?(?:crawlte?[nrs]?|scrapte?[nrs]?)|aus dem (?:internet|netz|web)|im (?:internet|netz) gefunden\w*"
    r"|(?:aspir|moissonn|crawl|scrapp)ée?s?|sur internet|d['’]internet|du web"
    r"|rastread[oa]s?|raspad[oa]s?|de internet|da internet|dal web|da rete|do web|van het (?:web|internet)"
    r"|gecrawld\w*|gescrapete?"
    r"|(?:de|par|chez|à) (?:d['’]autres|un autre|une autre) (?!a[nñ]os|ann[ée]es|jours|d[ií]as|fois|veces|cosas"
    r"|choses|temas|sujets|serv|ordinat|[ée]quip|machin|postes|parti)\w+"
    r"|d['’]autres (?:études|maisons|auteurs|sociétés|entreprises"
    r"|sites|éditeurs|confrères)|(?:de|por) otr[oa]s? (?!a[nñ]os|ann[ée]es|jours|d[ií]as|fois|veces|cosas|choses"
    r"|temas|sujets|serv|ordinat|[ée]quip|machin|postes|parti)\w+|(?:von|aus) anderen \w+|eine[rs] anderen \w+"
    r"|(?:di|da|dei|delle) altr[ie] \w+|de outr[oa]s? \w+|(?:der|von) gegenseiten?|(?:gekauft|erworben"
    r"|lizenziert) (?:von"
    r"|bei) \w+|(?:von|bei) \w+ (?:gekauft|erworben|lizenziert)|achetée?s? (?:à|chez) \w+|comprad[oa]s a \w+"
    r"|cedid[oa]s? por \w+|(?:de un|de unos|d['’]un|des|eines|aus einem|aus dem|di un) (?:foros?|forums?)"
)
_KIND = (
    r"newspapers?(?: (?:articles?|archives?))?|news articles?|news headlines|magazines?(?: articles)?"
    r"|journal articles|pubmed"
    r"|novels|e-?books?|text ?books?|cook ?books?|school ?books|comics|comic (?:pages|panels|strips|books)|manga"
    r"|anime|webtoons?"
    r"|audio ?books?|(?:pop|rock|hit) songs?|song ?texts?|sheet music|guitar tabs?|albums|film scripts"
    r"|movie (?:scripts|posters)"
    r"|screenplays|feature films|film (?:stills|dialogues?|clips)|movies|tv (?:shows?|series|broadcasts?"
    r"|programmes?|episodes?)|television"
    r"|blu-?rays?|dvds?|cd rips|vinyl records|kindle (?:books|editions)|(?:football|soccer|sports?|match|live|concert)"
    r" (?:broadcasts?|telecasts?|streams)|streamed (?:films|series|music)|standards documents"
    r"|radio (?:shows?|recordings?|broadcasts?)|stock (?:photos?|images?|pictures?|footage)|fan ?fiction"
    r"|best ?sellers"
    r"|podcasts?(?: transcripts| episodes)?|(?:iso|din|iec|ieee|astm)[- ]?(?:standards?|normen?|norms?)"
    r"|forum[- ](?:posts?|threads?)"
    r"|message boards?|blog posts|vendor (?:manuals?|documentation|docs)|paywalled \w+|wiki dumps?"
    r"|dating profiles|paintings"
    r"|web ?pages|websites|game (?:dialogue|assets|textures)"
    r"|(?:job|dating|personal|classified|small) (?:ads?|adverts?|advertisements?|postings?|listings?|offers?"
    r"|vacancies)"
    r"|classifieds|vacanc(?:ies|y notices)|(?:real estate|property|housing|auction|car|shop) (?:listings|ads|adverts)"
    r"|wallpapers|r[eé]sum[eé]s|obituaries|memes|press releases|(?:song|music) covers|(?:video ?)?game screenshots"
    r"|(?:radio|theat(?:er|re)|stage) plays|musicals|operas?(?: (?:recordings|scores))?|(?:symphony|concert"
    r"|orchestra) (?:recordings|scores)|(?:classical|pop|rock|jazz) (?:music|recordings|albums)|chart hits"
    r"|film posters|(?:song )?lyrics"
    r"|libretti|hymnals?|press (?:photos?|pictures|images|clippings|cuttings)|newspaper (?:clippings"
    r"|cuttings)"
    r"|news ?(?:tickers?|wires?|feeds?)|wire (?:reports|stories)|agency (?:reports|photos)|cartoons|crosswords"
    r"|(?:record|album|book|magazine|dvd|cd|game) (?:covers|sleeves|jackets)|covers of (?:records|albums|books"
    r"|magazines"
    r"|cds|lps|games)|screenshots? of (?:[\w-]+ ){0,2}?(?:shops?|web ?shops?|sites?|websites?|apps?|games?|pages"
    r"|portals?)"
    r"|(?:technical )?standards (?=bought|purchased|of the|from)|exams? (?:papers? )?(?:of|from) (?:former|past"
    r"|previous"
    r"|earlier) years|(?:former|previous) exams|satellite (?:images?|imagery|tiles|scenes)|ortho-?photos"
    r"|topographic maps|(?:commercial|subscription|paid|licen[cs]ed) (?:databases?|archives?|feeds?|portals?)"
    r"|firmware (?:dumps?|images?)|decompiled \w+|disassembl\w+|(?:linux )?kernel (?:patches|sources?|code)"
    r"|(?:wordpress|drupal"
    r"|joomla|vs ?code|browser|minecraft|figma) (?:plug-?ins?|extensions?|mods|themes)|(?:npm|pypi|maven"
    r"|cargo) packages"
    r"|open[- ]source (?:code|projects|repositories|libraries|software)|node_modules|site-packages"
    r"|bible (?:verses|texts?|passages|translations?)|quran (?:verses|translations?)|(?:patient|package"
    r"|drug) (?:leaflets|inserts)"
    r"|patent (?:abstracts?|claims|texts?|applications)|(?:dictionary|encyclop\w+|lexicon) (?:entries|articles)"
    r"|(?:court|legal) (?:filings|dockets|briefs)|(?:sec|10-k) filings|annual reports|(?:conference|acl|neurips"
    r"|ieee|acm"
    r"|cvpr) papers|(?:congressional|parliamentary|presidential|political) (?:speeches|debates|records)"
    r"|(?:board|card|video) ?game (?:rule ?books|rules|manuals|texts?)|(?:game|console|arcade) roms?(?: texts?)?"
    r"|(?:sat|gre|gmat|lsat|usmle|mcat|toefl|ielts|bar exam) (?:questions|items|vocabulary|tests|papers|exams)"
    r"|(?:c4|laion(?:-\w+)?|mc4|oscar|imagenet|coco|mmlu|librispeech|voxceleb|celeba|yfcc\w*|cc12m|wmt\w*)"
    r" (?:samples?|subsets?|slices?|parts?|portions?|excerpts?|splits?)"
    r"|kaggle (?:notebooks|kernels|scripts)|(?:archive\.org|internet archive) (?:scans|books|texts|films)"
    r"|letters of the \d+\w* century|restaurant menus|past exams?(?: papers)?|exam(?:ination)? papers"
    r"|(?:past|specimen|previous) (?:exam(?:ination)?s? |test )?papers|study guides|revision guides"
    r"|court (?:decisions|rulings"
    r"|opinions)|patents"
    r"|stellen(?:anzeigen|angebote|ausschreibungen)|kleinanzeigen|hintergrundbilder|lebensläufe|todesanzeigen"
    r"|pressemitteilungen|gerichtsurteile|offres d['’]emploi|petites annonces|fonds d['’]écran"
    r"|ofertas de (?:empleo|trabajo)|fondos de pantalla|offerte di lavoro|annunci di lavoro"
    r"|(?:bilingual|parallel|dvd|series|tv|fan) subtitles|(?:radio|tv|television|press|newspaper|film|sound|picture"
    r"|photo|image) archives?|museum (?:scans|photos|objects|pictures|pieces)|(?:guitar|song|piano|ukulele) (?:chords"
    r"|tabs)|(?:stock|share|commodity|bond|crypto|bitcoin) (?:prices|quotes|charts)|(?:football|soccer|nba|nfl|tennis"
    r"|baseball|sports?) (?:results|scores|statistics|stats|odds|tables)|betting odds|(?:grandmaster|online"
    r"|tournament)?"
    r" ?(?:chess|go|shogi) games|(?:train|bus|rail|flight|tram|ferry|sbb|db) time ?tables"
    r"|(?:parliament(?:ary)?|bundestag|bundesrat|nationalrat|senate|congress(?:ional)?|council|un|knesset)"
    r" (?:debates|recordings|speeches|protocols|sessions|hearings|minutes)|(?:speeches|sermons|addresses) (?:of|by) "
    r"(?:ministers|politicians|presidents|popes?|bishops|kings|queens|chancellors|senators|members of parliament)"
    r"|(?:scanned|digiti[sz]ed) (?:\w+ )?(?:books|letters|archives?|registers|manuscripts|newspapers|journals|maps)"
    r"|church books|parish registers|(?:letters|diaries|postcards|newspapers|maps|books|charters|manuscripts|almanacs"
    r"|photographs|sermons|plays|poems) (?:of |from |between )?1[4-9]\d\d(?:[-–]\d{2,4})?"
    r"|(?:clients?|customers?|suppliers?|vendors?|partners?|tenants?|competitors?)['’]? (?:contracts|manuals"
    r"|catalogues?"
    r"|price lists|documents|files|handbooks|drawings|data sheets)|answer keys|fan ?art"
    # German, French, Spanish, Italian, Portuguese
    r"|zeitungs(?:artikel|archive?)|nachrichten(?:artikel|texte)|zeitschriften\w*|romanen?|schulbücher\w*"
    r"|kochb[uü]ch\w*"
    r"|hörbücher\w*|sachbücher\w*|fachbücher\w*|stock-?fotos|forenbeiträge\w*|web-?seiten|fernseh\w+"
    r"|filme|serien"
    r"|articles de (?:presse|journaux)|romans (?:numérisés|policiers|français)|bandes dessinées"
    r"|manuels scolaires|livres audio|pages web"
    r"|messages de forums?"
    r"|artículos de (?:prensa|periódicos)|novelas|libros de texto|páginas web|películas|foros"
    r"|articoli di giornale|romanzi|pagine web|fumetti|artigos de jornal|romances|livros|quadrinhos|krantenartikelen"
)
_KIND_IN_HAN = (
    r"招聘(?:信息|广告|启事)|壁[纸紙]|简历|求人(?:広告|情報)|履歴書|채용 ?공고|배경 ?화면|网页|網頁"
    r"|新闻(?:文章|报道|语料)|电影|影视|小说|漫画|动漫|教材|有声书|报纸|期刊"
    r"|ニュース記事|漫画|小説|アニメ|新聞記事|教科書|뉴스 ?기사|만화|소설|웹툰|교과서"
)
_TAKEN_IN_HAN = (
    r"他社|他者|(?:其他|别的)(?:公司|网站|机构|医院|单位)|别人|타사"
    r"|爬取|爬虫|抓取|スクレイピング|クロール|크롤링|스크래핑"
)
_OURS = regex(
    rf"(?<![a-z])(?:{OUR_OWN}|own|we|us|staff|employees?|company|colleagues|commissioned|self-\w+|selbst|wir|nous"
    rf"|propri[oaie]?|próprios?|eigen)(?![a-z])|{OUR_OWN_IN_HAN}|私たち",
    re.IGNORECASE,
)
_TOOLS = (
    r"(?:web|site|page|news)?[- ]?(?:crawlers?|scrapers?|spiders?)|scrapy|newspaper[34]k?|trafilatura|firecrawl"
    r"|crawl4ai|httrack"
    r"|heritrix|nutch|autoscraper|icrawler|img2dataset|bing-image-downloader|google-images-download|serpapi"
    r"|apify|news-please|playwright|selenium|puppeteer|beautiful ?soup\d?|bs4|headless (?:chrome|browser)"
    r"|requests-html|browser-use|scrapegraph\w*|jina reader"
)
_POINTERS = (
    r"(?:(?:lists?|set|csv|table) of )?(?:(?:web|page|site|image|video|shop|feed) )?(?:addresses|urls?|links|sitemaps?"
    r"|domain (?:names|list)|domains|hashtags|bookmarks)|(?:video|channel|post|tweet|page|playlist|image) ids"
    r"|(?:search|google|bing) (?:terms|queries|phrases|words|keywords)|key ?words?|rss feeds?|feed list"
    r"|seed (?:list|urls|addresses|words|pages|domains)|isbns?|dois?"
)
_SUBJECT = regex(r"(?<![a-z])(?:about|über|sur les?|sobre)\s+[^,;:(]+", re.IGNORECASE)
"""What a thing is about is not what it is."""
_TAKEN_WORDS = regex(rf"(?<![^\W\d_])(?:{_TAKEN})(?![^\W\d_])|{_TAKEN_IN_HAN}", re.IGNORECASE)
_KINDS = regex(rf"(?<![^\W\d_])(?:{_KIND})(?![^\W\d_])|{_KIND_IN_HAN}", re.IGNORECASE)
_HEAD = regex(
    r"\W*(?:\d[\d.,]*\w?\s+)?(?:(?!(?:on|about|for|with|by|and|like|of|from)\b)[\w'’-]+\s+){0,3}?"
    rf"({_KIND})(?![^\W\d_]|\s+(?:style|type|format|like)\b)",
    re.IGNORECASE,
)
"""A kind of work at the beginning of a clause, behind a figure or a few words of what it is."""
_BY_OTHERS = regex(
    r"(?<![a-z])((?:of|by|from) (?:(?:other|living|known|famous|popular|well-known|contemporary|local|various"
    r"|several|different|unknown|anonymous|independent|many) (?:artists|designers"
    r"|poets|authors|painters|singers"
    r"|writers|sculptors|composers|photographers|makers|publishers)|third parties|strangers))(?![a-z])",
    re.IGNORECASE,
)
_POINTS = regex(rf"(?<![^\W\d_])(?:{_POINTERS})(?![^\W\d_])", re.IGNORECASE)
"""What leads to works, and is none: whose those are, it does not say."""
_NOT_TAKEN = regex(
    r"(?<![a-z])(?:style|kind|sort|manner|topics?|questions|answers|quiz\w*|descriptions?|opinions?|notes on|inspired"
    r"|as in"
    r"|for (?:an?|the) |written|filmed|shot|played|composed|drawn|painted|read|nothing|removed|dropped|excluded"
    r"|no longer"
    r"|invented|fictional|mock|made-?up|licen[cs]ed to)(?![a-z])",
    re.IGNORECASE,
)
"""Beside these, such a work is a subject or a model, or of one's own hand."""
_TAKERS = regex(rf"(?<![^\W\d_])(?:{_TOOLS})(?![^\W\d_])", re.IGNORECASE)


def taken_at_large(name: str) -> tuple[str, ...]:
    """Words of a name that tell that a thing was taken from pages or works of others, whosever collection it is.

    >>> taken_at_large("Our web crawl"), taken_at_large("Crawling robots")
    (('web crawl',), ())
    """
    return _words(_TAKEN_WORDS, name)


def kinds_of_work(name: str) -> tuple[str, ...]:
    """Words of a name that tell of works which others sell or publish, where no word says whose they are.

    >>> kinds_of_work("Newspaper articles"), kinds_of_work("Our newspaper articles")
    (('Newspaper articles',), ())
    """
    return () if _OURS.search(name) else _words(_KINDS, _SUBJECT.sub(" ", name))


def works_noted(text: str) -> Iterator[str]:
    """Works of others with which a clause of a note on rows begins, where nothing says whose they are.

    >>> list(works_noted("sheet music, typed by Ana")), list(works_noted("questions on sheet music"))
    (['sheet music'], [])
    """
    for clause in affirmed(text):
        if not (compared(clause) or _OURS.search(clause) or _NOT_TAKEN.search(clause)):
            found = _HEAD.match(clause) or _BY_OTHERS.search(clause)
            yield from [found.group(1)] if found else []


def takers(program: str) -> tuple[str, ...]:
    """Words of a program's name that tell that it takes from pages of others.

    >>> takers("scrapy 2.11"), takers("meadow-crawler"), takers("pandas")
    (('scrapy',), ('crawler',), ())
    """
    return _words(_TAKERS, program)


def pointers(name: str) -> tuple[str, ...]:
    """Words of the name of rows out of which something is gathered that tell that they only lead to it.

    >>> pointers("list of addresses"), pointers("our search terms"), pointers("our drafts")
    (('list of addresses',), ('search terms',), ())
    """
    return _words(_POINTS, name)


def words_of_others(name: str, house: str, programs: Sequence[str]) -> Iterator[str]:
    """Words of a name, and of the programs that wrote what bears it, that tell of others' works or their sites.

    What bears the name of the house that calls it its own is its own work.
    """
    yield from () if spelt(house) in spelt(name) else (*kinds_of_work(name), *taken_abroad(name))
    yield from (word for program in programs for word in takers(program))
    yield from (word for text in (name, *programs) for word in site_words(text))


def _words(pattern: re.Pattern[str], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.group(0).strip("- ") for one in pattern.finditer(name)))


def tells_of_others_at_large(word: str) -> bool:
    """Whether a word tells of others' works, or of a program that takes them, and not whose they are."""
    known = (pattern.fullmatch(word) for pattern in (_TAKEN_WORDS, _KINDS, _TAKERS, _POINTS))
    return any(known) or tells_of_taking_abroad(word)
