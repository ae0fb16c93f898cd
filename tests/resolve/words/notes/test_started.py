"""Weights that had been trained before are heard where no step lists a model."""

from __future__ import annotations

import datetime

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.pipeline import check_text
from compliance.resolve.words.notes.started import said_started


@pytest.mark.parametrize(
    "text",
    [
        "ImageNet weights, 90 epochs on four GPUs.",
        "Pretrained ResNet-50, last layer replaced.",
        "Transfer learning with EfficientNet-B0.",
        "torchvision weights IMAGENET1K_V2, frozen until epoch 5.",
        "timm.create_model('convnext_tiny', pretrained=True)",
        "A linear head on frozen DINOv2 features.",
        "yolo detect train model=yolo11n.pt epochs=90",
        "Started from the network that the camera maker ships.",
        "Frozen backbone for 10 epochs, then all layers.",
        "backbone resnet50.a1_in1k of timm, 300 epochs",
        "Vortrainiertes Netz (ImageNet), letzte Schicht ersetzt.",
        "Réseau préentraîné sur ImageNet, dernière couche remplacée.",
        "在ImageNet上预训练的骨干网络",
        "model card, which thanks a friendly house for the starting weights",
        "the initial checkpoint came with the paper",
        "built on weights of another lab",
        "continued from a public checkpoint",
    ],
)
def test_weights_that_were_trained_before(text: str) -> None:
    assert list(said_started(text))


@pytest.mark.parametrize(
    "text",
    [
        "ResNet-50 from scratch, random weights.",
        "Architecture of EfficientNet-B0, no pretrained weights.",
        "Better than an ImageNet-pretrained ResNet by two points.",
        "ImageNet mean and deviation for the pictures",
        "saved as weld.pt",
        "from our pretrained encoder of March",
        "started from random weights",
        "started with a learning rate of 1e-4",
        "weights are averaged over the last five epochs",
        "evaluated on ImageNet",
        "ohne vortrainierte Gewichte",
        "sans préentraînement",
        "initial weights drawn at random",
        "our own starting weights of March",
    ],
)
def test_weights_of_ones_own_or_of_chance(text: str) -> None:
    assert list(said_started(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "80k steps, ResNet18 of torchvision as eyes",
        "acoustic model from random weights, vocoder HiFi-GAN UNIVERSAL_V1",
        "PatchCore over WideResNet50 features",
        "EfficientAD of anomalib with its teacher weights",
        "speaker vectors by ECAPA-TDNN of SpeechBrain",
    ],
)
def test_weights_by_their_library_or_part_are_heard(text: str) -> None:
    assert list(said_started(text))


@pytest.mark.parametrize(
    "text",
    [
        "MFCC features, CNN of five layers",
        "RGB features and IMU vectors as input",
        "TF-IDF vectors and a linear model",
        "ResNet34 of torchvision, random init",
        "VITS recipe of ESPnet from scratch",
        "HOG features and an SVM",
        "no ResNet18 of torchvision",
    ],
)
def test_features_that_are_computed_and_weights_of_chance_are_not(text: str) -> None:
    assert not list(said_started(text))


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("model card, which thanks 01.AI for the starting weights", True),
        ("card, section Base: continued from a public checkpoint", True),
        ("model card, section Base", False),
    ],
)
def test_weights_called_ones_own_are_heard_where_a_statement_tells_what_they_began_as(
    where: str, told: bool
) -> None:
    text = STATED.replace("WHERE", where)
    report = check_text(text, "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 20))
    assert any("come about" in one.missing.question for one in report.questions) is told


STATED = """\
lineage: 1
project: {id: p}
publisher: {name: Meadow Lab, kind: university, country: CH}
artifacts:
  base: {kind: model, name: meadow/base, license: Apache-2.0, origin: own,
         documented: {where: README, generators: none}, statements: [{license: Apache-2.0, where: "WHERE"}]}
  rows: {kind: dataset, name: Notes by our staff, license: CC0-1.0, origin: own}
  m: {kind: model}
steps:
  - {id: tune, kind: finetune, inputs: {base: base, data: rows}, outputs: m, period: 2025-03}
releases:
  - {artifact: m, name: meadow/m, date: 2025-04-01, license: Apache-2.0, access: open-weights, commercial: false,
     function: task-model, license_copies: [Apache-2.0], notices: [], markets: [CH]}
"""
