"""Prints the numbers of numpy and scipy for bins, weights and binned distances, as TypeScript.

    python -m venv venv && venv/bin/pip install scipy==1.17.1 numpy==2.4.6
    venv/bin/python samples_tables.py bins > ../src/testing/bins-tables.ts
    venv/bin/python samples_tables.py weights > ../src/testing/weights-tables.ts
    npx prettier --write ../src/testing
"""
import sys

import numpy as np
import scipy
from numpy.lib._histograms_impl import _hist_bin_selectors
from scipy import stats
from scipy.spatial.distance import jensenshannon

from seeded_samples import number, seeded


BINS = {"binRuleEdges", "binRulesOfFew", "pooledCounts"}


def table(name, columns, rows):
    if (name in BINS) != (sys.argv[1] == "bins"):
        return
    print(f"\n/** {columns} */")
    print(f"export const {name} = [")
    for row in rows:
        cells = [repr(c) if isinstance(c, (int, str)) else number(c) for c in row]
        print("  [" + ", ".join(cells) + "],")
    print("] as const;")


def listed(values):
    return " ".join(number(x) for x in values)


print(f"// Printed by reference/samples_tables.py with scipy {scipy.__version__} and numpy {np.__version__}.")

RULES = {"sqrt": "sqrt", "sturges": "sturges", "doane": "doane", "freedman-diaconis": "fd", "scott": "scott", "auto": "auto"}

rows = []
for shape in ("uniform", "ties", "skew", "bell"):
    for n in (1, 2, 3, 5, 16, 64, 500, 3000):
        x = seeded(shape, n, 1)
        edges = [np.histogram_bin_edges(x, bins=theirs) for theirs in RULES.values()]
        widths = [_hist_bin_selectors[theirs](x, None) for theirs in RULES.values()]
        rows.append((shape, n, " ".join(str(len(e) - 1) for e in edges), listed(widths), listed(e[1] for e in edges), edges[0][-1]))
table("binRuleEdges", "shape, n: bins by sqrt, sturges, doane, fd, scott, auto of numpy.histogram_bin_edges, the width that numpy "
      "computes for each, the second edge of each, the last of all", rows)

rows = []
for name, x in (("4", [4.0]), ("4 4 4", [4.0] * 3), ("-2.5 -2.5", [-2.5] * 2), ("1 2", [1.0, 2.0]), ("0 0 0 0 7", [0.0] * 4 + [7.0]),
                ("1 1 1 1 1 1 1 1 1 1 2 900", [1.0] * 10 + [2.0, 900.0])):
    rows.append((name, ";".join(listed(np.histogram_bin_edges(np.array(x), bins=theirs)) for theirs in RULES.values())))
table("binRulesOfFew", "values, edges by sqrt; sturges; doane; fd; scott; auto of numpy.histogram_bin_edges: constant and tiny samples", rows)

rows = []
for shape, n, m, shift, scale in (("bell", 400, 300, 0.3, 1.2), ("skew", 250, 600, 0.01, 1.4), ("uniform", 64, 128, 0.0, 1.0)):
    p, q = seeded(shape, n, 1), seeded(shape, m, 2) * scale + shift
    for ours, theirs in [(name, RULES[name]) for name in ("sturges", "doane", "auto")]:
        edges = np.histogram_bin_edges(np.concatenate([p, q]), bins=theirs)
        a, b = np.histogram(p, edges)[0], np.histogram(q, edges)[0]
        own = np.histogram_bin_edges(p, bins=theirs)
        inside = list(np.histogram(q, own)[0])
        below, above = int(np.sum(q < own[0])), int(np.sum(q > own[-1]))
        whole = [below][:below] + inside + [above][:above]
        rows.append((shape, n, m, shift, scale, ours, " ".join(map(str, a)), " ".join(map(str, b)), " ".join(map(str, whole)),
                     jensenshannon(a, b, 2)))
table("pooledCounts", "shape, n, m, shift, scale, rule, counts of both sides in edges of both, counts of the current side in edges of "
      "the reference with what lies below and above them, Jensen-Shannon distance of the first two in base 2", rows)


def weights(n, seed):
    return np.floor(seeded("uniform", n, seed) * 5)


