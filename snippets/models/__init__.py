"""Models: define, inspect and reuse networks.

| You want | Write |
|---|---|
| layers one after the other | [`nn.Sequential`](../layers/containers.md#sequential) |
| layers in a row, with names | [`Sequential(OrderedDict)`](define.md#ordered_dict) |
| anything else: branches, loops, several inputs | [a subclass of `nn.Module`](define.md#subclass) |
| a subclass made of blocks | [both together](define.md#mixed) |
| layers in a list or a dictionary | [`ModuleList`](../layers/containers.md#module_list), [`ModuleDict`](../layers/containers.md#module_dict) |
| state that is saved but not trained | [`nn.Buffer`](../layers/containers.md#parameter) |
| a known architecture, trained or not | [`torchvision.models`](pretrained.md#get_model) |
| another number of classes | [a new head](../finetune/index.md#replace_head) |
| what a layer puts out | [a hook](inspection.md#forward_hook), [`create_feature_extractor`](pretrained.md#feature_extraction) |
| a constraint on a weight, or weights at zero | [parametrisation, pruning](weights.md) |
| boxes, regions, their losses | [`torchvision.ops`](vision_ops.md) |

Three rules: `super().__init__()` stands in `__init__` before the first layer, layers
are attributes (or in a `ModuleList`), and the model is called, `model(x)`, not its
`forward`.
"""

__all__ = ["define", "inspection", "architectures", "pretrained", "weights", "vision_ops"]

#: What the home page names of it.
WANTED = ["define/subclass", "inspection/count_parameters", "pretrained/get_model"]
