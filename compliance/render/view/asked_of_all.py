"""One question for gaps that differ only in what they are about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compliance.model.answered.disclosure import Gap
from compliance.render.view.words import listed

_OF_SEVERAL = (("does", "do"), ("Does", "Do"), ("is", "are"), ("was", "were"), ("has", "have"))


def asked_of_all(gaps: Sequence[Gap]) -> str:
    """The question of the first gap, put of the subjects of all, with its verb to suit.

    >>> one, two = (Gap("What does {} hold?".format(name), "", "", name) for name in ("rows", "pages"))
    >>> asked_of_all([one]), asked_of_all([one, two])
    ('What does rows hold?', 'What do rows and pages hold?')
    """
    first = gaps[0]
    subjects = list(dict.fromkeys(gap.subject for gap in gaps))
    if not first.subject:
        return first.question
    named = re.search(rf"(?<!\w){re.escape(first.subject)}(?!\w)", first.question)
    if named is None:
        return first.question
    before, after = first.question[: named.start()], first.question[named.end() :]
    for of_one, of_several in _OF_SEVERAL if len(subjects) > 1 else ():
        before = re.sub(rf"\b{of_one} $", f"{of_several} ", before)
    return f"{before}{listed(subjects)}{after}"
