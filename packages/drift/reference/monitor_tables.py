"""Prints numbers of deepchecks, NannyML, scikit-learn and pandas that the tests hold ours to, as TypeScript.

    python -m venv dc && dc/bin/pip install deepchecks==0.19.1 'setuptools<81'
    dc/bin/python monitor_tables.py data-set > ../src/testing/data-set-tables.ts
    python -m venv nml && nml/bin/pip install 'nannyml==0.13.*' 'pandas<3'
    NML_DISABLE_USAGE_LOGGING=1 DO_NOT_TRACK=1 nml/bin/python monitor_tables.py performance > ../src/testing/performance-tables.ts
    python -m venv sci && sci/bin/pip install scipy==1.17.1 statsmodels==0.15.0 mpmath==1.4.1 pandas==3.1.1
    sci/bin/python monitor_tables.py quality > ../src/testing/quality-tables.ts
    sci/bin/python monitor_tables.py slices > ../src/testing/slice-tables.ts
    npx prettier --write ../src/testing
"""
import json
import sys
import warnings
from importlib.metadata import version

import numpy as np
import pandas as pd

from seeded_samples import seeded

warnings.simplefilter("ignore")


def header(*packages):
    print("// Printed by reference/monitor_tables.py with " + ", ".join(f"{p} {version(p)}" for p in packages) + ".")


def show(comment, name, rows):
    print(f"\n/** {comment} */\nexport const {name} = [")
    for row in rows:
        print(f"  {json.dumps(row)},")
    print("] as const;")


def data_set():
    from deepchecks.core.reduce_classes import ReduceFeatureMixin
    from deepchecks.tabular.utils.feature_importance import validate_feature_importance

    rules = {"mean": "mean", "max": "max", "weighted": "weighted", "l3": "l3_weighted", "l5": "l5_weighted"}
    rows = []
    for shape, n, weights in [("uniform", 7, "skew"), ("skew", 25, "uniform"), ("skew", 3, "ties"), ("uniform", 5, None)]:
        names = [f"f{i}" for i in range(n)]
        scores = pd.Series(seeded(shape, n, 21), index=names)
        importance = None
        if weights:
            importance = validate_feature_importance(pd.Series(seeded(weights, n, 22), index=names), names)
        reduced = [
            next(iter(ReduceFeatureMixin.feature_reduce(rule, scores.copy(), importance, "Score").values()))
            for rule in rules.values()
        ]
        rows.append([shape, n, weights, *map(float, reduced)])
    header("deepchecks", "numpy")
    show("shape of scores (seed 21), n, shape of importance (seed 22), " + ", ".join(rules), "dataSetScores", rows)


def quality():
    import mpmath
    from statsmodels.stats.proportion import proportions_ztest

    rows = []
    for k, n, c, m in [(3, 1000, 40, 500), (0, 200, 2, 3000), (700, 1000, 5, 10), (1, 30, 29, 31)]:
        z, _ = proportions_ztest([c, k], [m, n])
        rows.append([k, n, c, m, float((c / m - k / n) / z)])
    header("statsmodels", "mpmath")
    show("rows of one kind, rows: reference; current; standard error of the difference", "shareErrors", rows)
    rows = []
    mpmath.mp.dps = 40
    # Summed by mpmath: scipy.stats.betabinom.sf is 1 - cdf, and loses its digits below 1e-9.
    for k, n, m in [(1, 2, 1), (5, 30, 30), (9, 300, 200), (1, 1000, 50), (900, 50, 2000), (8, 5000, 500), (60, 40, 80)]:
        tail = mpmath.fsum(
            mpmath.binomial(m, x) * mpmath.beta(x + 2, m - x + n - 1) / mpmath.beta(2, n - 1) for x in range(k, m + 1)
        )
        rows.append([k, n, m, float(tail)])
    show("k, rows: reference, current; the chance of k or more current rows outside the reference's range", "outside", rows)


# Upper ends of the slices' shares and what each adds to its rows, on either side; slice 3 is new.
SLICES = {
    "reference": [400, [0.5, 0.95, 1.0, 1.0], [0.0, 1.0, 5.0, 0.0]],
    "current": [300, [0.2, 0.75, 0.85, 1.0], [0.4, 1.0, 4.0, -2.0]],
}


