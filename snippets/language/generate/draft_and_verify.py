"""Speculative decoding, greedy: a small model proposes, the large one checks.

The draft writes a few tokens; the large model reads them in one pass and keeps those
that it would have written, and one of its own behind them. The text is that of the
large model alone; a pass of it gives 1 to `ahead + 1` tokens. It pays where the draft
is much cheaper and often right. With sampling see [speculative
sampling](#speculative_sampling).

Attributes: Shapes
    text: (1, 13) int64

Asked as:
    speculative decoding; assistant_model in generate; draft model and target model;
    assisted generation; generate several tokens per forward pass; verify draft tokens
    in one forward pass; faster inference of a large language model without changing its
    output; prompt lookup decoding; Medusa, lookahead decoding; how many draft tokens
    are accepted; speculative decoding in PyTorch
"""

import torch
from torch import nn

torch.manual_seed(0)
large = nn.Embedding(10, 10)  # logits from the last token alone
draft = nn.Embedding.from_pretrained(large.weight.detach() + 0.5 * torch.randn(10, 10))
passes = []
large.register_forward_pre_hook(lambda *_: passes.append(1))


def continued(model, tokens, steps):
    for _ in range(steps):
        token = model(tokens)[:, -1:].argmax(dim=-1)
        tokens = torch.cat([tokens, token], dim=1)
    return tokens


@torch.inference_mode()
def speculative(tokens, longest, ahead):
    while tokens.shape[1] < longest:
        start = tokens.shape[1]
        guess = continued(draft, tokens, ahead)
        own = large(guess)[0, start - 1 :].argmax(dim=-1)  # after each guess, one pass
        right = (guess[0, start:] == own[:-1]).cumprod(dim=0).sum()  # <-
        tokens = torch.cat([guess[:, : start + right], own[right].view(1, 1)], dim=1)
    return tokens[:, :longest]


prompt = torch.tensor([[3]])
text = speculative(prompt, longest=13, ahead=3)
print(text, len(passes))
#> tensor([[3, 0, 4, 5, 9, 4, 5, 9, 4, 5, 9, 4, 5]]) 5

print(torch.equal(text, continued(large, prompt, 12)))
#> True
