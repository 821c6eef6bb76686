"""Writes people.csv, regression.json and pca.json beside itself: a table that lacks cells, what
scikit-learn's Ridge and LogisticRegression learn of its train rows and put into the cells, and the
principal components that scikit-learn's PCA finds.

Spark MLlib weighs every squared coefficient by the variance of its predictor: with ddof 0 in a
linear regression and with ddof 1 in a logistic one. Here predictors are divided by those deviations
first. MLlib's objective is a mean over rows, so alpha is n times the ridge, and C is 1 over that.

    pip install scikit-learn==1.9.1 numpy
    python3 make_people.py
"""

import csv
import json
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression, Ridge

ROWS = 300
RIDGE = 0.001
NUMBERS = ["age", "debt", "income", "wealth"]
TEXTS = ["job", "town"]
FOLDER = Path(__file__).parent


def table():
    rng = np.random.default_rng(23)
    hidden = rng.normal(size=(ROWS, 2))
    cells = hidden @ rng.normal(size=(2, 4)) + 0.5 * rng.normal(size=(ROWS, 4))
    cells = cells * [12, 900, 15000, 1] + [44, 2500, 52000, 0]
    # Says the same as income, but for one part in a million.
    cells[:, 3] = cells[:, 2] * (4 + 1e-6 * rng.normal(size=ROWS))
    cells = cells.round(4)
    cells[rng.random(cells.shape) < 0.15] = np.nan
    job = np.array(["clerk", "nurse", "pilot"])[
        np.argmax(hidden @ [[1.0, -1.0, 0.2], [0.3, 0.5, -1.0]] + rng.normal(size=(ROWS, 3)), axis=1)
    ].astype(object)
    town = np.array(["Bergen", "Oslo", "Turku", "Visby"])[
        np.clip((hidden[:, 0] + 1.6 + 0.3 * rng.normal(size=ROWS)).astype(int), 0, 3)
    ].astype(object)
    job[rng.random(ROWS) < 0.15] = ""
    town[rng.random(ROWS) < 0.1] = ""
    split = rng.choice(["train", "validation", "test"], size=ROWS, p=[0.7, 0.15, 0.15])
    cells[5], job[5], town[5] = np.nan, "", ""
    town[np.flatnonzero(split == "test")[:3]] = "Ystad"
    label = np.where(hidden.sum(axis=1) > 0, "late", "prompt")
    return cells, {"job": job, "town": town}, split, label


def by_frequency(texts):
    counts = Counter(text for text in texts if text)
    return sorted(counts, key=lambda text: (-counts[text], text))


def design(cells, texts, train):
    """Predictors by column, in the order of the names."""
    parts = {}
    for i, name in enumerate(NUMBERS):
        mean, deviation = np.nanmean(cells[train, i]), np.nanstd(cells[train, i])
        parts[name] = np.nan_to_num((cells[:, [i]] - mean) / deviation)
    for name in TEXTS:
        categories = by_frequency(texts[name][train])
        known = np.where(texts[name] == "", categories[0], texts[name])
        parts[name] = (known[:, None] == np.array(categories, dtype=object)).astype(float)
    return dict(sorted(parts.items()))


def coefficients(parts, target, weights):
    found, at = {}, 0
    for name, part in parts.items():
        if name != target:
            found[name] = weights[at : at + part.shape[1]].tolist()
            at += part.shape[1]
    return found


def number(name, cells, parts, train):
    y = cells[:, NUMBERS.index(name)]
    x = np.hstack([part for other, part in parts.items() if other != name])
    rows = train & ~np.isnan(y)
    mean, deviation = y[rows].mean(), y[rows].std()
    scale = x[rows].std(axis=0)
    ridge = Ridge(alpha=RIDGE * rows.sum(), solver="cholesky")
    ridge.fit(x[rows] / scale, (y[rows] - mean) / deviation)
    weights = ridge.coef_ / scale * deviation
    intercept = mean + ridge.intercept_ * deviation
    filled = np.clip(intercept + x @ weights, y[rows].min(), y[rows].max())
    return {
        "intercept": float(intercept),
        "coefficients": coefficients(parts, name, weights),
        "filled": {f"p{i:03d}": float(filled[i]) for i in np.flatnonzero(np.isnan(y))},
    }


def category(name, texts, parts, train):
    y = texts[name]
    x = np.hstack([part for other, part in parts.items() if other != name])
    rows = train & (y != "")
    scale = x[rows].std(axis=0, ddof=1)
    model = LogisticRegression(
        C=1 / (RIDGE * rows.sum()), tol=1e-13, max_iter=100000, solver="newton-cg"
    )
    model.fit(x[rows] / scale, y[rows])
    weights = model.coef_ / scale
    logits = model.intercept_ + x @ weights.T
    filled = model.classes_[np.argmax(logits, axis=1)]
    intercepts = model.intercept_ - model.intercept_.mean()
    return {
        "classes": {
            str(k): {"intercept": float(b), "coefficients": coefficients(parts, name, w)}
            for k, b, w in zip(model.classes_, intercepts, weights)
        },
        "filled": {f"p{i:03d}": str(filled[i]) for i in np.flatnonzero(y == "")},
    }


def components(cells, train):
    mean, deviation = np.nanmean(cells[train], axis=0), np.nanstd(cells[train], axis=0)
    means = np.where(np.isnan(cells), mean, cells)
    filled_deviation = means[train].std(axis=0)
    scaled = (means - means[train].mean(axis=0)) / filled_deviation
    pca = PCA(svd_solver="full").fit(scaled[train])
    rows = pca.transform(scaled)
    return {
        "loadings": pca.components_.tolist(),
        "explained": pca.explained_variance_ratio_.tolist(),
        "rows": {f"p{i:03d}": rows[i].tolist() for i in range(ROWS)},
    }


def main():
    cells, texts, split, label = table()
    train = split == "train"
    with open(FOLDER / "people.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["id", *NUMBERS, *TEXTS, "part", "state"])
        for i in range(ROWS):
            shown = ["" if np.isnan(x) else repr(float(x)) for x in cells[i]]
            own = [texts[name][i] for name in TEXTS]
            writer.writerow([f"p{i:03d}", *shown, *own, split[i], label[i]])
    parts = design(cells, texts, train)
    expected = {name: number(name, cells, parts, train) for name in NUMBERS}
    expected |= {name: category(name, texts, parts, train) for name in TEXTS}
    (FOLDER / "regression.json").write_text(json.dumps(expected) + "\n")
    (FOLDER / "pca.json").write_text(json.dumps(components(cells, train)) + "\n")


if __name__ == "__main__":
    main()
