"""Resize and convert: size, type and range of the values.

The order in a pipeline: `ToImage`, geometry and colour on uint8, then
`ToDtype(float32, scale=True)`, then `Normalize`.

| From | To | Transform |
|---|---|---|
| PIL or NumPy (H, W, C) | tv_tensors.Image (C, H, W), same values | `ToImage` |
| uint8 0 to 255 | float32 0 to 1 | `ToDtype(torch.float32, scale=True)` |
| float32 0 to 1 | mean 0, standard deviation 1 | `Normalize(mean, std)` |
| tensor | PIL | `ToPILImage` |
"""

__all__ = [
    "resize", "normalize", "to_tensor", "to_dtype", "pad", "linear_transformation",
    "to_pil_image", "pil_to_tensor", "interpolation", "scale_jitter", "jpeg",
]
