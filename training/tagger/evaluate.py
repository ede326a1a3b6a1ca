"""
Measures a trained tagger in Python: `python -m training.tagger.evaluate --data ../shared/data --model build/tagger`. The figures that count are
those of the shipped int8 model in the product (`npm run bench:attribution`); these are for choosing between trials.
"""

import argparse
import json
import subprocess
from pathlib import Path

import torch

from training.corpora import ACTS, CERTAINTIES, Article, held_out, passages, polnear
from training.tagger.predict import Found, predict
from training.tagger.examples import batch_of, examples_of
from training.start import vocabulary
from training.tagger.model import Tagger, tone_parts
from training.tagger.networks import Shipped, Trained
from training.text.words import Pieces


def spans(article: Article, words: list[int]) -> list[tuple[int, int]]:
    """Runs of neighbouring words of one paragraph as [start, end) in code points."""
    runs: list[list[int]] = []
    for word in words:
        if runs and runs[-1][1] == word - 1 and not article.words.opens[word]:
            runs[-1][1] = word
        else:
            runs.append([word, word])
    return [(article.words.spans[a][0], article.words.spans[b][1]) for a, b in runs]


def outermost(found: list[Found]) -> list[Found]:
    def inside(one: Found, other: Found) -> bool:
        return other is not one and len(other.content) > len(one.content) and set(one.cue) <= set(other.content)

    return [one for one in found if not one.inner and not any(inside(one, other) for other in found)]


def share(a: list[int], b: list[int]) -> float:
    """Words in common over the longer."""
    return len(set(a) & set(b)) / max(len(a), len(b), 1)


def tones(model: Tagger, articles: list[Article], pieces: Pieces, config: dict) -> tuple[int, int, int]:
    """How often act and certainty are right where the spans are given; and of how many."""
    right = [0, 0, 0]
    with torch.no_grad():
        for article in articles:
            batch = batch_of(examples_of(article, pieces, config["budget"], config["overlap"], None))
            words = model.words(batch.ids, batch.shapes, batch.style, batch.heads)
            for row, anchor, roles, act, certainty in batch.tones:
                a, c = model.tone(tone_parts(words[row], anchor, roles)[None])
                right[0] += int(a.argmax()) == act
                right[1] += int(c.argmax()) == certainty
                right[2] += 1
    return right[0], right[1], right[2]


def passage_figures(articles: list[Article], found: list[list[Found]]) -> dict[str, tuple[int, int]]:
    """Of the attributions with a cue: found by half of the content, nested ones found, and act and certainty of those found."""
    figures = {k: [0, 0] for k in ("found", "nested found", "nested as inner", "act", "certainty", "source exact", "source overlap", "content exact")}

    def count(name: str, right: bool) -> None:
        figures[name][0] += right
        figures[name][1] += 1

    for article, mine in zip(articles, found):
        for gold in article.attributions:
            if not gold.cue or gold.act is None:
                continue
            best = max(mine, key=lambda f: (share(f.content, gold.content) >= 0.5, bool(set(f.cue) & set(gold.cue)), share(f.content, gold.content)), default=None)
            hit = best is not None and share(best.content, gold.content) >= 0.5
            count("found", hit)
            if gold.inner:
                count("nested found", hit and bool(set(best.cue) & set(gold.cue)))
            if hit:
                count("act", best.act == ACTS[gold.act])
                count("certainty", best.certainty == CERTAINTIES[gold.certainty])
                count("source exact", best.source == gold.source)
                count("source overlap", bool(set(best.source) & set(gold.source or [])) or (not best.source and not gold.source))
                count("content exact", best.content == gold.content)
                if gold.inner:
                    count("nested as inner", best.inner)
    return {k: (a, b) for k, (a, b) in figures.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--shipped", type=Path, default=None, help="a folder of ONNX files to measure instead of the trained weights")
    parser.add_argument("--articles", type=int, default=None)
    parser.add_argument("--style", type=int, default=None, help="tag in this style instead of the corpus's own")
    args = parser.parse_args()
    config = json.loads((args.model / "config.json").read_text())
    pieces = Pieces(vocabulary())
    model = Tagger(config)
    model.load_state_dict(torch.load(args.model / "model.pt"))
    model.eval()
    news = polnear(args.data / "polnear/dev.jsonl", pieces)[: args.articles]
    networks = Trained(model) if args.shipped is None else Shipped(args.shipped)
    found = predict(networks, model.chain, news, pieces, config, args.style)
    lines = [
        json.dumps({"id": a.id, "attributions": [{r: spans(a, getattr(f, r)) for r in ("source", "cue", "content")} for f in outermost(mine)]})
        for a, mine in zip(news, found)
    ]
    file = args.model / "dev.jsonl"
    file.write_text("\n".join(lines) + "\n")
    gold = args.model / "gold.jsonl"
    gold.write_text("\n".join((args.data / "polnear/dev.jsonl").read_text().splitlines()[: args.articles]) + "\n")
    print(subprocess.run(["node", args.data.parent / "attribution/score.mjs", gold, file], capture_output=True, text=True).stdout)
    own = [a for a in passages(list((args.data / "passages").glob("*.jsonl")), pieces) if held_out(a)]
    for name, (right, of) in passage_figures(own, predict(networks, model.chain, own, pieces, config, args.style)).items():
        print(f"passages, {name}: {right / max(of, 1):.3f} of {of}")
    act, certainty, of = tones(model, own, pieces, config)
    print(f"passages, spans given: act {act / of:.3f}, certainty {certainty / of:.3f} of {of}")


if __name__ == "__main__":
    main()
