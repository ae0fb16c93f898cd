"""Whether what should say where something is told says that it is told nowhere.

Who finds nothing on a card often writes just that into the place for the card. It is an honest answer to another
question: nobody has said how the thing was made, so that stays open.
"""

from __future__ import annotations

import re

from compliance.patterns import regex

_TELLER = (
    r"(?:(?:the|its|their|this|that|our) )?(?:(?:model|data(?:set)?|git|project) ?)?"
    r"(?:cards?|readme|papers?|pages?|reports?|repo(?:sitory)?|docs?|documentation|datasheet|web ?site|site"
    r"|file|authors?"
    r"|makers?|developers?|publishers?|vendors?|suppliers?|sellers?|uploaders?|sources?|origin|provenance"
    r"|making|generators?"
    r"|generation|models?|llms?|links?|url|address|it|they)"
)
"""Who or what would tell it."""
_TOLD = (
    r"(?:documented|described|disclosed|stated|specified|mentioned|explained|told|said|known|clear|recorded|indicated"
    r"|declared|reported)"
)
_TELL = r"(?:say|tell|state|mention|specify|disclose|describe|document|explain|indicate|answer|reply|respond|know|list)"
_WORD_OF_IT = (
    r"(?:information|info|details?|documentation|statements?|hints?|traces?|indications?|signs?|mentions?"
    r"|evidence|words?"
    r"|sections?|cards?|readme|paper|descriptions?|repl(?:y|ies)|answers?|responses?|data ?sheets?)"
)
_ENGLISH = (
    rf"(?:{_TELLER}(?: is| are| was| were)? )?(?:un|(?:not|never|nowhere) (?:yet |really |further )?){_TOLD}\b.*"
    r"|undocumented|unexplained|unclear|n\. ?d"
    rf"|(?:.*\b)?(?:no|none|nothing)(?: [\w-]+){{0,3}}? (?:is |was |are |were )?(?:{_TOLD}|found|given|named)\b.*"
    r"|(?:.*\b)?(?:found|find|finds|finding|see|saw) (?:no|nothing|none)\b.*"
    rf"|(?:.*\b)?{_TELLER} (?:(?:does|do|did|has|have|will|would) ?(?:not|n['’]t|never)"
    rf"|never) (?:yet )?{_TELL}\w*\b.*"
    rf"|(?:.*\b)?(?:{_TELL}|says|gives?|contains?|has|have|there (?:is|are|was))s? (?:us )?(?:no|nothing|none)"
    rf"(?:$| (?:about|on|of|there|yet)\b.*| (?:[\w-]+ )?{_WORD_OF_IT}\b.*)"
    rf"|(?:still )?(?:no|without|awaiting|waiting for)(?: an?| any| further)? (?:[\w-]+ )?{_WORD_OF_IT}\b.*"
    r"|(?:.*\b)?(?:could|can|did|do) ?(?:not|n['’]t) (?:find|tell|verify|establish|determine|locate|learn)\b.*"
    r"|(?:.*\b)?unable to (?:find|tell|verify|establish|determine|locate)\b.*"
    rf"|{_TELLER} (?:is |are |was |were |has |have |been |now |still )*(?:gone|dead|deleted|removed|taken down"
    rf"|offline|down"
    r"|broken|empty|silent|missing|unavailable|unclear|blank)\b.*"
)
_GERMAN = (
    r"(?:.*\b)?(?:nicht|nirgends|nirgendwo)(?: \w+)? (?:dokumentiert|angegeben|beschrieben|genannt|erwähnt|bekannt"
    r"|ersichtlich|gefunden|offengelegt|auffindbar)\b.*"
    r"|(?:.*\b)?keine?n? (?:angaben?|hinweise?|information(?:en)?|auskunft|antwort|dokumentation|beschreibung"
    r"|erwähnung)\b.*"
    r"|undokumentiert|unbekannt|unklar|ungeklärt|(?:wird )?noch (?:offen|geprüft|zu klären|in klärung|gesucht)"
    r"|(?:.*\b)?(?:schweigt|sagt nichts|steht nichts)\b.*"
)
_ROMANCE = (
    r"(?:.*\b)?(?:non|pas) (?:encore )?(?:documenté|précisé|indiqué|renseigné|communiqué|mentionné|décrit"
    r"|connu|trouvé)e?s?\b.*"
    r"|(?:.*\b)?(?:aucune?|pas d(?:e |['’])) ?(?:information|mention|indication|réponse|précision"
    r"|documentation|détail)s?\b.*"
    r"|(?:.*\b)?ne (?:dit|précise|mentionne|indique) (?:rien|pas)\b.*|inconnue?s?|à vérifier"
    r"|(?:.*\b)?(?:no|não) (?:está )?(?:documentad[oa]|especificad[oa]|informad[oa]|consta|se (?:indica"
    r"|menciona|especifica|dice"
    r"|sabe))s?\b.*"
    r"|(?:sin|sem) (?:documenta\w*|informa\w*|datos|dados|respuesta|resposta|especifica\w*)\b.*|desco(?:noc"
    r"|nhec)id[oa]s?"
    r"|(?:.*\b)?non (?:documentat|specificat|indicat|dichiarat|not)[oaie]\b.*|sconosciut[oaie]"
    r"|(?:.*\b)?nessuna? (?:informazione|indicazione|risposta|menzione|documentazione)\b.*"
)
_EAST_ASIAN = (
    r".*(?:未(?:说明|說明|公开|公開|披露|注明|提及|标明|知|記載|確認|找到)|没有?(?:说明|提及|提到|公开|文档"
    r"|披露|写|找到)"
    r"|没说|不明|不详|无(?:说明|文档|信息|资料)|記載(?:が)?(?:なし|ない|無し)|書かれていない|明記されていない"
    r"|알 수 없|명시되지|언급(?:이)? ?없|기재(?:가)? ?없).*"
)
_SAYS_SO = regex(rf"(?:{_ENGLISH}|{_GERMAN}|{_ROMANCE}|{_EAST_ASIAN})", re.IGNORECASE)
_CLAUSE = regex(
    r"\s*(?:[,;:!?()\[\]\u3002\uff0c\uff1b\uff1a]|\.\s|\s[-\u2013\u2014]\s|\s(?:and|but|und|aber|et|mais|y|e)\s)\s*"
)
_LONGEST = 300
"""Letters of a clause that is looked at: whoever found nothing says so in few words."""
_KEPT = regex(
    r"\b(?:archiv\w*|snapshot|mirror(?:ed)?|wayback|(?:saved|kept|local|our) copy)\b", re.IGNORECASE
)
"""Words of what was kept of a page that is gone."""


def tells_nothing(where: str) -> bool:
    """Whether the words for a place say that nothing is told there, or anywhere.

    >>> tells_nothing("README: the card does not say"), tells_nothing("README: no language model wrote any of it")
    (True, False)
    """
    if _KEPT.search(where):
        return False
    clauses = (clause.strip(" .\"'…") for clause in _CLAUSE.split(where) if clause)
    return any(_SAYS_SO.fullmatch(clause[:_LONGEST]) for clause in clauses)
