r"""Bootstrap interval: how sure a score is.

Draw as many samples as the test set has, with replacement, many times, and score each
draw: 95 percent of the scores lie between two quantiles. For a share such as accuracy
it comes near $\pm 2 \sqrt{p (1 - p) / N}$. To compare two models draw the samples once
for both and look at the difference. Draw patients or videos where samples of one are
alike. The luck of one training run is not in it.

Attributes: Shapes
    right: (N,) float32, 1 where the prediction is right
    scores: (B,) float32, one score a draw
    interval: (2,) float32

Asked as:
    confidence interval of the accuracy; error bars for a metric; is model A better than
    model B; significance of a difference in accuracy; bootstrap resampling of the test
    set; scipy.stats.bootstrap; how many test samples do I need; plus minus of a score;
    standard error of the accuracy; paired bootstrap test; resample with replacement; 95
    % interval of F1 or AUC
"""

import torch

torch.manual_seed(0)
right = (torch.arange(200) < 170).float()  # 170 of 200
print(right.mean())
#> tensor(0.8500)

draws = torch.randint(len(right), (2000, len(right)))  # (2000, 200)
scores = right[draws].mean(dim=1)
interval = scores.quantile(torch.tensor([0.025, 0.975]))  # <-
print([round(x, 2) for x in interval.tolist()])
#> [0.8, 0.9]

# Another model, right on all of these but three, and on eight more.
other = right.clone()
other[:3], other[190:198] = 0, 1
gain = (other - right)[draws].mean(dim=1)
print(f"better in {100 * (gain > 0).float().mean():.0f} % of the draws")
#> better in 92 % of the draws
