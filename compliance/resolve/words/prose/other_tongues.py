"""What sentences and names say in other languages than English: that a model wrote a thing, or what it may be used for.

German, French, Spanish, Italian, Portuguese, Dutch, the Scandinavian languages, Polish, Russian, Turkish, Chinese,
Japanese and Korean. As in English, a word alone that a thing may be about (a language model) tells nothing: it must be
said to have written something. In names, making by a machine and sites of others are told by words of their own, which
stand for the same as the English ones.
"""

from __future__ import annotations

import re

from compliance.patterns import regex

_MACHINE = (
    r"(?:ki|ia|ии)(?![\w-])|sprach-?modell\w*|künstliche\w* intelligenz|maschinen?|chatbots?"
    r"|mod[eè]l[eo]s? (?:de |du )?(?:langues?|langage|lenguaje|linguagem|génératif|generativo)"
    r"|mod[eè]l[eo]s? linguistic\w+"
    r"|modell[oi] (?:linguistic[oi]|di linguaggio|generativ[oi])|intelligen[cz]a? (?:artificielle|artificiale"
    r"|artificial)"
    r"|inteligencia artificial|inteligência artificial|taalmodel\w*|språkmodell\w*|sprogmodel\w*|model\w* językow\w+"
    r"|sztuczn\w+ inteligencj\w+|языков\w+ модел\w+|нейросет\w+|нейронн\w+ сет\w+|искусственн\w+ интеллект\w*"
    r"|dil model\w*|yapay zek[aâ]\w*|yapay sinir\w*|llms?(?![\w-])|model\w{0,2} ai(?![\w-])"
)
"""A model that is not named, as alternatives of a pattern."""
_ANY_MACHINE = rf"{_MACHINE}|ai(?![\w-])|(?:modell?s?|mod[eè]le|modelo|modelu|modell[a-z]{{0,2}})(?![\w-])"
"""The same after a word that says by whom: there a bare model is one, and two letters are no article."""
_MADE = (
    r"geschrieben\w*|verfass?t\w*|erzeugt\w*|generiert\w*|erstellt\w*|übersetzt\w*|beantwortet\w*|formuliert\w*"
    r"|destilliert\w*"
    r"|[ée]crite?s?(?![a-z])|rédigée?s?|générée?s?|produite?s?|créée?s?|traduite?s?"
    r"|escrit[oa]s?|generad[oa]s?|redactad[oa]s?|cread[oa]s?|producid[oa]s?|traducid[oa]s?"
    r"|scritt[oaie]|generat[oaie]|redatt[oaie]|creat[oai]|prodott[oaie]|tradott[oaie]"
    r"|gerad[oa]s?|criad[oa]s?|produzid[oa]s?|traduzid[oa]s?|redigid[oa]s?"
    r"|geschreven|gegenereerd\w*|gemaakt|vertaald\w*|skriv(?:et|en|na|its)|skrevet|genererad\w*|genereret"
    r"|generert|skapa[dt]\w*"
    r"|oversat|oversatt|översatt\w*|napisan\w+|(?:wy)?generowan\w+|utworzon\w+|przetłumaczon\w+"
    r"|написан\w*|(?:с)?генерирован\w*|создан\w*|перевед[её]н\w*|yazıl\w+|yazdığı|üretil\w+|ürettiği|oluşturul\w+"
)
"""Words of having been made by somebody, as alternatives of a pattern."""
_GIVEN = (
    r"antworten|texte|ausgaben|dialoge|übersetzungen|réponses|sorties|textes|traductions|respuestas|salidas"
    r"|textos|traducciones"
    r"|risposte|testi|traduzioni|respostas|saídas|traduções|antwoorden|teksten|vertalingen|svar|texter|tekster"
    r"|odpowiedzi|teksty"
    r"|tłumaczenia|ответы|тексты|переводы|yanıtlar\w*|cevaplar\w*|metinler\w*"
)
"""What somebody gives back who is asked, as alternatives of a pattern."""
_BY = r"von|durch|mit|mithilfe|par|avec|por|con|da|dal|dalla|do|pela|pelo|com|door|met|av|med|af|przez|przy|с|помощью"
_OF = rf"{_BY}|eines|einer|d['’]un|d['’]une|de|du|del|di|dello|van|från|fra"
_ARTICLE = r"(?:(?:einem|einer|eines|un|une|uns|uma|una|een|en|et|der|dem|la|le|el|il|o|a)\s+)?(?:l['’]\s?)?"
_WORD = r"(?<![\w-])"

