"""Losses: how wrong the model is, as one number.

| Task | Loss | Input | Target |
|---|---|---|---|
| a number | [`MSELoss`](regression.md#mse); [`L1Loss`](regression.md#l1), [`HuberLoss`](regression.md#huber), [`SmoothL1Loss`](regression.md#smooth_l1) with outliers | (N, D) | (N, D) float |
| a number and its uncertainty | [`GaussianNLLLoss`](regression.md#gaussian_nll) | mean and variance, (N, D) | (N, D) float |
| a count | [`PoissonNLLLoss`](regression.md#poisson_nll) | log of the rate, (N,) | (N,) float |
| one of C classes | [`CrossEntropyLoss`](classification.md#cross_entropy) | logits, (N, C) | (N,) int64 |
| one of C classes, from log-probabilities | [`NLLLoss`](classification.md#nll) | (N, C) | (N,) int64 |
| one of very many classes | [`AdaptiveLogSoftmaxWithLoss`](classification.md#adaptive_log_softmax), [`LinearCrossEntropyLoss`](classification.md#linear_cross_entropy) | features, (N, D) | (N,) int64 |
| one of C classes, with a margin | [`MultiMarginLoss`](classification.md#multi_margin) | scores, (N, C) | (N,) int64 |
| yes or no | [`BCEWithLogitsLoss`](classification.md#bce_with_logits) | logit, (N,) | (N,) float, 0 to 1 |
| yes or no, from probabilities | [`BCELoss`](classification.md#bce) | (N,) | (N,) float, 0 to 1 |
| yes or no, labels -1 and 1 | [`SoftMarginLoss`](classification.md#soft_margin) | score, (N,) | (N,) float |
| several labels at once | [`BCEWithLogitsLoss`](classification.md#bce_with_logits), [`MultiLabelSoftMarginLoss`](classification.md#multi_label_soft_margin) | logits, (N, C) | (N, C) float |
| several labels, with a margin | [`MultiLabelMarginLoss`](classification.md#multi_label_margin) | scores, (N, C) | (N, C) int64, filled up with -1 |
| a distribution | [`KLDivLoss`](classification.md#kl_div) | log-probabilities, (N, C) | (N, C) float |
| a sequence without alignment | [`CTCLoss`](classification.md#ctc) | log-probabilities, (T, N, C) | (N, S) int64 |
| which of two is better | [`MarginRankingLoss`](ranking.md#margin_ranking) | two scores, (N,) | (N,) float, -1 or 1 |
| alike or not | [`CosineEmbeddingLoss`](ranking.md#cosine_embedding), [`HingeEmbeddingLoss`](ranking.md#hinge_embedding) | embeddings, distance | (N,) float, -1 or 1 |
| closer to this than to that | [`TripletMarginLoss`](ranking.md#triplet_margin), [`TripletMarginWithDistanceLoss`](ranking.md#triplet_margin_with_distance) | three embeddings, (N, D) | none |

Contrastive losses, focal, Dice, distillation and others of papers: [written by
hand](written.md).

Three mistakes are common. A softmax in front of `CrossEntropyLoss`, which applies its
own. A target of shape (N, 1) or of the wrong type: class indices are int64, everything
else is float. A prediction of shape (N, 1) against a target of shape (N,): `MSELoss`
broadcasts both to (N, N) and only warns.
"""

__all__ = ["regression", "classification", "ranking", "options", "written"]

#: What the home page names of it.
WANTED = [
    "classification/cross_entropy",
    "classification/bce_with_logits",
    "regression/mse",
]
