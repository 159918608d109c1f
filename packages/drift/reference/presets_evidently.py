"""Prints the numbers and verdicts of evidently that the preset `evidently` is held to, as TypeScript.

    python3.11 -m venv venv && venv/bin/pip install evidently==0.7.23
    PYTHONHASHSEED=0 DO_NOT_TRACK=1 venv/bin/python presets_evidently.py > ../src/testing/preset-evidently.ts
    npx prettier --write ../src/testing
"""
import importlib.metadata
import os
import warnings

os.environ["DO_NOT_TRACK"] = "1"
warnings.simplefilter("ignore")

import numpy as np
import pandas as pd
from evidently.legacy.calculations.stattests import get_stattest
from evidently.legacy.core import ColumnType
from evidently.legacy.metrics import DatasetDriftMetric
from evidently.legacy.pipeline.column_mapping import ColumnMapping
from evidently.legacy.report import Report

from presets_samples import column, header, is_categorical, table


def clean(values):
    """What evidently does to a column first: infinite values become missing, missing ones are dropped."""
    series = pd.Series(values)
    return series.replace([-np.inf, np.inf], np.nan).dropna() if series.dtype != object else series.dropna()


def measure(reference, current, method):
    p, q = clean(column(reference)), clean(column(current))
    kind = ColumnType.Categorical if is_categorical(reference) else ColumnType.Numerical
    test = get_stattest(p, q, kind, method)
    result = test(p, q, kind, None)
    return test.name, result.drift_score, result.actual_threshold, bool(result.drifted)


def with_defaults(recipes):
    return [(p, q, *measure(p, q, None)) for p, q in recipes]


def row(kind, n, seed, shift=0.0, scale=1.0, every=0):
    return (kind, n, seed, float(shift), float(scale), every)


NUMERIC = [
    # KS up to 1,000 reference rows, Wasserstein over them
    (row("bell", 1000, 1), row("bell", 800, 2)),
    (row("bell", 1000, 1), row("bell", 800, 2, 0.15)),
    (row("bell", 1001, 1), row("bell", 800, 2)),
    (row("bell", 1001, 1), row("bell", 800, 2, 0.15)),
    (row("bell", 1001, 1), row("bell", 800, 2, 0.05, 1.02)),
    (row("uniform", 60, 1), row("uniform", 3000, 2, 0.1)),
    (row("skew", 5000, 1), row("skew", 4000, 2, 0.01, 1.1)),
    (row("skew", 900, 1), row("skew", 1100, 2, 0.01, 1.2)),
    (row("ties", 400, 1), row("ties", 250, 2)),
    (row("ties", 400, 1), row("ties", 250, 2, 1.0)),
    (row("ties", 4000, 1), row("ties", 2500, 2)),
    # missing rows are dropped before they are counted: 1,166 rows are 1,000 here
    (row("bell", 1166, 1, every=7), row("bell", 600, 2, 0.1, every=5)),
    (row("bell", 1168, 1, every=7), row("bell", 600, 2, 0.1, every=5)),
    # five different values and fewer
    (row("levels 0.5", 500, 11), row("levels 0.5", 400, 12)),
    (row("levels 0.5", 500, 11), row("levels 0.62", 400, 12)),
    (row("levels 0.3 0.6", 500, 11), row("levels 0.3 0.6", 400, 12)),
    (row("levels 0.3 0.6", 500, 11), row("levels 0.3 0.75", 400, 12)),
    (row("levels 0.2 0.4 0.6 0.8", 1000, 11), row("levels 0.2 0.4 0.6 0.8", 900, 12)),
    (row("levels 0.2 0.4 0.6 0.8", 1001, 11), row("levels 0.2 0.4 0.6 0.8", 900, 12)),
    (row("levels 0.2 0.4 0.6 0.8", 1001, 11), row("levels 0.3 0.5 0.6 0.9", 900, 12)),
    (row("levels 0.1", 2000, 11), row("levels 0.3", 1500, 12)),
    # a new value: four in all, so chi-square, whose expected count is 0
    (row("levels 0.3 0.6 1", 500, 11), row("levels 0.3 0.6 1", 400, 12, 0, 1.01)),
    (row("levels 0.3 0.6 1", 1500, 11), row("levels 0.3 0.6 1", 400, 12, 0, 1.01)),
]
CATEGORICAL = [
    (row("cut 0.5", 1000, 11), row("cut 0.5", 400, 12)),
    (row("cut 0.5", 1000, 11), row("cut 0.6", 400, 12)),
    (row("cut 0.5", 1001, 11), row("cut 0.6", 400, 12)),
    (row("cut 0.2 0.5 0.8", 1000, 11), row("cut 0.2 0.5 0.8", 1200, 12)),
    (row("cut 0.2 0.5 0.8", 1000, 11), row("cut 0.2 0.5 0.86", 1200, 12)),
    (row("cut 0.2 0.5 0.8", 1001, 11), row("cut 0.2 0.5 0.86", 1200, 12)),
    (row("cut 0.2 0.5 0.8", 1001, 11), row("cut 0.3 0.5 0.9", 1200, 12)),
    (row("cut 0.2 0.5 0.8", 800, 11, every=4), row("cut 0.2 0.5 0.8", 700, 12, every=3)),
    # a category that only the current side has, one that only the reference has
    (row("cut 0.5 0.9 1", 700, 11), row("cut 0.5 0.9 1", 300, 12, 0, 1.005)),
    (row("cut 0.5 0.9 1", 1700, 11), row("cut 0.5 0.9 1", 300, 12, 0, 1.2)),
    (row("cut 0.5 0.98", 700, 11), row("cut 0.5 2", 300, 12)),
    (row("cut 1", 700, 11), row("cut 1", 300, 12, 0, 1.02)),
    (row("cut 1", 700, 11), row("cut 1", 300, 12)),
]
# Over 20 different values: Sturges' bins on both sides together. Up to 20: one bin a value.
BINNED = [
    (row("bell", 500, 1), row("bell", 400, 2, 0.3)),
    (row("bell", 3000, 1), row("bell", 2500, 2, 0.0, 1.3)),
    (row("uniform", 900, 1), row("uniform", 600, 2, 0.05)),
    (row("uniform", 300, 1), row("uniform", 200, 2, 2.0)),
    (row("ties", 700, 1), row("ties", 500, 2, 1.0)),
    (row("levels 0.1 0.2 0.3 0.4 0.9999", 30000, 1), row("levels 0.1 0.2 0.3 0.5 2", 500, 2)),
    (row("cut 0.2 0.5 0.8", 900, 11), row("cut 0.2 0.5 0.86", 1200, 12)),
    (row("cut 0.5 0.9 1", 700, 11), row("cut 0.5 0.9 1", 300, 12, 0, 1.1)),
    (row("cut 0.5 0.9999", 30000, 21), row("cut 0.5 1 1.1", 300, 12, 0, 1.3)),
]

