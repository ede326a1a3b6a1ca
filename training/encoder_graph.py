"""The encoder as an ONNX graph with int8 products: the part that all models share."""

from collections.abc import Callable

import numpy as np
import torch
from onnx import TensorProto

from training.encoder import Encoder
from training.graph import MICROSOFT, Graph, quantized

INT, FLOAT = TensorProto.INT32, TensorProto.FLOAT
WIDTH, HEADS = 384, 12


def arrays(module: torch.nn.Module) -> dict[str, np.ndarray]:
    return {name: value.detach().numpy().astype(np.float32) for name, value in module.state_dict().items()}


def loudest(encoder: Encoder, read_some: Callable[[], None], counts: dict[str, int]) -> dict[str, np.ndarray]:
    """
    Of each linear layer's inputs those with the largest values anywhere in what `read_some` sends through the encoder: as many as
    `counts` says for a layer of that name.
    """
    peaks: dict[str, torch.Tensor] = {}
    hooks = []
    for name, layer in encoder.named_modules():
        if isinstance(layer, torch.nn.Linear):

            def note(_, inputs, name=name):
                peak = inputs[0].detach().abs().amax((0, 1))
                peaks[name] = torch.maximum(peaks[name], peak) if name in peaks else peak

            hooks.append(layer.register_forward_pre_hook(note))
    with torch.no_grad():
        read_some()
    for hook in hooks:
        hook.remove()
    return {name: np.sort(peak.topk(counts.get(name.split(".")[-1], 0)).indices.numpy()) for name, peak in peaks.items()}


def encoder_inputs(style: str, style_shape: list) -> dict[str, tuple[int, list]]:
    return {
        "ids": (INT, [1, "positions"]),
        "places": (INT, ["positions"]),
        "shapes": (INT, [1, "positions"]),
        style: (INT, style_shape),
    }


def encoder_nodes(g: Graph, encoder: Encoder, top: int, loud: dict[str, np.ndarray], style: str = "style") -> str:
    """The encoder's nodes; `top` is the largest int8 code of a weight, 0 for an encoder in float. Returns its output [1, L, width]."""
    w = arrays(encoder)

    def product(x: str, name: str) -> str:
        weight, bias = w[f"{name}.weight"], w[f"{name}.bias"]
        return g.linear_int8(x, weight, bias, top, loud[name]) if top else g.linear(x, weight, bias)

    def norm(x: str, y: str, name: str) -> str:
        return g.op("LayerNormalization", g.op("Add", x, y), g.weight(w[f"{name}.weight"]), g.weight(w[f"{name}.bias"]), epsilon=1e-12)

    codes, scale = quantized(w["word.weight"])
    word = g.op("Mul", g.op("Cast", g.op("Gather", g.weight(codes), "ids"), to=FLOAT), g.op("Gather", g.weight(scale[:, None]), "ids"))
    place = g.op("Gather", g.weight(w["place.weight"]), "places")
    shape = g.op("Gather", g.weight(w["shape.weight"]), "shapes")
    x = g.op("Add", g.op("Add", word, shape), g.op("Add", place, g.op("Gather", g.weight(w["style.weight"]), style)))
    x = g.op("LayerNormalization", x, g.weight(w["norm.weight"]), g.weight(w["norm.bias"]), epsilon=1e-12)
    for at in range(len(encoder.layers)):
        own = f"layers.{at}"
        q, k, v = g.op("Split", product(x, f"{own}.qkv"), g.weight(np.array([WIDTH] * 3)), outputs=3, axis=2)
        seen = g.op("MultiHeadAttention", q, k, v, domain=MICROSOFT, num_heads=HEADS)
        x = norm(x, product(seen, f"{own}.out"), f"{own}.norm_a")
        inner = g.op("Gelu", product(x, f"{own}.up"), domain=MICROSOFT)
        x = norm(x, product(inner, f"{own}.down"), f"{own}.norm_b")
    return x
