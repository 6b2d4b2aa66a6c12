"""Tables: numbers and categories, a row a sample.

| You want | Use |
|---|---|
| tensors of columns | [a table](#table_to_tensors), [categories](#category_codes), [through scikit-learn](#column_transformer) |
| no gaps and like units | [missing values](#fill_missing), [standardise](#standardise_table), [the target](#scaled_target) |
| a net | [embeddings and numbers](#categories_and_numbers), [a whole run](#table_run) |
| cross-validation by scikit-learn | [an estimator](#sklearn_estimator) |
| to know what the net reads | [permutation importance](#permutation_importance) |

Tensors become batches by [`TensorDataset`](../data/datasets.md#tensor_dataset).
"""

__all__ = [
    "table_to_tensors", "category_codes", "fill_missing", "standardise_table", "scaled_target",
    "categories_and_numbers", "table_run", "column_transformer", "sklearn_estimator",
    "permutation_importance",
]
