"""Know an error message by its fixed words, whatever its numbers, names and shapes.

`find/browser/messages.js` does the same in the browser; a test holds one against the other.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from cheatsheet.catalog import ERRORS
from cheatsheet.entry import NOTHING, PRINTS, WRITES, Entry

#: The share of a known message's fixed words, by what they tell, that must be there, in order.
ENOUGH = 0.75

#: The share of what was pasted that a message must hold that is known only in part, and how much
#: that must tell.
OF_PART, LEAST_OF_PART, FEWEST_OF_PART = 0.9, 14.0, 4

#: A known message of this many words or fewer must be there whole.
FEW = 5

#: How much the words that are there must tell: two words that half of the messages have do not.
LEAST = 8.0

#: A known message that tells less than this is short: it must be half of what was pasted.
SHORT = 18.0

#: What an entry that is about the message counts more than one that has it among its rows.
OF_ERRORS = 1.4

#: What is taken off for what the words tell of a known message that are missing.
OF_MISSING = 0.1

#: Sums of the same numbers in another order differ by less.
ROUNDING = 1e-6

#: What a word counts that stands for another in the next message, where it is the same.
OF_FREE = 0.3

#: How many of the likeliest messages are compared word by word.
CANDIDATES = 30

#: What is read of a message, in words.
LONGEST = 120

#: Names that differ from program to program: in quotes, in brackets, paths, parameters.
NAMED = (
    r"(?<![A-Za-z0-9_'])'[^'\s]*'(?![A-Za-z0-9_])|\"[^\"\s]*\"|`[^`\n]*`|<[^>\n]*>|\S*/\S*"
    r"|\[[A-Za-z_][A-Za-z0-9_]*\]|\S+\.(?:weight|bias|running_mean|running_var)(?![A-Za-z0-9_])"
)
_NAMED = re.compile(NAMED)
_WORD = re.compile(r"(?<![A-Za-z0-9_])[A-Za-z_][A-Za-z0-9_]*(?:'t)?")
#: Words that stand for another in the next message: dtypes, devices, kinds of tensors, errors.
FREE = (
    r"(?:torch|cpu|cuda|mps|meta|xpu|xla|complex|uint|unsigned|[kmgt]i?b|bytes"
    r"|(?:float|double|half|long|int|short|byte|char|bool|bfloat)(?:tensor|type)?"
    r"|[a-z]+(?:error|exception|warning))\d*(?:_t)?"
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
        permission denied errno, type, KeyError""",
    )
)

#: Words by which other libraries' messages differ from those that are known.
OF_OTHERS = frozenset({"array", "arrays", "axes", "axis", "dataframe", "jax", "keras", "op"})

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z(])")


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
    found = [word.lower() for word in _WORD.findall(_NAMED.sub(" ", message))]
    fixed = [word for word in found if len(word) > 1 and not _FREE.fullmatch(word)]
    return (fixed or _types(message))[:LONGEST]


def _types(message: str) -> list[str]:
    """Return the type of a message that is nothing but a name in quotes: `KeyError: 'epoch'`."""
    return re.findall(r"^(\w*Error): ['\"]", message)[:1]


def free_words(message: str) -> list[str]:
    """Return the other words, in order: names in quotes, dtypes, devices, the type of the error."""
    fixed = set(fixed_words(message))
    found = (word.lower() for word in _WORD.findall(message))
    return [word for word in found if word not in fixed][:LONGEST]


def messages_of(entry: Entry) -> list[str]:
    """Return the messages that an entry knows: its rows, type and text, and other wordings.

    Of those with the same fixed words, and the same key, the first stands for all.
    """
    rows = [
        f"{row.type}: {row.message}"
        for row in (*entry.raises, *entry.warns, *entry.earlier)
        if row.type not in (NOTHING, PRINTS, WRITES)
    ]
    alike: dict[tuple[str, ...], str] = {}
    for message in (*rows, *entry.wordings):
        words = fixed_words(message)
        alike.setdefault((*words, _key(message, words)), message)
    return list(alike.values())


