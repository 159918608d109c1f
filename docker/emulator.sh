#!/bin/sh
# Replays the week, writes what Prometheus would have scraped, and then answers on every address of the container.
set -eu
folder=${SCENARIO:-/scenario}
exec node "${PROGRAM:-/app/emulator.mjs}" --host "${HOST:-0.0.0.0}" --port "${PORT:-8080}" --schedule 5s \
  --replay "$folder/events.ndjson" --history-until "$(cat "$folder/now")" --history-step 240s \
  --history-out "$folder/trustyai.openmetrics" \
  --label job=trustyai-service --label "namespace=$SOUNDCHECK_NAMESPACE" --label instance=trustyai-service