rows = []
for shape, n, m, shift, scale in (("bell", 40, 55, 0.3, 1.0), ("ties", 30, 50, 1.0, 1.0), ("skew", 200, 150, 0.02, 1.5), ("uniform", 3, 4, 0.1, 1.0)):
    p, q = seeded(shape, n, 1), seeded(shape, m, 2) * scale + shift
    u, v = weights(n, 3), weights(m, 4)
    sd = np.sqrt(np.average((p - np.average(p, weights=u)) ** 2, weights=u))
    w = stats.wasserstein_distance(p, q, u, v)
    a, b = np.histogram(p, 8, (-4, 4), weights=u)[0], np.histogram(q, 8, (-4, 4), weights=v)[0]
    low, high = min(p.min(), q.min()), max(p.max(), q.max())
    c, d = np.histogram(p, 64, (low, high), weights=u)[0], np.histogram(q, 64, (low, high), weights=v)[0]
    rows.append((shape, n, m, shift, scale, w, w / sd, stats.energy_distance(p, q, u, v), stats.wasserstein_distance(p, q, u),
                 listed(a), listed(b), jensenshannon(c, d)))
table("weightedPairs", "shape, n, m, shift, scale (weights floor(5 u), seeds 3 and 4): wasserstein_distance, over the weighted deviation, "
      "energy_distance, wasserstein_distance with weights of the reference alone, numpy.histogram in 8 bins of [-4, 4] of both, "
      "jensenshannon in 64 bins of the common range", rows)

rows = []
for edges, a, b in (([0.0, 1, 2, 4, 8], [5, 3, 0, 2], [1, 4, 4, 6]), ([-3.0, -1, 0.5, 0.75, 9, 11], [10, 0, 30, 20, 1], [0, 7, 7, 50, 80]),
                    ([0.0, 10.0], [4], [9]), ([0.0, 1, 2, 3], [1, 0, 1], [0, 5, 0])):
    e = np.array(edges)
    middle = (e[:-1] + e[1:]) / 2
    # A fine even grid in every bin stands for mass spread evenly in it: the error falls with the square of the step.
    gap = np.concatenate([[0], np.cumsum(a) / sum(a) - np.cumsum(b) / sum(b)])
    pieces = [scipy.integrate.quad(lambda x: abs(np.interp(x, e, gap)), l, h, points=None, limit=500, epsabs=1e-13, epsrel=1e-13)
              if np.sign(g) * np.sign(k) >= 0 else None for l, h, g, k in zip(e[:-1], e[1:], gap[:-1], gap[1:])]
    spread = []
    for piece, l, h, g, k in zip(pieces, e[:-1], e[1:], gap[:-1], gap[1:]):
        if piece is None:
            zero = l + (h - l) * g / (g - k)
            spread.append(sum(scipy.integrate.quad(lambda x: abs(np.interp(x, e, gap)), s, t, epsabs=1e-13, epsrel=1e-13)[0]
                              for s, t in ((l, zero), (zero, h))))
        else:
            spread.append(piece[0])
    squares = [scipy.integrate.quad(lambda x: np.interp(x, e, gap) ** 2, l, h, epsabs=1e-13, epsrel=1e-13)[0] for l, h in zip(e[:-1], e[1:])]
    rows.append((listed(e), " ".join(map(str, a)), " ".join(map(str, b)), stats.wasserstein_distance(middle, middle, a, b),
                 stats.energy_distance(middle, middle, a, b), listed(spread), float(np.sqrt(2 * sum(squares)))))
table("binnedPairs", "edges, counts of both: wasserstein_distance and energy_distance of the midpoints, integral of |F - G| per bin with "
      "mass spread evenly (quad), energy distance likewise", rows)


def trimmed(x, share):
    low, high = np.quantile(x, [share, 1 - share])
    return x[(high >= x) & (x >= low)]


rows = []
for shape, n, m, shift, scale in (("bell", 400, 300, 0.3, 1.0), ("ties", 400, 250, 1.0, 1.0), ("skew", 900, 1100, 0.01, 1.2), ("uniform", 5, 7, 0.1, 1.0)):
    p, q = seeded(shape, n, 1), seeded(shape, m, 2) * scale + shift
    for share in (0.025, 0.2):
        a, b = trimmed(p, share), trimmed(q, share)
        low, high = min(a.min(), b.min()), max(a.max(), b.max())
        rows.append((shape, n, m, shift, scale, share, stats.wasserstein_distance((a - low) / (high - low), (b - low) / (high - low)),
                     len(a), len(b)))
table("trimmedPairs", "shape, n, m, shift, scale, share cut at both ends, wasserstein_distance in shares of the range, rows left", rows)

rows = []
for shape, n in (("bell", 6), ("skew", 11), ("uniform", 30)):
    x = seeded(shape, n, 5)
    rows.append((shape, n, x.mean(), x.std(), x.std(ddof=1), np.quantile(x, 0.025), np.quantile(x, 0.9)))
table("seriesMoments", "shape, n (seed 5): mean, std, std(ddof=1), quantiles at 0.025 and 0.9 of numpy", rows)
