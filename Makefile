# Everything a person or CI does here; `make help` lists it.
# Needs Python >= 3.12, make and the package registries; PYTHON names another interpreter.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null && echo $$p && exit; done; echo python3)
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DATA ?= data
FUZZ_SECONDS ?= 600
# Another search each time, but for `make check`: what it says of a change must not hang on luck.
FUZZ_SEED ?= 0
# Every process of a system, and of the tests, would compile all modules anew.
unexport PYTHONDONTWRITEBYTECODE
# Tests start PostgreSQL as another user, which takes a fork; gRPC's own care for forks breaks the child.
export GRPC_ENABLE_FORK_SUPPORT = 0

.PHONY: help setup run test check fmt lint types arch proto rules docs manifests bench faults campaign fuzz tamper verifier clean lock

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP) ## Make the virtual environment from the lock
$(STAMP): requirements.lock pyproject.toml $(wildcard libs/*/pyproject.toml services/*/pyproject.toml)
	@$(PYTHON) -c 'import sys; sys.exit("Rectify needs Python 3.12 or newer, this is " + sys.version.split()[0] + "; name one with PYTHON=...") if sys.version_info < (3, 12) else None'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation $(foreach d,$(wildcard libs/*/pyproject.toml services/*/pyproject.toml),-e $(dir $(d)))
	@touch $@

run: setup ## Start everything with the sample data and keep serving
	@$(BIN)/rectify up --data $(DATA) --play samples/play.yaml

test: setup ## Every test that fits into minutes, SQLite and PostgreSQL, real NATS
	@$(BIN)/python -m pytest -n auto --dist worksteal -m "not campaign and not faults"

check: setup ## What CI runs: lint, types, contracts, arch, manifests, rules, tests, a moment of fuzzing
	@$(MAKE) --no-print-directory lint types proto-check arch manifests rules test
	@$(MAKE) --no-print-directory fuzz FUZZ_SECONDS=1 FUZZ_SEED=1

fmt: setup ## Format the code
	@$(BIN)/ruff check --fix-only --quiet . ; $(BIN)/ruff format --quiet .

lint: setup ## Lint and formatting
	@$(BIN)/ruff check . && $(BIN)/ruff format --check --quiet . && echo "lint: ok"

types: setup ## Static types, strict
	@$(BIN)/mypy libs services benchmarks scripts

arch: setup ## Import contracts
	@$(BIN)/python scripts/arch.py

proto: setup ## Regenerate the protobuf code and the documents made from contracts
	@$(BIN)/python libs/contracts/generate.py
	@$(BIN)/python libs/cli/generate.py
	@$(BIN)/python -m chassis.asyncapi findings supervision review publicity leads
	@$(BIN)/python scripts/manifests.py --write

proto-check: setup
	@$(BIN)/python libs/contracts/generate.py --check
	@$(BIN)/python libs/cli/generate.py --check
	@$(BIN)/python -m chassis.asyncapi --check findings supervision review publicity leads
	@$(BIN)/buf lint proto/image.binpb --config buf.yaml
	@$(BIN)/buf breaking proto/image.binpb --against proto/baseline.binpb --config buf.yaml && echo "proto: ok"

rules: setup ## Every rule of the rulebooks is held and proved, as docs/rules.md says
	@$(BIN)/python scripts/rules.py

docs: setup ## Write docs/rules.md from what the scenarios record
	@$(BIN)/python scripts/rules.py --write

manifests: setup ## Render and validate the Kubernetes manifests
	@$(BIN)/python scripts/manifests.py

bench: setup ## Speed and memory, as ratios
	@$(BIN)/python -m benchmarks

faults: setup ## Kill, stop and corrupt real processes under load
	@$(BIN)/python -m pytest -m faults --timeout 1800

campaign: setup ## Long tests
	@$(BIN)/python -m pytest -m campaign --timeout 3600

fuzz: setup ## Fuzz every parser, FUZZ_SECONDS each
	@$(BIN)/python -m tests.fuzz --seconds $(FUZZ_SECONDS) --seed $(FUZZ_SEED)

tamper: setup ## Change ten thousand things behind a system's back, each to be named by an audit or refused by the verifier
	@$(BIN)/python -m tests.tamper

verifier: setup ## Pack the offline verifier into one file, dist/rectify-verify.pyz
	@$(BIN)/python scripts/verifier.py

lock: setup ## Resolve and pin the dependencies anew
	@UV=$(BIN)/uv scripts/lock.sh

clean: ## Remove what was built; the data stays
	@rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
