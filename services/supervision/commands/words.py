"""The kinds of words that commands are made of."""

from typing import Annotated

from pydantic import StringConstraints

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]

Hash = Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$")]


# The SHA-256 of a stored file that must be there.
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
