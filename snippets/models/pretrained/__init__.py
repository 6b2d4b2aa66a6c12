"""torchvision.models: known architectures, with or without weights.

`weights=None` gives random weights; most detection and segmentation models still
download a backbone unless `weights_backbone=None`. `weights="DEFAULT"`, or a member of
the weights enum, downloads once into `~/.cache/torch/hub/checkpoints`.
"""

__all__ = [
    "list_models", "builders", "dense_builders", "get_model", "weights_enum",
    "without_network", "heads_of_families", "feature_extraction", "cut_model",
    "freeze_backbone", "grey_input", "detection_output",
]
