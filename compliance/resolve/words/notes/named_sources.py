"""Names of somebody that stand where a source stands in a note: "joined with Meteoblue temperatures", "out of BRENDA".

No list holds whoever gives, sells or publishes rows. What is called one's own is therefore taken to come from somebody
where a name stands behind a word of source in what is noted of it, unless the name is one's own, or that of a place, a
month, a person, a format, or a tool with which one works.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from compliance.model.declared.stated import Documentation
from compliance.model.words.places import known_place
from compliance.model.words.spelling import key as spelt
from compliance.patterns import regex
from compliance.resolve.lineage.ancestry import Expanded
from compliance.resolve.words.notes.beside import notes
from compliance.resolve.words.prose.sentences import affirmed, compared
from compliance.resolve.words.prose.telling import OUR_OWN

_TOLD_APART = r"(?:[A-Z]{2,}[\w&-]*|[A-Z][a-zà-ÿ]+[A-Z]\w*|[A-Z][\w-]*\d[\w.-]*|[a-z]+[A-Z]{1,}\w+)"
"""A word that only a name is spelt like: capitals in a row or within, or a figure behind one."""
_CAPITAL = r"[A-Z][a-zà-ÿ’']+"
_MORE = rf"(?: (?:{_TOLD_APART}|{_CAPITAL})){{0,4}}"
_NAME = rf"(?:{_TOLD_APART}|{_CAPITAL}){_MORE}"
_STRONG = rf"(?:{_TOLD_APART}){_MORE}"
_ROWS = (
    r"(?:data(?: ?(?:sheets?|bases?|sets?))?|prices|temperatures|weather|re-?analys[ie]s|records|values|sequences"
    r"|structures|spectra|tiles|texts|articles|assets|meshes|quotes|news|feeds?|statistics|indices|forecasts"
    r"|catalogues?|manuals|ratings|rows|maps|predictions|exports?|dumps?|episodes|broadcasts|issues)"
)
_PUBLISHED = (
    r"(?:articles|episodes|broadcasts|programmes|back numbers|(?:data )?sheets|datasheets|manuals|catalogues?|prices"
    r"|assets|meshes|archives?|databases?|tables|hours(?: (?:are|were|come))?|tiles|tales|novels|lessons)"
)
_BETWEEN = r"(?:(?!(?:under|in|as|for|on|at|with|and|or|by|from|to|of|is|are|was|were|we)\b)[\w-]+ )?"
_LITTLE = r"(?:\d[\w.,]* ?%? (?:of )?)?(?:[a-z][\w-]{0,30} ){0,3}?"
_PLACES = (
    rf"(?<![\w-])(?:from|off|out of) {_LITTLE}(?P<a>{_NAME})",
    rf"(?<![\w-])(?:joined|merged|enriched|combined|mixed|blended|augmented|supplemented|matched|linked"
    rf"|paired|completed|together|along) with {_LITTLE}(?P<b>{_NAME})",
    rf"(?<![\w-])(?:plus|besides?|including|incl\.|as well as|with|and|of|contains?|holds?) {_LITTLE}"
    rf"(?P<c>{_NAME}) {_BETWEEN}{_ROWS}(?![\w/])",
    rf"(?<![\w-])(?P<d>{_STRONG}) {_BETWEEN}{_ROWS}(?![\w/])",
    rf"(?<![\w-]){_PUBLISHED} (?:of|by) {_LITTLE}(?P<e>{_NAME})",
    rf"(?<![\w-])(?:found|shared|published|posted|listed|offered) (?:\w+ )?(?:on|in|at|by) {_LITTLE}(?P<j>{_NAME})",
    rf"(?<![\w-])by the (?:[a-z][\w-]* ){{0,2}}?(?P<k>{_NAME})",
    r"(?<![\w-])(?:masks|labels|boxes|captions|transcripts|translations|summaries|annotations|predictions|structures"
    rf"|scores|tags|segmentations|alignments|answers) (?:by|from|of|through) (?P<l>{_STRONG})",
    rf"(?<![\w-])(?:that|those|theirs) of {_LITTLE}(?P<f>{_NAME})",
    r"(?<![\w-])(?:filled(?: in)?|imputed|completed|transcri\w+|segmented|aligned|diari[sz]ed|denoised|upscaled"
    r"|enhanced|dubbed|voiced|synthesi[sz]ed|rendered|predicted|forecast|inferred|designed|folded|proposed|generated"
    r"|captioned|described|translated|summari[sz]ed|parsed|extracted|simulated|painted|scored|answered|rewritten) "
    rf"(?:in )?(?:by|with|through|via) (?P<g>{_STRONG})",
    rf"(?<![\w-])(?:copied|adapted|borrowed|ported|forked|lifted|vendored|taken over|derived|translated|paraphrased"
    rf"|inherited|cloned) (?:\w+ )?(?:from|of|after|by|in|with) {_LITTLE}(?P<h>{_NAME})",
    rf"(?<![\w-])(?:vom|von|aus|bei|beim|par|chez|depuis|del|dal|dalla|van|uit|från|fra|od) (?:[\w-]+ ){{0,2}}?"
    rf"(?P<i>{_STRONG})",
)
_STANDS = [regex(one) for one in _PLACES]
_WROTE = [one for one, said in zip(_STANDS, _PLACES, strict=True) if "(?P<g>" in said or "(?P<l>" in said]
_FED = regex(
    r"(?<![\w-])(?:(?:first|then|later|afterwards|warmed up|warm-?started|pre-?trained|continued|trained|tuned|started"
    r"|initiali[sz]ed|bootstrapped|ran) (?:\w+ )?(?:on|from|over)|(?:noise|rows|data|samples|clips|speech|images|texts?"
    r"|pairs|questions|examples|sounds|sentences) (?:from|of|out of)|(?:co-?trained|joint(?:ly)?|seeded|regulari[sz]ed"
    rf"|mixed|blended|interleaved|trained|augmented|together|along) (?:\w+ )?with) {_LITTLE}"
    rf"(?P<a>{_STRONG}|{_CAPITAL} {_CAPITAL})"
)
"""Where a note of a training names what went in."""
_GERMANIC = regex(r"(?<!\w)(?:der|die|das|den|dem|und|mit|von|vom|aus|für|im|ist|sind|wurden?)(?!\w)")
"""Words of a language in which every noun has a capital."""
_OURS = regex(rf"(?<![a-z])(?:{OUR_OWN}|ours|us|this|each)(?![a-z])", re.IGNORECASE)
_ABOUT = regex(
    r"(?<!\w)(?:about|on|questions|concern\w+|regarding|like|unlike|style|format|template|manner|tested|checked"
    r"|evaluat\w+|measured (?:on|with)|subject|named|called|recogni[sz]es?|for)(?!\w)(?: [\w’'-]+){0,6}\s*$",
    re.IGNORECASE,
)
"""Words behind which a name is a subject, a measure or a form."""
_OUT = regex(
    r"(?<!\w)(?:removed|deleted|dropped|discarded|excluded|filtered out|thrown out|left out|taken out|de-?dup\w*"
    r"|decontaminat\w*|overlap\w*|nothing|nichts|rien|nada|compared|recipe|paper|schema|plan(?:s|ned)?|later)(?!\w)",
    re.IGNORECASE,
)
_PEOPLE_BEFORE = regex(
    r"(?:\w{2,}(?:ers|ors|ists|ees|men|ians)|people|staff|persons|colleagues|volunteers|teams?|students|natives|us"
    r"|Dr\.|Mrs?\.?|Ms\.?|Prof\.|Frau|Herrn?|Mme|M\.|Sr\.|Sra\.)\s*$"
)
_SITE_BEHIND = regex(
    r"(?:['’]s)?[ -](?:plant|site|office|factory|works|line|lab|laborator\w+|department|branch|team|hall|shop floor"
    r"|warehouse|stor(?:e|es)|clinic|ward|desk|cluster|server|notebook|microscope|camera|scanner|microphone|sensors?"
    r"|instruments?|meters?|script|macro)(?!\w)"
)
"""Words behind which a name is that of one's own place, or of what one works with."""
_NO_SOURCES = frozenset(
    """
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday spring summer autumn winter easter christmas day days week month year line room
    section table chapter appendix figure page readme contributing changelog license data training card datasheet
    csv json jsonl pdf html xml sql parquet excel word markdown latex utf ascii api rest ocr asr tts nlp ner qa q&a faq
    faqs rag llm ai ml rl id ids url iso din en si sop sops cad cam ct mri mr xray eeg ecg emg lidar radar rgb rgbd nir
    gps imu plc plcs scada opc erp crm mes lims hr it r&d ceo cto cfo gpu gpus cpu tpu usb sd nas pc pcs vm aws gcp
    azure s3 sap jira confluence sharepoint outlook teams slack notion zendesk salesforce servicenow hubspot freshdesk
    onedrive dropbox gitlab git lfs dvc svn office powerpoint access filemaker odoo datev trello asana miro intranet
    wiki cms german english french italian spanish dutch portuguese polish russian turkish chinese japanese korean
    arabic latin
    romansh swedish danish norwegian finnish czech greek hebrew hindi european american swiss austrian british
    cvat labelme prodigy doccano inkscape blender audacity praat elan gimp photoshop illustrator matlab python pandas
    numpy r stata spss duckdb postgres postgresql mysql sqlite mongodb influxdb grafana kafka docker kubernetes linux
    windows macos android ios ubuntu arduino raspberry ros ros2 isaac gazebo mujoco unity unreal carla omniverse zemax
    ansys comsol openfoam simulink gdpr dsgvo phi pii nda dpa usa uk eu eea ch de fr it at q1 q2 q3 q4 v1 v2 v3
    canon nikon sony zeiss leica basler olympus shure sennheiser gopro iphone realsense kinect adamw sgd lora qlora dpo
    ppo grpo sft rlhf bf16 fp16 fp8 int8 int4 gguf onnx tensorrt h100 h200 a100 b200 v100 l40s t4 rtx tpus mi300
    a i we they it all the they each none one two three head lead chief
    officer protection director manager president committee board works council manual handbook
    """.split()  # noqa: SIM905
)
"""Capitalised words, and words in capitals, that give nobody's rows: times, forms, tools, offices, languages."""
_LONGEST, _NEAR = 2_000, 80
"""Letters of a clause that are looked at, and before a name."""
_HOLD = ("dataset", "document", "code")


