"""Names as people write them in cards and papers, without an organisation and often without a version."""

from __future__ import annotations

import pytest

from compliance.intake.naming.registry_words import RegistryWords
from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Registry
from compliance.model.names.records import ModelEntry
from compliance.resolve.names.lookup import Names


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_packs().registry


@pytest.fixture(scope="module")
def names(registry: Registry) -> Names:
    return Names(registry)


@pytest.mark.parametrize(
    ("name", "licence"),
    [
        ("EnCodec", None),
        ("Vocos", None),
        ("HiFi-GAN", None),
        ("lid.176.bin", "cc-by-sa-3.0"),
        ("cc.ca.300.bin", "cc-by-sa-3.0"),
        ("Demucs", "mit"),
        ("DUSt3R", "cc-by-nc-sa-4.0"),
        ("StyleGAN2", "nvidia-nc"),
        ("AlphaFold 2", "cc-by-4.0"),
        ("PandaLM", "llama1"),
        ("CLIP ViT-L/14", "mit"),
        ("CLIP ViT-B/32", "mit"),
    ],
)
def test_a_model_is_known_without_an_organisation(name: str, licence: str | None, names: Names) -> None:
    found = names.model(name)
    assert found is not None
    assert found.licence == licence


@pytest.mark.parametrize(
    ("name", "licence"),
    [
        ("MT-Bench", "apache-2.0"),
        ("AlpacaEval 2.0", "cc-by-nc-4.0"),
        ("C-Eval", "cc-by-nc-sa-4.0"),
        ("NTREX-128", "cc-by-sa-4.0"),
        ("LIBERO-Spatial", "cc-by-4.0"),
        ("CCNet", None),
    ],
)
def test_a_data_set_is_known_without_an_organisation(name: str, licence: str | None, names: Names) -> None:
    found = names.dataset(name)
    assert found is not None
    assert found.licence == licence


@pytest.mark.parametrize(
    ("name", "some"),
    [
        ("Falcon", {"apache-2.0", "falcon-180b"}),
        ("MPT", {"apache-2.0", "cc-by-nc-sa-4.0"}),
        ("Stable Diffusion", {"creativeml-openrail-m", "stability-community"}),
        ("FLUX", {"apache-2.0", "flux-1-dev-nc"}),
        ("SAM", {"apache-2.0", "sam-licence"}),
        ("PhoBERT", {"mit", "agpl-3.0"}),
        ("fastText", {"mit", "cc-by-sa-3.0"}),
    ],
)
def test_a_line_without_a_version_is_under_no_licence_that_is_known(
    name: str, some: set[str], names: Names
) -> None:
    entry = names.model_entry(name)
    assert entry is not None
    assert entry.licence is None
    assert some <= set(entry.licences_of_versions)


def test_every_licence_of_versions_is_one_that_the_registry_holds(registry: Registry) -> None:
    entries = [one.entry for one in registry.catalogue.all("model") if isinstance(one.entry, ModelEntry)]
    named = {licence for entry in entries for licence in entry.licences_of_versions}
    assert named
    assert named <= set(registry.licences)


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("SAM", True),
        ("Sam", False),
        ("Falcon", True),
        ("GLIP", True),
        ("Glip", False),
        ("Phi", True),
        ("PHI", False),
        ("Yi", True),
        ("YI", False),
    ],
)
def test_a_word_that_is_no_model_but_in_capitals(written: str, known: bool, registry: Registry) -> None:
    assert (RegistryWords(registry)(written) is not None) == known


@pytest.mark.parametrize(
    "name", ["acme/falcon-notes", "acme/flux-meter", "acme/phi-coefficient", "acme/lag-llama-x"]
)
def test_somebody_s_name_that_holds_a_line_s_word_is_not_the_line(name: str, names: Names) -> None:
    found = names.model(name)
    assert found is None


@pytest.mark.parametrize(
    ("name", "licence"),
    [
        ("MuSiQue", "cc-by-4.0"),
        ("PatchCamelyon", "cc0-1.0"),
        ("ETTh1", "cc-by-nd-4.0"),
        ("TabFact", "cc-by-4.0"),
    ],
)
def test_a_set_of_a_catalogue_is_known_as_people_write_it(
    name: str, licence: str | None, names: Names
) -> None:
    found = names.dataset(name)
    assert (found.licence if found else None) == licence


@pytest.mark.parametrize("name", ["Casablanca", "Wisesight", "Wikinews", "OpenSLR", "Caffe", "WMT24"])
def test_a_place_a_company_or_a_site_is_no_set(name: str, names: Names) -> None:
    assert names.dataset(name) is None
