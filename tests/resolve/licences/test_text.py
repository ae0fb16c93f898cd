"""Licence texts are read whole: names, expressions, lists, and words that name nothing. What is added counts."""

from __future__ import annotations

import functools
import json
from importlib import resources

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Registry
from compliance.resolve.licences.text import LicenceReader, LicenceReading


@functools.cache
def _registry() -> Registry:
    return load_packs().registry


@functools.cache
def _reader() -> LicenceReader:
    return LicenceReader(_registry())


def _read(text: str) -> LicenceReading:
    return _reader().read(text)


def _sets(reading: LicenceReading) -> set[tuple[str, ...]]:
    return set(reading.alternatives)


NAMES = {
    "apache-2.0": [
        "Apache-2.0", "apache-2.0", "Apache 2.0", "Apache 2", "Apache License 2.0", "Apache License, Version 2.0",
        "the Apache License, Version 2.0", "Apache Licence v2.0", "APACHE_2.0",
        "Apache License 2.0 (Apache-2.0)",
        "(Apache-2.0)", "license: apache-2.0", "https://www.apache.org/licenses/LICENSE-2.0",
        "http://apache.org/licenses/LICENSE-2.0.txt", "https://opensource.org/licenses/Apache-2.0",
        "https://choosealicense.com/licenses/apache-2.0/", "https://spdx.org/licenses/Apache-2.0.html",
        "Apache-2.0 WITH LLVM-exception",
    ],
    "mit": [
        "MIT", "mit", "MIT License", "The MIT Licence", "MIT license.", "https://opensource.org/license/mit/",
        "https://opensource.org/licenses/MIT", "choosealicense.com/licenses/mit", "the MIT License (MIT)",
    ],
    "gpl-3.0": ["GPL-3.0", "GPLv3", "GPL v3", "GNU General Public License v3.0", "GPL-3.0-only",
        "GPL-3.0-or-later",
                "GPL-3.0+", "https://www.gnu.org/licenses/gpl-3.0.en.html"],
    "gpl-2.0": ["GPL-2.0", "GPLv2", "GNU GPL v2", "GPL-2.0-only WITH Classpath-exception-2.0"],
    "cc-by-4.0": [
        "CC-BY-4.0", "cc by 4.0", "CC BY 4", "Creative Commons Attribution 4.0",
        "Creative Commons Attribution 4.0 International",
        "Creative Commons Attribution 4.0 International License (CC BY 4.0)",
        "https://creativecommons.org/licenses/by/4.0/",
        "http://creativecommons.org/licenses/by/4.0/legalcode",
        "https://creativecommons.org/licenses/by/4.0/deed.en",
    ],
    "cc-by-nc-sa-4.0": ["CC-BY-NC-SA-4.0",
                        "Creative Commons Attribution-NonCommercial-ShareAlike 4.0", "CC BY NC SA 4.0",
                        "creative commons attribution non commercial share alike 4.0",
                        "https://creativecommons.org/licenses/by-nc-sa/4.0/"],
    "cc-by-nd-3.0": ["CC-BY-ND-3.0", "Creative Commons Attribution-NoDerivs 3.0 Unported"],
    "cc0-1.0": ["CC0", "cc0-1.0", "CC0 1.0 Universal",
        "https://creativecommons.org/publicdomain/zero/1.0/", "CC Zero"],
    "unlicense": ["Unlicense", "The Unlicense"],
    "us-government-work": ["Public domain (US Government work)", "U.S. Government works",
        "http://www.usa.gov/publicdomain/label/1.0/"],
    "llama2": ["llama2", "Llama 2", "Llama-2", "Llama 2 Community License Agreement",
        "LLAMA 2 COMMUNITY LICENSE AGREEMENT",
               "Llama 2 licence"],
    "llama3.1": ["llama3.1", "Llama 3.1", "Meta Llama 3.1 Community License", "llama-3.1",
                 "https://huggingface.co/meta-llama/Llama-3.1-8B/blob/main/LICENSE",
                 "Llama 3.1 Community License (llama3.1)"],
    "gemma": ["gemma", "Gemma Terms of Use", "https://ai.google.dev/gemma/terms", "Gemma license"],
    "openrail++-m": ["openrail++", "CreativeML Open RAIL++-M License"],
    "flux-1-dev-nc": ["FLUX.1 [dev] Non-Commercial License", "flux-1-dev-non-commercial-license"],
    "tongyi-qianwen": ["Tongyi Qianwen LICENSE AGREEMENT", "tongyi-qianwen"],
    "odc-by-1.0": ["ODC-By", "odc-by", "ODC-BY 1.0", "https://opendatacommons.org/licenses/by/1-0/"],
    "eupl-1.2": ["EUPL-1.2", "EUPL", "European Union Public Licence 1.2"],
    "lgpl-2.1": ["LGPL-2.1", "GNU Lesser General Public License v2.1", "LGPL-2.1-or-later"],
    "bsd-3-clause": ["BSD-3-Clause", "3-Clause BSD", "New BSD", 'BSD 3-clause "New" or "Revised" license'],
    "non-commercial": ["non-commercial", "Noncommercial", "for non-commercial use only",
        "not for commercial use", "not for commercial purposes", "may not be used commercially"],
    "research-only": ["research only", "For research use only", "non-commercial research only",
        "academic use only", "only for scientific purposes"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("licence", "text"), [(licence, text) for licence, texts in NAMES.items() for text in texts]
)
def test_spellings_of_one_name_are_one_licence(licence: str, text: str) -> None:
    assert LicenceReading((licence,), says="licence") == _read(text)


@pytest.mark.parametrize(
    "text",
    [
        "not Apache-2.0", "was Apache-2.0", "formerly MIT", "Apache-2.0-NC", "Apache-2.0 NC", "MIT-style",
        "MIT-style, not for military use", "MIT, but no military use", "MIT-like", "modified BSD-ish",
        "almost MIT", "US Government contractor work", "US Government work, except photos",
        "public domain except the images", "CC0 for the metadata", "CC0 for the metadata only",
        "CC-BY-4.0 for the text",
        "CC-BY-4.0 for the transcripts, audio restricted", "Apache-2.0 (code)",
        "Apache 2.0 (see restrictions)",
        "Apache-2.0 with an acceptable use policy", "MIT with a research-only sentence", "MIT?",
        "MIT (?)", "MIT (unsure)",
        "MIT*", "Apache 2.0[^12]", "MIT\u200b-ish", "МІТ", "Apache-2.O", "permissive unless commercial",
        "CC-BY-4.0 WITH Anything-restriction", "Apache-2.0 WITH Use-Policy", "base: MIT, instruct: closed",
        "https://example.org/MIT", "https://huggingface.co/acme/model/blob/main/LICENSE",
        "https://opensource.org/licenses/MIT-not-quite", "free for any purpose except weapons",
        "IBM partner schedule P-17",
        "Llama 2 (modified)", "Apache-2.0 until 2025", "MIT since 2025-03", "the licence", "licence",
        "agreement",
    ],
)  # fmt: skip
def test_a_text_with_anything_left_over_is_not_read(text: str) -> None:
    found = _read(text)
    assert (found.says, found.together) == ("unread", ())
    assert (text.strip(),) == found.unread
    # A limit whose word stands in the text may hold; nothing else may.
    assert set(found.options) <= {("non-commercial",), ("research-only",), ()}


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("research and education terms", "research-only"),
        ("a licence of our own for academic users", "research-only"),
        ("Terms of the archive, non-commercial", "non-commercial"),
        ("CC-BY-NC-4.0 for the recordings", "non-commercial"),
        ("MIT-style, not for military use", None),
        ("terms of the archive", None),
        ("own terms, commercial use only with permission", "non-commercial"),
        ("commercial use requires a separate licence", "non-commercial"),
        ("all purposes, commercial use prohibited", "non-commercial"),
        ("free, commercial licence on request", "non-commercial"),
        ("own terms, commercial use allowed", None),
    ],
)
def test_a_limit_that_may_stand_in_an_unread_text_is_left_open(text: str, limit: str | None) -> None:
    assert _read(text).options == (((limit,), ()) if limit else ())


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Apchae-2.0", "apache-2.0"), ("Apache-2.0-NC", "apache-2.0"), ("MIT-style, not for military use", "mit"),
        ("cc-by-4.O", "cc-by-4.0"), ("llama 3.11", "llama3.1"), ("Gemma Term of Use", "gemma"),
    ],
)  # fmt: skip
def test_near_names_are_told(text: str, near: str) -> None:
    assert near in _read(text).near


