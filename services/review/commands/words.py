"""Kinds of text that wishes consist of."""

from typing import Annotated

from pydantic import StringConstraints

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Trimmed = Annotated[str, StringConstraints(strip_whitespace=True)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
MaybeSha256 = Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$")]
