"""Builds ONNX graphs node by node: small, readable, and with the kernels that run int8 products in one step."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET = 17
MICROSOFT = "com.microsoft"


class Graph:
    def __init__(self, name: str):
        self.name, self.nodes, self.weights, self.count = name, [], [], 0

    def weight(self, value: np.ndarray, label: str = "w") -> str:
        name = self._name(label)
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def op(self, kind: str, *inputs: str, domain: str = "", outputs: int = 1, **attributes):
        names = [self._name(kind) for _ in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, domain=domain, **attributes))
        return names[0] if outputs == 1 else names

    def linear(self, x: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """x · weightᵀ + bias in float; weight: [out, in] as PyTorch keeps it."""
        return self.op("Add", self.op("MatMul", x, self.weight(weight.T)), self.weight(bias))

    def linear_int8(self, x: str, weight: np.ndarray, bias: np.ndarray, top: int, loud: np.ndarray) -> str:
        """
        The same with weights in int8, one scale per output, and x quantized as it comes. The `loud` inputs, a few whose values are many
        times those of the others, go by in float: one scale for all would leave the others few steps (Dettmers et al. 2022, LLM.int8()).
        """
        quiet = np.ones(weight.shape[1], np.float32)
        quiet[loud] = 0
        codes, scale = quantized(weight * quiet, top)
        zero = self.weight(np.zeros(len(scale), np.int8))
        kept = x if len(loud) == 0 else self.op("Mul", x, self.weight(quiet))
        inputs = [kept, self.weight(codes.T), self.weight(scale), zero, self.weight(bias)]
        product = self.op("DynamicQuantizeMatMul", *inputs, domain=MICROSOFT)
        if len(loud) == 0:
            return product
        aside = self.op("MatMul", self.op("Gather", x, self.weight(loud.astype(np.int64)), axis=2), self.weight(weight[:, loud].T))
        return self.op("Add", product, aside)

    def model(self, inputs: dict[str, tuple[int, list]], outputs: dict[str, tuple[str, list]]) -> onnx.ModelProto:
        """inputs: name → (type, shape); outputs: name → (node output, shape). A string in a shape is free."""
        nodes = [*self.nodes, *(helper.make_node("Identity", [source], [name]) for name, (source, _) in outputs.items())]
        graph = helper.make_graph(
            nodes,
            self.name,
            [helper.make_tensor_value_info(name, kind, shape) for name, (kind, shape) in inputs.items()],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, (_, shape) in outputs.items()],
            self.weights,
        )
        made = helper.make_model(
            graph, opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)], producer_name="hearsay"
        )
        made.ir_version = 9
        return made

    def _name(self, label: str) -> str:
        self.count += 1
        return f"{label}_{self.count}"


def quantized(weight: np.ndarray, top: int = 127) -> tuple[np.ndarray, np.ndarray]:
    """int8 codes in [−top, top] and one scale per row: weight ≈ codes · scale."""
    scale = np.maximum(np.abs(weight).max(1), 1e-12) / top
    return np.clip(np.rint(weight / scale[:, None]), -top, top).astype(np.int8), scale.astype(np.float32)