def test_nothing_is_near_to_a_text_of_another_kind() -> None:
    assert _read("ask the harbour master").near == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        *((text, "nothing") for text in ("", "  ", "unknown", "N/A", "TBD", "unclear", "to be decided",
        "?", "NOASSERTION")),
        *((text, "none") for text in ("none", "NONE", "no license", "No licence stated", "UNLICENSED",
        "not specified",
                                      "all rights reserved", "without a licence")),
        *((text, "elsewhere") for text in ("other", "see LICENSE", "See LICENSE file", "see the model card")),
        *((text, "other") for text in ("custom", "Custom licence", "proprietary", "open source",
                                        "permissive", "commercial license")),
        *((text, "mixed") for text in ("mixed", "various", "multiple licenses", "mixed; NC parts",
        "various, NC among them",
                                       "mixed (Llama 2 and MIT)", "several, mostly MIT",
                                       "Apache-2.0 and others",
                                       "MIT AND unknown", "MIT and custom")),
    ],
)  # fmt: skip
def test_words_that_name_no_licence_say_so(text: str, says: str) -> None:
    found = _read(text)
    assert says == found.says
    assert {"mit", "apache-2.0"}.isdisjoint(found.together)


def test_nothing_stated_says_nothing() -> None:
    assert LicenceReading() == _reader().read(None)


