"""Ranking and embedding: what counts is order or distance.

The inputs are scores, distances or embeddings; the target or their order says which is
better, or which belong together. Each of these losses has a margin, how far is far
enough; pairs that belong together ignore it. Where the target is -1 or 1, a 0 raises no
error, and such a pair is not pushed apart.
"""

__all__ = [
    "margin_ranking",
    "hinge_embedding",
    "cosine_embedding",
    "triplet_margin",
    "triplet_margin_with_distance",
]
