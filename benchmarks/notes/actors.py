"""Who performed each step: the releaser, or a party of its own."""

from __future__ import annotations

import re

from benchmarks.notes.organisations import OTHERS, classes, is_placeholder, names_nobody, same_body
from benchmarks.notes.reading import Note, StepNote

_BY_WHOM = re.compile(
    r"(?:^|[;.] ?)(?:\w+ )?(?:done |made |performed |carried out |generated |collected |produced |run |trained )?by "
    r"(?:the )?([^,;.]+)",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(
    r"(?:by|from|through|of|in) (?:other (?:teams|people|parties|groups)|third part(?:y|ies)|"
    r"the original authors|outsiders)",
    re.IGNORECASE,
)
_NO_ACTOR = re.compile(
    r"own use|hand|people|default|design|variant|weight|rule|clause|gpt|claude|gemini|llama|qwen|model|"
    r"service|vote|now|"
    r"the (api|service|script|program)",
    re.IGNORECASE,
)


class Actors:
    """Tells the releaser of a note from everybody else."""

    def __init__(self, note: Note) -> None:
        """Collect the names under which the releaser is met."""
        self.note = note
        release = note.release
        namespaces = re.findall(r"([\w.-]+)/[\w.-]+", release.name)
        self.names = [name for name in (release.who, *namespaces) if name and not names_nobody(name)]
        written = {key for step in note.steps for key in step.outputs}
        for node in note.nodes if not is_placeholder(release.who) else ():
            named = node.id in written and self._is_released_by_name(node.name)
            if named and not is_placeholder(node.developer) and not self._foreign(node.developer):
                self.names.append(node.developer)

    def _is_released_by_name(self, name: str) -> bool:
        bare = re.sub(r"\(.*?\)", "", name).strip().lower()
        whole = re.escape(bare)
        return (
            len(bare) > 2
            and re.search(rf"(?<![a-z0-9-]){whole}(?![a-z0-9-])", self.note.release.name.lower()) is not None
        )

    def _foreign(self, name: str) -> bool:
        return names_nobody(name) or OTHERS.search(name.lower()) is not None

    def is_releaser(self, name: str) -> bool:
        """Whether a name means the releaser; a placeholder does where the releaser is a placeholder of that sort."""
        if not name or names_nobody(name):
            return False
        if any(same_body(name, known) for known in self.names):
            return True
        if OTHERS.search(name.lower()):
            return False
        mine = set().union(
            *map(classes, (self.note.release.who, self.note.release.name, self.note.release.org_type))
        )
        return is_placeholder(name) and is_placeholder(self.note.release.who) and bool(classes(name) & mine)

    def of_step(self, step: StepNote) -> str | None:
        """The name of whoever performed a step; None for the releaser."""
        if step.actor:
            return None if self.is_releaser(step.actor) else step.actor
        if named := self._in_words(step):
            return None if self.is_releaser(named) else named
        developers = [node.developer for key in step.outputs if (node := self.note.node(key)) is not None]
        if not developers or any(self.is_releaser(name) for name in developers):
            return None
        return self._maker(developers[0])

    def _maker(self, developer: str) -> str | None:
        """Somebody else who made an output, or None where the note leaves it open."""
        folded = re.sub(r"\(.*?\)", "", developer).strip()
        if folded.lower() in ("", "unknown", "n/a", "not stated", "none"):
            return None
        return developer

    def _in_words(self, step: StepNote) -> str | None:
        match = _BY_WHOM.search(step.note)
        if match is None:
            outside = _OUTSIDE.search(step.note)
            return outside[0].split(" ", 1)[1] if outside else None
        name = match[1].strip()
        used = [node.name.lower() for use in step.inputs if (node := self.note.node(use.node)) is not None]
        if _NO_ACTOR.search(name) or any(name.lower() in one for one in used):
            return None
        if OTHERS.search(name.lower()):
            developers = [node.developer for key in step.outputs if (node := self.note.node(key)) is not None]
            named = [one for one in developers if not names_nobody(one) and not self.is_releaser(one)]
            return named[0] if named else name
        return name
