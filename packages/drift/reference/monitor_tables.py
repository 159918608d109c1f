"""Prints numbers of deepchecks, NannyML, scikit-learn and pandas that the tests hold ours to, as TypeScript.

    python -m venv dc && dc/bin/pip install deepchecks==0.19.1 'setuptools<81'
    dc/bin/python monitor_tables.py data-set > ../src/testing/data-set-tables.ts
    python -m venv nml && nml/bin/pip install 'nannyml==0.13.*' 'pandas<3'
    NML_DISABLE_USAGE_LOGGING=1 DO_NOT_TRACK=1 nml/bin/python monitor_tables.py performance > ../src/testing/performance-tables.ts
    nml/bin/python monitor_tables.py slices > ../src/testing/slice-tables.ts
    npx prettier --write ../src/testing
"""
import json
import sys
import warnings
from importlib.metadata import version

import numpy as np
import pandas as pd

warnings.simplefilter("ignore")


def seeded(shape, n, seed):
    state = seed

    def nxt():
        nonlocal state
        state = (state * 1664525 + 1013904223) % 2**32
        return state / 4294967296

    def draw():
        if shape == "uniform":
            return nxt()
        if shape == "ties":
            return float(int(nxt() * 6))
        if shape == "skew":
            x = nxt()
            return x * x * x * x
        total = -6.0
        for _ in range(12):
            total += nxt()
        return total

    return np.array([draw() for _ in range(n)])


def header(*packages):
    print("// Printed by reference/monitor_tables.py with " + ", ".join(f"{p} {version(p)}" for p in packages) + ".")


def show(comment, name, rows):
    print(f"\n/** {comment} */\nexport const {name} = [")
    for row in rows:
        print(f"  {json.dumps(row)},")
    print("] as const;")


def data_set():
    from deepchecks.core.reduce_classes import ReduceFeatureMixin
    from deepchecks.tabular.utils.feature_importance import validate_feature_importance

    rules = {"mean": "mean", "max": "max", "weighted": "weighted", "l3": "l3_weighted", "l5": "l5_weighted"}
    rows = []
    for shape, n, weights in [("uniform", 7, "skew"), ("skew", 25, "uniform"), ("skew", 3, "ties"), ("uniform", 5, None)]:
        names = [f"f{i}" for i in range(n)]
        scores = pd.Series(seeded(shape, n, 21), index=names)
        importance = None
        if weights:
            importance = validate_feature_importance(pd.Series(seeded(weights, n, 22), index=names), names)
        reduced = [
            next(iter(ReduceFeatureMixin.feature_reduce(rule, scores.copy(), importance, "Score").values()))
            for rule in rules.values()
        ]
        rows.append([shape, n, weights, *map(float, reduced)])
    header("deepchecks", "numpy")
    show("shape of scores (seed 21), n, shape of importance (seed 22), " + ", ".join(rules), "dataSetScores", rows)


topics = {"data-set": data_set}
topics[sys.argv[1]]()
