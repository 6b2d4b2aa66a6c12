"""add_image: one picture, or a batch as a grid.

Expects (C, H, W); other orders by `dataformats="HWC"` or `"HW"`. Floats are clipped to
[0, 1]: divide an image up to 255, undo `Normalize`. Bytes are in [0, 255]. `make_grid`
lays a batch out with a border; `add_images` does it without one. The file is PNG,
which loses nothing of bytes.

Attributes: Shapes
    images: (N, 1, H, W) float32, in [0, 1]
    grid: (3, 2*H + 6, 4*W + 10) float32

Also worded:
    AssertionError: size of input tensor and input format are different. tensor shape:
      (28, 28), input_format: CHW

Asked as:
    show images in TensorBoard; check what the network gets as input; tf.summary.image;
    wandb.Image; image is white or overexposed; add_images, several photos next to each
    other; dataformats HWC, NCHW or NHWC; log photos of the data set; log pictures of a
    GAN's generator after every epoch; numpy array as TensorBoard image; reconstructions
    of an autoencoder while training; size of input tensor and input format are
    different; height, width, channel order in TensorBoard; view augmented images in
    TensorBoard; display a batch as a grid in TensorBoard
"""
# needs: tensorboard

import io
import tempfile

import numpy as np
import torch
from PIL import Image
from sklearn.datasets import load_digits
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from torch.utils.tensorboard import SummaryWriter
from torchvision.utils import make_grid

pixels = torch.tensor(load_digits().images[:8], dtype=torch.float32)  # 0 to 16
images = pixels.unsqueeze(1) / 16
grid = make_grid(images, nrow=4, padding=2)

with tempfile.TemporaryDirectory() as log_dir:
    with SummaryWriter(log_dir) as writer:
        writer.add_image("digits", grid, 0)  # <-
        writer.add_images("digits without border", images, 0)
        writer.add_image("too bright", pixels[0], 0, dataformats="HW")
        try:
            writer.add_image("no dataformats", images[0, 0], 0)
        except AssertionError as error:
            print(str(error).split(".")[0])
            #> size of input tensor and input format are different
    log = EventAccumulator(log_dir).Reload()

for tag in log.Tags()["images"]:
    event = log.Images(tag)[0]
    found = np.array(Image.open(io.BytesIO(event.encoded_image_string)))
    print(tag, found.shape, np.unique(found)[-3:])
    #> digits (22, 42, 3) [223 239 255]
    #> digits without border (8, 64, 3) [223 239 255]
    #> too bright (8, 8, 3) [  0 255]
