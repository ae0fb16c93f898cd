"""Quiet probes, changed in one place so that something is open: what lets the one pass lets none of the others pass."""

from __future__ import annotations

import pytest

from tests.probes.test_probes import HERE, exit_code

CHANGED = (
    ("k01-glacier-outlines", "drawn by our own staff", "drawn by our own staff and the assistant of a partner"),
    ("k01-glacier-outlines", "Copernicus Sentinel Data Terms and Conditions", "data terms of the reseller"),
    ("k01-glacier-outlines", "Sentinel-2 L2A\", generators: none", "Sentinel-2 L2A\", generators: unknown"),
    ("k02-avocado-photos", "14,000 photos taken by our own staff", "14,000 photos labelled by our own staff"),
    ("k02-avocado-photos", "14,000 photos taken by our own staff", "14,000 photos taken from the shops' pages"),
    ("k02-avocado-photos", "14,000 photos taken by our own staff", "14,000 photos by our own staff and others"),
    ("k03-ranked-by-staff", "by hand, by our own staff", "by hand, by our own staff and a judge"),
    ("k03-ranked-by-staff", "by hand, by our own staff", "by hand, where the scores were close"),
    ("k03-ranked-by-staff", "by hand, by our own staff", "by hand, with suggestions"),
    ("k04-own-voice-in-swedish", "avsnitt Inspelning", "avsnitt Inspelning från radion"),
    ("k04-own-voice-in-swedish", "avsnitt Inspelning", "avsnitt Genererat"),
    ("k04-own-voice-in-swedish", "avsnitt Inspelning", "som vi minns det"),
    ("k06-sums-by-a-script", "section How it is made", "how it is made with a model"),
    ("k06-sums-by-a-script", "section How it is made", "section How it is generated"),
    ("k06-sums-by-a-script", "generators: none", "generators: unknown"),
    ("k07-app-on-a-service", "(OpenAI GPT-4.1)", "(Claude)"),
    ("k07-app-on-a-service", "Summaries are written by", "Its code was written by"),
    ("k07-app-on-a-service", "component: [gpt, code]", "component: code"),
    ("k08-answers-from-manuals", "You are talking to a machine.", "Ask what you like."),
    ("k08-answers-from-manuals", "You are talking to a machine.", "Nobody says that you are talking to a machine."),
    ("k08-answers-from-manuals", "commercial: true,", "commercial: true, facts: {tells_users_ai: unknown},"),
    ("k09-translated-by-members", "kind: annotate", "kind: rewrite"),
    ("k09-translated-by-members", "Translators\", generators: none", "Translators\", generators: unknown"),
    ("k09-translated-by-members", "section Translators", "as the club remembers it"),
    ("k11-fewer-layers", "last 4 layers removed", "last 4 layers removed and healed"),
    ("k11-fewer-layers", "last 4 layers removed", "last 4 layers taken from another model"),
    ("k11-fewer-layers", "last 4 layers removed", "vision tower removed"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new"), CHANGED)
def test_a_quiet_probe_with_one_thing_open_does_not_pass(name: str, old: str, new: str) -> None:
    text = (HERE / "quiet" / f"{name}.yaml").read_text(encoding="utf-8")
    assert old in text
    assert exit_code(text.replace(old, new)) != 0
