"""The columns that the tables of presets_<library>.py are measured on; `columnOf` in src/testing/preset-columns.ts makes
the same ones, bit for bit.

A recipe is (kind, rows, seed, shift, scale, every):
  kind   uniform, ties, skew or bell as `seeded` of seeded_samples.py; "levels a b ...": whole numbers 0, 1, ..., how many
         of the cuts a, b, ... are at or below uniform; "cut a b ...": the same as categories c0, c1, ...
  shift, scale   value * scale + shift; of levels and cut: of the uniform number before it is cut, so that shift and
         scale can bring up values that the other side lacks
  every  0, or each every-th row (the last of each group) is missing
"""
import numpy as np

from seeded_samples import number, seeded


def column(recipe):
    """float64 with NaN where missing, or an array of text with None where missing."""
    kind, n, seed, shift, scale, every = recipe
    name, *cuts = kind.split()
    values = seeded("uniform" if cuts else name, n, seed) * scale + shift
    if cuts:
        values = np.sum(np.array([float(x) for x in cuts])[:, None] <= values, axis=0).astype(float)
    if name == "cut":
        values = np.array([f"c{int(x)}" for x in values], dtype=object)
    if every:
        values[every - 1 :: every] = None if values.dtype == object else np.nan
    return values


def is_categorical(recipe):
    return recipe[0].startswith("cut ")


def is_recipe(x):
    return isinstance(x, tuple) and len(x) == 6 and isinstance(x[0], str) and isinstance(x[1], int)


def short(x):
    return repr(int(x)) if float(x) == int(x) else repr(float(x))


def text(recipe):
    """As `columnOf` reads it: kind | rows seed shift scale every."""
    return f"{recipe[0]} | {' '.join(short(x) for x in recipe[1:])}"


def plain(x):
    return ("true" if x else "false") if isinstance(x, (bool, np.bool_)) else number(x)


def cell(x):
    """A recipe as its text, numbers in a list as one text, everything else as TypeScript has it."""
    if x is None:
        return "null"
    if isinstance(x, (bool, np.bool_)):
        return plain(x)
    if isinstance(x, str):
        return repr(x)
    if is_recipe(x):
        return repr(text(x))
    if isinstance(x, (tuple, list, np.ndarray)):
        if len(x) and is_recipe(x[0]):
            return "[" + ", ".join(cell(c) for c in x) + "]"
        return repr(" ".join(plain(c) for c in x))
    if isinstance(x, (int, np.integer)):
        return repr(int(x))
    return number(x)


def header(script, versions):
    print(f"// Printed by reference/{script} with {versions}.")


def table(name, columns, rows):
    print(f"\n/** {columns} */")
    print(f"export const {name} = [")
    for row in rows:
        print("  [" + ", ".join(cell(c) for c in row) + "],")
    print("] as const;")
