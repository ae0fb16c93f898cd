"""Papers of a firm or a body in the name of what is called our own: “Handbook of Keller AG”, “ISO 27001”.

Whoever answers from a manual of somebody, or trains on it, has it and not the rights in it. A firm is told by its legal
form, a norm by its number, a body by a name that is spelt like none of the words around it; firms that write for
everybody who builds are known here by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from compliance.model.words.places import known_place
from compliance.model.words.spelling import key as spelt
from compliance.patterns import regex
from compliance.resolve.words.prose.sentences import affirmed

_CAPITAL = r"[A-ZÀ-Ž][a-zà-ÿ’'&-]+"
_APART = r"(?:[A-Z]{2,}[\w&-]*|[A-Z][a-z]+[A-Z]\w*)"
_FORM = (
    r"(?:AG|GmbH|SE|KG|KGaA|Ltd\.?|Limited|Inc\.?|Corp\.?|LLC|LLP|plc|S\.?A\.?|SAS|SARL|S\.?r\.?l\.?|S\.?p\.?A\.?"
    r"|B\.?V\.?|N\.?V\.?|A/S|AB|Oy|AS|Pty|K\.?K\.?|e\.V\.)"
)
_PAPER = (
    r"(?i:(?:api |user |service |product |owner['’]?s? |assembly |repair |technical |style |developer )?"
    r"(?:docs|documentation|manuals?|handbooks?|guides?|guidelines|data ?sheets?|sheets|reports?|white ?papers?|slides"
    r"|decks|notes|references?|lectures?(?: notes)?|articles|entries|catalogues?|catalogs?|brochures?|contracts?|terms"
    r"|polic(?:y|ies)|norms?|standards?|tutorials|courses?|wiki|knowledge base|confluence|intranet|commentar(?:y|ies)"
    r"|newsletters?|release notes|drawings|specs|specifications?))"
)
_HOUSES = (
    r"Stripe|AWS|Azure|Kubernetes|React|Angular|Django|Python|Java|Oracle|SAP|Siemens|Bosch|Philips|ABB"
    r"|Schneider Electric"
    r"|Cisco|Juniper|VMware|Microsoft|Google|Apple|Meta|Amazon|Salesforce|ServiceNow|Workday|Atlassian|Shopify|Twilio"
    r"|PayPal|Adobe|Autodesk|Dassault|MathWorks|MATLAB|Unity|Unreal|Nvidia|NVIDIA|Intel|AMD|Arm|Qualcomm|Festo|Fanuc"
    r"|KUKA|Caterpillar|John Deere|Toyota|Volkswagen|BMW|Mercedes|Tesla|Boeing|Airbus|Roche|Novartis|Pfizer|Merck|Bayer"
    r"|Gartner|Forrester|McKinsey|Deloitte|KPMG|PwC|Bloomberg|Reuters|Duden|Brockhaus|Britannica|Larousse|Oxford|Cambridge"
    r"|VDE|VDI|DIN|ISO|IEC|ASTM|ANSI|IEEE|ASME|NFPA|Springer|Elsevier|Wiley|Pearson|Lego|LEGO|IKEA|Vaillant|Viessmann|Miele|Datadog|Snowflake|Databricks|MongoDB"
    r"|Elastic|Docker|Red Hat|Ubuntu|Debian|PostgreSQL|MySQL|WordPress|Drupal|OWASP|MITRE|CIS|PMI|ITIL|TOGAF"
)
_OF_A_FIRM = regex(rf"(?<![\w-])((?:(?:{_CAPITAL}|{_APART}) (?:& |und |and )?){{1,4}}{_FORM})(?![\w-])")
_NORM = regex(
    r"(?<![\w-])((?:(?:ISO|IEC|DIN|EN|VDE|VDI|ASTM|ANSI|IEEE|SIA|BS|NF|ÖNORM|SN|SAE|ASME|API|NFPA|UL|JIS|GB/T|PCI)"
    r"[ /-]?)+(?:DSS|\d[\d.-]*))(?![\w-])"
)
_BY_NAME = regex(rf"(?<![\w-])({_HOUSES})(?:['’]s?)? (?:[\w-]+ ){{0,2}}?{_PAPER}(?![\w-])")
_BEHIND = regex(
    rf"(?<![\w-]){_PAPER} (?:of|by|from) (?:the )?((?:{_APART}|{_HOUSES})(?: (?:{_CAPITAL}|{_APART}|\w*\d\w*)){{0,3}})"
)
_NAMED = (_OF_A_FIRM, _NORM, _BY_NAME, _BEHIND)
_OF_TRADE = regex(
    rf"(?<![\w-]){_PAPER} (?:of|by|from) (?i:(?:our |the |all |some )?(?:suppliers?|vendors?|clients?|customers?"
    r"|manufacturers?|makers?|partners?|publishers?|insurers?|competitors?))(?![\w-])"
)
_NO_HOUSE = frozenset(
    "FAQ FAQS IT HR QA R&D EU US UK USA CEO CTO AI API PDF SOP II III IV".split()  # noqa: SIM905
)
"""Words in capitals that are nobody's name."""
_SUBJECT = regex(
    r"(?<!\w)(?:about|on|for|audit\w*|certif\w*|conform\w*|compl(?:y|iance)|checklist|questions|tickets|migration|our|own|my"
    r"|unsere?\w*|interne?\w*)(?!\w)",
    re.IGNORECASE,
)
"""Beside these, one's own paper speaks of somebody's."""


def papers_of_houses(name: str, ours: Iterable[str]) -> Iterator[str]:
    """Firms, bodies and norms whose paper the name of a thing says that it is.

    >>> list(papers_of_houses("Handbook of Keller AG", ["Meadow Lab"])), list(papers_of_houses("ISO 27001", []))
    (['Keller AG'], ['ISO 27001'])
    >>> list(papers_of_houses("Stripe API docs", [])), list(papers_of_houses("Our notes on ISO 27001", []))
    (['Stripe'], [])
    """
    own = [spelt(one) for one in ours]
    for clause in affirmed(name):
        if traded := _OF_TRADE.search(clause):
            yield traded.group(0)
        if not _SUBJECT.search(clause):
            found = (one for pattern in _NAMED for one in pattern.finditer(clause))
            yield from (said for one in found if _is_a_house(said := one.group(1).strip(), own))


def _is_a_house(said: str, own: Iterable[str]) -> bool:
    """Whether a name is that of a firm or a body, and not one's own, that of a place or a plain word in capitals."""
    word = spelt(said)
    ours = any(word in one or one in word for one in own)
    return said not in _NO_HOUSE and not known_place(said) and not ours
