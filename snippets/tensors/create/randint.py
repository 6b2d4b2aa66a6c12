r"""randint: whole numbers from low to high, without high.

With one number, `low` is 0. The type is int64.

Attributes: Shapes
    dice: (1000,) int64

Raises:
    RuntimeError: `torch.randint(3, 3, (2,))` random_ expects 'from' to be less than
        'to'

Asked as:
    random integers in a range; np.random.randint; random.randint in python; roll a die;
    fake class labels for a test; random token ids; is the upper bound included;
    tf.random.uniform with dtype int; matlab randi; simulate coin flips, random 0 or 1;
    draw with replacement; bootstrap sample indices; generate a random whole number
    smaller than n; random index into a list; integers between two bounds at random,
    throw a dice; choose random ints in a given interval
"""

import torch

torch.manual_seed(0)
dice = torch.randint(1, 7, (1000,))  # <-
print(dice.unique())
#> tensor([1, 2, 3, 4, 5, 6])
