"""Images: transforms, and pictures from files.

Print the type of the picture; of a tensor the shape, dtype and range too.
"""

__all__ = [
    "pic_should_be_pil", "cannot_write_mode",
    "img_should_be_pil", "img_should_be_tensor", "should_be_float_tensor",
    "crop_larger_than_image", "cannot_identify_image_file", "cannot_handle_data_type",
    "invalid_shape_for_image_data", "clipping_input_data", "permitted_channel_values",
    "to_tensor_deprecated", "std_zero",
    "antialias_parameter",
]
