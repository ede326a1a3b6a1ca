"""Writes a trained reader of bearings as the product runs it: `python -m training.bearings.export --data ../shared/data --model build/bearings --out models/bearings`."""

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch

from training.bearings.model import PARTS, BearingReader, statement_parts
from training.bearings.pairs import Passage, pair_of, pairs_of, read
from training.bearings.train import HELD_OUT
from training.corpora import ACTS, CERTAINTIES
from training.describe import describe
from training.encoder_graph import FLOAT, INT, WIDTH, arrays, encoder_inputs, encoder_nodes, loudest
from training.graph import MICROSOFT, Graph
from training.start import vocabulary
from training.text.windows import costs_of
from training.text.words import Pieces


def encoder_graph(model: BearingReader, top: int, loud: dict) -> onnx.ModelProto:
    g = Graph("encoder")
    x = encoder_nodes(g, model.encoder, top, loud, "parts")
    words = g.op("Gather", x, "texts", axis=1)
    claim = g.op("ReduceMean", g.op("Gather", x, "claim", axis=1), axes=[1], keepdims=0)
    return g.model(
        {**encoder_inputs("parts", [1, "positions"]), "texts": (INT, ["words"]), "claim": (INT, ["asked"])},
        {"words": (words, [1, "words", WIDTH]), "claim_mean": (claim, [1, WIDTH])},
    )


def head_graph(model: BearingReader) -> onnx.ModelProto:
    w, g = arrays(model.head), Graph("head")
    hidden = g.op("Gelu", g.linear("statements", w["1.weight"], w["1.bias"]), domain=MICROSOFT)
    chances = g.op("Softmax", g.linear(hidden, w["4.weight"], w["4.bias"]), axis=-1)
    size = PARTS * WIDTH + len(ACTS) + len(CERTAINTIES) + 1
    return g.model({"statements": (FLOAT, ["count", size])}, {"chances": (chances, ["count", 4])})


def parity(folder: Path, passages: list[Passage], pieces: Pieces) -> list[dict]:
    """Texts and claims with what Python makes of them by the shipped networks: the product must make the same of them."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    encoder, head = (onnxruntime.InferenceSession(str(folder / f"{n}.onnx"), options) for n in ("encoder", "head"))
    told = []
    for passage in passages:
        at = len(told) % 3
        pair = pair_of(passage, passage.claims[at], [one.golds[at] for one in passage.said], pieces)
        fed = {"ids": [pair.ids], "places": list(range(len(pair.ids))), "shapes": [pair.shapes], "parts": [pair.parts]}
        fed |= {"texts": pair.texts, "claim": pair.claim}
        words, claim = encoder.run(None, {k: np.array(v, np.int32) for k, v in fed.items()})
        rows = [statement_parts(torch.from_numpy(words[0]), torch.from_numpy(claim[0]), s[0], (s[1], s[2])) for s in pair.said]
        chances = head.run(None, {"statements": torch.stack(rows).numpy()})[0]
        wide = [0]
        for character in passage.text:
            wide.append(wide[-1] + len(character.encode("utf-16-le")) // 2)

        def spans(role: list[int]) -> list[list[int]]:
            return [[wide[passage.words.spans[w][0]], wide[passage.words.spans[w][1]]] for w in role]

        told.append(
            {
                "text": passage.text,
                "claim": passage.claims[at],
                "statements": [
                    {
                        **{role: spans(words) for role, words in zip(("source", "cue", "content"), one.roles)},
                        "act": ACTS[one.act],
                        "certainty": CERTAINTIES[one.certainty],
                        "chances": [round(float(c), 6) for c in row],
                    }
                    for one, row in zip(passage.said, chances)
                ],
            }
        )
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    config = json.loads((args.model / "config.json").read_text())
    model = BearingReader(config)
    model.load_state_dict(torch.load(args.model / "model.pt"))
    model.eval()
    args.out.mkdir(parents=True, exist_ok=True)
    pieces = Pieces(vocabulary())
    known = [p for p in sorted((args.data / "passages").glob("*.jsonl")) if p.stem not in HELD_OUT]
    some = pairs_of(read(known, pieces, config["budget"], config["overlap"])[::5], pieces, None)[::3]

    def read_some() -> None:
        for at in range(0, len(some), 4):
            model(some[at : at + 4])

    loud = loudest(model.encoder, read_some, config["loud"])
    onnx.save(encoder_graph(model, config["top"], loud), args.out / "encoder.onnx")
    onnx.save(head_graph(model), args.out / "head.onnx")
    (args.out / "vocabulary.txt").write_text("\n".join(vocabulary()) + "\n")
    shutil.copy(args.model / "config.json", args.out / "config.json")
    held = read([p for p in sorted((args.data / "passages").glob("*.jsonl")) if p.stem in HELD_OUT], pieces, config["budget"], config["overlap"])
    short = [p for p in held if sum(costs_of(p.words)) <= config["budget"]][:50]
    (args.out / "parity.json").write_text(json.dumps(parity(args.out, short, pieces), ensure_ascii=False, indent=1) + "\n")
    describe(args.out, config, {"budget": config["budget"], "overlap": config["overlap"]})


if __name__ == "__main__":
    main()
