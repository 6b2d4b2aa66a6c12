"""`cheatsheet new`: what it writes passes every check, and what it refuses stays as it was."""

import ast
import importlib.util
import json
import os
import shutil
import subprocess
import sys

import pytest
import yaml
from support import says
from test_structure import test_entry_keeps_the_rules as keeps_the_rules

from cheatsheet import catalog
from cheatsheet.catalog import ROOT
from cheatsheet.check import sentences
from cheatsheet.check.claims import check
from cheatsheet.entry import EntryError, read_entry
from cheatsheet.new import MOST_ENTRIES, NewError, new

#: In a page that is there, in a topic without groups, and with one page or two that are missing.
ENTRIES = [
    "losses/regression/log_cosh",
    "timing/watch_clock",
    "losses/robust/barron",
    "audio/mel",
    "audio/speech/mel",
]


#: What of the cheat sheet is copied.
TOPICS = ["losses", "optimizers", "data", "timing", "mistakes"]


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A copy of what the command reads and writes, of some topics."""
    for name in TOPICS:
        for folder in (f"snippets/{name}", f"docs/{name}", f"tests/sentences/{name}"):
            if (ROOT / folder).exists():
                without = shutil.ignore_patterns("__pycache__")
                shutil.copytree(ROOT / folder, tmp_path / folder, ignore=without)
    page = f'"""The cheat sheet: of some topics."""\n\n__all__ = {json.dumps(TOPICS)}\n'
    (tmp_path / "snippets" / "__init__.py").write_text(page)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    monkeypatch.setattr(catalog, "ROOT", tmp_path)
    monkeypatch.setattr(catalog, "SNIPPETS", tmp_path / "snippets")
    monkeypatch.setattr(sentences, "TESTS", tmp_path / "tests")
    monkeypatch.setattr(sentences, "LISTS", tmp_path / "tests" / "sentences")
    yield tmp_path
    catalog.read_page.cache_clear()


def problems_of(owner, written):
    """What nothing accounts for, by the tests and lists of the copy."""
    said = sentences.said.__wrapped__().get(owner, {})
    listed = sentences.listed.__wrapped__().get(owner, {})
    return sentences.decide({s.text: s for s in written}, said, listed, "").problems


def navigation(tree):
    """The navigation as text of paths: `Training/Losses/Regression: losses/regression.md`."""
    text = (tree / "mkdocs.yml").read_text()

    def below(items, above):
        for item in items:
            if isinstance(item, str):
                yield f"{above}: {item}"
            else:
                for name, value in item.items():
                    path = f"{above}/{name}".lstrip("/")
                    yield from (
                        [f"{path}: {value}"] if isinstance(value, str) else below(value, path)
                    )

    return list(below(yaml.safe_load(text[text.index("\nnav:") :])["nav"], ""))


def files_of(tree):
    return {path: path.read_bytes() for path in tree.rglob("*") if path.is_file()}


@says(
    "README",
    "`cheatsheet new losses/robust/barron` writes an entry that passes every check, its test, and"
    " its page where that is missing.",
)
@says("CONTRIBUTING", "It passes every check as it stands.")
@pytest.mark.parametrize("name", ENTRIES)
def test_a_new_entry_passes_every_check(name, tree):
    new(name)
    entry = read_entry(catalog.SNIPPETS / f"{name}.py", name)
    keeps_the_rules(entry)
    assert len(entry.asked) == 5
    assert (entry.call.text, entry.call.result) == ("x + x", "tensor([2., 4.])")
    report = check(entry)
    assert not report.failures, report.explain()
    assert {"runs", "output", "silence"} <= {claim.kind for claim in report.claims if claim.holds}
    assert not problems_of(name, sentences.sentences_of(entry))

    page = catalog.read_page(entry.path.parent)
    assert name in catalog.entry_paths()
    assert page.members[-1] == entry.path.stem
    if not (ROOT / "snippets" / page.name).exists():
        assert not problems_of(page.name, sentences.sentences_of_page(page))
    place, _ = catalog.place_of(name)
    text = (tree / "docs" / f"{place}.md").read_text()
    assert f"::: snippets.{page.name.replace('/', '.')}\n" in text
    assert [line for line in navigation(tree) if line.endswith(f": {place}.md")]

    topic = catalog.read_page(catalog.SNIPPETS / name.split("/")[0])
    assert all(f"{topic.name}/{wanted}" in catalog.entry_paths() for wanted in topic.wanted)
    assert topic.wanted
    (made,) = (tree / "tests").rglob("test_*.py")
    assert made.parent.name == topic.name
    spec = importlib.util.spec_from_file_location(made.stem, made)
    spec.loader.exec_module(module := importlib.util.module_from_spec(spec))
    getattr(module, f"test_{entry.path.stem}")(number=3.0)
    assert not (ROOT / made.relative_to(tree)).exists()


@says(
    "CONTRIBUTING",
    "`cheatsheet new losses/robust/barron` makes the entry and, where it is missing, its page:"
    " `__init__.py`, the page in `docs/`, its line in `mkdocs.yml`, its list of sentences.",
    '`cheatsheet new losses/robust --page --summary "…"` makes the page alone.',
)
@says(
    "CONTRIBUTING",
    "`cheatsheet new losses/regression/log_cosh` writes the file, its name in `__all__`, a test and"
    " a row in the list of sentences.",
)
def test_what_is_written(tree):
    def written(*arguments, **options):
        return [
            f"{what} {path.relative_to(tree).as_posix()}"
            for what, path in new(*arguments, **options)
        ]

    assert written("losses/regression/log_cosh") == [
        "changed snippets/losses/regression/__init__.py",
        "wrote snippets/losses/regression/log_cosh.py",
        "changed tests/sentences/losses/regression.txt",
        "wrote tests/losses/test_losses_regression_log_cosh.py",
    ]
    page = [
        "changed snippets/losses/__init__.py",
        "wrote snippets/losses/robust/__init__.py",
        "wrote docs/losses/robust.md",
        "wrote tests/sentences/losses/robust.txt",
        "changed mkdocs.yml",
    ]
    entry = ["snippets/losses/robust/barron.py", "tests/losses/test_losses_robust_barron.py"]
    before = files_of(tree)
    assert written("losses/robust/barron") == page + [f"wrote {path}" for path in entry]
    for path in set(files_of(tree)) - set(before):
        path.unlink()
    for path, content in before.items():
        path.write_bytes(content)
    catalog.read_page.cache_clear()
    assert written("losses/robust", page=True, summary="few points far out.") == page
    robust = catalog.read_page(catalog.SNIPPETS / "losses" / "robust")
    assert (robust.members, robust.docstring.strip()) == ((), "Robust: few points far out.")
    assert not problems_of("losses/robust", sentences.sentences_of_page(robust))


@says(
    "CONTRIBUTING",
    "A topic is made so too; `--after data` chooses its place.",
    "The order of `__all__` is that of the page: `--after huber` chooses the place, `--heading`"
    " and `--summary` choose the first line.",
)
def test_the_place_of_what_is_new(tree):
    comments = [line for line in (tree / "mkdocs.yml").read_text().splitlines() if "#" in line]
    new("losses/regression/log_cosh", "LogCosh", "smooth. All of it!", after="huber")
    entry = catalog.find_one("log_cosh")
    assert (entry.heading, entry.summary) == ("LogCosh", "smooth. All of it!")
    assert not problems_of(entry.name, sentences.sentences_of(entry))
    members = catalog.read_page(entry.path.parent).members
    assert members[members.index("huber") + 1] == "log_cosh"

    new("losses/robust", page=True, after="classification")
    new("audio", "Sound, waves", page=True, after="data")
    new("sound", page=True, after="timing")
    rows = navigation(tree)
    for above, below in [
        ("Training/Losses/Classification: losses/classification.md", "Robust: losses/robust.md"),
        (
            "Data/Datasets and loaders/Data at work: data/work.md",
            "Data/Sound, waves: audio/index.md",
        ),
        ("Benchmarks/Time your own code: timing/index.md", "Benchmarks/Sound: sound/index.md"),
    ]:
        assert rows[rows.index(above) + 1].endswith(below)
    topics = catalog.read_page(catalog.SNIPPETS).members
    assert topics[topics.index("data") + 1] == "audio"
    now = (tree / "mkdocs.yml").read_text().splitlines()
    assert [line for line in now if "#" in line] == comments

    new("audio/speech/mel")  # the first group: the page of the topic becomes a section
    rows = navigation(tree)
    assert rows[rows.index("Data/Sound, waves: audio/index.md") + 1] == (
        "Data/Sound, waves/Speech: audio/speech.md"
    )
    assert "\nhide: [navigation, toc]\n---\n" in (tree / "docs" / "audio" / "index.md").read_text()


def test_the_second_of_a_name_is_asked_by_other_phrases(tree):
    for name in ("losses/regression/barron", "losses/options/barron"):
        new(name)
    first, second = catalog.find(["losses/regression/barron", "losses/options/barron"])
    assert not set(first.asked) & set(second.asked)
    assert len(second.asked) == 5


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("[]", '["new"]'),
        ('["a"]', '["a", "new"]'),
        ('[\n    "a",\n    "é",\n]', '[\n    "a",\n    "é",\n    "new",\n]'),
        ('["é", "a",\n  "b", "c"]', '["é", "a",\n  "b", "c", "new"]'),
    ],
)
def test_all_keeps_its_form(names, expected, tree):
    path = tree / "snippets" / "losses" / "options" / "__init__.py"
    path.write_text(f'"""Options: of a loss."""\n\n__all__ = {names}  # in order\n')
    for name in ast.literal_eval(names):
        (path.parent / f"{name}.py").write_text(f'"""{name}: b."""\n')
    new("losses/options/new")
    assert path.read_text() == f'"""Options: of a loss."""\n\n__all__ = {expected}  # in order\n'


@says(
    "CONTRIBUTING",
    "What is there, a name that Python cannot import and a page of 16 entries are refused.",
)
@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("losses/regression/huber", {}, "'huber' is there"),
        ("losses/regression", {"page": True}, "'regression' is there"),
        ("losses", {"page": True}, "'losses' is there"),
        ("losses/regression/Huber", {}, "no name of a file that Python imports"),
        ("losses/regression/log-cosh", {}, "no name of a file that Python imports"),
        ("losses/regression/lambda", {}, "no name of a file that Python imports"),
        ("losses/regression/random", {}, "is the name of a module"),
        ("losses/regression/sentences", {}, "tests/losses/test_losses_regression_sentences.py"),
        ("losses/regression/new", {"heading": "HuberLoss"}, "has the heading 'HuberLoss'"),
        ("losses/regression/new", {"heading": ": "}, "the first line is"),
        ("losses/regression/new", {"summary": '"""'}, "not valid Python"),
        ("losses/regression/new", {"summary": "so " * 40}, "say it in less"),
        ("losses/regression/new", {"after": "nothing"}, "no 'nothing' to stand below"),
        ("losses/new", {}, "losses has groups and no entries of its own"),
        ("timing/new", {"page": True}, "timing has entries and no groups"),
        ("timing/new/one", {}, "timing has entries and no groups"),
        ("optimizers/methods/new", {}, f"has {MOST_ENTRIES} entries"),
        ("losses/new", {"page": True, "summary": "so " * 60}, "say it in less"),
        ("losses/index", {"page": True}, "'index' is the page of the topic"),
        ("benchmarks", {"page": True}, "names other pages or tests"),
        ("sentences", {"page": True}, "names other pages or tests"),
        ("losses", {}, "a topic or a group is made with --page"),
        ("a/b/c/d", {}, "is not topic/entry"),
        ("a/b/c", {"page": True}, "is not topic or topic/group"),
    ],
)
def test_what_is_refused(name, options, message, tree):
    there = tree / "tests" / "losses" / "test_losses_regression_sentences.py"
    there.parent.mkdir()
    there.touch()
    before = files_of(tree)
    with pytest.raises((NewError, EntryError), match=message):
        new(name, **options)
    assert files_of(tree) == before


