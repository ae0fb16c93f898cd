"""Places at which channels say that a release goes out, and that its markets leave out: “customers in Iran”, “Taobao”.

Who states the markets says where a thing is offered. A channel that names another place says that it is offered there
too, and is believed: what is law there, and where a provider does not sell, is asked as for a market that was stated.
Places are told by their countries and states, by a few cities and shops that lie in one, and by what is called after
them; those that a channel leaves out are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.model.declared.manifest import Manifest, Release
from compliance.model.words.places import known_place, within
from compliance.patterns import regex
from compliance.resolve.words.prose.sentences import affirmed

_SOLD_AT = (
    r"(?:app ?(?:stores?|galler(?:y|ies))|(?:web ?)?(?:stores?|shops?)|market(?:s|place)?|customers|users|clients"
    r"|schools|hospitals|branch(?:es)?|offices?|subsidiar(?:y|ies)|mini[- ]?programs?|retailers|dealers|resellers"
    r"|partners|ministr(?:y|ies)|police|army|sites?|pilot|rollout)"
)
"""Where things are sold, and those who use them."""
_PLACED = regex(
    r"(?<!\w)(?:in|at|for|to|across|throughout|through|within|all over|into|nach|dans|en|au) (?:the |all of )?"
    r"(?P<place>[A-Z][a-zà-ÿ]+(?: (?:of |and )?[A-Z][a-zà-ÿ]+){0,2})"
    rf"|^(?P<head>[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+){{0,2}}?)(?=(?:['’]s)? {_SOLD_AT}(?!\w))"
)
"""A name behind a word of place, or before where things are sold and used."""
_LANDS = {
    "chinese": "CN", "iranian": "IR", "russian": "RU", "belarusian": "BY", "syrian": "SY", "cuban": "CU",
    "north korean": "KP", "south korean": "KR", "korean": "KR", "japanese": "JP", "indian": "IN", "brazilian": "BR",
    "german": "DE", "french": "FR", "italian": "IT", "spanish": "ES", "dutch": "NL", "austrian": "AT", "polish": "PL",
    "british": "GB", "american": "US", "canadian": "CA", "australian": "AU", "turkish": "TR", "saudi": "SA",
    "venezuelan": "VE",
}  # fmt: skip
_LIE_IN = {
    "shanghai": "CN", "beijing": "CN", "shenzhen": "CN", "guangzhou": "CN", "hangzhou": "CN", "chengdu": "CN",
    "tehran": "IR", "moscow": "RU", "saint petersburg": "RU", "minsk": "BY", "damascus": "SY", "havana": "CU",
    "pyongyang": "KP", "seoul": "KR", "tokyo": "JP", "berlin": "DE", "munich": "DE", "paris": "FR", "london": "GB",
    "crimea": "UA", "caracas": "VE",
    "taobao": "CN", "tmall": "CN", "jd.com": "CN", "wechat": "CN", "weixin": "CN", "alipay": "CN", "baidu": "CN",
    "douyin": "CN", "xiaohongshu": "CN", "oppo app market": "CN", "tencent appstore": "CN", "yandex market": "RU",
    "rustore": "RU", "vkontakte": "RU", "cafe bazaar": "IR", "myket": "IR", "naver": "KR", "flipkart": "IN",
    "amazon.de": "DE", "amazon.fr": "FR", "amazon.it": "IT", "amazon.es": "ES", "amazon.nl": "NL", "amazon.co.jp": "JP",
    "amazon.in": "IN", "amazon.cn": "CN", "amazon.com.br": "BR", "amazon.co.uk": "GB", "amazon.com": "US",
}  # fmt: skip
"""Words, cities and shops by the country in which what they tell of is offered."""
_CALLED = regex(rf"(?<![\w-])({'|'.join(_LANDS)}) (?:[\w-]+ )?{_SOLD_AT}(?!\w)", re.IGNORECASE)
_LIES_IN = regex(rf"(?<![\w.-])({'|'.join(re.escape(one) for one in _LIE_IN)})(?![\w-]|\.\w)", re.IGNORECASE)
_LEFT_OUT = regex(
    r"(?<!\w)(?:except|excluding|outside|but not|other than|save|ohne|außer|sauf|salvo)(?!\w).*",
    re.IGNORECASE,
)
"""What a channel says to be left out."""


def places_told(channel: str) -> Iterator[tuple[str, str]]:
    """Places in which a channel says that something is offered, each with the words that say so.

    >>> list(places_told("customers in Iran")), list(places_told("our shop, not in China"))
    ([('IR', 'Iran')], [])
    >>> list(places_told("Chinese app stores")), list(places_told("amazon.de")), list(places_told("Chinese poems"))
    ([('CN', 'Chinese app stores')], [('DE', 'amazon.de')], [])
    """
    for clause in affirmed(_LEFT_OUT.sub(" ", channel)):
        for found in _PLACED.finditer(clause):
            name = found.group("place") or found.group("head")
            if code := known_place(name):
                yield code, name
        yield from ((_LANDS[one.group(1).lower()], one.group(0)) for one in _CALLED.finditer(clause))
        for one in _LIES_IN.finditer(clause):
            word = one.group(1).lower()
            yield _LIE_IN[word], one.group(0)


def with_markets_told(manifest: Manifest) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest in which places of channels are markets as well, where any are stated; and a warning for each."""
    told: list[str] = []
    releases = tuple(_release(one, told) for one in manifest.releases)
    return (manifest.model_copy(update={"releases": releases}) if told else manifest), tuple(told)


def _release(release: Release, told: list[str]) -> Release:
    found = dict(place for channel in release.channels or () for place in places_told(channel))
    further = {code: words for code, words in found.items() if not within((code,), release.markets)}
    if not release.markets or not further:
        return release
    told.extend(
        f"release {release.key}: its channels tell of {words!r}, which its markets leave out; it is looked at as "
        f"offered there ({code}) too"
        for code, words in further.items()
    )
    return release.model_copy(update={"markets": (*release.markets, *further)})
