"""
Writes a trained tagger as the product runs it: `python -m training.tagger.export --model build/tagger --out models/tagger`. The encoder's
products are int8, the heads are float. Beside the weights lie the vocabulary, the settings, the config they were trained with, the
checksums of all, and sentences with the scores that Python gives them.
"""

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch

from training.corpora import PASSAGES, Article, held_out, passages
from training.tagger.examples import batch_of, examples_of
from training.encoder_graph import FLOAT, INT, WIDTH, arrays, encoder_inputs, encoder_nodes, loudest
from training.describe import describe
from training.graph import MICROSOFT, Graph
from training.start import vocabulary
from training.tagger.evaluate import spans
from training.tagger.model import Chain, Tagger
from training.tagger.networks import Shipped
from training.tagger.predict import predict
from training.text.words import Pieces, words_of

def encoder_graph(model: Tagger, top: int, loud: dict[str, np.ndarray]) -> onnx.ModelProto:
    g = Graph("encoder")
    x = encoder_nodes(g, model.encoder, top, loud)
    words = g.op("Gather", x, "heads", axis=1)
    c = arrays(model.cue)
    hidden = g.op("Gelu", g.linear(words, c["layers.1.weight"], c["layers.1.bias"]), domain=MICROSOFT)
    cues = g.op("Softmax", g.linear(hidden, c["layers.4.weight"], c["layers.4.bias"]), axis=-1)
    return g.model(
        {**encoder_inputs("style", [1]), "heads": (INT, ["words"])},
        {"words": (words, [1, "words", WIDTH]), "cues": (cues, [1, "words", 3])},
    )


# The products of the span head that take time.
LARGE = ("word", "word_gate", "mix")


def spans_graph(model: Tagger, top: int) -> onnx.ModelProto:
    w, g = arrays(model.span), Graph("spans")
    quiet = np.array([], int)

    def linear(x: str, name: str) -> str:
        weight, bias = w[f"{name}.weight"], w[f"{name}.bias"]
        return g.linear_int8(x, weight, bias, top, quiet) if top and name in LARGE else g.linear(x, weight, bias)

    own = g.op("Transpose", g.op("Gather", "words", "anchors", axis=1), perm=[1, 0, 2])
    gated = g.op("Mul", linear("words", "word_gate"), linear(own, "anchor_gate"))
    mixed = g.op("Add", g.op("Add", linear("words", "word"), linear(own, "anchor")), gated)
    far = g.op("Gather", g.weight(w["distance.weight"]), "distances")
    hidden = g.op("Gelu", g.op("Add", mixed, far), domain=MICROSOFT)
    hidden = g.op("Add", hidden, g.op("Gelu", linear(hidden, "mix"), domain=MICROSOFT))
    scores = linear(hidden, "label")
    return g.model(
        {"words": (FLOAT, [1, "words", WIDTH]), "anchors": (INT, ["anchors"]), "distances": (INT, ["anchors", "words"])},
        {"scores": (scores, ["anchors", "words", w["label.bias"].shape[0]])},
    )


def tone_graph(model: Tagger) -> onnx.ModelProto:
    w, g = arrays(model.tone), Graph("tone")
    hidden = g.op("Gelu", g.linear("parts", w["layers.1.weight"], w["layers.1.bias"]), domain=MICROSOFT)

    def chances(name: str) -> str:
        return g.op("Softmax", g.linear(hidden, w[f"{name}.weight"], w[f"{name}.bias"]), axis=-1)

    return g.model(
        {"parts": (FLOAT, ["attributions", 5 * WIDTH])},
        {"act": (chances("act"), ["attributions", 7]), "certainty": (chances("certainty"), ["attributions", 4])},
    )


def settings_of(config: dict, chain: Chain) -> dict:
    step, start, end = (value.detach() for value in chain.scores())
    return {
        "budget": config["budget"],
        "overlap": config["overlap"],
        "threshold": config["threshold"],
        "step": [round(float(v), 6) for v in step.flatten()],
        "start": [round(float(v), 6) for v in start],
        "end": [round(float(v), 6) for v in end],
    }


# What a text can hold that news prose seldom does.
ODD = [
    "",
    "Dam.",
    "😀 said 😀 that 😀.",
    "“Ça va,” dit-il, naïve façade, İstanbul.",
    "The dam is safe, the mayor said",
    "nobody said anything and nothing was written",
    "QUEST: Was it you?\n\nHALE: It was not, I told them so.",
    "x" * 300 + " said that " + "y" * 300 + ".",
    'The "expert" "said" it was "fine".',
    "A\tB\u00a0C\r\nD – according to E — F…",
]


def parity(networks: Shipped, chain: Chain, own: list[Article], pieces: Pieces, config: dict, style: int) -> list[dict]:
    """Short texts with what Python finds in them by the shipped networks: the product must find the same."""
    texts = [*(a.text for a in own[: 50 - len(ODD)]), *ODD]
    told = []
    for text in texts:
        article = Article("", text, words_of(text, pieces), style, True)
        found = predict(networks, chain, [article], pieces, config)[0] if article.words.spans else []
        # Offsets in UTF-16 code units, as the product counts.
        wide = [0]
        for character in text:
            wide.append(wide[-1] + len(character.encode("utf-16-le")) // 2)
        roles = [{r: [[wide[a], wide[b]] for a, b in spans(article, getattr(f, r))] for r in ("source", "cue", "content")} for f in found]
        told.append(
            {
                "text": text,
                "attributions": [
                    {**r, "inner": f.inner, "score": round(f.score, 6), "act": f.act, "certainty": f.certainty} for r, f in zip(roles, found)
                ],
            }
        )
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of passages: what the inputs of layers are like is read off them")
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--top", type=int, default=None, help="largest int8 code of a weight; 0 leaves the encoder in float, to compare")
    args = parser.parse_args()
    config = json.loads((args.model / "config.json").read_text())
    model = Tagger(config)
    model.load_state_dict(torch.load(args.model / "model.pt"))
    model.eval()
    args.out.mkdir(parents=True, exist_ok=True)
    top = config["top"] if args.top is None else args.top
    pieces = Pieces(vocabulary())
    own = [a for a in passages(list((args.data / "passages").glob("*.jsonl")), pieces) if not held_out(a)]

    def read_some() -> None:
        for article in own[::4]:
            batch = batch_of(examples_of(article, pieces, config["budget"], config["overlap"], None))
            model.words(batch.ids, batch.shapes, batch.style, batch.heads)

    loud = loudest(model.encoder, read_some, config["loud"])
    for name, made in {"encoder": encoder_graph(model, top, loud), "spans": spans_graph(model, top), "tone": tone_graph(model)}.items():
        onnx.save(made, args.out / f"{name}.onnx")
    (args.out / "vocabulary.txt").write_text("\n".join(vocabulary()) + "\n")
    shutil.copy(args.model / "config.json", args.out / "config.json")
    every = passages(list((args.data / "passages").glob("*.jsonl")), pieces)
    styled = settings_of(config, model.chain)
    sentences = parity(Shipped(args.out), model.chain, [a for a in every if held_out(a)], pieces, config, PASSAGES)
    (args.out / "parity.json").write_text(json.dumps(sentences, ensure_ascii=False, indent=1) + "\n")
    describe(args.out, config, styled)


if __name__ == "__main__":
    main()
