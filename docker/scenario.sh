#!/bin/sh
# Writes the week of history once. A second start finds it, and so does everything that was made from it.
set -eu
folder=${SCENARIO:-/scenario}
[ -f "$folder/now" ] && exit 0
# A replay ticks every four minutes and sees the last upload only where a tick falls on the end of history.
now=$(($(date +%s) / 240 * 240000))
node "${PROGRAM:-/app/scenarios.mjs}" prepare --out "$folder" --now "$now"
echo "$now" >"$folder/now"
