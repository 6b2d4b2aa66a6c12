"""Allowed tokens: output that follows a grammar.

A state says which tokens may come; all others get minus infinity before the softmax.
The output parses, whatever the model thinks. The probabilities of what is allowed keep
their ratios. In every state at least one token has to be allowed: else all are minus
infinity, and the softmax is NaN. At the limit of tokens the text may be cut in the
middle of the grammar.

Attributes: Shapes
    logits: (13,) float32

Asked as:
    constrained decoding; force the model to output valid JSON; structured output from a
    language model; restrict generation to a list of tokens; prefix_allowed_tokens_fn;
    guided decoding with a regex or grammar; logits processor that bans tokens;
    bad_words_ids, suppress_tokens; mask of allowed next tokens; only digits as output;
    finite state machine over tokens; outlines, guidance, xgrammar; answer must be one
    of these words; forbid or ban some tokens while generating
"""

import json

import torch

vocabulary = list("0123456789,[]")
digits = list("0123456789")
#: By state: the tokens that may come, and the state that they lead to.
GRAMMAR = {
    "start": {"[": "item"},
    "item": dict.fromkeys(digits, "more"),
    "more": {",": "item", "]": "end"},
}


def allow(logits, tokens):
    keep = torch.tensor([token in tokens for token in vocabulary])
    return logits.masked_fill(~keep, -torch.inf)  # <-


torch.manual_seed(0)
text, state = "", "start"
while state != "end":
    logits = torch.randn(len(vocabulary))  # of a model that knows nothing
    p = allow(logits, GRAMMAR[state]).softmax(dim=-1)
    token = vocabulary[torch.multinomial(p, 1).item()]
    text, state = text + token, GRAMMAR[state][token]
print(text, json.loads(text))
#> [8,2,1] [8, 2, 1]
