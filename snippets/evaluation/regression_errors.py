r"""MAE, RMSE, R²: errors of a regression.

MAE and RMSE are in the units of the target; RMSE punishes the large ones. $R^2$ is the
share of the variance that is explained: 1 is perfect, 0 is as good as the mean, below 0
is worse. Equal targets have no variance to explain: it is $-\infty$, NaN, or what
rounding leaves. A target of shape (N, 1) against a prediction of shape (N,) broadcasts
to (N, N), without an error: compare shapes first.

$$R^2 = 1 - \frac{\sum_n (y_n - \hat{y}_n)^2}{\sum_n (y_n - \bar{y})^2}$$

Attributes: Shapes
    predicted: (N,) float32
    target: (N,) float32
    r2: () float32

Asked as:
    measure the error of a regression network, metrics for regression; MAE metric,
    evaluate a regression model; how good is a model that predicts prices; metric
    instead of accuracy for a continuous value, for regression; how far off are the
    predictions on average; rmse and r squared; r2_score; sklearn r2_score, coefficient
    of determination; what does a negative R2 mean; why is my R squared negative;
    explained variance; goodness of fit, residuals; mean absolute error and root mean
    squared error as a metric; mean_squared_error(squared=False); RootMeanSquaredError;
    MAE or RMSE, which to report; judge a regression when MSE is 250; difference of (N,
    1) and (N,) became an N by N matrix; error metrics
"""

import torch

predicted = torch.tensor([2.5, 0.0, 2.0, 8.0])
target = torch.tensor([3.0, -0.5, 2.0, 7.0])

error = predicted - target
mae = error.abs().mean()
rmse = error.pow(2).mean().sqrt()  # <-
print(mae)
#> tensor(0.5000)
print(rmse)
#> tensor(0.6124)
r2 = 1 - error.pow(2).sum() / (target - target.mean()).pow(2).sum()
print(r2)
#> tensor(0.9486)

print((predicted - target[:, None]).shape)  # the mistake
#> torch.Size([4, 4])
