"""Trains the reader of bearings: `python -m training.bearings.train --data ../shared/data --out build/bearings`. Without `--all`, files f and g are held out and measured after each epoch."""

import argparse
import json
import random
import time
from pathlib import Path

import torch
from torch.nn import functional as F

from training.bearings.model import BearingReader
from training.bearings.pairs import pairs_of, read
from training.encoder import load_minilm
from training.schedule import rate
from training.start import start_weights, vocabulary
from training.text.words import Pieces

HERE = Path(__file__).parent
CORPUS = HERE.parent / "corpus"
HELD_OUT = ("f", "g")


def figures(scores: torch.Tensor, golds: torch.Tensor, bar: float) -> str:
    """Whether a statement bears on the claim, the side of those found, and both."""
    chance = torch.softmax(scores, -1)
    told = 1 - chance[:, 0] >= bar
    side = chance[:, 1:].argmax(1) + 1
    bearing = golds > 0
    both = told & bearing
    right = int((both & (side == golds)).sum())
    p, r = int(both.sum()) / max(1, int(told.sum())), int(both.sum()) / max(1, int(bearing.sum()))
    strict = 2 * right / (int(told.sum()) + int(bearing.sum()))
    return f"bar {bar}: P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f} stance {right / max(1, int(both.sum())):.3f} strict {strict:.3f}"


@torch.no_grad()
def scores_of(model: BearingReader, pairs: list) -> tuple[torch.Tensor, torch.Tensor]:
    model.eval()
    parts = [model(pairs[at : at + 8]) for at in range(0, len(pairs), 8)]
    return torch.cat([s for s, _ in parts]), torch.cat([g for _, g in parts])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, default=None, help="a trained tagger whose encoder to start from instead of MiniLM")
    parser.add_argument("--further", type=Path, default=None, help="a trained reader of bearings to go on from")
    parser.add_argument("--config", type=Path, default=HERE / "config.json")
    parser.add_argument("--all", action="store_true", help="learn from the held-out files, too, as for shipping")
    parser.add_argument("--set", action="append", default=[], help="name=value of the config, for trials")
    args = parser.parse_args()
    config = json.loads(args.config.read_text())
    for one in args.set:
        name, value = one.split("=")
        config[name] = json.loads(value)
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "config.json").write_text(json.dumps(config, indent=2) + "\n")
    torch.manual_seed(config["seed"])
    chance = random.Random(config["seed"])
    pieces = Pieces(vocabulary())
    files = sorted([*(args.data / "passages").glob("*.jsonl"), *CORPUS.glob(config["corpus"])])
    size = config["budget"], config["overlap"]
    known = read([f for f in files if args.all or f.stem not in HELD_OUT], pieces, *size)
    held = pairs_of(read([f for f in files if f.stem in HELD_OUT], pieces, *size), pieces, None)
    model = BearingReader(config)
    load_minilm(model.encoder, start_weights())
    if args.start is not None:
        own = torch.load(args.start)
        shapes = own.pop("encoder.shape.weight")
        model.load_state_dict({k: v for k, v in own.items() if k.startswith("encoder.")}, strict=False)
        with torch.no_grad():
            model.encoder.shape.weight.copy_(shapes.repeat(2, 1))
    if args.further is not None:
        model.load_state_dict(torch.load(args.further))
    model.encoder.word.weight.requires_grad_(False)
    body = [p for p in model.encoder.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": config["rate"]}, {"params": list(model.head.parameters()), "lr": config["headRate"]}],
        weight_decay=config["decay"],
        betas=(0.9, 0.98),
        fused=True,
    )
    step = 0
    for epoch in range(config["epochs"]):
        pairs = pairs_of(known, pieces, chance, config["strange"], config["turned"])
        pairs.sort(key=lambda p: len(p.ids) + chance.random() * 60)
        groups = [pairs[at : at + config["pairs"]] for at in range(0, len(pairs), config["pairs"])]
        chance.shuffle(groups)
        total = len(groups) * config["epochs"]
        model.train()
        started, seen = time.time(), 0.0
        for group in groups:
            for base, parameters in zip((config["rate"], config["headRate"]), optimizer.param_groups):
                parameters["lr"] = base * rate(min(step, total - 1), total, config["warm"])
            scores, golds = model(group, bf16=True)
            loss = F.cross_entropy(scores, golds)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            seen += loss.item()
            step += 1
        print(f"epoch {epoch + 1} loss {seen / len(groups):.3f} {time.time() - started:.0f} s, {len(pairs)} pairs", flush=True)
        if not args.all and (epoch + 1 == config["epochs"] or epoch % 2 == 1):
            told = scores_of(model, held)
            print("\n".join(figures(*told, bar) for bar in (0.3, 0.4, 0.5)), flush=True)
        torch.save(model.state_dict(), args.out / "model.pt")


if __name__ == "__main__":
    main()
