# Two commands: `make serve` to read the site, `make test` to check every claim on it.
PYTHON ?= python3
PORT ?= 8000
# `TORCH_BACKEND=cpu make test` installs the small CPU wheels (uv's --torch-backend).
TORCH_BACKEND ?=
REMOTE ?= origin

# Windows calls the folder Scripts.
SCRIPTS := $(if $(filter Windows_NT,$(OS)),Scripts,bin)
BIN := .venv/$(SCRIPTS)
NIGHTLY := .venv-nightly
OTHER := .venv-$(TORCH)
STAMP := .venv/installed$(if $(TORCH_BACKEND),-$(TORCH_BACKEND))
export NO_MKDOCS_2_WARNING := 1
export PYTHONUTF8 := 1

# What git says has changed since the last commit.
CHANGED = $(filter-out %/__init__.py,$(shell { git diff --name-only --diff-filter=d HEAD; \
  git ls-files --others --exclude-standard; } | grep '^snippets/.*\.py$$'))

.PHONY: help serve site test every-page prepare wheel downloads push-notebooks bench bench-compare lighthouse lint sentences fast verify nightly clean

help:
	@echo "make serve   read the site at http://127.0.0.1:$(PORT) (PORT=... to change)"
	@echo "make site    build the site into site/"
	@echo "make wheel   build the wheel, with all entries in it, into dist/"
	@echo "make downloads   the site with PDFs and a zip of it, named on its page Take it along (needs Chromium)"
	@echo "make push-notebooks   the notebooks as the branch that Colab opens (REMOTE=... to change)"
	@echo "make test    run the claims of entries that changed, every eighth other, and all tests (ALL=1: every claim)"
	@echo "make every-page   the tests of the site on all pages, and all other seeds; make test takes some"
	@echo "make bench   time what the results of this machine lack (QUICK=1, PART=losses, AGAIN=1)"
	@echo "make bench-compare A=... B=...   two recorded machines side by side"
	@echo "make fast    before a commit: lint, the rules of the house, sentences, the entries that changed"
	@echo "make lighthouse   what Lighthouse says of six pages (needs npm)"
	@echo "make lint    ruff and mypy"
	@echo "make sentences   read every entry and account for its sentences; nothing is run"
	@echo "make verify TORCH=2.13.0   run every entry on that release, and record what held"
	@echo "make nightly NIGHTLY_INDEX=...   what differs on the nightly torch of a package index"
	@echo "make clean   remove what was built"

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed, got: $$($(PYTHON) --version). Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Setting up .venv (torch is large: minutes on a slow line, seconds when cached)"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || \
	  { echo "No venv module. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt uv
	$(BIN)/uv pip install --compile-bytecode --python $(BIN)/python $(if $(TORCH_BACKEND),--torch-backend $(TORCH_BACKEND)) \
	  --constraint constraints.txt --build-constraint constraints.txt \
	  --editable '.[recipes,site,export,mcp,test]'
	@rm -f .venv/installed*
	@touch $@

prepare: $(STAMP)
	@echo "Drawing figures, writing indexes"
	@$(BIN)/cheatsheet prepare

site: prepare
	$(BIN)/mkdocs build --strict

wheel: prepare
	$(BIN)/uv build --quiet --wheel --build-constraint constraints.txt --out-dir dist

downloads: prepare
	$(BIN)/cheatsheet downloads
	$(BIN)/mkdocs build --strict

# A commit of its own, without history: nothing that is made is committed elsewhere.
push-notebooks: export GIT_INDEX_FILE = $(CURDIR)/.cache/notebooks.index
push-notebooks: prepare
	@rm -f .cache/notebooks.index
	git --git-dir="$$(git rev-parse --absolute-git-dir)" --work-tree=docs add --force '*.ipynb'
	git push --force $(REMOTE) "$$(git -c user.name=cheatsheet -c user.email=cheatsheet@localhost \
	  commit-tree -m Notebooks "$$(git write-tree)"):refs/heads/notebooks"

serve: prepare
	@$(BIN)/cheatsheet serve --port $(PORT)

# Here every eighth of the entries that the record knows to hold; all with ALL=1, and in CI.
test: prepare
	$(BIN)/python -m pytest $(if $(ALL)$(filter true,$(CI)),,--spare-recorded)

every-page: prepare
	$(BIN)/python -m pytest tests/site tests/export tests/test_bounds.py --every-page

# A run of its own: no other test, no second process, so that nothing disturbs the clock.
bench: $(STAMP)
	$(BIN)/cheatsheet bench-record $(if $(QUICK),--quick) $(if $(PART),-k "$(PART)") \
	  $(if $(AGAIN),--again) $(if $(MACHINE),--machine $(MACHINE))
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

# Another torch in an environment of its own, anew each time: first torch, then what goes with it,
# pinned but for what that torch itself decides.
define install_other
	$(PYTHON) -m venv --clear $(1)
	$(1)/$(SCRIPTS)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt uv
	$(1)/$(SCRIPTS)/uv pip install --python $(1)/$(SCRIPTS)/python $(2) torchvision || \
	  { echo "No torch and torchvision for this machine: $(2)"; exit 2; }
	$(1)/$(SCRIPTS)/uv pip freeze --python $(1)/$(SCRIPTS)/python | grep -E '^torch(vision)?==' > $(1)/torch.txt
	grep -vE '^(torch|torchvision|setuptools)==' constraints.txt > $(1)/constraints.txt
	$(1)/$(SCRIPTS)/uv pip install --python $(1)/$(SCRIPTS)/python --override $(1)/torch.txt \
	  --constraint $(1)/constraints.txt --editable '.[recipes]'
endef

verify:
	@test -n "$(TORCH)" || { echo "TORCH is not set, expected a release of torch. Try: make verify TORCH=2.13.0"; exit 2; }
	$(call install_other,$(OTHER),$(if $(TORCH_BACKEND),--torch-backend $(TORCH_BACKEND)) torch==$(TORCH))
	$(OTHER)/$(SCRIPTS)/cheatsheet surface .cache/surface/$(TORCH).json
	$(OTHER)/$(SCRIPTS)/cheatsheet check --record

nightly:
	@test -n "$(NIGHTLY_INDEX)" || { echo "NIGHTLY_INDEX is not set, expected the address of a package" \
	  "index with nightly builds of torch. Try: make nightly NIGHTLY_INDEX=ADDRESS"; exit 2; }
	$(call install_other,$(NIGHTLY),--prerelease allow --default-index $(NIGHTLY_INDEX) torch)
	@mkdir -p .cache
	$(NIGHTLY)/$(SCRIPTS)/cheatsheet check --json > .cache/nightly.json; test $$? -le 1
	$(NIGHTLY)/$(SCRIPTS)/cheatsheet changes .cache/nightly.json

clean:
	rm -rf site dist .cache docs/figures docs/sliders docs/api.md docs/api docs/checked.md docs/assets/search.js docs/assets/previews docs/questions docs/releases docs/benchmarks/*.md \
	  docs/benchmarks/charts docs/downloads docs/take-along.md
	find docs -name '*.txt' -delete -o -name '*.ipynb' -delete
