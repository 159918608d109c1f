"""Prints the numbers that the tests of ranks are held to, as TypeScript.

    python -m venv venv && venv/bin/pip install scipy==1.17.1 numpy==2.4.6 mpmath==1.4.1
    venv/bin/python rank_tables.py > ../src/testing/rank-tables.ts
    npx prettier --write ../src/testing

From scipy where it keeps its digits. Where it does not, or has no such test, from whole numbers and fractions of Python
(T of Cramer-von Mises, exact p by counting), from mpmath (limit law of A2) or from random permutations, with their error.
"""
import itertools
import math
import warnings
from fractions import Fraction

import mpmath
import numpy as np
import scipy
from scipy import stats
from scipy.stats import _morestats

from seeded_samples import number, seeded

warnings.simplefilter("ignore")


def pair(shape, n, m, shift, scale):
    return seeded(shape, n, 1), seeded(shape, m, 2) * scale + shift


PAIRS = [
    ("uniform", 40, 60, 0.0, 1.0),
    ("uniform", 1000, 600, 0.1, 1.0),
    ("uniform", 300, 301, 0.9, 1.0),
    ("bell", 50, 2000, 0.0, 1.4),
    ("bell", 1200, 300, 0.15, 1.0),
    ("bell", 900, 950, 8.0, 1.0),
    ("ties", 400, 250, 0.0, 1.0),
    ("ties", 400, 250, 1.0, 1.0),
    ("skew", 900, 1100, 0.0, 1.0),
    ("skew", 900, 1100, 0.01, 1.2),
    ("uniform", 8, 12, 0.2, 1.0),
    ("bell", 20, 15, 0.0, 1.0),
    ("bell", 7, 300, 1.0, 1.0),
    ("ties", 9, 9, 1.0, 1.0),
    ("skew", 3, 5, 0.0, 1.0),
    ("uniform", 6, 6, 2.0, 1.0),
]
LARGE = [("uniform", 100000, 80000, 0.001, 1.0), ("ties", 50000, 120000, 0.0, 1.0)]


def table(name, says, rows):
    print(f"\n/** {says} */")
    print(f"export const {name} = [")
    for row in rows:
        cells = [repr(c) if isinstance(c, (int, str)) else "[" + ", ".join(map(str, c)) + "]" if isinstance(c, tuple) else number(c)
                 for c in row]
        print("  [" + ", ".join(cells) + "],")
    print("] as const;")


print(f"// Printed by reference/rank_tables.py with scipy {scipy.__version__}, numpy {np.__version__} and mpmath {mpmath.__version__}.")


def a_square(p, q, variant):
    z = np.sort(np.concatenate([p, q]))
    f = {"midrank": _morestats._anderson_ksamp_midrank, "right": _morestats._anderson_ksamp_right}[variant]
    return f([p, q], z, np.unique(z), 2, np.array([len(p), len(q)]), len(z))


rows = []
for spec in PAIRS:
    p, q = pair(*spec)
    for variant in ("midrank", "right"):
        r = stats.anderson_ksamp([p, q], variant=variant)
        rows.append((*spec, variant, r.statistic, a_square(p, q, variant), r.pvalue))
table("andersonDarlingPairs", "shape, n, m, shift, scale, variant, normalised A², A², p of anderson_ksamp", rows)


def smirnov_tail(x, digits=40):
    """P(A2 >= x) by Smirnov's formula in s = 3 + u^2 (first half-wave) and tanh-sinh quadrature on many pieces."""
    x = mpmath.mpf(x)
    total = mpmath.mpf(0)
    with mpmath.workdps(digits):
        for k in range(1, 60):
            low = mpmath.mpf(4 * k - 1)

            def f(u, low=low):
                s = low + u * u
                y = (s * s - 1) / 4
                return mpmath.exp(-x * y / 2) * (s / (2 * y)) * mpmath.sqrt(mpmath.pi * y / abs(mpmath.sin(mpmath.pi * u * u / 2))) * 2 * u

            width = 1 / mpmath.sqrt(1 + x)
            cuts = [mpmath.mpf(0)] + [j * width for j in (0.5, 1, 1.5, 2, 3, 4, 6, 8, 12) if j * width < 1.3] + [mpmath.sqrt(2)]
            term = mpmath.quad(f, cuts)
            total += term if k % 2 else -term
            if term < mpmath.mpf(10) ** -30 * total:
                break
        return total / mpmath.pi


