# One interface. `make demo` and `make test` set everything up by themselves.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: demo test check types lint contracts bench train clean

$(VENV)/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip==26.2 setuptools==83.0.0
	$(BIN)/python -m pip install --quiet -c constraints.txt -e ".[dev,bench]"
	touch $@

demo: $(VENV)/.ready
	$(BIN)/reportedly brief examples/reports

test: $(VENV)/.ready
	$(BIN)/python -m pytest --cov --cov-report=term:skip-covered

lint: $(VENV)/.ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.ready
	$(BIN)/mypy

contracts: $(VENV)/.ready
	$(BIN)/lint-imports

check:
	.ci/run

bench: $(VENV)/.ready
	$(BIN)/python -m bench all ../shared

train: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet -e ".[train]"
	$(BIN)/python -m bench.train_encoder all ../shared/data $(VENV)/encoder
	$(BIN)/python -m bench.train_attributions ../shared/data/quotes/polnear/train src/reportedly/reading/attribution_weights.csv
	$(BIN)/python -m bench.train_whom ../shared/data/events

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .coverage
