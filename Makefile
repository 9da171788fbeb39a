# `make run` and `make test` set everything up by themselves: python3 (3.11+), make and git suffice.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCKED := --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links
READY := $(VENV)/.ready

.PHONY: run test check quality lock ray wheel schemas screenshot clean

run: $(READY)
	$(BIN)/vstrecha run input --output output

test: $(READY)
	$(BIN)/python -m pytest

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

quality: $(READY)
	$(BIN)/python benchmarks/quality.py

schemas: $(READY)
	$(BIN)/python -m schemas.export

screenshot: $(READY)
	$(BIN)/python docs/screenshot.py

wheel: $(READY)
	rm -rf dist
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist .

lock: $(READY)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra dev $(LOCKED) --output-file requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra dev --extra ray $(LOCKED) \
	    --constraint requirements.lock --output-file requirements-ray.lock

# Ray and what it needs are 330 MB: only who runs on it, or tests it, installs them.
ray: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-ray.lock

$(READY): pyproject.toml requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Vstrecha needs Python 3.11 or newer; name one with make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $(READY)

clean:
	rm -rf $(VENV) dist build
