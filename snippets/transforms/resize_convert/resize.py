"""Resize: to a size, or to a shorter side.

Transform 9. A pair (height, width) is the exact size; one number is the shorter side,
and the aspect ratio is kept; `max_size` bounds the longer side. `antialias` is on.
`Scale` was its first name.

Attributes: Shapes
    image: (3, 427, 640) uint8

Raises:
    AttributeError: `transforms.Scale` has no attribute 'Scale'

Asked as:
    resize an image to 224 x 224; shrink but keep the proportions; reduce the resolution
    of photos before training; rescale the width and height of an image; one number as
    size gives a picture that is not square; why is the image not 256 x 256 after
    Resize(256); does resizing distort an image, squash a photo to a square; height
    first or width first; longest side at most 512, albumentations LongestMaxSize,
    SmallestMaxSize; transforms.Scale is gone; cv2.resize; keras.layers.Resizing,
    skimage.transform.resize, imresize; F.resize; keep the aspect ratio, shorter side
    256; scale a picture to a fixed size; bring photos of different sizes or resolution
    to the same, equal size for the batch; photos too large, make pictures smaller;
    downscale or shrink pictures to 64 x 64 pixels; image size
"""

from PIL import Image
from sklearn.datasets import load_sample_image
from torchvision import transforms
from torchvision.transforms import v2

image = v2.ToImage()(Image.fromarray(load_sample_image("flower.jpg")))

results = {
    "Resize(200)": v2.Resize(200)(image),
    "Resize((200, 200))": v2.Resize((200, 200))(image),  # <-
    "Resize(None, max_size=400)": v2.Resize(None, max_size=400)(image),
}
for name, result in results.items():
    print(name, tuple(result.shape))
    #> Resize(200) (3, 200, 299)
    #> Resize((200, 200)) (3, 200, 200)
    #> Resize(None, max_size=400) (3, 266, 400)
print(transforms.Resize(200)(image).shape)  # v1
#> torch.Size([3, 200, 299])
