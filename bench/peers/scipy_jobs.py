"""scipy and numpy, each in the fastest way that we know."""
import numpy as np
from scipy import stats

FLOOR = 1e-4


def on_pair(job):
    return lambda reference, current: lambda: {"values": [float(x) for x in job(reference[0], current[0])]}


def ks(p, q):
    result = stats.ks_2samp(p, q)
    return result.statistic, result.pvalue


def wasserstein(p, q):
    return (stats.wasserstein_distance(p, q),)


def psi(p_counts, q_counts):
    """An empty bin has the share FLOOR; bins that are empty on both sides count nothing."""
    p, q = p_counts / p_counts.sum(), q_counts / q_counts.sum()
    p, q = np.where(p == 0, FLOOR, p), np.where(q == 0, FLOOR, q)
    return (((q - p) * np.log(q / p)).sum(),)


def psi_equal_width(p, q):
    """30 bins over the range of the reference; what lies outside goes to the outer ones."""
    low, high = p.min(), p.max()
    clipped = np.clip(q, low, high)
    return psi(*(np.histogram(x, 30, range=(low, high))[0] for x in (p, clipped)))


def psi_quantile(p, q):
    """10 bins at quantiles of the reference."""
    inner = np.quantile(p, np.arange(1, 10) / 10)
    edges = np.concatenate([[-np.inf], inner, [np.inf]])
    return psi(*(np.histogram(x, edges)[0] for x in (p, q)))


JOBS = {
    "nothing": lambda reference, current: lambda: {"values": []},
    "ks": on_pair(ks),
    "wasserstein": on_pair(wasserstein),
    "psi-equal-width": on_pair(psi_equal_width),
    "psi-quantile": on_pair(psi_quantile),
}
