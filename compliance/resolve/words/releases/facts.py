"""Closed facts of which a note tells and no field: silence means no only where nothing points to them.

Nobody has to deny that keys of others were used, or that rows tell of people. A note that says so is no silence: the
fact is then taken as not known, and asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from compliance.model.declared.manifest import ROWS, Artifact, Manifest, Step
from compliance.model.declared.stated import Documentation
from compliance.model.words.spelling import spaced
from compliance.patterns import regex
from compliance.resolve.lineage.writing import makes
from compliance.resolve.names.lookup import Names
from compliance.resolve.words.notes.beside import described
from compliance.resolve.words.prose.changed_terms import tells_of_change
from compliance.resolve.words.prose.sentences import affirmed, compared
from compliance.resolve.words.prose.told_of_people import handled, named_for_people, tells_of_people
from compliance.resolve.words.releases.instruments import with_writers

_KEYS = (
    r"(?:api[- ]?)?(?:keys?|accounts?|log-?ins?|credentials|(?:api|access|auth|session|bearer)[- ]?tokens?"
    r"|subscriptions?|seats?|passwords?|schlüssel|konten|konto|comptes?)"
)
_MANY = (
    r"(?:many|several|multiple|various|dozens of|hundreds of|a dozen|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve"
    r"|twenty|thirty|fifty|[3-9]|\d{2,6}|mehrere|viele|plusieurs|varias)"
)
_FREE = r"(?:trial|free(?:[- ]tier)?|throw-?away|fresh|burner|student|test|private|personal|new|different|separate)"
_LIMIT = (
    r"(?:rate|volume|usage|daily|hourly|message|token|quota|request)?[- ]?(?:limits?|quotas?|caps?|throttl\w+"
    r"|mengenbegrenzung)"
)
_ROUND = (
    r"(?:(?:get|gets|got|getting|go|going|went|work|working) (?:a)?round|evad\w+|bypass\w*|avoid\w*|circumvent\w*"
    r"|dodg\w+"
    r"|escap\w+|defeat\w*|beat|overcome|outrun|because of|due to|umgehen|umgangen|contourn\w+)"
)
_STEP = {
    "credentials_unauthorised": (
        rf"(?:leaked|stolen|found|borrowed|shared|bought|rented|public|cracked|scraped|geliehene\w*"
        rf"|gestohlene\w*) (?:{_KEYS}|tokens?)"
        rf"|{_KEYS} (?:\w+ )?(?:of|from|belonging to|borrowed from|lent by|bought from"
        r"|found (?:on|in)|leaked|von|de|eines|einer)"
        r" (?:(?:an?|the|our|one|some|another|einem|einer|un) )?(?:\w+ )?(?:clients?|customers?|friends?|strangers?"
        r"|students?"
        r"|users?|somebody|someone|third part\w+|resellers?|former|ex-\w+|forum|github|kunden|freund\w*|ami|client)"
        rf"|(?:client|customer|friend|user|student|intern|employee)['’]s?['’]? (?:\w+ )?{_KEYS}"
        r"|without (?:his|her|their|its|the owner['’]s|the client['’]s) (?:knowledge|knowing|consent)|who (?:does|do"
        r"|did) not know"
    ),
    "limits_evaded": (
        rf"{_MANY} (?:(?:{_FREE}|\w+) ){{0,2}}(?:{_KEYS}|e-?mail addresses|phone numbers|ips|ip addresses)"
        rf"|(?:rotat\w+|cycl\w+|alternat\w+|switch\w+) (?:through |between |among )?(?:\w+ ){{0,2}}(?:{_KEYS}"
        rf"|prox(?:y|ies)|ips?)"
        rf"|(?:{_FREE}) accounts|{_ROUND} (?:the |its |their |any |les? |das |die )?{_LIMIT}"
        rf"|in spite of (?:the )?{_LIMIT}|more than the {_LIMIT} allow\w*"
    ),
    "location_masked": (
        r"(?<!company )(?<!corporate )(?<!office )(?<!our )(?<!house )vpn|residential prox\w+|(?:through|via|behind"
        r"|over|by)"
        r" (?:an? |the |some )?(?:\w+ )?prox(?:y|ies)|(?:via|through|over) tor(?![a-z])"
        r"|(?:spoofed|masked|hidden|faked|other) (?:location|country|ip)|geo-?block\w*|pretend\w* to be in"
    ),
    "ban_evaded": (
        r"(?:account|access|key|organi[sz]ation|we|user) (?:was|were|had been|has been|got|is"
        r"|being) (?:\w+ )?(?:banned|suspended"
        r"|blocked|revoked|terminated|closed by|disabled|locked|withdrawn|cut off|gesperrt)|after (?:the|our"
        r"|a) (?:ban|suspension"
        r"|block)|(?:suspended|banned|blocked) (?:account|user)|nach (?:der|einer) sperr\w*|despite (?:the|our|a) ban"
    ),
    "false_identity": (
        r"(?:fake|false|invented|made-?up|fictitious|another|assumed|borrowed|falsche[nrm]?|fiktive[nrm]?|faux)"
        r" (?:\w+ )?(?:names?|identit\w+|compan(?:y|ies)|accounts?|personas?|e-?mails?|namen|nom)"
        r"|under (?:an? )?(?:alias|pseudonym)\w*|(?:signed up|registered|posing|posed|pretend\w+) (?:as|to be) \w+"
    ),
    "safeguards_bypassed": (
        r"jail-?br(?:eak|oken)\w*|prompt[- ]injection\w*|hidden (?:reasoning|thoughts?|chain|prompt|instructions)"
        r"|(?:extract|draw|drew|drawn|dump|leak|pull|print|reveal|recover"
        r"|got)\w*(?: out)? (?:\w+ ){0,3}?(?:system prompts?|hidden"
        r"|internal (?:prompts?|reasoning))"
        r"|(?:refusals?|guard-?rails?|(?:safety |content |moderation )?filters?|safeguards?|moderation"
        r"|safety(?: \w+)?) (?:\w+ )?"
        r"(?:were |was |is |are )?(?:bypassed|circumvented|evaded|got(?:ten)? round|avoided|switched off|disabled"
        r"|turned off|tricked"
        r"|defeated|removed|umgangen)"
        r"|(?:bypass|circumvent|evad|trick|defeat|get round|got round|avoid|disabl|umgeh|contourn)\w* (?:the |its "
        r"|their |any |die |das "
        r"|les )?(?:\w+ )?(?:refusals?|guard-?rails?|filters?|safeguards?|moderation|safety|schutz\w*)"
    ),
    "marks_removed": (
        r"(?:watermarks?|c2pa(?: \w+)?|content credentials|synthid|provenance \w+|ai labels?|wasserzeichen|filigranes?)"
        r" (?:\w+ ){0,2}?(?:removed|stripped|cropped|cut|taken off|erased|painted over|deleted|blurred|entfernt"
        r"|enlevée?s?)"
        r"|(?:remov|stripp?|cropp?|cut|eras|delet|paint)\w*(?: off| out| away| over)? (?:the |all |any |their "
        r"|its )?(?:\w+ )?"
        r"(?:watermarks?|c2pa|content credentials|synthid|provenance|ai labels?)"
    ),
    "extracts_model": (
        r"(?:model|weight|parameter)[- ](?:extraction|stealing|inversion)|to (?:rebuild|reconstruct|clone|replicate"
        r"|recover"
        r"|reverse[- ]engineer|copy) (?:the |its |their )?(?:\w+ )?(?:model|weights|parameters|behaviou?r"
        r"|training data|embedding"
        r"|architecture)|reverse[- ]engineer\w*|membership inference|training data extraction"
    ),
}
"""What a note tells of how a service was used, by the fact of the step that says it."""
_OF_STEPS = {
    fact: regex(rf"(?<![^\W\d_])(?:{words})(?![^\W\d_])", re.IGNORECASE) for fact, words in _STEP.items()
}
_TESTED = regex(
    r"(?<![a-z])(?:tested|robust\w*|resist\w*|refus(?:es|ed) (?:all )?jail|against|defen[cs]e|defend\w*|detect\w*"
    r"|within|below"
    r"|raised|lifted|agreed|granted|allowed|permitted|on (?:the )?(?:provider['’]s|their) (?:request|advice))(?![a-z])",
    re.IGNORECASE,
)
"""Words beside which such a thing was a subject, or had leave."""
_KEPT = regex(
    r"^(?!.*(?:nothing|nichts|rien|nada)\b).*?(?<![a-z])(kept|retained|re-?used|carried over|taken over|left in"
    r"|remain\w*|stay(?:s|ed)|still (?:in|there)"
    r"|behalten|übernommen|conservée?s?|gardée?s?)(?![a-z])",
    re.IGNORECASE | re.DOTALL,
)
"""What says that not all of it was thrown away."""
PERSONAL = "personal_data"
_HANDLING = "personal_data_handled"
_CHANGED = "licence_changed"


def acts_told(text: str) -> Iterator[tuple[str, str]]:
    """Facts of a step of which a sentence tells, with the words that tell them.

    >>> list(acts_told("spread over twelve trial accounts")), list(acts_told("no jailbreak used"))
    ([('limits_evaded', 'twelve trial accounts')], [])
    """
    for clause in affirmed(text):
        if compared(clause) or _TESTED.search(clause):
            continue
        for fact, words in _OF_STEPS.items():
            if found := words.search(clause):
                yield fact, found.group(0)


def with_facts_told(manifest: Manifest, names: Names) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest in which closed facts of which notes tell are not known; and a warning for each."""
    warned: list[str] = []
    steps = tuple(_step(step, manifest.artifacts, warned) for step in manifest.steps)
    artifacts = {key: _rows(key, one, names, warned) for key, one in manifest.artifacts.items()}
    made = {key for step in manifest.steps for key in step.outputs if makes(step, key, known=False)}
    artifacts = {key: one if key in made else _of_others(key, one, warned) for key, one in artifacts.items()}
    if not warned:
        return manifest, ()
    return manifest.model_copy(update={"steps": steps, "artifacts": artifacts}), tuple(warned)


