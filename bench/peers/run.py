"""One job of a peer in a process of its own: run.py JOB FOLDER INPUT ROWS WARM_UP

The job runs once on the first WARM_UP features, then once on all of them, timed: what `prepare` returns is called.
Prints what it measured as JSON. `run.py versions PEER` loads the jobs of a peer and names the packages that are used.
"""
import json
import os
import resource
import sys
import time
import warnings

os.environ["NML_DISABLE_USAGE_LOGGING"] = "1"
os.environ["DO_NOT_TRACK"] = "1"
warnings.simplefilter("ignore")


def features(folder, name, side, rows):
    import numpy as np

    return np.fromfile(f"{folder}/{name}-{side}.f64").reshape(-1, rows)


def versions(peer):
    from importlib.metadata import PackageNotFoundError, version

    from jobs import load

    load(peer)
    found = {"Python": sys.version.split()[0]}
    for package in ("scipy", "numpy", "pandas", "evidently", "nannyml"):
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            pass
    return found


def measure(name, folder, data, rows, warm_up):
    from jobs import find

    prepare = find(name)
    reference = features(folder, data, "reference", rows)
    current = features(folder, data, "current", rows)
    if warm_up > 0:
        prepare(reference[:warm_up], current[:warm_up])()
    run = prepare(reference, current)
    began = time.perf_counter()
    result = run()
    seconds = time.perf_counter() - began
    answer = result() if callable(result) else result
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return {**answer, "seconds": seconds, "peakBytes": peak}


if __name__ == "__main__":
    # Some libraries write to standard output.
    out, sys.stdout = sys.stdout, sys.stderr
    if sys.argv[1] == "versions":
        out.write(json.dumps(versions(sys.argv[2])))
    else:
        job, place, data_set, length, first = sys.argv[1:]
        out.write(json.dumps(measure(job, place, data_set, int(length), int(first))))
