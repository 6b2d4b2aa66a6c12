"""RandomAdjustSharpness, RandomAutocontrast, RandomEqualize: clearer images.

With probability p, 0.5 unless said otherwise. A sharpness factor of 0 blurs, 1 changes
nothing, above 1 sharpens. Autocontrast stretches each channel to the full range;
equalizing spreads the values evenly; v1 does it for uint8 alone.

Attributes: Shapes
    image: (3, 427, 640) uint8
    x: (1, 1, 3) uint8

Asked as:
    sharpen blurred images at random; crisper edges in blurry pictures; histogram
    equalization; stretch the contrast; improve the contrast of X-ray pictures; dull,
    foggy, dark or washed-out photo; auto contrast, equalize; cv2.equalizeHist;
    skimage.exposure.equalize_hist, histeq, imadjust; ImageOps.autocontrast,
    ImageOps.equalize, ImageEnhance.Sharpness; keras.layers.RandomSharpness, keras_cv
    AutoContrast, F.adjust_sharpness; sharpen a picture, increase sharpness; images look
    flat, boost or increase the contrast automatically; enhance the details, hazy
    pictures, make details stand out
"""

import torch
from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision.transforms import v2

photo = v2.ToImage()(Image.fromarray(load_sample_image("china.jpg")))
image = v2.functional.adjust_contrast(photo, 0.4)  # a dull one
transforms = [
    v2.RandomAdjustSharpness(sharpness_factor=8, p=1.0),  # <-
    v2.RandomAutocontrast(p=1.0),
    v2.RandomEqualize(p=1.0),
]
results = {str(t): t(image) for t in transforms}

x = torch.tensor([[[100, 110, 150]]], dtype=torch.uint8)
low, middle, high = v2.RandomAutocontrast(p=1.0)(x / 255).flatten().tolist()
print(f"{low:.2f} {middle:.2f} {high:.2f}")
#> 0.00 0.20 1.00
