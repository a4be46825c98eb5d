"""Pack the offline verifier into one file that needs Python >= 3.12 and `cryptography`: `python scripts/verifier.py [OUT]`."""

import hashlib
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "libs" / "translog"
OUT = ROOT / "dist" / "rectify-verify.pyz"

MAIN = """import sys


def missing(what):
    # Exit 1 would say that something is invalid.
    print("rectify-verify needs " + what, file=sys.stderr)
    sys.exit(2)


if sys.version_info < (3, 12):
    missing("Python 3.12 or newer, this is " + sys.version.split()[0])
try:
    import cryptography.hazmat.primitives.asymmetric.ed25519
except ImportError:
    missing("the package cryptography: python3 -m pip install cryptography")
from translog.__main__ import main

main()
"""


def pack(out: Path) -> str:
    """Write the file, the same bytes for the same sources, and return its SHA-256 in hex."""
    members = {"__main__.py": MAIN.encode()}
    members |= {f"translog/{path.relative_to(SOURCE).as_posix()}": path.read_bytes() for path in SOURCE.rglob("*.py")}
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("wb") as file:
        file.write(b"#!/usr/bin/env python3\n")
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for name, content in sorted(members.items()):
                # A fixed time, so that whoever packs the same sources gets the same file.
                entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    out.chmod(0o755)
    return hashlib.sha256(out.read_bytes()).hexdigest()


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    print(f"{pack(target)}  {target}")
