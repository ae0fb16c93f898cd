"""Rows that are about identifiable people by what they are called, and artifacts of which a note or name tells so.

Nobody has to deny that rows tell of people. What tells of it is no silence: the fact is then taken as not known, and
asked. Kinds of rows that are about people by what they are follow the definitions of the General Data Protection
Regulation (EU 2016/679, article 4(1) and (13) to (15), articles 9 and 10) and of the Illinois Biometric Information
Privacy Act (740 ILCS 14/10).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from compliance.model.manifest import Artifact
from compliance.model.stated import Documentation
from compliance.patterns import regex
from compliance.resolve.names.lookup import Names
from compliance.resolve.words.told_of_people import OF_THINGS, PEOPLE, handled, tells_of_people, told_by_name

PERSONAL = "personal_data"
_HANDLING = "personal_data_handled"
_ROWS = ("dataset", "document")

_SHOWN = r"(?:images?|photos?|photographs?|pictures|scans?|videos?|recordings?|templates?|embeddings?|data|clips|crops)"
_TOLD = (
    r"(?:records?|files?|notes?|histor(?:y|ies)|letters?|reports?|charts?|transcripts?|summaries|sessions|logs?"
    r"|data)"
)
_IN_NAMES = (
    # Article 4(14) and the Illinois act: what a body shows, by which somebody is told apart.
    rf"(?:human |people['’]s )?faces|face (?:{_SHOWN}|crops)|facial (?:{_SHOWN}|expressions|landmarks)|portraits"
    r"|portrait photo\w*|head-?shots|mug-?shots|selfies|finger-?prints?(?: \w+)?|palm-?prints|voice-?prints|gaits?"
    rf"|(?:iris|retina\w*|fundus|palm|ear|gait|body|hand|lip|hand gesture|sign language|lip reading|eye) {_SHOWN}"
    r"|hand gestures|lip reading|sign language|id cards?|passports?|passport photos|driving licen[cs]es|signatures"
    r"|birth certificates|licen[cs]e plates|number plates"
    # Article 4(13) and (15): genes and health.
    rf"|(?:medical|patients?['’]?|health|clinical|therapy|counsel+ing|psychiatric|hospital|surgical|nursing) {_TOLD}"
    r"|(?:brain|chest|knee|spine|breast|lung|liver|heart|dental|head) (?:mri|ct|x-?rays?|scans?|ultrasounds?)(?: \w+)?"
    r"|mammograms|radiographs|doctors['’]? letters|discharge (?:letters|summaries|notes)|prescriptions"
    rf"|blood (?:tests?|samples|pressure)(?: \w+)?|(?:eeg|ecg|ekg|emg|heart rate|sleep|glucose) (?:{_SHOWN}|traces"
    r"|signals|readings|series)|(?:human )?genomes|genotypes"
    # Work, schools, money, courts (article 10).
    r"|(?:personnel|payroll|hr|staff|employee) (?:records?|files?|notes?|data|reviews|photos?|lists?)|payslips|cvs"
    r"|r[eé]sum[eé]s|(?:job|loan|credit|mortgage|visa|asylum|college|benefits?) applications|performance (?:reviews"
    r"|appraisals)|job interviews|(?:student|pupil|school|exam|examination) (?:records|files|grades|answers|marks|data)"
    r"|report cards|(?:bank|card|payment|credit card|customer) (?:transactions|statements|payments|accounts)"
    r"|credit (?:reports|scores|files|histories)|tax returns|insurance claims|claims files|tenancy files"
    r"|(?:court|police|arrest|criminal|prison|case) (?:records?|files?|reports?|dossiers)|witness statements"
    # What people say to one another, and where they were.
    r"|(?:customers?['’]?|clients?['’]?|staff|employees?['’]?|office|company|work|internal|private) (?:e-?mails?|mails?"
    r"|messages?|chats?|calls?|letters|tickets|complaints|orders|profiles|data(?:base)?|lists?)"
    r"|mailbox(?:es)?|e-?mail (?:archives?|threads|dumps?|exports?)|(?:support|help-?desk|service desk) (?:tickets"
    r"|e-?mails?|chats?|requests|calls)|chat (?:logs?|histor(?:y|ies)|exports?|transcripts)"
    r"|(?:whatsapp|slack|teams|telegram|discord|signal|messenger) (?:exports?|chats?|messages|threads|histor(?:y|ies))"
    r"|(?:call|phone|telephone)(?:[- ]cent(?:re|er))? (?:recordings?|logs?|transcripts|records)|phone calls"
    r"|voice-?mails?|(?:meeting|interview|hotline) (?:recordings?|minutes|transcripts)"
    r"|(?:browsing|search|watch|viewing|purchase|order|location|listening|reading|booking|shopping|click|trip) "
    r"(?:histor(?:y|ies)|logs?|trails?|data|traces|queries)"
    r"|click-?streams?|gps (?:tracks?|traces)|location (?:traces|data|points)|purchases of \w+|loyalty cards?"
    r"|smart meter (?:readings|data)|app usage(?: \w+)?|(?:cctv|surveillance|security camera|dash-?cam|body-?cam"
    rf"|doorbell(?: camera)?|street|crowd|pedestrian|webcam) (?:{_SHOWN}|footage|scenes|feeds?)|street views?"
    r"|(?:member(?:ship)?|contact|guest|mailing|voter|subscriber|customer|user|alumni) (?:lists?|registers?"
    r"|director(?:y|ies)|rolls?|profiles|tables?)|address books"
    r"|(?:dating|user|linkedin|social media) profiles|crm(?: \w+)?"
    r"|(?:values|readings|scans|samples|measurements|profiles|traces|tracks|x-?rays|biopsies|genomes|videos|recordings"
    r"|photographs|photos|pictures|images|portraits|voices|answers|surveys|interviews) (?:of|from|with) "
    rf"(?:[\w.,]+ ){{0,2}}?(?:{PEOPLE}|citizens|athletes|babies|infants|adults|women|men|teenagers|celebrities|actors"
    r"|speakers|passers-?by|pedestrians|singers|workers|nurses|teachers|inmates|refugees)"
    # The same abroad.
    r"|lebensläufe|bewerbungen|gesichter|fingerabdrücke|röntgenbilder|kontoauszüge|zeugnisse|gehaltsabrechnungen"
    r"|kunden(?:gespräche|anrufe|daten|e-?mails?|briefe|anfragen)|anrufaufzeichnungen|arztbriefe|patientenakten"
    r"|krankenakten|personalakten|personenbezogene\w*|visages|empreintes digitales|relevés bancaires|radiographies"
    r"|bulletins de (?:paie|salaire)|dossiers (?:de patients|médicaux)|caras de \w+|rostros|huellas dactilares"
    r"|historias clínicas|radiografías|extractos bancarios|personal data"
)
_NOBODY = regex(
    r"(?<![a-z])(?:dogs?|cats?|birds?|animals?|horses?|cows?|cattle|pigs|sheep|mice|rats|fish(?:es)?|insects|bees|primates"
    r"|monkeys|chimpanzees|zebrafish|plants?|trees|wood|leaves|flowers?|bacteria\w*|virus(?:es)?|yeast|fungi|crops"
    r"|machines?|machine parts|engines?|servers?|robots?|products?|coins|stamps|buildings|houses|statues|busts|dolls"
    r"|sculptures|masks|clocks?|watches|type ?faces|rocks?|crystals?|surfaces|polyhedra|anime|cartoon\w*|comics?"
    r"|characters|avatars|drawn|painted|rendered|3d|synthetic|simulated|phantoms?|historical|medieval|ancient|deceased"
    r"|fonts?|audio finger\w*|browser finger\w*|chemical|molecul\w+|hunde|katzen|tiere|chiens|animaux|perros)(?![a-z])",
    re.IGNORECASE,
)
"""Whose faces, prints and records are nobody's."""
_NAMED_FOR_PEOPLE = regex(
    rf"(?<![^\W\d_])(?:{_IN_NAMES})(?![^\W\d_])|病历|简历|人脸|指纹|聊天记录|顔写真|顔画像|指紋|診療記録|履歴書"
    r"|얼굴|지문|진료 ?기록",
    re.IGNORECASE,
)


