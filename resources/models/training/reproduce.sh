#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Render, train, choose, evaluate and export the default model. Usage: reproduce.sh WATER DATA [WORK-FOLDER] [MODEL]; README.md says
# what lies in WATER and DATA.
set -eu
cd "$(dirname "$0")"
water=$1
data=$2
work=${3:-/tmp/sheen-model}
model=${4:-../sheen-compact.pt}
python=${PYTHON:-/usr/bin/python3}
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1

$python render.py "$work/real" --water "$water" --size 288 --shards 60
$python render.py "$work/sheen" --water "$water" --size 288 --shards 20 --first 600 --little-else wide-sheen
$python render.py "$work/silver" --water "$water" --size 288 --shards 24 --first 800 --little-else silver
$python render.py "$work/colour" --sensor colour --size 400 --shards 5
$python render.py "$work/colour" --sensor colour --size 400 --oil-free --coast 0.9 --first 700 --shards 2
$python render.py "$work/colour" --sensor colour --size 400 --view nadir --coast 0 --glint 1 --first 900 --shards 1
$python render.py "$work/infrared" --sensor infrared --size 400 --shards 18
$python render.py "$work/infrared" --sensor infrared --size 400 --view nadir --first 100 --shards 8
$python render.py "$work/infrared" --sensor infrared --size 400 --oil-free --coast 0.6 --first 200 --shards 4
for sensor in colour infrared; do
    $python render.py "$work/$sensor-held-out" --held-out --sensor $sensor --shards 2 --first 1400
    $python render.py "$work/$sensor-oil-free" --held-out --oil-free --sensor $sensor --shards 2 --first 1500
done

$python train.py "$work/colour.pt" --shards "$work/real=4" "$work/sheen=3" "$work/colour=2" --steps 24000
$python train.py "$work/colour.pt" --decoder --shards "$work/real=3" "$work/sheen=2" "$work/silver=3" "$work/colour=1.5" \
    --since 24000 --steps 38000 --rate 0.001
cp "$work/colour.pt" "$work/infrared.pt"    # on the same encoder, which the file then holds once
$python train.py "$work/infrared.pt" --sensor infrared --decoder --shards "$work/real=4" "$work/sheen=1" "$work/infrared=5" \
    --since 38000 --steps 54000 --rate 0.0015
for sensor in colour infrared; do
    $python choose.py "$work/$sensor.pt" --data "$data" --out "$work/$sensor-choice.json"
    $python evaluate.py "$work/$sensor.pt" --held-out "$work/$sensor-held-out" --oil-free "$work/$sensor-oil-free" \
        --choice "$work/$sensor-choice.json" --out "$work/$sensor-scores.json"
done
$python export.py "$model" --colour "$work/colour.pt" "$work/colour-choice.json" "$work/colour-scores.json" \
    --infrared "$work/infrared.pt" "$work/infrared-choice.json" "$work/infrared-scores.json"
$python real.py "$model" --data "$data"
