#!/bin/sh
# Turns the week into blocks of Prometheus' storage, once.
set -eu
folder=${SCENARIO:-/scenario}
store=${STORE:-/prometheus}
[ -f "$store/history" ] && exit 0
for file in "$folder"/*.openmetrics; do
  promtool tsdb create-blocks-from --max-block-duration=240h openmetrics "$file" "$store"
done
touch "$store/history"