def named_for_people(name: str) -> str:
    """Words of a name that say that the rows are about people by what they are; empty where none do.

    >>> named_for_people("mugshots"), named_for_people("portraits of dogs"), named_for_people("recordings of birds")
    ('mugshots', '', '')
    """
    if _NOBODY.search(name) or OF_THINGS.search(name):
        return ""
    found = _NAMED_FOR_PEOPLE.search(name)
    return found.group(0) if found else told_by_name(name)


def with_people_told(key: str, one: Artifact, names: Names, warned: list[str]) -> Artifact:
    """The artifact, its `personal_data` not known where its note or its name tells of people; adds a warning."""
    if one.kind not in _ROWS or {PERSONAL, _HANDLING} & set(one.facts):
        return one
    page = one.documented.where if isinstance(one.documented, Documentation) else None
    words = next(filter(None, map(tells_of_people, _given((one.note, page)))), "")
    called = named_for_people(one.name) if one.name and _gathered(one, names) else ""
    if called and not handled(" ".join(_given((one.name, one.note, page)))):
        words = words or called
    if not words:
        return one
    warned.append(taken_as_open(f"artifact {key}", PERSONAL, words))
    return one.model_copy(update={"facts": {**one.facts, PERSONAL: "unknown"}})


def taken_as_open(where: str, fact: str, words: str) -> str:
    """The warning that a fact is taken as not known, since words tell of it."""
    return (
        f"{where}: what is said of it tells of {words!r}; `{fact}` is taken as not known: say it, or deny it, "
        "under its facts"
    )


def _gathered(one: Artifact, names: Names) -> bool:
    """Whether somebody says whence the rows are, and no record tells what they hold."""
    return one.origin in ("own", "people", "web") and one.name is not None and names.dataset(one.name) is None


def _given(texts: Iterable[str | None]) -> list[str]:
    return [text for text in texts if text]
