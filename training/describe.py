"""The description beside a model's files: what the product reads first, and compares every file with."""

import hashlib
import json
from pathlib import Path

SHIPPED = (".onnx", "vocabulary.txt", "config.json")


def describe(folder: Path, config: dict, settings: dict) -> None:
    """Writes `model.json` with name, version, settings and the SHA-256 of each file that the product opens."""
    files = sorted(path for path in folder.iterdir() if path.name.endswith(SHIPPED))
    description = {
        "name": config["name"],
        "version": config["version"],
        "settings": settings,
        "files": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files},
    }
    (folder / "model.json").write_text(json.dumps(description, indent=2) + "\n")
    print(f"{sum(path.stat().st_size for path in files) / 1e6:.1f} MB in {folder}")
