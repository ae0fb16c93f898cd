"""Who is said to provide: by its id, and what is no service is provided by its developer, unless another is named."""

from __future__ import annotations

from compliance.model.declared.manifest import Manifest
from compliance.resolve.names.lookup import Names


def providers_by_id(manifest: Manifest, names: Names) -> Manifest:
    """The manifest in which a provider that stands under another of its names stands under its id.

    Rules go by ids: a service of `zhipu` would be nobody's where the record is called `zai`.
    """
    changed = {}
    for key, artifact in manifest.artifacts.items():
        stated = artifact.provider
        if stated is None or artifact.kind != "service" or names.provider_record(stated) is not None:
            continue
        meant, service = names.provider(stated), names.service(artifact.name or "")
        # What the model is called has to agree: a gateway may bear a name that is like a provider's.
        if meant is not None and service is not None and service.provider == meant:
            changed[key] = artifact.model_copy(update={"provider": meant})
    return (
        manifest.model_copy(update={"artifacts": {**manifest.artifacts, **changed}}) if changed else manifest
    )


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
