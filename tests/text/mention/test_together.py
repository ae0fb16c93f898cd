"""Names of one paragraph decide what others were for: parts stand beside bases, rivals keep what they learnt from."""

import pytest

from compliance.intake.naming.registry_words import RegistryWords
from compliance.model.declared.sighting import LINEAGE, Mention
from compliance.pipeline import load_packs
from compliance.text.mention.sentence import mentions
from compliance.text.mention.together import settled


@pytest.fixture(scope="module")
def known() -> RegistryWords:
    return RegistryWords(load_packs().registry)


def _bases(*names: str) -> list[Mention]:
    return [Mention(name, 10 * at, 10 * at + 5, "base") for at, name in enumerate(names)]


@pytest.mark.parametrize(
    ("names", "relations"),
    [
        (("google/siglip-so400m", "Qwen2-7B"), ["component", "base"]),
        (("Vicuna-7B", "CLIP ViT-L/14"), ["base", "component"]),
        (("openai/whisper-small",), ["base"]),
        (("openai/whisper-small", "fen/reed"), ["base", "base"]),
        (("Qwen2-7B", "Llama-3-8B"), ["base", "base"]),
    ],
)
def test_a_tower_beside_a_model_of_language_is_a_part(names: tuple[str, ...], relations: list[str]) -> None:
    assert relations == [one.relation for one in settled(" " * 90, _bases(*names))]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("The baseline is T5-base tuned on SQuAD.", {"SQuAD"}),
        ("It beats Vicuna, which was trained on ShareGPT and UltraChat.", {"ShareGPT", "UltraChat"}),
    ],
)
def test_what_a_rival_learnt_from_went_into_no_other_work(
    text: str, rows: set[str], known: RegistryWords
) -> None:
    told = {one.name: one for one in mentions(text, known, "Results")}
    assert rows <= set(told)
    assert not any(told[row].relation in LINEAGE for row in rows)


def test_what_the_work_learnt_from_stays_its_own(known: RegistryWords) -> None:
    told = mentions("It was trained on UltraChat and outperforms Vicuna.", known, "Training")
    assert ("UltraChat", "data") in {(one.name, one.relation) for one in told}