def test_the_command(tree):
    shutil.copytree(ROOT / "cheatsheet", tree / "cheatsheet")

    def cheatsheet(*arguments):
        command = [sys.executable, "-m", "cheatsheet.cli", *arguments]
        environment = {**os.environ, "PYTHONPATH": str(tree), "COLUMNS": "200"}
        return subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True)

    done = cheatsheet("new", "losses/robust/barron", "--heading", "Barron", "--summary", "bends.")
    assert (done.returncode, done.stderr) == (0, "")
    assert "wrote   snippets/losses/robust/barron.py\n" in done.stdout
    assert "  cheatsheet check losses/robust/barron\n" in done.stdout
    assert cheatsheet("list", "losses/robust").stdout.split() == (
        ["losses/robust/barron", "Barron", "bends."]
    )
    accounted = cheatsheet("sentences", "losses/robust", "snippets/losses/robust/barron.py")
    assert (accounted.returncode, accounted.stderr) == (0, "")
    assert accounted.stdout.startswith("2 pages and entries: 1 facts, 1 held; 2 advice")
    again = cheatsheet("new", "losses/robust/barron")
    assert again.returncode == 2
    assert again.stderr == (
        "error: snippets/losses/robust/__init__.py: 'barron' is there: choose another name, or "
        "edit that\n"
    )
