r"""cuda(async=True): non_blocking=True.

`async` is a word of Python since 3.7: a file that has it as an argument does not parse,
so none of it runs. When `non_blocking` helps:
[non_blocking](../devices/index.md#non_blocking).

Asked as:
    x.cuda(async=True); input.cuda(non_blocking) in old ImageNet code; SyntaxError:
    invalid syntax at async=True; target.cuda(async=True); rename async argument; async
    is a reserved keyword in Python 3.7
"""

import torch

x = torch.arange(3.0)
try:
    compile("x = x.cuda(async=True)", "old.py", "exec")
except SyntaxError as error:
    print(error)
    #> invalid syntax (old.py, line 1)

y = x.to("cpu", non_blocking=True)  # <- or "cuda"
print(torch.equal(x, y))
#> True
