"""The published document: one JSON text for one content, whose bytes are hashed and served as they are."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def canonical(content: Mapping[str, Any]) -> str:
    """Content as JSON with sorted members and nothing between them, as RFC 8785 writes it.

    Members are texts, whole numbers below 2^53, booleans, None, lists and objects with ASCII names: for these the two agree.
    """
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def sha256(text: str) -> str:
    """SHA-256 of a text in UTF-8, 64 hex digits."""
    return hashlib.sha256(text.encode()).hexdigest()
