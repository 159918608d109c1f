"""What the scripts that print the reference cases share: the samples by their words, and the table of the cases."""
import json

import numpy as np

from seeded_samples import number, seeded


def rows_of(spec):
    """"bell 60 5 1.2 0.4": shape, rows, seed, factor, shift; "rows 1 2 3": as they are, null and NaN left out."""
    kind, *rest = spec.split(" ")
    if kind == "rows":
        return np.array([float(x) for x in rest if x not in ("NaN", "null")])
    n, seed = int(rest[0]), int(rest[1])
    factor = float(rest[2]) if len(rest) > 2 else 1.0
    shift = float(rest[3]) if len(rest) > 3 else 0.0
    return seeded(kind, n, seed) * factor + shift


def weights_of(n, seed):
    return seeded("uniform", n, seed)


CASES = {}


def case(source, test, options, sides, value, p=None, df=None):
    # What is left of an exact 0 after rounding is no number to hold another to.
    cells = [json.dumps(sides[0]), json.dumps(sides[1]), number(value if abs(value) > 1e-15 else 0)]
    if p is not None or df is not None:
        cells.append("NaN" if p is None else number(p))
    if df is not None:
        cells.append(number(df))
    CASES.setdefault(test, {}).setdefault((source, options_of(options)), []).append("[" + ", ".join(cells) + "]")


def options_of(options):
    return json.dumps(options).replace('"', "'")


def above(p):
    """Two digits of p are lost for each factor 100 under 1 where scipy forms 1 − cdf."""
    return p if p > 1e-4 else None


# Numbers: seeded pairs, and small tables by hand.
PLAIN = [
    ("bell 60 5", "bell 45 6 1 0.4"),
    ("uniform 300 1", "uniform 200 2 1 0.05"),
    ("skew 40 3", "skew 400 4 1.5"),
    ("rows 1 2 3 4", "rows 2.5 3.5 4.5"),
]
TIED = [("ties 80 9", "ties 60 10 1 1"), ("rows 1 1 2 3 3 3", "rows 2 2 3 4")]
APART = [("uniform 30 1", "uniform 40 2 1 5")]