def _step(step: Step, artifacts: Mapping[str, Artifact], warned: list[str]) -> Step:
    step = with_writers(_with_the_earlier(step, warned), artifacts, warned)
    read = [
        artifacts[one.artifact]
        for given in step.inputs.values()
        for one in given
        if one.artifact in artifacts
    ]
    if not any(one.kind == "service" for one in read):
        return step
    made = [artifacts[key] for key in step.outputs if key in artifacts]
    texts = [step.note, *(one.note for one in (*read, *made) if one.kind == "service" or one in made)]
    told = dict(found for text in texts if text for found in acts_told(text))
    told = {fact: words for fact, words in told.items() if fact not in step.facts}
    if not told:
        return step
    warned.extend(_why(f"step {step.id}", fact, words) for fact, words in told.items())
    return step.model_copy(update={"facts": {**step.facts, **dict.fromkeys(told, "unknown")}})


def _with_the_earlier(step: Step, warned: list[str]) -> Step:
    """A step that replaces what was there, of which its note says that some was kept, as one that adds to it."""
    kept = next(filter(None, map(_KEPT.search, affirmed(step.note or ""))), None) if step.replaces else None
    if kept is None:
        return step
    warned.append(
        f"step {step.id}: `replaces: true` is said of it, and its note tells of {kept.group(1)!r}; what was written "
        "before is taken as still there"
    )
    return step.model_copy(update={"replaces": False})


