r"""cuda(async=True): non_blocking=True.

`async` is a word of Python since 3.7: a file that has it as an argument does not parse.
When `non_blocking` helps: [non_blocking](../devices/index.md#pinned_memory).

Raises:
    SyntaxError: `compile(old, 'old.py', 'exec')` invalid syntax (old.py, line 1)

Asked as:
    x.cuda(async=True); input.cuda(non_blocking) in old ImageNet code; async=True is a
    syntax error; target.cuda(async=True); rename async argument; async is a reserved
    keyword in Python 3.7
"""

import torch

old = "x = x.cuda(async=True)"
x = torch.arange(3.0)
y = x.to("cpu", non_blocking=True)  # <- or "cuda"
print(torch.equal(x, y))
#> True
