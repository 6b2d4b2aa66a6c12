r"""torch._dynamo hit config.recompile_limit: compiled too often for one function.

Each call that breaks an assumption of the compiled code (a guard) compiles once more;
after 8 times a call that fits no version runs as plain Python, with this warning in the
log. Usual causes: an argument that is a new string at each call; an integer attribute
that counts steps; tensors of ever another number of dimensions. "last reason" in the
log names the guard. `TORCH_LOGS=recompiles` shows all.

Raises:
    FailOnRecompileLimitHit: `count(fullgraph=True)` Hard failure due to fullgraph=True

Also worded:
    torch._dynamo hit config.recompile_limit (8)
    torch._dynamo hit config.cache_size_limit (8)
    torch._dynamo hit config.cache_size_limit (64)
    torch._dynamo.exc.FailOnRecompileLimitHit: recompile_limit reached with
      fullgraph=True
    torch._dynamo.exc.CacheLimitExceeded: cache_size_limit reached
    torch._dynamo hit config.accumulated_recompile_limit (256)

Asked as:
    cache_size_limit of dynamo; step counter in a compiled module; each sentence length
    compiles again; compiled code falls back to eager after 8 compilations; last reason:
    0/7
"""

import logging

import torch

logging.getLogger("torch._dynamo").setLevel(logging.ERROR)  # the warning stands there


def count(calls=12, names=True, **options):
    """Count how often one function is compiled."""
    compiled = 0

    def backend(module, inputs):
        nonlocal compiled
        compiled += 1
        return module.forward

    def function(x, extra):
        return x + len(extra) if names else x + extra

    torch._dynamo.reset()
    function = torch.compile(function, backend=backend, **options)
    for n in range(calls):
        function(torch.ones(3), f"step {n}" if names else torch.tensor(n))
    return compiled


# Twelve strings that differ: a compilation per string, up to the limit of 8.
print(count())
#> 8

# What changes with each call goes in as a tensor.
print(count(names=False))
#> 1

# Few variants, all known: a higher limit.
with torch._dynamo.config.patch(recompile_limit=16):  # <-
    print(count())
    #> 12
