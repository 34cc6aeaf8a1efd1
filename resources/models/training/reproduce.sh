#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Render, train, evaluate and export the default model. Usage: reproduce.sh [WORK-FOLDER] [MODEL]
set -eu
cd "$(dirname "$0")"
work=${1:-/tmp/sheen-model}
model=${2:-../sheen-compact.pt}
python=${PYTHON:-/usr/bin/python3}
export OMP_NUM_THREADS=1

for sensor in colour infrared; do
    $python render.py "$work/$sensor" --sensor $sensor --shards 45
    $python render.py "$work/$sensor" --sensor $sensor --shards 10 --first 1000 --coast 0.6
    $python render.py "$work/$sensor-held-out" --held-out --sensor $sensor --shards 3 --first 600
    $python render.py "$work/$sensor-oil-free" --held-out --oil-free --sensor $sensor --shards 4 --first 500
done
$python render.py "$work/colour-no-oil" --oil-free --sensor colour --coast 0.4 --shards 16 --first 2000
$python render.py "$work/nadir" --held-out --sensor colour --view nadir --shards 2 --first 700

$python train.py "$work/coarse.pt" --shards "$work/colour" "$work/colour-no-oil" --stage coarse --steps 15000 --seed 1
$python train.py "$work/colour.pt" --shards "$work/colour" "$work/colour-no-oil" --stage fine --steps 30000 --seed 2 \
    --start "$work/coarse.pt" --data "4,544 rendered scenes in colour"
$python train.py "$work/infrared.pt" --shards "$work/infrared" --stage infrared --steps 15000 --seed 5 \
    --data "3,520 rendered scenes in infrared"
$python evaluate.py "$work/colour.pt" --held-out "$work/colour-held-out" \
    --oil-free "$work/colour-oil-free" --part nadir="$work/nadir" --out "$work/colour.json"
$python evaluate.py "$work/infrared.pt" --held-out "$work/infrared-held-out" \
    --oil-free "$work/infrared-oil-free" --out "$work/infrared.json"
$python export.py "$model" --colour "$work/colour.pt" "$work/colour.json" \
    --infrared "$work/infrared.pt" "$work/infrared.json"
$python oil_free.py "$model"
