"""Watching a run: what the numbers do while the model learns.

| You ask | Look at |
|---|---|
| is it learning? | [`add_scalar`](tensorboard.md#add_scalar), [loss curves](pictures.md#loss_curves) |
| is the learning rate right? | [loss curves](pictures.md#loss_curves), [update ratio](pictures.md#update_ratio) |
| why does nothing happen? | [gradient histograms](pictures.md#gradient_histograms), [dead ReLUs](pictures.md#dead_relus) |
| which run was better? | [runs side by side](tensorboard.md#summary_writer), [`add_hparams`](tensorboard.md#add_hparams) |
| what comes in? | [`add_image`](tensorboard.md#add_image) of a batch, after the transforms |
| what has it learned? | [kernels](pictures.md#conv_kernels), [feature maps](pictures.md#feature_maps), [`add_embedding`](tensorboard.md#add_embedding) |
| why this answer? | [saliency map](pictures.md#saliency_map), [Grad-CAM](pictures.md#grad_cam) |
| where to put the threshold? | [`add_pr_curve`](tensorboard.md#add_pr_curve) |

Log the training and the validation loss from the first run on, and look at one batch of
images before anything else. Turn to histograms when a curve looks wrong.
"""

__all__ = ["tensorboard", "pictures"]

#: What the home page names of it.
WANTED = ["tensorboard/add_scalar", "pictures/grad_cam", "pictures/feature_maps"]
