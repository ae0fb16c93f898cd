"""What a report was made with: the files of rules and texts that were loaded."""

from __future__ import annotations

from compliance.model.answered.report import packs_digest
from compliance.model.known.knowledge import PackUsed
from compliance.render.view.words import clean, count
from compliance.values import dataclass


@dataclass(frozen=True, slots=True)
class PackLine:
    """A loaded file of rules or texts."""

    name: str
    """Id and, where it has one, version."""
    path: str
    sha256: str
    rules: str


def pack_line(pack: PackUsed) -> PackLine:
    """One file in a line."""
    rules = count(pack.rules, "rule") if pack.rules else "texts"
    name = f"{clean(pack.id)} {clean(pack.version)}".strip()
    return PackLine(name, clean(pack.path), clean(pack.sha256), rules)


def packs_line(packs: tuple[PackUsed, ...]) -> str:
    """How much was loaded, in a sentence."""
    filled = [pack for pack in packs if pack.rules]
    rules = sum(pack.rules for pack in filled)
    texts = len(packs) - len(filled)
    held = f"{count(rules, 'rule')} in {count(len(filled), 'pack')}, and {count(texts, 'file')} of texts and names"
    return f"{held} (digest {packs_digest(packs)[:16]})"
