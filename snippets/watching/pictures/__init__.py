"""Pictures: what kernels, maps, gradients and weights look like.

Numbers say that something is wrong, pictures often say what. Vanishing gradients, dead
units and a learning rate that is off by ten show in a histogram after a few steps, long
before the accuracy does. `SummaryWriter.add_figure` keeps any of these figures with the
run.
"""

__all__ = [
    "loss_curves", "update_ratio", "gradient_histograms", "weight_histograms",
    "dead_relus", "conv_kernels", "feature_maps", "saliency_map", "grad_cam",
]
