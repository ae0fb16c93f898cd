"""Settings: found upwards as far as the repository, read whole, refused with every fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.config import Settings, find_settings, read_settings
from compliance.errors import UsageError


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert (Settings(), None) == find_settings(tmp_path)
    assert tuple(vars(Settings()).values()) == ("lineage.yaml", "plain", (), (), None, "auto")


def test_every_setting_is_read(tmp_path: Path) -> None:
    path = tmp_path / "compliance.toml"
    path.write_text(
        'manifest = "m.yaml"\nfail-on = "broad"\nallow = ["needs-facts", "not-covered"]\nrules = ["a", "b"]\n'
        'waivers = "w.yaml"\nformat = "json"\n'
    )
    settings = read_settings(path)
    assert (settings.manifest, settings.waivers, settings.rules) == ("m.yaml", "w.yaml", ("a", "b"))
    assert (settings.fail_on, settings.format) == ("broad", "json")
    assert settings.allow == ("needs-facts", "not-covered")


def test_a_file_of_its_own_comes_before_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.compliance]\nfail-on = "broad"\n')
    assert find_settings(tmp_path)[1] == tmp_path / "pyproject.toml"
    (tmp_path / "compliance.toml").write_text('fail-on = "narrow"\n')
    settings, found = find_settings(tmp_path)
    assert ("narrow", tmp_path / "compliance.toml") == (settings.fail_on, found)


def test_the_nearest_file_wins(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "compliance.toml").write_text("")
    assert find_settings(inner)[1] == tmp_path / "compliance.toml"
    (tmp_path / "a" / "compliance.toml").write_text("")
    assert find_settings(inner)[1] == tmp_path / "a" / "compliance.toml"


@pytest.mark.parametrize("marker", ["folder", "file"])
def test_the_search_ends_at_the_root_of_a_repository_or_worktree(tmp_path: Path, marker: str) -> None:
    inner = tmp_path / "repository"
    inner.mkdir()
    (tmp_path / "compliance.toml").write_text("")
    if marker == "folder":
        (inner / ".git").mkdir()
    else:
        (inner / ".git").write_text("gitdir: elsewhere")
    assert (Settings(), None) == find_settings(inner)
    (inner / "compliance.toml").write_text("")
    assert find_settings(inner)[1] == inner / "compliance.toml"


@pytest.mark.parametrize("text", ["tool = 3", "tool = []", "[tool.other]\nx = 1", ""])
def test_a_pyproject_without_our_table_is_passed_over(tmp_path: Path, text: str) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "pyproject.toml").write_text(text)
    assert (Settings(), None) == find_settings(tmp_path)


def test_all_faults_are_told_with_the_known_settings(tmp_path: Path) -> None:
    path = tmp_path / "compliance.toml"
    path.write_text('colour = "red"\nfail-on = "sometimes"\nallow = "needs-facts"\nrules = [1]\n')
    with pytest.raises(UsageError) as caught:
        read_settings(path)
    told = [fault.what.split(": ")[1] for fault in caught.value.faults]
    assert sorted(told) == ["allow", "colour", "fail-on", "rules.0"]
    assert {"known settings are manifest, fail-on, allow, rules, waivers, format"} == {
        f.what_to_do for f in caught.value.faults
    }


@pytest.mark.parametrize("content", [b"a = [", b"\xff", b"a = 1\na = 2\n"])
def test_a_file_that_is_no_toml_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "compliance.toml"
    path.write_bytes(content)
    with pytest.raises(UsageError, match="cannot be read"):
        find_settings(tmp_path)


def test_a_named_file_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_settings(tmp_path / "compliance.toml")


@pytest.mark.parametrize(
    "text", [".".join("a" * 502) + " = 1", "[" + ".".join("a" * 502) + "]", "a = {" + "b." * 501 + "c = 1}"]
)
def test_a_key_of_hundreds_of_parts_is_refused_before_it_takes_its_time(tmp_path: Path, text: str) -> None:
    path = tmp_path / "compliance.toml"
    path.write_text(text)
    with pytest.raises(UsageError, match="more than 500 points"):
        read_settings(path)
