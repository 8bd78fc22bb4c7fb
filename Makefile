# make run: from nothing to the page of the sample notices; make test: every check there is.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test picture format clean

run: $(VENV)/.installed
	$(BIN)/dottedline build examples/notices --out out

test: $(VENV)/.tested .venv/types/dottedline
	@sh .ci/packages
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

$(VENV)/bin/python:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "Python 3.11 or later is needed, and '$(PYTHON)' is none: make PYTHON=/path/to/python3"; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "this Python makes no virtual environments; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	"$(PYTHON)" -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.tested: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev,owl]'
	@touch $@ $(VENV)/.installed

# mypy and editors find the package `dottedline` through this link
.venv/types/dottedline: | $(VENV)/bin/python
	@mkdir -p .venv/types
	ln -sfn "$(CURDIR)" $@

# the one order in which Turtle files stand, and the layout of code
format: $(VENV)/.tested
	$(BIN)/python -m dottedline.ontology.canonical
	$(BIN)/ruff format .

# the picture of the README: the posts of one organisation, so that it stays legible
picture: $(VENV)/.installed
	$(BIN)/dottedline build examples/notices/iom_* --out $(VENV)/picture
	cp $(VENV)/picture/chart.svg docs/reporting-lines.svg

clean:
	rm -rf out dottedline-demo build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache
