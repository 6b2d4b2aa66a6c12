"""add_video: frames as an animated GIF.

Expects (N, T, C, H, W), floats in [0, 1] or bytes; N clips are laid out as a grid.
It needs `moviepy` below 2 (`pip install "moviepy<2"`): version 2 has no
`moviepy.editor`. Without it nothing is raised: a line is printed and nothing is
written. Pillow can make the GIF as well, as here. `add_audio` keeps a waveform of
shape (1, L) in [-1, 1].

Attributes: Shapes
    video: (N, T, 3, H, W) float32, in [0, 1]
    frames: (T, H, W, 3) uint8

Asked as:
    log a clip or film; make a gif from tensors; save frames as animation; episode of a
    reinforcement learning agent; No module named 'moviepy.editor'; video does not
    appear in TensorBoard; wandb.Video; NTCHW; vid_tensor; add_audio; log audio, listen
    to a sound in TensorBoard; tf.summary.audio; record a game or rollout of an agent;
    turn a tensor of frames into an animated gif; video in TensorBoard
"""
# needs: tensorboard

import io
import sys
import tempfile
from unittest.mock import patch

import torch
from PIL import Image
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.compat.proto.summary_pb2 import Summary
from torch.utils.tensorboard import SummaryWriter

video = torch.zeros(1, 4, 3, 16, 24)
for t in range(4):
    video[0, t, :, :, 6 * t : 6 * t + 6] = 1  # a white bar moves to the right

frames = (video[0] * 255).to(torch.uint8).permute(0, 2, 3, 1)
first, *rest = [Image.fromarray(frame) for frame in frames.cpu().numpy()]
gif = io.BytesIO()
first.save(gif, "GIF", save_all=True, append_images=rest, duration=250, loop=0)
image = Summary.Image(height=16, width=24, encoded_image_string=gif.getvalue())

with tempfile.TemporaryDirectory() as log_dir:
    with SummaryWriter(log_dir) as writer:
        with patch.dict(sys.modules, {"moviepy": None}):  # as if it were not installed
            writer.add_video("lost", video, 0, fps=4)  # <-
            #> add_video needs package moviepy
        summary = Summary(value=[Summary.Value(tag="clip", image=image)])
        writer.file_writer.add_summary(summary, 0)
    log = EventAccumulator(log_dir).Reload()

print(log.Tags()["images"])
#> ['clip']
clip = Image.open(io.BytesIO(log.Images("clip")[0].encoded_image_string))
print(clip.format, clip.size, clip.n_frames)
#> GIF (24, 16) 4
for t in range(4):
    clip.seek(t)
    print(clip.convert("L").getbbox())  # left, top, right, bottom of the bar
    #> (0, 0, 6, 16)
    #> (6, 0, 12, 16)
    #> (12, 0, 18, 16)
    #> (18, 0, 24, 16)
