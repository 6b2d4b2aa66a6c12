r"""A scikit-learn pipeline in front: fit on the training rows, then float32.

`ColumnTransformer` fills, scales and encodes each column by its kind. It gives float64,
and with many categories a sparse matrix: ask for a dense one, and convert. `fit` sees
the training rows only; `transform` is for all others. Save it beside the weights with
`joblib`: a model without its pipeline cannot be used.

Attributes: Shapes
    x: (N, 4) float32
    new: (M, 4) float32

Raises:
    RuntimeError: `nn.Linear(4, 1)(torch.tensor(prepare.transform(table)))` mat1
        and mat2 must have the same dtype

Asked as:
    sklearn preprocessing before PyTorch; ColumnTransformer to tensor; OneHotEncoder and
    StandardScaler with a torch model; expected Float but found Double after a scaler;
    sparse matrix from OneHotEncoder to tensor; preprocessing pipeline and a neural
    network; fit_transform on train, transform on test; handle_unknown="ignore"; save
    the preprocessor with the model; numpy float64 of sklearn to float32; mixed column
    types pipeline; scikit-learn preprocessing, then feed a network; use sklearn
    preprocessing and feed the result to PyTorch; scale and one hot encode with sklearn
"""

import numpy as np
import torch
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from torch import nn

table = np.array(  # a DataFrame works as well: then name the columns
    [[50.0, 2, "north"], [120.0, np.nan, "south"], [80.0, 3, "north"]],
    dtype=object,
)
numbers = make_pipeline(SimpleImputer(strategy="median"), StandardScaler())
categories = OneHotEncoder(handle_unknown="ignore", sparse_output=False)
prepare = ColumnTransformer([("n", numbers, [0, 1]), ("c", categories, [2])])

x = torch.tensor(prepare.fit_transform(table), dtype=torch.float32)  # <-
print(x[1])
#> tensor([1.2787, 0.0000, 0.0000, 1.0000])

new = np.array([[80.0, 2, "nowhere"]], dtype=object)
new = torch.tensor(prepare.transform(new), dtype=torch.float32)
print(new[0, 2:], nn.Linear(4, 1)(new).dtype)
#> tensor([0., 0.]) torch.float32
