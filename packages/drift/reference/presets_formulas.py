"""Prints the numbers that the presets of tools without an installable library are held to, as TypeScript: Amazon
SageMaker Model Monitor (deequ), Fiddler, TrustyAI's Java and Python services.

    python -m venv venv && venv/bin/pip install scipy==1.17.1 numpy==2.4.6
    venv/bin/python presets_formulas.py > ../src/testing/preset-formulas.ts
    npx prettier --write ../src/testing

These are not measured on the tools: they are worked out here by numpy and scipy from what the tools publish.
- deequ 2 (com.amazon.deequ.analyzers.Distance): greatest gap of the distribution functions or of the shares, less
  1.8 sqrt((n + m) / (n m)), not below 0. Its quantile sketch is left out: the gap is exact here.
- Fiddler (documentation): PSI with one row added to every bin. Which bins it takes is set by the user; here they are
  ten at the deciles of the reference, open at both ends.
- TrustyAI Java (trustyai-explainability, Meanshift): t with population variances, n + m - 2 degrees of freedom.
- TrustyAI Python: scipy's ttest_ind(equal_var=False), ks_2samp, jensenshannon of two Gaussian kernel densities.
"""
import warnings

warnings.simplefilter("ignore")

import numpy as np
import scipy
from scipy import stats
from scipy.spatial.distance import jensenshannon

from presets_samples import column, header, table


def row(kind, n, seed, shift=0.0, scale=1.0, every=0):
    return (kind, n, seed, float(shift), float(scale), every)


def numbers(recipe):
    values = column(recipe)
    return values[~np.isnan(values)]


def texts(recipe):
    return np.array([v for v in column(recipe) if v is not None])


NUMERIC = [
    (row("bell", 700, 1), row("bell", 500, 2)),
    (row("bell", 700, 1), row("bell", 500, 2, 0.15)),
    (row("bell", 7000, 1), row("bell", 5000, 2, 0.3)),
    (row("bell", 7000, 1), row("bell", 5000, 2, 0.45)),
    (row("bell", 30, 1), row("bell", 20, 2, 3.0)),
    (row("uniform", 60, 1), row("uniform", 3000, 2, 0.1)),
    (row("skew", 900, 1), row("skew", 1100, 2, 0.1, 1.2)),
    (row("ties", 400, 1), row("ties", 250, 2, 1.0)),
    (row("bell", 700, 1, every=7), row("bell", 500, 2, 0.2, every=3)),
]
CATEGORICAL = [
    (row("cut 0.2 0.5 0.8", 900, 11), row("cut 0.2 0.5 0.86", 1200, 12)),
    (row("cut 0.2 0.5 0.8", 9000, 11), row("cut 0.4 0.6 0.95", 12000, 12)),
    (row("cut 0.5 0.9 1", 700, 11), row("cut 0.5 0.9 1", 300, 12, 0, 1.6)),
    (row("cut 0.5 0.9", 700, 11, every=4), row("cut 0.5 2", 600, 12, every=5)),
]


def counts(reference, current):
    p, q = texts(reference), texts(current)
    keys = sorted(set(p) | set(q))
    return np.array([np.sum(p == k) for k in keys]), np.array([np.sum(q == k) for k in keys])


def robust(gap, n, m):
    return max(0.0, gap - 1.8 * np.sqrt((n + m) / (n * m)))


def deequ(reference, current):
    p, q = np.sort(numbers(reference)), np.sort(numbers(current))
    at = np.concatenate([p, q])
    gaps = np.searchsorted(p, at, side="right") / len(p) - np.searchsorted(q, at, side="right") / len(q)
    return robust(np.max(np.abs(gaps)), len(p), len(q))


def deequ_categories(reference, current):
    a, b = counts(reference, current)
    return robust(np.max(np.abs(a / a.sum() - b / b.sum())), a.sum(), b.sum())


def psi_add_one(a, b):
    p, q = (a + 1) / (a.sum() + len(a)), (b + 1) / (b.sum() + len(b))
    return np.sum((q - p) * np.log(q / p))


def fiddler(reference, current):
    p, q = numbers(reference), numbers(current)
    edges = np.quantile(p, np.arange(1, 10) / 10)
    bins = [np.searchsorted(edges, side, side="right") for side in (p, q)]
    return psi_add_one(*(np.bincount(side, minlength=10) for side in bins))


def java(reference, current):
    p, q = numbers(reference), numbers(current)
    t = (p.mean() - q.mean()) / np.sqrt(p.var() / len(p) + q.var() / len(q))
    return t, 2 * stats.t.sf(abs(t), len(p) + len(q) - 2)


def kernel_distance(reference, current):
    p, q = numbers(reference), numbers(current)
    grid = np.linspace(min(p.min(), q.min()), max(p.max(), q.max()), 256)
    return jensenshannon(stats.gaussian_kde(p)(grid), stats.gaussian_kde(q)(grid))


header("presets_formulas.py", f"numpy {np.__version__} and scipy {scipy.__version__}: worked out from published "
       "formulas, not measured on the tools")
table("deequPairs", "reference, current, robust L-infinity (deequ), past 0.1",
      [(p, q, d, bool(d > 0.1)) for p, q, d in
       [(p, q, deequ(p, q)) for p, q in NUMERIC] + [(p, q, deequ_categories(p, q)) for p, q in CATEGORICAL]])
DECILES = [pair for pair in NUMERIC if pair[0][0] != "ties"]
table("fiddlerPairs", "reference, current, PSI with one row added to every bin",
      [(p, q, fiddler(p, q)) for p, q in DECILES] + [(p, q, psi_add_one(*counts(p, q))) for p, q in CATEGORICAL])
table("trustyAiJavaPairs", "reference, current, t, p of the mean shift, p <= 0.05",
      [(p, q, *java(p, q), bool(java(p, q)[1] <= 0.05)) for p, q in NUMERIC])
rows = []
for p, q in NUMERIC:
    t = stats.ttest_ind(numbers(p), numbers(q), equal_var=False)
    ks = stats.ks_2samp(numbers(p), numbers(q))
    js = kernel_distance(p, q)
    rows.append((p, q, t.statistic, t.pvalue, bool(t.pvalue < 0.05), ks.statistic, ks.pvalue, bool(ks.pvalue < 0.05), js,
                 bool(js > 0.1)))
table("trustyAiPythonPairs", "reference, current; comparemeans: t, p, p < 0.05; kstest: D, p, p < 0.05; jensenshannon: "
      "distance, > 0.1", rows)
