"""What a further folder of packs may not take the place of, because nobody would see it: tables, wordings and names.

Records of models, data sets and services may stand instead of bundled ones, and every report that rests on one says
so. Whatever all findings rest on is refused here: a second table of relations, other wordings of licences, and names
that already mean another licence, provider, party or rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from compliance.errors import FaultCollector, shown
from compliance.load.packs.knowledge import BUNDLED
from compliance.load.packs.taken_licences import Known
from compliance.model.names.licence_words import Wording, address, named_by, names_of
from compliance.model.names.records import Providers, Records
from compliance.model.names.registry import Licences, LicenceWords, Relations
from compliance.model.names.substitutes import Substitutes
from compliance.model.packs.rule import Pack
from compliance.model.words.spelling import key

_OTHER_NAME = "give it a name of its own"
Named = tuple[tuple[str | int, ...], str, str, str]
"""Where a name stands in a file, what bears it, the name as it is compared, and the id of what it means."""


def check_places(loaded: Sequence[Any], faults: FaultCollector) -> None:
    """Collect what documents of one folder would silently take from those of another."""
    _check_tables(loaded, faults)
    _check_former_ids(loaded, faults)
    if len({_layer(one) for one in loaded}) > 1:
        _check_names(loaded, faults)
        _check_licence_names(loaded, faults)
        _check_other_licences(loaded, faults)
        _check_prefixes(loaded, faults)


def _layer(one: Any) -> str:
    """The folder that a file is of; the bundled ones are one."""
    root: str = one.shown.split("/")[0]
    return "" if root in BUNDLED else f"/{root}"


def _report(faults: FaultCollector, one: Any, path: tuple[str | int, ...], what: str, advice: str) -> None:
    faults.report(one.locate(path) if one.locate else None, what, advice)


def _check_tables(loaded: Sequence[Any], faults: FaultCollector) -> None:
    """There is one table of relations, and one folder says how licences are worded."""
    tables = [one for one in loaded if isinstance(one.value, Relations)]
    for one in tables[1:]:
        what = f"the table of relations also stands in {tables[0].shown}"
        _report(faults, one, ("relations",), what, "remove it: every finding rests on it")
    worded = [one for one in loaded if isinstance(one.value, Licences) and one.value.words != LicenceWords()]
    for one in worded:
        if _layer(one) != _layer(worded[0]):
            what = f"how licences are worded is said in {worded[0].shown}, and for all of them"
            _report(faults, one, ("words",), what, "remove it, and write `aliases` of your own licences")


def _check_former_ids(loaded: Sequence[Any], faults: FaultCollector) -> None:
    packs = [one for one in loaded if isinstance(one.value, Pack)]
    known = {rule.id: one.shown for one in packs for rule in one.value.rules}
    claimed: dict[str, tuple[str, str]] = {}
    for one in packs:
        for number, rule in enumerate(one.value.rules):
            for old in rule.formerly:
                if old in known:
                    what = f"{shown(old)} is no former id: a rule of that id stands in {known[old]}"
                    _report(faults, one, ("rules", number, "formerly"), what, "remove it")
                first, where = claimed.setdefault(old, (rule.id, one.shown))
                if first != rule.id:
                    # A waiver that names it would count for one of them, and nothing would say for which.
                    what = f"{shown(old)} is already what {first!r} of {where} was called"
                    _report(faults, one, ("rules", number, "formerly"), what, "keep it in one of them")


def _check_names(loaded: Sequence[Any], faults: FaultCollector) -> None:
    """A name means the same licence, provider or party whatever folder is loaded beside the one that says so."""
    wording = Wording(one.value.words for one in loaded if isinstance(one.value, Licences))
    known: dict[tuple[str, str], tuple[str, Any]] = {}
    for one in loaded:
        for path, what, name, meant in _names(one.value, wording):
            first, where = known.setdefault((what, name), (meant, one))
            if first != meant and _layer(where) != _layer(one):
                told = f"the name {shown(name)} already means the {what} {first!r} of {where.shown}"
                _report(faults, one, path, told, _OTHER_NAME)


def _check_licence_names(loaded: Sequence[Any], faults: FaultCollector) -> None:
    """A licence text that is read without a further folder is read in the same way beside it."""
    files = [one for one in loaded if isinstance(one.value, Licences)]
    wording = Wording(one.value.words for one in files)
    for layer in dict.fromkeys(_layer(one) for one in files if _layer(one)):
        known = Known(((one.shown, one.value) for one in files if _layer(one) != layer), wording)
        for one in files:
            for number, field, what, advice in known.troubles(
                one.value.licences if _layer(one) == layer else ()
            ):
                _report(faults, one, ("licences", number, field), what, advice)


def _check_other_licences(loaded: Sequence[Any], faults: FaultCollector) -> None:
    """A choice between licences of another folder is no licence, and one of them with more terms asks no less."""
    files = [one for one in loaded if isinstance(one.value, Licences)]
    held = {record.id: (one, record) for one in files for record in one.value.licences}
    for one in files:
        for number, record in enumerate(one.value.licences):
            of_others = [
                each for each in record.members if each in held and _layer(held[each][0]) != _layer(one)
            ]
            if of_others:
                what = f"{record.id}: its members are licences of {held[of_others[0]][0].shown}"
                _report(
                    faults, one, ("licences", number, "members"), what, "name licences of your own, or none"
                )
            where, base = held.get(record.adds_to or "", (one, record))
            missing = sorted(set(base.traits) - set(record.traits))
            if missing and _layer(where) != _layer(one):
                what = f"{record.id}: it adds to {base.id}, and lacks {', '.join(missing)} among its traits"
                _report(faults, one, ("licences", number, "traits"), what, "add them: more terms ask no less")


def _names(value: Any, wording: Wording) -> Iterator[Named]:
    if isinstance(value, Licences):
        for number, record in enumerate(value.licences):
            places = list(filter(None, map(address, record.urls)))
            named = [name for name in map(named_by, places) if name]
            keyed = dict.fromkeys(
                wording.key(name) for name in (*(one for one, _ in names_of([record])), *named)
            )
            yield from ((("licences", number, "aliases"), "licence", one, record.id) for one in keyed if one)
            yield from (
                (("licences", number, "urls"), "licence at the address", one, record.id) for one in places
            )
    elif isinstance(value, Providers):
        for provider_id, provider in value.providers.items():
            names = _keys((provider_id, provider.name, *provider.aliases))
            yield from (
                (("providers", provider_id, "aliases"), "provider", one, provider_id) for one in names
            )
    elif isinstance(value, Substitutes):
        for number, one in enumerate(value.substitutes):
            yield ("substitutes", number, "name"), "substitute", key(one.name), one.id
    elif isinstance(value, Records):
        for party_id, party in value.parties.items():
            names = _keys((party.name, *party.organisations, *party.aliases))
            yield from ((("parties", party_id), "party", one, party_id) for one in names)


def _keys(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(key(name) for name in names))


def _check_prefixes(loaded: Sequence[Any], faults: FaultCollector) -> None:
    """No prefix of a model string goes before one of another folder."""
    files = [one for one in loaded if isinstance(one.value, Providers)]
    known = {text: one for one in reversed(files) for _, text in _prefixes(one.value)}
    for one in files:
        for path, text in _prefixes(one.value):
            starts = (known.get(text[:length]) for length in range(1, len(text) + 1))
            where = next((other for other in starts if other and _layer(other) != _layer(one)), None)
            if where is not None and _layer(one):
                told = f"model strings that begin with {shown(text)} are read by {where.shown}"
                _report(faults, one, path, told, "remove the prefix, or name the models as records")


def _prefixes(value: Providers) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for provider_id, provider in value.providers.items():
        for number, prefix in enumerate(provider.prefixes):
            yield ("providers", provider_id, "prefixes", number), prefix.lower()
    for number, route in enumerate(value.routes):
        yield ("routes", number, "prefix"), route.prefix.lower()
