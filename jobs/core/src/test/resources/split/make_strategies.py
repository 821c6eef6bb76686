"""Writes strategies.json beside itself: what other libraries, and a second implementation, say.

hash: the seeded hash of a row's unit (mmh3) as a fraction of 2^64, compared with the ratios.
folds: rows of each class in each fold, of scikit-learn's StratifiedKFold.
bins: which of the distinct quantiles of numpy.quantile come before a value.
groups: which split each group gets, dealt here by recomputing the whole sum of squares for every
choice in exact fractions; and the least balanced class in any fold of scikit-learn's
StratifiedGroupKFold for a dozen tables, for comparison.

    pip install mmh3 numpy scikit-learn
    python3 make_strategies.py
"""

import json
import random
import struct
from fractions import Fraction
from pathlib import Path

import mmh3
import numpy as np
from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold


def place(seed, key):
    return mmh3.hash64(struct.pack(">qqq", seed, *key), seed=0, x64arch=True, signed=False)[0]


def hashes(rng):
    keys = [[rng.randint(-(2**63), 2**63 - 1) for _ in range(2)] for _ in range(200)]
    cases = []
    for seed in (1, -7):
        for ratios in ("0.8/0.1/0.1", "0.7/0/0.3", "0.5/0.5/0", "1/0/0"):
            train, validation, _ = (Fraction(ratio) for ratio in ratios.split("/"))
            shares = [Fraction(place(seed, key), 2**64) for key in keys]
            letters = ("r" if s < train else "v" if s < train + validation else "s" for s in shares)
            cases.append({"seed": seed, "ratios": ratios, "splits": "".join(letters)})
    return {"keys": keys, "cases": cases}


def folds():
    cases = []
    for k in (2, 3, 5, 10):
        for sizes in ([10, 10], [11, 13, 17], [100, 7, 5, 29], [23]):
            if min(sizes) < k:
                continue
            y = np.repeat(np.arange(len(sizes)), sizes)
            parts = StratifiedKFold(n_splits=k).split(np.zeros(len(y)), y)
            rows = [np.bincount(y[test], minlength=len(sizes)).tolist() for _, test in parts]
            cases.append({"folds": k, "sizes": sizes, "rows": rows})
    return cases


def bins(rng):
    tables = {
        "distinct": [float(i) for i in range(101)],
        "ties": [float(rng.randint(0, 12)) for _ in range(200)],
        "one value": [3.5] * 20,
        "half zero": [0.0] * 100 + [float(i) for i in range(1, 101)],
        "few": [1.0, 2.0, 4.0],
    }
    cases = []
    for name, values in tables.items():
        for count in (2, 4, 10):
            order = values[:]
            rng.shuffle(order)
            edges = np.unique(np.quantile(order, np.arange(1, count) / count))
            codes = np.searchsorted(edges, order, side="left").tolist()
            cases.append({"name": f"{name} in {count}", "bins": count, "values": order, "codes": codes})
    return cases


def deal(groups, shares, seed):
    """Groups are (key, rows by class); the answer is the part of each."""
    classes = len(groups[0][1])
    totals = [sum(rows[c] for _, rows in groups) for c in range(classes)]
    wanted = [[share * totals[c] for c in range(classes)] for share in shares]
    parts = [[0] * classes for _ in shares]
    empty = {p for p, share in enumerate(shares) if share > 0}
    order = sorted(
        range(len(groups)),
        key=lambda g: (-sum(groups[g][1]).bit_length(), place(seed, groups[g][0])),
    )
    answer = [None] * len(groups)
    for i, g in enumerate(order):
        allowed = [p for p, share in enumerate(shares) if share > 0]
        if empty and len(order) - i <= len(empty):
            allowed = sorted(empty)

        def distance(chosen):
            return sum(
                (parts[p][c] + (groups[g][1][c] if p == chosen else 0) - wanted[p][c]) ** 2
                / wanted[p][c]
                for p, share in enumerate(shares)
                for c in range(classes)
                if share > 0 and totals[c] > 0
            )

        best = min(allowed, key=lambda p: (distance(p), p))
        answer[g] = best
        empty.discard(best)
        for c in range(classes):
            parts[best][c] += groups[g][1][c]
    return answer


def imbalance(parts, totals):
    """The furthest that a class in a fold is from its share, as part of that share."""
    shares = np.array(totals) / len(parts)
    return float(np.max(np.abs(np.array(parts) - shares) / shares))


def groups(rng):
    tables = {
        "few": [[100], [100], [100], [100], [100]],
        "one giant": [[rng.randint(10, 60)] for _ in range(40)] + [[700]],
        "one class": [[rng.randint(1, 200)] for _ in range(50)],
        "two classes": [[rng.randint(0, 90), rng.randint(1, 40)] for _ in range(60)],
        "skewed": [[int(20 * rng.paretovariate(1.2)), rng.randint(0, 20)] for _ in range(60)],
    }
    cases = []
    for name, rows in tables.items():
        table = [([7, i], sizes) for i, sizes in enumerate(rows)]
        for ratios in ("0.8/0.1/0.1", "0.7/0/0.3"):
            shares = [Fraction(ratio) for ratio in ratios.split("/")]
            letters = "".join("rvs"[part] for part in deal(table, shares, 5))
            cases.append(
                {"name": f"{name} {ratios}", "seed": 5, "ratios": ratios, "rows": rows, "splits": letters}
            )
    return cases


def balance(rng):
    cases = []
    for name, count in [("many small", 150), ("few large", 40)] * 6:
        rows = [[rng.randint(0, 2400 // count), rng.randint(1, 600 // count)] for _ in range(count)]
        y = np.concatenate([np.repeat([0, 1], sizes) for sizes in rows])
        group = np.repeat(np.arange(count), [sum(sizes) for sizes in rows])
        parts = [
            np.bincount(y[test], minlength=2).tolist()
            for _, test in StratifiedGroupKFold(5).split(np.zeros(len(y)), y, group)
        ]
        totals = np.bincount(y).tolist()
        cases.append({"name": name, "rows": rows, "imbalance": imbalance(parts, totals)})
    return cases


def main():
    rng = random.Random(20261123)
    golden = {
        "hash": hashes(rng),
        "folds": folds(),
        "bins": bins(rng),
        "groups": groups(rng),
        "balance": balance(rng),
    }
    text = json.dumps(golden).replace("}, {", "},\n{") + "\n"
    (Path(__file__).parent / "strategies.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
