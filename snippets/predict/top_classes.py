"""Top-k predictions: softmax, topk, names.

`softmax` over the class dimension makes logits probabilities; they sum to 1 whatever
the image shows, so a picture of no known class gets a class too. `class_to_idx` of
`ImageFolder` turns round into names; keep it in the checkpoint.

Attributes: Shapes
    logits: (1, 4) float32
    probability: (4,) float32

Asked as:
    logits to class names; class name of a prediction; predicted label as text; human
    readable name instead of class index; confidence of a prediction in percent; show
    the probability of each class; output vector to a label and a confidence; print the
    top 3 or 5 most likely labels with probability; three best guesses for a photo; how
    sure is the model about its prediction; model is confident about nonsense, unknown
    class; idx_to_class; predict_proba, decode_predictions; np.argsort(probs)[::-1][:5];
    map a prediction index to a class label; print the prediction with a percentage;
    model gives ten raw numbers: which one is the class, how sure or probable is it;
    class probabilities of an image
"""

import torch

class_to_idx = {"cat": 0, "dog": 1, "fox": 2, "owl": 3}
idx_to_class = {index: name for name, index in class_to_idx.items()}
logits = torch.tensor([[1.0, 3.0, 2.0, -1.0]])  # of one image

probability = logits.softmax(dim=1)[0]
values, indices = probability.topk(3)  # <-
for value, index in zip(values.tolist(), indices.tolist(), strict=True):
    print(f"{idx_to_class[index]}: {value:.1%}")
    #> dog: 65.7%
    #> fox: 24.2%
    #> cat: 8.9%
