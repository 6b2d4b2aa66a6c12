"""GANs and autoencoders: samples from a code, in one step.

| You want | Use |
|---|---|
| two nets against each other | [the step](#adversarial_step), [a whole run](#gan_run) |
| to know whether all samples are alike | [mode collapse](#mode_collapse) |
| a net that encodes and decodes | [the draw](#reparametrise), [the loss](#elbo), [a whole run](#vae_run) |
| a path from one sample to another | [interpolation](#interpolation) |
"""

__all__ = [
    "adversarial_step", "gan_run", "mode_collapse", "reparametrise", "elbo", "vae_run",
    "interpolation",
]
