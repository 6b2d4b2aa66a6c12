"""Know an error message by its fixed words, whatever its numbers, names and shapes.

`find/browser/messages.js` does the same in the browser; a test holds one against the other.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cheatsheet.entry import Entry

#: The share of a known message's fixed words, by what they tell, that must be there, in order.
ENOUGH = 0.75

#: How much the words that are there must tell: two words that half of the messages have do not.
LEAST = 8.0

#: A known message that tells less than this is short: it must be half of what was pasted.
SHORT = 18.0

#: What an entry that is about the message counts more than one that has it among its rows.
OF_ERRORS = 1.2

#: What a word counts that stands for another in the next message, where it is the same.
OF_FREE = 0.3

#: How many of the likeliest messages are compared word by word.
CANDIDATES = 30

#: What is read of a message, in words.
LONGEST = 120

_QUOTED = re.compile(
    r"(?<![A-Za-z0-9_'])'[^'\n]*'(?![A-Za-z0-9_])|\"[^\"\n]*\"|`[^`\n]*`|<[^>\n]*>|\S*/\S*"
)
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(?:'t)?")
#: Words that stand for another in the next message: dtypes, devices, kinds of tensors, errors.
FREE = (
    r"(?:torch|cpu|cuda|mps|meta|xpu|xla|float|double|half|long|int|short|byte|char|bool|bfloat"
    r"|complex|uint|unsigned|(?:float|double|half|long|int|short|byte|char|bool|bfloat)tensor"
    r"|floattype|doubletype|longtype|inttype|\w*(?:error|exception|warning))\d*(?:_t)?"
)
_FREE = re.compile(FREE)

#: What Python's own messages are made of: only a name in quotes tells one from another.
OF_PYTHON = frozenset(
    re.findall(
        r"\w+",
        """object has no attribute, module named, cannot import name from, is not defined,
        no such file or directory, missing required positional argument arguments, takes but were
        was given, got an unexpected keyword, not enough too many values to unpack expected,
        callable subscriptable iterable, init, not supported between instances of and,
        permission denied errno""",
    )
)


@dataclass(frozen=True)
class Known:
    """An entry that knows a message.

    Attributes:
        name: The entry.
        message: The row or wording that fits.
        score: How much the words say that both have.
    """

    name: str
    message: str
    score: float


def fixed_words(message: str) -> list[str]:
    """Return the words of a message that are there whatever it was raised for, in order."""
    found = [word.lower() for word in _WORD.findall(_QUOTED.sub(" ", message))]
    return [word for word in found if len(word) > 1 and not _FREE.fullmatch(word)][:LONGEST]


def free_words(message: str) -> set[str]:
    """Return the other words: names in quotes, dtypes, devices, the type of the error."""
    return {word.lower() for word in _WORD.findall(message)} - set(fixed_words(message))


def messages_of(entry: Entry) -> list[str]:
    """Return the messages that an entry knows: its rows, type and text, and other wordings.

    Of those with the same fixed words, the first stands for all.
    """
    rows = [f"{row.type}: {row.message}" for row in entry.raises + entry.warns]
    by_words: dict[tuple[str, ...], str] = {}
    for message in (*rows, *entry.wordings):
        by_words.setdefault((*fixed_words(message),), message)
    return list(by_words.values())


@dataclass(frozen=True)
class _Row:
    name: str
    message: str
    words: list[str]
    free: set[str]

    @property
    def key(self) -> str:
        """The name in quotes without which this is any program's message; else nothing."""
        return _last_name(self.message) if OF_PYTHON.issuperset(self.words) else ""


def _last_name(message: str) -> str:
    names = re.findall(r"'([^'\n]*)'", message)
    return names[-1] if names else "?"


class Messages:
    """All messages, ready to be asked."""

    def __init__(self, messages: Iterable[tuple[str, str]]) -> None:
        """Count in how many messages each word stands.

        Args:
            messages: Pairs of an entry's name and a message that it knows.
        """
        self.known = [
            _Row(name, message, words, free_words(message))
            for name, message in messages
            if (words := fixed_words(message))
        ]
        counts = Counter(word for row in self.known for word in set(row.words))
        self.tells = {word: math.log(1 + len(self.known) / n) for word, n in counts.items()}

    def explain(self, message: str) -> list[Known]:
        """Return the entries that know a message, the best first; none where it is not known."""
        pasted, free, last = fixed_words(message), free_words(message), _last_name(message)
        there = set(pasted)
        likely = []
        for number, row in enumerate(self.known):
            shared = self._sum([word for word in row.words if word in there])
            fits = (
                shared >= self._least(row) and max(row.words, key=self.tells.__getitem__) in there
            )
            if fits and row.key in ("", last) and not self._is_aside(row, pasted):
                likely.append((-shared, number))
        best: dict[str, Known] = {}
        for _, number in sorted(likely)[:CANDIDATES]:
            row = self.known[number]
            held = self._in_order(row.words, pasted)
            if held < self._least(row):
                continue
            score = held * held / self._sum(row.words) + OF_FREE * len(row.free & free)
            score *= OF_ERRORS if row.name.startswith("errors/") else 1.0
            if row.name not in best or best[row.name].score < score:
                best[row.name] = Known(row.name, row.message, score)
        return sorted(best.values(), key=lambda known: -known.score)

    def _least(self, row: _Row) -> float:
        """Return what the words that both have must tell, at least."""
        return max(LEAST, ENOUGH * self._sum(row.words))

    def _is_aside(self, row: _Row, pasted: Sequence[str]) -> bool:
        """Tell whether a short message stands in a longer one that says something else."""
        return self._sum(row.words) < SHORT and 2 * len({*row.words} & {*pasted}) < len({*pasted})

    def _sum(self, words: Sequence[str]) -> float:
        return sum(self.tells[word] for word in words)

    def _in_order(self, words: Sequence[str], pasted: Sequence[str]) -> float:
        """Return what the words tell that stand in both, in one order: a longest common part."""
        best = [0.0] * (len(pasted) + 1)
        for word in words:
            above = best
            best = [0.0]
            for place, other in enumerate(pasted):
                taken = above[place] + self.tells[word] if word == other else 0.0
                best.append(max(taken, above[place + 1], best[place]))
        return best[-1]
