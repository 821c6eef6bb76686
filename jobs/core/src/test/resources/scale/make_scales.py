"""Writes scales.json beside itself: scaled columns as scikit-learn has them.

StandardScaler (ddof 0), MinMaxScaler and RobustScaler by themselves; log is StandardScaler of
sign(x) * log(1 + |x|). Missing cells are null and stay missing.

    pip install numpy scikit-learn
    python3 make_scales.py
"""

import json
import math
from pathlib import Path

import numpy as np
from sklearn.preprocessing import MinMaxScaler, RobustScaler, StandardScaler

SCALERS = {"standard": StandardScaler, "minMax": MinMaxScaler, "robust": RobustScaler, "log": StandardScaler}


def main():
    rng = np.random.default_rng(12)
    tables = {
        "four": [1.0, 2.0, 3.0, 4.0],
        "normal": list(rng.normal(50, 7, 60)),
        "amounts": list(np.round(np.exp(rng.normal(6, 2, 60)), 2)) + [0.0],
        "signs": list(rng.normal(0, 1e4, 50)),
        "gaps": [math.nan if i % 7 == 0 else float(v) for i, v in enumerate(rng.integers(-20, 90, 70))],
        "constant": [7.25] * 5,
        "one": [3.0],
        "flat middle": [1.0] + [5.0] * 8 + [9.0],
    }
    cases = []
    for name, values in tables.items():
        for strategy, scaler in SCALERS.items():
            x = np.array(values).reshape(-1, 1)
            if strategy == "log":
                x = np.sign(x) * np.log1p(np.abs(x))
            scaled = [None if math.isnan(v) else v for v in scaler().fit_transform(x)[:, 0]]
            column = [None if math.isnan(v) else v for v in values]
            cases.append({"name": f"{name} {strategy}", "strategy": strategy, "values": column, "scaled": scaled})
    Path(__file__).with_name("scales.json").write_text(
        "[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n"
    )


main()
