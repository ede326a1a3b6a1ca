"""Trains the tagger: `python -m training.tagger.train --data ../shared/data --out build/tagger`. Goes on from the last epoch that was kept."""

import argparse
import json
import random
import time
from pathlib import Path

import torch
from torch.nn import functional as F

from training.corpora import Article, held_out, passages, polnear
from training.tagger.examples import EITHER, IGNORED, Batch, batch_of, batches, examples_of
from training.tagger.nesting import nested
from training.schedule import rate
from training.start import start_weights, vocabulary
from training.encoder import load_minilm
from training.tagger.model import Tagger, tone_parts
from training.text.words import Pieces

HERE = Path(__file__).parent
CORPUS = HERE.parent / "corpus"


def cue_loss(logits: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Summed over words. A word that may be `EITHER` pays only for being taken for an outer cue."""
    logs = F.log_softmax(logits, -1)
    sure = (targets != EITHER) & (targets != IGNORED)
    told = F.nll_loss(logs[sure], targets[sure], reduction="sum")
    either = logs[targets == EITHER][:, [0, 2]]
    return told - torch.logsumexp(either, -1).sum()


def losses(model: Tagger, batch: Batch) -> dict[str, torch.Tensor]:
    """Nats per anchor of each head."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        words = model.words(batch.ids, batch.shapes, batch.style, batch.heads)
    words = words.float()
    count = max(1, len(batch.anchors))
    parts = {"cue": cue_loss(model.cue(words), batch.cues) / count}
    if len(batch.anchors):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            emissions = model.span(words, batch.rows, batch.anchors)
        parts["span"] = model.chain.loss(emissions.float()[:, : batch.labels.shape[1]], batch.labels, batch.lengths).mean()
    if batch.tones:
        features = torch.stack([tone_parts(words[row], anchor, roles) for row, anchor, roles, _, _ in batch.tones])
        act, certainty = model.tone(features)
        acts, certainties = (torch.tensor([t[k] for t in batch.tones]) for k in (3, 4))
        parts["tone"] = F.cross_entropy(act, acts) + F.cross_entropy(certainty, certainties)
    return parts


def epoch_examples(config: dict, news: list[Article], own: list[Article], pieces: Pieces, chance: random.Random):
    made = []
    while len(made) < config["nestedPerEpoch"]:
        one = nested(chance.choice(news), pieces, chance)
        if one is not None:
            made.append(one)
    articles = [*chance.sample(news, min(len(news), config["newsPerEpoch"])), *made, *(own * config["passagesPerEpoch"])]
    return [e for a in articles for e in examples_of(a, pieces, config["budget"], config["trainOverlap"], chance)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="a tagger to go on from; MiniLM's own weights without")
    parser.add_argument("--config", type=Path, default=HERE / "config.json")
    parser.add_argument("--set", action="append", default=[], help="name=value of the config, for trials")
    args = parser.parse_args()
    config = json.loads(args.config.read_text())
    for one in args.set:
        name, value = one.split("=")
        config[name] = json.loads(value)
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "config.json").write_text(json.dumps(config, indent=2) + "\n")
    torch.manual_seed(config["seed"])
    pieces = Pieces(vocabulary())
    news = polnear(args.data / "polnear/train.jsonl", pieces)
    own = [a for a in passages(list((args.data / "passages").glob("*.jsonl")), pieces) if not held_out(a)]
    own += passages(list(CORPUS.glob(config["corpus"])), pieces)
    model = Tagger(config)
    if args.start:
        model.load_state_dict(torch.load(args.start))
    else:
        load_minilm(model.encoder, start_weights())
    model.encoder.word.weight.requires_grad_(False)
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    body = [p for n, p in model.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": config["rate"]}, {"params": heads, "lr": config["headRate"]}], weight_decay=config["decay"], betas=(0.9, 0.98), fused=True
    )
    epochs, begun, step = config["epochs"], 0, 0
    kept = args.out / "state.pt"
    if kept.exists():
        state = torch.load(kept)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        begun, step = state["epoch"], state["step"]
    for epoch in range(begun, epochs):
        chance = random.Random(config["seed"] * 1000 + epoch)
        torch.manual_seed(config["seed"] * 1000 + epoch)
        groups = batches(epoch_examples(config, news, own, pieces, chance), config["positions"], chance)
        total = len(groups) * epochs
        model.train()
        seen, started = {}, time.time()
        for at, group in enumerate(groups):
            for base_rate, parameters in zip((config["rate"], config["headRate"]), optimizer.param_groups):
                parameters["lr"] = base_rate * rate(min(step, total - 1), total, config["warm"])
            parts = losses(model, batch_of(group))
            loss = sum(config["weights"][name] * value for name, value in parts.items())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            for name, value in parts.items():
                seen[name] = seen.get(name, value.item()) * 0.98 + value.item() * 0.02
            if at % 50 == 0:
                told = " ".join(f"{name} {value:.3f}" for name, value in seen.items())
                print(f"epoch {epoch + 1}/{epochs} step {at}/{len(groups)} {told} {(time.time() - started) / (at + 1):.2f} s/step", flush=True)
        torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch + 1, "step": step}, kept)
        torch.save(model.state_dict(), args.out / "model.pt")


if __name__ == "__main__":
    main()