def sources_told(key: str, full: Expanded, house: str) -> tuple[str, ...]:
    """Names of somebody from whom, as notes tell, rows or a program came that are called one's own.

    Where something of others went into it, that is what is told of.
    """
    artifact = full.artifacts[key]
    if artifact.kind == "model" or artifact.origin not in ("own", "people"):
        return ()
    page = artifact.documented.where if isinstance(artifact.documented, Documentation) else ""
    own = (house, key, artifact.name or "")
    # Where people wrote them, rows may lie at anybody's; that a machine wrote them is told still.
    told = functools.partial(named_sources, ours=own, wrote=artifact.origin == "people")
    found = tuple(dict.fromkeys(one for text in (page, *notes(key, full)) for one in told(text)))

    def of_others(item: str) -> bool:
        return full.artifacts[item].origin != "own" and full.artifacts[item].kind in _HOLD

    return () if found and full.writing.some_behind(key, of_others, {}) else found


def named_sources(text: str, ours: Iterable[str], *, wrote: bool = False) -> Iterator[str]:
    """Names of somebody else that stand in a note where a source stands; those that `wrote` it alone, where asked.

    >>> list(named_sources("15 minutes, joined with Meteoblue temperatures", [])), list(named_sources("our SAP", []))
    (['Meteoblue'], [])
    >>> list(named_sources("recorded from January on, marked in CVAT", [])), list(named_sources("out of BRENDA", []))
    ([], ['BRENDA'])
    """
    own = [spelt(one) for one in ours if one]
    nouns_too = _GERMANIC.search(text) is not None
    found: dict[str, None] = {}
    for clause in affirmed(text):
        if compared(clause) or _OUT.search(clause):
            continue
        for name, place in _standing(clause[:_LONGEST], _WROTE if wrote else _STANDS):
            if nouns_too and not re.match(_TOLD_APART, name):
                continue
            before = _SHOWN_ON.sub(" ", clause[max(0, place - _NEAR) : place])
            if _is_other(name, before, clause[place + len(name) :], own):
                found.setdefault(name)
    yield from found


