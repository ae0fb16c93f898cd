"""Which columns of data files say what wrote, judged or filtered a row, where it comes from, its licence."""

from __future__ import annotations

import re
from collections.abc import Mapping

from compliance.model.declared.sighting import MentionRelation

COLUMNS: Mapping[str, MentionRelation] = {
    "model": "generated-by",
    "model_name": "generated-by",
    "model_id": "generated-by",
    "teacher": "generated-by",
    "teacher_model": "generated-by",
    "generator": "generated-by",
    "generator_model": "generated-by",
    "generation_model": "generated-by",
    "chosen_model": "generated-by",
    "rejected_model": "generated-by",
    "response_model": "generated-by",
    "completion_model": "generated-by",
    "generated_by": "generated-by",
    "written_by": "generated-by",
    "writer": "generated-by",
    "llm": "generated-by",
    "annotator": "generated-by",
    "annotation_model": "generated-by",
    "judge": "judged-by",
    "judge_model": "judged-by",
    "grader": "judged-by",
    "reward_model": "judged-by",
    "verifier": "judged-by",
    "filter_model": "filtered-by",
    "classifier": "filtered-by",
    "source": "data",
    "source_dataset": "data",
    "dataset": "data",
    "dataset_name": "data",
    "original_dataset": "data",
    "origin": "data",
    "license": "none",
    "licence": "none",
}
LICENCES = frozenset({"license", "licence"})
PEOPLE = frozenset(
    {
        "human",
        "humans",
        "person",
        "people",
        "user",
        "users",
        "volunteer",
        "volunteers",
        "crowd",
        "expert",
        "experts",
        "operator",
        "annotator",
        "annotators",
        "editor",
        "author",
        "staff",
        "team",
        "student",
        "clerk",
        "original",
    }
)
_VOICES = (
    (re.compile(r"[a-z]{2,3}-[A-Z]{2}-(?:[A-Z]\w+)?(?:Multilingual)?Neural"), "Azure Speech"),
    (re.compile(r"[a-z]{2,3}-[A-Z]{2}-(?:Standard|Wavenet|WaveNet|Neural2|Studio|Journey|News|Polyglot|Chirp\w*)-\w+"),
     "Google Cloud Text-to-Speech"),
)  # fmt: skip
"""How services call their voices."""
NOTHING = frozenset({"", "unknown", "none", "null", "n/a", "na", "other", "-", "true", "false"})
NOT_NAMES = PEOPLE | NOTHING
"""Values that name no model."""


def spoken_by(voice: str) -> str | None:
    """The service of which a text is a voice.

    >>> spoken_by("en-US-AvaNeural"), spoken_by("de-DE-Wavenet-C"), spoken_by("anna")
    ('Azure Speech', 'Google Cloud Text-to-Speech', None)
    """
    return next((service for form, service in _VOICES if form.fullmatch(voice)), None)
