"""Transforms: prepare and vary images.

`torchvision.transforms.v2` takes PIL images and tensors, alone or with boxes and masks.
The older `torchvision.transforms` (v1) is frozen; v2 has its names. The 22 in order:

| # | Transform | What it does | v1, or what changed |
|---|---|---|---|
| 1 | [`RandomCrop`](crop.md#random_crop) | a window at a random place | the same |
| 2 | [`CenterCrop`](crop.md#center_crop) | the middle | the same |
| 3 | [`RandomResizedCrop`](crop.md#random_resized_crop) | a random part, resized | was RandomSizedCrop |
| 4 | [`FiveCrop`](crop.md#five_crop) | four corners and the centre | a tuple of 5 |
| 5 | [`TenCrop`](crop.md#ten_crop) | the same and mirrored | a tuple of 10 |
| 6 | [`RandomHorizontalFlip`](flip_rotate.md#random_horizontal_flip) | left and right | the same |
| 7 | [`RandomVerticalFlip`](flip_rotate.md#random_vertical_flip) | top and bottom | the same |
| 8 | [`RandomRotation`](flip_rotate.md#random_rotation) | by a random angle | resample= is interpolation= |
| 9 | [`Resize`](resize_convert.md#resize) | to a size | was Scale |
| 10 | [`Normalize`](resize_convert.md#normalize) | mean and standard deviation | tensors only |
| 11 | [`ToTensor`](resize_convert.md#to_tensor) | image to tensor | now ToImage and ToDtype |
| 12 | [`Pad`](resize_convert.md#pad) | a border | the same |
| 13 | [`ColorJitter`](colour.md#color_jitter) | brightness, contrast, saturation, hue | the same |
| 14 | [`Grayscale`](colour.md#grayscale) | brightness alone | the same |
| 15 | [`LinearTransformation`](resize_convert.md#linear_transformation) | a matrix, for whitening | needs mean_vector |
| 16 | [`RandomAffine`](flip_rotate.md#random_affine) | rotate, shift, scale, shear | fillcolor= is fill= |
| 17 | [`RandomGrayscale`](colour.md#random_grayscale) | grey with probability p | the same |
| 18 | [`ToPILImage`](resize_convert.md#to_pil_image) | tensor to PIL | the same |
| 19 | [`Lambda`](compose.md#lambda_transform) | any function | the same |
| 20 | [`RandomChoice`](compose.md#random_choice) | one of several | v1 draws with Python's `random` |
| 21 | [`RandomApply`](compose.md#random_apply) | all of a list, or none | the same |
| 22 | [`RandomOrder`](compose.md#random_order) | all, in a random order | v1 draws with Python's `random` |

Which one when:

| Images | Training | Validation, prediction |
|---|---|---|
| photographs, one class each | [`RandomResizedCrop`](crop.md#random_resized_crop), [`RandomHorizontalFlip`](flip_rotate.md#random_horizontal_flip), [`TrivialAugmentWide`](policies.md#trivial_augment) | [`Resize`](resize_convert.md#resize), [`CenterCrop`](crop.md#center_crop) |
| small, all of one size | [`RandomCrop(32, padding=4)`](crop.md#random_crop), [`RandomHorizontalFlip`](flip_rotate.md#random_horizontal_flip) | neither crop nor resize |
| digits, text | [`RandomAffine`](flip_rotate.md#random_affine), [`ElasticTransform`](flip_rotate.md#elastic), no flips | [`Resize`](resize_convert.md#resize) |
| without an up: microscopy, satellites | both flips, [`RandomRotation`](flip_rotate.md#random_rotation) | [`Resize`](resize_convert.md#resize) |
| with boxes or masks | [`RandomIoUCrop`](crop.md#random_iou_crop), [`RandomPhotometricDistort`](colour.md#photometric), [`boxes that follow`](policies.md#boxes_and_masks) | no resize: detectors do it |
| whole batches | [`MixUp`](policies.md#mix_up), [`CutMix`](policies.md#cut_mix) | none |
| for the last tenths of a per cent | [`RandomErasing`](policies.md#random_erasing) | [`TenCrop`](crop.md#ten_crop), the mean of ten |

Then come [`ToDtype`](resize_convert.md#to_dtype) and
[`Normalize`](resize_convert.md#normalize), with the same numbers in training and
validation, and last `RandomErasing` and `MixUp`. Torchvision's detectors normalise
inside. The photographs are scikit-learn's sample images: flower.jpg by
[vultilion](https://www.flickr.com/photos/vultilion/) and china.jpg by
[danielbuechele](https://www.flickr.com/photos/danielbuechele/), both under [CC BY
2.0](https://creativecommons.org/licenses/by/2.0/), here cropped and changed.
"""

__all__ = ["crop", "flip_rotate", "resize_convert", "colour", "compose", "policies"]

#: What the home page names of it.
WANTED = [
    "compose/imagenet_train",
    "crop/random_resized_crop",
    "resize_convert/normalize",
]
