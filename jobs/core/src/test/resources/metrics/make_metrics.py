"""Writes classification.json and regression.json beside itself, with scikit-learn as the oracle.

    pip install scikit-learn==1.9.1
    python3 make_metrics.py

Probabilities are rounded to single precision first, as a network gives them, and widened to float64
for the log loss, which scikit-learn clips at that type's machine epsilon.
"""

import json
import math
import warnings
from pathlib import Path

import numpy
from sklearn import metrics

HERE = Path(__file__).parent
warnings.filterwarnings("ignore")


def single(table):
    return numpy.asarray(table, dtype=numpy.float32)


def roc_auc(actual, table):
    """None where a class has no rows or all of them."""
    classes = table.shape[1]
    if len(set(actual)) < classes:
        return None
    if classes == 2:
        return metrics.roc_auc_score(actual, table[:, 1])
    return metrics.roc_auc_score(actual, table, multi_class="ovr", average="macro")


def classification(name, actual, table):
    actual = numpy.asarray(actual)
    table = single(table)
    classes = list(range(table.shape[1]))
    predicted = table.argmax(axis=1)
    each = metrics.precision_recall_fscore_support(
        actual, predicted, labels=classes, zero_division=0
    )
    macro = {"average": "macro", "zero_division": 0}
    return {
        "name": name,
        "labels": [f"c{c}" for c in classes],
        "actual": actual.tolist(),
        # The shortest decimals of the floats: Java reads them back to the same bits.
        "probabilities": [[float(str(p)) for p in row] for row in table],
        "accuracy": metrics.accuracy_score(actual, predicted),
        "rocAuc": roc_auc(actual, table),
        "logLoss": metrics.log_loss(actual, table.astype(numpy.float64), labels=classes),
        "f1Macro": metrics.f1_score(actual, predicted, **macro),
        "precisionMacro": metrics.precision_score(actual, predicted, **macro),
        "recallMacro": metrics.recall_score(actual, predicted, **macro),
        "f1Weighted": metrics.f1_score(actual, predicted, average="weighted", zero_division=0),
        "balancedAccuracy": metrics.balanced_accuracy_score(actual, predicted),
        "precision": each[0].tolist(),
        "recall": each[1].tolist(),
        "f1": each[2].tolist(),
        "support": each[3].tolist(),
        "confusionMatrix": metrics.confusion_matrix(actual, predicted, labels=classes).tolist(),
    }


def softmax(scores):
    e = numpy.exp(scores - scores.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def all_classifications():
    rng = numpy.random.default_rng(20260101)

    def random_case(name, rows, classes, steps=None, weights=None):
        actual = rng.choice(classes, size=rows, p=weights)
        scores = rng.normal(size=(rows, classes)) + 1.2 * numpy.eye(classes)[actual]
        table = softmax(scores)
        if steps is not None:
            table = numpy.floor(table * steps) / steps
            table[range(rows), table.argmax(axis=1)] += 1 - table.sum(axis=1)
        return classification(name, actual, table)

    half = [[0.5, 0.5]]
    certain = numpy.eye(4)
    return [
        random_case("two classes", 80, 2),
        random_case("two classes, ties in the scores", 90, 2, steps=10),
        random_case("two classes, one of them rare", 60, 2, weights=[0.95, 0.05]),
        random_case("four classes", 70, 4),
        random_case("four classes, ties in the scores", 70, 4, steps=10),
        random_case("four classes, two of them absent", 30, 4, weights=[0.6, 0.4, 0, 0]),
        classification("all scores equal", [0, 1, 1, 0, 1], half * 5),
        classification("one class only", [1, 1, 1], [[0.3, 0.7], [0.6, 0.4], [0.2, 0.8]]),
        classification("a single row", [0], [[0.8, 0.2]]),
        classification("a single row, wrong", [2], [[0.5, 0.25, 0.25]]),
        classification("perfect and certain", [0, 1, 2, 3, 3], certain[[0, 1, 2, 3, 3]]),
        classification("wrong and certain", [0, 1, 2, 3], certain[[1, 0, 3, 3]]),
        classification(
            "a class never predicted",
            [0, 1, 2, 2, 1, 0],
            [
                [0.6, 0.3, 0.1],
                [0.2, 0.7, 0.1],
                [0.4, 0.35, 0.25],
                [0.1, 0.5, 0.4],
                [0.25, 0.5, 0.25],
                [0.1, 0.8, 0.1],
            ],
        ),
        classification(
            "a class neither seen nor predicted",
            [0, 1, 1, 0],
            [[0.6, 0.3, 0.1], [0.2, 0.7, 0.1], [0.5, 0.3, 0.2], [0.7, 0.2, 0.1]],
        ),
        classification(
            "a class predicted and not seen",
            [0, 1, 1, 0],
            [[0.6, 0.3, 0.1], [0.2, 0.7, 0.1], [0.1, 0.3, 0.6], [0.7, 0.2, 0.1]],
        ),
    ]


def regression(name, actual, predicted):
    actual = [float(x) for x in actual]
    predicted = [float(x) for x in predicted]
    r2 = metrics.r2_score(actual, predicted)
    return {
        "name": name,
        "actual": actual,
        "predicted": predicted,
        "mse": metrics.mean_squared_error(actual, predicted),
        "rmse": metrics.root_mean_squared_error(actual, predicted),
        "mae": metrics.mean_absolute_error(actual, predicted),
        "r2": None if math.isnan(r2) else r2,
    }


def all_regressions():
    rng = numpy.random.default_rng(20260101)
    target = rng.normal(100, 15, size=60)
    return [
        regression("noisy", target, target + rng.normal(0, 5, size=60)),
        regression("worse than the mean", target, target[::-1]),
        regression("perfect", target[:9], target[:9]),
        regression("a constant target", [3, 3, 3], [3, 4, 2.5]),
        regression("a constant target, perfect", [0.1, 0.1, 0.1], [0.1, 0.1, 0.1]),
        regression("a single row", [2], [5]),
        regression("a small spread on a large mean", 1e6 + target, 1e6 + target + 0.5),
    ]


def write(name, cases):
    lines = ",\n".join(json.dumps(case) for case in cases)
    (HERE / name).write_text("[\n" + lines + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    write("classification.json", all_classifications())
    write("regression.json", all_regressions())
