#!/usr/bin/env bash
# Remakes the models from the data: DATA=../shared/data training/remake.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
DATA=${DATA:-../shared/data}
BUILD=${BUILD:-training/build}
PYTHON=${PYTHON:-.venv/bin/python}
"$PYTHON" -m training.tagger.train --data "$DATA" --out "$BUILD/tagger-begun"
"$PYTHON" -m training.tagger.train --data "$DATA" --start "$BUILD/tagger-begun/model.pt" --config training/tagger/further.json --out "$BUILD/tagger"
"$PYTHON" -m training.tagger.tone --data "$DATA" --model "$BUILD/tagger"
"$PYTHON" -m training.tagger.export --data "$DATA" --model "$BUILD/tagger" --out models/tagger
"$PYTHON" -m training.bearings.train --data "$DATA" --out "$BUILD/bearings-begun"
"$PYTHON" -m training.bearings.train --data "$DATA" --further "$BUILD/bearings-begun/model.pt" --config training/bearings/further.json --out "$BUILD/bearings"
"$PYTHON" -m training.bearings.export --data "$DATA" --model "$BUILD/bearings" --out models/bearings
