"""The samples of src/testing/seeded-sample.ts, bit for bit, and how a number is written in TypeScript."""
import numpy as np


def uniforms(n, seed):
    """The linear congruential generator of Numerical Recipes (3rd ed., 7.1), divided by 2^32."""
    state = seed
    out = np.empty(n)
    for i in range(n):
        state = (state * 1664525 + 1013904223) % 2**32
        out[i] = state / 4294967296
    return out


def seeded(shape, n, seed):
    """uniform; ties: 0 ... 5; skew: x^4; bell: the sum of twelve minus six."""
    if shape == "bell":
        draws = uniforms(12 * n, seed).reshape(n, 12)
        total = np.full(n, -6.0)
        for i in range(12):
            total = total + draws[:, i]
        return total
    x = uniforms(n, seed)
    if shape == "ties":
        return np.floor(x * 6)
    return x * x * x * x if shape == "skew" else x


def number(x):
    return repr(float(x)).replace("inf", "Infinity").replace("nan", "NaN")
