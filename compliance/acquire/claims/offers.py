"""What a page says of access, of fees, and of platforms of which nothing or something was taken."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.patterns import regex

FEE, GATED, CONTENT = "fee", "gated access", "content of "
_PLATFORM = regex(
    r"(?<!\w)(?P<name>Instagram|Facebook|Reddit|YouTube|Twitter|TikTok|Tumblr|Pinterest|Flickr|LinkedIn|Telegram|Discord|"
    r"Stack ?(?:Overflow|Exchange)|Quora|Weibo|Zhihu|Bilibili|VK|Spotify|Common ?Crawl|LibGen|Books3)(?!\w)"
)
_NOTHING = regex(
    r"(?i)\b(?:no(?:thing|ne)?|not|never|without|neither|nor|kein\w*|nicht|aucune?|rien|ning[uú]n\w*|sin)\b|"
    r"(?:ません|ない)|(?:没有|未)"
)
_TAKEN = regex(
    r"(?i)\b(?:from|of|off|via|posts?|pictures?|videos?|comments?|accounts?|threads?|dump|aus|von|de|des)\b|から|来自"
)
_FREE = regex(
    r"(?i)\bfree of charge\b|\bat no (?:cost|charge)\b|\bkostenlos\b|\bkostenfrei\b|\bgratuit\w*|\bgratis\b|無料|免费"
)
_PAID = regex(
    r"(?i)\bkostenpflichtig\b|\bgebührenpflichtig\b|\bpayante?s?\b|\bde pago\b|\b(?:requires?|against|"
    r"for) (?:a |an? annual )?fee\b|"
    r"\bpaid (?:licen[cs]e|access|subscription)\b|有料|收费"
)
_OPEN = regex(
    r"(?i)\b(?:not gated|ungated|no (?:registration|sign-?up|application) (?:is )?(?:needed|required))\b|登録不要"
)
_CLOSED = regex(
    r"(?i)\baccess (?:must|has to|can) be (?:requested|applied)|\b(?:is|are) gated\b|\brequest access\b|"
    r"\bZugang muss beantragt|\baccès sur demande|\bacceso (?:previa|bajo) solicitud|申請が必要|需要申请"
)


def offers_said(words: str) -> Iterator[tuple[str, bool]]:
    """What a sentence says of fees, of access and of platforms.

    >>> list(offers_said("We took nothing from Reddit.")), list(offers_said("Der Abruf ist kostenpflichtig."))
    ([('content of reddit', False)], [('fee', True)])
    """
    for about, pattern, holds in (
        (FEE, _PAID, True), (FEE, _FREE, False), (GATED, _OPEN, False), (GATED, _CLOSED, True),
    ):  # fmt: skip
        if pattern.search(words):
            yield about, holds
    for one in _PLATFORM.finditer(words):
        denied = _NOTHING.search(words) is not None
        if denied or _TAKEN.search(words):
            yield CONTENT + one["name"].lower().replace(" ", ""), not denied
