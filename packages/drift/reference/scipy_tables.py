"""Prints the numbers of scipy that the tests hold ours to, as TypeScript.

    python -m venv venv && venv/bin/pip install scipy==1.17.1 numpy==2.4.6 statsmodels==0.15.0 mpmath==1.4.1
    venv/bin/python scipy_tables.py tails > ../src/testing/scipy-tails.ts
    venv/bin/python scipy_tables.py tests > ../src/testing/scipy-tests.ts
    npx prettier --write ../src/testing
"""
import math
import sys
import warnings

import mpmath
import numpy as np
import scipy
from scipy import special, stats
from scipy.spatial.distance import jensenshannon
from scipy.stats._mannwhitneyu import _MWU
from scipy.stats._stats_py import _attempt_exact_2kssamp
from statsmodels.stats.multitest import multipletests

from seeded_samples import number, seeded

warnings.simplefilter("ignore")


def pair(shape, n, m, shift, scale):
    return seeded(shape, n, 1), seeded(shape, m, 2) * scale + shift


PAIRS = [
    ("uniform", 40, 60, 0.0, 1.0),
    ("uniform", 1000, 600, 0.0, 1.0),
    ("uniform", 1000, 600, 0.1, 1.0),
    ("uniform", 500, 500, 0.05, 1.0),
    ("uniform", 300, 301, 0.9, 1.0),
    ("bell", 730, 731, 0.3, 1.0),
    ("bell", 50, 2000, 0.0, 1.4),
    ("bell", 12000, 300, 0.15, 1.0),
    ("bell", 11000, 12000, 0.02, 1.0),
    ("bell", 200, 300, 8.0, 1.0),
    ("ties", 400, 250, 0.0, 1.0),
    ("ties", 400, 250, 1.0, 1.0),
    ("skew", 900, 1100, 0.0, 1.0),
    ("skew", 900, 1100, 0.01, 1.2),
    ("skew", 2, 2, 0.0, 1.0),
    ("uniform", 101, 101, 0.1, 1.0),
]


def js(p, q, method, base):
    low, high = min(p.min(), q.min()), max(p.max(), q.max())
    if method == "kde":
        grid = np.linspace(low, high, 256)
        a, b = stats.gaussian_kde(p)(grid), stats.gaussian_kde(q)(grid)
    else:
        a, _ = np.histogram(p, bins=64, range=(low, high))
        b, _ = np.histogram(q, bins=64, range=(low, high))
    return jensenshannon(a, b, base)


TAILS = {"kstwo", "kolmogorov", "tTails", "chiSquareTails", "criticalValues", "erfcValues", "logGammaValues", "cramerVonMisesTail",
         "kuiperTail"}


def table(name, columns, rows):
    if (name in TAILS) != (sys.argv[1] == "tails"):
        return
    print(f"\n/** {columns} */")
    print(f"export const {name} = [")
    for row in rows:
        cells = [repr(c) if isinstance(c, (int, str)) else number(c) for c in row]
        print("  [" + ", ".join(cells) + "],")
    print("] as const;")


print(f"// Printed by reference/scipy_tables.py with scipy {scipy.__version__} and numpy {np.__version__}.")

rows = []
for spec in PAIRS:
    p, q = pair(*spec)
    for method, theirs in (("auto", "auto"), ("asymptotic", "asymp")):
        r = stats.ks_2samp(p, q, method=theirs)
        rows.append((*spec, method, r.statistic, r.pvalue))
table("ksPairs", "shape, n, m, shift, scale, method, D, p of ks_2samp", rows)

rows = []
for d, n, m in [
    (0.25, 8, 12), (1.0, 3, 3), (1.0, 1, 20), (0.5, 10, 10), (0.3, 100, 150), (0.05, 1000, 600), (0.7, 500, 5000),
    (0.06, 500, 5000), (0.02, 9999, 10000), (0.4, 1000, 999), (0.1, 2500, 1800), (0.51, 100, 151), (0.49, 100, 151),
]:
    lcm = n // math.gcd(n, m) * m
    ok, _, p = _attempt_exact_2kssamp(n, m, math.gcd(n, m), d, "two-sided")
    assert ok
    rows.append((round(d * lcm), n, m, p))
table("ksExact", "h (D = h / lcm), n, m, exact p of ks_2samp", rows)

