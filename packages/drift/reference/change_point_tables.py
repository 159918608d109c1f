"""Prints what the detectors of river and frouros find, as TypeScript.

    python -m venv new && new/bin/pip install river==0.26.1 numpy==2.4.6
    python -m venv old && old/bin/pip install --only-binary :all: river==0.21.2
    python -m venv fro && fro/bin/pip install frouros==0.9.0
    old/bin/python change_point_tables.py river-0.21 > old.json
    fro/bin/python change_point_tables.py frouros > fro.json
    new/bin/python change_point_tables.py streams > ../src/testing/change-point-streams.ts
    new/bin/python change_point_tables.py tables old.json fro.json > ../src/testing/change-point-tables.ts
    npx prettier --write ../src/testing/change-point-*.ts
"""
import json
import math
import random
import sys
from importlib.metadata import version

from seeded_samples import seeded


# Parts of a stream: shape, rows, seed, scale, shift, and whether the value is rounded down.
STREAMS = {
    "no change": [["uniform", 3000, 5, 1, 0, False]],
    "abrupt": [["bell", 1000, 1, 1, 0, False], ["bell", 1000, 2, 1, 1, False], ["bell", 700, 3, 1, -1, False]],
    "gradual": [["uniform", 800, 4, 1, 0, False]]
    + [["uniform", 100, 10 + i, 1, 0.05 * i, False] for i in range(1, 11)]
    + [["uniform", 800, 9, 1, 0.5, False]],
    "variance": [["bell", 1500, 6, 1, 0, False], ["bell", 1500, 7, 3, 0, False]],
    "coin": [["uniform", 1000, 8, 2, 0, True], ["uniform", 1000, 11, 4, 4, True]],
    "error rate": [["uniform", 1500, 12, 1, 0.1, True], ["uniform", 1500, 13, 1, 0.4, True]],
    "large": [["bell", 900, 14, 250, 4000, False], ["bell", 900, 15, 250, 3200, False]],
}

ADWIN = [
    ["docs", {}],
    ["no change", {}],
    ["abrupt", {}],
    ["gradual", {}],
    ["variance", {}],
    ["coin", {}],
    ["error rate", {}],
    ["large", {}],
    ["abrupt", {"delta": 0.1, "clock": 1}],
    ["abrupt", {"delta": 0.002, "clock": 7, "maxBuckets": 2, "minWindowLength": 20, "gracePeriod": 300}],
    ["gradual", {"delta": 0.3, "clock": 5, "maxBuckets": 9, "minWindowLength": 1, "gracePeriod": 0}],
    ["variance", {"delta": 0.9, "clock": 1, "maxBuckets": 3}],
]

PAGE_HINKLEY = [
    ["no change", {}],
    ["abrupt", {}],
    ["abrupt", {"mode": "up"}],
    ["abrupt", {"mode": "down"}],
    ["gradual", {"threshold": 20}],
    ["variance", {"threshold": 30, "delta": 0.05}],
    ["error rate", {"alpha": 0.99, "threshold": 5, "delta": 0.01}],
    ["large", {"threshold": 5000, "delta": 50, "minInstances": 100}],
    ["coin", {}],
]

FROUROS = [["abrupt", {}], ["coin", {}], ["error rate", {"threshold": 20}], ["gradual", {"threshold": 30, "delta": 0.01}]]


def docs_stream():
    """The stream in the docstring of river's ADWIN."""
    rng = random.Random(12345)
    return rng.choices([0, 1], k=1000) + rng.choices(range(4, 8), k=1000)


def stream(name):
    if name == "docs":
        return [float(x) for x in docs_stream()]
    values = []
    for shape, n, seed, scale, shift, down in STREAMS[name]:
        part = [x * scale + shift for x in seeded(shape, n, seed).tolist()]
        values += [float(math.floor(x)) for x in part] if down else part
    return values


def snake(options, names):
    return {names.get(key, key): value for key, value in options.items()}


ADWIN_NAMES = {"maxBuckets": "max_buckets", "minWindowLength": "min_window_length", "gracePeriod": "grace_period"}


def adwin_river(name, options):
    """Detections; sums over all steps that no step can leave unnoticed; the state at every 500th step."""
    from river import drift

    detector = drift.ADWIN(**snake(options, ADWIN_NAMES))
    found, states, widths, levels = [], [], 0, 0.0
    for i, x in enumerate(stream(name)):
        detector.update(x)
        if detector.drift_detected:
            found.append(i)
        widths += int(detector.width) * (i % 101 + 1)
        levels += detector.estimation * (i % 103 + 1)
        if i % 500 == 499:
            states.append([int(detector.width), detector.estimation])
    return [name, options, found, widths, levels, states]


