"""What the names of channels tell of how a release reaches others, and for what price."""

from __future__ import annotations

import re
from collections.abc import Iterable

from compliance.patterns import regex
from compliance.resolve.words.prose.sentences import affirmed

_PUBLIC = (
    "appstore", "civitai", "dockerhub", "github", "gitlab", "huggingface", "kaggle", "marketplace", "modelscope",
    "ollama", "playstore", "pypi", "website", "zenodo",
)  # fmt: skip
"""Places where things are handed out, as they stand in the names of channels."""
_WEIGHTS = (
    "civitai",
    "dockerhub",
    "dockerimage",
    "gguf",
    "huggingface",
    "modelscope",
    "ollama",
    "weights",
    "zenodo",
)
"""Places and forms in which weights are handed out."""
_RUN_THERE = ("demo", "endpoint", "inference", "spaces", "hosted", "cloud")
"""Words that tell that what stands at such a place is run there."""
_OTHERS = regex(
    r"(?<![a-z])(?:customers?['’]?|clients|(?:pilots?|trials?|rollouts?|deployed|installed) (?:at|with|by) "
    r"(?-i:[A-Z])[\w.-]*|our partner|(?-i:[Pp]artner [A-Z][\w.-]*)"
    r"|sister compan(?:y|ies)"
    r"|(?:open|available|accessible) to (?:all|everybody|everyone|anyone|the public|visitors|citizens|patients"
    r"|residents)|kiosks?"
    r"|client['’]s|client sites?|partners|resellers?|licensees|distributors|subscribers"
    r"|firmware|usb sticks?|kund(?:en?|innen)\w*|partner(?:n|firmen|unternehmen)|händlern?|clientèle|clientes|clienti"
    r"|klanten|partenaires|franchisees|(?:beta|pilot|external) (?:users|testers)|espace clients?|mandant(?:en|innen)\w*"
    r"|(?:partner|other|friendly|neighbou?ring|allied|member) (?:[\w-]+ )?(?:hospitals|clinics|practices|companies"
    r"|firms"
    r"|schools|labs|institutes|universities|municipalities|agencies|organi[sz]ations|associations|societies|chambers"
    r"|libraries|museums|banks)|befreundete\w* \w+|anderen? (?:firmen|kliniken|häuser\w*|schulen|behörden|unternehmen)"
    r"|(?:autres|d['’]autres|otr[oa]s|altr[ie]) (?!a[nñ]os|ann[ée]es|jours|d[ií]as|fois|veces|cosas|choses|temas"
    r"|sujets|serv|ordinat|[ée]quip|machin|postes|parti)\w+|confrères|chez (?:les|des) \w+)(?![a-z])(?! (?:support"
    r"|service|care|success|team|data|relations|desk|records|tickets)\b)"
    r"|客户|客戶|顧客|고객",
    re.IGNORECASE,
)
"""Words for whoever is outside the house, and for what is handed to them."""
_OPEN = regex(
    r"(?<![a-z-])(?:publicly|public(?= (?:apis?|demos?|web|pages?|sites?|access|downloads?|betas?"
    r"|releases?|urls?|repos?\w*|endpoints?|apps?|bots?|launch|server)(?![a-z])|$)"
    r"|(?:open )?internet$|(?:on|over) the (?:open )?web$|home ?page|web ?page"
    r"|(?:web|online) ?(?:shop|store)|(?:ios|iphone|android|mobile|play ?store|steam) apps?|google play|f-?droid"
    r"|(?:chrome|firefox|edge|microsoft|gpt|snap|galaxy|extension|plug-?in) (?:web )?(?:store|gallery)"
    r"|(?:telegram|whatsapp|discord|messenger|wechat) (?:bots?|channels?|servers?|groups?)|telegram|whatsapp"
    r"|discord|app directory|alexa skills?|npm|crates\.io|conda-forge|maven central|steam$"
    r"|öffentlich\w*|publique?s?|públic[oa]s?|pubblic[oa])(?![a-z-])|^(?:on |at )?(?:our|the) (?:own )?site$",
    re.IGNORECASE,
)
"""Words for places at which anybody gets at things."""
_OF_THE_HOUSE = regex(
    r"(?<![a-z])(?:internal\w*|intern[eao]?s?|intranet|in-?house|staff|employees?|colleagues|vpn|company|corporate"
    r"|our own|not|no|non-?public|mitarbeit\w*)(?![a-z])",
    re.IGNORECASE,
)
"""Words by which such a place is one within the house."""
_SOLD = regex(
    r"(?<![a-z])(?:sold|sales?|selling|resold|paid|pay-?wall\w*|pay-?per-\w+"
    r"|priced?|prices|subscriptions?|subscribers|invoiced?"
    r"|billed|licen[cs]e fees?|fees|shop|web ?shop|online ?store|ads|advertis\w+"
    r"|(?:aws|azure|google(?: cloud)?|gcp|snowflake|databricks|microsoft) marketplace|premium|pro plan|banners?"
    r"|spin-?(?:off|out) (?:product|company)|commercial (?:licen[cs](?:es?|ing)|use (?:is )?available)"
    r"|contract research"
    r"|(?:customers?['’]?|clients['’]?) (?:sites?|intranets?|servers?|machines|installations?|projects?)"
    r"|openrouter|replicate(?:\.com)?$|sponsored|licen[cs]e keys?|activation codes?|patreon|ko-?fi"
    r"|gumroad|itch\.io|buy ?me ?a ?coffee|kickstarter|freemium|in-app purchases?"
    r"|(?:per|a|each) (?:seat|month|call|user|minute|token|licen[cs]e)|(?:paid|enterprise|team|business) (?:plans?"
    r"|tiers?)"
    r"|kostenpflichtig\w*|verkauf\w*|gegen entgelt|abo(?:nnements?)?s?"
    r"|payante?s?|vendue?s?|en vente"
    r"|de pago|vendid[oa]s?|suscripción|a pagamento|betaald)(?![a-z])"
    r"|(?:eur|usd|chf|gbp|[€$£])\s*\d|\d\s*(?:(?:eur|usd|chf|gbp)(?![a-z])|[€$£])|付费|付費|销售|有料|販売|유료",
    re.IGNORECASE,
)
"""Words of prices and of trade."""


