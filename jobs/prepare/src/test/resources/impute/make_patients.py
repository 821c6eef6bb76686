"""Writes patients.csv and patients.json beside itself: a table that lacks cells, and what
scikit-learn's KNNImputer puts there, fitted on the standardised train rows. Its own distance
expands squares, which costs near neighbours their digits, so it is given one that does not.

    pip install scikit-learn==1.9.1 numpy
    python3 make_patients.py
"""

import csv
import json
from pathlib import Path

import numpy as np
from sklearn.impute import KNNImputer
from sklearn.metrics.pairwise import nan_euclidean_distances
from sklearn.preprocessing import StandardScaler

ROWS = 240
COLUMNS = ["pulse", "pressure", "weight", "height"]
FOLDER = Path(__file__).parent


def distance(a, b, missing_values):
    squares = (a - b) ** 2
    observed = ~np.isnan(squares)
    if not observed.any():
        return np.nan
    return np.sqrt(squares[observed].sum() * a.size / observed.sum())


def table():
    rng = np.random.default_rng(11)
    hidden = rng.normal(size=(ROWS, 2))
    noise = rng.normal(size=(ROWS, 4))
    cells = hidden @ rng.normal(size=(2, 4)) + 0.4 * noise
    cells = (cells * [12, 15, 14, 9] + [75, 120, 70, 172]).round(4)
    cells[rng.random(cells.shape) < 0.18] = np.nan
    cells[7] = np.nan
    ward = np.where(hidden[:, 0] > 0, "north", "south").astype(object)
    ward[rng.random(ROWS) < 0.15] = ""
    split = rng.choice(["train", "validation", "test"], size=ROWS, p=[0.7, 0.15, 0.15])
    label = np.where(hidden.sum(axis=1) > 0, "ill", "well")
    return cells, ward, split, label


def main():
    cells, ward, split, label = table()
    train = cells[split == "train"]
    scaler = StandardScaler().fit(train)
    scaled = scaler.transform(train)
    distances = nan_euclidean_distances(scaler.transform(cells), scaled)
    for row in distances:
        row = np.sort(row[np.isfinite(row) & (row > 0)])
        assert row.size < 2 or np.diff(row).min() > 1e-11
    filled = {}
    for weights in ["uniform", "distance"]:
        imputer = KNNImputer(n_neighbors=4, weights=weights, metric=distance).fit(scaled)
        filled[weights] = scaler.inverse_transform(imputer.transform(scaler.transform(cells)))

    with open(FOLDER / "patients.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["id", *COLUMNS, "ward", "part", "state"])
        for i in range(ROWS):
            shown = ["" if np.isnan(x) else repr(float(x)) for x in cells[i]]
            writer.writerow([f"p{i:03d}", *shown, ward[i], split[i], label[i]])
    expected = {
        weights: {f"p{i:03d}": rows[i].tolist() for i in range(ROWS) if np.isnan(cells[i]).any()}
        for weights, rows in filled.items()
    }
    (FOLDER / "patients.json").write_text(json.dumps(expected) + "\n")


if __name__ == "__main__":
    main()
