"""Packs that were compiled once are the same packs, and nothing in a cache folder is believed to be them."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from compliance.load.packs import checked_packs, kept
from compliance.load.packs import knowledge as packs
from compliance.load.packs.compiled import compiled, restored
from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.operator import nodes
from compliance.model.shapes.shape import Shape
from tests.load.packs.test_knowledge import DEFINITION, FACT, LICENCE, RULE, TEXT

RELATIONS = "relations: {finetune: {data: [trained-on]}}\ncarry: {model: [weights]}\n"
RECORDS = """\
parties: {me: {name: Me, source: {where: here, read: "2026"}, assurance: full-text}}
models:
  - {id: mine, names: [me/mine], family: f, developer: me, assurance: full-text, facts: {languages: [en, de], size: 7}}
"""
FILES = {
    "rule": RULE, "text": TEXT, "definition": DEFINITION, "fact": FACT, "registry/licences": LICENCE,
    "registry/relations": RELATIONS, "registry/models": RECORDS,
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one pack of everything, and places of its own for what is kept."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(kept, "compiled_folder", lambda: tmp_path / "own")
    for name, written in (("keep", kept.keep), ("kept", kept.kept), ("restored", restored)):
        monkeypatch.setattr(packs, name, written)
    folder = tmp_path / "trial"
    (folder / "registry").mkdir(parents=True)
    for name, text in FILES.items():
        (folder / f"{name}.yaml").write_text(text)
    return folder


def _load(folder: Path, *, cache: bool = True) -> Knowledge:
    return load_packs([folder], bundled=False, cache=cache)


def _kept_in(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "cache" / "compliance").iterdir())


def _shapes(knowledge: Knowledge) -> list[Shape]:
    """Every value of a shape, in one order."""
    held: list[object] = [part for pack, rule in knowledge.rules() for part in (pack.pack, rule)]
    held += [*knowledge.registry.licences.values()]
    held += [*knowledge.instruments.values(), *knowledge.definitions.values(), *knowledge.facts.values()]
    held += [*knowledge.registry.catalogue.parties().values()]
    held += [entry for kind in ("model", "dataset") for entry in _entries(knowledge, kind)]
    held += [op for _, rule in knowledge.rules() for op in (*rule.when.values(), *rule.unless.values())]
    return [node for one in held for node in nodes(one) if isinstance(node, Shape)]


def _entries(knowledge: Knowledge, kind: str) -> list[object]:
    return [located.entry for located in knowledge.registry.catalogue.all(kind)]  # type: ignore[arg-type]


def test_cold_and_warm_give_the_same(folder: Path, tmp_path: Path) -> None:
    cold, warm, without = _load(folder), _load(folder), _load(folder, cache=False)
    assert len(_kept_in(tmp_path)) == 1
    assert cold == warm == without


def test_the_bundled_packs_are_the_same_after_compiling() -> None:
    checked = load_packs(cache=False)
    content = compiled(checked)
    assert restored(content) == checked
    assert compiled(restored(content)) == content
    assert [one.model_fields_set for one in _shapes(restored(content))] == [
        one.model_fields_set for one in _shapes(checked)
    ]


def test_what_is_read_later_keeps_its_lists_and_its_tuples(folder: Path) -> None:
    _load(folder)
    (entry,) = _entries(_load(folder), "model")
    assert entry.facts == {"languages": ["en", "de"], "size": 7}  # type: ignore[attr-defined]
    assert entry.names == ("me/mine",)  # type: ignore[attr-defined]


def test_a_warm_start_reads_no_yaml(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cold = _load(folder)
    monkeypatch.setattr(checked_packs, "parse_yaml", None)
    assert _load(folder) == cold


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _withdrawn(path: Path) -> None:
    """The rule is turned off, in as many bytes."""
    path.write_bytes(path.read_bytes().replace(b'"in-force"', b'"withdraw"'))


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _longer(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n")


def _brackets(path: Path) -> None:
    path.write_bytes(b"[" * 200_000)


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _link(path: Path) -> None:
    moved = path.with_name("elsewhere")
    path.rename(moved)
    path.symlink_to(moved)


def _endless(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def _huge(path: Path) -> None:
    os.truncate(path, 1 << 40)


@pytest.mark.parametrize(
    "harm", [_emptied, _withdrawn, _cut, _longer, _brackets, _pipe, _link, _endless, _huge]
)
def test_a_kept_file_that_was_changed_is_made_anew(
    folder: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    first = _load(folder)
    (path,) = _kept_in(tmp_path)
    content = path.read_bytes()
    harm(path)
    assert _load(folder) == first
    assert path.is_file()
    assert not path.is_symlink()
    assert path.read_bytes() == content


def test_a_folder_in_place_of_a_kept_file_only_costs_time(folder: Path, tmp_path: Path) -> None:
    first = _load(folder)
    (path,) = _kept_in(tmp_path)
    path.unlink()
    path.mkdir()
    assert _load(folder) == first


def test_the_kept_file_of_other_packs_is_not_taken(folder: Path, tmp_path: Path) -> None:
    first = _load(folder)
    (mine,) = _kept_in(tmp_path)
    (folder / "rule.yaml").write_text(RULE.replace("in-force", "withdrawn"))
    other = _load(folder)
    (theirs,) = (path for path in _kept_in(tmp_path) if path != mine)
    shutil.copy(theirs, mine)
    (folder / "rule.yaml").write_text(RULE)
    assert first == _load(folder) != other


def test_a_digest_written_into_the_cache_folder_proves_nothing(folder: Path, tmp_path: Path) -> None:
    first = _load(folder)
    (path,) = _kept_in(tmp_path)
    _withdrawn(path)
    changed = path.read_bytes()
    note = f"{len(changed)} {hashlib.sha256(changed).hexdigest()}\n"
    for name in ("noted", "packs"):
        path.with_name(path.name.replace("packs", f"{name}x" if name == "packs" else name)).write_text(note)
    assert _load(folder) == first


@pytest.mark.parametrize("note", ["", "x", "12", "-1 abc", "999999999999999 ab", "9" * 200, "1 \xff"])
def test_a_note_that_cannot_be_read_only_costs_time(folder: Path, tmp_path: Path, note: str) -> None:
    first = _load(folder)
    (path,) = (tmp_path / "own").iterdir()
    path.write_text(note, encoding="latin-1")
    assert _load(folder) == first
    assert kept.kept(path.name.partition("-")[2]) is not None


def test_nothing_is_kept_where_no_digest_can_be_noted(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "own").write_text("a file where a folder should be")
    assert _load(folder) == _load(folder)
    assert not (tmp_path / "cache").exists()


def test_a_cache_folder_that_cannot_be_written_only_costs_time(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    assert _load(folder) == _load(folder)


def test_other_code_does_not_take_what_was_kept(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _load(folder)
    monkeypatch.setattr(kept, "code_digest", lambda *_: "other")
    _load(folder)
    assert len(_kept_in(tmp_path)) == 2


def test_nothing_is_read_or_written_without_the_cache(folder: Path, tmp_path: Path) -> None:
    _load(folder, cache=False)
    assert not (tmp_path / "cache").exists()
    assert not (tmp_path / "own").exists()


def test_what_is_used_is_kept_before_what_is_newer(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "_KEPT", 2)
    _load(folder)
    (mine,) = _kept_in(tmp_path)
    os.utime(mine, (1, 1))
    for number in range(3):
        (folder / "definition.yaml").write_text(DEFINITION.replace("Used", f"Used {number}"))
        _load(folder)
        (folder / "definition.yaml").write_text(DEFINITION)
        _load(folder)
    assert mine in _kept_in(tmp_path)


def test_nothing_half_written_is_left_behind(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        _load(folder)
    assert list((tmp_path / "own").iterdir()) == []


def test_only_the_newest_are_kept(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_KEPT", 2)
    for number in range(3):
        (folder / "definition.yaml").write_text(DEFINITION.replace("Used", f"Used {number}"))
        _load(folder)
    assert len(_kept_in(tmp_path)) == 2


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the file system says is believed at once."""
    monkeypatch.setattr(kept, "_SETTLED", -(10**12))


