"""What `check` does with what it was asked; parsed by whoever asks, so that it loads no library of arguments."""

from __future__ import annotations

import datetime
import functools
import os
import pathlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from compliance.cli.chosen.manifests import check_together, gathered, report_paths, run_each, usual
from compliance.cli.outcome.output import check_places, say, tell
from compliance.cli.outcome.printing import plan
from compliance.errors import Fault, InputError, UsageError, shown
from compliance.values import dataclass

if TYPE_CHECKING:
    from compliance.cli.outcome.printing import Printing
    from compliance.cli.scan import Beside
    from compliance.config import Settings
    from compliance.model.answered.report import Report
    from compliance.model.known.knowledge import Knowledge

    _Found = tuple[Settings, pathlib.Path, str]
    """The settings, the folder from which they name files, and what reports call them."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the arguments of `check` say."""

    manifests: tuple[pathlib.Path, ...] = ()
    as_of: str | None = None
    fail_on: str | None = None
    allow: tuple[str, ...] = ()
    format_: str | None = None
    report: tuple[str, ...] = ()
    template: tuple[pathlib.Path, ...] = ()
    rules: tuple[pathlib.Path, ...] = ()
    packs: str | None = None
    waivers: pathlib.Path | None = None
    since: pathlib.Path | None = None
    with_: tuple[str, ...] = ()
    store: pathlib.Path | None = None
    config: pathlib.Path | None = None
    no_config: bool = False
    only_named: bool = False
    no_cache: bool = False
    scan: bool = False
    quiet: bool = False
    verbose: int = 0


def run(asked: Request) -> int:
    """Check every manifest that is meant, print and write what was asked for; the exit code."""
    bundle, told = _chosen(asked.packs)
    packs = functools.cache(functools.partial(_packs, cache=not asked.no_cache, bundle=bundle))
    named = gathered(asked.manifests)
    found = _settings(named[0] if named else None, asked.config, asked.no_config)
    paths = named or [usual(found[1] / found[0].manifest)]
    several = len(paths) > 1
    if several:
        check_together(asked.format_, asked.since)
    given = report_paths(asked.report, paths) if several else [list(asked.report)]
    form = asked.format_ or found[0].format
    printings = {
        path: plan(form, targets, asked.template, quiet=asked.quiet, verbose=asked.verbose, read=path)
        for path, targets in zip(paths, given, strict=True)
    }

    def one(path: pathlib.Path) -> int:
        own = _settings(path, asked.config, asked.no_config) if several else found
        return _checked(path, asked, own, printings[path], packs, told, several=several)

    return run_each(paths, one) if several else one(paths[0])


def _chosen(named: str | None) -> tuple[pathlib.Path | bytes | None, list[str]]:
    """The bundle that stands in the place of the bundled packs, if any, and what is to be said of it."""
    if named is None:
        return None, []
    from compliance.cli.chosen.pack_choice import chosen

    bundle, told = chosen(named)
    for line in told:
        say(line)
    return bundle, told


def _packs(*folders: pathlib.Path, cache: bool, bundle: pathlib.Path | bytes | None) -> Knowledge:
    from compliance import pipeline

    return pipeline.load_packs(folders, cache=cache, bundle=bundle)


def _beside(path: pathlib.Path, packs: Knowledge) -> Beside:
    """What the manifest's folder shows."""
    from compliance.cli.scan import beside

    return beside(path, packs)


def _folders(asked: Request, settings: Settings, base: pathlib.Path) -> list[pathlib.Path]:
    """The folders of further packs: those of the options, else those that settings name."""
    return list(asked.rules) or ([] if asked.only_named else [base / each for each in settings.rules])


def _checked(
    path: pathlib.Path,
    asked: Request,
    own: _Found,
    printing: Printing,
    packs: Callable[..., Knowledge],
    of_packs: list[str],
    *,
    several: bool,
) -> int:
    """Check one manifest and print its report; its exit code."""
    settings, base, _ = own
    check_places([target for _, target in printing.files], _taken(path, asked, own))
    told = list(_of_checkout(path, asked, own))
    held, words = packs(*_folders(asked, settings, base)), [*of_packs, *told]
    try:
        result = _run(path, asked, held, settings, base, words, printing.answers_tried)
    except InputError as error:
        printing.annotate(error)
        raise
    if asked.since is not None:
        result = _compared(result, asked.since)
    if several:
        tell(f"{path}:" if printing.quiet else f"\n{path}\n")
    seen = _beside(path, held) if asked.scan else None
    printing.emit(result, seen.run if seen else None)
    for line in told if printing.tells_no_warnings else ():
        say(line)
    printing.tell_aloud(result, words)  # these were said at once
    missing = seen.tell() if seen else 0
    return result.exit_code or int(missing > 0)


def _taken(path: pathlib.Path, asked: Request, own: _Found) -> list[pathlib.Path]:
    """What is read beside the manifest, and so is no place for a report."""
    settings, base, name = own
    packs = pathlib.Path(asked.packs) if asked.packs else None
    found = (_waived(path, asked, settings, base), asked.config, base / name if name else None, packs)
    return [*(one for one in found if one is not None), *_folders(asked, settings, base)]


