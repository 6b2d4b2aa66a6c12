"""Full checkpoint: everything that the next run needs.

The optimizer's state too: Adam without its moments starts over. The scheduler, a
`GradScaler`, averaged weights, the epoch, the best result, [the random
states](#random_states), and what builds and names the model again: its arguments, the
classes. All of them plain values, so that `weights_only=True` loads it.

Attributes: Shapes
    x: (4, 8) float32

Asked as:
    save model and optimizer; save model and optimizer together; save optimizer and
    scheduler state and the epoch number with the model; what should I put into a
    checkpoint file; which things belong in a checkpoint, scheduler too; what to save
    for resuming; save the model during training and go on later; what is lost when only
    the weights are saved; what to include in the saved checkpoint dictionary;
    checkpoint.pth.tar; model_state_dict, optimizer_state_dict, epoch, loss;
    tf.train.Checkpoint(model=model, optimizer=optimizer); save the learning rate
    scheduler as well; store class names with the weights; class_to_idx in the file;
    keep hyperparameters and config beside the weights; rebuild the architecture from
    the saved settings; record the torch version; save a checkpoint
"""

import io

import torch
from torch import nn

ARCHITECTURES = {"linear": nn.Linear}
settings = {"name": "linear", "arguments": {"in_features": 8, "out_features": 2}}
class_to_idx = {"cat": 0, "dog": 1}

torch.manual_seed(0)
model = ARCHITECTURES[settings["name"]](**settings["arguments"])
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30)
x = torch.randn(4, 8)
model(x).pow(2).mean().backward()
optimizer.step()

file = io.BytesIO()
torch.save(
    {
        "model": model.state_dict(),
        "optimizer": optimizer.state_dict(),
        "scheduler": scheduler.state_dict(),
        "epoch": 4,
        "best_accuracy": 0.91,
        "random_state": torch.get_rng_state(),
        "settings": settings,
        "class_to_idx": class_to_idx,
        "torch": str(torch.__version__),
    },
    file,
)

file.seek(0)
state = torch.load(file, map_location="cpu", weights_only=True)  # <-
settings = state["settings"]
again = ARCHITECTURES[settings["name"]](**settings["arguments"])
again.load_state_dict(state["model"])
idx_to_class = {index: name for name, index in state["class_to_idx"].items()}
print(torch.equal(again(x), model(x)), state["epoch"], idx_to_class)
#> True 4 {0: 'cat', 1: 'dog'}
