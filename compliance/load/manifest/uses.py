"""Manifests of other projects, which artifacts name under `uses`: found, read, and refused where they lead astray.

Only regular files below or next to the folder of the first manifest, in its repository, are read, never deeper than
`MAX_CHAIN` manifests, never more than `MAX_FILES` files or `MAX_TOTAL` bytes, and no manifest uses itself by any
detour.
"""

from __future__ import annotations

import os
import pathlib
import re
import stat
from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

from compliance.errors import FaultCollector, InputError, listed, nearest, shown
from compliance.foreign_files import read_foreign, repository_of
from compliance.load.manifest.entries import entries
from compliance.model.declared.manifest import Artifact, Manifest, Variant
from compliance.model.shapes.location import Location, Where
from compliance.patterns import regex
from compliance.values import dataclass, field

MAX_CHAIN = 8
MAX_FILES = 50
MAX_TOTAL = 20_000_000
MAX_READ = 200
"""How often files may be read: one that several manifests use is read for each of them."""
MAX_WRITTEN_OUT = 20_000
"""How many entries all variants and all manifests that are used may come to, each as often as it is used."""


@dataclass(slots=True)
class Shelf:
    """Where manifests may lie, and what has been read so far."""

    root: pathlib.Path
    """The folder above the first manifest's, if that is not outside of its repository."""
    chain: tuple[pathlib.Path, ...]
    """Real paths of the manifests that lead here, the first one first."""
    shown: str
    """The last of them, as messages call it."""
    sizes: dict[pathlib.Path, int] = field(default_factory=dict)
    read: list[pathlib.Path] = field(default_factory=list)

    @classmethod
    def beside(cls, manifest: pathlib.Path) -> Shelf:
        """The shelf of a first manifest."""
        real = pathlib.Path(os.path.realpath(manifest))
        above, repository = real.parent.parent, repository_of(real)
        outside = repository is not None and not above.is_relative_to(repository)
        return cls(real.parent if outside else above, (real,), str(manifest))

    @property
    def folder(self) -> pathlib.Path:
        """The folder of the manifest that is read, from which it names files."""
        return self.chain[-1].parent

    def next(self, real: pathlib.Path, name: str) -> Shelf:
        """The shelf as the next manifest of the chain sees it."""
        shown_as = os.path.normpath(pathlib.Path(self.shown).parent / name)
        return Shelf(self.root, (*self.chain, real), shown_as, self.sizes, self.read)

    def find(self, name: str) -> pathlib.Path:
        """The real path of a manifest's name.

        Raises:
            ValueError: It may not be read; says why and what to do.
        """
        if pathlib.PurePath(name).is_absolute() or "\0" in name:
            raise ValueError("the path is not relative; name it from the folder of this manifest")
        real = pathlib.Path(os.path.realpath(self.folder / name))
        if not real.is_relative_to(self.root):
            raise ValueError("the file lies elsewhere; keep it below or next to the folder of the manifest")
        if real in self.chain:
            raise ValueError("the manifest uses itself; remove the loop")
        if len(self.chain) >= MAX_CHAIN:
            raise ValueError(f"more than {MAX_CHAIN} manifests use each other; name the first ones directly")
        self._count(real)
        return real

    def _count(self, real: pathlib.Path) -> None:
        try:
            state = real.stat()
        except OSError as error:
            raise ValueError(
                f"{(error.strerror or str(error)).lower()}; name a file that can be read"
            ) from None
        if not stat.S_ISREG(state.st_mode):
            raise ValueError("it is no regular file; name a manifest")
        self.sizes[real] = state.st_size
        self.read.append(real)
        if len(self.sizes) > MAX_FILES or sum(self.sizes.values()) > MAX_TOTAL or len(self.read) > MAX_READ:
            raise ValueError(f"more than {MAX_FILES} files or {MAX_TOTAL:,} bytes are used; name fewer")


class _Loaded(Protocol):
    """What is needed of a manifest that was loaded."""

    @property
    def manifest(self) -> Manifest:
        """Its value."""

    @property
    def used(self) -> Mapping[str, _Loaded]:
        """The manifests that it uses in turn."""


L = TypeVar("L", bound=_Loaded)
Load = Callable[[pathlib.Path, Shelf], L]


