r"""can't convert np.ndarray of type numpy.object_: mixed columns, None.

The array holds Python objects, not numbers, and torch has no type for that. Usual
causes: a table with text, None or mixed types in it, such as `.values` of a DataFrame;
rows of different length in one array. Look for the column or the row that is not a
number and convert or drop it, then `astype(np.float32)`. A column of pandas with
`pd.NA` takes `to_numpy(np.float32, na_value=np.nan)`. Given a list,
[`from_numpy`](../tensors/create.md#from_numpy) says "expected np.ndarray (got list)".

Raises:
    TypeError: `torch.from_numpy(table)`
        can't convert np.ndarray of type numpy.object_. The only supported types are:
        float64, float32, float16
    TypeError: `torch.from_numpy([1, 2])`
        expected np.ndarray (got list)
    TypeError: `torch.tensor(np.array(["a", "b"]))`
        can't convert np.ndarray of type numpy.str_.

Also worded:
    TypeError: can't convert np.ndarray of type numpy.object_. The only supported types
      are: float64, float32, float16, complex64, complex128, int64, int32, int16, int8,
      uint8, and bool.
    TypeError: can't convert np.ndarray of type numpy.uint16. The only supported types
      are: float64, float32, float16, int64, int32, int16, int8, uint8, and bool.
    TypeError: can't convert np.ndarray of type numpy.uint32. The only supported types
      are: double, float, float16, int64, int32, and uint8.
    TypeError: can't convert np.ndarray of type numpy.bool_. The only supported types
      are: double, float, float16, int64, int32, and uint8.
    TypeError: can't convert np.ndarray of type numpy.datetime64.
    TypeError: expected np.ndarray (got DataFrame)
    TypeError: expected np.ndarray (got Series)
    TypeError: expected np.ndarray (got Tensor)

Asked as:
    df.values has dtype object; one-hot columns of bools and floats together; ragged
    array of different lengths to tensor; from_numpy of a list; from_numpy of a
    DataFrame; 16-bit image in an old version of torch
"""

import numpy as np
import torch

table = np.array([[1, 2.5], [True, None]], dtype=object)  # df.values of mixed columns
try:
    torch.from_numpy(table)
except TypeError as error:
    print(str(error).split(". ")[0])
    #> can't convert np.ndarray of type numpy.object_

# Numbers, bools and None: None becomes nan.
x = torch.from_numpy(table.astype(np.float32))  # <-
print(x)
#> tensor([[1.0000, 2.5000],
#>         [1.0000,    nan]])
print(x.nan_to_num(0.0))
#> tensor([[1.0000, 2.5000],
#>         [1.0000, 0.0000]])

# Text: number the words.
words = np.array(["cat", "dog", "cat"], dtype=object)
names, index = np.unique(words.astype(str), return_inverse=True)
print(torch.from_numpy(index))
#> tensor([0, 1, 0])

# Rows of different length: pad them.
rows = [torch.tensor([1, 2, 3]), torch.tensor([4])]
print(torch.nn.utils.rnn.pad_sequence(rows, batch_first=True).shape)
#> torch.Size([2, 3])

# A list: `tensor`, not `from_numpy`.
print(torch.tensor([1, 2]))
#> tensor([1, 2])
