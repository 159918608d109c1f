"""Prints numbers of MMD² that the tests hold ours to, as TypeScript.

    python -m venv venv && venv/bin/pip install numpy==2.4.6
    venv/bin/python mmd_tables.py > ../src/testing/mmd-tables.ts
    npx prettier --write ../src/testing

Written after Gretton et al. (2012), eq. 3 and 5, with whole kernel matrices; the width after alibi-detect 0.13's
`sigma_median` (half the lower median of the squared distances, pairs of a row with itself left out).
"""
import numpy as np

from seeded_samples import seeded


def squares(x, y):
    return ((x[:, None, :] - y[None, :, :]) ** 2).sum(-1)


def median_sigma(x):
    d = np.sort(squares(x, x).ravel())
    n = len(x)
    return np.sqrt(d[n + (n * n - n) // 2 - 1] / 2)


def mmd2(x, y, sigma, estimator):
    n, m = len(x), len(y)
    kx, ky, kxy = (np.exp(-squares(a, b).astype(np.longdouble) / (2 * sigma**2)) for a, b in ((x, x), (y, y), (x, y)))
    if estimator == "biased":
        return kx.mean() + ky.mean() - 2 * kxy.mean()
    return (kx.sum() - n) / (n * (n - 1)) + (ky.sum() - m) / (m * (m - 1)) - 2 * kxy.mean()


def sigma_of(x, y, rule):
    return median_sigma(np.concatenate([x, y])) if rule == "pooled-median" else median_sigma(x) if rule == "reference-median" else rule


PAIRS = [("uniform", 40, 60, 0.1, 1.0), ("uniform", 300, 301, 0.9, 1.0), ("bell", 500, 200, 0.0, 1.4), ("bell", 200, 300, 3.0, 1.0),
         ("ties", 150, 250, 1.0, 1.0), ("skew", 9, 11, 0.01, 1.2), ("uniform", 2, 2, 0.0, 1.0)]


def table(name, says, rows):
    print(f"\n/** {says} */")
    print(f"export const {name} = [")
    for row in rows:
        print("  [" + ", ".join(repr(c) if isinstance(c, (str, int)) else repr(float(c)) for c in row) + "],")
    print("] as const;")


print(f"// Printed by reference/mmd_tables.py with numpy {np.__version__}.")
rows = []
for shape, n, m, shift, scale in PAIRS:
    x, y = seeded(shape, n, 1)[:, None], (seeded(shape, m, 2) * scale + shift)[:, None]
    for rule in ("pooled-median", "reference-median", 0.37):
        for estimator in ("unbiased", "biased"):
            rows.append((shape, n, m, shift, scale, rule, estimator, mmd2(x, y, sigma_of(x, y, rule), estimator)))
table("mmdPairs", "shape, n, m, shift, scale, sigma, estimator, MMD²", rows)

rows = []
for shape, n, m, shift, scale in PAIRS[:6]:
    x = np.stack([seeded(shape, n, 1), seeded(shape, n, 3), seeded("bell", n, 5)], 1)
    y = np.stack([seeded(shape, m, 2) * scale + shift, seeded(shape, m, 4), seeded("bell", m, 6)], 1)
    rows.append((shape, n, m, shift, scale, mmd2(x, y, sigma_of(x, y, "pooled-median"), "unbiased")))
table("mmdOfThreeFeatures", "shape, n, m, shift and scale of the first feature, MMD² of three features (the third bell), pooled-median, unbiased", rows)

rng = np.random.default_rng(4)
rows = []
for shape, n, m, shift, scale in [("uniform", 40, 60, 0.1, 1.0), ("bell", 50, 40, 0.0, 1.5), ("ties", 60, 50, 0.0, 1.0)]:
    x, y = seeded(shape, n, 1)[:, None], (seeded(shape, m, 2) * scale + shift)[:, None]
    pooled = np.concatenate([x, y])
    k = np.exp(-squares(pooled, pooled) / (2 * median_sigma(pooled) ** 2))
    np.fill_diagonal(k, 0)

    def statistic(order):
        a, b = order[:n], order[n:]
        return k[np.ix_(a, a)].sum() / (n * (n - 1)) + k[np.ix_(b, b)].sum() / (m * (m - 1)) - 2 * k[np.ix_(a, b)].mean()

    found = statistic(np.arange(n + m))
    rows.append((shape, n, m, shift, scale, np.mean([statistic(rng.permutation(n + m)) >= found - 1e-13 for _ in range(20000)])))
table("mmdP", "shape, n, m, shift, scale, p by 20,000 random orders (pooled-median, unbiased)", rows)
