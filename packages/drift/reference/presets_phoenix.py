"""Prints the numbers of Phoenix 1.0.0 that the preset `phoenix` is held to, as TypeScript. Later versions have no PSI.

    python3.11 -m venv venv && venv/bin/pip install 'numpy<2' 'pandas<3' scipy scikit-learn wrapt
    venv/bin/pip install --no-deps --target phoenix-old arize-phoenix==1.0.0
    PYTHONPATH=phoenix-old venv/bin/python presets_phoenix.py > ../src/testing/preset-phoenix.ts
    npx prettier --write ../src/testing
"""
import importlib.metadata
import importlib.util
import os
import sys
import types
import warnings

warnings.simplefilter("ignore")

import numpy as np
import pandas as pd

# The package starts a server when it is imported; its metrics need no more than its folder.
place = next(os.path.join(p, "phoenix") for p in sys.path if os.path.isdir(os.path.join(p, "phoenix", "metrics")))
package = types.ModuleType("phoenix")
package.__path__ = [place]
sys.modules["phoenix"] = package

from phoenix.core.model_schema import Column
from phoenix.metrics import binning
from phoenix.metrics.metrics import PSI

from presets_samples import column, header, is_categorical, table


def row(kind, n, seed, shift=0.0, scale=1.0, every=0):
    return (kind, n, seed, float(shift), float(scale), every)


def psi(reference, current):
    p, q = pd.DataFrame({"f": column(reference)}), pd.DataFrame({"f": column(current)})
    method = (binning.CategoricalBinning() if is_categorical(reference)
              else binning.QuantileBinning(reference_series=p["f"]))
    metric = PSI(operand=Column("f"), reference_data=p, binning_method=method)
    return float(metric.calc(q)), len(method.histogram(p["f"]))


PAIRS = [
    (row("bell", 700, 1), row("bell", 500, 2)),
    (row("bell", 700, 1), row("bell", 500, 2, 0.5)),
    (row("bell", 700, 1), row("bell", 500, 2, 4.0)),
    (row("uniform", 60, 1), row("uniform", 3000, 2, 0.1)),
    (row("skew", 900, 1), row("skew", 1100, 2, 0.01, 1.2)),
    # quantiles coincide: fewer bins, open below the second of them
    (row("ties", 400, 1), row("ties", 250, 2)),
    (row("ties", 400, 1), row("ties", 250, 2, 1.0)),
    (row("levels 0.4", 500, 1), row("levels 0.5", 300, 2)),
    (row("levels 0.95", 500, 1), row("levels 0.9", 300, 2)),
    (row("levels 2", 500, 1), row("levels 0.9", 300, 2)),
    # missing rows are a bin of their own, where there are any
    (row("bell", 700, 1, every=7), row("bell", 500, 2, every=3)),
    (row("bell", 700, 1), row("bell", 500, 2, every=3)),
    (row("cut 0.2 0.5 0.8", 900, 11), row("cut 0.2 0.5 0.86", 1200, 12)),
    (row("cut 0.5 0.9 1", 700, 11), row("cut 0.5 0.9 1", 300, 12, 0, 1.1)),
    (row("cut 0.2 0.5 0.8", 800, 11, every=4), row("cut 0.2 0.5 0.8", 700, 12, every=3)),
    (row("cut 0.2 0.5 0.8", 800, 11), row("cut 0.2 0.5 0.8", 700, 12, every=3)),
]
header("presets_phoenix.py", f"arize-phoenix 1.0.0, numpy {np.__version__}, pandas {pd.__version__} and scipy "
       f"{importlib.metadata.version('scipy')}")
table("phoenixPairs", "reference, current, PSI", [(p, q, psi(p, q)[0]) for p, q in PAIRS])
