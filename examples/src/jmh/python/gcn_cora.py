"""Seconds of one training epoch on Cora in PyTorch Geometric: two graph convolutions, 256 hidden.

Arguments: directory of data sets, warm-up epochs, epochs to measure, threads.
"""
import json
import pathlib
import sys
import time

import numpy as np
import torch
from torch_geometric.nn import GCNConv

data, warm_up, epochs, threads = sys.argv[1], *map(int, sys.argv[2:5])
torch.set_num_threads(threads)
folder = pathlib.Path(data) / "planetoid" / "cora"


def numbers(name):
    return torch.from_numpy(np.loadtxt(folder / name, delimiter=",", dtype=np.int64))


edges = numbers("edge.csv").t()
edges = torch.cat([edges, edges.flip(0)], 1)
entries, labels, train = numbers("node-feat.csv"), numbers("node-label.csv"), numbers("split/train.csv")
words = torch.zeros(len(labels), 1 + int(entries[:, 1].max()))
words[entries[:, 0], entries[:, 1]] = 1
words /= words.sum(1, keepdim=True).clamp(min=1)


class Network(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.first = GCNConv(words.shape[1], 256, cached=True)
        self.second = GCNConv(256, 7, cached=True)

    def forward(self, x):
        x = torch.nn.functional.dropout(x, 0.5, self.training)
        x = torch.relu(self.first(x, edges))
        return self.second(torch.nn.functional.dropout(x, 0.5, self.training), edges)


network = Network()
updater = torch.optim.Adam(
    [{"params": network.first.parameters(), "weight_decay": 5e-4}, {"params": network.second.parameters()}], 0.01
)


def epoch():
    updater.zero_grad()
    torch.nn.functional.cross_entropy(network(words)[train], labels[train]).backward()
    updater.step()


for _ in range(warm_up):
    epoch()
begin = time.perf_counter()
for _ in range(epochs):
    epoch()
print(json.dumps({"system": "pytorch", "task": "cora", "seconds": (time.perf_counter() - begin) / epochs}))
