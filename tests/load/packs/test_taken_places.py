"""A further folder of packs may add, and replaces nothing that nobody would see."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.errors import FaultCollector
from compliance.load.documents.validate import validate
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.packs.checked_packs import Loaded, assemble
from compliance.load.packs.compiled import compiled, restored
from compliance.load.packs.knowledge import BUNDLED
from compliance.load.packs.records import check_records
from compliance.load.packs.taken_places import check_places
from compliance.model.known.knowledge import Registry
from compliance.model.names.records import Providers, Records
from compliance.model.names.registry import Licences, Relations
from compliance.model.packs.rule import Pack
from compliance.resolve.names.lookup import Names
from compliance.resolve.names.own_records import own_parties, own_records, own_terms

_FIRST: dict[str, tuple[type, str]] = {
    "policies/registry/relations.yaml": (
        Relations,
        "relations: {generate: {teacher: [outputs]}}\ncarry: {}\n",
    ),
    "policies/registry/licences/words.yaml": (Licences, "words: {dropped: [the]}\n"),
    "policies/registry/licences/cc.yaml": (
        Licences,
        "licences:\n  - {id: cc-by-nc-4.0, title: CC BY-NC 4.0, kind: data, aliases: [CC-BY-NC-4.0], "
        "traits: [non-commercial], urls: ['https://example.org/by-nc/'], "
        "assurance: full-text, verified_on: 2026-01-01}\n",
    ),
    "policies/registry/providers/a.yaml": (
        Providers,
        "providers:\n  openai: {name: OpenAI, aliases: [Open AI], prefixes: [openai/], verified_on: 2026-01-01, "
        "assurance: full-text}\nroutes:\n  - {prefix: gateway/, route: gateway}\n",
    ),
    "policies/registry/models/a.yaml": (
        Records,
        "parties:\n  alibaba: {name: Alibaba, organisations: [Qwen], source: {where: a, read: 2026-01-01}, "
        "assurance: full-text}\nmodels:\n  - {id: qwen, names: ['Qwen/Qwen2.5-{size}'], sizes: [7B], family: qwen, "
        "developer: alibaba, assurance: full-text}\n",
    ),
    "rules/a.yaml": (Pack, "{rule}"),
}
_LICENCE = (
    "licences:\n  - {{id: own-licence, title: {title}, kind: data, aliases: [{alias}], traits: [], "
    "assurance: full-text, verified_on: 2026-01-01}}\n"
)
_OTHER = (
    "licences:\n  - {{id: own-licence, title: Own, kind: data, {of}, traits: [], assurance: full-text, "
    "verified_on: 2026-01-01}}\n"
)
_PROVIDER = (
    "providers:\n  house: {{name: {name}, aliases: [{alias}], prefixes: [{prefix}], verified_on: 2026-01-01, "
    "assurance: full-text}}\n"
)
_PARTY = (
    "parties:\n  {id}: {{name: {name}, country: 'NO', organisations: [{organisation}], "
    "source: {{where: a card, read: 2026-01-01}}, assurance: full-text}}\n"
)
_RULE = (
    "pack: {{id: own, title: Own, family: 'house-rule:own', version: '1'}}\nrules:\n  - {{id: {id}, formerly: [{old}], "
    "title: A rule, status: in-force, norm: prohibition, cites: [{{instrument: a, clause: b}}], "
    "about: {{source: {{kind: model}}}}, when: {{used: {{reach: {{narrow: [student], plain: [student], "
    "broad: [student]}}}}}}, says: So., consequence: None., what_to_do: [supply-fact], does_not_cover: Else.}}\n"
)
_ROUTE = "routes:\n  - {{prefix: '{prefix}', route: {route}}}\n"


def _read(shown: str, shape: type, text: str) -> Loaded:
    faults = FaultCollector()
    document = parse_yaml(text, shown)
    value = validate(document, shape, collector=faults)
    faults.raise_if_any()
    return Loaded(Path(shown), shown, "", value, document.marks.of)


def _told(shape: type, text: str) -> str:
    """What is said of a further file beside those of the program."""
    rule = _RULE.format(id="first/rule", old="first/older")
    first = [_read(shown, kind, held.replace("{rule}", rule)) for shown, (kind, held) in _FIRST.items()]
    faults = FaultCollector()
    check_places(first, faults)
    assert len(faults) == 0
    check_places([*first, _read("own/own.yaml", shape, text)], faults)
    return "\n".join(map(str, faults.faults))


@pytest.mark.parametrize(
    ("shape", "text", "told"),
    [
        (Relations, "relations: {generate: {teacher: []}}\ncarry: {}\n", "the table of relations also stands in"),
        (Licences, 'words: {same: {"by nc": by}}\n', "how licences are worded is said in"),
        (Licences, "words: {dropped: [nc]}\n", "how licences are worded is said in"),
        (Licences, _LICENCE.format(title="Own", alias="cc by nc 4.0"), "already means the licence 'cc-by-nc-4.0'"),
        (Licences, _LICENCE.format(title="'CC BY-NC 4'", alias="own"), "already means the licence 'cc-by-nc-4.0'"),
        (Licences, _OTHER.format(of="urls: ['https://www.example.org/by-nc/legalcode']"), "licence at the address"),
        (Licences, _OTHER.format(of="urls: ['spdx.org/licenses/CC-BY-NC-4.0.html']"), "the licence 'cc-by-nc-4.0'"),
        (Licences, _OTHER.format(of="members: [cc-by-nc-4.0, own-other]"), "its members are licences of policies"),
        (Licences, _OTHER.format(of="adds_to: cc-by-nc-4.0"), "and lacks non-commercial among its traits"),
        (Providers, _PROVIDER.format(name="House", alias="OPENAI", prefix="h/"), "already means the provider 'openai'"),
        (Providers, _PROVIDER.format(name="open-ai", alias="h", prefix="h/"), "already means the provider 'openai'"),
        (Providers, _PROVIDER.format(name="House", alias="h", prefix="OpenAI/gpt"), "are read by policies/registry"),
        (Providers, _ROUTE.format(prefix="gateway/x", route="direct"), "are read by policies/registry"),
        (Records, _PARTY.format(id="own", name="Own", organisation="qwen"), "already means the party 'alibaba'"),
        (Records, _PARTY.format(id="own", name="Alibaba", organisation="own"), "already means the party 'alibaba'"),
        (Pack, _RULE.format(id="own/rule", old="first/rule"), "is no former id"),
        (Pack, _RULE.format(id="own/rule", old="first/older"), "is already what 'first/rule'"),
    ],
)  # fmt: skip
def test_what_all_findings_rest_on_is_not_replaced(shape: type, text: str, told: str) -> None:
    assert told in _told(shape, text)


@pytest.mark.parametrize(
    ("shape", "text"),
    [
        (Licences, _LICENCE.format(title="Own licence", alias="OWN-1")),
        (Licences, _OTHER.format(of="urls: ['https://example.org/own']")),
        (Licences, _OTHER.format(of="members: [own-other]")),
        (
            Licences,
            _OTHER.format(of="adds_to: cc-by-nc-4.0").replace("traits: []", "traits: [non-commercial, more]"),
        ),
        (Providers, _PROVIDER.format(name="House", alias="the house", prefix="house/")),
        (Providers, _ROUTE.format(prefix="houserouter/", route="house")),
        (Records, _PARTY.format(id="own", name="Own", organisation="own-org")),
        (Pack, _RULE.format(id="own/rule", old="own/older")),
    ],
)
def test_what_is_ones_own_is_added(shape: type, text: str) -> None:
    assert _told(shape, text) == ""


@pytest.mark.parametrize(
    ("name", "organisation"), [("Alibaba", "Qwen"), ("Alibaba", "meadow"), ("Other", "other")]
)
def test_no_party_stands_in_the_place_of_a_bundled_one(name: str, organisation: str) -> None:
    text = _PARTY.format(id="alibaba", name=name, organisation=organisation)
    faults = FaultCollector()
    held = [_read(key, *one) for key, one in _FIRST.items() if one[0] is Records]
    check_records([*held, _read("own/o.yaml", Records, text)], set(), faults, BUNDLED)
    assert any("party 'alibaba' also stands in policies/" in str(one) for one in faults.faults)


def _registry(shown: str, shape: type, text: str) -> Registry:
    held = [_read(name, kind, content) for name, (kind, content) in _FIRST.items() if kind is not Pack]
    return assemble([*held, _read(shown, shape, text)]).registry


def test_another_word_on_a_bundled_party_is_told() -> None:
    from compliance.model.declared.manifest import Artifact

    registry = _registry(
        "own/o.yaml", Records, _PARTY.format(id="alibaba", name="Alibaba", organisation="Qwen")
    )
    model = Artifact.model_validate({"kind": "model", "name": "Qwen/Qwen2.5-7B"})
    (told,) = own_records({"base": model}, Names(registry))
    assert told.startswith("Qwen/Qwen2.5-7B: what is known of it comes from a registry file of your own")


def test_an_organisation_that_ones_own_file_gives_to_a_party_is_told() -> None:
    from compliance.model.declared.manifest import Artifact

    registry = _registry(
        "own/o.yaml", Records, _PARTY.format(id="alibaba", name="Alibaba", organisation="acme")
    )
    models = {
        name: Artifact.model_validate({"kind": "model", "name": name})
        for name in ("acme/qwen-tune", "other/a")
    }
    (told,) = own_records(models, Names(registry))
    assert told.startswith("acme/qwen-tune: that it is of Alibaba comes from a registry file of your own")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Alibaba", True),
        ("acme", True),
        ("alibaba", True),
        ("Someone", False),
        ("OpenAI", False),
        (None, False),
    ],
)
def test_a_party_that_ones_own_file_makes_of_a_name_is_told(text: str | None, told: bool) -> None:
    """Whose a model or a licence is turns on it, whatever the models are called."""
    registry = _registry(
        "own/o.yaml", Records, _PARTY.format(id="alibaba", name="Alibaba", organisation="acme")
    )
    said = list(own_parties([text, text], Names(registry)))
    assert [line.startswith(f"{text}: that it is Alibaba (alibaba) comes from") for line in said] == [
        True
    ] * told


def test_no_bundled_party_is_told_as_ones_own() -> None:
    registry = _registry("own/o.yaml", Records, _PARTY.format(id="acme", name="Acme", organisation="acme"))
    assert list(own_parties(["Alibaba", "Qwen"], Names(registry))) == []


@pytest.mark.parametrize("alias", ["qwen2.5 7b", "qwen2.5 7b rows", "Qwen2.5-7B", "qwem2.5 7b"])
def test_a_record_of_ones_own_hides_nothing_of_which_a_name_speaks(alias: str) -> None:
    """Rows of people called alike do not make a model's name in a title harmless."""
    from compliance.resolve.words.prose.spoken import speaks_of

    rows = (
        "parties:\n  house: {name: House, source: {where: a, read: 2026-01-01}, assurance: full-text}\n"
        f"datasets:\n  - {{id: rows, names: ['house/z'], aliases: ['{alias}'], publisher: house, "
        "making: from-scratch-or-people, assurance: full-text}\n"
    )
    names = Names(_registry("own/o.yaml", Records, rows))
    for title in ("our qwen2.5 7b rows", "our qwem2.5 7b rows"):
        kinds = {type(one.entry).__name__ for one in speaks_of(title, names) if one.entry}
        assert "ModelEntry" in kinds
    bundled = names.without_own
    assert bundled.without_own is bundled
    assert [one.entry.id for one in bundled._catalogue.all("dataset")] == []


