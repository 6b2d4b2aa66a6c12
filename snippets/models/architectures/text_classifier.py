"""Text classifier: embed, average, classify.

Token numbers become vectors; their mean over the real tokens, padding left out, goes
through a Linear layer. A strong baseline before an LSTM or a transformer.

Attributes: Shapes
    tokens: (N, L) int64, 0 is padding
    logits: (N, 3) float32

Asked as:
    sentiment analysis, are reviews positive or negative; label short texts by topic;
    fastText style classifier; mean of word embeddings, ignoring padded tokens; masked
    mean pooling; GlobalAveragePooling1D; spam detection; IMDB reviews; NLP baseline;
    baseline network to classify sentences; document classification network; which model
    to begin with for texts; average word vectors of a sentence; tell which language or
    mood a sentence has; simple network for text, token ids to a class; classify
    sentences without a recurrent layer; text classification; classify texts; sentiment
    analysis
"""

import torch
from torch import nn


class TextClassifier(nn.Module):
    def __init__(self, vocabulary, width, classes):
        super().__init__()
        self.embedding = nn.Embedding(vocabulary, width, padding_idx=0)
        self.out = nn.Linear(width, classes)

    def forward(self, tokens):
        real = (tokens != 0).unsqueeze(-1)  # (2, 4, 1)
        total = (self.embedding(tokens) * real).sum(dim=1)
        return self.out(total / real.sum(dim=1).clamp(min=1))  # a text without tokens


tokens = torch.tensor([[5, 9, 2, 0], [7, 0, 0, 0]])  # (2, 4)
logits = TextClassifier(vocabulary=20, width=6, classes=3)(tokens)  # <-
print(logits.shape)
#> torch.Size([2, 3])