def series_tail(x, digits=60):
    """1 - F(x) by the series of Anderson and Darling (1954)."""
    with mpmath.workdps(digits):
        x = mpmath.mpf(x)
        total = mpmath.mpf(0)
        for j in range(400):
            c = mpmath.mpf((4 * j + 1) ** 2) * mpmath.pi**2 / (8 * x)
            root = 1 / mpmath.sqrt(c)
            inner = mpmath.quad(lambda w: mpmath.exp(x / (8 * (w * w + 1)) - c * w * w), [0, root, 3 * root, 6 * root, 12 * root, 24 * root])
            term = mpmath.gamma(j + mpmath.mpf(1) / 2) / mpmath.gamma(mpmath.mpf(1) / 2) / mpmath.factorial(j) * (4 * j + 1) * mpmath.exp(-c) * inner
            total += (-1) ** j * term
            if term < mpmath.mpf(10) ** -digits:
                break
        return 1 - mpmath.sqrt(2 * mpmath.pi) / x * total


rows = []
for x in (0.05, 0.1, 0.3, 0.7, 1.0, 1.933, 2.492, 3.857, 6.0, 10.0, 20.0, 45.0, 200.0, 690.0):
    tail = smirnov_tail(x)
    if x <= 20:
        assert abs(tail - series_tail(x)) < mpmath.mpf(10) ** -14 * tail, x
    rows.append((x, tail))
table("andersonDarlingTail", "x, P(A² >= x) of the limit, by mpmath in two ways", rows)


def cvm_smirnov(x, digits=40):
    x = mpmath.mpf(x)
    total = mpmath.mpf(0)
    with mpmath.workdps(digits):
        for k in range(1, 40):
            low = (2 * k - 1) * mpmath.pi

            def f(u, low=low):
                t = low + u * u
                return 2 / t * mpmath.sqrt(t / abs(mpmath.sin(u * u))) * mpmath.exp(-x * t * t / 2) * 2 * u

            width = 1 / mpmath.sqrt(1 + 3 * x)
            cuts = [mpmath.mpf(0)] + [j * width for j in (0.5, 1, 1.5, 2, 3, 4, 6, 8, 12) if j * width < 1.6] + [mpmath.sqrt(mpmath.pi)]
            term = mpmath.quad(f, cuts)
            total += term if k % 2 else -term
            if term < mpmath.mpf(10) ** -30 * total:
                break
        return total / mpmath.pi


table("cramerVonMisesFarTail", "x, P(W² >= x) of the Cramér–von Mises limit by mpmath", [(x, cvm_smirnov(x)) for x in (0.461, 20.0, 60.0, 100.0, 139.0)])


def tied_p(reference, current, variant, rounds=400000, seed=3):
    """P(A2 >= the one found) over random orders, for rows that are tied in groups of the given counts."""
    rng = np.random.default_rng(seed)
    r, c = np.array(reference), np.array(current)
    n, m = r.sum(), c.sum()
    l = r + c

    def statistic(x):
        ends = np.cumsum(x, axis=-1)
        pooled = np.cumsum(l)
        if variant == "midrank":
            mid, b = ends - x / 2, pooled - l / 2
            scale = b * (n + m - b) - (n + m) * l / 4
            return (l * (m * mid - n * (b - mid)) ** 2 / scale).sum(-1) / (n * m) * (n + m - 1) / (n + m)
        g = m * ends - n * (pooled - ends)
        return (l * g**2 / np.where(pooled < n + m, pooled * (n + m - pooled), np.inf)).sum(-1) / (n * m)

    found = statistic(r.astype(float))
    drawn = rng.multivariate_hypergeometric(l, n, size=rounds, method="marginals").astype(float)
    return float((statistic(drawn) >= found * (1 - 1e-12)).mean())


