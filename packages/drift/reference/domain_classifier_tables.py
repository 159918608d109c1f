"""Prints numbers of scikit-learn that the domain classifier is held to, as TypeScript.

    python -m venv venv && venv/bin/pip install scikit-learn==1.7.2 scipy==1.17.1 numpy==2.4.6
    venv/bin/python domain_classifier_tables.py > ../src/testing/domain-classifier-tables.ts
    npx prettier --write ../src/testing

The folds are dealt as `stratifiedFolds` deals them, by the same generator (reference/random_tables.py).
"""
import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from seeded_samples import seeded

MASK = 2**32 - 1


def xoshiro(seed):
    def mix(h):
        h ^= h >> 16
        h = (h * 0x85EBCA6B) & MASK
        h ^= h >> 13
        h = (h * 0xC2B2AE35) & MASK
        return h ^ (h >> 16)

    s = [mix((seed + k * 0x9E3779B9) & MASK) for k in (1, 2, 3, 4)]
    rotl = lambda x, k: ((x << k) | (x >> (32 - k))) & MASK
    while True:
        yield (rotl((s[1] * 5) & MASK, 7) * 9) & MASK
        t = (s[1] << 9) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotl(s[3], 11)


def shuffled(items, stream):
    items = list(items)
    for i in range(len(items) - 1):
        a, b = next(stream) >> 5, next(stream) >> 6
        j = i + int((a * 2**26 + b) / 2**53 * (len(items) - i))
        items[i], items[j] = items[j], items[i]
    return items


def folds_of(n, m, folds, seed):
    stream = xoshiro(seed)
    fold = np.empty(n + m, int)
    for side in (range(n), range(n, n + m)):
        for turn, row in enumerate(shuffled(side, stream)):
            fold[row] = turn % folds
    return fold


def z(x):
    return (x - x.mean()) / x.std(ddof=1)


def numeric(x):
    return [z(x), z(z(x) ** 2)]


def one_hot(labels):
    names, counts = np.unique(labels, return_counts=True)
    order = sorted(zip(names, counts), key=lambda c: (-c[1], c[0]))
    return [(labels == name).astype(float) for name, _ in order]


def model(ridge):
    return LogisticRegression(C=1 / ridge, solver="newton-cholesky", tol=1e-14, max_iter=1000)


def aucs(columns, n, m, folds, ridge, seed):
    X, y = np.stack(columns, 1), np.r_[np.zeros(n), np.ones(m)]
    fold = folds_of(n, m, folds, seed)
    scores, areas = np.empty(n + m), []
    for k in range(folds):
        out = fold == k
        scores[out] = model(ridge).fit(X[~out], y[~out]).decision_function(X[out])
        areas.append(roc_auc_score(y[out], scores[out]))
    return np.mean(areas), roc_auc_score(y, scores)


def table(name, says, rows):
    print(f"\n/** {says} */")
    print(f"export const {name} = [")
    for row in rows:
        cells = ["[" + ", ".join(repr(float(x)) for x in c) + "]" if isinstance(c, (list, np.ndarray)) else repr(c) if isinstance(c, (str, int)) else repr(float(c)) for c in row]
        print("  [" + ", ".join(cells) + "],")
    print("] as const;")


print(f"// Printed by reference/domain_classifier_tables.py with scikit-learn {sklearn.__version__} and numpy {np.__version__}.")
PAIRS = [("uniform", 40, 60, 0.1, 1.0), ("bell", 300, 200, 0.0, 1.5), ("bell", 200, 300, 3.0, 1.0), ("skew", 150, 150, 0.0, 1.0), ("uniform", 30, 40, 2.0, 1.0)]
rows = []
for shape, n, m, shift, scale in PAIRS:
    p, q = np.sort(seeded(shape, n, 1)), np.sort(seeded(shape, m, 2) * scale + shift)
    for ridge in (1.0, 0.01):
        columns = numeric(np.concatenate([p, q]))
        fitted = model(ridge).fit(np.stack(columns, 1), np.r_[np.zeros(n), np.ones(m)])
        mean, pooled = aucs(columns, n, m, 5, ridge, 3)
        rows.append((shape, n, m, shift, scale, ridge, np.r_[fitted.intercept_, fitted.coef_[0]], mean, pooled))
table("domainClassifierPairs", "shape, n, m, shift, scale, ridge, intercept and coefficients of z and z² (all rows), mean AUC of 5 folds, pooled AUC, seed 3", rows)

rows = []
for shape, n, m, shift, scale in PAIRS[:4]:
    first = np.concatenate([seeded(shape, n, 1), seeded(shape, m, 2) * scale + shift])
    second = np.concatenate([seeded("bell", n, 3), seeded("bell", m, 4)])
    labels = np.array([f"c{int(x)}" for x in np.concatenate([seeded("ties", n, 5), seeded("ties", m, 6)])])
    rows.append((shape, n, m, shift, scale, *aucs(numeric(first) + numeric(second) + one_hot(labels), n, m, 4, 0.5, 9)))
table("domainClassifierOfThree", "shape, n, m, shift, scale of the first of three features (second bell, third text), mean AUC of 4 folds, pooled AUC, ridge 0.5, seed 9", rows)