def test_a_provider_of_ones_own_hides_no_base() -> None:
    """A maker may be called as its line of models is, and no version of it is one."""
    names = ("acme/Qwen2.5-7B-tune", "Qwen2.5-7B-tune")
    for name in names:
        registry = _registry("own/p.yaml", Providers, _PROVIDER.format(name=name, alias="h", prefix="h/"))
        assert Names(registry).derived_from(name)


@pytest.mark.parametrize("prefix", ["Qwen/Qwen2.5-7", "Qwen/Qw", "qwen/"])
def test_a_prefix_of_ones_own_cuts_no_known_name(prefix: str) -> None:
    registry = _registry("own/o.yaml", Providers, _ROUTE.format(prefix=prefix, route="local"))
    found = Names(registry).model("Qwen/Qwen2.5-7B")
    assert found is not None
    assert found.id == "qwen"


def test_a_provider_and_a_licence_of_ones_own_are_told_where_something_rests_on_them() -> None:
    from compliance.model.declared.lineage import Artifact

    made = [
        _registry("own/o.yaml", Providers, _PROVIDER.format(name="House", alias="h", prefix="h/")),
        _registry("own/o.yaml", Licences, _LICENCE.format(title="Own licence", alias="OWN-1")),
    ]
    service = {"api": Artifact(id="api", kind="service", name="h/1", provider="house")}
    rows = {"rows": Artifact(id="rows", kind="dataset", name="rows", licences=("own-licence",))}
    either = {
        "rows": Artifact(id="rows", kind="dataset", name="rows", licence_options=(("own-licence",), ()))
    }
    others = {"rows": Artifact(id="rows", kind="dataset", name="rows", licences=("cc-by-nc-4.0",))}
    told = [
        [line.partition(":")[0] for line in own_terms(artifacts, licences, registry)]
        for registry in made
        for artifacts, licences in (
            (service, ()),
            (rows, ()),
            (either, ()),
            (others, ()),
            (others, ["own-licence"]),
        )
    ]
    assert told == [["House"], [], [], [], [], [], ["Own licence"], ["Own licence"], [], ["Own licence"]]


