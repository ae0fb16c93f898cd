"""Words that tell who wrote a thing: providers and models, making by a machine, sites on which others publish.

They make nothing a record of anything. They are held against what a manifest says of its making, and what does not fit
is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.patterns import regex

_ANSWERS = (
    r"answers?|replies|responses?|suggestions?|outputs?|messages|transcripts?|conversations?|chats?|logs?|texts?|drafts?"
    r"|translations?|captions?|summaries|labels?|traces?|dialogues?|completions?|images?|readings?|voices?"
)
_BY_A_MACHINE = (
    r"llms?|synthetic|distill?(?:ed|ation)?"
    r"|(?:ai|machine|model|auto|computer)[- ](?:generated|written|translated|made|drafted)"
    rf"|(?:ai|bot|assistant|chatbot|copilot|playground)[- ](?:suggested[- ])?(?:{_ANSWERS})"
    r"|ai[- ](?:assistants?|help ?desk|agents?|writers?|bots?)"
    r"|(?:ai|bot|chatbot|llm)[- ](?:feedback|scores?|ratings?|preferences?|critiques?|judge?ments?|notes?|rewards?)"
    r"|(?:ai|automatic|our|meeting)[- ]note[- ]?taker|meeting[- ]assistants?"
    r"|synthesi[sz]ed[- ](?:narrations?|voices?|speech|audio|readings?|images?|pictures?|photos?|texts?|dialogues?)"
    r"|chat ?bots?|(?:help|support|voice|service|faq|our)[- ]?bots?"
    r"|(?:our|virtual|voice|digital|coding|writing|shopping|chat)[- ]assistants?"
    r"|machine[- ]translations|back[- ]?translat(?:ed|ions?)|pseudo[- ]?label(?:s|led)?|code[- ]completions?"
    r"|auto(?:matic(?:ally)?)?[- ](?:captions?|captioned|transcribed|transcripts?|labell?ed|summaries|completions?)"
    r"|(?:suggested|smart)[- ]repl(?:y|ies)"
    r"|(?:tts|text[- ]to[- ]speech)[- ](?:readings?|audio|voices?|speech|samples?|clips?)"
    rf"|(?:r1|o[134]|turbo|sonnet|haiku|opus)[- ](?:\d(?:\.\d)?[- ])?(?:{_ANSWERS})"
)
"""Making by some machine, which is not named."""
_MODELS = r"claude|chatgpt|gpt|gemini|bard|grok|copilot|kimi|deepseek|qwen|qwq|mixtral"
_MAKERS = regex(
    rf"(?<![a-z])({_MODELS}|openai|oai|anthropic|sharegpt|alpaca|(?<!\d)4o(?:[- ]mini)?"
    rf"|(?:sonnet|haiku|opus)[- ]?\d(?:\.\d)?|{_BY_A_MACHINE}"
    r"|(?:(?<=by )|(?<=via )|(?<=using ))(?:sonnet|haiku|opus|nova|llama|mistral|gemma|phi|command|glm|ernie|doubao"
    r"|hunyuan|minimax|nemotron|jamba))(?![a-z])|(?:чат-?)?гпт|챗지피티|文心一言|通义千问",
    re.IGNORECASE,
)
"""Words of providers, of their models, and of making by a model at large; words of other things after `by` alone."""
_AT_LARGE = regex(_BY_A_MACHINE, re.IGNORECASE)
_CAMEL = regex(r"(?<=[a-z])(?=[A-Z][a-z])")
_WRITTEN_WITH = regex(
    rf"(?<![a-z])(?:by|via|using|with|through|into|asked)\s+(?:the\s+|an?\s+)?((?:{_MODELS})(?![a-z])[\w.-]*)"
    rf"|(?<![a-z])(?:{_ANSWERS}|ratings?|scores?|feedback)\s+(?:of|from|by)\s+((?:{_MODELS})(?![a-z])[\w.-]*)"
    rf"|(?<![a-z])((?:{_MODELS})[\w.-]*[- ](?:{_ANSWERS}|generated|written))(?![a-z])"
    rf"|(?<![a-z])(ai[- ](?:suggested[- ])?(?:{_ANSWERS}|generated|written))(?![a-z])",
    re.IGNORECASE,
)
"""A model that is said to have written something, in a sentence."""
_DENIED = regex(
    r"(?<![a-z])(?:no|not|never|without|none|neither|nor|free of|instead of|exclud\w+|cannot)(?![a-z])|n't",
    re.IGNORECASE,
)
_SITES = regex(
    r"(?<![a-z])(you ?tube|linked ?in|reddit|quora|pinterest|instagram|facebook|tik ?tok|twitter|tweets?"
    r"|flickr|vimeo|twitch"
    r"|shutterstock|getty|istock(?:photo)?|adobe stock|soundcloud|spotify|netflix|wattpad|ao3|archive of our own"
    r"|medium (?:posts?|articles?|stories)|goodreads|trip ?advisor|yelp|glassdoor|zillow|airbnb|okcupid|tinder|discord"
    r"|whatsapp|telegram|westlaw|lexis ?nexis|jstor|elsevier|springer|sciencedirect|arxiv|new york times|nyt|reuters"
    r"|bloomberg|bbc|the guardian|washington post|financial times|wall street journal|stack ?(?:overflow|exchange)"
    r"|(?:song )?lyrics|genius|imdb|(?:steam|app store|google|amazon|play store) reviews"
    r"|google maps|github (?:issues|code)"
    r"|scribd|udemy|coursera|chegg|pixiv|deviantart|artstation|danbooru|behance|dribbble|bilibili|weibo|zhihu"
    r"|yt-dlp|youtube-dl|gallery-dl|instaloader|snscrape|twint|spotdl|praw|xiaohongshu|douyin|4chan|fandom|wikihow|wikipedia|competitors?(?:['’]s?)?)(?![a-z])",
    re.IGNORECASE,
)
"""Sites and houses on which others' works stand, and rivals."""


def maker_words(name: str) -> tuple[str, ...]:
    """Words of a name that tell of a provider, its models, or making by a model, as they stand there.

    >>> maker_words("Bot replies from production"), maker_words("Robotics questions")
    (('Bot replies',), ())
    """
    # Words that are only told apart by their capitals are words of their own.
    apart = _CAMEL.sub(" ", name)
    return tuple(dict.fromkeys(found.group(0) for found in _MAKERS.finditer(apart)))


def at_large(word: str) -> bool:
    """Whether a word tells that some machine wrote a thing, and not which."""
    return _AT_LARGE.fullmatch(word) is not None


def site_words(name: str) -> tuple[str, ...]:
    """Words of a name that tell of a site or a house on which others publish.

    >>> site_words("LinkedIn profiles of engineers"), site_words("Profiles of our engineers")
    (('LinkedIn',), ())
    """
    return tuple(dict.fromkeys(found.group(1) for found in _SITES.finditer(name)))


def said_to_write(text: str) -> Iterator[str]:
    """Models of which a sentence says that they wrote something; none where it denies anything.

    >>> list(said_to_write("card: answers by gpt-4o-mini")), list(said_to_write("written without ChatGPT"))
    (['gpt-4o-mini'], [])
    """
    if _DENIED.search(text) is None:
        yield from (found[found.lastindex or 0] for found in _WRITTEN_WITH.finditer(text))
