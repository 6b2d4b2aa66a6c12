"""The documented names that no entry shows, each with its reason; `unshown.txt` is the list."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from cheatsheet.names.documented import MODULES, module_of
from cheatsheet.names.shown import Shown

LIST = Path(__file__).with_name("unshown.txt")

#: What stands over names that have just been found, until somebody gives the reason.
NO_REASON = "No reason has been given yet"

_HEAD = """\
# The documented names that no entry shows, below the reason. `cheatsheet names --update` takes out
# what an entry shows by now, and puts what is new below the last heading.
"""


def reasons() -> dict[str, str]:
    """Return by name why no entry shows it, as the list says."""
    found: dict[str, str] = {}
    reason = NO_REASON
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            reason = line.removeprefix("## ")
        elif not line.startswith("#"):
            found.update(dict.fromkeys(line.split(), reason))
    return found


def missing(shown: Shown) -> list[str]:
    """Return the documented names that no entry shows."""
    return [name for name in shown.library.operations if not shown.is_shown(name)]


def without_reason(shown: Shown) -> list[str]:
    """Return the documented names that no entry shows, and the list gives no reason for."""
    given = reasons()
    return [name for name in missing(shown) if given.get(name, NO_REASON) == NO_REASON]


def update(shown: Shown) -> list[str]:
    """Write the list anew, and return the names that have no reason yet."""
    given = reasons()
    by_reason: dict[str, list[str]] = defaultdict(list)
    for reason in given.values():
        by_reason[reason] = []  # in the order of the list
    for name in missing(shown):
        by_reason[given.get(name, NO_REASON)].append(name)
    LIST.write_text(_HEAD + _sections(by_reason), encoding="utf-8")
    return by_reason[NO_REASON]


def _sections(by_reason: Mapping[str, list[str]]) -> str:
    text = ""
    for reason in sorted(by_reason, key=lambda reason: reason == NO_REASON):
        names = sorted(by_reason[reason], key=lambda name: (MODULES.index(module_of(name)), name))
        if names:
            text += f"\n## {reason}\n" + textwrap.fill(" ".join(names), 100) + "\n"
    return text
