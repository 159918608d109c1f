"""Prints the numbers and verdicts of deepchecks that the preset `deepchecks` is held to, as TypeScript.

    python3.11 -m venv venv && venv/bin/pip install deepchecks==0.19.1 'scikit-learn<1.6' 'category-encoders<2.7' \
        'numpy<2' 'pandas<2.3' 'scipy<1.14' 'setuptools<81'
    PYTHONHASHSEED=0 DO_NOT_TRACK=1 venv/bin/python presets_deepchecks.py > ../src/testing/preset-deepchecks.ts
    npx prettier --write ../src/testing
"""
import importlib.metadata
import os
import warnings

os.environ["DO_NOT_TRACK"] = "1"
os.environ["DISABLE_DEEPCHECKS"] = "1"
warnings.simplefilter("ignore")

import numpy as np
import pandas as pd
from deepchecks.core.reduce_classes import ReduceFeatureMixin
from deepchecks.tabular import Dataset
from deepchecks.tabular.checks import FeatureDrift
from deepchecks.utils.distribution.drift import calc_drift_and_plot

from presets_samples import column, header, is_categorical, table


def row(kind, n, seed, shift=0.0, scale=1.0, every=0):
    return (kind, n, seed, float(shift), float(scale), every)


def measure(reference, current, numeric, categorical):
    kind = "categorical" if is_categorical(reference) else "numerical"
    score, method, _ = calc_drift_and_plot(
        pd.Series(column(reference)), pd.Series(column(current)), "f", kind, numerical_drift_method=numeric,
        categorical_drift_method=categorical, min_category_size_ratio=0.01, with_display=False)
    return (method or "none", float("nan") if method is None else float(score))


def condition(reference, current, numeric, categorical):
    """FeatureDrift with its default condition on one column: True where it fails."""
    kind = [] if not is_categorical(reference) else ["f"]
    frames = [Dataset(pd.DataFrame({"f": column(r)}), cat_features=kind) for r in (reference, current)]
    check = FeatureDrift(numerical_drift_method=numeric, categorical_drift_method=categorical)
    check.add_condition_drift_score_less_than()
    return not check.run(*frames, with_display=False).conditions_results[0].is_pass()


NUMERIC = [
    (row("bell", 700, 1), row("bell", 500, 2)),
    (row("bell", 700, 1), row("bell", 500, 2, 0.45)),
    (row("bell", 700, 1), row("bell", 500, 2, 0.0, 1.8)),
    (row("uniform", 60, 1), row("uniform", 3000, 2, 0.1)),
    (row("skew", 900, 1), row("skew", 1100, 2, 0.01, 1.2)),
    (row("ties", 400, 1), row("ties", 250, 2, 1.0)),
    (row("bell", 1166, 1, every=7), row("bell", 600, 2, 0.1, every=5)),
    (row("levels 2", 20, 1), row("levels 2", 30, 2)),
    (row("bell", 10, 1), row("bell", 10, 2, 1.0)),
    (row("bell", 9, 1), row("bell", 500, 2)),
    (row("bell", 500, 1), row("bell", 10, 2, every=10)),
]
CATEGORICAL = [
    (row("cut 0.2 0.5 0.8", 900, 11), row("cut 0.2 0.5 0.8", 1200, 12)),
    (row("cut 0.2 0.5 0.8", 900, 11), row("cut 0.4 0.6 0.95", 1200, 12)),
    # sizes far apart: the larger is scaled down and rounded
    (row("cut 0.2 0.5 0.8", 20000, 11), row("cut 0.3 0.5 0.8", 150, 12)),
    (row("cut 0.2 0.5 0.8", 120, 11), row("cut 0.4 0.6 0.95", 9000, 12)),
    # Yates' correction at two categories
    (row("cut 0.4", 500, 11), row("cut 0.6", 400, 12)),
    (row("cut 0.4", 5000, 11), row("cut 0.41", 40, 12)),
    # under 1 % of the reference: into "Other rare categories"
    (row("cut 0.3 0.7 0.992 0.996", 2000, 11), row("cut 0.3 0.7 0.95 0.96", 1500, 12)),
    (row("cut 0.3 0.7 0.997", 2000, 11), row("cut 0.3 0.7 0.999", 1500, 12)),
    # new in the current data: rare in the reference, so Other; dropped where Other is under 1 % on both sides
    (row("cut 0.5 0.9 1", 700, 11), row("cut 0.5 0.9 1", 600, 12, 0, 1.1)),
    (row("cut 0.5 0.9 1", 700, 11), row("cut 0.5 0.9 1", 600, 12, 0, 1.003)),
    # under 1 % in the current data alone: PSI lifts its share to 1 %
    (row("cut 0.2 0.5 0.8", 900, 11), row("cut 0.2 0.5 0.993", 1200, 12)),
    # vanished
    (row("cut 0.5 0.9", 700, 11), row("cut 0.5 2", 600, 12)),
    (row("cut 0.2 0.5 0.8", 800, 11, every=4), row("cut 0.2 0.5 0.8", 700, 12, every=3)),
    (row("cut 1", 700, 11), row("cut 1", 300, 12)),
    (row("cut 1", 700, 11), row("cut 1", 300, 12, 0, 1.3)),
    (row("cut 0.5", 9, 11), row("cut 0.5", 300, 12)),
]

