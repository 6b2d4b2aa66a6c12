"""Distributions: draw, rate, compare; generators.

| You want | Write |
|---|---|
| an action and its log-probability | [`Categorical(logits=logits)`](#categorical) |
| draws with a gradient | [`Normal(mean, std).rsample()`](#normal) |
| the distance to a prior | [`kl_divergence(posterior, prior)`](#kl) |
| a Gaussian over vectors | [`Independent(Normal(mean, std), 1)`](#multivariate) |
| counts | [`Poisson(rate)`](#counts) |
| several humps | [`MixtureSameFamily(weights, parts)`](#mixture) |
| an action between -1 and 1 | [`TransformedDistribution`](#transformed) |
| random numbers that nothing else changes | [`torch.Generator().manual_seed(0)`](#generators) |
| noise in place | [`x.uniform_(-1, 1)`](#random_in_place) |
"""

__all__ = [
    "normal",
    "categorical",
    "kl",
    "multivariate",
    "continuous",
    "counts",
    "transformed",
    "transforms",
    "mixture",
    "relaxed",
    "random_in_place",
    "random_functions",
    "generators",
]
