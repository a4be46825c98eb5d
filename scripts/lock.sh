#!/usr/bin/env bash
# Write requirements.lock: every package of the workspace's dependencies, pinned by hash, without registry addresses.
set -euo pipefail
cd "$(dirname "$0")/.."
own=()
for file in libs/*/pyproject.toml services/*/pyproject.toml; do
  own+=(--no-emit-package "$(sed -n 's/^name = "\(.*\)"/\1/p' "$file" | head -n 1)")
done
"${UV:-uv}" pip compile --quiet --universal --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links \
  --python-version 3.12 --group dev "${own[@]}" "$@" pyproject.toml -o requirements.lock