MACHINE_WROTE = (
    rf"{_WORD}(?:(?:{_MADE})\s+(?:[\w-]+\s+)?(?:{_BY})\s+{_ARTICLE}(?:{_ANY_MACHINE})"
    rf"|(?:{_BY})\s+{_ARTICLE}(?:{_ANY_MACHINE})\s+(?:[\w-]+\s+)?(?:{_MADE})|(?:{_MADE})\s+(?:нейросет\w+"
    rf"|языков\w+ модел\w+)"
    rf"|(?:{_GIVEN})\s+(?:(?:{_OF})\s+|d['’]\s?)?{_ARTICLE}(?:{_MACHINE}|modelu)"
    r"|(?:unser(?:e[msn])?|notre|nuestro|nostro|nosso|onze|vår|vores|naszym|nasz|нашим)\s+(?:virtuel\w+\s+|ki-)?"
    r"(?:assistenten?|assistant|asistente|asystent\w*|ассистент\w*)(?![\w-])"
    r"|yapay zek[aâ]\w*\s+(?:yanıt|cevap|metin|ürün|tarafından)\w*"
    r"|(?:ki|ia|ai)[- ](?:generier|geschrieben|erzeugt|erstellt|gegenereerd|genererad|generert|genereret"
    r"|antwort|texte)\w*"
    r"|(?:maschinell|automatisch)\w*[- ](?:erzeugt|übersetzt|generiert|geschrieben|erstellt)\w*|maschinenübersetz\w+"
    r"|(?:prze|wy)?(?:tłumaczon|generowan|napisan|tworzon)\w+ (?:maszynowo|automatycznie)|maszynow\w+ tłumacz\w+"
    r"|strojov\w+ (?:překlad|přelož)\w*|(?:strojově|automaticky) (?:přelož|generován|vytvoř)\w*"
    r"|(?:автоматически|машинно|машиной) (?:перевед|сгенерир|созда|написа)\w*"
    r"|(?:перевед|сгенерир|созда|написа)\w* (?:автоматически|машиной)"
    r"|(?:machinaal|automatisch) (?:vertaald|gegenereerd|geschreven)\w*"
    r"|(?:maskinellt?|maskinelt|automatisk?t) (?:översatt?|oversatt?|genererad?|generert|genereret)\w*"
    r"|(?:met (?:de )?hulp|med hj[aeä]lp|z pomocą|s pomocí|с помощью|con l['’]aiuto|com (?:a )?ajuda) "
    r"(?:van |av |af |dell['’]|d[aeo] )?(?:een )?(?:ai|ki|ia|ии|si|umělé inteligence|sztucznej inteligencji)(?![\w-])"
    r"|machine-?vertaal\w*|maskinöversat\w*|maskinoversat\w*|tradu(?:ction|cción|zione|ção)s? (?:automati\w+"
    r"|automáti\w+)"
    r"|synthetische\w* (?:daten|texte|dialoge|fragen|antworten|beispiele|gegevens|data)|syntetisk\w* (?:data"
    r"|text|tekst)\w*"
    r"|(?:données|textes|dialogues|exemples|réponses) synth[ée]tiques|(?:datos|textos|diálogos"
    r"|respuestas) sintétic[oa]s"
    r"|(?:dati|testi|dialoghi|risposte) sintetic[iheo]+|(?:dados|textos|diálogos|respostas) sintétic[oa]s"
    r"|syntetyczn\w+ (?:dan|odpowiedz|tekst|dialog)\w*|(?:dan\w+|tekst\w*) syntetyczn\w+"
    r"|синтетическ\w+ (?:данн|текст|диалог|ответ)\w+|(?:с)?генерированн\w+ (?:данн|текст|диалог|ответ)\w+"
    r"|машинн\w+ перевод\w*|sentetik (?:veri|metin)\w*|makine çeviri\w*)"
    r"|(?:大?语言|大|人工智能|机器|ＡＩ|AI)(?:模型)?(?:自动)?(?:生成|撰写|编写|翻译|合成)|(?:由|用)(?:大?语言"
    r"|大)?模型(?:自动)?(?:生成|撰写|编写|标注|合成)"
    r"|自动生成|机器翻译|合成(?:数据|语料|对话)|機械翻訳|(?:合成|人工)データ|自動生成"
    r"|(?:llm|ai|人工知能|言語モデル|生成ai)\s*(?:で|が|により|によって|による)\s*(?:自動)?(?:生成|書|作|翻訳|回答)"
    r"|(?:합성|인공)\s*(?:데이터|말뭉치|대화)|기계\s*번역|(?:llm|ai|인공지능|언어\s*모델)\s*(?:이|가|로|으로"
    r"|을 이용해)\s*(?:생성|작성|번역|쓴)"
    r"|(?:智能|AI)\s?(?:助手|客服|アシスタント)|聊天机器人|チャットボット|챗봇|자동\s*생성"
)
"""Making by a model that is not named, as alternatives of a pattern: in names as in sentences."""
MADE = (
    rf"{_WORD}(?:{_MADE})(?![\w])|生成|撰写|编写|翻译|标注|蒸馏|改写|書いた|書かれ|作成|翻訳|생성|작성|번역"
)
"""Words that say of a model beside them that it wrote something."""
DENIED = (
    r"(?<![\w-])(?:kein\w*|nicht|ohne|weder|niemals|aucune?s?|pas|sans|jamais|ning[uú]n\w*|sin|senza|nessun\w*"
    r"|sem|nenhum\w*|não"
    r"|geen|niet|zonder|inte|inget|inga|ingen|ikke|utan|uden|uten|bez|nie|żadn\w+|не|без|ни|değil|yok)(?![\w-])"
    r"|未(?:用|经)|不(?:使用|包含|含|是)|无(?:任何|模型|机器|ai)|沒有|なし|(?:て|で)い?ない|いません|ません|없"
    r"|않|아닌"
)
"""Words that deny what a clause says."""
TRAINED = (
    r"trainiert\w*|vorbelegt\w*|feinabgestimmt\w*|basier\w+|entraînée?s?|basée?s?|affinée?s?|entrenad[oa]s?"
    r"|basad[oa]s?"
    r"|ajustad[oa]s?"
    r"|addestrat[oaie]|basat[oaie]|treinad[oa]s?|basead[oa]s?|getraind|gebaseerd|tränad\w*|trent|trænet"
    r"|trenowan\w+|oparte?y?"
    r"|обучен\w*|дообучен\w*|основ\w+|eğitil\w+|训练|微调|基于|学習|ベース|학습|훈련|기반"
)
"""Words of training and of coming from weights."""
COMPARED = (
    r"(?<![\w])(?:vergl[ei]+ch\w*|comparée?s?|comparaison|comparad[oa]s?|confrontat[oaie]|confronto|vergeleken"
    r"|jämför\w+"
    r"|sammenlign\w+|porówn\w+|сравн\w+|karşılaştır\w+|besser als|meilleur que|mejor que)|对比|比较|相比|优于"
    r"|比較|비교"
)
"""Words that set one model beside another."""
EVALUATED = r"(?<![\w])évalué\w*|评测|評価|평가"
"""Words of measuring: a model beside them is none that weights come from, and may have written what is measured."""
LIMITED = (
    r"(?<![\w])(?:nicht[- ]?kommerziell\w*|(?:keine?r?|ohne)\s+kommerzielle\w*\s+(?:nutzung|verwendung|zweck\w*)"
    r"|nicht (?:für|zu[rm])(?: die)? kommerzielle\w*"
    r"|kommerzielle\w* (?:nutzung|verwendung) (?:ist )?(?:untersagt|verboten|ausgeschlossen|nicht)"
    r"|(?:nur|ausschließlich|allein) (?:für|zu[rm]?)(?: die| den)?(?: \w+)? ?(?:forschung|akademisch"
    r"|wissenschaftlich|lehre)\w*"
    r"|non[- ]commercia\w+|(?:pas|sans|aucun\w*) d?['’]?e? ?(?:usage|utilisation|exploitation|fins?) commercia\w+"
    r"|(?:usage|utilisation|fins?) (?:de |à des fins de )?recherche (?:uniquement|seulement|exclusivement)"
    r"|(?:uniquement|seulement|réservée?s?|exclusivement) (?:à|pour|aux"
    r"|dans)(?: [\w'’]+){0,3} (?:d['’])?(?:recherche|académi)\w*"
    r"|interdit\w*(?: [\w'’àè]+){0,3} (?:vente|commercia)\w*|(?:vente|usage commercial"
    r"|utilisation commerciale) interdite?"
    r"|no comercial\w*|sin (?:fines|uso|usos|ánimo) (?:de )?(?:comercial|lucro)\w*|(?:prohibid|proibid"
    r"|vietat)\w*(?: \w+){0,3} comm?ercial\w*"
    r"|(?:sol[oa]|sólo|únicamente|exclusivamente|apenas|somente|soltanto|esclusivamente)"
    r" (?:para|con|per|a|para fins)(?: \w+){0,3} (?:de |di )?(?:investigación|académic|ricerca|accademic"
    r"|pesquisa|investigação)\w*"
    r"|uso commerciale (?:vietato|escluso)|não[- ]comercia\w+|sem fins (?:comerciais|lucrativos)"
    r"|niet[- ]?commerci\w+|(?:alleen|uitsluitend) voor(?: \w+)? ?onderzoek\w*|(?:icke|ej"
    r"|ikke)[- ]?komm?ersiel\w*|ikke-kommerciel\w*"
    r"|(?:endast|bara|enbart|kun|bare) (?:för|for|til)(?: \w+)? ?forskning\w*"
    r"|nie[- ]?komercyjn\w+|(?:tylko|wyłącznie) do(?: celów)? (?:bada|naukow)\w+"
    r"|некоммерческ\w+|только для (?:исследова|научн)\w+|ticari olmayan|ticari (?:amaç|kullanım)\w* (?:dışı"
    r"|yasak|kullanılamaz)\w*"
    r"|(?:sadece|yalnızca) araştırma\w*)"
    r"|非商[业業用]\w{0,4}|(?:禁止|不得|不可|不能)(?:用[于於])?商[用业業]\w{0,2}|[仅僅只](?:供|限|用[于於]"
    r"|可用[于於]|限[于於])\w{0,4}?(?:研究|学术|學術|科研)"
    r"|商用(?:利用)?(?:は|を)?(?:禁止|不可|禁じ)|商業利用(?:は|を)?(?:禁止|不可)|非営利|研究(?:目的"
    r"|用途)(?:に限|のみ|でのみ)"
    r"|비상업\w*|상업적\s*(?:이용|사용)\w?\s*(?:금지|불가)|연구\s*(?:목적|용도?)(?:으로)?만"
)
"""Words that keep a thing to use that is not commercial, or to research, as alternatives of a pattern."""
UNLIMITED = (
    r"(?<![\w])(?:auch|nicht mehr|nicht länger|ehemals|früher|aussi|également|n['’]est plus|también|ya no|anche"
    r"|também|ook|även"
    r"|också|også|także|также|больше не)(?![\w])|也可|亦可|不再|以前|以前は|もう"
)
"""Words beside which such a limit is none, or is one no longer."""

