"""Weights that had been trained before are heard where no step lists a model."""

from __future__ import annotations

import pytest

from compliance.resolve.words.started import said_started


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
    ],
)
def test_weights_of_ones_own_or_of_chance(text: str) -> None:
    assert list(said_started(text)) == []
