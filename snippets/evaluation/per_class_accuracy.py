r"""Per-class accuracy: how many of each class are found.

The recall of each class. A class without samples gives 0/0, which is NaN and not 0:
leave it out of a mean with `nanmean`.

$$a_c = \frac{\sum_n [y_n = c][\hat{y}_n = c]}{\sum_n [y_n = c]}$$

Attributes: Shapes
    predicted: (N,) int64
    target: (N,) int64
    of_class: (C,) float32

Asked as:
    classwise acc, class-wise accuracy; accuracy per category; how good is the model for
    each class separately; how well does it do on cats, on dogs, on each category;
    Accuracy for class: plane, car, bird one by one; which class is recognised worst;
    which label does the network do badly on; accuracy broken down by label or category;
    results of a classifier listed by class; balanced_accuracy_score; balanced accuracy
    for imbalanced classes; mean class accuracy; mean recall over classes; recall of
    each label; UAR, unweighted average recall; nan for a class missing from the test
    set; fair score on an imbalanced test set
"""

import torch

predicted = torch.tensor([0, 0, 1, 1, 1, 2, 0])
target = torch.tensor([0, 0, 0, 1, 1, 2, 2])
classes = 4

right = torch.bincount(target[predicted == target], minlength=classes)  # <-
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