def leave_the_house(channels: Iterable[str]) -> bool:
    """Whether channels hand things out to others.

    >>> leave_the_house(["installed at customers"]), leave_the_house(["customer support team"])
    (True, False)
    """
    return any(_squeezed(one, _PUBLIC) or _says(_OTHERS, one) or _is_open(one) for one in channels)


def hand_out_weights(channels: Iterable[str]) -> bool:
    """Whether channels hand out the weights themselves.

    >>> hand_out_weights(["https://huggingface.co/org/tune"]), hand_out_weights(["https://huggingface.co/spaces/org/a"])
    (True, False)
    """
    return any(
        any(_squeezed(clause, _WEIGHTS) for clause in affirmed(_at_one_place(one)))
        and not _squeezed(one, _RUN_THERE)
        for one in channels
    )


def sell(channels: Iterable[str]) -> bool:
    """Whether channels tell of a price or of trade.

    >>> sell(["App Store, 4.99 EUR"]), sell(["App Store, not sold"])
    (True, False)
    """
    return any(_says(_SOLD, one) for one in channels)


def _is_open(channel: str) -> bool:
    return _says(_OPEN, channel) and not _OF_THE_HOUSE.search(channel)


def _says(pattern: re.Pattern[str], channel: str) -> bool:
    return any(pattern.search(clause) for clause in affirmed(channel))


def _at_one_place(channel: str) -> str:
    """A channel whose address is not cut at its colon."""
    return channel.replace("://", " ")


def _squeezed(channel: str, places: Iterable[str]) -> bool:
    named = re.sub(r"[\W_]+", "", channel.lower())
    return any(place in named for place in places)
