"""The content hash of prepared data, recomputed from its Parquet files without any code of Winnow.

    pip install pyarrow numpy
    python3 content_hash.py --run RUN_DIR

Reads RUN_DIR/prepared/{train,validation,test} and prints one JSON document: the hash and the rows
of the whole and of each split. Both layouts are read: a column `features` with MLlib vectors (dense
or sparse), or one double column for each feature.

Each row is hashed by SHA-256 and the hashes are added modulo 2**256. The bytes of a row are the
name of the split and the row key, each as the number of its UTF-8 bytes (4 bytes, big-endian) and
these bytes, then the label and each feature as an IEEE double (8 bytes, big-endian), -0.0 as 0.0
and every NaN, which stands for a missing label, as 7ff8000000000000.
"""

import argparse
import hashlib
import json
import struct
from pathlib import Path

import numpy

SPLITS = ("train", "validation", "test")
MODULUS = 1 << 256


def text(value):
    encoded = value.encode("utf-8")
    return struct.pack(">I", len(encoded)) + encoded


def doubles(values):
    """Canonical big-endian bytes of an array of doubles."""
    canonical = numpy.asarray(values, dtype=numpy.float64) + 0.0
    canonical[numpy.isnan(canonical)] = numpy.nan
    return canonical.astype(">f8").tobytes()


def row_hash(split, row_key, label, features):
    row = text(split) + text(row_key) + doubles([label]) + doubles(features)
    return int.from_bytes(hashlib.sha256(row).digest(), "big")


def content_hash(rows):
    """The hash of rows (split, row_key, label, features), in whatever order they come."""
    return sum(row_hash(*row) for row in rows) % MODULUS


def hexadecimal(number):
    return format(number, "064x")


def dense(vector):
    """An MLlib vector: {type: 1, values} or {type: 0, size, indices, values}."""
    if vector["type"] == 1:
        return vector["values"]
    features = numpy.zeros(vector["size"])
    features[vector["indices"]] = vector["values"]
    return features


def batch_rows(batch):
    """The rows (row_key, label, features) of one record batch."""
    keys = batch.column("row_key").to_pylist()
    labels = [float("nan") if x is None else float(x) for x in batch.column("label").to_pylist()]
    if "features" in batch.schema.names:
        vectors = (dense(vector) for vector in batch.column("features").to_pylist())
    else:
        names = [f.name for f in batch.schema if f.type == "double" and f.name != "label"]
        columns = [batch.column(name).to_numpy(zero_copy_only=False) for name in names]
        vectors = numpy.stack(columns, axis=1) if columns else [[] for _ in keys]
    return zip(keys, labels, vectors)


def folder_rows(folder, split):
    """The rows (split, row_key, label, features) of a folder of Parquet files."""
    from pyarrow import parquet

    for path in sorted(folder.glob("*.parquet")):
        for batch in parquet.ParquetFile(path).iter_batches():
            for row in batch_rows(batch):
                yield (split, *row)


def run_hashes(run):
    report = {"splits": {}}
    total = 0
    rows = 0
    for split in SPLITS:
        folder = run / "prepared" / split
        if not folder.is_dir():
            continue
        hashes = [row_hash(*row) for row in folder_rows(folder, split)]
        subtotal = sum(hashes) % MODULUS
        report["splits"][split] = {"rows": len(hashes), "contentHash": hexadecimal(subtotal)}
        total += subtotal
        rows += len(hashes)
    report["rows"] = rows
    report["contentHash"] = hexadecimal(total % MODULUS)
    return report


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--run", type=Path, required=True, help="folder of a run")
    print(json.dumps(run_hashes(parser.parse_args().run), indent=2))


if __name__ == "__main__":
    main()
