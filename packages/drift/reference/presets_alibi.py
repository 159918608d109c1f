"""Prints the numbers and verdicts of alibi-detect that the preset `alibi-detect` is held to, as TypeScript.

    python3.11 -m venv venv && venv/bin/pip install alibi-detect==0.13.0
    venv/bin/python presets_alibi.py > ../src/testing/preset-alibi.ts
    npx prettier --write ../src/testing

alibi-detect stores statistics and p-values with 24 bits (numpy.float32): they are right to a relative 6e-8, and
p-values under 1e-45 are 0.
"""
import importlib.metadata
import os
import warnings

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
warnings.simplefilter("ignore")

import numpy as np
from alibi_detect.cd import ChiSquareDrift, CVMDrift, KSDrift, TabularDrift

from presets_samples import column, header, is_categorical, table


def row(kind, n, seed, shift=0.0, scale=1.0):
    return (kind, n, seed, float(shift), float(scale), 0)


def coded(recipe):
    values = column(recipe)
    return np.array([int(v[1:]) for v in values], dtype=float) if is_categorical(recipe) else values


def matrix(recipes):
    return np.stack([coded(r) for r in recipes], axis=1)


SETS = [
    # no drift anywhere
    ([row("bell", 700, 1), row("uniform", 700, 3), row("cut 0.3 0.7", 700, 5), row("cut 0.4", 700, 17)],
     [row("bell", 500, 2), row("uniform", 500, 4), row("cut 0.3 0.7", 500, 6), row("cut 0.4", 500, 28)]),
    # one that drifted
    ([row("bell", 700, 1), row("uniform", 700, 3), row("cut 0.3 0.7", 700, 5), row("cut 0.4", 700, 17)],
     [row("bell", 500, 2, 0.4), row("uniform", 500, 4), row("cut 0.3 0.7", 500, 6), row("cut 0.4", 500, 28)]),
    # p under 5 %, over 5 % / d: Bonferroni and the false discovery rate part ways
    ([row("bell", 700, 1), row("uniform", 700, 3), row("cut 0.3 0.7", 700, 5), row("cut 0.4", 700, 17), row("ties", 700, 9)],
     [row("bell", 500, 2, 0.09), row("uniform", 500, 4, 0.045), row("cut 0.3 0.7", 500, 6), row("cut 0.44", 500, 28),
      row("ties", 500, 10)]),
    # a new category, a vanished one, unequal sizes, ties
    ([row("cut 0.3 0.7 1", 300, 5), row("cut 0.3 0.98", 300, 7), row("ties", 300, 9), row("skew", 300, 11)],
     [row("cut 0.3 0.7 1", 2000, 6, 0, 1.01), row("cut 0.3 2", 2000, 8), row("ties", 2000, 10),
      row("skew", 2000, 12, 0.005)]),
]

header("presets_alibi.py", f"alibi-detect {importlib.metadata.version('alibi-detect')}, numpy {np.__version__} and "
       f"scipy {importlib.metadata.version('scipy')}")
rows = []
for references, currents in SETS:
    x_ref, x = matrix(references), matrix(currents)
    categories = {i: None for i, r in enumerate(references) if is_categorical(r)}
    for correction in ("bonferroni", "fdr"):
        detector = TabularDrift(x_ref, p_val=0.05, categories_per_feature=categories, correction=correction)
        batch = detector.predict(x)["data"]
        feature = detector.predict(x, drift_type="feature")["data"]
        rows.append((references, currents, correction, batch["distance"], batch["p_val"],
                     [bool(d) for d in feature["is_drift"]], np.atleast_1d(batch["threshold"]), bool(batch["is_drift"])))
table("alibiTabular", "reference columns, current columns, correction; TabularDrift: statistics, p-values, drift of each "
      "feature alone (p < 0.05), threshold (several where none is passed), drift of the batch", rows)

PAIRS = [
    (row("bell", 700, 1), row("bell", 500, 2)),
    (row("bell", 700, 1), row("bell", 500, 2, 0.3)),
    (row("uniform", 60, 1), row("uniform", 90, 2, 0.1)),
    (row("skew", 900, 1), row("skew", 1100, 2, 0.01, 1.2)),
    (row("ties", 400, 1), row("ties", 250, 2, 1.0)),
    (row("uniform", 12000, 1), row("uniform", 11000, 2)),
]
rows = []
for reference, current in PAIRS:
    p, q = column(reference)[:, None], column(current)[:, None]
    ks = KSDrift(p, p_val=0.05).predict(q)["data"]
    cvm = CVMDrift(p, p_val=0.05).predict(q)["data"]
    rows.append((reference, current, ks["distance"][0], ks["p_val"][0], bool(ks["is_drift"]), cvm["distance"][0],
                 cvm["p_val"][0], bool(cvm["is_drift"])))
table("alibiPairs", "reference, current; KSDrift: D, p, drift; CVMDrift: T, p, drift", rows)

CATEGORIES = [
    (row("cut 0.3 0.7", 700, 5), row("cut 0.3 0.7", 500, 6)),
    (row("cut 0.3 0.7", 700, 5), row("cut 0.4 0.7", 500, 6)),
    (row("cut 0.4", 700, 17), row("cut 0.48", 500, 28)),
    (row("cut 0.3 0.7 1", 300, 5), row("cut 0.3 0.7 1", 200, 6, 0, 1.01)),
]
rows = []
for reference, current in CATEGORIES:
    out = ChiSquareDrift(coded(reference)[:, None], p_val=0.05).predict(coded(current)[:, None])["data"]
    rows.append((reference, current, out["distance"][0], out["p_val"][0], bool(out["is_drift"])))
table("alibiCategories", "reference, current; ChiSquareDrift: statistic, p, drift", rows)
