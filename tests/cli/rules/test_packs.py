"""Packs in a file: written, used in the place of the bundled ones, taken over when signed, and given back."""

from __future__ import annotations

import hashlib
import json
import pathlib
import shutil
from collections.abc import Callable

import pytest

from compliance.load.packs.bundle import bundle_of, files_of
from compliance.load.packs.knowledge import pack_files
from tests.cli.conftest import Run

ed25519 = pytest.importorskip("cryptography.hazmat.primitives.asymmetric.ed25519")
Signed = Callable[[str, bytes], pathlib.Path]
CHECK = ("check", "lineage.yaml", "--as-of", "2025-11-20")


class _Signer:
    """Signs as minisign does."""

    def __init__(self, seed: int) -> None:
        self._key = ed25519.Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32)
        self._id = bytes([seed]) * 8

    def public(self, path: pathlib.Path) -> pathlib.Path:
        path.write_text(
            f"untrusted comment: a key\n{_encoded(b'Ed' + self._id + self._key.public_key().public_bytes_raw())}\n"
        )
        return path

    def sign(self, path: pathlib.Path, comment: str) -> None:
        own = self._key.sign(hashlib.blake2b(path.read_bytes()).digest())
        lines = (
            "untrusted comment: a signature", _encoded(b"ED" + self._id + own), f"trusted comment: {comment}",
            _encoded(self._key.sign(own + comment.encode())),
        )  # fmt: skip
        path.with_name(f"{path.name}.minisig").write_text("\n".join(lines) + "\n")


def _encoded(content: bytes) -> str:
    import base64

    return base64.b64encode(content).decode("ascii")