def _key(message: str, words: list[str]) -> str:
    """Return the name in quotes without which this is any program's message; else nothing."""
    return _last_name(message) if OF_PYTHON.issuperset(words) else ""


@dataclass(frozen=True)
class _Row:
    """A known message.

    Attributes:
        key: As of `_key`.
        told: What all its words tell.
        least: What the words that are there must tell, at least, for it to be there.
        rarest: The word that tells most.
    """

    name: str
    message: str
    words: list[str]
    free: list[str]
    key: str
    told: float
    least: float
    rarest: str


def _beginnings(message: str) -> list[list[str]]:
    """Return the fixed words of a message, and of its first sentence: some paste no more."""
    texts = dict.fromkeys((message, _SENTENCE.split(message)[0]))
    return [words for text in texts if (words := fixed_words(text))]


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
        known = [(name, text, words) for name, text in messages for words in _beginnings(text)]
        counts = Counter(word for _, _, words in known for word in set(words))
        self.most = math.log(1 + len(known))
        self.tells = {word: math.log(1 + len(known) / n) for word, n in counts.items()}
        self.known = [self._row(*row) for row in known]
        self.with_word: dict[str, list[int]] = defaultdict(list)
        for number, row in enumerate(self.known):
            for word in row.words:
                self.with_word[word].append(number)

    def _row(self, name: str, text: str, words: list[str]) -> _Row:
        told = self._sum(words)
        key = _key(text, words)
        whole = told if key or len(words) <= FEW else ENOUGH * told
        least = (whole if key else max(LEAST, whole)) - ROUNDING
        rarest = max(words, key=self.tells.__getitem__)
        return _Row(name, text, words, free_words(text), key, told, least, rarest)

    def explain(self, message: str) -> list[Known]:
        """Return the entries that know a message, the best first; none where it is not known."""
        pasted, free, last = fixed_words(message), free_words(message), _last_name(message)
        there, told = set(pasted), self._sum(pasted)
        shared: dict[int, float] = defaultdict(float)
        for word in there & self.tells.keys():
            for number in self.with_word[word]:
                shared[number] += self.tells[word]
        # What is pasted may be a part of a known message, as its first line is.
        is_long = len(pasted) >= FEWEST_OF_PART
        least_of_part = max(LEAST_OF_PART, OF_PART * told) if is_long else math.inf
        likely = []
        for number, most in shared.items():
            row = self.known[number]
            whole = row.least if self._can_be_whole(row, there) else math.inf
            least = min(whole, math.inf if row.key else least_of_part)
            if most >= least and row.key in ("", last) and OF_OTHERS & there <= set(row.words):
                likely.append((-most, number, least))
        best: dict[str, Known] = {}
        for _, number, least in sorted(likely)[:CANDIDATES]:
            row = self.known[number]
            held = _in_order(row.words, pasted, self.tells.__getitem__)
            if held < least:
                continue
            score = held * held / min(row.told, told) - OF_MISSING * (row.told - held)
            score += OF_FREE * _in_order(row.free, free, lambda word: 1.0)
            score *= OF_ERRORS if row.name.startswith(ERRORS) else 1.0
            if row.name not in best or best[row.name].score < score:
                best[row.name] = Known(row.name, row.message, score)
        return sorted(best.values(), key=lambda known: -known.score)

    def _can_be_whole(self, row: _Row, there: set[str]) -> bool:
        """Tell whether the rarest word is there, and the text not a longer one about another."""
        is_aside = row.told < SHORT and 2 * len(there.intersection(row.words)) < len(there)
        return row.rarest in there and not is_aside

    def _sum(self, words: Iterable[str]) -> float:
        """Return what words tell; one that no known message has tells most."""
        return sum(self.tells.get(word, self.most) for word in words)


def _in_order(words: Sequence[str], pasted: Sequence[str], weight: Callable[[str], float]) -> float:
    """Return what the words weigh that stand in both, in one order: a longest common part."""
    best = [0.0] * (len(pasted) + 1)
    for word in words:
        above = best
        best = [0.0]
        for place, other in enumerate(pasted):
            taken = above[place] + weight(word) if word == other else 0.0
            best.append(max(taken, above[place + 1], best[place]))
    return best[-1]
