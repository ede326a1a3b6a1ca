"""The three networks of a tagger behind one face: as PyTorch trained them, and as ONNX files that ship."""

from pathlib import Path
from typing import Protocol

import numpy as np
import torch

from training.tagger.model import Tagger, distance_bucket


class Networks(Protocol):
    def encoder(self, ids: list[int], shapes: list[int], style: int, heads: list[int]) -> tuple[np.ndarray, np.ndarray]:
        """Words [T, width] and the chances of each to be no cue, an outer or an inner one [T, 3]."""

    def spans(self, words: np.ndarray, anchors: list[int]) -> np.ndarray:
        """Scores [N, T, labels]."""

    def tone(self, parts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Chances of acts [N, 7] and certainties [N, 4]."""


class Trained:
    def __init__(self, model: Tagger):
        self.model = model.eval()

    @torch.no_grad()
    def encoder(self, ids, shapes, style, heads):
        words = self.model.words(torch.tensor([ids]), torch.tensor([shapes]), torch.tensor([style]), torch.tensor([heads]))
        return words[0].numpy(), torch.softmax(self.model.cue(words), -1)[0].numpy()

    @torch.no_grad()
    def spans(self, words, anchors):
        places = torch.tensor(anchors)
        return self.model.span(torch.from_numpy(words)[None], torch.zeros_like(places), places).numpy()

    @torch.no_grad()
    def tone(self, parts):
        act, certainty = self.model.tone(torch.from_numpy(parts))
        return torch.softmax(act, -1).numpy(), torch.softmax(certainty, -1).numpy()


class Shipped:
    def __init__(self, folder: Path):
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        self.sessions = {n: onnxruntime.InferenceSession(str(folder / f"{n}.onnx"), options) for n in ("encoder", "spans", "tone")}

    def encoder(self, ids, shapes, style, heads):
        fed = {"ids": [ids], "places": list(range(len(ids))), "shapes": [shapes], "style": [style], "heads": heads}
        words, cues = self.sessions["encoder"].run(None, {k: np.array(v, np.int32) for k, v in fed.items()})
        return words[0], cues[0]

    def spans(self, words, anchors):
        places = np.array(anchors, np.int32)
        distances = distance_bucket(torch.arange(len(words))[None] - torch.from_numpy(places)[:, None]).numpy().astype(np.int32)
        return self.sessions["spans"].run(None, {"words": words[None], "anchors": places, "distances": distances})[0]

    def tone(self, parts):
        act, certainty = self.sessions["tone"].run(None, {"parts": parts})
        return act, certainty
