"""Prints what the law of KS given the ties is held to, as TypeScript.

    python -m venv venv && venv/bin/pip install scipy==1.17.1 numpy==2.4.6 mpmath==1.4.1
    venv/bin/python tied_ks_tables.py > ../src/testing/tied-ks-tables.ts
    npx prettier --write ../src/testing

The chance that a Brownian bridge passes a bound at one of a few points is a normal integral. One point: mpmath's normal
tail. Two points: the probability of staying within, a double integral of the joint normal density, by mpmath's tanh-sinh
quadrature. More points: the bridge as W(t) - t W(1), its chance to stay within as a
product of transition matrices over 2,000 Gauss nodes (numpy's leggauss), the end conditioned by Bayes' rule; good to about
1e-12.
"""
import mpmath as mp
import numpy as np
import scipy

mp.mp.dps = 18


def covariance(u):
    return mp.matrix([[min(a, b) - a * b for b in u] for a in u])


def within_few(u, x):
    inverse = covariance(u) ** -1
    scale = 1 / mp.sqrt((2 * mp.pi) ** len(u) * mp.det(covariance(u)))

    def density(*z):
        v = mp.matrix(z)
        return scale * mp.exp(-(v.T * inverse * v)[0] / 2)

    return mp.quad(density, *[[-x, 0, x]] * len(u))


def within_many(u, x, nodes=2000):
    z, w = np.polynomial.legendre.leggauss(nodes)
    z, w = z * x, w * x

    def normal(d, var):
        return np.exp(-d * d / (2 * var)) / np.sqrt(2 * np.pi * var)

    # Brownian motion to each point, then to 0 at time 1, over the density of W(1) = 0.
    density = normal(z, u[0])
    for a, b in zip(u, u[1:]):
        density = normal(z[:, None] - z[None, :], b - a).T @ (w * density)
    return float(np.sum(w * density * normal(z, 1 - u[-1])) / normal(0, 1))


rows = []
for u, x in [([0.5], 1.0), ([0.5], 5.0), ([0.3], 1.358)]:
    sd = mp.sqrt(mp.mpf(u[0]) * (1 - mp.mpf(u[0])))
    rows.append((u, x, mp.erfc(mp.mpf(x) / sd / mp.sqrt(2))))
for u, x in [([0.25, 0.75], 0.8), ([0.4, 0.5], 1.358)]:
    rows.append((u, x, 1 - within_few([mp.mpf(a) for a in u], mp.mpf(x))))
for count, x in [(9, 0.5), (9, 1.358), (19, 1.0), (49, 1.358), (100, 1.5)]:
    u = [(k + 1) / (count + 1) for k in range(count)]
    rows.append((u, x, 1 - within_many(u, x)))
uneven = [0.02, 0.1, 0.13, 0.4, 0.55, 0.56, 0.9, 0.97]
rows.append((uneven, 1.2, 1 - within_many(uneven, 1.2)))

print(f"// Printed by reference/tied_ks_tables.py with mpmath {mp.__version__}, numpy {np.__version__}, scipy {scipy.__version__}.")
print("\n/** points, bound, P(the Brownian bridge is past the bound at one of them) */")
print("export const bridgeAtPoints: readonly (readonly [readonly number[], number, number])[] = [")
for u, x, p in rows:
    print(f"  [{u!r}, {x!r}, {float(p)!r}],")
print("];")
