"""Lightning: the training loop as a class.

| You write | In plain PyTorch it was |
|---|---|
| `training_step(batch, i)` returning a loss | the body of the loop up to `loss`; `backward`, `step` and `zero_grad` are done for you |
| `validation_step`, `test_step` | the loop under `eval`, without gradients |
| `configure_optimizers` | making the optimizer and the schedule |
| `self.log("valid_loss", loss)` | adding up and averaging over the epoch |
| `Trainer(accelerator="auto", precision="bf16-mixed")` | `.to(device)`, autocast |
| `ModelCheckpoint`, `EarlyStopping` | saving the best, stopping in time |
| `trainer.fit(model, data, ckpt_path=path)` | loading model, optimizer and epoch |

The package is `lightning`, imported as `L`; `pytorch_lightning` is its older
name, and a model of one is refused by the `Trainer` of the other. The entries keep it
quiet: no table of layers, no progress bar, no tips.
"""

__all__ = [
    "lit_mnist", "checkpoint_and_stop", "resume_training", "predict_classes",
    "trainer_options",
]

#: What the home page names of it.
WANTED = ["lit_mnist", "checkpoint_and_stop", "resume_training"]