def _unread(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> bytes:
        raise AssertionError(f"{path} was read")

    monkeypatch.setattr(packs, "_content", refuse)


def test_files_of_which_nothing_changed_are_not_read_again(
    folder: Path, settled: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _load(folder)
    _unread(monkeypatch)
    assert _load(folder) == first


def test_files_that_changed_a_moment_ago_are_read_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _load(folder)
    assert list((tmp_path / "own").glob("seen-*")) == []
    _unread(monkeypatch)
    with pytest.raises(AssertionError, match="was read"):
        _load(folder)


def _rewritten(path: Path) -> None:
    """Other content of the same size and time of change."""
    before = path.stat()
    path.write_text(path.read_text().replace("in-force", "withdraw"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _exchanged(path: Path) -> None:
    fresh = path.with_name("fresh")
    shutil.copy2(path, fresh)
    fresh.replace(path)


@pytest.mark.parametrize("change", [_rewritten, _exchanged, Path.touch])
def test_any_change_of_a_file_has_it_read_again(
    folder: Path, settled: None, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    _load(folder)
    change(folder / "rule.yaml")
    _unread(monkeypatch)
    with pytest.raises(AssertionError, match="was read"):
        _load(folder)


def test_a_new_or_missing_file_has_all_read_again(
    folder: Path, settled: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    _load(folder)
    shutil.copy(folder / "fact.yaml", folder / "further.yaml")
    _unread(monkeypatch)
    with pytest.raises(AssertionError, match="was read"):
        _load(folder)


@pytest.mark.parametrize("note", ["", "x", "0" * 32, "../" * 10 + "ab", "\xff" * 32])
def test_a_note_on_files_that_says_nothing_has_them_read(
    folder: Path, tmp_path: Path, settled: None, note: str
) -> None:
    first = _load(folder)
    (path,) = (tmp_path / "own").glob("seen-*")
    path.write_text(note, encoding="latin-1")
    assert _load(folder) == first


def test_what_the_file_system_says_proves_nothing_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(os, "name", "nt")
        found = kept.state_of(())
    assert found is None
