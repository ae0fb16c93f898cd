"""Names of countries, US states and regions: English, and what each country's own people call it.

One table, in our own selection: ISO 3166 codes, then names after them, separated by `|`. Case, accents, dots and
hyphens do not count when a name is looked up, so that one spelling of each name is enough.
"""

from __future__ import annotations

COUNTRIES = """
AD Andorra; AE United Arab Emirates|UAE|Emirates|الإمارات|الإمارات العربية المتحدة; AF Afghanistan|افغانستان|أفغانستان
AG Antigua and Barbuda; AI Anguilla; AL Albania|Shqipëria|Shqiperi; AM Armenia|Հայաստան|Hayastan; AO Angola
AQ Antarctica; AR Argentina; AS American Samoa; AT Austria|Österreich|Oesterreich; AU Australia; AW Aruba
AX Åland Islands|Åland|Ahvenanmaa; AZ Azerbaijan|Azərbaycan; BA Bosnia and Herzegovina|Bosnia|Bosna i Hercegovina
BB Barbados; BD Bangladesh|বাংলাদেশ; BE Belgium|België|Belgique|Belgien; BF Burkina Faso; BG Bulgaria|България
BH Bahrain|البحرين; BI Burundi; BJ Benin|Bénin; BL Saint Barthélemy; BM Bermuda; BN Brunei|Brunei Darussalam
BO Bolivia; BQ Bonaire, Sint Eustatius and Saba|Caribbean Netherlands; BR Brazil|Brasil; BS Bahamas
BT Bhutan|འབྲུག་ཡུལ; BV Bouvet Island; BW Botswana; BY Belarus|Беларусь; BZ Belize; CA Canada
CC Cocos Islands|Keeling Islands; CD Democratic Republic of the Congo|DR Congo|Congo-Kinshasa|Congo (RDC)
CF Central African Republic|République centrafricaine; CG Republic of the Congo|Congo-Brazzaville|République du Congo
CH Switzerland|Schweiz|Suisse|Svizzera|Svizra; CI Côte d'Ivoire|Ivory Coast; CK Cook Islands; CL Chile
CM Cameroon|Cameroun; CN China|中国|中华人民共和国|People's Republic of China|PRC|Mainland China|Zhongguo; CO Colombia
CR Costa Rica; CU Cuba; CV Cabo Verde|Cape Verde; CW Curaçao; CX Christmas Island; CY Cyprus|Κύπρος|Kıbrıs
CZ Czechia|Czech Republic|Česko|Česká republika; DE Germany|Deutschland|Federal Republic of Germany|BRD; DJ Djibouti
DK Denmark|Danmark; DM Dominica; DO Dominican Republic|República Dominicana; DZ Algeria|الجزائر|Algérie; EC Ecuador
EE Estonia|Eesti; EG Egypt|مصر; EH Western Sahara; ER Eritrea|ኤርትራ; ES Spain|España|Espanya|Espainia
ET Ethiopia|ኢትዮጵያ; FI Finland|Suomi; FJ Fiji; FK Falkland Islands|Malvinas; FM Federated States of Micronesia|Micronesia
FO Faroe Islands|Føroyar|Færøerne; FR France|République française; GA Gabon; GD Grenada; GF French Guiana|Guyane
GB United Kingdom|UK|Great Britain|Britain|England|Scotland|Wales|Northern Ireland|Cymru|Alba; GE საქართველო|Sakartvelo
GG Guernsey; GH Ghana; GI Gibraltar; GL Greenland|Kalaallit Nunaat|Grønland; GM Gambia; GN Guinea|Guinée
GP Guadeloupe; GQ Equatorial Guinea|Guinea Ecuatorial; GR Greece|Ελλάδα|Ελλάς|Hellas|Ellada; GT Guatemala; GU Guam
GS South Georgia and the South Sandwich Islands; GW Guinea-Bissau|Guiné-Bissau; GY Guyana; HK Hong Kong|香港
HM Heard Island and McDonald Islands; HN Honduras; HR Croatia|Hrvatska; HT Haiti|Haïti; HU Hungary|Magyarország
ID Indonesia; IE Ireland|Éire|Republic of Ireland; IL Israel|ישראל|إسرائيل; IM Isle of Man; IN India|भारत|Bharat
IO British Indian Ocean Territory; IQ Iraq|العراق; IR Iran|ایران|Islamic Republic of Iran; IS Iceland|Ísland
IT Italy|Italia; JE Jersey; JM Jamaica; JO Jordan|الأردن; JP Japan|日本|日本国|Nihon|Nippon; KE Kenya
KG Kyrgyzstan|Кыргызстан|Киргизия; KH Cambodia|កម្ពុជា|Kampuchea; KI Kiribati; KM Comoros|Comores
KN Saint Kitts and Nevis
KP North Korea|DPRK|Democratic People's Republic of Korea|북한|조선
KR South Korea|Korea|Republic of Korea|대한민국|한국|Hanguk
KW Kuwait|الكويت; KY Cayman Islands; KZ Kazakhstan|Қазақстан|Казахстан; LA Laos|Lao PDR|ລາວ; LB Lebanon|لبنان|Liban
LC Saint Lucia; LI Liechtenstein; LK Sri Lanka|ශ්‍රී ලංකාව|இலங்கை; LR Liberia; LS Lesotho; LT Lithuania|Lietuva
LU Luxembourg|Lëtzebuerg|Luxemburg; LV Latvia|Latvija; LY Libya|ليبيا; MA Morocco|المغرب|Maroc; MC Monaco
MD Moldova|Republica Moldova; ME Montenegro|Crna Gora|Црна Гора; MF Saint-Martin; MG Madagascar|Madagasikara
MH Marshall Islands; MK North Macedonia|Macedonia|Северна Македонија; ML Mali; MM Myanmar|Burma|မြန်မာ
MN Mongolia|Монгол Улс
MO Macao|Macau|澳門|澳门; MP Northern Mariana Islands; MQ Martinique; MR Mauritania|موريتانيا|Mauritanie; MS Montserrat
MT Malta; MU Mauritius|Maurice; MV Maldives|ދިވެހިރާއްޖެ; MW Malawi; MX Mexico|México; MY Malaysia; MZ Mozambique|Moçambique
NA Namibia; NC New Caledonia|Nouvelle-Calédonie; NE Niger; NF Norfolk Island; NG Nigeria; NI Nicaragua
NL Netherlands|Nederland|Holland; NO Norway|Norge|Noreg|Norga; NP Nepal|नेपाल; NR Nauru; NU Niue
NZ New Zealand|Aotearoa; OM Oman|عمان; PA Panama|Panamá; PE Peru|Perú; PF French Polynesia|Polynésie française
PG Papua New Guinea; PH Philippines|Pilipinas; PK Pakistan|پاکستان; PL Poland|Polska; PM Saint Pierre and Miquelon
PN Pitcairn Islands; PR Puerto Rico; PS Palestine|State of Palestine|فلسطين; PT Portugal; PW Palau; PY Paraguay
QA Qatar|قطر; RE Réunion|La Réunion; RO Romania|România; RS Serbia|Србија|Srbija; RW Rwanda
RU Russia|Россия|Russian Federation|Российская Федерация|Rossiya; SA Saudi Arabia|KSA|السعودية|المملكة العربية السعودية
SB Solomon Islands; SC Seychelles; SD Sudan|السودان; SE Sweden|Sverige; SG Singapore|Singapura|新加坡|சிங்கப்பூர்
SH Saint Helena, Ascension and Tristan da Cunha|Saint Helena; SI Slovenia|Slovenija; SJ Svalbard and Jan Mayen
SK Slovakia|Slovensko|Slovak Republic; SL Sierra Leone; SM San Marino; SN Senegal|Sénégal; SO Somalia|Soomaaliya
SR Suriname; SS South Sudan; ST São Tomé and Príncipe; SV El Salvador; SX Sint Maarten; SY Syria|سوريا
SZ Eswatini|Swaziland
TC Turks and Caicos Islands; TD Chad|Tchad|تشاد; TF French Southern Territories; TG Togo; TH Thailand|ประเทศไทย|ไทย
TJ Tajikistan|Тоҷикистон; TK Tokelau; TL Timor-Leste|East Timor; TM Turkmenistan|Türkmenistan; TN Tunisia|تونس|Tunisie
TO Tonga; TR Türkiye|Turkey; TT Trinidad and Tobago; TV Tuvalu; TW Taiwan|臺灣|台灣|台湾
TZ Tanzania; UA Ukraine|Україна
UG Uganda; UM United States Minor Outlying Islands; US United States|USA|United States of America|EE. UU.|Estados Unidos
UY Uruguay; UZ Uzbekistan|Oʻzbekiston|Узбекистан; VA Vatican City|Holy See|Vatican; VC Saint Vincent and the Grenadines
VE Venezuela; VG British Virgin Islands; VI US Virgin Islands; VN Vietnam|Viet Nam|Việt Nam; VU Vanuatu
WF Wallis and Futuna; WS Samoa; XK Kosovo|Kosova|Косово
YE Yemen|اليمن; YT Mayotte; ZA South Africa|Suid-Afrika|iNingizimu Afrika
ZM Zambia; ZW Zimbabwe
"""

