"""Linear, dropout and embedding: layers for vectors and for numbers of words.

`Linear` acts on the last dimension, whatever stands before it. Dropout does nothing in
eval mode.
"""

__all__ = [
    "linear_layer", "bilinear", "identity", "flatten_layer", "unflatten_layer",
    "dropout", "channel_dropout", "alpha_dropout", "embedding", "embedding_bag",
    "cosine_similarity", "normalize_rows", "pairwise_distance", "lazy_layers",
]
