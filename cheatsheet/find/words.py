"""Turn text into the words that are compared, in the index and in what a reader types.

`browser/rank.js` does the same in the browser; a test holds one against the other.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import snowballstemmer

_stemmer = snowballstemmer.stemmer("english")

#: Names whose capitals do not begin a new word.
WHOLE = ("ReLU", "SiLU", "NumPy", "PyTorch", "cuDNN", "GPUs", "CPUs")


def _rows(file: str) -> list[list[str]]:
    lines = (Path(__file__).parent / file).read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if line and not line.startswith("#")]


#: Words that count little beside others.
GLUE = [word for row in _rows("glue.txt") for word in row]

#: Groups of words that mean the same.
SYNONYMS = _rows("synonyms.txt")

#: Modules whose names are forms of one another, how code abbreviates them, and other libraries.
FAMILIES = {
    "torch": "torch", "Tensor": "torch", "special": "torch", "nn": "nn", "F": "nn", "v2": "v2",
    "transforms": "v2", "T": "v2", "np": "np", "numpy": "np", "jnp": "np", "tf": "tf",
    "keras": "tf",
}  # fmt: skip

#: What is typed for a name: dotted, perhaps called with nothing.
_NAME = re.compile(r"@?([A-Za-z_][\w.]*)(?:\(\))?")

#: What is read of a message, in characters, and how many messages of a traceback are tried.
LONGEST_MESSAGE, MOST_MESSAGES = 600, 8

#: A text this long, or one with several lines, is pasted: a message or a traceback. So is a line
#: that begins with the type of an error and has this many words more.
LONGEST_QUERY, LEAST_WORDS = 200, 4

#: Colours of a terminal, and what torchrun and pytest put before each line.
_MARKS = re.compile(r"\x1b\[[0-9;]*m|^(?:\[rank\d+\]: ?|E {3})", re.MULTILINE)
_RAISED = re.compile(
    r"(?<![\w.])[A-Za-z_][\w.]*"
    r"(?:Error|Exception|Warning|Unsupported|Failed|Backend|SymNode|BadZipFile): "
)
_EMPTY = re.compile(r"\n\s*\n")
_WORD = re.compile(r"\w+")
_CPP = re.compile(r"\bC\+\+", re.IGNORECASE)
_MEMBER = re.compile(r"(?<=\w\.)\w+(?!\w|\.\w)")
_PART = re.compile(
    rf"{'|'.join(WHOLE)}|\d+[dD](?![a-z])|[A-Z]+(?=[A-Z][a-z]|[^a-z]|$)|[A-Z]?[a-z]+|[A-Z]+|\d+"
    r"|[^\x00-\x7f]+"
)
_OUR = re.compile(r"(?<=\w\w)our")
_ISE = re.compile(r"([aeiouy].*[aeiouy].*)is(e[drs]?|ers?|ing|ations?)$")
_IZE = re.compile(r"(\w\wiz)(e[drs]?|ers?|ing|ations?)$")
#: Forms of a word that the rules below do not bring together.
SPELLINGS = {
    "grey": "gray", "centre": "center", "centred": "center", "centering": "center",
    "gpus": "gpu", "cpus": "cpu", "indices": "index", "indexes": "index", "matrices": "matrix",
    "axes": "axis", "maths": "math", "minima": "minimum", "maxima": "maximum",
    "added": "add", "adding": "add",
}  # fmt: skip


@dataclass(frozen=True)
class Word:
    """A word or a name.

    Attributes:
        whole: The name without underscores and capitals: `crossentropyloss`, `unsqueeze`.
        parts: The words it is made of, stemmed: `cross`, `entropi`, `loss`.
        is_member: It ends a dotted name, as `where` does in `np.where`.
    """

    whole: str
    parts: tuple[str, ...]
    is_member: bool = False

    @property
    def tokens(self) -> tuple[str, ...]:
        """What is looked up: the whole and its parts, each once."""
        return tuple(dict.fromkeys((self.whole, *self.parts)))


@cache
def normal(word: str) -> str:
    """Return the form in which spellings and endings of a word meet."""
    word = word.lower()
    word = SPELLINGS.get(word, _OUR.sub("or", word))
    word = _ISE.sub(r"\1iz\2", word)
    if match := _IZE.search(word):
        return word[: match.end(1)]
    if any(map(str.isdigit, word)):
        return word
    stem: str = _stemmer.stemWord(word)
    return stem


@cache
def _word(text: str, is_member: bool) -> Word | None:
    whole = text.replace("_", "").lower()
    if len(whole) < 2 or whole.isdigit():
        return None
    parts = [p for p in _PART.findall(text) if len(p) > 1 and not p.isdigit()]
    return Word(normal(whole), tuple(dict.fromkeys(map(normal, parts))), is_member)


def words(text: str) -> list[Word]:
    """Split text into words: numbers and single letters are left out."""
    text = _CPP.sub("cpp", unicodedata.normalize("NFKC", text))
    members = {match.start() for match in _MEMBER.finditer(text)}
    found = (_word(match[0], match.start() in members) for match in _WORD.finditer(text))
    return [word for word in found if word is not None]


@cache
def synonyms(token: str) -> frozenset[str]:
    """Return the tokens that mean the same as a token."""
    groups = ([normal(word) for word in group] for group in SYNONYMS)
    return frozenset(t for group in groups if token in group for t in group if t != token)


@dataclass(frozen=True)
class Name:
    """A name of a library, as its forms have it in common.

    Attributes:
        family: The module and those that have forms of its names; of `x.clamp_`, `x`.
        key: The last part without capitals and underscores.
        last: The last part.
    """

    family: str
    key: str
    last: str

    def is_form_of(self, other: Name) -> bool:
        """Tell whether the last parts are forms of one name: one is not the other, misspelled."""
        spelled = self.last in (other.last, self.last.lower()) or other.last.islower()
        return self.key == other.key and spelled


@cache
def named(text: str) -> Name | None:
    """Return what is typed as a name; None where it is no name."""
    match = _NAME.fullmatch(text.strip())
    if match is None:
        return None
    *owner, last = match[1].split(".")
    key = last.replace("_", "").lower()
    known = [FAMILIES[part] for part in owner if part in FAMILIES]
    is_known = bool(known) and owner[-1] in (*FAMILIES, "functional")
    return Name(known[-1] if is_known else "".join(owner[-1:]), key, last) if key else None


def _without_marks(text: str) -> str:
    return _MARKS.sub("", text[-100 * LONGEST_MESSAGE :]).strip()


def is_pasted(text: str) -> bool:
    """Tell whether a text is a message, which is known or is not, and no words to look for."""
    text = _without_marks(text)
    typed = _RAISED.match(text)
    has_message = typed is not None and len(words(text[typed.end() :])) >= LEAST_WORDS
    return has_message or len(text) > LONGEST_QUERY or "\n" in text


def readings(text: str) -> list[str]:
    """Return what is looked up of a typed or pasted text: the likeliest first, at least one.

    That is all of it, but for a traceback: there it is each line that names an error with what
    follows up to an empty line, the last error first, warnings after errors.
    """
    text = _without_marks(text)
    if len(text) <= LONGEST_QUERY and "\n" not in text:
        return [text]
    raised = [(match[0].endswith("Warning: "), -match.start()) for match in _RAISED.finditer(text)]
    starts = [-place for _, place in sorted(raised)[:MOST_MESSAGES]]
    messages = [_EMPTY.split(text[start:], maxsplit=1)[0][:LONGEST_MESSAGE] for start in starts]
    return messages or list(dict.fromkeys((text[:LONGEST_MESSAGE], text[-LONGEST_MESSAGE:])))


def tokens(text: str) -> list[str]:
    """Return all that is looked up of a text, in order."""
    return [token for word in words(text) for token in word.tokens]
