"""
Fits the tone head anew over the trained encoder, which stays as it is: `python -m training.tagger.tone --data ../shared/data --model build/tagger`.
While the encoder learns, the head sees each statement a few times only; over fixed vectors it can be fitted to its end in a minute. How
long and how stiffly is chosen on passages set aside from training for that, and not on those held out for measuring.
"""

import argparse
import copy
import json
from pathlib import Path

import torch
from torch.nn import functional as F

from training.corpora import Article, held_out, passages
from training.start import vocabulary
from training.tagger.examples import batch_of, examples_of
from training.tagger.model import Tagger, ToneHead, tone_parts
from training.tagger.train import CORPUS
from training.text.words import Pieces

DROPS = (0.3, 0.5)
DECAYS = (0.2,)
EPOCHS = 24


@torch.no_grad()
def parts_of(model: Tagger, articles: list[Article], pieces: Pieces, config: dict) -> tuple[torch.Tensor, torch.Tensor]:
    """The head's inputs of all statements [N, parts], and their acts and certainties [N, 2]."""
    rows, golds = [], []
    for article in articles:
        batch = batch_of(examples_of(article, pieces, config["budget"], config["overlap"], None))
        words = model.words(batch.ids, batch.shapes, batch.style, batch.heads)
        for row, anchor, roles, act, certainty in batch.tones:
            rows.append(tone_parts(words[row], anchor, roles))
            golds.append((act, certainty))
    return torch.stack(rows), torch.tensor(golds)


def right(head: ToneHead, parts: torch.Tensor, golds: torch.Tensor) -> tuple[float, float]:
    head.eval()
    with torch.no_grad():
        act, certainty = head(parts)
    return float((act.argmax(1) == golds[:, 0]).float().mean()), float((certainty.argmax(1) == golds[:, 1]).float().mean())


def fitted(start: ToneHead, known, aside, drop: float, decay: float, epochs: int, seed: int) -> tuple[ToneHead, int, float]:
    """The head, and after which epoch the passages set aside were read best, if there are any."""
    torch.manual_seed(seed)
    head = copy.deepcopy(start)
    for layer in head.modules():
        if isinstance(layer, torch.nn.Dropout):
            layer.p = drop
        if isinstance(layer, torch.nn.Linear):
            layer.reset_parameters()
    optimizer = torch.optim.AdamW(head.parameters(), lr=5e-4, weight_decay=decay)
    parts, golds = known
    best, after = -1.0, 0
    for epoch in range(epochs):
        head.train()
        for some in torch.randperm(len(parts)).split(128):
            act, certainty = head(parts[some])
            loss = F.cross_entropy(act, golds[some, 0]) + F.cross_entropy(certainty, golds[some, 1])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        if aside is not None and sum(right(head, *aside)) > best:
            best, after = sum(right(head, *aside)), epoch + 1
    return head, after, best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    args = parser.parse_args()
    config = json.loads((args.model / "config.json").read_text())
    model = Tagger(config)
    model.load_state_dict(torch.load(args.model / "model.pt"))
    model.eval()
    pieces = Pieces(vocabulary())
    every = passages(list((args.data / "passages").glob("*.jsonl")), pieces)
    own = [a for a in every if not held_out(a)] + passages(list(CORPUS.glob("*.jsonl")), pieces)
    aside = [a for a in own if int(a.id.split("-")[1]) % 5 == 1]
    rest = [a for a in own if a not in aside]
    known, tried = parts_of(model, rest, pieces, config), parts_of(model, aside, pieces, config)
    held = parts_of(model, [a for a in every if held_out(a)], pieces, config)
    print("as trained: act %.3f certainty %.3f of the held out" % right(model.tone, *held))
    trials = []
    for drop in DROPS:
        for decay in DECAYS:
            _, after, best = fitted(model.tone, known, tried, drop, decay, EPOCHS, config["seed"])
            trials.append((best, drop, decay, after))
            print(f"drop {drop} decay {decay}: act + certainty {best:.3f} after {after} epochs", flush=True)
    _, drop, decay, after = max(trials)
    both = tuple(torch.cat(pair) for pair in zip(known, tried))
    model.tone, _, _ = fitted(model.tone, both, None, drop, decay, after, config["seed"])
    print("fitted anew: act %.3f certainty %.3f of the held out" % right(model.tone, *held))
    torch.save(model.state_dict(), args.model / "model.pt")


if __name__ == "__main__":
    main()
