"""Addresses elsewhere from which work fetches files: whether they hand out rows, weights or software."""

from __future__ import annotations

import re

from compliance.acquire.code.agents import ROWS, is_aside
from compliance.acquire.code.purpose import meaning, words_of
from compliance.acquire.names import is_placeholder, is_remote, is_rows, is_weights
from compliance.model.declared.sighting import MentionRelation

_PACKED = re.compile(
    r"(?i)\.(?:tar|tgz|tbz2?|zip|7z|rar|gz|bz2|xz|zst|jsonl?|ndjson|csv|tsv|parquet|arrow|feather|xml|warc|h5|hdf5|npz|npy|"
    r"lmdb|nii|dcm|flac|wav|mp3|mp4|webm|txt)$"
)
"""How files end in which rows are handed out, packed or not."""
_OF_ROWS = re.compile(
    r"(?i)//(?:[\w-]+\.)*(?:openslr\.org|zenodo\.org|figshare\.com|physionet\.org|dataverse\.\w+|archive\.org|grouplens\.org|"
    r"commoncrawl\.org|image-net\.org|cocodataset\.org|dumps\.wikimedia\.org|data\.[\w-]+\.\w+)/"
)
"""Hosts that hand out collections."""
_OF_SOFTWARE = re.compile(
    r"(?i)//(?:[\w-]+\.)*(?:pypi\.org|pythonhosted\.org|anaconda\.\w+|nodejs\.org|cmake\.org|rust-lang\.org|go\.dev|debian\.org|"
    r"ubuntu\.com|docker\.com|apache\.org|gnu\.org|sourceforge\.net)/|github\.com/[^/]+/[^/]+/archive/|/archive/refs/|"
    r"(?:linux|x86_64|amd64|aarch64|win64|darwin|[-_]src|fonts?)\b[^/]*$|/(?:config|requirements|package|settings)[^/]*$"
)
"""Hosts and names of programs and of their settings."""
_MORE_ROWS = frozenset(
    {"datasets", "corpora", "dump", "dumps", "task", "subset", "split", "splits", "annotations", "labels", "scans",
     "audio", "clips", "videos", "logs", "episodes", "reviews", "articles"}
)  # fmt: skip


def fetched(address: str, names: tuple[str, ...] = ()) -> MentionRelation | None:
    """What a file that is fetched was for; None where an address hands out no rows and no weights.

    Args:
        address: Where it lies.
        names: Folder, file and variable that it is fetched into.

    >>> fetched("https://zenodo.org/record/1/files/calls.zip"), fetched("https://x.org/a/net.ckpt")
    ('data', 'unknown-use')
    >>> fetched("https://github.com/a/b/archive/main.zip"), fetched("https://x.org/install.sh")
    (None, None)
    """
    plain = address.split("?")[0].split("#")[0].rstrip("/")
    if not is_remote(address) or is_placeholder(plain) or _OF_SOFTWARE.search(plain):
        return None
    into = [one for one in names if one]
    if is_aside([plain.rsplit("/", 1)[-1], *into]) or meaning(into, ("none",)):
        return "none"
    if is_weights(plain) or any(map(is_weights, into)):
        return "unknown-use"
    spoken = {word for one in (plain.partition("://")[2].partition("/")[2], *into) for word in words_of(one)}
    rows = bool(spoken & (ROWS | _MORE_ROWS)) or bool(_OF_ROWS.search(f"{plain}/")) or is_rows(plain)
    if not any(_PACKED.search(one) for one in (plain, *into)) and not (rows and not plain.startswith("http")):
        return None
    return "data" if rows else "unknown-use"
