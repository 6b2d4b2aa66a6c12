# Two commands: `make serve` to read the site, `make test` to check every claim on it.
PYTHON ?= python3
PORT ?= 8000
# `TORCH_BACKEND=cpu make test` installs the small CPU wheels (uv's --torch-backend).
TORCH_BACKEND ?=

BIN := .venv/bin
STAMP := .venv/installed$(if $(TORCH_BACKEND),-$(TORCH_BACKEND))
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve site test prepare bench bench-compare lint clean

help:
	@echo "make serve   read the site at http://127.0.0.1:$(PORT) (PORT=... to change)"
	@echo "make site    build the site into site/"
	@echo "make test    run every claim of every entry, and the tests of the site"
	@echo "make bench   time every workload on this machine (QUICK=1 for under a minute)"
	@echo "make bench-compare A=... B=...   two recorded machines side by side"
	@echo "make lint    ruff and mypy"
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

bench-compare: $(STAMP)
	@$(BIN)/cheatsheet bench-compare $(A) $(B)

lint: $(STAMP)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

clean:
	rm -rf site .cache docs/figures docs/api.md docs/checked.md docs/assets/search.js docs/assets/previews docs/questions docs/benchmarks/*.md \
	  docs/benchmarks/charts