@pytest.fixture(autouse=True)
def data(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def key(project: pathlib.Path) -> pathlib.Path:
    return _Signer(7).public(project / "key.pub")


@pytest.fixture(scope="module")
def whole() -> bytes:
    """All packs in one file."""
    files, contents = pack_files()
    return bundle_of((shown, held) for (_, shown), held in zip(files, contents, strict=True))


@pytest.fixture(scope="module")
def other(whole: bytes) -> bytes:
    """A bundle in which a rule says something else."""
    files = dict(files_of(whole))
    name = next(name for name in files if b"id: model-licences/name" in files[name])
    files[name] = files[name].replace(b"The name misses the licence;", b"The name misses what it asks;")
    return bundle_of(files.items())


@pytest.fixture
def bundle(project: pathlib.Path, whole: bytes) -> pathlib.Path:
    path = project / "packs.zip"
    path.write_bytes(whole)
    return path


@pytest.fixture
def changed(project: pathlib.Path, other: bytes) -> pathlib.Path:
    path = project / "changed.zip"
    path.write_bytes(other)
    _Signer(7).sign(path, "packs of December")
    return path


def test_a_bundle_prints_the_digest_of_reports_and_gives_the_same_report(
    bundle: pathlib.Path, run: Run
) -> None:
    told = run("rules", "bundle", "again.zip").out.split()
    report = run(*CHECK, "--format", "json").out
    assert told[1] == json.loads(report)["packs_digest"]
    assert told[3] == hashlib.sha256(bundle.read_bytes()).hexdigest()
    assert bundle.read_bytes() == bundle.with_name("again.zip").read_bytes()
    assert run(*CHECK, "--format", "json", "--packs", bundle).out == report
    assert told[1][:16] in run(*CHECK, "-f", "markdown").out


@pytest.mark.parametrize(
    "held", ["lineage: 1\n", "PK\x03\x04 and nothing behind", '{"schema": 1}', "notes of mine"]
)
def test_a_bundle_is_written_over_a_bundle_alone(held: str, project: pathlib.Path, run: Run) -> None:
    other = project / "other.zip"
    other.write_text(held)
    told = run("rules", "bundle", other)
    assert (told.code, other.read_text()) == (2, held)
    assert "is no bundle" in told.err
    assert run("rules", "bundle", other, "--replace").code == 0
    assert run("rules", "bundle", other).code == 0


def test_packs_of_another_day_are_those_that_answer(changed: pathlib.Path, run: Run) -> None:
    now, then = (run(*CHECK, "--format", "json", *more).out for more in ((), ("--packs", changed)))
    assert json.loads(now)["packs_digest"] != json.loads(then)["packs_digest"]
    assert run("compare", "lineage.yaml", "--as-of", "2025-11-20", "--then-packs", changed).code == 0


def test_folders_of_rules_stand_on_a_bundle(
    bundle: pathlib.Path, run: Run, pack: Callable[[str], pathlib.Path]
) -> None:
    assert run(*CHECK, "--packs", bundle, "--rules", pack("breach"), "-q").code == 1
    assert run(*CHECK, "--packs", bundle, "-q").code == 0


def test_an_update_tells_what_moves_and_takes_effect_when_asked(
    changed: pathlib.Path, key: pathlib.Path, run: Run, data: pathlib.Path
) -> None:
    told = run("rules", "update", changed, "--key", key, "--manifest", "lineage.yaml")
    assert (told.code, told.out) == (1, "changed rule model-licences/name: consequence\n")
    assert "packs of December" in told.err
    assert not data.exists()
    assert run(*CHECK, "--packs", "updated").code == 2
    assert run("rules", "update", changed, "--key", key, "--yes").code == 0
    assert "packs of December" in run("rules", "update").out


def test_a_report_says_that_its_packs_are_those_of_an_update(
    changed: pathlib.Path, key: pathlib.Path, run: Run, project: pathlib.Path
) -> None:
    run("rules", "update", changed, "--key", key, "--yes")
    forms = ("text", "json", "markdown", "html", "sarif", "junit", "github")
    reports = [word for form in forms for word in ("--report", f"{form}=updated.{form}")]
    outcome = run(*CHECK, "--packs", "updated", "-q", *reports)
    assert "packs are those of an update" in outcome.err
    silent = [form for form in forms if "those of an update" not in (project / f"updated.{form}").read_text()]
    assert silent == []


def test_one_goes_back_step_by_step(
    bundle: pathlib.Path, changed: pathlib.Path, key: pathlib.Path, run: Run
) -> None:
    _Signer(7).sign(bundle, "packs of November")
    for path in (bundle, changed):
        assert run("rules", "update", path, "--key", key, "--yes").code == 0
    assert "packs of November" in run("rules", "update", "--back").err
    assert "packs of November" in run("rules", "update").out
    assert "came with the program" in run("rules", "update", "--back").err
    assert run("rules", "update", "--back").code == 2
    assert run(*CHECK, "--packs", "updated").code == 2


@pytest.mark.parametrize(
    ("first", "second", "older"),
    [
        ("packs of 2026-12-01", "packs of 2026-11-01", "it is of 2026-11-01, and one of 2026-12-01"),
        ("timestamp:1764547200\tfile:a", "timestamp:1764547199\tfile:b", "it is of 2025-11-30T23:59:59"),
        ("packs of 2026-12-01", "timestamp:1764547200", "it is of 2025-12-01T00:00:00"),
        ("packs of 2026-12-01", "packs", "its comment has no date"),
        ("packs of 2026-12-01", "packs of 2026-13-41", "its comment has no date"),
        ("packs of 2026-12-01", "packs of 2026-12-01, second", ""),
        ("packs", "packs of 2019-01-01", ""),
        ("packs", "more packs", ""),
    ],
)
def test_an_older_bundle_is_refused(
    first: str,
    second: str,
    older: str,
    bundle: pathlib.Path,
    changed: pathlib.Path,
    key: pathlib.Path,
    run: Run,
) -> None:
    for path, comment in ((bundle, first), (changed, second)):
        _Signer(7).sign(path, comment)
    assert run("rules", "update", bundle, "--key", key, "--yes").code == 0
    outcome = run("rules", "update", changed, "--yes")
    assert (outcome.code, older in outcome.err) == (2 if older else 0, True)
    if older:
        assert run("rules", "update", changed).code == 2
        assert run("rules", "update", changed, "--allow-older", "--yes").code == 0
        assert second.split()[0] in run("rules", "update").out


def test_going_back_makes_no_room_for_older_ones(
    bundle: pathlib.Path, changed: pathlib.Path, key: pathlib.Path, run: Run
) -> None:
    for path, day in ((bundle, "2026-10-01"), (changed, "2026-12-01")):
        _Signer(7).sign(path, f"packs of {day}")
        assert run("rules", "update", path, "--key", key, "--yes").code == 0
    assert run("rules", "update", bundle, "--yes").code == 2
    assert run("rules", "update", "--back").code == 0
    assert run("rules", "update", bundle, "--yes").code == 0
    assert run("rules", "update", changed, "--yes").code == 0
    assert run("rules", "update", "--back").code == 0
    _Signer(7).sign(changed, "packs of 2026-11-01")
    assert run("rules", "update", changed, "--yes").code == 2


@pytest.mark.parametrize(
    ("newest", "between"),
    [("2026-12-01", "2026-11-30"), ("timestamp:1764547200", "2025-11-30"), ("2026-12-01", "undated")],
)
@pytest.mark.parametrize("noted", [True, False], ids=["noted", "noted by an earlier version"])
def test_an_older_bundle_that_is_allowed_makes_no_room_for_others(
    newest: str,
    between: str,
    noted: bool,
    bundle: pathlib.Path,
    changed: pathlib.Path,
    key: pathlib.Path,
    run: Run,
    data: pathlib.Path,
) -> None:
    _Signer(7).sign(bundle, newest)
    assert run("rules", "update", bundle, "--key", key, "--yes").code == 0
    if not noted:
        (state,) = data.rglob("state.json")
        state.write_text(json.dumps({**json.loads(state.read_text()), "newest": ""}))
    _Signer(7).sign(changed, "2024-01-01")
    assert run("rules", "update", changed, "--yes", "--allow-older").code == 0
    _Signer(7).sign(changed, "2024-01-01, the same again")
    assert run("rules", "update", changed, "--yes").code == 0, "what is in effect may be taken again"
    changed.write_bytes(bundle_of(sorted(files_of(changed.read_bytes()), reverse=False)[1:]))
    _Signer(7).sign(changed, between)
    outcome = run("rules", "update", changed, "--yes")
    assert (outcome.code, "older one" in outcome.err) == (2, True)
    assert run("rules", "update", "--back").code == 0
    _Signer(7).sign(changed, between)
    assert run("rules", "update", changed, "--yes").code == 2


def test_undated_bundles_that_had_their_time_are_older(
    bundle: pathlib.Path, changed: pathlib.Path, key: pathlib.Path, run: Run
) -> None:
    _Signer(7).sign(bundle, "packs")
    for path in (bundle, changed):
        assert "no date stands" in run("rules", "update", path, "--key", key, "--yes").err
    outcome = run("rules", "update", bundle, "--yes")
    assert (outcome.code, "took its place" in outcome.err) == (2, True)


def test_a_folder_stands_for_the_signed_bundle_in_it(
    changed: pathlib.Path, key: pathlib.Path, run: Run, tmp_path: pathlib.Path
) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    assert run("rules", "update", folder, "--key", key).code == 2
    for path in changed.parent.glob("changed.zip*"):
        shutil.copy(path, folder)
    assert run("rules", "update", folder, "--key", key).code == 1


def test_the_same_packs_move_nothing(bundle: pathlib.Path, key: pathlib.Path, run: Run) -> None:
    _Signer(7).sign(bundle, "packs of November")
    assert run("rules", "update", bundle, "--key", key).code == 0


@pytest.mark.parametrize("name", ["policies/registry/licences/words.yaml", "rules/access/abuse.yaml"])
def test_files_that_nothing_compares_are_named(
    name: str, bundle: pathlib.Path, whole: bytes, key: pathlib.Path, run: Run
) -> None:
    files = dict(files_of(whole))
    bundle.write_bytes(bundle_of({**files, name: b"# of somebody\n" + files[name]}.items()))
    _Signer(7).sign(bundle, "packs of 2026-12-01")
    told = run("rules", "update", bundle, "--key", key)
    assert (told.code, told.out) == (1, f"changed file {name}\n")


def test_what_is_gone_is_told_once_more(
    bundle: pathlib.Path, whole: bytes, key: pathlib.Path, run: Run
) -> None:
    files = dict(files_of(whole))
    del files["rules/data-licences/non-commercial.yaml"]
    bundle.write_bytes(bundle_of(files.items()))
    _Signer(7).sign(bundle, "packs of 2026-12-01")
    told = run("rules", "update", bundle, "--key", key, "--yes")
    assert told.code == 0
    assert "dropped: rule data-licences/" in told.err


@pytest.mark.parametrize("option", [("--yes",), ("--allow-older",), ("--manifest", "lineage.yaml")])
def test_an_update_without_a_bundle_takes_nothing(option: tuple[str, ...], run: Run) -> None:
    outcome = run("rules", "update", *option)
    assert outcome.code == 2
    assert "no bundle is named" in outcome.err


def test_another_one_of_the_same_day_is_told(
    bundle: pathlib.Path, changed: pathlib.Path, key: pathlib.Path, run: Run
) -> None:
    for path in (bundle, changed):
        _Signer(7).sign(path, "packs of 2026-12-01")
    assert run("rules", "update", bundle, "--key", key, "--yes").code == 0
    told = run("rules", "update", changed)
    assert told.code == 1
    assert "which of the two is older cannot be told" in told.err


def _unsigned(path: pathlib.Path, key: pathlib.Path) -> None:
    path.with_name(f"{path.name}.minisig").unlink()


def _by_another(path: pathlib.Path, key: pathlib.Path) -> None:
    _Signer(8).sign(path, "packs of December")


def _altered(path: pathlib.Path, key: pathlib.Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"in-force", b"withdrwn"))