def sliced(side, seed):
    n, ends, adds = SLICES[side]
    draws = seeded("uniform", n, seed)
    index = np.searchsorted(ends, draws, side="right")
    values = seeded("bell", n, seed + 1) + np.array(adds)[index]
    return pd.DataFrame({"slice": index, "x": values, "level": np.where(values > 1, "high", np.where(values > 0, "middle", "low"))})


def split(ref, cur, column):
    """Kitagawa's two components per slice, with means and shares of pandas; the mix about the mean of both sides."""
    everything = pd.DataFrame(
        {
            "p": ref.groupby("slice").size() / len(ref),
            "q": cur.groupby("slice").size() / len(cur),
            "a": ref.groupby("slice")[column].mean(),
            "b": cur.groupby("slice")[column].mean(),
        }
    )
    shares = everything[["p", "q"]].fillna(0)
    a, b = everything["a"].fillna(everything["b"]), everything["b"].fillna(everything["a"])
    middle = (ref[column].mean() + cur[column].mean()) / 2
    mix = (shares["q"] - shares["p"]) * ((a + b) / 2 - middle)
    within = (shares["q"] + shares["p"]) / 2 * (b - a)
    return mix, within


def slices():
    from scipy import stats
    from statsmodels.stats.multitest import multipletests

    ref, cur = sliced("reference", 31), sliced("current", 41)
    header("pandas", "scipy", "statsmodels")
    print(f"\n/** Rows, upper ends of the slices' shares, what each adds, on either side. */\nexport const sides = {json.dumps(SLICES)} as const;")
    mix, within = split(ref, cur, "x")
    tests = {s: stats.ks_2samp(ref.x[ref.slice == s], cur.x[cur.slice == s]) for s in (0, 1)}
    holm = dict(zip(tests, multipletests([t.pvalue for t in tests.values()], method="holm")[1]))
    rows = []
    for s in range(4):
        n, m = int((ref.slice == s).sum()), int((cur.slice == s).sum())
        found = [float(tests[s].statistic), float(tests[s].pvalue), float(holm[s])] if s in tests else [None] * 3
        rows.append([s, n, m, float(mix[s]), float(within[s]), *found])
    show("slice, rows of reference and current, mix, within, D, p, p after Holm", "slicesOfMean", rows)
    show("mean of reference and current", "overallMeans", [float(ref.x.mean()), float(cur.x.mean())])
    # Shares of categories: the same of an indicator; the total variation, with the sign of each change.
    parts, rows = {}, []
    for level in ("high", "low", "middle"):
        for frame in (ref, cur):
            frame["is"] = (frame.level == level).astype(float)
        parts[level] = split(ref, cur, "is")
        rows.append([level, *[float(x) for x in parts[level][0]], *[float(x) for x in parts[level][1]]])
    show("category, mix of each slice, within of each slice", "slicesOfShare", rows)
    signs = {level: np.sign((m + w).sum()) for level, (m, w) in parts.items()}
    total = (ref.level.value_counts(normalize=True) - cur.level.value_counts(normalize=True)).abs().sum() / 2
    variation = [sum(signs[level] * part[i].sum() for level, part in parts.items()) / 2 for i in (0, 1)]
    show("total variation, its mix, its within", "slicesOfVariation", [float(total), *map(float, variation)])


def classifier(n, seed, shape, ties):
    """Scores, predictions and labels: the label is 1 where another draw lies below the score."""
    scores = seeded(shape, n, seed)
    scores = np.round(scores * 20) / 20 if ties else scores
    predictions = (scores >= 0.4).astype(int)
    labels = (seeded("uniform", n, seed + 1) < scores).astype(int)
    return scores, predictions, labels


CLASSIFIERS = [(1000, 51, "uniform", False), (400, 61, "skew", False), (500, 71, "uniform", True), (200, 81, "skew", True)]


