"""Words in other languages than English that tell of making by a machine, and of sites on which others publish.

They are held against a manifest as the English ones are, and stand for the same: a name in German that speaks of a bot
is asked about as one in English is.
"""

from __future__ import annotations

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
    r"|(?:nuestro|nosso|nostro) (?:chat)?bot|(?:asistente|assistente) (?:virtu[ae]le?|virtual|de ia|ia)"
    r"|(?:traducci[oó]n(?:es)?|tradu[cç](?:ão|ões)|traduzion[ei]) autom[aá]tic(?:as?|he)"
)
MACHINES_ABROAD = f"{_GERMAN}|{_FRENCH}|{_SOUTHERN}"
"""Making by some machine, which is not named, in languages written in Latin letters; between borders of words."""
MACHINES_IN_HAN = (
    r"合成的?(?:数据|數據|对话|對話|对白|文本|语音|語音|图像|图片|问答|样本|指令|文章|データ|音声|画像|会話|対話)"
    r"|(?:ai|人工智能|大?模型|机器|機器|機械|智能助手|生成ai)\s?(?:自动)?(?:生成|翻译|翻譯|翻訳|回答|回复|撰写"
    r"|标注|写的)"
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
    r"|ニコニコ動画|食べログ"
    r"|知恵袋|네이버|티스토리|유튜브|ユーチューブ|油管"
)
"""The same in East Asian letters."""
