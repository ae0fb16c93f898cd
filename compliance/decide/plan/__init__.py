"""The cheapest sets of changes that settle what is open: candidates from findings, a solver, a proof by evaluation."""

from compliance.decide.plan.apply import written
from compliance.decide.plan.licences import survey
from compliance.decide.plan.search import search

__all__ = ["search", "survey", "written"]