def load_used(
    manifest: Manifest,
    where: Where,
    shelf: Shelf | None,
    load: Load[L],
    faults: FaultCollector,
) -> Mapping[str, L]:
    """Every manifest that a manifest's artifacts use, by the path as it is written there.

    Collects the faults of each, at its place in its own file.
    """
    found: dict[str, L] = {}
    for placed in entries(manifest):
        artifact = placed.entry
        if not isinstance(artifact, Artifact) or artifact.uses is None:
            continue
        place, name = where((*placed.path, "uses")), artifact.uses.manifest
        if name not in found:
            try:
                other = _load(name, shelf, load)
            except InputError as error:
                faults.report(place, f"the manifest {shown(name)} cannot be used", "correct its faults")
                faults.extend(error.faults)
                continue
            except ValueError as error:
                what, _, advice = str(error).partition("; ")
                faults.report(place, f"the manifest {shown(name)} cannot be used: {what}", advice)
                continue
            found[name] = other
        _check_fit(artifact, found[name].manifest, place, faults)
    if (number := _written_out(manifest, found)) > MAX_WRITTEN_OUT:
        what = f"written out, its variants and the manifests that it uses come to {number:,} entries"
        faults.report(where(()), what, f"say less at once: {MAX_WRITTEN_OUT:,} can be looked at")
    return found


def _written_out(manifest: Manifest, used: Mapping[str, _Loaded]) -> int:
    """How many entries a manifest has at most, with each variant and each manifest that is used written out."""
    told: dict[str, int] = {}
    own = _entries(manifest, used, told)
    each = [own + _entries(variant, used, told) for variant in manifest.variants.values()]
    return sum(each) if each else own


def _entries(holder: Manifest | Variant, used: Mapping[str, _Loaded], told: dict[str, int]) -> int:
    number = len(holder.artifacts) + len(holder.steps) + len(holder.releases)
    for artifact in holder.artifacts.values():
        name = artifact.uses.manifest if artifact.uses else ""
        if name in used and name not in told:
            told[name] = _written_out(used[name].manifest, used[name].used)
        number += told.get(name, 0)
    return number


def _load(name: str, shelf: Shelf | None, load: Load[L]) -> L:
    if shelf is None:
        raise ValueError("this manifest lies in no folder; write it to a file")
    real = shelf.find(name)
    if not _calls_itself_one(real):
        raise ValueError("it is no manifest, which says `lineage: 1`; name one")
    return load(real, shelf.next(real, name))


_HEAD = regex(rb"(?:^\s*\{?|[{,])\s*[\"']?lineage[\"']?\s*:", re.MULTILINE)
"""What every manifest says of itself."""


def _calls_itself_one(path: pathlib.Path) -> bool:
    """Whether a file that nobody named on the command line says that it is a manifest.

    The faults of any other file would tell what stands in it.
    """
    try:
        return _HEAD.search(read_foreign(path, limit=MAX_TOTAL)) is not None
    except (OSError, ValueError):
        return True  # whoever reads it says why it cannot


def _check_fit(artifact: Artifact, other: Manifest, place: Location | None, faults: FaultCollector) -> None:
    """The other manifest releases one thing that is meant, of the same kind."""
    assert artifact.uses is not None
    name, keys = shown(artifact.uses.manifest), [release.key for release in other.releases]
    wanted = artifact.uses.release
    if other.variants:
        faults.report(place, f"{name} has variants", "use a manifest that says which of them holds")
    elif wanted is None and len(keys) > 1:
        faults.report(place, f"{name} releases {listed(keys)}", "say which: uses: {manifest: …, release: …}")
    elif wanted is not None and wanted not in keys:
        near = nearest(wanted, keys)
        advice = f"did you mean {shown(near)}?" if near else f"it releases {listed(keys)}"
        faults.report(place, f"{name} has no release {shown(wanted)}", advice)
    else:
        release = next(each for each in other.releases if wanted in (None, each.key))
        kind = other.artifacts[release.artifact].kind
        if kind != artifact.kind:
            what = f"{name} releases a {kind}, and the artifact is a {artifact.kind}"
            faults.report(place, what, f"write kind: {kind}, or name another release")
