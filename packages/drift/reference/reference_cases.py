"""Prints the tables that every test of `compare` is held to, one line a case, as TypeScript.

    python -m venv venv && venv/bin/pip install scipy==1.17.1 numpy==2.4.6 statsmodels==0.15.0 mpmath==1.4.1
    venv/bin/python reference_cases.py tests > ../src/testing/reference-cases.ts
    venv/bin/python reference_cases.py distances > ../src/testing/reference-distances.ts
    venv/bin/python reference_cases.py cells > ../src/testing/reference-cells.ts
    npx prettier --write ../src/testing

Where scipy has the test, its function is called. Where it has not, or loses digits (small p as 1 − cdf), the formula of
the source is worked out with mpmath at 50 digits.
"""
import json
import sys
import warnings

import mpmath as mp
import numpy as np
import scipy
import scipy.stats as st
from scipy.spatial.distance import jensenshannon
from statsmodels.stats.multitest import multipletests

from reference_cells import distances_of_cells, psi_of_numbers
from reference_rows import APART, CASES, PLAIN, TIED, above, case, number, rows_of, weights_of

warnings.simplefilter("ignore")
mp.mp.dps = 50

FAR = ("bell 60 5 1 1000000000", "bell 45 6 1 1000000000.4")
SMALL = ("uniform 40 5 1e-300 1e-300", "uniform 30 6 1e-300 1.2e-300")
GREAT = ("bell 40 5 1e300", "bell 30 6 1e300 4e299")


def exactly(x):
    return [mp.mpf(float(v)) for v in x]


def greatest_gaps(x, y):
    z = np.unique(np.concatenate([x, y]))
    a = np.searchsorted(np.sort(x), z, "right")
    b = np.searchsorted(np.sort(y), z, "right")
    gaps = [int(i) * len(y) - int(j) * len(x) for i, j in zip(a, b)]
    pairs = mp.mpf(len(x) * len(y))
    return max(max(gaps), 0) / pairs, max(-min(gaps), 0) / pairs


def kolmogorov(x):
    """2 Σ (−1)^(k−1) exp(−2k²x²); by theta's other series where x is small."""
    if x < 1:
        terms = [mp.exp(-((2 * k - 1) ** 2) * mp.pi**2 / (8 * x * x)) for k in range(1, 40)]
        return 1 - mp.sqrt(2 * mp.pi) / x * mp.fsum(terms)
    return 2 * mp.fsum((-1) ** (k - 1) * mp.exp(-2 * k * k * x * x) for k in range(1, 60))


def ks():
    for pair in PLAIN[:3] + TIED[:1]:
        x, y = map(rows_of, pair)
        up, down = greatest_gaps(x, y)
        d = max(up, down)
        root = mp.sqrt(mp.mpf(len(x) * len(y)) / (len(x) + len(y)))
        exact = st.ks_2samp(x, y, method="exact").pvalue
        case("ks_2samp(method='exact')", "ks", {"method": "exact"}, pair, d, exact)
        asymptotic = st.ks_2samp(x, y, method="asymp").pvalue
        case("ks_2samp(method='asymp')", "ks", {"method": "asymptotic"}, pair, d, asymptotic)
        case("Kolmogorov 1933", "ks", {"method": "limit"}, pair, d, kolmogorov(root * d))
        corrected = (root + mp.mpf("0.12") + mp.mpf("0.11") / root) * d
        case("Stephens 1970", "ks", {"method": "stephens"}, pair, d, kolmogorov(corrected))
        v, x_ = up + down, (root + mp.mpf("0.155") + mp.mpf("0.24") / root) * (up + down)
        if x_ > mp.mpf("0.6"):
            p = 2 * mp.fsum((4 * j * j * x_ * x_ - 1) * mp.exp(-2 * j * j * x_ * x_) for j in range(1, 60))
            case("Kuiper 1960, p of Stephens 1970", "kuiper", {}, pair, v, p)
    pair = ("uniform 500 1", "uniform 500 2 1 5")
    case("2 / C(1000, 500)", "ks", {"method": "exact"}, pair, 1, 2 / mp.binomial(1000, 500))
    pair = ("uniform 20000 1", "uniform 30000 2 1 0.01")
    e = st.ks_2samp(*map(rows_of, pair))
    case("ks_2samp, asymptotic past 10,000 rows", "ks", {}, pair, e.statistic, e.pvalue)


