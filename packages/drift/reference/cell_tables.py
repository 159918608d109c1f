"""Prints the independent numbers that the tests and distances over cells are held to, as TypeScript.

    python -m venv venv && venv/bin/pip install scipy==1.17.1 numpy==2.4.6 statsmodels==0.15.0 mpmath==1.4.1
    venv/bin/python cell_tables.py cells > ../src/testing/cell-tables.ts
    python -m venv old && old/bin/pip install frouros==0.9.0
    old/bin/python cell_tables.py frouros > ../src/testing/frouros-tables.ts
    npx prettier --write ../src/testing
"""
import sys

import numpy as np
import scipy

from seeded_samples import number, seeded


def table(name, columns, rows):
    print(f"\n/** {columns} */")
    print(f"export const {name} = [")
    for row in rows:
        cells = [repr(c) if isinstance(c, (int, str)) else number(c) for c in row]
        print("  [" + ", ".join(cells) + "],")
    print("] as const;")


def text(counts):
    return " ".join(map(str, counts))


COUNTS = [
    ([10, 20, 30], [12, 30, 18]),
    ([5, 0, 95], [1, 3, 60]),
    ([50, 30, 20], [40, 60, 0]),
    ([40, 60], [55, 45]),
    ([1, 999], [900, 100]),
    ([3, 4, 5, 6, 7], [300, 400, 500, 600, 700]),
    ([12, 0, 7], [8, 0, 9]),
    ([20000, 1, 3], [19000, 1, 0]),
    ([7, 3], [6, 4]),
    ([400, 300, 300], [120, 500, 380]),
    ([1000, 1000], [1000, 1001]),
]


def frouros_tables():
    from frouros.detectors.data_drift import BhattacharyyaDistance, HellingerDistance, HINormalizedComplement, PSI

    print(f"// Printed by reference/cell_tables.py with frouros 0.9.0, scipy {scipy.__version__} and numpy {np.__version__}.")
    rows = []
    for spec in [("uniform", 400, 300, 0.1, 1.0), ("bell", 730, 731, 0.3, 1.0), ("bell", 200, 300, 8.0, 1.0), ("skew", 900, 1100, 0.01, 1.2)]:
        shape, n, m, shift, scale = spec
        p, q = seeded(shape, n, 1), seeded(shape, m, 2) * scale + shift
        found = []
        for detector in (BhattacharyyaDistance, HINormalizedComplement, HellingerDistance, PSI):
            d = detector(num_bins=12)
            d.fit(X=p)
            found.append(d.compare(X=q)[0].distance)
        rows.append((*spec, *found))
    table("frourosDistances", "shape, n, m, shift, scale; over 12 equal bins: BhattacharyyaDistance (it is 1 − Σ √(pq)), HINormalizedComplement,"
          " HellingerDistance, PSI (empty bins count as the least positive double)", rows)


if sys.argv[1] == "frouros":
    frouros_tables()
    sys.exit()

import mpmath
from scipy import special, stats
from scipy.stats.contingency import association
from statsmodels.stats.proportion import proportions_ztest, test_proportions_2indep

mpmath.mp.dps = 60
print(f"// Printed by reference/cell_tables.py with scipy {scipy.__version__}, numpy {np.__version__}, statsmodels 0.15.0 and mpmath 1.4.1.")


def used(a, b):
    full = np.array([a, b])
    return full[:, full.sum(axis=0) > 0]


rows = []
for a, b in COUNTS + [([30000, 10000, 500], [29500, 11100, 900]), ([700, 900], [950, 650])]:
    for correction in (True, False):
        r = stats.chi2_contingency(used(a, b), correction=correction, lambda_="log-likelihood")
        if r.statistic > 1e-3:
            rows.append((text(a), text(b), int(correction), r.statistic, r.pvalue, int(r.dof)))
table("gContingency", "reference counts, current counts, correction, G, p, df of chi2_contingency(lambda_='log-likelihood')", rows)


def exact_g(a, b):
    n, m = mpmath.mpf(sum(a)), mpmath.mpf(sum(b))
    total = mpmath.mpf(0)
    for x, y in zip(a, b):
        for count, share in ((x, n / (n + m)), (y, m / (n + m))):
            if count:
                total += 2 * count * mpmath.log(count / ((x + y) * share))
    return total


rows = []
for a, b in [([1000000, 2000000, 3000000], [1000010, 1999990, 3000000]), ([1000, 1000], [1000, 1001]), ([12345, 23456, 7], [12346, 23455, 7])]:
    g = exact_g(a, b)
    rows.append((text(a), text(b), g, mpmath.gammainc(mpmath.mpf(len(a) - 1) / 2, g / 2, regularized=True)))
