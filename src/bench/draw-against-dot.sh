#!/bin/bash
# Draws one tree as SVG twice, by `vmalloscope draw` and by graphviz's `dot -Tsvg`, and prints the seconds of five runs
# of each, start of the programs included.
#
#     src/bench/draw-against-dot.sh target/vmalloscope/bin/vmalloscope FOLDER
#
# FOLDER holds scenario.vms and tree.dot, which org.vmalloscope.bench.WriteTree wrote: see docs/benchmarks.md.
set -euo pipefail

vmalloscope=$1
folder=$2
TIMEFORMAT='%R s, of which %U s of the processor'

for run in 1 2 3 4 5; do
  printf 'vmalloscope draw  run %s: ' "$run"
  time "$vmalloscope" draw "$folder/scenario.vms" --diagram tree --output "$folder/vmalloscope.svg"
  printf 'dot -Tsvg         run %s: ' "$run"
  time dot -Tsvg "$folder/tree.dot" -o "$folder/dot.svg"
done
ls -l "$folder"/*.svg