_GERMAN = (
    r"synthetisch(?:e[nmrs]?)? (?:\w+ )?(?:daten(?:sätze?)?|texte?|arztbriefe?|briefe?|dialoge?|gespräche?"
    r"|fragen|antworten|bilder"
    r"|stimmen?|sprach\w+|sätze|beispiele|aufnahmen|berichte|befunde|dokumente|zeilen|anfragen|e-?mails)"
    r"|(?:ki|bot|chatbot|assistenten|llm)-?(?:antworten|texte|bilder|dialoge|gespräche|protokolle|verläufe"
    r"|vorschläge|entwürfe"
    r"|zusammenfassungen|übersetzungen|transkripte|generiert\w*|erzeugt\w*|geschrieben\w*|erstellt\w*)"
    r"|(?:maschinell|automatisch)(?:e[nmrs]?)? (?:erzeugt|übersetzt|erstellt|generiert|beschriftet"
    r"|transkribiert|untertitelt"
    r"|übersetzung|untertitel|transkript)\w*"
    r"|(?:unser|eigen)(?:e[nmrs]?|s)? (?:chat|sprach|hilfe|support|service|ki)?-?bots?"
    r"|(?:ki|sprach)-?assistent(?:en)?s?"
)
_FRENCH = (
    r"(?:données|textes?|dialogues?|conversations?|images?|voix|questions|réponses?|exemples?|documents?"
    r"|courriers?|lettres?)"
    r" (?:\w+ )?synthétiques?"
    r"|(?:généré|écrit|rédigé|traduit|produit|créé)e?s? (?:par|avec) (?:une |l['’])?(?:ia|intelligence artificielle)"
    r"|assistants? (?:ia|virtuels?|vocal|vocaux)|agents? conversationnels?|notre (?:chat)?bot"
    r"|traductions? automatiques?"
    r"|(?:sous-titres|transcriptions) automatiques"
)
_SOUTHERN = (
    r"(?:datos|dados|dati|textos?|testi|diálogos?|dialoghi|conversaciones|imágenes|imagens|immagini|voces"
    r"|vozes|voci|ejemplos"
    r"|exemplos|esempi|preguntas|perguntas|domande|respuestas|respostas"
    r"|risposte) (?:\w+ )?s[ií]nt[eé]tic(?:[oa]s?|i|he)"
    r"|(?:generad|escrit|traducid|gerad|traduzid|generat|scritt|tradott)[oaie]s? (?:por|con|com|da"
    r"|dall['’]) ?(?:una |uma |un['’]|la |a )?"
    r"(?:ia|ai|inteligencia artificial|inteligência artificial|intelligenza artificiale)"
    r"|(?:nuestro|nosso|nostro) (?:chat)?bot|(?:asistente|assistente) (?:virtu[ae]le?|de ia|ia)"
    r"|(?:traducci[oó]n(?:es)?|tradu[cç](?:ão|ões)|traduzion[ei]) autom[aá]tic(?:as?|he)"
)
MACHINES_ABROAD = f"{_GERMAN}|{_FRENCH}|{_SOUTHERN}"
"""Making by some machine, which is not named, in languages written in Latin letters; between borders of words."""
MACHINES_IN_HAN = (
    r"合成的?(?:数据|數據|对话|對話|对白|文本|语音|語音|图像|图片|问答|样本|指令|文章|データ|音声|画像|会話|対話)"
    r"|(?:ai|人工智能|大?模型|机器|機器|機械|智能助手|生成ai)\s?(?:自动)?(?:生成|翻译|翻譯|翻訳|回答|回复|撰写"
    r"|标注|写的)"
    r"|(?:豆包|讯飞星火|智谱清言|腾讯元宝|文心)(?:一言)?(?:生成|撰写|回答|润色|写的?|编写|翻译)"
    r"|(?:聊天)?机器人(?:的)?(?:回复|回答|对话|聊天)|聊天机器人|チャットボット|챗봇|합성 ?(?:데이터|음성|대화)"
    r"|기계 ?번역"
)
"""The same in East Asian letters, which need no borders."""
SITES_ABROAD = (
    r"amazon-?(?:rezensionen|bewertungen|kundenrezensionen|reseñas|recensioni|avis)"
    r"|(?:rezensionen|bewertungen|avis|commentaires|reseñas|opiniones|recensioni) (?:von|auf|bei|sur|de|en|di"
    r"|da|d['’]) ?amazon"
    r"|songtexte[ns]?|liedtexte[ns]?|paroles de chansons?|letras de canciones|testi di canzoni"
    r"|wettbewerbern?s?|mitbewerbern?s?|konkurrenten|konkurrenz|(?:nos|des|les) concurrents"
    r"|(?:la )?competencia|competidores"
    r"|concorrent[ie]s?|filmuntertiteln?|untertitel von (?:filmen|serien)|(?:film|movie|series) subtitles"
    r"|subtitles of (?:the )?(?:films?|movies?|series|shows)|sous-titres de (?:films?|séries)|ted ?talks?"
    r"|articles? (?:du|de|from|of) le (?:monde|figaro)|spiegel online|der spiegel"
)
"""Sites, houses and rivals as they are spoken of in other languages, in Latin letters; between borders of words."""
SITES_IN_HAN = (
    r"知乎|微博|小红书|抖音|豆瓣|百度百科|百度贴吧|哔哩哔哩|微信公众号|快手|起点中文|竞争对手|竞品|歌词|歌詞"
    r"|ニコニコ動画|食べログ|丁香园|好大夫|春雨医生|携程|美团|大众点评|淘宝|京东商城|天猫|今日头条|掘金社区|楽天市場|メルカリ|クックパッド"
    r"|知恵袋|네이버|티스토리|유튜브|ユーチューブ|油管"
)
"""The same in East Asian letters."""

_WROTE = regex(MADE, re.IGNORECASE)
_COMPARES = regex(COMPARED, re.IGNORECASE)


def says_made(clause: str) -> bool:
    """Whether a clause in another language says that something was written, and sets nobody beside another.

    >>> says_made("Antworten, von GPT-4 erzeugt"), says_made("verglichen mit GPT-4, übersetzt")
    (True, False)
    """
    return _WROTE.search(clause) is not None and _COMPARES.search(clause) is None
