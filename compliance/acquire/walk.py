"""The files of a folder that may say something of upstreams, and why others are left out."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Iterator
from dataclasses import dataclass

from compliance.foreign_files import open_foreign, reason_of
from compliance.model.declared.sighting import Lost
from compliance.model.shapes.location import Location

MAX_BYTES = 4_000_000
MAX_FILES = 20_000
MOST_PASSED = 40
"""The most links, and folders that cannot be read, of which each is told by itself."""
_LINK = "is a link, which is not followed: what it leads to is not read"
SAMPLED_BYTES = 2_000_000
"""How much of a data file is read."""
_SKIPPED = frozenset(
    {".git", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__", ".mypy_cache", ".ruff_cache", ".tox",
     ".pytest_cache", "site-packages", ".ipynb_checkpoints", ".cache", "wandb"}
)  # fmt: skip
_SAMPLED = frozenset({".jsonl", ".csv", ".tsv", ".ndjson"})
_BINARY = frozenset(
    {".safetensors", ".bin", ".pt", ".pth", ".onnx", ".gguf", ".h5", ".msgpack", ".png", ".jpg", ".jpeg", ".gif",
     ".pdf", ".zip", ".gz", ".tar", ".parquet", ".arrow", ".npy", ".npz", ".pkl", ".mp3", ".wav", ".mp4", ".webp",
     ".ico", ".woff", ".woff2", ".ttf", ".model", ".so", ".dll", ".exe", ".xz", ".zst", ".7z", ".pyc"}
)  # fmt: skip

_TEXT = frozenset({".py", ".ipynb", ".md", ".yaml", ".yml", ".json", ".toml", ".sh", ".txt", *_SAMPLED})
"""What is written as text; where it is none, something is wrong with the file."""


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file as text; of a large data file, its beginning."""

    path: pathlib.Path
    name: str
    """Path from the folder, with slashes."""
    text: str
    cut: bool = False

    @property
    def stem(self) -> str:
        """Lower-case name without folders and suffix."""
        return self.path.stem.lower()

    @property
    def suffix(self) -> str:
        """Lower-case suffix with its dot."""
        return self.path.suffix.lower()

    def place(self, at: int = 0) -> Location:
        """The line of a character."""
        return Location(self.name, self.text.count("\n", 0, at) + 1, 1)


def files_of(folder: pathlib.Path, lost: list[Lost]) -> Iterator[TextFile]:
    """The text files of a folder in the order of their paths; links are not followed."""
    for count, path in enumerate(paths_of(folder, lost)):
        if count >= MAX_FILES:
            lost.append(Lost(Location(".", 1, 1), f"only the first {MAX_FILES:,} files were looked at"))
            return
        name = path.relative_to(folder).as_posix()
        made = read_file(path, name, lost)
        if made is not None:
            yield made


def read_file(path: pathlib.Path, name: str, lost: list[Lost]) -> TextFile | None:
    """One file as text; None, with a word on why, where it is none that can be read."""
    suffix = path.suffix.lower()
    if suffix in _BINARY:
        return None
    limit = SAMPLED_BYTES if suffix in _SAMPLED else MAX_BYTES
    try:
        with open_foreign(path) as stream:
            content = stream.read(limit + 1)
    except (OSError, ValueError) as error:
        lost.append(Lost(Location(name, 1, 1), f"cannot be read: {reason_of(error)}"))
        return None
    if b"\0" in content[:4096]:
        if suffix in _TEXT:
            lost.append(Lost(Location(name, 1, 1), "holds bytes that no text holds, so not read"))
        return None
    cut = len(content) > limit
    if cut and suffix not in _SAMPLED:
        lost.append(Lost(Location(name, 1, 1), f"larger than {MAX_BYTES:,} bytes, so not read"))
        return None
    if cut:
        content = content[: content.rfind(b"\n", 0, limit) + 1]
        lost.append(Lost(Location(name, 1, 1), f"only its first {SAMPLED_BYTES:,} bytes were looked at"))
    return TextFile(path, name, content.decode("utf-8", "replace").removeprefix("\ufeff"), cut)


def paths_of(folder: pathlib.Path, lost: list[Lost] | None = None) -> Iterator[pathlib.Path]:
    """The regular files of a folder, sorted; links are not followed, and folders of tools left out.

    Args:
        folder: The folder.
        lost: Where it is told what is passed over: links, and folders that cannot be read.
    """
    passed = _Passed(folder, [] if lost is None else lost)
    for here, folders, names in os.walk(folder, onerror=passed.unread, followlinks=False):
        folders[:] = sorted(one for one in folders if one not in _SKIPPED)
        at = pathlib.Path(here)
        for name in folders:
            if (at / name).is_symlink():
                passed.tell(at / name, _LINK)
        for name in sorted(names):
            path = at / name
            if path.is_symlink():
                passed.tell(path, _LINK)
            elif path.is_file():
                yield path
            else:
                passed.tell(path, "is no regular file, so not read")
    passed.end()


@dataclass(slots=True)
class _Passed:
    """What a walk passes over, told one by one up to a bound."""

    folder: pathlib.Path
    lost: list[Lost]
    count: int = 0

    def tell(self, path: pathlib.Path, why: str) -> None:
        """Tell of one place."""
        self.count += 1
        if self.count <= MOST_PASSED:
            name = path.relative_to(self.folder).as_posix() if path.is_relative_to(self.folder) else "."
            self.lost.append(Lost(Location(name, 1, 1), why))

    def unread(self, error: OSError) -> None:
        """Tell of a folder that cannot be read."""
        self.tell(pathlib.Path(error.filename), f"cannot be read: {reason_of(error)}")

    def end(self) -> None:
        """Tell how many more there were."""
        if self.count > MOST_PASSED:
            more = f"{self.count - MOST_PASSED:,} more links and other things that cannot be read were passed over"
            self.lost.append(Lost(Location(".", 1, 1), more))
