r"""Temperature: sample boldly or with care.

Divide the logits by T before the softmax, then draw. Below 1 the likeliest token gains,
above 1 it loses; the order stays. Near 0 it is [greedy](#greedy); T = 0, or one so
small that the largest logit overflows, gives NaN: take `argmax` there. Before
[top-p](#top_p) it changes how many tokens are kept, before [top-k](#top_k) it does not.

$$p_i = \frac{e^{z_i / T}}{\sum_j e^{z_j / T}}$$

Attributes: Shapes
    logits: (4,) float32
    p: (4,) float32
    tokens: (10,) int64

Asked as:
    sampling temperature of a language model; softmax with temperature for text; what
    does temperature do in GPT; temperature=0.7; more creative or more random text; draw
    the next token at random; torch.multinomial(probs, num_samples=1) of logits; logits
    / temperature; temperature 0 gives nan; sharpen or flatten the distribution of the
    next token; do_sample=True; why does my model repeat the same sentence; make
    generated text more adventurous; which number controls randomness of text
"""

import torch

logits = torch.tensor([2.0, 1.0, 0.0, -1.0])

for T in (0.5, 1.0, 4.0):
    p = torch.softmax(logits / T, dim=-1)  # <-
    print(T, p)
    #> 0.5 tensor([0.8650, 0.1171, 0.0158, 0.0021])
    #> 1.0 tensor([0.6439, 0.2369, 0.0871, 0.0321])
    #> 4.0 tensor([0.3499, 0.2725, 0.2122, 0.1653])

torch.manual_seed(0)
tokens = torch.multinomial(p, num_samples=10, replacement=True)
print(tokens)
#> tensor([3, 2, 1, 3, 2, 2, 0, 1, 1, 0])