def moments(x):
    n, mean = len(x), mp.fsum(x) / len(x)
    return n, mean, mp.fsum((v - mean) ** 2 for v in x)


def t_tail(t, df):
    return mp.betainc(mp.mpf(df) / 2, mp.mpf(1) / 2, 0, df / (df + t * t), regularized=True)


def t_tests():
    for pair in PLAIN[:2] + TIED[1:] + [FAR, SMALL, GREAT, ("rows 3 3 3", "rows 1 2 3 4"), ("rows 1 NaN 2 4", "rows 2 null 7")]:
        (n, a, p), (m, b, q) = (moments(exactly(rows_of(side))) for side in pair)
        df = n + m - 2
        t = (a - b) / mp.sqrt((p + q) / df * (mp.mpf(1) / n + mp.mpf(1) / m))
        case("mpmath, as ttest_ind", "student-t", {}, pair, t, t_tail(t, df), df)
        t = (a - b) / mp.sqrt(p / n / n + q / m / m)
        case("mpmath: variances over n, n + m − 2", "java-mean-shift", {}, pair, t, t_tail(t, df), df)
        v, w = p / (n - 1) / n, q / (m - 1) / m
        t, df = (a - b) / mp.sqrt(v + w), (v + w) ** 2 / (v * v / (n - 1) + w * w / (m - 1))
        case("mpmath, as ttest_ind(equal_var=False)", "welch-t", {}, pair, t, t_tail(t, df), df)


def smirnov_tail(ends, product, x):
    """(1/π) Σ ± ∫ exp(−xu/2) / (u √|D(u)|) du between the weights' reciprocals, two and two (Smirnov 1936)."""
    total = mp.mpf(0)
    for k in range(1, 40):
        low, width = ends(2 * k - 1), ends(2 * k) - ends(2 * k - 1)
        halvings = int(max(1, mp.log(x * width + 4, 2))) + 2
        points = [mp.mpf(0)] + [width * mp.mpf(2) ** -j for j in range(halvings, -1, -1)]
        part = mp.quad(lambda s: mp.exp(-x * s / 2) / ((low + s) * mp.sqrt(abs(product(low + s)))), points)
        part *= mp.exp(-x * low / 2)
        total += (-1) ** (k + 1) * part
        if part < total * mp.mpf(10) ** -20:
            break
    return total / mp.pi


