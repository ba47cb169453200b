# Every task of the project. `make help` lists them.
PORT ?= 8501
VENV := .venv
PYTHON ?= python3
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL := help
.PHONY: postgresql nginx compressed soak soak-short soak-kills unit-and-soak help run test lint types unit browser-tests bench bench-scale build check clean

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
	$(BIN)/python -m pages.service --port $(PORT)

build: $(VENV)/run.stamp ## make the database when it is missing or older than its inputs
	@$(BIN)/python -m loaders build --if-needed

check: build ## prove that nothing was lost between the facts and the database
	@$(BIN)/python -m loaders check

test: lint types unit-and-soak browser-tests ## everything that must hold: lint, types, unit, page and browser tests

lint: $(VENV)/test.stamp ## style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/test.stamp ## types, strictly, in data, loaders and components
	$(BIN)/mypy

unit: $(VENV)/test.stamp build postgresql nginx ## unit and page tests
	$(BIN)/python -m pytest -m "not browser and not network and not soak" -n 2 --dist loadfile -q

postgresql: $(VENV)/test.stamp ## have a PostgreSQL that the tests can start
	$(BIN)/python -m tools.install.postgresql

nginx: $(VENV)/test.stamp ## have an nginx that the tests can start
	$(BIN)/python -m tools.install.nginx

# A soak mostly waits: people think, programs pause. Beside the unit tests, which take longer than
# its 3 minutes, it costs them some of the two cores, and no time of its own.
unit-and-soak: $(VENV)/test.stamp build postgresql nginx
	@$(MAKE) --no-print-directory --jobs=2 unit soak-short

soak-short: $(VENV)/test.stamp build ## 3 minutes of mixed work; says something only when a promise breaks
	@$(BIN)/python -m tests.soak --minutes 3 --people 8 --report build/soak-short.md \
		> build/soak-short.log 2>&1 || { cat build/soak-short.log; exit 1; }

soak: $(VENV)/test.stamp build ## an hour of mixed work: people, downloads, loads, killed processes
	$(BIN)/python -m tests.soak --minutes 60 --report build/soak.md

soak-kills: $(VENV)/test.stamp build postgresql ## 200 kills of a load on each engine
	$(BIN)/python -m pytest -m soak -q

compressed: $(VENV)/run.stamp ## compress the files of the pages, once
	@$(BIN)/python -m pages.service.compress

browser-tests: $(VENV)/test.stamp build compressed ## tests in a real browser
	$(BIN)/python -m tools.install.chromium
	$(BIN)/python -m pytest -m browser -n 2 --dist load -q

bench: $(VENV)/test.stamp build compressed ## speed, as ratios in one run
	$(BIN)/python -m tools.bench

bench-scale: $(VENV)/test.stamp postgresql ## speed at 0.2 and 1 million rows on both engines (ROWS=--all: also 10)
	$(BIN)/python -m tools.bench.scale $(ROWS)

clean: ## remove the environment and the database
	rm -rf $(VENV) build
