"""Early stopping: end when the validation loss has not improved for some epochs.

`patience` is the number of epochs without an improvement of more than `min_delta`. Put
the best weights back afterwards: the last ones are `patience` epochs past them. To
resume, save `best` and `bad_epochs` with the checkpoint.

Asked as:
    stop if validation loss does not decrease or stops improving; Keras EarlyStopping
    callback; EarlyStopping(monitor="val_loss", patience=10); patience; patience
    counter, epochs without improvement; min_delta; n_iter_no_change,
    early_stopping_rounds; how many epochs should I train; when should I stop training;
    how long to train before it overfits; abort or quit if no progress is made on the
    dev set; no better val loss for 5 epochs; val_loss plateaus, finish the run; break
    out of the epoch loop; end training early or automatically when val loss gets no
    better; implement stopping manually, detect convergence; do not guess the number of
    epochs; stop at the best epoch when validation loss goes up while training loss
    falls
"""


class EarlyStopping:
    def __init__(self, patience=3, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        self.best, self.bad_epochs = float("inf"), 0

    def __call__(self, loss):
        """Return whether to stop. A loss that is NaN is no improvement."""
        if loss < self.best - self.min_delta:
            self.best, self.bad_epochs = loss, 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


stop = EarlyStopping(patience=3)  # <-
val_losses = [1.0, 0.7, 0.6, 0.61, 0.59, 0.62, 0.6, float("nan"), 0.5]
for epoch, loss in enumerate(val_losses):
    if stop(loss):
        break
print(epoch, stop.best)
#> 7 0.59
