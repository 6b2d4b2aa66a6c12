r"""mean(): could not infer output dtype: the mean of integers or bools.

`mean` of integers or bools is not defined, since the result would not be of their type;
`sum` is. Usual causes: an accuracy, `(predicted == target).mean()`; a tensor from
integers without a decimal point; bytes of a picture, also in `adaptive_avg_pool2d(x,
1)`; `l1_loss` of two integers. `std`, `var`, `norm` and `quantile` refuse integers in
words of their own. See [`mean`](../tensors/reduce.md#mean).

Raises:
    NotImplementedError: `correct.mean()`
        mean(): could not infer output dtype. Input dtype must be either a floating
        point or complex dtype. Got: Bool
    NotImplementedError: `torch.tensor([1, 2]).std()`
        std and var only support floating point and complex dtypes

Before: 2.15
    RuntimeError: `correct.mean()` mean(): could not infer output dtype. Input dtype
        must be either a floating point or complex dtype. Got: Bool
    RuntimeError: `torch.tensor([1, 2]).std()` std and var only support floating
        point and complex dtypes

Also worded:
    NotImplementedError: mean(): could not infer output dtype. Input dtype must be
      either a floating point or complex dtype. Got: Long
    RuntimeError: mean(): could not infer output dtype. Input dtype must be either a
      floating point or complex dtype. Got: Byte
    RuntimeError: mean(): input dtype should be either floating point or complex dtypes.
      Got Long instead.
    RuntimeError: Can only calculate the mean of floating types. Got Long instead.
    RuntimeError: Can only calculate the mean of floating types. Got Byte instead.
    NotImplementedError: linalg.vector_norm: Expected a floating point or complex tensor
      as input. Got Long
    RuntimeError: quantile() input tensor must be either float or double dtype

Asked as:
    accuracy with .mean() of a comparison; average of integer lengths; mean pixel value
    of a byte image; share of correct predictions raises an error; quantile of integer
    data; mean needs floating point
"""

import torch

predicted = torch.tensor([1, 0, 2, 2])
target = torch.tensor([1, 0, 1, 2])
correct = predicted == target
try:
    correct.mean()
except RuntimeError as error:
    print(str(error).split(". ")[0])
    #> mean(): could not infer output dtype

# An accuracy: to float first.
print(correct.float().mean())  # <-
#> tensor(0.7500)

# Or count, and divide by the number.
print(correct.sum().item() / len(correct))
#> 0.75

# Integers, bytes of a picture: the type of the result as an argument.
pixels = torch.tensor([0, 100, 255], dtype=torch.uint8)
print(pixels.mean(dtype=torch.float32))
#> tensor(118.3333)
print(pixels.float().std())
#> tensor(128.4848)
