"""An invented example of each document's data: what `rectify document sample` writes, and what templates are tried with."""

from importlib.resources import files

from documents.catalogue import document, read
from documents.paper import Paper


def sample(kind: str) -> Paper:
    """The example.

    Raises:
        UnknownDocument: there is no such document.
    """
    name = f"{document(kind).kind}.json"
    return read(kind, (files("documents.samples") / name).read_bytes(), name)