STATES = """
US-AK Alaska; US-AL Alabama; US-AR Arkansas; US-AZ Arizona; US-CA California; US-CO Colorado; US-CT Connecticut
US-DC District of Columbia|Washington DC; US-DE Delaware; US-FL Florida; US-GA Georgia (US); US-HI Hawaii; US-IA Iowa
US-ID Idaho; US-IL Illinois; US-IN Indiana; US-KS Kansas; US-KY Kentucky; US-LA Louisiana; US-MA Massachusetts
US-MD Maryland; US-ME Maine; US-MI Michigan; US-MN Minnesota; US-MO Missouri; US-MS Mississippi; US-MT Montana
US-NC North Carolina; US-ND North Dakota; US-NE Nebraska; US-NH New Hampshire; US-NJ New Jersey; US-NM New Mexico
US-NV Nevada; US-NY New York; US-OH Ohio; US-OK Oklahoma; US-OR Oregon; US-PA Pennsylvania; US-RI Rhode Island
US-SC South Carolina; US-SD South Dakota; US-TN Tennessee; US-TX Texas; US-UT Utah; US-VA Virginia; US-VT Vermont
US-WA Washington State|Washington; US-WI Wisconsin; US-WV West Virginia; US-WY Wyoming
"""

AMBIGUOUS = {
    "america": "'US' or 'Americas'",
    "congo": "'CD' (Democratic Republic) or 'CG' (Republic)",
    "georgia": "'GE' for the country or 'US-GA' for the state",
    "international": "'worldwide', or the countries",
    "saint martin": "'MF' (French part) or 'SX' (Dutch part)",
    "virgin islands": "'VG' (British) or 'VI' (US)",
}
"""Names that do not tell one place, with what to write instead."""

