"""Keep the best: write when the validation score improves, remove the rest.

On disk; [in memory](../training/index.md#best_checkpoint) a copy will do. Two kinds of
file: the best, for use, and the last, to resume. Write the new one before the old one
goes. For a loss turn `>` round and start from `inf`.

Attributes: Shapes
    weight: (1,) float32

Asked as:
    save best model; save only the best checkpoint to disk while training; save
    checkpoint when validation improves; save a file only when validation accuracy gets
    better; overwrite the file only if score is higher or loss lower than before;
    save_best_only=True, save_top_k; Keras ModelCheckpoint; max_to_keep;
    save_total_limit; only keep the last 3 checkpoints; remove previous checkpoints,
    keep only the newest two; delete old checkpoints automatically; disk fills up with
    checkpoint files; too many .pt files, clean up; best_model.pt and last.pt, epoch
    number in the file name; monitor with mode="min" or "max"; rotate saved files; keep
    only the best model during training; keep the model with the highest accuracy
"""

import tempfile
from pathlib import Path

import torch

accuracies = [0.71, 0.82, 0.80, 0.86, 0.85]
with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    best = float("-inf")
    for epoch, accuracy in enumerate(accuracies):
        weight = torch.tensor([float(epoch)])  # stands for the model
        if accuracy > best:
            best = accuracy
            torch.save({"weight": weight}, folder / f"best-{epoch:04}.pt")  # <-
        torch.save({"weight": weight, "best": best}, folder / f"last-{epoch:04}.pt")
        for kind, keep in (("best", 1), ("last", 2)):  # 0007 sorts before 0010
            for old in sorted(folder.glob(f"{kind}-*.pt"))[:-keep]:
                old.unlink()
    print(sorted(path.name for path in folder.iterdir()))
    #> ['best-0003.pt', 'last-0003.pt', 'last-0004.pt']
    weight = torch.load(folder / "best-0003.pt")["weight"]
print(weight)
#> tensor([3.])
