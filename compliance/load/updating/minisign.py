"""Signatures as minisign writes them (Ed25519), verified offline against a key that is at hand.

Both kinds are read: of the file itself (`Ed`), and of its BLAKE2b digest (`ED`), which minisign has written since 0.8.
The trusted comment counts only with its own signature.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass

from compliance.errors import Fault, InputError

MOST = 8_192
"""Bytes that a key or a signature may have."""
_ALGORITHM, _ID, _SIGNATURE, _KEY = 2, 8, 64, 32
_TRUSTED = "trusted comment: "


class UnverifiedError(InputError):
    """A file is not what the holder of a key signed."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A key that verifies, with the number by which minisign tells keys apart."""

    id: bytes
    point: bytes

    @property
    def name(self) -> str:
        """The number as minisign prints it."""
        return self.id[::-1].hex().upper()

    @property
    def line(self) -> str:
        """The key as one line of text."""
        return base64.b64encode(b"Ed" + self.id + self.point).decode("ascii")


def public_key(text: str) -> PublicKey:
    """Read a key: the file that minisign writes, or its second line alone. Raises `UnverifiedError`."""
    lines = [line.strip() for line in text.strip().splitlines()]
    held = _decoded(lines[-1] if lines else "", _ALGORITHM + _ID + _KEY, "the key")
    commented = len(lines) < 2 or lines[0].startswith("untrusted comment:")
    if len(lines) > 2 or not commented or held[:_ALGORITHM] != b"Ed":
        raise _unverified("the key is no public key of minisign")
    return PublicKey(held[_ALGORITHM : _ALGORITHM + _ID], held[_ALGORITHM + _ID :])


def verify(content: bytes, signature: str, key: PublicKey) -> str:
    """The trusted comment of a signature over some bytes.

    Raises:
        UnverifiedError: The signature is damaged, of another key, or of other bytes; or cannot be verified here.
    """
    lines = [line.rstrip("\r") for line in signature.rstrip("\n").split("\n")]
    if len(lines) != 4 or not lines[0].startswith("untrusted comment: ") or not lines[2].startswith(_TRUSTED):
        raise _unverified("the signature is none of minisign")
    held = _decoded(lines[1], _ALGORITHM + _ID + _SIGNATURE, "the signature")
    overall = _decoded(lines[3], _SIGNATURE, "the signature of the comment")
    algorithm, identity = held[:_ALGORITHM], held[_ALGORITHM : _ALGORITHM + _ID]
    own, comment = held[_ALGORITHM + _ID :], lines[2][len(_TRUSTED) :]
    if algorithm not in (b"Ed", b"ED"):
        raise _unverified("the signature is of a kind that is not known")
    if identity != key.id:
        raise _unverified(f"it was signed with the key {identity[::-1].hex().upper()}, not with {key.name}")
    message = hashlib.blake2b(content).digest() if algorithm == b"ED" else content
    _check(key, own, message, "the file is not what was signed")
    _check(key, overall, own + comment.encode(), "the comment is not what was signed")
    return comment


def _check(key: PublicKey, signature: bytes, message: bytes, otherwise: str) -> None:
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    except ImportError:
        to_do = "install it with the extra `updates`: compliance[updates]"
        raise UnverifiedError(
            Fault(None, "signatures cannot be verified without `cryptography`", to_do)
        ) from None
    try:
        Ed25519PublicKey.from_public_bytes(key.point).verify(signature, message)
    except (InvalidSignature, ValueError):
        raise _unverified(otherwise) from None


def _decoded(text: str, length: int, what: str) -> bytes:
    try:
        held = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, ValueError):
        held = b""
    if len(held) != length:
        raise _unverified(f"{what} is damaged")
    return held


def _unverified(what: str) -> UnverifiedError:
    return UnverifiedError(
        Fault(None, what, "get the file, its signature and the key again from who gives them out")
    )
