"""What a page says is or is not so: consent, data of people, commercial use, open rows, machines, tests, teachers."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.patterns import regex

CONSENT, PERSONAL, COMMERCIAL, OPEN, MACHINE, TESTED, TAUGHT, REVIEWED, SCRAPED = (
    "consent", "personal data", "commercial use", "open data", "text by machines", "test rows in training",
    "distillation", "review by people", "scraped content",
)  # fmt: skip
_PEOPLE_DATA = (
    r"(?:personal(?:ly)?(?: identif\w+)?(?: data| information)?|PII|(?:e-?mail addresses|phone numbers|names of \w+)|"
    r"identif(?:ying|iable) (?:data|information))"
)
_GONE = r"(?:removed|deleted|stripped|scrubbed|redacted|masked|filtered out|anonymi[sz]ed)"
_TEST = (
    r"(?:test (?:splits?|sets?|data|rows|portions?)|benchmark(?:s|['’]s)?(?: (?:test )?(?:sets?|"
    r"splits?|data|questions))?|"
    r"evaluation (?:sets?|data|splits?)|Testdaten|Testsplits?|Testsätze|jeux? de test|conjuntos? de prueba)"
)
_NO_USE = (
    r"(?:prohibited|forbidden|not (?:allowed|permitted|granted)|needs? an?|requires? an?|only (?:with|under))"
)
_PRICED = (
    r"[€$£]\s?\d|\d\s?(?:[€$£]|EUR\b|USD\b|Euro\b)|\b(?:contract|fee|subscription|Vertrag|kostenpflichtig|payante?|contrat|"
    r"contrato|de pago)\b"
)
"""Words and signs by which something has a price or takes a contract."""
_STANCES = (
    (CONSENT, False, regex(
        r"(?i)\b(?:not|never|n't)\b[^.;]{0,40}\bconsent|\b(?:without|no)\b[^.;]{0,25}\bconsent\b|"
        r"\b(?:pas|sans|jamais)\b[^.;]{0,40}\bconsentement|\b(?:ohne|keine?)\b[^.;]{0,30}\beinwilligung|"
        r"\bsin\b[^.;]{0,20}\bconsentimiento|(?:同意|許諾)(?:を|は)?(?:得て|取得して)(?:いない|いません|おらず)|"
        r"未(?:经|經|获|徵得|征得)[^。]{0,12}同意")),
    (CONSENT, False, regex(
        r"(?i)\bdid not (?:contact|ask|inform|notify)\b|\b(?:were|was) (?:not|never) (?:asked|informed|contacted)\b|"
        r"\b(?:did not|didn['’]t|never) (?:agree|sign(?:ed)?(?! (?:in|up|off)\b)|authori[sz]e|"
        r"give (?:their |us )?permission)|"
        r"\bwithout (?:their|the (?:\w+['’]s? )?)?(?:permission|knowledge)\b|\bno (?:firmaron|dieron|"
            r"autorizaron|aceptaron)\b|"
        r"\bsin (?:autorización|permiso)\b|\bnicht (?:zugestimmt|eingewilligt)|\bohne (?:Zustimmung|Erlaubnis)|"
        r"\bn['’]ont pas (?:autorisé|accepté|signé)|\bsans (?:autorisation|accord)\b|"
        r"無断で|許可なく|未经授权|未獲授權")),
    (CONSENT, False, regex(
        r"(?i)\b(?:were|was) (?:not|never) told\b|\bconsent(?: forms?)?\b[^.;]{0,25}\b(?:missing|lacking|outstanding|"
        r"pending|not (?:yet )?(?:been )?(?:given|obtained|sought|collected))\b|"
        r"\bEinwilligung\w*\b[^.;]{0,30}\b(?:nicht|"
        r"fehl\w+|aus(?:steh\w+)?)\b|\bconsentement\b[^.;]{0,30}\b(?:pas|manqu\w+|absent)\b|"
        r"\bconsentimiento\b[^.;]{0,30}\b(?:no se|falta|pendiente)\b|\bfalta (?:el )?consentimiento|"
        r"同意[^。]{0,8}(?:ありません|ございません|未取得|取っていない|取れていない)")),
    (CONSENT, True, regex(
        r"(?i)\b(?:granted|gave|ceded|assigned)(?: us)? (?:the |all |their )?(?:rights?|licen[cs]e)\b|"
        r"\bagreed (?:in writing|to (?:be|the|have|share|publi\w+|record\w*)|that (?:their|the))\b|"
        r"\bgave (?:us )?(?:their |written )*permission\b|\bsigned (?:an? |the )?(?:\w+ )?(?:release|"
            r"waiver|agreement)\b|"
        r"\bhaben (?:schriftlich )?(?:zugestimmt|eingewilligt)|\bont (?:tous |toutes )?(?:accepté|autorisé|signé)|"
        r"\b(?:firmaron|autorizaron|aceptaron)\b")),
    (CONSENT, True, regex(
        r"(?i)\b(?:gave|given|give|signed|obtained|provided|collected|with)\b[^.;]{0,45}\bconsent|"
        r"\bconsented\b|\bconsent (?:form|was (?:given|obtained|collected))|"
        r"\bavec\b[^.;]{0,25}\bconsentement|\bmit\b[^.;]{0,25}\beinwilligung|\b(?:con|dieron)\b[^.;]{0,25}\bconsentimiento|"
        r"(?:全員|話者|参加者|本人)[^。]{0,15}同意を得|(?:均|已)[^。]{0,10}同意")),
    (PERSONAL, False, regex(
        rf"(?i)\b(?:no|without(?: any)?|free (?:of|from)) {_PEOPLE_DATA}\b|"
        rf"\b(?:not|never|n't)\b[^.;]{{0,25}}\b(?:contain|hold|include)\w*\b[^.;]{{0,15}}{_PEOPLE_DATA}\b|"
        rf"\b{_PEOPLE_DATA}\b[^.;]{{0,30}}\b(?:was|were|is|are|been|has been|have been)\b[^.;]{{0,15}}\b{_GONE}\b|"
        rf"\b{_GONE}\b[^.;]{{0,20}}\ball\b[^.;]{{0,10}}{_PEOPLE_DATA}\b|\bfully anonymi[sz]ed\b|"
        r"\b(?:keine|ohne) (?:personenbezogenen?|persönlichen) (?:daten|angaben)\b|"
        r"\b(?:aucune|sans|pas de) donn[ée]es? (?:à caractère )?personnel|\b(?:sin|ningún|no contiene) datos? personal|"
        r"個人情報[^。]{0,15}(?:含まれていません|含みません|含まない|含まれない|削除)|"
        r"(?:不含|不包含|已(?:去除|删除|脱敏))[^。]{0,8}(?:个人|個人|隐私)")),
    (PERSONAL, False, regex(
        rf"(?i)\b(?:names?|faces|addresses|e-?mails?|signatures|(?:licen[cs]e|number) plates|"
        rf"(?:case|card|phone|account|policy|file|id|patient) (?:numbers?|ids?))\b[^.;:]{{0,60}}"
        rf"\b(?:was|were|is|are|been)\b"
        rf"[^.;]{{0,15}}\b(?:{_GONE}|blurred|blacked out|pseudonymi[sz]ed|hashed)\b|"
        r"\bno (?:real |full |personal )?(?:names|addresses|e-?mails?|faces|phone numbers)\b(?: of [\w-]+)? (?:remain|"
        r"are (?:left|kept|included|present)|were (?:left|kept|included)|appear)|"
        r"\b(?:Namen|Adressen|Anschriften|Aktenzeichen|Telefonnummern|Gesichter)\b[^.;]{0,60}\b(?:entfernt|geschwärzt|"
        r"anonymisiert|pseudonymisiert|gelöscht)\b|\b(?:noms|adresses|visages)\b[^.;]{0,60}\b(?:supprimé|retiré|flouté|"
        r"masqué|anonymisé)e?s?\b|\b(?:nombres|direcciones|rostros)\b[^.;]{0,60}\b(?:eliminad|anonimizad|borrad|difuminad)[oa]s\b|"
        r"(?:氏名|名前|住所|電話番号)[^。]{0,20}(?:削除|匿名化|マスク|伏せ)|(?:姓名|电话|地址)[^。]{0,15}(?:删除|脱敏|匿名)")),
    (PERSONAL, False, regex(
        r"(?i)\bfaces (?:are|were|have been) (?:blurred|masked|pixelated|removed)|"
        r"\bnames? (?:is|are|were|was) (?:invented|fictional|fictitious|made[- ]up|replaced|pseudonym\w+)|"
        r"\b(?:no|keine|aucune?) (?:[\w-]+ ){0,3}(?:private persons|real (?:people|names)|"
            r"echten Namen)|\bGesichter (?:sind|wurden) (?:verpixelt|unkenntlich)")),
    (PERSONAL, True, regex(
        r"(?i)\b(?:identifiable|recogni[sz]able|real) (?:faces|people|persons|names)\b|"
            r"\bechten? Namen\b|\berkennbare Gesichter|"
        r"\bvisages (?:identifiables|reconnaissables)|\bnoms réels|\brostros (?:identificables|"
            r"reconocibles)|\bnombres reales|実名|真实姓名|"
        r"\b(?:names?|ages?|addresses|postcodes?|zip codes|phone numbers|e-?mails?|birth ?dates?|"
            r"faces)\b[^.;]{0,50}"
        r"\b(?:were|was|are|is) (?:kept|retained|preserved|left in|included)\b|"
        rf"\b(?:contains?|holds?|includes?)\b (?:some |the )?{_PEOPLE_DATA}\b|個人情報を含(?:む|みます)")),
    (COMMERCIAL, False, regex(
        r"(?i)\bnot\b(?! limited)[^.;]{0,30}\b(?:for|in|to) (?:any )?commercial\b|"
        rf"\bcommercial (?:use|usage|purposes|products?)\b[^.;]{{0,25}}\b{_NO_USE}\b|"
        r"\bno commercial use\b|\bfor (?:non-?commercial|research)(?: (?:and|or|use|purposes|research|"
            r"academic))* only\b|"
        r"\bnon-?commercial (?:[\w-]+ ){0,2}only\b|\bonly\b[^.;]{0,20}\bnon-?commercial\b|"
        r"\b(?:ne|pas|non)\b[^.;]{0,60}\b(?:fins|usage|utilisation) commercia\w+|"
        r"\bkommerzielle\w* (?:Nutzung|Verwendung|Einsatz)\b[^.;]{0,40}\b(?:nicht|untersagt|verboten|ausgeschlossen)\b|"
        r"\bnur\b[^.;]{0,30}\bnicht-?kommerziell|\bno\b[^.;]{0,30}\b(?:uso|fines) comercial|"
        r"商用利用(?:は|が)?(?:不可|できません|禁止|認め(?:られて)?(?:いない|いません))|非商用(?:のみ|目的に限)|"
        r"(?:禁止|不得|不可|严禁)[^。]{0,8}(?:商业|商用|商業)|仅(?:供|限)[^。，]{0,8}(?:研究|学术|非商业)")),
    (COMMERCIAL, False, regex(
        r"(?i)\binterdite?s?\b[^.;]{0,40}\bcommercia\w+|\bprohibid[oa]s?\b[^.;]{0,40}\bcomercial\w*|"
        r"\b(?:use|usage|deployment) in (?:commercial )?products\b[^.;]{0,25}\bnot\b|"
            r"\bresearch(?: use| purposes)? only\b|"
        r"\b(?:may|can|must) not be (?:sold|moneti[sz]ed)|\b(?:may|can|must) not (?:sell|moneti[sz]e)|"
        r"\bs[oó]lo (?:para|con)\b[^.;]{0,25}\bno comercial|\busage non commercial uniquement|"
            r"\bnur für (?:die )?Forschung")),
    (COMMERCIAL, False, regex(
        rf"(?i)^(?!.*\b(?:no|not|without|free|kein\w*|ohne|sans|sin)\b).*(?:"
        rf"\b(?:commercial|business) (?:use|usage|deployment|licen[cs]es?)\b[^;]{{0,60}}(?:{_PRICED})|"
        rf"\b(?:gewerblich|kommerziell)\w* (?:Nutzung|Einsatz|Verwendung)\b[^;]{{0,80}}(?:{_PRICED})|"
        rf"\b(?:usage|utilisation) commerciale?\b[^;]{{0,60}}(?:{_PRICED})|\buso comercial\b[^;]{{0,60}}(?:{_PRICED}))|"
        r"\b(?:weights|models?|checkpoints?|adapters?|releases?|it|they)\b[^.;]{0,40}\bresearch-only\b|"
        r"商用利用[^。]{0,30}(?:有料|有償|契約が必要|別途)|商(?:业使用|用)[^。]{0,20}(?:付费|收费|需(?:要)?(?:另行)?授权)")),
    (COMMERCIAL, True, regex(
        r"(?i)\b(?:do|make|run) (?:business|money) with\b|\bbuild products (?:on|with)\b|"
        r"\b(?:may|can)(?: also| freely)? (?:sell|moneti[sz]e)\b|\b(?:any|all|whatever) purposes?\b(?!.*\bexcept)|"
        r"\buse (?:it|them|this) for (?:what(?:ever)?|anything) you (?:like|want|please|wish)|"
        r"\bcommercial projects? (?:are|is) welcome|\b(?:may|can)(?: also| freely)? use\b[^.;]{0,40}\bcommercially\b")),
    (COMMERCIAL, True, regex(
        r"(?i)\bfree for commercial\b|\bcommercial (?:use|usage)\b(?: is| are|,)?(?: also| fully| explicitly)? "
        r"(?:allowed|permitted|included|ok|fine|welcome|free)\b|\b(?:may|can) be used (?:[\w-]+ ){0,4}?"
        r"commercial(?:ly| products?| purposes| use| applications?)\b|\b(?:any purpose|use),? including commercial|"
        r"\bkommerzielle\w* (?:Nutzung|Verwendung)\b[^.;]{0,15}\b(?:erlaubt|gestattet|möglich|frei)\b|"
        r"\b(?:utilisation|usage) commercia\w+ (?:est )?(?:autoris|permis|libre)\w*|\buso comercial (?:está )?permitid|"
        r"商用(?:利用)?(?:も|が|は)?(?:可能|可|できます|OK)|(?:可|允许|支持)(?:以)?(?:免费)?(?:用于)?商(?:用|业)")),
    (OPEN, True, regex(
        r"(?i)\b(?:fully|entirely|completely|all|only|exclusively|"
            r"purely)\b[ -](?:[\w-]+ ){0,2}?(?:open|public(?:ly available)?)"
        r"(?:[- ]source| licen[cs]ed)? (?:data(?:sets?)?|corpora|sources|text)\b|"
        r"\ball (?:of )?(?:the |our )?(?:training )?(?:data|corpora|data ?sets|sources|rows) (?:are|is) "
        r"(?:public|open|publicly available|freely available|openly licen[cs]ed)|"
        r"\b(?:ausschließlich|nur|vollständig) (?:offene|öffentliche|frei)\w* Daten|"
            r"\buniquement\b[^.;]{0,20}\bpubliques\b|"
        r"公開データのみ|(?:全部|仅)(?:使用)?(?:公开|開放|开放)数据")),
    (MACHINE, True, regex(
        r"(?i)\b(?:re)?(?:written|phrased|worded|translated) by (?:an?|the|"
            r"another) (?:[\w-]+ )?(?:model|llm|ai|machine)\b")),
    (MACHINE, True, regex(
        r"(?i)\b(?:drafted|pre-?(?:written|labell?ed|annotated)|first written) (?:by|with) (?!(?:our|"
            r"the|two|three|people|humans?|a)\b)[\w-]*\d*[A-Z]\w*|"
        r"\b(?:ein|vom) (?:Sprachmodell|KI)\b[^.;]{0,20}\b(?:erzeugt|geschrieben|verfasst)")),
    (MACHINE, False, regex(
        r"(?i)\b(?:never|not|none|nothing)\b[^.;]{0,30}\b(?:from|by) (?:an?|any) (?:[\w-]+ )?(?:model|"
            r"llm|machine|ai)\b|"
        r"\bhuman (?:translations?|answers?|labels?|summaries|questions?|texts?) (?:throughout|only|exclusively)\b|"
        r"\bnothing (?:was|is|has been) (?:re-?written|generated|paraphrased|synthesi[sz]ed)|"
        r"\bnone of (?:it|them|the \w+) (?:was|were|is|are) (?:re-?written|generated|paraphrased)")),
    (MACHINE, True, regex(
        r"(?i)\b(?:synthetic|machine|automatically|ai|llm|model)[- ](?:generated|written|made)? ?(?:queries|questions|"
        r"answers|prompts|pairs|dialog(?:ue)?s|rows|labels|captions|instructions|examples)\b|"
            r"\b(?:augmented|synthetic) rows\b|"
        r"\b(?:maschinell|automatisch|synthetisch) (?:erzeugt|generiert|erstellt)|\bgénérée?s? (?:par|automatiquement)|"
        r"機械(?:的に)?生成|自動生成|(?:由|机器|模型)(?:自动)?生成")),
    (MACHINE, False, regex(
        r"(?i)\bvon Hand (?:geschrieben|verfasst|erstellt)|\b(?:written|made|composed) by hand\b|"
        r"\bécrite?s? (?:à la main|par des humains)|\bescrit[oa]s a mano|人手で(?:作成|記述|書)|"
            r"(?:人工|手工)(?:撰写|编写|编写)|"
        r"\bno (?:machine|ai|llm|model)[- ](?:generated|written) \w+|\bno synthetic (?:data|text|rows|examples)\b")),
    (REVIEWED, False, regex(
        r"(?i)\b(?:not|never|n't)(?: been)?(?: manually| yet)? (?:checked|reviewed|verified|proofread|"
            r"corrected|validated)\b|"
        r"\b(?:unreviewed|unverified|unchecked)\b|\bno (?:human|manual) (?:review|check\w*|verification)\b|"
        r"\b(?:nicht|un)\s?(?:geprüft|überprüft|korrigiert)|\b(?:non|pas|jamais)(?: été)? (?:vérifié|relu|corrigé)e?s?|"
        r"\b(?:no|sin) (?:fueron |se |han sido )?(?:revis|verific)\w+|未(?:确认|確認|检查|校对|审核)|"
            r"(?:確認|校正)していません|未经(?:人工)?(?:审核|校对)")),
    (REVIEWED, False, regex(
        r"(?i)\b(?:no|without(?: a)?) second (?:reader|annotator|check|opinion|pass|look)\b|\bsingle[- ]annotated\b")),
    (REVIEWED, True, regex(
        r"(?i)\bdouble-?(?:checked|annotated|read)\b|\bby a second (?:\w+ )?(?:reader|annotator|person|"
            r"\w+er)\b|\b(?:checked|reviewed|verified|proofread|corrected|validated|inspected)\b[^.;?]{0,30}"
        r"\b(?:by (?:hand|ear|eye|humans?|people|experts?|two|three|native)|manually|one by one|every one)\b|"
        r"\b(?:every|each|all)\b[^.;?]{0,40}\b(?:was|were|is|are|been) (?:manually |carefully )?"
        r"(?:checked|reviewed|verified|proofread|validated)\b|\bvon (?:Hand|Menschen) (?:geprüft|korrigiert)|"
        r"\b(?:vérifié|relu)e?s? (?:à la main|par)|\brevisad[oa]s? (?:a mano|por)|"
        r"人手で(?:確認|校正)|人工(?:审核|校对)")),
    (SCRAPED, False, regex(
        r"(?i)\b(?:no|not|nothing|never|without|none)\b[^.;]{0,30}\b(?:scrap(?:ed|ing)|crawl(?:ed|ing)?|web data)\b|"
        r"\bkeine (?:gescrapten|gecrawlten)|\bsin (?:contenido )?(?:extraído|rastreado)|\bpas de scraping|"
        r"スクレイピング(?:は|を)?(?:して|行って)(?:いません|いない)|(?:未|没有)(?:使用)?爬(?:虫|取)")),
    (SCRAPED, True, regex(
        r"(?i)\b(?:scraped|crawled|harvested)\b[^.;]{0,30}\b(?:from|off|by)\b|"
        r"\bdownloaded from (?:[\w-]+ )?(?:feeds?|sites?|websites?|the web|youtube|forums?|blogs?)\b|爬取(?:自|了)")),
    (TESTED, False, regex(
        r"(?i)\b(?:do|does|did|are|is) not (?:occur|appear|included?|contained|part|present)\b[^.;]{0,30}\btrain|"
        r"\bno overlap\b[^.;]{0,40}\b(?:with|between)\b|\bnever (?:seen|"
            r"trained)\b[^.;]{0,30}\b(?:benchmark|eval|test)")),
    (TESTED, False, regex(
        rf"(?i)\b(?:nothing|none|no (?:rows?|examples?|samples?|questions?|part|data)|nor|not|never|"
            rf"n't)\b[^.;]{{0,50}}{_TEST}|"
        rf"\b{_TEST}\b[^.;]{{0,40}}\b(?:removed|excluded|kept (?:apart|out|separate)|held out|left out|never)\b|"
        r"\bdecontaminat\w+\b[^.;]{0,40}\b(?:against|from|of|with)\b|"
        r"\bTestdaten\b[^.;]{0,30}\b(?:nicht|ausgeschlossen|entfernt)\b|テスト(?:データ|セット)[^。]{0,15}(?:除外|使用していません|含まれていません)|"
        r"测试集[^。]{0,12}(?:未|没有|不)")),
    (TAUGHT, False, regex(
        r"(?i)\b(?:no|without(?: any)?) (?:knowledge )?distillation\b|\bnot (?:been )?distilled\b|"
            r"\bno teacher(?: models?)?\b|"
        r"\bkeine Destillation\b|\bsans distillation\b|"
        r"蒸留(?:は|を)?(?:行って|使用して)(?:いません|いない)|(?:未|没有)(?:使用)?蒸馏")),
)  # fmt: skip
_ASKED = regex(r"\?\s*$|(?i:\b(?:if|unless|whether)\b)")
"""Words of a sentence that asks or sets a condition, and tells nothing."""
_BIDS = regex(r"(?i)\b(?:should|must|please|you)\b")
"""Words of a sentence that speaks to its reader: it tells what use is allowed, and nothing of the making."""


def stances_said(words: str) -> Iterator[tuple[str, bool]]:
    """What a sentence says is so, or is not; a denial is told first, and then nothing else of the same.

    >>> list(stances_said("Callers were not asked for consent.")), list(stances_said("商用利用も可能です。"))
    ([('consent', False)], [('commercial use', True)])
    """
    if _ASKED.search(words):
        return
    told, bids = set[str](), _BIDS.search(words) is not None
    for about, holds, pattern in _STANCES:
        if about not in told and (about == COMMERCIAL or not bids) and pattern.search(words):
            told.add(about)
            yield about, holds
