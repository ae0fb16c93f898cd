"""A hub on the loopback: cards are followed to the root at their revisions, without a token, only when asked."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from compliance.acquire.hub import Hub, Missing, asked_of
from compliance.intake.hub.chain import follow, licence_findings
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest
from compliance.pipeline import load_packs

Run = Callable[..., Any]
REPOSITORIES: dict[str, dict[str, str]] = {
    "me/tuned-7b": {
        "README.md": "---\nlicense: apache-2.0\nbase_model: mid/chat-7b\ndatasets: [org/rows]\n---\n# Tuned\n",
        "model.safetensors": "weights",
    },
    "mid/chat-7b": {"README.md": "---\nbase_model: llmlab/llm-7b\ntags: [chat]\n---\n# Chat\n"},
    "llmlab/llm-7b": {"README.md": "---\nlicense: cc-by-nc-4.0\npipeline_tag: text-generation\n---\n# LLM\n"},
    "me/lora": {
        "README.md": "---\nlibrary_name: peft\n---\n# Lora\n",
        "adapter_config.json": '{"base_model_name_or_path": "llmlab/llm-7b", "peft_type": "LORA"}',
    },
    "me/loop": {"README.md": "---\nlicense: mit\nbase_model: me/back\n---\n# Loop\n"},
    "me/back": {"README.md": "---\nlicense: mit\nbase_model: me/loop\n---\n# Back\n"},
    "me/lonely": {"README.md": "---\nlicense: mit\nbase_model: gone/base\n---\n# Lonely\n"},
}


def sha(name: str) -> str:
    return hashlib.sha1(name.encode()).hexdigest()


class Loopback(BaseHTTPRequestHandler):
    """Speaks the part of the hub's API that is asked, and notes what it was sent."""

    asked: list[tuple[str, str | None]]

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def do_GET(self) -> None:
        self._answer(body=True)

    def _answer(self, *, body: bool) -> None:
        type(self).asked.append((self.path, self.headers.get("Authorization")))
        parts = self.path.split("?")[0].strip("/").split("/")
        if parts[:2] == ["api", "models"]:
            self._info("/".join(parts[2:4]), body)
        elif (
            "resolve" in parts
            and (text := REPOSITORIES.get("/".join(parts[:2]), {}).get(parts[-1])) is not None
        ):
            self._send(200, text.encode(), body, {"X-Repo-Commit": parts[3], "ETag": f'"{sha(text)}"'})
        else:
            self._send(404, b"{}", body, {"X-Error-Code": "RepoNotFound"})

    def _info(self, name: str, body: bool) -> None:
        files = REPOSITORIES.get(name)
        if files is None:
            self._send(404, b"{}", body, {"X-Error-Code": "RepoNotFound"})
            return
        told = {
            "id": name, "modelId": name, "sha": sha(name), "private": False, "gated": name.startswith("llmlab/"),
            "disabled": False, "tags": [], "downloads": 0, "likes": 0,
            "siblings": [{"rfilename": one} for one in files],
        }  # fmt: skip
        self._send(200, json.dumps(told).encode(), body, {"Content-Type": "application/json"})

    def _send(self, status: int, content: bytes, body: bool, headers: dict[str, str]) -> None:
        self.send_response(status)
        for key, value in {**headers, "Content-Length": str(len(content))}.items():
            self.send_header(key, value)
        self.end_headers()
        if body:
            self.wfile.write(content)


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Hub]:
    from huggingface_hub import constants

    Loopback.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Loopback)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("HF_TOKEN", "never-to-be-sent")
    address = f"http://127.0.0.1:{server.server_address[1]}"
    monkeypatch.setenv("HF_ENDPOINT", address)
    yield Hub(address)
    server.shutdown()
    server.server_close()


def test_bases_are_followed_to_the_root_at_their_revisions_and_no_token_is_sent(hub: Hub) -> None:
    chain = follow("me/tuned-7b", "model", None, hub.fetch, load_packs())
    told = [(one.fetched.name, one.fetched.revision, one.licence) for one in chain.links]
    licences = {"me/tuned-7b": "apache-2.0", "mid/chat-7b": None, "llmlab/llm-7b": "cc-by-nc-4.0"}
    assert told == [(name, sha(name), licence) for name, licence in licences.items()]
    assert [one.fetched.gated for one in chain.links] == [False, False, True]
    assert {authorization for _, authorization in Loopback.asked} == {None}
    assert [path for path, _ in Loopback.asked if "safetensors" in path] == []


