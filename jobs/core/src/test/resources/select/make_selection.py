"""Writes selection.json beside itself: which features stay, as scikit-learn and NumPy have it.

Variance is that of VarianceThreshold, correlation numpy.corrcoef, mutual information
mutual_info_score of the label and the categories or the ten bins of numpy.digitize by deciles.

    pip install numpy scikit-learn
    python3 make_selection.py
"""

import json
from pathlib import Path

import numpy as np
from sklearn.feature_selection import VarianceThreshold
from sklearn.metrics import mutual_info_score

ROWS = 240
NUMBERS = ["a", "b", "c", "few", "still", "quiet", "own"]
DECILES = np.arange(1, 10) / 10


def table(rng):
    a = rng.normal(3, 2, ROWS)
    b = -2 * a + rng.normal(0, 0.9, ROWS)
    c = b + rng.normal(0, 1.1, ROWS)
    few = rng.integers(0, 5, ROWS).astype(float)
    quiet = 1e6 + rng.normal(0, 0.01, ROWS)
    own = rng.normal(0, 1, ROWS)
    place = rng.choice(["x", "y", "z"], ROWS, p=[0.6, 0.3, 0.1])
    score = own + 0.5 * few + (place == "y") + rng.normal(0, 0.5, ROWS)
    label = np.where(score > 2.2, "high", np.where(score > 1, "mid", "low"))
    numbers = dict(a=a, b=b, c=c, few=few, still=np.full(ROWS, 7.5), quiet=quiet, own=own)
    return numbers, place, score, label


def digitized(x):
    return np.digitize(x, np.quantile(x, DECILES))


def select(features, label, variance=None, correlation=None, top=None, least=None):
    left, dropped = list(features), []
    if variance is not None:
        matrix = np.column_stack([features[name] for name in left])
        fitted = VarianceThreshold(variance)
        support = fitted.fit(matrix).get_support()
        for name, stays in zip(list(left), support):
            if not stays:
                left.remove(name)
                dropped.append(dict(feature=name, rule="variance", value=float(np.var(features[name]))))
    if correlation is not None:
        kept = []
        for name in [n for n in left if n in NUMBERS and np.ptp(features[n]) > 0]:
            r = {k: float(np.corrcoef(features[k], features[name])[0, 1]) for k in kept}
            over = [k for k in kept if abs(r[k]) > correlation]
            if over:
                left.remove(name)
                dropped.append({"feature": name, "rule": "correlation", "value": r[over[0]], "with": over[0]})
            else:
                kept.append(name)
    if top is not None or least is not None:
        told = {n: float(mutual_info_score(digitized(features[n]) if n in NUMBERS else features[n], label)) for n in left}
        best = sorted(left, key=lambda n: -told[n])[:top] if top else [n for n in left if told[n] >= least]
        for name in list(left):
            if name not in best:
                left.remove(name)
                dropped.append(dict(feature=name, rule="mutualInformation", value=told[name]))
    return left, dropped


def main():
    numbers, place, score, label = table(np.random.default_rng(5))
    values, counts = np.unique(place, return_counts=True)
    slots = {f"place={v}": (place == v).astype(float) for _, v in sorted(zip(-counts, values))}
    features = {**numbers, **slots}
    cases = []
    for target, shown in (("label", label), ("score", digitized(score))):
        for settings, limits in (
            ("{variance: {min: 0}}", dict(variance=0.0)),
            ("{variance: {min: 0.1}}", dict(variance=0.1)),
            ("{correlation: {max: 0.9}}", dict(correlation=0.9)),
            ("{correlation: {max: 0.95}}", dict(correlation=0.95)),
            ("{mutualInformation: {top: 4}}", dict(top=4)),
            ("{mutualInformation: {min: 0.05}}", dict(least=0.05)),
            ("{variance: {min: 0.001}, correlation: {max: 0.9}, mutualInformation: {top: 3}}",
             dict(variance=0.001, correlation=0.9, top=3)),
        ):
            left, dropped = select(features, shown, **limits)
            cases.append(dict(name=f"{target} {settings}", label=target, select=settings, kept=left, dropped=dropped))
    rows = [[repr(float(numbers[n][i])) for n in NUMBERS] + [str(place[i]), str(label[i]), repr(float(score[i]))] for i in range(ROWS)]
    columns = NUMBERS + ["place", "label", "score"]
    here = Path(__file__)
    here.with_name("selection.csv").write_text("\n".join(",".join(r) for r in [columns] + rows) + "\n")
    here.with_name("selection.json").write_text("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")


main()
