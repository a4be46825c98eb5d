"""Encryption of single fields: the salt lies inside the ciphertext, the place in the log is authenticated."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from translog.codec import Json, canonical_json, parse_canonical
from translog.errors import (
    ArgumentNotAllowed,
    CodecError,
    DecryptionFailed,
    FieldDigest,
    UnknownAlgorithm,
    ValueNotAllowed,
)
from translog.record.body import SALT_SIZE, Sealed, field_digest, framed_path, value_text

NONCE_SIZE = 12
TAG_SIZE = 16


class Place(NamedTuple):
    """Where a sealed field belongs: origin, aggregate (32 hex) and version (decimal text) of its envelope."""

    src: str
    agg: str
    ver: str


class Sealing(NamedTuple):
    """A field to encrypt. `key` has the algorithm's length; `nonce` 12 bytes never used before with this key; `salt` 16
    random bytes.
    """

    key_id: str
    key: bytes
    value: object
    nonce: bytes
    salt: bytes
    algorithm: str = "A256GCM"

    def __repr__(self) -> str:
        # Neither key nor content may reach a log or a traceback.
        return f"Sealing(key_id={self.key_id!r}, algorithm={self.algorithm!r})"


class Algorithm(NamedTuple):
    """An authenticated cipher: key size in bytes, and (key, nonce, data, associated data) → data."""

    key_size: int
    encrypt: Callable[[bytes, bytes, bytes, bytes], bytes]
    decrypt: Callable[[bytes, bytes, bytes, bytes], bytes]


def _aes_encrypt(key: bytes, nonce: bytes, data: bytes, associated: bytes) -> bytes:
    return AESGCM(key).encrypt(nonce, data, associated)


def _aes_decrypt(key: bytes, nonce: bytes, data: bytes, associated: bytes) -> bytes:
    return AESGCM(key).decrypt(nonce, data, associated)


def _sm4_encrypt(key: bytes, nonce: bytes, data: bytes, associated: bytes) -> bytes:
    cipher = Cipher(algorithms.SM4(key), modes.GCM(nonce)).encryptor()
    cipher.authenticate_additional_data(associated)
    return cipher.update(data) + cipher.finalize() + cipher.tag


def _sm4_decrypt(key: bytes, nonce: bytes, data: bytes, associated: bytes) -> bytes:
    cipher = Cipher(algorithms.SM4(key), modes.GCM(nonce, data[-TAG_SIZE:])).decryptor()
    cipher.authenticate_additional_data(associated)
    return cipher.update(data[:-TAG_SIZE]) + cipher.finalize()


ALGORITHMS: dict[str, Algorithm] = {
    "A256GCM": Algorithm(32, _aes_encrypt, _aes_decrypt),
    "SM4GCM": Algorithm(16, _sm4_encrypt, _sm4_decrypt),
}
"""The ciphers known here, by the name that every sealed field carries."""


def associated_data(place: Place, path: str, key_id: str) -> bytes:
    """Canonical JSON of [src, agg, ver, path, key id]: a field moved elsewhere does not open."""
    return canonical_json([place.src, place.agg, place.ver, path, key_id])


def _algorithm(path: str, name: str, key: bytes) -> Algorithm:
    algorithm = ALGORITHMS.get(name)
    if algorithm is None:
        raise UnknownAlgorithm(path, algorithm=name)
    if len(key) != algorithm.key_size:
        raise ArgumentNotAllowed("key", form=f"{algorithm.key_size} bytes for {name}")
    return algorithm


def seal_field(place: Place, path: str, field: Sealing) -> Sealed:
    """Encrypt one field; the plaintext is salt ‖ canonical value.

    Raises `ValueNotAllowed`, `PathNotAllowed`, `ArgumentNotAllowed`, `UnknownAlgorithm`.
    """
    framed_path(path)
    if len(field.salt) != SALT_SIZE:
        raise ArgumentNotAllowed("salt", form=f"{SALT_SIZE} bytes")
    if len(field.nonce) != NONCE_SIZE:
        raise ArgumentNotAllowed("nonce", form=f"{NONCE_SIZE} bytes")
    algorithm = _algorithm(path, field.algorithm, field.key)
    try:
        value = value_text(path, field.value).encode()
    except UnicodeEncodeError as error:
        raise ValueNotAllowed(path, why="a lone surrogate has no UTF-8 form") from error
    ciphertext = algorithm.encrypt(field.key, field.nonce, field.salt + value, associated_data(place, path, field.key_id))
    return Sealed(field.algorithm, ciphertext, field_digest(field.salt, path, value), field.key_id, field.nonce)


def open_field(place: Place, path: str, sealed: Sealed, key: bytes) -> tuple[bytes, Json]:
    """Decrypt one field and check that its content reproduces its digest; returns (salt, value).

    Raises `DecryptionFailed`, `FieldDigest`, `UnknownAlgorithm`, `ArgumentNotAllowed`.
    """
    algorithm = _algorithm(path, sealed.algorithm, key)
    if len(sealed.ciphertext) < SALT_SIZE + TAG_SIZE or len(sealed.nonce) != NONCE_SIZE:
        raise DecryptionFailed(path)
    try:
        plain = algorithm.decrypt(key, sealed.nonce, sealed.ciphertext, associated_data(place, path, sealed.key_id))
    except InvalidTag as error:
        raise DecryptionFailed(path) from error
    salt, value = plain[:SALT_SIZE], plain[SALT_SIZE:]
    if field_digest(salt, path, value) != sealed.digest:
        raise FieldDigest(path)
    try:
        return salt, parse_canonical(value, path)
    except CodecError as error:
        raise FieldDigest(path) from error


def random_seed() -> bytes:
    """32 bytes from the operating system: the seed of one event's clear salts. The only randomness of this package,
    with `random_sealing`, for callers at the edge.
    """
    return os.urandom(32)


def random_sealing(key_id: str, key: bytes, value: object, algorithm: str = "A256GCM") -> Sealing:
    """A field to encrypt with fresh nonce and salt from the operating system."""
    drawn = os.urandom(NONCE_SIZE + SALT_SIZE)
    return Sealing(key_id, key, value, drawn[:NONCE_SIZE], drawn[NONCE_SIZE:], algorithm)
