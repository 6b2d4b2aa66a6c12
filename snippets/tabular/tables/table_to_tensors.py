r"""A table to tensors: numbers in one, codes of categories in another.

Numbers become float32, one row a sample. Categories become int64, an index a column:
they go through an embedding, not through a sum. `pd.factorize` and `np.unique` give
codes of one table; for a table to come keep the [list of known
values](#category_codes). A target of classes is int64 and (N,), a number float32.

Attributes: Shapes
    numbers: (N, 2) float32
    categories: (N, 2) int64
    target: (N,) float32

Raises:
    TypeError: `torch.tensor(np.array(["north", "south"]))` can't convert np.ndarray of
        type numpy.str_

Asked as:
    pandas DataFrame to tensor; csv file to PyTorch tensors; mixed columns, numbers and
    text, for a neural network; object columns of a DataFrame to a tensor; tabular data
    in PyTorch; string columns to integers; df.values to torch; float64 columns to
    float32; categorical and continuous columns apart; table with features and target to
    a model; read a spreadsheet for training
"""

import numpy as np
import torch

table = {  # as a DataFrame has it: table["area"] is a column
    "area": np.array([50.0, 120.0, 80.0, 64.0]),
    "rooms": np.array([2, 5, 3, 2]),
    "district": np.array(["north", "south", "north", "east"]),
    "heating": np.array(["gas", "gas", "wood", "gas"]),
    "price": np.array([150.0, 420.0, 260.0, 190.0]),
}

columns = [table[name] for name in ("area", "rooms")]
numbers = torch.tensor(np.stack(columns, axis=1), dtype=torch.float32)  # <-
print(numbers[0])
#> tensor([50.,  2.])

codes = [np.unique(table[n], return_inverse=True)[1] for n in ("district", "heating")]
categories = torch.tensor(np.stack(codes, axis=1))
print(categories.T)
#> tensor([[1, 2, 1, 0],
#>         [0, 0, 1, 0]])
target = torch.tensor(table["price"], dtype=torch.float32)
