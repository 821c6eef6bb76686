"""Writes buckets.json beside itself: the hash bucket of texts, with MurmurHash3 from mmh3.

The 128-bit number is the first 64-bit word times 2^64 plus the second, of the canonical encoding
of the two texts (name of the column, category): the byte 2, length as 4 bytes big-endian, UTF-8.

    pip install mmh3
    python3 make_buckets.py
"""

import json
import struct
from pathlib import Path

import mmh3


def text(value):
    encoded = value.encode("utf-8")
    return b"\x02" + struct.pack(">I", len(encoded)) + encoded


def bucket(column, value, buckets):
    high, low = mmh3.hash64(text(column) + text(value), seed=0, x64arch=True, signed=False)
    return ((high << 64) + low) % buckets


CASES = [
    {"column": column, "buckets": buckets, "texts": texts, "expected": [bucket(column, t, buckets) for t in texts]}
    for texts in [["a", "b", "", "<missing>", "Zürich", "日本語", "x" * 300, "12.5", "k=v"]]
    for column in ["city", "job"]
    for buckets in [2, 7, 64, 1000, 1 << 20]
]
Path(__file__).with_name("buckets.json").write_text("[\n" + ",\n".join(json.dumps(c) for c in CASES) + "\n]\n")