def _rows(key: str, one: Artifact, names: Names, warned: list[str]) -> Artifact:
    """The artifact, its `personal_data` not known where its note or its name tells of people; adds a warning."""
    if one.kind not in ROWS or PERSONAL in one.facts:
        return one
    if _HANDLING in one.facts:
        return one if one.facts[_HANDLING] in (True, "yes") else _of_people(key, one, _HANDLING, warned)
    page = one.documented.where if isinstance(one.documented, Documentation) else None
    said = _given((one.note, page, *described(one)))
    words = next(filter(None, map(tells_of_people, said)), "")
    words = words or next(filter(None, map(named_for_people, described(one))), "")
    called = named_for_people(spaced(one.name)) if one.name and _gathered(one, names) else ""
    if called and not handled(" ".join(_given((one.name, *said)))):
        words = words or called
    if not words:
        return one
    return _of_people(key, one, words, warned)


def _of_people(key: str, one: Artifact, words: str, warned: list[str]) -> Artifact:
    """Rows of which it is not known whether they tell of people, since some words say so; adds a warning."""
    warned.append(_why(f"artifact {key}", PERSONAL, words))
    return one.model_copy(update={"facts": {**one.facts, PERSONAL: "unknown"}})


def _of_others(key: str, one: Artifact, warned: list[str]) -> Artifact:
    """A thing of others, its `licence_changed` not known where words tell of it and no dated statement does."""
    settled = {_CHANGED, "copy_licence_settled"} & set(one.facts) or one.against_record is not None
    if one.kind == "service" or one.origin == "own" or settled:
        return one
    if any(said.date is not None or said.until is not None for said in one.statements):
        return one
    page = one.documented.where if isinstance(one.documented, Documentation) else None
    texts = _given((one.note, one.revision, page, *(said.where for said in one.statements)))
    words = next(filter(None, map(tells_of_change, texts)), "")
    if not words:
        return one
    warned.append(_why(f"artifact {key}", _CHANGED, words))
    return one.model_copy(update={"facts": {**one.facts, _CHANGED: "unknown"}})


def _why(where: str, fact: str, words: str) -> str:
    """The warning that a fact is taken as not known, since words tell of it."""
    return (
        f"{where}: what is said of it tells of {words!r}; `{fact}` is taken as not known: say it, or deny it, "
        "under its facts"
    )


def _gathered(one: Artifact, names: Names) -> bool:
    """Whether somebody says whence the rows are, and no record tells what they hold."""
    return (
        one.origin in ("own", "people", "web", "third-party")
        and one.name is not None
        and names.dataset(one.name) is None
    )


def _given(texts: Iterable[str | None]) -> list[str]:
    return [text for text in texts if text]
