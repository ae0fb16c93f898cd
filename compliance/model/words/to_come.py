"""Whether a sentence says of words that they are still to be shown, in English and other languages.

A plan or a duty is no notice: "we will add it", "it must say so" and "wird ergänzt" tell that nothing is there yet.
"""

from __future__ import annotations

from compliance.patterns import regex

_ADD = r"(?:add|append|put|place|include|insert|attach)"
_SHOW = (
    rf"(?:{_ADD}|print|write|carry|bear|have|show|display|publish|credit|mention|name|say|read|state|give|provide|label"
    r"|mark|note)"
)
_DONE = (
    r"(?:added|appended|put|placed|included|inserted|attached|printed|written|shown|displayed|published"
    r"|credited|mentioned"
    r"|named|given|provided|there|done|decided|checked|confirmed|visible|reviewed|approved|finali[sz]ed|come"
    r"|follow|appear)"
)
_WILL = (
    r"(?:will|shall|['’]ll|(?:is|are|am) (?:going|about) to|(?:plan|intend|want|hope|promise|agree)\w* to)"
)
_OUGHT = (
    r"(?:would|should|must|ought to|(?:have|has|need|needs|forgot|failed|remember|try) to|please|let['’]s)"
)
_STILL = r"(?:not |also |then |later |soon |still |always |only )*"
_WORDS = r"(?:[ \"'“‘«(\[–—-]+[^\s.;:!?]+){0,5}"
"""Words of one clause between what is to be done and what it is to be done with."""
_OPEN = r":?[ \"'“‘«„(\[*]*$"
_BEFORE = regex(
    rf"(?:(?<!\w)|(?=['’]))(?:{_WILL} {_STILL}(?:(?:be )?{_SHOW}{_WORDS}{_OPEN}|be{_OPEN})"
    rf"|(?:{_OUGHT} {_STILL}(?:be )?{_SHOW}|to {_ADD}|(?:todo|to[- ]do|fixme|tbd)\W{{0,3}}(?:{_SHOW})?)"
    rf"{_WORDS}[ \"'“‘«„(\[*]*$)"
)
_ASKED = regex(
    r"(?<!\w)(?:to add|to do|requirements?:?|required|requires|if (?:needed|required|applicable)|where (?:needed"
    r"|required)|example|e\.g\."
    rf"|do we need|ask\w* (?:us|you) to)(?: (?:us|you|to|{_SHOW}))*(?: the)?(?: \w+)?[:,]?[ \"'“‘«„(\[*]*$"
)
"""What is a demand, a condition or an example."""
_BEFORE_ABROAD = regex(
    r"(?:(?<!\w)(?:soll|sollen|sollte|muss|müssen|fehlt|noch|geplant"
    r"|ajouterons|ajoutera|afficherons|sera|seront|doit|devra|manque|à ajouter"
    r"|añadiremos|añadirá|agregaremos|agregará|mostraremos|debe|deberá|falta|pendiente"
    r"|aggiungeremo|sarà|verrà|deve|dovrà|manca|da aggiungere|adicionaremos|mostraremos|deverá"
    r"|zal|zullen|moet|moeten|ontbreekt|добавим|будет|dodamy|będzie)(?!\w)"
    r"|[将將会會应應需待](?:会|再|要|在)?(?:添加|加上|加入|显示|補充|补充|标注|注明|展示|写))"
    rf"{_WORDS}[ \"'“‘«„(\[*]*$"
)
_BEHIND = r"[ \"'“”‘’»)\]*_]{0,4}[,(:–—-]? ?(?:(?!(?:and|und|et|y|e|en)(?!\w))[\w'’-]+ ){0,5}?"
_AFTER = regex(
    rf"{_BEHIND}(?:(?:{_WILL}|{_OUGHT}) {_STILL}(?:be )?{_STILL}{_DONE}|to (?:be {_DONE}|follow|come)"
    rf"|(?:not yet|yet to be|still to be) \w+|(?:is|are) (?:still )?(?:missing|planned|pending|outstanding)"
    r"|follows (?:later|soon|with|in)|coming|once \w+|(?:where|if|when) (?:needed|required|applicable)|(?:later"
    r"|soon)(?=\W*$)|(?:in|with) (?:the|our|a) next \w+)(?!\w)"
)
_AFTER_ABROAD = regex(
    rf"{_BEHIND}(?:(?:wird|werden|soll|sollen|muss|müssen) (?:\w+ ){{0,3}}?(?:ergänzt|hinzugefügt|nachge\w+|aufgenommen"
    r"|eingefügt|eingebaut|angebracht|geprüft|folgen|kommen|hin|rein)|folgt|fehlt|kommt|ist geplant"
    r"|in (?:arbeit|planung)|en cours"
    r"|(?:sera|seront|doit|doivent|devra) (?:être )?(?:ajout|affich|mis|indiqu|intégr)\w*|manque|à (?:venir|ajouter)"
    r"|(?:será|serán|se) (?:añad|agreg|inclu|mostrar)\w*|falta|pendiente|(?:sarà|verrà|deve) \w+|manca|da aggiungere"
    r"|será adicionad\w*|volgt|ontbreekt|wordt (?:nog )?toegevoegd|zal \w+"
    r"|будет \w+|будут \w+|zostanie \w+|eklenecek)(?!\w)"
    r"|[\"'”“’»)\](( ]*(?:[待将將]|尚未|还未|還未|即将|即將|稍后|を?追加(?:する)?予定|は?未定|予定|추가 예정)"
)

