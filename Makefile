# Two commands: `make serve` to read the site, `make test` to check every claim on it.
PYTHON ?= python3
PORT ?= 8000
# `TORCH_BACKEND=cpu make test` installs the small CPU wheels (uv's --torch-backend).
TORCH_BACKEND ?=

# Windows calls the folder Scripts.
SCRIPTS := $(if $(filter Windows_NT,$(OS)),Scripts,bin)
BIN := .venv/$(SCRIPTS)
NIGHTLY := .venv-nightly/$(SCRIPTS)
STAMP := .venv/installed$(if $(TORCH_BACKEND),-$(TORCH_BACKEND))
export NO_MKDOCS_2_WARNING := 1
export PYTHONUTF8 := 1

# What git says has changed since the last commit.
CHANGED = $(filter-out %/__init__.py,$(shell { git diff --name-only --diff-filter=d HEAD; \
  git ls-files --others --exclude-standard; } | grep '^snippets/.*\.py$$'))

.PHONY: help serve site test prepare bench bench-compare lighthouse lint sentences fast nightly clean

help:
	@echo "make serve   read the site at http://127.0.0.1:$(PORT) (PORT=... to change)"
	@echo "make site    build the site into site/"
	@echo "make test    run every claim of every entry, and the tests of the site"
	@echo "make bench   time every workload on this machine (QUICK=1 for under a minute)"
	@echo "make bench-compare A=... B=...   two recorded machines side by side"
	@echo "make fast    before a commit: lint, the rules of the house, sentences, the entries that changed"
	@echo "make lighthouse   what Lighthouse says of six pages (needs npm)"
	@echo "make lint    ruff and mypy"
	@echo "make sentences   read every entry and account for its sentences; nothing is run"
	@echo "make nightly NIGHTLY_INDEX=...   what differs on the nightly torch of a package index"
	@echo "make clean   remove what was built"

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed, got: $$($(PYTHON) --version). Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Setting up .venv (torch is large: minutes on a slow line, seconds when cached)"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || \
	  { echo "No venv module. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt uv
	$(BIN)/uv pip install --python $(BIN)/python $(if $(TORCH_BACKEND),--torch-backend $(TORCH_BACKEND)) \
	  --constraint constraints.txt --editable '.[recipes,site,test]'
	@rm -f .venv/installed*
	@touch $@

prepare: $(STAMP)
	@echo "Drawing figures, writing indexes"
	@$(BIN)/cheatsheet prepare

site: prepare
	$(BIN)/mkdocs build --strict

serve: prepare
	@$(BIN)/cheatsheet serve --port $(PORT)

test: prepare
	$(BIN)/python -m pytest

# A run of its own: no other test, no second process, so that nothing disturbs the clock.
bench: $(STAMP)
	$(BIN)/python -m pytest tests/benchmarks -n 0 --benchmark-enable --benchmark-quiet \
	  --record $(if $(QUICK),--quick) $(if $(MACHINE),--machine $(MACHINE))
	@$(BIN)/cheatsheet bench-table $(MACHINE)

# Needs npm and Chromium; phone settings, three looks a page.
lighthouse: prepare
	npm install --silent --no-audit --no-fund --no-save lighthouse@12
	$(BIN)/python -m pytest tests/site/lighthouse.py -n 0 -q

bench-compare: $(STAMP)
	@$(BIN)/cheatsheet bench-compare $(A) $(B)

lint: $(STAMP)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

sentences: $(STAMP)
	$(BIN)/cheatsheet sentences

fast: lint
	$(BIN)/python -m pytest -q tests/test_structure.py tests/test_sentences.py
	@$(if $(strip $(CHANGED)),$(BIN)/cheatsheet check $(CHANGED),echo "No entry has changed since the last commit")

# An environment of its own, anew each time: first torch from the index, and from nowhere else,
# then what goes with it.
nightly:
	@test -n "$(NIGHTLY_INDEX)" || { echo "NIGHTLY_INDEX is not set, expected the address of a package" \
	  "index with nightly builds of torch. Try: make nightly NIGHTLY_INDEX=ADDRESS"; exit 2; }
	$(PYTHON) -m venv --clear .venv-nightly
	$(NIGHTLY)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt uv
	$(NIGHTLY)/uv pip install --python $(NIGHTLY)/python --prerelease allow \
	  --default-index "$(NIGHTLY_INDEX)" torch torchvision || \
	  { echo "No torch and torchvision for this machine in NIGHTLY_INDEX=$(NIGHTLY_INDEX)"; exit 2; }
	$(NIGHTLY)/uv pip freeze --python $(NIGHTLY)/python | grep -E '^torch(vision)?==' > .venv-nightly/torch.txt
	$(NIGHTLY)/uv pip install --python $(NIGHTLY)/python --override .venv-nightly/torch.txt --editable '.[recipes]'
	@mkdir -p .cache
	$(NIGHTLY)/cheatsheet check --json > .cache/nightly.json; test $$? -le 1
	$(NIGHTLY)/cheatsheet changes .cache/nightly.json

clean:
	rm -rf site .cache docs/figures docs/sliders docs/api.md docs/checked.md docs/assets/search.js docs/assets/previews docs/questions docs/benchmarks/*.md \
	  docs/benchmarks/charts
