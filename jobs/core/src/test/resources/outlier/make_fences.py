"""Writes fences.json beside itself: fences of every rule as NumPy has them.

    pip install numpy
    python3 make_fences.py
"""

import json
from pathlib import Path

import numpy as np

DEFAULT_K = {"iqr": 1.5, "zScore": 3.0, "modifiedZScore": 3.5}


def fences(x, rule, k):
    if rule == "iqr":
        q1, q3 = np.quantile(x, [0.25, 0.75])
        return {"q1": q1, "q3": q3, "lower": q1 - k * (q3 - q1), "upper": q3 + k * (q3 - q1)}
    if rule == "zScore":
        mean, deviation = x.mean(), x.std(ddof=0)
        bounds = {"lower": mean - k * deviation, "upper": mean + k * deviation}
        return {"mean": mean, "standardDeviation": deviation, **bounds}
    median = np.median(x)
    mad = np.median(np.abs(x - median))
    # The published score itself, at the fences.
    lower, upper = median - k * mad / 0.6745, median + k * mad / 0.6745
    assert np.isclose(0.6745 * abs(upper - median) / mad, k, rtol=1e-6)
    return {"median": median, "mad": mad, "lower": lower, "upper": upper}


def main():
    rng = np.random.default_rng(11)
    tables = {
        "six": [1.0, 2.0, 3.0, 4.0, 10.0, 20.0],
        "normal": list(rng.normal(50, 7, 61)) + [900.0, -400.0],
        "skewed": list(np.round(np.exp(rng.normal(3, 1.2, 60)), 2)),
        "shifted": list(1e8 + rng.normal(0, 0.5, 50)),
        "ties": [float(v) for v in rng.integers(0, 12, 60)],
        "two": [-3.0, 5.5],
    }
    cases = []
    for name, values in tables.items():
        for rule, standard in DEFAULT_K.items():
            for k in (standard, 2.25):
                x = np.array(values)
                found = {key: float(v) for key, v in fences(x, rule, k).items()}
                outliers = int(((x < found["lower"]) | (x > found["upper"])).sum())
                cases.append(
                    {
                        "name": f"{name} {rule} {k}",
                        "values": values,
                        "rule": rule,
                        "k": k,
                        "fences": found,
                        "outliers": outliers,
                        "median": float(np.median(x)),
                    }
                )
    Path(__file__).with_name("fences.json").write_text(
        "[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n"
    )


main()