def adwin_kept(name, options):
    """The window itself, which goes on after a detection."""
    from river._river_rust.drift import AdaptiveWindowing

    given = {"delta": 0.002, "clock": 32, "max_buckets": 5, "min_window_length": 5, "grace_period": 10}
    window = AdaptiveWindowing(**{**given, **snake(options, ADWIN_NAMES)})
    found, widths, levels = [], 0, 0.0
    for i, x in enumerate(stream(name)):
        if window.update(x):
            found.append(i)
        widths += int(window.get_width()) * (i % 101 + 1)
        levels += window.get_total() / window.get_width() * (i % 103 + 1)
    return [name, options, found, widths, levels]


def page_hinkley_river(name, options):
    from river import drift

    detector = drift.PageHinkley(**snake(options, {"minInstances": "min_instances"}))
    found, highest = [], 0.0
    for i, x in enumerate(stream(name)):
        detector.update(x)
        if detector.drift_detected:
            found.append(i)
        up = detector._sum_increase - detector._min_increase
        down = detector._max_decrease - detector._sum_decrease
        highest += {"up": up, "down": down}.get(options.get("mode"), max(up, down))
    return [name, options, found, highest]


def frouros(kind, name, options):
    """The first detection: after it frouros goes on as it was. The sum is that of all values of its statistic up to it."""
    from frouros.detectors.concept_drift import CUSUM, CUSUMConfig, PageHinkley, PageHinkleyConfig

    given = snake(options, {"threshold": "lambda_", "minInstances": "min_num_instances"})
    if kind == "PageHinkley":
        detector = PageHinkley(config=PageHinkleyConfig(**given))
    else:
        detector = CUSUM(config=CUSUMConfig(**given))
    total = 0.0
    for i, x in enumerate(stream(name)):
        detector.update(value=x)
        total += float(detector.sum_)
        if detector.drift:
            return [kind, name, options, i, total]
    return [kind, name, options, -1, total]


def tabular_cusum(name, n, mean, sd, k):
    """Both sides without recursion: the greatest sum of the last values less their allowances, or 0."""
    z = [(x - mean) / sd for x in stream(name)[:n]]
    rows = []
    for i in range(n):
        rows.append(
            [
                max(0.0, *[math.fsum(v - k for v in z[j : i + 1]) for j in range(i + 1)]),
                max(0.0, *[math.fsum(-v - k for v in z[j : i + 1]) for j in range(i + 1)]),
            ]
        )
    return [name, n, mean, sd, k, rows]


def show(comment, name, rows):
    print(f"\n/** {comment} */\nexport const {name} = [")
    for row in rows:
        print(f"  {json.dumps(row)},")
    print("] as const;")


def show_streams():
    print("import type { StreamPart } from './streams.ts';")
    print("\n/** The stream in the docstring of river's ADWIN, which names 1023; one digit a value. */")
    print(f"export const docsStream = '{''.join(map(str, docs_stream()))}';")
    print("\n/** The parts of each stream: shape, rows, seed, scale, shift, rounded down or not. */")
    print("export const streams = {")
    for name, parts in STREAMS.items():
        print(f"  {json.dumps(name)}: {json.dumps(parts)},")
    print("} as const satisfies Record<string, readonly StreamPart[]>;")


def main(topic, *files):
    if topic == "river-0.21":
        print(json.dumps([adwin_river("docs", {}), adwin_river("coin", {}), adwin_river("abrupt", {}), adwin_river("gradual", {"clock": 5})]))
        return
    if topic == "frouros":
        print(json.dumps([frouros(kind, *case) for kind in ("PageHinkley", "CUSUM") for case in FROUROS]))
        return
    print("// Printed by reference/change_point_tables.py")
    if topic == "streams":
        show_streams()
        return
    print(f"// with river {version('river')}, river 0.21.2 and frouros 0.9.0.")
    old, fro = [json.load(open(file)) for file in files]
    adwin = "stream, options, indices of detections, Σ width · (i % 101 + 1), Σ estimate · (i % 103 + 1)"
    show(adwin + ", [width, estimate] at every 500th value", "adwinTable", [adwin_river(*case) for case in ADWIN])
    show(adwin + ": the window of river, kept after detections", "adwinKept", [adwin_kept(*case) for case in ADWIN[2:10]])
    show("the same of river 0.21.2, which passes over cuts", "adwinOld", old)
    show("stream, options, indices of detections, Σ statistic", "riverPageHinkleyTable", [page_hinkley_river(*c) for c in PAGE_HINKLEY])
    show("class, stream, options, first detection or -1, Σ sum up to it", "frourosTable", fro)
    show("stream, values, mean, sd, allowance, [C⁺, C⁻] at each value", "tabularCusum", [tabular_cusum("abrupt", 30, 0.3, 1.1, 0.5), tabular_cusum("large", 15, 4050, 240, 0.25)])


main(*sys.argv[1:])