_EU = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
_EUROPE = f"{_EU} IS LI NO CH GB AD AL AX BA BY FO GG GI IM JE MC MD ME MK RS RU SJ SM TR UA VA XK"
_GULF = "AE BH KW OM QA SA"
_MIDDLE_EAST = f"{_GULF} EG IL IQ IR JO LB PS SY TR YE"
_AFRICA = (
    "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG "
    "RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW"
)
_ASEAN = "BN ID KH LA MM MY PH SG TH TL VN"
_EAST_ASIA = "CN HK JP KP KR MN MO TW"
_SOUTH_ASIA = "AF BD BT IN LK MV NP PK"
_CENTRAL_ASIA = "KG KZ TJ TM UZ"
_OCEANIA = "AS AU CK FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS"
_CARIBBEAN = "AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI"
_CENTRAL_AMERICA = "BZ CR GT HN NI PA SV"
_SOUTH_AMERICA = "AR BO BR CL CO EC FK GF GY PE PY SR UY VE"
_NORTH_AMERICA = "US CA MX GL BM PM"

REGIONS = {
    "EU": ("European Union|EU-27|EU27|Union européenne|Europäische Union|Unión Europea|Unione europea", _EU),
    "EEA": ("European Economic Area|EWR|Europäischer Wirtschaftsraum|EØS|EEE", f"{_EU} IS LI NO"),
    "EFTA": ("European Free Trade Association", "CH IS LI NO"),
    "Europe": ("Europa", _EUROPE),
    "Benelux": ("", "BE LU NL"),
    "DACH": ("D-A-CH", "AT CH DE"),
    "Nordics": ("Nordic countries|Scandinavia|Norden", "AX DK FI FO GL IS NO SE SJ"),
    "Baltics": ("Baltic states", "EE LT LV"),
    "EMEA": ("Europe, Middle East and Africa", f"{_EUROPE} {_MIDDLE_EAST} {_AFRICA}"),
    "MENA": ("Middle East and North Africa", f"{_MIDDLE_EAST} DZ LY MA MR SD TN"),
    "Middle East": ("", _MIDDLE_EAST),
    "GCC": ("Gulf Cooperation Council|Gulf states", _GULF),
    "Africa": ("", _AFRICA),
    "Asia": ("", f"{_EAST_ASIA} {_ASEAN} {_SOUTH_ASIA} {_CENTRAL_ASIA} {_MIDDLE_EAST} AM AZ CY GE RU"),
    "APAC": ("Asia-Pacific|Asia Pacific|APJ", f"{_EAST_ASIA} {_ASEAN} {_SOUTH_ASIA} {_OCEANIA}"),
    "ASEAN": ("Southeast Asia|South-East Asia", _ASEAN),
    "CIS": ("Commonwealth of Independent States", "AM AZ BY KG KZ MD RU TJ UZ"),
    "Oceania": ("", _OCEANIA),
    "ANZ": ("Australia and New Zealand", "AU NZ"),
    "Americas": ("", f"{_NORTH_AMERICA} {_CENTRAL_AMERICA} {_CARIBBEAN} {_SOUTH_AMERICA}"),
    "North America": ("NAFTA|USMCA", _NORTH_AMERICA),
    "LATAM": ("Latin America|América Latina", f"MX {_CENTRAL_AMERICA} {_CARIBBEAN} {_SOUTH_AMERICA}"),
    "South America": ("", _SOUTH_AMERICA),
}
"""Region to its other names and its members. Where usage differs, the wider membership is taken."""

WORLDWIDE = (
    "worldwide|global|globally|everywhere|world|all countries|weltweit|mondial|"
    "monde entier|mundial|mondiale|wereldwijd|全球|全世界"
)

PARTS = {
    "US": "AS GU MP PR UM VI",
    "FR": "GF GP MF MQ RE YT",
    "FI": "AX",
    "NO": "SJ",
}
"""Codes of their own that belong to a country, and where its laws hold at least in part."""
