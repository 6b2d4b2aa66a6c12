r"""torchtext: a vocabulary of a few lines.

`torchtext` is archived, and its last release does not load beside a new torch. What
tutorials took from it is short: a counter, a dictionary, padding. For tokens of words
and pieces there are the libraries of the models.

Asked as:
    torchtext is deprecated; No module named 'torchtext'; from torchtext.data import
    Field, BucketIterator; build_vocab_from_iterator; TEXT.build_vocab(train);
    get_tokenizer('basic_english'); torchtext.legacy; replace torchtext; undefined
    symbol in torchtext; IMDB tutorial with torchtext
"""

import re
from collections import Counter

import torch
from torch.nn.utils.rnn import pad_sequence

texts = ["The cat sat.", "The dog sat on the cat!"]
tokens = [re.findall(r"\w+|[^\w\s]", text.lower()) for text in texts]

# Field.build_vocab, build_vocab_from_iterator:
counts = Counter(token for row in tokens for token in row)
words = ["<pad>", "<unk>", *(word for word, count in counts.most_common() if count > 1)]
number = {word: i for i, word in enumerate(words)}
print(words)
#> ['<pad>', '<unk>', 'the', 'cat', 'sat']

# BucketIterator: rows of about one length, padded.
rows = [torch.tensor([number.get(t, 1) for t in row]) for row in tokens]  # <-
print(pad_sequence(sorted(rows, key=len), batch_first=True))
#> tensor([[2, 3, 4, 1, 0, 0, 0],
#>         [2, 1, 4, 1, 2, 3, 1]])
