"""Attention: every position reads from every other.

| For | Use |
|---|---|
| the operation itself, heads split by yourself | [`scaled_dot_product_attention`](#scaled_dot_product_attention) |
| a layer with its projections | [`MultiheadAttention`](#multihead_attention) |
| understanding a sequence | [`TransformerEncoder`](#transformer_encoder) |
| the next word from those before | [`TransformerEncoder`](#transformer_encoder) with a causal mask |
| a sequence from another one | [`TransformerDecoder`](#transformer_decoder), [`Transformer`](#transformer) |

L is the length of the queries, S that of the keys and values, E the number of features.
The layers read (L, N, E) unless `batch_first=True`. None of them knows the order of the
positions: add [an encoding of it](#positional_encoding). Boolean [masks](#masks) mean
opposite things in the function and in the layers.
"""

__all__ = [
    "scaled_dot_product_attention",
    "multihead_attention",
    "masks",
    "positional_encoding",
    "transformer_encoder_layer",
    "transformer_encoder",
    "transformer_decoder",
    "transformer",
]
