r"""Tracer cannot infer type: the model gives something other than tensors.

A trace can return tensors, and tuples or lists of them. Usual causes: a list that mixes
tensors and dictionaries, as detection models give; None beside a tensor; an object with
fields, such as the outputs of Hugging Face; a dictionary, which also wants
`strict=False`. Wrap the model in a module that picks the tensors and returns a tuple.
`torch.export` takes dictionaries and lists as they are.

Raises:
    RuntimeError: `trace(Mixed())` Tracer cannot infer type of
    RuntimeError: `trace(Named())` Encountering a dict at the output of the tracer might
        cause the trace to be incorrect

Also worded:
    RuntimeError: Only tensors, lists, tuples of tensors, or dictionary of tensors can
      be output from traced functions
    RuntimeError: Encountering a list at the output of the tracer might cause the trace
      to be incorrect, this is only valid if the container structure does not change
      based on the module's inputs.
    RuntimeError: Type 'Tuple[str, str, str]' cannot be traced. Only Tensors and
      (possibly nested) Lists, Dicts, and Tuples of Tensors can be traced
    RuntimeError: Tracer cannot infer type of CausalLMOutputWithPast
    RuntimeError: Only tuples, lists and Variables are supported as JIT inputs/outputs.
      Dictionaries and strings are also accepted, but their usage is not recommended.

Asked as:
    trace a Hugging Face model; torchscript=True of transformers; trace Mask R-CNN or
    Faster R-CNN; return_dict=False for tracing; export a model with several outputs;
    string input of a traced model
"""

import warnings

import torch
from torch import nn

warnings.simplefilter("ignore")  # torch.jit is deprecated


class Mixed(nn.Module):
    def forward(self, x):
        return [x, {"double": x * 2}]


class Named(nn.Module):
    def forward(self, x):
        return {"same": x, "double": x * 2}


class AsTuple(nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, x):
        first, rest = self.model(x)
        return first, rest["double"]


x = torch.ones(3)


def trace(module, **options):
    return torch.jit.trace(module, x, **options)


try:
    trace(Mixed())
except RuntimeError as error:
    print(str(error)[:28])
    #> Tracer cannot infer type of

# A mixture: a wrapper that returns a tuple.
print(trace(AsTuple(Mixed()))(x)[1].tolist())
#> [2.0, 2.0, 2.0]

# A dictionary of tensors whose keys stay.
print(trace(Named(), strict=False)(x)["double"].tolist())  # <-
#> [2.0, 2.0, 2.0]

# New code: torch.export takes both.
print(torch.export.export(Mixed(), (x,)).module()(x)[1]["double"].tolist())
#> [2.0, 2.0, 2.0]
