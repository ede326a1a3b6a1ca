"""Says what in annotated passages is not as the guide wants it: `python training/corpus/check.py FILE.jsonl …`; exit 1 where something is."""

import json
import sys
from collections import Counter
from pathlib import Path

ACTS = set("assert confirm deny decline question predict opinion".split())
CERTAINTIES = set("certain probable possible unknown".split())
MANNERS = set("direct indirect mixed narrated".split())
STANCES = set("supports contradicts neutral".split())
KINDS = set("person organization outlet unnamed document".split())
FIELDS = set("id genre publisher author published text sources claims statements".split())


def faults(passage: dict) -> list[str]:
    found = []
    if set(passage) != FIELDS:
        return [f"fields: {sorted(set(passage) ^ FIELDS)}"]
    text, sources = passage["text"], {s["id"] for s in passage["sources"]}
    claims = [c["id"] for c in passage["claims"]]
    words = len(text.split())
    if not 70 <= words <= 700:
        found.append(f"text has {words} words, wanted 80 to 650")
    if any(s["kind"] not in KINDS for s in passage["sources"]):
        found.append("a source of unknown kind")
    if claims != ["c1", "c2", "c3"]:
        found.append(f"claims are {claims}")
    borne = {c for s in passage["statements"] for c in s["bearings"]}
    if len(borne) != 2:
        found.append(f"{len(borne)} claims are borne on, wanted two of three")
    for at, one in enumerate(passage["statements"]):
        where = f"statement {at}"
        for piece in one["content"]:
            if text.count(piece) != 1:
                found.append(f"{where}: content occurs {text.count(piece)} times: {piece!r}")
        places = [text.find(piece) for piece in one["content"]]
        if not places or places != sorted(places):
            found.append(f"{where}: content is empty or not in order")
        for piece in [*one["cue"], *([one["mention"]] if one["mention"] else [])]:
            if piece not in text:
                found.append(f"{where}: not in the text: {piece!r}")
        chain = one["chain"]
        if not chain or chain[0]["source"] != "outlet":
            found.append(f"{where}: the chain does not start at the outlet")
        for link in chain[1:]:
            if link["source"] not in sources:
                found.append(f"{where}: unknown source {link['source']}")
            if "cue" in link and link["cue"] not in text:
                found.append(f"{where}: link's cue is not in the text: {link['cue']!r}")
        if one["act"] not in ACTS or one["certainty"] not in CERTAINTIES or one["manner"] not in MANNERS:
            found.append(f"{where}: act, certainty or manner")
        inside = one["inside"]
        if inside is not None:
            outer = passage["statements"][inside]["content"]
            if not all(any(piece in whole for whole in outer) for piece in one["content"]):
                found.append(f"{where}: its content is not inside that of statement {inside}")
        if any(c not in claims or s not in STANCES for c, s in one["bearings"].items()):
            found.append(f"{where}: bearings")
    return found


def main() -> int:
    wrong, counts = 0, Counter()
    for path in map(Path, sys.argv[1:]):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            try:
                passage = json.loads(line)
                problems = faults(passage)
            except (ValueError, KeyError, TypeError, StopIteration) as error:
                passage, problems = {}, [f"{type(error).__name__}: {error}"]
            for problem in problems:
                wrong += 1
                print(f"{path.name}:{number} {passage.get('id', '')} {problem}")
            counts["passages"] += 1
            for one in passage.get("statements", []):
                counts["statements"] += 1
                counts["nested"] += one.get("inside") is not None
                counts[f"act {one.get('act')}"] += 1
                for stance in one.get("bearings", {}).values():
                    counts[stance] += 1
    print(dict(counts))
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
