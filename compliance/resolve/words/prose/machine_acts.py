"""Acts of which notes on rows tell, that some program of others does with a model: paraphrased, dubbed, pre-labelled.

No writer is named there, and often no verb of writing stands there: "the rest expanded automatically", "post-edited",
"suggestions of the editor were on", "logged from the previous version". What scripts, rules and records of one's own do
by themselves is something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.patterns import regex
from compliance.resolve.words.prose.mentioned import at_work
from compliance.resolve.words.prose.sentences import affirmed, compared
from compliance.resolve.words.prose.telling import at_large, maker_words

_SPEAKS = (
    r"(?:translat|paraphras|rephras|reword|rewrit|summari[sz]|expand|enlarg|extend|caption|transcrib|dubb|voic|answer"
    r"|complet|draft|writ|wrote|generat|compos|invent|simplif|label|annotat|tagg?|classif|segment|subtitl|narrat"
    r"|elaborat)"
    r"(?:l?ed|e?s|l?ing|en|ied|ten|d)?"
)
_BY_ITSELF = (
    r"(?:automatically|auto-?matic|by (?:a |the )?(?:machine|computer|software|program|algorithm)|by itself)"
)
_PROGRAM = (
    r"(?:(?:labell?ing|annotation|annotating|translation|writing|captioning|transcription|editing|speech|image"
    r"|dictation)"
    r" (?:tool|software|program|platform|app|suite|plug-?in|engine|service)|(?:cat|mt)[- ](?:tool|engine)|plug-?in"
    r"|(?:text|code) editor|ide|word processor|browser|keyboard|phone|spreadsheet|search engine|program|software|tool"
    r"|app)"
)
_PROPOSED = (
    r"(?:propos(?:ed|als?)|suggest(?:ed|ions?)|predict(?:ed|ions?)|pre-?fill(?:ed|s)?|first drafts?|pre-?select(?:ed"
    r"|ions?)|offer(?:ed)|completions?|guess(?:ed|es))"
)
_LANGUAGE_TOOL = (
    r"auto-?(?:complet(?:e|ion)|suggest(?:ions?)?|write|fill)|predictive text|smart compose|(?:writing|typing|text|code"
    r"|inline|editor|word) suggestions|(?:code|tab|text|inline|sentence) completions?|completion"
)
_EARLIER = (
    r"(?:previous|earlier|former|old(?:er)?|last|first|prior|production|deployed|running|live|current|existing"
    r"|vorige[nrms]?"
    r"|frühere[nrms]?|alte[nrms]?|prototype)"
)
_SYSTEM = (
    r"(?:(?:product |beta |pilot |live )?(?:versions?|releases?|generations?)(?: of (?:the|our) (?:product|app"
    r"|assistant|tool"
    r"|system|service|software|program|engine|recogni[sz]er|classifier|translator))?|models?|systems?|engines?"
    r"|classifiers?|recogni[sz]ers?|taggers?|translators?|detectors?|rankers?|checkpoints?|pipelines?|modell\w*|fassung"
    r"|prototyp\w*)"
)
_ACTS = regex(
    rf"(?<![a-z-])(?:{_SPEAKS} (?:\w+ ){{0,2}}?{_BY_ITSELF}|{_BY_ITSELF} (?:\w+ )?{_SPEAKS}"
    r"|back-?[ -]?translat(?:ed?|ions?|ing)|round-?trip translat\w+|machine[- ]translat\w+|post-?edit(?:ed|ing|s)"
    r"|pseudo-?[ -]?label\w*|(?:weak|silver|noisy|distant)(?:ly)?[- ]label\w*|self-?[ -]?(?:train\w+|instruct\w*"
    r"|label\w*)"
    r"|pre-?(?:label|annotat|translat|segment|caption|transcri|tagg?)\w*"
    r"|voices? (?:was |were |are )?(?:clon\w+|conver\w+|chang\w+|swapp\w+|synthe\w+)|voice (?:clon|conver|chang|swap"
    r"|synthe)\w+"
    r"|(?:clon|conver)\w+ (?:\w+ ){0,2}?voices?|super-?resol\w+|neural (?:vocoders?|codecs?|denoisers?|upscalers?"
    r"|renderers?)|(?:evol|self)-?instruct\w*|voice of (?:the|an?"
    r"|our) (?:satnav|gps|phone|computer|navigation|reader|screen reader|assistant|car|program|robot|device)|(?:by"
    r"|with|in|from|through) (?:an? |the |some )?(?:online |web |free )?(?:writing|translation|drafting|grammar"
    r"|answering) (?:aids?|helpers?|sites?|services?)|(?:in|out)-?paint\w*|colouri[sz]ed|colori[sz]ed"
    r"|style[- ]transfer\w*|face[- ]?swap\w*|swapped faces|lip[- ]?sync\w*|relit|photo-?mosaic(?!k)"
    r"|(?:text|speech)[- ]to[- ](?:speech|text|image)|tts|asr|speech (?:recognition|synthesis)|dictat(?:ed|ion) (?:to"
    r"|into|with|by)"
    r" (?:the |a |an )?(?:phone|computer|program|software|app|watch|recogni[sz]er)"
    rf"|{_PROPOSED} (?:\w+ )?(?:by|of|from|in) (?:the |an? |our |my |their )?(?:\w+ )?{_PROGRAM}"
    rf"|(?:{_LANGUAGE_TOOL}) (?:was |were |is |are |had been |left |stayed |kept )?(?:switched |turned )?(?:on|enabled"
    rf"|active"
    r"|used|accepted)|(?:suggestions|completions) (?:was |were |are )?(?:switched|turned|left) on|(?:with|used"
    r"|accept\w*|kept) (?:\w+ )?(?:" + _LANGUAGE_TOOL + r")"
    rf"|(?:{_PROPOSED}|{_SPEAKS}|outputs?|answers?|replies|logs?|logged|labels?|etiketten|antworten|scores?|replies"
    rf"|decisions) (?:\w+ )?"
    rf"(?:by|of|from|with|von|vom|mit) (?:the |an? |our |its |der |dem |einem |unserem "
    rf"|unserer )?(?:{_EARLIER} (?:\w+ )?{_SYSTEM}"
    r"|prototype)"
    r"|(?:model|computer|machine|tool|software|program)[- ](?:assist|aid|support|suggest|propos)\w*"
    r"|(?:cleaned|polished|edited|corrected|fixed|improved|tidied|proofread|smoothed"
    r"|shortened)(?: up)? (?:\w+ )?(?:with"
    r"|by|using|in|through) (?:an? |the |some )?(?:llms?|ai|language models?|chat ?bots?)"
    r"|suggested by (?:an? |the |our )?(?:assistant|bot|ai|model|copilot)"
    r"|(?:llms?|ai|chat ?bots?|language models?) (?:\w+ )?(?:filled|completed|added|fixed|rewrote|expanded)(?: in)?"
    r"|(?:half|part|most|some|bulk|all|rest|third|quarter)(?: of (?:it|them|the rows))? (?:is |are |was |were )?"
    r"(?:synthetic|model outputs?|ai[- ]made)"
    r"|(?:by|from|with|through) (?:an? )?(?:ai|llm)[- ](?:services?|tools?|apps?|platforms?)"
    r"|with (?:some |a little )?(?:ai|llm|chatbot)[- ](?:help|assistance|aid|support)"
    r"|with (?:the |some )?help of (?:an? )?(?:ai|llms?|chat ?bots?|language models?)"
    r"|(?:answers|replies|responses|completions) (?:\w+ ){0,2}?(?:from|via|through) (?:the |an? |their |its )?"
    r"(?:api|playground|endpoint|chat (?:window|interface))(?! of our)"
    r"|(?:bootstrapped|distill?ed|copied|learned) from (?:an? |the )?(?:bigger|larger|stronger|better|frontier"
    r"|big|large"
    r"|proprietary|commercial|teacher) (?:[\w-]+ )?models?|distill?ed (?:rows|data|answers|set|labels)|distill?ed$"
    r"|(?:used?|using|asked|consulted|opened|prompted|queried) (?:\w+ )?(?:an? |the |some |any )?"
    r"(?:chat ?bots?|llms?|language models?|ai(?: (?:tools?|assistants?|services?))?)"
    r"(?! (?:(?:gate)?ways?|to (?:detect|measure|score|rank)|detect\w*|judges?|filters?|as))"
    r"|(?:an?|the|some) (?:ai|llm|chat ?bot|language model) (?:was|had been|has been) (?:asked|used|consulted|prompted)"
    r"|(?:llms?|chat ?bots?|language models?) (?:were|had been|have been) (?:asked|used|consulted|prompted)"
    rf"|{_SPEAKS} (?:\w+ )?(?:with|by|via|using) (?:an? |the |some )?(?:llms?|ai|language models?|chat ?bots?)"
    r"|silver (?:data|rows|standard)|(?:rest|others|remainder) (?:is |was |were |done )*automatic(?:ally)?(?! by)"
    r"|generated,? (?:and |then )+(?:edited|corrected|checked|cleaned|reviewed)"
    r"|sampled \w+ times per (?:prompt|question)|(?:samples|completions|generations|rollouts) per (?:prompt|question)"
    r"|best[- ]of[- ](?:\d+|n) by|rejection[- ]sampl\w+|nucleus sampling|greedy decoding"
    r"|top[-_ ]?[pk](?: of| =|=|:)? ?\d[\d.]*"
    r"|(?:automatisch|maschinell) (?:erweitert|ergänzt|umformuliert|paraphrasiert|beschriftet|vorbelegt|verschlagwortet"
    r"|transkribiert|vertont|zusammengefasst|beantwortet|vorübersetzt|annotiert|gelabelt)|rückübersetz\w+"
    r"|vorübersetz\w+"
    r"|nachbearbeitete maschin\w+|vorannotiert\w*|stimmen? (?:geklont|umgewandelt)|autovervollständigung"
    r"|(?:reformul|paraphras|étendu|complét|annot|légend|transcri|résum|doubl)\w* automatiquement|rétro-?traduc\w+"
    r"|pré-?(?:annot|tradui|étiquet)\w+|voix (?:clon|conver)\w+|post-?édit\w+"
    r"|(?:ampliad|parafrasead|reformulad|etiquetad|anotad|transcrit|resumid|doblad)[oa]s? automáticamente"
    r"|retro-?traducci\w+"
    r"|pre-?(?:anotad|etiquetad|traducid)[oa]s?|voces? clonad\w+)(?![a-z])"
    r"|回译|逆翻訳|역번역|(?:自动|機械的に|자동으로) ?(?:改写|扩写|标注|转写|言い換え|注釈|라벨링)"
    r"|预标注|语音克隆|声音克隆|音色转换",
    re.IGNORECASE,
)
"""What only something that speaks, draws or recognises does."""
_BY_RULE = regex(
    r"(?<![a-z])(?:by|with|from|via|using|out of|through|mit|aus|durch|par|avec) (?:an? |the |our |some |fixed "
    r"|simple |its "
    r"|their |einem |einer |une? )*(?:[\w-]+ )?(?:rules?|scripts?|templates?|regex\w*|regular expressions?|formulas?"
    r"|sql|macros?"
    r"|erp|crm|databases?|status(?: fields?)?|fields?|sensors?|meters?|logs? of (?:the|our) machines?|lookup tables?"
    r"|tables"
    r"|dictionar(?:y|ies)|gazetteers?|folder names?|file names?|timestamps?|gps|barcodes?|(?:billing|booking|order"
    r"|control|accounting|inventory|ticket|monitoring|alarm"
    r"|management|measuring|metering) systems?|plc|scada|patterns?|grammars?"
    r"|regeln?|skript\w*|vorlagen?|règles|scripts?)(?![a-z])",
    re.IGNORECASE,
)
"""What makes things by itself without any model."""
_ASIDE = regex(
    r"(?<![a-z])(?:nothing|nichts|rien|nada"
    r"|about|topics?|on how|questions? (?:on|about|for)|lessons? on|courses? (?:on|in)|tickets? (?:on"
    r"|about)|checked"
    r"|detect\w*|remov\w+|dropped|discarded|thrown|filtered out|excluded|left out|deleted|planned|later|will|could"
    r"|would"
    r"|instead|rejected|forbidden|not allowed|switched off|turned off|disabled|error rate|measured|tested"
    r"|aside|only the index|by our own (?:rules?|scripts?))(?![a-z])",
    re.IGNORECASE,
)
"""What such an act was a subject or a plan of, or of which nothing stayed."""


def machine_acts(text: str) -> Iterator[str]:
    """Words of a sentence that tell of an act of some model which nobody names.

    >>> list(machine_acts("the rest expanded automatically")), list(machine_acts("labelled automatically by a script"))
    (['expanded automatically'], [])
    >>> list(machine_acts("labelled by the previous version of the product")), list(machine_acts("no back-translation"))
    (['labelled by the previous version of the product'], [])
    """
    for clause in affirmed(text):
        if not (compared(clause) or _BY_RULE.search(clause) or _ASIDE.search(clause)):
            yield from (found.group(0) for found in _ACTS.finditer(clause))


def acts_on_rows(text: str) -> Iterator[str]:
    """The same in a note on a training: what was done to the rows, and not what the weights do.

    >>> list(acts_on_rows("rows grown with Evol-Instruct")), list(acts_on_rows("speech recognition, three epochs"))
    (['Evol-Instruct'], [])
    """
    if _ON_ROWS.search(text):
        yield from (words for words in machine_acts(text) if not _TASK.search(words))


_ON_ROWS = regex(
    r"(?<![a-z])(?:rows|answers|examples|samples|texts|sentences|dialogues|questions|prompts|captions)(?![a-z])",
    re.IGNORECASE,
)
_TASK = regex(r"speech|tts|asr|translat|voice", re.IGNORECASE)
"""Acts that may be what the weights are trained for."""


def services_in_id(step: str) -> Iterator[str]:
    """Services and their models that the id of a step which trains names, where nothing is held against them.

    >>> list(services_in_id("sft-on-claude-answers")), list(services_in_id("tune-vs-gpt-4o"))
    (['claude'], [])
    """
    said = step.replace("-", " ").replace("_", " ")
    if not compared(said):
        named = (word for word in maker_words(step) if not at_large(word))
        yield from dict.fromkeys((*at_work(said, rows=False), *named))
