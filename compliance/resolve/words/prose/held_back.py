"""What sentences tell of terms that a free licence does not have, and of rights or sources that nobody is sure of.

`CC0-1.0` beside “do not redistribute” or “under NDA” is one of two things, and so is any licence beside “origin
unknown”, “permission pending” or “leaked”. Which it is, is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from compliance.patterns import regex
from compliance.resolve.words.prose.sentences import affirmed, clauses, compared

_FREE = regex(
    r"(?<![a-z])(?:apache|mit|bsd|isc|cc0|cc[- ]by(?![\w. -]*(?:nc|nd))|creative commons (?:zero|attribution)"
    r"|public domain|unlicense|odc|odbl|cdla|mpl|gpl|lgpl|agpl|openmdw|zlib)(?![a-z])",
    re.IGNORECASE,
)
"""Licences that anybody may rely on."""
_COMMONS = regex(r"(?<![a-z])(?:cc[- ]by|creative commons)(?![a-z])", re.IGNORECASE)
"""Licences whose text everybody knows: beside commerce and changes, it keeps back nothing that is looked for below."""
_NO_COMMERCE = regex(
    r"(?<![a-z])(?:personal|private|student|evaluation|educational|trial|testing|teaching|resale|production)(?![a-z])"
    r"|derivatives|modifications",
    re.IGNORECASE,
)
"""Words by which people say that nobody may earn with a thing, or change it, as such a text does."""
_TERMS = regex(
    r"(?<![^\W\d_])(?:(?:do not|don['’]t|must not|may not|cannot|not to be|not be|no|without|never) (?:be )?"
    r"(?:re-?)?(?:distribut\w+|shar(?:e|ed|ing)|pass(?:ed)? (?:it )?on|publish(?:ed)?|publication|circulat\w+)"
    r"|(?:no|not for|without) (?:ai|ml|model|machine[- ]learning)[- ](?:training|use)"
    r"|not (?:to )?(?:be )?(?:used )?(?:for|to) train\w*|no (?:derivatives|modifications?|military use"
    r"|government use)"
    r"|(?:under|with|on) (?:other|different|special|separate|further|additional) (?:terms|conditions|rules)"
    r"|acceptable[- ]use[- ]polic(?:y|ies)|use[- ](?:based )?restrictions|usage polic(?:y|ies)|prohibited uses?"
    r"|before (?:its|the|their) (?:public |official )?(?:release|publication)"
    r"|not for (?:production|resale|public\w*|general) ?\w*"
    r"|for (?:evaluation|testing|internal|personal|private|educational|student)(?: use| purposes)? only"
    r"|(?:internal|personal|private|student|evaluation|educational) use(?: only)?"
    r"|(?:only|solely) for (?:members|partners|students|evaluation|internal|teaching|subscribers|staff of)"
    r"|(?:evaluation|trial|student) (?:licen[cs]e|version|copy|access)"
    r"|under (?:an? |the )?(?:nda|embargo|dua|data use agreement|confidentiality\w*)|confidential|embargoed"
    r"|(?:see|signed|per|by) (?:the |an? )?(?:nda|dua|data use agreement)|(?:to be )?deleted? (?:it )?(?:after"
    r"|by|when)"
    r"|(?:ask|contact|write to) (?:the )?(?:authors?|owners?|publishers?|developers?) (?:before|for|first)"
    r"|(?:licen[cs]e |access )?(?:expires?|expired|valid until|runs out)"
    # German, French, Spanish
    r"|nur intern\w*|nur für (?:interne|mitglieder|partner)\w*|vertraulich\w*|nicht weitergeben|keine weitergabe"
    r"|weitergabe (?:untersagt|verboten)|testlizenz|nicht zum training|usage interne|ne pas (?:diffuser|redistribuer"
    r"|partager)|confidentiel\w*|no redistribuir|uso interno|confidencial\w*)(?![^\W\d_])"
    r"|仅限内部|内部使用|禁止转发|禁止传播|不得传播|保密|请勿分享|严禁外传|社外秘|再配布禁止|대외비|재배포 금지",
    re.IGNORECASE,
)
_LIFTED = regex(
    r"(?<![a-z])(?:no longer|not (?:confidential|embargoed|under)|never (?:confidential|under)|lifted|formerly|ended"
    r"|nicht (?:mehr )?vertraulich)(?![a-z])",
    re.IGNORECASE,
)
_RIGHTS = r"(?:origins?|sources?|provenance|licen[cs]es?|rights|terms|authors?|owners?|copyright)"
_OPEN = r"(?:unknown|unclear|uncertain|doubtful|disputed|unresolved|pending|open)"
_OF = r"(?: of(?: [\w-]+){1,4}?)?"
_THING = (
    r"(?:repositor(?:y|ies)|repo|cards?|pages?|data ?sets?|sets?|models?|weights|checkpoints?|releases?|downloads?"
    r"|collections?|corpus|corpora)"
)
_GONE = (
    r"(?<!be )(?:withdrawn|retracted) (?:again )?(?:by (?:its|the|their) (?:makers?|authors?|owners?|publishers?"
    r"|developers?|creators?|hosts?|licensors?|lab|house|university|company)"
    r"|from (?:the )?(?:hub|hugging ?face|web|net|public)"
    r"|in (?:20\d\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)"
    r"|(?:since|later|meanwhile) (?:withdrawn|retracted|taken (?:down|offline))"
    rf"|{_THING} (?:was|were|is|are|has been|have been|got) (?:since |later |meanwhile |now )?"
    r"(?:withdrawn|retracted|taken (?:down|offline))"
)
"""A thing that its maker took back: whether what was given with it still holds is open."""
_DOUBTS = regex(
    rf"(?<![^\W\d_])(?:(?:unknown|unclear|uncertain|doubtful|disputed|untraceable|unresolved)"
    rf" (?:{_RIGHTS}|checkpoints?)"
    rf"|{_RIGHTS}{_OF} (?:is |are |was |were |still |yet |remains? )*{_OPEN}"
    rf"|(?:{_RIGHTS} )?(?:still )?to be (?:cleared|clarified|confirmed)(?: with \w+)?"
    rf"|{_RIGHTS} (?:is |are |still )*to be (?:checked|verified|looked up|determined|sorted out|agreed|negotiated)"
    r"|(?:client|customer|trade) secrets|(?:gdpr|erasure|takedown|take-down|dmca) (?:requests?|claims?|notices?"
    r"|complaints?)|consent(?: forms?)? (?:is |are |was |were )?(?:missing|lost)"
    r"|(?:clients?|customers?|partners?|publishers?|authors?|owners?) (?:forbids?|forbade|objects?|objected|refused)"
    r"|(?:permission|clearance|consent|approval) (?:is |was |still )*(?:pending|outstanding|missing|asked|requested"
    r"|sought)|(?:ethics|irb|review board|legal|works council|data protection|privacy)(?: (?:vote|approval|review"
    r"|clearance"
    r"|decision|opinion|committee|board|team|department|officer))* (?:is |was |still |yet )*(?:pending|outstanding"
    r"|missing"
    r"|open|awaited|to come|to decide)|opt(?:ed|ing)?[- ]?out|consent (?:is |was |were )?(?:assumed|implied|implicit"
    r"|presumed|taken for granted|verbal|oral)|recorded for (?:quality|training|service)(?: \w+)?(?: purposes)?"
    r"|awaiting (?:permission|clearance|approval|consent)|leaked|under seal|sealed (?:by|files)|attorney[- ]client"
    r"|(?:asked|agreed|bound|sworn)"
    r" (?:for|to|by) (?:secrecy|confidentiality|silence)|professional secrecy|(?<!academic )torrents?|stolen"
    r"|(?:copied|taken) from (?:an? |our )?(?:competitor|rival)s?"
    r"|(?:probably|maybe|perhaps|apparently|likely|possibly|presumably|seems?(?: to be)?|looks like|wohl|vermutlich)"
    r" (?:an? |eine? )?(?:fine-?)?(?:tuned?|copy|fork|derivative|derived|merge|continuation|distill?\w*|based"
    r"|abwandlung"
    r"|kopie)(?: (?:of|from|on|von))?"
    rf"|{_GONE}"
    r"|nobody (?:knows|remembers)|unklare[rnms]? (?:herkunft|lizenz|rechte)|(?:herkunft|lizenz|rechtslage) (?:ist )?"
    r"(?:unklar|unbekannt|offen|ungeklärt)|ungeklärte[rnms]? \w+|noch zu klären|weiß niemand"
    r"|origine (?:inconnue|incertaine)|licence (?:inconnue|à vérifier)"
    r"|(?:origen|licencia) (?:desconocid[oa]|pendiente))"
    r"(?![^\W\d_])|来源不明|来源未知|许可不明|授权未定|泄露|出所不明|출처 불명",
    re.IGNORECASE,
)
_NOT_SURE = regex(
    rf"(?<![^\W\d_])(?:{_RIGHTS}{_OF} (?:is |are |was |were )?not (?:yet )?"
    r"(?:known|clear|cleared|settled|granted|found)"
    r"|(?:did not|didn['’]t|nobody|no ?one|none(?: of them)?|never|has|have) (?:objects?|objected|complain\w*"
    r"|opt(?:ed)? out"
    r"|been asked|were asked|was asked)|(?:not|never) (?:been )?asked(?: for (?:consent|permission|leave))?"
    r"|without asking"
    r"|without (?:the |their |any )?(?:consent|permission|leave)"
    r"|(?:legal|counsel|lawyers?) (?:is |are )?still (?:\w+ )?(?:looking|reading|checking|thinking|at it)"
    rf"|{_THING} (?:is|are|was|were) no longer (?:available|online|offered|public|on the \w+)"
    r"|never (?:answered|replied|wrote back)|(?:hope|hoping|guess|assume) (?:that )?(?:it|this|that|we) (?:is|are"
    r"|will be"
    r"|may|can) (?:be )?(?:fine|ok|okay|all right|allowed|covered)"
    r"|do not (?:ship|publish|release|use)(?: \w+){0,2}? (?:before|until|till|unless)"
    r"|(?:not sure|unsure|uncertain) (?:whether |if |that )?we (?:may|can|could|are allowed|have the right)"
    r"|(?:clients?|customers?|partners?|publishers?|authors?|owners?) (?:asked|told|wants?|wanted|begged) us not"
    r"|(?:legal|counsel|lawyers?|compliance) (?:has |have |had |did )?(?:not|never) (?:yet )?(?:sign\w*|approv\w+"
    r"|look\w*"
    r"|clear\w*|agree\w*|seen|answer\w*)"
    r"|not (?:yet )?(?:cleared|licensed)(?: with \w+)?|no answer yet|no (?:permission|licen[cs]e) (?:yet|so far)"
    r"|(?:no longer|don['’]t|do not|can['’]t|cannot) (?:remember|recall|know)"
    r"|(?:noch )?nicht geklärt|on ne sait (?:pas|plus)|no se sabe)(?![^\W\d_])",
    re.IGNORECASE,
)
"""Doubts that are told by what is not there."""


_AGREED = (
    r"(?:contracts?|agreements?|consents?|release forms?|consent forms?|waivers?|permissions?|licen[cs]es?|mou"
    r"|vertr[aä]ge?|vertrags|einwilligung(?:en)?|vereinbarung(?:en)?|genehmigung|erlaubnis|zustimmung|contrats?"
    r"|accords?"
    r"|consentements?|autorisations?|contratos?|acuerdos?|consentimientos?|permisos?|contratt[oi]|consens[oi]"
    r"|toestemming"
    r"|zgod[ay]|umow[ay]|согласи\w+|договор\w*)"
)
_COVERS = (
    r"(?:covers?|covered|allows?|allowed|permits?|permitted|grants?|extends?|includes?|holds?|is for|are for"
    r"|is good for"
    r"|was for|were for|was given for|given for|signed for|valid|runs?|limited|restricted|gilt|gelten|deckt|erlaubt"
    r"|umfasst|beschränkt|couvre\w*|autorise\w*|permet\w*|limitée?s?|cubren?|permiten?|limitad[oa]s?|copre|vale"
    r"|geldt|obejmuje)"
)
_ENDED = (
    r"(?:withdr[ae]wn?|revoked?|rescinded|expired|lapsed|terminated|cancell?ed"
    r"|no longer (?:holds?|valid|in force)|widerrufen|zurückgezogen|abgelaufen|gekündigt|retirée?s?|révoquée?s?"
    r"|expirée?s?"
    r"|résiliée?s?|revocad[oa]s?|retirad[oa]s?|caducad[oa]s?|revocat[oi]|ritirat[oi]|scadut[oi]|ingetrokken|verlopen"
    r"|wycofan\w+|отозва\w+)"
)
_KEPT_TO = regex(
    rf"(?<!\w){_AGREED}(?!\w)[^;!?]{{0,60}}?(?<!\w)(?:{_COVERS}(?!\w)[^;!?]{{0,80}}?(?<!\w)(?:only|alone|solely"
    r"|exclusively|no other|nothing else|nur|ausschließlich|allein|seulement|uniquement|exclusivement|sol[oa]|sólo"
    r"|únicamente|exclusivamente|solament\w+|alleen|uitsluitend|tylko|wyłącznie)"
    r"|(?:only|solely|nur|seulement|solo|sólo) (?:covers?|allows?|permits?|extends?|for|to|für|pour|para|per)"
    r"|(?:limited|restricted|beschränkt|limitée?s?|limitad[oa]s?) (?:to|auf|à|a)"
    r"|(?:does|do|did) not (?:yet )?(?:cover|allow|permit|include|extend|mention)|(?:doesn|don"
    r"|didn)['’]t (?:cover|allow"
    r"|permit|include|extend)|excludes?|forbids?|rules? out|umfasst (?:nicht|keine)|deckt (?:nicht|keine)"
    r"|erlaubt (?:nicht|keine)|ne (?:couvre|permet) pas|no (?:cubre|permite)|non (?:copre|permette))(?!\w)",
    re.IGNORECASE,
)
"""An agreement, and what it is kept to."""
_OVER = regex(
    rf"(?<!\w)(?:{_AGREED}(?!\w)[^;!?]{{0,80}}?(?<!\w){_ENDED}|{_ENDED}[^;!?]{{0,40}}?(?<!\w){_AGREED})(?!\w)",
    re.IGNORECASE,
)
"""An agreement that no longer holds."""
_NOT_OVER = regex(
    r"(?<!\w)(?:nobody|no ?one|none|never|not|niemand|nicht|keine\w*|personne|aucune?|nadie|nessuno|if|until"
    r"|unless|once"
    r"|can be|may be|could be|where|whoever|wenn|bis|falls|si|were (?:removed|taken out|deleted|dropped)"
    r"|(?:rows|clips"
    r"|recordings|data|theirs) (?:of \w+ )?(?:removed|deleted|dropped)|removed|deleted|dropped|left out"
    r"|taken out)(?!\w)",
    re.IGNORECASE,
)
_PATENT = regex(r"(?<!\w)(?:no longer only|not only|nicht nur|pas seulement|no sol[oa])(?!\w)", re.IGNORECASE)


def kept_to(text: str) -> Iterator[str]:
    """Words by which an agreement on one's own rows is kept to some use.

    >>> list(kept_to("the consent covers research at our institute only")), list(kept_to("the consent covers any use"))
    (['consent covers research at our institute only'], [])
    """
    if _PATENT.search(text) is None:
        yield from (found.group(0) for found in _KEPT_TO.finditer(text))


def over_in(text: str) -> Iterator[str]:
    """Words of an agreement that no longer holds.

    >>> list(over_in("contract 14, which she revoked in May")), list(over_in("nobody has withdrawn the consent"))
    (['contract 14, which she revoked'], [])
    """
    if _NOT_OVER.search(text) is None:
        yield from (found.group(0) for found in _OVER.finditer(text))


def known_whole(stated: Iterable[str | None]) -> bool:
    """Whether some licence is stated, and the text of each that is stated is one of few that everybody knows.

    >>> known_whole(["Apache-2.0", None]), known_whole(["CC-BY-NC-4.0"]), known_whole(["llama3"]), known_whole([None])
    (True, True, False, False)
    """
    given = [text for text in stated if text]
    return bool(given) and all(_FREE.search(text) or _COMMONS.search(text) for text in given)


def terms_beside(text: str, stated: Iterable[str | None]) -> Iterator[str]:
    """Words of terms that none of the stated licences has, each of which is known whole.

    >>> list(terms_beside("personal use only", ["CC0-1.0"])), list(terms_beside("personal use only", ["CC-BY-NC-4.0"]))
    (['personal use only'], [])
    >>> list(terms_beside("not to be shared", ["CC-BY-NC-SA-4.0"]))
    ['not to be shared']
    """
    given = [text for text in stated if text]
    free = all(_FREE.search(one) for one in given)
    yield from (word for word in terms_in(text) if free or not _NO_COMMERCE.search(word))


def terms_in(text: str) -> Iterator[str]:
    """Words of terms that no free licence has.

    >>> list(terms_in("received under NDA")), list(terms_in("no longer under NDA"))
    (['under NDA'], [])
    """
    for clause in clauses(text):
        if _LIFTED.search(clause) is None:
            yield from (found.group(0) for found in _TERMS.finditer(clause))


def doubts_in(text: str) -> Iterator[str]:
    """Words of a sentence that leave a source, or the right to use it, open.

    >>> list(doubts_in("origin unknown")), list(doubts_in("nothing of unknown origin is in it, no leaked row"))
    (['origin unknown'], [])
    >>> list(doubts_in("got by torrent")), list(doubts_in("loaded from Academic Torrents"))
    (['torrent'], [])
    """
    for clause in affirmed(text):
        if not _NOTHING.search(clause):
            yield from (found.group(0) for found in _DOUBTS.finditer(clause))
    for clause in clauses(text):
        yield from (found.group(0) for found in _NOT_SURE.finditer(clause))


_NOTHING = regex(
    r"(?<![a-z])(?:nothing|nichts|rien|nada|removed|excluded|dropped|entfernt)(?![a-z])", re.IGNORECASE
)


def strict_licences_in(text: str) -> Iterator[str]:
    """Licences with limits under which a note says that something stands.

    >>> list(strict_licences_in("image with ffmpeg (GPL build)")), list(strict_licences_in("no GPL code"))
    (['GPL'], [])
    """
    for clause in affirmed(text):
        if not (compared(clause) or _NOTHING.search(clause)):
            yield from (found.group(0) for found in _STRICT.finditer(clause))


_STRICT = regex(
    r"(?<![\w-])(?:[al]?gpl|gnu (?:affero )?general public licen[cs]e|sspl|busl|cc[- ]by[- ]nc[\w-]*|cc[- ]by[- ]sa)"
    r"(?:[- ]?v?\d(?:\.\d)?)?\+?(?![\w-])(?! (?:compatible|faq|notice))",
    re.IGNORECASE,
)
"""Short names of licences that hold takers to something."""
