"""Byte-pair encoding: a tokenizer, trained from scratch.

A text begins as its UTF-8 bytes, ids 0 to 255. Training joins the most frequent pair of
neighbours into a new id, again and again. Encoding joins the same pairs in the order in
which they were learnt. Whatever the text, the bytes that come out are those that went
in. Cut between two bytes of one character, `decode` shows �. GPT-2 splits the text into
words first, and joins nothing across them.

Attributes: Shapes
    ids: (T,) int64

Asked as:
    BPE tokenizer in plain Python; subword tokens; how does the tokenizer of GPT work;
    tiktoken from scratch; minimal byte-level tokenizer; merges and vocab; sentencepiece
    or byte pair; get_stats and merge; most frequent pair of symbols; tokenize text with
    emoji without unknown tokens; UTF-8 bytes as tokens; no <unk> token; vocabulary of
    subwords; huggingface ByteLevelBPETokenizer; encode and decode a string with merges;
    why is a word split into pieces; train a tokenizer on my own text; tokenizer without
    a library
"""

from collections import Counter
from itertools import pairwise

import torch


def join(ids, pair, new):
    out = []
    for i in ids:
        if out and (out[-1], i) == pair:
            out[-1] = new
        else:
            out.append(i)
    return out


def train(text, size):
    ids, merges = list(text.encode()), {}
    for new in range(256, size):
        pair, count = Counter(pairwise(ids)).most_common(1)[0]
        if count == 1:
            break
        ids, merges[pair] = join(ids, pair, new), new
    return merges


def encode(text, merges):
    ids = list(text.encode())
    for pair, new in merges.items():  # in the order in which they were learnt
        ids = join(ids, pair, new)
    return torch.tensor(ids, dtype=torch.int64)


def decode(ids, merges):
    piece = {i: bytes([i]) for i in range(256)}
    for (a, b), new in merges.items():
        piece[new] = piece[a] + piece[b]
    return b"".join(piece[int(i)] for i in ids).decode(errors="replace")


merges = train("low lower lowest, slow slower slowest", size=262)  # <-
ids = encode("slowly", merges)
print(ids, [decode([i], merges) for i in ids])
#> tensor([115, 257, 108, 121]) ['s', 'low', 'l', 'y']
print(decode(encode("Grüße 🐸", merges), merges))
#> Grüße 🐸
