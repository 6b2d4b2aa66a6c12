"""Adapt and shrink: a model for your task, on your machine.

| You want | Use |
|---|---|
| to train few weights | [LoRA](#lora), [in a whole model](#lora_model), [a run](#lora_run), [on int8](#int8_lora) |
| to ship what was trained | [merged](#lora_merge), [the adapter alone](#adapter_file) |
| answers to instructions | [the prompt masked](#answers_only) |
| answers that people prefer | [DPO](#dpo) |
| a smaller model | [distillation](#token_distillation) |
| less memory in training | [checkpoint each block](#checkpoint_blocks) |
| smaller weights | [bfloat16](#bfloat16_weights), [int8](#int8_weights), [int4](#int4_groups) |
| a file of a tied model | [one name](#tied_file) |
| more tokens | [new rows](#grow_vocabulary) |
| decay of the right weights | [by module](#decay_by_module) |

Learning rate: [warm-up, then cosine](../schedulers/combine.md#warmup_cosine).
"""

__all__ = [
    "lora", "lora_model", "lora_merge", "lora_run", "int8_lora",
    "adapter_file", "answers_only", "dpo", "token_distillation", "checkpoint_blocks",
    "bfloat16_weights", "int8_weights", "int4_groups", "tied_file", "grow_vocabulary",
    "decay_by_module",
]
