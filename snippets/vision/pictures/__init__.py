"""Pictures in pairs and files: read them, pair them, make and measure them.

| You want | Write |
|---|---|
| to read or write a file | [PIL](#read_pictures) |
| pairs of one place | [crops at two scales](#paired_crop) |
| a small picture of a large one | [shrink](#shrink) |
| a large picture of a small one | [super-resolution](#super_resolution) |
| a code for a picture | [autoencoder](#picture_autoencoder) |
| what is wrong with a part | [defects](#defects) |
| how close two pictures are | [PSNR](#psnr), [SSIM](#ssim) |
"""

__all__ = [
    "read_pictures", "paired_crop", "shrink", "psnr", "ssim", "super_resolution",
    "picture_autoencoder", "defects",
]
