"""Prediction: from an image file to a class name and a probability.

| You want | Use |
|---|---|
| the whole way, with clear errors | [image file](#image_file) |
| any file as three channels | [colour modes](#colour_modes) |
| many files at once | [folder of files](#many_files) |
| the likeliest classes | [top k](#top_classes) |
| probabilities that one can believe | [temperature scaling](#temperature_scaling) |

Prepare the image as in training: the same size, the same scaling, the same mean and
standard deviation.
"""

__all__ = [
    "image_file", "colour_modes", "many_files", "top_classes", "forgotten_batch",
    "temperature_scaling",
]

#: What the home page names of it.
WANTED = ["image_file", "many_files", "top_classes"]