rows = []
for reference, current in [
    ((14, 10, 6, 8, 7, 5), (6, 8, 9, 9, 8, 10)), ((60, 45, 50, 45, 50, 50), (40, 50, 52, 50, 53, 55)), ((170, 130), (148, 152)),
    ((60, 8, 8, 8, 8, 8), (45, 11, 11, 11, 11, 11)), ((20, 20, 20, 20, 20), (30, 25, 20, 15, 10)),
    ((1,) * 40 + (0,) * 5 + (1,) * 10, (1,) * 30 + (2,) * 25),
]:
    for variant in ("midrank", "right"):
        rows.append((reference, current, variant, tied_p(reference, current, variant)))
table("andersonDarlingTied", "reference counts per value, current counts, variant, p by 400,000 random orders", rows)

rows = []
for spec in PAIRS + LARGE:
    p, q = pair(*spec)
    n, m = len(p), len(q)
    z = np.concatenate([p, q])
    ranks = np.rint(2 * stats.rankdata(z)).astype(int)
    r, s = np.sort(ranks[:n]).tolist(), np.sort(ranks[n:]).tolist()
    u4 = n * sum((a - 2 * (i + 1)) ** 2 for i, a in enumerate(r)) + m * sum((b - 2 * (j + 1)) ** 2 for j, b in enumerate(s))
    t = Fraction(u4, 4 * n * m * (n + m)) - Fraction(4 * n * m - 1, 6 * (n + m))
    rows.append((*spec, float(t)))
table("cramerVonMisesExactT", "shape, n, m, shift, scale, T by fractions", rows)

rows = []
for spec in PAIRS + LARGE:
    p, q = pair(*spec)
    for alternative in ("two-sided", "less", "greater"):
        r = stats.mannwhitneyu(p, q, alternative=alternative)
        rows.append((*spec, "auto", alternative, r.statistic, r.pvalue))
        if min(len(p), len(q)) <= 12:
            r = stats.mannwhitneyu(p, q, alternative=alternative, method="exact")
            rows.append((*spec, "exact", alternative, r.statistic, r.pvalue))
table("mannWhitneyPairs", "shape, n, m, shift, scale, method, alternative, U, p of mannwhitneyu", rows)


def epps_singleton(p, q, t):
    """W and p with 40 digits, for a covariance of full rank."""
    n, m = len(p), len(q)
    low, high = np.quantile(np.concatenate([p, q]), [0.25, 0.75])
    sigma = (mpmath.mpf(float(high)) - mpmath.mpf(float(low))) / 2
    k = 2 * len(t)

    def moments(x):
        waves = [[f(mpmath.mpf(s) / sigma * mpmath.mpf(float(v))) for f in (mpmath.cos, mpmath.sin) for s in t] for v in x]
        means = [mpmath.fsum(w[i] for w in waves) / len(x) for i in range(k)]
        covariance = mpmath.matrix(k, k)
        for i in range(k):
            for j in range(i, k):
                covariance[i, j] = covariance[j, i] = mpmath.fsum((w[i] - means[i]) * (w[j] - means[j]) for w in waves) / len(x)
        return mpmath.matrix(means), covariance

    (a, left), (b, right) = moments(p), moments(q)
    d = a - b
    omega = (n + m) * (left / n + right / m)
    w = (n + m) * (d.T * mpmath.lu_solve(omega, d))[0]
    if max(n, m) < 25:
        w /= 1 + mpmath.mpf(n + m) ** mpmath.mpf(-0.45) + mpmath.mpf(10.1) * (mpmath.mpf(n) ** mpmath.mpf(-1.7) + mpmath.mpf(m) ** mpmath.mpf(-1.7))
    return w, mpmath.gammainc(mpmath.mpf(k) / 2, w / 2, regularized=True)