@pytest.mark.parametrize(
    ("text", "sets"),
    [
        ("MIT AND Apache-2.0", {("mit", "apache-2.0")}),
        ("MIT and Apache-2.0", {("mit", "apache-2.0")}),
        ("Apache-2.0, MIT", {("apache-2.0", "mit")}),
        ("MIT, Apache 2.0 and CC-BY-4.0", {("mit", "apache-2.0", "cc-by-4.0")}),
        ("MIT & CC0", {("mit", "cc0-1.0")}),
        ("Llama 3.3 Community License & Gemma Terms of Use", {("llama3.3", "gemma")}),
        ("MIT AND MIT", {("mit",)}),
        ("(MIT AND (Apache-2.0 AND ISC))", {("mit", "apache-2.0", "isc")}),
        ("CC-BY-NC-4.0 OR GPL-3.0", {("cc-by-nc-4.0",), ("gpl-3.0",)}),
        ("GPL-3.0 OR LicenseRef-Commercial", {("gpl-3.0",), ()}),
        ("CC-BY-NC-4.0 / MIT", {("cc-by-nc-4.0",), ("mit",)}),
        ("MIT or CC-BY-NC-4.0", {("mit",), ("cc-by-nc-4.0",)}),
        ("CC-BY-SA 3.0/4.0", {("cc-by-sa",)}),
        ("CC-BY-SA-3.0 and 4.0", {("cc-by-sa-3.0", "cc-by-sa-4.0")}),
        ("GPL 2 or 3", {("gpl-2.0",), ("gpl-3.0",)}),
        ("Llama 3.1 or 3.2", {("llama3.1",), ("llama3.2",)}),
        ("CC-BY-NC-4.0 AND (GPL-2.0 OR GPL-3.0)", {("cc-by-nc-4.0", "gpl-2.0"), ("cc-by-nc-4.0", "gpl-3.0")}),
        ("Llama 2 or Llama 3 licence", {("llama2-or-3",)}),
        ("Llama 2 / Llama 3", {("llama2-or-3",)}),
        ("llama2|llama3", {("llama2-or-3",)}),
        ("AGPL-3.0, or a Meadow enterprise licence", {("agpl-3.0",), ()}),
        ("GPL-3.0 or a commercial license", {("gpl-3.0",), ()}),
        ("CC-BY-NC-4.0 OR Skua proprietary licence", {("cc-by-nc-4.0",), ()}),
    ],
)
def test_expressions_and_lists_are_read_member_by_member(text: str, sets: set[tuple[str, ...]]) -> None:
    assert sets == _sets(_read(text))


