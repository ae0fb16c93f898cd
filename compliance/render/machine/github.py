"""Print a report as GitHub workflow commands: annotations on the manifest's lines, the most important first.

GitHub shows at most ten annotations of each kind of a step; what comes after them is printed as plain lines. The
commands are described in "Workflow commands for GitHub Actions" of GitHub's documentation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from compliance.errors import Fault, printable, shortened
from compliance.model.answered.report import Report
from compliance.render.view.notable import Place, Severity, left_out, notable_cards, notices, place, severity
from compliance.render.view.report_view import View

SHOWN = 10
"""Annotations of one kind that GitHub shows of one step."""
TITLE_LENGTH = 250
MESSAGE_LENGTH = 4000
FAULT_TITLE = "compliance could not read this"
_COMMAND: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}


@dataclass(frozen=True, slots=True)
class _Annotation:
    severity: Severity
    title: str
    message: str
    place: Place


def render_github(report: Report, view: View, source: str | None = None) -> str:
    """Return the report as workflow commands.

    Args:
        report: The report.
        view: The same in words.
        source: How the manifest is called from the root of its repository, if that is known.
    """
    found = list(_annotations(report, view, source))
    kinds = [[item for item in found if item.severity == kind] for kind in _COMMAND]
    later = [item for items in kinds for item in items[SHOWN:]]
    lines = [f"::group::{_data(f'compliance: {view.title}')}"]
    lines += [_command(item) for items in kinds for item in items[:SHOWN]]
    if later:
        lines.append(f"Beyond the {SHOWN} of a kind that GitHub shows, {len(later)} more:")
        lines += [_plain(f"- {_COMMAND[item.severity]}: {item.title}: {item.message}") for item in later]
    lines.append("::endgroup::")
    lines += [_plain(f"warning: {warning}") for warning in view.warnings]
    lines += [_plain(f"{one.sentence} {one.limits}".rstrip()) for one in view.answers]
    lines += [_plain(text) for text in (left_out(view), view.verdict.line, view.verdict.exit_words) if text]
    return "".join(f"{line}\n" for line in lines)


def render_faults(faults: Sequence[Fault], in_repository: Callable[[str], str | None]) -> str:
    """Return what is wrong in files as workflow commands; a fault that lies in no file is not among them.

    Args:
        faults: What is wrong, in the order in which it is to be read.
        in_repository: Tells how a file is called from the root of its repository, if that is known.
    """
    lines = []
    for fault in faults:
        if fault.location is not None:
            file = in_repository(fault.location.file) or fault.location.file
            told = "; ".join(part for part in (fault.what, fault.what_to_do) if part)
            at = Place(file, fault.location.line, fault.location.column)
            lines.append(_command(_Annotation("error", FAULT_TITLE, told, at)))
    return "".join(f"{line}\n" for line in lines[:SHOWN])


def _annotations(report: Report, view: View, source: str | None) -> Iterator[_Annotation]:
    for card in notable_cards(view):
        actions = " ".join(action.sentence for action in card.actions)
        asked = " ".join(item.question for item in card.questions if item.question not in card.reason)
        where = f"{card.short_subject} ({card.party})"
        parts = (where, card.reason, asked, card.waiver or "", actions, f"Rule {card.rule}.")
        yield _Annotation(
            severity(card),
            f"{card.position_word}: {card.title}",
            "\n".join(part for part in parts if part),
            place(card.location, report, source),
        )
    for item in notices(report, view):
        yield _Annotation(item.severity, item.title, item.text, place(item.location, report, source))


def _command(item: _Annotation) -> str:
    where = item.place
    properties = {
        "file": printable(where.file),
        "line": str(where.line),
        "col": str(where.column),
        "title": shortened(item.title, TITLE_LENGTH),
    }
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = item.message if len(item.message) <= MESSAGE_LENGTH else f"{item.message[:MESSAGE_LENGTH]}…"
    return f"::{_COMMAND[item.severity]} {told}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _plain(text: str) -> str:
    """A line that no runner takes for a command: those begin with `::`, older ones hold `##[` anywhere."""
    line = " ".join(text.split()).replace("##[", "# #[")
    return f"- {line}" if line.startswith("::") else shortened(line, MESSAGE_LENGTH)
