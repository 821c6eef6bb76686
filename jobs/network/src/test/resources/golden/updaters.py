"""Writes updaters.json: the weight and bias of y = w x + b after each of four steps per optimizer.

Loss: mean squared error over two rows. The formulas are those of the papers, in the form and with
the constants that Deeplearning4j documents: Adam, AdaMax and Nadam with b1 = 0.9, b2 = 0.999 and
e = 1e-8, RMSProp with decay 0.95 and e = 1e-8, AdaGrad with e = 1e-6, AdaDelta with decay 0.95 and
e = 1e-6, Nesterov momentum 0.9. Nadam does not correct the bias of its second moment, as the paper
does, so that its first steps are many times larger.
"""

import json
import pathlib

import numpy as np

X = np.array([1.0, -2.0])
Y = np.array([0.5, 3.0])
RATE, STEPS = 0.1, 4
B1, B2, EPSILON = 0.9, 0.999, 1e-8


def gradient(p, l1=0.0, l2=0.0):
    error = p[0] * X + p[1] - Y
    penalty = np.array([l1 * np.sign(p[0]) + l2 * p[0], 0.0])
    return np.array([2 * np.mean(error * X), 2 * np.mean(error)]) + penalty


def sgd(rate):
    return lambda g, s, t: rate(t) * g


def nesterovs(g, s, t):
    before = s.setdefault("v", np.zeros(2))
    s["v"] = 0.9 * before - RATE * g
    return 0.9 * before - 1.9 * s["v"]


def adam(g, s, t):
    s["m"] = B1 * s.get("m", 0) + (1 - B1) * g
    s["v"] = B2 * s.get("v", 0) + (1 - B2) * g * g
    rate = RATE * np.sqrt(1 - B2 ** (t + 1)) / (1 - B1 ** (t + 1))
    return rate * s["m"] / (np.sqrt(s["v"]) + EPSILON)


def ams_grad(g, s, t):
    s["m"] = B1 * s.get("m", 0) + (1 - B1) * g
    s["v"] = B2 * s.get("v", 0) + (1 - B2) * g * g
    s["h"] = np.maximum(s.get("h", 0), s["v"])
    rate = RATE * np.sqrt(1 - B2 ** (t + 1)) / (1 - B1 ** (t + 1))
    return rate * s["m"] / (np.sqrt(s["h"]) + EPSILON)


def ada_max(g, s, t):
    s["m"] = B1 * s.get("m", 0) + (1 - B1) * g
    s["u"] = np.maximum(B2 * s.get("u", 0), np.abs(g))
    return RATE / (1 - B1 ** (t + 1)) * s["m"] / (s["u"] + EPSILON)


def nadam(g, s, t):
    s["m"] = B1 * s.get("m", 0) + (1 - B1) * g
    s["v"] = B2 * s.get("v", 0) + (1 - B2) * g * g
    ahead = (B1 * s["m"] + (1 - B1) * g) / (1 - B1 ** (t + 1))
    return RATE * ahead / (np.sqrt(s["v"]) + EPSILON)


def rms_prop(g, s, t):
    s["c"] = 0.95 * s.get("c", EPSILON) + 0.05 * g * g
    return RATE * g / (np.sqrt(s["c"]) + EPSILON)


def ada_grad(g, s, t):
    s["h"] = s.get("h", 1e-6) + g * g
    return RATE * g / (np.sqrt(s["h"]) + 1e-6)


def ada_delta(g, s, t):
    s["g"] = 0.95 * s.get("g", 0) + 0.05 * g * g
    step = g * np.sqrt(s.get("x", 0) + 1e-6) / np.sqrt(s["g"] + 1e-6)
    s["x"] = 0.95 * s.get("x", 0) + 0.05 * step * step
    return step


def trajectory(update, **penalties):
    p, state, path = np.array([0.75, -0.25]), {}, []
    for t in range(STEPS):
        p = p - update(gradient(p, **penalties), state, t)
        path.append(p.tolist())
    return path


golden = {
    "x": X.tolist(),
    "y": Y.tolist(),
    "start": [0.75, -0.25],
    "rate": RATE,
    "updaters": {
        "SGD": trajectory(sgd(lambda t: RATE)),
        "NESTEROVS": trajectory(nesterovs),
        "ADAM": trajectory(adam),
        "ADA_MAX": trajectory(ada_max),
        "NADAM": trajectory(nadam),
        "AMS_GRAD": trajectory(ams_grad),
        "RMS_PROP": trajectory(rms_prop),
        "ADA_GRAD": trajectory(ada_grad),
        "ADA_DELTA": trajectory(ada_delta),
    },
    "schedules": {
        "EXPONENTIAL": trajectory(sgd(lambda t: RATE * 0.5**t)),
        "STEP": trajectory(sgd(lambda t: RATE * 0.5 ** (t // 2))),
        "INVERSE": trajectory(sgd(lambda t: RATE / (1 + 0.5 * t))),
    },
    "penalties": {
        "l1": trajectory(sgd(lambda t: RATE), l1=0.3),
        "l2": trajectory(sgd(lambda t: RATE), l2=0.3),
    },
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(golden, indent=1) + "\n")
