r"""Perplexity and bits per byte: how surprised the model is.

Perplexity is `exp` of the mean loss of a token: a model that guesses evenly among k
tokens has k. Take the mean over all tokens of the text, not over batches. It depends on
the tokenizer: longer tokens are harder to guess. Bits per byte divides by what the text
weighs in UTF-8 instead, and compares models with different vocabularies.

$$\text{perplexity} = \exp \left( \frac{1}{T} \sum_t \ell_t \right), \quad
\text{bits per byte} = \frac{1}{B \log 2} \sum_t \ell_t$$

Attributes: Shapes
    logits: (T, V) float32
    target: (T,) int64
    nll: (T,) float32, the loss of each token
    perplexity: () float32
    bits: () float32

Asked as:
    evaluate a language model; ppl; bits per character; bpb; compare models with
    different tokenizers; torchmetrics Perplexity; torch.exp of the cross entropy; what
    is a good perplexity; perplexity of a text under GPT-2; cross-entropy in bits
    instead of nats; average perplexity over batches; bits per token; how surprised is
    the model by a sentence; perplexity per word or per token; negative log likelihood
    of a text; how well does a language model predict a text; one number for a language
    model; perplexity
"""

import math

import torch
import torch.nn.functional as F

text = "toads sat"
target = torch.tensor(list(text.encode()))  # each byte a token
logits = torch.zeros(len(target), 256)  # of a model that knows nothing

nll = F.cross_entropy(logits, target, reduction="none")
perplexity = nll.mean().exp()
bits = nll.sum() / math.log(2) / len(text.encode())  # <-
print(f"{perplexity:.1f} {bits:.2f}")
#> 256.0 8.00

# The same surprise in two tokens, "toads" and " sat", instead of nine.
coarse = torch.stack([nll[:5].sum(), nll[5:].sum()])
bits = coarse.sum() / math.log(2) / len(text.encode())
print(f"{coarse.mean().exp():.1e} {bits:.2f}")
#> 6.9e+10 8.00
