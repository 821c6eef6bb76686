"""Writes curves.json beside itself, with scikit-learn as the oracle, over the rows of classification.json.

    pip install scikit-learn==1.9.1
    python3 make_curves.py
"""

import json
from pathlib import Path

import numpy
from sklearn import calibration, metrics

HERE = Path(__file__).parent


def curve(case, label):
    index = case["labels"].index(label)
    actual = (numpy.asarray(case["actual"]) == index).astype(int)
    scores = numpy.asarray(case["probabilities"], dtype=numpy.float32)[:, index].astype(float)
    if len(set(actual)) < 2:
        return None
    false_rate, true_rate, _ = metrics.roc_curve(actual, scores, drop_intermediate=False)
    precision, recall, _ = metrics.precision_recall_curve(actual, scores)
    observed, mean = calibration.calibration_curve(actual, scores, n_bins=10, strategy="uniform")
    return {
        "label": label,
        "rocAuc": metrics.roc_auc_score(actual, scores),
        "averagePrecision": metrics.average_precision_score(actual, scores),
        # Without the point (0, 0) in front.
        "falseRate": false_rate[1:].tolist(),
        "trueRate": true_rate[1:].tolist(),
        # From the highest threshold down, without the point (0, 1) that scikit-learn adds.
        "precision": precision[:-1][::-1].tolist(),
        "recall": recall[:-1][::-1].tolist(),
        "observed": observed.tolist(),
        "meanScore": mean.tolist(),
    }


def main():
    cases = json.loads((HERE / "classification.json").read_text())
    golden = []
    for case in cases:
        labels = case["labels"][1:] if len(case["labels"]) == 2 else case["labels"]
        curves = [curve(case, label) for label in labels]
        golden.append({"name": case["name"], "curves": [c for c in curves if c is not None]})
    lines = ",\n".join(json.dumps(case) for case in golden)
    (HERE / "curves.json").write_text(f"[\n{lines}\n]\n")


main()
