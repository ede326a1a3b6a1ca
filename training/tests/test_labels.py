import itertools
import random

import torch

from training.tagger.labels import LABELS, decode, encode, may_end, may_follow, may_start
from training.tagger.model import Chain, distance_bucket


def test_roles_survive_labels():
    roles = [[0, 1], [2], [4, 5, 6, 9]]
    assert decode(encode(12, roles)) == roles


def test_encoded_labels_are_allowed():
    labels = encode(12, [[0, 1], [2], [3, 4, 5, 9, 11]])
    assert may_start(labels[0]) and may_end(labels[-1])
    assert all(may_follow(a, b) for a, b in zip(labels, labels[1:]))


def chain() -> Chain:
    torch.manual_seed(1)
    made = Chain()
    for p in made.parameters():
        torch.nn.init.normal_(p)
    return made


def total(made: Chain, emissions: torch.Tensor, labels) -> torch.Tensor:
    step, start, end = made.scores()
    score = start[labels[0]] + end[labels[-1]] + sum(emissions[t, y] for t, y in enumerate(labels))
    return score + sum(step[a, b] for a, b in zip(labels, labels[1:]))


def test_chain_agrees_with_counting_every_sequence():
    made, emissions = chain(), torch.randn(1, 3, len(LABELS))
    every = list(itertools.product(range(len(LABELS)), repeat=3))
    scores = torch.stack([total(made, emissions[0], labels) for labels in every])
    gold = random.Random(3).choice([l for l, s in zip(every, scores) if s > -100])
    loss = made.loss(emissions, torch.tensor([gold]), torch.tensor([3]))
    assert torch.allclose(loss[0], torch.logsumexp(scores, 0) - total(made, emissions[0], gold), atol=1e-4)
    (path,), score = made.best(emissions, torch.tensor([3]))
    assert tuple(path) == every[int(scores.argmax())]
    assert torch.allclose(score[0], scores.max(), atol=1e-5)


def test_padding_changes_nothing():
    made, emissions = chain(), torch.randn(1, 5, len(LABELS))
    labels = torch.tensor([encode(5, [[0], [1], [2, 3, 4]])])
    alone = made.loss(emissions, labels, torch.tensor([5]))
    padded = made.loss(
        torch.cat([emissions, torch.randn(1, 4, len(LABELS))], 1), torch.cat([labels, torch.zeros(1, 4, dtype=torch.long)], 1), torch.tensor([5])
    )
    assert torch.allclose(alone, padded, atol=1e-5)


def test_distances_are_told_apart_near_and_by_side():
    buckets = distance_bucket(torch.tensor([-300, -4, -1, 0, 1, 4, 300])).tolist()
    assert buckets == sorted(set(buckets))
