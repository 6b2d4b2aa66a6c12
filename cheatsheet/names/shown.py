"""Which entries show a name, the one that is about it first."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cheatsheet.catalog import ERRORS
from cheatsheet.entry import Entry
from cheatsheet.names.documented import MODULES, Library, key, module_of
from cheatsheet.names.spelled import public_name, static_names

#: Topics whose entries are about a message, a symptom or what is old, or are long: they use names
#: in passing.
IN_PASSING = (ERRORS, "mistakes/", "upgrades/", "projects/")

_DIMENSIONS = re.compile(r"(?<=[a-z])[123]d$")
_SPAN = re.compile(r"`([A-Za-z_][\w.]*)(?:\(\))?`")

#: How a table of an entry shortens a module, beside the modules that its code uses.
_SHORT = {"nn": "torch.nn", "F": "torch.nn.functional", "Tensor": "torch.Tensor"}


class Shown:
    """What the entries show."""

    def __init__(
        self, entries: Iterable[Entry], record: dict[str, dict[str, Any]], library: Library
    ) -> None:
        """Read the names from code, from what was noted while it ran, and from tables.

        Args:
            entries: All entries, in reading order.
            record: What `cheatsheet prepare` noted, for the names behind methods.
            library: What torch and torchvision document.
        """
        self.library = library
        self.users: dict[str, list[Entry]] = defaultdict(list)
        self._read: dict[str, _Read] = {}
        for entry in entries:
            noted = record.get(entry.name, {}).get("names", ())
            names = set(filter(None, map(public_name, static_names(entry) | set(noted))))
            names |= _of_tables(entry, library)
            self._read[entry.name] = _read(entry, len(self._read))
            for name in names:
                self.users[name].append(entry)

    @cached_property
    def _by_operation(self) -> dict[str, dict[str, Entry]]:
        found: dict[str, dict[str, Entry]] = defaultdict(dict)
        for name, users in self.users.items():
            found[self.library.operation(name)].update((user.name, user) for user in users)
        return found

    @cached_property
    def _forms(self) -> dict[str, list[str]]:
        """By operation, all its names, those included that are not documented."""
        found: dict[str, list[str]] = defaultdict(list)
        known = dict.fromkeys((*self.library.operations, *self.library.others, *self.users))
        for name in known:
            found[self.library.operation(name)].append(name)
        return found

    def is_shown(self, name: str) -> bool:
        """Tell whether an entry uses a name, or another form of the same operation."""
        return self.library.operation(name) in self._by_operation

    def of(self, name: str) -> list[Entry]:
        """Return the entries that show a name, that which is about it first.

        Where none is about it, one comes first that is about another form of the same idea: the
        layer of a function, the function of a layer.
        """
        operation = self.library.operation(name)
        forms = self._forms[operation]
        kin = [other for form in forms for other in self.library.kin.get(form, ())]
        keys = {_DIMENSIONS.sub("", key(other)) for other in (*forms, *kin)}

        def about(entry: str) -> int:
            read, plain = self._read[entry], _DIMENSIONS.sub("", key(name))
            if read.title & {key(name), plain}:
                return 4
            if key(name) in read.words:
                return 3
            return 2 if plain in read.words else int(not keys.isdisjoint(read.words))

        users = dict(self._by_operation.get(operation, {}))
        if not any(about(entry) for entry in users if not entry.startswith(IN_PASSING)):
            related = (self._by_operation.get(self.library.operation(k), {}) for k in kin)
            others = {entry: of for found in related for entry, of in found.items()}
            users |= {e: of for e, of in others.items() if about(e)} if users else others
        spelled = {entry.name for entry in self.users.get(name, ())}

        is_old = name in self.library.deprecated

        def place(entry: str) -> tuple[bool, bool, int, int, bool, bool, int]:
            read = self._read[entry]
            last = name.rpartition(".")[2]
            return (
                is_old and not entry.startswith("upgrades/"),
                entry.startswith(IN_PASSING),
                -about(entry),
                -read.asked.get(last.rstrip("_"), 0),
                last not in read.marked,
                entry not in spelled,
                read.number,
            )

        return [users[entry] for entry in sorted(users, key=place)]

    @cached_property
    def homes(self) -> dict[str, Entry]:
        """By name, used or documented, the entry that one is led to first."""
        names = dict.fromkeys((*self.users, *self.library.operations, *self.library.others))
        return {name: users[0] for name in names if (users := self.of(name))}

    def share(self) -> dict[str, tuple[int, int]]:
        """Return by module how many of its documented names are shown, and how many there are."""
        names = self.library.operations
        all_names = Counter(map(module_of, names))
        shown = Counter(module_of(name) for name in names if self.is_shown(name))
        return {module: (shown[module], all_names[module]) for module in MODULES}


@dataclass(frozen=True)
class _Read:
    """What is read of an entry once.

    Attributes:
        number: Its place in the reading order.
        title: Its file name; its heading, up to a comma. Without capitals and dimensions.
        words: The words of both, so too.
        asked: The words of its phrases; 2 of a name that is a phrase by itself, else 1.
        marked: The words of the line that one comes for.
    """

    number: int
    title: set[str]
    words: set[str]
    asked: dict[str, int]
    marked: set[str]


def _read(entry: Entry, number: int) -> _Read:
    heading = entry.heading.split(",")[0].strip("` ()")
    title = {word.replace("_", "").lower() for word in (heading, entry.path.stem)}
    words = re.findall(r"\w+", f"{entry.heading} {entry.path.stem}")
    asked = dict.fromkeys(re.findall(r"\w+?(?=_?\b)", " ".join(entry.asked)), 1)
    for phrase in entry.asked:
        if match := re.fullmatch(r"[\w.]*?(\w+?)_?(?:\(\))?", phrase):
            asked[match[1]] = 2
    marked = set(re.findall(r"\w+", entry.call.text if entry.call else ""))
    return _Read(number, _plain(title), _plain({key(word) for word in words}), asked, marked)


def _plain(keys: set[str]) -> set[str]:
    """Return words with those that they are without a number of dimensions."""
    return keys | {_DIMENSIONS.sub("", word) for word in keys}


def _of_tables(entry: Entry, library: Library) -> set[str]:
    """Return the documented names in the tables of an entry, which its tests hold."""
    rows = [line for line in entry.text.splitlines() if line.lstrip().startswith("|")]
    if not rows:
        return set()
    owners = {name.rpartition(".")[0] for name in static_names(entry)} | set(_SHORT.values())
    found = set()
    for span in _SPAN.findall("\n".join(rows)):
        first, _, rest = span.partition(".")
        spelled = [span, *(f"{owner}.{span}" for owner in sorted(owners))]
        if rest and first in _SHORT:
            spelled.append(f"{_SHORT[first]}.{rest}")
        found |= {name for name in spelled if name in library.operations}
    return found
