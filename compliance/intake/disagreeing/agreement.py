"""Claims of any two files on one property that cannot both be true."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compliance.acquire.claims.amounts import COUNT_OF, HOURS, NUMBER_OF, OF_ONE_WORK, ROWS
from compliance.acquire.claims.making import CALIBRATED, FROZEN
from compliance.acquire.claims.offers import CONTENT, FEE, GATED
from compliance.acquire.claims.packages import PACKAGE
from compliance.acquire.claims.rows import LANGUAGE
from compliance.acquire.claims.stances import (
    COMMERCIAL,
    CONSENT,
    MACHINE,
    PERSONAL,
    REVIEWED,
    SCRAPED,
    TESTED,
)
from compliance.acquire.claims.versions import DAY
from compliance.acquire.found import Found
from compliance.acquire.page.opening import lies_with_rows
from compliance.intake.disagreeing.statements import (
    Contradiction,
    Kind,
    at_odds,
    other_amount,
    said_by,
    told_differently,
)
from compliance.model.declared.sighting import Claim

_KINDS: dict[str, Kind] = {
    CONSENT: "privacy", PERSONAL: "privacy", COMMERCIAL: "licence", MACHINE: "lineage", TESTED: "evaluation",
    FEE: "licence", GATED: "licence", REVIEWED: "lineage", SCRAPED: "lineage", CALIBRATED: "lineage",
}  # fmt: skip
_COUNTED = OF_ONE_WORK | {ROWS, HOURS}
MOST_TOLD = 2
"""A page that tells more amounts of one property speaks of several works."""
MOST_FOLDERS = 2
"""What lies deeper speaks of parts, examples or others."""
_PINNED = "requirements.txt"
_PAGE = (".md", ".markdown", ".rst")
_LANGUAGE = re.compile(
    r"(?i)[-_.](?:[a-z]{2}(?:[-_](?:[a-z]{2}|hans|hant))?|english|deutsch|chinese|japanese|français)$"
)
_OF_A_PART = re.compile(r"(?i)\b(?:train(?:ing)?|test|valid(?:ation)?|dev|eval\w*|held-?out|subset|sample)\b")
"""Words of a number of rows that is that of a part."""
_SHEET = re.compile(r"(?i)(?:^|/)data[-_ ]?(?:sheet|card|set[-_]card|statement)s?\.\w+$")
"""How the page is called that tells of rows, wherever it lies."""
_READ_ME = re.compile(r"(?i)(?:readme|liesmich|lies_mich|lisezmoi|l[eé]eme|leia-?me|leggimi|はじめに)$")
"""The page that a folder opens with, in several languages."""


def disagreements(found: Found) -> Iterator[Contradiction]:
    """What one file claims of a property, and another one claims otherwise."""
    groups: dict[tuple[str, str], list[Claim]] = {}
    for one in dict.fromkeys(found.claims):
        if one.about != LANGUAGE:
            groups.setdefault((one.about, one.of), []).append(one)
    packages: dict[Claim, None] = {}
    for (about, _), claims in groups.items():
        said = _against(about, _settled(about, claims))
        if said and about.startswith(PACKAGE):
            packages.update(dict.fromkeys(said))
        elif said:
            yield told_differently(_kind(about), about, said)
    if packages:
        yield told_differently("version", "versions of packages", packages)
    yield from _languages(found.claims)


def _kind(about: str) -> Kind:
    """What kind of contradiction it is where a property is told differently: of most it is how much."""
    if about.startswith((CONTENT, FROZEN)):
        return "lineage"
    return "date" if about.startswith(DAY) else _KINDS.get(about, "size")


def _settled(about: str, claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims that can be of the work: not of a page that tells many amounts, nor of settings of several runs."""
    if about not in OF_ONE_WORK:
        return claims
    files: dict[str, set[float]] = {}
    for one in claims:
        files.setdefault(one.place.file, set()).add(one.low)
    claims = [one for one in claims if len(files[one.place.file]) <= MOST_TOLD]
    set_up = [one for one in claims if not one.place.file.endswith(_PAGE)]
    several = len({(one.low, one.high) for one in set_up if one.place.file != "config.json"}) > 1
    return [one for one in claims if one.place.file.endswith(_PAGE)] if several else claims


