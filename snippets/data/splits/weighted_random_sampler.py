r"""WeightedRandomSampler: draw rare classes more often.

A weight for each sample; weights need not sum to 1. With one over the count of its
class, classes come equally often on average. Drawn with replacement: some samples come
twice in an epoch, others do not come.

$$P(\text{class } c) = \frac{\sum_{i: y_i = c} w_i}{\sum_i w_i}$$

Attributes: Shapes
    labels: (1000,) int64
    weights: (1000,) float32

Asked as:
    oversampling, oversample the minority class; class imbalance sampler, balanced
    sampling; dataset is unbalanced, balance the batches; RandomOverSampler; same number
    of each class in a batch; sample weights for the loader; undersample the majority
    class; upsample rare labels; loader picks positives more often than negatives; show
    rare samples more often during training; long-tailed data;
    tf.data.Dataset.sample_from_datasets; np.random.choice with probabilities; inverse
    class frequency; imbalanced data set; rare class is seldom in a batch, only a few
    percent; make rare classes appear as often as common ones in training; weighted
    sampling
"""

import torch
from torch.utils.data import DataLoader, TensorDataset, WeightedRandomSampler

labels = torch.tensor([0] * 900 + [1] * 100)
dataset = TensorDataset(labels)

weights = 1 / labels.bincount()[labels]
torch.manual_seed(0)
sampler = WeightedRandomSampler(weights, num_samples=10_000)  # <-

drawn = torch.cat([batch for (batch,) in DataLoader(dataset, 1000, sampler=sampler)])
print(labels.bincount() / 1000)
#> tensor([0.9000, 0.1000])
print([round(share, 1) for share in (drawn.bincount() / 10_000).tolist()])
#> [0.5, 0.5]
