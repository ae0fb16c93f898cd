"""A collection behind an engine's version endpoints is read like one that lies here; tested on the loopback address."""

from __future__ import annotations

import http.server
import json
import threading
import urllib.parse
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from compliance.errors import InputError
from compliance.text.keep.engine import PAGE, Engine, is_address

Serve = Callable[[Mapping[str, tuple[int, Any]]], str]
TERMS = "Meadow/Terms of Service.md"


def listed(
    number: int, day: str, service: str = "Meadow", kind: str = "Terms of Service"
) -> dict[str, object]:
    return {"id": f"v{number}", "serviceId": service, "termsType": kind, "fetchDate": f"{day}T10:00:00Z"}


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Answer paths as told, on a port of this machine."""
    servers: list[http.server.ThreadingHTTPServer] = []

    def start(answers: Mapping[str, tuple[int, Any]]) -> str:
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                code, told = answers.get(urllib.parse.unquote(self.path), (404, {"error": "nothing"}))
                content = told if isinstance(told, bytes) else json.dumps(told).encode()
                self.send_response(code)
                self.send_header("Location", "/elsewhere")
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/v1"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def first(*versions: dict[str, object], count: int | None = None) -> dict[str, tuple[int, Any]]:
    told = {"data": list(versions), "count": count or len(versions), "limit": PAGE, "offset": 0}
    return {f"/v1/versions?limit={PAGE}&offset=0": (200, told)}


def test_versions_are_steps_in_the_order_of_their_days(serve: Serve) -> None:
    pages = first(listed(3, "2026-03-01"), listed(1, "2026-01-01"), listed(2, "2026-02-01", "Bolt"))
    engine = Engine("genai", serve(pages))
    commits = engine.commits()
    assert [(commit, before) for commit, before, _ in commits] == [("v1", ""), ("v2", "v1"), ("v3", "v2")]
    steps = [(step.path, step.old, step.new) for step in engine.steps(commits)]
    assert steps == [(TERMS, "", "v1"), ("Bolt/Terms of Service.md", "", "v2"), (TERMS, "v1", "v3")]
    assert engine.files("v2") == {TERMS: "v1", "Bolt/Terms of Service.md": "v2"}


def test_contents_are_read_when_they_are_asked_for(serve: Serve) -> None:
    pages = first(listed(1, "2026-01-01"), listed(2, "2026-02-01"))
    pages["/v1/version/v1"] = (200, {**listed(1, "2026-01-01"), "content": "# Terms\n\nBe kind.\n"})
    engine = Engine("genai", serve(pages))
    assert engine.read(["v1", "v2", ""]) == {"v1": b"# Terms\n\nBe kind.\n"}


def test_all_pages_are_read(serve: Serve) -> None:
    pages = first(listed(1, "2026-01-01"), count=2)
    rest = {"data": [listed(2, "2026-02-01")], "count": 2, "limit": PAGE, "offset": 1}
    pages[f"/v1/versions?limit={PAGE}&offset=1"] = (200, rest)
    assert [commit for commit, _, _ in Engine("genai", serve(pages)).commits()] == ["v1", "v2"]


@pytest.mark.parametrize(
    "answer",
    [
        (500, {"error": "broken"}),
        (302, {}),
        (200, b"<html>not an engine</html>"),
        (200, []),
        (200, {"data": "none", "count": 0}),
        (200, {"data": [{"id": "v1"}], "count": 1}),
        (200, {"data": [listed(1, "not-a-day")], "count": 1}),
        (200, {"data": [{**listed(1, "2026-01-01"), "serviceId": "../../etc"}], "count": 1}),
        (200, {"data": [{**listed(1, "2026-01-01"), "id": "v1/../../x"}], "count": 1}),
    ],
)
def test_an_answer_of_another_kind_is_refused(serve: Serve, answer: tuple[int, Any]) -> None:
    address = serve({f"/v1/versions?limit={PAGE}&offset=0": answer})
    with pytest.raises(InputError, match="cannot be read"):
        Engine("genai", address).commits()


def test_nobody_at_the_address_is_an_error_that_names_it() -> None:
    with pytest.raises(InputError, match=r"127\.0\.0\.1:9/v1"):
        Engine("genai", "http://127.0.0.1:9/v1").commits()


def test_only_addresses_of_the_web_are_engines() -> None:
    places = [
        "https://engine.example/v1",
        "HTTP://127.0.0.1:3000",
        "file:///etc/passwd",
        "ftp://x",
        "x.bundle",
        "",
    ]
    assert [is_address(each) for each in places] == [True, True, False, False, False, False]
