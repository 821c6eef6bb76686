"""Writes percentiles.json beside itself: percentiles by Spark SQL and by NumPy.

    pip install pyspark==3.5.7 numpy
    python3 make_percentiles.py
"""

import json
import random
from pathlib import Path

import numpy
from pyspark.sql import SparkSession

PROBABILITIES = [0.5, 0.0, 0.25, 0.75, 1.0, 0.1, 0.333, 0.99]


def columns():
    rng = random.Random(20260101)
    return {
        "the documented example": [1.0, 2.0, 3.0, 4.0, 10.0, 20.0],
        "one value": [7.25],
        "two values": [0.1, 0.7],
        "ties": [1.0] * 7 + [2.0] * 5 + [0.1] * 4,
        "uniform": [rng.uniform(0, 1) for _ in range(101)],
        "normal": [rng.gauss(50, 7) for _ in range(60)],
        "both signs": [rng.uniform(-1, 1) for _ in range(37)],
        "negative": [-rng.expovariate(1.0) for _ in range(48)],
        "the ends of the range": [5e-324, -5e-324, 1e300, -1e300, 0.0, float(2**53 + 2), 3e-310],
    }


def case(spark, name, values):
    frame = spark.createDataFrame([(x,) for x in values], "x double")
    array = ", ".join(f"{q}D" for q in PROBABILITIES)
    row = frame.selectExpr(f"percentile(x, array({array})) AS p").first()
    by_numpy = numpy.quantile(values, PROBABILITIES, method="linear")
    return {
        "name": name,
        "values": values,
        "probabilities": PROBABILITIES,
        "spark": list(row.p),
        "numpy": by_numpy.tolist(),
    }


if __name__ == "__main__":
    session = SparkSession.builder.master("local[1]").getOrCreate()
    lines = ",\n".join(json.dumps(case(session, *column)) for column in columns().items())
    session.stop()
    target = Path(__file__).parent / "percentiles.json"
    target.write_text("[\n" + lines + "\n]\n", encoding="utf-8")
