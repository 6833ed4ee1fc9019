"""One training step, or one pass of inference, of steerable networks in escnn or e2cnn, or of plain ones in PyTorch.

Arguments: escnn, e2cnn or pytorch; digits or wide; train or infer; batch size; threads.

The networks are those of SteerableNetworks.java: digits has five convolutions of 64-96-128-128-192 channels, wide has
one from 64 to 128; each with batch normalization and ReLU, then the maximum over the group, the mean over the image
and a dense layer. Steerable fields are regular ones of C8; plain networks have as many channels.
"""
import importlib.metadata
import sys

import torch

from contest import serve

system, network, mode, batch, threads = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5])
torch.set_num_threads(threads)
torch.manual_seed(1)

LAYERS = {  # channels, kernel size, padding, halved in size afterwards
    "digits": [(64, 7, 3, True), (96, 5, 2, False), (128, 5, 2, True), (128, 5, 2, False), (192, 5, 0, False)],
    "wide": [(128, 7, 3, False)],
}[network]
CHANNELS, SIZE = {"digits": (1, 28), "wide": (64, 29)}[network]
ORDER, CLASSES = 8, 10


def plain():
    layers, before = [], CHANNELS
    for channels, kernel, padding, pooled in LAYERS:
        layers.append(torch.nn.Conv2d(before, channels, kernel, padding=padding, bias=False))
        layers += [torch.nn.BatchNorm2d(channels), torch.nn.ReLU()]
        if pooled:
            layers.append(torch.nn.AvgPool2d(2))
        before = channels
    return torch.nn.Sequential(*layers), before


class Steerable(torch.nn.Module):
    def __init__(self, gspace, nn):
        super().__init__()
        self.wrap = nn.GeometricTensor
        trivial, regular = [gspace.trivial_repr], [gspace.regular_repr]
        fields = nn.FieldType(gspace, trivial if CHANNELS == 1 else regular * (CHANNELS // ORDER))
        self.fields, layers = fields, []
        for channels, kernel, padding, pooled in LAYERS:
            after = nn.FieldType(gspace, regular * (channels // ORDER))
            layers.append(nn.R2Conv(fields, after, kernel, padding=padding, bias=False))
            layers += [nn.InnerBatchNorm(after), nn.ReLU(after)]
            if pooled:
                layers.append(nn.PointwiseAvgPool(after, 2))
            fields = after
        layers.append(nn.GroupPooling(fields))
        self.layers = nn.SequentialModule(*layers)

    def forward(self, x):
        return self.layers(self.wrap(x, self.fields)).tensor


def steerable():
    if system == "escnn":
        from escnn import gspaces, nn

        gspace = gspaces.rot2dOnR2(ORDER)
    else:
        from e2cnn import gspaces, nn

        gspace = gspaces.Rot2dOnR2(ORDER)
    return Steerable(gspace, nn), LAYERS[-1][0] // ORDER


class Classifier(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.body, features = plain() if system == "pytorch" else steerable()
        self.dense = torch.nn.Linear(features, CLASSES)

    def forward(self, x):
        return self.dense(self.body(x).mean((2, 3)))


classifier = Classifier()
updater = torch.optim.Adam(classifier.parameters(), 1e-3)
images, labels = torch.randn(batch, CHANNELS, SIZE, SIZE), torch.randint(CLASSES, (batch,))


def train():
    updater.zero_grad()
    torch.nn.functional.cross_entropy(classifier(images), labels).backward()
    updater.step()


@torch.inference_mode()
def infer():
    torch.softmax(classifier(images), 1)


step = {"train": train, "infer": infer}[mode]
if mode == "infer":
    train()  # so that the running statistics are not those of the start
    classifier.eval()
packages = {"torch", "torch" if system == "pytorch" else system}
versions = {package: importlib.metadata.version(package) for package in sorted(packages)}
serve(system, step, None, versions)
