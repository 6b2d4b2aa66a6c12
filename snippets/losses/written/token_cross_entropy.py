r"""Cross-entropy of tokens: each position predicts the next token.

The logits at position t are compared with token t + 1: cut the last logits and the
first token, then flatten batch and time. Padding is left out by `ignore_index`. If the
padding is the end token, this leaves out the true end, too: put -100 into the labels
instead. `exp` of the loss is the perplexity. Untrained, with logits near 0, it is near
log V.

$$\ell = -\frac{1}{M} \sum_{t:\, y_{t+1} \ne \text{pad}} \log p(y_{t+1} \mid y_1, \dots,
y_t)$$

Attributes: Shapes
    tokens: (B, T) int64, filled up with 0
    logits: (B, T, V) float32
    loss: () float32

Raises:
    RuntimeError: `F.cross_entropy(logits, tokens)` Expected target size [2, 5], got
        [2, 4]

Asked as:
    language model loss; next token prediction; shift logits and labels; shift_logits =
    logits[..., :-1, :]; loss of GPT; cross entropy for a sequence (B, T, V);
    logits.view(-1, vocab_size); seq2seq loss with padding; teacher forcing loss; causal
    LM labels -100; mean loss per token; should I shift the labels; loss of a
    transformer decoder; Expected target size for a sequence of tokens; untrained
    language model loss log vocab size
"""

import torch
import torch.nn.functional as F

PAD = 0
tokens = torch.tensor([[3, 1, 4, 2], [2, 4, PAD, PAD]])
torch.manual_seed(0)
logits = torch.randn(2, 4, 5)  # of a model, at each position

inputs, labels = logits[:, :-1].flatten(0, 1), tokens[:, 1:].flatten()  # (6, 5), (6,)
loss = F.cross_entropy(inputs, labels, ignore_index=PAD)  # <-
print(loss, loss.exp())  # per token, perplexity
#> tensor(2.5346) tensor(12.6114)

log_p = logits.log_softmax(dim=-1)
wanted = [log_p[0, 0, 1], log_p[0, 1, 4], log_p[0, 2, 2], log_p[1, 0, 4]]
print(-torch.stack(wanted).mean())
#> tensor(2.5346)
