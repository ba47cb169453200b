# Every task of the project. `make help` lists them.
PORT ?= 8501
VENV := .venv
PYTHON ?= python3
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1
# Compiled code is kept: a run starts some two hundred processes of Python.
export PYTHONDONTWRITEBYTECODE =

.DEFAULT_GOAL := help
.PHONY: help run build check test static prepared lint types unit soak-short browser-tests programs \
	postgresql compressed described soak soak-kills bench bench-scale audit lock hooks clean

help: ## list every target
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

# Called with the file of packages: from its lock, every file by its hash, where that can be had.
define install
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { \
		echo "This needs Python 3.11 or newer with venv (Debian: sudo apt-get install python3 python3-venv)."; exit 1; }
	@$(BIN)/python -m tools.packages $(1) || { \
		echo "The packages of $(1) could not be installed: pip needs a package index, or a folder of wheels (PIP_FIND_LINKS)."; exit 1; }
endef

$(VENV)/run.stamp: requirements.txt requirements.lock
	$(call install,requirements)
	@touch $@

$(VENV)/test.stamp: requirements.txt tests/requirements.txt tests/requirements.lock
	$(call install,tests/requirements)
	@touch $@ $(VENV)/run.stamp

run: $(VENV)/run.stamp build ## serve the dashboards on 127.0.0.1:8501 (PORT=… to change)
	$(BIN)/python -m pages.service --port $(PORT)

build: $(VENV)/run.stamp ## make the database when it is missing or older than its inputs
	@$(BIN)/python -m loaders build --if-needed

check: build ## prove that nothing was lost between the facts and the database
	@$(BIN)/python -m loaders check

# What waits for a disk or a network beside what computes; a soak mostly waits as well: people think,
# programs pause.
test: $(VENV)/test.stamp ## everything that must hold: lint, types, unit, page and browser tests
	@$(MAKE) --no-print-directory --jobs=3 --output-sync=target static prepared
	@$(MAKE) --no-print-directory --jobs=2 unit soak-short
	@$(MAKE) --no-print-directory browser-tests

static: lint types

prepared: programs build compressed

lint: $(VENV)/test.stamp ## style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/test.stamp ## types, strictly, in the product
	$(BIN)/mypy

# A file's tests stay on one worker, which has its servers; the longest files begin.
unit: $(VENV)/test.stamp prepared ## unit and page tests
	$(BIN)/python -m pytest -m "not browser and not network and not soak" -n 2 --dist loadfile \
		--no-loadscope-reorder -q

programs: $(VENV)/test.stamp ## have PostgreSQL, nginx and Chromium for the tests (Debian's, where it may install)
	$(BIN)/python -m tools.install

postgresql: $(VENV)/test.stamp
	@$(BIN)/python -m tools.install postgresql

soak-short: $(VENV)/test.stamp build ## a minute of mixed work; says something only when a promise breaks
	@$(BIN)/python -m tests.soak --minutes 1 --people 8 --report build/soak-short.md \
		> build/soak-short.log 2>&1 || { cat build/soak-short.log; exit 1; }

soak: $(VENV)/test.stamp build ## an hour of mixed work: people, downloads, loads, killed processes
	$(BIN)/python -m tests.soak --minutes 60 --report build/soak.md

soak-kills: $(VENV)/test.stamp build postgresql ## 200 kills of a load on each engine
	$(BIN)/python -m pytest -m soak -q

compressed: $(VENV)/run.stamp ## compress the files of the pages, once
	@$(BIN)/python -m pages.service.compress

described: $(VENV)/test.stamp build ## ask every address of the interface for programs by chance, 40 times each way
	TARGET87_TESTS_DESCRIBED=40 $(BIN)/python -m pytest -n 0 tests/service/test_openapi.py -q

browser-tests: $(VENV)/test.stamp prepared ## tests in a real browser
	$(BIN)/python -m pytest -m browser -n 2 --dist load -q

bench: $(VENV)/test.stamp build compressed ## speed, as ratios in one run
	$(BIN)/python -m tools.bench

bench-scale: $(VENV)/test.stamp postgresql ## speed at 0.2 and 1 million rows on both engines (ROWS=--all: also 10)
	$(BIN)/python -m tools.bench.scale $(ROWS)

$(VENV)/tools.stamp: $(VENV)/test.stamp tools/requirements.txt
	$(call install,tools/requirements)
	@touch $@

audit: $(VENV)/tools.stamp ## known weaknesses of the pinned packages; asks the network
	$(BIN)/pip-audit --disable-pip --require-hashes --requirement tests/requirements.lock

lock: $(VENV)/test.stamp ## pin every package with its hashes, after a change of requirements.txt
	$(BIN)/python -m tools.packages --lock

hooks: $(VENV)/tools.stamp ## check style and types before each commit
	$(BIN)/pre-commit install

clean: ## remove the environment and the database
	rm -rf $(VENV) build
