"""save_image: a batch of tensors as one picture file.

Values are clipped to [0, 1], which is 0 to 255 in the file; `normalize=True` stretches
the smallest and the largest to these ends. The suffix of the name is the format.

Asked as:
    save a tensor as an image; write a batch of pictures to a file;
    torchvision.utils.save_image; vutils.save_image(fake, normalize=True); tensor to
    png; save generated samples of a GAN; tf.keras.utils.save_img; store a picture with
    torch; save_image normalize; imsave for tensors; grid of samples as a file; write
    tensor to jpg
"""

from pathlib import Path

import torch
from torchvision.io import decode_image
from torchvision.utils import save_image

images = torch.linspace(-0.5, 1.5, steps=2 * 3 * 4 * 4).reshape(2, 3, 4, 4)
save_image(images, "samples.png", nrow=2, padding=1)  # <-

saved = decode_image("samples.png")
print(saved.shape, saved.dtype)
#> torch.Size([3, 6, 11]) torch.uint8
print(saved[:, 1, 1], saved[:, 4, 9])
#> tensor([ 0,  0, 44], dtype=torch.uint8) tensor([211, 255, 255], dtype=torch.uint8)
Path("samples.png").unlink()
