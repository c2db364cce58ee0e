# Works on a machine with git, make, and Python 3.11-3.13 with pip. `make` alone lists the targets.
BIN := .venv/bin
UV ?= uv
# python3 where it will do, else the first one that does.
SUPPORTED := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(shell for python in python3 python3.11 python3.12 python3.13; do \
	$$python -c '$(SUPPORTED)' 2>/dev/null && echo $$python && break; done)
# The environment's own pip, or, where Python came without ensurepip, the pip of the interpreter outside.
PIP = $(shell $(BIN)/python -m pip --version >/dev/null 2>&1 && echo $(BIN)/python -m pip \
	|| echo $(PYTHON) -m pip --python $(BIN)/python)
INSTALL = $(PIP) install -qq --no-input --disable-pip-version-check
LOCK = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command "make lock" $(ARGS)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site test serve check lint audit screenshots bench lock clean npm browser java eleventy

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-11s %s\n", $$1, $$2}' Makefile

site: .venv/.runtime ## build the sample digest into site/
	@$(BIN)/digest build $(ARGS)

serve: .venv/.runtime ## show the sample digest while you write; saving reloads the browser
	@$(BIN)/digest serve $(ARGS)

test: .venv/.dev npm browser java ## run the tests (ARGS="-k card" chooses)
	@$(BIN)/python -m pytest -n auto --maxprocesses 4 $(ARGS)

lint: .venv/.dev ## check style and types
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

check: lint ## check style, types and the sample digest
	@$(BIN)/digest check

audit: .venv/.dev npm browser tests/web/lighthouse/node_modules/.package-lock.json ## measure the pages with Lighthouse (about 3 minutes)
	@$(BIN)/python -m tests.web.audit $(ARGS)

screenshots: .venv/.dev npm browser ## take the README's pictures again
	@$(BIN)/python -m tests.web.screenshots --readme docs/screenshots

bench: .venv/.bench .venv/.pelican eleventy ## measure, beside Hugo, Eleventy and Pelican (benchmarks/README.md)
	@$(BIN)/python -m benchmarks $(ARGS)

lock: ## write the locks again (needs uv; ARGS=--upgrade takes newer releases)
	@$(LOCK) pyproject.toml --group build -o requirements/runtime.txt
	@$(LOCK) pyproject.toml --group dev -c requirements/runtime.txt -o requirements/dev.txt
	@$(LOCK) --group bench -o requirements/bench.txt
	@$(LOCK) --group pelican -o requirements/pelican.txt

clean: ## remove everything that can be made again
	@rm -rf .venv .digest dist tests/web/node_modules tests/web/lighthouse/node_modules benchmarks/sites/eleventy/node_modules .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find site -mindepth 1 ! -path site/.gitignore -delete

# The environment. A stamp is newer than what it was made from, so the second time costs nothing.
.venv/bin/python:
	@test -n "$(PYTHON)" && $(PYTHON) -c '$(SUPPORTED)' \
		|| { echo "Digest needs Python 3.11, 3.12 or 3.13: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv .venv >/dev/null 2>&1 || { rm -rf .venv; $(PYTHON) -m venv --without-pip .venv; }

.venv/.runtime: requirements/runtime.txt pyproject.toml | .venv/bin/python
	@echo "Installing what Digest needs into .venv ..."
	@$(INSTALL) --require-hashes -r requirements/runtime.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: requirements/dev.txt .venv/.runtime
	@echo "Installing what the tests need into .venv ..."
	@$(INSTALL) --require-hashes -r requirements/dev.txt
	@touch $@

.venv/.bench: requirements/bench.txt .venv/.runtime
	@echo "Installing what the benchmarks need into .venv ..."
	@$(INSTALL) --require-hashes -r requirements/bench.txt
	@touch $@

# Pelican wants an older release of a library than the one we are locked to, so it gets an environment of its own.
.venv/.pelican: private BIN := .venv/pelican/bin
.venv/.pelican: requirements/pelican.txt | .venv/bin/python
	@echo "Installing Pelican into .venv/pelican ..."
	@$(PYTHON) -m venv .venv/pelican >/dev/null 2>&1 || $(PYTHON) -m venv --without-pip .venv/pelican
	@$(INSTALL) --require-hashes -r requirements/pelican.txt
	@touch $@

# Tools that tests can do without. One that could be installed but was not fails in CI, where it would hide a fault.
npm: tests/web/node_modules/.package-lock.json

tests/web/node_modules/.package-lock.json: tests/web/package.json tests/web/package-lock.json tests/web/.npmrc
	@if ! command -v npm >/dev/null; then echo "No npm: the tests that need it will not run."; \
	elif echo "Installing the tests' npm tools ..." && (cd tests/web && npm ci --loglevel=error); then touch $@; \
	else echo "npm ci failed: the tests that need its tools will not run." >&2; test "$$CI" != true; fi

tests/web/lighthouse/node_modules/.package-lock.json: tests/web/lighthouse/package.json tests/web/lighthouse/package-lock.json
	@echo "Installing Lighthouse ..." && cd tests/web/lighthouse && npm ci --loglevel=error && touch node_modules/.package-lock.json

eleventy:
	@if ! command -v npm >/dev/null; then echo "No npm: Eleventy is not measured."; \
	else $(MAKE) --silent benchmarks/sites/eleventy/node_modules/.package-lock.json; fi

benchmarks/sites/eleventy/node_modules/.package-lock.json: $(addprefix benchmarks/sites/eleventy/,package.json package-lock.json .npmrc)
	@echo "Installing Eleventy ..." && cd benchmarks/sites/eleventy && npm ci --loglevel=error && touch node_modules/.package-lock.json

# $(call debian,what it is,packages): install them as root on Debian; elsewhere say what will not run.
define debian
	if ! command -v apt-get >/dev/null || [ "$$(id -u)" != 0 ]; then \
		echo "No $(1): the tests that need it will not run."; \
	elif echo "Installing $(1) ..." && apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
		apt-get install -qq --no-install-recommends $(2) >/dev/null; then :; \
	else echo "$(1) was not installed: the tests that need it will not run." >&2; test "$$CI" != true; fi
endef

browser:
	@for name in chromium chromium-browser google-chrome; do command -v $$name >/dev/null && exit; done; \
	$(call debian,Chromium,chromium)

java:
	@command -v java >/dev/null && exit; \
	$(call debian,Java,default-jre-headless)
