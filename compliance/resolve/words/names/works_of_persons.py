"""Words that tell of what people outside a house wrote or recorded: essays of students, prompts and reviews of users.

Whoever collects them has the rows and not, by that, the rights in them: on which basis they are copied is asked,
whether they are called one's own or said to be made by people. What staff, annotators and hired writers make is
another matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.model.declared.manifest import ROWS, Artifact, Manifest, Step
from compliance.model.declared.stated import Documentation
from compliance.model.words.spelling import spaced
from compliance.patterns import regex
from compliance.resolve.lineage.writing import makes
from compliance.resolve.names.described import named_without_account
from compliance.resolve.names.lookup import Names
from compliance.resolve.words.names.sites import KEEP_THEIR_RIGHTS, sites_named
from compliance.resolve.words.notes.beside import described
from compliance.resolve.words.prose.sentences import affirmed, compared

FACT = "works_of_persons"
"""The fact of an artifact, which a manifest may state itself, for or against what its words tell."""

_PERSONS = (
    r"(?:customers?|clients?|users?|buyers?|shoppers?|guests?|visitors?|members?|subscribers?|readers?|listeners?"
    r"|viewers?"
    r"|players?|gamers?|students?|pupils?|learners?|schoolchildren|children|parents|patients?|applicants?"
    r"|job ?seekers?"
    r"|candidates?|examinees?|tenants?|passengers?|travell?ers?|donors|fans|followers|citizens|callers|contestants"
    r"|farmers|growers|residents|neighbou?rs|householders|commuters|hikers|birders|collectors|shopkeepers|pensioners"
    r"|contributors|(?:grade|class|form|year|klasse) \d\w*"
    r"|(?:grade|year|form|klasse) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)"
    r"(?! of (?:the|an?|its) )|(?:\d+(?:st|nd|rd|th)"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)"
    r"[- ](?:graders?|formers?|years?)|sixth form\w*|(?:year|grade)[- ]\d+s|abiturient(?:en|innen)"
    r"|(?:guest|visiting|invited|external|outside) (?:speakers?"
    r"|lecturers?|professors?|authors?|writers?"
    r"|artists?"
    r"|teachers?|researchers?|trainers?)|hobbyists|amateurs|other teachers)"
)
_WORKS = (
    r"(?:essays?|compositions?|homework|theses|thesis|dissertations?|assignments?|term papers?|exam answers?"
    r"|answer sheets?"
    r"|prompts?|chats?(?: logs?)?|conversations?|dialogues?|messages?|inputs?|uploads?|submissions?|reviews?"
    r"|ratings and reviews"
    r"|testimonials|feedback|comments?|posts?|stories|poems?|diar(?:y|ies)|letters|e-?mails?|mails?|tickets|photos?"
    r"|pictures"
    r"|images|selfies?|portraits|drawings|paintings|artworks?|sketches|videos?|recordings?|voice (?:notes?|messages?"
    r"|mails?)"
    r"|songs|covers|recipes|texts?|writings?|translations|code|projects|notebooks|applications|cvs?|r[eé]sum[eé]s?"
    r"|profiles"
    r"|lectures?|talks?|slides?|speeches|sermons|subtitles of the \w+|speech|voices|questions|complaints|requests"
    r"|content|documents|files|pdfs|papers|scans|queries|solutions|scripts|repositories|drafts|notes|reports|entries"
    r"|journals|memoirs|ideas|suggestions|wishes|anecdotes|jokes|answers)"
)
_BY = (
    r"(?:of|by|from|sent (?:in )?by|uploaded by|written by|posted by|collected from|gathered from|shared by"
    r"|submitted by)"
)
_OF_A_KIND = (
    r"(?:(?!(?:of|for|to|by|with|in|on|at|from|about|and|or|the|an?|our|that|which|who|as|like|not|no)\b)"
    r"[^\W\d_][\w'’-]* ){1,2}"
    r"(?:customers|clients|users|buyers|shoppers|guests|visitors|members|subscribers|listeners|students|pupils"
    r"|learners|children|parents|patients|applicants|tenants|passengers|travell?ers|citizens|callers"
    r"|residents|pensioners|hobbyists|amateurs)"
)
"""Persons behind words on what kind they are; only many, and none whose name things bear as well (card readers)."""
_OF_PERSONS = (
    rf"{_WORKS}(?: (?:and|or) [\w-]+)? (?:(?:\w+ ){{0,2}}?){_BY} (?:(?:our|the|its|their|all|some|many|consenting"
    rf"|former|paying"
    rf"|young|german|french|\d[\d,.k]*) ){{0,2}}(?:[\w-]+['’]s? )?(?:{_PERSONS}|{_OF_A_KIND})"
    r"(?! (?:manuals?|guides?|handbooks?|documentation|interfaces?|contracts?|forms)(?![a-z]))"
)
_ABROAD = (
    r"(?:kund(?:en|innen)|mietern?|nutzern?|patient(?:en|innen)|schülern?|studierenden|bewerbern?|gästen?"
    r"|besuchern?|bürgern?"
    r"|mitgliedern?|lesern?|eltern|klanten|huurders|gebruikers|patiënten|leerlingen|studenten|burgers|leden|bezoekers"
    r"|clients|locataires|utilisateurs|usagers|patients|élèves|étudiants|lecteurs|visiteurs|clientes|inquilinos"
    r"|usuarios"
    r"|pacientes|estudiantes|lectores|clienti|inquilini|utenti|pazienti|studenti|lettori|utilizadores|usuários"
    r"|kunder|användare|brukere|patienter|elever|klientów|pacjentów|użytkowników|uczniów)"
)
_BOUND = (
    r"(?:students?|pupils?|learners?)(?:['’]s?)? (?:essays?|compositions?|homework|theses|assignments?|papers"
    r"|answers|drawings|solutions"
    r"|stories|projects|submissions?|texts?|writings?|code)"
    r"|users?(?:['’]s?)? (?:prompts?|chats?|conversations?|messages?|uploads?|submissions?|reviews?|comments?|posts?"
    r"|photos?|images|videos?|recordings?|inputs?|content)|user[- ]generated(?: \w+)?|ugc"
    r"|(?:customers?|clients?|guests?|visitors?|buyers?|shoppers?|readers?|members?|players?|patients?|viewers?"
    r"|listeners?"
    r"|subscribers?|hotel|restaurant|product|shop|app|movie|film|book|game)(?:['’]s?)? (?:reviews|testimonials"
    r"|comments|posts|chats|conversations|uploads|photos|messages|stories|diaries|drawings|recordings|complaints)"
    r"|(?:customers|clients|patients|guests|readers|applicants|candidates)['’] (?:e-?mails|letters|texts|tickets"
    r"|answers)"
    rf"|{_WORKS} (?:that|which) (?:\w+ ){{0,3}}?{_PERSONS} (?:\w+ ){{0,4}}?(?:put up|uploaded|wrote|posted|sent"
    rf"|shared|gave"
    r"|recorded|took|drew|typed|submitted|made|created|translated|composed)|(?:written|posted|uploaded|sent|typed"
    r"|recorded|drawn|taken|submitted"
    r"|shared|put up)"
    rf" (?:\w+ )?by (?:(?:our|the|its|their|many|\d[\d,.k]*) ){{0,2}}{_PERSONS}"
    rf"|(?:{_WORKS}|samples|modules|programs|scripts|reports) (?:that|which) (?!(?:we|staff|us)\b)"
    r"(?:(?:our|the|some|many|\d[\d,.k]*) )?[a-z]+s (?:have |had )?(?:sent|uploaded|submitted|posted|mailed|e-?mailed"
    r"|contributed|handed in|entered)(?! by)"
    rf"|(?!(?:used|asked|ordered|meant|intended|read|seen|liked|chosen|needed|wanted|loved|required|requested"
    rf"|tested|checked|rated|judged|called)\b)"
    rf"\w+(?:ed|wn|en|ent|poke) (?:(?!by\b)[\w'’-]+ ){{0,5}}?by (?:(?:our|the|its|their|many"
    rf"|\d[\d,.k]*) ){{0,2}}{_PERSONS}"
    rf"|(?:von|door|par|por|da|dai|dagli|av|af|przez) (?:(?:unser|ons|onz|nos|nost|nuest|noss|vår|vor|nasz)\w* "
    rf"|les |los |de "
    rf"|dei |den )?{_ABROAD}"
    rf"|(?:schreiben|briefe?|e-?mails?|nachrichten|anfragen|fragen|beschwerden|mails|brieven|vragen|berichten|lettres"
    rf"|courriers|questions|cartas|preguntas|lettere|domande|frågor|brev) (?:der|unserer|von|van|des|de nos"
    rf"|de los|de las"
    rf"|dei|degli|från|fra) {_ABROAD}"
    r"|(?:(?:pull|merge) requests?|patches|commits|contributions|bug reports|issues|edits) (?:[\w-]+ ){0,2}?(?:of|by"
    r"|from) "
    r"(?:(?:the|our|many|some|\d\S*) )*(?:community|volunteers|outsiders|contributors|others|strangers|users|public"
    r"|fans"
    r"|freelancers|(?:external|outside|open[- ]source) \w+)"
    r"|(?:community|volunteer|outside|external|contributed|contributors?['’]) (?:patches|(?:pull|merge) requests"
    r"|commits"
    r"|contributions|code|edits)"
    r"|(?:comments|reviews|replies|questions|messages|ratings|posts) (?:left |posted |written )?(?:under|below|beneath"
    r"|on|to)"
    r" (?:our|the|their) (?:[\w-]+ )?(?:videos?|posts?|articles?|pages?|sites?|website|blogs?|channels?|streams?)"
    r"|(?:chats?|(?:chat|call) (?:logs?|recordings?)|calls|tickets?|transcripts?|recordings?|messages|e-?mails|mails)"
    r" (?:[\w-]+ )?(?:of|from|to|at|with|in) (?:the|our|its|an?) (?:[\w-]+ ){0,2}?(?:hotline|help[- ]?desk"
    r"|service[- ]?desk|call cent(?:er|re)|info ?line|support (?:line|desk|chat|inbox|team|hotline)|contact form"
    r"|emergency line)"
    r"|(?:ads|adverts?|menus|listings|logos|designs|forms) (?:that|which) (?!(?:we|staff|us)\b)(?:(?:our|the|some"
    r"|many) )?[a-z]+s"
    r" (?:have |had )?(?:sent|uploaded|submitted|posted|mailed|handed in)"
    r"|(?:dissertations?|theses|thesis) (?:defended|submitted|accepted|written|handed in)"
    r"|(?:entries|submissions|contributions|texts|stories|poems|photos|pictures|drawings|ideas|notes|cards|pages|lines)"
    r" (?:to|for|of|in|from|out of) (?:the|our|an?|its) (?:[\w-]+ ){0,3}?(?:contests?|competitions?|suggestion box"
    r"|comment box|complaints? box|feedback (?:form|box)|guest ?book|visitors['’]? book)"
    r"|(?:podcasts?|shows|interviews|episodes|talks) (?:\w+ ){0,2}?with (?:[\w-]+ )?guests"
    r"|letters to the editor|fan (?:art|mail|fiction)|guest ?book entries|diar(?:y|ies) of \w+"
    # German, French, Spanish, Italian
    r"|(?:aufsätze|hausaufgaben|hausarbeiten|abschlussarbeiten|texte|eingaben|prompts|chats|nachrichten|fotos|beiträge"
    r"|kommentare|bewertungen|rezensionen|aufnahmen|gespräche) (?:\w+ )?(?:von|der|unserer|aller|vieler) (?:\w+ )?"
    r"(?:schüler|student|nutzer|kund|besucher|mitglieder|patient|leser|spieler|bewerber|gäste)\w*"
    r"|(?:schüler|studenten|nutzer|kunden|leser|gäste|produkt|besucher)-?(?:aufsätze|arbeiten|eingaben|prompts|chats"
    r"|bewertungen|rezensionen|kommentare|beiträge|fotos|briefe|nachrichten|meinungen)"
    r"|(?:rédactions?|copies|devoirs|textes|messages|commentaires|photos|dessins|avis) (?:d['’]|des? |de nos "
    r"|de |nos )"
    r"(?:\w+ )?(?:élèves|étudiants|utilisateurs|clients|lecteurs|visiteurs|patients|membres)|avis (?:clients|produits)"
    r"|(?:redacciones|ensayos|textos|mensajes|comentarios|fotos|reseñas|opiniones) de (?:nuestros |los |las |sus )?"
    r"(?:alumnos|estudiantes|usuarios|clientes|lectores|pacientes)"
    r"|(?:temi|testi|messaggi|commenti|recensioni) (?:di|degli|dei) (?:nostri )?(?:studenti|alunni|utenti|clienti"
    r"|lettori)"
)
_IN_HAN = (
    r"学生(?:的)?(?:作文|作业|论文|作品)|用户(?:的)?(?:提示词?|输入|对话|聊天|评论|评价|上传|投稿|照片)|(?:商品|客户|顾客|买家)(?:的)?评[论价]"
    r"|(?:商品|カスタマー)?レビュー|ユーザーの?(?:投稿|プロンプト|会話|入力)"
    r"|(?:患者|用户|客户|顾客|学生|网友|读者|家长|市民|会员)的?[^、。，,]{0,8}?(?:提问|来信|留言|邮件|咨询|投诉|来电)"
    r"|(?:お客様|顧客|患者|ユーザー|読者|会員|市民)(?:から)?の?(?:問い?合わ?せ|質問|メール|相談|投稿|手紙|苦情|声)"
    r"|(?:고객|환자|독자|회원)(?:의|들의)? ?(?:문의|질문|메일|상담)"
    r"|学生の?(?:作文|レポート)|(?:상품|고객) ?(?:리뷰|후기)|학생 ?(?:에세이|작문)|사용자 ?(?:프롬프트|대화|리뷰)"
)
_TOLD = regex(rf"(?<![^\W\d_])(?:{_OF_PERSONS}|{_BOUND})(?![^\W\d_])|{_IN_HAN}", re.IGNORECASE)
_HIRED = regex(
    r"(?<![a-z])(?:annotators?|(?:field|desk|case|press) (?:officers|workers)|officers|agronomists|engineers"
    r"|trainers|nurses"
    r"|technicians|inspectors|teams|editors|contractors?|staff|employees?|actors?|hired|paid|commissioned"
    r"|colleagues?|in-?house"
    r"|on (?:our )?order"
    r"|for hire|under contract|simulated|role-?play\w*|imagined|invented|fictional|fictitious|mock|made-?up"
    r"|mitarbeiter\w*|beauftragt\w*|erfunden\w*|fiktiv\w*|rédigée?s? par nos|employés|questions (?:on|about|for)"
    r"|about|style of|like those|templates?|topics?"
    r"|(?:members|students) of (?:the|our|this) (?:group|team|lab|project|consortium)"
    r"|for (?:the|this|our) (?:project|study|corpus|data ?set|task|experiment|collection))(?![a-z])|员工|社員|직원",
    re.IGNORECASE,
)
"""Whoever writes on one's order, and what is only about such works."""
_TWO_WORKS = regex(
    rf"\s(?:and|und|et|y)\s(?=(?:the |our |die |les )?(?:[\w'’-]+ )?(?:{_WORKS}|answers|replies|responses|labels|notes"
    r"|antworten|réponses|respuestas)(?![a-z]))|[和与與と및](?=.*(?:回答|回复|答案|返信|답변))",
    re.IGNORECASE,
)
"""Where a second work is told of that somebody else made: staff's answers beside customers' questions."""
_OURS = regex(
    r"(?<![a-z])(?:our|own|unsere?|eigene?|nos|nuestras?|my) (?:product|film|book|movie|game|hotel|restaurant|app"
    r"|shop|produkt)"
    r"[ -]?\w+(?! (?:of|by|from|von) )",
    re.IGNORECASE,
)
"""Reviews that a house writes itself where it says that they are its own."""


