"""Check a document against its shape and say every fault in plain words, where it stands in the file.

Pydantic decides what is wrong. Its core schema, walked along with the errors, tells what was expected at each
place, so that a message can name the nearest known key or word, and so that a value that fits none of several
forms is one fault and not one for each form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from compliance.errors import FaultCollector
from compliance.load.documents.yaml_reader import MAX_FAULTS, Document
from compliance.model.shapes.quick import Misfit, read

if TYPE_CHECKING:
    from pydantic import BaseModel

T = TypeVar("T", bound="BaseModel")


def validate(document: Document, shape: type[T], *, collector: FaultCollector) -> T | None:
    """Turn a document into a value of its shape.

    Args:
        document: The document as read.
        shape: The model it must fit.
        collector: Takes every fault found; if there are any, the answer is `None`.
    """
    try:
        return cast("T", read(shape, document.data))
    except Misfit:
        return _checked(document, shape, collector)


LARGE = 50_000
"""Values in a document of which not every fault is looked for: to tell one can take a thousand times its letters."""
MOST_TOLD = 20_000
"""Faults that are put into words before the first of them are shown."""


def _checked(document: Document, shape: type[T], collector: FaultCollector) -> T | None:
    """What pydantic makes of a document in which there may be a fault."""
    from pydantic import ValidationError

    try:
        if _is_large(document.data):
            from compliance.load.documents.first_faults import check_first

            check_first(shape, document.data)
        return shape.model_validate(document.data)
    except ValidationError as error:
        if error.error_count() > MOST_TOLD:
            what = f"{document.name} holds {error.error_count():,} faults"
            collector.report(document.marks.of(()), what, "give a file of the kind that is meant")
            return None
        # Most documents hold no fault, and need nobody to put it into words.
        from compliance.load.documents.forms import Forms
        from compliance.load.documents.troubles import Explanation
        from compliance.load.documents.wording import Wording

        schema = Forms(shape.__pydantic_core_schema__)
        troubles = Explanation(schema, document.data).of(error.errors(include_url=False), schema.root, ())
        collector.extend(Wording(schema, document).faults(troubles[:MAX_FAULTS]))
        if untold := troubles[MAX_FAULTS:]:
            place = document.marks.of(untold[0].path)
            collector.report(place, f"{len(untold)} more faults are not shown", "correct the others first")
        return None


def _is_large(data: object) -> bool:
    """Whether a document holds more values than every fault is looked for in; not all of them are counted."""
    waiting, seen = [data], 0
    while waiting:
        one = waiting.pop()
        inside = one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        seen += len(inside)
        if seen > LARGE:
            return True
        waiting += inside
    return False
