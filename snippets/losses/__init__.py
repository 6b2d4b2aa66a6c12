"""Losses: how wrong the model is, as one number.

| Task | Loss | Input | Target |
|---|---|---|---|
| a number | [`MSELoss`](regression.html#mse); [`L1Loss`](regression.html#l1), [`HuberLoss`](regression.html#huber), [`SmoothL1Loss`](regression.html#smooth_l1) with outliers | (N, D) | (N, D) float |
| a number and its uncertainty | [`GaussianNLLLoss`](regression.html#gaussian_nll) | mean and variance, (N, D) | (N, D) float |
| a count | [`PoissonNLLLoss`](regression.html#poisson_nll) | log of the rate, (N,) | (N,) float |
| one of C classes | [`CrossEntropyLoss`](classification.html#cross_entropy) | logits, (N, C) | (N,) int64 |
| one of C classes, from log-probabilities | [`NLLLoss`](classification.html#nll) | (N, C) | (N,) int64 |
| one of very many classes | [`AdaptiveLogSoftmaxWithLoss`](classification.html#adaptive_log_softmax), [`LinearCrossEntropyLoss`](classification.html#linear_cross_entropy) | features, (N, D) | (N,) int64 |
| one of C classes, with a margin | [`MultiMarginLoss`](classification.html#multi_margin) | scores, (N, C) | (N,) int64 |
| yes or no | [`BCEWithLogitsLoss`](classification.html#bce_with_logits) | logit, (N,) | (N,) float, 0 to 1 |
| yes or no, from probabilities | [`BCELoss`](classification.html#bce) | (N,) | (N,) float, 0 to 1 |
| yes or no, labels -1 and 1 | [`SoftMarginLoss`](classification.html#soft_margin) | score, (N,) | (N,) float |
| several labels at once | [`BCEWithLogitsLoss`](classification.html#bce_with_logits), [`MultiLabelSoftMarginLoss`](classification.html#multi_label_soft_margin) | logits, (N, C) | (N, C) float |
| several labels, with a margin | [`MultiLabelMarginLoss`](classification.html#multi_label_margin) | scores, (N, C) | (N, C) int64, filled up with -1 |
| a distribution | [`KLDivLoss`](classification.html#kl_div) | log-probabilities, (N, C) | (N, C) float |
| a sequence without alignment | [`CTCLoss`](classification.html#ctc) | log-probabilities, (T, N, C) | (N, S) int64 |
| which of two is better | [`MarginRankingLoss`](ranking.html#margin_ranking) | two scores, (N,) | (N,) float, -1 or 1 |
| alike or not | [`CosineEmbeddingLoss`](ranking.html#cosine_embedding), [`HingeEmbeddingLoss`](ranking.html#hinge_embedding) | embeddings, distance | (N,) float, -1 or 1 |
| closer to this than to that | [`TripletMarginLoss`](ranking.html#triplet_margin), [`TripletMarginWithDistanceLoss`](ranking.html#triplet_margin_with_distance) | three embeddings, (N, D) | none |

Three mistakes are common. A softmax in front of `CrossEntropyLoss`, which applies its
own. A target of shape (N, 1) or of the wrong type: class indices are int64, everything
else is float. A prediction of shape (N, 1) against a target of shape (N,): `MSELoss`
broadcasts both to (N, N) and only warns.
"""

__all__ = ["regression", "classification", "ranking", "options"]
