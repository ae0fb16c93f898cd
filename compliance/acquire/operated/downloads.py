"""Files that command lines fetch by their address: archives of rows, weights, recordings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from compliance.acquire.addresses import fetched
from compliance.acquire.names import FETCHED, hub_name, is_weights
from compliance.model.declared.sighting import MentionRelation, Sighting
from compliance.model.shapes.location import Location
from compliance.model.shapes.shape import ArtifactKind

_PROGRAM = re.compile(
    r"(?:^|[\s;&|(])(?P<program>wget|curl|aria2c|axel|aws\s+s3\s+(?:cp|sync)|gsutil\s+(?:-m\s+)?(?:cp|rsync)|"
    r"gcloud\s+storage\s+(?:cp|rsync)|azcopy\s+(?:copy|sync)|rclone\s+(?:copy|sync)|s5cmd\s+(?:cp|sync)|"
    r"yt-dlp|youtube-dl)\s"
)
_ADDRESS = re.compile(r"""(?:https?|ftp|s3|gs|az)://[^\s"'|;&<>()\\]+""")
_INTO = re.compile(
    r"""(?:\s(?:-O|-o|-P|-d|--output(?:-document|-dir)?|--directory-prefix|--dir|--out)[= ]?|>\s*)["']?([^\s"'|;&]+)"""
)
_COPIES = ("aws", "gsutil", "gcloud", "azcopy", "rclone", "s5cmd")
"""Programs that are told a source and then a place to put it, either of which may be the address."""
_TWO_PLACES = re.compile(r"(?:s3|gs|az|https)://\S+\s+(?!-)[\"']?([^\s\"'|;&<>]+)")
_RECORDINGS = ("yt-dlp", "youtube-dl")
MOST_FETCHED = 4_000
"""Letters of a line that are looked at for addresses."""
_BATCH = re.compile(r"""\s(?:-a|--batch-file)[= ]["']?(?:<\([^)]*?)?([\w./-]+\.(?:txt|tsv|csv|list|lst))""")
_SENDS = re.compile(
    r"\s(?:-X\s?(?:POST|PUT)|--request[= ](?:POST|PUT)|-d|--data\S*|-F|--form|-T|--upload-file)\s"
)
"""Options with which curl hands something over."""
_REFERENCE = re.compile(r"\$\{?(\w+)\}?")
NEXT_COMMAND = re.compile(r"\s(?:&&|\|\|?|;)\s")
"""What stands between one command and the next on a line."""


def downloads(line: str, above: str, place: Location, aside: bool) -> Iterator[Sighting]:
    """What a command line fetches by an address.

    Args:
        line: The line.
        above: The lines before it that it goes on.
        place: Where it stands.
        aside: Whether it is about what is only measured.
    """
    start, line = len(above), line[:MOST_FETCHED]
    if "://" not in line and _BATCH.search(line) is None:
        return
    for command, offset in _commands(above + line):
        told = _PROGRAM.search(command)
        if told is None or (told["program"] == "curl" and _SENDS.search(command)):
            continue
        program = told["program"].split()[0]
        if program in _RECORDINGS and (batch := _BATCH.search(command)) and offset + batch.start(1) >= start:
            yield _sighting(batch[1], "none" if aside else "data", program, line, place)
        into = (*(one[1] for one in _INTO.finditer(command)), *_put_at(command, program))
        for one in _ADDRESS.finditer(command, told.end()):
            if offset + one.start() < start or (
                program in _COPIES and not _is_source(command, told.end(), one)
            ):
                continue
            relation = "data" if program in _RECORDINGS else fetched(one[0], into)
            if relation is not None and not FETCHED.search(one[0]):
                yield _sighting(one[0], "none" if aside else relation, program, line, place)


def with_addresses(line: str, local: Mapping[str, list[tuple[str, Location, str]]]) -> str:
    """A command line with the addresses for which its variables stand."""

    def address(one: re.Match[str]) -> str:
        given = [value for value, _, _ in local.get(one[1], ()) if "://" in value]
        return given[0] if given else one[0]

    return _REFERENCE.sub(address, line)


def _commands(text: str) -> Iterator[tuple[str, int]]:
    """The commands of a text, each with its offset."""
    start = 0
    for one in NEXT_COMMAND.finditer(text):
        yield text[start : one.start()], start
        start = one.end()
    yield text[start:], start


def _put_at(command: str, program: str) -> tuple[str, ...]:
    """Where a program that copies puts what it is told to copy: the word behind the source."""
    told = _TWO_PLACES.search(command) if program in _COPIES else None
    return (told[1],) if told else ()


def _is_source(command: str, after: int, address: re.Match[str]) -> bool:
    """Whether an address is what is copied, and not where to."""
    before = [one for one in command[after : address.start()].split() if not one.startswith("-")]
    return not before


def _sighting(name: str, relation: MentionRelation, program: str, line: str, place: Location) -> Sighting:
    kind: ArtifactKind | None = (
        "model" if is_weights(name.split("?")[0]) else "dataset" if relation == "data" else None
    )
    how = f"fetched by {program}"
    return Sighting(hub_name(name) or name, relation, place, "config", how, line.strip()[:200], kind)