def rank_tests():
    for pair in PLAIN[::3] + TIED:
        x, y = map(rows_of, pair)
        n, m = len(x), len(y)
        if max(n, m) <= 20:
            e = st.cramervonmises_2samp(x, y, method="exact")
            case("cramervonmises_2samp(method='exact')", "cramer-von-mises", {"method": "exact"}, pair, e.statistic, e.pvalue)
        e = st.cramervonmises_2samp(x, y, method="asymptotic")
        case("cramervonmises_2samp(method='asymptotic')", "cramer-von-mises", {"method": "asymptotic"}, pair, e.statistic, above(e.pvalue))
        z = np.concatenate([x, y])
        gaps = np.searchsorted(np.sort(x), z, "right") / n - np.searchsorted(np.sort(y), z, "right") / m
        case("nm/N² Σ (F − G)²", "cramer-von-mises", {"ties": "cumulated"}, pair, n * m / (n + m) ** 2 * np.sum(gaps**2))
        for variant in ["midrank", "right"]:
            e = st.anderson_ksamp([x, y], variant=variant)
            options = {"variant": variant, "pValueBy": "interpolated"}
            case(f"anderson_ksamp(variant='{variant}')", "anderson-darling", options, pair, e.statistic, e.pvalue)
        for alternative in ["two-sided", "less", "greater"]:
            for continuity in [True, False]:
                e = st.mannwhitneyu(x, y, use_continuity=continuity, alternative=alternative, method="asymptotic")
                options = {"method": "asymptotic", "continuity": continuity, "alternative": alternative}
                if alternative == "two-sided" or continuity:
                    case("mannwhitneyu(method='asymptotic')", "mann-whitney", options, pair, e.statistic, e.pvalue)
        if len(np.unique(z)) == n + m and n * m < 4000:
            e = st.mannwhitneyu(x, y, method="exact")
            case("mannwhitneyu(method='exact')", "mann-whitney", {"method": "exact"}, pair, e.statistic, e.pvalue)
    # Tails: disjoint samples, in closed form or by Smirnov's integral.
    for n in [100, 500]:
        pair = (f"uniform {n} 1", f"uniform {n} 2 1 5")
        i = np.arange(1, 2 * n)
        f, g = [[mp.mpf(int(v)) / n for v in side] for side in (np.minimum(i, n), np.maximum(i - n, 0))]
        t = mp.fsum((a - b) ** 2 for a, b in zip(f, g)) / 4
        mean, rows = (1 + mp.mpf(1) / (2 * n)) / 6, mp.mpf(2 * n)
        variance = (rows + 1) * (4 * n * n * rows - 8 * n * n) / (45 * rows**2 * 4 * n * n)
        at = mp.mpf(1) / 6 + (t - mean) / mp.sqrt(45 * variance)
        p = smirnov_tail(lambda j: (j * mp.pi) ** 2, lambda u: mp.sin(mp.sqrt(u)) / mp.sqrt(u), at)
        case("Anderson 1962, tail by mpmath", "cramer-von-mises", {"method": "asymptotic"}, pair, t, p)
        sd = mp.sqrt(mp.mpf(n * n) * (2 * n + 1) / 12)
        p = mp.erfc((mp.mpf(n * n) / 2 - mp.mpf("0.5")) / sd / mp.sqrt(2))
        case("normal tail by mpmath", "mann-whitney", {"method": "asymptotic"}, pair, 0, p)
        a2 = mp.fsum((2 * n * min(int(k), n) - n * int(k)) ** 2 / mp.mpf(int(k) * (2 * n - int(k))) for k in i) / (n * n)
        h = mp.fsum(mp.mpf(1) / j for j in range(1, 2 * n))
        tails = [mp.mpf(0)] * (2 * n + 1)
        for j in range(2 * n - 1, 0, -1):
            tails[j] = tails[j + 1] + mp.mpf(1) / j
        g2 = mp.fsum(tails[j + 1] / (2 * n - j) for j in range(1, 2 * n - 1))
        # Scholz & Stephens (1987), eq. 4, k = 2.
        inverse = mp.mpf(2) / n
        a = (4 * g2 - 6) + (10 - 6 * g2) * inverse
        b = (2 * g2 - 4) * 4 + 16 * h + (2 * g2 - 14 * h - 4) * inverse - 8 * h + 4 * g2 - 6
        c = (6 * h + 2 * g2 - 2) * 4 + (4 * h - 4 * g2 + 6) * 2 + (2 * h - 6) * inverse + 4 * h
        d = (2 * h + 6) * 4 - 8 * h
        variance = (((a * rows + b) * rows + c) * rows + d) / ((rows - 1) * (rows - 2) * (rows - 3))
        value = (a2 - 1) / mp.sqrt(variance)
        at = 1 + value * mp.sqrt(2 * (mp.pi**2 - 9) / 3)
        p = smirnov_tail(lambda j: mp.mpf(j * (j + 1)), lambda u: mp.cos(mp.pi / 2 * mp.sqrt(1 + 4 * u)) / (mp.pi * u), at)
        case("Scholz & Stephens 1987, limit law by mpmath", "anderson-darling", {"variant": "right"}, pair, value, p)
    for pair in PLAIN[:2] + TIED[:1]:
        x, y = map(rows_of, pair)
        e = st.epps_singleton_2samp(x, y)
        case("epps_singleton_2samp", "epps-singleton", {}, pair, e.statistic, e.pvalue)
        e = st.epps_singleton_2samp(x, y, t=(0.3, 1.2))
        case("epps_singleton_2samp(t=(0.3, 1.2))", "epps-singleton", {"t": [0.3, 1.2]}, pair, e.statistic, e.pvalue)


