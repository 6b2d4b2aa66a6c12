"""Diffusion: data from noise, in many small steps.

| You want | Use |
|---|---|
| data to look at, and a number for samples | [points](#drawn_points), [energy distance](#energy_distance) |
| to make noisy data | [schedule](#noise_schedule), [noising](#forward_noising) |
| to train | [time embedding](#time_embedding), [the step](#denoising_step) |
| to sample | [DDPM](#ddpm_sampling), [DDIM](#ddim_sampling), [guidance](#guidance) |
| a whole run | [two moons](#diffusion_run), [flow matching](#flow_matching) |

For sampling, keep [an average of the weights](../training/index.md#ema_in_loop).
"""

__all__ = [
    "drawn_points", "energy_distance", "noise_schedule", "forward_noising", "time_embedding",
    "denoising_step", "ddpm_sampling", "ddim_sampling", "guidance", "diffusion_run",
    "flow_matching",
]
