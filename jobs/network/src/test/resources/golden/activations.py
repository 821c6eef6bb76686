"""Writes activations.json: activation functions in numpy, and a forward pass through three layers."""

import json
import pathlib

import numpy as np

ALPHA, SCALE = 1.6732632423543772, 1.0507009873554805


def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


FUNCTIONS = {
    "IDENTITY": lambda z: z,
    "RELU": lambda z: np.maximum(z, 0),
    "LEAKY_RELU": lambda z: np.where(z > 0, z, 0.01 * z),
    "ELU": lambda z: np.where(z > 0, z, np.expm1(z)),
    "SELU": lambda z: SCALE * np.where(z > 0, z, ALPHA * np.expm1(z)),
    "GELU": lambda z: z * sigmoid(1.702 * z),
    "SWISH": lambda z: z * sigmoid(z),
    "SOFTPLUS": lambda z: np.log1p(np.exp(z)),
    "SIGMOID": sigmoid,
    "TANH": np.tanh,
    "SOFTMAX": softmax,
}

inputs = np.array([-3.0, -1.25, -0.5, 0.0, 0.25, 1.0, 2.5])
random = np.random.default_rng(7)
rows = random.normal(size=(4, 3))
layers = []
values = rows
for name, size in [("RELU", 5), ("TANH", 4), ("SOFTMAX", 3)]:
    weights = random.normal(size=(values.shape[1], size))
    bias = random.normal(size=size)
    layers.append({"activation": name, "weights": weights.tolist(), "bias": bias.tolist()})
    values = FUNCTIONS[name](values @ weights + bias)

golden = {
    "inputs": inputs.tolist(),
    "outputs": {name: f(inputs).tolist() for name, f in FUNCTIONS.items()},
    "forward": {"rows": rows.tolist(), "layers": layers, "outputs": values.tolist()},
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(golden, indent=1) + "\n")