def distances_of_numbers():
    for pair in PLAIN[::2] + TIED[1:] + [SMALL, GREAT]:
        x, y = map(rows_of, pair)
        z = sorted(set(exactly(x) + exactly(y)))
        ends = [float(v) for v in z]
        a, b = (np.searchsorted(np.sort(s), ends, "right") for s in (x, y))
        gaps = [abs(int(i) * len(y) - int(j) * len(x)) / mp.mpf(len(x) * len(y)) for i, j in zip(a, b)]
        w = mp.fsum(g * (t - s) for g, s, t in zip(gaps, z, z[1:]))
        case("∫ |F − G|, as wasserstein_distance", "wasserstein", {}, pair, w)
        n, _, squares = moments(exactly(x))
        case("over numpy.std(reference)", "wasserstein", {"scale": "reference-sd"}, pair, w / mp.sqrt(squares / n))
        case("over the common range", "wasserstein", {"scale": "range"}, pair, w / (z[-1] - z[0]))
        e = mp.sqrt(2 * mp.fsum(g * g * (t - s) for g, s, t in zip(gaps, z, z[1:])))
        case("√(2 ∫ (F − G)²), as energy_distance", "energy", {}, pair, e)
        gap, chance = max(gaps), mp.sqrt(mp.mpf(1) / len(x) + mp.mpf(1) / len(y))
        case("deequ, plain: max |F − G|", "l-infinity", {}, pair, gap)
        robust = max(mp.mpf(0), gap - mp.mpf("1.8") * chance)
        case("deequ, robust: less 1.8 √((n + m)/(nm))", "l-infinity", {"robust": True}, pair, robust)
        allowance = mp.sqrt(-mp.log(mp.mpf("0.025")) / 2)
        case("less √(−½ ln 0.025) √((n + m)/(nm))", "l-infinity", {"robust": True, "alpha": 0.05}, pair, max(mp.mpf(0), gap - allowance * chance))
    for pair in PLAIN[:2]:
        x, y = map(rows_of, pair)
        v, w = weights_of(len(x), 71), weights_of(len(y), 72)
        sides = (f"weighted 71 {pair[0]}", f"weighted 72 {pair[1]}")
        case("wasserstein_distance with weights", "wasserstein", {}, sides, st.wasserstein_distance(x, y, v, w))
        case("energy_distance with weights", "energy", {}, sides, st.energy_distance(x, y, v, w))
        low, high = min(x.min(), y.min()), max(x.max(), y.max())
        grid = np.linspace(low, high, 256)
        p, q = st.gaussian_kde(x)(grid), st.gaussian_kde(y)(grid)
        case("jensenshannon of gaussian_kde, 256 points", "jensen-shannon", {"method": "kde"}, pair, jensenshannon(p, q))
        case("its square in base 2", "jensen-shannon", {"base": 2, "statistic": "divergence"}, pair, jensenshannon(p, q, 2) ** 2)
        p, q = (np.histogram(s, 64, (low, high))[0] for s in (x, y))
        case("jensenshannon of numpy.histogram, 64 bins", "jensen-shannon", {"method": "hist"}, pair, jensenshannon(p, q))
        kernels = [np.exp(-((a[:, None] - b[None]) ** 2) / (2 * 0.5**2)) for a, b in ((x, x), (y, y), (x, y))]
        n, m = len(x), len(y)
        unbiased = (kernels[0].sum() - n) / (n * (n - 1)) + (kernels[1].sum() - m) / (m * (m - 1)) - 2 * kernels[2].mean()
        case("Gretton 2012, eq. 3", "mmd", {"sigma": 0.5, "permutations": 0}, pair, unbiased)
        biased = kernels[0].mean() + kernels[1].mean() - 2 * kernels[2].mean()
        case("Gretton 2012, eq. 5", "mmd", {"sigma": 0.5, "permutations": 0, "estimator": "biased"}, pair, biased)
    sides = ("bins 0 1 2 4 8 | 5 0 3 2", "bins 0 1 2 4 8 | 1 4 4 1")
    middles = [0.5, 1.5, 3, 6]
    case("wasserstein_distance of midpoints", "wasserstein", {}, sides, st.wasserstein_distance(middles, middles, [5, 0, 3, 2], [1, 4, 4, 1]))
    case("energy_distance of midpoints", "energy", {}, sides, st.energy_distance(middles, middles, [5, 0, 3, 2], [1, 4, 4, 1]))
    case("apart: every pair in order", "domain-classifier", {}, APART[0], 1)


