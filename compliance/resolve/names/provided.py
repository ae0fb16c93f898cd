"""Who is said to provide what is no service: its developer, unless another is named."""

from __future__ import annotations

from compliance.model.declared.manifest import Manifest


def providers_as_developers(manifest: Manifest) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest in which nothing but a service has a provider, and what there is to say.

    A provider offers something over an interface. Of rows, weights or a program the word can only name where they come
    from, and would be read by nothing where it stands.
    """
    changed, told = {}, []
    for key, artifact in manifest.artifacts.items():
        if artifact.kind == "service" or artifact.provider is None:
            continue
        if artifact.developer is not None and artifact.developer != artifact.provider:
            told.append(
                f"artifact {key}: a provider is said of a {artifact.kind}, whose developer is {artifact.developer}; "
                "nothing reads it: call it a service if it was called over an interface"
            )
        elif artifact.developer is None:
            changed[key] = artifact.model_copy(update={"developer": artifact.provider})
            told.append(
                f"artifact {key}: a provider is said of a {artifact.kind}; "
                f"it is taken as the developer, {artifact.provider}"
            )
    if not changed:
        return manifest, tuple(told)
    return manifest.model_copy(update={"artifacts": {**manifest.artifacts, **changed}}), tuple(told)
