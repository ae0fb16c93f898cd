"""Whose endpoint a model string calls: providers' own strings, prefixes of hosts and routes, remarks in brackets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from compliance.model.known.knowledge import Registry
from compliance.model.names.catalogue import Located
from compliance.model.names.records import ServiceEntry
from compliance.model.names.resolved import ModelRecord, ServiceRecord
from compliance.model.words.spelling import key, words
from compliance.patterns import regex

Exact = Callable[[str], Located | None]
Model = Callable[[str], ModelRecord | None]
_REMARK = regex(
    r"(?P<head>.+?)\s*(?:\((?:via |on |through )?(?P<in>[^()]+)\)|\s(?:via|on|through)\s(?P<by>.+))"
)
_ENDING = regex(
    r"(?:-v\d+(?::\d+)?(?::\d+k)?|@[\w.\-]+|:(?:free|beta|extended|thinking|online|nitro|floor|exacto|latest)|-latest|-maas)$",
    re.IGNORECASE,
)
"""Endings by which hosts tell a deployment of the same model."""
_SURFACE = regex(r"\s+(?:(?:batch|hosted|official)\s+)?APIs?$", re.IGNORECASE)
"""Words that tell by what it is reached, and not what it is."""
_REACHED_BY = frozenset(
    ("ai", "api", "apis", "cloud", "endpoint", "endpoints", "inference", "portal", "provider", "providers")
)
"""Such words in the name of a host of weights."""
_RUN = regex(
    r"(?:-(?:turbo|lite|fp8|fp16|bf16|int8|awq|tput|fast|free|reference|hf))+$",
    re.IGNORECASE,
)
"""Words by which hosts tell how they run the weights."""
_TUNE = regex(
    r"(?:[\w-]+/)?(?:ft:(?P<base>[^:\s]+)(?::.*)?|(?P<older>[^:/\s]+):ft-\S+|(?P<azure>[^:/\s]+)\.ft-[0-9a-f]{8,}[\w-]*)",
    re.IGNORECASE,
)
"""What a provider calls tunes that it hosts: `ft:BASE:whose:name:id`, `BASE:ft-whose-date`; on Azure `BASE.ft-id`."""
_TUNES_OF = {"openai": regex(r"(?:chat)?gpt-\d|o\d|davinci|babbage|curie|ada\b", re.IGNORECASE)}
"""Whose tunes strings are that begin like this, where no record knows the base."""
_POINT = regex(r"-v(\d+)(?:p(\d+))?-", re.IGNORECASE)
_PLAIN = frozenset(
    key(text)
    for text in (
        "API", "the API", "web", "app", "chat", "hosted", "batch", "batch API", "free", "paid", "free tier",
        "preview", "beta", "direct", "hosted API", "web app", "web interface", "playground", "official API", "online",
    )
)  # fmt: skip
"""Remarks that say nothing of whose endpoint it is."""


class Hosts:
    """Reads model strings; made once per registry."""

    def __init__(self, registry: Registry, exact: Exact) -> None:
        """`exact` finds the record of a string that a provider itself declares."""
        self._exact = exact
        further = registry.own_providers or registry.own_routes
        self._first = Hosts(registry.without_own_prefixes, exact) if further else None
        """Reads strings without users' own providers: what it knows is never cut by a prefix of theirs."""
        self._aliases: dict[str, str] = {}
        self._prefixes: list[tuple[str, str | None, str | None]] = []
        for provider_id, provider in registry.providers.items():
            for name in (provider_id, provider.name, *provider.aliases):
                self._aliases.setdefault(key(name), provider_id)
            self._prefixes += [(prefix.lower(), None, provider_id) for prefix in provider.prefixes]
        self._run_weights = {key for key, provider in registry.providers.items() if provider.runs_weights}
        self._routes = {key(one.route): one for one in registry.routes if one.route}
        self._prefixes += [(r.prefix.lower(), r.route, r.host and f"?{r.host}") for r in registry.routes]
        self._prefixes += [*self._with_colons(registry)]
        self._prefixes.sort(key=lambda one: -len(one[0]))
        self._beginnings = tuple(dict.fromkeys(one[0] for one in self._prefixes))

    def _with_colons(self, registry: Registry) -> Iterator[tuple[str, str | None, str | None]]:
        """Prefixes of whoever passes on what others made, for programs that put a colon after the provider.

        A developer's own name is left out: `mistral:7b` is how tools that run weights at home write a size.
        """
        passing = {
            one for one, provider in registry.providers.items() if provider.passes_on or provider.runs_weights
        }
        for prefix, route, host in self._prefixes:
            told = host in passing or route not in (None, "local", "direct")
            if told and prefix.endswith("/") and "/" not in prefix[:-1]:
                yield f"{prefix[:-1]}:", route, host

    def service(self, name: str, model: Model) -> ServiceRecord | None:
        """What a string means: a provider's own, or weights at a host."""
        known = self._first.service(name, model) if self._first else None
        return known or self._read(name.strip(), None, None, None, model)

    def named(self, text: str) -> str | None:
        """The provider whose name the whole text is."""
        return self._aliases.get(key(text))

    def alone(self, text: str) -> str | None:
        """The host of weights whose name the text is, but for words that tell how it is reached: `Groq API`."""
        told = [word for word in words(text) if word not in _REACHED_BY]
        host = self.named(text) or self._aliases.get(key(" ".join(told)))
        return host if host in self._run_weights else None

    def provider(self, text: str, model: Model) -> str | None:
        """The provider whose name or model string this is, or whose name stands before the slash."""
        known = self._first.provider(text, model) if self._first else None
        if named := known or self.named(text):
            return named
        record = self._read(text.strip(), None, None, None, model)
        if record:
            return record.provider
        head, slash, _ = text.partition("/")
        return self._aliases.get(key(head)) if slash else None

    def of_ones_own(self, text: str, model: Model) -> str | None:
        """The provider that users' own providers and routes alone make of a text; None where bundled ones know it."""
        known = self._first is None or self._first.provider(text, model) is not None
        return None if known else self.provider(text, model)

    def _read(
        self, text: str, host: str | None, route: str | None, fallback: str | None, model: Model
    ) -> ServiceRecord | None:
        own = self._own(text)
        if own is not None and isinstance(own.entry, ServiceEntry):
            entry = own.entry
            elsewhere = host is not None and host != entry.provider
            serves = entry.serves or (_published(text, model) if elsewhere else None)
            return ServiceRecord(
                entry.id, host or entry.provider, entry.family, entry.released, entry.retired, route, serves,
                entry.source, entry.assurance, own.layer > 0, text if elsewhere and not serves else None,
                entry.function,
            )  # fmt: skip
        run_by = host or fallback
        named = _published(text, model) if run_by else None
        weights = model(named) if named else None
        if run_by and weights is not None and weights.developer_id != run_by:
            # Before anything is cut off the end: what a version looks like is part of the name of some weights.
            return _run(run_by, route, named, weights)
        for rest, its_host, its_route, its_fallback in self._shorter(text):
            if host and its_host and its_host != host:
                continue
            found = self._read(rest, host or its_host, route or its_route, fallback or its_fallback, model)
            if found is not None:
                return found
        if run_by is None or not text:
            return None
        return (
            _run(run_by, route, named, weights)
            if weights
            else ServiceRecord(None, run_by, None, route=route, unread=text)
        )

    def _own(self, text: str) -> Located | None:
        """The record of a string, with or without its provider's name before it."""
        found = self._exact(text)
        if found is not None:
            return found
        for name, rest in _heads(text):
            provider = self._aliases.get(name)
            # Records of what is called like other things have their provider's name in front: `deepgram nova-3`.
            found = self._exact(rest) or self._exact(f"{name}{rest}") if provider else None
            if found is not None and getattr(found.entry, "provider", None) == provider:
                return found
        return None

    def _shorter(self, text: str) -> Iterator[tuple[str, str | None, str | None, str | None]]:
        """The string without a prefix or a remark: what is left, host, route, and host where it has no owner."""
        lowered = text.lower()
        for prefix, route, host in self._prefixes if lowered.startswith(self._beginnings) else ():
            if lowered.startswith(prefix) and len(text) > len(prefix) and route != "local":
                fallback = host[1:] if host and host.startswith("?") else None
                yield text[len(prefix) :].strip(" :/"), None if fallback else host, route, fallback
        yield from self._base_of_tune(text)
        ending = _ENDING.search(text)
        if ending and ending.start() > 0:
            yield text[: ending.start()], None, None, None
        surface = _SURFACE.search(text)
        if surface and surface.start() > 0:
            yield text[: surface.start()], None, None, None
        remark = _REMARK.fullmatch(text)
        if remark is None:
            return
        said = key(remark["in"] or remark["by"])
        if said in _PLAIN:
            yield remark["head"], None, None, None
        elif said in self._routes:
            way = self._routes[said]
            yield remark["head"], None, way.route, way.host
        elif said in self._aliases:
            yield remark["head"], self._aliases[said], None, None

    def _base_of_tune(self, text: str) -> Iterator[tuple[str, str | None, str | None, str | None]]:
        """What was tuned, where a string is that of a tune that its provider hosts, and hands to nobody."""
        tune = _TUNE.fullmatch(text)
        if tune is None:
            return
        base = tune["base"] or tune["older"] or tune["azure"]
        way = self._routes.get(key("azure")) if tune["azure"] else None
        if tune["azure"]:
            # Whoever tunes weights at home may write such a name too; of a service there are none.
            if way is not None and self._own(base) is not None:
                yield base, None, way.route, way.host
            return
        yield base, None, None, next((one for one, bases in _TUNES_OF.items() if bases.match(base)), None)


def _run(by: str, route: str | None, named: str | None, weights: ModelRecord) -> ServiceRecord:
    """The record of weights at a host that names none of its strings."""
    return ServiceRecord(
        None, by, weights.family, route=route, model=named, source=weights.source, assurance=weights.assurance
    )


def _published(text: str, model: Model) -> str | None:
    """The name under which the weights that a host's string means are published, if a record knows them."""
    return next((one for one in _spellings(text) if model(one) is not None), None)


def _spellings(text: str) -> Iterator[str]:
    """How hosts write the name of weights: as it is published, without a word for how they run it, `v3p1` for 3.1."""
    yield text
    shorter = _RUN.sub("", text)
    yield shorter
    yield _POINT.sub(lambda match: f"-{match[1]}.{match[2]}-" if match[2] else f"-{match[1]}-", shorter)


def _heads(text: str) -> Iterator[tuple[str, str]]:
    """Ways to cut up to three words from the front, as a name, with what follows them."""
    spoken = words(text)
    for count in (3, 2, 1):
        rest = spoken[count:]
        if rest:
            yield (
                "".join(f"{word} " for word in spoken[:count]),
                " ".join(rest[1:] if rest[0] == "/" else rest),
            )
