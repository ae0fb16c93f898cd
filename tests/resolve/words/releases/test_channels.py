"""Channels tell how a release reaches others and for what price."""

from __future__ import annotations

import pytest

from compliance.resolve.words.releases.channels import hand_out_weights, leave_the_house, sell


@pytest.mark.parametrize(
    ("channel", "leaves"),
    [
        ("installed at customers", True), ("on-premise at our clients", True), ("Docker image for three clients", True),
        ("firmware of our camera", True), ("USB sticks for partners", True), ("auf Geräten der Kunden", True),
        ("chez nos clients", True), ("客户现场", True), ("App Store", True), ("resellers", True),
        ("customer support team", False), ("our intranet", False), ("staff alone, no customers", False),
        ("client of the build server", False), ("on-premise in our data centre", False),
        ("never given to partners", False), ("partner hospitals in Kempten", True), ("espace client", True),
        ("Mandantenportal", True), ("drei befreundete Kanzleien", True), ("beta testers", True), ("other firms", True),
        ("partner team", False), ("andere Server", False), ("autres serveurs internes", False),
        ("other servers", False),
        ("our site", True), ("Telegram bot", True), ("Chrome web store", True), ("public API", True), ("npm", True),
        ("our homepage", True), ("iOS app", True), ("Google Play", True), ("öffentliche Webseite", True),
        ("iOS app for staff", False), ("internal Discord", False), ("our site in Bruck", False),
        ("public health unit of the hospital", False), ("web app behind VPN", False), ("not public", False),
    ],
)  # fmt: skip
def test_what_is_handed_to_others_is_not_internal(channel: str, leaves: bool) -> None:
    assert leave_the_house([channel]) is leaves


@pytest.mark.parametrize(
    ("channel", "weights"),
    [
        ("https://huggingface.co/acme/tune", True), ("Hugging Face", True), ("Docker Hub", True),
        ("GGUF on our page", True),
        ("Ollama", True), ("weights by download", True), ("https://huggingface.co/spaces/acme/tune", False),
        ("Hugging Face Inference Endpoints", False), ("api.acme.example", False), ("REST, no weights", False),
    ],
)  # fmt: skip
def test_weights_that_are_put_up_are_no_mere_api(channel: str, weights: bool) -> None:
    assert hand_out_weights([channel]) is weights


@pytest.mark.parametrize(
    ("channel", "sold"),
    [
        ("App Store, 4.99 EUR", True), ("AWS Marketplace", True), ("paid tier of our app", True),
        ("our web shop", True),
        ("free app with ads", True), ("sold to customers", True), ("kostenpflichtig auf unserer Seite", True),
        ("€ 12", True),
        ("enterprise subscription", True), ("付费", True), ("en vente", True),
        ("App Store", False), ("GitHub", False), ("not sold", False), ("Hugging Face, free of fees", False),
        ("unpaid volunteers' page", False), ("workshop of May", False), ("GitHub Marketplace", False),
    ],
)  # fmt: skip
def test_a_price_is_commerce(channel: str, sold: bool) -> None:
    assert sell([channel]) is sold


@pytest.mark.parametrize(
    "channel", ["customers' intranets", "spin-off product", "OpenRouter", "contract research"]
)
def test_what_customers_or_buyers_get_is_trade(channel: str) -> None:
    assert sell([channel])


@pytest.mark.parametrize(("channel", "leaves"), [("pilot at Siemens", True), ("pilot at our office", False)])
def test_a_pilot_at_a_named_house_is_outside(channel: str, leaves: bool) -> None:
    assert leave_the_house([channel]) == leaves
