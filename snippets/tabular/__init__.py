"""Tables and series: rows of columns, values in time.

| You have | First | Then |
|---|---|---|
| columns of numbers and words | [to tensors](tables.md#table_to_tensors), [categories](tables.md#category_codes) | [a net for both](tables.md#categories_and_numbers), [a whole run](tables.md#table_run) |
| missing values | [fill them](tables.md#fill_missing) | |
| columns of different units | [standardise](tables.md#standardise_table), [the target, too](tables.md#scaled_target) | |
| a scikit-learn pipeline | [tensors from it](tables.md#column_transformer) | [a net as an estimator](tables.md#sklearn_estimator) |
| a trained net | [which columns matter](tables.md#permutation_importance) | |
| one series | [windows](series.md#series_windows), [split](series.md#split_in_time), [scale](series.md#scale_series) | [LSTM](series.md#lstm_forecast), [convolution](series.md#conv_forecast) |
| hours, weekdays, months | [a point on a circle](series.md#time_features) | |
| a forecast | [compare it with naive ones](series.md#naive_forecasts) | [several steps](series.md#several_steps), [a band](series.md#quantile_forecast) |
| a series with faults | [anomaly score](series.md#anomaly_score) | |

What is fitted, a mean, a median or a list of values, is fitted on the training part.
Series of several lengths are
[packed](../layers/recurrent.md#packed_sequences); rare classes get
[weights](../losses/options.md#class_weights).
"""

__all__ = ["tables", "series"]

#: What the home page names of it.
WANTED = ["tables/table_run", "series/lstm_forecast", "series/anomaly_score"]
