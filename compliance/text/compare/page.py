"""Tell what a page adds around its text: titles, links, teasers, rows of links."""

from __future__ import annotations

import re

from compliance.model.packs.clause_text import TextClause

__all__ = ["binds", "invites", "is_of_the_page", "is_title", "only_points"]

_POINTER = re.compile(
    r"\b(?:(?:see|visit|check|read|refer to) (?:our|this|the|these|here)|learn more|read more|more information|"
    r"help cent(?:er|re)|(?:questions|contact us)\b.{0,60}@|unexpected error|try reloading|enable javascript|"
    r"(?:accept|manage) (?:all )?cookies|cookie (?:settings|preferences)|skip to (?:main )?content|sign (?:in|up)|"
    r"log in|page not found|something went wrong|previous versions?|download (?:the )?pdf|print this page|"
    r"save this page|table of contents|back to top|last (?:updated|modified|revised))\b",
    re.IGNORECASE,
)
_INVITES = re.compile(
    r"^\W*(?:find (?:out|details|more)|learn (?:how|about|more)|read (?:about|more)|get (?:help|answers|started)|"
    r"discover|explore|browse|click (?:through|here|on|below)|stay organi[sz]ed|subscribe to our|share this|"
    r"welcome to (?:the|our)|please find below|here you(?:'ll| will| can) find|"
    r"(?:for \w+: )?do not sell (?:or share )?my)\b|"
    r".{0,300}?[·|•][^·|•]{1,60}[·|•][^·|•]{1,60}[·|•]",
    re.IGNORECASE,
)
_BANNER = re.compile(
    r"\bthis (?:web)?site uses cookies|\bwe use cookies\W*\Z|\bwe (?:value|care about) your (?:privacy|data)\b|"
    r"\b(?:we|we,)(?: our \w+)? and our (?:\d[\d,.]* )?(?:trusted )?(?:partners|vendors)\b.{0,80}"
    r"\b(?:stor|access|process)|"
    r"\bby (?:clicking|selecting|tapping|choosing) \W?(?:i )?(?:accept|agree|allow|ok)\b.{0,160}\bcookies|"
    r"\bcookies\b.{0,80}\b(?:browsing|user|better|best) experience|"
    r"\bbrowser (?:is (?:not|no longer)|isn't|does not|doesn't) support|\bupdate to the latest version of|"
    r"\b(?:we're|we are) hiring\b|\bare you in the right place\b|\bvisit(?:ing)? (?:our|your) local site\b",
    re.IGNORECASE | re.DOTALL,
)
_ASIDE = re.compile(r"\s(?:that|which|who|if|when|where|how|what|why|whether)\s.*", re.IGNORECASE | re.DOTALL)
_NORM = re.compile(
    r"\b(?:must|shall|may not|cannot|can't|don't|agrees?|prohibited|required|liable)\b", re.IGNORECASE
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|will|shall|may|must|can|could|should|would|have|has|had|do|does|did|agree|agrees|"
    r"you|we|not|cannot)\b",
    re.IGNORECASE,
)


def only_points(own: str) -> bool:
    """Tell whether some words send to another place and carry no norm.

    >>> only_points("See our help centre."), only_points("You must see our help centre.")
    (True, False)
    """
    return _POINTER.search(own) is not None and not binds(own)


def binds(own: str) -> bool:
    """Tell whether some words bind somebody."""
    return _NORM.search(own) is not None


def invites(own: str) -> bool:
    """Tell whether a line only invites to another page, asks for consent to cookies, or is a row of links.

    >>> invites("Learn how we keep it green."), invites("English · français · suomi · italiano")
    (True, True)
    """
    return _INVITES.match(own) is not None or _BANNER.search(own) is not None


def is_of_the_page(clause: TextClause) -> bool:
    """Tell whether a clause is a title, a link or a teaser; what continues other words is none for its look alone."""
    own = clause.own
    if invites(own):
        return True
    whole = clause.lead_ins or own.endswith((".", ";", ":", "!", "?"))
    return is_title(own if whole else _ASIDE.sub("", own))


def is_title(own: str) -> bool:
    """Tell whether a clause is a title, a link or a teaser of the page rather than something that a text says.

    >>> is_title("Restricting, suspending or ending our relationship"), is_title("You may end it.")
    (True, False)
    """
    if own.endswith("..."):
        return True
    return not own.rstrip("\"')").endswith((".", ";", ":", ",", "!", "?")) and _FINITE.search(own) is None