def named_fed(text: str) -> Iterator[str]:
    """Names behind words of training in a note of it, as those of rows that went in: "first on MVTec AD".

    >>> list(named_fed("small U-Net, first on MVTec AD")), list(named_fed("trained on AWS with two A100"))
    (['MVTec AD'], [])
    """
    for clause in affirmed(text):
        if compared(clause) or _OUT.search(clause):
            continue
        for name, place in _standing(clause[:_LONGEST], (_FED,)):
            before = _SAYS_SO.sub(" ", clause[max(0, place - _NEAR) : place])
            if not _MACHINES.match(clause, place) and _is_other(
                name, before, clause[place + len(name) :], []
            ):
                yield name


def titled_works(name: str, ours: Iterable[str]) -> Iterator[str]:
    """Somebody's name in that of rows of one's own, beside a kind of work that has an author or a title.

    >>> list(titled_works("Poems by Szymborska", [])), list(titled_works("Songs of Bern", []))
    (['Szymborska'], [])
    >>> list(titled_works("Harry Potter chapters", [])), list(titled_works("School songs", []))
    (['Harry Potter'], [])
    """
    own = [spelt(one) for one in ours if one]
    for called, place in _standing(name, (_TITLED,)):
        if _is_other(called, name[max(0, place - _NEAR) : place], name[place + len(called) :], own):
            yield called


