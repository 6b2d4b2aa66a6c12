"""Generative models: samples like the data, from noise.

Two-dimensional points and small digits, so that each run takes seconds and shows what
it has learnt.

| You want | Take | A run |
|---|---|---|
| the best samples, in many steps | diffusion: [the step](diffusion.md#denoising_step), [DDPM](diffusion.md#ddpm_sampling) | [two moons](diffusion.md#diffusion_run) |
| the same model, fewer steps | [DDIM](diffusion.md#ddim_sampling) | |
| samples of a class, or to a prompt | [guidance](diffusion.md#guidance) | |
| the least code | [flow matching](diffusion.md#flow_matching) | [a ring](diffusion.md#flow_matching) |
| samples in one step | GAN: [the step](latent.md#adversarial_step), [collapse](latent.md#mode_collapse) | [a ring](latent.md#gan_run) |
| a code for each sample, and a map of codes | VAE: [the draw](latent.md#reparametrise), [the loss](latent.md#elbo) | [digits](latent.md#vae_run) |
| a number for how good samples are | [energy distance](diffusion.md#energy_distance) | |
"""

__all__ = ["diffusion", "latent"]

#: What the home page names of it.
WANTED = ["diffusion/diffusion_run", "latent/gan_run", "latent/vae_run"]