def test_what_is_told_of_ones_own_is_kept_with_compiled_packs() -> None:
    held = [_read(name, kind, content) for name, (kind, content) in _FIRST.items() if kind is not Pack]
    own = [
        _read("own/l.yaml", Licences, _LICENCE.format(title="Own licence", alias="OWN-1")),
        _read("own/p.yaml", Providers, _PROVIDER.format(name="House", alias="h", prefix="h/")),
        _read("own/r.yaml", Providers, _ROUTE.format(prefix="house/", route="house")),
    ]
    registry = restored(compiled(assemble([*held, *own]))).registry
    assert (registry.own_providers, registry.own_licences) == (("house",), ("own-licence",))
    assert registry.own_routes == ("house/",)


_SERVICES = (
    "services:\n  - {id: gpt, names: ['gpt-4o'], provider: openai, family: gpt, assurance: full-text}\n"
    "  - {id: gpt-mini, names: ['gpt-4o-mini'], provider: openai, family: gpt, assurance: full-text}\n"
)


@pytest.mark.parametrize("prefix", ["gpt-", "gpt-4o", "gpt-4o ", "g", "ft:", "openai gpt", "house/"])
@pytest.mark.parametrize("of", ["provider", "route"])
def test_a_prefix_of_ones_own_takes_no_string_that_is_read_without_it(prefix: str, of: str) -> None:
    own = _PROVIDER.format(name="House", alias="h", prefix=f"'{prefix}'")
    if of == "route":
        own = _PROVIDER.format(name="House", alias="h", prefix="h-/")
        own += f"routes:\n  - {{prefix: '{prefix}', route: house, host: house}}\n"
    held = [_read(name, kind, content) for name, (kind, content) in _FIRST.items() if kind is not Pack]
    held.append(_read("policies/registry/services/a.yaml", Records, _SERVICES))
    further = [*held, _read("own/o.yaml", Providers, own)]
    without, beside = (Names(assemble(files).registry) for files in (held, further))
    for text in (
        "gpt-4o", "gpt-4o-latest", "gpt-4o:free", "gpt-4o (web)", "gpt-4o@2024", "OpenAI GPT-4o (API)", "GPT-4o API",
        "ft:gpt-4o-mini:acme::abc", "ft:gpt-9:acme::abc", "gateway/gpt-4o-latest",
    ):  # fmt: skip
        assert beside.service(text) == without.service(text) is not None, text
        assert beside.provider(text) == without.provider(text), text
    ones_own = beside.service(f"{prefix}own-1")
    assert ones_own is not None
    assert ones_own.provider == "house"


@pytest.mark.parametrize("prefix", ["acme/Qwen2.5-7B", "acme/Qwen2.5-7B-", "acme/"])
def test_a_prefix_of_ones_own_hides_no_base(prefix: str) -> None:
    registry = _registry("own/o.yaml", Providers, _ROUTE.format(prefix=prefix, route="local"))
    assert Names(registry).derived_from("acme/Qwen2.5-7B-tune")