table("gNearlyAlike", "reference counts, current counts, G without correction, p; mpmath, as scipy cancels here", rows)

rows = []
for a, b in COUNTS + [([30, 30, 40], [1500, 2500, 3500])]:
    c, d = used(a, b)
    expected = c / c.sum() * d.sum()
    if np.any(expected == 0):
        continue
    chi = stats.chisquare(d, expected)
    g = stats.power_divergence(d, expected, lambda_="log-likelihood")
    if chi.statistic > 1e-3:
        rows.append((text(a), text(b), chi.statistic, chi.pvalue, g.statistic, g.pvalue, len(c) - 1))
table("goodnessOfFit", "reference counts, current counts, χ², p of chisquare; G, p of power_divergence; df", rows)


def exact_fisher(a, b, c, d, alternative):
    """Sums of whole numbers while the table is small, else of 60 digits by the ratio of neighbours."""
    rows_, marked, drawn = a + b + c + d, a + b, a + c
    least, greatest = max(0, drawn + marked - rows_), min(marked, drawn)

    def log_p(x):
        def choose(n, k):
            return mpmath.loggamma(n + 1) - mpmath.loggamma(k + 1) - mpmath.loggamma(n - k + 1)

        return choose(marked, x) + choose(rows_ - marked, drawn - x) - choose(rows_, drawn)

    def ratio(x):
        return mpmath.mpf((marked - x) * (drawn - x)) / ((x + 1) * (rows_ - marked - drawn + x + 1))

    reached = mpmath.exp(log_p(a))
    if alternative == "less":
        wanted = lambda x, p: x <= a
    elif alternative == "greater":
        wanted = lambda x, p: x >= a
    else:
        wanted = lambda x, p: p <= reached * (1 + mpmath.mpf(10) ** -14)
    mode = (drawn + 1) * (marked + 1) // (rows_ + 2)
    total = mpmath.mpf(0)
    at_mode = mpmath.exp(log_p(mode))
    for step in (1, -1):
        x, p = (mode, at_mode) if step == 1 else (mode - 1, at_mode / ratio(mode - 1) if mode > least else mpmath.mpf(0))
        past = False
        while least <= x <= greatest and p > reached * mpmath.mpf(10) ** -25:
            if wanted(x, p):
                total += p
            if step == 1:
                p, x = p * ratio(x), x + 1
            else:
                p, x = (p / ratio(x - 1) if x > least else mpmath.mpf(0)), x - 1
    return min(total, mpmath.mpf(1))


TABLES = [
    (8, 2, 1, 5), (3, 10, 10, 3), (0, 7, 5, 4), (12, 5, 29, 2), (5, 0, 0, 5), (2, 2, 2, 2), (100, 2, 1000, 5), (190, 800, 200, 900),
    (7, 3, 7, 3), (21, 60, 45, 12), (1, 2000, 9, 1500), (40, 960, 25, 475), (1000, 2000, 10000, 23000), (30, 30, 31, 29), (14, 86, 41, 559),
    (100000, 200000, 10000, 23000), (500, 9500, 2600, 7400), (0, 1000, 1000, 0), (300, 0, 0, 700), (3000, 2000, 5000, 900),
    (1000000, 1000000, 999000, 1001000), (1000000, 1000000, 1003000, 995000), (500000, 510000, 700000, 650000), (120, 999880, 60, 999940),
]
agreed, other = [], []
for cells in TABLES:
    a, b, c, d = cells
    for alternative in ("two-sided", "less", "greater"):
        r = stats.fisher_exact([[a, b], [c, d]], alternative=alternative)
        p = exact_fisher(*cells, alternative)
        if p < mpmath.mpf(10) ** -300:
            continue
        same = abs(r.pvalue - p) <= 1e-12 * p
        (agreed if same else other).append((*cells, alternative, r.statistic, r.pvalue if same else p))
table("fisherTables", "rows of the category in reference and current, all others in both, alternative, odds ratio, p of fisher_exact", agreed)
table("fisherSums", "the same, p of exact sums (mpmath), from which fisher_exact is further off than 1e-12", other)

rows = []
for a, n, c, m in [(40, 100, 55, 100), (1, 1000, 9, 500), (300, 1000, 330, 1200), (5, 10, 5, 10), (900, 1000, 2000, 10000), (999, 1000, 480, 500),
                   (500000, 1000000, 501000, 1000000), (0, 30, 4, 50), (500, 1000, 501, 1001)]:
    z, p = proportions_ztest([a, c], [n, m])
    w = test_proportions_2indep(a, n, c, m, compare="diff", method="wald")
    y = stats.chi2_contingency([[a, c], [n - a, m - c]], correction=True)
    rows.append((a, n, c, m, z, p, w.statistic, w.pvalue, y.statistic, y.pvalue))
