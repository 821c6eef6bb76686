"""Writes people.csv and people.json beside itself: a messy table and what Winnow must make of it.

The expected statistics are computed by Python's standard library, in exact fractions rounded once;
quartiles and medians by the formula of Spark's percentile, (hi - p) * lo + (p - lo) * hi. Then the
script itself checks them against NumPy (quantiles, within one unit in the last place), math.fsum
(means, likewise) and scikit-learn (imputers, scaler, encoder: every feature within 1e-9).

    pip install numpy pandas scikit-learn
    python3 make_people.py
"""

import csv
import json
import math
import random
import statistics
import sys
from collections import Counter
from fractions import Fraction
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import OneHotEncoder, StandardScaler

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "hash"))
import content_hash  # noqa: E402

NUMERIC = ["age", "income", "hours", "score", "flat", "reading"]
FEATURES = ["age", "income", "job", "hours", "city", "score", "plan", "flat", "device", "reading"]
FENCES = {"age": (1.5, "clip"), "income": (3.0, "delete"), "hours": (1.5, "clip"), "score": (2.0, "clip")}
FILLS = {"age": "median", "income": "mean", "hours": "mode", "score": "constant", "flat": "median"}
FILLS |= {"reading": "mean", "job": "mode", "plan": "constant"}
CONSTANTS = {"score": -1.0, "plan": "unknown"}
PARTS = ["train", "validation", "test"]


def missing(rng, share, cell):
    return rng.choice(["", "?", " ? ", "NaN"]) if rng.random() < share else cell


def row(rng, i):
    part = rng.choices(["train", "val", "test"], [0.7, 0.15, 0.15])[0]
    late = part != "train"
    income = round(math.exp(rng.gauss(10, 0.4)), 2) * (50 if rng.random() < 0.03 else 1)
    device = rng.choice(["a", "b"]) if not late else rng.choice(["a", "b", "c", "?"])
    return {
        "id": f"p{i:04d}",
        "age": missing(rng, 0.08, str(round(rng.gauss(40, 9)) + (90 if rng.random() < 0.02 else 0))),
        "income": missing(rng, 0.1, repr(income)),
        "job": missing(rng, 0.1, rng.choice(["clerk", "nurse", "smith"]) + ("." if late else "")),
        "hours": missing(rng, 0.05, "40" if rng.random() < 0.8 else str(rng.randint(10, 60))),
        "city": missing(rng, 0.1, rng.choice(["Bonn", " Köln", "Rom", "Wien"] + ["Oslo"] * late)),
        "score": rng.choice(["-999", "?"]) if rng.random() < 0.2 else f"{rng.uniform(0, 1):.3f}",
        "plan": missing(rng, 0.15, rng.choice(["basic", "plus"])),
        "flat": missing(rng, 0.1, "7.25"),
        "device": device,
        "reading": missing(rng, 0.05, repr(1e6 + rng.gauss(0, 1))),
        "part": part,
        "label": rng.choice([">50K", "<=50K", "=50K"]),
    }