header("presets_deepchecks.py", f"deepchecks {importlib.metadata.version('deepchecks')}, numpy {np.__version__}, "
       f"pandas {pd.__version__} and scipy {importlib.metadata.version('scipy')}")
rows = []
for p, q in NUMERIC:
    for method in ("KS", "EMD"):
        name, score = measure(p, q, method, "cramers_v")
        rows.append((p, q, name, score, False if name == "none" else condition(p, q, method, "cramers_v")))
table("deepchecksNumeric", "reference, current, method (none: too few samples), score, FeatureDrift's condition fails", rows)
rows = []
for p, q in CATEGORICAL:
    for method in ("cramers_v", "PSI"):
        name, score = measure(p, q, "KS", method)
        rows.append((p, q, name, score, False if name == "none" else condition(p, q, "KS", method)))
table("deepchecksCategorical", "reference, current, method (none: too few samples), score, FeatureDrift's condition fails", rows)

references = [row("bell", 700, 1), row("uniform", 700, 3), row("cut 0.3 0.7", 700, 5), row("cut 0.4", 700, 17)]
currents = [row("bell", 500, 2, 0.6), row("uniform", 500, 4, 0.1), row("cut 0.4 0.7", 500, 6), row("cut 0.6", 500, 28)]
importance = [0.5, 0.2, 0.2, 0.1]
names = [f"f{i}" for i in range(4)]
frames = [Dataset(pd.DataFrame(dict(zip(names, map(column, side)))), cat_features=["f2", "f3"])
          for side in (references, currents)]
rows = []
for method in ("l3_weighted", "l5_weighted", "weighted", "mean", "max"):
    value = FeatureDrift(aggregation_method=method).run(*frames, with_display=False).value
    scores = pd.Series({name: value[name]["Drift score"] for name in names})
    for weights in (importance, None):
        series = None if weights is None else pd.Series(weights, index=names)
        out = ReduceFeatureMixin.feature_reduce(method, scores.copy(), series, "Drift Score")
        rows.append((method, weights or [], [float(s) for s in scores], float(list(out.values())[0])))
table("deepchecksAggregates", "method, importances (none: unknown), scores of four features, aggregate", rows)
check = FeatureDrift()
check.add_condition_drift_score_less_than()
rows = [(references, currents, [bool(s >= 0.2) for s in scores],
         not check.run(*frames, with_display=False).conditions_results[0].is_pass())]
table("deepchecksSets", "reference columns, current columns, scores of 0.2 and more, FeatureDrift's condition fails", rows)