def _against(about: str, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of files of which none bears out any of another's."""
    by_file: dict[str, list[Claim]] = {}
    for one in claims:
        by_file.setdefault(one.place.file, []).append(one)

    def apart(first: list[Claim], second: list[Claim]) -> bool:
        if not _comparable(about, first[0], second[0]):
            return False
        of_rows = _counts_its_rows(first[0], second[0]) or _of_the_rows(first[0], second[0])
        if of_rows and any(map(_tells_parts, (first, second))):
            return False
        return all(other_amount(one, other) for one in first for other in second)

    return at_odds(by_file.values(), apart)


def _tells_parts(claims: Sequence[Claim]) -> bool:
    """Whether a file tells several amounts of a property, or that of a split."""
    return len({one.low for one in claims}) > 1 or _OF_A_PART.search(claims[0].words) is not None


def _comparable(about: str, one: Claim, other: Claim) -> bool:
    """Whether two files speak of the same thing where they tell the property.

    Two language versions of a page do in everything. Of amounts that are one for the whole work all files at the root
    do, and settings that a run wrote; of rows and hours a page, and what the run of that stage counted.
    """
    if about.startswith(PACKAGE):
        return _shown_and_pinned(one.place.file, other.place.file)
    if _counts_its_rows(one, other):
        return True
    if about.startswith(COUNT_OF):
        return are_versions(one.place.file, other.place.file) or _of_the_rows(one, other)
    if about.startswith(NUMBER_OF):
        return _both_open(one, other) or _of_the_rows(one, other)
    if about == ROWS and _of_the_rows(one, other):
        return True
    if about not in _COUNTED:
        return all(each.place.file.count("/") <= MOST_FOLDERS for each in (one, other))
    if are_versions(one.place.file, other.place.file):
        return True
    pages = [each.place.file.endswith(_PAGE) for each in (one, other)]
    if about in OF_ONE_WORK:
        at_root = all("/" not in each.place.file for each in (one, other) if each.place.file.endswith(_PAGE))
        return at_root and any(pages)
    if about == ROWS and one.of and all(pages):
        return _both_open(one, other)
    return about == ROWS and bool(one.of) and pages[0] != pages[1] and _near(one.place.file, other.place.file)


def _both_open(one: Claim, other: Claim) -> bool:
    """Whether both are pages right in the folder, of which one opens it: then both speak of the whole."""
    files = (one.place.file, other.place.file)
    opens = _opens(one) or _opens(other)
    return opens and all("/" not in each and each.endswith(_PAGE) for each in files)


def _counts_its_rows(one: Claim, other: Claim) -> bool:
    """Whether a page that lies with rows tells what a file beside it has counted."""
    folders = {each.place.file.rpartition("/")[0] for each in (one, other)}
    page, counted = sorted((one, other), key=lambda each: not each.place.file.endswith(_PAGE))
    if counted.source != "config" or not page.place.file.endswith(_PAGE):
        return False
    beside = len(folders) == 1 and lies_with_rows(page.place.file)
    return beside or (_opens(page) and lies_with_rows(counted.place.file) and counted.about == ROWS)


def _of_the_rows(one: Claim, other: Claim) -> bool:
    """Whether a page that opens the folder and the card that lies with its rows tell of the same things."""
    cards = [each for each in (one, other) if _is_sheet(each.place.file)]
    opens = [each for each in (one, other) if _opens(each)]
    return len(cards) == len(opens) == 1 and cards != opens


def _opens(one: Claim) -> bool:
    """Whether a page opens the folder."""
    file = one.place.file
    bare = _LANGUAGE.sub("", file.rpartition(".")[0])
    return "/" not in file and file.endswith(_PAGE) and _READ_ME.search(bare) is not None


def _is_sheet(file: str) -> bool:
    """Whether a page is the card of rows: by where it lies, or by what it is called."""
    return file.endswith(_PAGE) and (lies_with_rows(file) or _SHEET.search(file) is not None)


def _shown_and_pinned(one: str, other: str) -> bool:
    """Whether the one is a notebook and the other the folder's own list of packages."""
    return {one, other} >= {_PINNED} and any(each.endswith(".ipynb") for each in (one, other))


def _near(one: str, other: str) -> bool:
    """Whether a page lies where a file lies of which it may speak: beside it or above it."""
    return any("/" not in each for each in (one, other)) or one.rpartition("/")[0] == other.rpartition("/")[0]


def are_versions(one: str, other: str) -> bool:
    """Whether two pages are one page in two languages.

    >>> are_versions("README.md", "README_zh.md"), are_versions("README.md", "CHANGELOG.md")
    (True, False)
    >>> are_versions("docs/card.en.md", "docs/card.de.md")
    True
    """
    bare = [_READ_ME.sub("README", _LANGUAGE.sub("", each.rpartition(".")[0])) for each in (one, other)]
    return one != other and bare[0] == bare[1] and all(each.endswith(_PAGE) for each in (one, other))


def _languages(claims: Sequence[Claim]) -> Iterator[Contradiction]:
    """Rows in a language that the card of the set does not list."""
    listed = [one for one in claims if one.about == LANGUAGE and one.source == "document"]
    pages = {one.place.file.rpartition("/")[0] for one in listed}
    spoken = {one.of.lower() for one in listed}
    others = [
        one
        for one in claims
        if one.about == LANGUAGE and one.source == "data" and one.of.lower() not in spoken
    ]
    others = [one for one in others if any(one.place.file.startswith(page) for page in pages)]
    if listed and others and "multilingual" not in spoken:
        first = {one.of: one for one in reversed(others)}
        said = tuple(map(said_by, (*listed, *first.values())))
        yield Contradiction(
            "completeness", "list of languages", said, f"not listed: {', '.join(sorted(first))}"
        )
