"""Writes splits.json beside itself: who goes where, worked out by sorting.

Rows of a stratum are sorted by MurmurHash3 of seed and key (mmh3); train takes the first ones,
validation the next, test the rest, by the largest remainder of the ratios with at least one row
for each split of a stratum that has enough. Rows whose hash equals that of the last row of a split
belong to it too, so that equal keys stay together. Splits are letters: r for train, v for validation,
s for test.

    pip install mmh3
    python3 make_splits.py
"""

import json
import math
import random
import struct
from fractions import Fraction
from pathlib import Path

import mmh3

# Rows of each stratum; the last stratum has none.
SIZES = [1, 2, 3, 4, 9, 10, 11, 97, 0]


def order(seed, key):
    return mmh3.hash64(struct.pack(">qqq", seed, *key), seed=0, x64arch=True, signed=False)[0]


def quotas(total, ratios):
    exact = [total * Fraction(ratio) for ratio in ratios]
    rows = [math.floor(share) for share in exact]
    for i in sorted(range(3), key=lambda i: (rows[i] - exact[i], i))[: total - sum(rows)]:
        rows[i] += 1
    wanted = [i for i in range(3) if Fraction(ratios[i]) > 0]
    if len(wanted) <= total:
        for i in wanted:
            if rows[i] == 0:
                rows[rows.index(max(rows))] -= 1
                rows[i] += 1
    return rows


def splits(rows, seed, ratios, strata):
    answer = [None] * len(rows)
    for stratum in set(strata):
        members = [i for i in range(len(rows)) if strata[i] == stratum]
        hashes = sorted(order(seed, rows[i]["key"]) for i in members)
        train, validation, _ = quotas(len(members), ratios)
        for i in members:
            rank = hashes.index(order(seed, rows[i]["key"]))
            answer[i] = "r" if rank < train else "v" if rank < train + validation else "s"
    return "".join(answer)


def main():
    rng = random.Random(20260101)
    rows = [
        {"stratum": stratum, "key": [rng.randint(-(2**63), 2**63 - 1) for _ in range(2)]}
        for stratum, size in enumerate(SIZES)
        for _ in range(size)
    ]
    # In the largest stratum every third row repeats a key.
    for i in range(len(rows) - 97, len(rows), 3):
        if rows[i - 1]["stratum"] == rows[i]["stratum"]:
            rows[i]["key"] = rows[i - 1]["key"]
    strata = [row["stratum"] for row in rows]
    cases = []
    for seed in (1, 2, -7):
        for ratios in ("0.8/0.1/0.1", "0.8/0.2/0", "0.1/0.2/0.7", "1/0/0"):
            for strategy in ("stratified", "random"):
                within = strata if strategy == "stratified" else [0] * len(rows)
                cases.append(
                    {
                        "name": f"{strategy} {ratios} seed {seed}",
                        "strategy": strategy,
                        "seed": seed,
                        "ratios": ratios,
                        "splits": splits(rows, seed, ratios.split("/"), within),
                    }
                )
    lines = ",\n".join(json.dumps(case) for case in cases)
    shown = ",\n".join(json.dumps(row) for row in rows)
    text = '{"rows": [\n' + shown + '\n],\n"cases": [\n' + lines + "\n]}\n"
    (Path(__file__).parent / "splits.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