def _no_packs(path: pathlib.Path, key: pathlib.Path) -> None:
    path.write_bytes(b"signed, and no bundle")
    _Signer(7).sign(path, "packs of December")


@pytest.mark.parametrize("harm", [_unsigned, _by_another, _altered, _no_packs])
def test_nothing_takes_effect_that_is_not_signed_whole(
    harm: Callable[[pathlib.Path, pathlib.Path], None], changed: pathlib.Path, key: pathlib.Path, run: Run
) -> None:
    harm(changed, key)
    assert run("rules", "update", changed, "--key", key, "--yes").code == 2
    assert run("rules", "update").out == "no update is in effect\n"


def test_the_key_is_pinned(changed: pathlib.Path, key: pathlib.Path, run: Run, project: pathlib.Path) -> None:
    assert "no key is pinned" in run("rules", "update", changed, "--yes").err
    run("rules", "update", changed, "--key", key, "--yes")
    other = _Signer(8).public(project / "other.pub")
    _Signer(8).sign(changed, "packs of somebody")
    outcome = run("rules", "update", changed, "--key", other, "--yes")
    assert outcome.code == 2
    assert "is pinned" in outcome.err
    assert run("rules", "update", changed, "--yes").code == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("*.packs", b""),
        ("*.minisig", b"{"),
        ("state.json", b""),
        ("state.json", b'{"key": "x", "taken": ["../../a"]}'),
        ("state.json", b"[" * 100_000),
    ],
    ids=["packs", "signature", "emptied state", "state that leads out", "deep state"],
)
def test_a_damaged_update_answers_nothing(
    name: str, content: bytes, changed: pathlib.Path, key: pathlib.Path, run: Run, data: pathlib.Path
) -> None:
    run("rules", "update", changed, "--key", key, "--yes")
    (path,) = data.rglob(name)
    path.write_bytes(content)
    assert run(*CHECK, "--packs", "updated").code == 2
    assert run(*CHECK).code == 0


