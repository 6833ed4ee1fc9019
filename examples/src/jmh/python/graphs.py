"""Training epochs of graph networks in PyTorch. Arguments: cora or proteins, directory of data sets, threads."""
import sys

import torch
import torch_geometric

import contest
import gcn
import order2

task, data, threads = sys.argv[1], sys.argv[2], int(sys.argv[3])
torch.set_num_threads(threads)
torch.manual_seed(1)
cora = task == "cora"
versions = {"torch": torch.__version__, "torch_geometric": torch_geometric.__version__}
contest.serve("pytorch", (gcn if cora else order2).epoch(data), 5 if cora else 1, versions, 5 if cora else 1)
