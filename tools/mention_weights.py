"""Train the weights by which names in prose get their relations, from sentences that we wrote and labelled.

    python -m tools.mention_weights [--check] [--folds N]

A line of the sentences is `section :: text`, in which `{name|letter}` marks a name with its relation, and `!` behind
the letter that the sentence denies it. The same sentences give the same weights. With `--folds` nothing is written:
each fold is told by the others, and the share that comes out right is printed.
Exit codes: 0 written, fresh or measured; 1 stale.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compliance.intake.naming.registry_words import RegistryWords
from compliance.model.declared.sighting import MentionRelation
from compliance.pipeline import load_packs
from compliance.text.mention.name import Name
from compliance.text.mention.names import names_in
from compliance.text.mention.sentence import Reading, readings
from compliance.text.mention.weights import SCALE, WEIGHTS

if TYPE_CHECKING:
    import numpy as np

    Matrix = np.ndarray[Any, np.dtype[np.float64]]

SENTENCES = Path(__file__).with_name("mention_sentences.txt")
LETTERS: dict[str, MentionRelation] = {
    "g": "generated-by", "j": "judged-by", "f": "filtered-by", "d": "base", "c": "component", "D": "data",
    "e": "evaluated-against", "J": "evaluation-judge", "i": "inspired-by", "w": "compared-with", "n": "none",
    "o": "own-release",
}  # fmt: skip
_MARKED = re.compile(r"\{([^{}|]+)\|([A-Za-z])!?\}")
SEEN_AT_LEAST = 2
"""What fewer names show says nothing of others."""
PULL, ROUNDS, STEP = 0.3, 400, 0.05
"""How hard weights are pulled towards nothing; rounds of training, and the length of a step."""
LEAST = 3
"""Hundredths that a weight must have somewhere to be written down."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One name of a sentence with what is seen of it and what it was."""

    read: Reading
    relation: MentionRelation
    sentence: int


def labelled(lines: Sequence[str]) -> Iterator[Labelled]:
    """The names of marked sentences."""
    known = RegistryWords(load_packs().registry)
    for number, line in enumerate(lines):
        section, _, marked = line.partition("::")
        text, spans, told, done = "", [], {}, 0
        for one in _MARKED.finditer(marked):
            text += marked[done : one.start()]
            spans.append((len(text), one[1]))
            told[len(text)] = LETTERS[one[2]]
            text, done = text + one[1], one.end()
        text += marked[done:]
        seen = {(one.start, one.text): one for one in names_in(text, known)}
        names = [seen.get(span) or _named(span[1], span[0], known) for span in spans]
        for read in readings(text, names, section.strip()):
            yield Labelled(read, told[read.name.start], number)


def _named(words: str, start: int, known: RegistryWords) -> Name:
    """A marked name, of the kind the program takes it for."""
    found = next(iter(names_in(words, known)), None)
    end = start + len(words)
    return Name(words, start, end, found.known if found else None, found.is_generic if found else False)


def train(rows: Sequence[Labelled]) -> dict[str, Any]:
    """The weights, as the file has them: softmax regression with a pull towards nothing."""
    import numpy as np

    shown = Counter(seen for row in rows for seen in row.read.seen)
    words = sorted(seen for seen, count in shown.items() if count >= SEEN_AT_LEAST)
    relations = sorted({row.relation for row in rows})
    column = {word: at for at, word in enumerate(words)}
    given = [sorted(column[seen] for seen in row.read.seen if seen in column) for row in rows]
    wanted = np.zeros((len(rows), len(relations)))
    for at, row in enumerate(rows):
        wanted[at, relations.index(row.relation)] = 1.0
    found = np.rint(_descend(given, len(words), wanted) * SCALE).astype(int)
    table = {word: found[at].tolist() for at, word in enumerate(words) if np.abs(found[at]).max() >= LEAST}
    return {"relations": relations, "weights": table}


def _descend(given: Sequence[Sequence[int]], width: int, wanted: Matrix) -> Matrix:
    """Weights that tell the rows best: steps down the slope, each coordinate at its own pace.

    Args:
        given: What is seen in each row, as columns; each row has some, since all of them see `all`.
        width: How many columns there are, each of which some row has.
        wanted: For each row, 1 at its relation.
    """
    import numpy as np

    columns = np.fromiter((each for row in given for each in row), dtype=np.intp)
    lengths = np.array([len(row) for row in given])
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    order = np.argsort(columns, kind="stable")
    rows = np.repeat(np.arange(len(given)), lengths)[order]
    heads = np.concatenate(([0], np.cumsum(np.bincount(columns, minlength=width))[:-1]))
    at = np.zeros((width, wanted.shape[1]))
    mean, spread = np.zeros_like(at), np.zeros_like(at)
    for turn in range(1, ROUNDS + 1):
        sums = np.add.reduceat(at[columns], starts)
        shares = np.exp(sums - sums.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        slope = np.add.reduceat((shares - wanted)[rows], heads) + PULL * at
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.99 * spread + 0.01 * slope**2
        at -= STEP * (mean / (1 - 0.9**turn)) / (np.sqrt(spread / (1 - 0.99**turn)) + 1e-8)
    return at


def digest() -> str:
    """Of the sentences and of the tables of words they are seen by; the weights name what they were trained on."""
    read = (SENTENCES, *sorted(WEIGHTS.parent.glob("*.yaml")))
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in read)).hexdigest()


def written(lines: Sequence[str]) -> str:
    """The file of weights for sentences."""
    made = train(list(labelled(lines)))
    rows = ",\n".join(
        f"{json.dumps(word)}:{json.dumps(row, separators=(',', ':'))}"
        for word, row in made["weights"].items()
    )
    head = json.dumps({"of": digest(), "relations": made["relations"]}, separators=(",", ":"))
    return f'{head[:-1]},"weights":{{\n{rows}\n}}}}\n'


def measured(lines: Sequence[str], folds: int) -> float:
    """The share of names that come out right where their sentence was not trained on."""
    rows, good = list(labelled(lines)), 0
    for fold in range(folds):
        made = train([row for row in rows if row.sentence % folds != fold])
        for row in (one for one in rows if one.sentence % folds == fold):
            sums = [0] * len(made["relations"])
            for seen in row.read.seen:
                sums = [
                    a + b
                    for a, b in zip(sums, made["weights"].get(seen, sums and [0] * len(sums)), strict=True)
                ]
            good += made["relations"][sums.index(max(sums))] == row.relation
    return good / len(rows)


def main(argv: Sequence[str]) -> int:
    """Write the weights, say whether they are fresh, or measure."""
    parser = argparse.ArgumentParser(prog="python -m tools.mention_weights", description=main.__doc__)
    asked = parser.add_mutually_exclusive_group()
    asked.add_argument(
        "--folds", type=int, help="measure with so many parts of the sentences left out in turn"
    )
    asked.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 where the weights are not fresh"
    )
    options = parser.parse_args(argv)
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    if options.folds is not None:
        sys.stdout.write(f"right {measured(lines, options.folds):.3f}\n")
        return 0
    if options.check:
        return 0 if json.loads(WEIGHTS.read_text(encoding="utf-8"))["of"] == digest() else 1
    WEIGHTS.write_text(written(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
