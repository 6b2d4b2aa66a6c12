"""argmax over the batch: the best sample of each class.

The class of a sample is the largest of its row: `argmax(dim=1)` of logits (N, C). With
`dim=0` the result has C numbers, of samples; where N equals C, or in a batch of one, it
compares with the labels without an error. Without a dimension it is one number, the
place in the flattened batch, and compares with any number of labels. `dim=-1` is right
for logits (N, C) and for a single row (C,):
[argmax](../tensors/reduce.md#argmax).

Attributes: Shapes
    logits: (N, C) float32
    target: (N,) int64

Asked as:
    argmax(dim=0) or argmax(dim=1); argmax over the wrong dimension; torch.max(output,
    0) for the predicted class; accuracy is bad although the loss is almost zero;
    argmax without dim; predictions are larger than the number of classes; which dim for
    argmax of logits; accuracy is zero but the model has learned; works only when the
    batch size is equal to the number of classes; output.argmax() == labels; batch of
    one predicts class 0 only
"""

import torch

logits = torch.tensor([[1.0, 2.0, 9.0], [8.0, 3.0, 1.0], [7.0, 1.0, 4.0]])
target = torch.tensor([2, 0, 0])  # the largest by row

# Wrong: along the samples; along everything.
predicted = logits.argmax(dim=0)
print(predicted, (predicted == target).float().mean())
#> tensor([1, 1, 0]) tensor(0.3333)
predicted = logits.argmax()
print(predicted, (predicted == target).float().mean())
#> tensor(2) tensor(0.3333)

# Right: along the classes.
predicted = logits.argmax(dim=1)  # <-
print(predicted, (predicted == target).float().mean())
#> tensor([2, 0, 0]) tensor(1.)

# In a batch of one, of class 2: the best sample is number 0, three times.
print(logits[:1].argmax(dim=0), logits[:1].argmax(dim=1))
#> tensor([0, 0, 0]) tensor([2])
