"""SHA-256 over what somebody approves or signs: any change of the content gives another digest."""

import hashlib
import json
from typing import Any

from pydantic_core import to_jsonable_python


def digest(content: Any) -> str:
    """64 hex digits over the JSON of the content: keys sorted, no spaces, UTF-8."""
    plain = to_jsonable_python(content)
    return hashlib.sha256(json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()).hexdigest()


def text_digest(text: str) -> str:
    """64 hex digits over the text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()
