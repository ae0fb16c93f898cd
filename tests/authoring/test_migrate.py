"""Packs of an earlier format become what the present one asks for, line by line, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.authoring import migrate
from compliance.authoring.start import lay_out
from compliance.errors import InputError, PackError, UsageError
from compliance.load.packs.knowledge import load_packs
from compliance.model.packs.rule import FORMAT

OLD = """\
# a comment that stays
pack:
  id: mine
  title: Rules of our own
rules:
  - id: mine/one
    about: {source: {kind: model, undisclosed: true}}
    when:
      undisclosed: {always: "yes", because: an element may be called so}
"""


def test_the_head_and_words_of_selectors_change_and_names_of_elements_stay() -> None:
    new, edits = migrate.migrated(OLD, "mine.yaml")

    assert [edit.line for edit in edits] == [3, 7]
    assert "  format: 2\n  id: mine\n" in new
    assert "about: {source: {kind: model, unexplained: true}}" in new
    assert '      undisclosed: {always: "yes"' in new
    assert new.startswith("# a comment that stays\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("pack: {id: a, title: b}\n", "pack: {format: 2, id: a, title: b}\n"),
        ("pack: {format: 1, id: a}\n", "pack: {format: 2, id: a}\n"),
        ("providers:\n  acme:\n    developers: [acme]\n", "providers:\n  acme:\n    aliases: [acme]\n"),
        ("models:\n  - match: ^acme/one$\n", 'models:\n  - names: ["acme/one"]\n'),
        (
            "licences:\n  - match: ['acme-1\\.0|acme v1']\n",
            'licences:\n  - aliases: ["acme-1.0", "acme v1"]\n',
        ),
        ("models:\n  - match: acme.*chat\n", "models:\n  - names: [TODO]  # was match: acme.*chat\n"),
        ("pack: {format: 2, id: a}\n", "pack: {format: 2, id: a}\n"),
    ],
)
def test_each_form_of_the_earlier_format_has_its_present_one(old: str, new: str) -> None:
    assert new == migrate.migrated(old, "x.yaml")[0]


@pytest.mark.parametrize("given", ["null", "one", "[1]", "{}", "true", "0.5", "2024-01-01"])
def test_what_is_no_number_of_a_format_is_left_to_the_lint(given: str) -> None:
    text = f"pack: {{format: {given}, id: a}}\n"
    nothing: list[object] = []

    assert (text, nothing) == migrate.migrated(text, "x.yaml")


@pytest.mark.parametrize(
    "text",
    [
        "models: [{match: acme-one, id: a}]\n",
        "models:\n  - match: |\n      acme-one\n",
        "models:\n  - match:\n      - acme-one\n      - acme-two\n",
        "providers:\n  acme:\n    developers: [one]\n    aliases: [two]\n",
    ],
)
def test_what_would_not_be_read_afterwards_is_refused_and_left_as_it_is(tmp_path: Path, text: str) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(text)

    with pytest.raises(InputError, match="lines of its own"):
        migrate.write(migrate.migrations(tmp_path))
    assert file.read_text() == text


def test_what_is_migrated_needs_no_more() -> None:
    once, _ = migrate.migrated(OLD, "mine.yaml")
    nothing: list[object] = []

    assert (once, nothing) == migrate.migrated(once, "mine.yaml")


def test_a_reason_that_lacks_gets_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "acme"
    lay_out(folder, "acme", "2026-11-27")
    path = folder / "rules" / "acme.yaml"
    whole = path.read_text()
    start, end = whole.index("    because:"), whole.index("    turns:")
    path.write_text(whole[:start] + whole[end:])
    migrate.write(migrate.reasons(folder))
    rule = load_packs([folder]).find_rule("acme/own-models")
    nothing: list[object] = []

    assert rule is not None
    assert rule[1].because["output-used"].broad == "TODO"
    assert nothing == migrate.reasons(folder)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_lines_keep_the_ends_that_they_have(end: str, mark: str, tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    text = "pack: {id: own}  # one\nrules:\n  - about: {source: {undisclosed: true}}\n"
    path.write_bytes((mark + text).replace("\n", end).encode())
    migrate.write(migrate.migrations(tmp_path))
    new = text.replace("id: own", f"format: {FORMAT}, id: own").replace("undisclosed", "unexplained")
    assert path.read_bytes().decode() == (mark + new).replace("\n", end)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('rules:\n  - about: {source: {"undisclosed": true}}\n', '"unexplained": true'),
        ("rules:\n  - about: {source: {'undisclosed':  true}}\n", "'unexplained':  true"),
        ("pack:\n  'format': 1\n  id: own\n", f"'format': {FORMAT}"),
        ("pack:\n  format : 1\n  id: own\n", f"format : {FORMAT}"),
    ],
)
def test_keys_in_quotes_are_changed_too(old: str, new: str) -> None:
    assert new in migrate.migrated(old, "r.yaml")[0]


@pytest.mark.parametrize(
    "text",
    [
        "pack:\n  ? format\n  : 1\n  id: own\n",
        "rules:\n  - unless: [{from: {undisclosed: true}}, {from: {undisclosed: true}}]\n",
    ],
)
def test_what_cannot_be_changed_in_its_line_is_told_and_not_said_to_be_done(text: str) -> None:
    with pytest.raises(InputError, match="does not stand in lines of its own"):
        migrate.migrated(text, "r.yaml")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no folder"):
        migrate.migrations(tmp_path / "absent")


def test_the_bundled_packs_are_in_the_present_format(repo_root: Path) -> None:
    nothing: list[object] = []

    assert nothing == [
        edit.why
        for name in ("rules", "policies")
        for one in migrate.migrations(repo_root / name)
        for edit in one.edits
    ]


def test_a_pipe_and_a_link_that_leads_out_are_refused_before_anything_is_read(tmp_path: Path) -> None:
    import os

    folder = tmp_path / "packs"
    folder.mkdir()
    os.mkfifo(folder / "a.yaml")
    (tmp_path / "b.yaml").write_text("pack: {}\n")
    (folder / "b.yaml").symlink_to(tmp_path / "b.yaml")
    with pytest.raises(PackError) as caught:
        migrate.migrations(folder)
    assert len(caught.value.faults) == 2


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"pack: \xff\n")
    with pytest.raises(InputError, match="not text in UTF-8"):
        migrate.migrations(tmp_path)


def test_files_are_written_all_or_none(tmp_path: Path) -> None:
    first, gone = tmp_path / "a.yaml", tmp_path / "none" / "b.yaml"
    first.write_text("before\n")
    with pytest.raises(OSError, match="No such file"):
        migrate.write([migrate.Migration(first, "after\n", ()), migrate.Migration(gone, "after\n", ())])
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.yaml", "before\n")]
