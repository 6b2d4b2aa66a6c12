"""Ranking and embedding: what counts is order or distance.

The inputs are scores, distances or embeddings; the target or their order says which is
better, or which belong together. Each of these losses has a margin, how far is far
enough; pairs that belong together ignore it.
"""

__all__ = [
    "margin_ranking",
    "hinge_embedding",
    "cosine_embedding",
    "triplet_margin",
    "triplet_margin_with_distance",
]