_PERSON = (
    r"(?!(?:Lake|Mount|Mt|River|Castle|Street|St|Saint|Port|North|South|East|West|New|Old|Upper|Lower|Cape|Fort|Point|Great"
    r"|Little|Big|Grand|Bad|San|Santa|Los|La|Le|El|Villa|Hotel|Park|Class|School|Swiss|Wild|Red|Green|Blue|White|Black)\b)"
    rf"{_CAPITAL} (?:[A-Z]\. |(?:van|von|de|del|di|da|dos|le|la|bin|al) )*(?!\w+s\b){_CAPITAL}(?! [A-Z])"
)
"""Two or three words as a person's name is written; what ends as a plural is taken for things."""
_TITLED = regex(
    rf"(?<![\w-])(?i:frames|stills|scenes|clips|characters|poems?|songs?|novels?|stories|tales|recipes|films?|movies"
    rf"|episodes?|subtitles|lyrics|cartoons?"
    rf"|comics?|chapters"
    rf"|books?|paintings|plays|scores|sermons|speech bubbles|quotes) (?:by (?P<a>{_NAME})"
    rf"|(?:of|from|in) (?:the )?(?P<c>{_STRONG}|{_CAPITAL} {_CAPITAL}))"
    r"|(?<![\w-])(?i:recordings?|photo(?:s|graphs)?|pictures|portraits|images|videos?|footage|speeches|letters|diaries"
    r"|interviews?|voices?|drawings|sketches|sculptures|talks|lectures|concerts|performances|readings|columns|essays"
    rf"|articles|posts|works) (?:(?:by|of)|(?<=interviews )with) (?P<d>{_PERSON})"
    rf"|(?<![\w-])(?P<b>(?:[A-Z]{{3,}}[\w&-]*|{_CAPITAL} {_CAPITAL}))(?:['’]s?)? (?:speech bubbles|songs?|episodes?"
    rf"|films?|comics?|novels|books|chapters"
    rf"|subtitles|scripts|lyrics|cartoons|(?:assembly |user )?manuals|talks|sermons|poems|recipes|quotes|cards"
    rf"|levels)(?![a-z])"
)
"""A work that bears the name of whoever made it, or of what it is part of."""
_SHOWN_ON = regex(r"(?<!\w)(?:found|shared|published|posted|listed|offered) (?:\w+ )?on(?!\w)")
_SAYS_SO = regex(r"(?<!\w)on(?!\w)")
_MACHINES = regex(
    r"(?:NVIDIA|AMD|Intel|Apple|Google|TPU|GPU|CUDA|MI\d|[A-Z]{1,3}\d{1,4}\w?(?![\w-])|RTX|GTX|DGX|HPC|EC2|Mac\w*|SLURM"
    r"|LUMI|JUWELS|JURECA|JUPITER|MareNostrum\w*|CINECA|CSCS|EPFL|ETH|RunPod|CoreWeave|Colab|ZeRO|FSDP|DDP|DeepSpeed"
    r"|PyTorch|TensorFlow|TRL|LLaMA-Factory|AdamW\w*|MLX|JAX)"
)
"""Machines, and programs that train."""


def _standing(clause: str, places: Iterable[re.Pattern[str]]) -> Iterator[tuple[str, int]]:
    """Names in the places of sources, each with where it begins."""
    for pattern in places:
        for found in pattern.finditer(clause):
            group = found.lastgroup or ""
            yield found.group(group).rstrip("’'"), found.start(group)


def _is_other(name: str, before: str, behind: str, own: list[str]) -> bool:
    """Whether a name is that of somebody else, and says whose something is."""
    words = [word.strip(".'’").removesuffix("'s").removesuffix("’s") for word in re.split(r"[ -]", name)]
    if all(word.casefold() in _NO_SOURCES or word.isdigit() for word in words):
        return False
    if (
        known_place(name)
        or known_place(words[0])
        or any(spelt(name) in one or one in spelt(name) for one in own)
    ):
        return False
    near = " ".join(before.split()[-3:])
    if _OURS.search(near) or _ABOUT.search(before) or _SITE_BEHIND.match(behind):
        return False
    last = before.split()
    person = (
        last
        and last[-1].casefold() in ("from", "of", "by", "and")
        and _PEOPLE_BEFORE.search(" ".join(last[:-1]) + " ")
    )
    return not person and not (last and _PEOPLE_BEFORE.search(last[-1]))
