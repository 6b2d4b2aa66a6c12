"""Characters to ids: the smallest tokenizer.

The vocabulary is the characters that occur. Sort them: the order of a `set` of strings
differs from run to run, and the ids with it. Save the list beside the weights. A
character that the text lacks has no id. Give the dtype: an empty text would be float32.

Attributes: Shapes
    ids: (T,) int64

Asked as:
    character-level tokenizer; stoi and itos; char to index dictionary; letters as
    integers for an RNN or GPT; sorted(list(set(text))); vocabulary of characters; turn
    a string into a tensor of ids; decode ids back into a string; char-rnn data
    preparation; encode and decode functions for a char model; keras StringLookup of
    characters; ord and chr of letters; ids differ after a restart of the program; turn
    every letter into a number; each letter of a book as a number
"""

import torch

text = "a toad sat on a stone"
characters = sorted(set(text))
number = {c: i for i, c in enumerate(characters)}


def encode(text):
    return torch.tensor([number[c] for c in text], dtype=torch.int64)  # <-


def decode(ids):
    return "".join(characters[i] for i in ids)


ids = encode("toads")
print(characters)
#> [' ', 'a', 'd', 'e', 'n', 'o', 's', 't']
print(ids)
#> tensor([7, 5, 1, 2, 6])
print(decode(ids))
#> toads
