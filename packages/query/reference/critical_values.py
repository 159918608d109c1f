"""Prints the critical values that the limits of the catalogue are held to, as TypeScript.

    python -m venv venv && venv/bin/pip install scipy==1.17.1 numpy==2.4.6
    venv/bin/python critical_values.py > ../src/catalogue/critical-values.ts
    npx prettier --write ../src/catalogue/critical-values.ts
"""
import math

import scipy
from scipy import special, stats
from scipy.stats._stats_py import _attempt_exact_2kssamp

SIZES = [(2, 2), (10, 3), (20, 20), (50, 50), (70, 71), (100, 50), (1000, 5), (1000, 100), (1000, 600), (5000, 100), (1000, 5000)]
LEVELS = [0.05, 0.01, 0.1]


def exact_limit(n, m, alpha):
    """Half-way between the largest D of two samples with p >= alpha and the next one; None where no D has p < alpha."""
    g = math.gcd(n, m)
    lcm = n * m // g
    # What ks_2samp(method="exact") itself calls, so that no samples have to be made up for each D.
    p = lambda h: _attempt_exact_2kssamp(n, m, g, h / lcm, "two-sided")[2]
    low, high = 0, lcm
    if p(lcm) >= alpha:
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if p(middle) >= alpha else (low, middle)
    return (low + 0.5) / lcm


def stephens_limit(n, m, alpha):
    """Stephens (1970): K of the limit law over r + 0.12 + 0.11 / r."""
    r = math.sqrt(n * m / (n + m))
    return special.kolmogi(alpha) / (r + 0.12 + 0.11 / r)


def welch_freedom(n, m):
    """Degrees of freedom of Welch's t with equal variances."""
    return (1 / n + 1 / m) ** 2 / (1 / (n**2 * (n - 1)) + 1 / (m**2 * (m - 1)))


def number(x):
    return "undefined" if x is None else repr(float(x))


print("/** Made by reference/critical_values.py with scipy " + scipy.__version__ + "; do not edit. */")
print("\n/** Rows of the reference, rows of the window, level, D (exact up to 5,000 pairs, else Stephens 1970), two-sided t. */")
print("export const CRITICAL: ReadonlyArray<readonly [number, number, number, number | undefined, number]> = [")
for n, m in SIZES:
    for alpha in LEVELS:
        d = exact_limit(n, m, alpha) if n * m <= 5000 else stephens_limit(n, m, alpha)
        t = stats.t.isf(alpha / 2, welch_freedom(n, m))
        print(f"  [{n}, {m}, {alpha}, {number(d)}, {number(t)}],")
print("];")
