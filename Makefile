# Every task of the project. `make help` lists them.
PORT ?= 8501
VENV := .venv
PYTHON ?= python3
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL := help
.PHONY: postgresql nginx soak help run test lint types unit browser-tests bench bench-scale build check clean

help: ## list every target
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

$(VENV)/run.stamp: requirements.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --requirement requirements.txt
	@touch $@

$(VENV)/test.stamp: requirements.txt tests/requirements.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --requirement tests/requirements.txt
	@touch $@ $(VENV)/run.stamp

run: $(VENV)/run.stamp build ## serve the dashboards on 127.0.0.1:8501 (PORT=… to change)
	$(BIN)/python -m uvicorn app:app --host 127.0.0.1 --port $(PORT) --no-access-log

build: $(VENV)/run.stamp ## make the database when it is missing or older than its inputs
	@$(BIN)/python -m loaders build --if-needed

check: build ## prove that nothing was lost between the facts and the database
	@$(BIN)/python -m loaders check

test: lint types unit browser-tests ## everything that must hold: lint, types, unit, page and browser tests

lint: $(VENV)/test.stamp ## style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/test.stamp ## types, strictly, in data, loaders and components
	$(BIN)/mypy

unit: $(VENV)/test.stamp build postgresql nginx ## unit and page tests
	$(BIN)/python -m pytest -m "not browser and not network and not soak" -n 2 --dist loadfile -q

postgresql: $(VENV)/test.stamp ## have a PostgreSQL that the tests can start
	$(BIN)/python -m tests.install_postgres

nginx: $(VENV)/test.stamp ## have an nginx that the tests can start
	$(BIN)/python -m tests.install_nginx

soak: $(VENV)/test.stamp build postgresql ## the long runs: 200 kills of a load on each engine
	$(BIN)/python -m pytest -m soak -q

browser-tests: $(VENV)/test.stamp build ## tests in a real browser
	$(BIN)/python tests/browser/install_chromium.py
	$(BIN)/python -m pytest -m browser -q

bench: $(VENV)/test.stamp build ## speed, as ratios in one run
	$(BIN)/python tests/bench.py

bench-scale: $(VENV)/test.stamp postgresql ## speed at 0.2 and 1 million rows on both engines (ROWS=--all: also 10)
	$(BIN)/python tests/bench_scale.py $(ROWS)

clean: ## remove the environment and the database
	rm -rf $(VENV) build
