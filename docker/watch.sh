#!/bin/sh
# Puts monitors.yaml, and the rules and routes made from it, where a pipeline may write: a new version changes them. The file
# that was given is kept beside it, so that a start begins anew only where somebody changed that one.
set -eu
given=${GIVEN:-/given}
watch=${WATCH:-/watch}
mkdir -p "$watch/file" "$watch/provisioning/alerting"
if ! cmp -s "$given/monitors.yaml" "$watch/file/given.yaml"; then
  cp "$given/monitors.yaml" "$watch/file/monitors.yaml"
  cp "$given/monitors.yaml" "$watch/file/given.yaml"
fi
cp "$given/alerting/"*.yaml "$watch/provisioning/alerting/"
exec node "${PROGRAM:-/app/soundcheck.mjs}" render --file "$watch/file/monitors.yaml" --out "$watch" \
  --only prometheus --only alertmanager --only grafana