def test_omission_and_drift_of_licences_are_findings(hub: Hub) -> None:
    chain = follow("me/tuned-7b", "model", None, hub.fetch, load_packs())
    assert [(one.kind, one.model) for one in licence_findings(chain, load_packs())] == [
        ("omission", "mid/chat-7b")
    ]
    loose = {
        **REPOSITORIES["mid/chat-7b"],
        "README.md": "---\nlicense: mit\nbase_model: llmlab/llm-7b\n---\n# C\n",
    }
    REPOSITORIES["mid/loose-7b"] = loose
    try:
        drift = list(
            licence_findings(follow("mid/loose-7b", "model", None, hub.fetch, load_packs()), load_packs())
        )
    finally:
        del REPOSITORIES["mid/loose-7b"]
    assert [(one.kind, one.base) for one in drift] == [("drift", "llmlab/llm-7b")]
    assert "non-commercial" in drift[0].words


@pytest.mark.parametrize(
    ("name", "links", "missing"),
    [
        ("me/lora", ["me/lora", "llmlab/llm-7b"], []),
        ("me/loop", ["me/loop", "me/back"], []),
        ("me/lonely", ["me/lonely"], [("gone/base", "the hub has no such repository, or it is private")]),
        ("gone/all", [], [("gone/all", "the hub has no such repository, or it is private")]),
    ],
)
def test_adapters_loops_and_what_is_gone(
    hub: Hub, name: str, links: list[str], missing: list[tuple[str, str]]
) -> None:
    chain = follow(name, "model", None, hub.fetch, load_packs())
    assert (links, missing) == (
        [one.fetched.name for one in chain.links],
        [(one.name, one.why) for one in chain.missing],
    )


def test_import_writes_a_manifest_of_the_whole_chain(hub: Hub, run: Run) -> None:
    outcome = run("import", "hf:me/tuned-7b")
    assert outcome.code == 0
    assert (
        "licence omission: mid/chat-7b states no licence; its base llmlab/llm-7b is under cc-by-nc-4.0"
        in outcome.err
    )
    manifest = check_manifest(parse_yaml(outcome.out, "lineage.yaml"), load_packs()).manifest
    held = {one.name: (one.license, one.revision) for one in manifest.artifacts.values()}
    expected = {
        "me/tuned-7b": (None, sha("me/tuned-7b")), "mid/chat-7b": (None, sha("mid/chat-7b")),
        "llmlab/llm-7b": ("cc-by-nc-4.0", sha("llmlab/llm-7b")), "org/rows": (None, None),
    }  # fmt: skip
    assert expected == held
    assert [(step.inputs["base"][0].named, step.outputs) for step in manifest.steps] == [
        (("llm-7b",), ("chat-7b",)),
        (("chat-7b",), ("tuned-7b",)),
    ]
    assert "read without a token, gated" in outcome.out.replace("\n  #  ", "")


def test_a_chain_that_is_read_beside_names_of_ones_own_says_so(hub: Hub, run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "names"
    folder.mkdir()
    (folder / "r.yaml").write_text("routes:\n  - {prefix: okapi/, route: direct}\n", encoding="utf-8")
    told = run("import", "hf:me/lonely", "--rules", str(folder))
    assert (told.code, "files of a further folder are read too" in told.err) == (0, True)
    assert "further folder" not in run("import", "hf:me/lonely").err


def test_offline_reads_the_cache_and_asks_nobody(hub: Hub, run: Run) -> None:
    assert run("import", "hf:me/lora").code == 0
    before = len(Loopback.asked)
    again = run("import", "hf:me/lora", "--offline")
    assert (again.code, len(Loopback.asked)) == (0, before)
    assert sha("me/lora") in again.out
    assert run("import", "hf:me/loop", "--offline").code == 2
    assert len(Loopback.asked) == before


def test_a_hub_that_cannot_be_reached_is_told_without_its_address() -> None:
    told = Hub("http://127.0.0.1:9").fetch("me/lora", "model")
    assert told == Missing("me/lora", "the hub cannot be reached")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hf:org/name", ("org/name", "model", None)),
        ("hf:models/org/name@v1", ("org/name", "model", "v1")),
        ("hf:datasets/org/rows@1f", ("org/rows", "dataset", "1f")),
    ],
)
def test_what_is_asked_of_a_hub(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected == asked_of(text)


def test_an_empty_cache_is_told_by_a_process_that_used_no_hub_before(tmp_path: Path) -> None:
    where = {**os.environ, "HF_HOME": str(tmp_path), "HF_HUB_CACHE": str(tmp_path / "none")}
    command = [sys.executable, "-m", "compliance", "import", "hf:me/lora", "--offline"]
    outcome = subprocess.run(command, env=where, capture_output=True, text=True, check=False)
    assert (outcome.returncode, outcome.stdout) == (2, "")
    assert "the local cache does not hold it" in outcome.stderr


@pytest.mark.parametrize("name", ["", "a/b/c", "org/", "https://hub.example/org/name"])
def test_what_is_no_name_of_a_hub_is_told_without_asking_one(hub: Hub, name: str) -> None:
    told = hub.fetch(name, "model")
    assert isinstance(told, Missing)
    assert told.why.startswith("no name of a hub")
    assert not Loopback.asked