@pytest.mark.parametrize(
    "text", ["MIT OR CC-BY-NC-4.0", "LicenseRef-Strange OR MIT", "(MIT) OR GPL-3.0", "MIT OR other"]
)
def test_a_free_branch_may_be_taken(text: str) -> None:
    assert LicenceReading(("mit",), says="licence") == _read(text)


@pytest.mark.parametrize(
    "text",
    [
        "MIT or a non-commercial licence",
        "MIT OR not commercial",
        "GPL-3.0 or no commercial licence",
        "MIT or a licence of Meadow and others that is commercial",
    ],
)
def test_a_denied_or_wordy_branch_is_no_agreement_that_could_be_had(text: str) -> None:
    assert () not in _sets(_read(text)) or _read(text).unread


@pytest.mark.parametrize("text", ["Apache-2.0 OR MIT", "Apache-2.0 or MIT", "Apache-2.0/MIT"])
def test_of_free_licences_the_one_that_is_shipped_is_the_one_that_was_taken(text: str) -> None:
    assert _reader().read(text).together == ("apache-2.0",)
    assert _reader().read(text, chosen={"mit"}).together == ("mit",)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("CC0-1.0 AND LicenseRef-Harbour-Data-Addendum", ()),
        ("MIT AND LicenseRef-Use-Policy", ()),
        ("MIT AND not Apache", ()),
        ("CC-BY-NC-4.0 AND LicenseRef-Addendum", ("cc-by-nc-4.0",)),
        ("MIT AND GPL-3.0 AND Zebra", ("gpl-3.0",)),
    ],
)  # fmt: skip
def test_an_and_with_a_part_that_is_not_read_leaves_the_whole_unread_but_for_its_limits(
    text: str, kept: tuple[str, ...]
) -> None:
    found = _read(text)
    assert ("unread", kept) == (found.says, found.together)
    assert found.unread


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("CC-BY-NC-4.0 with Acceptable Use Addendum", ("cc-by-nc-4.0",)),
        ("CC BY-NC 4.0 plus the OpenAI terms of use", ("cc-by-nc-4.0",)),
        ("CC-BY-SA-4.0 and subject to the terms of the sources", ("cc-by-sa-4.0",)),
        ("(CC-BY-NC-4.0) subject to the Llama 3 licence", ("cc-by-nc-4.0",)),
        ("MIT with a use policy", ()),
        ("CC-BY-NC-4.0 with commercial use allowed for partners", ()),
        ("GPL-3.0 with a linking exception", ()),
        ("GPL-3.0 WITH Acme-linking", ()),
        ("Zebra with CC-BY-NC-4.0", ()),
    ],
)
def test_a_licence_to_which_words_are_added_keeps_its_limits(text: str, kept: tuple[str, ...]) -> None:
    found = _read(text)
    assert ("unread", kept) == (found.says, found.together)
    assert (text,) == found.unread


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("GPL", {"gpl-2.0", "gpl-3.0"}), ("BSD", {"bsd-2-clause", "bsd-3-clause"}), ("cc", {"cc-by",
        "cc-by-nc", "cc0-1.0"}),
        ("Creative Commons", {"cc-by-nc-sa", "cc-by"}), ("LGPL", {"lgpl-2.1", "lgpl-3.0"}),
        ("Apache", {"apache-1.1", "apache-2.0"}), ("Llama 3.x Community License", {"llama3.1", "llama3.3"}),
        ("CDLA", {"cdla-sharing-1.0", "cdla-permissive-2.0"}), ("BSL", {"busl-1.1", "boost-1.0"}),
    ],
)  # fmt: skip
def test_a_bare_family_name_is_its_members(text: str, members: set[str]) -> None:
    found = {ids[0] for ids in _read(text).options}
    assert members <= found


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("Llama", "llama-unspecified"),
        ("openrail", "openrail"),
        ("CC-BY", "cc-by"),
        ("modified MIT", "modified-mit"),
    ],
)
def test_a_family_name_with_a_record_of_its_own_covers_its_members(text: str, record: str) -> None:
    assert (record,) == _read(text).together
    assert len(_reader().members(record)) > 2


