"""Words that tell who wrote a thing: providers and models, making by a machine, sites on which others publish.

They make nothing a record of anything. They are held against what a manifest says of its making, and what does not fit
is asked.
"""

from __future__ import annotations

import re

from compliance.patterns import regex
from compliance.resolve.words.prose.other_tongues import (
    MACHINE_WROTE,
    MACHINES_ABROAD,
    MACHINES_IN_HAN,
    SITES_ABROAD,
    SITES_IN_HAN,
)

OUR_OWN = (
    r"our|ours|(?<!we )own|my|in-?house|internal|unsere?[nrms]?|eigene?[nrms]?|hauseigene?[nrms]?|notre|nos|propres?"
    r"|nuestr[oa]s?|propi[oa]s?|nostr[oaie]|noss[oa]s?|onze"
)
"""Words that say that a thing is one's own, as alternatives of a pattern between borders of words."""
OUR_OWN_IN_HAN = r"我们|我們|自有|自己|自社|弊社|当社|우리|자사|자체"
"""The same in East Asian letters, which need no borders."""
ANSWERS = (
    r"answers?|replies|responses?|suggestions?|outputs?|messages|transcripts?|conversations?|chats?|logs?"
    r"|texts?|drafts?"
    r"|translations?|captions?|summaries|labels?|traces?|dialogues?|completions?|images?|readings?|voices?"
)
"""What somebody, or something, that is asked gives back, as alternatives of a pattern."""
_BY_A_MACHINE = (
    r"llms?|synthetic|distill?(?:ed|ation)?"
    r"|(?:ai|machine|model|auto|computer)[- ](?:generated|written|translated|made|drafted)"
    rf"|(?:{ANSWERS}) (?:of|from|by) (?:(?:the|our|these|all) )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten"
    rf"|eleven"
    r"|twelve|several|various|many|all|some|different|competing|other|rival|leading|commercial)"
    r" (?:systems|models|engines|assistants|chat ?bots|bots|llms)"
    r"|(?:chat ?bot|model|llm)?[- ]?arena[- ](?:battles|votes|chats|conversations|answers)|(?:chat ?bot|model"
    r"|llm) battles"
    r"|auto(?:generated|written|drafted)|model[- ](?:replies|answers|responses|completions)|rlaif"
    r"|voice clones?|cloned voices?"
    rf"|(?:ai|bot|assistant|chatbot|copilot|playground)[- ](?:suggested[- ])?(?:{ANSWERS})"
    r"|ai[- ](?:assistants?|help ?desk|agents?|writers?|bots?)"
    r"|(?:ai|bot|chatbot|llm)[- ](?:feedback|scores?|ratings?|preferences?|critiques?|judge?ments?|notes?|rewards?)"
    r"|(?:ai|automatic|our|meeting)[- ]note[- ]?taker|meeting[- ]assistants?"
    r"|synthesi[sz]ed[- ](?:narrations?|voices?|speech|audio|readings?|images?|pictures?|photos?|texts?|dialogues?)"
    r"|(?:agent|agentic|tool[- ]?use|function[- ]calling)[- ](?:trajector(?:y|ies)|traces?|rollouts?|logs?)"
    r"|(?:reasoning|thought|thinking)[- ](?:traces?|trajector(?:y|ies))|(?:chains?|trees?)[- ]of[- ]thoughts?|rollouts"
    r"|self[- ]?play(?:[- ]games?)?|simulated (?:dialogues?|users?|conversations?|interviews?|chats?|answers?)"
    r"|deep ?fakes?|face[- ]?swap(?:s|ped)?|(?:in|out)painted|upscaled (?:photos?|images?|pictures?|videos?)"
    r"|coloui?ri[sz]ed (?:photos?|images?|films?)|auto[- ]?completed|machine[- ]read|silver[- ](?:labels?|annotations?)"
    r"|(?:voice|speech)[- ]to[- ]text|speech recogni[sz]ed|asr (?:outputs?|transcripts?|texts?)"
    r"|ocr(?:['’]?d|ed)? (?:texts?|outputs?)"
    r"|(?:predictions|outputs|embeddings) (?:of|from|by) (?:our|the|an?) [\w-]+"
    r"|chat ?bots?|(?:help|support|voice|service|faq|our)[- ]?bots?"
    r"|(?:our|virtual|voice|digital|coding|writing|shopping|chat)[- ]assistants?"
    r"|machine[- ]translations|back[- ]?translat(?:ed|ions?)|pseudo[- ]?label(?:s|led)?|code[- ]completions?"
    r"|auto(?:matic(?:ally)?)?[- ](?:captions?|captioned|transcribed|transcripts?|labell?ed|summaries|completions?)"
    r"|(?:suggested|smart)[- ]repl(?:y|ies)"
    r"|(?:tts|text[- ]to[- ]speech)[- ](?:readings?|audio|voices?|speech|samples?|clips?|recordings?)"
    rf"|(?:r1|o[134]|turbo|sonnet|haiku|opus)[- ](?:\d(?:\.\d)?[- ])?(?:{ANSWERS})|{MACHINES_ABROAD}"
)
"""Making by some machine, which is not named."""
MODELS = (
    r"claude|chatgpt|gpt(?!q(?![a-z]))|gemini|bard|grok|copilot|kimi|deepseek|qwen|qwq|mixtral"
    r"|deepl|midjourney|elevenlabs|notebooklm|dall-?e"
)
"""Words of models that stand for nothing else, as alternatives of a pattern."""
_MAKERS = regex(
    rf"(?<![a-z])({MODELS}|openai|oai|anthropic|sharegpt|alpaca|(?<!\d)4o(?:[- ]mini)?"
    rf"|(?:sonnet|haiku|opus)[- ]?\d(?:\.\d)?|{_BY_A_MACHINE}"
    r"|(?:(?<=by )|(?<=via )|(?<=using ))(?:sonnet|haiku|opus|nova|llama|mistral|gemma|phi|command|glm|ernie|doubao"
    r"|hunyuan|minimax|nemotron|jamba))(?![a-z])|(?:чат-?)?гпт|챗지피티|文心一言|通义千问"
    rf"|{MACHINES_IN_HAN}|{MACHINE_WROTE}",
    re.IGNORECASE,
)
"""Words of providers, of their models, and of making by a model at large; words of other things after `by` alone."""
SOME_MACHINE = (
    r"(?:(?:an?|the|some|our|one|another|several|various|other)\s+)?(?:(?!(?:by|of|with|about|on|for|and|from"
    r"|to|in|at)\b)[\w-]{1,40}\s+){0,2}?"
    r"(?:a\.?i\.?|genai|llms?|vlms?|lms?|chat ?bots?|(?:ai|virtual|coding|chat)\s+assistants?"
    r"|(?:language|assistant|teacher|generative|instruct|chat|foundation|diffusion|translation|speech)[- ]models?"
    r"|models?|bots?|(?:writing|translation|captioning|drafting|suggestion) (?:tools?|aids?|software)"
    r"|neural net(?:work)?s?|machines?|transformers?|(?:image|text|speech) generators?|tts"
    r"|text[- ]to[- ]speech)"
)
"""A model that is spoken of and not named, as alternatives of a pattern: told so in sentences alone."""
_AT_LARGE = regex(rf"{_BY_A_MACHINE}|{SOME_MACHINE}|{MACHINES_IN_HAN}|{MACHINE_WROTE}", re.IGNORECASE)
_CAMEL = regex(r"(?<=[a-z])(?=[A-Z][a-z])")
_FETCHERS = "yt-dlp|youtube-dl|gallery-dl|instaloader|snscrape|twint|spotdl|praw"
_SITES = regex(
    rf"(?<![a-z])({SITES_ABROAD}|you ?tube|linked ?in|reddit|quora|pinterest|instagram|facebook|tik ?tok"
    rf"|twitter|tweets?"
    r"|flickr|vimeo|twitch|tumblr|snapchat|civitai|w3 ?schools|academia\.edu|booking\.com|fox news|source ?hut"
    r"|mail ?online|daily mail (?:articles|news|pages|stories)|gitlab (?:issues|code|projects|repositories)|ign reviews"
    r"|shutterstock|getty|istock(?:photo)?|adobe stock|soundcloud|spotify|netflix|wattpad|ao3|archive of our own"
    r"|medium (?:posts?|articles?|stories)|goodreads|trip ?advisor|yelp|glassdoor|zillow|airbnb|okcupid|tinder"
    r"|discord"
    r"|whatsapp|telegram|westlaw|lexis ?nexis|jstor|elsevier|springer|sciencedirect|arxiv|new york times|nyt|reuters"
    r"|bloomberg|bbc|the guardian|washington post|financial times|wall street journal|stack ?(?:overflow|exchange)"
    r"|(?:song )?lyrics|genius|imdb|(?:steam|app store|google|amazon|play store) reviews"
    r"|google maps|github (?:issues|code)"
    r"|scribd|udemy|coursera|chegg|pixiv|deviantart|artstation|danbooru|behance|dribbble|bilibili|weibo|zhihu"
    rf"|{_FETCHERS}|xiaohongshu|douyin|4chan|fandom"
    rf"|unsplash|pexels|pixabay|freepik|envato|sketchfab|turbosquid|thingiverse|freesound|bandcamp|mixcloud|substack"
    r"|rapidapi|postman collections|quizlet|memrise|duolingo|chessbase|chess\.com|beck-online|jurisclasseur|dalloz"
    r"|depatisnet|espacenet|google patents|mapillary|(?:google )?street ?view|inaturalist|ebay|etsy|aliexpress"
    r"|craigslist"
    rf"|hacker ?news|usenet|course ?hero|studocu|hathi ?trust|pacer|acl anthology"
    rf"|(?:amazon|indeed|monster|glassdoor) (?:product )?(?:descriptions?|listings?|pages|postings?|ads|photos)"
    rf"|r/[a-z]\w{{2,}}(?!/)|immoscout\w*|wikihow|wikipedia|wikidata|wikisource|wiktionary"
    r"|db ?pedia|open ?street ?map|musicbrainz|europarl|eur-?lex|courtlistener|librivox|project gutenberg|leetcode"
    rf"|codeforces|khan academy|competitors?(?:['’]s?)?)(?![a-z])|({SITES_IN_HAN})",
    re.IGNORECASE,
)
"""Sites and houses on which others' works stand, and rivals."""


def maker_words(name: str) -> tuple[str, ...]:
    """Words of a name that tell of a provider, its models, or making by a model, as they stand there.

    >>> maker_words("Bot replies from production"), maker_words("Robotics questions")
    (('Bot replies',), ())
    """
    # Words that are only told apart by their capitals are words of their own.
    apart = _CAMEL.sub(" ", name.replace("_", " "))
    return tuple(dict.fromkeys(found.group(0) for found in _MAKERS.finditer(apart)))


def at_large(word: str) -> bool:
    """Whether a word tells that some machine wrote a thing, and not which."""
    return _AT_LARGE.fullmatch(word) is not None


def site_words(name: str) -> tuple[str, ...]:
    """Words of a name that tell of a site or a house on which others publish.

    >>> site_words("LinkedIn profiles of engineers"), site_words("Profiles of our engineers")
    (('LinkedIn',), ())
    """
    return tuple(dict.fromkeys(found.group(0) for found in _SITES.finditer(name)))


def fetches_from_site(word: str) -> bool:
    """Whether a word is a program that takes from sites on which others publish; whose works, it does not say.

    >>> fetches_from_site("yt-dlp"), fetches_from_site("YouTube")
    (True, False)
    """
    return word.casefold() in _FETCHERS.split("|")
