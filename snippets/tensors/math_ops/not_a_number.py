r"""isnan, isfinite, nan_to_num: find NaN and infinity, and replace them.

NaN does not equal itself, so `x == nan` finds none. `isfinite` is False for NaN and for
both infinities. `nan_to_num` replaces NaN by 0 and infinities by the largest and the
lowest number of the type, or by what you name. `nansum`, `nanmean` and `nanmedian`
leave NaN out. Replacing hides a cause: in training look for [where it
began](../autograd/further.md#detect_anomaly).

Attributes: Shapes
    x: (4,) float32
    mask: (4,) bool

Asked as:
    check whether there are nan values, detect nan; replace nan with zero; remove inf;
    np.isnan, np.isfinite; fillna; tf.math.is_nan; does my tensor contain nan or inf;
    mean without nan; missing values in a csv or in the data; torch.isinf; nansum; nan
    is not equal to nan; assert loss is finite; keep only finite rows; find NaNs in a
    tensor, which entries are nan; delete rows with nan or infinity; fill missing values
    with 0
"""

import torch

nan, inf = float("nan"), float("inf")
x = torch.tensor([1.0, nan, inf, -inf])
mask = x.isnan()
print(mask, (x == nan).any())
#> tensor([False,  True, False, False]) tensor(False)
print(x.isfinite(), x.isfinite().all().item())
#> tensor([ True, False, False, False]) False

print(x.nan_to_num(nan=0.0, posinf=9.0, neginf=-9.0))  # <-
#> tensor([ 1.,  0.,  9., -9.])
rows = torch.tensor([[1.0, 2.0], [3.0, nan]])
print(rows[rows.isfinite().all(dim=1)])  # rows without NaN
#> tensor([[1., 2.]])
print(rows.nanmean(dim=0), rows.nansum())
#> tensor([2., 2.]) tensor(6.)
print(x.isinf(), x.isposinf(), x.isneginf(), sep="\n")
#> tensor([False, False,  True,  True])
#> tensor([False, False,  True, False])
#> tensor([False, False, False,  True])
