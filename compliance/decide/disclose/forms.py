"""The forms that can be drafted."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from compliance.decide.disclose.california import california
from compliance.decide.disclose.display import attribution, notice
from compliance.decide.disclose.europe import europe
from compliance.decide.disclose.material import Material, material
from compliance.decide.disclose.papers import fact_sheet, model_card, questionnaire
from compliance.model.answered.disclosure import Draft, FormName
from compliance.model.answered.report import Report
from compliance.model.declared.lineage import Lineage
from compliance.model.known.knowledge import Knowledge

FORMS: Mapping[FormName, Callable[[Material, Report], Draft]] = {
    "ab-2013": lambda given, _: california(given),
    "eu-summary": lambda given, _: europe(given),
    "model-card": model_card,
    "notice": notice,
    "attribution": attribution,
    "questionnaire": questionnaire,
    "fact-sheet": fact_sheet,
}


def draft(form: FormName, lineage: Lineage, report: Report, knowledge: Knowledge, release: str) -> Draft:
    """Draft a form for one release, given by its key."""
    chosen = next(one for one in lineage.releases if one.key == release)
    return FORMS[form](material(lineage, knowledge, chosen), report)
