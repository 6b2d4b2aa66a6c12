"""Attention: every position reads from every other.

| For | Use |
|---|---|
| the operation itself, heads split by yourself | [`scaled_dot_product_attention`](attention.md#scaled_dot_product_attention) |
| a layer with its projections | [`MultiheadAttention`](attention.md#multihead_attention) |
| understanding a sequence | [`TransformerEncoder`](attention.md#transformer_encoder) |
| the next word from those before | [`TransformerEncoder`](attention.md#transformer_encoder) with a causal mask |
| a sequence from another one | [`TransformerDecoder`](attention.md#transformer_decoder), [`Transformer`](attention.md#transformer) |

L is the length of the queries, S that of the keys and values, E the number of features.
The layers read (L, N, E) unless `batch_first=True`. Without a causal mask none of them
knows the order of the positions, and with one little of it: add [an encoding of
it](attention.md#positional_encoding). Boolean [masks](attention.md#masks) mean opposite
things in the function and in the layers.

Rotary positions, grouped queries, a whole GPT: [language
models](../language/blocks.md).
"""

__all__ = [
    "scaled_dot_product_attention",
    "attention_kernels",
    "multihead_attention",
    "masks",
    "positional_encoding",
    "transformer_encoder_layer",
    "transformer_encoder",
    "transformer_decoder",
    "transformer",
]
