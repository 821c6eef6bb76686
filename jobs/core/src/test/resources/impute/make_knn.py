"""Writes knn.json and knn_ties.json beside itself.

knn.json: scikit-learn's KNNImputer on tie-free data, for every missingness pattern of a donor and
of a receiver. knn_ties.json: whole numbers with many equal distances, ranked by NumPy's lexsort on
(squared distance, key), since KNNImputer ranks ties by the order of rows.

    pip install scikit-learn==1.9.1 numpy
    python3 make_knn.py
"""

import json
from itertools import product
from pathlib import Path

import numpy as np
from sklearn.impute import KNNImputer
from sklearn.metrics.pairwise import nan_euclidean_distances
from sklearn.preprocessing import StandardScaler

NAN = np.nan


def listed(table):
    return [[None if np.isnan(x) else float(x) for x in row] for row in table]


def case(name, donors, receivers, k, weights, scales=None):
    donors, receivers = np.asarray(donors, float), np.asarray(receivers, float)
    if scales is None:
        filled = KNNImputer(n_neighbors=k, weights=weights).fit(donors).transform(receivers)
        scales = [1.0] * donors.shape[1]
    else:
        scaler = StandardScaler().fit(donors)
        scales = scaler.scale_.tolist()
        imputer = KNNImputer(n_neighbors=k, weights=weights).fit(scaler.transform(donors))
        filled = scaler.inverse_transform(imputer.transform(scaler.transform(receivers)))
    return {
        "name": name,
        "k": k,
        "weights": weights,
        "scales": scales,
        "donors": listed(donors),
        "receivers": listed(receivers),
        "filled": listed(filled),
    }


def masked(table, patterns):
    table = table.copy()
    for i, row in enumerate(table):
        row[[not keep for keep in patterns[i % len(patterns)]]] = NAN
    return table


def tie_free(donors, receivers):
    distances = nan_euclidean_distances(receivers, donors)
    for row in distances:
        row = np.sort(row[~np.isnan(row)])
        assert row.size < 2 or np.diff(row).min() > 1e-9
    return donors, receivers


def cases():
    example = [[1, 2, NAN], [3, 4, 3], [NAN, 6, 5], [8, 8, 7]]
    yield case("the documented example", example, example, 2, "uniform")

    rng = np.random.default_rng(20261123)
    patterns = list(product([False, True], repeat=5))
    table = rng.normal(size=(96, 5)) @ rng.normal(size=(5, 5))
    table = StandardScaler().fit_transform(table).round(6)
    donors, receivers = tie_free(masked(table[:64], patterns), masked(table[64:], patterns))
    for k, weights in product([1, 3, 5, 100], ["uniform", "distance"]):
        yield case(f"every pattern, k={k}, {weights}", donors, receivers, k, weights)

    units = np.array([1e-3, 1.0, 1e4, 50.0, 1e6])
    shift = np.array([0.0, -7.0, 3e4, 1e3, 1e6])
    for weights in ["uniform", "distance"]:
        yield case(f"in units, {weights}", donors * units + shift, receivers * units + shift, 4,
                   weights, "standard")

    twins = [[1, 2, 3], [1, 2, 5], [4, 4, 9], [1, NAN, 70]]
    yield case("neighbours at distance 0", twins, [[1, 2, NAN], [3, 4, NAN]], 3, "distance")

    apart = [[1.0, NAN, 5.0], [2.0, NAN, 7.5], [NAN, 3.0, NAN]]
    yield case("no column in common", apart, [[NAN, 4.0, NAN], [1.5, 4.0, NAN]], 2, "uniform")


def ties():
    rng = np.random.default_rng(7)
    donors = rng.integers(0, 3, size=(80, 4)).astype(float)
    donors[rng.random(donors.shape) < 0.2] = NAN
    receivers = rng.integers(0, 3, size=(40, 4)).astype(float)
    receivers[rng.random(receivers.shape) < 0.4] = NAN
    cells = rng.permutation(80).astype(float)
    keys = rng.integers(0, 2**63, size=80)
    neighbours = []
    for row in receivers:
        both = ~np.isnan(row) & ~np.isnan(donors)
        sums = np.where(both, np.nan_to_num(row - donors) ** 2, 0).sum(axis=1)
        common = both.sum(axis=1)
        squares = np.where(common > 0, sums * 4 / np.maximum(common, 1), np.inf)
        order = np.lexsort((keys, squares))
        order = order[np.isfinite(squares[order])][:5]
        neighbours.append(cells[order].tolist())
    return {
        "donors": listed(donors),
        "keys": keys.tolist(),
        "cells": cells.tolist(),
        "receivers": listed(receivers),
        "neighbours": neighbours,
    }


def write(name, content):
    (Path(__file__).parent / name).write_text(content + "\n")


if __name__ == "__main__":
    write("knn.json", "[\n" + ",\n".join(json.dumps(each) for each in cases()) + "\n]")
    write("knn_ties.json", json.dumps(ties()))
