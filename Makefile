.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# A Python that somebody built from its source without optimizations, as pyenv does where it is not
# told otherwise, takes far longer than the system's. The first of these that will do is taken; a
# new one only when the environment is made anew.
PYTHONS = python3 /usr/bin/python3
WILL_DO = import ensurepip, sys, sysconfig, venv; \
	quick = "--enable-optimizations" in (sysconfig.get_config_var("CONFIG_ARGS") or ""); \
	sys.exit(sys.version_info < (3, 11) or not (quick or sys.base_prefix == "/usr"))
PYTHON ?= $(shell for each in $(PYTHONS); do \
	$$each -c '$(WILL_DO)' 2>/dev/null && echo $$each && exit; done; echo $(firstword $(PYTHONS)))
BIN := .venv/bin
SECONDS ?= 60

help: ## list the commands
	@sed -nE 's/^([a-z]+):.*## (.*)/make \1	\2/p' $(MAKEFILE_LIST)

# MkDocs empties the site before it reads anything where no hook is listed: that is seen first.
site: .venv ## build the public site into site/
	@$(BIN)/python -P -m casebook.doors.foresight
	$(BIN)/mkdocs build --strict --quiet

serve: .venv ## preview at http://127.0.0.1:8000/ and reload on every change
	$(BIN)/mkdocs serve --livereload

check: .venv ## read the whole collection and list what is wrong with it
	$(BIN)/casebook check

permalinks: .venv ## promise every address that is new, for good
	$(BIN)/casebook permalinks --write

# Files of tests are shared between processes, in their order: the last ones take the least time.
SHARED = --numprocesses auto --maxprocesses 8 --dist loadscope --no-loadscope-reorder

test: .venv browser tests/site/node_modules ## check code and content, build strictly, run every test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/casebook check
	$(BIN)/pytest $(SHARED)

fuzz: .venv ## look for inputs that do harm: make fuzz [TARGETS="text citations"] [SECONDS=60]
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-fuzz.lock
	$(BIN)/python -m tests.fuzzing.search --seconds $(SECONDS) $(TARGETS)

browser: ## find Chromium for the browser tests, or install Debian's
	@command -v chromium >/dev/null || { \
		test "$$(id -u)" = 0 && command -v apt-get >/dev/null && \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
		apt-get install -qq --yes --no-install-recommends chromium >/dev/null; } || { \
		echo "The browser tests need Chromium: install your system's package chromium."; exit 1; }

# The checkers of HTML and of accessibility, by npm out of the environment: no Node is needed before.
tests/site/node_modules: tests/site/package.json tests/site/package-lock.json | .venv
	PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --prefix tests/site --ignore-scripts --no-audit --no-fund --loglevel error
	@touch tests/site/node_modules

SIZES = 1000 3000 10000
PEERS = hugo eleventy material material-search zensical
OURS = yes
ROUNDS = 3
LIMIT = 900
bench: .venv browser ## measure builds, search and pages beside other generators: docs/benchmark.md
	$(BIN)/python -m tests.benchmark measure --sizes $(SIZES) --peers $(PEERS) \
		--ours $(OURS) --rounds $(ROUNDS) --limit $(LIMIT)

SIZE = 1000
profile: .venv ## show where the time of a build goes
	$(BIN)/python -m tests.benchmark profile --size $(SIZE)

lock: ## pin every dependency anew, with hashes
	$(PYTHON) -m venv .cache/lock && .cache/lock/bin/pip install --quiet uv
	.cache/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --custom-compile-command 'make lock' \
		--group dev pyproject.toml --output-file requirements.lock
	PATH="$(CURDIR)/$(BIN):$$PATH" npm install --prefix tests/site --package-lock-only --ignore-scripts --loglevel error
	.cache/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --custom-compile-command 'make lock' \
		--group fuzz --output-file requirements-fuzz.lock

# One environment for everybody: pinned, verified by hash, the package itself editable. The command
# comes last: an installation that was interrupted has none, and is made anew.
.venv: $(BIN)/casebook ;
$(BIN)/casebook: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Casebook needs Python 3.11 or later; say where one is: make site PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv --clear .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@

.PHONY: help site serve check permalinks test fuzz browser bench profile lock
