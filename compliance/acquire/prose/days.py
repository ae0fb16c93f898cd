"""Days on which a page says that the work was put out."""

from __future__ import annotations

import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = (
    r"(?:(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01])|(?:19|20)\d\d年\d{1,2}月\d{1,2}日|"
    r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? (?:19|20)\d\d|"
    r"[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?, (?:19|20)\d\d)"
)
RELEASED_ON = re.compile(
    r"(?im)^(?:[^\w\n]|_)*+(?:(?:initial |first |model |public )?releas(?:e|ed)(?: date| day| on)?|date of release|"
    r"publish(?:ed)?(?: on| date)?|publication date|"
    r"公開日|リリース日|公開日時|发布日期|发布时间|发布日|출시일|공개일|"
    r"veröffentlicht(?: am)?|veröffentlichungsdatum|erscheinungsdatum|"
    r"date de (?:publication|sortie)|publié le|fecha de (?:publicación|lanzamiento)|data di (?:pubblicazione|rilascio)|"
    r"data de (?:publicação|lançamento)|дата (?:выпуска|публикации)|ngày (?:phát hành|công bố))"
    rf"[\W_]{{1,8}}(?P<day>{_DAY})(?![\w-])"
)
"""A label of the day on which the work was put out, and the day: `Released: 2025-03-18`."""
_ISO = re.compile(r"((?:19|20)\d\d)[-./年](\d{1,2})[-./月](\d{1,2})")
_NAMED = re.compile(
    r"(?:(?P<before>\d{1,2})(?:st|nd|rd|th)? )?(?P<month>[A-Z][a-z]{2})[a-z]*\.?,?"
    r"(?: (?P<after>\d{1,2})(?:st|nd|rd|th)?,)? "
    r"(?P<year>(?:19|20)\d\d)"
)


def day_of(words: str) -> tuple[int, int, int] | None:
    """Year, month and day of the first day in words; None where there is none.

    >>> day_of("2025-03-18"), day_of("Released: March 3rd, 2024"), day_of("2025年3月1日"), day_of("in May")
    ((2025, 3, 18), (2024, 3, 3), (2025, 3, 1), None)
    """
    if told := _ISO.search(words):
        return int(told[1]), int(told[2]), int(told[3])
    for one in _NAMED.finditer(words):
        day, month = one["before"] or one["after"], one["month"].lower()
        if day and month in _MONTHS:
            return int(one["year"]), _MONTHS.index(month) + 1, int(day)
    return None