def tails():
    rows = []
    for df in [1, 3, 10, 300]:
        for t in [0.5, 4, 40, 1e60]:
            p = t_tail(mp.mpf(t), df)
            if p > mp.mpf("1e-300"):
                rows.append(("tPValue", [t, df], p))
    for df in [1, 4, 99]:
        for x in [0.01, 9, 400, 1300]:
            rows.append(("chiSquarePValue", [x, df], mp.gammainc(mp.mpf(df) / 2, mp.mpf(x) / 2, mp.inf, regularized=True)))
    for d, n in [(0.2, 100), (0.9, 300), (0.99, 340)]:
        d_, n_ = mp.mpf(d), 2 * n
        top = int(mp.floor(n * (1 - d_)))
        # Smirnov's sum; both sides cannot be past ½ at once. For d under ½ scipy's kstwo.
        tail = 2 * d_ * mp.fsum(mp.binomial(n, j) * (d_ + mp.mpf(j) / n) ** (j - 1) * (1 - d_ - mp.mpf(j) / n) ** (n - j) for j in range(top + 1))
        rows.append(("ksPValue", [d, n_, n_, "asymptotic"], tail if d > 0.5 else st.kstwo.sf(d, n)))
    print("\n/** Function, arguments, expected: mpmath (tails), scipy.stats.kstwo. */")
    print("export const tailCases: readonly TailCase[] = [")
    for name, arguments, p in rows:
        print(f"  {{ name: {name!r}, args: {json.dumps(arguments)}, p: {number(p)} }},")
    print("];")
    ps = [0.01, 0.04, 0.03, 0.04, 0.2, 1e-9, 0.9]
    print("\n/** Adjusted p-values of statsmodels.stats.multitest.multipletests. */")
    print(f"export const adjusted = {{ pValues: {json.dumps(ps)}, by: [")
    for ours, theirs in [("bonferroni", "bonferroni"), ("holm", "holm"), ("benjamini-hochberg", "fdr_bh"), ("benjamini-yekutieli", "fdr_by")]:
        print(f"  [{ours!r}, [{', '.join(map(number, multipletests(ps, method=theirs)[1]))}]],")
    print("] } as const;")


TYPES = """import type { TestName, TestOptions } from '../compare.ts';
import type { KsMethod } from '../tests/ks-p-value.ts';

/** Reference and current (see `sideOf`), value, p (NaN: not held), degrees of freedom. */
type Row = readonly [reference: string, current: string, value: number, pValue?: number, df?: number];

/** Where the numbers come from, the options that ask for them, and the cases. */
export type Variant<T extends TestName> = readonly [source: string, options: TestOptions[T], rows: readonly Row[]];

/** A call of one of the functions that give a p-value of a statistic, and the p expected. */
export type TailCase =
  | { name: 'tPValue' | 'chiSquarePValue'; args: readonly [statistic: number, df: number]; p: number }
  | { name: 'ksPValue'; args: readonly [d: number, n: number, m: number, method: KsMethod]; p: number };

export type Cases = { readonly [T in TestName]?: readonly Variant<T>[] };
"""


def main(part):
    parts = {
        "tests": ("referenceCases", [ks, t_tests, rank_tests]),
        "distances": ("referenceDistances", [distances_of_numbers, psi_of_numbers]),
        "cells": ("referenceCells", [distances_of_cells]),
    }
    name, makers = parts[part]
    for make in makers:
        make()
    versions = f"scipy {scipy.__version__}, numpy {np.__version__}, mpmath {mp.__version__}"
    print(f"// Printed by reference/reference_cases.py: {versions}.")
    print(TYPES if part == "tests" else "import type { Cases } from './reference-cases.ts';\n")
    print(f"export const {name}: Cases = {{")
    for test, variants in CASES.items():
        print(f"  '{test}': [")
        for (source, options), rows in variants.items():
            print(f"    [{json.dumps(source, ensure_ascii=False)}, {options}, [{', '.join(rows)}]],")
        print("  ],")
    print("};")
    if part == "tests":
        tails()


main(sys.argv[1])
