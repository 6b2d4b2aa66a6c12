"""Series: forecasts, and what is out of the ordinary.

| You want | Use |
|---|---|
| inputs and targets | [windows](#series_windows), [a split](#split_in_time), [a scale](#scale_series), [time features](#time_features) |
| something to beat | [naive forecasts](#naive_forecasts) |
| a forecast | [LSTM](#lstm_forecast), [convolution](#conv_forecast) of [causal layers](#causal_convolution) |
| more than one number | [several steps](#several_steps), [quantiles](#quantile_forecast) |
| an alarm | [anomaly score](#anomaly_score) |

Windows of other kinds: [`unfold`](../tensors/strides.md#windows).
"""

__all__ = [
    "series_windows", "split_in_time", "scale_series", "time_features", "naive_forecasts",
    "lstm_forecast", "causal_convolution", "conv_forecast", "several_steps",
    "quantile_forecast", "anomaly_score",
]
