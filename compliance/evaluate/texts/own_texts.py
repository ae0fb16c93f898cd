"""Which of the texts that a rule cites concern a source: of licences those that it is under, of sites its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compliance.evaluate.context import Context
from compliance.evaluate.select import alternatives
from compliance.model.packs.rule import Cite

LICENCES = ("model-licence", "data-licence", "code-licence")
"""Kinds of texts of which those alone concern a source that it is under."""


def own_texts(context: Context, cites: Iterable[Cite]) -> Iterable[Cite]:
    """The cites that concern the source: a rule may read many licences or sites, of which the source has one."""
    cites = _of_its_site(context, cites)
    known, texts = _licences_of_source(context)
    if not known:
        return cites
    kinds = {cite: context.knowledge.instruments.get(cite.instrument) for cite in cites}
    return [c for c, text in kinds.items() if text is None or text.kind not in LICENCES or text.id in texts]


def _of_its_site(context: Context, cites: Iterable[Cite]) -> Iterable[Cite]:
    """The cites without the terms of other sites, where those of the site that the source comes from are cited."""
    developer = context.source.developer if context.source else None
    held = context.knowledge.instruments
    sites = {cite: held[cite.instrument].sites if cite.instrument in held else () for cite in cites}
    if not any(developer in names for names in sites.values()):
        return tuple(sites)
    return tuple([cite for cite, names in sites.items() if not names or developer in names])


def only_texts_of_others(context: Context, cites: Sequence[Cite]) -> bool:
    """Whether a known licence of the source has no text here, and all that is cited are texts of other licences.

    Neither their days nor their titles concern the source; the rule asks it for what its licence is known to be.
    """
    known, texts = _licences_of_source(context)
    return bool(cites) and known and not texts and not own_texts(context, cites)


def _licences_of_source(context: Context) -> tuple[bool, set[str | None]]:
    """Whether the registry knows a licence of the source, and the texts of those that it knows."""
    licences = context.knowledge.registry.licences
    named = [key for option in alternatives(context.source) for key in option] if context.source else []
    ids = [one for key in named if key in licences for one in (key, *licences[key].members)]
    found = [key for key in ids if key in licences]
    return bool(found), {licences[key].instrument for key in found} - {None}
