"""Ranking and embedding: what counts is order or distance.

The inputs are scores or embeddings, and the target says which is better, or which
belong together. Each of these losses has a margin: how far is far enough, after which a
pair costs nothing.
"""

__all__ = [
    "margin_ranking",
    "hinge_embedding",
    "cosine_embedding",
    "triplet_margin",
    "triplet_margin_with_distance",
]
