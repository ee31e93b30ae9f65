# make run    set up, then the page on the demonstration library (PORT=7911: on that port)
# make test   set up, then all tests
# make check  lint, types, then make test: exactly what CI runs
# make bench  speeds and sizes, printed: some minutes
# make bench-scale  growth up to 1,000,000 passages into docs/: an hour, 12 GB of disk
# make format put the code into shape

PYTHON ?= python3
PORT ?= 7860
BIN := .venv/bin
READY := .venv/.ready

.PHONY: run test check lint types bench bench-scale format clean help

help:
	@sed -n 's/^# //p' Makefile

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Raadpleeg needs Python 3.11 or newer; set PYTHON=/path/to/python3.11")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { echo "Raadpleeg needs venv: apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt torch
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $(READY)

run: $(READY)
	$(BIN)/raadpleeg serve --demo --port $(PORT)

test: $(READY)
	$(BIN)/python -m pytest -n 2

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

check: lint types test

bench: $(READY)
	$(BIN)/python -m eval.bench

bench-scale: $(READY)
	$(BIN)/python -m eval.bench_scale

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
