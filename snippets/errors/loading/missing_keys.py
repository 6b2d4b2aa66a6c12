r"""Missing key(s) in state_dict, Unexpected key(s) in state_dict: names differ.

The names in the file are not the names in the model. Print both: the difference is most
often one prefix on every name, `module.` of DataParallel or DDP, `_orig_mod.` of
`torch.compile`, `model.` of a Lightning file. Next: the file is a whole checkpoint with
the weights under a key of it; the model has a layer more, or an attribute was renamed.
See [`strict=False`](../checkpoints/index.md#strict_false) and [the `module.`
prefix](../checkpoints/index.md#module_prefix).

Raises:
    RuntimeError: `nn.Linear(2, 3).load_state_dict(saved)` Missing key(s) in state_dict:
        "weight", "bias". Unexpected key(s) in state_dict: "module.weight",
        "module.bias".
    RuntimeError: `nn.Linear(2, 3).load_state_dict(checkpoint)` Unexpected key(s) in
        state_dict: "epoch", "model".

Also worded:
    RuntimeError: Error(s) in loading state_dict for Net: Missing key(s) in state_dict:
      "conv1.weight", "conv1.bias". Unexpected key(s) in state_dict:
      "module.conv1.weight", "module.conv1.bias".
    RuntimeError: Error(s) in loading state_dict for DataParallel: Missing key(s) in
      state_dict: "module.conv1.weight". Unexpected key(s) in state_dict:
      "conv1.weight".
    RuntimeError: Error(s) in loading state_dict for OptimizedModule: Missing key(s) in
      state_dict: "_orig_mod.weight", "_orig_mod.bias". Unexpected key(s) in state_dict:
      "weight", "bias".
    RuntimeError: Error(s) in loading state_dict for ResNet: Unexpected key(s) in
      state_dict: "epoch", "arch", "state_dict", "best_acc1", "optimizer".
    RuntimeError: Error(s) in loading state_dict for BertModel: Unexpected key(s) in
      state_dict: "embeddings.position_ids".
    KeyError: 'unexpected key "module.conv1.weight" in state_dict'
    KeyError: 'missing keys in state_dict: "{\'fc.weight\', \'fc.bias\'}"'

Asked as:
    plain weights into a DataParallel model; Unexpected key(s) in state_dict: "epoch",
    "model_state_dict", "optimizer_state_dict"; Lightning ckpt into a plain nn.Module,
    names start with model; added a layer, old checkpoint lacks its weight; compiled
    before loading the weights; extra buffers in the file, position_ids
"""

from torch import nn

saved = nn.DataParallel(nn.Linear(2, 3)).state_dict()
model = nn.Linear(2, 3)
try:
    model.load_state_dict(saved)
except RuntimeError as error:
    print(*(line.strip() for line in str(error).splitlines()), sep="\n")
    #> Error(s) in loading state_dict for Linear:
    #> Missing key(s) in state_dict: "weight", "bias".
    #> Unexpected key(s) in state_dict: "module.weight", "module.bias".

# A prefix on each name: take it off.
plain = {name.removeprefix("module."): value for name, value in saved.items()}  # <-
print(model.load_state_dict(plain))
#> <All keys matched successfully>

# `_orig_mod.` stands before what was compiled: take it out, or load before compiling.
compiled = {f"_orig_mod.{name}": value for name, value in plain.items()}
plain = {name.replace("_orig_mod.", ""): value for name, value in compiled.items()}
print(model.load_state_dict(plain))
#> <All keys matched successfully>

# A whole checkpoint: the weights are under a key.
checkpoint = {"epoch": 3, "model": plain}
print(model.load_state_dict(checkpoint["model"]))
#> <All keys matched successfully>

# Another model: see which names differ, then load what there is.
deeper = nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 3))
print(sorted(deeper.state_dict().keys() ^ plain.keys())[:3])
#> ['0.bias', '0.weight', '1.bias']
renamed = {f"0.{name}": value for name, value in plain.items()}
print(deeper.load_state_dict(renamed, strict=False).missing_keys)
#> ['1.weight', '1.bias']