def test_packs_in_a_file_that_are_not_the_programs_are_told(
    changed: pathlib.Path, bundle: pathlib.Path, run: Run
) -> None:
    said = "changed.zip, not those that came with the program: rules/"
    quiet = run(*CHECK, "--packs", changed, "-q")
    assert quiet.err.count(said) == 1
    assert run(*CHECK, "--packs", changed, "-f", "svg").err.count(said) == 1
    (warning,) = json.loads(run(*CHECK, "--packs", changed, "-f", "json").out)["warnings"]
    assert said in warning["text"] if isinstance(warning, dict) else said in warning
    assert "not those that came" not in run(*CHECK, "--packs", bundle).err


@pytest.mark.parametrize("harm", ["cut", "gone"])
def test_a_damaged_update_is_healed_by_taking_it_over_again_or_by_a_later_one(
    harm: str, changed: pathlib.Path, bundle: pathlib.Path, key: pathlib.Path, run: Run, data: pathlib.Path
) -> None:
    _Signer(7).sign(changed, "packs of 2026-01-01")
    _Signer(7).sign(bundle, "packs of 2025-01-01")
    run("rules", "update", changed, "--key", key, "--yes")
    for path in (changed, bundle):
        (held,) = data.rglob("*.packs")
        held.unlink() if harm == "gone" else held.write_bytes(b"cut")
        older = run("rules", "update", bundle, "--yes")
        assert (older.code, "older" in older.err) == (2, True)
        healed = run("rules", "update", path, "--yes", "--allow-older")
        assert (healed.code, "the update in effect is damaged" in healed.err) == (0, True)
        assert run(*CHECK, "--packs", "updated", "-q").code == 0


def test_a_damaged_one_whose_date_nobody_noted_makes_every_other_one_older(
    changed: pathlib.Path, bundle: pathlib.Path, key: pathlib.Path, run: Run, data: pathlib.Path
) -> None:
    _Signer(7).sign(bundle, "packs of 2030-01-01")
    run("rules", "update", changed, "--key", key, "--yes")
    (held,) = data.rglob("*.packs")
    held.write_bytes(b"cut")
    assert run("rules", "update", bundle, "--yes").code == 2
    assert run("rules", "update", changed, "--yes").code == 0


def test_a_damaged_note_is_told_with_what_helps(
    changed: pathlib.Path, key: pathlib.Path, run: Run, data: pathlib.Path
) -> None:
    run("rules", "update", changed, "--key", key, "--yes")
    (note,) = data.rglob("state.json")
    note.write_text("{")
    told = run("rules", "update", changed, "--key", key, "--yes")
    assert (told.code, f"remove {note}" in told.err) == (2, True)


