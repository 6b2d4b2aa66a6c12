"""The callables that torch and torchvision document, their forms, and what shows them."""
