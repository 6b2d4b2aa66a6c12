"""Greedy decoding: append the likeliest token, again and again.

The model gives logits at each position; those of the last one choose the next token. In
eval mode a prompt always gives the same text. It need not be the likeliest text: see
[beam search](#beam_search). A turn reads the whole text again: a [cache](#kv_cache)
saves that.

Attributes: Shapes
    tokens: (1, 4) int64

Asked as:
    generate text with a language model in a loop; next token with argmax; decoding loop
    from scratch; model.generate with do_sample=False; how does a GPT write text;
    autoregressive generation; append the predicted token to the input; max_new_tokens;
    logits of the last position; generate until the end of text token; text generation
    loop in PyTorch; logits[:, -1, :].argmax(-1); pick the most probable next word each
    time
"""

import torch
from torch import nn

words = ["<end>", "the", "cat", "sat", "down"]
END = 0
model = nn.Embedding(5, 5)  # logits from the last word alone
model.weight.data = 5 * torch.eye(5).roll(1, dims=1)  # a word likes the one after it


@torch.inference_mode()
def generate(model, tokens, max_new):
    for _ in range(max_new):
        logits = model(tokens)[:, -1]  # (1, 5)
        token = logits.argmax(dim=-1, keepdim=True)  # <-
        if token.item() == END:
            break
        tokens = torch.cat([tokens, token], dim=1)
    return tokens


tokens = generate(model, torch.tensor([[1]]), max_new=10)
print(" ".join(words[token] for token in tokens[0].tolist()))
#> the cat sat down
print(generate(model, torch.tensor([[1]]), max_new=2))
#> tensor([[1, 2, 3]])
