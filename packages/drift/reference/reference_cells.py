"""The reference cases of tests and distances over categories and bins: see reference_cases.py."""
import math

import mpmath as mp
import numpy as np
import scipy.stats as st
from statsmodels.stats.proportion import proportions_ztest

from reference_rows import PLAIN, case, rows_of

TABLES = [
    ([10, 20, 30], [12, 30, 18]),
    ([5, 0, 95], [1, 3, 60]),
    ([40, 60], [55, 45]),
    ([1, 999], [900, 100]),
    ([30, 50, 20, 0, 0], [25, 55, 15, 0, 5]),
]


def rule(counts, other, name):
    n, total = len(counts), sum(counts)
    if name == "add-one":
        return [mp.mpf(c + 1) / (total + n) for c in counts]
    p = [mp.mpf(c) / total for c in counts]
    if name == "omit":
        return [s if o > 0 else mp.mpf(0) for s, o in zip(p, other)]
    if name == "infinite":
        return p
    p = [s if s > 0 else mp.mpf("0.0001") for s in p]
    return [s / mp.fsum(p) for s in p] if name == "floor-renormalised" else p


def entropy(p, q):
    return [mp.mpf(0) if a == 0 else mp.inf if b == 0 else a * mp.log(a / b) for a, b in zip(p, q)]


def psi(p, q):
    return mp.fsum(0 if a == b else mp.inf if a == 0 or b == 0 else (b - a) * mp.log(b / a) for a, b in zip(p, q))


def distances_of_cells():
    for reference, current in TABLES:
        sides = ("counts " + " ".join(map(str, reference)), "counts " + " ".join(map(str, current)))
        used = [(a, b) for a, b in zip(reference, current) if a + b > 0]
        table = [[a for a, _ in used], [b for _, b in used]]
        for correction in [True, False] if len(used) == 2 else [True]:
            for test, power in [("chi-square", "pearson"), ("g-test", "log-likelihood")]:
                e = st.chi2_contingency(table, correction=correction, lambda_=power)
                case(f"chi2_contingency(lambda_='{power}')", test, {"correction": correction}, sides, e.statistic, e.pvalue, e.dof)
        if min(table[0]) > 0:
            expected = np.array(table[0]) / sum(table[0]) * sum(table[1])
            for test, power in [("chi-square", "pearson"), ("g-test", "log-likelihood")]:
                e = st.power_divergence(table[1], expected, lambda_=power)
                case(f"power_divergence(lambda_='{power}')", test, {"form": "goodness-of-fit"}, sides, e.statistic, e.pvalue, len(used) - 1)
        if reference != current:
            case("contingency.association", "cramers-v", {}, sides, st.contingency.association(table))
        n, k = sum(reference) + sum(current), len(used)
        phi = max(0, st.chi2_contingency(table, correction=False).statistic / n - (k - 1) / (n - 1))
        v = math.sqrt(phi / min(1 - 1 / (n - 1), k - 1 - (k - 1) ** 2 / (n - 1)))
        case("Bergsma 2013", "cramers-v", {"correction": "bergsma"}, sides, v)
        if len(used) == 2:
            for alternative in ["two-sided", "less", "greater"]:
                e = st.fisher_exact(table, alternative)
                case("fisher_exact", "fisher-exact", {"alternative": alternative}, sides, e.statistic, e.pvalue)
            z, p = proportions_ztest([table[0][0], table[1][0]], [sum(table[0]), sum(table[1])])
            case("proportions_ztest", "z-proportions", {}, sides, z, p)
        for empty in ["floor", "floor-renormalised", "add-one", "omit", "infinite"]:
            p, q = rule(reference, current, empty), rule(current, reference, empty)
            case("Σ (q − p) ln(q/p)", "psi", {"emptyBins": empty}, sides, psi(p, q))
            if empty in ("floor", "infinite"):
                case("Σ q ln(q/p)", "kullback-leibler", {"emptyBins": empty}, sides, mp.fsum(entropy(q, p)))
                options = {"emptyBins": empty, "direction": "reference-from-current", "base": 2}
                case("Σ p log₂(p/q)", "kullback-leibler", options, sides, mp.fsum(entropy(p, q)) / mp.log(2))
        p, q = rule(reference, current, "infinite"), rule(current, reference, "infinite")
        overlap = mp.fsum(mp.sqrt(a * b) for a, b in zip(p, q)) if p != q else mp.mpf(1)
        case("√(1 − Σ √(pq))", "hellinger", {}, sides, mp.sqrt(1 - overlap))
        case("−ln Σ √(pq)", "bhattacharyya", {}, sides, abs(mp.log(overlap)))
        case("Σ √(pq)", "bhattacharyya", {"statistic": "coefficient"}, sides, overlap)
        half = mp.fsum(abs(a - b) for a, b in zip(p, q)) / 2
        case("½ Σ |p − q|", "total-variation", {}, sides, half)
        case("1 − Σ min(p, q)", "histogram-intersection", {}, sides, half)
        case("max |p − q|", "l-infinity", {}, sides, max(abs(a - b) for a, b in zip(p, q)))
        middle = [(a + b) / 2 for a, b in zip(p, q)]
        divergence = (mp.fsum(entropy(p, middle)) + mp.fsum(entropy(q, middle))) / 2
        case("√ of ½ KL(p‖m) + ½ KL(q‖m)", "jensen-shannon", {}, sides, mp.sqrt(divergence))
        case("the same in base 2", "jensen-shannon", {"base": 2}, sides, mp.sqrt(divergence / mp.log(2)))


def psi_of_numbers():
    for pair in PLAIN[:2]:
        x, y = map(rows_of, pair)
        inner = np.quantile(x, np.linspace(0, 1, 11))[1:-1]
        a, b = (np.bincount(np.searchsorted(inner, s, "right"), minlength=10).tolist() for s in (x, y))
        case("deciles of the reference, type 7", "psi", {}, pair, psi(rule(a, b, "floor"), rule(b, a, "floor")))
        z = np.concatenate([x, y])
        for name, theirs in [("equal-width", 10), ("sturges", "sturges"), ("doane", "doane"), ("freedman-diaconis", "fd"), ("scott", "scott"), ("auto", "auto")]:
            edges = np.histogram_bin_edges(z, theirs)
            a, b = (np.histogram(s, edges)[0].tolist() for s in (x, y))
            options = {"rule": name, "of": "pooled"}
            case(f"numpy.histogram_bin_edges({theirs!r})", "psi", options, pair, psi(rule(a, b, "floor"), rule(b, a, "floor")))
        edges = [-0.5, 0.25, 0.5, 1]
        a, b = (np.bincount(np.searchsorted(edges[1:-1], s, "right"), minlength=3).tolist() for s in (x, y))
        options = {"edges": edges, "outside": "outer-bins"}
        case("edges given", "psi", options, pair, psi(rule(a, b, "floor"), rule(b, a, "floor")))
    pair = ("rows 3 3 3 3", "rows 4 4 4 3")
    case("a constant reference has a bin of its own", "psi", {}, pair, psi(rule([4, 0], [1, 3], "floor"), rule([1, 3], [4, 0], "floor")))
