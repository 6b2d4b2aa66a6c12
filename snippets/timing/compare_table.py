"""Compare: a table of variants and sizes.

`label` names the table, `sub_label` the row, `description` the column. The figures of a
row are comparable; those of different machines or versions of torch are not.

Asked as:
    which of three versions of a function is quickest for small and large tensors;
    compare the speed of two functions; timing table, side by side; benchmark many sizes
    or shapes; sub_label and description; speedup of one implementation over another;
    einsum or matmul, which is quicker; overview of run times for different shapes and
    variants; perfplot; benchmark.Compare; several implementations and input sizes in
    one table; print benchmark results side by side; which implementation is faster;
    does version A win for big inputs too
"""

import torch
from torch.utils.benchmark import Compare, Timer

results = []
for size in (64, 256):
    x = torch.randn(size, size)
    variants = {"matmul": "x.t() @ x", "einsum": "einsum('ij,ik->jk', x, x)"}
    for name, statement in variants.items():
        timer = Timer(
            statement,
            globals={"x": x, "einsum": torch.einsum},
            label="Gram matrix",
            sub_label=f"{size} by {size}",
            description=name,
        )
        results.append(timer.blocked_autorange(min_run_time=0.02))

table = str(Compare(results))  # <-
print([word in table for word in ("Gram matrix", "64 by 64", "einsum")])
#> [True, True, True]
