"""state_dict: save the weights, load them into a model made anew.

It holds parameters and persistent buffers by name, not the code: make the same model
first, then load. Call `eval()` before predicting. Its tensors are the model's own, not
copies.

Attributes: Shapes
    weight: (3, 2) float32

Raises:
    RuntimeError: `nn.Linear(2, 4).load_state_dict(torch.load(io.BytesIO(content)))`
        size mismatch for weight: copying a param with shape torch.Size([3, 2]) from
        checkpoint
    AttributeError: `torch.load(io.BytesIO(content)).eval()` 'collections.OrderedDict'
        object has no attribute 'eval'

Asked as:
    save trained model with torch.save; load trained model from a file; load weights
    from disk; save only the weights, not the class; write the learned parameters to a
    file; how to save my work, use the model again tomorrow; load a saved model for
    inference; torch.save; nn.Module.load_state_dict; torch.save(model.state_dict(),
    PATH); model.load_state_dict(torch.load(PATH)); file extension of a saved model, .pt
    or .pth; Keras model.save_weights, load_weights; keras.models.load_model,
    tf.train.Saver; pickle.dump or joblib.dump a model; what is inside a state_dict;
    'collections.OrderedDict' object is not callable; export the weights of a network to
    a pth file; load_state_dict; save a trained network and load it again later; does
    saving a model save its architecture or only the weights
"""

import io

import torch
from torch import nn

torch.manual_seed(0)
model = nn.Linear(2, 3)
print(list(model.state_dict()))
#> ['weight', 'bias']

file = io.BytesIO()  # or a path: "model.pt"
torch.save(model.state_dict(), file)  # <-

content = file.getvalue()
file.seek(0)
restored = nn.Linear(2, 3)
print(restored.load_state_dict(torch.load(file, weights_only=True)))
#> <All keys matched successfully>
restored.eval()

x = torch.randn(5, 2)
print(torch.equal(restored(x), model(x)))
#> True
weight = restored.weight
