"""Writes recover.json beside itself: a table, the cells that are hidden, and what each strategy makes
of them, from NumPy, scikit-learn and mmh3.

    pip install scikit-learn==1.9.1 numpy mmh3
    python3 make_recover.py
"""

import json
import struct
from collections import Counter
from pathlib import Path

import mmh3
import numpy as np
from sklearn.impute import KNNImputer
from sklearn.metrics import accuracy_score, root_mean_squared_error
from sklearn.preprocessing import StandardScaler

SEED, SHARE, MAX_CELLS, K = 11, 0.2, 40, 4
ROWS = 0x726F7773
NUMBERS = ["pulse", "weight", "height", "grade"]
rng = np.random.default_rng(5)
n = 400

size = rng.normal(size=n)
table = {
    "pulse": 70 - 8 * size + rng.normal(scale=3, size=n),
    "weight": 65 + 12 * size + rng.normal(scale=4, size=n),
    "height": 170 + 9 * size + rng.normal(scale=2, size=n),
    "grade": 1.4 + 1.3 * size + rng.normal(scale=0.3, size=n),
}
# A mode that lies apart: distances have no ties as long as nobody is found by it alone.
table["grade"][size > 1.5] = 4.0
for cells in table.values():
    cells[rng.random(n) < 0.07] = np.nan
ward = [["north", "west", "south"][int(s > -0.5) + int(s > 0.9)] for s in size]
ward = [None if rng.random() < 0.05 else w for w in ward]
hashes = [tuple(int(x) for x in rng.integers(-(2**63), 2**63, 2)) for _ in range(n)]


def word(data):
    return mmh3.hash64(data, seed=0, x64arch=True, signed=True)[0]


def seeded(round_, row):
    return word(struct.pack(">qqqq", SEED, round_, *row)) % 2**64


order = sorted(range(n), key=lambda i: seeded(ROWS, hashes[i]))
sampled = set(order[: int(np.ceil(MAX_CELLS / SHARE))])


def hidden(name, cells):
    return [
        i
        for i in range(n)
        if i in sampled
        and cells[i] is not None
        and cells[i] == cells[i]
        and (seeded(word(name.encode()), hashes[i]) >> 11) / 2**53 < SHARE
    ]


gone = {name: hidden(name, table[name]) for name in NUMBERS}
gone_ward = hidden("ward", ward)
left = np.column_stack([table[name] for name in NUMBERS])
for c, name in enumerate(NUMBERS):
    left[gone[name], c] = np.nan
left_ward = [None if i in set(gone_ward) else w for i, w in enumerate(ward)]

scaler = StandardScaler().fit(left)
filled = scaler.inverse_transform(
    KNNImputer(n_neighbors=K).fit_transform(scaler.transform(left))
)


def mode(cells):
    counts = Counter(cells)
    return min(counts, key=lambda value: (-counts[value], value))


scores = {}
for c, name in enumerate(NUMBERS):
    truth = table[name][gone[name]]
    rest = left[:, c][~np.isnan(left[:, c])]
    fills = {
        "median": np.full(len(truth), np.median(rest)),
        "mean": np.full(len(truth), rest.mean()),
        "mode": np.full(len(truth), mode(rest.tolist())),
        "knn": filled[gone[name], c],
    }
    scores[name] = {
        strategy: root_mean_squared_error(truth, fill) / truth.std()
        for strategy, fill in fills.items()
    }

# Categories by their neighbours: KNNImputer has none, so votes are counted here.
z = scaler.transform(left)
votes = []
for i in gone_ward:
    common = ~np.isnan(z) & ~np.isnan(z[i])
    with np.errstate(invalid="ignore", divide="ignore"):
        squares = np.where(common, (z - z[i]) ** 2, 0).sum(axis=1) * z.shape[1] / common.sum(axis=1)
    donors = [j for j in range(n) if left_ward[j] is not None and common[j].any()]
    nearest = sorted(donors, key=lambda j: squares[j])[:K]
    votes.append(mode([left_ward[j] for j in nearest]))
truth = [ward[i] for i in gone_ward]
most = mode([w for w in left_ward if w is not None])
scores["ward"] = {
    "mode": accuracy_score(truth, [most] * len(truth)),
    "knn": accuracy_score(truth, votes),
}

golden = {
    "seed": SEED,
    "share": SHARE,
    "maxCells": MAX_CELLS,
    "k": K,
    "hashes": [list(row) for row in hashes],
    "numbers": {
        name: [None if np.isnan(x) else float(x) for x in table[name]] for name in NUMBERS
    },
    "ward": ward,
    "cells": {name: len(gone[name]) for name in NUMBERS} | {"ward": len(gone_ward)},
    "rows": len(set().union(gone_ward, *gone.values())),
    "scores": {name: {s: float(x) for s, x in by.items()} for name, by in scores.items()},
}
Path(__file__).with_name("recover.json").write_text(json.dumps(golden) + "\n")
print(json.dumps({k: golden[k] for k in ("cells", "rows", "scores")}, indent=1))
