"""How a service was reached, under which plan, and what its terms' wording tells of the time."""

from __future__ import annotations

import re

from benchmarks.notes.dates import Span, span

UNSETTLED_ROUTE = re.compile(
    r"unknown channel|channel (is |was )?(not (stated|said|known)|unknown|unclear)|or (an? |some )?(microsoft|"
    r"azure|aws|google cloud)\b|"
    r"route (unknown|not stated|unclear)|\b(openai|direct) or azure|or (through|via) (azure|bedrock|vertex)|"
    r"(azure|bedrock|vertex|openrouter|reseller) or\b|unknown (provider|host)|not stated which",
    re.IGNORECASE,
)
ROUTES: tuple[tuple[str, str], ...] = (
    (r"azure|microsoft (product|customer) |via microsoft|through microsoft|ai foundry", "azure"),
    (r"bedrock|\baws\b|amazon", "bedrock"),
    (r"vertex|google cloud|\bgcp\b", "vertex"),
    (r"open ?router", "openrouter"),
    (r"\bpoe\b", "poe"),
    (r"together( ai|\.ai| computer)", "together"),
    (r"\bgroq\b", "groq"),
    (r"fireworks", "fireworks"),
    (r"github (copilot|models)", "github"),
    (r"gateway|reseller|aggregator|proxy", "gateway"),
)
UNSETTLED_PLAN = re.compile(
    r"plan (is |was )?(not (stated|said|known)|unknown|unclear)|commercial or consumer|"
    r"consumer or (commercial|business|api)|"
    r"(api|app) or (app|api|chat|web)|"
    r"(whose|\w+'s|unknown|unstated|either|some) plan\b|account type unknown",
    re.IGNORECASE,
)
PLANS: tuple[tuple[str, str], ...] = (
    (r"consumer|web (app|ui|interface)|chat (site|app|interface)|chatgpt (app|plus|web|free)|claude\.ai|gemini app|"
     r"(plus|pro|free) plan|le ?chat|personal account", "consumer"),
    (r"enterprise", "enterprise"),
    (r"\bapi\b|batch api|business|commercial terms|services agreement|platform|endpoint|developer|ai studio", "api"),
    (r"\bbard\b|^chatgpt$|copilot|\bapp\b", "consumer"),
)  # fmt: skip
_MODEL_STRING = re.compile(
    r"[a-z]+[-_.]?\d|davinci|sonnet|opus|haiku|turbo|flash|reasoner|-mini|-large|-small|models?\b",
    re.IGNORECASE,
)


def route(name: str, terms: str) -> str:
    """The channel: whichever the words name, else the provider itself.

    >>> route("gpt-4o (Azure OpenAI)", ""), route("o1", "unknown channel"), route("Gemini API", "Gemini terms")
    ('azure', 'unknown', 'direct')
    """
    text = f"{name} {terms}"
    if UNSETTLED_ROUTE.search(text):
        return "unknown"
    return next((word for pattern, word in ROUTES if re.search(pattern, text, re.IGNORECASE)), "direct")


def plan(name: str, terms: str) -> str:
    """The plan: whichever the words name; a model string under stated terms is called through the API.

    >>> plan("ChatGPT consumer app", ""), plan("Claude (plan not said)", "terms 2025"), plan("gpt-4", "terms 2023")
    ('consumer', 'unknown', 'api')
    """
    text = f"{name} {terms}"
    if UNSETTLED_PLAN.search(text):
        return "unknown"
    for pattern, word in PLANS:
        if any(re.search(pattern, one.strip(), re.IGNORECASE) for one in (name, terms)):
            return word
    return "api" if terms and _MODEL_STRING.search(name) else "unknown"


def terms_span(terms: str) -> Span | None:
    """The days that the wording of the terms points to; None where it names no date."""
    return span(terms)
