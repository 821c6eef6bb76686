"""A small messy table and what pandas 3 and numpy 2 say of it: messy.csv and messy.json.

Run in this folder: python3 make_profile.py
"""

import json

import numpy as np
import pandas as pd

rng = np.random.default_rng(11)
rows = 600
age = rng.integers(18, 90, rows).astype(float)
income = np.round(np.exp(rng.normal(10, 0.8, rows)), 2)
income[rng.random(rows) < 0.1] = 0
table = pd.DataFrame(
    {
        "id": np.arange(1, rows + 1),
        "age": np.where(rng.random(rows) < 0.07, np.nan, age),
        "income": np.where(rng.random(rows) < 0.12, np.nan, income),
        "score": np.round(0.02 * age + rng.normal(0, 1, rows), 6),
        "huge": np.round(rng.normal(1e9, 3, rows), 3),
        "constant": 7,
        "job": rng.choice(["clerk", "nurse", "smith", None], rows, p=[0.5, 0.3, 0.15, 0.05]),
        "note": ["note %d of %s" % (i, "ü" * (1 + i % 5)) for i in range(rows)],
        "zip": ["%05d" % z for z in rng.integers(100, 400, rows)],
        "mark": rng.choice(["1", "2.5", "3", "?"], rows, p=[0.4, 0.3, 0.2, 0.1]),
        "bought": rng.choice(["yes", "no"], rows, p=[0.3, 0.7]),
    }
)
table = pd.concat([table, table.iloc[[3, 3, 100]]], ignore_index=True)
table.to_csv("messy.csv", index=False)

read = pd.read_csv("messy.csv", na_values={"mark": ["?"]}, dtype={"zip": str})
numeric = ["id", "age", "income", "score", "huge", "constant", "mark"]
probabilities = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]
columns = {}
for name in read.columns:
    column = read[name].dropna()
    facts = {
        "missing": int(read[name].isna().sum()),
        "distinct": int(column.nunique()),
    }
    if name in numeric:
        counts, edges = np.histogram(column, bins=20)
        described = column.describe()
        facts |= {
            "min": described["min"],
            "max": described["max"],
            "mean": described["mean"],
            "standardDeviation": float(np.std(column, ddof=0)),
            "zeros": int((column == 0).sum()),
            "quantiles": [float(q) for q in np.quantile(column, probabilities)],
            "histogram": None if name == "constant" else [int(c) for c in counts],
        }
    else:
        lengths = column.str.len()
        facts |= {
            "shortest": int(lengths.min()),
            "longest": int(lengths.max()),
            "meanLength": float(lengths.mean()),
        }
    if name in ("job", "mark", "bought"):
        counts = column.value_counts()
        facts["top"] = [[str(value), int(n)] for value, n in counts.items()]
    columns[name] = facts



def correlation(x, y):
    """Of the rows that have both. DataFrame.corr would be wrong in the seventh digit for "huge"."""
    both = read[[x, y]].dropna() if x != y else read[[x, x]].dropna()
    return float(np.corrcoef(both.iloc[:, 0], both.iloc[:, 1])[0, 1])


correlated = [name for name in numeric if name != "constant"]
json.dump(
    {
        "rows": len(read),
        "exactDuplicates": int(read.duplicated().sum()),
        "columns": columns,
        "correlated": correlated,
        "correlation": [[correlation(x, y) for y in correlated] for x in correlated],
    },
    open("messy.json", "w"),
    indent=1,
)