_MATTER = (
    r"(?:tickets?|issues?|tasks?|jira|trello|asana|backlog|kanban|epic|sprint|milestone|roadmap|checklist|pr|mr"
    r"|pull requests?"
    r"|merge requests?|e-?mails?|mails?|slack|teams chat|threads?|meetings?|minutes|protokoll|memo|aufgabe|réunion"
    r"|工单|待办)"
)
"""Where work that is to be done is kept, or was talked about."""
_REFERS = (
    r"(?:cf\.?|see|siehe|vgl\.?|voir|ver|vedi|as per|per|tracked (?:in|by|as|under)|logged in|filed (?:in|as|under)"
    r"|noted in"
    r"|discussed in"
    r"|agreed in|as discussed in|(?:is |still |also )?(?:in|on))"
)
_ENDS = r"(?=[\s.,;)\]]*$|[)\]]| by | with )"
_PARKED = regex(
    r"[ \"'“”‘’»)\]*_]{0,4}(?:[\[(,:;]|[–—-](?= ))\s?"
    rf"(?:(?:{_REFERS} )(?:the |our |my |an? )?{_MATTER}(?:{_ENDS}| (?:of|from|no|nr|#)|\W{{0,3}}\d)"
    rf"|{_MATTER}\s?(?:no\.? ?|nr\.? ?|n° ?)?(?:[a-z]+-|#)?\d|{_MATTER}{_ENDS}|[见見]\s?{_MATTER}"
    r"|[a-z]{2,8}-\d{2,}(?=\s*[)\]])|#\d+"
    rf"|(?:asked|assigned to|waiting|awaiting|sent to|proposed to|requested)(?: \w+){{0,4}}{_ENDS}"
    r"|(?:(?:owner|assignee|zuständig):? (?!meta)\w|(?:status|due|eta)(?::| by| in| on) ?\w)"
    rf"|(?:in|under|for|on|im) (?:review|discussion|approval|hold|consideration|entwurf){_ENDS}"
    r"|(?:open|proposal|proposed|suggested|suggestion|undecided|unclear|blocked|parked|postponed|deferred|offen"
    r"|vorschlag"
    rf"|in klärung|en attente|à valider|pendiente|待定|待办){_ENDS})"
)
_PARKED_BEFORE = regex(
    rf"(?<![a-z]){_MATTER}\s?(?:no\.? ?|nr\.? ?|n° ?)?[#\w-]*\d[\w-]*\W{{1,4}}$"
    r"|(?<![a-z])(?:proposal|proposed|suggestion|vorschlag|open point|action item|action)\s?\W{0,2}:\W{0,3}$"
)
"""Words that stand with the number of a ticket, with whoever has to do it, or as what somebody proposed."""


def to_come(before: str, after: str) -> bool:
    """Whether what stands right before or behind some words, in small letters, says that they are not there yet.

    >>> to_come("we will add ", ""), to_come("", " wird ergänzt"), to_come("", ", and will be kept")
    (True, True, False)
    >>> to_come("", " (see ticket 42)"), to_come("", " (see notice)")
    (True, False)
    """
    return any(
        (
            _BEFORE.search(before),
            _ASKED.search(before),
            _BEFORE_ABROAD.search(before),
            _AFTER.match(after),
            _AFTER_ABROAD.match(after),
            _PARKED_BEFORE.search(before),
            _PARKED.match(after),
        )
    )
