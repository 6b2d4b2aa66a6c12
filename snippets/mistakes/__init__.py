"""Mistakes: what raises nothing and is wrong.

Each entry measures the mistake, puts it right, and measures again. Start from what you
see:

| You see | Look at |
|---|---|
| the loss does not fall | [the step](loop.md#cleared_before_step), [zero_grad](loop.md#zero_grad_forgotten), [the graph](loop.md#graph_cut), [parameters that are not trained](models.md#plain_list), [an optimizer of old parameters](loop.md#optimizer_before_the_change), [the rate](loop.md#scheduler_per_batch), [softmax twice](losses.md#softmax_twice), [sigmoid twice](losses.md#sigmoid_twice), [ReLU on logits](losses.md#relu_on_logits), [classes in the last dimension](losses.md#classes_last), [(N, 1) against (N,)](losses.md#column_against_row) |
| the loss stays at log C, 2.30 for ten classes; accuracy of chance | [pixels from 0 to 255](data.md#not_scaled), [images and labels apart](data.md#shuffled_apart), [sorted by class](data.md#sorted_by_class), [equal weights](models.md#zero_init), [deep sigmoids](models.md#sigmoid_deep), [no activation](models.md#activation_forgotten), [argmax of the batch](losses.md#argmax_of_the_batch), [accuracy of (N,) against (N, 1)](losses.md#accuracy_broadcast), [nothing loaded](models.md#strict_false_loads_nothing) |
| the loss is NaN or grows without bound | [log of softmax](losses.md#log_of_softmax), [a sum over the batch](losses.md#sum_reduction), [accumulation without dividing](loop.md#accumulated_without_dividing), [clipping at the wrong place](loop.md#clipped_too_late), [NaN compared](tensors.md#nan_compared), [memory that nobody wrote](tensors.md#uninitialised_empty), [float16 sums](tensors.md#float32_counter) |
| the loss is negative, or a number without meaning | [probabilities into NLLLoss](losses.md#probabilities_into_nll), [kl_div](losses.md#kl_div_arguments), [padding counted](losses.md#padding_counted), [batch means](losses.md#mean_of_batch_means) |
| training is good, validation bad | [eval()](loop.md#eval_forgotten), [train()](loop.md#train_forgotten), [batch norm with few updates](models.md#batch_norm_few_updates), [frozen batch norm](loop.md#frozen_batch_norm), [augmented validation](data.md#augmented_validation), [class numbers](data.md#class_numbers_of_two_folders), [statistics of its own](data.md#test_with_own_statistics), [the causal mask](models.md#causal_mask_forgotten), [source and target](models.md#swapped_source_and_target), [the best weights](loop.md#best_by_reference) |
| validation is better than training, or too good | [measured unlike](losses.md#compared_unalike), [copies in both parts](data.md#duplicates_in_both), [features selected before](data.md#selected_before_split), [drop_last](data.md#evaluated_with_drop_last), [rare classes](losses.md#accuracy_of_the_majority) |
| results change from run to run, or with the batch | [eval()](loop.md#eval_forgotten), [dropout in eval](models.md#dropout_in_eval), [batch_first](models.md#batch_first_forgotten), [softmax over the batch](models.md#softmax_over_the_batch), [squeeze](tensors.md#squeeze_drops_the_batch), [memory that nobody wrote](tensors.md#uninitialised_empty), [unstable sort](tensors.md#unstable_sort) |
| every epoch is the same, frozen layers move, or weights are wrongly tied | [a seed in the loop](loop.md#seed_in_the_loop), [frozen by an attribute](loop.md#frozen_by_attribute), [decay of frozen weights](loop.md#frozen_but_decayed), [one layer many times](models.md#same_layer_repeated), [copied, not tied](models.md#copied_not_tied) |
| memory grows | [losses kept with their graphs](loop.md#graphs_kept), [no_grad](loop.md#no_grad_forgotten) |
| the GPU waits | [loading in the training process](data.md#loader_waits), [the workers](../data/loader.md#workers), [the profiler](../timing/index.md#profile_operations) |
| images look wrong, or the model fails on photographs only | [BGR](data.md#bgr_as_rgb), [normalised twice](data.md#normalised_twice), [three means for grey](data.md#grey_with_three_means), [reshape for permute](tensors.md#reshape_for_permute), [uint8](tensors.md#uint8_overflow), [image and mask apart](data.md#image_and_mask_apart), [a mask interpolated](data.md#mask_interpolated), [a transform shared](data.md#shared_transform) |
| the output has the wrong length | [the batch dimension](models.md#no_batch_dimension), [a wrong flatten](models.md#wrong_flatten) |
| attention reads the wrong words | [a mask turned over](models.md#mask_turned_over), [the causal mask](models.md#causal_mask_forgotten), [batch_first](models.md#batch_first_forgotten) |
| numbers are wrong or change by themselves | [a view](tensors.md#view_changed), [NumPy's memory](tensors.md#numpy_shares_memory), [detach](tensors.md#in_place_on_detached), [expand](tensors.md#expand_written), [a repeated index](tensors.md#repeated_index), [integers](tensors.md#integer_division), [a mask of integers](tensors.md#mask_of_integers), [keepdim](tensors.md#keepdim_forgotten), [multinomial](tensors.md#multinomial_of_zeros), [large numbers](tensors.md#float32_counter) |

Try first whether the model learns [one batch](../training/index.md#one_batch) by heart.
"""

__all__ = ["losses", "loop", "data", "models", "tensors"]

#: What the home page names of it.
WANTED = ["losses/softmax_twice", "loop/zero_grad_forgotten", "loop/eval_forgotten"]