def works_of_persons(text: str) -> Iterator[str]:
    """Words of a name or sentence that tell of what people outside the house wrote or recorded.

    >>> list(works_of_persons("Essays of students")), list(works_of_persons("Essays by annotators"))
    (['Essays of students'], [])
    >>> list(works_of_persons("User reviews")), list(works_of_persons("Our product reviews"))
    (['User reviews'], [])
    >>> list(works_of_persons("E-mails of customers and answers of our staff"))
    ['E-mails of customers']
    """
    for part in _TWO_WORKS.split(text):
        if not (_HIRED.search(part) or _OURS.search(part)):
            yield from (found.group(0) for found in _TOLD.finditer(part))


def with_works_of_persons(manifest: Manifest, names: Names) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest in which rows that are told to be such works are known as such; and a warning for each.

    What the manifest states about it stands, and so does the record of a published set.
    """
    writers: dict[str, list[Step]] = {}
    for step in manifest.steps:
        for key in dict.fromkeys(step.outputs):
            writers.setdefault(key, []).append(step)
    found = {
        key: word
        for key, one in manifest.artifacts.items()
        if (word := _told(key, one, writers.get(key, []), names))
    }
    if not found:
        return manifest, ()
    marked = {
        key: manifest.artifacts[key].model_copy(
            update={"facts": {**manifest.artifacts[key].facts, FACT: "yes"}}
        )
        for key in found
    }
    changed = manifest.model_copy(update={"artifacts": {**manifest.artifacts, **marked}})
    return changed, tuple(
        f"artifact {key}: what is said of it tells of {word!r}; it is taken for works of people outside the house, and "
        f"on which basis they are copied is asked; `{FACT}: false` under its facts denies it"
        for key, word in found.items()
    )


def _of_a_site(one: Artifact, names: Names) -> str:
    """The site that keeps what its users or editors wrote, of rows that somebody else took there and labels.

    An open licence on such rows is of whoever gathered them; those who wrote them, and the site, gave none.
    """
    known = one.name is not None and names.dataset(one.name) is not None
    if one.kind not in ROWS or known or FACT in one.facts:
        return ""
    sites = (site for text in (one.developer, one.name) if text for site in sites_named(text))
    return next((site for site in sites if site in KEEP_THEIR_RIGHTS), "")


def _told(key: str, one: Artifact, writers: list[Step], names: Names) -> str:
    """The words that tell that an artifact holds such works; empty where none do, or where others answer for it."""
    theirs = one.origin == "third-party" or (one.origin == "unknown" and not writers)
    if theirs and (site := _of_a_site(one, names)):
        return site
    # A set that is published has an account before its name, or a record; a mere description is of whoever gathered it.
    described_only = named_without_account(one.name) and not one.developer
    stated = one.origin in ("own", "people") or (
        one.origin == "unknown" and (bool(writers) or described_only)
    )
    gathered = not any(makes(step, key, known=True) for step in writers)
    if one.kind not in ROWS or not stated or not gathered or FACT in one.facts:
        return ""
    if one.name and names.dataset(one.name) is not None:
        return ""
    page = one.documented.where if isinstance(one.documented, Documentation) else None
    said = [text for text in (one.note, page, *described(one), *(step.note for step in writers)) if text]
    clauses = [clause for text in said for clause in affirmed(text) if not compared(clause)]
    return next((word for text in (spaced(one.name or ""), *clauses) for word in works_of_persons(text)), "")
