r"""Per-class accuracy: how many of each class are found.

The recall of each class. A class without samples gives 0/0, which is NaN and not 0:
leave it out of a mean with `nanmean`.

$$a_c = \frac{\sum_n [y_n = c][\hat{y}_n = c]}{\sum_n [y_n = c]}$$

Attributes: Shapes
    predicted: (N,) int64
    target: (N,) int64
    of_class: (C,) float32
"""

import torch

predicted = torch.tensor([0, 0, 1, 1, 1, 2, 0])
target = torch.tensor([0, 0, 0, 1, 1, 2, 2])
classes = 4

right = torch.bincount(target[predicted == target], minlength=classes)
count = torch.bincount(target, minlength=classes)
of_class = right / count
for name, share in zip(["cat", "dog", "fox", "owl"], of_class, strict=True):
    print(f"{name}: {share:.1%}")
    #> cat: 66.7%
    #> dog: 100.0%
    #> fox: 50.0%
    #> owl: nan%
print(of_class.nanmean())  # the balanced accuracy
#> tensor(0.7222)
