"""Closed facts of releases of which words beside them tell: who uses a thing, for what, at what price.

Nobody has to deny that a thing serves an agency or gives people legal advice. Where what it is called, what is shown
with it, or where it goes, says so, silence is no denial: the fact is taken as not known, and asked where a law or a
text turns on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from compliance.model.declared.manifest import HANDED_OUT, ROWS, Artifact, Manifest, Release, Step
from compliance.model.shapes.shape import Role
from compliance.patterns import regex
from compliance.resolve.lineage.acts import GATHERS
from compliance.resolve.words.notes.beside import shared_titles, titles
from compliance.resolve.words.prose.sentences import affirmed, compared
from compliance.resolve.words.releases.channels import sell

_STATES = (
    r"(?:alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois"
    r"|indiana|iowa"
    r"|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska"
    r"|nevada|new (?:hampshire|jersey|mexico|york)|(?:north|south) (?:carolina|dakota)|ohio|oklahoma|oregon"
    r"|pennsylvania"
    r"|rhode island|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming)"
)
_BODY = (
    r"(?:school districts?|public schools?|schools|universit(?:y|ies)|(?:community )?colleges?|legislature|governor"
    r"|courts?"
    r"|state (?:police|agenc(?:y|ies)|government|employees|library|hospitals?)|department|division|commission"
    r"|board of \w+"
    r"|highway patrol|troopers|national guard|dmv|health authority|workforce agency|county clerk)"
)
_DECIDES = (
    r"(?:rank|screen|scor|sort|select|sift|filter|assess|grad|evaluat|monitor|rat|shortlist|approv|match)\w* (?:of "
    r"|for )?(?:(?:the|job|loan|all"
    r"|incoming|credit|visa|benefit|asylum) )*(?:cvs?|r[eé]sum[eé]s|(?:job )?applicants?|applications|candidates"
    r"|tenants|borrowers"
    r"|employees|workers|students|pupils|exams?|claims|benefits|insurance|defendants|migrants|loans)"
    r"|(?:cv|r[eé]sum[eé]|applicant|candidate|tenant|credit|loan|mortgage|insurance|benefits?|admissions?|exam|asylum"
    r"|visa|bail)"
    r"[- ](?:rank\w*|screen\w*|scor\w*|sort\w*|select\w*|sift\w*|approval|decisions?|assessment|eligibility|proctoring"
    r"|grading"
    r"|underwriting|triage)|creditworthiness|eligibility (?:for|of) (?:benefits|aid|insurance)|predictive policing"
    r"|recidivism"
    r"|emotion recognition|biometric (?:identification|categori[sz]ation)|face recognition|facial recognition|polygraph"
    r"|(?:hiring|recruit(?:ing|ment)|promotion|dismissal|lending|underwriting|admission) (?:tool|decisions?|assistant"
    r"|software"
    r"|system|platform|model)|bewerber\w*|kreditwürdigkeit\w*|bonitäts\w*|présélection|scoring de crédit"
)
"""Words of what decides on people, in a way on which laws set duties: two facts share them."""
_USES = {
    "state_body_use": (
        rf"{_STATES}(?: state)?(?:['’]s)? (?:[\w&-]+ ){{0,2}}?{_BODY}"
        rf"|{_BODY} (?:of|in|for)(?: the state of)? (?:[\w&-]+ ){{0,3}}?{_STATES}|state of {_STATES}"
    ),
    "federal_use": (
        r"(?:us|u\.s\.|united states|federal) (?:(?:federal|government|national) )?(?:army|navy|air force|space force"
        r"|marines?"
        r"|coast guard|military|agenc(?:y|ies)|government|customers|buyers|department|courts?|employees|contracts?)"
        r"|department of (?:defense|war|veterans affairs|homeland security|justice|labor|state|energy|agriculture"
        r"|commerce"
        r"|the (?:interior|treasury))|pentagon|dod|fedramp|nasa|fbi|irs|darpa|usda|gsa"
    ),
    "gsa_schedule": r"gsa (?:advantage|schedules?|mas)|multiple award schedule|gsa(?=$)",
    "intelligence_system_use": (
        r"cia|nsa|national security (?:agency|systems?)|defense intelligence agency|intelligence (?:community"
        r"|agenc(?:y|ies))"
        r"|geospatial-intelligence agency|national reconnaissance office|nga"
        r"|office of the director of national intelligence"
    ),
    "regulated_service": (
        r"(?:legal|medical|health|mental[- ]health|tax|investment|financial|dosage|nutrition|psychological|psychiatric"
        r"|clinical"
        r"|immigration|debt|pension) (?:[\w-]+ )?(?:advice|advis[eo]rs?|counsel\w*|consultations?|assistants?"
        r"|coach(?:es)?|(?:chat ?)?bots?"
        r"|helper|triage|diagnos[ei]s|guidance)|symptom (?:checkers?|triage)|therapists?|therapy|robo-?advis\w+"
        r"|(?:lawyer|doctor|nurse|pharmacist|accountant|therapist)[- ](?:chat ?)?(?:bots?|assistants?|in)"
        r"|(?:advice|help|answers) (?:[\w-]+ ){0,3}?(?:on|about|for|to) (?:[\w-]+ ){0,2}?(?:eviction|divorce"
        r"|medication|taxes|tax"
        r"|symptoms|depression|visas?|debts?|legal|medical|drug interactions)|rechtsberatung\w*|steuerberatung\w*"
        r"|conseil juridique"
        r"|asesoramiento (?:legal|médico|fiscal)"
    ),
    "high_risk_use": _DECIDES,
    "consequential_decisions": _DECIDES,
    "decides_on_people": (
        r"loans?|mortgages?|creditors?|(?<!not )credit (?:desk|risk|check\w*|scor\w*|officers?)|tenan(?:ts?|cy)"
        r"|landlords?"
        r"|insur(?:ance|ers?|ed)|welfare|(?:social|unemployment|child) benefits?|claimants?|asylum|visas?|immigration"
        r"|job (?:applicants?|applications?|seekers?|interviews?)|applicants|recruit(?:ers?|ing|ment)|hir(?:e|es|ing)"
        r"|lawyers?|attorneys?"
        r"|doctors?|physicians?|nurses|therap(?:y|ists?)|triage|diagnos\w+|symptoms?|patients?|hospitals?|clinics?"
        r"|pharmac(?:y|ies|ists?)|(?:trading|stock|buy) (?:signals?|tips?|advice|picks?)|courts?|probation|parole|bail"
        r"|exams?|grading|admissions|kredit\w*|versicherung\w*|ärzt\w+|arzt\w*|patient(?:en|innen)|mieter\w*|anw[aä]lt\w*"
    ),
    "medical_use": (
        r"(?:para)?medic(?:al|ine|s)|clinic(?:s|al|ians?)?|hospitals?|wards?|patients?|doctors?|physicians?|nurses?|nursing"
        r"|diagnos\w+|triage|symptoms?|therap(?:y|ies|ists?)|pharmac(?:y|ies|ists?)|radiolog\w+|surge(?:ry|ons?)"
        r"|dosages?|prescriptions?|nhs|patient(?:en|innen)|ärzt\w+|arzt\w*|klinik\w*|krankenh\w+|spital\w*|spitäler"
    ),
    "reaches_minors": (
        r"kids?|children|child|toddlers?|teen(?:s|ag\w+)?|minors|pupils?|schoolchildren|kindergart\w+|preschools?|playgroups?"
        r"|nurser(?:y|ies)|(?<!driving )(?<!business )(?<!graduate )(?<!medical )(?<!law )(?<!evening )"
        r"schools?(?! of | for adults)|class ?rooms?|home ?work|(?:\w+|\d+)-year-olds?|(?:ages?|aged|from age) \d{1,2}"
        r"|(?:from|app store,?) \d{1,2} ?\+|(?:rated|app store,?) (?:4|9|12)\+?|(?:boys|girls) (?:and|under|from|aged)"
        r"|youth|juveniles?|for (?:everybody|everyone|people|users) (?:from|over|aged) (?:\d|1[0-7])"
        r"|kinder(?:n|g\w+)?|jugendlich\w*|sch[uü]le(?:r|rn|rinnen)?|schulklassen|hausaufgaben|enfants|écoliers"
        r"|collégiens|niñ[oa]s|alumn[oa]s"
    ),
}
"""What tells of each fact."""
_TOLD = {fact: regex(rf"(?<![^\W_])(?:{words})(?![^\W_])", re.IGNORECASE) for fact, words in _USES.items()}
_SUBJECT = regex(
    r"(?<![a-z])(?:about|history of|news (?:on|of)|questions (?:on|about)|trained (?:on|with)|open data of|benchmark"
    r"|dataset of"
    r"|exam questions|fictional|game)(?![a-z])",
    re.IGNORECASE,
)
"""Beside these, such a body or use is what a thing is about."""
_BYPASSED = regex(
    r"(?<![a-z])(?:(?:pay|log-?in|registration|bot|cookie|age)[- ]?walls? (?:\w+ ){0,3}?(?:got(?:ten)? round|bypassed"
    r"|evaded|avoided"
    r"|removed|passed|circumvented|skipped)|(?:got(?:ten)? round|bypass\w*|evad\w*|avoid\w*|circumvent\w*|past|behind"
    r"|skipp\w*|beat\w*)"
    r" (?:the |a |an |its |their |several |all )?(?:[\w'’]+ )?(?:pay-?walls?|log-?in (?:walls?|screens?|pages?)"
    r"|captchas?|bot (?:walls?|checks?"
    r"|protection|detection)|drm|copy protection|cloudflare|access controls?|ip blocks?|geo-?blocks?)"
    r"|captchas? (?:\w+ )?(?:solv\w+|farm\w*|broken|passed)|solv\w+ (?:the |all )?captchas?|(?:drm|copy protection"
    r"|encryption|css"
    r"|widevine) (?:[\w-]+ ){0,4}?(?:removed|stripped|broken|cracked|got(?:ten)? round|taken off)|(?:remov|stripp"
    r"|crack|break|broke)\w*"
    r" (?:the |their )?(?:drm|copy protection|encryption)|decrypted (?:e-?books|streams|discs|videos|files)"
    r"|ripped from (?:blu-?rays?"
    r"|dvds?|streams?)|rotat\w+ (?:residential )?(?:prox(?:y|ies)|ips?|user agents?)|(?:somebody|someone|a friend"
    r"|a colleague)(?:['’]s)?"
    r" (?:else['’]s )?(?:session )?cookies|(?:forged|spoofed|faked|stolen) (?:signatures?|headers?|tokens?"
    r"|user agents?|referers?)|reverse[- ]engineered (?:api|app)s?|stealth (?:browser|plug-?in|mode)"
    r"|undetected[- ]chromedriver|12ft"
    r"|sci-?hub)(?![a-z])",
    re.IGNORECASE,
)
"""Ways round what a site keeps others out with."""
BYPASSED = "measures_bypassed"
_SAYS_FOR_WHAT = ("intended_purpose",)
"""Facts of a release that tell in words what it is for."""
_SOURCES: tuple[Role, ...] = ("source", "data", "seed", "subject")


def uses_in(text: str) -> Iterator[tuple[str, str]]:
    """Facts of a release of which a title or a channel tells, with the words that tell them.

    >>> list(uses_in("Texas state agencies")), list(uses_in("questions about Texas state agencies"))
    ([('state_body_use', 'Texas state agencies')], [])
    """
    for clause in affirmed(text):
        if compared(clause) or _SUBJECT.search(clause):
            continue
        for fact, words in _TOLD.items():
            if found := words.search(clause):
                yield fact, found.group(0)


def ways_round(text: str) -> str:
    """Words of a note that tell how a wall around works was got round; empty where it tells of none.

    >>> ways_round("login wall got round with cookies"), ways_round("no captcha solved")
    ('login wall got round', '')
    """
    return next((found.group(0) for found in map(_BYPASSED.search, affirmed(text)) if found), "")


def with_uses_told(manifest: Manifest) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest in which closed facts that titles, channels and notes tell of are not known; a warning for each."""
    warned: list[str] = []
    releases = tuple(_release(one, manifest, warned) for one in manifest.releases)
    artifacts = dict(manifest.artifacts)
    for step in manifest.steps:
        for key in _gathered(step):
            if key in artifacts:
                artifacts[key] = _rows(key, artifacts[key], [step.note or ""], warned)
    artifacts = {key: _rows(key, one, [one.note or ""], warned) for key, one in artifacts.items()}
    if not warned:
        return manifest, ()
    return manifest.model_copy(update={"releases": releases, "artifacts": artifacts}), tuple(warned)