def _compared(report: Report, since: pathlib.Path) -> Report:
    """The report beside the earlier one that the option names. Raises `UsageError` where that is of another project."""
    from compliance import pipeline
    from compliance.cli.report import read_report

    earlier = read_report(since)
    if earlier.project != report.project:
        what = (
            f"{since} is a report of {shown(earlier.project)}, and the manifest is of {shown(report.project)}"
        )
        raise UsageError(Fault(None, what, "name an earlier report of the same project"))
    return pipeline.compared(report, earlier, str(since))


def _settings(manifest: pathlib.Path | None, config: pathlib.Path | None, none: bool) -> _Found:
    """The settings, the folder from which they name files, and what reports call them."""
    from compliance.config import Settings, find_settings, read_settings

    here = pathlib.Path(os.path.realpath(manifest.parent if manifest else pathlib.Path()))
    if none:
        return Settings(), pathlib.Path(), ""
    if config is not None:
        return read_settings(config), config.parent, config.name
    settings, found = find_settings(here)
    return settings, found.parent if found else pathlib.Path(), found.name if found else ""


def _run(
    path: pathlib.Path,
    asked: Request,
    packs: Knowledge,
    settings: Settings,
    base: pathlib.Path,
    told: list[str],
    tried: int | None,
) -> Report:
    from compliance import pipeline

    # An empty word was given, and is one that nobody knows.
    named = settings.fail_on if asked.fail_on is None else asked.fail_on
    gate = one_of("--fail-on", named, ("narrow", "plain", "broad", "never"))
    given = [word for item in asked.allow for word in item.split(",")] or list(settings.allow)
    if given == ["none"]:
        given = []  # what settings allow is taken back
    allowed = [one_of("--allow", word, ("needs-facts", "not-covered", "making")) for word in given]
    chosen = _waived(path, asked, settings, base)
    report = pipeline.check(
        path,
        packs=packs,
        as_of=day(asked.as_of),
        waivers=chosen,
        gate=gate,  # type: ignore[arg-type]
        allowed=allowed,
        store=asked.store,
        told=told,
        tried=tried,
    )
    parts = tuple(word.strip() for text in asked.with_ for word in text.split(","))
    return _with_annexes(report, path, packs, parts, chosen) if parts else report


def _waived(
    path: pathlib.Path, asked: Request, settings: Settings, base: pathlib.Path
) -> pathlib.Path | None:
    """The file of accepted risk: that of the option, of the settings, or the one beside the manifest."""
    if asked.waivers is not None or asked.only_named:
        return asked.waivers
    beside = path.parent / "waivers.yaml"
    return base / settings.waivers if settings.waivers else beside if beside.is_file() else None


def _of_checkout(path: pathlib.Path, asked: Request, own: _Found) -> Iterator[str]:
    """What a report has to say of the checkout: how its settings open the gate, and what of it was left aside."""
    from compliance.config import opened

    settings, _, name = own
    told = opened(settings, name, reading=asked.fail_on is None, words=not asked.allow)
    if told:
        yield told
    if not asked.manifests:
        yield from _passed_over(path, own)
    if not asked.only_named:
        return
    if settings.rules and not asked.rules:
        yield f"Further rules that {name} names were left aside: no option names them"
    if asked.waivers is None and (settings.waivers or os.path.lexists(path.parent / "waivers.yaml")):
        named = f"that {name} names" if settings.waivers else "in waivers.yaml beside the manifest"
        yield f"Waivers {named} were left aside: no option names them"


def _passed_over(path: pathlib.Path, own: _Found) -> Iterator[str]:
    """Say that the usual manifest lies where one looks for it, and that settings name another."""
    from compliance.config import Settings
    from compliance.model.words.warned import of_whole

    settings, base, name = own
    usual = Settings().manifest
    found = [one / usual for one in (base, pathlib.Path()) if (one / usual).is_file()]
    if found and os.path.realpath(path) not in map(os.path.realpath, found):
        told = f"{usual} was not read: the file {name} names the manifest {shown(settings.manifest)}"
        yield of_whole(told)


def _with_annexes(
    report: Report, path: pathlib.Path, packs: Knowledge, parts: tuple[str, ...], waivers: pathlib.Path | None
) -> Report:
    """The report with the short parts that are asked for beside the findings."""
    from compliance.cli.annexes import with_annexes

    return with_annexes(report, path, packs, parts, waivers)


def day(text: str | None, option: str = "--as-of") -> datetime.date:
    """The day that an option names, or today. Raises `UsageError`."""
    if text is None:
        return datetime.date.today()  # noqa: DTZ011
    from compliance.model.shapes.shape import check_date, last_day

    try:
        return last_day(check_date(text))
    except ValueError as error:
        raise UsageError(Fault(None, f"{option} {text!r}: {error}", "write a date like 2025-11-20")) from None


def one_of(option: str, value: str, known: tuple[str, ...]) -> str:
    """The value, which is one of the known words. Raises `UsageError`."""
    if value not in known:
        raise UsageError(Fault(None, f"{option} {value!r} is not known", f"choose one of {', '.join(known)}"))
    return value