def test_no_family_name_is_read_as_free_unless_all_that_it_may_mean_is() -> None:
    held = _registry().licences
    for words in _registry().words:
        for family in words.families:
            free = [bool({"permissive", "public-domain"} & set(held[one].traits)) for one in family.members]
            for alias in family.aliases:
                found = _read(alias)
                assert all(free) or not all(_is_free(ids) for ids in found.alternatives), alias


def _is_free(ids: tuple[str, ...]) -> bool:
    traits = {trait for one in ids for trait in _registry().licences[one].traits}
    limits = {
        "non-commercial", "research-only", "share-alike", "copyleft", "use-limits", "rights-reserved", "user-threshold",
        "revenue-limit",
    }  # fmt: skip
    return bool(traits & {"permissive", "public-domain"}) and traits.isdisjoint(limits)


def _may_be_taken_as_free(reading: LicenceReading) -> bool:
    return any(_is_free(ids) for ids in reading.alternatives)


FREE_NAMES = sorted(
    {
        name
        for record in load_packs().registry.licences.values()
        if {"permissive", "public-domain"} & set(record.traits)
        for name in (record.id, record.title, *record.aliases, *((record.spdx,) if record.spdx else ()))
    }
)
_WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=12)
_USUAL = st.sampled_from(
    ["not", "was", "style", "like", "except", "for", "only", "non-commercial", "NC", "research",
        "restricted", "code",
     "weights", "data", "modified", "almost", "plus", "without", "until", "if", "mostly", "partly",
     "no", "beta", "lite"]
)  # fmt: skip


@settings(max_examples=400)
@given(
    st.sampled_from(FREE_NAMES),
    st.one_of(_WORDS, _USUAL),
    st.booleans(),
    st.sampled_from([" ", "-", ", ", " (", ": "]),
)
def test_a_word_added_to_a_free_licence_never_leaves_it_free(
    name: str, word: str, before: bool, between: str
) -> None:
    added = f"{word} {name}" if before else f"{name}{between}{word}" + (")" if between == " (" else "")
    # A second free licence in a list is no word about the first.
    assume(not _may_be_taken_as_free(_read(word)))
    plain, found = _read(name), _read(added)
    # What makes no difference, and what makes the name of another free licence, is no addition.
    assume(_reader().key(added) != _reader().key(name) and _reader().key(added) not in _reader().names)
    assert not _may_be_taken_as_free(found), (added, plain, found)


@given(st.text(max_size=60))
def test_any_text_is_read_without_fault(text: str) -> None:
    found = _read(text)
    assert bool(found.unread) is (found.says == "unread")


@given(
    st.sampled_from(FREE_NAMES), st.sampled_from([str.upper, str.lower, str.title, lambda text: f"  {text} "])
)
def test_case_and_blanks_make_no_difference(name: str, change: object) -> None:
    assert callable(change)
    assert _read(name) == _read(change(name))


def _spdx_names() -> dict[str, str]:
    """The identifiers of the SPDX list with their full names, out of the schema that CycloneDX ships."""
    schema = resources.files("cyclonedx.schema") / "_res" / "spdx.SNAPSHOT.schema.json"
    return dict(json.loads(schema.read_text(encoding="utf-8"))["meta:enum"])


