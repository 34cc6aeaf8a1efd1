#!/usr/bin/env -S /usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The mean of two states of one training, which often scores better than either; the statistics of
batch normalisation are measured anew. What is known of the training is taken from the second."""

import argparse

import torch

from network import NETWORKS
from train import STAGES, batches, sensor_of, settle


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first")
    parser.add_argument("second")
    parser.add_argument("checkpoint", help="the file to write")
    parser.add_argument("--share", type=float, default=0.5, help="of the second")
    parser.add_argument("--shards", nargs="+", required=True, help="folders of shards")
    parser.add_argument("--stage", choices=STAGES, required=True, help="whose crops are looked at")
    parser.add_argument("--seed", type=int, default=77)
    args = parser.parse_args()
    torch.set_num_threads(1)
    first, second = torch.load(args.first)["state"], torch.load(args.second)
    model = NETWORKS[sensor_of(args.stage)]()
    model.load_state_dict({key: first[key].lerp(value, args.share) if value.is_floating_point() else value
                           for key, value in second["state"].items()})
    model = model.to(memory_format=torch.channels_last)
    settle(model, batches(args.stage, args.shards, args.seed))
    torch.save({**second, "state": model.state_dict()}, args.checkpoint)


if __name__ == "__main__":
    main()
