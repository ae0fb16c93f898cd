"""Words of names and notes by which rows hold data about identifiable people: bodies, records, talk, traces.

Kinds of rows that are about people by what they are follow the definitions of the General Data Protection Regulation
(EU 2016/679, article 4(1) and (13) to (15), articles 9 and 10) and of the Illinois Biometric Information Privacy Act
(740 ILCS 14/10).
"""

from __future__ import annotations

import re

from compliance.patterns import regex
from compliance.resolve.words.prose.sentences import affirmed

_PEOPLE = (
    r"(?:people|persons|customers?|clients?|users?|patients?|callers?|employees?|staff|applicants?|members|students"
    r"|pupils|children"
    r"|buyers|senders|authors|donors|tenants|residents|individuals|witnesses|drivers|visitors|guests"
    r"|passengers|readers|players|participants|households|subjects|volunteers|subscribers|kunden|patienten|nutzern?"
    r"|mitarbeitern?)"
)
_PERSONAL = (
    rf"(?:names?|addresses|faces|voices|phone numbers|birth ?dates|dates of birth|photos|signatures|namen"
    rf"|noms) (?:\w+ ){{0,2}}?"
    rf"(?:of|von|de|des) (?:\w+ )?{_PEOPLE}|(?:say|give|tell|state|hold|holds|contain|contains|include|includes|with"
    rf"|have|has|show"
    r"|shows) (?:\w+ ){0,3}?(?:names|addresses|faces|phone numbers|account numbers|birth ?dates)|(?:full|real|first"
    r"|last|family"
    r"|people['’]s|customers['’]|patients['’]|their) names"
    r"|(?:account|phone|card|insurance|passport|social security|id|tax|customer|licen[cs]e plate|number) (?:numbers"
    r"|plates)"
    r"|(?:medical|patient|health|personnel|payroll|police|school|student|hr) (?:records?|files?|data|histor(?:y|ies)"
    r"|notes?)"
    r"|(?<!no )personal(?:ly identifiable)? (?:data|information|details)|personenbezogene\w*|données personnelles"
    r"|datos personales"
    r"|pii(?![a-z])|identifiable|diagnos[ei]s\b|e-?mail addresses|home addresses|ip addresses|gps tracks?|salaries"
    r"|id cards|passports"
)
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
    r"|credit (?:reports|scores|files|histories)|tax returns|insurance claims"
    r"|(?:court|police|arrest|criminal|prison|case) (?:records?|files?|reports?|dossiers)|witness statements"
    # What people say to one another, and where they were.
    r"|(?:customers?['’]?|clients?['’]?|staff|employees?['’]?|office|company|work|internal|private) (?:e-?mails?|mails?"
    r"|messages?|chats?|calls?|letters|tickets|complaints|orders|profiles|data(?:base)?|lists?)"
    r"|^\W*e-?mails?\W*$|(?:employee|staff|customer|client|patient|student|user|member|satisfaction|pulse|exit|resident)"
    r"['’]?s?['’]? (?:surveys?|questionnaires?|feedback|interviews?|letters|opinions)"
    r"|(?:loan|credit|mortgage|claims?|personnel|tenancy|adoption|asylum|welfare|insurance) (?:files?|dossiers?)"
    r"|(?:search|query|click|session|access|visitor)[- ](?:logs?|clicks)|click[- ]?throughs?|receipts"
    r"|expense (?:reports"
    r"|claims)|church books|(?:family|grand(?:mother|father|parents)['’]?s?) (?:letters|diaries|photos|albums)"
    r"|letters (?:of|from) (?:our|my) (?:grand\w+|mother|father|parents|family)"
    r"|mailbox(?:es)?|e-?mail (?:archives?|threads|dumps?|exports?)|(?:tickets?|calls|chats|requests|e-?mails)"
    r" (?:of|from|to|at|with|in) (?:the|our|its|an?) (?:[\w-]+ ){0,2}?(?:hotline|help[- ]?desk|service[- ]?desk"
    r"|support (?:line|desk|chat|inbox|team)|call cent(?:er|re))|(?:support|help[- ]?desk|service desk) (?:tickets"
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
    rf"(?:[\w.,]+ ){{0,2}}?(?:{_PEOPLE}|citizens|athletes|babies|infants|adults|women|men|teenagers|celebrities|actors"
    r"|speakers|passers-?by|pedestrians|singers|workers|nurses|teachers|inmates|refugees)"
    # What people say for others to hear, by which they are known as by a face.
    r"|(?:speech|dialect|accent|oral[- ]history|lecture|sermon|parliamentary|podcast) (?:recordings?|archives?|audio)"
    r"|voice clips|(?:oral[- ]history|radio|tv|television|street) interviews|oral histories|podcasts|podcast episodes"
    r"|(?:tv|television|radio) (?:broadcasts|talk|shows|debates|news|programmes|speech)"
    r"|(?:tv|television|broadcast) (?:audio|footage|speech|recordings)|(?:tv|television) streams|talk shows|vlogs"
    r"|(?:broadcasts|programmes|speech|voices|talk|utterances) (?:of|on|from|by|off) (?:[\w.,]+ ){0,2}?"
    r"(?:television|tv|radio|broadcasts|podcasts)"
    r"|(?:youtube|tiktok|bilibili|instagram|vimeo|ted) (?:videos|clips|channels|shorts|streams|talks)"
    # What people post under their names.
    r"|tweets|toots|(?:reddit|youtube|twitter|facebook|instagram|bluesky|mastodon|tiktok|telegram|discord|vk|weibo|x"
    r"|forum|social media|user|fan|viewer|customer|guest|app store) (?:posts|comments|tweets|threads|reviews|messages"
    r"|replies|captions|submissions)|(?:posts|comments|reviews|voices|speeches|testimonies) (?:of|by|from) "
    r"(?:[\w.,]+ ){0,2}?(?:users|customers|guests|politicians|podcasters|viewers|fans|readers|members|witnesses|people)"
    # The same abroad.
    r"|lebensläufe|bewerbungen|gesichter|fingerabdrücke|röntgenbilder|kontoauszüge|zeugnisse|gehaltsabrechnungen"
    r"|kunden(?:gespräche|anrufe|daten|e-?mails?|briefe|anfragen)|anrufaufzeichnungen|arztbriefe|patientenakten"
    r"|krankenakten|personalakten|personenbezogene\w*|visages|empreintes digitales|relevés bancaires|radiographies"
    r"|bulletins de (?:paie|salaire)|dossiers (?:de patients|médicaux)|caras de \w+|rostros|huellas dactilares"
    r"|historias clínicas|radiografías|extractos bancarios|personal data"
)
_HANDLED = regex(
    r"(?<![a-z])(?:remov\w+|mask\w+|replac\w+|redact\w+|anonymi[sz]\w+|pseudonymi[sz]\w+|scrubb\w+|delet\w+|strip\w+"
    r"|blurr\w+"
    r"|taken out|filtered out|entfernt\w*|geschwärzt\w*|invented|made-?up|fictional|fictitious|fake|synthetic|mock"
    r"|dummy|erfunden\w*"
    r"|supprimée?s?|how to|about|questions on)(?![a-z])",
    re.IGNORECASE,
)
"""What says that nothing of a person is left, or that there never was one."""
_BODIES = (
    r"(?:cctv|surveillance (?:videos?|footage)|dash-?cams?|body-?cams?|fingerprints?|palm ?prints?|iris scans?|gaits?"
    r"|handwriting|handwritten \w+"
    r"|signatures|faces?|facial \w+|portraits?|head-?shots?|passport (?:photos|scans)|body scans?"
    r"|voice ?(?:recordings?|prints?|messages|notes)"
    r"|(?:recordings?|speech|voices|videos?|photos?|pictures|interviews?|measurements) (?:of"
    r"|with) (?:[\w-]+ ){0,2}?(?:employees|staff|people|persons|speakers"
    r"|volunteers|children|patients|residents|passers-?by|visitors|workers|nurses|drivers|players|adults|women|men"
    r"|subjects|participants"
    r"|witnesses|customers|members)"
    # Who reads or sings before a microphone is known by it, for whatever the text is.
    r"|(?:recordings?|recorded|speech|voices|readings|videos?) (?:of|by|with|from) (?:[\w-]+ ){0,2}?(?:narrators?"
    r"|announcers?|newsreaders?|reciters?|storytellers?|signers|singers?|voice (?:actors?"
    r"|actress(?:es)?|artists?|talents?))"
    r"|e[ce]gs?|emgs?|mris?|ct scans?|x-?rays?|ultrasounds?|mammograms?|biopsies|pathology slides|blood (?:values"
    r"|tests|samples|pressure|counts)"
    r"|glucose \w+|genomes?|genotypes?|dna|prescriptions|discharge (?:letters|summaries)|(?:doctors?|nurses?"
    r"|physicians?)(?:['’]s?|s['’])? (?:letters"
    r"|notes|dictations)|dictations? (?:of|by|from) [\w ]{0,60}(?:physicians|doctors|radiologists)|nursing notes"
    r"|clinical notes|anamnes\w+"
    r"|therapy (?:sessions|notes)|counsel?ling sessions|sleep (?:eeg|studies|recordings)|fitness trackers?(?: data)?"
    r"|heart rates?|wearables? data"
    r"|key-?strokes?(?: \w+)?|mouse movements|eye[- ]?track\w+|gaze \w+)"
)
_PICTURED = (
    r"(?:photo(?:s|graphs)?|pictures|images|scans?|videos?|recordings?|recorded \w+|profiles|traces|films"
    r"|portraits)"
)
_WHO = (
    r"(?:visitors?|guests?|pupils?|students?|children|patients?|customers?|clients?|employees?|staff members?"
    r"|applicants?|tenants?"
    r"|passengers?|players?|athletes|members|residents?|pedestrians|cyclists|drivers?|speakers?|callers?|teachers?"
    r"|nurses?|witnesses)"
)
_LIVES = (
    rf"(?:{_PICTURED} (?:(?!for\b|by\b|taken\b)[\w-]+ ){{0,3}}?{_WHO}|{_WHO}(?:['’]s?)? {_PICTURED}|(?:driv(?:ing"
    rf"|ers?['’]?s?) licen[cs]es"
    r"|visas|id (?:documents|papers)|birth certificates|bewerbungsunterlagen)|payrolls?|salar(?:y|ies)|payslips?"
    r"|timesheets?|badge logs?|shift (?:plans|rosters)|performance reviews"
    r"|staff appraisals|grades of \w+"
    r"|report cards|school reports|(?:member|guest|address|contact|mailing|donor|customer"
    r"|employee)(?:ship)? (?:registers?|lists?|books?|master data)"
    r"|phone ?books?|purchase histor(?:y|ies)|shopping histor(?:y|ies)|order histor(?:y|ies)|loyalty cards?"
    r"|bank statements|tax returns"
    r"|insurance claims|location (?:traces|tracks|histor\w+|data)|(?:gps|movement) (?:traces|tracks|profiles) of \w+"
    r"|(?:number|licen[cs]e) plates"
    r"|smart ?meters? (?:readings|data|profiles)|(?:consumption|meter) (?:of|from) (?:households|homes)"
    r"|call detail records|browsing histor\w+"
    r"|search histor\w+|click ?streams?"
    r"|weddings? (?:videos|photos)|family (?:trees|photos|videos)|genealog\w+|parish registers|census (?:sheets|forms)"
    r"|(?:job )?interview (?:recordings|transcripts|notes)|job interviews|interviews (?:with|of) \w+|(?:call|phone"
    r"|hotline|sales) (?:recordings?|calls|conversations)"
    r"|hotline (?:conversations|chats|calls)|(?:support|customer|help ?desk|service ?desk) (?:tickets|calls|chats"
    r"|e-?mails|mails|conversations|requests)"
    r"|e-?mails? (?:of|from) (?:our |the )?(?:company|staff|employees|office|firm|team)|(?:company|office"
    r"|staff) e-?mails?|inbox(?:es)?"
    r"|chat ?logs?(?: (?:of|from) [\w ]{1,60})?|whatsapp \w+|depositions|court (?:hearings|recordings)|hearings"
    r"|(?:recorded |phone )?calls with \w+|phone (?:orders|bookings|calls)|diar(?:y"
    r"|ies)"
    r"|supporttickets|kunden(?:anfragen|gespräche|anrufe|mails|briefe|chats|beschwerden)|mitarbeiter(?:gespräche|fotos)"
    r"|courriels \w+|courriers reçus|réclamations|reclamaciones|anrufe|bewerbungen|lohnabrechnungen|personalakten"
    r"|röntgenbilder|patientenbriefe"
    r"|tickets (?:du|de) support"
    r"|enregistrements d['’]appels|fiches de paie|radiographies|nóminas|llamadas de clientes|radiografías)"
)
_OF_THINGS = regex(
    r"(?<![a-z])(?:castings?|welds?|parts|baggage|luggage|pipes?|tyres|boards?|pcbs?|fossils?|rocks?|cores?|wood"
    r"|timber|fruit|apples|cheese|meat|mice"
    r"|mouse|rats?|dogs?|cats?|horses?|cows?|cattle|pigs?|sheep|fish|birds?|whales?|bats?|plants?|seeds?|bees|insects"
    r"|animals?|veterinary|phantoms?"
    r"|dolls|mannequins|statues|coins|paintings|clocks?|watches|cliffs?|typefaces?|fonts?|machines?|engines?|pumps?"
    r"|bearings?|buildings?|bridges?"
    r"|bacteria|viruses|yeast|wheat|rice|maize|potato\w*|(?<!family )trees|simulat\w+|synthetic|invented|role-?play\w*"
    r"|mock"
    r"|made-?up|test calls|scripted"
    r"|(?<!voice )actors?|anonymi[sz]ed|redacted|masked|aggregate[sd]?)(?![a-z])",
    re.IGNORECASE,
)
"""Beside these, no living person is what was recorded."""
_TELLS_OF_PEOPLE = regex(
    rf"(?<![^\W\d_])(?:{_PERSONAL})(?![^\W\d_])|个人(?:信息|数据)|個人情報|개인정보", re.IGNORECASE
)
_TALKS = regex(rf"(?<![^\W\d_])(?:{_BODIES}|{_LIVES})(?![^\W\d_])", re.IGNORECASE)
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
    rf"(?<![^\W\d_])(?:{_IN_NAMES}|{_BODIES}|{_LIVES})(?![^\W\d_])|病历|简历|人脸|指纹|聊天记录|顔写真|顔画像|指紋|診療記録|履歴書"
    r"|얼굴|지문|진료 ?기록",
    re.IGNORECASE,
)


def tells_of_people(text: str) -> str:
    """Words of a sentence that tell of data about people; empty where it tells of none, or that none are left.

    >>> tells_of_people("callers say their names"), tells_of_people("names of callers were masked")
    ('say their names', '')
    """
    for clause in affirmed(text):
        found = _TELLS_OF_PEOPLE.search(clause) or (
            None if _OF_THINGS.search(clause) else _TALKS.search(clause)
        )
        if found and not _HANDLED.search(text):
            return found.group(0)
    return ""


def named_for_people(name: str) -> str:
    """Words of a name of rows that tell of data about people; empty where it tells of none, or of things and animals.

    >>> named_for_people("ECGs of our clinic"), named_for_people("X-rays of castings"), named_for_people("mugshots")
    ('ECGs', '', 'mugshots')
    """
    if _NOBODY.search(name) or _OF_THINGS.search(name):
        return ""
    found = _NAMED_FOR_PEOPLE.search(name)
    return found.group(0) if found else ""


def handled(text: str) -> bool:
    """Whether a text says that nothing of a person is left in rows, or that there never was one."""
    return _HANDLED.search(text) is not None
