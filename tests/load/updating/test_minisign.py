"""Signatures that the minisign program (0.11) made are verified, and nothing else is."""

from __future__ import annotations

import base64
import pathlib

import pytest

from compliance.load.updating.minisign import PublicKey, UnverifiedError, public_key, verify

pytest.importorskip("cryptography")
FOLDER = pathlib.Path(__file__).parent / "minisign"
CONTENT = (FOLDER / "signed.txt").read_bytes()


def _key(name: str = "key") -> PublicKey:
    return public_key((FOLDER / f"{name}.pub").read_text("utf-8"))


def _signature(name: str) -> str:
    return (FOLDER / f"{name}.minisig").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "comment"),
    [("hashed", "hashed, as minisign writes today"), ("whole", "whole, as minisign wrote before 0.8")],
)
def test_what_minisign_signed_holds(name: str, comment: str) -> None:
    assert verify(CONTENT, _signature(name), _key()) == comment
    assert verify(CONTENT, _signature(name).replace("\n", "\r\n"), _key()) == comment


def test_a_key_is_its_file_or_its_line() -> None:
    key = _key()
    assert public_key(key.line) == key
    assert key.name in (FOLDER / "key.pub").read_text("utf-8")


@pytest.mark.parametrize("name", ["hashed", "whole"])
def test_every_changed_byte_of_the_file_is_seen(name: str) -> None:
    for place in range(len(CONTENT)):
        changed = CONTENT[:place] + bytes([CONTENT[place] ^ 1]) + CONTENT[place + 1 :]
        with pytest.raises(UnverifiedError, match="the file is not what was signed"):
            verify(changed, _signature(name), _key())


@pytest.mark.parametrize("name", ["hashed", "whole"])
@pytest.mark.parametrize("line", [1, 3])
def test_every_changed_byte_of_a_signature_is_seen(name: str, line: int) -> None:
    lines = _signature(name).split("\n")
    held = base64.b64decode(lines[line])
    for place in range(len(held)):
        changed = held[:place] + bytes([held[place] ^ 4]) + held[place + 1 :]
        made = [*lines[:line], base64.b64encode(changed).decode(), *lines[line + 1 :]]
        with pytest.raises(UnverifiedError):
            verify(CONTENT, "\n".join(made), _key())


def test_another_key_does_not_do() -> None:
    with pytest.raises(UnverifiedError, match="it was signed with the key"):
        verify(CONTENT, _signature("other"), _key())
    borrowed = PublicKey(_key().id, _key("other").point)
    with pytest.raises(UnverifiedError, match="not what was signed"):
        verify(CONTENT, _signature("hashed"), borrowed)


def test_a_changed_comment_is_seen() -> None:
    with pytest.raises(UnverifiedError, match="the comment is not what was signed"):
        verify(CONTENT, _signature("hashed").replace("today", "today!"), _key())


def test_a_comment_is_not_taken_from_another_signature() -> None:
    ours, theirs = _signature("hashed").split("\n"), _signature("whole").split("\n")
    with pytest.raises(UnverifiedError, match="the comment is not what was signed"):
        verify(CONTENT, "\n".join([*ours[:2], *theirs[2:]]), _key())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n" * 4,
        "untrusted comment: a\n\ntrusted comment: b\n",
        "untrusted comment: a\nUlc=\ntrusted comment: b\nUlc=",
    ],
    ids=["nothing", "empty lines", "no signature", "a short one"],
)
def test_what_is_no_signature_is_refused(text: str) -> None:
    with pytest.raises(UnverifiedError):
        verify(CONTENT, text, _key())


@pytest.mark.parametrize(
    "text", ["", "RWQ", "untrusted comment: a\nüü", "a\nb\nc", base64.b64encode(b"Ee" + bytes(40)).decode()]
)
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(UnverifiedError):
        public_key(text)


def test_of_two_keys_in_a_file_none_is_taken() -> None:
    one, other = _key(), _key("other")
    for first in (one.line, "", "a key", " untrusted"):
        with pytest.raises(UnverifiedError, match="no public key"):
            public_key(f"{first or 'x'}\n{other.line}\n")
    assert public_key(f"untrusted comment: a key\n{other.line}\n") == other
