"""Writes moments.json and quotas.json beside itself, with Python's standard library as the oracle.

Sums come from math.fsum; mean, variance and standard deviation from the module statistics, which
computes in exact fractions and rounds once (Python 3.11 or newer); quotas from exact fractions.

    python3 make_statistics.py
"""

import json
import math
import random
import statistics
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).parent


def finite(compute):
    """The figure, or None where it needs more values or exceeds the largest double."""
    try:
        return compute()
    except (OverflowError, statistics.StatisticsError):
        return None


def moments(name, values):
    return {
        "name": name,
        "values": values,
        "sum": finite(lambda: math.fsum(values)),
        "sumOfSquares": finite(lambda: float(sum(Fraction(x) ** 2 for x in values))),
        "mean": statistics.mean(values),
        "variance0": finite(lambda: statistics.pvariance(values)),
        "variance1": finite(lambda: statistics.variance(values)),
        "standardDeviation0": finite(lambda: statistics.pstdev(values)),
        "standardDeviation1": finite(lambda: statistics.stdev(values)),
    }


def all_moments():
    rng = random.Random(20260101)
    wide = [rng.uniform(-1, 1) * 2.0 ** rng.randint(-1020, 1000) for _ in range(60)]
    tiny = [rng.uniform(-1, 1) * 2.0 ** rng.randint(-1070, -1000) for _ in range(40)]
    return [
        moments("one to four", [1.0, 2.0, 3.0, 4.0]),
        moments("ten tenths", [0.1] * 10),
        moments("a single value", [-2.5]),
        moments("zeros of both signs", [0.0, -0.0, -0.0]),
        moments("cancellation", [1e16, 1.0, -1e16, 1e-16, 1e100, -1e100]),
        moments("a tie rounds to even, down", [1.0, 2.0**-53]),
        moments("a tie rounds to even, up", [1.0 + 2.0**-52, 2.0**-53]),
        moments("a tie broken far below", [1.0, 2.0**-53, 2.0**-1074]),
        moments("a tie broken from above", [1.0, 2.0**-53, -(2.0**-1074)]),
        moments("the largest doubles", [1.7976931348623157e308, 1.7976931348623157e308]),
        moments("large and opposite", [1.7976931348623157e308, -1.7976931348623157e308, 1.0]),
        moments("subnormal", [5e-324, 5e-324, -1.5e-323, 2.2250738585072014e-308]),
        moments("a small spread on a large mean", [1e9 + x for x in (4.0, 7.0, 13.0, 16.0)]),
        moments("a constant column", [0.1] * 7),
        moments("negative total", [-(2.0**70), 3.0, -5e-3]),
        moments("uniform", [rng.uniform(0, 1) for _ in range(50)]),
        moments("normal", [rng.gauss(1000, 3) for _ in range(50)]),
        moments("exponents of the whole range", wide),
        moments("exponents near underflow", tiny),
    ]


def quotas(total, ratios, minimum):
    """Largest remainder, as defined in the Javadoc, with ratios as decimal fractions."""
    exact = [total * Fraction(ratio) for ratio in ratios]
    rows = [math.floor(share) for share in exact]
    by_remainder = sorted(range(len(rows)), key=lambda i: (rows[i] - exact[i], i))
    for i in by_remainder[: total - sum(rows)]:
        rows[i] += 1
    wanted = [i for i, share in enumerate(ratios) if Fraction(share) > 0]
    if minimum * len(wanted) <= total:
        for i in wanted:
            while rows[i] < minimum:
                rows[rows.index(max(rows))] -= 1
                rows[i] += 1
    return {
        "total": total,
        "ratios": [float(ratio) for ratio in ratios],
        "minimum": minimum,
        "rows": rows,
    }


def all_quotas():
    shapes = [
        ["0.8", "0.1", "0.1"],
        ["0.7", "0.15", "0.15"],
        ["0.8", "0.2", "0"],
        ["0.1", "0.2", "0.7"],
        ["0.25", "0.25", "0.25", "0.25"],
        ["0", "0", "1"],
    ]
    cases = [quotas(n, shape, 1) for shape in shapes for n in range(13)]
    cases += [quotas(n, shapes[0], m) for m in (0, 2, 3) for n in (1, 5, 6, 8, 9, 10)]
    cases += [quotas(n, shape, 1) for shape in shapes for n in (48842, 494021, 10**12 + 7)]
    return cases


def write(name, cases):
    lines = ",\n".join(json.dumps(case) for case in cases)
    (HERE / name).write_text("[\n" + lines + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    write("moments.json", all_moments())
    write("quotas.json", all_quotas())
