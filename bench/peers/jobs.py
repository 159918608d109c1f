"""The jobs of the peers by name. Each takes the features of both sides and gives what is timed."""


def load(name):
    """The jobs of the peer that a name of a peer or of a job begins with."""
    if name.startswith("evidently"):
        import evidently_jobs as module
    elif name.startswith("nannyml"):
        import nannyml_jobs as module
    else:
        import scipy_jobs as module
    return module.JOBS


def find(name):
    return load(name)[name]