rows = []
for n in (1, 5, 50, 140, 141, 375, 1000, 20000, 100000, 1000000):
    for z in (0.3, 0.5, 0.8, 1.0, 1.36, 1.6, 2.0, 2.5, 5.0, 10.0, 18.0):
        d = z / math.sqrt(n)
        if d < 1:
            rows.append((d, n, stats.kstwo.sf(d, n)))
table("kstwo", "d, n, kstwo.sf", rows)

rows = [(x, stats.kstwobign.sf(x)) for x in (0.1, 0.3, 0.5, 0.79, 0.81, 1.0, 1.36, 2.0, 5.0, 10.0, 18.5)]
table("kolmogorov", "x, kstwobign.sf", rows)

rows = []
for spec in PAIRS:
    p, q = pair(*spec)
    for equal in (False, True):
        r = stats.ttest_ind(p, q, equal_var=equal)
        rows.append((*spec, "student-t" if equal else "welch-t", r.statistic, r.pvalue, r.df))
table("tPairs", "shape, n, m, shift, scale, test, t, p, df of ttest_ind", rows)

rows = []
for df in (1, 2, 5, 30, 1000, 1e6):
    for t in (0.001, 0.5, 1.96, 5.0, 40.0):
        rows.append((t, float(df), 2 * stats.t.sf(t, df)))
rows.append((50.0, 200.5, 2 * stats.t.sf(50.0, 200.5)))
rows.append((38.0, 6000.0, 2 * stats.t.sf(38.0, 6000.0)))
table("tTails", "t, df, two-sided p: 2 t.sf", rows)

rows = []
for df in (1, 2, 3, 9, 60, 1000, 100000):
    for x in (0.01, 0.5, 1.0, 2.0, 5.0, 20.0):
        rows.append((df * x, float(df), stats.chi2.sf(df * x, df)))
rows += [(x, float(df), stats.chi2.sf(x, df)) for x, df in ((1380.0, 1), (1300.0, 20), (2500.0, 300))]
rows = [r for r in rows if r[2] > 1e-305]
table("chiSquareTails", "χ², df, chi2.sf", rows)

rows = [(a, df, stats.chi2.isf(a, df), stats.t.isf(a / 2, df)) for a in (0.1, 0.05, 0.01, 1e-6) for df in (1, 4, 9, 99)]
table("criticalValues", "alpha, df, χ² critical, |t| critical", rows)

rows = [(x, special.erfc(x)) for x in (-3.0, -0.5, 0.0, 1e-5, 0.3, 0.9, 1.0, 1.5, 2.0, 3.0, 6.0, 10.0, 20.0, 26.0)]
table("erfcValues", "x, erfc", rows)

rows = [(x, special.gammaln(x)) for x in (1e-8, 0.1, 0.5, 1.5, 2.5, 3.0, 7.7, 11.9, 12.1, 100.0, 12345.678, 1e9)]
table("logGammaValues", "x, gammaln", rows)

rows = []
for spec in PAIRS:
    if spec[1] <= 2000 and spec[2] <= 2000:
        p, q = pair(*spec)
        for method in ("kde", "hist"):
            rows.append((*spec, method, js(p, q, method, None), js(p, q, method, 2)))
table("jensenShannonPairs", "shape, n, m, shift, scale, method, distance in base e, in base 2", rows)

rows = []
for a, b in [([10, 20, 30], [12, 30, 18]), ([5, 0, 95], [1, 3, 60]), ([40, 60], [55, 45]), ([1, 999], [900, 100]),
             ([3, 4, 5, 6, 7], [300, 400, 500, 600, 700]), ([12, 0, 7], [8, 0, 9])]:
    full = np.array([a, b])
    used = full[:, full.sum(axis=0) > 0]
    for correction in (True, False):
        r = stats.chi2_contingency(used, correction=correction)
        rows.append((" ".join(map(str, a)), " ".join(map(str, b)), int(correction), r.statistic, r.pvalue, int(r.dof)))
table("contingency", "reference counts, current counts, correction, χ², p, df of chi2_contingency", rows)

