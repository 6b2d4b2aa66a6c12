r"""Clipping input data to the valid range for imshow: values outside 0 to 1.

matplotlib shows colours of floats from 0 to 1 or of integers from 0 to 255, clips the
rest and logs this line; the picture is too dark, nearly white, or has glaring colours.
Usual causes: a normalised picture; floats of 0 to 255; the output of a model. Nothing
is raised. See [`Normalize`](../transforms/resize_convert.md#normalize).

Also worded:
    Clipping input data to the valid range for imshow with RGB data ([0..1] for floats
      or [0..255] for integers). Got range [-2.117904..2.64].
    WARNING:matplotlib.image:Clipping input data to the valid range for imshow with RGB
      data ([0..1] for floats or [0..255] for integers).

Asked as:
    imshow of a normalized image looks dark; colours look wrong after Normalize in
    imshow; picture is white in imshow, floats of 0 to 255; warning when plotting images
    of a loader; images of a GAN with tanh in imshow; hide the clipping warning of
    matplotlib
"""

import logging

import matplotlib
import torch

matplotlib.use("agg")  # no window here
import matplotlib.pyplot as plt

log = []
messages = logging.Handler()
messages.emit = lambda record: log.append(record.getMessage())
logging.getLogger("matplotlib.image").addHandler(messages)

mean = torch.tensor([0.485, 0.456, 0.406]).view(3, 1, 1)
std = torch.tensor([0.229, 0.224, 0.225]).view(3, 1, 1)
x = torch.linspace(0, 1, 72).reshape(3, 4, 6)
normalised = (x - mean) / std
plt.imshow(normalised.permute(1, 2, 0).numpy())
print(*log[0].split(" with "), sep="\n")
#> Clipping input data to the valid range for imshow
#> RGB data ([0..1] for floats or [0..255] for integers). Got range [-2.117904..2.64].

# A normalised picture: undo it.
back = (normalised * std + mean).clamp(0, 1)  # <-
plt.imshow(back.permute(1, 2, 0).numpy())

# Floats of 0 to 255: to bytes.
plt.imshow((x * 255).to(torch.uint8).permute(1, 2, 0).numpy())

# An output of tanh, -1 to 1; any other range.
y = x * 2 - 1
plt.imshow(((y + 1) / 2).permute(1, 2, 0).numpy())
plt.imshow(((y - y.min()) / (y.max() - y.min())).permute(1, 2, 0).numpy())
print(len(log))  # the first alone was logged
#> 1
plt.close()
