"""Notices by which a release tells those who deal with it that it is an AI, word for word.

Laws ask whether people are told. A notice that says it to them in one plain clause answers that, and nobody has to say
it a second time as a fact; what is stated as a fact wins. A clause that says more, less, or denies it, is left to who
answers.
"""

from __future__ import annotations

from compliance.model.declared.manifest import Manifest, Release
from compliance.patterns import regex

_FACT = "tells_users_ai"
_MACHINE = (
    r"(?:an? )?(?:ai|artificial intelligence|machine|computer program|chat ?bot|robot|language model)"
    r"(?:[- ]?(?:system|assistant|model|program|bot|chatbot))?"
)
_MASCHINE = (
    r"(?:eine[rnm]?|der) (?:ki|künstlichen? intelligenz|maschine|computerprogramm|chat ?bot|sprachmodell)"
    r"(?:-?(?:system|assistent(?:en|in)?|modell))?"
)
_MACHINE_FR = r"(?:une |un |l['’])(?:ia|intelligence artificielle|machine|robot|modèle de langage)"
_MACHINE_ES = r"(?:una |un )(?:ia|inteligencia artificial|máquina|robot|chatbot|asistente de ia)"
_TOLD = regex(
    rf"you(?: are|['’]re) (?:now )?(?:talking|speaking|chatting|writing|interacting|dealing) (?:to|with) {_MACHINE}"
    rf"(?:,? not (?:to |with )?a (?:human|person))?"
    rf"|(?:this|i|it) (?:is|am) {_MACHINE}(?:,? not a (?:human|person))?"
    rf"|(?:hier antwortet|sie (?:sprechen|chatten|schreiben) mit) {_MASCHINE}(?:,? nicht mit einem menschen)?"
    rf"|vous (?:parlez|discutez|échangez|dialoguez) (?:à|avec) {_MACHINE_FR}"
    rf"|(?:está|estás|usted está) (?:hablando|chateando|conversando) con {_MACHINE_ES}",
)
"""A clause that says to whoever reads it that no person is on the other side."""
_ENDS = regex(r"[.;:!?\n]+\s*|\s[–—-]\s")


def tells_it_is_ai(notice: str) -> bool:
    """Whether one clause of a notice says, and says nothing but, that a machine is talked to.

    >>> tells_it_is_ai("You are talking to a machine. Ask a person at 112."), tells_it_is_ai("Ask our assistant")
    (True, False)
    >>> tells_it_is_ai("Nobody will say that you are talking to a machine")
    False
    """
    return any(_TOLD.fullmatch(clause.strip().lower()) for clause in _ENDS.split(notice))


def with_ai_told(manifest: Manifest) -> Manifest:
    """The manifest in which releases whose notices say it are known to tell people that they deal with an AI."""
    releases = tuple(_told(one) for one in manifest.releases)
    same = all(new is old for new, old in zip(releases, manifest.releases, strict=True))
    return manifest if same else manifest.model_copy(update={"releases": releases})


def _told(release: Release) -> Release:
    if _FACT in release.facts or not any(map(tells_it_is_ai, release.notices or ())):
        return release
    return release.model_copy(update={"facts": {**release.facts, _FACT: True}})
