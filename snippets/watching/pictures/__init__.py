"""Pictures: what kernels, maps, gradients and weights look like.

Numbers say that something is wrong, pictures often say what. Look at gradients, dead
units and the size of the steps in the first minute of a run, before the accuracy tells.
`SummaryWriter.add_figure` keeps such a figure with the run.
"""

__all__ = [
    "loss_curves", "update_ratio", "gradient_histograms", "weight_histograms",
    "dead_relus", "conv_kernels", "feature_maps", "saliency_map", "grad_cam",
    "save_image", "draw_on_images",
]