def test_what_is_read_by_its_spdx_identifier_is_read_by_its_full_name_too() -> None:
    read = {name: (_read(one), one) for one, name in _spdx_names().items()}
    known = {name: found for name, (found, _) in read.items() if found.together and not found.unread}
    assert len(known) > 100
    for word in ("License", "Licence"):
        spelled = {name.replace("License", word): found for name, found in known.items()}
        assert [name for name, found in spelled.items() if _read(name).together != found.together] == []


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("Creative Commons Attribution 4.0 International Public License", "cc-by-4.0"),
        (
            "Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International Public Licence",
            "cc-by-nc-sa-4.0",
        ),
        ("CC BY-SA 4.0 International Legal Code", "cc-by-sa-4.0"),
        ("Creative Commons CC0 1.0 Universal", "cc0-1.0"),
        ("Open Data Commons Attribution License (ODC-By) v1.0", "odc-by-1.0"),
        ("Creative Commons Attribution Share Alike 3.0 Germany", "cc-by-sa-3.0-ported"),
        ("OpenMDW-1.0", "openmdw"),
    ],
)
def test_full_names_of_a_text_are_its_licence(text: str, licence: str) -> None:
    assert _sets(_read(text)) == {(licence,)}


@pytest.mark.parametrize(
    "text", ["MIT International Public License", "Creative Commons Attribution 4.0 Public", "MIT Generic"]
)
def test_words_of_one_text_do_not_belong_to_another(text: str) -> None:
    assert _read(text).unread == (text,)


def test_every_record_is_read_by_its_own_names() -> None:
    for record in _registry().licences.values():
        for name in (record.id, record.title, *record.aliases, *record.urls):
            assert (record.id,) == _read(name).together, name


@pytest.mark.parametrize(
    ("shipped", "copies"),
    [
        (["Apache License 2.0 text"], ("apache-2.0",)),
        (["the full text of the MIT License", "LLAMA 3.1 COMMUNITY LICENSE AGREEMENT"], ("mit", "llama3.1")),
        (["A copy of the Gemma Terms of Use", "gemma"], ("gemma",)),
        (["GPL-3.0.txt"], ("gpl-3.0",)),
        (["MIT, Apache-2.0"], ("mit", "apache-2.0")),
        (["the licence of the base"], ("the licence of the base",)),
        (["limited"], ("limited",)),
        (["Apache", "GPL", "a copy of the BSD licence"], ("apache", "gpl", "a copy of the bsd licence")),
        (["Apache 2", "Apache-2.0 OR MIT"], ("apache-2.0",)),
        (["MIT", "Apache License"], ("mit", "apache license")),
        ([], ()),
    ],
)
def test_copies_are_read_as_licences(shipped: list[str], copies: tuple[str, ...]) -> None:
    assert copies == _reader().copies(shipped)


@pytest.mark.parametrize(
    "text",
    [
        "various, NC among them",
        "mixed; some subsets are non-commercial",
        "various (MIT, CC-BY-NC-4.0)",
        "mixed, partly NC",
    ],
)
def test_a_mixture_keeps_the_limit_that_it_names(text: str) -> None:
    found = _reader().read(text)
    assert (found.says, ()) == ("mixed", found.options[-1])
    assert "non-commercial" in _reader().traits(found.options[0])


@pytest.mark.parametrize("text", ["mixed", "various, see the cards", "various open licences"])
def test_a_mixture_that_names_no_limit_is_only_a_mixture(text: str) -> None:
    assert _reader().read(text).alternatives == ()


@pytest.mark.parametrize("text", ["MSR-LA", "msr-la-nc", "MSRLA"])
def test_an_older_text_with_the_title_of_another_is_not_read_as_that(text: str) -> None:
    """It lets software be handed out for what is not commercial; the text that is held under the title does not."""
    assert _read("Microsoft Research License Terms").alternatives == (("ms-research",),)
    assert _read(text).unread == (text,)


@pytest.mark.parametrize("text", ["MIT", "Some odd licence of somebody", "MIT or Apache-2.0"])
def test_what_was_read_once_is_not_read_again(text: str) -> None:
    reader = LicenceReader(_registry())
    assert reader.read(text) is reader.read(text, ())
    assert reader.read(text, ("apache-2.0",)) == LicenceReader(_registry()).read(text, ["apache-2.0"])
