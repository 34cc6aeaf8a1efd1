#!/usr/bin/env -S /usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The mean of several states of train.py, one training's last checkpoints: less bent to its last scenes than any of them.
The statistics of batch normalisation stay as photographs made them, so nothing is measured anew. What is known of the
training is taken from the last."""

import argparse

import torch


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", help="the file to write")
    parser.add_argument("states", nargs="+", help="checkpoints, the oldest first")
    args = parser.parse_args()
    states = [torch.load(path, map_location="cpu") for path in args.states]
    last = states[-1]
    mean = {key: sum(state["state"][key] for state in states) / len(states) if value.is_floating_point() else value
            for key, value in last["state"].items()}
    torch.save({**last, "state": mean}, args.checkpoint)


if __name__ == "__main__":
    main()
