"""Writes rows.json, seeded.json and content.json beside itself.

MurmurHash3 comes from mmh3, SHA-256 from hashlib; the encodings are written down here once more.

    pip install mmh3 numpy
    python3 make_hashes.py
"""

import json
import math
import random
import struct
from pathlib import Path

import content_hash
import mmh3

HERE = Path(__file__).parent


def words(encoded):
    return mmh3.hash64(encoded, seed=0, x64arch=True, signed=False)


def cell(value):
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return b"\x00"
    if isinstance(value, float):
        return b"\x01" + struct.pack(">d", value + 0.0)
    encoded = value.encode("utf-8")
    return b"\x02" + struct.pack(">I", len(encoded)) + encoded


def rows():
    cases = [
        [],
        ["a", None],
        [None, "a"],
        ["ab", "c"],
        ["a", "bc"],
        [""],
        [None],
        [0.0],
        [-0.0],
        [float("nan")],
        [1.5, -2.25, 1e300, 5e-324],
        ["Zürich", "日本語", "👍", "e\u0301"],
        [39.0, "State-gov", 77516.0, "Bachelors", None, "<=50K"],
        ["x" * 15],
        ["x" * 400, 1.0],
    ]
    return [
        {
            "cells": ["NaN" if isinstance(v, float) and math.isnan(v) else v for v in cells],
            "hash": "%016x%016x" % words(b"".join(cell(v) for v in cells)),
        }
        for cells in cases
    ]


def seeded():
    rng = random.Random(20260101)
    cases = []
    for seed in (0, 1, -1, 42, 2**63 - 1, -(2**63)):
        high, low, epoch = (rng.randint(-(2**63), 2**63 - 1) for _ in range(3))
        cases.append(
            {
                "seed": seed,
                "round": epoch,
                "high": high,
                "low": low,
                "order": str(words(struct.pack(">qqq", seed, high, low))[0]),
                "orderInRound": str(words(struct.pack(">qqqq", seed, epoch, high, low))[0]),
            }
        )
    return cases


def content():
    rng = random.Random(20260101)
    few = [
        ("train", "k1", 1.0, [0.0, -0.0, 1.5]),
        ("train", "k1", 1.0, [0.0, -0.0, 1.5]),
        ("test", "schlüssel", -0.0, []),
        ("validation", "", float("nan"), [float("nan"), 5e-324]),
    ]
    many = []
    for i in range(40):
        features = [rng.gauss(0, 1) for _ in range(4)]
        many.append((rng.choice(content_hash.SPLITS), f"{i:032x}", float(i % 3), features))
    sets = {"no rows": [], "one row": few[:1], "special values": few, "forty rows": many}
    return [
        {
            "name": name,
            "rows": [
                {"split": s, "rowKey": k, "label": repr(y), "features": [repr(x) for x in xs]}
                for s, k, y, xs in data
            ],
            "hash": content_hash.hexadecimal(content_hash.content_hash(data)),
        }
        for name, data in sets.items()
    ]


def write(name, cases):
    lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases)
    text = ("[\n" + lines + "\n]\n").replace('"nan"', '"NaN"')
    (HERE / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write("rows.json", rows())
    write("seeded.json", seeded())
    write("content.json", content())