table("zProportionTests", "rows of the category and all rows of the reference, then of the current side; z, p of proportions_ztest; z, p of test_proportions_2indep(method='wald');"
      " χ², p of chi2_contingency with Yates' correction", rows)


def bergsma(observed, correction):
    """Bergsma (2013), A bias-correction for Cramér's V and Tschuprow's T, by hand."""
    chi, rows_ = stats.chi2_contingency(observed, correction=correction)[0], observed.sum()
    r, k = observed.shape
    phi = max(0, chi / rows_ - (k - 1) * (r - 1) / (rows_ - 1))
    return np.sqrt(phi / min(k - (k - 1) ** 2 / (rows_ - 1) - 1, r - (r - 1) ** 2 / (rows_ - 1) - 1))


rows = []
for a, b in COUNTS + [([5, 5, 5, 0], [3, 4, 5, 3]), ([9000, 1000], [800, 200]), ([30, 5, 2], [5, 9, 60])]:
    t = used(a, b)
    least = min(sum(a), sum(b))
    scaled = np.array([np.round(np.array(side) * (least / sum(side))) for side in (a, b)]).astype(int)
    scaled = scaled[:, scaled.sum(axis=0) > 0]
    rows.append((text(a), text(b), association(t, method="cramer"), stats.chi2_contingency(t, correction=False)[1], bergsma(t, False), bergsma(scaled, True)))
table("cramersVs", "reference counts, current counts, association(method='cramer'), p of χ², V by Bergsma's correction,"
      " the same after scaling the larger side down and with Yates' correction (what deepchecks 0.19.1 does)", rows)

rows = []
for a, b in COUNTS:
    p, q = np.array(a) / sum(a), np.array(b) / sum(b)
    rows.append((text(a), text(b), special.rel_entr(q, p).sum(), special.rel_entr(p, q).sum(), special.rel_entr(q, p).sum() / np.log(2)))
table("relativeEntropies", "reference counts, current counts; sums of rel_entr: KL(q‖p), KL(p‖q), KL(q‖p) in bits", rows)


def floored(counts, rule):
    """The rules for empty bins, on the shares of one side."""
    share = np.array(counts, dtype=float) / sum(counts)
    empty = share == 0
    if rule == "add-one":
        return (np.array(counts) + 1) / (sum(counts) + len(counts))
    if rule.startswith("floor-evidently"):
        least = share[~empty].min()
        share[empty] = least / 1e6 if least <= 1e-4 else 1e-4
    else:
        share[empty] = 1e-4
    return share / share.sum() if rule.endswith("renormalised") else share


rows = []
for a, b in COUNTS[:3] + COUNTS[6:8]:
    for rule in ("floor", "floor-renormalised", "add-one", "floor-evidently", "floor-evidently-renormalised"):
        p, q = floored(a, rule), floored(b, rule)
        rows.append((text(a), text(b), rule, np.sum((p - q) * np.log(p / q)), special.rel_entr(q, p).sum(), special.rel_entr(p, q).sum()))
    both = (np.array(a) > 0) & (np.array(b) > 0)
    p, q = (np.array(a) / sum(a))[both], (np.array(b) / sum(b))[both]
    rows.append((text(a), text(b), "omit", np.sum((p - q) * np.log(p / q)), special.rel_entr(q, p).sum(), special.rel_entr(p, q).sum()))
table("emptyBinRules", "reference counts, current counts, rule, PSI, KL(q‖p), KL(p‖q) by numpy and rel_entr", rows)

rows = []
for a, b in [([1000000, 2000000, 3000000], [1000010, 1999990, 3000000]), ([500, 300, 200], [501, 299, 200]), ([1, 99999], [99999, 1])]:
    p, q = [[mpmath.mpf(c) / sum(side) for c in side] for side in (a, b)]
    m = [(x + y) / 2 for x, y in zip(p, q)]
    js = sum(x * mpmath.log(x / z) + y * mpmath.log(y / z) for x, y, z in zip(p, q, m)) / 2
    rows.append((text(a), text(b), js, -mpmath.log(sum(mpmath.sqrt(x * y) for x, y in zip(p, q)))))
table("nearAndFar", "reference counts, current counts, Jensen–Shannon divergence in nats, Bhattacharyya distance; mpmath", rows)
