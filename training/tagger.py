"""Train the tagger of skill and knowledge spans.

    python -m training.tagger MODEL_FOLDER OUT.pt [--fold K] [--epochs N] [--green N] [--lr X]

Learns SkillSpan train's two layers. With ``--green`` a third head, thrown away afterwards,
learns GREEN's skill layer beside them; the shipped weights were made without. ``--fold K`` (0–4)
holds out a fifth of SkillSpan train's ads and prints strict F1 on them after each epoch; without
it everything is learnt and nothing is held out. SkillSpan dev is never read here.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.crf import Crf
from training.data import Sentence, green, letters, skillspan
from training.encoder import WIDTH, Encoder, published

LAYERS = ("skill", "knowledge", "green")
LONGEST = 160
SHAPES = 5


def shape(word: str) -> int:
    """How a word is written, which the uncased vocabulary hides: see :data:`SHAPES`."""
    if not any(c.isalpha() for c in word):
        return 0
    if word.islower():
        return 1
    if word.isupper():
        return 2 if len(word) > 1 else 3
    return 3 if word[0].isupper() and word[1:].islower() else 4


class Tagger(nn.Module):
    """Encoder, the look of each word, and one head with a chain a layer."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.look = nn.Embedding(SHAPES, WIDTH)
        nn.init.normal_(self.look.weight, std=0.01)
        self.drop = nn.Dropout(0.2)
        self.heads = nn.ModuleDict({name: nn.Linear(WIDTH, 3) for name in LAYERS})
        self.chains = nn.ModuleDict({name: Crf() for name in LAYERS})

    def forward(self, embedded: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """Vectors of all pieces."""
        return self.drop(self.encoder(embedded + self.look(shapes), mask))


@dataclass
class Batch:
    """Padded ids, shapes and mask of pieces; the first piece of each word, and its labels."""

    ids: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor
    on: Tensor
    labels: dict[str, Tensor]


def encode(sentences: Sequence[Sentence], tokenizer: Tokenizer) -> list[dict]:
    rows = []
    for s in sentences:
        e = tokenizer.encode(list(s.words), is_pretokenized=True)
        ids, words = e.ids[:LONGEST], e.word_ids[:LONGEST]
        first, kept = [], []
        for i, w in enumerate(words):
            if w is not None and (i == 0 or words[i - 1] != w):
                first.append(i)
                kept.append(w)
        if kept:
            shapes = [0 if w is None else shape(s.words[w]) for w in words]
            labels = {k: [v[w] for w in kept] for k, v in s.layers.items()}
            rows.append({"ids": ids, "shapes": shapes, "first": first, "labels": labels})
    return rows


def pad(rows: Sequence[Sequence[int]]) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([[*r, *[0] * (longest - len(r))] for r in rows])


def batch(rows: Sequence[dict]) -> Batch:
    ids = pad([r["ids"] for r in rows])
    mask = pad([[1] * len(r["ids"]) for r in rows])
    on = pad([[1] * len(r["first"]) for r in rows]).bool()
    labels = {k: pad([r["labels"][k] for r in rows]) for k in rows[0]["labels"]}
    shapes = pad([r["shapes"] for r in rows])
    return Batch(ids, shapes, mask, pad([r["first"] for r in rows]), on, labels)


def batches(rows: list[dict], size: int, draw: random.Random) -> Iterator[Batch]:
    """One epoch: texts of like length together, batches shuffled."""
    rows = sorted(rows, key=lambda r: len(r["ids"]) + draw.random() * 6)
    groups = [rows[i : i + size] for i in range(0, len(rows), size)]
    draw.shuffle(groups)
    for group in groups:
        yield batch(group)


def emissions(model: Tagger, table: Tensor, b: Batch, hide: float = 0.0) -> dict[str, Tensor]:
    ids = b.ids
    if hide:
        gone = (torch.rand(ids.shape) < hide) & (ids != 101) & (ids != 102)
        ids = ids.masked_fill(gone, 103)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        vectors = model(table[ids], b.shapes, b.mask)
    vectors = vectors.float()
    words = vectors.gather(1, b.first[:, :, None].expand(-1, -1, WIDTH))
    return {name: model.heads[name](words) for name in b.labels}


def loss(model: Tagger, table: Tensor, b: Batch, hide: float) -> Tensor:
    out = emissions(model, table, b, hide)
    return sum(model.chains[k].loss(out[k], b.labels[k], b.on) for k in out)


def best_path(scores: Tensor, move: Tensor, start: Tensor) -> list[int]:
    best, back = start + scores[0], []
    for row in scores[1:]:
        into = best[:, None] + move
        best, via = into.max(0)
        best = best + row
        back.append(via)
    path = [int(best.argmax())]
    for via in reversed(back):
        path.append(int(via[path[-1]]))
    return path[::-1]


def spans(labels: Sequence[int]) -> set[tuple[int, int]]:
    found, start = set(), None
    for i, label in enumerate([*labels, 0]):
        if label != 2 and start is not None:
            found.add((start, i))
            start = None
        if label == 1:
            start = i
    return found


@torch.no_grad()
def strict_f1(model: Tagger, table: Tensor, rows: list[dict]) -> dict[str, tuple[float, ...]]:
    """Precision, recall and F1 of exact spans a layer."""
    model.eval()
    right, read, gold = (dict.fromkeys(LAYERS, 0) for _ in range(3))
    for b in batches(rows, 64, random.Random(0)):
        out = emissions(model, table, b)
        for name, scores in out.items():
            move, start = model.chains[name].scores()
            for row, on, true in zip(scores, b.on, b.labels[name], strict=True):
                n = int(on.sum())
                found, want = spans(best_path(row[:n], move, start)), spans(true[:n].tolist())
                right[name] += len(found & want)
                read[name] += len(found)
                gold[name] += len(want)
    return {
        k: (
            right[k] / max(1, read[k]),
            right[k] / gold[k],
            2 * right[k] / max(1, read[k] + gold[k]),
        )
        for k in LAYERS
        if gold[k]
    }


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("model", type=Path)
    args.add_argument("out", type=Path)
    args.add_argument("--fold", type=int, default=None)
    args.add_argument("--epochs", type=int, default=9)
    args.add_argument("--green", type=int, default=0, help="epochs in which GREEN is read too")
    args.add_argument("--lr", type=float, default=2e-4)
    args.add_argument("--hide", type=float, default=0.1, help="share of pieces masked")
    args.add_argument("--seed", type=int, default=7)
    args.add_argument("--threads", type=int, default=1)
    a = args.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    draw = random.Random(a.seed)
    tokenizer = Tokenizer.from_file(str(a.model / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    encoder, table = published(a.model)
    model = Tagger(encoder)

    train, held = skillspan("train"), []
    if a.fold is not None:
        ads = sorted({s.ad for s in train})
        random.Random(1).shuffle(ads)
        out = set(ads[a.fold :: 5])
        held = [s for s in train if s.ad in out]
        seen = {letters(" ".join(s.words)) for s in held}
        train = [s for s in train if s.ad not in out]
        train = [s for s in train if letters(" ".join(s.words)) not in seen or len(s.words) < 5]
    rows, held_rows = encode(train, tokenizer), encode(held, tokenizer)
    other = encode(green(), tokenizer)
    print(len(rows), "sentences,", len(held_rows), "held out,", len(other), "of GREEN", flush=True)

    fresh = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
    groups = [{"params": model.encoder.parameters(), "lr": a.lr}, {"params": fresh, "lr": 2e-3}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = a.epochs * (len(rows) // 32 + 1) + a.green * (len(other) // 32 + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(s / (0.06 * steps), max(0.02, (steps - s) / (0.94 * steps)))
    )
    average = torch.optim.swa_utils.AveragedModel(
        model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.99)
    )
    for epoch in range(a.epochs):
        begun, model_loss, count = time.time(), 0.0, 0
        model.train()
        todo = list(batches(rows, 32, draw))
        if epoch < a.green:
            todo += list(batches(other, 32, draw))
            draw.shuffle(todo)
        for b in todo:
            optimiser.zero_grad()
            value = loss(model, table, b, a.hide)
            value.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            average.update_parameters(model)
            model_loss, count = model_loss + value.item(), count + 1
        line = f"epoch {epoch} loss {model_loss / count:.4f} {time.time() - begun:.0f} s"
        if held_rows and epoch >= a.epochs // 3:
            scored = strict_f1(average.module, table, held_rows)
            line += "".join(f"  {k} {p:.3f}/{r:.3f}/{f:.3f}" for k, (p, r, f) in scored.items())
        print(line, flush=True)
        torch.save(average.module.state_dict(), a.out)


if __name__ == "__main__":
    main()
