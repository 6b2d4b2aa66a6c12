r"""Missing values: the median of the training part, and a column that says so.

NaN in one input makes the whole output of its row NaN, and after one step that of all
rows. Fill with a number from the training rows, also when the test rows have others,
and tell the model where: that a value is missing can mean something. `nanmedian` leaves
the NaN out; of an even number it takes the lower of the two in the middle. A category
that is missing is a category of its own.

Attributes: Shapes
    train: (N, 2) float32, NaN where nothing is known
    test: (M, 2) float32
    filled: (M, 4) float32, the numbers, then 1 where they were missing

Asked as:
    NaN in the input table; impute missing values; SimpleImputer for tensors; fill
    missing values with the median or mean; missing indicator column;
    SimpleImputer(add_indicator=True); fillna in PyTorch; nan_to_num with the column
    median; loss is nan because of missing values in the data; how to feed missing
    features to a neural network; mask of missing entries as a feature; impute test data
    with statistics of the training data; gaps in a table before training; what to do
    with gaps in the data; column that marks an absent value; mark where a value was
    absent in a table
"""

import torch

nan = float("nan")
train = torch.tensor([[1.0, 10.0], [nan, 20.0], [3.0, nan], [8.0, 30.0]])
test = torch.tensor([[nan, 5.0], [2.0, nan]])

median = train.nanmedian(dim=0).values  # (2,)


def fill(x):
    missing = x.isnan()
    return torch.cat([torch.where(missing, median, x), missing.float()], dim=1)  # <-


filled = fill(test)
print(filled)
#> tensor([[ 3.,  5.,  1.,  0.],
#>         [ 2., 20.,  0.,  1.]])
print(torch.nn.Linear(2, 1)(test).isnan().squeeze(1))
#> tensor([True, True])
