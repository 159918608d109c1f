"""Prints the chunks and thresholds of NannyML that the tests hold ours to, as TypeScript.

    python -m venv venv && venv/bin/pip install 'nannyml==0.13.1' 'pandas<3' statsmodels
    NML_DISABLE_USAGE_LOGGING=1 DO_NOT_TRACK=1 venv/bin/python nannyml_tables.py > ../src/testing/nannyml-tables.ts
    npx prettier --write ../src/testing
"""
import warnings
from importlib.metadata import version

import numpy as np
import pandas as pd
from nannyml.chunk import CountBasedChunker, PeriodBasedChunker, SizeBasedChunker
from nannyml.thresholds import StandardDeviationThreshold, calculate_threshold_values

warnings.simplefilter("ignore")


def uniform(n, seed):
    """The shape `uniform` of src/testing/seeded-sample.ts, bit for bit."""
    state = seed
    values = []
    for _ in range(n):
        state = (state * 1664525 + 1013904223) % 2**32
        values.append(state / 4294967296)
    return np.array(values)


def table(name, columns, rows):
    print(f"\n/** {columns} */")
    print(f"export const {name} = [")
    for row in rows:
        print("  [" + ", ".join("null" if c is None else repr(c) for c in row) + "],")
    print("] as const;")


def bounds(chunks):
    return " ".join(f"{c.start_index}-{c.end_index + 1}" for c in chunks)


print(f"// Printed by reference/nannyml_tables.py with NannyML {version('nannyml')} and pandas {pd.__version__}.")

rows = []
for n, size in ((23, 5), (20, 5), (7, 7), (100, 33), (4, 5)):
    for mode in ("keep", "drop", "append"):
        if not (mode == "append" and n < size):
            frame = pd.DataFrame({"x": range(n)})
            rows.append((n, size, mode, bounds(SizeBasedChunker(size, mode).split(frame))))
table("sizeChunks", "rows, size, incomplete, chunks [from, to) of SizeBasedChunker; it raises where it should append to no chunk", rows)

rows = []
for n, count in ((20, 10), (100, 4), (23, 10), (29, 10), (11, 6)):
    chunks = CountBasedChunker(count).split(pd.DataFrame({"x": range(n)}))
    rows.append((n, count, len(chunks), bounds(chunks)))
table("countChunks", "rows, chunks wanted, chunks made by CountBasedChunker, [from, to)", rows)

rows = []
for n, start, days, seed in ((60, "2023-11-20", 130, 1), (40, "2024-02-27 21:00", 12, 2), (25, "1969-12-25", 20, 3), (30, "2019-06-30", 1500, 4)):
    times = pd.Timestamp(start) + pd.to_timedelta(np.floor(uniform(n, seed) * days * 86400), unit="s")
    frame = pd.DataFrame({"t": times, "x": range(n)})
    first = int(pd.Timestamp(start).value // 10**6)
    for period, offset in (("day", "D"), ("week", "W"), ("month", "M"), ("quarter", "Q"), ("year", "Y")):
        chunks = PeriodBasedChunker("t", offset).split(frame)
        if len(chunks) <= 40:
            text = " ".join(f"{c.start_datetime.value // 10**6}:{len(c.data)}" for c in sorted(chunks, key=lambda c: c.start_datetime))
            rows.append((n, first, days, seed, period, text))
table("periodChunks", "rows, first ms, days, seed (times: first + 1000 floor(86400 days u)), period, start:rows of the chunks of PeriodBasedChunker, "
      "which leaves empty ones out", rows)

rows = []
for n, seed, k in ((10, 5, 3), (6, 6, 2), (30, 7, 3.5)):
    values = uniform(n, seed)
    low, high = StandardDeviationThreshold(k, k).thresholds(values)
    clipped = calculate_threshold_values(StandardDeviationThreshold(k, k), values, 0, 1)
    rows.append((n, seed, k, float(low), float(high), float(clipped[0]), float(clipped[1])))
table("deviationThresholds", "n, seed, k, lower and upper StandardDeviationThreshold, the same with value limits 0 and 1", rows)