rows = []
for method, theirs in (("holm", "holm"), ("bonferroni", "bonferroni"), ("benjamini-hochberg", "bh"), ("benjamini-yekutieli", "by")):
    p = np.array([0.01, 0.04, 0.03, 0.005, 0.5, 0.03, 1e-12, 0.9])
    if theirs in ("bh", "by"):
        out = stats.false_discovery_control(p, method=theirs)
    else:
        out = multipletests(p, method=theirs)[1]
    rows.append((method, " ".join(repr(float(x)) for x in p), " ".join(repr(float(x)) for x in out)))
table("adjustments", "method, p, adjusted p (scipy false_discovery_control, statsmodels 0.15.0 multipletests)", rows)

rows = []
for spec in PAIRS[:6]:
    p, _ = pair(*spec)
    rows.append((spec[0], spec[1], *np.quantile(p, [0, 0.1, 0.333, 0.5, 0.99, 1])))
table("quantiles", "shape, n, quantiles at 0, 0.1, 0.333, 0.5, 0.99, 1 (numpy, linear)", rows)

rows = []
for spec in PAIRS:
    p, q = pair(*spec)
    rows.append((*spec, stats.wasserstein_distance(p, q), stats.wasserstein_distance(p, q) / np.std(p), stats.energy_distance(p, q)))
table("distancePairs", "shape, n, m, shift, scale, wasserstein_distance, the same over numpy.std of the reference, energy_distance", rows)

SMALL = [("uniform", 8, 12, 0.2, 1.0), ("bell", 20, 15, 0.0, 1.0), ("bell", 7, 300, 1.0, 1.0), ("ties", 9, 9, 1.0, 1.0),
         ("skew", 3, 5, 0.0, 1.0), ("uniform", 6, 6, 2.0, 1.0)]
rows = []
for spec in PAIRS + SMALL:
    p, q = pair(*spec)
    c = stats.cramervonmises_2samp(p, q)
    u = stats.mannwhitneyu(p, q)
    every = np.concatenate([p, q])
    gaps = [(np.sum(p <= x) / len(p) - np.sum(q <= x) / len(q)) for x in every]
    # scipy forms 1 - cdf here: below 1e-4 its relative error passes 1e-11, so that the tail is held to mpmath instead.
    rows.append((*spec, c.statistic, c.pvalue if c.pvalue > 1e-4 else float("nan"), u.statistic, u.pvalue,
                 max(max(gaps), 0) - min(min(gaps), 0)))
table("rankPairs", "shape, n, m, shift, scale, cramervonmises_2samp T, p (NaN: under 1e-4), mannwhitneyu U, p, Kuiper V by numpy", rows)

rows = []
for n, m in ((20, 30), (40, 35)):
    for u in (150, 420, 500):
        state = _MWU(n, m)
        top = max(u, n * m - u)
        rows.append((u, n, m, min(1.0, 2 * float(state.sf(np.asarray(top))))))
table("mannWhitneyExact", "U, n, m, exact two-sided p of mannwhitneyu", rows)

mpmath.mp.dps = 320


def cvm_tail(x):
    """1 - F(x), F by Csorgo & Faraway (1996) eq. 1.2, with 320 digits."""
    x = mpmath.mpf(x)
    total = mpmath.mpf(0)
    for k in range(0, 200):
        y = 4 * k + 1
        q = mpmath.mpf(y * y) / (16 * x)
        total += (mpmath.gamma(k + mpmath.mpf(1) / 2) / mpmath.factorial(k) * mpmath.sqrt(y) * mpmath.exp(-q)
                  * mpmath.besselk(mpmath.mpf(1) / 4, q))
    return 1 - total / (mpmath.pi ** mpmath.mpf(1.5) * mpmath.sqrt(x))


rows = [(x, cvm_tail(x)) for x in (0.02, 0.05, 0.1, 0.2, 0.461, 0.743, 1.168, 2.0, 5.0, 20.0)]
table("cramerVonMisesTail", "x, P(W² >= x) of the Cramér–von Mises limit, mpmath 1.4.1", rows)


def kuiper_tail(x):
    x = mpmath.mpf(x)
    return 2 * mpmath.nsum(lambda k: (4 * k * k * x * x - 1) * mpmath.exp(-2 * k * k * x * x), [1, 60])


rows = [(x, kuiper_tail(x)) for x in (0.5, 0.8, 1.0, 1.5, 2.0, 3.0, 10.0, 18.0)]
table("kuiperTail", "x, Kuiper limit tail, mpmath 1.4.1", rows)
