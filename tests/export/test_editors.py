"""What an editor inserts is the code of the entry: both files read by the rules of their editor."""

import json
import re

from lxml import etree
from support import ENTRIES

from cheatsheet.export import editors
from cheatsheet.export.editors import FOLDER, JETBRAINS, VS_CODE

CODE = {entry.name: entry.pasted.rstrip("\n") for entry in ENTRIES}


def inserted_by_vs_code(body):
    """Read a body as VS Code does; a `$` that is not escaped begins a field or a variable."""
    return re.sub(r"\\([\\$}])|(\$)", lambda m: m[1] or "FIELD", "\n".join(body))


def inserted_by_jetbrains(value):
    """Read a value as JetBrains does: `$$` is a dollar, `$NAME$` a variable."""
    return re.sub(r"\$(\w*)\$", lambda m: "FIELD" if m[1] else "$", value)


def test_vs_code_inserts_the_code_of_every_entry():
    snippets = json.loads((FOLDER / VS_CODE).read_text(encoding="utf-8"))
    assert {n: inserted_by_vs_code(row["body"]) for n, row in snippets.items()} == CODE
    assert {row["scope"] for row in snippets.values()} == {"python"}


def test_jetbrains_inserts_the_code_of_every_entry():
    root = etree.parse(FOLDER / JETBRAINS).getroot()
    found = [inserted_by_jetbrains(template.get("value")) for template in root]
    assert [text.rstrip("\n") for text in found] == list(CODE.values())
    assert {template.find("context/option").get("name") for template in root} == {"Python"}


def test_what_is_typed_is_short_and_of_one_entry():
    typed = editors.prefixes(ENTRIES)
    assert len(set(typed.values())) == len(ENTRIES)
    assert all(re.fullmatch(r"pt-[a-z0-9_-]+", prefix) for prefix in typed.values())
    assert typed["losses/regression/huber"] == "pt-huber"
    names = [entry.path.stem for entry in ENTRIES]
    for entry in ENTRIES:
        if names.count(entry.path.stem) == 1:
            assert typed[entry.name] == f"pt-{entry.path.stem}"
        else:
            assert typed[entry.name].endswith(f"-{entry.path.stem}")


def test_dollars_and_braces_come_through():
    """Whatever the entries hold today, and what is not escaped is seen."""
    line = r"print(f'{cost}$', '\\$HOME$', '${x}')"
    body = editors._without_fields(line)
    assert inserted_by_vs_code([body]) == line
    assert inserted_by_vs_code([line]) != line
    assert inserted_by_jetbrains(line.replace("$", "$$")) == line
    assert inserted_by_jetbrains(line) != line
