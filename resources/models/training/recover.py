#!/usr/bin/env -S /usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write a checkpoint to go on training from, out of a finished model file.

The file is frozen: each batch normalisation is folded into the convolution before it. Here each
one is given back the mean and the variance of what it sees on crops of the shards, and a scale
and an offset that undo them, so that the network answers as before and can be trained. The encoder
that photographs made has none: its own are part of its convolutions for good."""

import argparse
import json
from itertools import islice

import torch
from torch import nn

import train
from crops import Crops
from network import CLASSES, SheenCompact


def folded(script, sensor):
    """Weight and bias of each convolution and linear layer of one branch, in the order of first use
    (each network looks three times); none in a file of another kind."""
    choices = [node for node in script.graph.nodes() if node.kind() == "prim::If"]
    if not choices:
        return []
    infrared, colour = choices[-1].blocks()
    found = {}
    for node in (infrared if sensor == "infrared" else colour).nodes():
        if node.kind() in ("aten::conv2d", "aten::linear"):
            weight, bias = list(node.inputs())[1:3]
            found.setdefault(weight.debugName(), (weight.node().t("value"), bias.node().t("value")))
    return list(found.values())


def order_of_use(network, crops):
    """The convolutions and linear layers as they are called, each with the normalisation after it
    or None."""
    used, hooks = [], []
    for module in network.modules():
        if isinstance(module, (nn.Conv2d, nn.Linear)):
            hooks.append(module.register_forward_hook(lambda m, i, o: used.append([m, None])))
        if isinstance(module, nn.BatchNorm2d):
            hooks.append(module.register_forward_hook(lambda m, i, o: used[-1].__setitem__(1, m)))
    network(crops)
    for hook in hooks:
        hook.remove()
    return used


class Seen:
    """What reaches a normalisation, over crops: mean and mean square of each channel."""

    def __init__(self, norm):
        self.norm, self.mean, self.square, self.count = norm, 0.0, 0.0, 0
        self.hook = norm.register_forward_hook(self.watch)

    def watch(self, norm, inputs, output):
        x, = inputs
        self.mean = self.mean + x.mean((0, 2, 3))
        self.square = self.square + x.square().mean((0, 2, 3))
        self.count += 1

    def give_back(self):
        self.hook.remove()
        norm, mean = self.norm, self.mean / self.count
        variance = self.square / self.count - mean.square()
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)
        norm.weight.copy_((variance + norm.eps).sqrt())
        norm.bias.add_(mean)


@torch.no_grad()
def unfolded(script, sensor, picture):
    """The network of one sensor that answers as the file does, with normalisations that do nothing but add
    an offset; and its layers, each with its normalisation or None. `picture`: any input."""
    network = SheenCompact(CLASSES[sensor]).eval()
    layers, weights = order_of_use(network, picture), folded(script, sensor)
    if [layer.weight.shape for layer, _ in layers] != [weight.shape for weight, _ in weights]:
        raise SystemExit("the model file is not one of export.py with this network")
    for (layer, norm), (weight, bias) in zip(layers, weights):
        layer.weight.data = weight.clone()    # in the layout of the file, by which sums are rounded
        (norm or layer).bias.copy_(bias)
        if norm:
            norm.running_var.fill_(1 - norm.eps)
    return network, layers


@torch.no_grad()
def recovered(script, sensor, crops):
    """`crops`: inputs of the network."""
    network, layers = unfolded(script, sensor, crops[0])
    seen = [Seen(norm) for _, norm in layers if norm]
    for x in crops:
        network(x)
    for norm in seen:
        norm.give_back()
    return network


def inputs(sensor, shards, seed, count=40):
    """So many batches of crops as the training has them."""
    return [train.tensors(p) for p, _ in islice(Crops(shards, [1.0] * len(shards), seed, sensor=sensor), count)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model")
    parser.add_argument("checkpoint", help="the file to write")
    parser.add_argument("--shards", nargs="+", required=True, help="folders of shards")
    parser.add_argument("--sensor", choices=CLASSES, default="colour")
    parser.add_argument("--seed", type=int, default=77)
    args = parser.parse_args()
    torch.set_num_threads(1)
    card = {"model.json": ""}
    script = torch.jit.load(args.model, _extra_files=card)
    state = recovered(script, args.sensor, inputs(args.sensor, args.shards, args.seed)).state_dict()
    known = json.loads(card["model.json"])["training"][args.sensor]    # data, seed and steps
    torch.save({"state": state, "trained": state, "sensor": args.sensor, **known}, args.checkpoint)


if __name__ == "__main__":
    main()
