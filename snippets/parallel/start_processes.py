"""mp.spawn: processes without torchrun.

`mp.spawn(work, args, nprocs)` calls `work(index, *args)` in new processes and waits; an
error in one of them ends the others and is raised here with its traceback. Spawned
processes import the script anew: `work` is a function of the module, and the call
stands under `if __name__ == "__main__":`. `start_processes` takes the way to start:
`"fork"`, here, copies this process, and CUDA [does not survive
that](../errors/devices.md#cuda_in_forked_subprocess). After `share_memory_` the
processes read and write one tensor.

Attributes: Shapes
    shared: (2,) float32
    private: (2,) float32

Asked as:
    torch.multiprocessing.Process; mp.spawn(train, nprocs=world_size);
    set_start_method("spawn"), context has already been set;
    torch.multiprocessing.set_start_method; fork or spawn; start training processes from
    Python without torchrun; torch.multiprocessing.set_sharing_strategy; file_descriptor
    or file_system sharing; share a tensor between processes; share_memory_; tensor
    changed in a child process is not changed in the parent; Hogwild;
    ProcessRaisedException; multiprocessing.Pool with tensors; run a function in
    parallel on several CPU cores; An attempt has been made to start a new process
    before the bootstrapping phase; torch.multiprocessing.spawn;
    torch.multiprocessing.start_processes, start_method
"""

import torch
import torch.multiprocessing as mp

shared = torch.zeros(2).share_memory_()
private = torch.zeros(2)


def work(index, shared, private):
    shared[index] = index + 1
    private[index] = index + 1


# in earnest: mp.spawn(work, args=(shared, private), nprocs=2)
mp.start_processes(work, args=(shared, private), nprocs=2, start_method="fork")  # <-
print(shared, private)
#> tensor([1., 2.]) tensor([0., 0.])

process = mp.get_context("fork").Process(target=work, args=(0, shared, private))
process.start()
process.join()
print(process.exitcode)
#> 0
print(mp.get_sharing_strategy() in mp.get_all_sharing_strategies())
#> True
