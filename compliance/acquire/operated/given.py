"""What a command line is given: options with one or several values, settings with dots in their names, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPTION = re.compile(r"""--([A-Za-z][\w-]*)[= ]+("[^"\n]*"|'[^'\n]*'|[^\s"']+)""")
_SETTING = re.compile(
    r"""(?:^|\s)(?:\+{0,2}(?P<key>[a-z]\w*(?:\.\w+)+)=|--(?P<option>[A-Za-z]\w*(?:\.\w+)+)(?:=|\s+(?=[^\s-])))"""
    r"""(?P<value>"[^"\n]*"|'[^'\n]*'|\[[^\]\n]*\]|[^\s"']+)"""
)
"""A value for one entry of a larger configuration: `model.name=…`, `--model.name …`."""
_UNTIL = re.compile(r"(?:(?!\s-).)*")
_FURTHER = re.compile(
    r"""(?<=\s)(?:"[\w./:#-]+/[\w./:#-]+"|'[\w./:#-]+/[\w./:#-]+'|[\w.-]+/[\w.:#-]+)(?=\s|$)"""
)
"""Further values of an option: names of a hub behind the first."""
_LIST = re.compile(r"\[(.*)\]")
_MEMBER = re.compile(r"""[^\s,"']+""")
MOST_MEMBERS = 100


def options(line: str) -> Iterator[tuple[str, str, int]]:
    """Each option of a command with a value of it, and where it begins.

    >>> [(key, value) for key, value, _ in options("join --set.names=[a/b,c/d] --rows=e/f")]
    [('rows', 'e/f'), ('set.names', 'a/b'), ('set.names', 'c/d')]
    """
    for one in _OPTION.finditer(line):
        yield one[1], one[2].strip("\"'"), one.start()
        for further in _FURTHER.finditer(_UNTIL.match(line, one.end())[0]):  # type: ignore[index]
            yield one[1], further[0].strip("\"'"), one.start()
    for one in _SETTING.finditer(line):
        for value in _members(one["value"].strip("\"'")):
            yield one["key"] or one["option"], value, one.start()


def _members(value: str) -> list[str]:
    """The members of a list, or the one value."""
    told = _LIST.fullmatch(value)
    return _MEMBER.findall(told[1])[:MOST_MEMBERS] if told else [value]
