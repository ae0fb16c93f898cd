"""What sentences in other languages than English tell of where rows came from: from the web, from others, bought.

Polish, Czech, Ukrainian, Russian, Turkish, Swedish, Danish, Norwegian, Finnish, Hungarian, Dutch, Portuguese, Italian,
Vietnamese, Indonesian, Korean, Arabic and Hindi. Two things are heard: the web, by the word that nearly every language
has for it, and a word of taking beside one of source. Who is one's own by the words of these languages gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.patterns import regex
from compliance.resolve.words.prose.sentences import affirmed, compared

_WEB = regex(
    r"(?<![\w-])(?:internet(?:u|em|ie|owych|owe|owej|ové|ových|ten|ta|tan|in|i|ről|ből|istä|ista|et)|интернет\w*"
    r"|інтернет\w*|mạng|nätet|nettet|(?:z|ze|na) (?:forum|fora|fór|for)|webu|webből|веб-?сайт\w*|сайт(?:а|ов|ах"
    r"|і|ів)|форум(?:а|е|ов|ах|ів)?|forów)(?![\w-])"
    r"|인터넷|웹\s?사이트|웹에서|포럼|إنترنت|انترنت|الإنترنت|الانترنت|इंटरनेट|वेबसाइट",
    re.IGNORECASE,
)
"""The web and its places, in cases of each language."""
_ENGLISH = regex(
    r"(?<!\w)(?:the|of|and|by|our|are|is|was|were|we|for|on|in|with|from|an?|und|der|die|das|über|et|les|sur|su"
    r"|sobre)(?!\w)",
    re.IGNORECASE,
)
"""Languages in which the web is read with its words of source elsewhere."""
_OWN = regex(
    r"(?<!\w)(?:nasz\w*|własn\w+|pracowni[kc]\w*|naš\w*|vlastn\w+|zaměstnan\w+|наш\w*|собственн\w+|сотрудник\w*"
    r"|власн\w+"
    r"|працівник\w*|bizim|kendi\w*|çalışan\w*|vår\w*|egn?[ae]\w*|anställd\w*|medarbejder\w*|medarbeta\w*|ansatte"
    r"|vores|meidän|oma\w*|saját|onze|eigen|medewerker\w*|noss[oa]s?|própri[oa]s?|funcionári\w+|nostr[oaie]"
    r"|propri[oaie]"
    r"|dipendenti|chúng tôi|nhân viên|kami|karyawan|sendiri)(?!\w)"
    r"|우리|자사|자체|직원|사내|موظف|لدينا|الخاص بنا|हमारे|कर्मचार",
    re.IGNORECASE,
)
_ABOUT = regex(
    r"(?<!\w)(?:about|temat\w*|dotycz\w+|o(?= internet| internec)|про|об?(?= )|hakkında|om|angående"
    r"|over(?= internet)|acerca"
    r"|tentang|về|mengenai)(?!\w)|대한|관한|عن|बारे",
    re.IGNORECASE,
)
"""Words behind which the web is a subject."""
_DENIED = regex(
    r"(?<!\w)(?:không|chẳng|tidak|bukan|tanpa|nic|ничего|hiçbir|inget|intet|niets|nada|nulla|nichts|rien|niente"
    r"|ei|nem)(?!\w)|ليس|بدون|لم |नहीं",
    re.IGNORECASE,
)
_TAKEN = regex(
    r"(?<!\w)(?:"
    # Polish, Czech
    r"(?:otrzyman|kupion|zakupion|pozyskan|pobran|skopiowan|przepisan|zaczerpnięt|zebran|wzięt|przejęt"
    r"|zeskanowan)\w+ "
    r"(?:od|z|ze) \w+|(?:stažen|převzat|zakoupen|koupen|opsán|zkopírován|získán|naskenován)\w* (?:od|z|ze) \w+"
    # Ukrainian, Russian
    r"|(?:собран|скачан|скопирован|взят|куплен|приобретен|приобретён|получен|переписан|выгружен|заимствован)\w* "
    r"(?:с|со|из|у|от|на) \w+|(?:зібран|завантажен|скопійован|взят|куплен|отриман|переписан)\w* (?:з|із|у|від|на) \w+"
    # Turkish
    r"|\w+(?:d[ae]n|t[ae]n) (?:toplan|alın|kopyalan|indiril|satın alın|derlen)\w*"
    # Swedish, Danish, Norwegian, Finnish, Hungarian
    r"|(?:hämta|köp|kopiera|tag|låna)\w* (?:från|av|ur) \w+|(?:hentet|taget|tatt|kopieret|kopiert|købt|kjøpt"
    r"|lånt|fået|fått) "
    r"(?:fra|af|av) \w+|(?:kerätty|kopioitu|ostettu|ladattu|otettu) \w+(?:sta|stä|lta|ltä)"
    r"|\w+(?:ból|ből|ról|ről|tól|től) (?:gyűjt|másol|letölt|vásárol|vett|származ)\w*"
    # Dutch, Portuguese, Italian
    r"|(?:overgenomen|gekocht|gekopieerd|gekregen|verkregen|gedownload|verzameld|geleend|overgetypt) (?:van|uit"
    r"|bij|op) \w+"
    r"|(?:copiad|retirad|extraíd|recolhid|coletad|baixad|comprad|cedid|fornecid|recebid|obtid|emprestad"
    r"|digitad)[oa]s? "
    r"(?:d[eoa]s?|por|a|ao|à|em|n[oa]s?|pel[oa]s?) \w+|(?:presi|prese|tratt[ie]|copiat[ie]|acquistat[ie]"
    r"|comprat[ie]|cedut[ie]"
    r"|ricevut[ie]|ottenut[ie]|scaricat[ie]|fornit[ie]) (?:d[aei]|dal\w*|dai|dagli|dell\w*|dei) ?\w+"
    # Vietnamese, Indonesian
    r"|(?:thu thập|lấy|mua|tải|sao chép|trích) từ \w+|(?:diambil|dikumpulkan|dibeli|disalin|diunduh"
    r"|diperoleh) dari \w+"
    r")(?!\w)"
    r"|[가-힣\w]+\s?(?:에서|에게서|으로부터|로부터)\s?(?:수집|가져|복사|다운로드|구매|구입|크롤|발췌|받은|제공)"
    r"|(?:جمعت|مأخوذة|أخذت|منقولة|منسوخة|مشتراة|اشتريت|حصلنا عليها|تم جمعها) (?:من|على) \S+"
    r"|\S+ से (?:लिए|लिया|लिये|ली|एकत्र|कॉपी|डाउनलोड|खरीद)\S*",
    re.IGNORECASE,
)
"""A word of taking beside one of source, with what follows or precedes."""


def taken_abroad(text: str) -> Iterator[str]:
    """Words of a sentence in another language that tell that rows came from the web or from others.

    >>> list(taken_abroad("pobrane z internetu")), list(taken_abroad("nic nie pobrano z internetu"))
    (['internetu', 'pobrane z internetu'], [])
    >>> list(taken_abroad("otrzymane od naszych pracowników")), list(taken_abroad("about the internet"))
    ([], [])
    """
    for clause in affirmed(text):
        if compared(clause) or _DENIED.search(clause):
            continue
        places = () if _ENGLISH.search(clause) or _ABOUT.search(clause) else _WEB.finditer(clause)
        for found in (*places, *_TAKEN.finditer(clause)):
            if not _OWN.search(clause, found.start(), found.end() + _NEAR):
                yield found.group(0)


_NEAR = 12
"""Letters behind a source among which it may be called one's own."""


def tells_of_taking_abroad(words: str) -> bool:
    """Whether words are such as `taken_abroad` gives."""
    return bool(_WEB.fullmatch(words) or _TAKEN.fullmatch(words))
