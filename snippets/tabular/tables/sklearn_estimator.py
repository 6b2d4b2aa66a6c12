r"""A network as a scikit-learn estimator: fit, predict_proba, predict.

With these methods a net goes into `cross_val_score`, `GridSearchCV` and pipelines.
`__init__` does nothing but store its arguments, under their names: `clone` makes a
fresh estimator from them. What is learnt ends with an underscore. The
seed that `fit` sets is that of the whole program. Arrays come in,
arrays go out.

Attributes: Shapes
    x: (N, 4) float64, NumPy
    y: (N,) int64, NumPy
    probs: (N, 3) float32, NumPy

Asked as:
    wrap a PyTorch model for sklearn; skorch NeuralNetClassifier; cross_val_score with a
    neural network; GridSearchCV over a torch model; BaseEstimator and ClassifierMixin
    for PyTorch; predict_proba of a torch model; KerasClassifier, scikeras; use a torch
    model in a sklearn Pipeline; sklearn compatible neural network; cross-validation of
    a net; hyperparameter search with scikit-learn; clone an estimator; class with fit
    and predict around a PyTorch module; fit and predict methods for a module
"""

import numpy as np
import torch
import torch.nn.functional as F
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.datasets import load_iris
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from torch import nn


class NetClassifier(ClassifierMixin, BaseEstimator):
    def __init__(self, width=16, lr=0.02, steps=100, seed=0):
        self.width, self.lr, self.steps, self.seed = width, lr, steps, seed

    def fit(self, x, y):
        torch.manual_seed(self.seed)
        self.classes_, y = np.unique(y, return_inverse=True)
        x, y = torch.tensor(x, dtype=torch.float32), torch.tensor(y)
        inputs, outputs = x.shape[1], len(self.classes_)
        self.net_ = nn.Sequential(
            nn.Linear(inputs, self.width), nn.ReLU(), nn.Linear(self.width, outputs)
        )
        optimizer = torch.optim.Adam(self.net_.parameters(), self.lr)
        for _ in range(self.steps):
            optimizer.zero_grad()
            F.cross_entropy(self.net_(x), y).backward()
            optimizer.step()
        return self

    @torch.no_grad()
    def predict_proba(self, x):
        logits = self.net_(torch.tensor(x, dtype=torch.float32))
        return logits.softmax(dim=1).numpy()  # <-

    def predict(self, x):
        return self.classes_[self.predict_proba(x).argmax(axis=1)]


x, y = load_iris(return_X_y=True)
pipeline = make_pipeline(StandardScaler(), NetClassifier())
scores = cross_val_score(pipeline, x, y, cv=3)
print(scores.mean() > 0.9)
#> True
probs = pipeline.fit(x, y).predict_proba(x)
