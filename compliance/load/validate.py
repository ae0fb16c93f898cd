"""Check a document against its shape and say every fault in plain words, where it stands in the file.

Pydantic decides what is wrong. Its core schema, walked along with the errors, tells what was expected at each
place, so that a message can name the nearest known key or word, and so that a value that fits none of several
forms is one fault and not one for each form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from compliance.errors import FaultCollector
from compliance.load.yaml_reader import MAX_FAULTS, Document
from compliance.model.quick import Misfit, read

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


def _checked(document: Document, shape: type[T], collector: FaultCollector) -> T | None:
    """What pydantic makes of a document in which there may be a fault."""
    from pydantic import ValidationError

    try:
        return shape.model_validate(document.data)
    except ValidationError as error:
        # Most documents hold no fault, and need nobody to put it into words.
        from compliance.load.forms import Forms
        from compliance.load.troubles import Explanation
        from compliance.load.wording import Wording

        schema = Forms(shape.__pydantic_core_schema__)
        troubles = Explanation(schema, document.data).of(error.errors(include_url=False), schema.root, ())
        collector.extend(Wording(schema, document).faults(troubles[:MAX_FAULTS]))
        if untold := troubles[MAX_FAULTS:]:
            place = document.marks.of(untold[0].path)
            collector.report(place, f"{len(untold)} more faults are not shown", "correct the others first")
        return None
