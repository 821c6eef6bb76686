"""Prints the seconds that scikit-learn's KNNImputer takes for the table of `scripts/bench knn`.

    python3 knn_rival.py ROWS COLUMNS MISSING_SHARE K
"""

import sys
import time

import numpy as np
from sklearn.impute import KNNImputer

rows, columns, missing, k = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4])
rng = np.random.default_rng(1)
table = rng.normal(size=(rows, columns))
table[rng.random(table.shape) < missing] = np.nan
start = time.perf_counter()
KNNImputer(n_neighbors=k).fit_transform(table)
print(time.perf_counter() - start)