header("presets_evidently.py", f"evidently {importlib.metadata.version('evidently')}, numpy {np.__version__} and "
       f"scipy {importlib.metadata.version('scipy')}")
COLUMNS = "reference, current, evidently's test, its score (a p-value or a distance), its threshold, drifted"
table("evidentlyNumeric", COLUMNS, with_defaults(NUMERIC))
table("evidentlyCategorical", COLUMNS, with_defaults(CATEGORICAL))
table("evidentlyBinned", "the same, by a test that was asked for",
      [(p, q, *measure(p, q, method)) for p, q in BINNED for method in ("jensenshannon", "psi", "kl_div", "hellinger")])
table("evidentlyAsked", "the same, of tests that take numbers or categories alone",
      [(p, q, *measure(p, q, method)) for p, q in NUMERIC[1:12:3]
       for method in ("ks", "wasserstein", "t_test", "cramer_von_mises", "ed")]
      + [(p, q, *measure(p, q, "chisquare")) for p, q in CATEGORICAL[1:10:2]]
      + [(p, q, *measure(p, q, "z")) for p, q in CATEGORICAL[:3]])
fallen = (row("bell", 500, 1), row("bell", 400, 2, -1.0))
table("evidentlyFall", "reference, current that fell; its one-sided Mann-Whitney test",
      [(*fallen, *measure(*fallen, "mannw"))])

SETS = [
    # half of the columns drifted: the whole has
    ([row("bell", 500, 1), row("bell", 500, 3), row("cut 0.5", 500, 5), row("cut 0.2 0.7", 500, 7)],
     [row("bell", 400, 2, 0.5), row("bell", 400, 24), row("cut 0.7", 400, 6), row("cut 0.2 0.7", 400, 28)]),
    ([row("bell", 1500, 1), row("uniform", 1500, 3), row("skew", 1500, 5)],
     [row("bell", 400, 2, 0.5), row("uniform", 400, 4), row("skew", 400, 6)]),
    ([row("bell", 1500, 1), row("uniform", 1500, 3), row("skew", 1500, 5)],
     [row("bell", 400, 2, 0.5), row("uniform", 400, 4, 0.2), row("skew", 400, 6)]),
]
rows = []
for references, currents in SETS:
    names = [f"f{i}" for i in range(len(references))]
    mapping = ColumnMapping(numerical_features=[n for n, r in zip(names, references) if not is_categorical(r)],
                            categorical_features=[n for n, r in zip(names, references) if is_categorical(r)])
    report = Report(metrics=[DatasetDriftMetric()])
    report.run(reference_data=pd.DataFrame(dict(zip(names, map(column, references)))),
               current_data=pd.DataFrame(dict(zip(names, map(column, currents)))), column_mapping=mapping)
    out = report.as_dict()["metrics"][0]["result"]
    rows.append((references, currents, out["number_of_drifted_columns"], out["share_of_drifted_columns"],
                 out["dataset_drift"]))
table("evidentlySets", "reference columns, current columns, drifted columns, their share, drift of the data set", rows)