def _release(release: Release, manifest: Manifest, warned: list[str]) -> Release:
    artifact = manifest.artifacts.get(release.artifact)
    channels = release.channels or ()
    called = [
        one
        for one in (release.name, artifact.name if artifact else "", artifact.note if artifact else "")
        if one
    ]
    rows = artifact is not None and artifact.kind == "dataset"
    texts = [
        *titles(manifest, [release]),
        *(() if rows else shared_titles(manifest, [release])),
        *(name.rpartition("/")[2].replace("-", " ") for name in called),
        *channels,
        *(release.notices or ()),
        *(said for said in (release.facts.get(fact) for fact in _SAYS_FOR_WHAT) if isinstance(said, str)),
    ]
    told = dict(found for text in texts for found in uses_in(text))
    if release.commercial != "no" and release.access in HANDED_OUT and sell(channels):
        told["monetised"] = " and ".join(one for one in channels if sell([one]))
    told = {fact: words for fact, words in told.items() if fact not in release.facts}
    if not told:
        return release
    warned.extend(_why(f"release {release.key}", fact, words) for fact, words in told.items())
    return release.model_copy(update={"facts": {**release.facts, **dict.fromkeys(told, "unknown")}})


def _gathered(step: Step) -> Iterable[str]:
    """What a step that gathers took, and what it made of it."""
    if step.kind not in GATHERS or not step.note:
        return ()
    given = (item.artifact for role in _SOURCES for item in step.inputs.get(role, ()))
    return dict.fromkeys((*step.outputs, *given))


def _rows(key: str, one: Artifact, texts: Iterable[str], warned: list[str]) -> Artifact:
    words = next(filter(None, map(ways_round, texts)), "")
    if not words or one.kind not in ROWS or BYPASSED in one.facts:
        return one
    warned.append(_why(f"artifact {key}", BYPASSED, words))
    return one.model_copy(update={"facts": {**one.facts, BYPASSED: "unknown"}})


def _why(where: str, fact: str, words: str) -> str:
    return (
        f"{where}: what is said of it tells of {words!r}; `{fact}` is taken as not known: say it, or deny it, "
        "under its facts"
    )
