"""Look-ups are prepared once for a registry, and never taken for those of another."""

from __future__ import annotations

from dataclasses import replace

from compliance.model.known.knowledge import Registry
from compliance.resolve.names.prepared import lookups


def test_the_same_registry_has_the_same_look_ups(registry: Registry) -> None:
    assert lookups(registry) is lookups(registry)


def test_another_registry_of_the_same_content_or_without_licences_has_its_own(registry: Registry) -> None:
    held = lookups(registry)
    bare = lookups(replace(registry, licences={}))
    again = lookups(replace(registry))

    assert held.licences.read("Free 1").together == again.licences.read("Free 1").together == ("free",)
    assert bare.licences.read("Free 1").together == ()
    assert held is not again
