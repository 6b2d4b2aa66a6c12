"""Regression: the prediction is a number.

Start with `MSELoss`. With outliers in the targets take `HuberLoss` or `L1Loss`, whose
gradient is bounded. Counts and predicted variances have a likelihood of their own.
"""

__all__ = ["l1", "mse", "smooth_l1", "huber", "poisson_nll", "gaussian_nll"]
