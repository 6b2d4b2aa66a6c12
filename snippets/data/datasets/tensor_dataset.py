"""TensorDataset: tensors that are in memory.

Sample i is row i of each tensor, as a tuple. Their first sizes must agree.

Attributes: Shapes
    x: (N, 2) float32
    y: (N,) int64

Raises:
    AssertionError: `TensorDataset(x, y[:2])` Size mismatch between tensors

Asked as:
    X_train and y_train to a dataset; numpy arrays as a dataset;
    tf.data.Dataset.from_tensor_slices; loop in batches over a tensor of features and a
    tensor of labels; zip inputs and targets; make mini-batches of X and y arrays;
    pandas DataFrame to DataLoader, features and a target column; wrap tensors as a
    dataset; simplest dataset, all data are already in two tensors; assert
    all(tensors[0].size(0) == tensor.size(0) for tensor in tensors); different number of
    inputs and labels; dataset from two tensors, features and labels; numpy arrays
    X_train and y_train to a DataLoader; input and target tensors together; table of
    numbers for regression, columns from a csv; dataset from a list of tensors; tabular
    data, data in columns
"""

import torch
from torch.utils.data import DataLoader, TensorDataset

x = torch.tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
y = torch.tensor([0, 1, 0])

dataset = TensorDataset(x, y)  # <-
print(dataset[1])
#> (tensor([3., 4.]), tensor(1))

for inputs, targets in DataLoader(dataset, batch_size=2):
    print(inputs.shape, targets)
    #> torch.Size([2, 2]) tensor([0, 1])
    #> torch.Size([1, 2]) tensor([0])
