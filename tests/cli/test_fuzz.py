"""Whatever is done to a manifest, the program says 0, 1 or 2 in plain words and never a traceback."""

from __future__ import annotations

import contextlib
import copy
import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compliance import pipeline
from compliance.cli import main

EXAMPLES = ("quickstart", "clean", "olmo-3")
BOUNDED = settings(
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
ALLOWED = {"\n"}

texts = st.one_of(
    st.text(max_size=12),
    st.text(alphabet=st.characters(categories=["Cc", "Cf", "Zl", "Zp", "Zs", "Lo"]), max_size=6),
    st.sampled_from(
        [
            "",
            "unknown",
            "yes",
            "no",
            "2025",
            "2025-01/2024-01",
            "9999-12-31",
            "0001",
            "a/b",
            "~",
            "\x1b[31m",
            "𝒳",
            "../x",
        ]
    ),
)
scalars = st.one_of(
    texts, st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False)
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=5,
)


def _places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every key path of a document."""
    parts = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [path, *(place for key, inner in parts for place in _places(inner, (*path, key)))]


def _at(node: Any, path: tuple[Any, ...]) -> Any:
    for part in path:
        node = node[part]
    return node


def _mutate(data: st.DataObject, document: Any) -> Any:
    """Drop, replace, double, rename or borrow one value of a document."""
    path = data.draw(st.sampled_from(_places(document)))
    if not path:
        return document
    around, key = _at(document, path[:-1]), path[-1]
    match data.draw(st.sampled_from(["drop", "replace", "double", "rename", "borrow", "add"])):
        case "drop":
            del around[key]
        case "replace":
            around[key] = data.draw(values)
        case "double" if isinstance(around, list):
            around.append(copy.deepcopy(around[key]))
        case "rename" if isinstance(around, dict):
            around[data.draw(texts)] = around.pop(key)
        case "add" if isinstance(around[key], dict):
            around[key][data.draw(texts)] = data.draw(values)
        case _:
            around[key] = copy.deepcopy(_at(document, data.draw(st.sampled_from(_places(document)))))
    return document


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def _written(document: Any) -> str:
    return yaml.dump(document, Dumper=_Dumper, allow_unicode=True)


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory, repo_root: Path) -> Callable[[bytes, str], str]:
    """Check the bytes of a manifest in-process; returns everything that was printed."""
    packs = pipeline.load_packs()
    folder = tmp_path_factory.mktemp("fuzz")
    (folder / ".git").mkdir()

    def check(content: bytes, form: str) -> str:
        manifest = folder / "lineage.yaml"
        manifest.write_bytes(content)
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
        arguments = ["compliance", "check", str(manifest), "--as-of", "2026-01-01", "-f", form, "-v"]
        with (
            pytest.MonkeyPatch.context() as patch,
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            patch.setattr(sys, "argv", arguments)
            patch.setattr(pipeline, "load_packs", lambda *_: packs)
            with pytest.raises(SystemExit) as end:
                main()
        printed = [_bytes(stream).decode("utf-8") for stream in (out, err)]
        assert end.value.code in (0, 1, 2)
        assert (end.value.code == 2) == (printed[0] == ""), "a report, or a reason why there is none"
        assert (end.value.code == 2) == (printed[1] != "")
        return "".join(printed)

    return check


def _bytes(stream: io.TextIOWrapper) -> bytes:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue()


def _unprintable(text: str) -> list[str]:
    return sorted({c for c in text if not c.isprintable() and c not in ALLOWED})


@settings(BOUNDED, max_examples=40)
@given(data=st.data())
@pytest.mark.parametrize("example", EXAMPLES)
def test_a_changed_manifest_is_checked_or_refused_in_plain_words(
    repo_root: Path, checked: Callable[[bytes, str], str], example: str, data: st.DataObject
) -> None:
    document = yaml.safe_load((repo_root / "examples" / example / "lineage.yaml").read_text())
    for _ in range(data.draw(st.integers(1, 4))):
        document = _mutate(data, document)
    form = data.draw(st.sampled_from(["text", "json"]))
    printed = checked(_written(document).encode("utf-8", "surrogatepass"), form)
    assert _unprintable(printed) == []


@settings(BOUNDED, max_examples=100)
@given(data=st.data())
def test_changed_bytes_are_checked_or_refused_in_plain_words(
    repo_root: Path, checked: Callable[[bytes, str], str], data: st.DataObject
) -> None:
    content = (repo_root / "examples/quickstart/lineage.yaml").read_bytes()
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = start + data.draw(st.integers(0, 8))
        new = data.draw(st.binary(max_size=4) | texts.map(lambda text: text.encode("utf-8", "surrogatepass")))
        content = content[:start] + new + content[end:]
    assert _unprintable(checked(content, "text")) == []
