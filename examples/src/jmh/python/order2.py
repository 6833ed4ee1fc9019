"""PROTEINS in PyTorch: three layers of tensors of order 2.

The batches are padded, as PyTorch needs it, but hold graphs of similar size; the layers contract first and mix
channels once, so no tensor is larger than the input.
"""
import pathlib

import numpy as np
import torch

WIDTH, BATCH, MAX_ROWS = 32, 32, 1 << 18


def batches(folder):
    """Graphs sorted by size, at most MAX_ROWS pairs with the padding in a batch unless it is one graph."""

    def numbers(name):
        return np.loadtxt(folder / f"PROTEINS_{name}.txt", delimiter=",", dtype=int)

    graph, label, target = numbers("graph_indicator") - 1, numbers("node_labels"), numbers("graph_labels") - 1
    arcs, size = numbers("A") - 1, np.bincount(graph)
    start = np.concatenate([[0], np.cumsum(size)[:-1]])
    pairs = [np.zeros((4, n, n), np.float32) for n in size]
    for node, (g, kind) in enumerate(zip(graph, label)):
        pairs[g][1 + kind, node - start[g], node - start[g]] = 1
    for i, j in arcs:
        pairs[graph[i]][0, i - start[graph[i]], j - start[graph[i]]] = 1
    cuts = [[]]
    for g in np.argsort(size, kind="stable"):
        if cuts[-1] and (len(cuts[-1]) == BATCH or (len(cuts[-1]) + 1) * size[g] ** 2 > MAX_ROWS):
            cuts.append([])
        cuts[-1].append(g)
    for i in range(len(cuts) - 1, 0, -1):
        if len(cuts[i]) == 1:  # batch normalisation needs two
            cuts[i - 1] += cuts.pop(i)
    for cut in cuts:
        n = size[cut].max()
        x, mask = torch.zeros(len(cut), 4, n, n), torch.zeros(len(cut), 1, n)
        for row, g in enumerate(cut):
            x[row, :, : size[g], : size[g]] = torch.from_numpy(pairs[g])
            mask[row, 0, : size[g]] = 1
        yield x, mask, torch.from_numpy(target[cut])


def coefficients(rows, columns, terms):
    return torch.nn.Parameter(torch.randn(rows, columns) * (2 / (terms * columns)) ** 0.5)


def reduced(x, n):
    diagonal, row, column = torch.diagonal(x, dim1=2, dim2=3), x.sum(3) / n, x.sum(2) / n
    return torch.cat([diagonal, row, column], 1), torch.cat([row.sum(2) / n[:, :, 0], diagonal.sum(2) / n[:, :, 0]], 1)


class PairsToPairs(torch.nn.Module):
    def __init__(self, n_in, n_out):
        super().__init__()
        self.n_out = n_out
        self.pairs = coefficients(2 * n_out, n_in, 15)
        self.nodes = coefficients(3 * n_out, 3 * n_in, 5)
        self.graphs = coefficients(2 * n_out, 2 * n_in, 7)
        self.bias = torch.nn.Parameter(torch.zeros(2 * n_out))

    def forward(self, x, mask):
        nodes, graphs = reduced(x, mask.sum(2, keepdim=True))
        same, swapped = torch.nn.functional.conv2d(x, self.pairs[:, :, None, None]).split(self.n_out, 1)
        row, column, diagonal = torch.nn.functional.conv1d(nodes, self.nodes[:, :, None]).split(self.n_out, 1)
        constant, on_diagonal = (graphs @ self.graphs.t() + self.bias).split(self.n_out, 1)
        y = same + swapped.transpose(2, 3) + row[:, :, :, None] + column[:, :, None, :] + constant[:, :, None, None]
        y = y + torch.diag_embed(diagonal + on_diagonal[:, :, None])
        return y * mask[:, :, :, None] * mask[:, :, None, :]


class PairsToNodes(torch.nn.Module):
    def __init__(self, n_in, n_out):
        super().__init__()
        self.nodes = coefficients(n_out, 3 * n_in, 5 / 3)
        self.graphs = coefficients(n_out, 2 * n_in, 5 / 2)
        self.bias = torch.nn.Parameter(torch.zeros(n_out))

    def forward(self, x, mask):
        nodes, graphs = reduced(x, mask.sum(2, keepdim=True))
        y = torch.nn.functional.conv1d(nodes, self.nodes[:, :, None]) + (graphs @ self.graphs.t() + self.bias)[:, :, None]
        return y * mask


class Network(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.second = PairsToPairs(4, WIDTH), PairsToPairs(WIDTH, WIDTH)
        self.third = PairsToNodes(WIDTH, 2 * WIDTH)
        self.norms = torch.nn.ModuleList([torch.nn.BatchNorm2d(WIDTH), torch.nn.BatchNorm2d(WIDTH)])
        self.node_norm, self.head_norm = torch.nn.BatchNorm1d(2 * WIDTH), torch.nn.BatchNorm1d(2 * WIDTH)
        self.dense, self.classes = torch.nn.Linear(2 * WIDTH, 2 * WIDTH), torch.nn.Linear(2 * WIDTH, 2)

    def forward(self, x, mask):
        both = mask[:, :, :, None] * mask[:, :, None, :]
        x = torch.relu(self.norms[0](self.first(x, mask))) * both
        x = torch.relu(self.norms[1](self.second(x, mask))) * both
        x = torch.relu(self.node_norm(self.third(x, mask))) * mask
        return self.classes(torch.relu(self.head_norm(self.dense(x.sum(2)))))


def epoch(data):
    """Returns what trains for one epoch."""
    network, train = Network(), list(batches(pathlib.Path(data) / "tudataset" / "PROTEINS"))
    updater = torch.optim.Adam(network.parameters(), 1e-3)

    def run():
        for i in np.random.permutation(len(train)):
            x, mask, target = train[i]
            updater.zero_grad()
            torch.nn.functional.cross_entropy(network(x, mask), target).backward()
            updater.step()

    return run