RECORD = """\
services:
  - {id: writer, names: [zz-writer-9], provider: deepseek, family: writer, assurance: memory}
"""
ALIKE = {
    "licences": (
        "licences: [{id: zz, title: Zz, kind: data, aliases: [Zz Terms], traits: [custom], assurance: memory, "
        "verified_on: '2026-01-01'}]\n",
        "licence zz: traits",
        ("[custom]", "[non-commercial]"),
    ),
    "services": (RECORD, "service writer: provider deepseek → openai", ("deepseek", "openai")),
    "costs": ("costs: {obtain-permission: 4}\n", "what changes cost", ("4", "5")),
}


@pytest.mark.parametrize("kind", ALIKE)
def test_a_difference_of_the_registry_alone_is_one(kind: str, project: pathlib.Path, run: Run) -> None:
    text, told, (old, new) = ALIKE[kind]
    for name, held in (("one", text), ("two", text.replace(old, new))):
        (project / name).mkdir()
        (project / name / "r.yaml").write_text(held)
    assert run("rules", "diff", "one", "one").code == 0
    moved = run("rules", "diff", "one", "two")
    assert (moved.code, moved.out) == (1, f"changed {told}\n")


def test_what_nothing_speaks_of_any_more_moves_too(project: pathlib.Path, run: Run) -> None:
    path = project / "lineage.yaml"
    writes = "steps:\n  - {id: w, kind: generate, inputs: {teacher: writer}, outputs: rows, period: 2025-08}"
    text = path.read_text().replace(", name: Meadow questions, license: CC0-1.0, origin: own", "")
    text = text.replace("steps:", writes)
    path.write_text(text.replace("artifacts:", "artifacts:\n  writer: {kind: service, name: zz-writer-9}"))
    for name, held in (("one", RECORD), ("two", RECORD.replace("zz-writer-9", "zz-writer-8"))):
        (project / name).mkdir()
        (project / name / "r.yaml").write_text(held)
    told = run("rules", "diff", "one", "two", "--manifest", "lineage.yaml", "--as-of", "2026-01-01").out
    assert "lineage.yaml: writer → tuned: now nothing speaks of it" in told


def test_two_packs_of_ones_own_are_compared_on_the_bundled_ones(project: pathlib.Path, run: Run) -> None:
    assert run("rules", "new", "pack", "acme").code == 0
    shutil.copytree("acme", "later")
    assert run("rules", "diff", "acme", "later").code == 0
    rule = project / "later" / "rules" / "acme.yaml"
    rule.write_text(rule.read_text("utf-8").replace("plain: [student]", "plain: [student, copy]"), "utf-8")
    told = run("rules", "diff", "acme", "later")
    assert (told.code, told.out) == (1, "changed rule acme/own-models: when\n")


def test_packs_in_a_file_that_stand_in_another_order_are_told(
    bundle: pathlib.Path, run: Run, project: pathlib.Path
) -> None:
    turned = project / "turned.zip"
    turned.write_bytes(bundle_of(reversed(files_of(bundle.read_bytes()))))
    said = "turned.zip, not those that came with the program: the order of files differs."
    assert run(*CHECK, "--packs", turned, "-q").err.count(said) == 1


@pytest.mark.parametrize("variable", ["XDG_DATA_HOME", "HOME"])
def test_the_folder_in_which_a_check_runs_holds_no_updates(
    changed: pathlib.Path, key: pathlib.Path, run: Run, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv(variable, "here")
    for asked in (("rules", "update", changed, "--key", key, "--yes"), (*CHECK, "--packs", "updated")):
        outcome = run(*asked)
        assert outcome.code == 2
        assert "is no absolute path" in outcome.err


def test_going_back_takes_no_bundle(changed: pathlib.Path, key: pathlib.Path, run: Run) -> None:
    run("rules", "update", changed, "--key", key, "--yes")
    outcome = run("rules", "update", changed, "--back")
    assert (outcome.code, "--back takes no bundle" in outcome.err) == (2, True)
    assert "in effect" not in run("rules", "update").out


def test_names_of_manifests_that_move_are_printed_in_one_line(
    changed: pathlib.Path, key: pathlib.Path, run: Run, project: pathlib.Path
) -> None:
    odd = project / "a\n::error::b\x1b[31m.yaml"
    outcome = run("rules", "update", changed, "--key", key, "--manifest", odd, "--manifest", ".")
    assert not [line for line in outcome.out.splitlines() if line.startswith((":", "\x1b"))]
    assert "\x1b" not in outcome.out
