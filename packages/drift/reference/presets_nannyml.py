"""Prints the numbers, thresholds and alerts of NannyML that the preset `nannyml` is held to, as TypeScript.

    python3.11 -m venv venv && venv/bin/pip install 'nannyml==0.13.*' 'pandas<3' statsmodels
    export NML_DISABLE_USAGE_LOGGING=1 DO_NOT_TRACK=1
    venv/bin/python presets_nannyml.py numbers > ../src/testing/preset-nannyml-numbers.ts
    venv/bin/python presets_nannyml.py categories > ../src/testing/preset-nannyml-categories.ts
    npx prettier --write ../src/testing
"""
import importlib.metadata
import os
import sys
import warnings

os.environ["NML_DISABLE_USAGE_LOGGING"] = "1"
os.environ["DO_NOT_TRACK"] = "1"
warnings.simplefilter("ignore")

import nannyml
import numpy as np
import pandas as pd

from presets_samples import column, header, is_categorical, table


def row(kind, n, seed, shift=0.0, scale=1.0, every=0):
    return (kind, n, seed, float(shift), float(scale), every)


def run(reference, parts, method, chunks):
    """The analysis rows are the parts one after another. `chunks`: a number of rows, or 0 for NannyML's default."""
    categorical = is_categorical(reference)
    name = "categorical_methods" if categorical else "continuous_methods"
    frame = pd.DataFrame({"f": column(reference)})
    values = np.concatenate([column(p) for p in parts])
    calculator = nannyml.UnivariateDriftCalculator(
        column_names=["f"], treat_as_categorical=["f"] if categorical else None,
        chunk_size=chunks or None, **{name: [method]})
    result = calculator.fit(frame).calculate(pd.DataFrame({"f": values}))
    found = result.filter(period="analysis").to_df()["f"][method]
    own = result.filter(period="reference").to_df()["f"][method]
    limit = found["upper_threshold"].iloc[0]
    return ([float(x) for x in own["value"]], None if limit is None else float(limit),
            [float(x) for x in found["value"]], [bool(x) for x in found["alert"]])


CASES = [
    # by default ten chunks; 1,003 rows are ten of 100 and one of 3
    (row("bell", 1000, 1), [row("bell", 300, 2), row("bell", 300, 3, 0.5), row("bell", 400, 4, 0, 1.5)], 0),
    (row("bell", 1003, 1), [row("bell", 300, 2), row("bell", 300, 3, 0.5)], 0),
    (row("bell", 3000, 1), [row("bell", 1000, 2), row("bell", 500, 3, 0.2), row("bell", 700, 4, 9.0)], 500),
    (row("skew", 2500, 1), [row("skew", 500, 2), row("skew", 500, 3, 0.05), row("skew", 300, 4, 0, 1.4)], 250),
    (row("uniform", 2000, 1, every=9), [row("uniform", 600, 2, every=4), row("uniform", 600, 3, 0.1)], 300),
    (row("ties", 1200, 1), [row("ties", 400, 2), row("ties", 400, 3, 1.0)], 200),
    (row("levels 0.4", 1200, 1), [row("levels 0.4", 400, 2), row("levels 0.6", 400, 3)], 200),
]
CATEGORICAL = [
    (row("cut 0.2 0.5 0.8", 1200, 1), [row("cut 0.2 0.5 0.8", 400, 2), row("cut 0.2 0.5 0.9", 400, 3)], 200),
    (row("cut 0.5 0.9 1", 1500, 11), [row("cut 0.5 0.9 1", 300, 2), row("cut 0.5 0.9 1", 300, 3, 0, 1.1)], 150),
    (row("cut 0.5", 1000, 1, every=6), [row("cut 0.5", 300, 2), row("cut 0.65", 300, 3)], 0),
]
# From 10,000 reference rows on, NannyML estimates KS and Wasserstein over 10,000 bins; JS and Hellinger stay as they are.
LARGE = [
    (row("bell", 12000, 1), [row("bell", 1000, 2), row("bell", 1000, 3, 0.2), row("bell", 1000, 4, 2.0)], 1000),
]

header("presets_nannyml.py", f"nannyml {importlib.metadata.version('nannyml')}, numpy {np.__version__}, "
       f"pandas {pd.__version__} and scipy {importlib.metadata.version('scipy')}")
COLUMNS = ("reference, parts of the analysis rows, rows of a chunk (0: a tenth of the rows), method; values of the "
           "reference's own chunks, upper threshold, values of the analysis chunks, alerts")


def rows_of(cases, methods):
    return [(reference, parts, size, method, *run(reference, parts, method, size))
            for reference, parts, size in cases for method in methods]


if sys.argv[1] == "numbers":
    methods = ("jensen_shannon", "hellinger", "kolmogorov_smirnov", "wasserstein")
    table("nannymlNumbers", COLUMNS, rows_of(CASES, methods))
    table("nannymlLarge", COLUMNS, rows_of(LARGE, methods))
else:
    methods = ("jensen_shannon", "hellinger", "l_infinity", "chi2")
    table("nannymlCategories", COLUMNS + " (chi2 has no threshold: it alerts where p < 0.05)",
          rows_of(CATEGORICAL, methods))
