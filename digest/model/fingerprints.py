"""Fingerprints: a few bytes that stand for a value, and change with it."""

from __future__ import annotations

import hashlib

import msgspec

SIZE = 8  # bytes: two are compared only where one may have become the other, never among thousands
NOTHING = bytes(SIZE)  # stands for what is empty, where that is no other value

_ENCODER = msgspec.msgpack.Encoder(order="deterministic")


def fingerprint(value: object) -> bytes:
    """Return the fingerprint of a plain value: equal values have equal ones, whatever process or machine asks."""
    return hashlib.blake2b(_ENCODER.encode(value), digest_size=SIZE).digest()
