"""`python -m tests.fuzz.one NAME SECONDS SEED CORPUS`: fuzz one target in this process, guided by the branches it takes."""

from __future__ import annotations

import sys
from hashlib import sha1, sha256
from pathlib import Path

import atheris

PACKAGES = ["translog", "chassis", "cli", "findings", "kernel"]


def main() -> None:
    name, seconds, seed, corpus = sys.argv[1:5]
    with atheris.instrument_imports(include=PACKAGES):
        from tests.fuzz.targets import TARGETS

    target = TARGETS[name]
    known = [*target.seeds(), *(path.read_bytes() for path in target.found())]
    for data in known:
        (Path(corpus) / sha256(data).hexdigest()).write_bytes(data)
    folder = target.folder
    folder.mkdir(exist_ok=True)
    settings = [
        f"-max_total_time={seconds}",
        f"-seed={seed}",
        f"-max_len={max(target.largest, *map(len, known))}",
        f"-artifact_prefix={folder}/",
        "-timeout=10",
        "-rss_limit_mb=2048",
        "-print_final_stats=0",
        "-close_fd_mask=0",
    ]

    def run(data: bytes) -> None:
        try:
            target.run(data)
        except Exception:
            # As libFuzzer does, which does not always come to it.
            (folder / f"crash-{sha1(data, usedforsecurity=False).hexdigest()}").write_bytes(data)
            raise

    atheris.Setup([sys.argv[0], *settings, corpus], run)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