def balanced(raw):
    """Gives train rows inside the fences a tie of two jobs and of two cities, for the alphabet."""
    train = [r for r in raw if r["part"] == "train"]
    upper = fences([read(r) for r in train])["income"]["upper"]
    kept = [r for r in train if (typed(r["income"], "income") or 0) <= upper]
    for column, texts in (("job", ["smith", "clerk", "nurse"]), ("city", ["Rom", "Bonn", "Wien"])):
        observed_cells = [r for r in kept if typed(r[column], column) is not None]
        often = len(observed_cells) * 2 // 5
        for i, r in enumerate(observed_cells):
            r[column] = texts[min(i // often, 2)]
    return raw


def read(raw):
    return {c: raw[c] if c in ("id", "part", "label") else typed(raw[c], c) for c in raw}


def typed(cell, column):
    text = cell.strip()
    text = text.removesuffix(".") if column == "job" else text
    if text in ("", "?", "NaN") or (column == "score" and text == "-999"):
        return None
    return float(text) if column in NUMERIC else text


def quantile(values, q):
    x = sorted(values)
    p = (len(x) - 1) * q
    lo, hi = math.floor(p), math.ceil(p)
    found = x[lo] if x[lo] == x[hi] else (hi - p) * x[lo] + (p - lo) * x[hi]
    assert abs(found - np.quantile(x, q)) <= np.spacing(abs(found)), (found, np.quantile(x, q))
    return found


def mean(values):
    exact = float(sum(map(Fraction, values)) / len(values))
    assert abs(exact - math.fsum(values) / len(values)) <= np.spacing(abs(exact))
    return exact


def mode(values):
    counts = Counter(values)
    return min(v for v in counts if counts[v] == max(counts.values()))


def observed(rows, column):
    return [r[column] for r in rows if r[column] is not None]


def fences(train):
    found = {}
    for column, (k, action) in FENCES.items():
        values = observed(train, column)
        q1, q3 = quantile(values, 0.25), quantile(values, 0.75)
        if q1 != q3:
            bounds = {"lower": q1 - k * (q3 - q1), "upper": q3 + k * (q3 - q1)}
            found[column] = {"rule": "iqr", "k": k, "action": action, "q1": q1, "q3": q3, **bounds}
    return found


def treated(rows, fitted, counts, deleting):
    """The rows that stay, with clipped values."""
    stay = []
    for r in rows:
        out = {
            c: f
            for c, f in fitted.items()
            if r[c] is not None and not f["lower"] <= r[c] <= f["upper"]
        }
        deleted = [c for c in out if out[c]["action"] == "delete"]
        if deleting and deleted:
            counts["outlierCells"].update(deleted)
            continue
        clipped = dict(r)
        for c in out:
            if out[c]["action"] == "clip":
                clipped[c] = min(max(r[c], out[c]["lower"]), out[c]["upper"])
                counts["clippedCells"][c] += 1
        stay.append(clipped)
    return stay


def fill(train, column):
    strategy = FILLS.get(column)
    if strategy is None:
        return None
    if strategy == "constant":
        value = CONSTANTS[column]
    else:
        values = observed(train, column)
        value = {"mean": mean, "median": lambda v: quantile(v, 0.5), "mode": mode}[strategy](values)
        sklearn = {"mean": "mean", "median": "median", "mode": "most_frequent"}[strategy]
        table = pd.DataFrame({"x": pd.Series(values, dtype=float if column in NUMERIC else object)})
        other = SimpleImputer(strategy=sklearn).fit(table).statistics_[0]
        assert other == value or abs(other - value) <= 1e-12 * abs(value), (column, other, value)
    return {"strategy": strategy, "value": value}


def filled(rows, fills, counts):
    result = []
    for r in rows:
        gaps = [c for c in FEATURES if r[c] is None and fills[c] is not None]
        counts["imputedCells"].update(gaps)
        result.append(r | {c: fills[c]["value"] for c in gaps})
    return result


def column_of(train, column, fences_, fill_):
    """What pipeline.json holds of one column."""
    if column in NUMERIC:
        values = [r[column] for r in train]
        deviation = statistics.pstdev(values) or 1.0
        scale = {"strategy": "standard", "mean": mean(values), "standardDeviation": deviation}
        fenced = {"outlier": fences_[column]} if column in fences_ else {}
        return {"type": "numeric", **fenced, "impute": fill_, "scale": scale}
    counts = Counter(observed(train, column))
    encode = {
        "strategy": "oneHot",
        "unseen": "zeros",
        "categories": sorted(counts, key=lambda text: (-counts[text], text)),
        "missing": "last" if any(r[column] is None for r in train) else "none",
    }
    return {"type": "categorical", **({"impute": fill_} if fill_ else {}), "encode": encode}


def slots(column):
    encode = column["encode"]
    return encode["categories"] + ["<missing>"] * (encode["missing"] == "last")


def features(r, columns, counts):
    vector = []
    for name in FEATURES:
        column = columns[name]
        if column["type"] == "numeric":
            vector.append((r[name] - column["scale"]["mean"]) / column["scale"]["standardDeviation"])
        else:
            cell = "<missing>" if r[name] is None else r[name]
            active = [1.0 if slot == cell else 0.0 for slot in slots(column)]
            counts["unseenCells"].update([name] * (1.0 not in active))
            vector += active
    return vector


def check_with_scikit_learn(rows, train, vectors, columns):
    """Every feature of the imputed rows, computed by scikit-learn's scaler and encoder."""
    parts = []
    for name in FEATURES:
        fit, apply = ([["<missing>" if r[name] is None else r[name]] for r in t] for t in (train, rows))
        if name in NUMERIC:
            parts.append(StandardScaler().fit(fit).transform(apply))
        else:
            encoder = OneHotEncoder(
                categories=[np.array(slots(columns[name]), dtype=object)],
                handle_unknown="ignore",
                sparse_output=False,
            )
            parts.append(encoder.fit(np.array(fit, dtype=object)).transform(np.array(apply, dtype=object)))
    np.testing.assert_allclose(np.array(vectors), np.hstack(parts), rtol=1e-9, atol=1e-9)


def main():
    rng = random.Random(20260101)
    raw = balanced([row(rng, i) for i in range(400)])
    with open(HERE / "people.csv", "w", encoding="utf-8", newline="") as out:
        table = csv.DictWriter(out, list(raw[0]), lineterminator="\n")
        table.writeheader()
        table.writerows(raw)

    rows = [read(r) for r in raw]
    by_part = {p: [r for r in rows if r["part"] in (p, p[:3])] for p in PARTS}
    unused = {kind: Counter() for kind in ("imputedCells", "clippedCells", "outlierCells", "unseenCells")}
    counts = {kind: Counter() for kind in unused}

    fitted_fences = fences(by_part["train"])
    inside = treated(by_part["train"], fitted_fences, unused, deleting=True)
    fills = {c: fill(inside, c) for c in FEATURES}
    train = filled(inside, fills, unused)
    columns = {c: column_of(train, c, fitted_fences, fills[c]) for c in FEATURES}

    final, prepared = [], []
    for part in PARTS:
        stay = treated(by_part[part], fitted_fences, counts, deleting=part == "train")
        for r in filled(stay, fills, counts):
            vector = features(r, columns, counts)
            prepared.append((part, r["id"], 1.0 if r["label"] == ">50K" else 0.0, vector))
            final.append(r)
    check_with_scikit_learn(final, train, [p[3] for p in prepared], columns)
    assert fills["job"]["value"] == "clerk" and "hours" not in fitted_fences

    names = [
        {"name": name if c["type"] == "numeric" else f"{name}={slot}", "column": name}
        for name, c in ((name, columns[name]) for name in FEATURES)
        for slot in ([name] if c["type"] == "numeric" else slots(c))
    ]
    shown = [p for part in PARTS for p in [q for q in prepared if q[0] == part][:4]]
    expected = {
        "columns": columns,
        "features": names,
        "assigned": {part: len(by_part[part]) for part in PARTS},
        "rows": {part: sum(p[0] == part for p in prepared) for part in PARTS},
        **counts,
        "contentHash": content_hash.hexadecimal(content_hash.content_hash(prepared)),
        "prepared": [dict(zip(("split", "rowKey", "label", "features"), p)) for p in shown],
    }
    lines = ",\n".join(f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in expected.items())
    (HERE / "people.json").write_text("{\n" + lines + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
