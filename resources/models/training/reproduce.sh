#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Render, train, evaluate and export the default model. Usage: reproduce.sh [WORK-FOLDER] [MODEL]
set -eu
cd "$(dirname "$0")"
work=${1:-/tmp/sheen-model}
model=${2:-../sheen-compact.pt}
python=${PYTHON:-/usr/bin/python3}
export OMP_NUM_THREADS=1

$python render.py "$work/train" --shards 80
$python render.py "$work/held-out" --held-out --shards 4
$python render.py "$work/oil-free" --held-out --oil-free --shards 4 --first 500
$python render.py "$work/infrared" --held-out --sensor infrared --shards 2 --first 600
$python render.py "$work/nadir" --held-out --sensor colour --view nadir --shards 2 --first 700
$python train.py "$work/coarse.pt" --shards "$work/train" --stage coarse --steps 15000 --seed 1
$python train.py "$work/network.pt" --shards "$work/train" --stage fine --steps 30000 --seed 2 \
    --start "$work/coarse.pt"
$python evaluate.py "$work/network.pt" --held-out "$work/held-out" --oil-free "$work/oil-free" \
    --part infrared="$work/infrared" colour_nadir="$work/nadir" --out "$work/scores.json"
$python export.py "$work/network.pt" "$work/scores.json" "$model"
