r"""FloatTensor and LongTensor: old names, and what to write.

Old code writes `torch.FloatTensor([1, 2])`. It still works, on the CPU alone.
`torch.FloatTensor(2, 3)` with numbers is uninitialised memory of that shape. Write
`torch.tensor` with `dtype=`, and `torch.empty`.

Attributes: Shapes
    old: (2,) float32
    new: (2,) float32

Asked as:
    DoubleTensor; ByteTensor; IntTensor; HalfTensor; BoolTensor; torch.cuda.FloatTensor;
    Variable(torch.FloatTensor(x)); x.type('torch.FloatTensor'); Expected object of type
    torch.FloatTensor but found type torch.LongTensor; difference between FloatTensor
    and torch.tensor; FloatTensor in an old tutorial; modern spelling of LongTensor;
    what is torch.FloatTensor, should I still use it; old tensor constructors, classes
    with capital letters; torch.LongTensor([1, 2, 3]) the modern way; torch.Tensor types
    by name, FloatTensor vs DoubleTensor; torch.Tensor vs torch.FloatTensor
"""

import torch

old = torch.FloatTensor([1, 2])
new = torch.tensor([1, 2], dtype=torch.float32, device="cpu")  # <-
print(torch.equal(old, new))
#> True
print(torch.LongTensor([1, 2]).dtype, torch.FloatTensor(2, 3).shape)
#> torch.int64 torch.Size([2, 3])
print(old.type())
#> torch.FloatTensor