def scatter(predictions, scores):
    """The first-order standard error of each metric, its derivatives by a complex step, in independent labels."""
    tp, fn = scores[predictions == 1].sum(), scores[predictions == 0].sum()
    var_tp = (scores * (1 - scores))[predictions == 1].sum()
    var_fn = (scores * (1 - scores))[predictions == 0].sum()
    ones, n = predictions.sum(), len(scores)
    metrics = {
        "accuracy": lambda tp, fn: (tp + n - ones - fn) / n,
        "precision": lambda tp, fn: tp / ones,
        "recall": lambda tp, fn: tp / (tp + fn),
        "f1": lambda tp, fn: 2 * tp / (tp + ones + fn),
        "specificity": lambda tp, fn: (n - ones - fn) / (n - tp - fn),
    }
    step = 1e-30
    return [
        float(np.sqrt((f(tp + 1j * step, fn).imag / step) ** 2 * var_tp + (f(tp, fn + 1j * step).imag / step) ** 2 * var_fn))
        for f in metrics.values()
    ]


def performance():
    from nannyml.calibration import _calculate_expected_calibration_error as nannyml_ece
    from nannyml.performance_estimation.confidence_based import metrics as cbpe
    from scipy import stats
    from sklearn import metrics as sk

    header("nannyml", "scikit-learn", "scipy")
    estimated, realised, calibration = [], [], []
    for case in CLASSIFIERS:
        scores, predictions, labels = classifier(*case)
        n, ones = len(scores), np.ones(len(scores))
        named = [cbpe.estimate_accuracy, cbpe.estimate_precision, cbpe.estimate_recall, cbpe.estimate_f1, cbpe.estimate_specificity]
        # NannyML rounds within its AUC; scikit-learn's with every row as both classes is the same without that.
        area = sk.roc_auc_score(np.r_[ones, 0 * ones], np.r_[scores, scores], sample_weight=np.r_[scores, 1 - scores])
        nearly = cbpe.estimate_roc_auc(scores, scores)
        estimated.append([*case, [*[float(f(predictions, scores)) for f in named], float(area)], float(nearly), scatter(predictions, scores)])
        tn, fp, fn, tp = map(int, sk.confusion_matrix(labels, predictions).ravel())
        found = [sk.accuracy_score(labels, predictions), sk.precision_score(labels, predictions), sk.recall_score(labels, predictions)]
        found += [sk.f1_score(labels, predictions), sk.recall_score(labels, predictions, pos_label=0), sk.roc_auc_score(labels, scores)]
        realised.append([*case, [tp, fp, tn, fn], [float(x) for x in found]])
        cut = pd.cut(scores, np.linspace(0, 1, 11), labels=False, include_lowest=True)
        rows = pd.DataFrame({"bin": cut, "gap": scores - labels})
        width = float(rows.groupby("bin")["gap"].sum().abs().sum() / n)
        mass = None if case[3] else float(nannyml_ece(labels, scores, [(i * n // 10, (i + 1) * n // 10) for i in range(10)]))
        calibration.append([*case, width, mass, float(sk.brier_score_loss(labels, scores))])
    case = "rows, seed, shape, ties"
    names = "accuracy, precision, recall, F1, specificity, ROC AUC"
    show(f"{case}, expected {names}; ROC AUC of NannyML, which rounds; standard errors of the first five", "estimated", estimated)
    show(f"{case}, true and false positives, true and false negatives; {names}", "realised", realised)
    show(f"{case}, ECE over 10 bins of equal width, of equal mass, Brier score", "calibrated", calibration)
    rows = []
    for n, shape, weight in [(12, "bell", 0.02), (40, "ties", 0.01), (3, "uniform", 0.2), (60, "skew", 0.9), (25, "uniform", 0.0)]:
        drift = seeded(shape, n, 91)
        worse = 0.8 - weight * drift + 0.02 * (seeded("uniform", n, 92) - 0.5)
        pearson, spearman = stats.pearsonr(drift, abs(worse - 0.8)), stats.spearmanr(drift, abs(worse - 0.8))
        rows.append([n, shape, weight, *map(float, [pearson.statistic, pearson.pvalue, spearman.statistic, spearman.pvalue])])
    show("chunks, shape of drift (seed 91), its weight in performance, Pearson's r, p, Spearman's r, p", "correlations", rows)


topics = {"performance": performance, "slices": slices, "data-set": data_set, "quality": quality}
topics[sys.argv[1]]()
