"""UniformTemporalSubsample: frames of a video, evenly spaced.

A video is (T, C, H, W). Crops, flips and colour jitter do the same to every frame: one
draw for all.

Attributes: Shapes
    video: (10, 1, 2, 2) float32
    four: (4, 1, 2, 2) float32

Asked as:
    sample frames from a clip; uniform frame sampling; choose frames equally spaced;
    evenly take 16 frames out of a clip; every n-th frame; videos or clips of different
    length, always 8 frames; sample frames for action recognition; temporal subsampling;
    same crop in every frame; video augmentation; np.linspace over frame indices;
    tv_tensors.Video, pytorchvideo UniformTemporalSubsample; subsample a film clip;
    reduce the number of frames, fixed number; augment all frames alike, same
    augmentation
"""

import torch
from torchvision import tv_tensors
from torchvision.transforms import v2

video = tv_tensors.Video(torch.arange(10.0).view(10, 1, 1, 1).repeat(1, 1, 2, 2))
four = v2.UniformTemporalSubsample(num_samples=4)(video)  # <-
print(four[:, 0, 0, 0])
#> tensor([0., 3., 6., 9.])

torch.manual_seed(0)
crops = v2.RandomCrop(1)(video + torch.arange(4.0).view(2, 2) / 10)
print(crops.flatten() - torch.arange(10))  # the same place in every frame
#> tensor([0.1000, 0.1000, 0.1000, 0.1000, 0.1000, 0.1000, 0.1000, 0.1000, 0.1000,
#>         0.1000])
