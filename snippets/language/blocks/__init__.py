"""Blocks: what a language model is made of, up to a GPT that learns.

| You want | Use |
|---|---|
| attention that sees no future | [causal self-attention](#causal_attention) |
| no future and no padding | [both masks](#padding_and_causal) |
| the last few tokens alone | [sliding window](#sliding_window) |
| rules in place of a mask | [`flex_attention`](#flex_attention) |
| the order of the tokens | [learned](#learned_positions), [rotary](#rotary), [ALiBi](#alibi) |
| fewer keys and values to keep | [grouped queries](#grouped_queries) |
| the network behind attention | [SwiGLU](#swiglu) |
| both with norms and residuals | [pre-norm block](#pre_norm_block) |
| a whole model | [small GPT](#small_gpt), [what it costs](#model_size) |
| to see one learn | [a rhyme in a few seconds](#gpt_learns) |

The layers of `torch.nn` that do some of it are under
[attention](../layers/attention.md) and [`RMSNorm`](../layers/normalization.md#rms_norm).
"""

__all__ = [
    "causal_attention", "padding_and_causal", "sliding_window", "flex_attention",
    "learned_positions", "rotary", "alibi", "grouped_queries", "swiglu", "pre_norm_block",
    "small_gpt", "model_size", "gpt_learns",
]
