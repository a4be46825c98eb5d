"""Run the import contracts and demand that every one was checked and kept."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def declared(config: Path) -> int:
    """How many contracts the file declares."""
    return len(re.findall(r"^\[importlinter:contract:", config.read_text(), re.MULTILINE))


def main() -> None:
    """Exit non-zero unless "N kept, 0 broken" with N as declared; a check that did not run is not a pass."""
    config = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".importlinter"
    tool = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([tool, "--config", config, "--no-cache"], capture_output=True, text=True, check=False, cwd=ROOT)
    found = re.search(r"Contracts: (\d+) kept, (\d+) broken", done.stdout)
    if found is None:
        sys.exit(f"the import contracts did not run:\n{done.stdout}{done.stderr}")
    kept, broken = int(found[1]), int(found[2])
    if broken or done.returncode or kept != declared(config):
        sys.exit(f"{done.stdout}\n{kept} kept, {broken} broken, {declared(config)} declared")
    print(f"arch: {kept} kept, 0 broken")


if __name__ == "__main__":
    main()
