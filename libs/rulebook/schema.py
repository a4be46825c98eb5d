"""The JSON schema of a rulebook's file, for editors and for checks outside this package.

`python -m rulebook.schema > libs/rulebook/schema.json` writes it again after a model has changed.
"""

import json
import sys

from pydantic import TypeAdapter

from .model import ExtensionFile, RootFile


def json_schema() -> str:
    """The schema as JSON text that ends with a newline."""
    schema = TypeAdapter(RootFile | ExtensionFile).json_schema()
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Rulebook",
        "description": "A rulebook that stands alone, or one that extends another.",
        **schema,
    }
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


if __name__ == "__main__":
    sys.stdout.write(json_schema())
