"""Manifests of other projects: read where they lie beside, refused where they lead astray."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from compliance.errors import InputError
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest, load_manifest
from compliance.load.manifest.uses import MAX_CHAIN, MAX_FILES


def text(uses: str = "", *, kind: str = "dataset", release: str = "", more: str = "") -> str:
    """A manifest that releases rows, which may use another manifest."""
    used = f", uses: {uses}" if uses else ""
    return (
        "lineage: 1\nproject: {id: p}\npublisher: {name: Lab}\n"
        f"artifacts: {{rows: {{kind: {kind}{used}}}}}\nreleases: [{{artifact: rows{release}}}{more}]\n"
    )


def write(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    return path


def refused(path: Path) -> list[str]:
    with pytest.raises(InputError) as caught:
        load_manifest(path)
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize(
    "place", ["main/up/lineage.yaml", "other/lineage.yaml", "main/up.yaml", "main/a/b/c.yaml"]
)
def test_a_manifest_below_or_next_to_the_folder_is_read(tmp_path: Path, place: str) -> None:
    other = write(tmp_path / place, text())
    name = os.path.relpath(other, tmp_path / "main")
    loaded = load_manifest(write(tmp_path / "main/lineage.yaml", text(name)))
    assert list(loaded.used) == [name]
    assert str(loaded.used[name].where(("artifacts", "rows"))) == f"{other}:4:13"


def test_a_manifest_that_is_used_may_use_others(tmp_path: Path) -> None:
    write(tmp_path / "c/l.yaml", text())
    write(tmp_path / "b/l.yaml", text("../c/l.yaml"))
    loaded = load_manifest(write(tmp_path / "a/l.yaml", text("../b/l.yaml")))
    assert list(loaded.used["../b/l.yaml"].used) == ["../c/l.yaml"]


@pytest.mark.parametrize(
    ("uses", "said"),
    [
        ("missing.yaml", "cannot be used: no such file or directory; name a file that can be read"),
        ("folder", "cannot be used: it is no regular file; name a manifest"),
        ("pipe", "cannot be used: it is no regular file; name a manifest"),
        ("lineage.yaml", "cannot be used: the manifest uses itself; remove the loop"),
        ("../main/./lineage.yaml", "cannot be used: the manifest uses itself; remove the loop"),
        ("../../outside.yaml", "cannot be used: the file lies elsewhere"),
        ("link.yaml", "cannot be used: the file lies elsewhere"),
        ("/etc/passwd", "cannot be used: the path is not relative"),
        ("~/lineage.yaml", "cannot be used: no such file or directory"),
    ],
)
def test_a_path_that_leads_astray_is_refused_at_its_place(tmp_path: Path, uses: str, said: str) -> None:
    outside = write(tmp_path / "outside.yaml", text())
    main = write(tmp_path / "work/main/lineage.yaml", text(uses))
    (main.parent / "folder").mkdir()
    os.mkfifo(main.parent / "pipe")
    (main.parent / "link.yaml").symlink_to(outside)
    [fault] = refused(main)
    assert fault.startswith(f"{main}:4:35: the manifest '{uses}' {said}")


def test_a_loop_over_several_manifests_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "b/l.yaml", text("../c/l.yaml"))
    write(tmp_path / "c/l.yaml", text("../a/l.yaml"))
    faults = refused(write(tmp_path / "a/l.yaml", text("../b/l.yaml")))
    assert "the manifest uses itself" in faults[-1]
    assert [fault.split(":")[0] for fault in faults] == [str(tmp_path / f"{name}/l.yaml") for name in "abc"]


def test_a_long_chain_is_refused(tmp_path: Path) -> None:
    for n in range(MAX_CHAIN + 1):
        write(tmp_path / f"m{n}/l.yaml", text(f"../m{n + 1}/l.yaml" if n < MAX_CHAIN else ""))
    assert f"more than {MAX_CHAIN} manifests use each other" in refused(tmp_path / "m0/l.yaml")[-1]
    load_manifest(tmp_path / "m1/l.yaml")


def test_very_many_files_are_refused(tmp_path: Path) -> None:
    names = [f"u{n}.yaml" for n in range(MAX_FILES + 1)]
    for name in names:
        write(tmp_path / "m" / name, text())
    listed = ", ".join(f"a{n}: {{kind: dataset, uses: {name}}}" for n, name in enumerate(names))
    main = text().replace("{rows: {kind: dataset}}", f"{{rows: {{kind: dataset}}, {listed}}}")
    [fault] = refused(write(tmp_path / "m/lineage.yaml", main))
    assert f"more than {MAX_FILES} files" in fault


def test_what_a_few_files_come_to_is_bounded(tmp_path: Path) -> None:
    """Each of eight small files uses the next one ten times: a hundred million data sets."""
    for n in range(MAX_CHAIN):
        uses = f", uses: u{n + 1}.yaml" if n + 1 < MAX_CHAIN else ""
        rows = ", ".join(f"a{each}: {{kind: dataset{uses}}}" for each in range(10))
        write(
            tmp_path / f"u{n}.yaml",
            text().replace("{rows: {kind: dataset}}", f"{{rows: {{kind: dataset}}, {rows}}}"),
        )
    told = refused(tmp_path / "u0.yaml")
    assert "the manifests that it uses come to" in "\n".join(told)


def test_how_often_files_are_read_is_bounded(tmp_path: Path) -> None:
    """Each file of a layer uses each of the next layer: the files are few, the ways to them many."""
    for layer in range(6):
        nexts = range(6) if layer < 5 else ()
        rows = "".join(f", a{n}: {{kind: dataset, uses: u{layer + 1}-{n}.yaml}}" for n in nexts)
        for n in range(6):
            place = tmp_path / f"u{layer}-{n}.yaml"
            write(place, text().replace("{rows: {kind: dataset}}", f"{{rows: {{kind: dataset}}{rows}}}"))
    assert f"more than {MAX_FILES} files" in "\n".join(refused(tmp_path / "u0-0.yaml"))


def test_what_variants_come_to_is_bounded() -> None:
    rows = ", ".join(f"a{n}: {{kind: dataset}}" for n in range(250))
    variants = ", ".join(
        f"v{n}: {{artifacts: {{rows: {{kind: dataset, name: lab/v{n}}}}}}}" for n in range(100)
    )
    content = text().replace("{rows: {kind: dataset}}", f"{{rows: {{kind: dataset}}, {rows}}}")
    with pytest.raises(InputError, match="its variants and the manifests that it uses come to"):
        check_manifest(parse_yaml(f"{content}variants: {{{variants}}}\n".encode(), "l.yaml"))


def test_the_faults_of_a_used_manifest_are_told_with_their_place_there(tmp_path: Path) -> None:
    other = write(tmp_path / "b/l.yaml", text().replace("kind: dataset", "kind: corpus"))
    main = write(tmp_path / "a/l.yaml", text("../b/l.yaml"))
    first, second = refused(main)
    assert first == f"{main}:4:35: the manifest '../b/l.yaml' cannot be used; correct its faults"
    assert second.startswith(f"{other}:4:26: artifacts.rows.kind: expected one of")


@pytest.mark.parametrize(
    ("uses", "other", "said"),
    [
        ("b.yaml", text(more=", {id: two, artifact: rows}"), "'b.yaml' releases 'rows', 'two'; say which"),
        ("{manifest: b.yaml, release: tow}", text(more=", {id: two, artifact: rows}"), "did you mean 'two'?"),
        (
            "b.yaml",
            text(kind="model"),
            "'b.yaml' releases a model, and the artifact is a dataset; write kind: model",
        ),
        (
            "b.yaml",
            text() + "variants: {v: {}}\n",
            "'b.yaml' has variants; use a manifest that says which of them holds",
        ),
    ],
)
def test_the_used_manifest_releases_what_the_artifact_is(
    tmp_path: Path, uses: str, other: str, said: str
) -> None:
    write(tmp_path / "m/b.yaml", other)
    [fault] = refused(write(tmp_path / "m/lineage.yaml", text(uses)))
    assert said in fault


def test_a_release_of_several_may_be_named(tmp_path: Path) -> None:
    write(tmp_path / "m/b.yaml", text(more=", {id: two, artifact: rows}"))
    loaded = load_manifest(write(tmp_path / "m/lineage.yaml", text("{manifest: b.yaml, release: two}")))
    assert list(loaded.used) == ["b.yaml"]


def test_a_manifest_given_as_text_can_use_no_file() -> None:
    with pytest.raises(InputError, match="this manifest lies in no folder; write it to a file"):
        check_manifest(parse_yaml(text("b.yaml"), "m.yaml"))


def test_a_service_is_not_made_by_a_manifest() -> None:
    with pytest.raises(InputError, match="the service 'rows' uses a manifest"):
        check_manifest(parse_yaml(text("b.yaml", kind="service"), "m.yaml"))


SECRET = "Sesame4711"


@pytest.mark.parametrize(
    "content",
    [
        f"TOKEN={SECRET}\n",
        f"https://me:{SECRET}@example.org\n",
        f"{SECRET}: 1\n{SECRET}: 2\n",
        f"token: !{SECRET} x\n",
        f"token: &{SECRET} x\n",
        f"[core]\n{SECRET} = 1\n",
        f"- {SECRET}\n",
        f"# lineage of {SECRET}\npassword: {SECRET}\n",
    ],
)
@pytest.mark.parametrize("place", ["main/up", "up.yaml", ".env"])
def test_a_file_that_is_no_manifest_is_not_told_of(tmp_path: Path, content: str, place: str) -> None:
    other = write(tmp_path / place, content)
    (fault,) = refused(write(tmp_path / "main/lineage.yaml", text(os.path.relpath(other, tmp_path / "main"))))
    assert "it is no manifest" in fault
    assert SECRET not in fault


@pytest.mark.parametrize("head", ["lineage: 1\n", "'lineage' : 1\n", "# a comment\n  lineage: 1\n"])
def test_the_faults_of_a_manifest_are_told(tmp_path: Path, head: str) -> None:
    write(tmp_path / "main/up.yaml", head + "odd: 1\n")
    faults = refused(write(tmp_path / "main/lineage.yaml", text("up.yaml")))
    assert any("up.yaml:" in fault for fault in faults)


def test_a_manifest_in_one_line_of_json_is_one(tmp_path: Path) -> None:
    import json

    told = {"project": {"id": "p"}, "lineage": 1, "publisher": {"name": "Lab"}}
    told |= {"artifacts": {"rows": {"kind": "dataset"}}, "releases": [{"artifact": "rows"}]}
    write(tmp_path / "main/up.json", json.dumps(told))
    assert list(load_manifest(write(tmp_path / "main/lineage.yaml", text("up.json"))).used) == ["up.json"]
