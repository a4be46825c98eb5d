"""`python -m benchmarks [name…]`: run the benches and print one line a figure; exit 1 when one is SHORT."""

import importlib
import sys

BENCHES = ("verification", "publication", "reading", "ledgers", "commands", "sealing", "redelivery", "sweep", "replay", "mixed")


def main() -> None:
    names = sys.argv[1:] or BENCHES
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        sys.exit(f"no bench {', '.join(unknown)}; there are {', '.join(BENCHES)}")
    short = 0
    for name in names:
        for figure in importlib.import_module(f"benchmarks.{name}").run():
            print(figure.line(), flush=True)
            short += not figure.ok
    sys.exit(1 if short else 0)


if __name__ == "__main__":
    main()
