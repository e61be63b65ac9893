"""Train the linker: phrases, sentences and titles near the ESCO concepts they name.

    python -m training.linker MODEL_FOLDER OUT.pt [--steps N] [--lr X]

One encoder, contrastive, negatives from the same batch. Pairs: ESCO skills' other names and
descriptions with their labels, SkillSkape sentences with their labels, ESCO occupations' other
names and O*NET's alternate titles with theirs. A sentence is compared twice: by its mean vector,
and word by word, each word weighing by its own nearness to the label (after ConTeXT-match,
Decorte and others 2025), so that one pass over a sentence can find several skills.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from training.data import Concept, esco, onet_titles, skillskape
from training.encoder import Encoder, pooled, published
from training.tagger import pad

LONGEST = 96
SHARP = 0.05
"""Temperature of the contrast."""
TOLD, SKILLS, TITLES = 40, 96, 48
"""Sentences, skills, and titles of either source in a step."""

FOCUS = 12.0
"""How sharply words weigh by their nearness to a label."""


class Texts:
    """Encodes lists of texts with one encoder."""

    def __init__(self, encoder: Encoder, table: Tensor, tokenizer: Tokenizer) -> None:
        self.encoder, self.table, self.tokenizer = encoder, table, tokenizer

    def words(self, texts: Sequence[str]) -> tuple[Tensor, Tensor]:
        """Vectors of all pieces and their mask."""
        ids = [e.ids[:LONGEST] for e in self.tokenizer.encode_batch(list(texts))]
        mask = pad([[1] * len(i) for i in ids])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            vectors = self.encoder(self.table[pad(ids)], mask)
        return vectors.float(), mask

    def whole(self, texts: Sequence[str]) -> Tensor:
        """One vector a text; texts of like length are padded together."""
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        groups = [order[i : i + 32] for i in range(0, len(order), 32)]
        vectors = torch.cat([pooled(*self.words([texts[i] for i in g])) for g in groups])
        back = torch.empty(len(order), dtype=torch.long)
        back[torch.tensor(order)] = torch.arange(len(order))
        return vectors[back]


def by_word(vectors: Tensor, mask: Tensor, labels: Tensor) -> Tensor:
    """Nearness of texts to labels, word by word: (texts, labels)."""
    near = functional.normalize(vectors, dim=-1) @ labels.T
    weight = (near * FOCUS).masked_fill(mask[:, :, None] == 0, -1e4).softmax(1)
    return (weight * near).sum(1)


def contrast(scores: Tensor, target: Tensor, also: Tensor) -> Tensor:
    """Cross-entropy of each row's target, other right columns (``also``) left out."""
    rows = torch.arange(len(scores))
    also = also.clone()
    also[rows, target] = False
    return functional.cross_entropy((scores / SHARP).masked_fill(also, -1e4), target)


def same(left: Sequence[str], right: Sequence[str]) -> Tensor:
    return torch.tensor([[a == b for b in right] for a in left])


def skill_pair(c: Concept, draw: random.Random) -> tuple[str, str]:
    names = [n for n in c.names if n != c.label]
    roll = draw.random()
    if names and roll < 0.75:
        return draw.choice(names), c.label if roll < 0.55 else draw.choice(names)
    about = c.about.split(". ")
    return draw.choice(about[:2])[:160] or c.label, c.label


def title_pair(c: Concept, draw: random.Random) -> tuple[str, str]:
    """Another name of an occupation, and its label."""
    return draw.choice([n for n in c.names if n != c.label]), c.label


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("model", type=Path)
    args.add_argument("out", type=Path)
    args.add_argument("--steps", type=int, default=500)
    args.add_argument("--lr", type=float, default=5e-5)
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
    text = Texts(encoder, table, tokenizer)

    skills, jobs, onet, told = esco("skills"), esco("occupations"), onet_titles(), skillskape()
    jobs = [j for j in jobs if any(n != j.label for n in j.names)]
    print(len(skills), len(jobs), len(onet), len(told), flush=True)
    optimiser = torch.optim.AdamW(encoder.parameters(), lr=a.lr, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min((s + 1) / (0.1 * a.steps), (a.steps - s) / (0.9 * a.steps))
    )
    encoder.train()
    begun, running = time.time(), 0.0
    for step in range(a.steps):
        sentences = draw.sample(told, TOLD)
        pairs = [skill_pair(c, draw) for c in draw.sample(skills, SKILLS)]
        wanted = [draw.choice(labels) for _, labels in sentences]
        left, right = text.whole([p[0] for p in pairs]), text.whole([p[1] for p in pairs])
        labels = torch.cat([text.whole(wanted), right])
        columns = [*wanted, *(p[1] for p in pairs)]
        vectors, mask = text.words([s for s, _ in sentences])
        also = torch.tensor([[c in set(ls) for c in columns] for _, ls in sentences])
        at = torch.arange(TOLD)
        value = contrast(pooled(vectors, mask) @ labels.T, at, also)
        value = value + contrast(by_word(vectors, mask, labels), at, also)
        at = torch.arange(SKILLS)
        names = [p[1] for p in pairs]
        value = value + contrast(left @ right.T, at, same(names, names))
        titles = [title_pair(j, draw) for j in draw.sample(jobs, TITLES)]
        titles += draw.sample(onet, TITLES)
        names = [t[1] for t in titles]
        near = text.whole([t[0] for t in titles]) @ text.whole(names).T
        at = torch.arange(len(titles))
        value = value + contrast(near, at, same(names, names))
        optimiser.zero_grad()
        value.backward()
        nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        running += value.item()
        if step % 25 == 24:
            print(f"step {step} loss {running / 25:.3f} {time.time() - begun:.0f} s", flush=True)
            running = 0.0
            torch.save(encoder.state_dict(), a.out)
    torch.save(encoder.state_dict(), a.out)


if __name__ == "__main__":
    main()
