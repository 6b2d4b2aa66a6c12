r"""Size and cost: parameters, operations and memory of a GPT, estimated.

A block has about 12 E² weights: 4 E² of attention and 8 E² of the network. Each weight
costs two operations a token forward and four backward; attention adds to this with the
length of the text. Training with AdamW in float32 holds 16 bytes a parameter: weight,
gradient and two moments. Activations come on top.

$$P \approx 12 L E^2 + V E, \quad C \approx 6 P + 12 L E T \text{ operations a token}$$

Asked as:
    how many parameters has a transformer; 12 * n_layer * d_model ** 2; 6ND rule; FLOPs
    to train a language model; estimate the memory for training an LLM; compute budget;
    how large a model fits on my GPU; bytes per parameter with Adam; parameter count of
    GPT-2 by formula; training FLOPs per token; size of an LLM from its config; how long
    will the training take; chinchilla 20 tokens per parameter; MFU, model FLOPs
    utilization
"""

V, T, E, L = 50257, 1024, 768, 12  # the smallest GPT-2

parameters = 12 * L * E**2 + V * E  # <-
token = 6 * parameters + 12 * L * E * T
print(f"{parameters / 1e6:.1f} M parameters")
#> 123.5 M parameters
share = 12 * L * E * T / token
print(f"{token / 1e9:.2f} G operations a token, {share:.0%} of them in attention")
#> 0.85 G operations a token, 13% of them in attention
print(f"{16 * parameters / 2**30:.2f} GiB with AdamW in float32")
#> 1.84 GiB with AdamW in float32

tokens = 20 * parameters
hours = token * tokens / 100e12 / 3600
print(f"{tokens / 1e9:.1f} G tokens take {hours:.1f} hours at 100 T a second")
#> 2.5 G tokens take 5.9 hours at 100 T a second