mpmath.mp.dps = 40
rows = []
for spec in PAIRS:
    p, q = pair(*spec)
    for t in ((0.4, 0.8), (0.3, 0.7, 1.1)):
        if min(len(p), len(q)) >= 5 and len(np.unique(np.concatenate([p, q]))) > 2 * len(t):
            w, tail = epps_singleton(p, q, t)
            theirs = stats.epps_singleton_2samp(p, q, t=t)
            assert abs(theirs.statistic - w) < 1e-6 * w, (spec, t, theirs, w)
            rows.append((*spec, t, w, tail))
table("eppsSingletonPairs", "shape, n, m, shift, scale, t, W, p by mpmath, held to epps_singleton_2samp", rows)


def gaps_at_ends(pooled, chosen):
    """max |i m - j n| over the ends of groups of tied rows; `chosen` are the places of the reference's rows."""
    n = len(chosen)
    m = len(pooled) - n
    i = j = best = 0
    for k, x in enumerate(pooled):
        if k in chosen:
            i += 1
        else:
            j += 1
        if k + 1 == len(pooled) or pooled[k + 1] != x:
            best = max(best, abs(i * m - j * n))
    return best


rows = []
for reference, current in [((1, 2, 2, 3), (2, 3, 3, 4, 4)), ((1, 1, 1, 2, 2), (1, 2, 2, 2, 3, 3)), ((0, 0, 1), (1, 1, 2, 2, 3)), ((1, 2, 3, 4), (5, 6, 7)),
                           ((0, 0, 0, 1, 1, 5, 6), (0, 1, 1, 2, 2, 2, 5)), ((3, 3), (3, 3, 4))]:
    pooled = sorted(reference + current)
    n = len(reference)
    # The places of the reference's rows: any, as long as each value has as many as the reference.
    places, taken = set(), {}
    for k, x in enumerate(pooled):
        if taken.get(x, 0) < reference.count(x):
            places.add(k)
            taken[x] = taken.get(x, 0) + 1
    found = gaps_at_ends(pooled, places)
    all_gaps = [gaps_at_ends(pooled, set(c)) for c in itertools.combinations(range(len(pooled)), n)]
    at_least = sum(g >= found for g in all_gaps)
    above = sum(g > found for g in all_gaps)
    rows.append((reference, current, at_least / len(all_gaps), (at_least + above) / 2 / len(all_gaps)))
table("ksConditionalSmall", "reference, current, P(D >= d) and mid-p over all choices of the reference's rows", rows)


def conditional_p(reference, current, strict=False):
    """1 - orders that stay below / all orders, group after group, in whole numbers."""
    values = sorted(set(reference) | set(current))
    n, m = len(reference), len(current)
    counts = [(int((reference == v).sum()), int((current == v).sum())) for v in values]
    i = j = gap = 0
    for a, b in counts:
        i, j = i + a, j + b
        gap = max(gap, abs(i * m - j * n))
    gap += 1 if strict else 0
    ways = {0: 1}
    rows = 0
    for a, b in counts:
        rows += a + b
        after = {}
        choose = [math.comb(a + b, k) for k in range(a + b + 1)]
        for i, w in ways.items():
            for k in range(max(0, rows - i - m), min(a + b, n - i) + 1):
                at = i + k
                if abs(at * m - (rows - at) * n) < gap:
                    after[at] = after.get(at, 0) + w * choose[k]
        ways = after
    every = math.comb(n + m, n)
    return Fraction(every - ways.get(n, 0), every)


rows = []
for spec in [("ties", 40, 30, 0.0, 1.0), ("ties", 400, 250, 0.0, 1.0), ("ties", 400, 250, 1.0, 1.0), ("ties", 90, 90, 3.0, 1.0), ("ties", 300, 500, 5.0, 1.0),
             ("ties", 60, 200, 0.0, 2.0), ("uniform", 40, 60, 0.2, 1.0)]:
    p, q = pair(*spec)
    exact, above = conditional_p(p, q), conditional_p(p, q, strict=True)
    rows.append((*spec, float(exact), float((exact + above) / 2)))
table("ksConditionalPairs", "shape, n, m, shift, scale, exact p and mid-p given the ties, in whole numbers", rows)
