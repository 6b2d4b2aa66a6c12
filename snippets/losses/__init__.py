"""Losses: how wrong the model is, as one number.

| Task | Loss | Input | Target |
|---|---|---|---|
| a number | `MSELoss`; `L1Loss`, `HuberLoss`, `SmoothL1Loss` with outliers | (N, D) | (N, D) float |
| a number and its uncertainty | `GaussianNLLLoss` | mean and variance, (N, D) | (N, D) float |
| a count | `PoissonNLLLoss` | log of the rate, (N,) | (N,) float |
| one of C classes | `CrossEntropyLoss` | logits, (N, C) | (N,) int64 |
| one of C classes, from log-probabilities | `NLLLoss` | (N, C) | (N,) int64 |
| one of very many classes | `AdaptiveLogSoftmaxWithLoss`, `LinearCrossEntropyLoss` | features, (N, D) | (N,) int64 |
| one of C classes, with a margin | `MultiMarginLoss` | scores, (N, C) | (N,) int64 |
| yes or no | `BCEWithLogitsLoss` | logit, (N,) | (N,) float, 0 to 1 |
| yes or no, from probabilities | `BCELoss` | (N,) | (N,) float, 0 to 1 |
| yes or no, labels -1 and 1 | `SoftMarginLoss` | score, (N,) | (N,) float |
| several labels at once | `BCEWithLogitsLoss`, `MultiLabelSoftMarginLoss` | logits, (N, C) | (N, C) float |
| several labels, with a margin | `MultiLabelMarginLoss` | scores, (N, C) | (N, C) int64, filled up with -1 |
| a distribution | `KLDivLoss` | log-probabilities, (N, C) | (N, C) float |
| a sequence without alignment | `CTCLoss` | log-probabilities, (T, N, C) | (N, S) int64 |
| which of two is better | `MarginRankingLoss` | two scores, (N,) | (N,) float, -1 or 1 |
| alike or not | `CosineEmbeddingLoss`, `HingeEmbeddingLoss` | embeddings, distance | (N,) float, -1 or 1 |
| closer to this than to that | `TripletMarginLoss`, `TripletMarginWithDistanceLoss` | three embeddings, (N, D) | none |

Three mistakes are common. A softmax in front of `CrossEntropyLoss`, which applies its
own. A target of shape (N, 1) or of the wrong type: class indices are int64, everything
else is float. A prediction of shape (N, 1) against a target of shape (N,): `MSELoss`
broadcasts both to (N, N) and only warns.
"""

__all__ = ["regression", "classification", "ranking", "options"]
